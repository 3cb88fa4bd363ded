"""Decisions as forms send them: checked, then added to the record and never overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from dateline.errors import Misjudged, Overtaken
from dateline.model import Judgement, Verdict
from dateline.record import FIELDS, MOST_LETTERS, SAYS, Record, Where, made_sense
from dateline.rows import Row

__all__ = ["CHOICES", "CLAIM_FIELDS", "EVENT_FIELDS", "Decision", "decide", "decide_all"]

EVENT_FIELDS: Final = FIELDS["events"]
CLAIM_FIELDS: Final = FIELDS["claims"]
"""What can be corrected, of an event and of a claim."""
CHOICES: Final = {field: list(words) for field, words in SAYS.items() if field != "grade"}
"""What a claim's fields can say, for forms that offer it."""


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
    if told.words and (not told.subject.startswith("claim:") or len(told.words) > MOST_LETTERS):
        raise Misjudged(f"words are shown in a report, for a claim, and are {MOST_LETTERS} characters at most")
    if record.find(told.subject) is None:
        raise Misjudged(f"nothing in the record has the id {told.subject!r}")
    place = _shown(record, told) if told.words else None
    value = (told.value or told.words) if told.field else None
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    verdict: Verdict = told.verdict  # type: ignore[assignment]  # made_sense refuses what is none
    return made_sense(
        record.find,
        Judgement(
            told.subject, verdict, told.by or "unnamed", at, told.note or None, told.field or None, value, told.other or None,
            *(place or (None, None, None)),
        ),
    )  # fmt: skip


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
