"""What became of a commitment, only from what later reports show."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice, takewhile
from typing import Literal

from dateline.model import Claim, Party
from dateline.phenomena.types import BLOWS
from dateline.text import fold
from dateline.weigh.ledger.dates import last_day
from dateline.weigh.ledger.readings import Reading
from dateline.weigh.ledger.wording import DULL, content_of, follows
from dateline.words.calendar import MONTHS, WEEKDAYS
from dateline.words.ledger import cue, duties, state_in

__all__ = ["Draft", "Outcome", "outcome", "tells_unkept"]

Outcome = Literal["open", "met", "missed", "superseded", "unknown"]
WITHIN = timedelta(days=30)
"""An act later than this says nothing of a commitment without a date."""
ATTACKS = BLOWS | {"clash", "ceasefire_violation"}
FIGHTING = frozenset({"halt", "abide", "guard"})
PASSIVE = frozenset({"aid"})
"""Duties of which reports tell the state of affairs, not who brought it about: that aid is let through."""
NAMED = PASSIVE | {"free"}
"""Duties whose words tell by themselves what was done: a captive is a detainee."""
PERSONAL = frozenset({"yield", "leave"})
"""Duties that of a person only the very one asked can do: an ambassador's resignation is not that of his president."""
SOON = timedelta(days=10)
MOST = 5
BEHIND = 60
"""Characters behind "refused" or "ignored" in which stands what."""
_WORD = re.compile(r"[a-z]{3,}")
_ASKING = re.compile(r"(?:ask|call|urg|order|told|sides|parties|vow|pledg|promis|agree|undert|commit)")
"""What stands before "to stop" where that is what is asked or promised."""
_NOT = re.compile(r"\b(?:will|would|shall|vow\w*|pledg\w*|promis\w*)\s+(?:not|never)\b|\bwon't\b|\bwouldn't\b")
_NAME = re.compile(r"(?<![.!?\"] )(?<!^)\b[A-Z][a-z'-]{2,}")
_WORDS = re.compile(r"[A-Za-z]{3,}")
_WHO = re.compile(r"\bwho(?:\s+ha(?:ve|s|d))?\s*$")
"""Before a verb that tells of others than who acts: "praised those who defied"."""
_DAY = re.compile(r"\bon \w+day\b")
_TURN = re.compile(r",|\b(?:because|as|since|but)\b")
_AGAINST = re.compile(r"\bagainst\b.*")
"""What somebody is warned against: "warned them against any attack"."""
FURTHER = 500
"""How many claims further down in its own report are held against a commitment."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim read as a commitment: its kind, who makes it, and when it is due."""

    kind: str
    reading: Reading
    who: frozenset[str]
    due: str | None

    @property
    def day(self) -> date | None:
        """The day it was uttered, as far as its report tells."""
        return self.reading.printed or self.reading.day


@dataclass(frozen=True, slots=True)
class Utterance:
    """One commitment, from all claims that utter it, as what is told later is held against it."""

    kind: str
    first: Claim
    claims: frozenset[str]
    day: date
    """The last day on which it was uttered."""
    due: date
    """When it is due; else the day it was uttered."""
    dated: bool
    bearers: frozenset[str]
    """Whose doing it is to fulfil it: who promised, or who was asked."""
    makers: frozenset[str]
    about: frozenset[str]
    homes: frozenset[str]
    force: bool
    """Whether it threatens force."""
    stems: frozenset[str]
    """The telling words of what is to be done, cut short, without those that name who is in it."""
    persons: frozenset[str]
    """Whom it is asked of or who promised it, by id and by last name."""
    person: bool
    """Whether that is a person, and no side."""
    lets: bool
    """Whether it is to let something through, not to give it."""
    names: frozenset[str]
    """What is named in it besides those in it: the towns to leave, the lands to strike."""
    negated: bool
    """Whether it is not to do a thing: who refuses to step down keeps his word not to."""
    own: bool
    """Whether it is its bearer's own fire that is to stop, not that of others."""
    until: bool
    """Whether it is kept until a day, not by that day."""

    @property
    def fighters(self) -> frozenset[str]:
        """Whose attacks break it: its bearer's; of a demand on nobody in particular, those of all who fight there."""
        return self.bearers or self.homes


