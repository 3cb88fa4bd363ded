"""A toll told place by place: each place has its part of it."""

import re

import pytest

from dateline.find.figures import figures
from dateline.find.figures.counts import counts
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Figure, Part, Place, Published, Report

pytestmark = pytest.mark.model

NAMES = re.compile(r"Ostrel|Marenga|Tovana")


def read(said: str) -> tuple[Figure, ...]:
    """The figures of a text whose towns are known."""
    report = Report("r", "r", "", said, (Part(0, len(said), "body"),), Published(None, "none"))
    towns = tuple(Place(m.start(), m.end(), m[0], m[0]) for m in NAMES.finditer(said))
    return figures(counts(sentences(Notes(report, places=towns), parser=load_parser()))).figures


@pytest.mark.parametrize(
    ("said", "parts"),
    [
        ("Some 2,100 people fled to Ostrel (1,200), Marenga (600) and Tovana (300).", [1200, 600, 300]),
        ("At least 90 families were displaced to Ostrel (55 families) and Tovana (35).", [55, 35]),
        ("At least 40 were killed in Ostrel (22) and Marenga (18).", [22, 18]),
        ("Some 2,100 people fled to Ostrel (1998).", []),
        ("Some 210 people fled to Ostrel (1,200) and Marenga (600).", []),
        ("He was born in Ostrel (1968) and taught in Marenga (1990).", []),
    ],
)
def test_a_number_in_brackets_is_the_part_of_its_place(said: str, parts: list[float]) -> None:
    """What stands in brackets behind several places are their parts of the toll before; not more than it, nor years."""
    told = read(said)
    assert [f.best for f in told if f.part_of is not None] == parts
    assert all(f.place is not None and f.part_of == told[0].start for f in told if f.part_of is not None)


@pytest.mark.parametrize(
    ("said", "toll"),
    [
        ("Dozens of men, women and children died.", ("killed", 24, None)),
        ("A Chadian national died on Monday.", ("killed", 1, None)),
        ("The blight killed 40 rare species.", None),
        ("The outbreak claimed a thousand lives.", None),
        ("The fighting claimed a thousand lives.", ("killed", 1000, None)),
    ],
)
def test_counts_people_whoever_they_are(said: str, toll: tuple[str, float, str | None] | None) -> None:
    """A crowd of men, women and children is no crowd of men; beasts, and whoever an illness kills, are no toll."""
    assert [(f.measure, f.best, f.subgroup) for f in read(said)] == ([] if toll is None else [toll])
