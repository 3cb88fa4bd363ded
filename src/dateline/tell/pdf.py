"""The brief on paper: the same content set by Typst, with the map, the timeline and the ledger as pictures.

Letters outside the Latin, Greek and Cyrillic scripts need a font of the machine that has them.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Final

from dateline.rows import Row
from dateline.tell.breaches import acts
from dateline.tell.brief import WORDS, content
from dateline.tell.explain import measured, names, plain, vouching
from dateline.tell.parts import part
from dateline.tell.pictures import gantt, place_map, timeline
from dateline.tell.view import View

__all__ = ["pdf"]

LOOK: Final = """<style>text { font-family: "Libertinus Serif", "DejaVu Sans"; font-size: 16px; fill: #5d6166 }
line { stroke: #dad6cc } .tick, .sign { text-anchor: middle } .name { text-anchor: end; fill: #1d1f21 }
circle { fill: #35587a; fill-opacity: .75; stroke: none } .area { fill-opacity: .18; stroke: #35587a }
.contested, .denied { fill: #a4541b } .confirmed, .corroborated { fill: #1f6f5c }
.holds { fill: #1f6f5c; fill-opacity: .75 } .strained { fill: #a4541b; fill-opacity: .35; stroke: #a4541b; stroke-dasharray: 3 2 }
.breach { fill: #97272f } .sea { fill: #eef1f0 } .land { fill: #fff; fill-rule: evenodd; stroke: #c9c5bb }
.country { text-anchor: middle; fill-opacity: .6 } .spot { fill: #1d1f21 }</style>"""
"""What the page's stylesheet says of the pictures, in the light colours that paper has."""


def pdf(view: View, out: Path) -> list[Path]:
    """Write the brief as PDF to the file `out` (a folder gets `brief.pdf`). Raises MissingPart where Typst is not installed."""
    path = out if out.suffix == ".pdf" else out / "brief.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    told = content(view)
    template = files("dateline.tell").joinpath("templates/brief.typ").read_bytes()
    day = told["until"] or "1970-01-01"
    moment = datetime.fromisoformat(f"{day:-<7}-01"[:10] if len(day) < 10 else day).replace(tzinfo=UTC)
    part("typst", "pdf").compile(template, str(path), sys_inputs={"told": json.dumps(_paper(told))}, timestamp=moment)
    return [path]


def _paper(told: Row) -> Row:
    """What the template sets, as words and numbers only."""
    return {
        "version": told["version"],
        "notices": " ".join(told["notices"]),
        "lede": told["lede"],
        "left_out": told["left_out"]["events"],
        "map": _picture(place_map(told["events"])),
        "timeline": _picture(timeline(told["events"])),
        "gantt": _picture(gantt(told["agreements"])),
        "events": [_event(event, told) for event in told["events"]],
        "agreements": [_agreement(agreement, told) for agreement in told["agreements"]],
        "commitments": [_commitment(commitment, told) for commitment in told["commitments"]],
        "sources": [_source(report, told) for report in told["reports"]],
    }


def _picture(svg: str) -> str:
    """A picture that stands alone: with its namespace and its look, and nothing to click."""
    opened = svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return opened.replace(">", f">{LOOK}", 1)


def _cites(claims: list[str], told: Row) -> list[int]:
    numbers = (told["numbers"].get(told["claims"][name]["report"]) for name in claims if name in told["claims"])
    return sorted({number for number in numbers if number})


def _event(event: Row, told: Row) -> Row:
    place = [f"{event['place']['name']} ({event['place']['precision']})"] if event["place"] else []
    facts = [plain(event["grade"]), WORDS["moment"](event["time"]), *place, vouching(event)]
    by = (b["name"] + (f" (denied by {', '.join(b['denied_by'])})" if b["denied_by"] else "") for b in event["by"])
    return {
        "title": event["title"],
        "facts": " · ".join([*facts, "recalled"] if event["background"] else facts),
        "figures": [_figure(figure, told) for figure in event["figures"]],
        "by": ", ".join(by),
        "by_whom": WORDS["by_whom"](event["type"]),
        "differences": [
            {"kind": d["kind"], "text": d["explanation"]} for d in told["contradictions"].get(event["id"], ())
        ],
        "claims": [_claim(told["claims"][name], told) for name in event["claims"] if name in told["claims"]],
    }


def _figure(figure: Row, told: Row) -> Row:
    label = measured(figure)
    bounds = ["open" if figure[name] is None else f"{figure[name]:,.0f}" for name in ("low", "best", "high")]
    return {"name": label, "bounds": bounds, "rule": figure["rule"], "cites": _cites(figure["claims"], told)}


def _claim(claim: Row, told: Row) -> Row:
    how = [
        names(claim["speaker"]) or "the outlet",
        *(claim[f] for f in ("stance", "modality") if claim[f] not in ("asserts", "actual")),
    ]
    return {"text": " ".join(claim["text"].split()), "who": ", ".join(how), "cites": _cites([claim["id"]], told)}


def _agreement(agreement: Row, told: Row) -> Row:
    states = [
        {
            "state": WORDS["plain"](s["state"]),
            "date": s["date"] or "unsaid",
            "by": names(s["by"]) or "the outlets",
            "cites": _cites(s["claims"], told),
        }
        for s in agreement["states"]
    ]
    breaches = [
        {"state": "breach", "date": b["date"] or "unsaid", "by": _blame(b), "cites": _cites(b["claims"], told)}
        for b in acts(agreement)
    ]
    bound = f" · bound: {names(agreement['parties'])}" if agreement["parties"] else ""
    facts = f"{WORDS['plain'](agreement['kind'])} · {agreement['from'] or 'start unsaid'} to {agreement['until'] or 'end unsaid'}{bound}"
    return {"name": agreement["name"], "facts": facts, "states": states + breaches}


def _blame(breach: Row) -> str:
    accused = f" accuse {names(breach['accused'])}" if breach["accused"] else ""
    denied = f"; denied by {names(breach['denied_by'])}" if breach["denied_by"] else ""
    return (names(breach["accuser"]) or "the outlets") + accused + denied


def _commitment(commitment: Row, told: Row) -> Row:
    return {
        "who": names(commitment["who"]) or "unsaid",
        "what": f"{commitment['kind']}: {' '.join(commitment['what'].split())}",
        "due": commitment["due"] or "—",
        "outcome": commitment["outcome"],
        "cites": _cites(commitment["claims"], told),
    }


def _source(report: Row, told: Row) -> Row:
    said = [
        report["title"] or report["key"],
        report["outlet"] or "outlet unknown",
        WORDS["moment"](report["published"]),
    ]
    return {"number": told["numbers"][report["id"]], "text": ", ".join(said), "url": report["url"] or ""}
