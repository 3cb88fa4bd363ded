"""All against some: what is a count of a war, and what of one raid in it."""

from scenes import claim, report

from dateline.weigh.contradictions.tallies import whole_and_part
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
