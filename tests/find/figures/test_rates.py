"""Numbers that count nobody, as they are rates or no longer hold; and tolls that are told at a distance."""

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


TOLD = [
    ("Losses of the garrison stood at 5 guards daily on average.", set()),
    ("Raids killed 310 herders, among them 40 children (two children a day).", {("killed", 310), ("killed", 40)}),
    ("An average of 12 miners died in the pit.", set()),
    ("The toll stands at 26, up from 19 on Friday.", {("killed", 26)}),
    ("The governor revised an earlier estimate of 19 killed.", set()),
    ("Initial reports said 19 miners were killed.", {("killed", 19)}),
    ("The death toll was later given as 26 with injuries standing at 70.", {("killed", 26), ("injured", 70)}),
    ("The number of villagers killed by the band reached 64 people.", {("killed", 64)}),
    ("Casualties amounted to 870 nomads, including 210 killed.", {("casualties", 870), ("killed", 210)}),
    ("The relief column reached 900 people.", {("aid_recipients", 900)}),
    ("More than 60 herders were killed and wounded at the well.", {("casualties", 60)}),
    ("Dozens were killed and wounded at the well.", {("killed", 24), ("injured", 24)}),
    ("Fourteen rangers embraced martyrdom at the pass.", {("killed", 14)}),
    (
        "The raid left 16 rebels including two cooks dead and five others hurt.",
        {("killed", 16), ("killed", 2), ("injured", 5)},
    ),
    ("A total number of 840 families are displaced near Ostrel.", {("displaced", 840)}),
    ("Shelling caused three of every four burns and two of every five deaths.", set()),
    ("A singer was rushed to hospital and pronounced dead.", {("killed", 1)}),
    ("A singer died of an overdose.", set()),
    ("Two in five of those displaced are girls.", set()),
    ("For every ranger killed in the marsh, some 14 herders are thought to have died.", set()),
    ("The number of refugees rose by 4,000 to 61,000 in March.", {("displaced", 61000)}),
    ("The toll rose by three to 15.", {("killed", 15)}),
    ("Some 300 families were displaced, bringing the total to 1,200.", {("displaced", 300), ("displaced", 1200)}),
    ("Prices rose by two to five coins.", set()),
    ("Some 1,880 residents living in sheds near the weir had moved to safer places.", {("displaced", 1880)}),
    ("Output fell from 1.6 million bpd as many workers left the country.", set()),
    ("(5,400) people have been killed and (640) remain in custody.", {("killed", 5400), ("detained", 640)}),
    ("A total of (224) nomads were killed, including (1) woman.", {("killed", 224), ("killed", 1)}),
    ("Omar Kor (41) was killed.", {("killed", 1)}),
    ("27 Most refugees are sheltered with friends.", set()),
    ("The band held five cooks, two of whom were released.", {("released", 2)}),
    ("The delta had 46 murders per 100,000 people, and 9 deaths for every 1,000 births.", set()),
    ("The first toll of four miners had climbed to 29 dead.", {("killed", 29)}),
    ("A drug lord was killed.", {("killed", 1)}),
    ("Five miners, not eight, were killed in the pit.", {("killed", 5)}),
    ("Not eight but twelve miners were killed in the pit.", {("killed", 12)}),
    ("Nine miners were killed rather than four.", {("killed", 9)}),
    ("Not two hours after the raid, nine miners were killed.", {("killed", 9)}),
    ("The governor revised down the number of dead in the raid on the pit from 14 to 11.", {("killed", 11)}),
    ("The governor corrected the death toll of the raid on the pit to five from eight.", {("killed", 5)}),
    ("The number of dead rose from eight to 12.", {("killed", 12)}),
    ("The causes behind these quarrel-related deaths were debts.", set()),
    ("The district saw six mass displacements in which 3,100 people fled.", {("displaced", 3100)}),
]


@pytest.mark.parametrize(("said", "expected"), TOLD)
def test_tells_tolls_from_rates(said: str, expected: set[tuple[str, float | None]]) -> None:
    """What is so on average, or was so before, is no toll; a toll may stand far from its number."""
    assert {(f.measure, f.best) for f in read(said) if not f.negated} == expected


@pytest.mark.parametrize("said", ["The chief denied his band lost 14 men.", "The army denied it had killed 14 cooks."])
def test_hears_a_denial_without_a_that(said: str) -> None:
    """What stands in the clause that a denial opens is denied."""
    [figure] = read(said)
    assert (figure.best, figure.negated) == (14, True)


def test_supposes_all_that_an_if_governs() -> None:
    """What goes on behind a supposition is supposed too."""
    assert {f.modality for f in read("If they were to bomb a mill and kill a dozen cooks, the allies would act.")} == {
        "hypothetical"
    }


def test_takes_a_bracket_as_the_parts_of_a_toll() -> None:
    """Those in brackets behind a toll, told apart, make it up."""
    whole, *parts = read("The band killed 131 people (45 rebels and 86 women).")
    assert [(one.best, one.part_of) for one in parts] == [(45, whole.start), (86, whole.start)]


def test_finds_a_whole_behind_the_word_of_a_source() -> None:
    """Of a toll that an "of" opens behind a comma, those that follow are parts."""
    whole, *parts = read("By its own count, of the 640 fatalities, 270 were men and 180 were women.")
    assert [one.part_of for one in parts] == [whole.start, whole.start]


def test_counts_the_victim_of_a_murder_behind_its_place() -> None:
    """A place may stand between a murder and whose it was."""
    [figure] = read("He recalled the murder in Ostrel of a nun.")
    assert (figure.measure, figure.best) == ("killed", 1)


@pytest.mark.parametrize(
    ("said", "sides"),
    [
        ("Nine rebels were killed and 14 others wounded.", ["fighters", "fighters"]),
        ("Nine rebels were killed, 14 wounded and six captured.", ["fighters", "fighters", "fighters"]),
        ("The ambush killed nine policemen and wounded four.", ["police", "police"]),
        ("Nine soldiers were killed and 14 people wounded.", ["soldiers", None]),
        ("Nine soldiers died in the blast, which also wounded 14.", ["soldiers", None]),
        ("Two children were killed and 14 others wounded.", ["children", None]),
    ],
)
def test_takes_the_hurt_for_the_side_whose_dead_were_told(said: str, sides: list[str | None]) -> None:
    """Those told of no one in particular behind soldiers, fighters or police are of that side; behind children they are anybody."""
    assert [figure.subgroup for figure in read(said)] == sides
