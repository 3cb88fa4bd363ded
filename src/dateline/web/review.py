"""Review: what to look at first and why, who read it already, and where two readers part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from dateline.model import Judgement
from dateline.rows import Row, row
from dateline.tell.explain import names, source
from dateline.tell.foremost import foremost, likely
from dateline.web.asked import Asked, Misasked
from dateline.web.reader import Reader
from dateline.weigh.seconded import Readings, parted, readings

__all__ = ["STATES", "queue"]

STATES: Final = (
    "open",
    "first_reading",
    "disagreed",
    "unsure",
    "accepted",
    "rejected",
    "corrected",
    "regrouped",
)
"""What people's decisions can make of an event; the first reading and the disagreement only where two must read."""

QUEUE: Final = 25
CLAIMS: Final = 6
MOST_PAIRS: Final = 10
LOOKED_AT: Final = 200


def queue(reader: Reader, state: str, name: str, most: int = QUEUE) -> dict[str, Any]:
    """What to decide next: the events in that state by how much a decision on each would change, and pairs that may be
    one. `name` is who looks: where two people must read, nobody is asked for a second reading of their own.

    Raises Misasked where there is no such state.
    """
    if state not in STATES:
        raise Misasked(f"state {state!r} is not one of {', '.join(STATES)}")
    shelf, mask, _ = reader.matching(Asked(picked={"review": (state,)}))
    order = shelf.ordered(mask, "doubt")
    two = reader.second_reader
    judgements = reader.judgements() if two else ()
    read = readings(judgements)
    items = [
        {**_item(reader, event, float(shelf.weight[i])), "yours": _yours(read, event["id"], name)}
        for i, event in _events(reader, shelf.ids, order[:most])
    ]
    return {
        "items": items,
        "left": len(order),
        "state": state,
        "counts": dict(shelf.facets["review"].counts(mask | True, len(STATES))),
        "pairs": _pairs(reader, read) if state == "open" else [],
        "parted": [_told(reader, both) for both in parted(judgements)] if state == "disagreed" else [],
        "waiting": reader.record.decided() - int(reader.record.noted("decided") or 0),
    }


def _yours(read: Readings, event: str, name: str) -> str | None:
    """What the one who looks decided on an event, where two people must read; None where they did not yet."""
    return next((by[name].verdict for (subject, _), by in read.items() if subject == event and name in by), None)


def _told(reader: Reader, both: Sequence[Judgement]) -> Row:
    """A matter on which people differ: what it is on, and what each of them said."""
    found = reader.record.find(both[0].subject)
    title = found[1].get("title") or found[1].get("text") or both[0].subject if found else both[0].subject
    return {"subject": both[0].subject, "title": title, "said": [row(one) for one in both]}


def _events(reader: Reader, ids: Sequence[str], order: Any) -> list[tuple[int, Row]]:
    return [(int(i), told) for i in order for told in reader.weighed([ids[int(i)]])]


def _item(reader: Reader, event: Row, weight: float) -> dict[str, Any]:
    claims = foremost(event, reader.weighed(likely(event), "claims"))[:CLAIMS]
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
    many = len(event["claims"])
    told = [f"{many} claim{'s rest' if many != 1 else ' rests'} on it"]
    if event["grade"] in ("contested", "denied"):
        told.append(f"it is {event['grade']}")
    if event["grade"] == "single_voice":
        told.append("one voice alone vouches for it")
    if conflicts:
        told.append(f"{conflicts} conflict{'s' if conflicts != 1 else ''} between its claims")
    return told + (["it is only recalled, so it counts a quarter"] if event["background"] else [])


def _pairs(reader: Reader, read: Readings) -> list[dict[str, Any]]:
    """Pairs of events of one kind, place and day, on which nobody decided yet."""
    decided = frozenset(read or readings(one for one in reader.judgements() if one.other is not None))
    return list(_undecided(reader, decided))


def _undecided(reader: Reader, decided: frozenset[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    found = 0
    for one, other, claims in reader.pairs(LOOKED_AT):
        first, second = sorted((one, other))
        rows = reader.weighed((one, other)) if (first, second) not in decided else []
        if len(rows) == 2:
            found += 1
            yield {"one": rows[0], "other": rows[1], "claims": claims, "seen": reader.record.decided(one)}
        if found == MOST_PAIRS:
            return
