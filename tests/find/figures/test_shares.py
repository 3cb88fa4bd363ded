"""Shares of those counted right behind them, and what tells of nobody in particular."""

import pytest

from dateline.find.figures import figures
from dateline.find.figures.counts import counts
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Part, Published, Report

pytestmark = pytest.mark.model


def told(said: str) -> list[tuple[str, float | None]]:
    """Measure and best of every figure of a text."""
    report = Report("r", "r", "", said, (Part(0, len(said), "body"),), Published(None, "none"))
    found = figures(counts(sentences(Notes(report), parser=load_parser()))).figures
    return [(figure.measure, figure.best) for figure in found if figure.modality == "actual"]


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        ("Half of the valley's 8,400 people fled.", ("displaced", 4200)),
        ("About a third of the 600 residents were evacuated.", ("evacuated", 200)),
        ("Nearly half of the estimated 5,000 families fled.", ("displaced", 2500)),
        ("Half of the 900 people displaced in May went home.", ("displaced", 900)),
        ("Half of the grant went to 70 families.", None),
    ],
)
def test_a_share_of_those_behind_it(said: str, figure: tuple[str, float] | None) -> None:
    """It is the number it comes to; a participle behind the whole tells of all of them."""
    assert told(said)[:1] == ([figure] if figure else [])


@pytest.mark.parametrize(
    ("said", "figure"),
    [
        ("Nobody was hurt.", [("injured", 0)]),
        ("Nobody was badly hurt.", []),
        ("There were no major injuries.", []),
        ("Raiders failed in their bid to kidnap two bakers.", []),
        ("Raiders kidnapped two bakers.", [("detained", 2)]),
        ("Guards arrested two medics.", [("detained", 2)]),
        ("An ambulance took two boys away.", []),
        ("A guard suffered a deep wound to the thigh.", [("injured", 1)]),
    ],
)
def test_what_is_known_of_how_many(said: str, figure: list[tuple[str, float]]) -> None:
    """That nobody is badly hurt leaves others hurt; what failed befell nobody."""
    assert told(said) == figure


@pytest.mark.parametrize(
    ("said", "measures"),
    [
        ("Sami Korda, murdered in May, was a potter.", ["killed"]),
        ("A potter stabbed to death on Friday was buried.", ["killed"]),
        ("The father of a girl wounded by a mine asked for help.", ["injured"]),
        ("The man killed on Friday was a potter.", []),
        ("A gunman wounded two girls.", ["injured"]),
    ],
)
def test_one_whom_a_participle_describes(said: str, measures: list[str]) -> None:
    """One newly told of is a victim; one with "the" was told before."""
    assert [measure for measure, _ in told(said)] == measures
