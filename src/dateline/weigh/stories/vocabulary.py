"""The words of reports as weights: how often a report says a word, by how few reports say it; names and numbers apart."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dateline.model import Report
from dateline.text import fold
from dateline.weigh.stories.neighbours import Ints, spans
from dateline.words.calendar import MONTHS, WEEKDAYS
from dateline.words.weigh import countries

__all__ = ["Floats", "Vectors", "alike", "body_of", "leading_names", "vectors"]

_TOKEN = re.compile(r"[^\W\d_][\w']{1,40}|\d[\d,.]{0,20}\d|\d")
_ENDS = ("ing", "ed", "es", "s", "'s")
_EMPTY = frozenset(
    "the a an and of to in on for with that this is was were are be been has have had it its he his she her they their at by "
    "from as but not or which who will would said says after before about more than one two also when where there into over "
    "out up no if can could".split()
)
_CALENDAR = frozenset((*WEEKDAYS, *MONTHS)) - {"may"}
_OPENING = frozenset('.!?":\n')
LEAD = 400
"""How many characters of a report are its lead, which says what it is about."""
MOST = 150
"""How many of a report's most telling words are kept."""
READ = 6000
"""How much of a report is compared; what comes later recalls other stories."""

OPENING = 1500
"""How much of a report is read for the names it is known by."""

FEW = 40
"""Among fewer reports than this, a word that all of them say may still be telling."""


Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Weights:
    """Words report after report, each report's from its most telling on; the weights of one report have length 1."""

    words: NDArray[np.int32]
    """The number of each word; numbers follow the alphabet."""
    weights: Floats
    starts: Ints
    """Where each report begins; one more says where the last one ends."""

    def of(self, report: int, most: int | None = None) -> NDArray[np.int32]:
        """The most telling words of a report."""
        start, stop = int(self.starts[report]), int(self.starts[report + 1])
        return self.words[start : stop if most is None else min(stop, start + most)]

    def among(self, reports: Ints) -> tuple[Ints, NDArray[np.int32], Floats]:
        """The words of several reports: the row of each word in `reports`, the word, its weight."""
        sizes = self.starts[reports + 1] - self.starts[reports]
        at = spans(self.starts[reports], sizes)
        return np.repeat(np.arange(len(reports)), sizes), self.words[at], self.weights[at]


@dataclass(frozen=True, slots=True)
class Vectors:
    """The telling words of reports: over all words, and over names and numbers alone."""

    words: Weights
    names: Weights


def body_of(report: Report) -> str:
    """The report's own words, without furniture, teasers and captions."""
    parts = [p for p in report.parts if p.part not in ("furniture", "teaser", "caption")]
    return "\n".join(report.text[p.start : p.end] for p in parts) if parts else report.text


Said = tuple[NDArray[np.int32], NDArray[np.float32], NDArray[np.bool_]]
"""Each word of a report once: its number, how often it is said, whether it is a name or a number."""


def vectors(reports: Sequence[Report]) -> Vectors:
    """The vectors of reports, in their order; a word that no other report says is left out."""
    index: dict[str, int] = {}
    said = [_counts(body_of(report)[:READ], index) for report in reports]
    spread = np.zeros(len(index), dtype=np.int64)
    for words, _, _ in said:
        spread[words] += 1
    rare = np.array([math.log((len(said) + FEW) / n) if n > 1 else 0.0 for n in spread.tolist()])
    rank = np.empty(len(index), dtype=np.int32)
    rank[[index[word] for word in sorted(index)]] = np.arange(len(index), dtype=np.int32)
    told = [_telling(one, spread, rare, rank) for one in said]
    return Vectors(_packed([one[:2] for one in told]), _packed([(w[named], f[named]) for w, f, named in told]))


