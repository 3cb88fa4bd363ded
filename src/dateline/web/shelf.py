"""The catalogue of events in memory: what matches a question, counted by everything that can be picked, in milliseconds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from dateline.record.store import Store
from dateline.web.asked import FACETS, Asked

__all__ = ["DOUBT", "Facet", "Mask", "Shelf", "Spot", "load_shelf"]

Numbers = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

NEVER: Final = -1
DOUBT: Final = {
    "contested": 3.0,
    "denied": 3.0,
    "single_voice": 1.5,
    "corroborated": 1.0,
    "confirmed": 0.6,
    "discounted": 0.4,
}
"""How much a decision would change, by grade: what is contested hangs in the balance, what is confirmed hardly moves."""


class Facet(NamedTuple):
    """One thing that can be picked: its values, and which event (`at`) holds which value (`code`)."""

    values: tuple[str, ...]
    at: Numbers
    code: Numbers

    def holding(self, wanted: Sequence[str], size: int) -> Mask:
        """The events that hold one of the wanted values."""
        chosen = np.array([value in set(wanted) for value in self.values], dtype=bool)
        mask = np.zeros(size, dtype=bool)
        if len(chosen):
            mask[self.at[chosen[self.code]]] = True
        return mask

    def counts(self, mask: Mask, most: int, keep: Sequence[str] = ()) -> list[tuple[str, int]]:
        """The values that the masked events hold most often, with how often; those in `keep` come whatever their count."""
        told = np.bincount(self.code[mask[self.at]], minlength=len(self.values))
        first = [int(i) for i in np.argsort(-told, kind="stable")[:most] if told[i]]
        kept = [i for i, value in enumerate(self.values) if value in keep and i not in first]
        return [(self.values[i], int(told[i])) for i in (*kept, *first)]


class Spot(NamedTuple):
    """Events told of one place: where, how vaguely, how many, and how many of them are in doubt."""

    name: str
    lat: float
    lon: float
    radius: float
    precision: str
    events: int = 0
    doubted: int = 0


@dataclass(frozen=True)
class Shelf:
    """The cards of one weighing. Days are ordinals, -1 where unknown; `last` is the last day, in."""

    weighing: str
    ids: tuple[str, ...]
    cards: Numbers
    """The number of each event's card in the record."""
    first: Numbers
    last: Numbers
    seen: Numbers
    latest: Numbers
    lat: Reals
    lon: Reals
    spot: Numbers
    spots: tuple[Spot, ...]
    voices: Numbers
    weight: Reals
    facets: Mapping[str, Facet]
    places: Mapping[str, int]
    states: Mapping[str, str]
    """What people decided, by what they decided on."""

    def __len__(self) -> int:
        return len(self.ids)

    @property
    def until(self) -> date | None:
        """The day of the last report that tells an event; None where none is dated."""
        last = int(self.latest.max(initial=NEVER))
        return None if last == NEVER else date.fromordinal(last)

    def reviewed(self, states: Mapping[str, str]) -> Shelf:
        """The same shelf with what people decided, by event; nobody decided on the others."""
        values = ("open", *sorted({state for state in states.values() if state != "open"}))
        code = np.zeros(len(self), dtype=np.int64)
        for event, state in states.items():
            if event in self.places:
                code[self.places[event]] = values.index(state)
        facet = Facet(values, np.arange(len(self)), code)
        return replace(self, states=states, facets={**self.facets, "review": facet})

    def places_of(self, cards: Sequence[int]) -> Numbers:
        """Where the events of some cards stand; cards that are not on this shelf are left out."""
        return _places(self.cards, np.array(cards, dtype=np.int64))

    def masks(self, asked: Asked, found: Numbers | None) -> tuple[Mask, dict[str, Mask]]:
        """Which events match all that is asked, and, for each thing picked, which match all else. `found` are the
        places on the shelf of the events that hold the words, None where no words are asked."""
        base = self._plain(asked, found)
        picked = {kind: self.facets[kind].holding(values, len(self)) for kind, values in asked.picked.items() if values}
        every = base.copy()
        for mask in picked.values():
            every &= mask
        others = {}
        for kind in picked:
            others[kind] = base.copy()
            for other, mask in picked.items():
                if other != kind:
                    others[kind] &= mask
        return every, others

    def _plain(self, asked: Asked, found: Numbers | None) -> Mask:
        mask = np.ones(len(self), dtype=bool)
        if found is not None:
            mask[:] = False
            mask[found] = True
        if asked.since is not None:
            mask &= self.last >= asked.since.toordinal()
        if asked.until is not None:
            mask &= (self.first != NEVER) & (self.first <= asked.until.toordinal())
        if asked.changed is not None:
            mask &= self.latest >= asked.changed.toordinal()
        if asked.area is not None:
            west, south, east, north = asked.area
            after, before = self.lon >= west, self.lon <= east
            mask &= (self.lat >= south) & (self.lat <= north) & ((after & before) if west <= east else (after | before))
        return mask

    def ordered(self, mask: Mask, sort: str) -> Numbers:
        """The places of the masked events, in the order asked. What lies ahead is as new as the day on which it was told."""
        at = np.flatnonzero(mask)
        keys = {
            "newest": -np.where(self.seen[at] == NEVER, self.first[at], np.minimum(self.first[at], self.seen[at])),
            "oldest": np.where(self.first[at] == NEVER, 10**7, self.first[at]),
            "voices": -self.voices[at],
            "doubt": -self.weight[at],
        }
        return at[np.lexsort((-self.first[at], keys[sort]))]

    def on_the_map(self, mask: Mask) -> list[Spot]:
        """Where the masked events happened, a spot a place, the fullest first."""
        here = mask & (self.spot >= 0)
        size = len(self.spots)
        events = np.bincount(self.spot[here], minlength=size)
        doubted = np.bincount(
            self.spot[here & self.facets["grade"].holding(("contested", "denied"), len(self))], minlength=size
        )
        return [
            self.spots[i]._replace(events=int(events[i]), doubted=int(doubted[i]))
            for i in np.argsort(-events, kind="stable")
            if events[i]
        ]


