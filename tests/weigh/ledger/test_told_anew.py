"""One truce told by many outlets in many words stays one, with its parties, its breach and who is accused of it."""

import pytest
from tales import kept, named, page, rows, said

MADE = "Mali and the Tuareg Front agreed on Monday to a truce"
AGREED = page(
    "2021-05-03", f"{MADE}.", said(MADE, "agreement", by="Mali+Tuareg Front", when="2021-05-03"), country="Mali"
)


def told(day: str, words: str, kind: str, **more: str):
    """A later page with one claim of all its words."""
    return page(day, f"{words}.", said(words, kind, **more), country="Mali")


def test_the_truce_in_a_town_is_the_one_just_made() -> None:
    """Words that speak of "the truce in Gao" as of one that is known make no truce of that town; "a truce in Gao" does."""
    known = told("2021-05-05", "The truce in Gao has been holding since it started on Wednesday", "ceasefire_start", when="2021-05-05", at=("Gao", 16.3, -0.05))  # fmt: skip
    own = told("2021-05-05", "A truce in Gao started on Wednesday", "ceasefire_start", when="2021-05-05", at=("Gao", 16.3, -0.05))  # fmt: skip

    assert len(kept(AGREED, known).agreements) == 1
    assert len(kept(AGREED, own).agreements) == 2


def test_a_breach_told_of_a_town_is_of_the_truce_there_is() -> None:
    """A breach "of the truce in Gao" makes no truce for Gao."""
    breach = told("2021-05-07", "Rebels blamed the army for a breach of the truce in Gao on Friday", "ceasefire_violation", stance="accuses", by="Malian army", speaker="Tuareg Front", when="2021-05-07", at=("Gao", 16.3, -0.05))  # fmt: skip
    (one,) = kept(AGREED, breach).agreements

    assert [named(row.accused) for row in one.violations] == [["Malian army"]]


@pytest.mark.parametrize(
    ("words", "breaks"),
    [
        ("Two days into the truce, army guns shelled Gao", True),
        ("Hours after the truce took effect, army guns shelled Gao", True),
        ("Two days after the truce was proposed, army guns shelled Gao", False),
    ],
)
def test_an_act_told_by_the_hours_of_a_truce_breaks_it(words: str, breaks: bool) -> None:
    """Who counts the hours from its start sets the act against the truce; who counts from the offer does not."""
    (one,) = kept(AGREED, told("2021-05-06", words, "shelling", by="Malian army", when="2021-05-06")).agreements

    assert bool(one.violations) is breaks


def accused(words: str, **more: str) -> list[list[str]]:
    """Who is accused by a charge without a doer."""
    charge = told("2021-05-07", words, "ceasefire_violation", stance="accuses", when="2021-05-07", **more)
    return [named(row.accused) for book in (kept(AGREED, charge),) for row in book.agreements[0].violations]


def test_one_of_two_parties_means_the_other() -> None:
    """A party that calls an act without a doer a breach accuses the only other one; a monitor accuses nobody."""
    assert accused("The front called it a breach of the truce", speaker="Tuareg Front") == [["Mali"]]
    assert accused("The mission called it a breach of the truce", speaker="Peace Mission") == [[]]


def test_a_truce_takes_hold_when_the_guns_fall_silent() -> None:
    """ "Took hold" is no upholding: it begins that day."""
    words = "Guns fell silent on Wednesday as a truce between Mali and the Tuareg Front took hold"
    book = kept(AGREED, told("2021-05-05", words, "ceasefire_start", when="2021-05-05"))

    assert ("in_force", "2021-05-05", ()) in rows(book)


def test_who_starts_it_and_pledges_to_respect_it_starts_it() -> None:
    """A pledge beside the start undoes no start."""
    words = "The truce started on Wednesday, with both pledging to respect it"
    book = kept(AGREED, told("2021-05-05", words, "ceasefire_start", when="2021-05-05"))

    assert ("in_force", "2021-05-05", ()) in rows(book)


@pytest.mark.parametrize(
    "words", ["Mali and the Tuareg Front have renewed their truce", "The truce was extended by a week"]
)
def test_a_renewal_extends(words: str) -> None:
    """A truce renewed is extended."""
    book = kept(AGREED, told("2021-05-09", words, "agreement", when="2021-05-09"))

    assert [state for state, _, _ in rows(book)] == ["agreed", "extended"]


