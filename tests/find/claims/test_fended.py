"""Blows that are told only as what is to be kept off or ended."""

import pytest

from dateline.find.claims.modality.fended import fended
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Part, Published, Report

pytestmark = pytest.mark.model

BLOWS = ("shelling", "raid", "attack")
SAID = [
    ("Shops reopened with the aim of bringing an end to the shelling.", True),
    ("Elders met to stop the raids on the valley.", True),
    ("The posts shield traders from raids out of the hills.", True),
    ("The truce ended the raids on the valley.", False),
    ("The clans swore to cease robbery, raids and looting.", True),
    ("The brigade will refrain from launching attacks on the farms.", True),
    ("The brigade went on launching attacks on the farms.", False),
    ("The army answered to the raids on the valley.", False),
    ("Drivers fled from the attack on the convoy.", False),
]


@pytest.mark.parametrize(("text", "wanted"), SAID)
def test_what_is_kept_off_is_no_blow(text: str, wanted: bool) -> None:
    """Only who means to end a blow, or keeps people from one, leaves open whether any fell."""
    report = Report("r", "r.txt", "0", text, (Part(0, len(text), "body"),), Published(None, "none"), language="en")
    (sentence,) = sentences(Notes(report), parser=load_parser()).sentences
    blow = next(word for word in sentence.words if word.lemma in BLOWS)

    assert fended(sentence, blow.i) is wanted
