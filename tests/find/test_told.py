"""Plain news sentences of many countries and registers: every claim that a coder would make of each, and no other."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dateline.find import chain, find
from dateline.find.sentences.parser import load_parser
from dateline.model import Claim, Figure, Part, Party, Published, Report
from dateline.places import load_gazetteer
from dateline.times import Interval
from dateline.words.actors import load_roster

TOLD = tomllib.loads(Path(__file__).with_name("told.toml").read_text("utf-8"))["told"]
EMPTY: dict[str, Any] = {"stance": "asserts", "modality": "actual", "by": [], "place": "", "speaker": [], "figures": []}


@cache
def claims_of(text: str) -> tuple[Claim, ...]:
    """The claims of a report published on 5 February 2020; a short one may open with its dateline."""
    published = Published(Interval.parse("2020-02-05", None), "given")
    cut = text.find(" - ") + 3 if " - " in text[:20] else 0
    parts = (Part(0, cut, "dateline"), Part(cut, len(text), "body"))[not cut :]
    report = Report("r", "k", "s", text, parts, published, language="en")
    return find(report, chain(load_parser(), load_gazetteer(()), load_roster())).claims


def names(parties: tuple[Party, ...]) -> list[str]:
    return [party.name for party in parties]


def counted(figure: Figure) -> str:
    """A figure as "measure:least:most"."""
    low, high = ("" if bound is None else str(int(bound)) for bound in (figure.low, figure.high))
    return f"{figure.measure}:{low}:{high}"


def told(claim: Claim) -> dict[str, Any]:
    """What a claim tells, in the shape of the table."""
    said = {"type": claim.type, "stance": claim.stance, "modality": claim.modality, "background": claim.background}
    who = {"by": names(claim.by), "to": names(claim.to), "speaker": names(claim.speaker)}
    place = claim.place.name if claim.place else ""
    time = "/".join(claim.time.when.iso()) if claim.time and claim.time.when else ""
    due = claim.deadline or ""
    return {
        **said,
        **who,
        "place": place,
        "time": time,
        "deadline": due,
        "figures": [counted(figure) for figure in claim.figures],
    }


def test_the_table_is_long() -> None:
    """It holds a hundred sentences and more, none twice."""
    assert len({entry["text"] for entry in TOLD}) == len(TOLD) >= 120


@pytest.mark.parametrize("entry", TOLD, ids=lambda entry: entry["text"][:50])
def test_claims_are_what_a_coder_would_code(entry: dict[str, Any]) -> None:
    """All claims in their order: type, stance, modality, who, whom where the table says it, where, voice and figures."""
    wanted = [{**EMPTY, **claim} for claim in entry["claims"]]
    found = [told(claim) for claim in claims_of(entry["text"])]
    assert [{key: row[key] for key in want} for want, row in zip(wanted, found, strict=False)] == wanted
    assert len(found) == len(wanted)
