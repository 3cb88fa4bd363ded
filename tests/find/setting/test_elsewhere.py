"""Places in the words of a claim that its act was not at."""

import pytest

from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.distance import way, word_at
from dateline.find.sentences.parser import load_parser
from dateline.find.setting.elsewhere import elsewhere
from dateline.model import Part, Published, Report, Span

pytestmark = pytest.mark.model


def away(text: str, place: str, act: str) -> bool:
    """Whether a place lies elsewhere than an act of the same sentence."""
    report = Report("r", "r.txt", "0", text, (Part(0, len(text), "body"),), Published(None, "none"), language="en")
    (sentence,) = sentences(Notes(report), parser=load_parser()).sentences
    at, head = (word_at(sentence, Span(text.index(w), text.index(w) + len(w))) for w in (place, act))
    assert at is not None
    assert head is not None
    return elsewhere(sentence, way(sentence, at, head), head)


@pytest.mark.parametrize(
    ("text", "place", "act"),
    [
        ("Rebels trying to march on Dura lost six men in the fighting.", "Dura", "fighting"),
        ("Troops pushing towards Tarin clashed with rebels.", "Tarin", "clashed"),
        ("Officials in Oslo are debating whether to arm the rebels, who have been fighting since May.", "Oslo", "fighting"),
        ("Protests show that he will not leave as quickly as leaders in Chad did.", "Chad", "Protests"),
        ("Gunmen killed six farmers on the border with Chad.", "Chad", "killed"),
        ("The mayor of Dura told reporters that six people were killed.", "Dura", "killed"),
        ("The land will turn into another Somalia and its tribes will fight.", "Somalia", "fight"),
        ("A raid stopped the rebel advance from Dura.", "Dura", "raid"),
        ("Soldiers fought gunmen led by Omar Kor, who is on a list of men who are wanted in Chad.", "Chad", "fought"),
        ("Jets bombed the port, but troops pressed the siege of Dura.", "Dura", "bombed"),
    ],
)  # fmt: skip
def test_a_place_beside_the_act(text: str, place: str, act: str) -> None:
    """Goals ahead, seats of talk, likenesses, lands beyond a border and other clauses tell nothing of where an act was."""
    assert away(text, place, act)


@pytest.mark.parametrize(
    ("text", "place", "act"),
    [
        ("Rebels clashed with troops in Dura.", "Dura", "clashed"),
        ("Rebels advanced towards Dura.", "Dura", "advanced"),
        ("Rebels regained ground in a new advance on Dura.", "Dura", "regained"),
        ("Six officials in Dura were killed.", "Dura", "killed"),
        ("Six people died when a bomb exploded in Dura.", "Dura", "died"),
        ("Jets bombed the port and shelled Dura.", "Dura", "bombed"),
    ],
)
def test_a_place_of_the_act(text: str, place: str, act: str) -> None:
    """What the act's own words put there stays there; an advance is at least near its goal."""
    assert not away(text, place, act)