def brokered(words: str, **more: str) -> tuple[list[str], list[str]]:
    """The parties and the mediators of a truce told in these words."""
    (one,) = kept(told("2021-05-03", words, "agreement", when="2021-05-03", **more)).agreements
    return named(one.parties), named(one.mediators)


def test_who_brokers_is_no_party() -> None:
    """Who is told to have brokered a truce between two mediates; so does a body of states named behind "mediated by"."""
    both = (["Mali", "Tuareg Front"], ["Algeria"])

    assert (
        brokered("Algeria brokered a truce between Mali and the Tuareg Front", by="Algeria", to="Mali+Tuareg Front")
        == both
    )
    assert brokered("Mali and the Tuareg Front agreed on a truce mediated by the African Union", by="Mali+Tuareg Front")[1] == ["African Union"]  # fmt: skip
    assert brokered("A truce hosted by Algeria was agreed by Mali and the Tuareg Front", by="Mali+Tuareg Front") == both


def test_reports_on_either_side_of_a_border_tell_one_truce() -> None:
    """A state and the band of another land are one theatre, though each report puts it on its own side."""

    def side(day: str, words: str, kind: str, country: str, **more: str):
        return page(day, f"{words}.", said(words, kind, **more), country=country)

    pages = [
        side("2021-05-03", "Chad and Sudan agreed on a truce", "agreement", "Chad", by="Chad+Sudan", when="2021-05-03"),
        side("2021-05-05", "The truce took effect on Wednesday", "ceasefire_start", "Sudan", when="2021-05-05"),
        side(
            "2021-05-06",
            "Sudan accused Chad of breaking the truce",
            "ceasefire_violation",
            "Sudan",
            by="Chad",
            speaker="Sudan",
            stance="accuses",
            when="2021-05-06",
        ),
    ]

    assert len(kept(*pages).agreements) == 1


@pytest.mark.parametrize(
    "words",
    [
        "Mali will agree to any ceasefire that frees Gao",
        "A ceasefire must be agreed, the envoy told the council",
        "When we reach an agreement on a truce we will stop, the front said",
        "The envoy persuaded nobody to sign up to a plan that envisages a ceasefire",
    ],
)
def test_a_truce_that_is_only_spoken_of_is_not_made(words: str) -> None:
    """Any ceasefire, one that must be agreed, or that a plan envisages, is none yet."""
    assert kept(told("2021-05-03", words, "agreement", by="Mali")).agreements == ()


def test_the_third_truce_is_another_and_prolonged_is_itself() -> None:
    """ "A third truce" is one more; who extends "the third truce" prolongs it, makes none, and tells whose it is."""
    over = told("2021-05-07", "The truce collapsed on Friday", "ceasefire_end", when="2021-05-07")
    third = told("2021-05-09", "A third truce began on Sunday", "ceasefire_start", when="2021-05-09")
    longer = told("2021-05-11", "Mali and the Tuareg Front agreed on Tuesday to extend the third truce by a week", "agreement", by="Mali+Tuareg Front", when="2021-05-11")  # fmt: skip
    first, last = kept(AGREED, over, third, longer).agreements

    assert [state.state for state in first.states] == ["agreed", "collapsed"]
    assert [state.state for state in last.states] == ["in_force", "extended"]
    assert named(last.parties) == ["Mali", "Tuareg Front"]


def test_a_land_that_many_speak_for_is_no_theatre_of_them_all() -> None:
    """Reports of one land's truce do not move to another that is only told beside it in one."""
    pages = [
        page("2021-05-03", f"{MADE}.", said(MADE, "agreement", by="Mali+Tuareg Front", when="2021-05-03"), country="Mali"),
        page("2021-05-04", "Chad and Mali spoke of a truce.", said("Chad and Mali spoke of a truce", "agreement", by="Chad+Mali", when="2021-05-04"), country="Mali"),
        page("2021-05-04", "Sudan and Mali spoke of a truce.", said("Sudan and Mali spoke of a truce", "agreement", by="Sudan+Mali", when="2021-05-04"), country="Mali"),
        page("2021-05-05", "A truce held in Chad.", said("A truce held in Chad", "ceasefire_start", when="2021-05-05"), country="Chad"),
    ]  # fmt: skip

    assert all("Mali" in row.name for row in kept(*pages).agreements if "Tuareg Front" in named(row.parties))
