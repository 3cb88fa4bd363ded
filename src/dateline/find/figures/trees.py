"""A report's figures as trees, wholes and their parts: they add up, or the claim says that they do not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from dateline.find.notes import Notes
from dateline.model import Claim, Figure

__all__ = ["Sum", "added_up", "adds_up"]

GAP: Final = 25
"""Characters between two parts of one list."""

DIVISIONS: Final[Mapping[str | None, str]] = {
    **dict.fromkeys(("children", "women", "men", "adults", "elderly"), "age and sex"),
    **dict.fromkeys(("civilians", "soldiers", "fighters", "police"), "side"),
}
"""Subgroups that share nobody; any other one may be among those of another: journalists are civilians, and men or women."""


class Sum(NamedTuple):
    """A figure and whether its parts, of any one division, can be within it."""

    whole: Figure
    parts: tuple[Figure, ...]
    fits: bool
    rest: float | None
    """What the parts leave unsaid, where the whole has a ceiling; less than nothing where they are too many."""


def adds_up(told: Iterable[Figure]) -> tuple[Sum, ...]:
    """For each figure that has parts, whether they fit into it: eight, of them five children and a woman, leave two.

    >>> eight = Figure("killed", 8, 8, 8, "exact", 0, 5, "eight")
    >>> five = Figure("killed", 5, 5, 5, "exact", 10, 23, "five children", "children", part_of=0)
    >>> [(s.fits, s.rest) for s in adds_up([eight, five])]
    [(True, 3)]
    """
    known = tuple(told)
    split: dict[tuple[int, str], list[Figure]] = {}
    for figure in known:
        if figure.part_of is not None:
            split.setdefault((figure.part_of, figure.measure), []).append(figure)
    found = []
    for whole in known:
        parts = tuple(split.get((whole.start, whole.measure), ()))
        if parts and whole.part_of != whole.start:  # the first of those who make up a toll begins where it begins
            rest = None if whole.high is None else whole.high - _least(parts)
            found.append(Sum(whole, parts, rest is None or rest >= 0, rest))
    return tuple(found)


def added_up(notes: Notes) -> Notes:
    """Notes whose claims say so where a toll is less than its parts."""
    wrong = [one for one in adds_up(notes.figures) if not one.fits]
    if not wrong:
        return notes
    return replace(notes, claims=tuple(_with_reasons(claim, wrong) for claim in notes.claims))


def _with_reasons(claim: Claim, wrong: Iterable[Sum]) -> Claim:
    """The claim, with a reason for each toll it tells, whole or in part, that does not add up."""
    starts = {figure.start for figure in claim.figures}
    reasons = tuple(
        _reason(one) for one in wrong if one.whole.start in starts or any(part.start in starts for part in one.parts)
    )
    return replace(claim, because=(*claim.because, *reasons)) if reasons else claim


def _reason(one: Sum) -> str:
    listed = ", ".join(f"“{' '.join(part.text.split())}”" for part in one.parts)
    return f"the parts of “{' '.join(one.whole.text.split())}” do not add up: {listed} are too many by {-(one.rest or 0):g}"


def _least(parts: Iterable[Figure]) -> float:
    """The least that parts come to: those of one list are summed, and those of one division, each told again once."""
    sums: dict[str, float] = {}
    for name, low in _once(parts):
        sums[name] = sums.get(name, 0) + low
    return max(sums.values(), default=0)


def _once(parts: Iterable[Figure]) -> Iterator[tuple[str, float]]:
    """The least of each part under the list it stands in, which ends where one is told again, and under its division."""
    seen = set()
    end, listed = 0, 0
    for part in sorted(parts, key=lambda one: one.start):
        key = (part.subgroup, part.low, part.high)
        again = part.subgroup is not None and key in seen
        listed += again or part.start - end > GAP
        end = part.end
        yield str(listed), part.low or 0
        if part.subgroup in DIVISIONS and not again:
            yield DIVISIONS[part.subgroup], part.low or 0
        seen.add(key)
