"""Noun phrases of a sentence, cut into units by the roster: names, demonyms, roles, titles.

The parser's relations err on foreign names, so phrases are made of tags.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Literal, NamedTuple

from dateline.find.actors.acronyms import ARMED
from dateline.find.notes import Sentence, Word
from dateline.find.sentences.tags import PROPER, SUBJECTS
from dateline.phenomena import words_of
from dateline.words.actors import Known, Role, Roster, plain
from dateline.words.calendar import MONTH_NAMES, WEEKDAYS

__all__ = ["BULLETS", "HELD", "NOUNS", "Line", "Unit", "line_of", "phrases", "said"]

PHRASE = frozenset("JJ JJR JJS NN NNS NNP NNPS HYPH CD AFX FW".split())


CLOSED = frozenset("IN VB VBD VBZ VBP MD TO CC PRP RB RP WDT WP WRB EX".split())
"""What never opens or holds a name or a role when written small."""
NOUNS = frozenset("NN NNS NNP NNPS FW".split())


ROLES = NOUNS | {"JJ"}
BLANK = "_SP"
"""Tag of a stretch of blanks, with which a page parts words of one phrase."""
CAPITALS = PROPER | {"NN", "NNS", "JJ", "FW", "VBN", "VBG"}


DAYS = frozenset(WEEKDAYS)
MONTHS = frozenset(MONTH_NAMES)
ZONES = frozenset("gmt utc bst est edt cet eet ist".split())
"""Names in capitals that are nobody's; a phrase ends at them."""


NAME_PARTS = frozenset("al el bin bint ibn von van de da abu ul du di der del la".split())


ARTICLES = frozenset("al el ad an as ash ar at".split())
"""Arabic articles as written before a hyphen."""


MANY = frozenset(
    "people peoples women children workers citizens students farmers teachers lawyers doctors journalists".split()
)
"""Whose bodies have their possessive in the name: "the Women's Protection Units", but "Chad's Defence Ministry"."""

BULLETS = frozenset("•●▪■·*–—")
"""What a list sets before each of its points, and no part of a name."""

ENDS = frozenset({"pobj", "dobj", "attr", "npadvmod"})
"""How a noun stands that ends a phrase."""

HELD = frozenset("suspected alleged armed masked unidentified unknown heavily".split())
"""Words that open a sentence with a capital and belong to no name: "Suspected Dune Army fighters"."""


AGAINST = "anti"
"""Before a hyphen, it makes whoever follows the one that others stand against: "anti-Houthi forces"."""

LED = "led"
"""After a hyphen, it makes whoever stands before it the one whose act follows."""

REGULAR = frozenset("Air Armed Defence Defense Security Ground Naval Special Police Border Land".split())
"""What tells, before "Forces", that they are a state's."""

NEWS = "News"
"""What makes an outlet of whatever body it names."""

OF_LAND = 3
"""Words from which a body's name may open with its country; "Turkey Parliament" is a headline's for the Turkish one."""


SHORT = 6
"""Words from a bracket in which the one stands that closes a short form: "(CPI-Maoist)"."""


class Unit(NamedTuple):
    """A stretch of a noun phrase with one meaning."""

    what: Literal["known", "state", "capital", "demonym", "role", "title", "name", "body", "other"]
    first: int
    last: int
    known: Known | None = None
    role: Role | None = None


class Line(NamedTuple):
    """A sentence with what the look-ups need, made once."""

    words: tuple[Word, ...]
    texts: list[str]
    plains: list[str]
    lowers: list[str]
    lemmas: list[str]
    roster: Roster
    day: dt.date | None
    shouted: bool = False
    """Whether all of it stands in capitals, so that they tell nothing."""


def singular(word: Word) -> str:
    if word.tag in PROPER and word.lower.endswith("s") and len(word.lower) > 4 and not word.lower.endswith("ss"):
        return word.lower[:-1]
    return word.lemma


def phrases(line: Line) -> Iterator[tuple[int, list[Unit]]]:
    """Noun phrases: where each starts, its determiner included, and the units it is made of."""
    words, at = line.words, 0
    while at < len(words):
        if words[at].tag in CLOSED and (line.shouted or words[at].text.islower()):
            at += 1
            continue
        start = at
        if words[at].tag in ("DT", "PRP$") and at + 1 < len(words):
            at += 1
        units: list[Unit] = []
        while at < len(words):
            unit = _unit(line, at)
            if unit is None and units and words[at].tag == BLANK:
                at += 1
                continue
            if unit is None:
                break
            if units and _does(line, units[-1], unit):
                at = unit.last
                break
            if units and (_anew(line, at) or _outlet_told(line, units[-1], at)):
                break
            units.append(unit)
            at = unit.last
        if units:
            yield start, units
        at = max(at, start + 1)


