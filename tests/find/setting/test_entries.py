"""What a live blog's entry tells is told as of the entry's own time."""

import json

import pytest

from dateline.find.notes import Notes
from dateline.find.setting.entries import in_entries
from dateline.model import Claim, Report, Span, Time
from dateline.read import read_bytes
from dateline.times import Interval

BLOG = """Ferry runs aground off Split: as it happened

The search for the ferry has ended, and this page is closed now, with all of its passengers ashore.

{0}
The last twelve passengers were brought ashore an hour ago, the harbour master says on the quay.

{1}
Two boats reached the ferry on Tuesday and took its passengers on board, the coast guard says.

{2}
A ferry with sixty people on board called for help off Split yesterday, says the coast guard.
"""


def blog(*clocks: str, published: str = "2021-03-04") -> Report:
    """A live blog with these three times."""
    row = f'{{"text": {json.dumps(BLOG.format(*clocks))}, "published": "{published}"}}'
    (found,) = read_bytes(row.encode(), "x", ".jsonl")
    assert isinstance(found, Report)
    return found


def told(report: Report, words: str, formula: str) -> Time:
    """What a time and the claim that holds it become, after the chain."""
    start = report.text.index(words)
    time = Time(start, start + len(words), words, "DATE", None, None, formula)
    claim = Claim("c", report.id, start, start + len(words), words, "other", Span(start, start + 1), time=time)
    notes = in_entries(Notes(report, times=(time,), claims=(claim,)))
    assert notes.claims[0].time == notes.times[0]
    return notes.times[0]


@pytest.mark.parametrize(
    ("clocks", "days"),
    [
        (("14:05 GMT", "13:20 GMT", "12:50 GMT"), ["2021-03-04"] * 3),
        (("12:50 GMT", "13:20 GMT", "14:05 GMT"), ["2021-03-04"] * 3),
        (("00:40 GMT", "23:20 GMT", "12:50 GMT"), ["2021-03-05", "2021-03-04", "2021-03-04"]),
        (("22:50", "23:20", "1:05"), ["2021-03-04", "2021-03-04", "2021-03-05"]),
        (
            ("9:47 a.m. ET, March 6, 2021", "9:50 p.m. ET, March 5, 2021", "9:10 p.m. ET, March 5, 2021"),
            ["2021-03-06", "2021-03-05", "2021-03-05"],
        ),
        (("7 March 2021\n\n14:05", "13:20", "6 March 2021\n\n23:50"), ["2021-03-07", "2021-03-07", "2021-03-06"]),
    ],
)
def test_each_entry_has_its_day(clocks: tuple[str, ...], days: list[str]) -> None:
    """Latest or first on top, across midnight, with its date beside it or above it."""
    entries = blog(*clocks).entries

    assert [entry.when.first.isoformat() for entry in entries if entry.when] == days


def test_an_entry_is_where_it_is_printed() -> None:
    """Its words are the text's; its zone is kept."""
    report = blog("2.05 pm GMT", "1.20 pm GMT", "12.50 pm GMT")

    assert [report.text[entry.start : entry.end] for entry in report.entries] == [
        entry.text for entry in report.entries
    ]
    assert report.entries[0].when is not None
    assert report.entries[0].when.iso()[0] == "2021-03-04T14:05:00+00:00"


def test_times_are_counted_from_their_entry() -> None:
    """An hour ago, yesterday, on Tuesday: as of the entry, not of the day the page was made."""
    report = blog("00:40", "23:20", "12:50", published="2021-03-02")

    assert told(report, "an hour ago", "pub back1hour").when == Interval.parse("2021-03-02T23:00", "2021-03-03T00:00")
    assert told(report, "yesterday", "pub day-1").when == Interval.parse("2021-03-01", "2021-03-02")
    assert told(report, "on Tuesday", "2021-03-09").formula == "2021-03-09"


def test_the_reason_is_kept() -> None:
    """A claim says which entry it was told in; one above the first entry was told in none."""
    report = blog("14:05", "13:20", "12:50")
    at, above = report.text.index("Two boats"), report.text.index("The search")
    claims = tuple(
        Claim(str(start), report.id, start, start + 9, "x", "other", Span(start, start + 1)) for start in (above, at)
    )

    assert [claim.because for claim in in_entries(Notes(report, claims=claims)).claims] == [
        (),
        ("told in the entry of 13:20",),
    ]


def test_a_timetable_is_no_live_blog() -> None:
    """Clock times that would fill weeks, without a date, are no entries."""
    lines = "\n".join(
        f"{hour}:00\nThe ferry leaves the quay for the island with its passengers and their goods.\n"
        for _ in range(10)
        for hour in (8, 14, 21)
    )
    (found,) = read_bytes(f"Ferries to the island\n\n{lines}".encode(), "x", ".txt")

    assert isinstance(found, Report)
    assert found.entries == ()
