"""Review: what to look at first and why, decisions added and never overwritten, and weighing again in a process of its own."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final, get_args

from dateline.model import Judgement, Modality, Stance, Verdict
from dateline.phenomena.loader import TYPES
from dateline.record import Record
from dateline.rows import Row
from dateline.run import weigh_record
from dateline.tell.explain import names, source
from dateline.times import Interval
from dateline.web.asked import Asked
from dateline.web.pages import GRADES
from dateline.web.reader import Reader

__all__ = ["FIELDS", "Decision", "Misjudged", "Scales", "decide", "queue"]

FIELDS: Final = (
    "type",
    "time",
    "place",
    "by",
    "to",
    "speaker",
    "stance",
    "modality",
    "background",
    "deadline",
    "title",
    "grade",
)
"""What can be corrected, of a claim or an event."""

EVENT_FIELDS: Final = frozenset({"title", "type", "grade", "time", "place"})
WITH_OTHER: Final = frozenset({"same", "different", "merge"})
WORDS: Final[dict[str, frozenset[str]]] = {
    "type": TYPES,
    "stance": frozenset(get_args(Stance)),
    "modality": frozenset(get_args(Modality)),
    "grade": frozenset(GRADES),
    "background": frozenset({"true", "false"}),
}
"""What a field can say, where it says one of a few words."""

MOST_LETTERS: Final = 2000
QUEUE: Final = 25


class Misjudged(ValueError):
    """A decision that says too little, or is on nothing the record holds."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as a form sends it; `seen` is the number of the last decision on its subject that its page showed."""

    subject: str
    verdict: str
    by: str
    seen: int = 0
    note: str = ""
    field: str = ""
    value: str = ""
    other: str = ""


def decide(path: Path, told: Decision) -> int:
    """Add a decision to the record and give its number.

    Raises Misjudged where it makes no sense, Overtaken where somebody else decided on the same thing meanwhile.
    """
    with Record.open(path) as record:
        judgement = _judgement(record, told)
        return record.judge_after(judgement, told.seen)


def _judgement(record: Record, told: Decision) -> Judgement:
    if told.verdict not in get_args(Verdict):
        raise Misjudged(f"{told.verdict!r} is not one of {', '.join(get_args(Verdict))}")
    if told.verdict != "unsure" and (told.verdict in WITH_OTHER) != bool(told.other):
        raise Misjudged(f"{told.verdict} takes {'no second id' if told.other else 'a second id'}")
    if (told.verdict == "correct") != bool(told.field):
        raise Misjudged("a correction, and only a correction, names a field")
    if max(map(len, (told.note, told.value, told.by, told.other))) > MOST_LETTERS:
        raise Misjudged(f"a note or value has at most {MOST_LETTERS} characters")
    for subject in filter(None, (told.subject, told.other)):
        if record.find(subject) is None:
            raise Misjudged(f"nothing has the id {subject!r}")
    if told.field and told.field not in (EVENT_FIELDS if told.subject.startswith("event:") else FIELDS):
        raise Misjudged(f"{told.field!r} cannot be corrected here")
    if told.field and not _fits(told.field, told.value):
        raise Misjudged(f"{told.value!r} is no {told.field}; {_wanted(told.field)}")
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    verdict: Verdict = told.verdict  # type: ignore[assignment]  # one of its words, as checked above
    return Judgement(
        told.subject,
        verdict,
        told.by or "unnamed",
        at,
        told.note or None,
        told.field or None,
        told.value if told.field else None,
        told.other or None,
    )


def _fits(field: str, value: str) -> bool:
    """Whether a field can say this: one of its words, or a day; nothing, where a person says that nothing is told."""
    if field in WORDS:
        return value in WORDS[field]
    if field not in ("time", "deadline") or not value:
        return True
    start, _, end = value.partition("/")
    try:
        Interval.parse(start, end or None)
    except ValueError:
        return False
    return True


