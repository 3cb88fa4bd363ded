"""Sentences that tell first what befell people, and then whom: "also killed were two drivers", "the dead were named as …"."""

from __future__ import annotations

from dateline.find.figures.counts import Counted
from dateline.find.figures.row import FINAL, Reading, Row
from dateline.find.sentences.dependents import children

__all__ = ["deed", "named_behind", "turned"]


def turned(row: Row, one: Counted) -> Reading | None:
    """What a sentence that begins with it says of a count: "also killed were two drivers", "the dead were two guards", "the dead
    numbered 40"."""
    at = _before_naming(row, one.first) - 2
    if at < 0 or not (row.small(at + 1, "be") or row.small(at + 1, "totalling")):
        return None
    own = row.measures.own.get(row.tokens[at]) if row.tokens[at - 1] == "the" else None
    known = own in FINAL or row.small(at + 1, "totalling")
    if own is not None and known and row.tag(at) in ("JJ", "NN", "NNS", "VBN") and row.fits(own, one.noun):
        return Reading(own, at, "left")
    if row.tag(at) != "VBN" or row.passive(at):
        return None
    cues = (cue for cue in row.cues(at) if cue.role == "state" and row.fits(cue.measure, one.noun))
    return next((Reading(cue.measure, at, "left") for cue in cues), None)


def _before_naming(row: Row, at: int) -> int:
    """Before the words that lead to the name of somebody: "(were) named as", "(were) identified as"."""
    return at - 2 if row.tokens[at - 1] == "as" and row.small(at - 2, "naming") else at


def deed(row: Row, one: Counted) -> Reading | None:
    """What is said to have been done to those whose it is: "the six priests' murder"."""
    at = one.last + 1
    while row.tag(at) == "JJ":
        at += 1
    cues = (cue for cue in row.cues(at) if cue.role == "of" and not cue.needs and row.fits(cue.measure, one.noun))
    return next((Reading(cue.measure, at, "right") for cue in cues), None)


def named_behind(row: Row, at: int) -> int | None:
    """The one named behind the verb that tells what befell them: "killed in the raid were Ana Sol and her son"; or as whom
    those are named: "the dead were identified as Ana Sol and Omar Kor"."""
    words = row.sentence.words
    if at == 0 or (at == 1 and row.small(0, "more")):
        verbs = children(row.sentence, at, "auxpass")
        return next((k for verb in verbs if verb > at for k in children(row.sentence, verb, "attr")), None)
    if row.tokens[at - 1] not in ("the", "those") or not row.small(at + 1, "be") or not row.small(at + 2, "naming"):
        return None
    return next(
        (
            k
            for child in words[at + 2].children
            if words[child].lower == "as"
            for k in children(row.sentence, child, "pobj")
        ),
        None,
    )
