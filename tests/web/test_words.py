"""A field is corrected by the words of the report that say so; the correction keeps where they stand."""

from pathlib import Path

import pytest
from test_review import again
from visiting import TEXTS, Visitor

from dateline.web.decisions import nearest

TEXT = TEXTS["r1"][1]
START = TEXT.index("medics")


def corrected(visitor: Visitor, record: Path) -> dict[str, object]:
    """The first report's claim after weighing again."""
    again(record)
    told: dict[str, object] = visitor.client.get("/report/report:r1.json").json()["claims"][0]
    return told


def test_chosen_words_stand_where_they_were_chosen(visitor: Visitor, record: Path) -> None:
    """Words sent with their place become the field's words, at that place."""
    sent = {"field": "speaker", "words": "medics", "start": str(START), "end": str(START + 6)}
    assert visitor.decide("claim:r1", "correct", **sent) == 303

    (speaker,) = corrected(visitor, record)["speaker"]  # type: ignore[misc]
    assert (speaker["name"], speaker["start"], speaker["end"]) == ("medics", START, START + 6)
    assert "from the words “medics”" in visitor.see("/report/report:r1")


def test_words_typed_without_a_script_are_found(visitor: Visitor, record: Path) -> None:
    """Without a place they are looked for, and the field may say something else than the words do."""
    visitor.decide("claim:r1", "correct", field="place", words="Tell Arwa", value="Tell Arwa al-Gharbi")

    place = corrected(visitor, record)["place"]
    assert place["name"] == "Tell Arwa al-Gharbi"  # type: ignore[index]
    assert TEXT[place["start"] : place["end"]] == place["text"] == "Tell Arwa"  # type: ignore[index]


def test_a_corrected_place_has_its_point(visitor: Visitor, record: Path) -> None:
    """A name that the gazetteer knows is put on the map; a name of several places is asked back, with each of them."""
    assert visitor.decide("claim:r1", "correct", field="place", value="Springfield") == 400
    assert visitor.decide("claim:r1", "correct", field="place", value="Saraqeb, Syria") == 303

    place = corrected(visitor, record)["place"]
    assert (place["name"], place["country"], place["precision"]) == ("Saraqeb", "SY", "exact")  # type: ignore[index]
    assert place["lat"] == pytest.approx(35.86, abs=0.01)  # type: ignore[index]


def test_words_the_report_does_not_say_are_refused(visitor: Visitor) -> None:
    """No evidence is made up."""
    assert visitor.decide("claim:r1", "correct", field="speaker", words="the mayor") == 400
    assert visitor.client.get("/history.json").json() == []


def test_a_wrong_place_is_looked_for_again(visitor: Visitor) -> None:
    """Offsets that do not hold the words sent are not believed."""
    visitor.decide("claim:r1", "correct", field="speaker", words="medics", start="0", end="6")

    assert visitor.client.get("/history.json").json()[0]["start"] == START


def test_words_are_for_claims(visitor: Visitor, event: str) -> None:
    """An event stands in no one report."""
    assert visitor.decide(event, "correct", field="title", words="market") == 400


@pytest.mark.parametrize(("at", "start"), [(0, 0), (10, 11), (30, 11)])
def test_the_nearest_words_are_meant(at: int, start: int) -> None:
    """Of several places the one closest to the claim."""
    assert nearest("army fought army", "army", at) in (0, 12)
    assert abs((nearest("army fought army", "army", at) or 0) - at) <= abs((0 if start else 12) - at)
