"""Counts whose verb is told once, of others; what those bear who were hurt; and tolls that a later sentence tells to have risen."""

import pytest

from dateline.find.figures import figures
from dateline.find.figures.counts import counts
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Figure, Part, Published, Report

pytestmark = pytest.mark.model


def read(said: str) -> tuple[Figure, ...]:
    """The figures of a text of one part."""
    report = Report("r", "r", "", said, (Part(0, len(said), "body"),), Published(None, "none"))
    return figures(counts(sentences(Notes(report), parser=load_parser()))).figures


def tolls(said: str) -> set[tuple[str, float | None]]:
    """Measure and best of every figure that happened and is no part of another."""
    return {(f.measure, f.best) for f in read(said) if not f.negated and f.best and f.part_of is None}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("No guards were killed but nine weavers were.", {("killed", 9)}),
        ("While no guards were hurt in the raid, nine weavers were.", {("injured", 9)}),
        ("No guards died in the raid but nine weavers did.", {("killed", 9)}),
        ("Two guards were killed, and so were nine weavers.", {("killed", 2), ("killed", 9)}),
        ("Two guards were hurt, as were nine weavers.", {("injured", 2), ("injured", 9)}),
        ("Two guards were killed, but nine weavers were unhurt.", {("killed", 2)}),
        ("Two guards were killed, but nine others were in the mill.", {("killed", 2)}),
        ("No guards were killed and nine were praised.", set()),
        ("The raid left four guards dead in Ostrel and three weavers in Tovana.", {("killed", 4), ("killed", 3)}),
        ("Twelve rather than 20 weavers were killed.", {("killed", 12)}),
        ("Twelve, not 20, weavers were killed.", {("killed", 12)}),
        ("Six people were killed, two children among them.", {("killed", 6)}),
        ("Mill blast injures 14, three critically", {("injured", 14)}),
        ("Four guards died in Ostrel and three weavers in Tovana.", {("killed", 4), ("killed", 3)}),
        ("Four died in Ostrel, three more in Tovana.", {("killed", 4), ("killed", 3)}),
        ("In Ostrel four people died and in Tovana three.", {("killed", 4), ("killed", 3)}),
        ("In Ostrel four people died, and in May three.", {("killed", 4)}),
        ("At least 14 and possibly 20 weavers were killed.", {("killed", 17)}),
        ("It is not true that 14 weavers were killed.", set()),
        ("Mill blast kills six, wounds 14", {("killed", 6), ("injured", 14)}),
        ("The shell caused four fatalities and injured two.", {("killed", 4), ("injured", 2)}),
        ("More than 20 dead and injured were counted.", {("casualties", 20)}),
    ],
)
def test_a_verb_told_once(said: str, expected: set[tuple[str, float | None]]) -> None:
    """What befell those told first befell these too, where nothing else is said of them."""
    assert tolls(said) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The blast killed six, leaving 14 with burns.", {("killed", 6), ("injured", 14)}),
        ("Six died and 14 suffered wounds.", {("killed", 6), ("injured", 14)}),
        ("The raid left 28 others nursing injuries.", {("injured", 28)}),
        ("Six were killed and 14 are being treated in hospital.", {("killed", 6), ("injured", 14)}),
        ("14 in hospital after mill blast", {("injured", 14)}),
        ("The raid killed four and sent 28 to hospital.", {("killed", 4), ("injured", 28)}),
        ("Fourteen people needed treatment for wounds.", {("injured", 14)}),
        ("Fourteen porters were evacuated with wounds.", {("injured", 14)}),
        ("By noon the wounded numbered 14.", {("injured", 14)}),
        ("The wounded number 14.", {("injured", 14)}),
        ("Fourteen people were airlifted to hospital.", {("injured", 14)}),
        ("Fourteen people were treated for tear gas inhalation.", {("injured", 14)}),
        ("Fourteen people are recovering from burns.", {("injured", 14)}),
        ("Six people were treated in hospital for cholera.", set()),
        ("The guild sent 28 doctors to hospitals.", set()),
        ("The clinic needs 20 nurses to treat burns.", set()),
        ("Two nurses with burns experience came.", set()),
        ("Six were killed and 14 doctors are in hospital to help.", {("killed", 6)}),
        ("Six were killed and 14 left with their belongings.", {("killed", 6)}),
    ],
)
def test_what_the_hurt_bear(said: str, expected: set[tuple[str, float | None]]) -> None:
    """Wounds, and care for those of a blow, tell of the hurt; other care does not."""
    assert tolls(said) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Two wounded guards died on Monday.", {("killed", 2)}),
        ("A guard wounded in the raid died on Monday.", {("killed", 1)}),
        ("Two injured people are believed dead.", {("killed", 2)}),
        ("The number of weavers injured and killed is 40.", {("casualties", 40)}),
        ("Two wounded guards killed four raiders.", {("injured", 2), ("killed", 4)}),
        ("Two wounded guards were evacuated; four had died.", {("injured", 2), ("killed", 4)}),
    ],
)
def test_who_outlived_the_blow_and_died(said: str, expected: set[tuple[str, float | None]]) -> None:
    """Who was hurt and died is dead, and hurt no longer."""
    assert tolls(said) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Two more bodies were found. That brought the total to 11.", {11}),
        ("Three people died of their wounds. The toll now stands at 11.", {11}),
        ("Three people were killed in Ostrel. In all, 11 people have died.", {11}),
        ("Three people were killed on Monday, raising the total to 11.", {11}),
        ("Three people were killed on Monday, for a total of 11.", {11}),
        ("Two people were killed. The toll of the war now stands at 900.", {2, 900}),
        ("Twelve people were killed. The toll is 15, according to the guild.", {12, 15}),
        ("Early reports told of 12 dead. The highest number of deaths was told by a guild: 20.", {12, 20}),
        ("More than 100 people were killed. The toll is 110, according to the guild.", {100, 110}),
        ("Two people were killed. This raised fears of a feud that killed 400.", {2, 400}),
    ],
)
def test_a_toll_that_rose(said: str, expected: set[float]) -> None:
    """Those by whom a toll rose are in it, also where the next sentence tells to how many."""
    assert {best for measure, best in tolls(said) if measure == "killed"} == expected
