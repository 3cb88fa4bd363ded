"""A list of known agreements is read as it stands, and what is wrong with it is told line by line."""

from pathlib import Path

import pytest

from dateline.errors import Unreadable
from dateline.model import Reference
from dateline.run.known import load_references, references


def test_columns_by_usual_names() -> None:
    """Columns may come in any order, under other names, set apart by semicolons."""
    told = references("Signed;Title;Sides;AgtId\n2021-05;Arta accords;Yemen | Houthis;7\n", "k.csv")

    assert told == (Reference("Arta accords", "2021-05", ("Yemen", "Houthis"), id="7"),)


def test_every_bad_line_is_told() -> None:
    """One message names each bad line and what would be right."""
    text = "name,date,parties,until\nA,05/04/2021,X,\nB,2021,,\nC,2021,X,2020\nD,2021,X;Y,\nD,2022,X,\n"

    with pytest.raises(Unreadable) as told:
        references(text, "k.csv")

    lines = str(told.value).splitlines()
    assert [f"k.csv:{n}:" in line for n, line in zip((2, 3, 4, 6), lines, strict=True)] == [True] * 4
    assert "2020-03-05" in lines[0]
    assert "line 5" in lines[3]


def test_a_missing_column_is_told() -> None:
    """A table without one of the three columns is refused with its name."""
    with pytest.raises(Unreadable, match=r"lacks date"):
        references("name,parties\nA,X\n", "k.csv")


def test_marks_and_blank_lines_do_not_matter(tmp_path: Path) -> None:
    """A byte order mark, quoted line breaks and blank lines are no part of a name."""
    file = tmp_path / "k.csv"
    file.write_text('\ufeffname,date,parties\n\n"Arta, first",2021-05-04,Yemen;Houthis\n', "utf-8")

    assert [one.name for one in load_references(file)] == ["Arta, first"]


def test_another_encoding_is_told(tmp_path: Path) -> None:
    """A file that is not UTF-8 says how to save it."""
    (tmp_path / "k.csv").write_bytes("name,date,parties\nAccord de Béja,2021,X\n".encode("latin-1"))

    with pytest.raises(Unreadable, match="UTF-8"):
        load_references(tmp_path / "k.csv")
