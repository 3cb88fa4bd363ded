"""What can be seen of each line of a page's text dump: its words, its indent, its place, and the lines around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log1p

import numpy as np

from dateline.read.parts.signs import ABOUT, SENTENCE
from dateline.read.parts.weights import Numbers, weights

__all__ = ["NAMES", "kept", "seen"]

BULLET = re.compile(r"(?:[*+•·◦‣▪>|»-]|\d{1,2}[.)])\s")
ENDS = re.compile(r"[.!?…][\"')\]»”]*$")
WORDS = re.compile(r"\w+")

OWN = ("words", "size", "ends", "sentences", "commas", "lower", "title", "digits", "about", "bullet", "short", "colon", "symbols")  # fmt: skip
PLACE = ("at", "indent", "indent_of_prose", "blank_before", "blank_after", "again", "inside", "gap", "before", "after")
AROUND = ("prose3", "prose8", "words3", "words8", "short3", "short8", "bullets3", "bullets8")
NEAR = tuple(f"near{n}_{what}" for n in (-2, -1, 1, 2) for what in ("words", "ends", "bullet", "same_indent"))
NAMES = (*OWN, *PLACE, *AROUND, *NEAR)
"""The names of what is seen, in the order of the columns."""


def kept(said: Sequence[str], indents: Sequence[int], gaps: Sequence[int]) -> list[bool]:
    """Which lines of a dump are likelier of the story than not; arguments as for `seen`."""
    each, bias = weights("dumps", NAMES)
    answer: list[bool] = (seen(said, indents, gaps) @ each + bias >= 0).tolist()
    return answer


def seen(said: Sequence[str], indents: Sequence[int], gaps: Sequence[int]) -> Numbers:
    """What is seen of each line: `said` without blanks at the ends, `indents` its column, `gaps` whether a blank one is above.

    >>> seen(["A line of text."], [0], [0]).shape[0]
    1
    """
    own = np.array([_own(line) for line in said])
    words, ends, bullet = own[:, 0], own[:, 2], own[:, 9]
    prose = np.where((words > 2.3) & ((ends > 0) | (words > 3.3)) & (bullet == 0), np.expm1(words), 0.0)
    column = np.array(indents, dtype=float)
    usual = _usual(column, prose)
    near = np.column_stack((words, ends, bullet, column))
    return np.hstack(
        (own, _place(said, column, gaps, prose, usual), _around(words, ends, bullet, prose), _near(near, column))
    )


def _own(line: str) -> tuple[float, ...]:
    words = WORDS.findall(line)
    count, size = len(words), max(1, len(line))
    some = max(1, count)
    return (
        log1p(count),
        log1p(size),
        float(ENDS.search(line[-8:]) is not None),
        log1p(len(SENTENCE.findall(line))),
        5 * line.count(",") / some,
        sum(map(str.islower, words)) / some,
        sum(map(str.istitle, words)) / some,
        sum(map(str.isdigit, words)) / some,
        float(ABOUT.match(line) is not None),
        float(BULLET.match(line) is not None),
        float(count < 4),
        float(line.endswith(":")),
        sum(map(line.count, "|/»›<>[]{}=")) / size * 10,
    )


def _usual(column: Numbers, prose: Numbers) -> float:
    """The indent at which most of the prose stands."""
    if not prose.any():
        return 0.0
    levels, which = np.unique(column, return_inverse=True)
    return float(levels[np.argmax(np.bincount(which, weights=prose))])


def _place(said: Sequence[str], column: Numbers, gaps: Sequence[int], prose: Numbers, usual: float) -> Numbers:
    count = len(said)
    at = np.arange(count)
    after = np.array([*gaps[1:], 1])
    first, last = _run(np.where(prose > 0, prose, -6.0))
    first_said: dict[str, int] = {}
    return np.column_stack(
        (
            at / count,
            np.clip(column, 0, 40) / 10,
            column == usual,
            np.array(gaps) > 0,
            after > 0,
            [first_said.setdefault(line, i) != i for i, line in enumerate(said)],
            (at >= first) & (at <= last),
            np.clip(np.maximum(first - at, at - last), 0, 20) / 20,
            at < first,
            at > last,
        )
    ).astype(float)


def _run(weights: Numbers) -> tuple[int, int]:
    """First and last of the run with the greatest sum."""
    best, total, start, found = 0.0, 0.0, 0, (0, len(weights) - 1)
    for i, weight in enumerate(weights.tolist()):
        if total <= 0:
            total, start = 0.0, i
        total += weight
        if total > best:
            best, found = total, (start, i)
    return found


def _around(words: Numbers, ends: Numbers, bullet: Numbers, prose: Numbers) -> Numbers:
    """Means over the three and the eight lines on each side."""
    columns = (prose > 0, words, words < 1.5, bullet > 0)
    return np.column_stack([_mean(column.astype(float), n) for column in columns for n in (3, 8)])


def _mean(column: Numbers, reach: int) -> Numbers:
    sums = np.concatenate(([0.0], np.cumsum(column)))
    at = np.arange(len(column))
    low, high = np.maximum(at - reach, 0), np.minimum(at + reach + 1, len(column))
    means: Numbers = (sums[high] - sums[low]) / (high - low)
    return means


def _near(near: Numbers, column: Numbers) -> Numbers:
    count, width = near.shape
    edge = np.zeros((2, width))
    padded = np.vstack((edge, near, edge))
    found = []
    for n in (-2, -1, 1, 2):
        other = padded[2 + n : 2 + n + count].copy()
        other[:, 3] = other[:, 3] == column
        found.append(other)
    return np.hstack(found)
