"""What weigh.toml says: names and their lattice, subgroups, facilities, and families of claim types."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from dateline.model import Party

__all__ = [
    "actor_keys",
    "affinity",
    "asks",
    "blames",
    "calls_quarter",
    "country_called",
    "country_code",
    "counts_since",
    "crosses_border",
    "demands",
    "demonym",
    "denies_the_event",
    "doubted_clause",
    "facilities_in",
    "family",
    "forswears",
    "is_broad",
    "is_country",
    "means_alike",
    "means_in",
    "names_aftermath",
    "names_first",
    "names_holding",
    "names_intent",
    "names_keeping",
    "names_ruling",
    "names_silence",
    "names_truce",
    "plain",
    "reports_speech",
    "spans_in",
    "subgroup_key",
    "within",
]

_LISTED = re.compile(r" (?:and|or) ")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")


@cache
def table(name: str = "weigh.toml") -> dict[str, Any]:
    """A data file of this package."""
    return tomllib.loads(files("dateline.words").joinpath(name).read_text("utf-8"))


@cache
def plain(text: str) -> str:
    """Lower case without accents, dots or typographic marks.

    >>> plain("Sedat Önal’s U.N. team")
    "sedat onal's un team"
    """
    folded = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return folded.replace(".", "")


@cache
def _empty() -> frozenset[str]:
    return frozenset(table()["names"]["empty"].split())


@cache
def _wordset(key: str) -> frozenset[str]:
    return frozenset(table()["names"][key].split())


@cache
def countries() -> dict[str, str]:
    """Word or words → country code: names, demonyms and capitals, and the metonyms of weigh.toml."""
    found: dict[str, str] = {}
    for code, told in table("countries.toml").items():
        if isinstance(told, dict) and len(code) == 2:
            for name in (told.get("name", ""), told.get("capital", ""), *told.get("demonyms", ())):
                if name:
                    found.setdefault(plain(name), code)
    found.update(table()["names"]["metonyms"])
    return found


@cache
def _country_names() -> frozenset[str]:
    told = [row for code, row in table("countries.toml").items() if isinstance(row, dict) and len(code) == 2]
    return frozenset(plain(name) for row in told for name in (row.get("name", ""), *row.get("aliases", ())) if name)


def country_code(name: str | None) -> str | None:
    """The ISO code of a country told by code or by name, or None.

    >>> country_code("Yemen"), country_code("YE"), country_code(None)
    ('YE', 'YE', None)
    """
    if name is None:
        return None
    return name if len(name) == 2 and name.isupper() else countries().get(plain(name))


def is_country(name: str) -> bool:
    """Whether a place name is a country's.

    >>> is_country("Libya"), is_country("Tripoli")
    (True, False)
    """
    return plain(name) in _country_names()


@cache
def bodies() -> tuple[tuple[str, str], ...]:
    """(spelling, the name we keep), longest spelling first."""
    pairs = [(plain(s), name) for name, said in table()["names"]["bodies"].items() for s in said]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@cache
def actor_keys(name: str) -> frozenset[str]:
    """Who a name may mean: country codes for states, names of bodies, `~aircraft` and the like where no side is told.

    >>> sorted(actor_keys("Syrian or Russian warplanes")), sorted(actor_keys("warplanes"))
    (['RU', 'SY'], ['~aircraft'])
    >>> sorted(actor_keys("Damascus government")), sorted(actor_keys("Syrian Observatory for Human Rights"))
    (['SY'], ['syrian observatory'])
    """
    said = f" {' '.join(_WORD.findall(plain(name).replace('-', ' ')))} "
    found: set[str] = set()
    for spelling, body in bodies():
        key = f" {spelling.replace('-', ' ')} "
        if key in said:
            found.add(body)
            said = said.replace(key, " ")
    if "civilians" in found and len(found) > 1:
        found.discard("civilians")
    left = [word for word in said.split() if word not in _empty()]
    states = _states(left, said)
    others = bool(found) or any(word in _wordset("other") for word in left)
    if not others or _LISTED.search(said):
        found |= states
    rest = [w for w in left if w not in countries() and w not in _wordset("state") and w not in _wordset("vague")]
    if not found and rest:
        found.add(" ".join(rest))
    if not found and any(word in _wordset("vague") or word in _wordset("state") for word in said.split()):
        found.add(_vague(said))
    return frozenset(found)


def party_keys(party: Party) -> frozenset[str]:
    """Who a party may be: a state or its military by its country, where that is known; else by its name.

    >>> sorted(party_keys(Party("the 4th Division", "the 4th Division", kind="military", country="SY")))
    ['SY']
    """
    if party.kind in ("state", "military") and party.country is not None and len(party.country) == 2:
        told = actor_keys(party.name)
        return told if any(len(key) == 2 for key in told) else frozenset({party.country})
    return actor_keys(party.name)


def _vague(said: str) -> str:
    if re.search(r"government|regime|army|authorities|military|state", said):
        return "~state"
    return "~aircraft" if re.search(r"plane|jet|aircraft|copter|drone", said) else "~forces"


def _states(left: list[str], said: str) -> set[str]:
    found = {countries()[word] for word in left if word in countries()}
    for first, second in pairwise(left):
        if f"{first} {second}" in countries():
            found.add(countries()[f"{first} {second}"])
    if found == {"SY"} and "national coalition" in said:
        return set()
    return found


@cache
def within() -> dict[str, frozenset[str]]:
    """Wider name → the names that may be within it."""
    return {name: frozenset(finer) for name, finer in table()["within"].items()}


@cache
def _subgroups() -> dict[str, str]:
    return {word: key for key, words in table()["subgroups"].items() for word in words.split()}


@cache
def subgroup_key(subgroup: str | None) -> str | None:
    """The subgroup a description means, or the description itself; None is everybody.

    >>> subgroup_key("minors under ten"), subgroup_key("government soldiers"), subgroup_key("mostly women")
    ('children', 'soldiers', None)
    """
    if subgroup is None:
        return None
    words = _WORD.findall(plain(subgroup))
    if any(_subgroups().get(word) == "everybody" for word in words):
        return None
    hits = [_subgroups()[word] for word in words if word in _subgroups()]
    if not hits:
        return " ".join(words) or None
    return "children" if "children" in hits else hits[-1]


@cache
def _facilities() -> dict[str, str]:
    return {word: kind for kind, words in table()["facilities"].items() for word in words.split()}


def facilities_in(words: frozenset[str]) -> frozenset[str]:
    """The kinds of facility that words name."""
    return frozenset(_facilities()[word] for word in words & _facilities().keys())


@cache
def _pattern(section: str, key: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(table()[section][key]) + r")")


def names_truce(text: str) -> bool:
    """Whether plain words speak of a truce.

    >>> names_truce("both sides broke the cease-fire"), names_truce("a market burned")
    (True, False)
    """
    return _pattern("truce", "words").search(text) is not None


def blames(text: str) -> bool:
    """Whether plain words lay a blow at somebody's door.

    >>> blames("the army was behind the raid"), blames("the army ignored the letter")
    (True, False)
    """
    return _pattern("blame", "words").search(text) is not None


def calls_quarter(text: str) -> bool:
    """Whether the words that follow a name call it a part of a town.

    >>> calls_quarter(" district of the city"), calls_quarter(" and its district")
    (True, False)
    """
    return _pattern("places", "quarter").match(plain(text).lstrip()) is not None


def denies_the_event(text: str) -> bool:
    """Whether plain words deny that something happened at all, and not only who did it.

    >>> denies_the_event("there has been no bombing of any kind"), denies_the_event("our planes did not bomb the mill")
    (True, False)
    """
    return _pattern("denial", "event").search(text) is not None


def names_ruling(text: str) -> bool:
    """Whether plain words speak of a resolution or an embargo, which binds without being agreed.

    >>> names_ruling("the resolution passed by ten votes"), names_ruling("both sides signed")
    (True, False)
    """
    return _pattern("ruling", "words").search(text) is not None


def names_aftermath(text: str) -> bool:
    """Whether plain words tell of a blow that came after another one.

    >>> names_aftermath("a second rocket hit the clinic as victims were treated"), names_aftermath("a rocket hit the clinic")
    (True, False)
    """
    return _pattern("aftermath", "words").search(text) is not None


def counts_since(text: str) -> bool:
    """Whether plain words count on from a time long before.

    >>> counts_since("since then 90 villagers have died"), counts_since("nine have died since dawn")
    (True, False)
    """
    return _pattern("running", "words").search(text) is not None


def crosses_border(text: str) -> bool:
    """Whether plain words take people out of their country.

    >>> crosses_border("nine hundred walked across the northern border"), crosses_border("nine hundred left the town")
    (True, False)
    """
    return _pattern("border", "words").search(text) is not None


@cache
def _span() -> re.Pattern[str]:
    return re.compile(r"\b" + table()["spans"]["span"] + r"\b")


def spans_in(text: str) -> tuple[tuple[str, str], ...]:
    """The spans of time that plain words tell, each with where it lies: past, to come, or to begin in it.

    >>> spans_in("an answer within 48 hours"), spans_in("in the past 48 hours"), spans_in("start in the next 48 hours")
    ((('48 hours', 'to come'),), (('48 hours', 'past'),), (('48 hours', 'to begin in it'),))
    """
    found = []
    for match in _span().finditer(text):
        way = match["more"] or match["way"]
        begins = _pattern("spans", "begins").search(text, max(0, match.start() - 30), match.start())
        where = "past" if way in table()["spans"]["past"].split() else "to begin in it" if begins else "to come"
        found.append((match["span"].replace("-", " "), where))
    return tuple(found)


@cache
def family(kind: str) -> str:
    """The family of a claim type.

    >>> family("airstrike"), family("denial")
    ('strike', 'speech')
    """
    return next((name for name, kinds in table()["families"].items() if kind in kinds), "other")


@cache
def affinity(one: str, other: str) -> float:
    """How well claims of two families tell one happening, from -1 to 1."""
    told = table()["affinity"]
    worth = told.get(" ".join(sorted((one, other))), told["same" if one == other else "else"])
    return float(worth)


@cache
def is_broad(name: str) -> bool:
    """Whether a place name is that of an area, by its words.

    >>> is_broad("Idlib province"), is_broad("Saraqib")
    (True, False)
    """
    return any(word in table()["places"]["broad"].split() for word in _WORD.findall(plain(name)))


@cache
def _called() -> dict[str, str]:
    return {
        code: row["name"] for code, row in table("countries.toml").items() if isinstance(row, dict) and "name" in row
    }


def country_called(code: str) -> str:
    """The name of a country by its code; any other word is its own name.

    >>> country_called("SD"), country_called("activists")
    ('Sudan', 'activists')
    """
    return _called().get(code, code)


def demonym(code: str) -> str:
    """The adjective of a country, or its name where none is known.

    >>> demonym("YE")
    'Yemeni'
    """
    told = table("countries.toml").get(code, {})
    return str(next(iter(told.get("demonyms", ())), told.get("name", code)))


def names_holding(text: str) -> bool:
    """Whether plain words say that a place is held or taken, and not that somebody leaves it.

    >>> names_holding("they retook the mill"), names_holding("they withdrew from the mill they held")
    (True, False)
    """
    return _pattern("holding", "words").search(text) is not None and _pattern("holding", "leaves").search(text) is None


def forswears(text: str) -> bool:
    """Whether plain words promise not to strike.

    >>> forswears("our men will not attack the town"), forswears("we will not give the town up")
    (True, False)
    """
    return _pattern("vow", "words").search(text) is not None


def names_first(text: str) -> bool:
    """Whether plain words call something the first since another.

    >>> names_first("the first raid on the town since the truce"), names_first("the first raid")
    (True, False)
    """
    return _pattern("firsts", "words").search(text) is not None


def names_silence(text: str) -> bool:
    """Whether plain words say that somebody did not answer.

    >>> names_silence("the ministry declined to comment"), names_silence("the ministry denied it")
    (True, False)
    """
    return _pattern("answers", "silence").search(text) is not None


def doubted_clause(text: str) -> str | None:
    """What plain words say could not be told for certain: the clause after `if it was`; None where nothing is doubted.

    >>> doubted_clause("it was not clear whether it was a mine"), doubted_clause("a mine went off")
    ('a mine', None)
    """
    hit = _pattern("answers", "doubt").search(text)
    return None if hit is None else text[hit.end() :].strip()


def names_intent(text: str) -> str | None:
    """Whether plain words call a blow meant (`on purpose`) or not (`by mistake`); None where they do neither.

    >>> names_intent("a deliberate raid"), names_intent("the raid was not deliberate"), names_intent("a raid")
    ('on purpose', 'by mistake', None)
    """
    if _pattern("intent", "mistake").search(text) is not None:
        return "by mistake"
    return "on purpose" if _pattern("intent", "purpose").search(text) is not None else None


def reports_speech(text: str) -> bool:
    """Whether plain words give something as said by somebody.

    >>> reports_speech("which the envoy called an error"), reports_speech("an error")
    (True, False)
    """
    return _pattern("answers", "says").search(text) is not None


def demands(text: str) -> bool:
    """Whether plain words put a call as a demand.

    >>> demands("the raids must stop"), demands("the raids should stop")
    (True, False)
    """
    return _pattern("strength", "demand").search(text) is not None


def asks(text: str) -> bool:
    """Whether plain words put a call as a wish.

    >>> asks("the raids should stop"), asks("the raids must stop")
    (True, False)
    """
    return _pattern("strength", "wish").search(text) is not None


def names_keeping(text: str) -> bool:
    """Whether plain words say that a truce is kept.

    >>> names_keeping("the army abides by the truce"), names_keeping("the army broke the truce")
    (True, False)
    """
    return _pattern("keeping", "words").search(text) is not None


@cache
def _means(sort: str) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(r"\b(?:" + "|".join(words) + r")") for name, words in table()["means"][sort].items()}


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