def _does(line: Line, before: Unit, unit: Unit) -> bool:
    """Whether what follows a plural tells what they do, and no more of who they are: "troops battling rebels"."""
    many = before.role is not None and line.words[before.last - 1].tag == "NNS"
    return many and unit.what == "other" and line.words[unit.first].tag == "VBG"


def _anew(line: Line, at: int) -> bool:
    """Whether another phrase opens beside one that has ended: "hacked to death [nine herders]", "the third time [bandits] came"."""
    word, before = line.words[at], line.words[at - 1]
    opens = word.head > at and (word.dep == "nummod" or (word.text.islower() and word.dep in SUBJECTS))
    return (
        opens and before.tag in ("NN", "NNS") and before.text.islower() and before.dep in ENDS and before.head < at - 1
    )


def _outlet_told(line: Line, before: Unit, at: int) -> bool:
    """Whether a count opens another phrase behind the outlet that was told of it: "told Reuters [nine herders] died"."""
    return before.known is not None and before.known.kind == "media" and line.words[at].tag == "CD"


def _unit(line: Line, at: int) -> Unit | None:
    """What starts at a word, or None where the phrase has ended."""
    word = line.words[at]
    if (word.tag in CLOSED and (line.shouted or word.text.islower())) or word.text in BULLETS:
        return None
    if word.text[:1].isupper() or (word.text[:2] == "al" and at + 1 < len(line.words)) or word.lower in ("dpa", "de"):
        told = line.roster.match(line.texts, line.plains, at, line.day)
        if told is not None and not _longer(line, at, *told):
            return _of_land(line, at, told[1]) or _known(line, at, *told)
    if at == 0 and word.lower in HELD:
        return _role(line, at) or Unit("other", at, at + 1)
    if not (word.tag in PHRASE or (word.tag in ("VBN", "VBG") and word.dep == "amod")) or _dated(line, at):
        return None
    if word.text in line.roster.honorifics and word.tag in PROPER:
        return Unit("title", at, at + 1)
    arabic = word.text.islower() and _article(line, at)
    if arabic or (word.text[:1].isupper() and word.tag in PROPER):
        body = _body(line, at)
        if body is not None:
            return body
    people = _people(line, at)
    if people is not None:
        return people
    role = _role(line, at)
    if role is not None:
        return role
    if arabic or (word.text[:1].isupper() and word.tag in PROPER):
        return _name(line, at)
    return Unit("other", at, at + 1)


def _article(line: Line, at: int) -> bool:
    """Whether a name opens with an article written small: "al-Tarin TV"."""
    named = (
        line.texts[at + 1 : at + 2] == ["-"] and line.texts[at + 2 : at + 3] != [] and line.texts[at + 2][0].isupper()
    )
    return named and line.lowers[at] in ARTICLES and line.words[at].tag in PROPER


def _role(line: Line, at: int) -> Unit | None:
    """The longest role that starts at a word."""
    openers = line.roster.openers
    if line.lowers[at] not in openers and line.lemmas[at] not in openers:
        return None
    for last in range(min(at + 4, len(line.words)) - 1, at - 1, -1):
        told = line.roster.role(line.lowers, line.lemmas, last, at)
        if told is not None and told[0] == at and line.words[last].tag in ROLES and not _of_name(line, last):
            return _side(line, at, last + 1, told[1])
    return None


def _of_name(line: Line, last: int) -> bool:
    """Whether an adjective only tells of what sort somebody is who is named behind it: "the official Tass agency"."""
    behind = line.words[last + 1 : last + 2]
    return line.words[last].tag == "JJ" and bool(behind) and behind[0].tag in PROPER


def _dated(line: Line, at: int) -> bool:
    """Whether a word is a weekday or a month; a month before another name is a name ("Jan Egeland", "June Osei")."""
    lower = line.lowers[at].rstrip("s.")
    if lower in ZONES and at > 0 and line.texts[at - 1][-1:].isdigit():
        return True
    if lower in DAYS or lower not in MONTHS:
        return lower in DAYS
    following = line.words[at + 1] if at + 1 < len(line.words) else None
    named = following is not None and following.tag in PROPER and following.lower.rstrip("s") not in DAYS
    return not named or (at > 0 and line.texts[at - 1].isdigit())


