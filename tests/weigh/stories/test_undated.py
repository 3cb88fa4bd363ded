"""Reports of a story that prints no date: one full date that is news dates them all; history dates none."""

from dataclasses import replace
from datetime import date

from scenes import claim, report

from dateline.model import Claim, Report, Time
from dateline.times import Interval
from dateline.weigh.stories.dating import dated
from dateline.weigh.stories.undated import dated_by_days


def told(text: str, *formulas: str, modality: str = "actual", story: str = "s") -> tuple[Report, list[Claim]]:
    """An undated page of a story whose claims tell the times of these formulas."""
    page = replace(report(text, None), story=story)
    words = text.split()
    claims = [claim(page, words[n], "airstrike", modality=modality) for n, _ in enumerate(formulas)]
    times = [Time(one.start, one.end, one.text, "DATE", None, None, f) for one, f in zip(claims, formulas, strict=True)]
    return page, [replace(one, time=time) for one, time in zip(claims, times, strict=True)]


def days(*pages: tuple[Report, list[Claim]]) -> list[date | None]:
    """The days on which the pages came out."""
    found = dated_by_days([page for page, _ in pages], [one for _, claims in pages for one in claims])
    return [page.published.when.first if page.published.when else None for page in found]


def test_a_full_date_dates_its_story() -> None:
    """A plan with its year, a raid on a day without one, a Wednesday after it: each page gets the day of its news."""
    plan = told("truce from Sunday 4 May 2014, they said on Friday", "2014-05-04 T00:01", modality="planned")
    raid, later = told("raid kills nine", "pub m05-06<~"), told("toll of raid rises", "pub m05-06<=", "pub wed<=")

    assert days(plan, raid, later) == [date(2014, 5, 2), date(2014, 5, 6), date(2014, 5, 7)]


def test_history_dates_nothing() -> None:
    """A full date that no other page names a day beside may be years ago."""
    assert days(told("war since then", "2012-03-01"), told("raid kills nine", "pub m11-06<~")) == [None, None]
    assert days(told("war since then", "2012-03-01")) == [None]


def test_who_names_another_year_is_not_dated() -> None:
    """A page that names only a full date far from the story's takes no day of it."""
    plan, raid = told("truce ahead", "2014-05-04"), told("raid kills nine", "pub m05-06<~")
    recalled = told("raid of last year kills nine", "2013-03-01")

    assert days(plan, raid, recalled)[2] is None


def test_a_dated_sibling_is_left_to_the_siblings() -> None:
    """Where one page of the story has a date, the others take theirs from it elsewhere, not from days named."""
    dated = (replace(report("raid", "2014-05-06"), story="s"), [])
    plan, raid = told("truce ahead", "2014-05-04"), told("raid kills nine", "pub m05-06<~")

    assert days(dated, plan, raid) == [date(2014, 5, 6), None, None]


def test_no_such_day_is_no_fault() -> None:
    """The 29th of February without its year is read in a year that has one, or not at all."""
    leap, plain = told("a b", "2014-02-28", "pub m02-29<~"), told("raid", "pub m02-27<~")

    assert days(leap, plain)[1] == date(2014, 2, 27)


def test_it_says_that_the_day_was_worked_out() -> None:
    """The page notes it, and the basis is that of a date taken from its story."""
    pages = told("truce ahead", "2014-05-04"), told("raid kills nine", "pub m05-06<~")
    found = dated_by_days([page for page, _ in pages], [one for _, claims in pages for one in claims])

    assert {page.published.basis for page in found} == {"sibling"}
    assert all("worked out" in page.notes[-1] for page in found)


def test_a_long_story_dates_by_the_likest_days() -> None:
    """Where the dated pages of a story lie weeks apart, an undated one is of the days of the page most like it."""
    texts = {
        "2014-05-06": "Raid on the mill of Harmin kills nine, the governor said",
        "2014-07-01": "Harmin market burnt in a drone raid, traders said",
        None: "Nine killed as raid hits mill of Harmin, says the governor",
    }
    pages = [replace(report(text, day), story="s") for day, text in texts.items()]

    assert dated(pages)[2].published.when == Interval.parse("2014-05-06", None)


def test_the_full_date_told_first_is_that_of_the_news() -> None:
    """A page on a raid of 2013 that names a day of the story further down tells of 2013, and takes no day of the story."""
    plan, raid = told("truce ahead", "2014-05-04"), told("raid kills nine", "pub m05-06<~")
    other = told("raid on mill seen again", "2013-03-01", "2014-05-05")

    assert days(plan, raid, other) == [date(2014, 5, 4), date(2014, 5, 6), None]


def test_a_page_comes_out_no_sooner_than_the_day_it_leads_with() -> None:
    """The story is dated to the 4th by one page; another leads with the 20th, in full."""
    plan, raid = told("truce ahead", "2014-05-04"), told("raid kills nine", "pub m05-06<~")
    later = told("raid of the twentieth", "2014-05-20")

    assert days(plan, raid, later)[2] == date(2014, 5, 20)


def test_a_sibling_dates_no_page_whose_news_is_of_another_year() -> None:
    """One page has a day of print; what another tells in full lies a year before it."""
    printed = replace(report("raid on the mill", "2014-05-06"), story="s")
    old, news = told("raid on the mill", "2013-03-01"), told("raid on a mill", "2014-05-05")
    found = dated([printed, old[0], news[0]], [*old[1], *news[1]])

    assert [page.published.when.first if page.published.when else None for page in found] == [
        date(2014, 5, 6),
        None,
        date(2014, 5, 6),
    ]


def test_a_page_that_looks_back_a_year_is_not_of_the_days_of_its_story() -> None:
    """Two pages tell of one mill; the one without a date calls the raid on it a year old."""
    printed = replace(report("raid on the mill", "2014-05-06"), story="s")
    after, same = (
        replace(report(text, None), story="s")
        for text in ("new raid near the mill bombed one year ago", "raid on the mill")
    )

    assert [page.published.basis for page in dated([printed, after, same])] == ["given", "none", "sibling"]
