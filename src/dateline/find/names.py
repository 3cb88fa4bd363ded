"""Where a sentence names or describes someone who acts: noun phrases read against the roster, from tags alone.

The parser's relations err on foreign names, so phrases are made of tags: what stands before the head noun tells office,
side and country ("Turkish presidential spokesman Ibrahim Kalin").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from dateline.find.notes import Sentence, Word
from dateline.words.actors import Known, Role, Roster, plain

__all__ = ["Spot", "spots"]

PHRASE = frozenset("JJ JJR JJS NN NNS NNP NNPS HYPH CD AFX FW".split())
NOUNS = frozenset("NN NNS NNP NNPS FW".split())
PROPER = frozenset("NNP NNPS".split())
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december jan feb mar apr jun jul aug sept sep oct nov dec mondays tuesdays wednesdays thursdays fridays saturdays sundays".split()
)
"""Names in capitals that are nobody's; a phrase ends at them."""


class Spot(NamedTuple):
    """One mention before it is known whose it is: words `first` up to `last` of a sentence, `head` its main word.

    `form`: a known name, an unknown person or body, a described role, or the state a demonym tells.
    `own` is the name's part of the words, `country` what its modifiers tell, `owner` whom it belongs to.
    """

    first: int
    last: int
    head: int
    form: Literal["known", "person", "body", "role", "state", "bare"]
    own: str
    kind: str
    known: Known | None = None
    role: Role | None = None
    country: str | None = None
    owner: Known | None = None
    side: str | None = None
    office: str | None = None
    definite: bool = False
    modified: bool = False


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


def spots(sentence: Sentence, roster: Roster, day: dt.date | None) -> list[Spot]:
    """The actors a sentence names or describes, in order of the text."""
    words = sentence.words
    texts = [word.text for word in words]
    lemmas = [_singular(word) for word in words]
    line = Line(words, texts, [plain(text) for text in texts], [word.lower for word in words], lemmas, roster, day)
    found: list[Spot] = []
    for first, units in _phrases(line):
        found.extend(reversed(list(_read(line, first, units))))
    return found


def _singular(word: Word) -> str:
    if word.tag in PROPER and word.lower.endswith("s") and len(word.lower) > 4 and not word.lower.endswith("ss"):
        return word.lower[:-1]
    return word.lemma


def _phrases(line: Line) -> Iterator[tuple[int, list[Unit]]]:
    """Noun phrases: where each starts, its determiner included, and the units it is made of."""
    words, at = line.words, 0
    while at < len(words):
        start = at
        if words[at].tag in ("DT", "PRP$") and at + 1 < len(words):
            at += 1
        units: list[Unit] = []
        while at < len(words):
            unit = _unit(line, at, units)
            if unit is None:
                break
            units.append(unit)
            at = unit.last
        if units:
            yield start, units
        at = max(at, start + 1)


def _unit(line: Line, at: int, before: list[Unit]) -> Unit | None:
    """What starts at a word, or None where the phrase has ended."""
    word = line.words[at]
    if word.text[:1].isupper() or (word.text[:2] == "al" and at + 1 < len(line.words)) or word.lower in ("dpa", "de"):
        told = line.roster.match(line.texts, line.plains, at, line.day)
        if told is not None:
            return _known(line, at, *told)
    if word.lower in DAYS or not (word.tag in PHRASE or (word.tag in ("VBN", "VBG") and word.dep == "amod")):
        return None
    if word.text in line.roster.honorifics and word.tag in PROPER:
        return Unit("title", at, at + 1)
    if word.text[:1].isupper() and word.tag in PROPER:
        body = _body(line, at)
        if body is not None:
            return body
    for last in range(min(at + 4, len(line.words)) - 1, at - 1, -1):
        told_role = line.roster.role(line.lowers, line.lemmas, last, at)
        if told_role is not None and told_role[0] == at and line.words[last].tag in NOUNS | {"JJ"}:
            return _side(line, at, last + 1, told_role[1])
    if word.text[:1].isupper() and word.tag in PROPER:
        return _name(line, at)
    return Unit("other", at, at + 1)


def _known(line: Line, at: int, end: int, known: Known) -> Unit:
    """A known actor; one that only tells a side ("Russian-backed") is a word like any other."""
    if end + 1 < len(line.words) and line.texts[end] == "-" and line.lowers[end + 1] in line.roster.tied:
        return Unit("other", at, end + 2)
    what: dict[str, Literal["known", "state", "capital", "demonym"]] = {
        "name": "known", "country": "state", "capital": "capital", "demonym": "demonym",
    }  # fmt: skip
    return Unit(what[known.form], at, end, known)


