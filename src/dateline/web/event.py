"""One event: what is claimed, by whom, how the numbers were reached, and where the voices part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from markupsafe import Markup

from dateline.phenomena.types import INSTRUMENTS
from dateline.rows import Row
from dateline.tell.explain import names, source
from dateline.web.apart import beside
from dateline.web.glance import at_a_glance
from dateline.web.history import history_of
from dateline.web.pictures import amounts
from dateline.web.reader import Reader

__all__ = ["CLAIM_COLUMNS", "claim_cells", "copies", "event_content"]

CLAIM_COLUMNS: Final = (
    "id", "report", "start", "end", "text", "outlet", "published", "speaker", "via", "stance", "modality", "recalled", "type",
    "by", "to", "place", "from", "to_time", "figures", "confidence",
)  # fmt: skip
"""The columns of an event's claims as CSV, one row a claim."""


MOST_OUTLETS: Final = 8
"""Outlets beside each other in the table at a glance."""


def event_content(reader: Reader, event: Row) -> dict[str, Any]:
    """Everything the page shows of an event."""
    claims = reader.weighed(event["claims"], "claims")
    decisions = history_of(reader, (event["id"], *event["claims"]))
    reports = reader.reports_of(claims)
    columns = _columns(claims, reports)
    order = [claim["id"] for _, column in columns for claim in column]
    return {
        "event": event,
        "numbers": {name: n for n, name in enumerate(order, 1)},
        "claims": {claim["id"]: claim for claim in claims},
        "reports": reports,
        "columns": columns,
        "glance": at_a_glance(_telling(event, columns[:MOST_OUTLETS])) if len(columns) > 1 else [],
        "outlets": [outlet for outlet, _ in columns[:MOST_OUTLETS]],
        "figures": [(figure, _picture(figure, _said(figure, claims, reports))) for figure in event["figures"]],
        "differences": reader.differing(event["id"]),
        "copies": copies(reader, reports.values()),
        "agreements": [told for told in reader.record.rows("agreements") if _touches(told, event)],
        "beside": beside(reader, event["id"]),
        "history": decisions,
        "seen": {one["subject"]: one["number"] for one in reversed(decisions)},
        "state": reader.shelf().states.get(event["id"], "open"),
    }


def _picture(figure: Row, said: Sequence[tuple[str, Row]]) -> Markup | None:
    """The figure beside what each voice says; None where one voice alone says it, and there is nothing to see."""
    return amounts(figure, said) if len(said) > 1 else None


def _columns(claims: Sequence[Row], reports: Mapping[str, Row]) -> list[tuple[str, list[Row]]]:
    """The claims by outlet, those with most to say first."""
    told: dict[str, list[Row]] = {}
    for claim in claims:
        told.setdefault(source(reports[claim["report"]]), []).append(claim)
    for column in told.values():
        column.sort(key=lambda c: (c["background"], c["report"], c["start"]))
    return sorted(told.items(), key=lambda item: (-len(item[1]), item[0]))


def _telling(event: Row, columns: Sequence[tuple[str, list[Row]]]) -> list[tuple[str, list[Row]]]:
    """The claims that can be laid beside each other: of a truce those of the truce, whose breaches are acts of their own with others in
    them; of any other event all but those of truces."""
    truce = event["type"] in INSTRUMENTS
    return [(outlet, [claim for claim in told if (claim["type"] in INSTRUMENTS) == truce]) for outlet, told in columns]


def _said(figure: Row, claims: Sequence[Row], reports: Mapping[str, Row]) -> list[tuple[str, Row]]:
    """Who says what of a fused figure: each of its claims with its own figures that went into it."""
    return [
        (names(claim["speaker"]) or source(reports[claim["report"]]), one)
        for claim in claims
        if claim["id"] in figure["claims"]
        for one in _own(figure, claim["figures"])
    ]


def _own(figure: Row, told: Sequence[Row]) -> list[Row]:
    """The figures of a claim that a fused one counts, in its unit: of its subgroup; else of the one it is part of, as "soldiers" for
    "Turkish soldiers"; else of its measure, for everybody and civilians may be one toll."""
    unit = figure.get("unit", "people")
    same = [one for one in told if one["measure"] == figure["measure"] and one.get("unit", "people") == unit]
    exact = [one for one in same if one["subgroup"] == figure["subgroup"]]
    wider = [one for one in same if one["subgroup"] and str(figure["subgroup"]).endswith(one["subgroup"])]
    return exact or wider or same


def copies(reader: Reader, reports: Iterable[Row]) -> list[tuple[Row, str]]:
    """The reports that repeat another one, each with what to call the source of that one."""
    repeating = [told for told in reports if told["copy_of"]]
    wanted = dict.fromkeys(told["copy_of"]["report"] for told in repeating)
    first = {told["id"]: source(told) for told in reader.weighed(wanted, "reports")}
    return [(told, first.get(told["copy_of"]["report"], "another report")) for told in repeating]


def _touches(agreement: Row, event: Row) -> bool:
    return any(breach["event"] == event["id"] for breach in agreement["violations"]) or not set(
        event["claims"]
    ).isdisjoint(agreement["claims"])


def claim_cells(claim: Row, report: Row) -> list[object]:
    """A claim as the cells of CLAIM_COLUMNS."""
    place, time = claim["place"] or {}, claim["time"] or {}
    return [
        claim["id"], claim["report"], claim["start"], claim["end"], claim["text"], report["outlet"], report["published"]["from"],
        names(claim["speaker"]), claim["via"], claim["stance"], claim["modality"], "yes" if claim["background"] else "no",
        claim["type"], names(claim["by"]), names(claim["to"]), place.get("name"), time.get("from"), time.get("to"),
        "; ".join(f"{one['measure']}: {one['text']}" for one in claim["figures"]), claim["confidence"],
    ]  # fmt: skip
