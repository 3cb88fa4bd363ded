"""What cannot wage war: nature that strikes, beasts that are slaughtered."""

import pytest

from dateline.find.frames import frames
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Part, Published, Report
from dateline.phenomena.types import FOUGHT

pytestmark = pytest.mark.model


def told(text: str) -> set[str]:
    """The types of what a text tells."""
    report = Report("r", "r", "r", text, (Part(0, len(text), "body"),), Published(None, "none"))
    return {frame.type for frame in frames(sentences(Notes(report), parser=load_parser())).frames}


@pytest.mark.parametrize(
    "text",
    [
        "A tremor struck west of the port at dawn.",
        "Bird flu has hit farms in three provinces.",
        "The council slaughtered the herds of the valley.",
        "Farmers killed 4,000 chickens on Monday.",
        "The opposition attacked the premier's plan to sell the port.",
        "Readers bombarded the editor with letters.",
        "The province began an offensive against malaria.",
    ],
)
def test_no_blow_is_told_of_nature(text: str) -> None:
    assert not told(text) & FOUGHT


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen killed six herders and their cattle.", "armed_attack"),
        ("The army fired Storm Shadow missiles at the depot.", "shelling"),
        ("Raiders attacked the village during the storm.", "armed_attack"),
        ("A drone struck cattle near the port.", "airstrike"),
        ("The rebels staged a lightning raid on the port.", "armed_attack"),
    ],
)
def test_those_who_fight_beside_it_are(text: str, kind: str) -> None:
    assert kind in told(text)
