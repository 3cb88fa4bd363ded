"""Decisions as forms send them: checked, then added to the record and never overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, get_args

from dateline.errors import Overtaken
from dateline.model import Judgement, Modality, Stance, Verdict
from dateline.phenomena.loader import TYPES
from dateline.record import Record, Where
from dateline.rows import Row
from dateline.times import Interval
from dateline.web.pages import GRADES

__all__ = ["CHOICES", "EVENT_FIELDS", "FIELDS", "MOST_LETTERS", "Decision", "Misjudged", "decide", "decide_all"]

FIELDS: Final = (
    "type", "time", "place", "by", "to", "speaker", "stance", "modality", "background", "deadline", "title", "grade",
)  # fmt: skip
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

CHOICES: Final = {field: sorted(words) for field, words in WORDS.items() if field != "grade"}
"""What a claim's fields can say, for forms that offer it."""

MOST_LETTERS: Final = 2000


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
    words: str = ""
    """The words of the report that a correction was read from, where somebody showed them."""
    shown: tuple[int, int] | None = None
    """Where they stand in the report; None where they are to be looked for."""


def decide(path: Where, told: Decision) -> int:
    """Add a decision to the record and give its number.

    Raises Misjudged where it makes no sense, Overtaken where somebody else decided on the same thing meanwhile.
    """
    with Record.open(path) as record:
        return record.judge_after(_judgement(record, told), told.seen)


def decide_all(path: Where, picked: Sequence[str], verdict: str, by: str, note: str) -> Row:
    """The same decision on several things, each `id|seen`: how many were kept, and how many overtaken meanwhile.

    Merging puts all of them together with the first. Raises Misjudged where the decision makes no sense.
    """
    told = [
        (subject, int(seen) if seen.isdecimal() else -1) for subject, _, seen in (one.rpartition("|") for one in picked)
    ]
    first = told[0][0] if told and verdict == "merge" else ""
    if verdict == "merge" and len(told) < 2:
        raise Misjudged("tick two events or more to put them together")
    kept = [
        _kept(path, Decision(subject, verdict, by, seen, note, other=first))
        for subject, seen in told
        if subject != first
    ]
    return {"kept": sum(kept), "overtaken": len(kept) - sum(kept)}


def _kept(path: Where, told: Decision) -> bool:
    try:
        decide(path, told)
    except Overtaken:
        return False
    return True


def _judgement(record: Record, told: Decision) -> Judgement:
    _make_sense(told)
    for subject in filter(None, (told.subject, told.other)):
        if record.find(subject) is None:
            raise Misjudged(f"nothing has the id {subject!r}")
    place = _shown(record, told) if told.words else None
    value = told.value or told.words
    if told.field and not _fits(told.field, value):
        raise Misjudged(f"{value!r} is no {told.field}; {_wanted(told.field)}")
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    verdict: Verdict = told.verdict  # type: ignore[assignment]  # one of its words, as checked above
    start, end, words = place or (None, None, None)
    return Judgement(
        told.subject, verdict, told.by or "unnamed", at, told.note or None, told.field or None,
        value if told.field else None, told.other or None, start, end, words,
    )  # fmt: skip


def _make_sense(told: Decision) -> None:
    """Refuse what no record could make sense of. Raises Misjudged."""
    if told.verdict not in get_args(Verdict):
        raise Misjudged(f"{told.verdict!r} is not one of {', '.join(get_args(Verdict))}")
    if told.verdict != "unsure" and (told.verdict in WITH_OTHER) != bool(told.other):
        raise Misjudged(f"{told.verdict} takes {'no second id' if told.other else 'a second id'}")
    if told.subject == told.other:
        raise Misjudged(f"{told.verdict} takes two ids, and these are one")
    if (told.verdict == "correct") != bool(told.field):
        raise Misjudged("a correction, and only a correction, names a field")
    if max(map(len, (told.note, told.value, told.by, told.other, told.words))) > MOST_LETTERS:
        raise Misjudged(f"a note or value has at most {MOST_LETTERS} characters")
    if told.words and not told.subject.startswith("claim:"):
        raise Misjudged("words are shown in a report, for a claim")
    if told.field and told.field not in (EVENT_FIELDS if told.subject.startswith("event:") else FIELDS):
        raise Misjudged(f"{told.field!r} cannot be corrected here")


def _shown(record: Record, told: Decision) -> tuple[int, int, str]:
    """Where the words of a correction stand in the claim's report: where they were shown, else nearest to the claim.

    Raises Misjudged where the report does not say them.
    """
    found = record.find(told.subject)
    claim: Row = found[1] if found else {}
    report = record.find(str(claim.get("report")))
    text = report[1]["text"] if report else ""
    if told.shown is not None and text[told.shown[0] : told.shown[1]] == told.words:
        return *told.shown, told.words
    start = nearest(text, told.words, claim.get("start", 0))
    if start is None:
        raise Misjudged(f"the report does not say {told.words!r}; copy the words as they stand there")
    return start, start + len(told.words), told.words


def nearest(text: str, words: str, at: int) -> int | None:
    """Where words stand in a text, nearest to a place in it; None where they do not.

    >>> nearest("Idlib city, Idlib province", "Idlib", 14), nearest("Idlib", "Homs", 0)
    (12, None)
    """
    before, after = text.rfind(words, 0, at + len(words)), text.find(words, at)
    found = [start for start in (before, after) if start >= 0]
    return min(found, key=lambda start: (abs(start - at), start), default=None)


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
    if field in WORDS:
        return f"one of {', '.join(sorted(WORDS[field]))}"
    return "write it as 2020-01-31, 2020-01 or 2020-01-09/2020-01-12"
