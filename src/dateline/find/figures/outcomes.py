"""What came of it: those who died after they were hurt, "taken to hospital, where he died", and those whose life is in danger,
"in critical condition"; and what was only attempted."""

from __future__ import annotations

from typing import Final

from dateline.find.figures.counts import Counted
from dateline.find.figures.row import FINAL, Reading, Row

__all__ = ["SURVIVE", "ailing", "attempted", "died_later"]

NEAR: Final = 9
"""Words behind somebody within which it is told how they are."""

FAR: Final = 20
"""Words between what hurt somebody and that they died."""
THEY: Final = frozenset(("he", "she", "they"))
TOLD: Final = frozenset(("pronounced", "declared"))
SURVIVE: Final = "survive"
GOES_ON: Final = frozenset(("where", "before", "and", "but", "then", "who"))
"""What leads on to what came of it."""


def died_later(row: Row, at: int) -> int | None:
    """The verb that tells that those of whom token `at` tells died later: "was taken to a clinic, where she died"."""
    onward = False
    for k in range(at + 1, min(len(row.tokens) - 1, at + FAR)):
        onward = onward or row.tokens[k] in GOES_ON
        if row.tokens[k : k + 2] == ["not", SURVIVE]:
            return k + 1  # "was rushed to hospital but did not survive"
        if onward and row.tokens[k] in TOLD and row.tokens[k + 1] == "dead":
            return k + 1  # "was rushed to hospital and pronounced dead"
        verb = k + 1
        while row.tokens[verb : verb + 1] and (row.tokens[verb] in THEY or row.tag(verb) == "RB"):
            verb += 1
        told = verb > k + 1 and row.tokens[k] in GOES_ON
        if told and any(
            _dies(row, verb, cue.measure, cue.role) and row.needs(cue, verb + 1, verb + 5) for cue in row.cues(verb)
        ):
            return verb
    return None


def ailing(row: Row, one: Counted) -> Reading | None:
    """What those are of whom nothing is told but that they are badly off: "three people were in critical condition", "two remain
    in hospital"; not "two nurses remained in the hospital".

    They are some of the hurt told before, if any were.
    """
    at = next(
        (k for k in range(one.last, one.last + NEAR) if row.tokens[k : k + 1] in (["condition"], ["hospital"])), None
    )
    into = next((k for k in range(one.last, at or 0) if row.tokens[k] == "in"), None)
    if at is None or into is None or not row.fits("injured", one.noun):
        return None
    told, where = (
        ("gravely", range(into + 1, at)) if row.tokens[at] == "condition" else ("staying", range(one.last, into))
    )
    grave = any(row.small(k, told) for k in where)
    if row.tokens[at] == "hospital" and (row.tokens[at - 1] == "the" or one.noun.subgroup == "health_workers"):
        return None
    said = all(row.small(k, "aux") or row.small(k, "staying") or row.tag(k) == "RB" for k in range(one.last, into))
    return Reading("injured", at, "list", part=True) if grave and said else None


def _dies(row: Row, verb: int, measure: str, role: str) -> bool:
    """Whether a verb tells of one's own death, and not of a killing."""
    return measure == "killed" and role in ("subject", "either") and row.tag(verb) in ("VBD", "VBZ", "VBP")


def attempted(row: Row, how: Reading) -> bool:
    """Whether a reading is of what somebody failed or tried to do: "attempts to kill two judges", "the attempted murder"."""
    at = how.cue
    if (how.measure not in FINAL and how.measure != "detained") or at < 1:
        return False
    aimed = row.tokens[at - 1] == "to" and row.tag(at) == "VB"
    return (aimed and row.small(at - 2, "trying")) or (not aimed and row.small(at - 1, "foiled"))
