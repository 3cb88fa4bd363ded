"""Claims made elsewhere: a row that cannot be taken is told, and never ends the weighing."""

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.record import Record
from dateline.run import take_given, weigh_record

TEXT = "Gunmen killed two guards in Arta on Friday."
REPORT: dict[str, Any] = {
    "id": "r1", "key": "page", "sha256": "0", "text": TEXT, "parts": [{"start": 0, "end": len(TEXT), "part": "body"}],
    "published": {"from": None, "to": None, "basis": "none"},
}  # fmt: skip
CLAIM: dict[str, Any] = {
    "id": "c1", "report": "r1", "start": 0, "end": 24, "text": TEXT[:24], "type": "armed_attack",
    "trigger": {"start": 7, "end": 13},
}  # fmt: skip

PLACE = {"start": 0, "end": 6, "text": TEXT[:6], "name": TEXT[:6]}


def taken(folder: Path, reports: list[bytes], claims: list[bytes]) -> tuple[list[str], list[str]]:
    """The ids of the claims kept and weighed, and why the other rows were not."""
    for name, rows in (("reports", [json.dumps(REPORT).encode(), *reports]), ("claims", claims)):
        (folder / f"{name}.jsonl").write_bytes(b"\n".join(rows))
    with Record.open(":memory:") as record:
        take_given(record, folder)
        weigh_record(record)
        return [row["id"] for row in record.rows("claims")], [row["detail"] for row in record.rows("unread")]


@pytest.mark.parametrize(
    ("field", "value"),
    [("start", None), ("start", "0"), ("type", 5), ("id", 5), ("report", None), ("text", None), ("by", [None])],
)
def test_a_wrong_field_is_named(field: str, value: object, tmp_path: Path) -> None:
    """A claim with a field of another shape goes to unread, which names the field; the next claim is weighed."""
    good = json.dumps(CLAIM | {"id": "c2"}).encode()
    kept, why = taken(tmp_path, [], [json.dumps(CLAIM | {field: value}).encode(), good])

    assert kept == ["c2"]
    assert len(why) == 1
    assert field in why[0]


@pytest.mark.parametrize("row", [b"5", b"[1]", b'{"id": "\xff"}', b'{"id": "\\ud800"}', b"[" * 50_000 + b"]" * 50_000])
def test_a_row_that_is_none_is_told(row: bytes, tmp_path: Path) -> None:
    """What is no object, no UTF-8, half a character or nested without end goes to unread in either file."""
    kept, why = taken(tmp_path, [row], [row, json.dumps(CLAIM).encode()])

    assert kept == ["c1"]
    assert len(why) == 2


def test_an_id_stands_once(tmp_path: Path) -> None:
    """Of two claims with one id the first is kept, and the other is told with the line of the first."""
    again = json.dumps(CLAIM | {"start": 7, "text": TEXT[7:24]}).encode()

    assert taken(tmp_path, [], [json.dumps(CLAIM).encode(), again])[1] == [
        "the id c1 stands in line 1 already; that one is kept"
    ]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"type": "explosion"}, "'explosion' is no type; it is one of"),
        ({"stance": "sings"}, "'sings' is no stance"),
        ({"modality": None}, "None is no modality"),
        (
            {"place": PLACE | {"precision": "roughly"}},
            "'roughly' is no precision of a place; it is one of exact",
        ),
        ({"end": 900}, "it stands at 0–900, and its report has 43 characters"),
        ({"start": 30}, "it stands at 30–24"),
    ],
)
def test_a_claim_that_cannot_be_told_is_refused(wrong: dict[str, object], told: str, tmp_path: Path) -> None:
    """A word that the contract does not know, and a stretch that the report does not have, go to unread in plain words."""
    kept, why = taken(tmp_path, [], [json.dumps(CLAIM | wrong).encode(), json.dumps(CLAIM | {"id": "c2"}).encode()])

    assert kept == ["c2"]
    assert told in why[0]