def _side(line: Line, at: int, end: int, role: Role) -> Unit:
    """A role; one that only tells a side ("rebel-held", "pro-government") is a word like any other."""
    if end + 1 < len(line.words) and line.texts[end] == "-" and line.lowers[end + 1] in line.roster.tied:
        return Unit("other", at, end + 2)
    sided = at >= 2 and line.texts[at - 1] == "-" and line.lowers[at - 2] in ("pro", "anti")
    return Unit("other", at, end) if sided else Unit("role", at, end, role=role)


def _body(line: Line, at: int) -> Unit | None:
    """A body named in capitals with a telling head ("Supreme Judicial Council", "Ministry of Health")."""
    end, head = at, None
    while end < len(line.words) and (_capital(line.words[end]) or line.texts[end] in ("-", "&")) and end - at < 8:
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
        and _capital(line.words[joins])
    ):
        end = joins + 1
        while end < len(line.words) and _capital(line.words[end]):
            end += 1
    if end - at < 2 or (not last_head and end == joins):
        return None
    return Unit("body", at, end, role=Role(head))


def _name(line: Line, at: int) -> Unit:
    """A run of capitals with the small words that names hold ("Abu Ali al-Masri", "Khalid bin Said")."""
    words, end = line.words, at + 1
    while end < len(words):
        word = words[end]
        if _capital(word) and line.roster.role(line.lowers, line.lemmas, end, end) is None:
            end += 1
        elif (
            end + 1 < len(words)
            and (word.text in ("-", "'") or word.lower in NAME_PARTS | ARTICLES)
            and _joined(line, end)
        ):
            end += 1
        else:
            break
    return Unit("name", at, end)


NAME_PARTS = frozenset("al el bin bint ibn von van de da abu ul du di der del la".split())
ARTICLES = frozenset("al el ad an as ash ar at".split())
"""Arabic articles as written before a hyphen."""


def _joined(line: Line, at: int) -> bool:
    """Whether a small word, a hyphen or an apostrophe within a name leads on to more of it."""
    word, following = line.words[at], line.words[at + 1]
    if word.text in ("-", "'"):
        return line.words[at - 1].end == word.start and word.end == following.start
    hyphened = following.text == "-" and following.start == word.end and at + 2 < len(line.words)
    return hyphened if word.lower in ARTICLES and not following.text[:1].isupper() else following.text[:1].isupper()


def _capital(word: Word) -> bool:
    return word.text[:1].isupper() and word.tag in PROPER | {"NN", "NNS", "JJ", "FW", "VBN", "VBG"}


def _read(line: Line, start: int, units: list[Unit]) -> Iterator[Spot]:
    """The actors of one phrase, last first: the tail is the main one, and takes what leads up to it."""
    units = list(units)
    before_noun = False
    while units:
        tail = units.pop()
        modifies = before_noun and tail.role is not None and line.words[tail.last - 1].tag in ("JJ", "NN")
        before_noun = before_noun or (tail.what == "other" and line.words[tail.last - 1].tag in NOUNS)
        if modifies and not (tail.role and tail.role.national and line.words[tail.last - 1].tag == "NN"):
            continue
        if tail.what in ("other", "title"):
            state = _tied(line, tail, units)
            if state is not None:
                yield state
                units.pop()
            continue
        if tail.what == "demonym":
            continue
        lead = _lead(line, tail, units)
        first = _first(line, start, tail, lead)
        del units[len(units) - len(lead) :]
        spot = _spot(line, first, tail, lead)
        if spot is not None:
            yield spot


def _lead(line: Line, tail: Unit, units: Sequence[Unit]) -> list[Unit]:
    """What before the tail belongs to it: its modifiers, office and side."""
    if tail.what in ("state", "capital"):
        return []
    if tail.what == "body":
        return list(units[-1:]) if units and units[-1].what == "demonym" else []
    person = tail.what == "name" or (tail.known is not None and tail.known.kind == "person")
    if tail.what == "role":
        return _stripped(line, _modifiers(line, tail, units))
    titled = units and (units[-1].what == "title" or (units[-1].role is not None and units[-1].role.titles))
    return _stripped(line, _modifiers(line, tail, units)) if person and titled else []


def _modifiers(line: Line, tail: Unit, units: Sequence[Unit]) -> list[Unit]:
    """The units before the tail, up to where another phrase must have ended: pages lose their commas."""
    lead: list[Unit] = []
    told = False
    for unit in reversed(units):
        if told and (unit.what != "other" or line.words[unit.last - 1].tag not in ("JJ", "JJR", "JJS")):
            break
        if unit.what == "name" and unit.last - unit.first > 1 and tail.role is not None and tail.role.titles:
            break
        told = told or unit.what in ("demonym", "known", "state")
        lead.insert(0, unit)
    return lead


