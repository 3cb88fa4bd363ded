"""Dates that stand away from the headline: announced as that of publication, opening the story, or the only one there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from dateline.model import Part, Span
from dateline.read.bylines import is_byline
from dateline.read.stamps import answered, of_today, printed
from dateline.tables import load_table
from dateline.text import lines
from dateline.times import Interval

__all__ = ["STORY", "announced", "elsewhere", "opened", "opens_with"]

LONGEST = 200
"""Characters of a line in which a date is announced, or opens the story."""
MOST = 5_000
"""Characters of a part that are looked through."""
OPENS = re.compile(r"\s*(?:[-\u2013\u2014|)\]]|[\"\u201e\u201c\u00ab])")
"""What sets the date off that a story opens with."""
LEAD = re.compile(r"\s*(?:[Rr]ed(?:aktion)?\.?\s*[/|-]?\s*)?[(\[]?\Z")
"""What may stand before such a date."""
FIRST, LINES = 3, 5
"""Stretches of the story that may be its first, and lines of each: titles and names are taken for it now and then."""
OPENING, ABOUT = 3, 40
"""Characters before what announces a date: at the beginning of a line it does so whatever follows, behind a few words only
where the sentence ends with the date; farther in, a story tells when something else was published."""
PROSE = re.compile(r",?\s+(?!(?:at|by|in|um|om|uhr|uur|alle|ore|kl)\b)[^\W\dA-Z_]{2}")
"""A sentence that goes on behind a date."""
STORY = ("body", "standfirst")
"""Parts that tell the story."""
UNASKED = ("caption", "teaser")


def elsewhere(text: str, parts: Sequence[Part]) -> Interval | None:
    """The day that a page tells nowhere near its headline; None where it tells none, or several that nothing sets apart."""
    said = [line for part in parts if part.part not in UNASKED for line in _dated_lines(text, part)]
    first = next((when for line, span, when in said if _announces(line, span)), None)
    return first or opened(text, parts) or _alone(said)


def announced(text: str, parts: Sequence[Part]) -> Interval | None:
    """The day that stands outside of the story as that of publication; None where none does, or several do."""
    outside = (line for part in parts if part.part not in (*UNASKED, *STORY) for line in _dated_lines(text, part))
    days = [when for line, span, when in outside if _announces(line, span)]
    return days[0] if len({when.first for when in days}) == 1 else None


def _dated_lines(text: str, part: Part) -> Iterator[tuple[str, Span, Interval]]:
    """The short lines of a part that print a date, with where it stands and which it is."""
    stretch = text[part.start : min(part.end, part.start + MOST)]
    for line in lines(stretch):
        told, at = stretch[line.start : line.end], part.start + line.start
        if len(told) <= LONGEST:
            for span, when in printed(told):
                if not answered(text, at + span.start, at + span.end) and not of_today(text, at + span.start):
                    yield told, span, when


def opened(text: str, parts: Sequence[Part]) -> Interval | None:
    """The date that one of the story's first lines opens with, set off from what follows; several are a chronology."""
    story = [part for part in parts if part.part in STORY][:FIRST]
    first = [line for part in story for line in islice(_lines(text[part.start : part.end]), LINES)]
    told = [when for line in first if (when := opens_with(line)) is not None]
    return told[0] if len({when.first for when in told}) == 1 else None


def _lines(stretch: str) -> Iterator[str]:
    said = stretch[:MOST]
    return (said[line.start : line.end].strip() for line in lines(said))


def opens_with(line: str) -> Interval | None:
    """The date that a line opens with, set off from what follows it.

    >>> opens_with("(21. November 2022) The toll road opens."), opens_with("On 21 November 2022 the road opened.")
    (Interval(start=datetime.datetime(2022, 11, 21, 0, 0), end=datetime.datetime(2022, 11, 22, 0, 0), offset=None), None)
    """
    said = line[:LONGEST]
    for span, when in islice(printed(said), 1):
        if LEAD.match(said[: span.start]) and OPENS.match(said, span.end):
            return when
    return None


def _alone(said: Sequence[tuple[str, Span, Interval]]) -> Interval | None:
    """The day of the lines that are a date and nothing else, where there are two at most and both tell one day: a list of
    other stories has more."""
    told = [when for line, _, when in said if is_byline(line.strip())]
    return told[0] if len(told) in (1, 2) and len({when.first for when in told}) == 1 else None


def _announces(line: str, date: Span) -> bool:
    """Whether the words around a date call it that of publication.

    >>> _announces("Published on Monday, 3 May 2021", Span(21, 31)), _announces("Die Notiz wurde am 3. Mai 2021 um 9:05 Uhr gepostet", Span(19, 30))
    (True, True)
    >>> told = "All names were matched with a register of the dead that the ministry had released on 3 May 2021."
    >>> _announces(told, Span(85, 95)), _announces("A map published on 3 May 2021 shows it", Span(19, 29))
    (False, False)
    """
    before, behind = _announced()
    hit = before.search(line[: date.start])
    if hit is None:
        return behind.match(line, date.end) is not None
    return hit.start() <= OPENING or (hit.start() <= ABOUT and PROSE.match(line, date.end) is None)


@cache
def _announced() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What announces a date of publication: words, perhaps a weekday, up to it; or a clock and a participle behind it."""
    table = load_table("read/months.toml")
    before, behind = (
        "|".join(sorted(table[key], key=lambda told: (-len(told), told))) for key in ("announced", "behind")
    )
    return (
        re.compile(rf"\b(?:{before})\b\W{{0,3}}(?:[^\W\d]{{2,12}}\W{{1,3}})?\Z", re.IGNORECASE),
        re.compile(rf"(?:,? (?:um|om) \d{{1,2}}[:.]\d\d(?: Uhr| uur)?)? (?:{behind})\b", re.IGNORECASE),
    )
