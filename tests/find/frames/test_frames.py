"""Frames: roles through passives, nominals, relative clauses, coordination; and nobody invented."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.find.frames import frames
from dateline.find.notes import Frame, Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Actor, Part, Place, Published, Report

pytestmark = pytest.mark.model


def noted(text: str) -> Notes:
    report = Report("r", "r", "r", text, (Part(0, len(text), "body"),), Published(None, "none"))
    return sentences(Notes(report), parser=load_parser())


def best(text: str) -> Frame:
    """The frame that carries a text best."""
    return max(frames(noted(text)).frames, key=lambda frame: frame.score)


@pytest.mark.parametrize(
    ("text", "by", "to"),
    [
        ("Army helicopters bombed a bakery.", ["Army helicopters"], ["bakery"]),
        ("A bakery was bombed by army helicopters.", ["army helicopters"], ["bakery"]),
        ("The bombardment of a bakery by army helicopters went on.", ["army helicopters"], ["bakery"]),
        ("The army, which bombed a bakery, kept silent.", ["army"], ["bakery"]),
        ("The army bombed and shelled a bakery.", ["army"], ["bakery"]),
        ("The army launched air strikes on a bakery.", ["army"], ["bakery"]),
        ("The army is said to have bombed a bakery.", ["army"], ["bakery"]),
        ("A bakery bombed by army helicopters burnt down.", ["army helicopters"], ["bakery"]),
        ("Militants attacked a convoy and a checkpoint.", ["Militants"], ["convoy", "checkpoint"]),
        ("A convoy was ambushed near the old weir by militants.", ["militants"], ["convoy"]),
        ("The kiosk was attacked by suspected remnants of rebels seeking food.", ["rebels"], ["kiosk"]),
        ("The centre counted nine raids on a bakery by herders.", ["herders"], ["bakery"]),
        ("The guards rested when they came under attack.", [], ["guards"]),
        ("The guards were met with gunfire from militants.", ["militants"], ["guards"]),
        ("The palace announced the bombing of a bakery.", [], ["bakery"]),
        ("The attack on the radio mast was brief.", [], ["radio mast"]),
        ("Guards shot dead at dawn near the weir.", [], ["Guards"]),
        ("At least nine guards were killed in clashes with rebels.", ["rebels"], ["guards"]),
        ("Rebels used a drone to bomb a mill.", ["Rebels"], ["mill"]),
        ("Malian warplanes conducted strike operations against a mill.", ["Malian warplanes"], ["mill"]),
        ("Malian soldiers embarked on an attack on a mill.", ["Malian soldiers"], ["mill"]),
        ("The radio reported that militants were in town and had attacked a mill.", ["militants"], ["mill"]),
        ("Pro-Haftar supporters attacked a mill.", ["Pro-Haftar supporters"], ["mill"]),
        ("Khalifa Haftar supporters attacked a mill.", ["Khalifa Haftar supporters"], ["mill"]),
        ("Nine guards fell in two attacks attributed to rebels on a mill.", ["rebels"], ["mill"]),
    ],
)
def test_roles_are_read_across_the_parse(text, by, to):
    """However the clause is turned, the same parties play the same roles."""
    told = [
        f for f in frames(noted(text)).frames if f.type in ("airstrike", "facility_attack", "clash", "armed_attack")
    ]
    frame = max(told, key=lambda f: f.score)
    assert ([p.text for p in frame.by], [p.text for p in frame.to]) == (by, to)


@pytest.mark.parametrize(
    "text",
    [
        "Two air strikes hit the village.",
        "A clinic was shelled.",
        "Shells fell on the port.",
        "The clash took place between Arvel and Ostrel.",
        "Rain met them on the road: Six soldiers killed 06.04.2015",
        "It is unclear which group was behind the raid.",
        "A mill was hit on Monday in an air strike that the council alleges killed nine millers.",
        "Kenyan police bomb technician Ana Ruiz died in the blast.",
    ],
)
def test_no_perpetrator_is_invented(text):
    """Where nobody is said to have struck, nobody has."""
    assert best(text).by == ()


def test_either_or_stays_open():
    """Two candidates joined by "or" are kept, and flagged."""
    parties = best("The hospital was shelled by rebels or soldiers.").by
    assert {(p.text, p.either) for p in parties} == {("rebels", True), ("soldiers", True)}


@pytest.mark.parametrize(
    ("hit", "facility"),
    [("an aid convoy", "aid"), ("a relief warehouse", "aid"), ("an army convoy", None), ("an arms warehouse", None)],
)
def test_a_convoy_is_of_aid_where_it_is_told_so(hit: str, facility: str | None) -> None:
    """An army moves in convoys too, and keeps its shells in warehouses."""
    frame = best(f"Jets bombed {hit} near Kidal on Monday.")
    assert [party.facility for party in frame.to] == [facility]


def test_the_facility_hit_is_named():
    """What is hit keeps its kind."""
    frame = best("Warplanes bombed a maternity hospital.")
    assert frame.type == "facility_attack"
    assert [p.facility for p in frame.to] == ["hospital"]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The army did not shell the village.", True),
        ("The army shelled the village.", False),
        ("No air raids were carried out.", True),
        ("The troops have yet to storm the village.", True),
    ],
)
def test_a_denied_act_is_negated(text, negated):
    """The clause itself says whether the act took place."""
    assert best(text).negated is negated


def test_the_head_predicate_outranks_its_setting():
    """What stands in an after-phrase is the setting, not the act."""
    assert best("The rebels left the town after an air strike on its outskirts.").type == "territorial_control"


def test_known_mentions_give_names_and_places():
    """A party takes the name of the actor it overlaps; a place that stands for itself is where it happened."""
    text = "The northern army shelled the port of Velis."
    notes = noted(text)
    actor = Actor(4, 17, text[4:17], "Northern Army", "a:1", "military", "XN")
    place = Place(38, 43, text[38:43], "Velis", "p:1")
    frame = max(
        frames(Notes(notes.report, notes.sentences, places=(place,), actors=(actor,))).frames, key=lambda f: f.score
    )
    assert [(p.name, p.id, p.country) for p in frame.by] == [("Northern Army", "a:1", "XN")]
    assert frame.place == place


WORDS = st.sampled_from(
    "the army rebels shelled bombed attack on a hospital and by after ceasefire was were agreed to Friday town in said "
    "that , . ; killed nine people who which denied demanded must stop not no talks".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25))
@example(["people", "killed", "by"])
def test_every_span_lies_in_the_text(words):
    """Whatever the words, what a frame points at is there, and the same words give the same frames."""
    notes = noted(" ".join(words))
    found = frames(notes)
    for frame in found.frames:
        assert 0 <= frame.start <= frame.trigger.start < frame.trigger.end <= frame.end <= len(notes.report.text)
        for party in (*frame.by, *frame.to):
            assert party.start is not None
            assert notes.report.text[party.start : party.end] == party.text
    assert frames(notes) == found


def test_a_truce_with_a_hyphen() -> None:
    """A "cease-fire" is a ceasefire, though the tokenizer parts it."""
    assert best("The army broke the cease-fire.").phenomenon == "ceasefire_breach"


def test_what_was_forgone_did_not_happen() -> None:
    """What is done in an act's place tells that it was not done."""
    for text in ("The pilots defected rather than attack the town.", "Rebels left the village instead of shelling it."):
        assert [f.negated for f in frames(noted(text)).frames if f.type in ("armed_attack", "shelling")] == [True]
    assert [f.negated for f in frames(noted("Rebels shelled the village.")).frames if f.type == "shelling"] == [False]
