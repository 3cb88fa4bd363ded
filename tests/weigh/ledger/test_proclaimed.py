"""Truces that sides proclaim for themselves, from a day to a day, and others that the same pages only speak of."""

from __future__ import annotations

import pytest
from tales import kept, named, page, said


def _proclaimed(day: str, words: str, by: str, **more: str) -> tuple:
    return page(day, f"{words}.", said(words, "ceasefire_start", by=by, speaker=by, **more), country="Peru")


def test_stretch_of_a_truce_is_its_start_and_its_end() -> None:
    """Pages that tell only that a truce was proclaimed are of the one whose days another page of that day tells."""
    first = _proclaimed("2016-12-20", "Lima announced a unilateral truce between December 23 and January 3", "Peru")
    other = _proclaimed("2016-12-21", "Lima has declared a unilateral truce over the holidays", "Peru")

    (truce,) = kept(first, other).agreements
    assert (truce.since, truce.until) == ("2016-12-23", "2017-01-03")
    assert named(truce.parties) == ["Peru"]


def test_the_days_of_a_truce_are_no_parties() -> None:
    """ "Between" two days stands nobody."""
    words = "A truce between May 3 and May 9 took effect on May 3"
    truce = page("2016-05-04", f"{words}.", said(words, "ceasefire_start", when="2016-05-03"), country="Peru")

    (book,) = kept(truce).agreements
    assert named(book.parties) == []


def test_each_side_has_the_truce_that_it_proclaimed() -> None:
    """What one side proclaims is not the other's; an extension is of the truce of whoever extends it."""
    words = "Lima is extending the truce, it said on June 9"
    pages = (
        _proclaimed("2016-06-04", "Lima announced a week-long truce on June 4", "Peru", when="2016-06-04"),
        _proclaimed("2016-06-06", "The rebels announced their own truce on June 6", "rebels", when="2016-06-06"),
        page("2016-06-09", f"{words}.", said(words, "agreement", by="Peru", when="2016-06-09"), country="Peru"),
    )

    ours, theirs = kept(*pages).agreements
    assert (named(ours.parties), named(theirs.parties)) == (["Peru"], ["rebels"])
    assert "extended" in {state.state for state in ours.states}
    assert "extended" not in {state.state for state in theirs.states}


def test_truce_that_is_to_be_prolonged_is_there() -> None:
    """Asking a side to extend its truce seeks none."""
    words = "Lima asked the rebels to extend a three-day truce"
    asked = page(
        "2016-06-09", f"{words}.", said(words, "demand", by="Peru", to="rebels", when="2016-06-09"), country="Peru"
    )

    assert kept(asked).agreements == ()


@pytest.mark.parametrize(
    "words",
    ["The sides have violated several ceasefire deals in the past", "The accord follows a week-long truce"],
)
def test_truces_gone_by_are_not_the_one_of_the_page(words: str) -> None:
    """Earlier breaches break nothing now, and the pause before a truce is not that truce."""
    made = "The rebels and Lima agreed on a ceasefire on June 4"
    told = page(
        "2016-06-05",
        f"{made}. {words}.",
        said(made, "agreement", by="rebels+Peru", when="2016-06-04"),
        said(words, "ceasefire_violation", by="Peru", when="2016-06-05"),
        country="Peru",
    )

    (book,) = kept(told).agreements
    assert (book.kind, book.violations, len(book.claims)) == ("ceasefire", (), 1)


def test_whom_a_deal_frees_has_not_made_it() -> None:
    """A truce with one side that frees pupils binds the two sides; the paper itself vouches for nothing."""
    words = "The rebels agreed with Lima on a truce that frees the girls on June 4"
    made = said(words, "agreement", by="rebels", to="girls+Peru", speaker="Cusco agreement", when="2016-06-04")

    (book,) = kept(page("2016-06-05", f"{words}.", made, country="Peru")).agreements
    assert sorted(named(book.parties)) == ["Peru", "rebels"]
    assert "Cusco agreement" not in [name for state in book.states for name in named(state.by)]


def test_hours_to_begin_in_are_no_end() -> None:
    """Within three days a truce is to begin: they do not end it."""
    words = "The rebels and Lima agreed on a ceasefire to take effect within 72 hours"
    made = said(words, "agreement", by="rebels+Peru", when="2016-06-04", deadline="2016-06-07")

    (book,) = kept(page("2016-06-05", f"{words}.", made, country="Peru")).agreements
    assert book.until is None


def test_truce_is_the_agreement_of_its_year() -> None:
    """Where one page tells when "the agreement" was signed, and another names the truce by that year, both mean it."""
    signed, named_ = "The sides signed the agreement on February 22, 2002", "Lima is to end a 2002 truce"
    dead, over = "The truce has been dead for months", "The truce will run out"
    made = said(signed, "agreement", when="2002-02-22", background=True)
    pages = (
        page("2008-01-04", f"{signed}. {over}.", made, said(over, "ceasefire_end", modality="planned"), country="Peru"),
        page("2008-01-03", f"{named_}.", said(named_, "ceasefire_end", by="Peru", modality="planned"), country="Peru"),
        page("2008-01-05", f"{dead}.", said(dead, "ceasefire_end", when="2008-01-05"), country="Peru"),
    )

    (book,) = kept(*pages).agreements
    assert (book.since, [state.state for state in book.states]) == ("2002-02-22", ["agreed", "collapsed"])


def test_prisoners_that_two_agree_to_swap_are_an_exchange() -> None:
    """No noun is needed: to swap prisoners is an exchange."""
    words = "Peru and Chile agreed on June 4 to swap 12 prisoners"
    made = said(words, "agreement", by="Peru+Chile", when="2016-06-04")

    (book,) = kept(page("2016-06-05", f"{words}.", made, country="Peru")).agreements
    assert (book.kind, sorted(named(book.parties))) == ("exchange", ["Chile", "Peru"])