def leading_names(report: Report, most: int) -> list[str]:
    """The names and great numbers that a report says most and first, but for names of countries, months and weekdays.

    Which of those said as often come first follows from their letters, so that two reports of one story choose alike.
    """
    index: dict[str, int] = {}
    numbers, often, named = _counts(body_of(report)[:OPENING], index)
    words = list(index)
    told = [(words[n], times) for n, times, name in zip(numbers, often.tolist(), named, strict=True) if name]
    ranked = sorted((-times, crc32(word.encode()), word) for word, times in told if _is_telling(word))
    return [word for *_, word in ranked[:most]]


def _is_telling(word: str) -> bool:
    return word not in _everywhere() and not (word.startswith("#") and len(word) <= 3)


@cache
def _everywhere() -> frozenset[str]:
    """Names that stand in reports of every story."""
    return frozenset(_stem(word) for name in countries() for word in name.split()) | frozenset(map(_stem, _CALENDAR))


def _telling(
    said: Said, spread: Ints, rare: Floats, rank: NDArray[np.int32]
) -> tuple[NDArray[np.int32], Floats, NDArray[np.bool_]]:
    """The most telling words of a report that another one says too, by how telling they are; which of them are names."""
    words, often, named = said
    several = spread[words] > 1
    words, often, named = words[several], often[several], named[several]
    worth = (1 + np.log(often.astype(np.float64))) * rare[words]
    first = np.lexsort((rank[words], worth))[::-1][:MOST]
    return rank[words[first]], worth[first], named[first]


def _packed(told: Sequence[tuple[NDArray[np.int32], Floats]]) -> Weights:
    starts = np.cumsum([0, *(len(words) for words, _ in told)])
    words = np.concatenate([np.zeros(0, dtype=np.int32), *(words for words, _ in told)])
    return Weights(words, np.concatenate([np.zeros(0), *(_unit(weights) for _, weights in told)]), starts)


def _unit(weights: Floats) -> Floats:
    return weights / (math.sqrt(float(weights @ weights)) or 1.0)


def alike(told: Vectors, one: int, others: Ints) -> Floats:
    """How alike a report and each of several others are: half by their words, half by names and numbers alone."""
    return 0.5 * _dots(told.words, one, others) + 0.5 * _dots(told.names, one, others)


def _dots(told: Weights, one: int, others: Ints) -> Floats:
    _, mine, own = told.among(np.array([one]))
    if not len(mine):
        return np.zeros(len(others))
    order = np.argsort(mine)
    mine, own = mine[order], own[order]
    rows, words, weights = told.among(others)
    at = np.minimum(np.searchsorted(mine, words), len(mine) - 1)
    both = np.where(mine[at] == words, own[at] * weights, 0.0)
    return np.bincount(rows, both, minlength=len(others)).astype(np.float64)


def _counts(text: str, index: dict[str, int]) -> Said:
    """What a text says; a word that is new gets the next number of the index."""
    said = fold(text)
    words: dict[str, float] = {}
    names = set()
    for match in _TOKEN.finditer(said):
        token, at = match.group(), match.start()
        if token[0].isdigit():
            word = "#" + token.replace(",", "")
            names.add(word)
        else:
            lower = token.lower()
            if lower in _EMPTY or len(lower) < 3:
                continue
            word = _stem(lower)
            if token[0].isupper() and at > 0 and not _opens(said[max(0, at - 3) : at]):
                names.add(word)
        words[word] = words.get(word, 0.0) + (1.5 if at < LEAD else 1.0)
    numbers = [index.setdefault(word, len(index)) for word in words]
    named = [word in names for word in words]
    return np.array(numbers, dtype=np.int32), np.array([*words.values()], dtype=np.float32), np.array(named, dtype=bool)


def _opens(before: str) -> bool:
    """Whether what stands right before a word ends a sentence or a line."""
    ended = before.rstrip()
    return ended[-1:] in _OPENING or "\n" in before[len(ended) :]


@lru_cache(1 << 16)  # the same word is the same string in every claim
def _stem(word: str) -> str:
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)]
    return word
