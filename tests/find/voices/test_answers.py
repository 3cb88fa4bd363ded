"""Answers that only say yes or no."""

import pytest

from dateline.find.actors import actors
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.find.voices import voices
from dateline.model import Attribution, Part, Published, Report
from dateline.words.actors import load_roster

pytestmark = pytest.mark.model


def asked(text: str) -> Attribution:
    """What was asked, as an attribution."""
    report = Report("r", "k", "0", text, (Part(0, len(text), "body"),), Published(None, "none"))
    told = voices(actors(sentences(Notes(report), parser=load_parser()), roster=load_roster())).attributions
    return next(a for a in told if text[a.content.start :].startswith("whether"))


@pytest.mark.parametrize(
    ("text", "names", "stance"),
    [
        ('Asked whether the army had left the port, the mayor said: "Yes, it has."', ["mayor"], "asserts"),
        ('Asked whether the army had left the port, the mayor said: "No."', ["mayor"], "denies"),
        (
            "Asked by Interfax whether the dam had burst, a Polish officer said it had not.",
            ["Polish officer"],
            "denies",
        ),
        ("Asked whether the army had left the port, the mayor said he was tired.", [], "asserts"),
        ("Asked whether the army had left the port, the mayor laughed.", [], "asserts"),
    ],
)
def test_what_was_asked_is_whose_who_says_yes_or_no(text: str, names: list[str], stance: str) -> None:
    """Only a plain answer makes the words of the question those of whoever answers."""
    told = asked(text)

    assert [voice.name for voice in told.voices] == names
    assert told.stance == stance