def _people(line: Line, at: int) -> Unit | None:
    """A people by its demonym ("thousands of Kenyans"); with an article it is the state ("to show the Kenyans")."""
    if line.words[at].tag not in ("NNPS", "NNP", "NNS") or not line.plains[at].endswith("s"):
        return None
    told = line.roster.match([line.texts[at][:-1]], [line.plains[at][:-1]], 0, line.day)
    if told is None or told[1].form != "demonym":
        return None
    if at and line.lowers[at - 1] == "the":
        return Unit("state", at, at + 1, told[1])
    return Unit("role", at, at + 1, told[1], Role("civilians"))


def _longer(line: Line, at: int, end: int, known: Known) -> bool:
    """Whether an outlet's name of one word is only part of somebody's ("Petra Lindqvist")."""
    if known.kind != "media" or end - at > 1 or end >= len(line.words) or line.texts[at].isupper():
        return False
    word = line.words[end]
    role = line.roster.role(line.lowers, line.lemmas, end, end)
    return word.tag in PROPER and word.text[:1].isupper() and word.lower.rstrip("s") not in DAYS and role is None


def _of_land(line: Line, at: int, known: Known) -> Unit | None:
    """A body whose name opens with its country: "Sudan Doctors Network"."""
    body = _body(line, at) if known.form == "country" else None
    return body._replace(known=known) if body is not None and body.last - at >= OF_LAND else None


def _known(line: Line, at: int, end: int, known: Known) -> Unit:
    """A known actor; one that only tells a side ("Russian-backed") is a word like any other, unless an act is told that it
    leads: "French-led raids"."""
    tied = end + 1 < len(line.words) and line.texts[end] == "-" and line.lowers[end + 1] in line.roster.tied
    if tied and not (line.lowers[end + 1] == LED and _acting(line, end + 2)):
        return Unit("other", at, end + 2)
    if at >= 2 and line.texts[at - 1] == "-" and line.lowers[at - 2] == AGAINST:
        return Unit("other", at, end)
    what: dict[str, Literal["known", "state", "capital", "demonym"]] = {
        "name": "known", "country": "state", "capital": "capital", "demonym": "demonym",
    }  # fmt: skip
    return Unit(what[known.form], at, _shortened(line, end) if known.form == "name" else end, known)


def _shortened(line: Line, end: int) -> int:
    """Where a name ends with its short form in brackets, should those follow who are of it: "the River Front (RFr) rebels"."""
    if line.texts[end : end + 1] not in (["("], ["["]):
        return end
    close = next((at for at in range(end + 2, min(end + SHORT, len(line.words))) if line.texts[at] in (")", "]")), end)
    followed = close > end and close + 1 < len(line.words) and _role(line, close + 1) is not None
    return close + 1 if followed and sum(map(str.isupper, line.texts[end + 1])) > 1 else end


def _acting(line: Line, at: int) -> bool:
    """Whether the noun that a phrase ends with is one for what somebody does."""
    while at + 1 < len(line.words) and line.words[at].tag in PHRASE and line.words[at + 1].tag in NOUNS:
        at += 1
    return at < len(line.words) and line.lemmas[at] in words_of("led_acts")


def _side(line: Line, at: int, end: int, role: Role) -> Unit:
    """A role; one that only tells a side ("rebel-held", "pro-government") is a word like any other."""
    if end + 1 < len(line.words) and line.texts[end] == "-" and line.lowers[end + 1] in line.roster.tied:
        return Unit("other", at, end + 2)
    if line.lowers[end - 1] == "regime" and at and line.lowers[at - 1] in words_of("ruled"):
        return Unit("other", at, end)
    if line.lowers[end - 1] == "opposition" and end < len(line.words) and line.lowers[end] == "to":
        return Unit("other", at, end)
    sided = at >= 2 and line.texts[at - 1] == "-" and line.lowers[at - 2] in ("pro", AGAINST)
    return Unit("other", at, end) if sided else Unit("role", at, end, role=role)


