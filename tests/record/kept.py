"""Rows that the tests of the record keep."""

from dateline.model import Judgement, Unread
from dateline.record import Record
from dateline.rows import Row

REPORT: Row = {
    "id": "report:1",
    "key": "a.txt",
    "sha256": "0",
    "text": "words \x00 \uffff \\u0000 سوق",
    "parts": [],
    "published": {"basis": "none", "from": None},
}
MENTION: Row = {"report": "report:1", "start": 0, "end": 5, "kind": "place", "text": "words"}
CLAIM: Row = {
    "id": "claim:1", "report": "report:1", "start": 0, "end": 5, "text": "words", "type": "other", "trigger": {"start": 0, "end": 5},
}  # fmt: skip
EVENT: Row = {
    "id": "event:1", "title": "Shells hit Tell Arwa", "type": "shelling", "grade": "contested", "background": False,
    "time": {"from": "2021-03-02", "to": "2021-03-03"}, "first_seen": "2021-03-03", "claims": ["claim:1"], "reports": ["report:1"],
    "outlets": ["Gulf Ledger"], "voices": ["medics"], "by": [{"name": "Café army"}], "to": [],
    "place": {"name": "Tell Arwa", "precision": "exact", "lat": 35.5, "lon": 36.5, "radius_km": 2.0},
}  # fmt: skip


def judgement(at: str = "2021-03-04T00:00:00+00:00", verdict: str = "accept") -> Judgement:
    """A decision on the event."""
    return Judgement("event:1", verdict, "ada", at)


def filled(record: Record) -> Record:
    """The record, with one of everything in it."""
    record.keep([(REPORT, [MENTION], [CLAIM])])
    record.keep_source("ab12", b"<p>caf\xe9</p>" * 99, "text/html")
    record.keep_unread(Unread("b.bin", "binary", "no text \x00"))
    record.judge(judgement())
    record.judge(judgement("2021-03-05T00:00:00+00:00", "reject"))
    record.derive({"reports": [REPORT], "claims": [CLAIM], "events": [EVENT]})
    record.note("decided", "1")
    return record


def everything(record: Record) -> list[object]:
    """All that a record holds, and what its catalogue says, in order."""
    tables = (
        'SELECT id, key, row, digest FROM report ORDER BY 1', 'SELECT report, start, "end", kind, row FROM mention ORDER BY 1, 2',
        "SELECT id, row FROM claim ORDER BY 1", "SELECT * FROM source ORDER BY 1", "SELECT * FROM unread ORDER BY 1",
        "SELECT number, row, digest FROM judgement ORDER BY 1", 'SELECT "table", id, row FROM weighed ORDER BY 1, 2',
        "SELECT name, value FROM about ORDER BY 1", "SELECT n, event, title, first, last, lat, radius, claims, conflicts FROM card ORDER BY 1",
        "SELECT kind, value, n FROM card_facet ORDER BY 1, 2, 3", "SELECT * FROM card_claim ORDER BY 1, 2",
    )  # fmt: skip
    return [record.store.execute(query).rows for query in tables]
