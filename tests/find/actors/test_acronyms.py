"""Names that a report explains, and whom its initials mean afterwards."""

import pytest

from dateline.find.actors.acronyms import explained, with_explained
from dateline.words.actors import load_roster

HEADS = {"Front": "armed_group", "Council": "other", "Army": "military", "Ministry": "state"}


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("Fighters of the Lake Province Front (LPF) left.", "Lake Province Front", "LPF"),
        ("The Lake Province Front, or LPF, left.", "Lake Province Front", "LPF"),
        ("The LPF [Lake Province Front] left.", "Lake Province Front", "LPF"),
        ("THE LPF [LAKE PROVINCE FRONT] LEFT.", "Lake Province Front", "LPF"),
        ("the Ministry of Roads and Harbours (MRH)", "Ministry of Roads and Harbours", "MRH"),
        ("a People's Self-Defence Army (PSDA) patrol", "People's Self-Defence Army", "PSDA"),
    ],
)
def test_names_are_taken_with_their_initials(text, name, short):
    """A name before or behind its initials, however it is written."""
    assert list(explained(text, HEADS)) == [(name, short)]


@pytest.mark.parametrize(
    "text",
    [
        "He paid in cash (USD).",
        "The Front, or F, left.",
        "The Lake Front left, or so AFP said.",
        "the old bridge (see map)",
        "the tall thin mill (TTM)",
        "the Front (F)",
        "(ABC)",
        "",
    ],
)
def test_other_brackets_explain_nothing(text):
    """No body is made of a remark in brackets, nor of words that name no body."""
    assert list(explained(text, HEADS)) == []


def test_a_group_that_takes_up_arms_is_one():
    """The words of the name tell more than its last one; a name that is known stays known."""
    roster = with_explained(load_roster(), "the Dunmore Liberation Army (DLA) and the Syrian Democratic Forces (SDF)")
    found = {way.known.name: way.known.kind for way in roster.known["dla"]}
    assert found == {"Dunmore Liberation Army": "armed_group"}
    assert {way.known.name for way in roster.known["sdf"]} == {"Syrian Democratic Forces"}
