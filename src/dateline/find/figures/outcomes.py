"""What came of it: those who died after they were hurt, "taken to hospital, where he died", and those whose life is in danger,
"in critical condition"; and what was only attempted."""

from __future__ import annotations

from typing import Final

from dateline.find.figures.counts import Counted
from dateline.find.figures.passing import following
from dateline.find.figures.row import FINAL, Reading, Row
from dateline.find.sentences.dependents import has_dependent

__all__ = ["FATALLY", "SURVIVE", "ailing", "attempted", "bereft", "died_later", "fatally", "gone_home", "wounded"]

NEAR: Final = 9
"""Words behind somebody within which it is told how they are."""

FAR: Final = 20
"""Words between what hurt somebody and that they died."""
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
    noun = row.sentence.words[one.head]
    told = has_dependent(row.sentence.words, noun, "relcl") and found.measure == "displaced"
    verb = noun.head if noun.dep == "nsubj" and told else 0
    back = verb > one.head and any(cue.measure == "returned" and cue.role == "subject" for cue in row.cues(verb))
    denied = any(row.small(k, "negatives") for k in range(verb - 3, verb))
    said = row.tag(verb) in ("VBD", "VBN", "VBP", "VBZ", "VBG") and not denied
    return found._replace(measure="returned", cue=verb, way="right") if back and said else found


def wounded(row: Row, one: Counted) -> Reading | None:
    """What those have who came "with gunshot wounds"."""
    at = one.last + 1
    while row.tag(at) in ("JJ", "NN") and not row.small(at, "borne"):
        at += 1
    hurt = row.tokens[one.last : one.last + 1] == ["with"] and row.small(at, "borne") and not one.bare
    return Reading("injured", at, "right") if hurt and row.fits("injured", one.noun) else None


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


def _how_badly(row: Row, one: Counted) -> Reading | None:
    """What befell some of those told before, where only an adverb says it: "six people were shot, two fatally"."""
    said = row.tokens[one.last] if one.bare and one.last < len(row.tokens) else ""
    if row.tokens[one.first - 1] not in (",", "and") or row.tag(one.last + 1).startswith(("V", "J")):
        return None
    grave = row.small(one.last, "gravely") and row.tag(one.last) == "RB"
    hurt = Reading("injured", one.last, "list", part=True) if grave else None
    return Reading("killed", one.last, "right") if said in FATALLY else hurt


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
