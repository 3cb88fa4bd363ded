"""The country that a report is about."""

from functools import reduce

import pytest

from dateline.find import chain
from dateline.find.notes import Notes
from dateline.find.places import places
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.find.setting.land import story_country
from dateline.find.voices import voices
from dateline.model import Part, Published, Report
from dateline.places import load_gazetteer
from dateline.words.actors import load_roster

pytestmark = pytest.mark.model


def land(text: str) -> tuple[str, str] | None:
    """The name of the country of a text, and the words that tell it."""
    report = Report("r", "r.txt", "0", text, (Part(0, len(text), "body"),), Published(None, "none"), language="en")
    notes = places(sentences(Notes(report), parser=load_parser()), gazetteer=load_gazetteer(), roster=load_roster())
    told = story_country(notes)
    assert told is None or text[told.start : told.end] == told.text
    return (told.name, told.text) if told else None


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Shells fell on Gao in Mali. The fighting in Mali went on.", ("Mali", "Mali")),
        ("Shells fell on Bamako on Monday. A bus was burnt in Bamako.", ("Mali", "Bamako")),
        (
            "Malian troops fired. The Malian army won. A Malian officer spoke, the French envoy said.",
            ("Mali", "Malian"),
        ),
        ("Malian troops and French troops fired.", None),
        ("Gunmen killed six herders on the border with Chad.", None),
        ("The Malian air force struck.", None),
        ("The Malian prime minister toured the country's flooded valleys.", ("Mali", "Malian")),
    ],
)
def test_the_country_of_a_story(text: str, country: tuple[str, str] | None) -> None:
    """A country is told by its name, by places in it, or by its people where they are told of throughout."""
    assert land(text) == country


def test_a_land_that_only_speaks_is_no_theatre() -> None:
    """Who speaks of a war may speak from anywhere, however often."""
    text = (
        "Nine people were killed in Libya. Russia said it would not help. Russia warned that the raids were wrong. Russia added "
        "that its envoy had left. Russian officials told reporters that they were waiting."
    )
    report = Report("r", "r.txt", "0", text, (Part(0, len(text), "body"),), Published(None, "none"), language="en")
    steps = chain(load_parser(), load_gazetteer(()), load_roster())
    notes = reduce(lambda notes, step: step(notes), steps[: steps.index(voices) + 1], Notes(report))
    told = story_country(notes)
    assert told is not None
    assert told.name == "Libya"
