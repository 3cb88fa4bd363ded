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
            "A grenade killed four clerks in Gao and masked men shot an envoy in Kidal.",
            ["A grenade killed four clerks in Gao", "masked men shot an envoy in Kidal."],
        ),
        (
            "A truck bomb went off beside a bank in Kidal, killing six tellers, and raiders stormed a nearby customs house.",
            [
                "A truck bomb went off beside a bank in Kidal, killing six tellers",
                "raiders stormed a nearby customs house.",
            ],
        ),
        (
            "The army shelled Bamenda while rebels seized a bridge.",
            ["The army shelled Bamenda", "while rebels seized a bridge"],
        ),
        (
            "Rebels attacked a depot and soldiers returned fire.",
            ["Rebels attacked a depot and soldiers returned fire."],
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'President Ada Molu swore on Friday that "we shall not yield", even as rebel artillery pounded her villa.',
            [
                'President Ada Molu swore on Friday that "we shall not yield"',
                "even as rebel artillery pounded her villa",
            ],
        ),
        (
            "The envoy met bishops in Maroua while gunmen attacked a barracks outside the town.",
            ["The envoy met bishops in Maroua", "while gunmen attacked a barracks outside the town"],
        ),
        ("The mayor urged calm, even as we hit back.", ["The mayor urged calm, even as we hit back."]),
    ],
)
def test_a_blow_dealt_while_somebody_talked_is_a_claim(text: str, told: list[str]) -> None:
    """What is said and what happens meanwhile are two; one's own blow stays with one's words."""
    assert spans(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The league accused Norland of arming the rebels, a charge Norland denies.",
            ["The league accused Norland of arming the rebels", "a charge Norland denies"],
        ),
        (
            "Monks accused the militia of burning two mills, a charge the captain denied.",
            ["Monks accused the militia of burning two mills", "a charge the captain denied"],
        ),
        (
            "Monks accused the militia of burning two mills, which its captain denied.",
            ["Monks accused the militia of burning two mills", "which its captain denied"],
        ),
        (
            "The rebels said they had taken the port of Kidal, a claim that the government swiftly denied.",
            ["The rebels said they had taken the port of Kidal", "a claim that the government swiftly denied"],
        ),
    ],
)
def test_a_charge_and_its_denial_are_two_claims(text: str, told: list[str]) -> None:
    """Who denies what is told before, in the same sentence, makes a claim of their own."""
    assert spans(text) == told


def test_who_denies_a_claim_vouches_for_the_denial() -> None:
    """Not those whose claim it was."""
    text = "The rebels said they had taken the port of Kidal, a claim that the government swiftly denied."
    report = Report("r", "k", "s", text, (Part(0, len(text), "body"),), Published(None, "none"))
    denial = find(report, STEPS).claims[-1]
    assert (denial.type, denial.stance, [party.text for party in denial.speaker]) == (
        "denial", "denies", ["government"],
    )  # fmt: skip
