"""The nouns. Frozen records; every span is made once, from the unaltered text, and only carried.

Offsets are characters of `Report.text`, half-open. Absence is None or an empty tuple; doubt is a range.
Ids are hashes of content: the same bytes and the same version give the same ids in any order, on any engine.
`rows.py` gives each noun the outward shape of the contract.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from dateline.times import Interval

__all__ = [
    "Actor", "Agreement", "Attribution", "Breach", "Claim", "Commitment", "Contradiction", "Copy", "Count", "Event", "EventFigure", "Figure", "Judgement", "Mention", "Part", "Party",
    "Perpetrator", "Place", "Published", "Reference", "Report", "Span", "State", "Term", "Time", "Unread", "Value", "Verdict", "content_id",
]  # fmt: skip

PartName = Literal["headline", "standfirst", "byline", "dateline", "body", "caption", "teaser", "furniture"]
Basis = Literal["given", "stated", "caption", "weekday", "sibling", "none"]
Stance = Literal["asserts", "denies", "accuses", "demands", "threatens", "promises"]
Modality = Literal["actual", "planned", "hypothetical"]
Verdict = Literal["accept", "reject", "same", "different", "correct", "merge", "split", "unsure", "withdraw"]


def content_id(kind: str, *content: object) -> str:
    """A short id from what a thing says: `kind` and the first 16 hex digits of the SHA-256 of its content.

    >>> content_id("claim", "r1", 10, 42, "airstrike")
    'claim:4baf3725737ca5ac'
    """
    said = "\x1f".join(map(str, content))
    return f"{kind}:{hashlib.sha256(said.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a report's text."""

    start: int
    end: int

    def __contains__(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


# --- reports -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A stretch of a report that plays one part; together the parts of a report cover its whole text."""

    start: int
    end: int
    part: PartName


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published, and how that is known."""

    when: Interval | None
    basis: Basis


@dataclass(frozen=True, slots=True)
class Copy:
    """That a report repeats another one."""

    report: str
    kind: Literal["same", "wire", "edited", "translated"]


@dataclass(frozen=True, slots=True)
class Report:
    """One page as read: all its text, and what is known of where it comes from."""

    id: str
    key: str
    sha256: str
    text: str
    parts: tuple[Part, ...]
    published: Published
    title: str | None = None
    outlet: str | None = None
    wire: str | None = None
    url: str | None = None
    language: str | None = None
    story: str | None = None
    copy_of: Copy | None = None
    notes: tuple[str, ...] = ()
    """What a reader should know of the reading: a truncated page, two dates that disagree, an automated translation."""
    version_of: str | None = None  # the report whose text stood at the same address before
    entries: tuple[Time, ...] = ()  # of a live blog: when each entry was written, and where that is printed


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that could not be read, and why."""

    key: str
    reason: str
    detail: str


# --- mentions ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. `formula` keeps how its value follows from its anchor, so that it can be worked out again."""

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    timex: str | None
    when: Interval | None
    formula: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym and where it lies; a circle of `radius_km` around the point where the words give no more."""

    start: int
    end: int
    text: str
    name: str
    id: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    precision: Literal["exact", "near", "admin2", "admin1", "country", "unknown"] = "unknown"
    metonym: bool = False


@dataclass(frozen=True, slots=True)
class Actor:
    """A name or description of someone who acts; mentions of one actor share `name`."""

    start: int
    end: int
    text: str
    name: str
    id: str | None = None
    kind: str = "other"
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what; bounds as in `amounts`."""

    start: int
    end: int
    text: str
    low: float | None
    best: float | None
    high: float | None
    qualifier: str
    unit: str = "people"
    subgroup: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: spans of the speaker, the words that mark the saying, and what is said.

    `voices` are the actors behind the speaker's words (a pronoun resolved, an unnamed official described),
    `via` the channel the words came through, `stance` what kind of saying the cue tells.
    """

    start: int
    end: int
    text: str
    speaker: Span | None
    cue: Span
    content: Span
    direct: bool
    voices: tuple[Actor, ...] = ()
    via: str | None = None
    stance: Stance = "asserts"


Mention = Time | Place | Actor | Count | Attribution


# --- claims --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who acts, is acted upon or speaks in a claim. `facility` names the kind of a building that is hit."""

    name: str
    text: str
    start: int | None = None
    end: int | None = None
    id: str | None = None
    kind: str = "other"
    country: str | None = None
    either: bool = False
    facility: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with its meaning: what is measured, of whom, over which period."""

    measure: str
    low: float | None
    best: float | None
    high: float | None
    qualifier: str
    start: int
    end: int
    text: str
    subgroup: str | None = None
    unit: str = "people"
    period: Time | None = None
    part_of: int | None = None  # the start of the figure this one is a part of: five children of eight people
    modality: Modality = "actual"
    negated: bool = False  # said not to be so: "no one was killed" is a figure of none, negated
    numbered: bool = True  # whether a number was said: a boy, or somebody named, is counted without one
    place: Place | None = None  # of those counted, where the words around say it; else the claim's place holds
    restates: int | None = None  # the start of the figure it says again in another unit: 400 families, or 2,100 people


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion by one voice in one report; `start..end` is the clause that carries it."""

    id: str
    report: str
    start: int
    end: int
    text: str
    type: str
    trigger: Span
    by: tuple[Party, ...] = ()
    to: tuple[Party, ...] = ()
    place: Place | None = None
    time: Time | None = None
    figures: tuple[Figure, ...] = ()
    speaker: tuple[Party, ...] = ()
    via: str | None = None
    stance: Stance = "asserts"
    modality: Modality = "actual"
    background: bool = False
    deadline: str | None = None
    codes: dict[str, str] = field(default_factory=dict)
    confidence: float = 0.5
    because: tuple[str, ...] = ()
    phenomenon: str | None = None  # the finer kind: the name of the phenomenon's file
    tie: str | None = None
    """The words that tie the act to a truce ("despite the ceasefire"), for the ledger."""
    deadline_time: Time | None = None
    """The expression `deadline` was read from, so that it can be worked out again."""
    confidences: dict[str, float] = field(default_factory=dict)  # 0..1 by field: that it tells what the report says


# --- what weighing derives -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class EventFigure:
    """A measure fused over the claims of an event, and the rule that fused it."""

    measure: str
    subgroup: str | None
    low: float | None
    best: float | None
    high: float | None
    claims: tuple[str, ...]
    rule: str
    unit: str = "people"


@dataclass(frozen=True, slots=True)
class Perpetrator:
    """Who is said to have done it, by which claims, and who denies it."""

    name: str
    id: str | None
    claims: tuple[str, ...]
    denied_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, told by claims."""

    id: str
    type: str
    title: str
    claims: tuple[str, ...]
    reports: tuple[str, ...]
    outlets: tuple[str, ...]
    voices: tuple[str, ...]
    place: Place | None
    time: Interval | None
    figures: tuple[EventFigure, ...]
    by: tuple[Perpetrator, ...]
    to: tuple[Party, ...]
    grade: Literal["confirmed", "corroborated", "single_voice", "contested", "denied", "discounted"]
    codes: dict[str, str]
    first_seen: str | None
    background: bool
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values that a contradiction sets side by side, and the claims that hold it."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims of one event that differ in a field, the kind of difference, and a sentence that explains it."""

    id: str
    event: str
    field: str
    kind: Literal["conflict", "update", "scope", "granularity", "naming", "attribution", "error"]
    values: tuple[Value, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Term:
    """What an agreement obliges someone to."""

    text: str
    obliges: tuple[Party, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class State:
    """A state an agreement came into: when it began to hold (a day, an instant, or `a/b`), and who vouches."""

    state: str
    date: str | None
    by: tuple[Party, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Breach:
    """An act that some voice ties to an agreement as a breach of it."""

    claim: str
    event: str | None
    accused: tuple[Party, ...]
    accuser: tuple[Party, ...]
    date: str | None
    denied_by: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One instrument: a truce, a pause, a memorandum; with its states over time and its breaches."""

    id: str
    name: str
    kind: str
    parties: tuple[Party, ...]
    mediators: tuple[Party, ...]
    place: Place | None
    since: str | None
    until: str | None
    terms: tuple[Term, ...]
    states: tuple[State, ...]
    violations: tuple[Breach, ...]
    extends: str | None
    claims: tuple[str, ...]
    because: tuple[str, ...] = ()
    reference: str | None = None
    """The agreement known beforehand that this is, by its id, else by its name."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An agreement known beforehand, as a list of agreements tells it: when it was made (a day, a month or a year), between whom."""

    name: str
    date: str
    parties: tuple[str, ...]
    id: str | None = None
    place: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Commitment:
    """A deadline, ultimatum, demand, promise or threat, and what became of it."""

    id: str
    kind: Literal["deadline", "ultimatum", "demand", "promise", "threat"]
    who: tuple[Party, ...]
    toward: tuple[Party, ...]
    what: str
    due: str | None
    condition: str | None
    consequence: str | None
    claims: tuple[str, ...]
    outcome: Literal["open", "met", "missed", "superseded", "unknown"]
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The only thing a person writes: a verdict on a subject. Append-only; taking one back is another row."""

    subject: str
    verdict: Verdict
    by: str
    at: str
    note: str | None = None
    field: str | None = None
    value: str | None = None
    other: str | None = None
    start: int | None = None
    """Where in the claim's report the words stand that a correction was read from, where somebody showed them."""
    end: int | None = None
    words: str | None = None


def covers(parts: Iterable[Part], length: int) -> bool:
    """Whether the parts follow each other without a gap from 0 to `length`."""
    at = 0
    for part in parts:
        if part.start != at or part.end < part.start:
            return False
        at = part.end
    return at == length
