"""Two measures of one count, "killing and injuring a dozen", and what the head of a list says of those behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.figures.counts import Counted
from dateline.find.figures.row import FINAL, Reading, Row
from dateline.words.measures import HARMED, Cue

__all__ = ["SIDES", "either", "head_of_list", "of_one_side", "second"]

SIDES: Final = frozenset(("soldiers", "fighters", "police"))
"""Those whose hurt are told behind their dead without saying so again, and are no one toll with those of anybody else."""

GOES_ON: Final = frozenset(("VBD", "VBN", "VBP", "VBZ", "RB", "CC"))
"""Tags of words between the dead and the hurt of one side."""

BOTH: Final = (["and", "injuries"], ["and", "injured"], ["and", "wounded"])
"""What stands behind the dead that a number does not part from the hurt: "90 deaths and injuries", "20 dead and wounded"."""

VERBS: Final = frozenset(("left", "right", "climb"))
"""The ways by which verbs give a count its measure."""


def either(row: Row, one: Counted, found: Reading) -> Reading:
    """The reading of a count of the killed or the hurt, who are not parted: "400 were killed or wounded" are casualties."""
    other = second(row, one, found)
    parted = other is None or {found.measure, other.measure} != HARMED
    both = row.tokens[found.cue + 1 : found.cue + 3] in (BOTH if row.tokens[found.cue] == "dead" else BOTH[:1])
    if not parted and found.way == "own" and both and not one.amount.qualifier.startswith("vague"):
        return found._replace(measure="casualties")  # "90 deaths and injuries"
    joined = {*row.tokens[found.cue + 1 : found.cue + 2], row.tokens[found.cue - 1]}
    summed = "and" in joined and found.way in VERBS and row.numbered(one)
    summed = summed and not one.amount.qualifier.startswith("vague") and row.tokens[one.first - 1] != "as"
    if parted or not ("or" in joined or summed):
        return found
    return found._replace(measure="casualties")


def second(row: Row, one: Counted, first: Reading) -> Reading | None:
    """The other measure of two verbs that share a count: "killing and injuring a dozen", "dozens were hurt or are missing"."""
    if first.measure == "casualties":
        return None
    if first.way == "left" and first.cue > 1 and row.tokens[first.cue - 1] in ("and", "or"):
        for cue in row.cues(first.cue - 2):
            told = row.tag(first.cue - 2).startswith("V") or cue.measure in FINAL
            if told and cue.role in ("object", "of") and not cue.needs and _differs(row, one, cue, first):
                return first._replace(measure=cue.measure, cue=first.cue - 2)
    fallen = first.way == "own" and first.measure in FINAL
    if fallen and row.tokens[first.cue + 1 : first.cue + 2] == ["and"] and first.cue + 2 < len(row.tokens):
        own = row.measures.own.get(row.tokens[first.cue + 2])
        if own in FINAL and own != first.measure and row.tag(first.cue + 3) != "CD":
            return first._replace(measure=own, cue=first.cue + 2)
    if first.way in ("right", "own", "climb") and row.tokens[first.cue + 1 : first.cue + 2] in (["and"], ["or"]):
        for at in range(first.cue + 2, min(first.cue + 6, len(row.tokens))):
            for cue in row.cues(at):
                if cue.role == "state" and _differs(row, one, cue, first):
                    return None if row.acts(at) else first._replace(measure=cue.measure, cue=at)
            if not row.small(at, "skip") or row.tag(at) in ("NNS", "JJR", "CD"):
                return None  # "12 were killed and others hurt"
    return None


def of_one_side(row: Row, items: Sequence[Counted]) -> list[Counted]:
    """The counts; those told of no one in particular behind soldiers, fighters or police are more of them: "14 rebels were
    killed and 42 others hurt"."""
    found: list[Counted] = []
    for one in items:
        before = next((whole for whole in reversed(found) if not row.is_part(whole)), found[-1] if found else None)
        hurt = one.noun.subgroup is None and row.measures.own.get(row.tokens[one.head]) == "injured"
        more = one.bare or hurt or row.tokens[one.head] == "others"
        ours = before is not None and before.noun.subgroup in SIDES and row.numbered(before) and row.numbered(one)
        if before is None or not (more and ours and not one.part) or not _goes_on(row, found[-1].last, one.first):
            found.append(one)
        else:
            found.append(one._replace(noun=before.noun))
    return found


def _goes_on(row: Row, first: int, last: int) -> bool:
    """Whether nothing but verbs and what joins them stands between two counts."""
    plain = (row.tag(k) in GOES_ON or row.tokens[k] in ("with", "while", ",", "another") for k in range(first, last))
    return first < last and all(plain)


def head_of_list(row: Row, one: Counted) -> Reading | None:
    """What a part is a part of, where no number is given for it: "those killed included six women"."""
    front = range(2, 5) if row.tokens[0] == "among" else ()
    for at in (*range(one.first - 2, max(-1, one.first - 9), -1), *front):
        own = row.measures.own.get(row.tokens[at])
        if own is not None and row.fits(own, one.noun):
            return Reading(own, at, "list", part=True)
        for cue in row.cues(at):
            if cue.role == "state" and row.fits(cue.measure, one.noun):
                return Reading(cue.measure, at, "list", part=True)
    return None


def _differs(row: Row, one: Counted, cue: Cue, first: Reading) -> bool:
    return cue.measure != first.measure and row.fits(cue.measure, one.noun)
