"""What a report is about decides how much of its talk is taken for claims."""

from functools import cache

from dateline.find import Notes, chain, find
from dateline.find.claims.worth.theme import Theme, theme_of
from dateline.find.sentences.parser import load_parser
from dateline.model import Part, Published, Report
from dateline.places import load_gazetteer
from dateline.times import Interval
from dateline.words.actors import load_roster

MARKET = (
    "The bank said prices of olive oil would stay high this year. Traders said buyers were waiting for the harvest. "
    "The minister said growers need rain before June. An analyst said supplies could run low by August. "
    "The firm said it had sold most of its stock. Shops said sales had fallen since March. "
    "The union said wages should rise. A grower said the trees were old. The mayor said the fair would open on Monday."
)
WAR = (
    "Rebels shelled the harbour of Sele on Monday. Soldiers fired back from the fort. "
    "A mortar round hit the mill. The militia seized the bridge. Jets bombed a depot. "
    "Gunmen attacked a bus. The army withdrew from the ridge. Residents fled to the hills. The truce collapsed at dusk."
)

NEED = (
    "The agency said nine lorries of flour reached Sele on Monday. More than two million people need food assistance. "
    "Families were supplied with clean water in June. The hospital is running out of medicine. "
    "Some 4,000 people are displaced. Blankets were handed to the families. Aid workers brought tents to the camp. "
    "The charity delivered food to the camp. Relief supplies were unloaded at the port."
)

MOURNED = (
    "Nine of the Hadid family were killed in their flat. Sami Hadid was a teacher. His colleagues wrote that he was kind. "
    "His wife Lina Omar and two of their sons were killed beside him. A cousin posted a picture of the boys. "
    "Their neighbour Adel Karim died on the way to the hospital. A friend described him as a gifted painter. "
    "A pupil said that nobody had been more patient. The photographs show the ruins of the flat."
)


@cache
def notes_of(text: str) -> Notes:
    """A report published on 5 February 2020, all of it body."""
    published = Published(Interval.parse("2020-02-05", None), "given")
    report = Report("r", "k", "s", text, (Part(0, len(text), "body"),), published, language="en")
    return find(report, chain(load_parser(), load_gazetteer(()), load_roster()))


def test_a_report_on_prices_is_far_off() -> None:
    """Nothing in it tells of a conflict, and next to none of its talk is a claim."""
    assert theme_of(notes_of(MARKET)).far_off() == 1.0
    assert len(notes_of(MARKET).claims) <= 2


def test_a_report_of_a_war_is_not() -> None:
    """Most of its sentences tell of blows, and they are claims."""
    assert theme_of(notes_of(WAR)).far_off() == 0.0
    assert len(notes_of(WAR).claims) >= 7


def test_a_short_report_is_never_far_off() -> None:
    """A few sentences do not say what a report is about."""
    assert Theme(frozenset(), 7).far_off() == 0.0
    assert 0 < Theme(frozenset({2}), 20).far_off() < 1


def test_a_long_report_gives_less_of_what_it_tells() -> None:
    """The same words are surer to be taken from a report of nine sentences than from one of nine score."""
    short, long = notes_of(WAR), notes_of(" ".join([WAR] * 20))
    assert theme_of(short).words < 120 < 1000 < theme_of(long).words
    assert min(c.confidence for c in short.claims) > min(c.confidence for c in long.claims)


def test_the_dead_are_counted_wherever_they_are_told() -> None:
    """A toll asks for no conflict around it."""
    text = MARKET + " Nine people were killed in the market of Sele on Sunday, the mayor said."
    assert any(figure.measure == "killed" for claim in notes_of(text).claims for figure in claim.figures)


def test_need_belongs_to_a_war_that_is_named() -> None:
    """Help for those in need tells of a conflict where the report names one, and of none where it names a flood."""
    assert theme_of(notes_of(f"{NEED} The war in the province is in its third year.")).far_off() == 0.0
    assert theme_of(notes_of(f"{NEED} The flood in the province was the third since May.")).far_off() > 0.2


def test_the_dead_of_a_war_belong_to_it() -> None:
    """Who mourns those that a war killed tells of the war, and each of the dead is told; those of a flood make no conflict."""
    war, flood = (notes_of(f"{MOURNED} {last}") for last in ("The airstrike hit at dawn.", "The flood came at dawn."))
    assert theme_of(war).far_off() == 0.0 < theme_of(flood).far_off()
    assert sum(c.type == "casualty_figure" for c in war.claims) == 3
