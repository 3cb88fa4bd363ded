"""The catalogue: a card an event, by which pages look events up. Made from what weighing derived, never written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from dateline.record.store import Store
from dateline.rows import Row

__all__ = ["Catalogue", "dropped", "emptied", "paired"]

TABLES: Final = ("card", "card_facet", "card_claim")
GIVEN: Final = "cards given"
"""The note that says how many numbers of cards were given: one that is gone may still be found by its words."""
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
        """Add the cards to those that are there; inside a transaction."""
        told = store.execute("SELECT value FROM about WHERE name = ?", (GIVEN,)).fetchone()
        last = 0 if told is None else int(told[0])
        events = dict(enumerate(sorted(self._events, key=lambda e: (_first(e) or "", e["id"])), last + 1))
        given = "INSERT INTO about VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        store.execute(given, (GIVEN, str(last + len(events))))
        cards = [self._card(n, event) for n, event in events.items()]
        held = {n: dict.fromkeys(event["claims"]) for n, event in events.items()}
        facets = self._facets(events, held)
        store.fill("card", cards)
        store.fill("card_facet", facets)
        store.fill("card_claim", sorted((claim, n) for n, claims in held.items() for claim in claims))
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

    def _facets(self, events: Mapping[int, Row], held: Mapping[int, Mapping[str, None]]) -> list[tuple[str, str, int]]:
        told: set[tuple[str, str | None, int]] = set()
        numbers = {event["id"]: n for n, event in events.items()}
        telling: dict[str, list[int]] = {}
        for n, event in events.items():
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


def emptied(store: Store) -> None:
    """No card is left; inside a transaction."""
    for table in TABLES:
        store.execute(f"DELETE FROM {table}")
    store.execute("DELETE FROM about WHERE name = ?", (GIVEN,))
    store.forget_words(None)


def dropped(store: Store, part: str) -> None:
    """The cards of the events that were derived with a part are gone; inside a transaction, before the events are."""
    of_part = """SELECT n FROM card WHERE event IN (SELECT id FROM weighed WHERE part = ? AND "table" = 'events')"""
    cards = [n for (n,) in store.execute(of_part, (part,))]
    for n in cards:
        for table in TABLES:
            store.execute(f"DELETE FROM {table} WHERE n = ?", (n,))
    store.forget_words(cards)


def paired(store: Store) -> None:
    """Pairs that a person may want to join, the fullest first: the same kind of thing at one place and day, told as two."""
    store.execute("DELETE FROM card_pair")
    store.execute(PAIRS, (MOST_PAIRS,))


_SCENE: Final = "{0}.background = 0 AND {0}.precision IN ('exact', 'near') AND {0}.first IS NOT NULL"
PAIRS: Final = f"""
INSERT INTO card_pair SELECT one.event, other.event, one.claims + other.claims
FROM card AS one JOIN card AS other ON other.place = one.place AND other.first = one.first AND other.type = one.type
    AND other.event > one.event
WHERE {_SCENE.format("one")} AND {_SCENE.format("other")}
ORDER BY one.claims + other.claims DESC, one.event, other.event LIMIT ?
"""
