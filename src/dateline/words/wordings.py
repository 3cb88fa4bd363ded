"""What weighing reads off the words of a claim: whether they blame, deny, doubt, ask, tell a means, a span or a truce.

The cues stand in weigh.toml. Texts are plain: lower case, without accents, dots or typographic marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dateline.words.weigh import begins, plain, table

__all__ = [
    "asks",
    "blames",
    "calls_quarter",
    "crosses_border",
    "demands",
    "denies_fighting",
    "denies_harm",
    "denies_intent",
    "denies_the_event",
    "doubted_clause",
    "entry_starts",
    "forswears",
    "is_street",
    "means_alike",
    "means_in",
    "names_aftermath",
    "names_breach",
    "names_burial",
    "names_emptied",
    "names_first",
    "names_holding",
    "names_intent",
    "names_keeping",
    "names_remaining",
    "names_ruling",
    "names_seat",
    "names_signing",
    "names_silence",
    "names_truce",
    "reports_speech",
    "silent_party",
    "spans_in",
    "takes_upon",
]


@cache
def _span() -> re.Pattern[str]:
    return re.compile(r"\b" + table()["spans"]["span"] + r"\b")


@cache
def _means(sort: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(r"\b(?:" + "|".join(words) + r")") for name, words in table()["means"][sort].items()}


def names_truce(text: str) -> bool:
    """Whether plain words speak of a truce.

    >>> names_truce("both sides broke the cease-fire"), names_truce("a market burned")
    (True, False)
    """
    return begins("truce", "words").search(text) is not None


def names_seat(text: str) -> bool:
    """Whether plain words tell of a table that sides sit at: where they met, agreed or signed.

    >>> names_seat("the accord was reached in"), names_seat("shelling killed six in")
    (True, False)
    """
    return begins("truce", "seats").search(text) is not None


def names_signing(text: str) -> bool:
    """Whether plain words tell that a name was put to a truce.

    >>> names_signing("both sides signed a truce in"), names_signing("both sides agreed on a truce in")
    (True, False)
    """
    return begins("truce", "signed").search(text) is not None


def blames(text: str) -> bool:
    """Whether plain words lay a blow at somebody's door.

    >>> blames("the army was behind the raid"), blames("the army ignored the letter")
    (True, False)
    """
    return begins("blame", "words").search(text) is not None


def calls_quarter(text: str) -> bool:
    """Whether the words that follow a name call it a part of a town.

    >>> calls_quarter(" district of the city"), calls_quarter(" and its district")
    (True, False)
    """
    return begins("places", "quarter").match(plain(text).lstrip()) is not None


def is_street(name: str) -> bool:
    """Whether the name of a place is that of a street or a square of some town.

    >>> is_street("Mill Street"), is_street("Streetham")
    (True, False)
    """
    return begins("places", "street").search(plain(name)) is not None


def denies_the_event(text: str) -> bool:
    """Whether plain words deny that something happened at all, and not only who did it.

    >>> denies_the_event("there has been no bombing of any kind"), denies_the_event("our planes did not bomb the mill")
    (True, False)
    """
    return begins("denial", "event").search(text) is not None


def denies_fighting(text: str) -> bool:
    """Whether plain words deny that anybody fought, and no blow.

    >>> denies_fighting("there was no sign of fighting"), denies_fighting("there was no raid and no fighting")
    (True, False)
    """
    return begins("denial", "fight").search(text) is not None and begins("denial", "blow").search(text) is None


def denies_harm(text: str) -> bool:
    """Whether plain words deny that anybody was killed or hurt.

    >>> denies_harm("no reports of dead villagers"), denies_harm("he had not seen his father's death")
    (True, False)
    """
    return begins("denial", "harm").search(text) is not None


def names_ruling(text: str) -> bool:
    """Whether plain words speak of a resolution or an embargo, which binds without being agreed.

    >>> names_ruling("the resolution passed by ten votes"), names_ruling("both sides signed")
    (True, False)
    """
    return begins("ruling", "words").search(text) is not None


def names_aftermath(text: str) -> bool:
    """Whether plain words tell of a blow that came after another one.

    >>> names_aftermath("a second rocket hit the clinic as victims were treated"), names_aftermath("a rocket hit the clinic")
    (True, False)
    """
    return begins("aftermath", "words").search(text) is not None


def crosses_border(text: str) -> bool:
    """Whether plain words take people out of their country.

    >>> crosses_border("nine hundred walked across the northern border"), crosses_border("nine hundred left the town")
    (True, False)
    """
    return begins("border", "words").search(text) is not None


@cache
def _entry() -> re.Pattern[str]:
    told = table()["entries"]
    return re.compile(rf"^[^\w\n]{{0,4}}(?:{told['clock']}|{told['date']})", re.IGNORECASE | re.MULTILINE)


def entry_starts(text: str) -> tuple[int, ...]:
    """Where the entries of a live page or a chronology begin in a text; empty for any other page.

    >>> entry_starts("9:05 a.m.: Shots.\\n9:40 a.m.: A truck.\\n10:15 a.m.: Calm.")
    (0, 18, 38)
    >>> entry_starts("May 4: Shots.\\nThe day after, calm.")
    ()
    """
    starts = tuple(match.start() for match in _entry().finditer(text))
    return starts if len(starts) >= table()["entries"]["least"] else ()


def spans_in(text: str) -> tuple[tuple[str, str], ...]:
    """The spans of time that plain words tell, each with where it lies: past, to come, or to begin in it.

    >>> spans_in("an answer within 48 hours"), spans_in("in the past 48 hours"), spans_in("start in the next 48 hours")
    ((('48 hours', 'to come'),), (('48 hours', 'past'),), (('48 hours', 'to begin in it'),))
    """
    found = []
    for match in _span().finditer(text):
        way = match["more"] or match["way"]
        opening = begins("spans", "begins").search(text, max(0, match.start() - 30), match.start())
        where = "past" if way in table()["spans"]["past"].split() else "to begin in it" if opening else "to come"
        found.append((match["span"].replace("-", " "), where))
    return tuple(found)


def names_holding(text: str) -> bool:
    """Whether plain words say that a place is held or taken, and not that somebody leaves it.

    >>> names_holding("they retook the mill"), names_holding("they withdrew from the mill they held")
    (True, False)
    """
    return begins("holding", "words").search(text) is not None and begins("holding", "leaves").search(text) is None


def forswears(text: str) -> bool:
    """Whether plain words promise not to strike.

    >>> forswears("our men will not attack the town"), forswears("we will not give the town up")
    (True, False)
    """
    return begins("vow", "words").search(text) is not None


def names_first(text: str) -> bool:
    """Whether plain words call something the first since another.

    >>> names_first("the first raid on the town since the truce"), names_first("the first raid")
    (True, False)
    """
    return begins("firsts", "words").search(text) is not None


def names_silence(text: str) -> bool:
    """Whether plain words say that somebody did not answer.

    >>> names_silence("the ministry declined to comment"), names_silence("the ministry denied it")
    (True, False)
    """
    return begins("answers", "silence").search(text) is not None


def silent_party(text: str) -> str:
    """Those from whom nothing was heard, in plain words that say that there was no comment; empty where none are told.

    >>> silent_party("there was no comment from the harbour police, who run the port"), silent_party("he declined to comment")
    ('the harbour police', '')
    """
    hit = begins("answers", "silence").search(text)
    told = (
        re.match(r"(?: \w+){0,2}? (?:from|by) ([^,;:]+?)(?= (?:or|and|on|about|in the) |[,;:]|$)", text[hit.end() :])
        if hit
        else None
    )
    return told[1] if told is not None else ""


def doubted_clause(text: str) -> str | None:
    """What plain words say could not be told for certain: the clause after `if it was`; None where nothing is doubted.

    >>> doubted_clause("it was not clear whether it was a mine"), doubted_clause("a mine went off")
    ('a mine', None)
    """
    hit = begins("answers", "doubt").search(text)
    return None if hit is None else text[hit.end() :].strip()


def names_intent(text: str) -> str | None:
    """Whether plain words call a blow meant (`on purpose`) or not (`by mistake`); None where they do neither.

    >>> names_intent("a deliberate raid"), names_intent("the raid was not deliberate"), names_intent("a raid")
    ('on purpose', 'by mistake', None)
    """
    if begins("intent", "mistake").search(text) is not None:
        return "by mistake"
    return "on purpose" if begins("intent", "purpose").search(text) is not None else None


def denies_intent(text: str) -> bool:
    """Whether the plain words of a denial say what was not meant, and not what was not done.

    >>> denies_intent("we do not target individuals"), denies_intent("we did not target the mill")
    (True, False)
    """
    return names_intent(text) is not None or begins("intent", "nobody").search(text) is not None


def reports_speech(text: str) -> bool:
    """Whether plain words give something as said by somebody.

    >>> reports_speech("which the envoy called an error"), reports_speech("an error")
    (True, False)
    """
    return begins("answers", "says").search(text) is not None


def demands(text: str) -> bool:
    """Whether plain words put a call as a demand.

    >>> demands("the raids must stop"), demands("the raids should stop")
    (True, False)
    """
    return begins("strength", "demand").search(text) is not None


def asks(text: str) -> bool:
    """Whether plain words put a call as a wish.

    >>> asks("the raids should stop"), asks("the raids must stop")
    (True, False)
    """
    return begins("strength", "wish").search(text) is not None


def names_breach(text: str) -> bool:
    """Whether plain words say that a truce was broken, or that something was done in spite of it.

    >>> names_breach("shelling went on despite the truce"), names_breach("the truce began at dawn")
    (True, False)
    """
    return begins("breach", "words").search(text) is not None


def names_emptied(text: str) -> bool:
    """Whether plain words say that nobody is left in a place.

    >>> names_emptied("the fort is now clear of gunmen"), names_emptied("the gunmen are near the fort")
    (True, False)
    """
    return begins("emptied", "words").search(text) is not None


def names_remaining(text: str) -> bool:
    """Whether plain words say that some are left in a place.

    >>> names_remaining("ninety gunmen stayed behind in the fort"), names_remaining("ninety gunmen came to the fort")
    (True, False)
    """
    return begins("emptied", "remain").search(text) is not None


def names_keeping(text: str) -> bool:
    """Whether plain words say that a truce is kept.

    >>> names_keeping("the army abides by the truce"), names_keeping("the army broke the truce")
    (True, False)
    """
    return begins("keeping", "words").search(text) is not None


def means_in(text: str, sort: str) -> tuple[str, ...]:
    """The means of one sort (`delivery`, `agent`) that plain words tell.

    >>> means_in("two rockets and a car bomb", "delivery"), means_in("two rockets", "agent")
    (('missile', 'bomb'), ())
    """
    return tuple(name for name, words in _means(sort).items() if words.search(text))


def means_alike(names: Sequence[str], sort: str) -> bool:
    """Whether means may be one thing told more or less finely.

    >>> means_alike(["airstrike", "missile"], "delivery"), means_alike(["bomb", "ordnance"], "delivery")
    (True, False)
    """
    return set(names) <= set(table()["means"]["alike"][sort])


def takes_upon(text: str) -> bool:
    """Whether plain words take a blow upon the one who acts; nobody and a habit take nothing.

    >>> takes_upon("the front claimed responsibility for the raid"), takes_upon("no one claimed responsibility for the raid")
    (True, False)
    """
    hit = begins("owning", "words").search(text)
    return hit is not None and begins("owning", "nobody").search(text[: hit.end()]) is None


def names_burial(text: str) -> bool:
    """Whether plain words tell of the dead being found or laid to rest.

    >>> names_burial("the village buried nineteen shepherds"), names_burial("a shell killed a shepherd")
    (True, False)
    """
    return begins("burial", "words").search(text) is not None
