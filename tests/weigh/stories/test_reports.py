"""Stories, copies and publication dates of reports."""

from dataclasses import replace

import pytest
from scenes import claim, report

from dateline.weigh.stories import storied
from dateline.weigh.stories.copies import echoes, with_copies
from dateline.weigh.stories.dating import anchored, dated

QUAKES = (
    "A quake of magnitude 6.1 shook Telbin on Monday, and the governor, Omar Feraz, said 240 houses had fallen. "
    "Rescue teams from Qasra dug through the rubble near the Asker bridge for a third night.",
    "Rescue teams in Dorak searched the rubble for a child after Friday's quake. Mayor Hana Sulik put the damage at 31 "
    "houses along the Mirat, and asked Lenora Bank for a loan.",
)
PASSAGE = (
    "Witnesses in the old quarter of Harmin described how the first blast broke the windows of the bakery and how people ran "
    "toward the river bridge carrying children, while the mayor called for blood donors over the mosque loudspeakers until midnight."
)


def test_lookalike_stories_are_told_apart() -> None:
    """Two quakes share their words, not their towns, names and numbers."""
    texts = [f"{text} More on page {n}." for n in (2, 5) for text in QUAKES]
    pages = [report(text, "2018-03-06", f"Outlet {n}") for n, text in enumerate(texts)]
    story = [page.story for page in storied(pages)]

    assert story[0] == story[2]
    assert story[1] == story[3]
    assert story[0] != story[1]


def test_story_does_not_depend_on_order() -> None:
    """The id of a story follows from its reports alone."""
    pages = [report(f"{PASSAGE} Note {n}.", "2018-03-06", f"Outlet {n}") for n in range(3)]
    forward = {page.id: page.story for page in storied(pages)}

    assert forward == {page.id: page.story for page in storied(pages[::-1])}


def test_copy_is_found_though_a_number_was_taken_out() -> None:
    """A copy with a number less is a copy of the earlier page."""
    first = report(f"At least 14 people died. {PASSAGE}", "2018-03-06", "Agency Wire")
    second = report(f"People died. {PASSAGE}", "2018-03-07", "Evening Post")
    found = {page.id: page.copy_of for page in with_copies([second, first])}

    assert found[first.id] is None
    assert found[second.id] is not None
    assert found[second.id].report == first.id


def test_one_quotation_makes_no_copy() -> None:
    """Two reports that quote the same short sentence are two reports."""
    quote = '"We will open the crossing on Sunday", the minister said.'
    one = report(f"{quote} {PASSAGE}", outlet="A")
    other = report(
        f"{quote} The harbour of Dorak stayed closed for a third week, and fishermen asked the court to lift the ban.",
        outlet="B",
    )

    assert all(page.copy_of is None for page in with_copies([one, other]))


@pytest.mark.parametrize(("outlet", "copied"), [("The Courier", False), ("Evening Post", True)])
def test_an_outlet_that_says_its_background_again_copies_nobody(outlet: str, copied: bool) -> None:
    """Paragraphs of another outlet are a passage taken over; an outlet's own are what it tells beside each day's news."""
    first = report(f"{_news('carts', 'farms')} {PASSAGE}", "2018-03-06", "The Courier")
    second = report(f"{_news('boats', 'nets')} {PASSAGE}", "2018-03-09", outlet)
    found = {page.id: page.copy_of for page in with_copies([first, second])}

    assert (found[second.id] is not None) == copied


def _news(first: str, second: str) -> str:
    """News of a dozen towns, long enough that a passage beside it is a small part."""
    return " ".join(f"Town {n} counted {n} {first}, {n + 20} {second} and {n + 40} {first} more." for n in range(12))


def test_what_a_copy_adds_is_its_own() -> None:
    """Only claims whose words stand in the source are echoes of it."""
    first = report(PASSAGE, "2018-03-06", "Agency Wire")
    second = report(f"{PASSAGE} Our reporter counted nine graves by the school wall.", "2018-03-07", "Evening Post")
    pages = {page.id: page for page in with_copies([first, second])}
    same = claim(second, "the first blast broke the windows of the bakery", "armed_attack")
    own = claim(second, "Our reporter counted nine graves by the school wall", "casualty_figure")

    assert echoes([same, own], pages) == {same.id: first.id}


def test_undated_report_takes_the_day_of_its_siblings() -> None:
    """A page without a date is dated by its story, and says so."""
    known = replace(report("One", "2018-03-06"), story="s")
    undated = replace(report("The army entered on Tuesday", None), story="s")
    found = dated([known, undated])[1].published

    assert (found.basis, found.when) == ("sibling", known.published.when)


def test_a_page_of_a_known_month_takes_the_day_of_its_story() -> None:
    """A day of the month that its address tells dates a page; one of another month does not."""
    known = replace(report("raid kills nine", "2020-01-10"), story="s")
    page, other = (replace(report(f"nine killed in {month}", month), story="s") for month in ("2020-01", "2020-03"))
    days = [one.published.when.iso()[0] for one in dated([known, page, other]) if one.published.when]

    assert days == ["2020-01-10", "2020-01-10", "2020-03-01"]


def test_weekday_picks_the_day_where_siblings_differ() -> None:
    """A report of Thursday's news, between siblings of other days, was printed on the Thursday."""
    siblings = [replace(report(f"{day}", day), story="s") for day in ("2018-03-09", "2018-03-11")]
    undated = replace(report("The council voted on Thursday", None), story="s")
    found = dated([*siblings, undated])[2].published

    assert found.when is not None
    assert found.when.iso()[0] == "2018-03-08"


def test_times_are_worked_out_again_from_the_new_date() -> None:
    """A weekday that waited for an anchor gets its day once the report has one."""
    known = replace(report("One", "2018-03-06"), story="s")
    page = replace(report("Shells fell on Sunday", None), story="s")
    waiting = claim(page, "Shells fell on Sunday", "shelling", day="2000", formula="pub sun<=")
    pages = {one.id: one for one in dated([known, page])}
    found = anchored([waiting], pages)[0]

    assert found.time is not None
    assert found.time.when is not None
    assert found.time.when.iso()[0] == "2018-03-04"
    assert "same story" in found.because[-1]


def test_what_lies_far_back_becomes_background() -> None:
    """A month named before the report was dated is old news once it is."""
    known = replace(report("One", "2018-03-06"), story="s")
    page = replace(report("Shells fell last May", None), story="s")
    waiting = claim(page, "Shells fell last May", "shelling", day="2000", formula="pub m05<")
    pages = {one.id: one for one in dated([known, page])}
    found = anchored([waiting], pages)[0]

    assert found.background
    assert found.because[-1].endswith("days before publication")


def test_dates_read_from_pages_do_not_part_a_story() -> None:
    """A page with the date of a later update still tells the same story; a date that came with it parts."""
    text = "Flood water took the Anselm bridge at Dorak and four lorries of the Brandt company with it. " * 3
    one, two = report(text, "2018-03-06"), report(text + "It is closed.", "2018-04-20", "Evening Post")
    read = [replace(page, published=replace(page.published, basis="stated")) for page in (one, two)]

    assert len({page.story for page in storied(read)}) == 1
    assert len({page.story for page in storied([one, two])}) == 2
