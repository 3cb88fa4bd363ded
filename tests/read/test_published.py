"""The date of a page: each basis, and what is never trusted."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import Report
from dateline.read import Source, read, read_bytes, read_source

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
BODY = "\n\nThe bridge at Qara was hit on {day}, the mayor said.\n\nNobody was hurt, but the road to the coast stays closed.\n"


def dated(text: str) -> tuple[str | None, str]:
    """First day and basis of the date of a plain text."""
    (found,) = read_bytes(text.encode(), "x", ".txt")
    assert isinstance(found, Report)
    return (found.published.when.iso()[0][:10] if found.published.when else None, found.published.basis)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Bridge at Qara hit\n\nBy Ana Ruiz - March 2, 2021 - Last updated at March 3, 2021" + BODY.format(day="Tuesday"), ("2021-03-02", "stated")),
        ("Bridge at Qara hit\n\nUpdated 3 March 2021 10:15" + BODY.format(day="Tuesday"), ("2021-03-03", "stated")),
        ("Bridge at Qara hit\n\n02.03.2021" + BODY.format(day="Tuesday"), ("2021-03-02", "stated")),
        ("Bridge at Qara hit\n\nThe bridge on March 2, 2021. (AP Photo/Jo Mensah)" + BODY.format(day="Tuesday"), ("2021-03-02", "caption")),
        ("Bridge at Qara hit\n\nFILE - The bridge on March 2, 2021. (AP Photo/Jo Mensah)" + BODY.format(day="Tuesday"), (None, "none")),
        ("Bridge at Qara hit\n\nThe bridge on March 1, 2021. (AP Photo/Jo Mensah)" + BODY.format(day="Tuesday"), (None, "none")),
        ("Bridge at Qara hit" + BODY.format(day="Tuesday"), (None, "none")),
        ("Bridges of Qara\n\nMarch 2, 2019 - A flood takes the old bridge, and the ferry with it.\n\nMay 4, 2020 - A raid hits the new bridge, the mayor says.", (None, "none")),
        ("Bridge at Qara hit\n\nPublished March 1, 2021 A monitor on Tuesday raised the toll of the raid on the bridge to nine, and said that more were missing.", ("2021-03-02", "stated")),
    ],
    ids=["byline", "update only", "numeric", "caption", "archive caption", "caption of another day", "weekday alone", "chronology", "page a day early"],
)  # fmt: skip
def test_the_date_has_its_basis(text: str, want: tuple[str | None, str]) -> None:
    """A stated date is believed, a caption only where the body's weekday agrees, an archive caption never."""
    assert dated(text) == want


STAMPED = (
    "The ferry left the quay at noon, the harbour master said, and nobody has heard of it since. Boats search for it."
)


@pytest.mark.parametrize(
    ("line", "want"),
    [
        (f"Ferry lost off Split SPLIT, Croatia | Sat Mar 6, 2021 7:16 pm EST SPLIT, Croatia (Reuters) - {STAMPED}", "2021-03-06"),
        (f"Nobody looks for the ferry The port has failed. Its master must go Thursday 4 March 2021 01.37 GMT {STAMPED}", "2021-03-04"),
        (f"SPLIT/ZADAR, Croatia | Sat Mar 6, 2021 7:16 pm EST {STAMPED}", "2021-03-06"),
        (f"Page last updated at 08:03 GMT, Tuesday, 2 March 2021 {STAMPED}", "2021-03-02"),
        (f"{STAMPED} This article appeared on p3 of the main section on 02.15 GMT on Wednesday 3 March 2021.", "2021-03-03"),
        (f"The ferry was lost on Thursday 4 March 2021 01:37 GMT and found again. {STAMPED}", None),
        (f"Sailors met Boats searched updated: Wed Jun 9 2021 23:03:00 {STAMPED}", None),
        (f"{STAMPED}\n\nMarch 9, 2021 at 8:14 pm | Reply What a sad tale for the coast.", None),
        (f"{STAMPED}\n\nMarch 9, 2021 | Report abuse What a sad tale for the coast.", None),
    ],
    ids=["wire", "column", "at the head", "update with its clock", "foot", "a sentence", "another item's update", "comment", "comment without a clock"],
)  # fmt: skip
def test_a_stamp_run_into_the_story_dates_it(line: str, want: str | None) -> None:
    """A stamp with its clock is found wherever it was run in; a sentence's date and a reader's are none."""
    assert dated(line) == (want, "stated" if want else "none")


def test_what_stands_before_a_stamp_is_no_part_of_the_story() -> None:
    """Headline, stamp and dateline are split off the line they were run into."""
    line = f"Ferry lost off Split SPLIT, Croatia | Sat Mar 6, 2021 7:16 pm EST SPLIT, Croatia (Reuters) - {STAMPED}"
    (found,) = read_bytes(line.encode(), "x", ".txt")
    assert isinstance(found, Report)
    assert [part.part for part in found.parts] == ["headline", "byline", "dateline", "body"]
    assert found.text[found.parts[-1].start :].strip() == STAMPED