def _utterance(group: Sequence[Draft], kind: str) -> Utterance | None:
    """The utterance that drafts make; None where nothing tells its day."""
    day = max((draft.day for draft in group if draft.day is not None), default=None)
    if day is None:
        return None
    makers = frozenset().union(*(draft.who for draft in group))
    asked = frozenset().union(*(draft.reading.to for draft in group))
    due = [last_day(draft.due) for draft in group if draft.due is not None]
    return Utterance(
        kind=kind,
        first=group[0].reading.claim,
        claims=frozenset(draft.reading.claim.id for draft in group),
        day=day,
        due=max(due, default=day),
        dated=bool(due),
        bearers=makers if kind in ("promise", "threat") else asked,
        makers=makers,
        about=frozenset().union(*(duties(_content(draft.reading)) for draft in group)),
        homes=frozenset({"rebels", *(draft.reading.home or "rebels" for draft in group)}),
        force=any(_threatens_force(draft.reading) for draft in group),
        stems=frozenset().union(*(_matter(draft.reading) for draft in group)),
        persons=_persons(party for draft in group for party in _bearing(draft, kind)),
        person=any(party.kind == "person" for draft in group for party in _bearing(draft, kind)),
        lets=any(cue("outcomes", "lets").search(draft.reading.clause) for draft in group),
        names=frozenset().union(*(_names(draft.reading.claim, content_of(draft.reading.claim)) for draft in group)),
        negated=kind in ("promise", "threat") and bool(_NOT.search(group[0].reading.clause)),
        own=any(_of_own_fire(draft.reading) for draft in group),
        until=any("until" in draft.reading.clause.split() for draft in group),
    )


def _threatens_force(one: Reading) -> bool:
    """Whether what is threatened is force; not what somebody is warned against."""
    return bool(cue("outcomes", "force").search(_AGAINST.sub("", fold(follows(one)).lower())))


def _content(one: Reading) -> str:
    """What is to be done, folded and in lower case."""
    return fold(content_of(one.claim)).lower()


def _bearing(draft: Draft, kind: str) -> tuple[Party, ...]:
    claim = draft.reading.claim
    return claim.by or claim.speaker if kind in ("promise", "threat") else claim.to


def _persons(parties: Iterable[Party]) -> frozenset[str]:
    told = [(party.id, fold(party.name).lower().split()) for party in parties]
    return frozenset(key for id_, words in told for key in (id_, words[-1] if words else None) if key is not None)


def _names(claim: Claim, said: str) -> frozenset[str]:
    """The names in words of a claim, cut short, without days and without those of its parties."""
    parties = " ".join(party.name for party in (*claim.by, *claim.to, *claim.speaker))
    own = {word[:5].lower() for word in _WORDS.findall(fold(parties))}
    told = _NAME.findall(fold(said))
    return frozenset(word[:5].lower() for word in told if word.lower() not in (*WEEKDAYS, *MONTHS)) - own


def _elsewhere(said: Utterance, one: Reading) -> bool:
    """Whether it names a town or a land, and what is told later names others."""
    there = _names(one.claim, one.claim.text)
    return bool(said.names) and not said.names & there and bool(there)


def _of_own_fire(one: Reading) -> bool:
    """Whether whoever is meant is to cease fire or spare somebody, or all are: not "more raids to stop the attacks"."""
    said = _content(one)
    if one.strong:
        return True
    asked = {word for party in one.claim.to for word in fold(party.name).lower().split()} | {
        "him",
        "them",
        "it",
        "us",
        "and",
    }
    for hit in cue("outcomes", "ceases").finditer(said):
        before = _DAY.sub(" ", said[: hit.start()]).split()
        if before[-1:] != ["to"] or len(before) == 1 or before[-2].strip(",") in asked or _ASKING.match(before[-2]):
            return True
    return False


