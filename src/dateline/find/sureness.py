"""How sure each field of a claim is: the logistic of how it was reached, each way by its weight.

The weights are fitted by `tools/fit_sureness.py`, leaving one episode out at a time to see what they are worth.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from math import exp
from typing import Final

from dateline.find.notes import Notes, Sentence
from dateline.find.sentences.distance import sentence_at, within
from dateline.find.setting.days import NEWS, one_day
from dateline.find.setting.grain import LARGE
from dateline.model import Claim, Party, Span
from dateline.tables import load_table

__all__ = ["FIELDS", "signs_of", "sureness"]

BASE: Final = "base"
"""The sign that every claim shows."""

NEAR: Final = 2
"""Sentences up to which a name told before is near."""

AHEAD: Final = frozenset("will would could may might should must to if unless plan plans ready".split())
DEEP: Final = 2500
"""Characters of a report after which its story is mostly told."""

LINKS: Final = frozenset("after since following before when while despite".split())
CLASSES: Final = {
    "count": frozenset({"casualty_figure", "displacement_figure"}),
    "blow": frozenset("armed_attack airstrike shelling clash territorial_control facility_attack".split()),
    "speech": frozenset({"demand", "threat", "statement", "denial", "accusation"}),
}
DONE: Final = CLASSES["count"] | CLASSES["blow"]

SIDES: Final = ("state", "military", "armed_group", "person")


def sureness(notes: Notes) -> Notes:
    """Notes whose claims tell for each of their fields how sure it is."""
    return replace(notes, claims=tuple(replace(claim, confidences=_judged(notes, claim)) for claim in notes.claims))


def _judged(notes: Notes, claim: Claim) -> dict[str, float]:
    weights = _weights()
    return {
        field: _chance(weights[field], signs) for field, signs in signs_of(notes, claim).items() if field in weights
    }


def _chance(weights: Mapping[str, float], signs: frozenset[str]) -> float:
    odds = weights.get(BASE, 0.0) + sum(weights.get(sign, 0.0) for sign in sorted(signs))
    return round(1 / (1 + exp(-odds)), 2)


def signs_of(notes: Notes, claim: Claim) -> dict[str, frozenset[str]]:
    """How each field of a claim was reached, by the field's name; a place, time or figure nobody told has no entry."""
    found = sentence_at(notes, claim.trigger.start)
    if found is None:
        return {}
    home = _Home(notes, claim, *found)
    return {field: frozenset(signs(home)) for field, signs in FIELDS.items() if getattr(claim, field) or field in ASKED}


class _Home:
    """A claim and the sentence it stands in."""

    def __init__(self, notes: Notes, claim: Claim, number: int, sentence: Sentence) -> None:
        self.notes, self.claim, self.number, self.sentence = notes, claim, number, sentence
        self.lowers = {word.lower for word in sentence.words_in(Span(claim.start, claim.end))}
        self.voices = within(notes.attributions, sentence.span)

    def where(self, at: int | None) -> str:
        """Where what starts at a character stands: in the clause, in its sentence, near before, far off or after."""
        claim, sentence = self.claim, self.sentence
        if at is None:
            return "nowhere"
        if claim.start <= at < claim.end:
            return "clause"
        if sentence.start <= at < sentence.end:
            return "sentence"
        found = sentence_at(self.notes, at)
        if found is None or found[0] > self.number:
            return "after"
        return "near" if self.number - found[0] <= NEAR else "far"


def _party(home: _Home, parties: tuple[Party, ...]) -> Iterator[str]:
    """Whether anybody acts or is acted on, and in what sort of claim."""
    yield f"{'some' if parties else 'none'}_{_class(home.claim)}"
    if len(parties) > 1:
        yield "several"


def _class(claim: Claim) -> str:
    """What a claim is roughly: a count, a blow, speech, or anything else."""
    return next((name for name, types in CLASSES.items() if claim.type in types), "else")


def _by(home: _Home) -> Iterator[str]:
    yield from _party(home, home.claim.by)
    if home.claim.by and home.claim.by == home.claim.speaker:
        yield "speaker"


