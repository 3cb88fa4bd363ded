"""Plain text and rows: nothing is lost, nothing raises, and each line plays its part."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Report, Unread, covers
from dateline.read import read, read_bytes

PAGE = """Skip to main content

Truce holds along the Orontes, envoys say

Two villages report quiet after a week of fire

By Ana Ruiz - June 4, 2018 - Last updated at June 5, 2018

HAMA — The guns fell silent along the river on Monday, two envoys told a meeting in Geneva.

Boys swim near the old mill, Hama, June 3, 2018. (AP Photo/Jo Mensah)
Boys swim near the old mill, Hama, June 3, 2018. (AP Photo/Jo Mensah)

Nobody had been hurt since the truce began on Friday, according to a monitor in the town.

Read more: Bakers return to the river towns

Trucks with flour reached the northern bank later, said the Red Crescent, which sent nine of them.

12 users have voted.

Share on Facebook
"""


def one(data: bytes, key: str = "page.txt", hint: str | None = ".txt") -> Report | Unread:
    """The only thing in some bytes."""
    (found,) = read_bytes(data, key, hint)
    return found


def report(text: str) -> Report:
    """The report of a plain text."""
    found = one(text.encode())
    assert isinstance(found, Report)
    return found


def said(found: Report, name: str) -> list[str]:
    """What a report says in parts of one name."""
    return [found.text[p.start : p.end].strip() for p in found.parts if p.part == name]


def test_every_line_of_a_scrape_plays_its_part() -> None:
    """Headline, standfirst, byline, dateline, twin captions, teaser and furniture are told from the body."""
    found = report(PAGE)
    assert found.title == "Truce holds along the Orontes, envoys say"
    assert said(found, "standfirst") == ["Two villages report quiet after a week of fire"]
    assert said(found, "dateline") == ["HAMA —"]
    assert len(said(found, "caption")) == 2
    assert said(found, "teaser") == ["Read more: Bakers return to the river towns"]
    assert said(found, "furniture") == ["Skip to main content", "12 users have voted.\n\nShare on Facebook"]
    assert all("users" not in body and "AP Photo" not in body for body in said(found, "body"))


@pytest.mark.parametrize(
    ("line", "writer"),
    [
        ("By the DPN Wire Staff Rebels held the mill on Monday, two clerks said.", "By the DPN Wire Staff"),
        ("By Friday the DPN staff had left the mill, two clerks said.", ""),
    ],
)
def test_who_wrote_a_story_is_none_of_it(line: str, writer: str) -> None:
    """A credit that was run into the first line is parted from it."""
    found = report(f"{line}\n\nNobody had been hurt since the truce began on Friday, according to a monitor.")
    assert "".join(said(found, "byline")) == writer


def test_the_text_is_the_file_character_for_character() -> None:
    """Carriage returns, blank lines and odd blanks stay where they are."""
    text = "One.\r\n\r\n\tTwo\u00a0things.\x0c\nThree"
    assert report(text).text == text


def test_parts_cover_the_whole_text() -> None:
    """No character of a report lies outside its parts."""
    found = report(PAGE)
    assert covers(found.parts, len(found.text))


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    """Whatever the characters, there is one report whose parts cover it, or one row that says why not."""
    found = one(text.encode("utf-8", "surrogatepass"))
    assert isinstance(found, Unread) or covers(found.parts, len(found.text))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_with_a_reason(data: bytes) -> None:
    """No bytes raise."""
    assert all(isinstance(found, (Report, Unread)) for found in read_bytes(data, "x"))


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b" \n\t", "empty"), (b"\x89PNG\r\n\x1a\n123", "binary"), (bytes(range(32)) * 9, "binary"), (b"\xff\xfe\x00\xd8" * 9, "encoding")],
)  # fmt: skip
def test_bad_input_is_told_by_one_word(data: bytes, reason: str) -> None:
    """Empty files, pictures and broken encodings each say what they are."""
    found = one(data)
    assert isinstance(found, Unread)
    assert found.reason == reason


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_encodings_give_the_same_text(encoding: str) -> None:
    """A café is a café in every encoding."""
    found = one("The café on the quay was hit, its owner said.".encode(encoding))
    assert isinstance(found, Report)
    assert found.text == "The café on the quay was hit, its owner said."


def test_a_line_of_ten_megabytes_is_read() -> None:
    """An endless line costs no more than its length."""
    found = one(b"rocket fire was heard " * 460_000)
    assert isinstance(found, Report)
    assert len(found.text) == 10_120_000


def test_the_same_bytes_have_the_same_id_under_any_key() -> None:
    """A page is known by what it says, not by where it lies."""
    first, second = one(PAGE.encode(), "a"), one(PAGE.encode(), "b")
    assert isinstance(first, Report)
    assert isinstance(second, Report)
    assert first.id == second.id
    assert (first.key, second.key) == ("a", "b")


def test_turned_writing_is_kept_and_told() -> None:
    """Characters that turn the direction of writing stay in the text, and the reader is warned."""
    found = report("The port of \u202eedila was closed on Sunday, dockers said.")
    assert "\u202e" in found.text
    assert "turn the direction" in " ".join(found.notes)


def test_another_language_is_stored_as_not_yet_read() -> None:
    """A French page is a report whose language is told and whose claims are left alone."""
    found = report(
        "Le gouvernement a annoncé lundi soir que les combats avaient cessé dans la plupart des quartiers de la capitale."
    )
    assert found.language == "fr"
    assert "not yet read" in found.notes[-1]


def test_rows_bring_their_masthead() -> None:
    """A row's id is its key; title, address, outlet and date are believed."""
    row = {"id": 7, "text": "Shells fell on the market, a doctor said.", "title": "Shells fall", "url": "https://www.rferl.org/a/1", "published": "2021-03-04"}  # fmt: skip
    (found,) = read_bytes(json.dumps(row).encode(), "rows.jsonl", ".jsonl")
    assert isinstance(found, Report)
    assert (found.key, found.title, found.outlet) == ("7", "Shells fall", "RFE/RL")
    assert found.published.basis == "given"


