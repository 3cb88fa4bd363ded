"""Cues of lines that are not the story: captions, credits, teasers, menus and the rest of a page's furniture."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from dateline.errors import BadWords
from dateline.model import PartName
from dateline.tables import load_table

__all__ = ["Addendum", "Cue", "addenda", "addendum_pattern", "cue_of", "cues", "headings", "heads_list"]

FRAMES = {"whole": r"(?:{})\Z", "start": r"(?:{})", "any": r"(?:{})"}
"""How a cue is matched, and the expression that does it; only `any` looks beyond the beginning of a line."""


class Cue(NamedTuple):
    """One way a line gives itself away, and the part it then plays."""

    part: PartName
    shown: Callable[[str], re.Match[str] | None]
    """Finds the cue in a line that is folded, without blanks at its ends."""
    needed: tuple[str, ...]
    """Letters, one of which a line in lower case must hold to show the cue; none where nothing is asked."""
    yes: tuple[str, ...]
    no: tuple[str, ...]


class Addendum(NamedTuple):
    """Something that an outlet says of its own report: what it is called, letters it needs, how it begins, examples, refusals."""

    note: str
    needs: tuple[str, ...]
    begins: str
    yes: tuple[str, ...]
    no: tuple[str, ...]


@cache
def addenda() -> tuple[Addendum, ...]:
    """The addenda of furniture.toml, in its order."""
    return tuple(
        Addendum(entry["note"], tuple(entry["needs"]), "|".join(entry["is"]), tuple(entry["yes"]), tuple(entry["no"]))
        for entry in load_table("words/furniture.toml")["addendum"]
    )


@cache
def addendum_pattern() -> re.Pattern[str]:
    """An expression for a folded line that begins as an addendum does; its last group's number is the addendum's, from 1."""
    kinds = "|".join(f"({one.begins})" for one in addenda())
    return re.compile(rf"[ *\[]{{0,3}}(?=[A-Z(])(?i:{kinds})")


@cache
def cues() -> tuple[Cue, ...]:
    """The cues of furniture.toml, in its order: the first that matches decides. Raises BadWords for one that is broken."""
    return tuple(_cue(i, entry) for i, entry in enumerate(load_table("words/furniture.toml")["cue"]))


@cache
def headings() -> Cue:
    """The headings under which a page lists other stories."""
    return _cue(0, {**load_table("words/furniture.toml")["heading"], "at": "whole", "part": "teaser"})


def heads_list(line: str) -> bool:
    """Whether a folded line is a heading under which a page lists other stories.

    >>> heads_list("Related Articles"), heads_list("Related parties sign the deed")
    (True, False)
    """
    return headings().shown(line) is not None


def cue_of(line: str) -> Cue | None:
    """The first cue that a line shows. `line` is folded, without blanks at its ends.

    >>> cue_of("Read more: Envoy leaves Bamako").part
    'teaser'
    """
    low = line.lower()
    for cue in cues():
        # Letters looked for one by one are found sooner than by any expression.
        if (not cue.needed or any(map(low.__contains__, cue.needed))) and cue.shown(line):
            return cue
    return None


def _cue(number: int, entry: dict[str, Any]) -> Cue:
    where = f"furniture.toml, cue {number}"
    if entry["at"] not in FRAMES:
        raise BadWords(where, f"at = {entry['at']!r} is not one of {', '.join(FRAMES)}")
    try:
        flags = 0 if entry.get("case") else re.IGNORECASE
        pattern = re.compile(FRAMES[entry["at"]].format("|".join(_spelled(entry))), flags)
    except re.error as error:
        raise BadWords(where, f"an expression is broken: {error}") from None
    shown = pattern.search if entry["at"] == "any" else pattern.match
    return Cue(entry["part"], shown, tuple(entry.get("needs", ())), tuple(entry["yes"]), tuple(entry["no"]))


def _spelled(entry: dict[str, Any]) -> list[str]:
    """The expressions; where case tells names from words, their first word may still be written in any case."""
    return [_any_case(e) for e in entry["is"]] if entry.get("case") else entry["is"]


def _any_case(expression: str) -> str:
    """Small letters match capitals as well; capitals match only themselves, so that `[A-Z]` still asks for a name."""
    spelled = re.split(r"(\\.|\[[^\]]*\]|\(\?.)", expression)
    return "".join(
        piece if i % 2 else re.sub(r"[a-z]", lambda m: f"[{m.group()}{m.group().upper()}]", piece)
        for i, piece in enumerate(spelled)
    )
