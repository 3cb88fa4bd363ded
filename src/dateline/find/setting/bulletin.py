"""Bulletins: reports of several stories, each under the name of its country, region or town."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dateline.model import Place

__all__ = ["Labels", "label_at", "labels"]

BEFORE: Final = re.compile(r"(?:^|\n)[ \t•*·–—-]{0,8}$")
AFTER: Final = re.compile(r"[ \t]*(?::(?=\s)|(?=\n|$))")
LOOK: Final = 10
"""Characters before a name in which its line begins."""

STORY: Final = 40
"""Characters from which what stands under a name is a story, and no row of a menu or a table."""

Labels = Sequence[tuple[int, Place]]
"""Where each story of a bulletin begins, in order, with the place that stands over it."""


def labels(text: str, places: Sequence[Place]) -> Labels:
    """The places that stand over the stories of a bulletin; none where fewer than two do.

    >>> labels("Chad: Nine herders were killed on Friday near a well, the army said.", [Place(0, 4, "Chad", "Chad")])
    ()
    """
    heads = [place for place in places if _over(text, place)]
    told = [one for one, other in pairwise(heads) if other.start - one.end >= STORY]
    told += [place for place in heads[-1:] if len(text) - place.end >= STORY]
    return tuple((place.start, place) for place in told) if len({place.name for place in told}) > 1 else ()


def _over(text: str, place: Place) -> bool:
    """Whether a name opens a line, and a colon or the end of the line follows it."""
    begins = BEFORE.search(text[max(0, place.start - LOOK) : place.start])
    whole = begins is not None and (begins.group().startswith("\n") or place.start <= LOOK)
    known = not place.metonym and place.precision != "unknown"
    return whole and known and AFTER.match(text, place.end) is not None


def label_at(found: Labels, at: int) -> Place | None:
    """The place that stands over what is told at a character, if any does."""
    number = bisect_right(found, at, key=lambda one: one[0]) - 1
    return found[number][1] if number >= 0 else None