def _stripped(line: Line, lead: list[Unit]) -> list[Unit]:
    """Without the count before it: "120 evacuees", "at least nine soldiers"."""
    while lead and lead[0].what == "other" and line.words[lead[0].first].tag in ("CD", "JJS", "RBS", "RBR", "JJR"):
        lead = lead[1:]
    return lead


def _first(line: Line, start: int, tail: Unit, lead: Sequence[Unit]) -> int:
    if not lead:
        return tail.first if tail.what != "role" or start + 1 != tail.first else start
    first = lead[0].first
    return start if start + 1 == first and line.words[start].tag in ("DT", "PRP$") else first


def _spot(line: Line, first: int, tail: Unit, lead: Sequence[Unit]) -> Spot | None:
    words, head = line.words, tail.last - 1
    own = _text(line, tail.first, tail.last)
    country = next((u.known.country for u in reversed(lead) if u.known is not None and u.known.country), None)
    owner = next((u.known for u in reversed(lead) if u.what == "known"), None)
    offices = [u for u in lead if u.what in ("role", "title")]
    office = _text(line, offices[0].first, offices[-1].last).lower() if offices else None
    if tail.known is not None:
        if tail.what in ("state", "capital") and not _acts(line, tail):
            return None
        form: Literal["known", "state"] = "known" if tail.what == "known" else "state"
        return Spot(
            first,
            tail.last,
            head,
            form,
            own,
            tail.known.kind,
            tail.known,
            None,
            tail.known.country or country,
            None,
            None,
            office,
        )
    if tail.what == "body" and tail.role is not None:
        full = _text(line, first, tail.last).removeprefix("the ").removeprefix("The ")
        return Spot(first, tail.last, head, "body", full, tail.role.kind, None, None, country)
    if tail.what == "role" and tail.role is not None:
        side = next(
            (
                line.roster.sides[line.lowers[w]]
                for u in lead
                for w in range(u.first, u.last)
                if line.lowers[w] in line.roster.sides
            ),
            None,
        )
        inner = lead[0].first if lead else tail.first
        name = _text(line, inner, tail.last)
        if (
            inner == 0
            and (lead[0] if lead else tail).what in ("other", "role")
            and not name.isupper()
            and words[inner].tag not in PROPER
        ):
            name = name[:1].lower() + name[1:]
        definite = words[first].lower in ("the", "this", "that", "these", "those", "his", "her", "its", "their")
        return Spot(
            first,
            tail.last,
            head,
            "role",
            name,
            tail.role.kind,
            None,
            tail.role,
            country,
            owner,
            side,
            own.lower(),
            definite,
            bool(lead),
        )
    if offices:
        return Spot(first, tail.last, head, "person", own, "person", None, None, country, owner, None, office)
    return Spot(first, tail.last, head, "bare", own, "person")


def _acts(line: Line, tail: Unit) -> bool:
    """Whether a country or a capital acts here: it does not where a preposition only places something there."""
    before = tail.first - 1
    if before >= 0 and line.lowers[before] == "the":
        before -= 1
    if tail.last < len(line.words) and tail.what == "capital" and line.texts[tail.last] == ",":
        return False
    placed = before >= 0 and line.lowers[before] in line.roster.locative
    if tail.what == "capital":
        dep = line.words[tail.last - 1].dep
        return not placed and (
            dep in ("nsubj", "nsubjpass", "dobj", "poss", "conj")
            or before >= 0
            and line.lowers[before] in ("by", "with", "between")
        )
    return not placed


def _tied(line: Line, tail: Unit, units: Sequence[Unit]) -> Spot | None:
    """The state that a demonym before another noun tells ("Russian air strikes"), unless it only locates that noun."""
    if not units or units[-1].what != "demonym" or units[-1].known is None:
        return None
    if line.lemmas[tail.last - 1] in line.roster.located:
        return None
    unit = units[-1]
    return Spot(
        unit.first,
        unit.last,
        unit.last - 1,
        "state",
        _text(line, unit.first, unit.last),
        "state",
        unit.known,
        None,
        units[-1].known.country,
    )


def _text(line: Line, first: int, last: int) -> str:
    """The words as they stand, one blank between those that had any."""
    said = []
    for at in range(first, last):
        word = line.words[at]
        said.append(word.text)
        if at + 1 < last and line.words[at + 1].start > word.end:
            said.append(" ")
    return "".join(said)
