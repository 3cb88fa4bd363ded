"""What stands between a headline and its story: bylines, datelines, and who signs them."""

from __future__ import annotations

import pytest

from dateline.examples import example_folder
from dateline.model import Report
from dateline.read import read, read_bytes

STORY = "The mill at the weir burned down in the night, neighbours said on Thursday.\n\nNobody was hurt, but forty sacks of flour were lost.\n"


def report(text: str, hint: str = ".txt") -> Report:
    """The report of a text."""
    (found,) = read_bytes(text.encode(), "x", hint)
    assert isinstance(found, Report)
    return found


def said(found: Report, name: str) -> list[str]:
    """What a report says in parts of one name."""
    return [found.text[p.start : p.end].strip() for p in found.parts if p.part == name]


@pytest.mark.parametrize(
    ("dateline", "wire", "day"),
    [
        ("SPLIT, March 4, 2021 (Adria Wire) -", "Adria Wire", "2021-03-04"),
        ("SPLIT, 4 March 2021 (Adria Wire) —", "Adria Wire", "2021-03-04"),
        ("Split, March 4, 2021 (Adria Wire) -", "Adria Wire", "2021-03-04"),
        ("SPLIT (Adria Wire) -", "Adria Wire", None),
        ("SPLIT, March 4, 2021 (Reuters) -", "Reuters", "2021-03-04"),
        ("SPLIT, Croatia (CNN) --", None, None),
        ("SPLIT —", None, None),
        ("SPLIT, 12 NOV 94 (RADIO ADRIA) --", "RADIO ADRIA", "1994-11-12"),
        ("SPLIT, 8 FEB 89 --", None, "1989-02-08"),
        ("SPLIT (CROATIA), 4 SEPT 04 (RADIO ADRIA) --", "RADIO ADRIA", "2004-09-04"),
    ],
)
def test_a_dateline_tells_place_wire_and_date(dateline: str, wire: str | None, day: str | None) -> None:
    """Whoever signs after a place in capitals is the wire, known or not; a date there is stated."""
    found = report(f"Mill burns down at the weir\n\n{dateline} {STORY}")
    assert said(found, "dateline") == [dateline]
    assert found.wire == wire
    assert (found.published.when.iso()[0] if found.published.when else None) == day
    assert found.published.basis == ("stated" if day else "none")


@pytest.mark.parametrize(
    "opening", ["The man (Ana Ruiz) - a miller - fled.", "ADEN (Archive) - a port", "UN (and others) - say"]
)
def test_brackets_in_a_sentence_sign_nothing(opening: str) -> None:
    """A name in brackets is a wire only behind a place, and no mark of an archive."""
    assert report(f"Mill burns down at the weir\n\n{opening} {STORY}").wire is None


@pytest.mark.parametrize(
    "line",
    ["March 4, 2021", "Thursday, 4 March 2021 10:15 GMT", "Example Gazette, March 4, 2021", "Ana Ruiz | March 4, 2021"],
)
def test_a_date_below_the_headline_is_a_byline(line: str) -> None:
    """A date, alone or behind a name, is the masthead's, in a text and on a page."""
    text = report(f"Mill burns down at the weir\n\nBy Ana Ruiz\n{line}\n\n{STORY}")
    assert said(text, "byline") == ["By Ana Ruiz", line]
    paragraphs = "".join(f"<p>{one}</p>" for one in STORY.split("\n\n"))
    page = report(
        f"<html><body><h1>Mill burns down at the weir</h1><div>{line}</div><article>{paragraphs}</article>", ".html"
    )
    assert line in said(page, "byline")
    assert (text.published.basis, page.published.basis) == ("stated", "stated")


def test_an_outlet_signs_beside_its_date() -> None:
    """A name made as those of outlets are is the outlet where nothing else tells it; a person's is not."""
    assert (
        report(f"Mill burns down at the weir\n\nExample Gazette, March 4, 2021\n\n{STORY}").outlet == "Example Gazette"
    )
    assert report(f"Mill burns down at the weir\n\nAna Ruiz, March 4, 2021\n\n{STORY}").outlet is None


def test_every_example_states_its_date() -> None:
    """The packaged reports all tell when they were published."""
    with example_folder() as folder:
        found = [one for one in read(folder / "reports.jsonl") if isinstance(one, Report)]
    assert found
    assert {one.published.basis for one in found} == {"stated"}


@pytest.mark.parametrize(
    ("credit", "wire"),
    [
        ("AFP contributed to this report.", "AFP"),
        ("(With inputs from PTI)", "PTI"),
        ("This report includes material from the Associated Press.", "AP"),
        ("Some material from Reuters was used in this report.", "Reuters"),
        ("-- With AFP", "AFP"),
        ("AFP contributed", "AFP"),
        ("Reuters was told of nine more sacks.", None),
    ],
)
def test_a_credit_below_the_story_names_the_wire(credit: str, wire: str | None) -> None:
    """An agency that is credited is the wire; one that the story speaks of is not."""
    assert report(f"Mill burns down at the weir\n\n{STORY}\n{credit}\n").wire == wire


@pytest.mark.parametrize(
    "credit", ["(Additional reporting by AFP)", "With files from AFP and Reuters", "AFP contributed to this report."]
)
def test_a_credit_run_into_the_last_line_names_the_wire(credit: str) -> None:
    """A scrape that lost its line breaks keeps its credit."""
    found = report(
        f"Mill burns down at the weir\n\n{STORY}\nThe miller hopes to rebuild it before the next harvest is brought in, his son said. {credit}\n"
    )
    assert found.wire == "AFP"
    assert credit.strip("().") in said(found, "byline")[-1]
