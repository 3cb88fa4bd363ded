"""When, where and by what means: what differs of one truce or one blow."""

from scenes import claim, report

from dateline.weigh.contradictions.circumstances import starts
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