def test_a_broken_row_does_not_stop_the_others() -> None:
    """Each bad row is told by its line, and the good ones are read."""
    data = b'{"text": "The road was cut on Monday."}\n{broken\n[1]\n{"id": "x"}\n' + b"[" * 100_000
    found = list(read_bytes(data, "rows", ".jsonl"))
    assert [type(one).__name__ for one in found] == ["Report", "Unread", "Unread", "Unread", "Unread"]
    assert [one.key for one in found] == ["rows:1", "rows:2", "rows:3", "x", "rows:5"]


def test_a_folder_is_read_in_sorted_order(tmp_path: Path) -> None:
    """Files come in the order of their paths, hidden ones not at all, and a missing path is told."""
    for name in ("b.txt", "a.txt", ".hidden"):
        (tmp_path / name).write_text(f"The bridge near {name} was blown up, the mayor said.")
    assert [found.key for found in read(tmp_path)] == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    assert [found.key for found in read(str(tmp_path / "*.txt"))] == [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    (missing,) = read(tmp_path / "none.txt")
    assert isinstance(missing, Unread)


def test_a_translation_is_told() -> None:
    """A banner that calls the page a machine's translation is furniture, and the report says so."""
    found = report(
        "Truce holds\n\nPowered by automated translation\n\nThe guns fell silent on Monday, two envoys told a meeting in Geneva.\n"
    )
    assert said(found, "furniture") == ["Powered by automated translation"]
    assert any("automated translation" in note for note in found.notes)


def test_a_million_lines_cost_little() -> None:
    """What follows the most lines that are judged is kept as furniture, and covered."""
    found = one(b"a\n" * 1_000_000)
    assert isinstance(found, Report)
    assert covers(found.parts, len(found.text))
    assert found.parts[-1].part == "furniture"


@pytest.mark.parametrize("menu", ["", "Home\nNews\nSport\nWeather\nLog in\n\n"])
def test_a_title_printed_twice_is_the_headline(menu: str) -> None:
    """Browser text opens with the page's title and says it again above the story: no caption, and no byline's date."""
    story = "The council met for hours and said little of the mill.\n\nThe mill at the weir burned down in the night."
    text = f"{menu}Council silent on burned mill\n\nCouncil silent on burned mill\n\nMarch 2, 2021\n\n{story}\n"
    (found,) = read_bytes(text.encode(), "x", ".txt")

    assert isinstance(found, Report)
    assert found.title == "Council silent on burned mill"
    assert "caption" not in {part.part for part in found.parts}


def test_a_picture_may_stand_between_a_title_and_its_headline() -> None:
    """What is told of the picture, and credited, is a caption; the title said again below it is the headline."""
    story = (
        "QARA: The council met for hours and said little of the mill.\n\nThe mill at the weir burned down in the night."
    )
    picture = "The miller stands at the weir as the council meets nearby. (Reuters)\nUpdated 2 March 2021\n0"
    (found,) = read_bytes(
        f"Council silent on burned mill\n\n{picture}\n\nCouncil silent on burned mill\n\n{story}\n".encode(),
        "x",
        ".txt",
    )

    assert isinstance(found, Report)
    assert found.title == "Council silent on burned mill"
    assert [part.part for part in found.parts][:5] == ["furniture", "caption", "byline", "furniture", "headline"]


@pytest.mark.parametrize(
    "text",
    ["2,150 people\nlost their homes\n(mayor)", "Some\n2,150 residents living in tents\nalong the weir had moved."],
)
def test_a_sentence_broken_over_lines_is_one(text: str) -> None:
    """A line that begins small goes on with the one before it: neither is a headline."""
    (found,) = read_bytes(text.encode(), "x", ".txt")

    assert isinstance(found, Report)
    assert [part.part for part in found.parts] == ["body"]
    assert found.title is None
