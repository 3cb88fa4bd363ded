"""One number of a story that is told as two things."""

from scenes import claim, report

from dateline.weigh import weigh


def differences(first: str, second: str, **fields):
    """The contradictions of two pages of one story that each make one claim."""
    one, two = (
        report(first + " in Harmin.", outlet="The Courier"),
        report(second + " in Harmin.", outlet="Evening Post"),
    )
    pages = [one, two]
    claims = [
        claim(p, said, at="Harmin", day="2018-03-06", **fields) for p, said in zip(pages, (first, second), strict=True)
    ]
    return weigh(pages, claims).contradictions


def test_a_span_behind_is_not_a_span_ahead() -> None:
    """The minister's 36 hours were worked in one report and given in the other."""
    first = "The minister Haddo expects an answer from the rebels of Harmin within 36 hours"
    second = "The minister Haddo had sought an answer from the rebels of Harmin in the past 36 hours"
    (found,) = differences(first, second, kind="statement", speaker="minister Haddo")

    assert (found.kind, {v.value for v in found.values}) == ("conflict", {"past", "to come"})
    assert found.explanation


def test_who_crossed_the_border_is_not_who_left_home() -> None:
    """The same 4,000 fled over the frontier in one report only."""
    first = "Some 4,000 villagers of Harmin have fled over the northern border since the raid"
    second = "Some 4,000 villagers of Harmin have fled their homes since the raid"
    found = differences(first, second, kind="displacement_figure", figures=[("displaced", 4000)])

    assert "displaced: where to" in {one.field for one in found}