CARD: Final = (
    "event", "first", "last", "seen", "latest", "lat", "lon", "place", "radius", "precision", "voices", "claims",
    "conflicts", "grade", "type", "background", "n",
)  # fmt: skip
"""What the catalogue tells of an event, and its number there."""

Columns = Mapping[str, Sequence[Any]]


def load_shelf(db: Store, weighing: str) -> Shelf:
    """The catalogue as it stands in a record."""
    rows = db.execute(
        f"SELECT {', '.join(CARD)} FROM card ORDER BY coalesce(first, '') COLLATE \"binary\", event"
    ).fetchall()
    card = dict(zip(CARD, zip(*rows, strict=True) if rows else [()] * len(CARD), strict=True))
    days = _days(card["first"])
    spot, spots = _spots(card["place"], card["lat"], card["lon"], card["radius"], card["precision"])
    return Shelf(
        weighing=weighing,
        ids=tuple(card["event"]),
        cards=np.array(card["n"], dtype=np.int64),
        first=days,
        last=np.maximum(days, _lasts(card["last"])),
        seen=_days(card["seen"]),
        latest=_days(card["latest"]),
        lat=_degrees(card["lat"]),
        lon=_degrees(card["lon"]),
        spot=spot,
        spots=spots,
        voices=np.array(card["voices"], dtype=np.int64),
        weight=_weights(card),
        facets=_facets(db, card),
        places={name: n for n, name in enumerate(card["event"])},
        states={},
    )


def _weights(card: Columns) -> Reals:
    """How much a decision on each event would change: most where much is told and in dispute, little where it is recalled."""
    doubt = np.array([DOUBT.get(one, 1.0) for one in card["grade"]], dtype=float)
    weight = (doubt + 2.0 * np.array(card["conflicts"], dtype=float)) * np.log2(
        1.0 + np.array(card["claims"], dtype=float)
    )
    return np.where(np.array(card["background"], dtype=bool), weight / 4, weight)


def _facets(db: Store, card: Columns) -> dict[str, Facet]:
    cards = np.array(card["n"], dtype=np.int64)
    found = {
        "grade": _single(card["grade"]),
        "type": _single(card["type"]),
        "precision": _single([one or "unknown" for one in card["precision"]]),
        "told": _single(["recalled" if one else "news" for one in card["background"]]),
        "place": _single(card["place"]),
        "review": Facet((), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)),
        **{name: _several(db, name, cards) for name in ("actor", "speaker", "outlet", "agreement")},
    }
    return {name: found[name] for name in FACETS}


def _degrees(told: Sequence[float | None]) -> Reals:
    return np.array([np.nan if one is None else one for one in told], dtype=float)


def _days(told: Sequence[str | None]) -> Numbers:
    return np.array([NEVER if one is None else _ordinal(one) for one in told], dtype=np.int64)


def _ordinal(told: str) -> int:
    """The day an ISO day, month or year begins."""
    return date.fromisoformat(f"{told}-01-01"[:10] if len(told) < 7 else f"{told}-01"[:10]).toordinal()


def _lasts(told: Sequence[str | None]) -> Numbers:
    """The last day of intervals that end before `told`: the day before a midnight, the same day elsewhere."""
    return np.array([NEVER if one is None else _ordinal(one[:10]) - (len(one) <= 10) for one in told], dtype=np.int64)


def _single(told: Sequence[str | None]) -> Facet:
    """A facet of which an event holds one value at most."""
    values = sorted({one for one in told if one is not None})
    code = {value: i for i, value in enumerate(values)}
    at = np.array([i for i, one in enumerate(told) if one is not None], dtype=np.int64)
    return Facet(tuple(values), at, np.array([code[one] for one in told if one is not None], dtype=np.int64))


def _several(db: Store, kind: str, cards: Numbers) -> Facet:
    rows = db.execute("SELECT value, n FROM card_facet WHERE kind = ? ORDER BY value, n", (kind,)).fetchall()
    values = list(dict.fromkeys(value for value, _ in rows))
    code = {value: i for i, value in enumerate(values)}
    return Facet(
        tuple(values),
        _places(cards, np.array([n for _, n in rows], dtype=np.int64)),
        np.array([code[value] for value, _ in rows], dtype=np.int64),
    )


def _places(cards: Numbers, wanted: Numbers) -> Numbers:
    """Where some cards stand among all; those that do not are left out.

    >>> _places(np.array([7, 2, 5]), np.array([5, 7, 6])).tolist()
    [2, 0]
    """
    if not len(cards):
        return np.zeros(0, dtype=np.int64)
    order = np.argsort(cards)
    at = order[np.minimum(np.searchsorted(cards[order], wanted), len(cards) - 1)]
    return np.asarray(at[cards[at] == wanted])


def _spots(
    place: Sequence[Any], lat: Sequence[Any], lon: Sequence[Any], radius: Sequence[Any], precision: Sequence[Any]
) -> tuple[Numbers, tuple[Spot, ...]]:
    code: dict[Spot, int] = {}
    at = []
    for name, north, east, wide, how in zip(place, lat, lon, radius, precision, strict=True):
        if north is None or east is None:
            at.append(NEVER)
        else:
            at.append(code.setdefault(Spot(name or "", north, east, wide or 1.0, how or "unknown"), len(code)))
    return np.array(at, dtype=np.int64), tuple(code)
