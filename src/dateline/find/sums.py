"""What several counts of a sentence are together: those listed as victims of one verb are one toll, and so are "six nuns and
two more people"; "400 families, or 2,100 people" is one count told twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from dateline.amounts import total
from dateline.find.counts import Counted
from dateline.find.row import Reading, Row

__all__ = ["restated", "summed"]

HOMES: Final = frozenset({"households", "houses"})
"""Units that are told again in people."""

GAP: Final = 4
"""Words between two victims of one list."""

CROWDED: Final = 15
"""The most people a home is taken to hold."""

Found = tuple[Counted, Reading]


def summed(row: Row, found: Iterable[Found]) -> list[Found]:
    """What a sentence counts, in order of the text, with the members of one toll made one; subgroups stay apart."""
    done: list[Found] = []
    for one, how in sorted(found, key=lambda pair: (pair[0].first, pair[0].last)):
        if done and _one_toll(row, done[-1], (one, how)):
            before, first = done[-1]
            done[-1] = (before._replace(last=one.last, head=one.head, amount=total((before.amount, one.amount))), first)
        else:
            done.append((one, how))
    return done


def restated(row: Row, found: Sequence[Found]) -> dict[int, int]:
    """For the first token of each count that says one of another unit again, the first token of that one; in order of the text."""
    again = {}
    for (before, first), (one, how) in pairwise(found):
        between = row.tokens[before.last : one.first]
        said = first.measure == how.measure and bool(between) and row.measures.glue["restating"].issuperset(between)
        if said and _one_crowd(before, one):
            again[one.first] = before.first
    return again


def _one_crowd(left: Counted, right: Counted) -> bool:
    """Whether one counts homes and the other as many people as may live in them."""
    homes, people = (left, right) if left.noun.unit in HOMES else (right, left)
    if homes.noun.unit not in HOMES or people.noun.unit in HOMES or not homes.amount.best or not people.amount.best:
        return False
    return 1 < people.amount.best / homes.amount.best <= CROWDED


def _one_toll(row: Row, left: Found, right: Found) -> bool:
    """Whether two counts are of one kind, befallen by one thing, side by side, and listed without numbers or as more of them."""
    (before, first), (one, how) = left, right
    if (first.measure, first.cue, before.noun) != (how.measure, how.cue, one.noun) or first.part or how.part:
        return False
    if first.negated or how.negated or "vague" in before.amount.qualifier + one.amount.qualifier:
        return False
    joined = row.measures.glue["joints"].issuperset(row.tokens[before.last : one.first])
    if not row.numbered(before) and not row.numbered(one):
        return joined or _conjoined(row, before, one)
    return joined and _more(row, one)


def _more(row: Row, one: Counted) -> bool:
    """Whether a count tells of more of the same: "two more people", "a further three people"."""
    return any(row.small(k, "more") for k in range(one.first, one.last))


def _conjoined(row: Row, before: Counted, one: Counted) -> bool:
    """Whether the parse lists one right after the other; whoever stands between would be left out of the sum."""
    word = row.sentence.words[one.head]
    return word.dep == "conj" and before.first <= word.head < before.last and one.first - before.last <= GAP