def _to(home: _Home) -> Iterator[str]:
    yield from _party(home, home.claim.to)
    if home.claim.to:
        yield f"kind_{home.claim.to[0].kind}"
    if any(party.facility for party in home.claim.to):
        yield "facility"


def _speaker(home: _Home) -> Iterator[str]:
    told = home.claim.speaker
    if told:
        yield home.where(told[0].start)
        yield f"kind_{told[0].kind}"
    else:
        yield "voice_beside" if home.voices else "outlet"
    if len(told) > 1:
        yield "several"
    if home.claim.via is not None:
        yield "via"


def _time(home: _Home) -> Iterator[str]:
    time = home.claim.time
    if time is None:
        return
    if time.formula == NEWS:
        yield "news"
    elif " past1day" in (time.formula or ""):
        yield "said"
    else:
        yield home.where(time.start)
    yield "day" if one_day(time) else "stretch"


def _place(home: _Home) -> Iterator[str]:
    place = home.claim.place
    if place is None:
        return
    yield home.where(place.start)
    yield "coarse" if place.precision in LARGE else place.precision
    if any(reason.startswith("the place is that") for reason in home.claim.because):
        yield "story"


def _figures(home: _Home) -> Iterator[str]:
    figures = home.claim.figures
    yield from {f"measure_{figure.measure}" for figure in figures}
    yield from {figure.qualifier.partition(":")[0] for figure in figures} - {"exact"}
    yield str(min(3, len(figures)))
    if not all(figure.numbered for figure in figures):
        yield "unnumbered"


def _type(home: _Home) -> Iterator[str]:
    claim = home.claim
    yield f"type_{claim.type}"
    if claim.figures:
        yield "figures"
    yield _sure_of_claim(claim)


def _stance(home: _Home) -> Iterator[str]:
    claim = home.claim
    yield claim.stance
    kind = next((party.kind for party in claim.speaker), "outlet")
    if claim.stance == "asserts":
        yield f"asserted_by_{kind if kind in SIDES else 'other' if claim.speaker else 'outlet'}"
        if claim.speaker and any(party.kind in SIDES for party in claim.by) and claim.by != claim.speaker:
            yield "of_others"
        if claim.speaker and not AHEAD.isdisjoint(home.lowers):
            yield "ahead_beside"
    if len(home.voices) > 1:
        yield "several_voices"


def _modality(home: _Home) -> Iterator[str]:
    claim = home.claim
    yield claim.modality
    yield f"{claim.modality}_{claim.stance}"
    if claim.modality == "actual":
        yield "actual_done" if claim.type in DONE else "actual_said"
        if not AHEAD.isdisjoint(home.lowers):
            yield "ahead_beside"


def _background(home: _Home) -> Iterator[str]:
    claim = home.claim
    told = "recalled" if claim.background else "news"
    yield told
    yield f"{told}_{_basis(home)}"
    if not claim.background:
        if claim.start > DEEP:
            yield "deep"
        if "had" in home.lowers:
            yield "had"
        if not LINKS.isdisjoint(home.lowers):
            yield "linked"


def _basis(home: _Home) -> str:
    time = home.claim.time
    if time is None:
        return "undated"
    return "default" if time.formula == NEWS else home.where(time.start)


def _sure_of_claim(claim: Claim) -> str:
    """About how sure it is that the claim is one at all."""
    return "claim_" + ("low" if claim.confidence < 0.5 else "middle" if claim.confidence < 0.75 else "high")


FIELDS: Final[Mapping[str, Callable[[_Home], Iterator[str]]]] = {
    "type": _type,
    "by": _by,
    "to": _to,
    "time": _time,
    "place": _place,
    "figures": _figures,
    "speaker": _speaker,
    "stance": _stance,
    "modality": _modality,
    "background": _background,
}
"""The fields that are judged, each with what tells how it was reached."""

ASKED: Final = frozenset({"by", "to", "speaker", "background"})
"""Fields that are told even where they are empty: that nobody is named to have done it is an answer."""


@cache
def _weights() -> dict[str, dict[str, float]]:
    told: dict[str, dict[str, float]] = load_table("words/sureness.toml")
    return told
