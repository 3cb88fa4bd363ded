"""What a claim does for an instrument: founds it, seeks one, speaks of one that is there, or of others gone by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from dateline.phenomena.types import OF_TRUCES, PACTS
from dateline.times import DAY, Interval
from dateline.weigh.ledger.anchors import begun_on, counted_anchor, named_anchor
from dateline.weigh.ledger.homes import KINETIC
from dateline.weigh.ledger.known import Known, named_known
from dateline.weigh.ledger.readings import Reading
from dateline.words.ledger import Noun, cue, instrument_nouns, state_in
from dateline.words.weigh import country_code

__all__ = ["Mention", "Role", "mention_of", "regions"]

SPEECH = frozenset({"statement", "meeting", "demand", "other"})


AREAS = frozenset(
    "province region governorate state northern eastern southern western country countryside district de-escalation zone area front".split()
)
"""Words that make a name that of an area."""


INSIDE = frozenset("in inside within of from around into near".split())
ANEW = frozenset({"new", "second", "third", "fresh", "another", "follow-on"})
"""Words before a noun that make it one more instrument."""


_TOOK_HOLD = re.compile(r"\bt(?:ook|akes?|aken|aking) hold\b")
"""What begins so, and is not upheld."""


class Role(Enum):
    """What a claim does for an instrument."""

    FOUNDS = "founds"
    SEEKS = "seeks"
    SPEAKS = "speaks"


@dataclass(frozen=True, slots=True)
class Mention:
    """That a reading concerns an instrument; `anchor` is the time that tells which, `named` whether the words told it."""

    reading: Reading
    role: Role
    family: str
    kind: str | None
    anchor: Interval | None
    named: bool
    local: str | None
    """The town a truce is limited to, where the words say so."""
    fresh: bool
    """Whether the words call it a new one."""
    known: Known | None = None
    """The agreement known beforehand whose name stands there."""
    prolongs: bool = False
    """Whether it founds one that the words call new and a prolongation of one before it."""


def mention_of(one: Reading, known: Sequence[Known] = ()) -> Mention | None:
    """The mention a reading makes, or None where it concerns no instrument or only ones gone by.

    A name of an agreement `known` beforehand tells its date as a date in the name does.
    """
    known_one = named_known(one, known)
    named = _named(one) or _made(one, known_one)
    if not (known_one or _concerns(one, named)) or cue("phrases", "earlier").search(one.clause):
        return None
    if not one.strong and (_elsewhere(one) or _of_outsiders(one)):
        return None
    role = _role(one, named)
    strong = [noun for noun in one.nouns if not noun.weak]
    chosen = strong[0] if strong else one.nouns[0] if one.nouns else None
    return Mention(
        reading=one,
        role=role,
        family=_family(chosen, known_one),
        kind=chosen.kind if chosen is not None and not chosen.weak else None,
        anchor=_anchor(one, named, role),
        named=named is not None,
        local=_local(one),
        fresh=bool(cue("phrases", "new").search(one.clause)),
        known=known_one,
        prolongs=role is Role.FOUNDS and _prolongs_anew(one),
    )


def _family(noun: Noun | None, known: Known | None) -> str:
    if known is not None and known.family is not None:
        return known.family
    return noun.family if noun is not None else "truce"


def _anchor(one: Reading, named: Interval | None, role: Role) -> Interval | None:
    """The time in the name, unless the claim itself dates the making to that month of another year."""
    told = _told(one) if role is Role.FOUNDS else None
    if named is None or told is None:
        return named or told
    same = told.start.month == named.start.month and told.start.year != named.start.year
    dated = one.kind in PACTS and not one.assumed and same
    return told if dated else named


def _concerns(one: Reading, named: Interval | None) -> bool:
    """Whether a reading speaks of an instrument at all: by its type, its tie, or a noun in its own clause."""
    if one.kind in OF_TRUCES or (one.claim.tie and one.kind in KINETIC) or one.headlined:
        return True
    own = instrument_nouns(one.clause)
    if any(not noun.weak for noun in own) or (own and named is not None):
        return True
    if state_in("violated", one.clause) and (one.nouns or instrument_nouns(one.before)):
        return True
    since = one.kind in KINETIC and one.when is not None and one.when.days > 1 and "since" in one.clause
    return since and bool(one.nouns) and named is not None


def _elsewhere(one: Reading) -> bool:
    """Whether an agreement is a vote or resolution of somebody else, and no truce."""
    return one.kind == "agreement" and bool(cue("phrases", "resolution").search(one.sentence)) and not _keeps(one)


def _of_outsiders(one: Reading) -> bool:
    """Whether an agreement that names no instrument is made only by those who do not fight at home: allies agree on a command."""
    if one.kind != "agreement" or one.nouns or not one.claim.by:
        return False
    home = country_code(one.home)
    return all(
        party.kind == "intergovernmental" or (home is not None and party.country is not None and party.country != home)
        for party in one.claim.by
    )


def _keeps(one: Reading) -> bool:
    """Whether a side that fights at home speaks of what binds it."""
    return one.home in one.by & one.speaker


def _role(one: Reading, named: Interval | None) -> Role:
    claim = one.claim
    asked = claim.stance == "demands" or one.kind in SPEECH
    if asked and one.strong and named is None and (claim.stance == "demands" or state_in("sought", one.sentence)):
        there = _definite(one) or _place_only(one) or cue("states", "extended", "cues").search(one.clause)
        return Role.SPEAKS if there else Role.SEEKS
    if cue("phrases", "silence").search(one.clause) or _greets(one):
        return Role.SPEAKS
    if named is None and cue("phrases", "unmade").search(one.clause):
        return Role.SPEAKS
    if one.strong and named is None and cue("phrases", "bids").search(one.clause):
        return Role.SEEKS
    if (
        one.strong
        and cue("phrases", "new").search(one.clause)
        and state_in("sought", one.clause)
        and not state_in("agreed", one.clause)
    ):
        return Role.SEEKS
    if one.shows("rejected") or claim.modality == "hypothetical" or claim.stance in ("threatens", "denies", "demands"):
        return Role.SPEAKS
    if named is not None and one.nouns and one.kind != "ceasefire_end":
        own = claim.modality == "actual" or bool(instrument_nouns(one.clause))
        return Role.FOUNDS if own else Role.SPEAKS
    made = one.kind in PACTS and (not one.shows("extended") or _prolongs_anew(one)) and _told(one) is not None
    return Role.FOUNDS if made and _dates(one) and _makes(one) else Role.SPEAKS


def _greets(one: Reading) -> bool:
    """Whether it tells, without a day of its own, how an instrument was received: what is welcomed was made by others."""
    return one.assumed and bool(cue("phrases", "greeted").search(one.clause)) and not one.shows("agreed")


def _prolongs_anew(one: Reading) -> bool:
    """Whether a claim makes a new truce that prolongs another: "signed a second truce that extends the first"."""
    leads = (one.clause[: noun.start].split()[-2:] for noun in instrument_nouns(one.clause) if not noun.weak)
    anew = any(ANEW & set(lead) and "the" not in lead for lead in leads)  # "to extend the third truce" makes none
    return anew and one.kind in PACTS and one.shows("extended") and one.shows("agreed")


def _makes(one: Reading) -> bool:
    """Whether a claim tells of the making, or gives a date of its own; that a truce holds today founds none today."""
    upheld = cue("phrases", "upheld").search(_TOOK_HOLD.sub("", one.clause))
    starts = one.kind == "ceasefire_start" and not one.assumed
    begun = starts and bool(cue("phrases", "begun").search(one.clause))
    if upheld and not begun and "since" not in one.clause.split():
        return False
    dated = one.when is not None and one.printed is not None and one.when.first != one.printed
    return dated or begun or any(one.shows(state) for state in ("agreed", "announced", "in_force"))


def _dates(one: Reading) -> bool:
    """Whether the time of a claim is that of the instrument: not that of an obligation, nor of an offer in the making."""
    if state_in("proposed", one.clause) or (one.kind == "agreement" and not one.nouns):
        return False
    if one.kind == "ceasefire_start" or one.claim.modality == "actual" or one.strong:
        return not cue("phrases", "resolution").search(one.clause)
    return False


def _place_only(one: Reading) -> bool:
    """Whether the only instrument named is a zone where something is: "get the men out of the buffer zone" asks for none."""
    said = one.clause if instrument_nouns(one.clause) else one.sentence
    leads = [said[max(0, n.start - 24) : n.start].split()[-3:] for n in one.nouns if n.kind == "de_escalation_zone"]
    others = any(not noun.weak and noun.kind != "de_escalation_zone" for noun in one.nouns)
    return bool(leads) and not others and all(INSIDE & set(lead) for lead in leads)


def _definite(one: Reading) -> bool:
    """Whether a demand speaks of the truce that is there ("monitor the truce") and not of one to come."""
    noun = next(noun for noun in one.nouns if not noun.weak)
    said = one.clause if instrument_nouns(one.clause) else one.sentence
    lead = said[max(0, noun.start - 24) : noun.start].split()
    return not cue("phrases", "new").search(said) and bool(
        set(lead[-2:]) & {"the", "this", "that", "its", "their", "his"}
    )


def _named(one: Reading) -> Interval | None:
    own = instrument_nouns(one.clause)
    said = one.clause if own else one.sentence
    found = (named_anchor(said, noun.start, noun.end, one.printed) for noun in (own or one.nouns))
    named = next((anchor for anchor in found if anchor is not None), None)
    if named is None and own and not one.assumed:
        counted = (counted_anchor(said, noun.start, one.when) for noun in own)
        named = next((anchor for anchor in counted if anchor is not None), None)
    begins = named is None and one.assumed and one.kind in PACTS
    return begun_on(one.clause, one.printed) if begins else named


def _made(one: Reading, known: Known | None) -> Interval | None:
    """The date of a known agreement that a reading names, unless the reading dates a making itself."""
    dates = one.kind in PACTS and one.when is not None and not one.assumed
    return None if known is None or dates else known.when


def _told(one: Reading) -> Interval | None:
    """The first day of what a claim dates; a month stays a month; news of a truce without a day is of the day of print."""
    if one.when is None:
        news = one.printed is not None and one.strong and one.claim.modality == "actual" and not one.claim.background
        return Interval.day(one.printed) if news and one.printed is not None else None
    whole = one.when.start.day == 1 and (27 <= one.when.days <= 31 or one.when.days >= 365)
    first = Interval(one.when.start, min(one.when.end, one.when.start + DAY))
    return Interval.parse(one.when.start.strftime("%Y-%m"), None) if whole else first


def regions(readings: Sequence[Reading], names: Iterable[str]) -> frozenset[str]:
    """Those of the names that some report gives to a region: where it tells of "Idlib province", a truce for Idlib is no town's."""
    words = "|".join(sorted(AREAS))
    found = set()
    for name in sorted(set(names)):
        told = re.compile(rf"\b{re.escape(name)} (?:{words})\b|\b(?:{words}) of {re.escape(name)}\b")
        if any(told.search(one.sentence) for one in readings):
            found.add(name)
    return frozenset(found)


def _local(one: Reading) -> str | None:
    """The town named right behind the noun: "a pause in Tawila"; areas and countries limit nothing."""
    place = one.claim.place
    if place is None or place.precision in ("country", "admin1", "admin2") or place.name == place.country:
        return None
    name = place.name.lower()
    if AREAS & set(name.split()):
        return None
    said = one.clause if instrument_nouns(one.clause) else one.sentence
    made_there = cue("phrases", "made_there").search(said)
    for noun in (noun for noun in one.nouns if not (made_there and noun.weak)):
        words = said[noun.end : noun.end + 60]
        lead = words.find(name)
        if made_there and words.split()[:1] == ["in"]:
            continue  # "a truce signed in Lomé" is signed there, and holds elsewhere
        if 0 <= lead <= 36 and words[:lead].split()[:1] in (
            ["in"],
            ["for"],
            ["at"],
            ["around"],
            ["covering"],
            ["inside"],
        ):
            between, behind = words[:lead].split()[1:], words[lead + len(name) :].split()[:1]
            whole = not behind or behind[0].strip(",.;") not in AREAS
            if whole and (not between or between[0] in ("the", "besieged", "rebel-held", "nearby")):
                return name
    return None
