"""Places in a report: which names are places, where they lie, and what the words around them say."""

import tomllib
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.find.notes import Notes, Sentence
from dateline.find.places import places
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Part, Place, Published, Report
from dateline.places import load_gazetteer
from dateline.words.actors import load_roster

EXAMPLES = tomllib.loads(files("dateline.words").joinpath("places.toml").read_text("utf-8"))["examples"]


def report_of(text: str, *parts: Part) -> Report:
    return Report("r", "k", "0", text, parts or (Part(0, len(text), "body"),), Published(None, "none"))


def found(text: str, *parts: Part) -> tuple[Place, ...]:
    notes = sentences(Notes(report_of(text, *parts)), parser=load_parser())
    return places(notes, gazetteer=load_gazetteer(), roster=load_roster()).places


@pytest.mark.model
def test_an_armed_group_is_no_place() -> None:
    """A band whose name is also a town's, or stands where a place might, is no place."""
    made = found(
        "Police in Cali arrested nine men linked to the Rastrojos. The city has long been a Rastrojos stronghold."
    )
    assert {place.text for place in made} == {"Cali"}
    assert "Sinai Province" in {place.name for place in found("Clashes broke out in Sinai Province on Monday.")}


@pytest.mark.model
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"][:40])
def test_examples_and_refusals(example: dict[str, list[str]]) -> None:
    """Each example names the places listed, and none of its refusals."""
    made = found(str(example["text"]))
    assert set(example["finds"]) <= {f"{p.text}, {p.country or '-'}, {p.precision}" for p in made}
    assert not set(example.get("refuses", ())) & {p.text for p in made}
    assert {p.text for p in made if p.metonym} == set(example.get("metonyms", ()))


@pytest.mark.model
def test_a_name_has_one_meaning_in_a_report() -> None:
    """A name told with its country once means the same where it stands alone."""
    first, _, again = (p for p in found("Fire broke out in Valencia, Venezuela. Crews from Valencia came.") if p.text)
    assert first.country == again.country == "VE"
    assert (first.lat, first.lon) == (again.lat, again.lon)


@pytest.mark.model
@pytest.mark.parametrize("said", ["Deir al-Balah in central Gaza", "Al-Qarara, southern Gaza", "Khan Younis, Gaza"])
def test_a_province_elsewhere_holds_no_town_of_another_land(said: str) -> None:
    """Mozambique has a province called so too; what is beside the name lies in the land that both can be in."""
    assert {place.country for place in found(f"Shells hit a bakery in {said} on Monday.")} == {"PS"}


@pytest.mark.model
def test_a_dateline_is_a_place() -> None:
    """A dateline is not parsed, but names where the report was written."""
    text = "KAMPALA —\nThe river rose again."
    made = found(text, Part(0, 9, "dateline"), Part(9, len(text), "body"))
    assert [(p.text, p.country) for p in made] == [("KAMPALA", "UG")]


@pytest.mark.model
@pytest.mark.parametrize(("name", "country"), [("GOMA", "CD"), ("JUBA", "SS"), ("ADEN", "YE")])
def test_a_short_name_in_a_dateline_is_no_acronym(name: str, country: str) -> None:
    """The town of a dateline is written in capitals, and tells which of its namesakes another name means."""
    text = f"{name}, June 3 - The river rose again."
    made = found(text, Part(0, 14, "dateline"), Part(14, len(text), "body"))
    assert [(p.text, p.country) for p in made] == [(name, country)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("Guards shot dead the general's son Mo at the gate", False),
        ("The raid killed La Sayyid and two aides", False),
        ("A gunman shot five people in Joplin, Mo, on Sunday", True),
        ("A gunman shot five people at a fair in Fla. on Sunday", True),
    ],
)
def test_a_short_form_is_a_state_only_where_it_stands_as_one(said: str, state: bool) -> None:
    """Behind its town, or with its full stop; a name of two letters is somebody's."""
    made = {place.name for place in found(f"{said}.")}
    assert bool(made & {"Missouri", "Louisiana", "Florida", "Joplin"}) == state


@pytest.mark.model
def test_a_way_from_a_town_moves_the_point() -> None:
    """Thirty kilometres east of a town is a circle east of it."""
    (away,) = [p for p in found("A bus burned 30 km east of Zinder.") if p.text == "Zinder"]
    (town,) = [p for p in found("A bus burned in Zinder.") if p.text == "Zinder"]
    assert away.lat == pytest.approx(town.lat, abs=0.02)
    assert away.lon is not None
    assert town.lon is not None
    assert 0.2 < away.lon - town.lon < 0.35
    assert away.precision == "near"


@pytest.mark.model
def test_pages_that_lost_their_apostrophes() -> None:
    """A country with an s that no apostrophe sets off is the country."""
    (place,) = found("Cholera closed Yemens ports.")
    assert (place.text, place.country) == ("Yemen", "YE")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A CAR BOMB IN NIAMEY EXPLODED OUTSIDE A BAKERY.", ["NIAMEY"]),
        ("POLICE SAID THE RAID IN THE ZINDER AREA TOLD US NOTHING.", ["ZINDER"]),
        ("SHELLS FELL NEAR THE TOWN OF DIFFA, KILLING A COOK.", ["DIFFA"]),
        ("NURSES ASKED ALL OF US TO GO IN AND LEAVE THE PROBLEM OF THE STATE.", []),
    ],
)
def test_pages_in_capitals(text: str, names: list[str]) -> None:
    """Where all is in capitals the words beside a name are no names for that, and "us" is no land."""
    assert [place.text for place in found(text)] == names


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Shelling in Zinderand Maradi burned two mills.", ["Zinder", "Maradi"]),
        ("Floods hit South Darfurbetween June and July.", ["South Darfur"]),
        ("Snow fell in Switzerland and Thailand.", ["Switzerland", "Thailand"]),
    ],
)
def test_pages_that_ran_words_together(text: str, names: list[str]) -> None:
    """A name that runs into the small word behind it is the name; one that only ends like that is whole."""
    assert [place.text for place in found(text)] == names


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Goma Al-Bab U.N. W.Va. d'Ivoire St. Louis-Nord near the of , - ' ’s Syrias éÉ 7 \n Road (Mali) \u00a0 İ".split(
                " "
            )
        ),
        max_size=30,
    )
)
def test_spans_are_the_words(words: list[str]) -> None:
    """Whatever the text, a place's span is its words, and no two overlap."""
    text = " ".join(words)
    notes = Notes(report_of(text), (Sentence(0, len(text), text, "body", 0),))
    made = places(notes, gazetteer=load_gazetteer(), roster=load_roster()).places
    assert all(text[p.start : p.end] == p.text != "" for p in made)
    assert all(one.end <= other.start for one, other in pairwise(made))


def test_hostile_text_costs_little() -> None:
    """A long text without a blank, or of capitals alone, is read in linear time."""
    for text in ("A" * 1_000_000, "Ab-" * 20_000, "Al-" * 20_000):
        notes = Notes(report_of(text), (Sentence(0, len(text), text, "body", 0),))
        assert len(places(notes, gazetteer=load_gazetteer(), roster=load_roster()).places) < 100_000


@pytest.mark.model
def test_a_band_that_is_called_so_is_no_town() -> None:
    """The name that a band is told to have is no place's."""
    assert found("The group called Borno attacked a mill.") == ()
