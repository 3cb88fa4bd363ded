"""Figures that a plain reading gets wrong: names of papers, spans in names, ranks, habits, those who only speak."""

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


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Tuesday 6 May 2014 15.37 GMT At least 43 people were killed.", {("killed", 43)}),
        ("Four Ostrel Times reporters are missing.", {("missing", 4)}),
        ("The last two hit her in the head.", set()),
        ("The militia is to release the first of five guards.", set()),
        ("The mob left Martyrs' Square in ruins.", set()),
        ("A 100m-long checkpoint stands there.", set()),
        ("The ship fired 20 rockets and the fort fired 30.", {("weapons_fired", 20), ("weapons_fired", 30)}),
        (
            "At least 37 members of the guild, coming from two towns and including 12 women, and up to 50 others were killed.",
            {("killed", 37), ("killed", 12), ("killed", 50)},
        ),
        ("The 7.0-magnitude quake, which killed 200 people, was long.", {("killed", 200)}),
        ("The virus has infected 900 people and killed 86.", set()),
        ("Nine people were killed by the outbreak.", set()),
        ("Rebels killed nine during the epidemic.", {("killed", 9)}),
        ("A judge called for the arrest of two guards.", set()),
        ("The court sought the arrest of two guards.", set()),
        ("No miners or guards were hurt.", set()),
        ("A man called Omar Korda was killed.", {("killed", 1)}),
        ("The toll may rise because 30 people were injured.", {("injured", 30)}),
        ("It was not clear if nine people had died.", set()),
        ("Floods could displace as many as 700 people.", set()),
        ("A gunman opened fire at a fair in Ostrel, killing Omar Korda, 37.", {("killed", 1)}),
        ("The miner, who told of having six wives and scores of children, was detained on Monday.", {("detained", 1)}),
        ("The mayor said that neither of them led to any injuries or deaths.", set()),
        ("The guild said nine reporters and other radio staff were killed.", {("killed", 9)}),
        ("Three of the skiffs fled.", set()),
        ("Her aunt, a thousand mercies on her, was killed.", {("killed", 1)}),
        ("The clinic gave 70 lives a second chance.", set()),
        ("Four missing climbers were found alive.", set()),
        ("The toll climbed to 52 from 47.", {("killed", 52)}),
        ("The toll stood at 52, compared with 47 on Monday.", {("killed", 52)}),
        ("A nurse who left Marenga at dawn spoke of two blasts.", set()),
        ("A rumour that 60 miners had been killed went round.", set()),
        ("Some 15 per cent of the 2,000 people who fled Ostrel are farmers.", {("displaced", 2000)}),
    ],
)
def test_a_count_is_no_more_than_it_says(said: str, expected: set[tuple[str, float | None]]) -> None:
    """Measure and best of every figure that happened."""
    assert {(f.measure, f.best) for f in read(said) if f.modality == "actual"} == expected
