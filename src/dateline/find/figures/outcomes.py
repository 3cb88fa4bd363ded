"""What came of it: those who died after they were hurt, "taken to hospital, where he died"; and what was only attempted."""

from __future__ import annotations

from typing import Final

from dateline.find.figures.row import FINAL, Reading, Row

__all__ = ["SURVIVE", "attempted", "died_later"]

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
