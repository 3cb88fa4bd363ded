"""The happenings of one sentence that are told apart, by stretch."""

import pytest

from dateline.find import chain, find
from dateline.find.sentences.parser import load_parser
from dateline.model import Part, Published, Report
from dateline.places import load_gazetteer
from dateline.words.actors import load_roster

STEPS = chain(load_parser(), load_gazetteer(()), load_roster())


def spans(text: str) -> list[str]:
    """The stretches of the claims of one sentence."""
    report = Report("r", "k", "s", text, (Part(0, len(text), "body"),), Published(None, "none"))
    return [claim.text for claim in find(report, STEPS).claims]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Troops arrested nine people in Bamenda and burnt houses in Kumbo.",
            ["Troops arrested nine people in Bamenda", "burnt houses in Kumbo"],
        ),
        (
            "After gunmen stormed Palma, the army shelled Mueda.",
            ["After gunmen stormed Palma", "the army shelled Mueda."],
        ),
        (
            "In Gao, gunmen killed six farmers, and a bomb in Timbuktu wounded two soldiers, the governor said.",
            ["In Gao, gunmen killed six farmers", "a bomb in Timbuktu wounded two soldiers"],
        ),
        (
            "Gunmen stormed Palma, killing six people and burning the market.",
            ["Gunmen stormed Palma, killing six people and burning the market."],
        ),
        (
            "A missile was fired from Sirte and landed east of Brega.",
            ["A missile was fired from Sirte and landed east of Brega."],
        ),
    ],
)
def test_happenings_at_two_places_are_two_claims(text: str, told: list[str]) -> None:
    """Each stretch tells one; what fills the same moment stays with it."""
    assert spans(text) == told
