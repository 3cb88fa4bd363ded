"""How sure each field of a claim is: told for what the claim tells, and less where less speaks for it."""

import tomllib
from dataclasses import replace
from importlib.resources import files

import pytest

from dateline.find.notes import Notes, Sentence
from dateline.find.setting.days import NEWS
from dateline.find.sureness import FIELDS, signs_of, sureness
from dateline.model import Attribution, Claim, Figure, Part, Party, Place, Published, Report, Span, Time

TEXT = "Fog fell. The mayor said shells hit the mill."
CLAUSE = Span(25, 45)


def notes_of(claim: Claim, voices: int = 0) -> Notes:
    """One claim in the second of two sentences, with so many voices beside."""
    report = Report("r", "r.txt", "0", TEXT, (Part(0, len(TEXT), "body"),), Published(None, "none"), language="en")
    sentences = (Sentence(0, 9, TEXT[:9], "body", 0), Sentence(10, len(TEXT), TEXT[10:], "body", 0))
    said = Attribution(10, len(TEXT), TEXT[10:], Span(10, 19), Span(20, 24), CLAUSE, False)
    return Notes(report, sentences, attributions=(said,) * voices, claims=(claim,))


def claim_of(**told: object) -> Claim:
    """A claim of the second sentence."""
    plain = Claim("c", "r", CLAUSE.start, CLAUSE.end, TEXT[CLAUSE.start : CLAUSE.end], "shelling", Span(32, 35))
    return replace(plain, **told)  # type: ignore[arg-type]


def sure(claim: Claim, voices: int = 0) -> dict[str, float]:
    """What a claim is told to be sure of."""
    return sureness(notes_of(claim, voices)).claims[0].confidences


def test_what_nobody_told_has_no_confidence_of_its_own():
    """A claim without a place, time or figure tells nothing of them; that nobody is named is an answer."""
    told = sure(claim_of())
    assert {"place", "time", "figures"}.isdisjoint(told)
    assert {"type", "by", "to", "speaker", "stance", "modality", "background"} == set(told)


def test_every_confidence_is_a_chance():
    """Between 0 and 1, for every field that is told."""
    place = Place(0, 3, "Fog", "Fog", precision="country")
    time = Time(0, 3, "Fog", "DATE", None, None, NEWS)
    figure = Figure("killed", 3, 3, 3, "exact", 25, 31, "shells")
    told = sure(claim_of(place=place, time=time, figures=(figure,)))
    assert set(told) == set(FIELDS)
    assert all(0 < chance < 1 for chance in told.values())


def test_an_outlet_that_speaks_beside_a_voice_is_less_sure():
    """Where somebody speaks in the sentence, that the outlet itself vouches is less sure."""
    assert sure(claim_of(), voices=1)["speaker"] < sure(claim_of())["speaker"]


def test_a_land_is_less_sure_than_a_town():
    """A place found in the same words is surer where it is a town."""
    land = Place(40, 44, "mill", "mill", precision="country")
    town = Place(40, 44, "mill", "mill", precision="exact")
    assert sure(claim_of(place=land))["place"] < sure(claim_of(place=town))["place"]


def test_what_is_planned_is_less_sure_than_what_was_done():
    """Whether it happened is surer of a blow told as done."""
    assert sure(claim_of(modality="planned"))["modality"] < sure(claim_of())["modality"]


def test_a_claim_outside_all_sentences_is_left_as_it_is():
    """Nothing is told of a claim whose words stand in no sentence."""
    claim = Claim("c", "r", 0, 3, "Fog", "other", Span(500, 503))
    assert sure(claim) == {}


@pytest.mark.parametrize("field", sorted(FIELDS))
def test_every_field_has_weights(field):
    """Each field that is judged was fitted."""
    page = tomllib.loads(files("dateline.words").joinpath("sureness.toml").read_text("utf-8"))
    assert "base" in page[field]
    assert set(page) == set(FIELDS)


def test_who_acts_is_less_sure_where_the_speaker_does():
    """A doer that is only the one who speaks is less sure than another."""
    mayor, army = Party("mayor", "The mayor", 10, 19), Party("army", "army")
    told = signs_of(notes_of(claim_of()), claim_of(by=(mayor,), speaker=(mayor,)))
    assert "speaker" in told["by"]
    assert sure(claim_of(by=(mayor,), speaker=(mayor,)))["by"] < sure(claim_of(by=(army,), speaker=(mayor,)))["by"]
