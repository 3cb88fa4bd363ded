"""Pictures and videos that stand in a page beside its story: "News in pictures", slide after slide of other matters, or a list to play."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.model import Part

__all__ = ["gallery_slides", "videos"]

VIDEO: Final = re.compile(
    r"^[ \t]*(?P<title>\S[^\n]{9,199})\n\s*\d{1,2}:\d\d(?:\s*\n\s*Now playing)?\s*-\s*Source: ?[^\n]{2,60}$",
    re.MULTILINE,
)
"""The title of a video, its length and whose it is, as a player lists it; a clock alone is the entry of a live blog."""
BESIDE: Final = ("body", "byline", "furniture")
"""What a player's entry is taken for until it is known; a headline above a video stays one."""

SLIDE: Final = re.compile(r"^[ \t]*(?P<n>\d{1,3}) ?(?:/|of) ?(?P<all>\d{1,3})(?!\S)", re.MULTILINE)
"""The number of a slide, which opens its line: 3/50, 3 of 50."""
HEADING: Final = re.compile(
    r"\b(?:in pictures|in photos|gallery|pictures of the|photos of the|slide ?show)\b", re.IGNORECASE
)
ABOVE: Final = 200
"""Characters above the first slide in which a heading says that pictures follow."""
FEWEST: Final = 3
"""Slides from which there is a gallery."""
LONGEST: Final = 2_000
"""Characters of a slide; numbers farther apart count something else."""
MOST: Final = 1_000
"""Slides that are looked at."""
STORY: Final = 500
"""Characters of a story beside it, from which a gallery is not the story itself."""


def gallery_slides(folded: str, parts: Sequence[Part]) -> list[Part]:
    """The slides of each gallery that stands beside a story, as teasers: what they tell is no news of this page.

    >>> story = "The mill burned. " * 40
    >>> text = f"{story}\\nCounty in pictures\\n1/3 Flood\\nA road.\\n2/3 Fire\\nA barn.\\n3/3 Frost\\nA pond.\\nThe owner wept."
    >>> [text[slide.start : slide.end].split("\\n")[-1] for slide in gallery_slides(text, [Part(0, len(text), "body")])]
    ['A pond.']
    """
    found = [slide for run in _runs(folded) for slide in _spans(folded, run)]
    if not found:
        return []
    told = sum(part.end - part.start for part in parts if part.part == "body")
    return found if told - sum(slide.end - slide.start for slide in found) >= STORY else []


def videos(folded: str, parts: Sequence[Part]) -> list[Part]:
    """The entries of a player of videos, as teasers: each is the title of another story.

    >>> text = "The mill burned.\\nHow the flood came\\n01:16\\nNow playing\\n- Source: Hill TV\\nThe owner wept."
    >>> [text[one.start : one.end].split("\\n")[0] for one in videos(text, [Part(0, len(text), "body")])]
    ['How the flood came']
    """
    found: list[Part] = []
    at = 0
    for _, entry in zip(range(MOST), VIDEO.finditer(folded), strict=False):
        while at < len(parts) and parts[at].end <= entry.start("title"):
            at += 1
        if at < len(parts) and parts[at].part in BESIDE:
            found.append(Part(entry.start(), entry.end(), "teaser"))
    return found


def _runs(folded: str) -> Iterator[list[re.Match[str]]]:
    """The slides that follow each other: of one gallery, each with a higher number than the one before it."""
    run: list[re.Match[str]] = []
    for _, slide in zip(range(MOST), SLIDE.finditer(folded), strict=False):
        if run and not _follows(run[-1], slide):
            yield run
            run = []
        run.append(slide)
    yield run


def _follows(one: re.Match[str], other: re.Match[str]) -> bool:
    rising = int(one["n"]) < int(other["n"]) <= int(other["all"])
    return one["all"] == other["all"] and rising and other.start() - one.start() <= LONGEST


def _spans(folded: str, run: Sequence[re.Match[str]]) -> Iterator[Part]:
    """From the first slide to the line below the number of the last, where a heading says that pictures follow."""
    if len(run) >= FEWEST and HEADING.search(folded, max(0, run[0].start() - ABOVE), run[0].start()):
        end = len(folded)
        line = folded.find("\n", run[-1].end())
        if line >= 0:
            below = folded.find("\n", line + 1)
            end = below if below >= 0 else end
        yield Part(run[0].start(), end, "teaser")
