"""The packaged example reports, end to end: every claim of every report, and the events and agreements they must give."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from conftest import Told
from dateline.rows import Row

TABLE = tomllib.loads(Path(__file__).with_name("examples.toml").read_text("utf-8"))["report"]
EMPTY: dict[str, Any] = {
    "stance": "asserts",
    "modality": "actual",
    "background": False,
    "by": [],
    "to": [],
    "speaker": [],
    "place": "",
}


def told(claim: Row) -> Row:
    """What a claim tells, in the shape of the table."""
    people = {role: [party["name"] for party in claim[role]] for role in ("by", "to", "speaker")}
    plain = {key: claim[key] for key in ("type", "stance", "modality", "background")}
    return {**plain, **people, "place": claim["place"]["name"] if claim["place"] else "", "opens": claim["text"]}


def matches(wanted: Row, found: Row) -> bool:
    """Whether a claim is the one that a row of the table asks for."""
    held = {key: value for key, value in {**EMPTY, **wanted}.items() if value != "*" and key != "opens"}
    opens = " ".join(found["opens"].split()).startswith(wanted["opens"])
    return opens and {key: found[key] for key in held} == held


def event(examples: Told, words: str) -> Row:
    """The event whose claims are the most that hold some words."""
    texts = {c["id"]: c["text"] for c in examples["claims"]}
    return max(examples["events"], key=lambda e: sum(words in texts[c] for c in e["claims"]) / len(e["claims"]))


def differences(examples: Told, field: str) -> list[str]:
    """The explanations of what differs in a field, each after its kind."""
    return [f"{c['kind']}: {c['explanation']}" for c in examples["contradictions"] if c["field"] == field]


@pytest.mark.parametrize("wanted", TABLE, ids=lambda row: row["key"])
def test_every_claim_of_a_report(examples: Told, wanted: Row) -> None:
    """No claim is missed, none made beside, and each tells who, whom, where and who vouches."""
    page = next(r["id"] for r in examples["reports"] if r["key"] == wanted["key"])
    rows = sorted((c for c in examples["claims"] if c["report"] == page), key=lambda c: (c["start"], c["end"]))
    found = list(map(told, rows))
    wrong = [(w, f) for w, f in zip(wanted["claims"], found, strict=False) if not matches(w, f)]
    assert not wrong
    assert len(found) == len(wanted["claims"])


def test_the_readme_tells_what_comes_out(examples: Told) -> None:
    """What the README shows of the example reports is what a run over them says, word for word."""
    page = (Path(__file__).parent.parent / "README.md").read_text("utf-8")
    shown = page.split("```\n")[1].splitlines()

    assert len(shown) > 2
    assert set(shown) <= {c["explanation"] for c in examples["contradictions"]}


def test_the_market_strike_is_one_event(examples: Told) -> None:
    """Fifteen, then eighteen, then twenty-one died there, and two states are accused."""
    (update,) = [text for text in differences(examples, "killed") if "rescue workers" in text]
    assert update.startswith("update")
    assert all(number in update for number in ("15", "18", "21"))
    (accused,) = differences(examples, "perpetrator")
    assert "Russia" in accused
    assert "Syria" in accused


def test_the_january_truce_has_two_starts(examples: Told) -> None:
    """A Russian officer and Turkey tell different days, and neither is averaged."""
    (start,) = differences(examples, "start")
    assert start.startswith("conflict")
    assert all(words in start for words in ("9 January", "12 January", "Turkey"))


def test_two_blows_struck_turkish_soldiers(examples: Told) -> None:
    """Eight died on 3 February and thirty-three on the 27th: two events."""
    eight, more = event(examples, "eight Turkish military personnel"), event(examples, "33 Turkish soldiers")
    assert eight["id"] != more["id"]
    assert (eight["time"]["from"], more["time"]["from"]) == ("2020-02-03", "2020-02-27")


def test_the_ultimatum_was_missed(examples: Told) -> None:
    """What was to be done by the end of February was not."""
    (due,) = [c for c in examples["commitments"] if c["due"] == "2020-02-29"]
    assert (due["kind"], due["outcome"]) == ("ultimatum", "missed")


def test_the_march_truce_is_another(examples: Told) -> None:
    """It begins at midnight on 6 March, and the one of January has collapsed by then."""
    starts = {a["from"] for a in examples["agreements"]}
    assert {"2020-01-09T14:00:00", "2020-03-06T00:00:00"} <= starts


def test_no_blow_lies_where_it_was_spoken_of(examples: Told) -> None:
    """Nothing is pinned in the capitals in which somebody said something."""
    places = {c["place"]["name"] for c in examples["claims"] if c["place"]}
    assert places.isdisjoint({"Ankara", "Damascus", "Moscow", "Beirut", "Geneva", "Istanbul"})
