"""What is stepped over between a count and what is said of it: brackets, dashes, appositions, phrases, "including …"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.find.figures.row import BEHIND, DASHES, FAR, FINAL, VICTIMS, Row
from dateline.find.sentences.tags import NOUNS

__all__ = ["following"]

INSIDE: Final = frozenset(("DT", "JJ", "POS", "PRP$", "CD", "HYPH", "IN", "``", "''"))
"""Tags of words within a phrase."""

ASIDE: Final = 40
"""The most words of an aside: "including two women and five children, of whom …"."""

LISTED: Final = frozenset(("CD", "CC", "DT", "IN", "RB"))
"""Tags that go on with a list after its comma."""


def following(row: Row, at: int) -> Iterator[int]:
    """The tokens from `at` on, asides left out: in brackets, between dashes, between commas, from "including" on."""
    size, seen = len(row.tokens), 0
    while at < size and seen < FAR:
        behind = _behind(row, at)
        if behind is None:
            yield at
            seen += 1
            at += 1
        else:
            at = behind


def _behind(row: Row, at: int) -> int | None:
    """Behind the aside that opens at a token, or None where none does or it stays open."""
    token = row.tokens[at]
    if token == "all" and row.tokens[at - 1] in DASHES:
        return _phrase(row, at)  # "six miners – two women among them – all members of a guild were killed"
    if token == "(":
        return _sign(row, at, ")")
    if token in DASHES:
        return _sign(row, at, token) if row.blank_before(at) else None
    if token == ",":
        return _comma(row, at)
    if row.small(at, "inner") and not row.small(at, "including"):
        return _phrase(row, at)
    if row.tag(at) == "VBG" and row.tag(at - 1) in NOUNS and not row.small(at, "including"):
        behind = _phrase(row, at)  # "eight guards patrolling the border were killed"
        befell = (
            behind is not None
            and row.small(behind, "aux")
            and any(cue.measure in VICTIMS for cue in row.cues(behind + 1))
        )
        if befell or not row.cues(at):  # "nine pilgrims returning from Ostrel were killed"
            return behind
    if row.tag(at) == "VBN" and row.tokens[at + 1 : at + 2] == ["as"] and not row.cues(at):
        return _phrase(row, at + 1)  # "two men described as terrorists were killed"
    if row.tag(at) in ("VBN", "VBD") and row.small(at, "naming") and row.tag(at + 1) == "NNP":
        return _phrase(row, at)  # "two nuns called Ana Sol and Eva Kor were killed"
    if row.small(at, "including") and row.tokens[at + 1 : at + 2] != ["the"]:
        return _including(row, at)
    return None


def _phrase(row: Row, at: int) -> int | None:
    """The auxiliary, the aside or the verb behind a prepositional phrase: "members of the Kadri family were …"."""
    for k in range(at + 1, min(len(row.tokens), at + FAR)):
        if row.small(k, "aux") or row.small(k, "including") or (row.tokens[k] == "," and _comma(row, k) is not None):
            return k
        if row.tag(k) == "VBD" and row.cues(k):
            return k
        if row.small(k, "clausal") and row.tokens[k] != "as" and not row.small(k + 1, "be"):
            return None  # "139 remain in custody after two were released"
        if not (row.tag(k) in NOUNS or row.tag(k) in INSIDE or _describes(row, k) or _goes_on(row, k)):
            return None
    return None


def _goes_on(row: Row, at: int) -> bool:
    """Whether a phrase goes on behind a noun: "of the Kadri and Belmora families", "of the town living in tents"."""
    if row.tag(at - 1) not in NOUNS:
        return False
    return (row.tokens[at] == "and" and row.tag(at + 1) == "NNP") or (row.tag(at) == "VBG" and not row.cues(at))


def _describes(row: Row, at: int) -> bool:
    """Whether a token stands within words that describe the noun behind them: "the all-but-deserted town", "the besieged city"."""
    hyphened = row.tag(at - 1) == "HYPH" or row.tag(at + 1) == "HYPH"
    return hyphened or (row.tag(at) in ("VBN", "VBG", "RB") and (row.tag(at + 1) in NOUNS or row.tag(at + 1) == "JJ"))


def _sign(row: Row, at: int, sign: str) -> int | None:
    """Behind the sign that shuts an aside."""
    for k in range(at + 1, min(len(row.tokens), at + ASIDE)):
        if row.tokens[k] == sign and (sign == ")" or row.blank_before(k)):
            return k + 1
    return None


def _comma(row: Row, at: int) -> int | None:
    """Behind the comma that shuts an aside begun by one, ", among them two boys,"; a list is none."""
    told = row.tag(at + 1) == "CD" or (row.tag(at + 1) == "VBG" and not row.cues(at + 1))  # ", coming from two towns,"
    listed = not (told or row.small(at + 1, "including") or row.small(at + 1, "aside"))
    for k in range(at + 2, min(len(row.tokens) - 1, at + ASIDE)):
        if row.tokens[k] == "," and (
            row.small(k + 1, "aux") or (not listed and (row.small(k + 1, "skip") or row.cues(k + 1)))
        ):
            return k + 1
    return _including(row, at + 1) if row.small(at + 1, "including") else None


def _including(row: Row, at: int) -> int | None:
    """What ends "including …": a comma, an auxiliary, or what befell them all: "…, died", "left 27, including two nuns, dead"."""
    left = any(row.small(k, "leaving") for k in range(max(0, at - BEHIND), at))
    for k in range(at + 1, min(len(row.tokens), at + ASIDE)):
        lists = row.tag(k + 1) in LISTED and not row.small(k + 1, "clausal")
        if row.small(k, "aux") or (row.tokens[k] == "," and not lists):
            return k + (row.tokens[k] == ",")
        if row.tag(k) == "VBD" and any(cue.role == "subject" and not cue.needs for cue in row.cues(k)):
            return k
        if left and any(cue.role == "state" and cue.measure in FINAL for cue in row.cues(k)):
            return k
    return None
