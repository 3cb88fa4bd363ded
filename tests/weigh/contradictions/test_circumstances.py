"""When, where and by what means: what differs of one truce or one blow."""

import pytest
from scenes import claim, report

from dateline.weigh.contradictions.circumstances import days, starts, towns
from dateline.weigh.settled import traits_of


def begun(*told: tuple[str, str]) -> int:
    """In how many differences the starts of a truce differ; each told in words that begin with a day, on a page of its own."""
    pages = [report(f"{words}.", "2018-03-09", f"Outlet {n}") for n, (words, _) in enumerate(told)]
    made = [claim(page, words, "ceasefire_start", day=day) for page, (words, day) in zip(pages, told, strict=True)]
    return len(list(starts(traits_of(made, {page.id: page for page in pages}), {})))


def test_a_new_truce_is_no_other_start_of_the_one_before() -> None:
    """The truce of Monday and that of Tuesday conflict, unless Tuesday's is called a new one."""
    monday = ("The ceasefire in Qasra took hold on Monday", "2018-03-05")

    assert begun(monday, ("On Tuesday the ceasefire in Qasra took hold", "2018-03-06")) == 1
    assert begun(monday, ("On Tuesday the army called another ceasefire in Qasra", "2018-03-06")) == 0


@pytest.mark.parametrize(("words", "found"), [("Shells hit the clinic again", 1), ("Mortars fell near fields", 0)])
def test_blows_of_other_days_are_one_only_where_they_show_it(words: str, found: int) -> None:
    """A clinic shelled on Monday and on Tuesday is one blow with two days; mortars on fields on Tuesday are another one."""
    told = [("Shells hit the clinic of Harmin on Monday", "2018-03-05"), (f"{words} on Tuesday", "2018-03-06")]
    pages = [report(f"{one}.", "2018-03-10", f"Outlet {n}") for n, (one, _) in enumerate(told)]
    made = [claim(page, one, "shelling", day=day, at="Harmin") for page, (one, day) in zip(pages, told, strict=True)]

    assert len(list(days(traits_of(made, {page.id: page for page in pages}), {}))) == found


def test_only_the_days_of_one_blow_are_told() -> None:
    """Mortars on fields on Thursday are no third day of the clinic that was shelled on Monday or on Tuesday."""
    told = {
        "2018-03-05": "Shells hit the clinic of Harmin on Monday",
        "2018-03-06": "Shells hit the clinic again on Tuesday",
        "2018-03-08": "Mortars fell near fields on Thursday",
    }
    pages = [report(f"{one}.", "2018-03-10", f"Outlet {n}") for n, one in enumerate(told.values())]
    made = [
        claim(page, page.text[:-1], "shelling", day=day, at="Harmin") for page, day in zip(pages, told, strict=True)
    ]
    (found,) = days(traits_of(made, {page.id: page for page in pages}), {})

    assert (found.kind, len(found.values)) == ("granularity", 2)


def test_a_street_is_no_other_place_than_its_town() -> None:
    """Who tells the street tells the town as well."""
    pages = [report("Shells fell on Harmin.", outlet="Post"), report("Shells fell along Mill Street.")]
    made = [
        claim(page, page.text[:-1], "shelling", day="2018-03-06", at=place)
        for page, place in zip(pages, ("Harmin", "Mill Street"), strict=True)
    ]

    assert list(towns(traits_of(made, {page.id: page for page in pages}), {})) == []


def test_a_town_is_no_other_place_however_it_is_written() -> None:
    """No gazetteer knows it, and one report writes its article large."""
    pages = [report("Shells fell on Tell Al-Qasra.", outlet="Post"), report("Shells fell on Tell al-Qasra.")]
    made = [claim(page, page.text[:-1], "shelling", day="2018-03-06", at=page.text[14:-1]) for page in pages]
    group = traits_of(made, {page.id: page for page in pages})

    assert list(towns(group, {})) == []
