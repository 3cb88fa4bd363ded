"""The roster: what it names, when it holds, and what it refuses."""

import datetime as dt
import tomllib
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.errors import BadWords
from dateline.words.actors import KINDS, Known, Roster, load_roster, plain, skeleton


def named(text: str, day: dt.date | None = None, roster: Roster | None = None) -> Known | None:
    """The first actor that the words of a text name."""
    texts = text.replace("-", " - ").split()
    plains = [plain(word) for word in texts]
    told = ((roster or load_roster()).match(texts, plains, at, day) for at in range(len(texts)))
    return next((found[1] for found in told if found is not None), None)


def test_a_possessive_cut_off_by_the_parser_is_within_a_name() -> None:
    """ "People's" is two words to the parser and one of the name."""
    known = [named(text) for text in ("New People 's Army", "The Lord 's Resistance Army", "People 's army")]

    assert [one and one.name for one in known] == ["New People's Army", "Lord's Resistance Army", None]


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("Damascus", "Syria", "capital"),
        ("Türkiye", "Turkey", "country"),
        ("Nigerien", "Niger", "demonym"),
        ("U.N.", "United Nations", "name"),
        ("Fateh al-Sham Front", "Fateh al-Sham Front", "name"),
        ("Erdoğan", "Recep Tayyip Erdogan", "name"),
        ("Putins", "Vladimir Putin", "name"),
    ],
)
def test_names_are_known_however_written(text: str, name: str, form: str) -> None:
    """Accents, dots, hyphens and a lost apostrophe do not hide a known actor."""
    known = named(text)

    assert known is not None
    assert (known.name, known.form) == (name, form)


@pytest.mark.parametrize("text", ["us", "who", "is", "syrians", "the war", "Isle", "sana"])
def test_common_words_are_nobody(text: str) -> None:
    """An acronym counts only in capitals and a name only with one."""
    assert named(text) is None


def test_offices_hold_within_their_days() -> None:
    """Who holds an office depends on the day."""
    roster = load_roster()

    before = roster.holder("president", "US", dt.date(2017, 1, 19))
    after = roster.holder("president", "US", dt.date(2017, 1, 20))
    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("Barack Obama", "Donald Trump")
    assert roster.holder("president", "US", dt.date(1990, 1, 1)) is None


def test_an_office_is_that_of_whoever_the_report_names() -> None:
    """In a report from Iraq that has named Tony Blair "the prime minister" is he, and nobody where it names him only later; where it
    names Iraq's own, it is that one."""
    roster, day = load_roster(), dt.date(2005, 5, 2)
    blair = next(p for p in roster.persons["GB"] if p.name == "Tony Blair")
    other = roster.holder("prime minister", "IQ", day)
    assert other is not None

    assert roster.holder("prime minister", "IQ", day, {blair.id: True}) == blair
    assert roster.holder("prime minister", "IQ", day, {blair.id: False}) is None
    assert roster.holder("prime minister", "IQ", day, {blair.id: True, other.id: True}) == other


def test_a_users_list_comes_first(tmp_path: Path) -> None:
    """Names of a user's own file are found, with the days between which they hold."""
    own = tmp_path / "own.toml"
    own.write_text('[[actors]]\nname = "Tern Coast Guard"\nkind = "military"\naliases = ["TCG"]\nfrom = "2015-01-01"\n')
    roster = load_roster((own,))

    assert named("TCG", dt.date(2016, 1, 1), roster) == named("Tern Coast Guard", None, roster)
    assert named("TCG", dt.date(2014, 1, 1), roster) is None


@pytest.mark.parametrize(
    ("toml", "what"),
    [
        ('[[actors]]\nkind = "state"', "no name"),
        ('[[actors]]\nname = "X"\nkind = "army"', "'army' is not one of"),
        ('[[actors]]\nname = "X"\nfrom = "last year"', "'last year' is not a day"),
        ("[[actors]", "own.toml"),
    ],
)
def test_a_bad_list_is_told(tmp_path: Path, toml: str, what: str) -> None:
    """A user's file that breaks the rules is refused in plain words."""
    own = tmp_path / "own.toml"
    own.write_text(toml)

    with pytest.raises(BadWords, match=what):
        load_roster((own,))


