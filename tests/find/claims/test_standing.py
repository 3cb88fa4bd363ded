"""Who speaks for a side."""

from __future__ import annotations

import pytest

from dateline.find.claims.saying.standing import binding, official, partial, side_of
from dateline.model import Actor


def actor(text: str, kind: str, country: str | None = None) -> Actor:
    """Somebody told by some words."""
    return Actor(0, len(text), text, text, kind=kind, country=country)


@pytest.mark.parametrize(
    ("who", "binds"),
    [
        (actor("Peru", "state", "PE"), True),
        (actor("rebel commanders", "person"), True),
        (actor("villagers", "civilians"), False),
        (actor("NATO", "intergovernmental"), True),
        (actor("United Nations", "intergovernmental"), False),
    ],
)
def test_whose_word_binds_a_side(who: Actor, binds: bool) -> None:
    """A state's, that of those who command for one, and that of an alliance that fights; no villager's."""
    assert binding(who) is binds


def test_a_band_is_official_and_no_known_side() -> None:
    """A band speaks for itself, but stands for no side that is known."""
    band = actor("the rebel alliance", "other")
    assert (official(band), partial(band)) == (True, False)


def test_arms_stand_for_their_state() -> None:
    """The army of a state is on its side, a rebel group on its own."""
    assert (side_of(actor("army", "military", "PE")), side_of(actor("Front", "armed_group", "PE"))) == ("PE", "Front")
