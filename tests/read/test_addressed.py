"""The date that an address tells, and what a page prints beside it."""

from __future__ import annotations

import json

import pytest

from dateline.model import Report
from dateline.read import read_bytes
from dateline.read.addressed import addressed

STORY = "Gunmen stopped a bus near Lissen on Tuesday and took two clerks away, police said.\n\nNobody was hurt on the coast road, the mayor said.\n"


@pytest.mark.parametrize(
    ("path", "want"),
    [
        ("2021/03/02/bus", "2021-03-02"),
        ("world/2021/3/2/bus", "2021-03-02"),
        ("2021-03/02/c_137618095.htm", "2021-03-02"),
        ("live/2021/mar/02/bus", "2021-03-02"),
        ("02-Mar-2021/bus", "2021-03-02"),
        ("2021mar2/bus.html", "2021-03-02"),
        ("20210302-97676", "2021-03-02"),
        ("stories/202103020251.html", "2021-03-02"),
        ("update/2021-03-02/bus/", "2021-03-02"),
        ("2021/03/bus-taken", "2021-03-01 2021-04-01"),
        ("2021/march/bus-taken", "2021-03-01 2021-04-01"),
        ("2021/03/17-clerks-taken", "2021-03-01 2021-04-01"),
        ("news/world-20422755", None),
        ("news/2003758935", None),
        ("march-2-2021-remembered", None),
        ("2021/13/40/bus", None),
        ("2021/02/30/bus", "2021-02-01 2021-03-01"),
    ],
)
def test_a_day_stands_by_itself(path: str, want: str | None) -> None:
    """A day is one between slashes or in one run; numbers of pages and words of titles are none."""
    when = addressed(f"https://example.org/{path}")
    told = None if when is None else when.iso()[0] if when.days == 1 else " ".join(when.iso())
    assert told == want


def dated(text: str, url: str) -> tuple[str | None, str]:
    """When a page at an address was published, as far as known, and the basis."""
    (found,) = read_bytes(json.dumps({"text": text, "url": url}).encode(), "x", ".jsonl")
    assert isinstance(found, Report)
    return (" ".join(found.published.when.iso()) if found.published.when else None, found.published.basis)


@pytest.mark.parametrize(
    ("text", "path", "want"),
    [
        (STORY, "2021/03/03/bus", ("2021-03-03 2021-03-04", "stated")),
        (STORY, "2021/03/bus", ("2021-03-01 2021-04-01", "stated")),
        (f"Clerks taken\n\n2 March 2021\n\n{STORY}", "2021/03/03/bus", ("2021-03-02 2021-03-03", "stated")),
        (f"Clerks taken\n\nUpdated 9 June 2022\n\n{STORY}", "2021/03/03/bus", ("2021-03-03 2021-03-04", "stated")),
        (f"Clerks taken\n\n2 March 2021\n\n{STORY}", "2021/03/bus", ("2021-03-02 2021-03-03", "stated")),
        (STORY.replace("Tuesday", "Tuesday, March 2,"), "2021/03/bus", ("2021-03-02 2021-03-03", "weekday")),
        (f"Clerks taken\n\nLISSEN, March 3 (AFP) - {STORY}", "2021/03/bus", ("2021-03-03 2021-03-04", "stated")),
    ],
    ids=["day", "month", "print beside it", "an update", "print in the month", "weekday in the month", "dateline in the month"],
)  # fmt: skip
def test_address_and_print(text: str, path: str, want: tuple[str | None, str]) -> None:
    """An address dates what nothing else does, and a print that lies far from it is another day's."""
    assert dated(text, f"https://example.org/{path}") == want


def test_the_day_of_looking_is_none_of_publication() -> None:
    """A date beside the weather or behind "today" is when the page was copied; so is a bare one later than that announced."""
    weather = f"24.1 C\nLissen\nSaturday, July 27, 2024\n\nClerks taken\n\n{STORY}"
    bare = f"Saturday, July 27, 2024\n\nClerks taken\n\n{STORY}\nPublished : March 2, 2021\n"
    assert dated(weather, "https://example.org/a") == (None, "none")
    assert dated(bare, "https://example.org/a") == ("2021-03-02 2021-03-03", "stated")


def test_a_dateline_without_its_year() -> None:
    """A full date that the story opens with, some days before, gives the year of its dateline."""
    text = (
        "Clerks taken\n\nLISSEN, March 3. /MAR-NEWS/. The clerks lost on February 26, 2021 are free, police said on Friday.\n\n"
        + STORY
    )
    assert dated(text, "https://example.org/a") == ("2021-03-03 2021-03-04", "stated")
    assert dated(text.replace("2021", "2009"), "https://example.org/2021/06/01/a")[0] == "2021-06-01 2021-06-02"
