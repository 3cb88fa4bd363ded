"""Whose government, army or rebels is meant where no country stands beside them."""

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


def owners(text: str) -> dict[str, str | None]:
    """The country of each actor, by its words."""
    report = Report("r", "k", "0", text, (Part(0, len(text), "body"),), Published(None, "none"))
    notes = places(sentences(Notes(report), parser=load_parser()), gazetteer=load_gazetteer(), roster=load_roster())
    return {actor.text: actor.country for actor in actors(notes, roster=load_roster()).actors}


@pytest.mark.parametrize(
    ("text", "mention", "country"),
    [
        ("Kenyan forces fired back near Baidoa in Somalia. Regime forces took two wells.", "Regime forces", "SO"),
        ("The Kenyan army slept. In Chad on Sunday, security forces shot two men.", "security forces", "TD"),
        (
            "Shops in New York and in the U.S. shut. Rebels fled Moundou, soldiers of the Chadian regime said.",
            "Rebels",
            "TD",
        ),
        ("Kenya may send troops to Somalia to support its government.", "its government", "SO"),
        ("Uganda says its army will stay in Somalia.", "its army", "UG"),
        ("The river rose. In Chad on Sunday, federal troops shot two men.", "federal troops", "TD"),
        ("Pro-Chadian separatists burned a mill.", "Pro-Chadian separatists", None),
        ("Chadian-backed separatists burned a mill.", "Chadian-backed separatists", None),
        ("Uganda backs Somalia and its army.", "its army", "SO"),
        ("Uganda said that in response to Kenya firing rockets, its jets bombed a pier.", "its jets", "UG"),
        ("Uganda withdrew from Somalia, its government said.", "its government", "UG"),
        ("The army slept. In Chad, security forces shot two men.", "security forces", "TD"),
        ("The government in Khartoum refused. It rained in Chad and Niger.", "The government", "SD"),
        ("Chadian government forces fought rebels. It rained on Baidoa and Kismayo in Somalia.", "rebels", "TD"),
        ("Rebels in Mali and Chad met. French jets bombed the authorities of Niger.", "the authorities", "NE"),
    ],
)
def test_the_sentence_tells_whose_they_are(text: str, mention: str, country: str) -> None:
    """A possessive, what stands behind, and the place a sentence opens with tell whose an army or a government is."""
    assert owners(text)[mention] == country


def test_a_state_that_speaks_leaves_its_neighbour_s_army_open() -> None:
    """Where the one who speaks and the land of the story may both be meant, nobody is."""
    told = owners("Uganda said the army shelled a camp in Somalia. Rain fell on Baidoa and Kismayo in Somalia.")
    assert told["the army"] is None


def test_his_forces_are_no_state_s() -> None:
    """Whose forces "his" are is somebody, and not the state that strikes them."""
    assert owners("Kenyan bombing of his forces will go on, the envoy said.")["his forces"] is None


def test_an_army_after_another_state_s_strike_is_open() -> None:
    """Where another state than the story's has just acted, "the army" may be its own."""
    assert owners("Kenya bombed a camp near Baidoa in Somalia. The army said it hit two lorries.")["The army"] is None


def test_where_missiles_go_is_not_where_the_story_plays() -> None:
    """Rebels who fire at a town need not be of its country."""
    told = owners("Jets struck Sanaa in Yemen. Insurgents fired a missile at Riyadh. They hit Jeddah in Saudi Arabia.")
    assert told["Insurgents"] != "SA"


def test_the_regime_is_not_that_of_the_state_that_says_so() -> None:
    """No state calls its own government the regime."""
    told = owners("Uganda said the regime shelled a camp in Somalia. Rain fell on Baidoa and Kismayo in Somalia.")
    assert told["the regime"] == "SO"


def test_a_delegation_is_not_that_of_the_story() -> None:
    """Bodies that every state has, without an owner, are no one's."""
    assert owners("The delegation flew home. Rain fell on Baidoa and Kismayo in Somalia.")["The delegation"] is None


def test_what_forces_do_is_not_who_they_are() -> None:
    """Forces that fight others are not those others."""
    told = owners("Somali government forces battling rebels near Baidoa were hit.")
    assert {"Somali government forces", "rebels"} <= set(told)


def test_a_namesake_of_a_country_that_is_a_place_elsewhere_is_no_state() -> None:
    """A quarter named for a country does not act for it."""
    assert "Georgia" not in owners("The Georgia neighbourhood of Kyiv burned.")


def test_several_are_not_the_one_body_just_told_of() -> None:
    """ "The parties" are those of a deal, not the broadcaster that saw it."""
    assert "The parties" not in owners("The deal was seen by Radio Marenga. The parties agreed on a hotline.")
