"""Which reports repeat another: runs of the same words, found by their fingerprints, and how much of a report they are.

A number taken out or a label changed breaks a run and leaves the others: the copy is still found. What a copy adds of
its own still counts: only claims whose words stand in the source are echoes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final, Literal
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from dateline.model import Claim, Copy, Report
from dateline.text import fold
from dateline.weigh.stories.neighbours import Ints, neighbours
from dateline.weigh.stories.vocabulary import body_of

__all__ = ["echoes", "runs_of", "with_copies"]

_WORD = re.compile(r"[^\W_]+")
RUN: Final = 5
"""How many words in a row make one run."""
SAMPLE: Final = 4
"""One run in this many is looked up by: the same ones in every report."""
CROWD: Final = 100
"""A run that more reports share is a set phrase."""
PASSAGE: Final = 30
"""Shared runs that are more than one quotation: a passage somebody took over."""
SHARE: Final = 0.065
"""The share of the shorter report that shared runs must be, in a short one."""
FEW: Final = 7
"""Fewer shared runs than this are chance."""
SHORT: Final = 120
"""A report of fewer runs is short."""


@dataclass(frozen=True, slots=True)
class _Shared:
    runs: int
    share: float
    """Of the shorter report."""
    jaccard: float

    @property
    def kind(self) -> Literal["same", "wire", "edited"]:
        """What sort of copy this is: all of it, most of it, or passages of one wire."""
        return "same" if self.jaccard >= 0.9 else "edited" if self.share >= 0.4 else "wire"


Runs = NDArray[np.uint32]
"""Fingerprints of runs of words, each once, in order."""


def runs_of(text: str, length: int = RUN) -> Runs:
    """The fingerprints of every run of words in a text.

    >>> len(runs_of("one two three four five six")), len(runs_of("four words are few"))
    (2, 0)
    """
    words = [word.encode() for word in _WORD.findall(fold(text).lower())]
    said = b" ".join(words)
    stops = list(accumulate((len(word) + 1 for word in words), initial=0))
    found = [crc32(said[start : stop - 1]) for start, stop in zip(stops, stops[length:], strict=False)]
    return np.array(sorted(set(found)), dtype=np.uint32)


def with_copies(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, each that repeats another one pointing at the earliest it repeats; what the reader said stands."""
    runs = [runs_of(body_of(report)) for report in reports]
    rank = {i: n for n, i in enumerate(sorted(range(len(reports)), key=lambda i: _precedence(reports[i])))}
    source: dict[int, tuple[float, int, _Shared]] = {}
    for one, other, shared in _pairs(runs):
        first, second = sorted((one, other), key=rank.__getitem__)
        if shared.kind == "wire" and _of_one_outlet(reports[first], reports[second]):
            continue
        best = source.get(second)
        if best is None or (-shared.share, rank[first]) < (-best[0], rank[best[1]]):
            source[second] = (shared.share, first, shared)
    return tuple(
        replace(report, copy_of=Copy(reports[source[i][1]].id, source[i][2].kind))
        if i in source and report.copy_of is None
        else report
        for i, report in enumerate(reports)
    )


def echoes(claims: Iterable[Claim], reports: Mapping[str, Report]) -> dict[str, str]:
    """Claim → the report whose words it repeats, for claims of copies whose words stand in what was copied."""
    texts: dict[str, Runs] = {}
    found = {}
    for claim in claims:
        report = reports.get(claim.report)
        source = reports.get(report.copy_of.report) if report is not None and report.copy_of is not None else None
        if source is None:
            continue
        if source.id not in texts:
            texts[source.id] = runs_of(source.text, 3)
        runs = runs_of(claim.text, 3)
        if len(runs) and int(_within(runs, texts[source.id]).sum()) / len(runs) >= 0.6:
            found[claim.id] = source.id
    return found


def _of_one_outlet(one: Report, other: Report) -> bool:
    """Whether an outlet that tells its own news wrote both: paragraphs that it says again are its background."""
    return one.outlet is not None and one.outlet == other.outlet and one.wire == other.wire


def _precedence(report: Report) -> tuple[bool, str, bool, str]:
    """What is dated comes first, by its date; a page without a credit before one that credits an agency; then by id."""
    when = report.published.when
    return when is None, "" if when is None else when.iso()[0][:10], report.wire is not None, report.id


def _pairs(runs: Sequence[Runs]) -> Iterator[tuple[int, int, _Shared]]:
    """Pairs of reports that share more than chance, in order, with what they share."""
    size = np.array([len(found) for found in runs], dtype=np.int64)
    for one, others in _candidates(runs, size):
        told = np.concatenate([runs[other] for other in others.tolist()])
        starts = np.cumsum(size[others]) - size[others]
        common = np.add.reduceat(_within(told, runs[one]).astype(np.int64), starts)
        enough = (common >= FEW) & ((common >= PASSAGE) | (common / np.minimum(size[one], size[others]) >= SHARE))
        for other, several in zip(others[enough].tolist(), common[enough].tolist(), strict=True):
            yield one, other, _shared(several, int(size[one]), int(size[other]))


def _candidates(runs: Sequence[Runs], size: Ints) -> Iterator[tuple[int, Ints]]:
    """Each report, and the later ones that share at least two of the runs they are looked up by (one in short ones)."""
    sampled = [found[found % SAMPLE == 0] for found in runs]
    keys = np.concatenate([np.zeros(0, dtype=np.uint32), *sampled])
    owner = np.repeat(np.arange(len(runs)), [len(found) for found in sampled])
    order = np.argsort(keys, kind="stable")
    starts = np.flatnonzero(np.diff(keys[order], prepend=-1)) if len(keys) else np.zeros(0, dtype=np.int64)
    crowd = np.diff(starts, append=len(keys))
    kept = np.repeat((crowd > 1) & (crowd <= CROWD), crowd)
    ends = np.repeat(np.cumsum(crowd * ((crowd > 1) & (crowd <= CROWD))), crowd)
    for one, others, times in neighbours(owner[order][kept], ends[kept]):
        near = others[(times > 1) | (np.minimum(size[one], size[others]) < SHORT)]
        if len(near):
            yield one, near


def _within(runs: Runs, told: Runs) -> NDArray[np.bool_]:
    """Which of some runs stand among those told, at least one of them."""
    if not len(told):
        return np.zeros(len(runs), dtype=np.bool_)
    return np.asarray(told[np.minimum(np.searchsorted(told, runs), len(told) - 1)] == runs)


def _shared(common: int, one: int, other: int) -> _Shared:
    """What reports of so many runs each share."""
    return _Shared(common, common / max(1, min(one, other)), common / max(1, one + other - common))
