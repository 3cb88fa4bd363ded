"""The catalogue: a card an event, by which pages look events up. Made anew from what weighing derived, never written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import nsmallest
from itertools import combinations
from typing import Any, Final

from dateline.record.store import Store
from dateline.rows import Row

__all__ = ["Catalogue"]

TABLES: Final = ("card", "card_facet", "card_claim", "card_pair")
MOST_PAIRS: Final = 2000
"""Pairs of events that are offered as one."""


class Catalogue:
    """What the cards need of each row that weighing derived, gathered while the rows pass by."""

    def __init__(self) -> None:
        self._claims: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._days: dict[str, str | None] = {}
        self._conflicts: dict[str, int] = {}
        self._events: list[Row] = []
        self._agreements: list[Row] = []

    def take(self, table: str, told: Row) -> None:
        """Gather what the cards need of a row."""
        match table:
            case "claims":
                self._claims[told["id"]] = (told.get("text") or "", tuple(_names(told, "speaker")))
            case "reports":
                self._days[told["id"]] = _day(told.get("published"))
            case "contradictions" if told.get("kind") == "conflict":
                self._conflicts[told["event"]] = self._conflicts.get(told["event"], 0) + 1
            case "events":
                self._events.append(_slim(told))
            case "agreements":
                self._agreements.append(told)

    def fill(self, store: Store) -> None:
        """Put the cards in the place of those before; inside a transaction."""
        for table in TABLES:
            store.execute(f"DELETE FROM {table}")
        events = sorted(self._events, key=lambda e: (_first(e) or "", e["id"]))
        cards = [self._card(n, event) for n, event in enumerate(events, 1)]
        held = {n: dict.fromkeys(event["claims"]) for n, event in enumerate(events, 1)}
        facets = self._facets(events, held)
        store.fill("card", cards)
        store.fill("card_facet", facets)
        store.fill("card_claim", sorted((claim, n) for n, claims in held.items() for claim in claims))
        store.fill("card_pair", _pairs(cards))
        store.index_words(self._words(cards, held, facets))

    def _card(self, n: int, event: Row) -> tuple[Any, ...]:
        place = event["place"] or {}
        return (
            n,
            event["id"],
            event["title"] or event["id"],
            event["type"] or "other",
            event["grade"] or "single_voice",
            int(bool(event["background"])),
            _day(event["time"]),
            (event["time"] or {}).get("to"),
            None if event["first_seen"] is None else event["first_seen"][:10],
            max((day for name in event["reports"] if (day := self._days.get(name)) is not None), default=None),
            *(place.get(name) for name in ("name", "precision", "lat", "lon", "radius_km")),
            *(len(event[name]) for name in ("voices", "outlets", "claims")),
            self._conflicts.get(event["id"], 0),
        )

    def _facets(self, events: list[Row], held: Mapping[int, Mapping[str, None]]) -> list[tuple[str, str, int]]:
        told: set[tuple[str, str | None, int]] = set()
        numbers = {event["id"]: n for n, event in enumerate(events, 1)}
        telling: dict[str, list[int]] = {}
        for n, event in enumerate(events, 1):
            told.update(("outlet", outlet, n) for outlet in event["outlets"])
            told.update(("actor", name, n) for name in event["actors"])
            for claim in held[n]:
                told.update(("speaker", name, n) for name in self._claims.get(claim, ("", ()))[1])
                telling.setdefault(claim, []).append(n)
        for agreement in self._agreements:
            held_by = {n for claim in agreement.get("claims") or () for n in telling.get(claim, ())}
            breaches = {numbers.get(breach.get("event")) for breach in agreement.get("violations") or ()}
            told.update(("agreement", agreement.get("name"), n) for n in held_by | breaches if n is not None)
        return sorted((kind, value, n) for kind, value, n in told if value is not None)

    def _words(
        self, cards: list[tuple[Any, ...]], held: Mapping[int, Mapping[str, None]], facets: list[tuple[str, str, int]]
    ) -> Iterator[tuple[int, str]]:
        names: dict[int, list[str]] = {}
        for _, value, n in facets:
            names.setdefault(n, []).append(value)
        for card in cards:
            n, title = card[0], card[2]
            texts = [self._claims[claim][0] for claim in held[n] if claim in self._claims]
            yield n, " ".join((title, *texts, *names.get(n, ())))


def _slim(event: Row) -> Row:
    """Of an event, what its card says."""
    kept = {
        name: event.get(name) for name in ("id", "title", "type", "grade", "background", "time", "first_seen", "place")
    }
    lists = {name: tuple(event.get(name) or ()) for name in ("claims", "reports", "outlets", "voices")}
    return {**kept, **lists, "actors": (*_names(event, "by"), *_names(event, "to"))}


def _names(told: Row, field: str) -> Iterator[str]:
    return (one["name"] for one in told.get(field) or () if one.get("name") is not None)


def _first(event: Row) -> str | None:
    told: str | None = (event["time"] or {}).get("from")
    return told


def _day(told: Row | None) -> str | None:
    """The day an interval begins on."""
    start = None if told is None else told.get("from")
    return None if start is None else start[:10]


def _pairs(cards: list[tuple[Any, ...]]) -> list[tuple[str, str, int]]:
    """Pairs that a person may want to join, the fullest first: the same kind of thing at one place and day, told as two."""
    scenes: dict[tuple[str, str, str], list[tuple[str, int]]] = {}
    for _, event, _, kind, _, background, first, _, _, _, place, precision, *_, claims, _ in cards:
        if not background and precision in ("exact", "near") and place is not None and first is not None:
            scenes.setdefault((kind, place, first), []).append((event, claims))
    pairs = ((one[0], other[0], one[1] + other[1]) for told in scenes.values() for one, other in combinations(told, 2))
    return nsmallest(MOST_PAIRS, pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))
