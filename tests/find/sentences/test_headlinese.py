"""Verbs of headlines that a model takes for nouns."""

import pytest

from dateline.find.sentences.parser import load_parser


def verbs(text: str) -> list[str]:
    """The words that are read as verbs in the present."""
    (words,) = load_parser()([text])
    return [word.text for word in words if word.tag in ("VBP", "VBZ")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Army shells town in Sudan", ["shells"]),
        ("Gunmen raid church near Gao", ["raid"]),
        ("Suspected jihadists torch homes - monitor", ["torch"]),
        ("Houthis storm barracks in Taiz", ["storm"]),
        ("Al-Shabaab attacks village", ["attacks"]),
        ("Army shells pound suburb", ["pound"]),
        ("Police fire on marchers", ["fire"]),
        ("Warring sides trade fire", ["trade"]),
        ("Rebels raid village, torch homes", ["raid", "torch"]),
        ("Gunmen storm school and kidnap pupils", ["storm", "kidnap"]),
        ("Talks stall as rebels storm base", ["stall", "storm"]),
        ("Thousands flee as army shells town", ["flee", "shells"]),
        ("Militia torch homes after truce", ["torch"]),
    ],
)
def test_a_headlines_verb_is_one(text: str, told: list[str]):
    """Where nouns that agree with it stand before a word and what it is done to behind it, it is the verb."""
    assert verbs(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Army shells near mill",
        "Seven dead in army raid",
        "Army raid on village",
        "Taliban attack suspects in court",
        "Nine died after government shells detonated on Tuesday near the weir.",
        "Rebel raids, army shells and a bomb",
        "Army advance on port",
        "Talks after rebel attack",
        "An army raid last week, a bomb the day before",
    ],
)
def test_a_noun_stays_a_noun(text: str):
    """Where they do not, it is none."""
    assert verbs(text) == []


def test_the_toll_behind_a_headline_hangs_on_its_verb():
    """Whoever is counted dead behind a headline is no main clause of it."""
    (words,) = load_parser()(["Militia raids village in Haiti, 7 dead"])
    assert [word.text for word in words if word.dep == "ROOT"] == ["raids"]


def test_a_dash_with_blanks_joins_no_words():
    """Who says so behind a dash is no part of the town before it."""
    (words,) = load_parser()(["Drone strike kills 5 in El Obeid - governor"])
    assert words[-1].dep != "pobj"
    assert words[-2].text == "-"


@pytest.mark.parametrize(
    ("text", "verb", "tag"),
    [
        ("The town of Tiv was overrun on Tuesday.", "overrun", "VBN"),
        ("A sniper shot dead a clerk in Tiv.", "shot", "VBD"),
        ("The dead now number 58.", "number", "VBP"),
        ("The wounded number at least 90, the mayor said.", "number", "VBP"),
        ("The number 58 bus was late.", "number", "NN"),
        ("It was an overrun of costs.", "overrun", "NN"),
    ],
)
def test_a_verb_that_looks_like_a_noun(text: str, verb: str, tag: str):
    """What stands beside it tells which it is."""
    (words,) = load_parser()([text])
    assert [word.tag for word in words if word.text == verb] == [tag]
