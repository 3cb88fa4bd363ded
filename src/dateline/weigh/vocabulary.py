"""The words of reports as weights: how often a report says a word, by how few reports say it; names and numbers apart."""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.model import Report
from dateline.text import fold

__all__ = ["Vector", "body_of", "vectors"]

_TOKEN = re.compile(r"[^\W\d_][\w']{1,40}|\d[\d,.]{0,20}\d|\d")
_ENDS = ("ing", "ed", "es", "s", "'s")
_EMPTY = frozenset(
    "the a an and of to in on for with that this is was were are be been has have had it its he his she her they their at by "
    "from as but not or which who will would said says after before about more than one two also when where there into over "
    "out up no if can could".split()
)
_OPENS = re.compile(r"[.!?\n\":]\s*$")
LEAD = 400
"""How many characters of a report are its lead, which says what it is about."""
MOST = 150
"""How many of a report's most telling words are kept."""
READ = 6000
"""How much of a report is compared; what comes later recalls other stories."""

FEW = 40
"""Among fewer reports than this, a word that all of them say may still be telling."""


@dataclass(frozen=True, slots=True)
class Vector:
    """A report's telling words: weights of length 1 over all words, and over names and numbers alone."""

    words: Mapping[str, float]
    names: Mapping[str, float]


def body_of(report: Report) -> str:
    """The report's own words, without furniture, teasers and captions."""
    parts = [p for p in report.parts if p.part not in ("furniture", "teaser", "caption")]
    return "\n".join(report.text[p.start : p.end] for p in parts) if parts else report.text


def vectors(reports: Sequence[Report]) -> list[Vector]:
    """The vectors of reports, in their order; a word that no other report says is left out."""
    counted = [_counts(body_of(report)[:READ]) for report in reports]
    spread = Counter(word for words, _ in counted for word in words)
    rare = {word: math.log((len(counted) + FEW) / n) for word, n in spread.items() if n > 1}
    found = []
    while counted:  # counts are given up one by one: a hundred thousand reports' words are much
        found.append(_vector(*counted.pop(), rare))
    return found[::-1]


def _counts(text: str) -> tuple[dict[str, float], frozenset[str]]:
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
            if token[0].isupper() and at > 0 and not _OPENS.search(said, max(0, at - 3), at):
                names.add(word)
        words[word] = words.get(word, 0.0) + (1.5 if at < LEAD else 1.0)
    return words, frozenset(names)


@lru_cache(1 << 16)  # the same word is the same string in every claim
def _stem(word: str) -> str:
    for end in _ENDS:
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)]
    return word


def _vector(words: Mapping[str, float], names: frozenset[str], rare: Mapping[str, float]) -> Vector:
    told = {word: (1 + math.log(n)) * rare[word] for word, n in words.items() if word in rare}
    weights = (
        dict(heapq.nlargest(MOST, told.items(), key=lambda item: (item[1], item[0]))) if len(told) > MOST else told
    )
    return Vector(_unit(weights), _unit({word: weight for word, weight in weights.items() if word in names}))


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}
