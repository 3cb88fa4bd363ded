"""Columns that lead back: the ids of the claims a row rests on, their words, and where they were published."""

from __future__ import annotations

from dateline.rows import Row
from dateline.tell.explain import names, source
from dateline.tell.sheet import Column, Desk

__all__ = ["CITED", "claims_of", "parties", "speakers"]


def claims_of(row: Row, desk: Desk) -> list[Row]:
    """The claims a row rests on; a row that is one claim's own rests on that one."""
    if "claims" in row:
        return desk.told_by(row)
    found = desk.row(row["claim"])
    return [found] if found else []


def parties(told: list[Row]) -> str:
    """Parties by name, parted by semicolons."""
    return "; ".join(dict.fromkeys(party["name"] for party in told))


def speakers(row: Row, desk: Desk) -> str:
    """Who vouches for a row: the speakers of its claims, or the outlets where those speak for themselves."""
    return "; ".join(dict.fromkeys(_speaker(claim, desk) for claim in claims_of(row, desk)))


def _speaker(claim: Row, desk: Desk) -> str:
    report = desk.row(claim["report"])
    return names(claim["speaker"]) or (source(report) if report else "")


def _words(row: Row, desk: Desk) -> str:
    return " | ".join(dict.fromkeys(" ".join(claim["text"].split()) for claim in claims_of(row, desk)))


def _from_where(row: Row, desk: Desk) -> str:
    reports = (desk.row(claim["report"]) for claim in claims_of(row, desk))
    return "; ".join(dict.fromkeys(report["url"] or report["key"] for report in reports if report))


CITED = (
    Column("speakers", speakers, "who vouches for it: the speakers of the claims, else the outlets", "#meta+speaker"),
    Column(
        "claims",
        lambda r, d: "; ".join(c["id"] for c in claims_of(r, d)),
        "ids of the claims it rests on",
        "#meta+claim",
    ),
    Column("words", _words, "the words of those claims", "#description"),
    Column("sources", _from_where, "address or file of each report that carries them", "#meta+source"),
)
"""The last columns of every sheet whose columns are ours to choose."""