def test_a_weekday_and_a_day_of_the_month_agree_in_one_year() -> None:
    """A date without a year takes the year of other dates, where its weekday is one the report speaks of."""
    page = "Bridge at Qara hit\n\nDivers at the bridge, March 1, 2021. (AP Photo/Jo Mensah)\n\nThe bridge was hit on Tuesday, the mayor said.\n\nA ministry said on March 2 that its planes were elsewhere.\n"
    assert dated(page) == ("2021-03-02", "weekday")


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the evaluation material does not lie beside the repository")
@pytest.mark.parametrize(
    ("number", "day", "basis"),
    [("000", None, "none"), ("001", None, "none"), ("002", "2019-12-24", "caption"), ("003", "2020-02-06", "weekday"), ("004", "2019-05-15", "stated")],
)  # fmt: skip
def test_the_seeds_are_dated(number: str, day: str | None, basis: str) -> None:
    """The five seed pages have their dates, or none where only a sibling can tell."""
    (found,) = read(next(SEEDS.glob(f"{number}_*.txt")))
    assert isinstance(found, Report)
    assert (found.published.when.iso()[0] if found.published.when else None, found.published.basis) == (day, basis)


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="the evaluation material does not lie beside the repository")
def test_the_seeds_have_their_parts() -> None:
    """Captions, teasers, furniture and datelines of the seeds are where they are."""
    counts = {}
    for found in read(SEEDS):
        assert isinstance(found, Report)
        names = [part.part for part in found.parts]
        counts[found.key[-24:-21]] = (names.count("caption"), names.count("teaser"), names.count("dateline"))
    assert list(counts.values()) == [(2, 0, 0), (0, 2, 0), (1, 0, 0), (4, 0, 0), (0, 0, 1)]


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        (["The mill at the weir burned down in the night, and nobody was hurt, the fire brigade said.", "Published on Tuesday, 2 March 2021"], "2021-03-02"),
        (["Die Mühle am Wehr brannte in der Nacht ab, verletzt wurde niemand, sagte die Feuerwehr.", "Erschienen am 2. März 2021 im Lokalteil"], "2021-03-02"),
        (["2.3.2021 - The mill at the weir burned down in the night, and nobody was hurt, the fire brigade said."], "2021-03-02"),
        (["The mill at the weir burned down in the night, the fire brigade said.", "Other stories", "Ferry late", "March 1, 2021", "Mayor ill", "February 27, 2021", "Fair off", "February 26, 2021"], None),
        (["(2 March 2021) The mill at the weir burned down in the night, and nobody was hurt, the fire brigade said."], "2021-03-02"),
        (["Die Mühle am Wehr brannte in der Nacht ab, verletzt wurde niemand.", "Die Nachricht wurde am 2. März 2021 um 8:15 Uhr veröffentlicht."], "2021-03-02"),
        (["احترق الطاحون عند السد في الليل ولم يصب أحد بأذى.", "الثلاثاء 2 آذار 2021"], "2021-03-02"),
        (["The mill at the weir burned down on 2 March 2021 and was built anew within four years, the fire brigade said."], None),
    ],
)  # fmt: skip
def test_a_date_away_from_the_headline(lines: list[str], day: str | None) -> None:
    """Announced, or the story's first words; a list of other stories' days, or a day that a sentence tells, is none."""
    filler = ["The council met for hours behind closed doors and said little about what it had decided to do."] * 12
    (report,) = read_bytes("\n\n".join(["Mill burns down", lines[0], *filler, *lines[1:]]).encode(), "x")

    assert isinstance(report, Report)
    assert (report.published.when.first.isoformat() if report.published.when else None) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Taiz, Yemen, 4 March 2021 - Nine people were killed in the market, a doctor said.\n", "2021-03-04"),
        ("Marrow, March 4, 2021 – Nine people were killed in the market, a doctor said.\n", "2021-03-04"),
        ("On Monday, 4 March 2021 - a day of talks - the two sides met again in Lissen.\n", None),
    ],
)
def test_a_dateline_with_a_full_date_needs_no_agency(said: str, day: str | None) -> None:
    """A place and a full date before a dash date the page; a sentence that begins with a day does not."""
    ((report, _),) = read_source(Source("page.txt", said.encode(), ".txt"))

    assert isinstance(report, Report)
    assert (report.published.when.iso()[0] if report.published.when else None) == day


STORY = (
    "<p>The mill at the weir burned down in the night, and forty sacks of flour were lost, the fire brigade said.</p>"
)


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ("", "<h1>Mill burns down</h1><p>2 March 2021</p>{story}<p>Ana: sad.</p><time datetime='2021-05-09'>9 May</time>", "2021-03-02"),
        ("", "<h1>Mill burns down</h1><time datetime='2021-03-02T08:15'>today</time>{story}", "2021-03-02"),
        ("<meta property='article:published_time' content='2021-03-03T02:10:00Z'>", "<h1>Mill burns down</h1><time class='published' datetime='2021-03-02T20:10:00-06:00'>Tuesday</time>{story}", "2021-03-02"),
        ("<meta property='article:published_time' content='2021-03-03T02:10:00Z'>", "<h1>Mill burns down</h1><time class='published' datetime='2021-03-02T23:10:00-06:00'>Tuesday</time>{story}", "2021-03-03"),
    ],
    ids=["a reader's time", "the only time", "one moment by two clocks", "two moments"],
)  # fmt: skip
def test_the_time_elements_of_a_page(head: str, body: str, day: str) -> None:
    """One that nothing marks gives way to print; a moment told in UTC is taken by the outlet's own clock."""
    page = f"<html><head><title>Mill burns down</title>{head}</head><body>{body.format(story=STORY)}</body></html>"
    (report,) = read_bytes(page.encode(), "x", ".html")

    assert isinstance(report, Report)
    assert report.published.when is not None
    assert report.published.when.first.isoformat() == day


@pytest.mark.parametrize(("given", "noted"), [("yesterday", True), ("9999-12-31", True), ("2021-03-02", False)])
def test_a_given_date_that_cannot_be_read_is_noted(given: str, noted: bool) -> None:
    """Whoever collected the page said a day that is none: the report says so, and is dated by itself or not at all."""
    (found,) = read_bytes(f'{{"text": "The bridge at Qara was hit.", "published": "{given}"}}'.encode(), "x", ".jsonl")

    assert isinstance(found, Report)
    assert (f"the date given with it is none that can be read: {given!r}" in found.notes) is noted
    assert (found.published.basis == "none") is noted
