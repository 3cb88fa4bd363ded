"""The place of a count: what people left, where they went, where it befell them; else none, and the claim's place holds."""

import re

import pytest

from dateline.find.figures import figures
from dateline.find.figures.counts import counts
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Part, Place, Published, Report
from dateline.rows import noun, row

pytestmark = pytest.mark.model

NAMES = re.compile(r"Ostrel|Marenga|Tovana")


LANDS = re.compile(r"Chad")


def placed(said: str) -> list[tuple[str, float | None, str | None]]:
    """Measure, best and place of every figure of a text whose towns are known."""
    report = Report("r", "r", "", said, (Part(0, len(said), "body"),), Published(None, "none"))
    towns = tuple(Place(m.start(), m.end(), m[0], m[0]) for m in NAMES.finditer(said))
    lands = (Place(m.start(), m.end(), m[0], m[0], precision="country") for m in LANDS.finditer(said))
    towns = tuple(sorted((*towns, *lands), key=lambda place: place.start))
    told = figures(counts(sentences(Notes(report, places=towns), parser=load_parser()))).figures
    return [(f.measure, f.best, f.place.name if f.place else None) for f in told]


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ("About 900 people fled from Ostrel to Marenga.", ["Ostrel"]),
        ("About 900 people fled Ostrel for the hills.", ["Ostrel"]),
        ("In Marenga, about 900 people have fled their homes in Ostrel.", ["Ostrel"]),
        ("Floods left 52 people dead, mostly in Ostrel.", [None]),
        ("Some 300 families returned from Marenga to Tovana.", ["Tovana"]),
        ("Around 80 people are sheltering in Marenga.", ["Marenga"]),
        ("26 people died in Ostrel and 14 in Marenga.", ["Ostrel", "Marenga"]),
        ("In the town of Tovana, shelling killed six miners.", ["Tovana"]),
        ("Marenga hosts about 4,000 refugees.", ["Marenga"]),
        ("Marenga, which hosts about 4,000 refugees, closed a camp.", ["Marenga"]),
        ("About 900 people left their homes in Ostrel county in the state of Marenga.", ["Ostrel"]),
        ("In 1692 a quake killed 2,000 people; in Marenga, 1,000 died in another.", [None, "Marenga"]),
        ("Ostrel: 1,300 families still displaced after a siege in Marenga.", ["Ostrel"]),
        ("Two areas stand out: Ostrel: 1,300 families are displaced.", ["Ostrel"]),
        ("Some 900 residents of Ostrel fled and are sheltering in Marenga.", ["Ostrel", "Marenga"]),
        ("About 900 people fled fighting in Ostrel, Marenga and Tovana, mostly in Tovana.", ["Tovana"]),
        ("About 900 people fled from Ostrel, Marenga and Tovana, most of them in Tovana.", ["Tovana"]),
        (
            "In Chad, two people drowned and about 700 were evacuated, mostly around the town of Ostrel.",
            ["Chad", "Ostrel"],
        ),
        ("About 50 people sought refuge at a camp near Tovana and another 80 did so in Ostrel.", [None]),
        ("About 900 people fled to Ostrel and 400 to Marenga.", [None, "Marenga"]),
        ("About 900 displaced people are in Ostrel and Marenga, with the majority in Marenga.", ["Marenga"]),
    ],
)
def test_a_count_is_where_its_words_say(said: str, places: list[str]) -> None:
    """The displaced are counted where they left, those who went back where they went, the dead where they died."""
    assert [place for _, _, place in placed(said)] == places


@pytest.mark.parametrize(
    "said",
    [
        "Strikes from Ostrel killed six miners.",
        "Rebels trying to march on Ostrel lost six men.",
        "Marenga's army killed six miners.",
        "Six miners were killed in a Chad air strike.",
        "About 900 people fled to Marenga.",
    ],
)
def test_a_place_of_something_else_is_none(said: str) -> None:
    """Where a blow came from, whose army it was and where the displaced went is not where they were counted."""
    assert [place for _, _, place in placed(said)] == [None]


def test_a_placed_figure_survives_its_row() -> None:
    """A figure told as a row and read back is the same, place and all."""
    said = "About 900 people fled from Ostrel."
    report = Report("r", "r", "", said, (Part(0, len(said), "body"),), Published(None, "none"))
    town = Place(27, 33, "Ostrel", "Ostrel", lat=1.0, lon=2.0)
    (figure,) = figures(counts(sentences(Notes(report, places=(town,)), parser=load_parser()))).figures
    assert figure.place == town
    assert noun(type(figure), row(figure)) == figure
