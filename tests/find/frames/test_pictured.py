"""Words of war that only paint a picture, beside those that mean it."""

import pytest
from reported import claims

from dateline.phenomena.types import VIOLENT

pytestmark = pytest.mark.model

PAINTED = [
    "Panic seized the port after the vote.",
    "The song captured the mood of the town.",
    "Higher fares hit tourism in Lome, as prices hit the poor.",
    "The two clubs struck a bargain over the striker.",
    "Nurses in Dori are battling malaria.",
    "The decree was an assault on truth.",
]
MEANT = [
    ("Rebels seized the port after the vote.", "territorial_control"),
    ("Gunmen captured the town of Dori.", "territorial_control"),
    ("A shell hit a hotel in Lome.", "shelling"),
    ("Jets struck a barracks near Dori.", "airstrike"),
    ("Soldiers are battling rebels in Dori.", "clash"),
    ("The raid was an assault on the police.", "armed_attack"),
]


@pytest.mark.parametrize("text", PAINTED)
def test_a_picture_tells_of_no_blow(text: str) -> None:
    """What nobody with arms does, or what no arms can reach, is no act of force."""
    assert not [claim.type for claim in claims(text) if claim.type in VIOLENT]


@pytest.mark.parametrize(("text", "kind"), MEANT)
def test_the_same_words_tell_of_one_where_they_mean_it(text: str, kind: str) -> None:
    """The verb is the same; who does it, and to what, tells the difference."""
    assert kind in [claim.type for claim in claims(text)]