def test_every_packaged_entry_is_of_a_kind_of_the_contract() -> None:
    """Kinds are the contract's, countries are known codes, no name is listed twice."""
    rows = tomllib.loads(files("dateline.words").joinpath("actors.toml").read_text("utf-8"))["actors"]

    assert {row["kind"] for row in rows} <= KINDS
    assert {row["country"] for row in rows if "country" in row} <= set(load_roster().countries)
    names = [row["name"] for row in rows]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("one", "other"), [("qaddafi", "gaddafi"), ("tayyip", "tayyib"), ("saraqib", "saraqeb"), ("zawiya", "sawiyah")]
)
def test_spellings_of_one_name_share_a_skeleton(one: str, other: str) -> None:
    """Vowels and sounds that take turns do not tell names apart."""
    assert skeleton(one) == skeleton(other)


@given(st.text(max_size=30))
@example("Ǿ")
@example("𝚤")
def test_plain_is_plain(text: str) -> None:
    """Made plain twice is made plain once; nothing but letters and digits is left."""
    assert plain(plain(text)) == plain(text)
    assert all(letter.isalnum() for letter in plain(text))


@pytest.mark.parametrize(
    ("office", "country", "day", "name"),
    [
        ("defence minister", "SY", "2016-05-01", "Fahd Jassem al-Freij"),
        ("president", "RU", "2005-01-01", "Vladimir Putin"),
        ("prime minister", "PK", "2023-12-01", "Anwaar-ul-Haq Kakar"),
        ("prime minister", "SD", "2020-01-01", "Abdalla Hamdok"),
        ("president", "VE", "2026-02-01", "Delcy Rodríguez"),
        ("president", "CI", "2011-01-10", None),
    ],
)
def test_who_held_an_office_that_day(office: str, country: str, day: str, name: str | None) -> None:
    """One holder is named; of two that dispute an office neither is."""
    holder = load_roster().holder(office, country, dt.date.fromisoformat(day))

    assert (holder and holder.name) == name


@pytest.mark.parametrize(
    ("name", "day", "country"),
    [
        ("Morgan Tsvangirai", "2008-05-01", None),
        ("Morgan Tsvangirai", "2010-05-01", "ZW"),
        ("Moussa Faki", "2021-05-01", None),
        ("Mahmoud Jibril", "2011-12-01", "LY"),
        ("Muammar Gaddafi", "2012-03-01", "LY"),
        ("Nabil Elaraby", "2012-05-01", None),
        ("Israel Katz", "2025-03-01", "IL"),
        ("Abdul Ilah Khatib", "2006-03-01", "JO"),
    ],
)
def test_who_held_an_office_is_known_while_he_did(name: str, day: str, country: str | None) -> None:
    """Who opposed a government before or served others after is not named as its own."""
    texts = name.split()
    match = load_roster().match(texts, [plain(text) for text in texts], 0, dt.date.fromisoformat(day))

    assert (match and match[1].country) == country


def test_each_official_has_one_name_and_one_id() -> None:
    """No id stands under two names, no name under two ids, and none is told in both tables of one land."""
    persons = [p for those in load_roster().persons.values() for p in those]

    assert len({p.id for p in persons}) == len(persons)
    assert len({(plain(p.name), p.country) for p in persons}) == len(persons)


def test_one_president_at_a_time() -> None:
    """Of the presidents of a land one follows the other, save in the dispute of Ivory Coast."""
    roster = load_roster()
    terms = sorted(
        (country or "", o.since or dt.date.min, o.until or dt.date.max)
        for country, persons in roster.persons.items()
        for person in persons
        for o in person.offices
        if o.office == "president"
    )
    crossed = {one[0] for one, other in pairwise(terms) if one[0] == other[0] and one[2] > other[1]}

    assert crossed <= {"CI"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("the Real IRA", "Real IRA", "GB"),
        ("Faylaq al-Rahman", "Faylaq al-Rahman", "SY"),
        ("Faylaq al-Sham", "Faylaq al-Sham", "SY"),
        ("the CNDP", "National Congress for the Defence of the People", "CD"),
        ("Lakurawa", "Lakurawa", "NG"),
        ("Joseph Kony", "Joseph Kony", None),
        ("Hassan Nasrallah", "Hassan Nasrallah", None),
        ("Laurent Nkunda", "Laurent Nkunda", None),
    ],
)
def test_armed_groups_and_who_leads_them(text: str, name: str, country: str | None) -> None:
    """Groups of like names are kept apart; who leads one does not act for the state of the land."""
    known = named(text)

    assert known is not None
    assert (known.name, known.country) == (name, country)
