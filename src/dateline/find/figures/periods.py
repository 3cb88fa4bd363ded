"""The period of a count: "since 4 May", "in the past two weeks", "since then"; what runs on lasts up to the publication."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from dateline.find.figures.row import Row
from dateline.model import Time
from dateline.times import Interval

__all__ = ["period"]

CLAUSES = frozenset(("relcl", "acl", "advcl", "pcomp"))
"""Clauses that describe a noun or another clause."""
DATING = frozenset(("since", "after", "before", "until", "following"))
"""Prepositions that date one thing by another."""
STEPS = 8
"""Words upwards that are looked at."""
RECENT = 400
"""Characters back to what "since then" goes back to."""


def period(times: Sequence[Time], row: Row, counted: int, published: Interval | None) -> Time | None:
    """The time over which a sentence counts what stands at the token `counted`, or None; `times` are the report's, in order."""
    sentence = row.sentence
    first = bisect_left(times, sentence.start, key=lambda time: time.start)
    for time in times[first : bisect_left(times, sentence.end, key=lambda time: time.start)]:
        at = next((word.i for word in sentence.words if word.start >= time.start), 0)
        end = next((word.i for word in sentence.words if word.start >= time.end), len(row.tokens))
        opens = time.text.lower().startswith(tuple(row.measures.glue["period_opens"]))
        lasts = time.type == "DURATION" and row.small(at - 1, "period_within") and not row.small(end, "period_not")
        if time.type != "TIME" and (opens or lasts or row.small(at - 1, "period_before")):
            since = "since" in row.tokens[max(0, at - 1) : at + 1]
            told = _running(time, published) if since else time
            return told if _of_the_clause(row, at, counted) and not _superlative(row, at - 1) else None
    return _since_then(times, row, published)


def _running(time: Time, published: Interval | None) -> Time:
    """The time from which something goes on, as the stretch from there up to the publication."""
    formula = time.formula
    if formula is not None and not formula.startswith("="):
        formula = f"{formula} till"
    if time.when is None or published is None:
        return replace(time, formula=formula)
    lasting = Interval(time.when.start, max(time.when.end, published.end), time.when.offset)
    return replace(time, formula=formula, when=lasting)


def _since_then(times: Sequence[Time], row: Row, published: Interval | None) -> Time | None:
    """What "since then" goes back to: the date told last before it."""
    if "since" not in row.tokens:
        return None
    words = row.sentence.words
    pairs = zip(row.tokens, row.tokens[1:], strict=False)
    at = next((i for i, pair in enumerate(pairs) if pair in (("since", "then"), ("ever", "since"))), None)
    if at is None:
        return None
    before = bisect_left(times, words[at].start, key=lambda time: time.start)
    near = (time for time in reversed(times[:before]) if time.type == "DATE" and words[at].start - time.end <= RECENT)
    then = next(near, None)
    return None if then is None else _running(then, published)


def _superlative(row: Row, at: int) -> bool:
    """Whether what something is the most of ends before a token: "the biggest exodus since May" counts nothing since May."""
    for k in range(at - 1, max(-1, at - 6), -1):
        if row.tag(k).startswith("V") or row.tokens[k] in (",", ";"):
            return False
        if row.tag(k) in ("JJS", "RBS") or row.tokens[k] == "first":
            return True
    return False


def _of_the_clause(row: Row, at: int, counted: int) -> bool:
    """Whether a time hangs on a verb, and that of the count's clause: not "the worst fighting since May", and not "who killed
    two is held for a week"."""
    words = row.sentence.words
    for _ in range(STEPS):
        head = words[at].head
        if head == at or words[head].tag.startswith("V"):
            return head == at or not _apart(row, counted, head)
        if words[head].tag not in ("IN", "TO") and words[at].tag == "IN":
            return False
        at = head
    return False


def _apart(row: Row, counted: int, verb: int) -> bool:
    """Whether a count stands in a clause that only describes something in the verb's, or that the verb's only describes."""
    above, clear = _upward(row, counted, verb)
    return not clear if above else not _upward(row, verb, counted)[1]


def _upward(row: Row, at: int, goal: int) -> tuple[bool, bool]:
    """Whether the way up from a token comes to another one, and whether it leaves no clause that describes, and nothing
    that only dates, till there; what comes of it stays in the clause: "shelled the town, killing 40"."""
    words, clear = row.sentence.words, True
    for _ in range(STEPS):
        word = words[at]
        if at == goal or word.head == at:
            return at == goal, clear
        comes = word.dep == "advcl" and word.tag == "VBG"
        clear = clear and not ((word.dep in CLAUSES and not comes) or word.lower in DATING)
        at = word.head
    return False, clear
