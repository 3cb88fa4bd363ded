"""Actors of a report: names, roles, and which mentions are of one and the same."""

import re
import tomllib
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.find.actors import actors
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Actor, Part, Published, Report
from dateline.times import Interval
from dateline.words.actors import load_roster

pytestmark = pytest.mark.model
WORDS = files("dateline.words")
ROLES: list[dict[str, Any]] = tomllib.loads(WORDS.joinpath("roles.toml").read_text("utf-8"))["roles"]
NAMES: list[dict[str, Any]] = [
    row for row in tomllib.loads(WORDS.joinpath("actors.toml").read_text("utf-8"))["actors"] if "examples" in row
]


def found(text: str, published: str | None = None) -> tuple[Actor, ...]:
    """The actors of a report of plain text."""
    when = Interval.parse(published, None) if published else None
    report = Report("r", "k", "0", text, (Part(0, len(text), "body"),), Published(when, "given" if when else "none"))
    return actors(sentences(Notes(report), parser=load_parser()), roster=load_roster()).actors


def named(text: str, published: str | None = None) -> dict[str, str]:
    """The name of each mention by its words."""
    return {actor.text: actor.name for actor in found(text, published)}


@pytest.mark.parametrize("row", ROLES, ids=lambda row: row["nouns"][0])
def test_roles_are_found_and_refused(row: dict[str, Any]) -> None:
    """Each kind of role is found in its examples with exactly the marked words, and not in its refusals."""
    for example in row["examples"]:
        marked = re.search(r"\[(.+?)\]", example)
        assert marked is not None
        mentions = [(actor.text, actor.kind) for actor in found(re.sub(r"[\[\]]", "", example))]
        assert marked[1] in [text for text, _ in mentions], mentions
        assert row.get("generic") or (marked[1], row["kind"]) in mentions
    for refusal in row["refusals"]:
        assert row["kind"] not in [actor.kind for actor in found(refusal)]


@pytest.mark.parametrize("row", NAMES, ids=lambda row: row["name"])
def test_names_are_found_and_refused(row: dict[str, Any]) -> None:
    """A known name is found in its examples and not in its refusals."""
    for example in row["examples"]:
        assert row["name"] in named(example).values()
    for refusal in row["refusals"]:
        assert row["name"] not in named(refusal).values()


def test_one_person_under_all_names() -> None:
    """Title, full name, surname, office and pronoun are one person."""
    told = named(
        "Chadian presidential spokesman Idriss Maloum met the clerks. Maloum left early. "
        "The presidential spokesman gave no reason. He said the talks would resume."
    )

    assert told["Chadian presidential spokesman Idriss Maloum"] == "Idriss Maloum"
    assert {told[text] for text in ("Maloum", "The presidential spokesman", "He")} == {"Idriss Maloum"}


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Petra Lindqvist, head of the clinic, closed it.", "head", "Petra Lindqvist"),
        ("The head of the clinic, Petra Lindqvist, closed it.", "The head", "Petra Lindqvist"),
        ("The monitor Airwars counted nine.", "The monitor", "Airwars"),
        ("A spokesman for Frontex agreed. A spokesman for Oxfam said no.", "A spokesman", "spokesman for Oxfam"),
    ],
)
def test_a_name_beside_a_description(text: str, mention: str, name: str) -> None:
    """A description and the name beside it, in either order, are one actor; an unnamed one serves someone."""
    assert name in [actor.name for actor in found(text) if actor.text == mention]


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("A surgeon going by the name of Dr. Nabil Haddad said the ward was hit.", "surgeon", "Nabil Haddad"),
        ("A spokesman who gave his name as Abu Hilal Kadri said the dam was safe.", "spokesman", "Abu Hilal Kadri"),
        (
            "Men of the civil defence, better known as the White Helmets, dug all night.",
            "civil defence",
            "White Helmets",
        ),
        ("A surgeon known for his care of Omar Kadri said the ward was hit.", "surgeon", "surgeon"),
    ],
)
def test_a_name_somebody_goes_by(text: str, mention: str, name: str) -> None:
    """Whoever goes by a name is meant by it."""
    assert next(who for words, who in named(text).items() if mention in words).startswith(name)


def test_spellings_within_a_report() -> None:
    """A surname spelled otherwise later in the report is the same person."""
    told = named("Mayor Omar Sarraqi spoke. Later Sarraki said the dam would hold.")

    assert told["Sarraki"] == "Omar Sarraqi"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Ankara rejected the plan.", {"Ankara": "Turkey"}),
        ("He flew to a hotel in Ankara.", {}),
        ("Libyan warplanes bombed the port.", {"Libyan warplanes": "Libyan air force"}),
        ("Russian air raids hit the port.", {"Russian": "Russia"}),
        ("A Russian town was hit.", {}),
        ("The Iranian-backed proposal failed.", {}),
    ],
)
def test_states_and_what_stands_for_them(text: str, kinds: dict[str, str]) -> None:
    """A capital that acts is its government, one that locates is not; a demonym tells whose forces or raids."""
    told = {words: name for words, name in named(text).items() if words != "He"}

    assert told == kinds


def test_the_army_is_the_storys_army() -> None:
    """Forces without a country take the one the report is about."""
    told = named("Chadian troops left Mao. Rebels held the Chadian town. The army gave no toll.")

    assert told["The army"] == "Chadian armed forces"
    assert told["Rebels"] == "Chadian rebels"


