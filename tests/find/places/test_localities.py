"""What the words around a place's name say of where."""

import pytest

from dateline.find.notes import Sentence
from dateline.find.places.localities import Shift, Told, told_around
from dateline.find.places.recognition import Candidate
from dateline.find.places.toponyms import Stretch
from dateline.words.places import load_place_words


def told(text: str, name: str) -> Told:
    start = text.index(name)
    stretch = Stretch((), 0, 1, start, start + len(name), name, ())
    return told_around(Candidate(0, stretch, frozenset()), Sentence(0, len(text), text, "body", 0), load_place_words())


@pytest.mark.parametrize(
    ("text", "shift"),
    [
        ("It fell 12 km south-west of Diffa.", Shift(225.0, 12.0)),
        ("It fell ten miles from Diffa.", Shift(None, 16.09)),
        ("It fell 3.5 kilometres (2 miles) north of the town of Diffa.", Shift(0.0, 3.5)),
        ("It fell just east of Diffa.", Shift(90.0, 8.0)),
        ("It fell in northern Diffa.", Shift(0.0, None)),
        ("It fell in Diffa, north of the lake.", None),
        ("Twelve people left for Diffa.", None),
    ],
)
def test_a_distance_or_a_side_is_a_shift(text: str, shift: Shift | None) -> None:
    """A distance, a direction, or both, told before the name."""
    assert told(text, "Diffa").shift == shift


@pytest.mark.parametrize(
    ("text", "near"),
    [("near Diffa", True), ("on the outskirts of the city of Diffa", True), ("in the Diffa countryside", True), ("in Diffa", False), ("Diffa fell", False)],
)  # fmt: skip
def test_near_widens(text: str, near: bool) -> None:
    """Words for nearness are told, others are not."""
    assert (told(text, "Diffa").near is not None) == near


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("in Diffa province", "admin1"),
        ("in the province of Diffa", "admin1"),
        ("in the village of Diffa", "town"),
        ("along the Diffa river", "water"),
        ("at the Diffa checkpoint", None),
        ("in Diffa", None),
    ],
)
def test_a_noun_tells_the_kind(text: str, kind: str | None) -> None:
    """The noun beside a name tells what kind of place it is."""
    assert told(text, "Diffa").kind == kind
