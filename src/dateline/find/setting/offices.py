"""Where those govern who tell of a happening: a mayor speaks of the town, a governor of the province."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.find.notes import Notes, Sentence
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import within, word_at
from dateline.find.setting.capitals import definite
from dateline.find.setting.spoken import covering
from dateline.model import Claim, Place
from dateline.places.resolve import apart_km
from dateline.words.recall import load_recall

__all__ = ["governed"]

MAYORS: Final = frozenset({"mayor", "mayoress"})
GOVERNORS: Final = frozenset({"governor", "prefect"})
"""Those whose office is over a town, and over the province that is often told by its chief town."""

OTHERS: Final = frozenset({"former", "ex", "late", "ousted", "candidate"})
"""Words of those who hold no such office, or no more."""

PROVINCE_KM: Final = 100.0
"""How far from its chief town a province reaches."""

AFAR_KM: Final = 1_000.0
"""Who governs in another land and farther off than this tells of others' war: the mayor of Rome, of a bomb in Mosul."""

WORD: Final = re.compile(r"[\w-]+")


def governed(notes: Notes, claim: Claim, sentence: Sentence | None, told: Place) -> Place | None:
    """The town or province of the one who tells a claim that names no place, where the story plays elsewhere: "Dura Mayor Ana
    Ruiz said two were hurt"; None where they govern no place, or one that holds that of the story, or where "the raid" that
    they tell of is the one told before."""
    for said in covering(notes, sentence, claim) if sentence is not None and not _told_before(sentence, claim) else ():
        if said.speaker is None:
            continue
        office = WORD.findall(notes.report.text[said.speaker.start : said.speaker.end].lower())
        places = [
            p for p in within(notes.places, said.speaker) if p.end <= said.speaker.end and p.precision != "country"
        ]
        if not OTHERS.isdisjoint(office) or len(places) != 1 or _abroad(told, places[0]):
            continue
        if not MAYORS.isdisjoint(office) and not _in_town(told, places[0]):
            return places[0]
        if not GOVERNORS.isdisjoint(office) and not _in_province(told, places[0]):
            return _province(places[0])
    return None


def _told_before(sentence: Sentence, claim: Claim) -> bool:
    """Whether an act is one that the report told before: "the raid was a crime", "the blast killed nine"."""
    at = word_at(sentence, claim.trigger)
    acts = [] if at is None else [sentence.words[at], *dependents(sentence.words, sentence.words[at], "nsubj")]
    known = (act for act in acts if act.tag == "NN" and act.lemma in load_recall().blows)
    return any(definite(dependents(sentence.words, act, "det")) for act in known)


def _abroad(place: Place, seat: Place) -> bool:
    """Whether somebody governs far away, in another land than that of the story."""
    apart = apart_km(place, seat)
    return place.country != seat.country and (apart is None or apart > AFAR_KM)


def _in_town(place: Place, town: Place) -> bool:
    """Whether a place is a mayor's town, or a quarter of it."""
    apart = apart_km(place, town) if place.precision == "exact" else None
    return place.name == town.name or (apart is not None and apart <= (town.radius_km or 0.0))


def _in_province(place: Place, seat: Place) -> bool:
    """Whether a place lies in the province of a governor, told by its own name or by its chief town's."""
    return place.country == seat.country and place.precision != "country" and seat.admin1 in (place.admin1, place.name)


def _province(seat: Place) -> Place:
    """The province that a governor is told by, where only its chief town has a point."""
    if seat.precision != "exact":
        return seat
    return replace(seat, precision="near", radius_km=max(seat.radius_km or 0.0, PROVINCE_KM))
