"""What came of it: those who died after they were hurt, "taken to hospital, where he died", and those whose life is in danger,
"in critical condition"; and what was only attempted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.figures.counts import Counted
from dateline.find.figures.passing import following
from dateline.find.figures.row import FINAL, Reading, Row
from dateline.find.sentences.dependents import has_dependent
from dateline.find.sentences.tags import NOUNS

__all__ = [
    "FATALLY",
    "SURVIVE",
    "ailing",
    "attempted",
    "became",
    "bereft",
    "died_later",
    "fatally",
    "gone_home",
    "graded",
    "outlived",
    "unharmed",
    "wounded",
]

NEAR: Final = 9
"""Words behind somebody within which it is told how they are."""

CARE: Final = frozenset(("treated", "recovering"))
"""What is done for, or by, those in hospital."""

BEARS: Final = 4
"""Words behind somebody within which it is told what they bear."""

FAR: Final = 20
"""Words between what hurt somebody and that they died."""
TERM: Final = 9
"""Words behind a rescue that tell how long those rescued were held."""

THEY: Final = frozenset(("he", "she", "they"))
TOLD: Final = frozenset(("pronounced", "declared"))
FATALLY: Final = frozenset(("fatally", "mortally"))
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
    if (so := _how_badly(row, one)) is not None:
        return so
    at = next(
        (k for k in range(one.last, one.last + NEAR) if row.tokens[k : k + 1] in (["condition"], ["hospital"])), None
    )
    if at is not None and _after_blow(row, one, at):
        return Reading("injured", at, "right")
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


def _after_blow(row: Row, one: Counted, hospital: int) -> bool:
    """Whether somebody is in hospital for what befell others or a blow: "14 in hospital after a blast", "six were killed and 14 are
    in hospital"."""
    told = all(
        row.small(k, "aux") or row.tag(k) == "RB" or row.tokens[k] in CARE for k in range(one.last, hospital - 1)
    )
    if (
        not told
        or one.noun.subgroup == "health_workers"
        or row.tokens[hospital - 1] != "in"
        or row.tokens[hospital] != "hospital"
        or not row.numbered(one)
    ):
        return False
    behind = hospital + 1
    after = row.tokens[behind : behind + 1] in (["after"], ["following"])
    blow = after and any(_blow(row, k) for k in range(behind + 1, min(behind + NEAR, len(row.tokens))))
    joined = row.tokens[one.first - 1 : one.first] in (["and"], [";"], [","], ["while"])
    dead = (k for k in range(max(0, one.first - NEAR), one.first) for cue in row.cues(k) if cue.measure == "killed")
    return row.fits("injured", one.noun) and (blow or (joined and next(dead, None) is not None))


def _blow(row: Row, at: int) -> bool:
    """Whether a word names a blow, or any happening that hurts people."""
    noun = row.measures.nouns.get(row.tokens[at])
    return noun is not None and noun.unit in ("happenings", "strikes", "attacks")


def fatally(row: Row, one: Counted) -> Reading | None:
    """What befell those of the hurt whom only an adverb tells to have died: "twelve people were hurt, four of them fatally"."""
    of_them = row.tokens[one.last : one.last + 1] == ["of"] and row.tokens[one.last + 1 : one.last + 2] in (
        ["them"],
        ["whom"],
    )
    at = one.last + 2
    died = one.bare and of_them and row.tokens[at : at + 1] != [] and row.tokens[at] in FATALLY
    return Reading("killed", at, "own") if died and not row.tag(at + 1).startswith("V") else None


def gone_home(row: Row, one: Counted, found: Reading) -> Reading:
    """What the displaced are told to have done of whom the main verb tells that they are back: "2,000 people who fled in May
    have returned"."""
    found = _freed(row, one, found)
    noun = row.sentence.words[one.head]
    told = has_dependent(row.sentence.words, noun, "relcl") and found.measure == "displaced"
    verb = noun.head if noun.dep == "nsubj" and told else 0
    back = verb > one.head and any(cue.measure == "returned" and cue.role == "subject" for cue in row.cues(verb))
    denied = any(row.small(k, "negatives") for k in range(verb - 3, verb))
    said = row.tag(verb) in ("VBD", "VBN", "VBP", "VBZ", "VBG") and not denied
    return found._replace(measure="returned", cue=verb, way="right") if back and said else found


def wounded(row: Row, one: Counted) -> Reading | None:
    """What those have who came "with gunshot wounds", are "nursing injuries", or were "left with burns"."""
    bears = next((k for k in range(one.last, one.last + BEARS) if _carries(row, k)), None)
    if bears is None or not all(
        row.small(k, "aux") or row.tag(k) in ("VBN", "VBD", "RB") for k in range(one.last, bears)
    ):
        return None
    at = bears + 1
    while row.tag(at) in ("JJ", "NN", "PRP$") and not row.small(at, "borne"):
        at += 1
    hurt = row.small(at, "borne") and row.tag(at + 1) not in NOUNS
    hurt = hurt and not (one.bare and (one.amount.qualifier.startswith("vague") or not row.numbered(one)))
    return Reading("injured", at, "right") if hurt and row.fits("injured", one.noun) else None


