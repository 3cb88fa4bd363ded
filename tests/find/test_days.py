"""Undated news falls into the two days up to publication, and says that this was inferred."""

from dataclasses import replace

from dateline.find.days import REASON, days
from dateline.find.notes import Notes
from dateline.model import Claim, Part, Published, Report, Span
from dateline.times import Interval

TEXT = "Shelling killed four people in the port."
REPORT = Report(
    "r", "r.txt", "0", TEXT, (Part(0, len(TEXT), "body"),), Published(Interval.parse("2021-05-04", None), "given")
)
CLAIM = Claim("c", "r", 0, len(TEXT), TEXT, "shelling", Span(0, 8))


def dated(claim: Claim, report: Report = REPORT) -> Claim:
    """The claim after the step."""
    return days(Notes(report, claims=(claim,))).claims[0]


def test_undated_news_is_of_the_last_two_days() -> None:
    """The interval holds the day of publication and the day before, and the reason is told."""
    told = dated(CLAIM)

    assert told.time is not None
    assert told.time.when == Interval.parse("2021-05-03", "2021-05-05")
    assert told.time.text == "Shelling"
    assert REASON in told.because


def test_it_waits_for_the_date_of_publication() -> None:
    """Without a date of publication the formula stands, and no day is guessed."""
    told = dated(CLAIM, replace(REPORT, published=Published(None, "none")))

    assert told.time is not None
    assert told.time.when is None
    assert told.time.formula == "pub past1day"


def test_recollections_and_mere_possibilities_get_no_day() -> None:
    """What is recalled, or may be, is not news of these days."""
    assert dated(replace(CLAIM, background=True)).time is None
    assert dated(replace(CLAIM, modality="hypothetical")).time is None