def _wanted(field: str) -> str:
    return (
        f"one of {', '.join(sorted(WORDS[field]))}"
        if field in WORDS
        else "write it as 2020-01-31, 2020-01 or 2020-01-09/2020-01-12"
    )


def queue(reader: Reader, state: str = "open", most: int = QUEUE) -> dict[str, Any]:
    """What to decide next: the events in that state by how much a decision on each would change, and pairs that may be one."""
    shelf, mask, _ = reader.matching(Asked(picked={"review": (state,)}))
    order = shelf.ordered(mask, "doubt")
    items = [_item(reader, event, float(shelf.weight[i])) for i, event in _events(reader, shelf.ids, order[:most])]
    counts = dict(shelf.facets["review"].counts(mask | True, 10))
    decided = reader.record.decided()
    return {
        "items": items,
        "left": len(order),
        "state": state,
        "counts": counts,
        "pairs": _pairs(reader),
        "waiting": decided - int(reader.record.noted("decided") or 0),
    }


def _events(reader: Reader, ids: Sequence[str], order: Any) -> list[tuple[int, Row]]:
    return [(int(i), row) for i in order for row in reader.weighed([ids[int(i)]])]


def _item(reader: Reader, event: Row, weight: float) -> dict[str, Any]:
    claims = reader.weighed(event["claims"][:6], "claims")
    reports = reader.reports_of(claims)
    return {
        "event": event,
        "weight": weight,
        "why": _why(reader, event),
        "seen": reader.record.decided(event["id"]),
        "claims": [(claim, source(reports[claim["report"]]), names(claim["speaker"])) for claim in claims],
        "more": len(event["claims"]) - len(claims),
    }


def _why(reader: Reader, event: Row) -> list[str]:
    """Why an event stands where it does in the queue, in plain words."""
    conflicts = sum(told["kind"] == "conflict" for told in reader.differing(event["id"]))
    told = [f"{len(event['claims'])} claim{'s' if len(event['claims']) != 1 else ''} rest on it"]
    if event["grade"] in ("contested", "denied"):
        told.append(f"it is {event['grade']}")
    if event["grade"] == "single_voice":
        told.append("one voice alone vouches for it")
    if conflicts:
        told.append(f"{conflicts} conflict{'s' if conflicts != 1 else ''} between its claims")
    return told + (["it is only recalled, so it counts a quarter"] if event["background"] else [])


def _pairs(reader: Reader, most: int = 10) -> list[dict[str, Any]]:
    """Pairs of events of one kind, place and day, on which nobody decided yet."""
    states = {
        (subject, other)
        for subject, other in reader.db.execute(
            "SELECT row ->> 'subject', row ->> 'other' FROM judgement WHERE row ->> 'verdict' IN ('same', 'different', 'merge', 'unsure')"
        )
    }
    told = []
    for one, other, claims in reader.pairs(200):
        if (one, other) in states or (other, one) in states:
            continue
        rows = reader.weighed((one, other))
        if len(rows) == 2:
            told.append({"one": rows[0], "other": rows[1], "claims": claims, "seen": reader.record.decided(one)})
        if len(told) == most:
            break
    return told


class Scales:
    """Weighing again, one at a time, in a process of its own, so that pages are answered meanwhile."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._running: Future[None] | None = None

    def start(self) -> bool:
        """Begin, unless it runs already; gives whether it began."""
        with self._lock:
            if self._running is not None and not self._running.done():
                return False
            if self._pool is None:
                self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
            self._running = self._pool.submit(_weigh, self._path)
            return True

    def state(self) -> str:
        """`idle`, `weighing`, `done`, or `failed: …` with the reason."""
        running = self._running
        if running is None:
            return "idle"
        if not running.done():
            return "weighing"
        failed = running.exception()
        return "done" if failed is None else f"failed: {failed}"

    def close(self) -> None:
        """Let the process go."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


def _weigh(path: Path) -> None:
    with Record.open(path) as record:
        weigh_record(record)