def _body(line: Line, at: int) -> Unit | None:
    """A body named in capitals with a telling head ("Supreme Judicial Council", "Ministry of Health")."""
    if line.roster.heads.get(line.texts[at]) == "armed_group" and _leads_on(line, at + 1):
        return Unit("body", at, _name(line, at).last, role=Role("armed_group"))  # "Jaish al-Tern"
    end, head = at, None
    while end < len(line.words) and (capital(line.words[end]) or _joins(line, end)) and end - at < 8:
        if line.texts[end] in line.roster.heads:
            head = line.roster.heads[line.texts[end]]
        end += 1
    if head is None:
        return None
    joins = end
    while joins + 1 < len(line.words) and line.lowers[joins] in ("of", "for", "and", "on", "in", "the", "to"):
        joins += 1
    last_head = line.texts[end - 1] in line.roster.heads
    if (
        end < joins < len(line.words)
        and last_head
        and line.lowers[end] in ("of", "for", "on")
        and capital(line.words[joins])
    ):
        end = joins + 1
        while end < len(line.words) and (capital(line.words[end]) or _within_name(line, end)):
            end += 1
    if end - at < 2 or (not last_head and end == joins) or line.lowers[end - 2 : end] == ["air", "force"]:
        return None
    if line.texts[end - 1] == "Forces" and line.texts[end - 2] in REGULAR:
        head = "military"
    if NEWS in line.texts[at:end]:
        head = line.roster.heads[NEWS]  # "Tern News Agency"
    if head == "military" and not ARMED.isdisjoint(line.lowers[at:end]):
        head = "armed_group"
    return Unit("body", at, end, role=Role(head))


def _leads_on(line: Line, at: int) -> bool:
    """Whether an article leads on to the rest of a name: the "al-" of "Jaish al-Tern"."""
    return at + 1 < len(line.words) and line.lowers[at] in ARTICLES and _joined(line, at)


def _joins(line: Line, at: int) -> bool:
    """Whether a mark or a possessive stands within a body's name: "Valley People's Liberation Front"."""
    return line.texts[at] in ("-", "&") or (
        line.texts[at] in ("'s", "'", "\u2019s", "\u2019") and at > 0 and line.lowers[at - 1] in MANY
    )


def _within_name(line: Line, at: int) -> bool:
    """Whether a small word goes on with a body's name: "Institute for the Study of War"."""
    return line.lowers[at] == "of" and at + 1 < len(line.words) and capital(line.words[at + 1])


def _name(line: Line, at: int) -> Unit:
    """A run of capitals with the small words that names hold ("Abu Ali al-Masri", "Khalid bin Said")."""
    words, end = line.words, at + 1
    while end < len(words):
        word = words[end]
        if word.text in line.roster.honorifics or word.lower in DAYS:
            break
        if (capital(word) and line.roster.role(line.lowers, line.lemmas, end, end) is None) or (
            (
                end + 1 < len(words)
                and (word.text in ("-", "'") or word.lower in NAME_PARTS | ARTICLES)
                and _joined(line, end)
            )
            or _second_half(line, end)
        ):
            end += 1
        else:
            break
    return Unit("name", at, end)


def _second_half(line: Line, at: int) -> bool:
    """Whether a small word ends a given name of two that a hyphen joins: "Ki-moon"."""
    before, word = line.words[at - 1], line.words[at]
    return before.text == "-" and before.end == word.start and word.tag in PROPER and word.text.islower()


def _joined(line: Line, at: int) -> bool:
    """Whether a small word, a hyphen or an apostrophe within a name leads on to more of it."""
    word, following = line.words[at], line.words[at + 1]
    if word.text in ("-", "'"):
        return line.words[at - 1].end == word.start and word.end == following.start
    hyphened = following.text == "-" and following.start == word.end and at + 2 < len(line.words)
    return hyphened if word.lower in ARTICLES and not following.text[:1].isupper() else following.text[:1].isupper()


def capital(word: Word) -> bool:
    """Whether a word may be part of a name: no weekday is one."""
    return word.text[:1].isupper() and word.tag in CAPITALS and word.lower not in DAYS


def said(line: Line, first: int, last: int) -> str:
    """The words as they stand, one blank between those that had any."""
    said = []
    for at in range(first, last):
        word = line.words[at]
        said.append(word.text)
        if at + 1 < last and line.words[at + 1].start > word.end:
            said.append(" ")
    return "".join(said)


def line_of(sentence: Sentence, roster: Roster, day: dt.date | None) -> Line:
    """A sentence ready for look-ups."""
    words = sentence.words
    texts = [word.text for word in words]
    plains = [plain(text) for text in texts]
    lowers = [word.lower for word in words]
    return Line(words, texts, plains, lowers, [singular(word) for word in words], roster, day, sentence.text.isupper())
