"""All against some: what is a count of a war, and what of one raid in it."""

from dataclasses import replace

import pytest
from scenes import claim, report

from dateline.model import Time
from dateline.weigh.contradictions import Look
from dateline.weigh.contradictions.tallies import called_otherwise, counts, whole_and_part
from dateline.weigh.settled import traits_of
from dateline.weigh.voices import voices_of

WAR = "2011-03-01/2018-03-06"


def differences(*counts: tuple[str, str | None]) -> list[str]:
    """The fields in which counts differ of whom they are; each the days it was counted over, and the people counted."""
    pages = {(page := report(f"They counted {n} dead.", outlet=f"Outlet {n}")).id: page for n in range(len(counts))}
    told = [
        claim(
            page, page.text[:-1], "casualty_figure", at="Harmin", day=day, figures=[("killed", 500 + n, "exact", whom)]
        )
        for n, (page, (day, whom)) in enumerate(zip(pages.values(), counts, strict=True))
    ]
    voices = {one.id: voices_of(one, pages, {}) for one in told}
    return [one.field for one in whole_and_part(traits_of(told, pages), voices)]


def test_the_civilians_of_one_raid_are_no_part_of_a_wars_toll() -> None:
    """A war's dead and a war's civilians count two things; a war's dead and a raid's civilians are not laid side by side."""
    assert differences((WAR, None), (WAR, "civilians")) == ["killed: of whom"]
    assert differences((WAR, None), ("2018-03-06", "civilians")) == []


def test_the_dead_of_five_days_count_more_than_those_of_one() -> None:
    """A span told without its days still says how long was counted: no conflict with a day's dead."""
    page, other = report("They counted 61 dead.", "2018-03-07"), report("They counted 233 dead.", "2018-03-07", "Post")
    day = claim(page, page.text[:-1], "casualty_figure", at="Harmin", day="2018-03-06", figures=[("killed", 61)])
    week = claim(other, other.text[:-1], "casualty_figure", at="Harmin", day="2018-03-06", figures=[("killed", 233)])
    span = Time(0, 9, "five days", "DURATION", "P5D", None)
    week = replace(week, figures=tuple(replace(figure, period=span) for figure in week.figures))
    pages = {one.id: one for one in (page, other)}
    voices = {one.id: voices_of(one, pages, {}) for one in (day, week)}

    assert [one.kind for one in counts(traits_of([day, week], pages), voices)] == ["scope"]


def test_the_dead_of_two_lands_are_two_counts() -> None:
    """Four reporters who died in one country, and twelve in another, are not held against each other."""
    pages = [report(f"They counted {n} dead reporters.", outlet=f"Outlet {n}") for n in (4, 9)]
    told = [
        claim(page, page.text[:-1], "casualty_figure", at=land, figures=[("killed", n)])
        for page, land, n in zip(pages, ("Syria", "Iraq"), (4, 9), strict=True)
    ]
    told = [
        replace(one, place=replace(one.place, country=code, precision="country"))
        for one, code in zip(told, ("SY", "IQ"), strict=True)
        if one.place is not None
    ]
    known = {page.id: page for page in pages}
    voices = {one.id: voices_of(one, known, {}) for one in told}

    assert list(counts(traits_of(told, known), voices)) == []


def looked(look: Look, *told: tuple[str, str, tuple[object, ...]]) -> list[tuple[str, str]]:
    """The fields and kinds in which counts differ; each the outlet, the words and the figure."""
    pages = [report(f"{words}.", outlet=outlet) for outlet, words, _ in told]
    claims = [
        claim(page, words, "casualty_figure", at="Harmin", day="2018-03-06", figures=[figure])
        for page, (_, words, figure) in zip(pages, told, strict=True)
    ]
    known = {page.id: page for page in pages}
    voices = {one.id: voices_of(one, known, {}) for one in claims}
    return [(one.field, one.kind) for one in look(traits_of(claims, known), voices)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Five millers, not eight, were killed at the mill of Harmin", "update"),
        ("The death toll at the mill of Harmin was lowered to five", "update"),
        ("Five millers were killed at the mill of Harmin", "conflict"),
    ],
)
def test_a_toll_told_in_the_place_of_a_greater_one_replaces_it(words: str, kind: str) -> None:
    """Who says "five, not eight" corrects the eight; who only counts five says otherwise."""
    eight = ("The Courier", "Eight millers were killed at the mill of Harmin", ("killed", 8))

    assert looked(counts, eight, ("Evening Post", words, ("killed", 5))) == [("killed", kind)]


@pytest.mark.parametrize(("dead", "found"), [(8, [("killed: who they were", "conflict")]), (3, [])])
def test_as_many_fighters_as_civilians_are_who_the_dead_were(dead: int, found: list[tuple[str, str]]) -> None:
    """Eight civilians of one report and eight fighters of another are the same eight; three fighters may be others."""
    civil = ("The Courier", "Eight civilians died at the mill", ("killed", 8, "exact", "civilians"))
    armed = ("Evening Post", f"The mill lost {dead} fighters", ("killed", dead, "exact", "fighters"))

    assert looked(called_otherwise, civil, armed) == found
