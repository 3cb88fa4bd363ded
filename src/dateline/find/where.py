"""Where a claim says that it happened: the tightest place that its own words tie to its act."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from dateline.find.distance import FAR, Way, way, within, word_at
from dateline.find.notes import Notes, Sentence
from dateline.find.when import covering, hangs_on
from dateline.model import Attribution, Claim, Place, Span

__all__ = ["place_told", "story_country"]

FINENESS: Final = {"exact": 0.0, "near": 0.0, "unknown": 0.5, "admin2": 1.0, "admin1": 1.5, "country": 4.0}
"""How much worse a vaguer place is, in steps through the parse."""

LOCATING: Final = frozenset(
    "in at near on outside inside around across over within of from through throughout into towards toward to for against".split()
)
"""Prepositions that put an act somewhere."""

WITHIN: Final = frozenset("in inside across within throughout into over around outside near".split())
"""Prepositions that put an act into a country; what comes of a country happens elsewhere."""

TOWARDS: Final = frozenset({"to", "towards", "toward"})
"""Prepositions that put what is sent into a country, but not those who flee there."""

SPOKEN: Final = frozenset("meeting statement demand threat denial accusation agreement".split())
SAID_WITHIN: Final = 3
"""Words from a place up to the verb of saying that it belongs to."""

PLAIN: Final = frozenset({"civilians", "person"})
"""Kinds of voices that tell of where they are: residents, doctors."""


def place_told(notes: Notes, claim: Claim, sentence: Sentence, head: int) -> Place | None:
    """The place that the words of a claim give its act, or None where they give none."""
    own = Span(claim.start, claim.end)
    barred = [Span(p.start, p.end) for p in (*claim.by, *claim.speaker) if p.start is not None and p.end is not None]
    said = covering(notes, sentence, claim)
    barred += [one.speaker for one in said if one.speaker is not None]
    into = WITHIN if claim.type == "displacement_figure" else WITHIN | TOWARDS
    states = {
        Span(actor.start, actor.end)
        for actor in within(notes.actors, sentence.span)
        if actor.kind in ("state", "military")
    }
    ranked = []
    for place in within(notes.places, sentence.span):
        span = Span(place.start, place.end)
        if place.metonym or span not in sentence.span or any(span in other for other in barred):
            continue
        at = word_at(sentence, span)
        if at is None or _said_there(claim, sentence, place, said):
            continue
        there = way(sentence, at, head)
        if span not in own and there.clauses and own.end - own.start < sentence.end - sentence.start - 2:
            continue
        if (span not in states and place.precision != "country") or _located(there, into):
            ranked.append((_cost(place, there, span in own), place.start, place))
    best = min(ranked, key=lambda one: one[:2], default=None)
    return best[2] if best is not None and best[0] < FAR else _where_they_are(notes, said)


def story_country(notes: Notes) -> Place | None:
    """The country that the report is mostly about: where the places it names lie, told by one that names it."""
    lie = Counter(
        place.country
        for place in notes.places
        if place.country and place.precision in ("exact", "near", "admin1", "admin2")
    )
    named = [place for place in notes.places if place.precision == "country" and not place.metonym]
    most = max(lie.values(), default=0)
    for country, times in lie.most_common(2):
        if times * 2 < most:
            break
        told = next((place for place in named if place.country == country), None)
        if told is not None:
            return told
    return None


def _cost(place: Place, there: Way, inside: bool) -> float:
    """How badly a place fits the act: the way to it, its vagueness, and whether it stands in another clause."""
    return there.steps + 3 * there.clauses + FINENESS[place.precision] + 5 * (not inside) + 3 * (not _located(there))


def _located(there: Way, prepositions: frozenset[str] = LOCATING) -> bool:
    """Whether a preposition on the way puts an act at the place: a country that acts is not where it acts."""
    return any(word.lower in prepositions for word in there.passed)


def _said_there(claim: Claim, sentence: Sentence, place: Place, said: Sequence[Attribution]) -> bool:
    """Whether a place only tells where an act was spoken of: "told reporters in Geneva"."""
    if claim.type in SPOKEN:
        return False
    cues = (one.cue for one in said if one.cue is not None and not one.content.start <= place.start < one.content.end)
    return any(hangs_on(sentence, place, cue, SAID_WITHIN) for cue in cues)


def _where_they_are(notes: Notes, said: Sequence[Attribution]) -> Place | None:
    """Where those are who tell what they see: "a doctor in the port said"."""
    for one in said:
        if one.speaker is not None and one.voices and all(v.kind in PLAIN and v.country is None for v in one.voices):
            for place in within(notes.places, one.speaker):
                inside = one.speaker.start < place.start and place.end <= one.speaker.end
                if inside and not place.metonym and place.precision in ("exact", "near"):
                    return place
    return None
