"""Neighbourhoods: the reports that are weighed with each other, so that a new report changes little but its own.

A record of few claims is one. In a larger one reports come together by what they share, from the most telling to the
least, as long as that makes no neighbourhood too large to be weighed again whenever a report joins it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from dateline.model import Claim, Judgement, Report
from dateline.places.pins import PINNED
from dateline.places.spelling import called
from dateline.text import fold
from dateline.weigh.judgements import event_name
from dateline.weigh.stories.neighbours import Ints, spans
from dateline.weigh.stories.vocabulary import leading_names
from dateline.words.ledger import instrument_nouns
from dateline.words.weigh import country_code, plain

__all__ = ["Trace", "shelves", "subjects", "ties", "together", "trace_of"]

WHOLE: Final = 20_000
"""A record of no more claims than this is one neighbourhood."""
MOST: Final = 1_000
"""Claims in a neighbourhood of a larger record, at most, unless a person's decision holds more of them together."""
FEWER: Final = 250
"""Claims in one that only vague things hold together, such as a country and a day."""
VAGUE: Final = 3
"""The first tier of what is vague."""
SHELF: Final = 4_000
"""Claims that are read together for the ledger in a larger record, at most, unless one month has more."""
STRETCHES: Final = 40
"""In so many goes what is shared is looked through: after each, what stands together already is passed over at once."""
NAMES: Final = 4
"""How many of its names and numbers a report is known by."""
PLEDGES: Final = frozenset(("demand", "threat", "agreement", "ceasefire_start", "ceasefire_end", "ceasefire_violation"))
UNDERTAKEN: Final = frozenset(("demands", "threatens", "promises"))
_AROUND = re.compile(r"^.*web\.archive\.org/web/\w+/|^https?://|[?#].*$")

Keys = NDArray[np.uint64]


class Trace(NamedTuple):
    """By what a report is put beside others: it follows from the report and its claims as found, and never changes."""

    report: str
    size: int
    """How many claims it makes."""
    shelf: str
    """Country/year/month under which the ledger reads it; empty where it tells nothing that was agreed or is due."""
    keys: bytes
    """What it shares with others, as sorted numbers of 8 bytes; the greater ones say less."""


def trace_of(report: Report, claims: Sequence[Claim]) -> Trace:
    """The trace of a report and the claims found in it.

    >>> from dateline.model import Published
    >>> trace_of(Report("r1", "a.txt", "0", "Rain.", (), Published(None, "none")), ()).size
    0
    """
    keys = sorted({_number(tier, told) for tier, told in _shared(report, claims)})
    return Trace(report.id, len(claims), _shelf(report, claims), np.array(keys, dtype="<u8").tobytes())


def _number(tier: int, told: tuple[object, ...]) -> int:
    """A number for what is shared; numbers of an earlier tier are smaller."""
    said = "\x1f".join(map(str, told)).encode()
    return tier << 56 | int.from_bytes(blake2b(said, digest_size=7).digest(), "big")


