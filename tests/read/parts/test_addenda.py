"""Corrections, editor's notes and live blogs are told apart from the news they stand in."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Part, Report, covers
from dateline.read import read_bytes
from dateline.read.parts.addenda import laid_over

CORRECTED = """Ferry runs aground off Split

A ferry with sixty people on board ran aground off Split on Thursday, the coast guard said.

Divers brought all of them ashore before noon, the harbour master told reporters on the quay.

Correction: An earlier text said that ninety people had been on board; there were sixty of them, as the owners of the ferry made known later that day.
"""

LIVE = """Ferry runs aground off Split: as it happened

The search for the ferry has ended, and this page is closed now, with all of its passengers ashore.

14:05 GMT
The last twelve passengers have been brought ashore, the harbour master says on the quay.

13:20 GMT
Two boats have reached the ferry and take its passengers on board, the coast guard says.

12:50 GMT - Ferry calls for help
A ferry with sixty people on board has called for help off Split, says the coast guard.
"""


def report(text: str, hint: str = ".txt") -> Report:
    """The report of a text."""
    (found,) = read_bytes(text.encode(), "x", hint)
    assert isinstance(found, Report)
    return found


def said(found: Report, name: str) -> list[str]:
    """What a report says in parts of one name."""
    return [found.text[p.start : p.end].strip() for p in found.parts if p.part == name]


def test_a_correction_is_no_news_and_is_noted() -> None:
    """What a correction takes back is no claim of the report, and its reader is told."""
    for text, hint in ((CORRECTED, ".txt"), ("".join(f"<p>{p}</p>" for p in CORRECTED.split("\n\n")), ".html")):
        found = report(text, hint)
        assert "ninety" in " ".join(said(found, "furniture"))
        assert "ninety" not in " ".join(said(found, "body"))
        assert any(note.startswith("a correction: Correction: An earlier") for note in found.notes)


def test_a_live_blog_tells_its_entries_apart() -> None:
    """The clock time of each entry is a byline of its own, and a note tells how many there are."""
    found = report(LIVE)
    assert said(found, "byline") == ["14:05 GMT", "13:20 GMT", "12:50 GMT -"]
    assert "a live blog of 3 entries, the first told at 14:05 GMT, the last at 12:50 GMT" in found.notes


@pytest.mark.parametrize(("hours", "many"), [(("0723", "0741", "1905"), 3), (("1923", "1956", "1987"), 0)])
def test_four_digits_may_be_a_clock(hours: tuple[str, ...], many: int) -> None:
    """Clocks without a colon head entries, and the years of a chronicle do not."""
    lines = (f"{hour}: The mill of Lissen stood under water, and nobody went near it." for hour in hours)
    found = report("\n".join(("Mill of Lissen\n", "The river left its bed, and took the mill.", *lines)))
    assert len(found.entries) == many


def test_two_clock_times_make_no_live_blog() -> None:
    """A page with a time or two is a report like others."""
    found = report(LIVE.replace("14:05 GMT\n", ""))
    assert not any("live blog" in note for note in found.notes)


@given(st.lists(st.integers(0, 60), max_size=8, unique=True), st.lists(st.integers(0, 60), max_size=8, unique=True))
def test_parts_laid_over_others_cover_the_same(edges: list[int], over: list[int]) -> None:
    """Whatever is laid over, the parts cover the text, and each laid-over stretch has its name."""
    cuts = sorted({0, 60, *edges})
    parts = [Part(a, b, "body") for a, b in pairwise(cuts)]
    pairs = sorted(over)[: len(over) // 2 * 2]
    laid = [Part(a, b, "byline") for a, b in zip(pairs[::2], pairs[1::2], strict=True)]
    found = laid_over(parts, laid)
    assert covers(found, 60)
    assert {i for p in found if p.part == "byline" for i in range(p.start, p.end)} == {i for p in laid for i in range(p.start, p.end)}  # fmt: skip


def test_what_readers_write_is_no_news_wherever_it_begins() -> None:
    """A line that a site marks as somebody's comment opens the comments, however early it stands."""
    lines = [
        "A ferry with sixty people on board ran aground off Split on Thursday, the coast guard said.",
        "Divers brought all of them ashore before noon, the harbour master told reporters on the quay.",
        "June 4, 2012 at 9:14 am | Report abuse | They ought to sink every one of these rust buckets.",
        "The owners should be made to pay for the divers and for the fuel that they burnt.",
        "I sailed on her twice and would never have let my children go below deck at night.",
        "Nobody in this town trusts the company any more, and nobody will take her to the islands.",
    ]
    page = report("Ferry runs aground off Split\n\n" + "\n".join(lines) + "\n")
    news = "".join(page.text[part.start : part.end] for part in page.parts if part.part in ("headline", "body"))

    assert "harbour master" in news
    assert "rust buckets" not in news
    assert "islands" not in news


def test_a_mark_in_a_menu_opens_no_comments() -> None:
    """Where a site offers to report abuse above its story, the story is no comment."""
    lines = [
        "Home | Weather | Report abuse | Contact",
        "A ferry with sixty people on board ran aground off Split on Thursday, the coast guard said.",
        "Divers brought all of them ashore before noon, the harbour master told reporters on the quay.",
        "The owners said that the ship would be towed to the yard once the wind had gone down.",
    ]
    page = report("\n\n".join(lines) + "\n")
    news = "".join(page.text[part.start : part.end] for part in page.parts if part.part == "body")

    assert "harbour master" in news
