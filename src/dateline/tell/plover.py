"""PLOVER events as JSON Lines: a record an event of a kind that PLOVER has, with its sides, place, words and source."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import dateline
from dateline.rows import Row
from dateline.tell.about import about
from dateline.tell.explain import source
from dateline.tell.nations import nation
from dateline.tell.sheet import Desk, desk_of, last_day
from dateline.tell.view import View

__all__ = ["plover"]

QUADS: Final = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "1 verbal cooperation"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "2 material cooperation"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "3 verbal conflict"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "4 material conflict"),
}

SECTORS: Final = {
    "state": "GOV",
    "military": "MIL",
    "armed_group": "REB",
    "civilians": "CVL",
    "intergovernmental": "IGO",
    "ngo": "NGO",
    "media": "JRN",
    "monitor": "NGO",
}


def plover(view: View, out: Path) -> list[Path]:
    """Write one JSON object a line, and beside it what the export says of itself; `out` is the file, or a folder for it."""
    path = out if out.suffix == ".jsonl" else out / "plover.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    told = about(view)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in _records(view, told))
    beside = path.with_name(f"{path.stem}.about.json")
    beside.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return [path, beside]


def _records(view: View, told: Row) -> Iterator[Row]:
    desk = desk_of(view)
    for event in view.rows("events"):
        claims = desk.told_by(event)
        if event["codes"].get("plover") and event["time"] and claims:
            yield _record(event, claims, desk, told)


def _record(event: Row, claims: list[Row], desk: Desk, told: Row) -> Row:
    code = event["codes"]["plover"]
    return {
        "id": event["id"],
        "date": event["time"]["from"][:10],
        "enddate": last_day(event["time"]).isoformat(),
        "actor": [_side(name, claims, "by") for name in dict.fromkeys(b["name"] for b in event["by"])],
        "recipient": [_side(name, claims, "to") for name in dict.fromkeys(p["name"] for p in event["to"])],
        "event": code,
        "event_text": event["title"],
        "event_loc": _place(event["place"]),
        "quad_code": QUADS.get(code),
        "mode": event["type"],
        "context": ["recalled"] if event["background"] else [],
        "text": [claim["text"] for claim in claims],
        "text_info": [_cited(claim, desk) for claim in claims],
        "coder": f"Dateline {dateline.__version__}",
        "coded_date": told["reports_until"],
        "comment": f"grade {event['grade']}; {len(event['voices'])} independent voices",
    }


def _side(name: str, claims: list[Row], field: str) -> Row:
    """A side by name, with the kind and country that the claims give it."""
    party = next((p for claim in claims for p in claim[field] if p["name"] == name), None)
    found = nation(party["country"]) if party else None
    return {
        "name": name,
        "code": found and found.alpha3,
        "sector": SECTORS.get(party["kind"]) if party else None,
        "id": party and party["id"],
    }


def _place(place: Row | None) -> Row | None:
    return place and {name: place[name] for name in ("name", "admin1", "country", "lat", "lon", "precision", "id")}


def _cited(claim: Row, desk: Desk) -> Row:
    report = desk.row(claim["report"])
    where = (
        {"source": source(report), "link": report["url"] or report["key"], "published": report["published"]["from"]}
        if report
        else {}
    )
    return {"claim": claim["id"], "report": claim["report"], "start": claim["start"], "end": claim["end"], **where}