def _shared(report: Report, claims: Sequence[Claim]) -> Iterator[tuple[int, tuple[object, ...]]]:
    """What a report can share with another, each thing behind its tier; of the day of print only where nothing else dates it."""
    if report.url is not None:
        yield 0, (_AROUND.sub("", _AROUND.sub("", report.url)),)
    when = report.published.when
    fortnights = [(when.first.toordinal() + 7 * n) // 14 for n in (0, 1)] if when is not None else []
    names = leading_names(report, NAMES)
    for one, other in ((a, b) for n, a in enumerate(names) for b in names[n + 1 :]):
        pair = " ".join(sorted((one, other)))
        yield from ((1, (pair, n, week)) for n, week in enumerate(fortnights))
        yield 3, (pair,)
    told = [claim for claim in claims if not claim.background and claim.place is not None and claim.time is not None]
    dated = [(claim.place, claim.time.when) for claim in told if claim.place and claim.time and claim.time.when]
    for place, span in dated:
        day, country = span.first.toordinal(), place.country or plain(place.name)
        if span.days <= 2:
            if place.precision in PINNED:
                yield 2, (called(place.name), day)
            yield 4, (country, day)
        yield 5, (country, day // 30)
    if when is not None and not dated:
        yield 6, (when.first,)


def _shelf(report: Report, claims: Sequence[Claim]) -> str:
    if not any(_of_the_ledger(claim) for claim in claims):
        return ""
    named = Counter(claim.place.country for claim in claims if claim.place is not None and claim.place.country)
    home = min(named, key=lambda name: (-named[name], name), default="")
    when = report.published.when
    return (
        f"{country_code(home) or home or '-'}/{when.first:%Y/%m}"
        if when is not None
        else f"{country_code(home) or home or '-'}/-/-"
    )


def _of_the_ledger(claim: Claim) -> bool:
    """Whether a claim may tell what was agreed, asked or promised."""
    if claim.type in PLEDGES or claim.stance in UNDERTAKEN or claim.tie is not None or claim.deadline is not None:
        return True
    return bool(instrument_nouns(fold(claim.text).lower()))


def together(traces: Sequence[Trace], tied: Iterable[Sequence[str]] = ()) -> list[list[str]]:
    """The ids of reports, neighbourhood by neighbourhood, each in order; `tied` reports stand in one whatever its size.

    >>> lone = Trace("r1", 3, "", b"")
    >>> together([lone, lone._replace(report="r2")])
    [['r1', 'r2']]
    """
    told = sorted(traces)
    if sum(one.size for one in told) <= WHOLE:
        return [[one.report for one in told]] if told else []
    place = {one.report: n for n, one in enumerate(told)}
    united = _United(np.array([max(1, one.size) for one in told]))
    for together in tied:
        united.join([place[name] for name in together if name in place], None)
    for members, most in _meetings(told, united):
        united.join(members, most)
    found: dict[int, list[str]] = {}
    for n, one in enumerate(told):
        found.setdefault(united.head_of(n), []).append(one.report)
    return list(found.values())


def _meetings(told: Sequence[Trace], united: _United) -> Iterator[tuple[list[int], int]]:
    """The reports that share something and how many claims they may have together, from what tells most on.

    What too many share is left out, and so is what only those share who stand together already.
    """
    keys: Keys = np.frombuffer(b"".join(one.keys for one in told), dtype="<u8")
    owner: Ints = np.repeat(np.arange(len(told)), [len(one.keys) // 8 for one in told])
    if not len(keys):
        return
    order = np.argsort(keys, kind="stable")
    keys, owner = keys[order], owner[order]
    starts = np.flatnonzero(np.append(True, keys[1:] != keys[:-1]))
    sizes = np.diff(starts, append=len(keys))
    claims = np.add.reduceat(np.array(united.size)[owner], starts)
    most = np.where(keys[starts] < VAGUE << 56, MOST, FEWER)
    kept = np.flatnonzero((sizes > 1) & (claims <= most))
    for some in np.array_split(kept, STRETCHES):
        members = owner[spans(starts[some], sizes[some])]
        ends = np.cumsum(sizes[some])
        for at in united.parted(members, ends - sizes[some]).tolist():
            yield members[ends[at] - sizes[some[at]] : ends[at]].tolist(), int(most[some[at]])


@dataclass(slots=True)
class _United:
    """Numbers put together into sets, each under its least, with the size of each set."""

    size: list[int]
    head: list[int]

    def __init__(self, size: Ints) -> None:
        self.size = size.tolist()
        self.head = list(range(len(size)))

    def head_of(self, n: int) -> int:
        """The least number of the set that a number is in."""
        head = self.head
        while head[n] != n:
            head[n] = head[head[n]]
            n = head[n]
        return n

    def parted(self, members: Ints, starts: Ints) -> Ints:
        """Which of some groups, one after another in `members`, do not stand in one set yet."""
        if not len(starts):
            return starts
        head = np.array(self.head)
        while not np.array_equal(above := head[head], head):
            head = above
        heads = head[members]
        return np.flatnonzero(np.minimum.reduceat(heads, starts) != np.maximum.reduceat(heads, starts))

    def join(self, members: Sequence[int], most: int | None) -> None:
        """Make one set of those that the members are in, unless it became larger than `most`."""
        heads = sorted({self.head_of(n) for n in members})
        if len(heads) < 2:
            return
        size = sum(self.size[n] for n in heads)
        if most is None or size <= most:
            self.size[heads[0]] = size
            for n in heads[1:]:
                self.head[n] = heads[0]


def shelves(traces: Iterable[Trace]) -> dict[str, list[str]]:
    """Shelf → the reports on it that the ledger reads together: a country's, by year or by month where they are many.

    >>> shelves([Trace("r1", 3, "YE/2020/01", b""), Trace("r2", 3, "", b"")])
    {'YE': ['r1']}
    """
    told = sorted(one for one in traces if one.shelf)
    claims: Counter[str] = Counter()
    for one in told:
        for name in _within(one.shelf):
            claims[name] += one.size
    found: dict[str, list[str]] = {}
    for one in told:
        names = _within(one.shelf)
        found.setdefault(next((name for name in names if claims[name] <= SHELF), names[-1]), []).append(one.report)
    return dict(sorted(found.items()))


def _within(shelf: str) -> list[str]:
    country, year, _ = shelf.split("/")
    return [country, f"{country}/{year}", shelf]


def subjects(claims: Iterable[tuple[str, str]], names: frozenset[str]) -> dict[str, str]:
    """Claim or event that somebody decided on → its report; `claims` are ids of claims with those of their reports.

    >>> subjects([("c1", "r1"), ("c2", "r2")], frozenset({"c2", "none"}))
    {'c2': 'r2'}
    """
    events = any(name.startswith("event:") for name in names)
    found: dict[str, str] = {}
    for claim, report in claims:
        if claim in names:
            found[claim] = report
        if events and (name := event_name(claim)) in names:
            found[name] = report
    return found


def ties(judgements: Iterable[Judgement], known: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs of reports that decisions hold together: both sides of what was put together or told apart."""
    pairs = (
        (known[one.subject], known[one.other])
        for one in judgements
        if one.other is not None and one.subject in known and one.other in known
    )
    return sorted({pair for pair in pairs if pair[0] != pair[1]})
