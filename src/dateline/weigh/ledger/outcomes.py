"""What became of a commitment, only from what later reports show."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from dateline.weigh.ledger.dates import last_day
from dateline.weigh.ledger.readings import Reading
from dateline.words.ledger import cue, duties, state_in

__all__ = ["Draft", "Outcome", "outcome"]

Outcome = Literal["open", "met", "missed", "superseded", "unknown"]
WITHIN = timedelta(days=30)
"""An act later than this says nothing of a commitment without a date."""
ATTACKS = frozenset({"airstrike", "shelling", "armed_attack", "clash", "ceasefire_violation", "facility_attack"})
FIGHTING = frozenset({"halt", "abide", "guard"})
PASSIVE = frozenset({"aid"})
"""Duties of which reports tell the state of affairs, not who brought it about."""
MOST = 5


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


def outcome(group: Sequence[Draft], kind: str, read: Sequence[Reading]) -> tuple[Outcome, tuple[str, ...]]:
    """The outcome of one utterance and the claims that show it."""
    unkept = tuple(draft.reading.claim.id for draft in group if _tells_unkept(draft.reading))
    if unkept:
        return "missed", unkept
    later = _later(group, read)
    for result, shows in (("superseded", _replaces), ("met", _meets), ("missed", _breaks)):
        evidence = tuple(one.claim.id for one in later if shows(group, kind, one))
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


def _tells_unkept(one: Reading) -> bool:
    """Whether the words that tell a promise tell that it was not kept."""
    asked = one.claim.type in ("demand", "threat") and one.claim.stance != "promises"
    if asked or one.claim.stance in ("demands", "threatens"):
        return False
    return bool(cue("outcomes", "unkept").search(one.clause)) or one.claim.stance == "accuses"


def _later(group: Sequence[Draft], read: Sequence[Reading]) -> list[Reading]:
    """What is told after the utterance: by later reports, or further down in its own; never the utterance itself.

    `read` is in order of print, so only the days in question are looked at.
    """
    own = {draft.reading.claim.id for draft in group}
    day = max((draft.day for draft in group if draft.day is not None), default=None)
    if day is None:
        return []
    due = max((last_day(draft.due) for draft in group if draft.due is not None), default=day)
    first = group[0].reading.claim
    start = bisect_left(read, day, key=_printed)
    return [
        one
        for one in read[start : bisect_right(read, max(day, due) + WITHIN, key=_printed)]
        if one.claim.id not in own
        and one.printed is not None
        and day <= one.printed <= max(day, due) + WITHIN
        and (one.printed > day or (one.claim.report == first.report and one.claim.start > first.start))
        and one.claim.modality == "actual"
        and one.claim.stance not in ("demands", "threatens", "promises")
    ]


def _printed(one: Reading) -> date:
    return one.printed or date.max


@lru_cache(1 << 16)  # a clause is held against every commitment made before it
def _says(clause: str, what: str) -> bool:
    return cue("outcomes", what).search(clause) is not None


def _bearers(group: Sequence[Draft], kind: str) -> frozenset[str]:
    """Whose doing it is to fulfil it: who promised, or who was asked."""
    if kind in ("promise", "threat"):
        return frozenset().union(*(draft.who for draft in group))
    return frozenset().union(*(draft.reading.to for draft in group))


def _fighters(group: Sequence[Draft], kind: str) -> frozenset[str]:
    """Whose attacks break it: its bearer's; of a demand on nobody in particular, those of all who fight there."""
    return _bearers(group, kind) or frozenset({"rebels", *(draft.reading.home or "rebels" for draft in group)})


def _about(group: Sequence[Draft]) -> frozenset[str]:
    return frozenset().union(*(duties(draft.reading.clause) for draft in group))


def _shared(group: Sequence[Draft], kind: str, one: Reading) -> frozenset[str]:
    """The duties a later claim speaks of too: of its bearer, or of nobody in particular where the duty allows."""
    both = _about(group) & duties(one.clause)
    if one.by & _bearers(group, kind):
        return both
    return both & PASSIVE


def _breaks(group: Sequence[Draft], kind: str, one: Reading) -> bool:
    if kind == "threat" or one.claim.type == "denial":
        return False
    bearer = bool(one.by & _bearers(group, kind))
    about = _about(group)
    halts = bool(about & FIGHTING) and (bearer or not about - FIGHTING)  # to watch a truce is not to keep it
    if halts and one.by & _fighters(group, kind) and one.claim.type in ATTACKS:
        return _after(group, one) and not one.claim.background
    concerns = bearer or ("deadline" in one.clause and bool(one.to & _bearers(group, kind)))
    if concerns and kind != "promise" and _says(one.clause, "defied"):
        return True
    return _says(one.clause, "missed") and bool(_shared(group, kind, one))


def _after(group: Sequence[Draft], one: Reading) -> bool:
    """Whether an act lies after the utterance, and after the due day where one is set."""
    day = max(draft.day for draft in group if draft.day is not None)
    due = max((last_day(draft.due) for draft in group if draft.due is not None), default=day)
    done = (one.when.end - timedelta(microseconds=1)).date() if one.when is not None else one.printed
    if any("until" in draft.reading.clause.split() for draft in group):
        return done is not None and day < done < due
    return done is not None and done > day and done >= due


def _meets(group: Sequence[Draft], kind: str, one: Reading) -> bool:
    if kind == "threat" and _carries_out(group, one):
        return True
    if kind == "threat" or one.claim.type in ("denial", "accusation", "ceasefire_violation"):
        return False
    words = _says(one.clause, "met") and not _says(one.clause, "missed")
    return words and bool(_shared(group, kind, one) - FIGHTING)


def _carries_out(group: Sequence[Draft], one: Reading) -> bool:
    """Whether whoever threatened force used it afterwards."""
    force = any(cue("outcomes", "force").search(draft.reading.clause) for draft in group)
    done = one.claim.type in ATTACKS and one.claim.stance in ("asserts", "accuses") and not one.claim.background
    return force and done and bool(one.by & _bearers(group, "threat")) and _after(group, one)


def _replaces(group: Sequence[Draft], kind: str, one: Reading) -> bool:
    dated = any(draft.due is not None for draft in group)
    if not dated or kind not in ("deadline", "ultimatum"):
        return False
    same = bool(one.by & (_bearers(group, kind) | frozenset().union(*(draft.who for draft in group))))
    words = _says(one.clause, "superseded") or state_in("extended", one.clause)
    return same and bool(words) and "deadline" in one.sentence + one.clause
