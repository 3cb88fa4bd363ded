"""Lines above the body that only say again what the body says."""

from dataclasses import replace

from dateline.find.claims.worth.echoes import without_echoes
from dateline.find.notes import Notes, Sentence
from dateline.model import Claim, Figure, Part, Place, Published, Report, Span, Time

TEXT = "Shells kill four in Adun\nShelling killed four people in Adun on Monday."
ABOVE, BODY = Span(0, 24), Span(25, len(TEXT))
ADUN = Place(20, 24, "Adun", "Adun", country="XA", lat=1.0, lon=1.0, precision="exact")


def claim(span: Span, **more: object) -> Claim:
    """A claim that four were killed."""
    figure = Figure("killed", 4, 4, 4, "exact", span.start, span.start + 1, TEXT[span.start : span.start + 1])
    text = TEXT[span.start : span.end]
    told = Claim(text, "r", span.start, span.end, text, "shelling", Span(span.start, span.start + 6), figures=(figure,))
    return replace(told, **more)


def kept(above: Claim, body: Claim) -> int:
    """How many of a headline's and a body's claim are kept."""
    parts = (Part(0, BODY.start, "headline"), Part(BODY.start, BODY.end, "body"))
    report = Report("r", "r.txt", "0", TEXT, parts, Published(None, "none"))
    lines = (
        Sentence(ABOVE.start, ABOVE.end, TEXT[ABOVE.start : ABOVE.end], "headline", 1),
        Sentence(BODY.start, BODY.end, TEXT[BODY.start :], "body", 2),
    )
    return len(without_echoes(Notes(report, lines, claims=(above, body))).claims)


def test_a_headline_that_says_the_same_goes() -> None:
    """Kind, count and place in the body: the headline adds nothing."""
    assert kept(claim(ABOVE), claim(BODY)) == 1
    assert kept(claim(ABOVE, type="casualty_figure"), claim(BODY)) == 1


def test_another_count_stays() -> None:
    """A headline that counts otherwise is a claim of its own."""
    more = replace(claim(ABOVE).figures[0], low=9, best=9, high=9)
    assert kept(claim(ABOVE, figures=(more,)), claim(BODY)) == 2


def test_another_matter_stays() -> None:
    """A demand above a body of shelling is a claim of its own."""
    assert kept(claim(ABOVE, type="demand", figures=()), claim(BODY)) == 2


def test_another_place_or_deadline_stays() -> None:
    """What the line names and the body does not is its own."""
    elsewhere = replace(ADUN, name="Basir", start=40, end=44)
    other = "Shelling killed four people in Basir on Monday."
    due = Time(0, 6, "Shells", "DATE", None, None, "pub day+1")

    assert kept(claim(ABOVE, place=ADUN), claim(BODY, place=elsewhere, text=other)) == 2
    assert kept(claim(ABOVE, deadline_time=due), claim(BODY)) == 2


def test_a_wider_place_that_the_body_names_too_is_no_other() -> None:
    """ "In Adun", above what tells of a village in Adun, says the same."""
    village = replace(ADUN, name="Basir", start=40, end=44)

    assert kept(claim(ABOVE, place=ADUN), claim(BODY, place=village, text="Shells hit Basir in Adun.")) == 1


def test_a_blow_above_a_body_that_blames_somebody_says_the_same() -> None:
    """The body tells more: whom somebody accuses of it; a line that counts nothing stays."""
    assert kept(claim(ABOVE), claim(BODY, type="accusation")) == 1
    assert kept(claim(ABOVE, figures=()), claim(BODY, type="accusation")) == 2
