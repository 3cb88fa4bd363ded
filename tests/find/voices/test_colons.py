"""Words given by a colon: headlines, transcripts, quotations after a name."""

import pytest

from dateline.find.actors import actors
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.find.voices import voices
from dateline.model import Part, Published, Report
from dateline.words.actors import load_roster

pytestmark = pytest.mark.model


def found(text: str) -> list[tuple[str, str]]:
    """Speaker and content of what a colon or a dash gives to someone."""
    report = Report("r", "k", "0", text, (Part(0, len(text), "headline"),), Published(None, "none"))
    told = voices(actors(sentences(Notes(report), parser=load_parser()), roster=load_roster())).attributions
    return [
        (text[a.speaker.start : a.speaker.end], text[a.content.start : a.content.end])
        for a in told
        if a.speaker is not None and a.cue is not None and text[a.cue.start : a.cue.end] in ":-"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ferry sank with ninety aboard: Red Cross", [("Red Cross", "Ferry sank with ninety aboard")]),
        ("WALDEN: Why was the gate open?", [("WALDEN", "Why was the gate open?")]),
        ("Red Cross: 30 saved from flood", [("Red Cross", "30 saved from flood")]),
        ("The road is shut at night.", []),
        ("The clerk said: Why was the gate open?", []),
        ("CORRECTION: Rain fell on the other bank of the river.", []),
        ("Danish army: Two saved from flood", [("Danish army", "Two saved from flood")]),
        ("Witness: Wave hit the pier", [("Witness", "Wave hit the pier")]),
        ("Update: The gate is open again.", []),
    ],
)
def test_colons(text: str, told: list[tuple[str, str]]) -> None:
    """A name before or after a colon speaks; a colon after a verb of saying only opens what it hands on."""
    assert found(text) == told
