"""Dates that stand away from the headline: announced as that of publication, opening the story, or the only one there is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import islice

from dateline.model import Part
from dateline.read.bylines import is_byline
from dateline.read.stamps import answered, printed
from dateline.text import lines
from dateline.times import Interval

__all__ = ["elsewhere"]

LONGEST = 200
"""Characters of a line in which a date is announced, or opens the story."""
MOST = 5_000
"""Characters of a part that are looked through."""
OPENS = re.compile(r"\s*(?:[-\u2013\u2014|]|[\"\u201e\u201c\u00ab])")
"""What sets the date off that a story opens with."""
LEAD = re.compile(r"\s*(?:[Rr]ed(?:aktion)?\.?\s*[/|-]?\s*)?\Z")
"""What may stand before such a date."""
FIRST = 3
"""Stretches of the story that may be its first: what stands above it is taken for it now and then."""
UNASKED = ("caption", "teaser")


def elsewhere(text: str, parts: Sequence[Part]) -> Interval | None:
    """The day that a page tells nowhere near its headline; None where it tells none, or several that nothing sets apart."""
    said = [line for part in parts if part.part not in UNASKED for line in _dated_lines(text, part)]
    announced = next((when for line, start, when in said if _announced().search(line[:start])), None)
    return announced or _opening(text, parts) or _alone(said)


def _dated_lines(text: str, part: Part) -> Iterator[tuple[str, int, Interval]]:
    """The short lines of a part that print a date, with where it begins and which it is."""
    stretch = text[part.start : min(part.end, part.start + MOST)]
    for line in lines(stretch):
        told, at = stretch[line.start : line.end], part.start + line.start
        if len(told) <= LONGEST:
            for span, when in printed(told):
                if not answered(text, at + span.start, at + span.end):
                    yield told, span.start, when


def _opening(text: str, parts: Sequence[Part]) -> Interval | None:
    """The date that the story's first words are, set off from what follows."""
    for part in [part for part in parts if part.part == "body"][:FIRST]:
        said = text[part.start : min(part.end, part.start + LONGEST)].lstrip()
        for span, when in islice(printed(said), 1):
            if LEAD.match(said[: span.start]) and OPENS.match(said, span.end):
                return when
    return None


def _alone(said: Sequence[tuple[str, int, Interval]]) -> Interval | None:
    """The day of the lines that are a date and nothing else, where there are two at most and both tell one day: a list of
    other stories has more."""
    told = [when for line, _, when in said if is_byline(line.strip())]
    return told[0] if len(told) in (1, 2) and len({when.first for when in told}) == 1 else None


@cache
def _announced() -> re.Pattern[str]:
    """What announces a date of publication, up to the date: the words, perhaps a weekday, a colon."""
    table = tomllib.loads(files("dateline.read").joinpath("months.toml").read_text("utf-8"))
    words = "|".join(sorted(table["announced"], key=lambda told: (-len(told), told)))
    return re.compile(rf"\b(?:{words})\b\W{{0,3}}(?:[^\W\d]{{2,12}}\W{{1,3}})?\Z", re.IGNORECASE)
