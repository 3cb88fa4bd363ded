"""What of a record must be weighed: which neighbourhoods it has, and which of them are new or were decided on since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

import dateline
from dateline.model import Claim, Judgement, Reference, Report
from dateline.record import Record
from dateline.rows import noun
from dateline.weigh.judgements import active
from dateline.weigh.neighbourhoods import WHOLE, Trace, shelves, subjects, ties, together, trace_of
from dateline.weigh.seconded import seconded

__all__ = ["ALL", "KNOWN", "RULES", "SECOND", "Decided", "Layout", "decided_on", "digest", "laid_out", "stand"]

KNOWN: Final = "known agreements"
"""The note under which a record keeps them."""
SECOND: Final = "second reader"
"""The note that says `yes` where a decision counts only once a second person made the same one."""
RULES: Final = "weighed by"
"""The note that says by which rules a record was weighed last; by others everything is weighed again."""
ALL: Final = "*"
"""The shelf of a small record, which holds all that it says."""
ELSEWHERE: Final = ("contradiction:", "agreement:", "commitment:", "revision:")
"""How the names of things begin that no claim founds."""
TRACED: Final = (
    "id", "report", "start", "end", "text", "type", "trigger", "place", "time", "stance", "background", "deadline", "tie",
)  # fmt: skip
"""The fields of a claim that its report's trace follows from, and those that no claim is without."""
OF_THE_RULES: Final = (
    "weigh", "words", "phenomena", "places/spelling.py", "places/pins.py", "places/resolve.py", "amounts.py", "model.py", "rows.py", "times.py", "text.py",
    "deadlines.py", "formulas.py",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided, as it stands, and what else every neighbourhood is weighed by."""

    judgements: tuple[Judgement, ...]
    known: tuple[Reference, ...]
    number: int
    """The number of the last decision."""
    rules: str


@dataclass(frozen=True)
class Layout:
    """The neighbourhoods of a record by their names, its shelves, and what is to be remembered of it."""

    near: Mapping[str, Sequence[str]]
    shelves: Mapping[str, Sequence[str]]
    traces: Sequence[Trace]
    """The traces that are new."""
    subjects: Mapping[str, str]
    """The reports of claims and events that somebody decided on."""

    @cached_property
    def shelf_of(self) -> dict[str, str]:
        """Report → its shelf, for those that the ledger reads."""
        return {report: shelf for shelf, reports in self.shelves.items() for report in reports}

    @cached_property
    def home_of(self) -> dict[str, str]:
        """Report → its neighbourhood."""
        return {report: name for name, reports in self.near.items() for report in reports}


def stand(record: Record) -> Decided:
    """What stands in a record when it is weighed."""
    number = record.decided()
    judgements = tuple(record.judgements())
    told, second = record.noted(KNOWN) or "[]", record.noted(SECOND) == "yes"
    known = tuple(noun(Reference, one) for one in json.loads(told))
    rules = hashlib.sha256(f"{_rules()}\x1f{told}\x1f{second}".encode()).hexdigest()
    return Decided(active(seconded(judgements) if second else judgements), known, number, rules)


@cache
def _rules() -> str:
    """The digest of all that weighing goes by."""
    told = hashlib.sha256(dateline.__version__.encode())
    for name in OF_THE_RULES:
        for path in _files(files("dateline").joinpath(*name.split("/"))):
            told.update(path.read_bytes())
    return told.hexdigest()


def _files(path: Traversable) -> Iterator[Traversable]:
    if path.is_file():
        yield from [path] if path.name.endswith((".py", ".toml")) else []
        return
    for one in sorted(path.iterdir(), key=lambda told: told.name):
        yield from _files(one)


def laid_out(record: Record, decided: Decided) -> Layout:
    """How a record falls into neighbourhoods and shelves: in a small one all is one."""
    memory = record.memory
    if memory.size() <= WHOLE:
        every = memory.reports()
        return Layout({_name(every): every}, {ALL: every}, (), {}) if every else Layout({}, {}, (), {})
    fresh: list[Trace] = []
    said: list[tuple[str, str]] = []
    for report, found in record.found(memory.untraced()):
        claims = [noun(Claim, {name: one[name] for name in TRACED if name in one}) for one in found]
        fresh.append(trace_of(noun(Report, report), claims))
        said += [(claim.id, claim.report) for claim in claims]
    traces = [*(Trace(*told) for told in memory.traces()), *fresh]
    resolved = _resolved(record, decided.judgements, said)
    near = together(traces, ties(decided.judgements, resolved))
    return Layout({_name(names): names for names in near}, shelves(traces), fresh, resolved)


def _name(reports: Sequence[str]) -> str:
    return f"n:{digest(reports)}"


def digest(reports: Sequence[str]) -> str:
    """The digest of some reports, by their ids.

    >>> digest(["r1", "r2"]) == digest(["r1 r2"])
    False
    """
    return blake2b("\n".join(reports).encode(), digest_size=10).hexdigest()


def _resolved(record: Record, judgements: Sequence[Judgement], fresh: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The report of each claim or event decided on, nothing where no claim is of that name: remembered, or looked for.

    A name that is new is looked for among all claims; one that was not found before, among the fresh ones.
    """
    known = record.memory.subjects()
    names = {name for one in judgements for name in (one.subject, one.other) if name and not name.startswith(ELSEWHERE)}
    new, lost = frozenset(names - known.keys()), frozenset(name for name in names if known.get(name) == "")
    found = subjects(record.memory.claims(), new) if new else {}
    return (
        dict.fromkeys(new, "") | {name: known[name] for name in names if name in known} | found | subjects(fresh, lost)
    )


def decided_on(record: Record, layout: Layout, since: int) -> frozenset[str] | None:
    """The reports that were decided on after the decision of a number; None where one cannot be told."""
    names = dict.fromkeys(name for one in record.judgements(since) for name in (one.subject, one.other) if name)
    found: set[str] = set()
    for name in names:
        reports = _reports_of(record, layout, name)
        if reports is None:
            return None
        found.update(reports)
    return frozenset(found)


def _reports_of(record: Record, layout: Layout, name: str) -> Sequence[str] | None:
    if layout.subjects.get(name):
        return (layout.subjects[name],)
    told = record.find(name)
    if told is not None and told[0] == "contradictions":
        told = record.find(told[1]["event"])
    if told is not None and told[0] == "events":
        return tuple(told[1]["reports"])
    if told is not None and told[0] == "claims":
        return (told[1]["report"],)
    return None if name.startswith(("event:", "contradiction:", "claim:")) else ()