def _matter(one: Reading) -> frozenset[str]:
    claim = one.claim
    named = _stems(" ".join(fold(party.name).lower() for party in (*claim.by, *claim.to, *claim.speaker)))
    return _stems(_content(one)) - named


@lru_cache(1 << 14)
def _stems(said: str) -> frozenset[str]:
    return frozenset(word[:5] for word in _WORD.findall(said) if word not in DULL)


def outcome(group: Sequence[Draft], kind: str, read: Sequence[Reading]) -> tuple[Outcome, tuple[str, ...]]:
    """The outcome of one utterance and the claims that show it."""
    unkept = tuple(draft.reading.claim.id for draft in group if tells_unkept(draft.reading))
    if unkept:
        return "missed", unkept
    said = _utterance(group, kind)
    later = _later(said, read) if said is not None else []
    if said is not None and kind == "threat" and _fights_already(said, read):
        later = []
    for result, shows in (("superseded", _replaces), ("met", _meets), ("missed", _breaks)):
        evidence = tuple(one.claim.id for one in later if said is not None and shows(said, one))
        if evidence:
            return result, evidence[:MOST]  # type: ignore[return-value]  # the names above are outcomes
    return _by_date(group, read), ()


def _by_date(group: Sequence[Draft], read: Sequence[Reading]) -> Outcome:
    due = next((draft.due for draft in group if draft.due is not None), None)
    if due is None:
        return "open"
    horizon = next((one.printed for one in reversed(read) if one.printed is not None), None)
    if horizon is None:
        return "open"
    return "unknown" if last_day(due) < horizon else "open"


def tells_unkept(one: Reading) -> bool:
    """Whether the words that tell a promise tell that it was not kept."""
    asked = one.claim.type in ("demand", "threat") and one.claim.stance != "promises"
    if asked or one.claim.stance in ("demands", "threatens"):
        return False
    return bool(cue("outcomes", "unkept").search(one.clause)) or one.claim.stance == "accuses"


def _later(said: Utterance, read: Sequence[Reading]) -> list[Reading]:
    """What is told after the utterance: further down in its own report, or by later reports; never the utterance itself.

    `read` is in order of print, report and place, so only what is in question is looked at.
    """
    behind = bisect_right(read, (said.day, said.first.report, said.first.start), key=_told_at)
    own = takewhile(lambda one: one.claim.report == said.first.report, islice(read, behind, behind + FURTHER))
    last = bisect_right(read, max(said.day, said.due) + WITHIN, key=_printed)
    return [
        one
        for one in (*own, *read[bisect_right(read, said.day, key=_printed) : last])
        if one.claim.id not in said.claims
        and one.printed is not None
        and one.claim.modality == "actual"
        and one.claim.stance not in ("demands", "threatens", "promises")
        and not one.clause.rstrip().endswith("?")
    ]


def _fights_already(said: Utterance, read: Sequence[Reading]) -> bool:
    """Whether whoever threatens is told by several reports to have struck before: more of it carries nothing out."""
    first, last = bisect_left(read, said.day - WITHIN, key=_printed), bisect_left(read, said.day, key=_printed)
    struck = (one for one in read[first:last] if one.claim.type in ATTACKS and one.by & said.makers)
    return len({one.claim.report for one in struck if one.claim.modality == "actual"}) > 1


def _printed(one: Reading) -> date:
    return one.printed or date.max


def _told_at(one: Reading) -> tuple[date, str, int]:
    return _printed(one), one.claim.report, one.claim.start


@lru_cache(1 << 16)  # a clause is held against every commitment made before it
def _says(clause: str, what: str) -> bool:
    return cue("outcomes", what).search(clause) is not None


