"""What the record asks its store for, in SQL that SQLite and PostgreSQL both read."""

from __future__ import annotations

from typing import Final

__all__ = ["ALONE", "AS_READ", "BY_ID", "NOT_WEIGHED", "PATCHED", "SAID", "TOLD"]

Query = str


def _text(field: str) -> str:
    return f"""row ->> '{field}' COLLATE "binary" NULLS FIRST"""


def _derived(table: str, order: str) -> Query:
    return f"SELECT row FROM weighed WHERE \"table\" = '{table}' ORDER BY {order}"


TOLD: Final[dict[str, Query]] = {
    "mentions": """SELECT row FROM mention ORDER BY report, start, "end", kind, CAST(row AS TEXT) COLLATE "binary\"""",
    "events": _derived("events", "id"),
    "contradictions": _derived("contradictions", "id"),
    "revisions": _derived("revisions", f"{_text('report')}, id"),
    "agreements": _derived("agreements", f"{_text('from')}, id"),
    "commitments": _derived("commitments", f"{_text('due')}, id"),
    "judgements": "SELECT row FROM judgement ORDER BY number",
}
"""The rows of the contract's tables that stand as they were derived or decided, sorted."""

AS_READ: Final[dict[str, Query]] = {
    "reports": "SELECT row FROM report ORDER BY id",
    "claims": 'SELECT row FROM claim ORDER BY report, start, "end", id',
}
"""Reports and claims as they were read, whatever weighing made of them."""

NOT_WEIGHED: Final[dict[str, Query]] = {
    "reports": "SELECT row FROM report ORDER BY key, id",
    "claims": AS_READ["claims"],
}
"""The same in the order in which they are told."""

PATCHED: Final[dict[str, Query]] = {
    "reports": """
SELECT f.row, w.row FROM report f JOIN weighed w ON w."table" = 'reports' AND w.id = f.id ORDER BY f.key, f.id""",
    "claims": """
SELECT f.row, w.row FROM claim f LEFT JOIN weighed w ON w."table" = 'claims' AND w.id = f.id
WHERE w.id IS NOT NULL OR f.report IN (SELECT id FROM weighed WHERE "table" = 'reports')
ORDER BY f.report, f.start, f."end", f.id""",
}
"""Reports and claims that were weighed: as found, and what weighing changed of them."""

ALONE: Final[dict[str, Query]] = {
    "reports": f"""
SELECT row FROM weighed w WHERE "table" = 'reports' AND NOT EXISTS (SELECT 1 FROM report f WHERE f.id = w.id)
ORDER BY {_text("key")}, id""",
    "claims": f"""
SELECT row FROM weighed w WHERE "table" = 'claims' AND NOT EXISTS (SELECT 1 FROM claim f WHERE f.id = w.id)
ORDER BY {_text("report")}, CAST(row ->> 'start' AS INTEGER), CAST(row ->> 'end' AS INTEGER), id""",
}
"""What was derived of reports and claims that were never read."""

BY_ID: Final[tuple[tuple[str, Query], ...]] = (
    *(
        (table, f"SELECT row, NULL FROM weighed WHERE \"table\" = '{table}' AND id = ?")
        for table in ("events", "contradictions", "agreements", "commitments", "revisions")
    ),
    *(
        (
            table,
            f"SELECT f.row, w.row FROM {plain} f LEFT JOIN weighed w ON w.\"table\" = '{table}' AND w.id = f.id WHERE f.id = ?",
        )
        for table, plain in (("claims", "claim"), ("reports", "report"))
    ),
    *(
        (table, f"SELECT row, NULL FROM weighed WHERE \"table\" = '{table}' AND id = ?")
        for table in ("claims", "reports")
    ),
)
"""Where an id may stand: as weighing left it, or as it was read."""

SAID: Final[Query] = """
SELECT f.row, w.row FROM claim f LEFT JOIN weighed w ON w."table" = 'claims' AND w.id = f.id WHERE f.report = ?
ORDER BY f.start, f."end", f.id"""
"""The claims of a report, as found and what weighing changed of them."""
