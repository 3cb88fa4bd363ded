"""Attacks on health care in the shape of WHO's surveillance system: what it makes public, and nothing it keeps back.

That system publishes neither points, nor names of facilities, nor sources; the row's claims lead to those here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from dateline.rows import Row
from dateline.tell.fields import bound, country, happened, place
from dateline.tell.sheet import Column, Desk, Sheet
from dateline.tell.view import View

__all__ = ["HEALTH"]

CERTAINTY: Final = {"confirmed": "Confirmed", "corroborated": "Probable", "single_voice": "Possible"}
"""Grade → WHO's level; every other grade is a rumour, the lowest of the four."""

TYPES: Final = {
    "airstrike": "Violence with heavy weapons",
    "shelling": "Violence with heavy weapons",
    "facility_attack": "Violence with heavy weapons",
    "armed_attack": "Violence with individual weapons",
    "clash": "Violence with individual weapons",
    "detention": "Abduction/Arrest/Detention of health personnel or patients",
    "threat": "Psychological violence/threat of violence/intimidation",
}

RESOURCES: Final = (
    ("Transport", ("ambulance", "vehicle")),
    ("Personnel", ("doctor", "medic", "nurse", "paramedic", "surgeon", "health worker", "staff")),
    ("Patients", ("patient",)),
    ("Supplies", ("supplies", "equipment", "medicine", "warehouse")),
    (
        "Facility",
        (
            "hospital",
            "clinic",
            "health cent",
            "health facilit",
            "medical",
            "infirmary",
            "maternity",
            "dispensary",
            "pharmacy",
        ),
    ),
)

HOSPITAL: Final = "hospital"


def attacks(view: View, desk: Desk) -> Iterator[Row]:
    """The events that hit health care, as facts."""
    for event in view.rows("events"):
        if (event["codes"].get("who") or _hit(event, desk)) and happened(event, desk):
            yield event


def _hit(event: Row, desk: Desk) -> list[Row]:
    """The health facilities that the claims of an event tell as acted upon."""
    return [party for claim in desk.told_by(event) for party in claim["to"] if party["facility"] == HOSPITAL]


def resources(event: Row, desk: Desk) -> str:
    """What was affected, by the words for what was hit."""
    words = " ".join(p["text"].lower() for p in _hit(event, desk)) or event["title"].lower()
    return "; ".join(name for name, signs in RESOURCES if any(sign in words for sign in signs))


def _facility(event: Row, desk: Desk) -> str | None:
    words = " ".join(p["text"].lower() for p in _hit(event, desk))
    return next((kind.capitalize() for kind in ("hospital", "clinic", "ambulance", "pharmacy") if kind in words), None)


def _removed(event: Row, desk: Desk) -> Any:
    return bound(event, "detained", "best")


COLUMNS: Final = (
    Column("attack_id", lambda e, d: e["id"], "id of the event here", "#event+code"),
    Column("date", lambda e, d: e["time"] and e["time"]["from"][:10], "first day", "#date+occurred", "date"),
    Column("country", lambda e, d: country(e, "name"), "name in English", "#country+name"),
    Column("iso3", lambda e, d: country(e, "alpha3"), "ISO 3166 alpha-3", "#country+code"),
    Column("province", lambda e, d: place(e, "admin1"), "first-order region", "#adm1+name"),
    Column("town", lambda e, d: place(e, "name"), "city or town; never a point", "#loc+name"),
    Column("type_of_attack", lambda e, d: TYPES.get(e["type"], "Unknown"), "by the type of the event", "#event+type"),
    Column("health_resources_affected", resources, "facility, transport, personnel, patients, supplies"),
    Column("facility_type", _facility, "hospital, clinic, …, where the words tell"),
    Column("deaths", lambda e, d: bound(e, "killed", "best"), "best count", "#affected+killed", "number"),
    Column("deaths_low", lambda e, d: bound(e, "killed", "low"), "lower bound", "#affected+killed+min", "number"),
    Column("deaths_high", lambda e, d: bound(e, "killed", "high"), "upper bound", "#affected+killed+max", "number"),
    Column("injuries", lambda e, d: bound(e, "injured", "best"), "best count", "#affected+injured", "number"),
    Column("removal", _removed, "people taken or held", "#affected+detained", "number"),
    Column(
        "certainty",
        lambda e, d: CERTAINTY.get(e["grade"], "Rumour"),
        "from the grade: confirmed, corroborated → probable, single_voice → possible, else rumour",
    ),
    Column("grade", lambda e, d: e["grade"], "our grade", "#status+grade"),
    Column("claims", lambda e, d: "; ".join(e["claims"]), "ids of the claims it rests on", "#meta+claim"),
)

HEALTH: Final = Sheet("health", COLUMNS, attacks, "Attacks on health care, as WHO makes them public", "health.csv")
