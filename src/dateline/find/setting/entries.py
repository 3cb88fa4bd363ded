"""Live blogs: what an entry tells is told as of the entry's own time, not of the page's."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dateline.deadlines import deadline_of
from dateline.find.notes import Notes
from dateline.model import Claim, Figure, Time
from dateline.times import resolve

__all__ = ["in_entries"]

FROM_PAGE = "pub"
"""How the formula of a time begins that is counted from the publication."""


def in_entries(notes: Notes) -> Notes:
    """Notes with the times of a live blog counted from the entry they stand in; of any other report, the notes as they are."""
    if not notes.report.entries:
        return notes
    blog = _Blog(notes)
    return replace(
        notes,
        times=tuple(blog.time(time) or time for time in notes.times),
        claims=tuple(blog.claim(claim) for claim in notes.claims),
    )


class _Blog:
    """The entries of one live blog, and what stands in each."""

    def __init__(self, notes: Notes) -> None:
        self.entries: Sequence[Time] = notes.report.entries
        self.starts = [entry.start for entry in self.entries]
        self.published = notes.report.published.when

    def entry(self, at: int) -> Time | None:
        """The entry that a character of the text stands in; None above the first one."""
        found = bisect_right(self.starts, at) - 1
        return self.entries[found] if found >= 0 else None

    def time(self, time: Time | None) -> Time | None:
        """A time counted from the entry it stands in; one that tells its own day, or stands in none, as it is."""
        entry = self.entry(time.start) if time is not None else None
        if time is None or entry is None or time.formula is None or time.formula.split()[0] != FROM_PAGE:
            return time
        formula = f"{entry.formula}{time.formula[len(FROM_PAGE) :]}"
        timex, when = resolve(formula, self.published)
        return replace(time, formula=formula, timex=timex, when=when)

    def claim(self, claim: Claim) -> Claim:
        """A claim with its times counted so, and the reason."""
        entry = self.entry(claim.start)
        if entry is None:
            return claim
        due = self.time(claim.deadline_time)
        return replace(
            claim,
            time=self.time(claim.time),
            deadline_time=due,
            deadline=(deadline_of(due) if due is not None else None) or claim.deadline,
            figures=tuple(self._figure(figure) for figure in claim.figures),
            because=(*claim.because, f"told in the entry of {' '.join(entry.text.split())}"),
        )

    def _figure(self, figure: Figure) -> Figure:
        return figure if figure.period is None else replace(figure, period=self.time(figure.period))