def _carries(row: Row, at: int) -> bool:
    """Whether a word leads to what those bear who stand before it: "with wounds", "nursing wounds"."""
    return row.tokens[at : at + 1] in (["with"], ["nursing"])


def bereft(row: Row, one: Counted) -> Reading | None:
    """What is told of those who "had their houses burned": they lost where they lived."""
    at = next(following(row, one.last), one.last)
    at += row.small(at, "relatives")
    while row.tokens[at : at + 1] in (["had"], ["have"], ["has"]):
        at += 1
    homes = row.small(at - 1, "aux") and row.tag(at) == "PRP$" and row.small(at + 1, "dwellings")
    cues = row.cues(at + 2) if homes and row.tag(at + 2) == "VBN" else ()
    lost = any(cue.measure == "houses_destroyed" for cue in cues) and row.fits("displaced", one.noun)
    return Reading("displaced", at + 2, "right") if lost else None


def _freed(row: Row, one: Counted, found: Reading) -> Reading:
    """The reading of captives whom others rescue or send back: they are released."""
    held = any(row.small(k, "captives") for k in range(one.number_end, one.last))
    held = held or "captivity" in row.tokens[found.cue : found.cue + TERM]
    return found._replace(measure="released") if held and found.measure in ("evacuated", "returned") else found


def _how_badly(row: Row, one: Counted) -> Reading | None:
    """What befell some of those told before, where only an adverb says it: "six people were shot, two fatally"."""
    said = row.tokens[one.last] if one.bare and one.last < len(row.tokens) else ""
    if row.tokens[one.first - 1] not in (",", "and") or row.tag(one.last + 1).startswith(("V", "J")):
        return None
    grave = row.small(one.last, "gravely") and said.endswith("ly")
    hurt = Reading("injured", one.last, "list", part=True) if grave else None
    return Reading("killed", one.last, "right") if said in FATALLY else hurt


def graded(row: Row, one: Counted, found: Reading) -> bool:
    """Whether an adverb alone tells how badly some of the hurt are: "injured 14, three critically"."""
    return found.measure == "injured" and found.way != "list" and (_how_badly(row, one) or found).way == "list"


def unharmed(row: Row, one: Counted, found: Reading) -> bool:
    """Whether what only tells of care tells of no harm: "treated for cholera", "sent 40 doctors to hospital"."""
    if found.measure != "injured" or any(cue.measure == "injured" and not cue.needs for cue in row.cues(found.cue)):
        return False
    if one.noun.subgroup == "health_workers" and not row.passive(found.cue):
        return True
    sent = row.tokens[found.cue].startswith("sen") and row.tokens[one.last : one.last + 2] != ["to", "hospital"]
    told = range(max(found.cue, one.last), min(max(found.cue, one.last) + NEAR, len(row.tokens)))
    return sent or any(row.small(k, "illnesses") for k in told)


def _dies(row: Row, verb: int, measure: str, role: str) -> bool:
    """Whether a verb tells of one's own death, and not of a killing."""
    return measure == "killed" and role in ("subject", "either") and row.tag(verb) in ("VBD", "VBZ", "VBP")


def became(inside: Reading, later: Reading | None) -> Reading:
    """What became of the missing, and of the hurt who died, where the sentence tells it: "two missing boys were found dead", "two
    wounded guards died"."""
    if later is None or later.measure == "population" or inside.measure not in ("missing", "injured"):
        return inside
    return inside if inside.measure == "injured" and later.measure != "killed" else later


def outlived(row: Row, told: Sequence[tuple[Counted, Reading]]) -> list[tuple[Counted, Reading]]:
    """What is told of each; who was hurt first, and died, is hurt no longer: "a guard wounded in May died"."""
    died = {one.first for one, how in told if how.measure == "killed"}
    return [(one, how) for one, how in told if not (one.first in died and _hurt_before(row, one, how))]


def _hurt_before(row: Row, one: Counted, how: Reading) -> bool:
    """Whether a clause behind somebody tells that they were hurt, and joins nothing else to it: "injured and killed" is both."""
    joined = {"and", "or"} & {*row.tokens[how.cue - 1 : how.cue], *row.tokens[how.cue + 1 : how.cue + 2]}
    clause = row.sentence.words[how.cue].dep in ("acl", "relcl") and how.cue >= one.last
    return how.measure == "injured" and clause and not joined


def attempted(row: Row, how: Reading) -> bool:
    """Whether a reading is of what somebody failed or tried to do: "attempts to kill two judges", "the attempted murder"."""
    at = how.cue
    if (how.measure not in FINAL and how.measure != "detained") or at < 1:
        return False
    aimed = row.tokens[at - 1] == "to" and row.tag(at) == "VB"
    return (aimed and row.small(at - 2, "trying")) or (not aimed and row.small(at - 1, "foiled"))
