"""Short reports of several sentences: where each of their claims happened, whether its own words say so or the story does."""

import tomllib
from pathlib import Path

import pytest

from dateline.find import chain, find
from dateline.find.sentences.parser import load_parser
from dateline.model import Part, Published, Report
from dateline.places import load_gazetteer
from dateline.times import Interval
from dateline.words.actors import load_roster

pytestmark = pytest.mark.model
CARRIED = tomllib.loads(Path(__file__).with_name("carried.toml").read_text("utf-8"))["carried"]


@pytest.mark.parametrize("entry", CARRIED, ids=[entry["text"][:60] for entry in CARRIED])
def test_claims_have_their_places(entry: dict[str, str]) -> None:
    """Every claim of a report has the place that its words or the story give it."""
    text = entry["text"]
    published = Published(Interval.parse("2024-06-12", None), "given")
    report = Report("r", "k", "s", text, (Part(0, len(text), "body"),), published, language="en")
    claims = find(report, chain(load_parser(), load_gazetteer(()), load_roster())).claims

    assert [claim.place.name if claim.place else "" for claim in claims] == entry["places"]
