"""Whose men "the rebels", "the militants" and "its fighters" are, as a report tells itself."""

import pytest

from dateline.find.actors import actors
from dateline.find.notes import Notes
from dateline.find.places import places
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Part, Published, Report
from dateline.places import load_gazetteer
from dateline.words.actors import load_roster

pytestmark = pytest.mark.model


def named(text: str) -> list[tuple[str, str]]:
    """The words and the name of each actor, in order."""
    report = Report("r", "k", "0", text, (Part(0, len(text), "body"),), Published(None, "none"))
    notes = places(sentences(Notes(report), parser=load_parser()), gazetteer=load_gazetteer(), roster=load_roster())
    return [(actor.text, actor.name) for actor in actors(notes, roster=load_roster()).actors]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Houthi rebels fired at Marib in Yemen. Rain fell. The rebels left.", "The rebels", "Houthis"),
        ("The rebels fled. Houthi rebels had held the weir near Marib in Yemen.", "The rebels", "Houthis"),
        ("Rebels fled near Goma in Congo. The rebel group M23 had held the weir.", "Rebels", "M23"),
        ("Boko Haram gunmen came at dusk. Rain fell. The insurgents left.", "The insurgents", "Boko Haram"),
        ("Boko Haram  insurgents came at dusk.", "Boko Haram  insurgents", "Boko Haram"),
        ("Suspected Taliban fighters came at dusk.", "Taliban fighters", "Taliban"),
        ("The militant Hezbollah group agreed.", "The militant Hezbollah group", "Hezbollah"),
        ("The Taliban struck at dusk. The extremist group gave no reason.", "The extremist group", "Taliban"),
        ("Hezbollah was silent. The Iran-backed group gave no reason.", "The Iran-backed group", "Hezbollah"),
        ("The Ansarul Kor outfit struck at dusk.", "The Ansarul Kor outfit", "Ansarul Kor"),
        ("Hamas said its fighters had left.", "its fighters", "Hamas"),
        ("Fighters with the Taliban struck at dusk.", "Fighters", "Taliban"),
        ("The Saudi-led coalition was silent. Coalition jets struck a mill.", "Coalition jets", "Saudi-led coalition"),
        ("Al-Shabab has burnt a mill. It has also shelled a port.", "It", "al-Shabab"),
        ("Marenga River Front (MRF) rebels struck at dusk.", "Marenga River Front (MRF) rebels", "Marenga River Front"),
        ("The CPI (Maoist) is banned. Rain fell. Maoists left.", "Maoists", "Communist Party of India (Maoist)"),
        ("Director, Army Press Bureau, Colonel Idris Maloum, agreed.", "Director", "Idris Maloum"),
    ],
)
def test_a_description_is_the_group_that_the_report_tells(text: str, mention: str, name: str) -> None:
    """A word for fighters means the group whose men are so called, and "its fighters" those of whoever acts."""
    assert (mention, name) in named(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Houthi rebels met Polisario rebels in Yemen. Snow fell. Militants left.", "Houthis"),
        ("Gunmen struck. The Taliban are active there.", "Taliban"),
        ("Taliban gunmen struck. Rebels struck too.", "Taliban"),
        ("Anti-Houthi forces took the weir.", "Houthis"),
        ("A FARC dissident group took the weir.", "Revolutionary Armed Forces of Colombia"),
        ("It was the third raid. The Taliban were silent.", "Taliban"),
        ("The CPI (Maoist) is banned. Surrendered Maoists left.", "Communist Party of India (Maoist)"),
        ("Fighters with Taliban links took the weir.", "Taliban"),
    ],
)
def test_nobody_is_taken_for_a_group_he_is_not_told_to_be_of(text: str, name: str) -> None:
    """Gunmen, foes and dissidents of a group are not that group, whatever else the report names."""
    words = (
        "Militants",
        "Rebels",
        "Gunmen",
        "Anti-Houthi forces",
        "A FARC dissident group",
        "It",
        "Fighters",
        "Surrendered Maoists",
    )
    assert not [told for told in named(text) if told[0] in words and told[1] == name]
