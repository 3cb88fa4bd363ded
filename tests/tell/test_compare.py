"""A list beside the record: what both have is found, with where they differ and why; what only one has is told too."""

import csv
from pathlib import Path

import pytest

from dateline.errors import Unreadable
from dateline.record import Record
from dateline.rows import Row
from dateline.tell import FORMATS, Wrong, comparison, read_list
from dateline.tell.lists import Listed

HEADS = "event_id_cnty,event_date,location,latitude,longitude,event_type,fatalities\n"


def compared(record: Record, path: Path) -> dict[str, Row]:
    """The rows of the comparison by the id of their row in the list, or of their event."""
    listed = [row for row in read_list(path) if isinstance(row, Listed)]
    written = comparison(listed).write(record, path.with_name("out.csv"))[0]
    with written.open(encoding="utf-8", newline="") as file:
        return {row["listed"] or row["event"]: row for row in csv.DictReader(file)}


def test_what_both_have_is_explained(record: Record, tmp_path: Path) -> None:
    """A row a day later, five kilometres off and with another number is the same event; each difference has its reason."""
    path = tmp_path / "acled.csv"
    path.write_text(HEADS + "SYR1,04 May 2021,Kafr,35.95,36.71,Explosions/Remote violence,4\n")
    row = compared(record, path)["SYR1"]

    assert (row["in"], row["event"], row["km"]) == ("both", "event:1", "4.2")
    assert "1 days apart: the list has the day it was first reported" in row["why"]
    assert "killed 4 against 9 (4 to 9): the lowest told. Rima Haddou counts nine" in row["why"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("X,01 May 2019,Homs,34.7,36.7,Battles,1", "does not reach"),
        ("X,03 May 2021,Raqqa,35.95,39.01,Battles,1", "no report in the record tells of it"),
        ("X,03 May 2021,Tel Zamar,35.91,36.71,Protests,0", "of another kind"),
    ],
)
def test_what_only_the_list_has_is_explained(line: str, why: str, record: Record, tmp_path: Path) -> None:
    """Out of time, out of reach, or of another kind: the reason is told, with the nearest event."""
    path = tmp_path / "acled.csv"
    path.write_text(HEADS + line + "\n")
    rows = compared(record, path)

    assert rows["X"]["in"] == "list only"
    assert why in rows["X"]["why"]
    assert rows["event:1"]["in"] == "record only"


@pytest.mark.parametrize("form", ["acled", "ucdp"])
def test_our_own_export_is_found_whole(form: str, record: Record, tmp_path: Path) -> None:
    """The file we write in the shape of the field, read as a list, is the same events without a difference of place or day."""
    path = FORMATS[form](record, tmp_path)[0]
    row = compared(record, path)["event:1"]

    assert (row["in"], row["event"], row["km"]) == ("both", "event:1", "0")
    assert "apart" not in row["why"]


def test_one_event_is_one_row(record: Record, tmp_path: Path) -> None:
    """Two rows near one event: the nearer one has it, the other is left over."""
    path = tmp_path / "own.csv"
    path.write_text("date;town;lat;lon;killed\n2021-05-03;Tel Zamar;35.912;36.712;9\n2021-05-03;Kafr;35.99;36.75;2\n")
    rows = compared(record, path)

    assert (rows["row 2"]["in"], rows["row 3"]["in"]) == ("both", "list only")


def test_rows_that_tell_nothing_are_named(tmp_path: Path) -> None:
    """A row without a day, number or place is told by its line; a list without days is refused."""
    path = tmp_path / "own.csv"
    path.write_text("date,place,killed\nsoon,Homs,1\n2021-05-03,Homs,many\n2021-05-03,,1\n")
    nothing = tmp_path / "no.csv"
    nothing.write_text("a,b\n1,2\n")

    assert [row.number for row in read_list(path) if isinstance(row, Wrong)] == [2, 3, 4]
    with pytest.raises(Unreadable, match="column of days"):
        list(read_list(nothing))
