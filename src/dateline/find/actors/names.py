"""Where a sentence names or describes someone who acts.

What stands before a name or a head noun tells office, side and country ("Turkish presidential spokesman Ibrahim Kalin").
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from dateline.find.actors.phrases import NOUNS, Line, Unit, line_of, phrases, said
from dateline.find.notes import Sentence
from dateline.find.sentences.clauses import is_aimed
from dateline.find.sentences.tags import PROPER, SUBJECTS
from dateline.phenomena import words_of
from dateline.words.actors import Known, Role, Roster

__all__ = ["Spot", "spots"]


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
    rivals: frozenset[str] = frozenset()
    """The countries of those who act before it in its sentence, where nothing tells whose it is."""
    here: str | None = None
    """The only country its sentence tells before it."""

    @property
    def served(self) -> str | None:
        """The land that a role serves, where it is known: "the French army"."""
        return self.country if self.role is not None and self.role.name is not None else None

    def of_land(self, country: str | None) -> Spot:
        """The same, told to be of a land."""
        return self._replace(country=country, modified=True, definite=False)


def spots(sentence: Sentence, roster: Roster, day: dt.date | None) -> list[Spot]:
    """The actors a sentence names or describes, in order of the text."""
    line = line_of(sentence, roster, day)
    found: list[Spot] = []
    for first, units in phrases(line):
        for spot in reversed(list(_read(line, first, units))):
            guild = _guild(line, found[-1], spot) if found else None
            found[-1:] = [guild] if guild is not None else [*found[-1:], spot]
    return found


def _guild(line: Line, members: Spot, body: Spot) -> Spot | None:
    """The body that is told by those who are its members: "a doctors' committee", "the bishops' conference"."""
    if members.role is None or body.role is None or not (body.role.generic and body.kind == "other"):
        return None
    owned = line.words[members.head].tag == "NNS" and line.lowers[members.last : body.first] in (
        ["'"],
        ["'s"],
        ["\u2019"],
    )
    if not owned:
        return None
    opening = members.first + (line.words[members.first].tag in ("DT", "PRP$"))
    name = said(line, opening, body.last)
    return members._replace(
        last=body.last, head=body.head, form="body", own=name, kind="other", role=body.role, office=None
    )


def _read(line: Line, start: int, units: list[Unit]) -> Iterator[Spot]:
    """The actors of one phrase, last first: the tail is the main one, and takes what leads up to it."""
    units = list(units)
    before_noun = False
    while units:
        tail = units.pop()
        modifies = before_noun and tail.role is not None and line.words[tail.last - 1].tag in ("JJ", "NN")
        last = tail.last - 1
        noun = line.words[last].tag in NOUNS and line.lowers[last] not in DAYS
        before_noun = before_noun or (tail.what == "other" and noun)
        if _favoured(line, tail):
            continue
        modifies = modifies and not (tail.role and _sided(line, tail, tail.role, units))
        if modifies or tail.what in ("other", "title"):
            state = _tied(line, tail, units)
            if state is not None:
                yield state
                units.pop()
            continue
        if tail.what == "demonym":
            if tail.known is not None and line.lowers[tail.last : tail.last + 1] in (["and"], ["or"], ["]"]):
                own = said(line, tail.first, tail.last)
                yield Spot(
                    tail.first, tail.last, tail.last - 1, "state", own, "state", tail.known, None, tail.known.country
                )
            continue
        lead = _lead(line, tail, units)
        first = _first(line, start, tail, lead)
        del units[len(units) - len(lead) :]
        spot = _spot(line, first, tail, lead)
        if spot is not None and not _bodily(line, spot):
            yield spot


def _favoured(line: Line, unit: Unit) -> bool:
    """Whether others only stand for whom a word names, and he did nothing himself: "a pro-Haftar rally"."""
    at = unit.first
    return unit.known is not None and unit.role is None and line.lowers[max(0, at - 2) : at] == ["pro", "-"]


def _sided(line: Line, tail: Unit, role: Role, lead: Sequence[Unit]) -> bool:
    """Whether a role before a noun tells whose act that is: "a rebel offensive", "regime shelling", but "military aid"."""
    if line.lowers[tail.last - 1] == "coalition":
        return True
    if line.lowers[tail.last - 1] == "military" and not any(unit.known for unit in lead[-2:]):
        return False
    return role.national and (line.words[tail.last - 1].tag == "NN" or role.name == "rebels")


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
        if told and not (_describes(line, unit) or _allied(line, tail, unit)):
            break
        office = tail.role is not None and tail.role.titles and unit.last - unit.first > 1
        if unit.what == "name" and (tail.what == "name" or office):
            break
        if unit.what == "capital" and _placed(line, unit):
            break
        if _of_outlet(line, tail, unit):
            break
        told = told or unit.what in ("demonym", "known", "state")
        lead.insert(0, unit)
    return lead


def _of_outlet(line: Line, tail: Unit, unit: Unit) -> bool:
    """Whether an outlet stands before those whom none has: "CNN Libyan rebels" is a byline that runs into its story."""
    if tail.role is None or unit.known is None or unit.known.kind != "media":
        return False
    return tail.role.kind in ("military", "armed_group") or line.lowers[tail.last - 1] in CROWDS


CROWDS = frozenset("protesters protestors demonstrators marchers rioters residents villagers refugees".split())


def _allied(line: Line, tail: Unit, unit: Unit) -> bool:
    """Whether a land is joined to the next one as those whose body it is: "the French-British coalition"."""
    joint = tail.role is not None and not tail.role.national and unit.what in ("demonym", "state", "other")
    return joint and "-" in line.texts[unit.first : unit.last + 1] and line.texts[unit.first - 1 : unit.first] != ["-"]


def _placed(line: Line, unit: Unit) -> bool:
    """Whether a capital is where something is, and what stands behind it another phrase: "talks in Rome Rebels say"."""
    return unit.first > 0 and line.lowers[unit.first - 1] in ("in", "at", "near", "outside", "around")


def _describes(line: Line, unit: Unit) -> bool:
    """Whether a unit before a name goes on with its phrase: "the veteran Chadian envoy", "the militant Dune Army group"."""
    tag = line.words[unit.last - 1].tag
    armed = unit.role is not None and unit.role.kind == "armed_group"
    return tag in ("JJ", "JJR", "JJS") and (armed or unit.what == "other")


DOZENS = frozenset("dozen dozens several many hundred few estimated additional".split())
COUNTS = frozenset("CD JJS RBS RBR JJR HYPH :".split())


def _stripped(line: Line, lead: list[Unit]) -> list[Unit]:
    """Without the count before it: "120 evacuees", "at least nine soldiers", "shot dead nine soldiers"."""
    while lead and lead[0].what == "other" and (_counting(line, lead[0].first) or _shot(line, lead)):
        if _hyphened(line, lead[0].last):
            break  # "a 61-year-old resident"
        lead = lead[1:]
    return lead


def _hyphened(line: Line, at: int) -> bool:
    """Whether a hyphen joins a word to the next one, as no dash behind a date does: "12 - Government fighters"."""
    return line.texts[at : at + 1] == ["-"] and line.words[at - 1].end == line.words[at].start


def _shot(line: Line, lead: Sequence[Unit]) -> bool:
    """Whether a phrase opens with how its own were shot, and only then with how many they are."""
    return line.lowers[lead[0].first] == "dead" and len(lead) > 1 and _counting(line, lead[1].first)


def _counting(line: Line, at: int) -> bool:
    return line.words[at].tag in COUNTS or line.lowers[at] in DOZENS


def _first(line: Line, start: int, tail: Unit, lead: Sequence[Unit]) -> int:
    if not lead:
        beside = tail.what == "role" and start + 1 == tail.first and line.words[start].tag not in PROPER
        return start if beside else tail.first
    first = lead[0].first
    return start if start + 1 == first and line.words[start].tag in ("DT", "PRP$") else first


def _spot(line: Line, first: int, tail: Unit, lead: Sequence[Unit]) -> Spot | None:
    """The mention that a tail makes with what leads up to it; None where a country only places something."""
    telling = [unit for unit in reversed(lead) if unit.known is not None and not _favoured(line, unit)]
    country = next((u.known.country for u in telling if u.known is not None and u.known.country), None)
    owner = next((u.known for u in reversed(lead) if u.what == "known"), None)
    offices = [u for u in lead if u.what in ("role", "title")]
    office = said(line, offices[0].first, offices[-1].last).lower() if offices else None
    own = said(line, tail.first, tail.last)
    form: Literal["person", "bare"] = "person" if offices else "bare"
    spot = Spot(first, tail.last, tail.last - 1, form, own, "person", country=country, owner=owner, office=office)
    if tail.known is not None and tail.role is None:
        return _of_known(line, tail, tail.known, spot)
    if tail.role is None:
        return spot
    if tail.what == "body":
        full = said(line, first, tail.last).removeprefix("the ").removeprefix("The ")
        land = spot.country or (tail.known.country if tail.known is not None else None)
        return spot._replace(form="body", own=full, kind=tail.role.kind, owner=None, office=None, country=land)
    return _of_role(line, tail, tail.role, lead, spot)


def _of_known(line: Line, tail: Unit, known: Known, spot: Spot) -> Spot | None:
    if tail.what == "known":
        return spot._replace(
            form="known", kind=known.kind, known=known, country=known.country or spot.country, owner=None
        )
    return spot._replace(form="state", kind="state", known=known, country=known.country) if _acts(line, tail) else None


def _of_role(line: Line, tail: Unit, role: Role, lead: Sequence[Unit], spot: Spot) -> Spot:
    inner = lead[0] if lead else tail
    if line.lowers[inner.first] in DOUBTED and line.texts[inner.last][:1].isupper():
        inner = lead[1] if lead[1:] else tail
    name = said(line, inner.first, tail.last)
    if role.generic and role.kind == "armed_group" and lead and lead[-1].what == "name":
        name = said(line, lead[-1].first, lead[-1].last)  # "the Dune Sons outfit"
    first = all(word.tag in QUOTES for word in line.words[: inner.first])
    common = line.words[inner.first].tag not in PROPER or inner.what == "role"
    named = line.roster.match(line.texts, line.plains, inner.first, line.day) is not None  # "Chadian-backed men"
    opens = first and inner.what in ("other", "role") and common and not named
    sides = (line.lowers[at] for unit in lead for at in range(unit.first, unit.last))
    return spot._replace(
        form="role",
        own=name[:1].lower() + name[1:] if opens and not name.isupper() else name,
        kind=role.kind,
        role=role,
        country=spot.country or (tail.known.country if tail.known is not None else None),
        side=next((line.roster.sides[word] for word in sides if word in line.roster.sides), None),
        office=spot.own.lower(),
        definite=line.lowers[spot.first] in DEFINITE and not (role.generic and _whole(line, tail.last)),
        modified=bool(lead),
    )


DOUBTED = frozenset(("suspected", "alleged", "presumed"))
"""Words before the name of those in arms that are no part of it: "suspected BFF rebels"."""

DAYS = frozenset(("today", "yesterday", "tomorrow", "tonight"))
"""Nouns that no description before them belongs to: "Chad's military today said"."""
QUOTES = frozenset(("``", "''", "-LRB-", ":", "HYPH"))
"""Tags of the marks that may open a sentence before its first word."""

DEFINITE = frozenset("the this that these those his her its their".split())


def _whole(line: Line, at: int) -> bool:
    """Whether what follows tells of what something is a part: "the centre of Ostrel" is no body told of before."""
    return line.lowers[at : at + 1] == ["of"]


def _bodily(line: Line, spot: Spot) -> bool:
    """Whether a head is a part of somebody: "his head", "shot in the head", but "the head of the guild"."""
    owned = line.lowers[spot.first] in ("his", "her", "my", "your")
    struck = spot.first > 0 and line.lowers[spot.first - 1] in ("in", "on")
    return spot.office == "head" and not spot.modified and (owned or struck) and not _whole(line, spot.last)


CLOCKS = frozenset(("a.m.", "p.m.", "am", "pm"))
"""What stands before a capital by whose clock a time is told: "1:30 a.m. Cairo"."""


def _acts(line: Line, tail: Unit) -> bool:
    """Whether a country or a capital acts here: it does not where a preposition only places something there."""
    before = tail.first - 1
    if before >= 0 and line.lowers[before] == "the":
        before -= 1
    if tail.last < len(line.words) and tail.what == "capital" and line.texts[tail.last] == ",":
        return False
    placed = before >= 0 and line.lowers[before] in line.roster.locative
    if tail.what == "capital" and before >= 0 and line.lowers[before] in CLOCKS:
        return False
    if tail.what == "capital":
        dep = line.words[tail.last - 1].dep
        placed = placed and not (dep == "poss" and is_aimed(line.words, line.words[line.words[tail.last - 1].head]))
        struck = dep == "dobj" and line.words[line.words[tail.last - 1].head].lemma in words_of("done_to_towns")
        return not (placed or struck) and (
            dep in (*SUBJECTS, "dobj", "poss", "conj")
            or (before >= 0 and line.lowers[before] in ("by", "with", "between"))
        )
    return not placed


def _opposes(line: Line, at: int) -> bool:
    """Whether a "side" is one of those that deal or fight with each other, not that of a border or a river."""
    word, after = line.words[at], line.lowers[at + 1 : at + 2]
    if word.lemma != "side" or after == ["of"]:
        return False
    dealt = word.dep == "pobj" and line.words[word.head].lower in ("by", "with", "between", "for", "to")
    return dealt or word.dep in (*SUBJECTS, "poss")


def _tied(line: Line, tail: Unit, units: Sequence[Unit]) -> Spot | None:
    """The state that a demonym before another noun tells ("Russian air strikes"), unless it only locates that noun."""
    if not units or units[-1].what != "demonym" or units[-1].known is None or _favoured(line, units[-1]):
        return None
    if line.lemmas[tail.last - 1] in line.roster.located and not _opposes(line, tail.last - 1):
        return None
    unit = units[-1]
    return Spot(
        unit.first,
        unit.last,
        unit.last - 1,
        "state",
        said(line, unit.first, unit.last),
        "state",
        unit.known,
        None,
        units[-1].known.country,
    )
