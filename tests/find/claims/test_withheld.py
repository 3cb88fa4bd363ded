"""Charges that are told not to be made."""

import pytest

from dateline.find import chain, find
from dateline.find.sentences.parser import load_parser
from dateline.model import Part, Published, Report
from dateline.places import load_gazetteer
from dateline.words.actors import load_roster

STEPS = chain(load_parser(), load_gazetteer(()), load_roster())

pytestmark = pytest.mark.model


def accused(text: str) -> bool:
    """Whether a claim of a sentence charges somebody."""
    report = Report("r", "k", "s", text, (Part(0, len(text), "body"),), Published(None, "none"))
    return any(claim.stance == "accuses" or claim.type == "accusation" for claim in find(report, STEPS).claims)


@pytest.mark.parametrize(
    "text",
    [
        "The army laid no blame on the rebels for the blast.",
        "The army stopped short of accusing the rebels of the blast.",
        "The governor refrained from blaming the rebels for the raid.",
        "The governor avoided blaming the rebels for the raid.",
        "The army made no accusation against the rebels over the raid.",
        "The army said it did not hold the rebels responsible for the raid.",
        "Police said it was too early to blame the rebels for the blast.",
        "The army did not want to blame the rebels for the blast.",
        "The inquiry cleared the rebels of blame for the blast.",
    ],
)
def test_a_charge_that_nobody_makes(text: str) -> None:
    """Whoever holds a charge back charges nobody."""
    assert not accused(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army laid the blame for the blast on the rebels.",
        "The governor did not hesitate to accuse the rebels of the raid.",
        "The governor did not refrain from accusing the rebels of the raid.",
        "The army accused the rebels of refusing to withdraw.",
        "The army blamed the rebels for not keeping the truce.",
        "The army, which refused to comment on its losses, accused the rebels of shelling Gao.",
        "Rebels accused the army of making no effort to protect villagers.",
        "Officials said nobody had been held accountable for the massacre by the army in Gao.",
    ],
)
def test_a_charge_that_is_made(text: str) -> None:
    """What is denied within a charge, or of holding it back, leaves it standing."""
    assert accused(text)
