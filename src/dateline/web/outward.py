"""What the interface answers with, shape by shape; `fields.toml` says what each field means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model import Agreement, Claim, Commitment, Contradiction, Event, Judgement, Report

__all__ = [
    "Apart",
    "Change",
    "ChangeList",
    "Changed",
    "Compared",
    "Counts",
    "Decided",
    "Decisions",
    "EventList",
    "EventTold",
    "Gone",
    "Kept",
    "KeptMany",
    "LedgerTold",
    "New",
    "Parted",
    "PlaceFacts",
    "PlaceFeature",
    "PlaceList",
    "Point",
    "Queue",
    "QueueItem",
    "QueuePair",
    "Refusal",
    "ReportTold",
    "SeenEvent",
    "StandingAgreement",
    "Weighing",
    "Why",
]


@dataclass(frozen=True)
class SeenEvent:
    """An event, and what people made of it."""

    event: Event
    review: str


@dataclass(frozen=True)
class EventList:
    """A page of the events that match a question."""

    total: int
    page: int
    events: tuple[SeenEvent, ...]


@dataclass(frozen=True)
class Decided:
    """A decision as it was written."""

    judgement: Judgement
    number: int
    weighed: bool


@dataclass(frozen=True)
class EventTold:
    """An event with all that tells it."""

    event: Event
    claims: dict[str, Claim]
    differences: tuple[Contradiction, ...]
    history: tuple[Decided, ...]
    state: str


@dataclass(frozen=True)
class Point:
    """A point on the earth, as GeoJSON has it."""

    type: Literal["Point"]
    coordinates: tuple[float, ...]


@dataclass(frozen=True)
class PlaceFacts:
    """What stands at a place."""

    name: str
    radius: float
    precision: str
    events: int
    doubted: int
    country: str | None


@dataclass(frozen=True)
class PlaceFeature:
    """A place as a GeoJSON feature."""

    type: Literal["Feature"]
    geometry: Point
    properties: PlaceFacts


@dataclass(frozen=True)
class PlaceList:
    """Places as a GeoJSON collection."""

    type: Literal["FeatureCollection"]
    features: tuple[PlaceFeature, ...]


@dataclass(frozen=True)
class ReportTold:
    """A report as read, with its claims."""

    report: Report
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class StandingAgreement:
    """An agreement, and how it stood on a day."""

    agreement: Agreement
    state: str | None
    disputed: bool


@dataclass(frozen=True)
class LedgerTold:
    """The ledger on a day."""

    day: str
    agreements: tuple[StandingAgreement, ...]
    commitments: tuple[Commitment, ...]


@dataclass(frozen=True)
class Why:
    """The reasons behind an id."""

    id: str
    table: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Compared:
    """What one field says of two events."""

    compared: str
    worth: float


@dataclass(frozen=True)
class Apart:
    """Why two events are two."""

    one: str
    other: str
    never: int
    bias: float
    sum: float
    fields: tuple[Compared, ...]


@dataclass(frozen=True)
class QueueItem:
    """An event to decide on."""

    event: Event
    weight: float
    why: tuple[str, ...]
    seen: int


@dataclass(frozen=True)
class QueuePair:
    """Two events that may be one."""

    one: Event
    other: Event
    claims: int
    seen: int


@dataclass(frozen=True)
class Parted:
    """A matter on which two readers differ."""

    subject: str
    title: str
    said: tuple[Judgement, ...]


@dataclass(frozen=True)
class Queue:
    """What to decide next."""

    items: tuple[QueueItem, ...]
    left: int
    state: str
    counts: dict[str, int]
    pairs: tuple[QueuePair, ...]
    parted: tuple[Parted, ...]
    waiting: int


@dataclass(frozen=True)
class Counts:
    """How many things a weighing changed."""

    new: int
    gone: int
    changed: int


@dataclass(frozen=True)
class New:
    """What a weighing brought."""

    id: str
    title: str


@dataclass(frozen=True)
class Gone:
    """What a weighing no longer tells by itself."""

    id: str
    title: str
    now: str | None


@dataclass(frozen=True)
class Changed:
    """What a weighing tells otherwise."""

    id: str
    title: str
    fields: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Change:
    """What one weighing changed."""

    weighing: str | None
    decided: int
    counts: Counts
    new: tuple[New, ...]
    gone: tuple[Gone, ...]
    changed: tuple[Changed, ...]


@dataclass(frozen=True)
class ChangeList:
    """What the last weighings changed."""

    weighings: tuple[Change, ...]


@dataclass(frozen=True)
class Kept:
    """A decision that was kept."""

    number: int
    subject: str
    verdict: str


@dataclass(frozen=True)
class KeptMany:
    """Decisions that were kept together."""

    kept: int
    overtaken: int


@dataclass(frozen=True)
class Weighing:
    """How weighing stands."""

    state: str
    weighing: str | None


@dataclass(frozen=True)
class Refusal:
    """Why nothing was given or kept."""

    detail: str


Decisions = tuple[Decided, ...]
