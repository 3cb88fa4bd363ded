"""A toll spread over places, each with its number in brackets: "fled to Ostrel (900), Marenga (400 families) and Tovana (85)"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dateline.find.figures.counts import Counted
from dateline.find.figures.nouns import UNSAID
from dateline.find.figures.row import Reading, Row
from dateline.find.sentences.distance import within
from dateline.model import Place
from dateline.words.measures import Noun
from dateline.words.numbers import load_numbers, read_numbers

__all__ = ["Share", "spread"]

SPREADS: Final = frozenset(
    "killed injured missing casualties detained displaced evacuated sheltered returned affected houses_destroyed".split()
)
"""Measures whose tolls are told place by place."""

LONGEST: Final = 6
"""The most words of a bracket that only counts."""


class Share(NamedTuple):
    """The part of a toll that one place has: its count, what it measures, the toll, and the place."""

    one: Counted
    how: Reading
    whole: Counted
    place: Place


def spread(places: Sequence[Place], row: Row, told: Sequence[tuple[Counted, Reading]]) -> list[Share]:
    """The shares of the last toll told before each place that has a number of its own in brackets; none of a lone bracket."""
    found = []
    for at in (k for k, token in enumerate(row.tokens) if token == "(" and k):
        end = next((k for k in range(at + 1, min(at + LONGEST, len(row.tokens))) if row.tokens[k] == ")"), None)
        behind = None if end is None else _place_before(places, row, at)
        one = None if end is None or behind is None else _number_alone(row, at + 1, end)
        if one is None or behind is None:
            continue
        whole = next(((whole, how) for whole, how in reversed(told) if _holds(row, whole, how, one)), None)
        if whole is not None:
            noun = whole[0].noun if one.bare else one.noun
            how = whole[1]._replace(part=True, way="lent")
            found.append(Share(one._replace(noun=noun), how, whole[0], behind))
    return found if len(found) > 1 else []


def _place_before(places: Sequence[Place], row: Row, at: int) -> Place | None:
    """The place that a bracket follows at once."""
    words = row.sentence.words
    told = within(places, row.sentence.span)
    return next((place for place in told if words[at - 1].start < place.end <= words[at].start), None)


def _number_alone(row: Row, first: int, last: int) -> Counted | None:
    """The count that all of a bracket is: "(900)", "(400 families)", "(1,200 people)"."""
    numbers = read_numbers(row.tokens[first:last], load_numbers())
    if len(numbers) != 1 or numbers[0].first != 0:
        return None
    number, said = numbers[0], " ".join(row.tokens[first + numbers[0].last : last])
    noun = row.measures.nouns.get(said) if said else Noun(UNSAID)
    if noun is None:
        return None
    core, ends = first + number.core, first + number.last
    return Counted(first, core, ends, last, last - 1, number.amount, noun, said)


def _holds(row: Row, whole: Counted, how: Reading, part: Counted) -> bool:
    """Whether a toll told before is one that so many of one place can be a part of."""
    fits = part.bare or part.noun.unit == whole.noun.unit
    less = (part.amount.low or part.amount.best or 0) <= (whole.amount.high or whole.amount.best or 0)
    open_ = whole.amount.high is None
    before = whole.last <= part.first and row.numbered(whole) and not how.part
    return before and fits and (less or open_) and how.measure in SPREADS and row.fits(how.measure, part.noun)
