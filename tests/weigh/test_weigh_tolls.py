"""How the figures of one report, and then of several, become one toll."""

from dataclasses import replace

from scenes import claim, event_of, report

from dateline.weigh import weigh

PAGE = report("Shells hit Harmin at noon. A nurse gave another count. A neighbour gave a third count of the same.")
FIELDS = {"at": "Harmin", "day": "2018-03-06"}


def toll(*figures):
    """Low, best and high of the dead that one page tells claim by claim; each claim has a list of figures."""
    words = PAGE.text.split(". ")
    claims = [
        claim(PAGE, said.rstrip("."), "shelling", **FIELDS, figures=told)
        for said, told in zip(words, figures, strict=False)
    ]
    event = event_of(weigh([PAGE], claims), claims[0])
    return next(((f.low, f.best, f.high) for f in event.figures if (f.measure, f.subgroup) == ("killed", None)), None)


def test_first_figure_of_a_report_leads() -> None:
    """A later count of the same report does not replace the first."""
    assert toll([("killed", 7)], [("killed", 9)]) == (7, 7, 7)


def test_later_figure_closes_an_open_bound() -> None:
    """At least seven, and elsewhere nine: seven to nine."""
    assert toll([("killed", 7, "at_least")], [("killed", 9)]) == (7, 7, 9)


def test_more_than_nine_are_at_least_ten() -> None:
    """A bound that is only said to be exceeded lies one beyond."""
    assert toll([("killed", 7, "at_least")], [("killed", 9, "more_than")]) == (7, 7, 10)


def test_fighters_are_no_part_of_the_toll() -> None:
    """The dead soldiers stand apart from everybody else."""
    assert toll([("killed", 30, "exact", "soldiers"), ("killed", 4, "exact", "civilians")]) == (4, 4, 4)


def test_parts_of_the_first_claim_add_up() -> None:
    """Two women and three children, and no whole: five."""
    assert toll([("killed", 2, "exact", "women"), ("killed", 3, "exact", "children")]) == (5, 5, 5)


def test_what_is_said_not_to_be_is_no_count() -> None:
    """Nobody was killed, in one claim; another counts two: two."""
    none, two = (
        claim(PAGE, words, "shelling", **FIELDS, figures=[("killed", 2)]) for words in PAGE.text.split(". ")[:2]
    )
    none = replace(none, figures=(replace(none.figures[0], low=0, best=0, high=0, negated=True),))
    event = event_of(weigh([PAGE], [none, two]), two)

    assert [(f.low, f.high) for f in event.figures] == [(2, 2)]
