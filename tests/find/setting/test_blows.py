"""Blows that are named in general, and where a report goes on after one that somebody is blamed for."""

import pytest
from reported import claims

pytestmark = pytest.mark.model


def where(text: str, words: str) -> str | None:
    """The name of the place of the claim in whose words some stand."""
    told = next(claim for claim in claims(text) if text.index(words) in range(claim.start, claim.end))
    return told.place.name if told.place is not None else None


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        (
            "Shells hit Homs in Syria on Tuesday, killing nine. The rebels hold on despite months of army air strikes.",
            "hold on",
            "Syria",
        ),
        ("Shells hit Homs in Syria on Tuesday, killing nine. Air strikes killed six more people.", "six more", "Homs"),
        ("Shells hit Homs in Syria on Tuesday, killing nine. Some 40,000 people have died in the fighting.", "40,000", "Syria"),
    ],
    ids=["named in general", "news", "of a war"],
)  # fmt: skip
def test_what_is_named_in_general_is_pinned_to_no_town(text: str, words: str, place: str) -> None:
    """Air strikes that are only named, and the dead of a war, are the land's."""
    assert where(text, words) == place


def test_the_next_blow_is_where_somebody_was_blamed_for_one() -> None:
    """What follows an accusation with a place of its own goes on there, in another land too."""
    text = (
        "Shells hit Misrata in Libya on Tuesday, killing nine people in the port. Misrata was calm at night. "
        "The authorities in Syria said saboteurs blew up a pipeline near Homs. Six people were killed in raids overnight."
    )
    assert where(text, "Six people") == "Homs"


def test_what_somebody_is_condemned_for_moves_nothing() -> None:
    """An accusation of no blow does not move the scene to where those are whom it speaks of."""
    text = (
        "Shells hit Misrata in Libya on Tuesday, killing nine people in the port. The governor accused the rebels in Zintan of "
        "treason. Six people were killed in raids overnight."
    )
    assert where(text, "Six people") == "Misratah"


@pytest.mark.parametrize(
    "text",
    [
        "Two more miners died on Tuesday, bringing the toll of Monday's raid on Faya to nine.",
        "The death toll in Monday's raid on Faya rose to nine on Tuesday.",
    ],
)
def test_a_toll_is_of_the_day_of_its_blow(text: str) -> None:
    """On whatever day somebody died of it, the raid was on Monday."""
    (toll,) = claims(text)

    assert toll.time is not None
    assert toll.time.text == "Monday"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A raid on Bunia killed two millers on Monday, bringing this year's death toll to 60.", "Monday"),
        (
            "On Tuesday gunmen killed four guards in Bunia, after the toll of Sunday's ambush had risen to 12.",
            "Tuesday",
        ),
    ],
    ids=["toll of a year", "toll of another blow"],
)
def test_the_toll_of_another_time_dates_no_blow(text: str, day: str) -> None:
    """What a year cost, or the ambush of another day, says nothing of when this one fell."""
    assert next(claim.time.text for claim in claims(text) if claim.time is not None) == day


def test_other_towns_are_not_the_one_told_of() -> None:
    """Those brought out of other towns were not in the one that the page goes on about."""
    text = (
        "Shells hit Misrata in Libya on Tuesday, killing nine people. Some 400 people were evacuated from other towns."
    )
    assert where(text, "Some 400") == "Libya"


def test_a_truce_holds_in_the_land_of_its_sides_and_not_of_the_talks() -> None:
    """Talks in Geneva, of which Switzerland and Austria tell, end fighting in Chad."""
    text = (
        "GENEVA, May 4 - Chad's army and the Chadian rebels signed a truce in Geneva on Monday, Switzerland and Austria said. "
        "The truce begins on Friday. Earlier truces were violated within hours."
    )
    assert where(text, "The truce begins") == "Chad"
    assert where(text, "Earlier truces") == "Chad"