def test_the_holder_told_last() -> None:
    """Of two presidents the one told of last is meant, and no office of another kind nor one that was held before."""
    told = found(
        "Chadian President Idriss Maloum stayed in Mao. Malian President Ousmane Keba met clerks. The president wept. "
        "Chadian Foreign Minister Hassan Tolli left. The interior minister hid. The former president fled. "
        "The Chadian foreign minister spoke. The northern governments that paid for the dam agreed."
    )
    names = {actor.text: actor.name for actor in told}

    assert names["The president"] == "Ousmane Keba"
    assert names.get("The interior minister") != "Hassan Tolli"
    assert names["The former president"] == "former president"
    assert names["The Chadian foreign minister"] == "Hassan Tolli"
    assert names["The northern governments"] == "northern governments"


def test_the_president_of_the_day() -> None:
    """An office without a name is held by whoever held it on the day of the report."""
    text = "The United States was silent. The US president flew home."

    assert named(text, "2016-05-01")["The US president"] == "Barack Obama"
    assert named(text, "2018-05-01")["The US president"] == "Donald Trump"


WORD = st.sampled_from(
    "Syrian the army said Ali Hassan , . president of al - Assad he they 's Front Ministry forces".split()
)


@settings(max_examples=30, deadline=None)
@given(st.lists(WORD, max_size=40))
def test_mentions_are_words_of_the_report(words: list[str]) -> None:
    """Every mention is exactly the text between its ends, in order."""
    text = " ".join(words)
    mentions = found(text)

    assert all(text[a.start : a.end] == a.text for a in mentions)
    assert list(mentions) == sorted(mentions, key=lambda a: (a.start, a.end))


def test_capitals_tell_nothing_where_all_are() -> None:
    """In a line of capitals "who" and "is" are the words they are."""
    names = set(named("IT IS NOT KNOWN WHO SHELLED THE MILL. FMLN GUERRILLAS LEFT.").values())
    assert "Farabundo Marti National Liberation Front" in names
    assert not names & {"World Health Organization", "Islamic State"}


def test_the_guerrillas_of_a_group_are_its_own_later() -> None:
    """Whoever was told as a group's guerrillas is meant by "the guerrillas" afterwards."""
    names = named("MRTA guerrillas attacked a post. The guerrillas withdrew at dawn.")
    assert names["The guerrillas"] == "Tupac Amaru Revolutionary Movement"


def test_she_is_no_man_known_beforehand() -> None:
    """A woman's pronoun never means a public man, and finds the woman told before."""
    assert "She" not in named("Vladimir Putin spoke first. She said nothing.")
    names = named("Minister Leila Karam met Vladimir Putin. She said the talks were long.")
    assert names["She"] == "Leila Karam"


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Mali's opposition thanked NATO. The alliance had lost a jet.", "The alliance", "NATO"),
        (
            "The Tern Relief Organisation sent tents. NATO sent ships; the organisation lost one.",
            "the organisation",
            "NATO",
        ),
        ("General Omar Kano says analyst Issa Deng left. He told a paper so.", "He", "Omar Kano"),
        ("General Omar Kano says nurse Ana Haro left. He told her to rest.", "her", "Ana Haro"),
        ("An envoy of Chad left. Salma Haroun, a potter, keeps letters that she said were hers.", "she", None),
        ("An envoy of Chad spoke. The sister said she had been beaten.", "she", None),
        ("General Omar Kano left. A rebel fighter vowed to go on. “We will,” he said.", "he", "rebel fighter"),
        ("General Omar Kano left. Clerk Issa Deng put out a paper saying he will stay.", "he", "Clerk Issa Deng"),
        ("Mali sent tents. The main party said it wanted a vote.", "it", None),
        ("Rolan Bek-tur spoke. Rolan asked for calm.", "Rolan", None),
        ("Envoy Rolan Bek-tur spoke. Rolan asked for calm.", "Rolan", "Rolan Bek-tur"),
        ("A medic met Omar Kano. His head was sore.", "His head", None),
        ("The African Union met. Chad left. The bloc was glad.", "The bloc", "African Union"),
        ("Chad left. The union was glad.", "The union", None),
        ("The United Nations met. Chad left. The union was glad.", "The union", None),
        ("The Reef Council met. They fled the council of Arvel.", "the council", None),
        (
            "US Secretary of State Ana Haro left. Mali said its secretary of state for ports would stay.",
            "its secretary of state",
            "secretary of state",
        ),
        ("Talks ended in Bamako Rebels shot at a bus.", "Rebels", "Rebels"),
        ("Two fell when [Malian] warplanes came.", "warplanes", "Malian air force"),
        ("A Malian military drone strike hit a mill.", "Malian", "Mali"),
        ("(Update 1:30 a.m. Cairo) Three men fled.", "Cairo", None),
        ("General Khalifa Haftar left. A pro-Haftar rally was held.", "Haftar", None),
    ],
)
def test_a_word_for_one_told_before_means_the_likeliest(text: str, mention: str, name: str | None) -> None:
    """The body just told of, the subject of the main verb; nobody told before where another stands beside the pronoun."""
    assert named(text).get(mention) == name
