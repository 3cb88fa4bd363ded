"""What a weighing changed: events and agreements that are new, gone or told otherwise than by the weighing before it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from dateline.record import Record
from dateline.rows import Row

__all__ = ["CHANGES", "Standing", "changed", "note_changes", "standing"]

CHANGES: Final = "changes"
"""The note under which a record keeps what its last weighings changed."""

KEPT: Final = 12
"""Weighings of which the changes are kept."""

MOST: Final = 2_000
"""Changes listed of each kind; their number is told whatever it is."""


class Standing(NamedTuple):
    """How one thing stands after a weighing: its title, what is told of it, and the claims that tell it."""

    title: str
    told: Mapping[str, str]
    claims: tuple[str, ...]


def standing(rows: Iterable[tuple[str, Row]]) -> dict[str, Standing]:
    """How events, agreements and commitments stand, by id, from their rows, each told with its table."""
    told = {"events": _event, "agreements": _agreement, "commitments": _commitment}
    return {row["id"]: told[table](row) for table, row in rows}


def _commitment(row: Row) -> Standing:
    return Standing(row["what"], {"outcome": row["outcome"], "due": row["due"] or ""}, tuple(row["claims"]))


def _event(row: Row) -> Standing:
    place, time = row.get("place") or {}, row.get("time") or {}
    killed: Row = next((one for one in row.get("figures") or () if one["measure"] == "killed"), {})
    told = {
        "type": row.get("type", ""), "grade": row.get("grade", ""), "from": time.get("from") or "", "to": time.get("to") or "",
        "place": place.get("name") or "", "killed": _plain(killed.get("best")), "voices": str(len(row.get("voices") or ())),
        "claims": str(len(row["claims"])), "by": "; ".join(by["name"] for by in row.get("by") or ()),
    }  # fmt: skip
    return Standing(row.get("title") or row["id"], told, tuple(row["claims"]))


def _agreement(row: Row) -> Standing:
    last = row["states"][-1] if row["states"] else {"state": "", "date": None}
    told = {
        "state": str(last["state"]),
        "since": str(last["date"] or ""),
        "until": row["until"] or "",
        "breaches": str(len(row["violations"])),
    }
    return Standing(row["name"], told, tuple(row["claims"]))


def _plain(number: float | None) -> str:
    return "" if number is None else f"{number:g}"


def changed(before: Mapping[str, Standing], after: Mapping[str, Standing]) -> Row:
    """What is new, gone and told otherwise; what is gone says what tells its claims now.

    >>> one = Standing("Raid", {"grade": "denied"}, ("c1",))
    >>> changed({"e1": one}, {"e1": one._replace(told={"grade": "contested"})})["changed"]
    [{'id': 'e1', 'title': 'Raid', 'fields': {'grade': ['denied', 'contested']}}]
    """
    home = {(_kind(name), claim): name for name, told in after.items() for claim in told.claims}
    new = [{"id": name, "title": told.title} for name, told in after.items() if name not in before]
    gone = [_gone(name, told, home) for name, told in before.items() if name not in after]
    other = [
        {"id": name, "title": told.title, "fields": fields}
        for name, told in after.items()
        if name in before and (fields := _fields(before[name].told, told.told))
    ]
    counts = {"new": len(new), "gone": len(gone), "changed": len(other)}
    return {"counts": counts, "new": new[:MOST], "gone": gone[:MOST], "changed": other[:MOST]}


def _kind(name: str) -> str:
    """What an id is of: an event's claims may stand in an agreement too, which is no event."""
    return name.partition(":")[0]


def _gone(name: str, told: Standing, home: Mapping[tuple[str, str], str]) -> Row:
    kind = _kind(name)
    now = Counter(home[kind, claim] for claim in told.claims if (kind, claim) in home).most_common(1)
    return {"id": name, "title": told.title, "now": now[0][0] if now else None}


def _fields(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, list[str]]:
    return {field: [before.get(field, ""), value] for field, value in after.items() if before.get(field, "") != value}


def note_changes(record: Record, before: Mapping[str, Standing], after: Mapping[str, Standing]) -> None:
    """Keep what the weighing just done changed, the latest first: of what it touched, how it stood and how it stands.

    The first weighing of a record changes nothing.
    """
    weighing = int(record.noted("weighing") or 0)
    told = {"weighing": str(weighing), "decided": record.decided()} | changed(_sorted(before), _sorted(after))
    kept: list[Row] = json.loads(record.noted(CHANGES) or "[]")
    if weighing > 1:
        record.note(CHANGES, json.dumps([told, *kept][:KEPT], ensure_ascii=False, separators=(",", ":")))


def _sorted(told: Mapping[str, Standing]) -> dict[str, Standing]:
    """Events first, each kind by id."""
    return {name: told[name] for name in sorted(told, key=lambda one: (_kind(one) != "event", one))}