def _shared(said: Utterance, one: Reading) -> frozenset[str]:
    """The duties a later claim speaks of too: of its bearer, or of nobody in particular where it tells of the deadline or the duty allows."""
    both = said.about & duties(one.clause)
    if len(one.claim.by) != 1 or not said.persons & _persons(one.claim.by):
        both -= PERSONAL if said.person else PERSONAL - {"leave"}
    if not said.own:
        both -= FIGHTING
    of_it = said.dated and not one.by and "deadline" in one.clause.split()
    return both if one.by & said.bearers or of_it else both & PASSIVE if said.lets else frozenset()


def _breaks(said: Utterance, one: Reading) -> bool:
    if said.kind == "threat" or (one.claim.type == "denial" and not one.speaker - said.bearers):
        return False  # who denies that he broke it; "has not left", as others say, tells that he did
    bearer = bool(one.by & said.bearers)
    halts = (
        said.own and bool(said.about & FIGHTING) and (bearer or not said.about - FIGHTING)
    )  # to watch a truce is not to keep it
    if halts and one.by & said.fighters and one.claim.type in ATTACKS:
        return _after(said, one) and not one.claim.background
    concerns = bearer or ("deadline" in one.clause and bool(one.to & said.bearers))
    if concerns and _says(one.clause, "defied") and _defies(said, one):
        return True
    return _says(one.clause, "missed") and not said.negated and bool(_shared(said, one))


def _defies(said: Utterance, one: Reading) -> bool:
    """Whether what somebody ignored or refused is what was asked: who defied demands for a ceasefire has not defied one to leave."""
    hit = cue("outcomes", "defied").search(one.clause)
    if said.negated or (hit is not None and _WHO.search(one.clause[: hit.start()])):
        return False
    behind = _TURN.split(one.clause[hit.start() : hit.end() + BEHIND])[0] if hit is not None else ""
    told = duties(behind)
    if told or "question" in behind:
        return bool(told & said.about)
    calls = said.kind != "promise" and _near(one, said) and bool(cue("outcomes", "asked").search(one.clause))
    return calls or bool(_stems(behind) & said.stems)


def _near(one: Reading, said: Utterance) -> bool:
    """Whether "ignored the demands", without which, is told soon enough to mean this one."""
    return one.printed is not None and one.printed - max(said.day, said.due) <= SOON


def _after(said: Utterance, one: Reading) -> bool:
    """Whether an act lies after the utterance, and after the due day where one is set."""
    done = one.when.last if one.when is not None else one.printed
    if said.until:
        return done is not None and said.day < done < said.due
    return done is not None and done > said.day and done >= said.due


def _meets(said: Utterance, one: Reading) -> bool:
    if said.kind == "threat":
        return _carries_out(said, one)
    if one.claim.type in ("denial", "accusation", "ceasefire_violation", "meeting"):
        return False
    if _says(one.clause, "missed") or _says(one.clause, "not_shown"):
        return False
    shared = frozenset(duty for duty in _shared(said, one) - FIGHTING if _fulfils(one.clause, duty))
    if said.negated or _elsewhere(said, one):
        return False
    return bool(shared & NAMED or (shared and (not said.stems or _stems(one.clause) & said.stems)))


def _fulfils(clause: str, duty: str) -> bool:
    """Whether words for what fulfils that very duty stand there: prisoners who were released are no inquiry."""
    return any(cue("fulfilled", told).search(clause) for told in ("any", duty))


def _carries_out(said: Utterance, one: Reading) -> bool:
    """Whether whoever threatened force used it afterwards."""
    done = one.claim.type in ATTACKS and one.claim.stance in ("asserts", "accuses") and not one.claim.background
    return said.force and done and bool(one.by & said.makers) and _after(said, one) and not _elsewhere(said, one)


def _replaces(said: Utterance, one: Reading) -> bool:
    if not said.dated or said.kind not in ("deadline", "ultimatum"):
        return False
    same = bool(one.by & (said.bearers | said.makers))
    words = _says(one.clause, "superseded") or state_in("extended", one.clause)
    return same and bool(words) and "deadline" in one.sentence + one.clause
