"""Whose people were hit, where a report only tells where it was written: "LONDON - Six Somali farmers were killed"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import Final

from dateline.find.notes import Sentence
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import upward, word_at
from dateline.find.setting.land import land_told
from dateline.find.setting.peoples import People, people_at
from dateline.find.setting.story import ACTS, GROUND
from dateline.model import Claim, Party, Place, Span
from dateline.places import load_gazetteer
from dateline.words.places import at_peace, load_place_words

__all__ = ["grounds", "of_those_hit"]

FORCES: Final = ("state", "military")
"""Kinds of parties who fight and fall in other lands too."""


def grounds(claims: Sequence[Claim]) -> frozenset[str]:
    """The lands in which the own words of a report put something on the ground."""
    placed = (claim.place.country for claim in claims if claim.place is not None and claim.type in GROUND)
    return frozenset(land for land in placed if land is not None)


def of_those_hit(claim: Claim, sentence: Sentence | None, told: Place, fought: Set[str]) -> Place:
    """The land of those whom a blow hit, where the place of the story is only one from which news of other lands is written;
    else that place.

    Newsrooms lie in lands at peace, and next to those at war. Soldiers fall across a border, and whoever is told to live or to
    travel abroad is hit there.
    """
    if claim.type not in ACTS or sentence is None or told.country is None or told.country in fought:
        return told
    if any(word.lower in load_place_words().abroad for word in sentence.words) or any(map(_at_home, claim.by)):
        return told
    hit = _land_of(claim, sentence)
    if hit is None or hit.code == told.country or at_peace(hit.code):
        return told
    army = any(party.kind in FORCES for party in claim.to)
    next_door = not army and load_gazetteer().near(told.country, hit.code)
    if not at_peace(told.country) and not next_door:
        return told
    return land_told(*hit) or told


def _at_home(party: Party) -> bool:
    """Whether those who did it act only where they live, and no land is told as theirs: the police, a mob."""
    return party.country is None and any(word.lower() in load_place_words().at_home for word in party.text.split())


def _land_of(claim: Claim, sentence: Sentence) -> People | None:
    """The one land that all of those hit are of, or counted, where each is told to be of one."""
    counted = () if claim.to else (Span(figure.start, figure.end) for figure in claim.figures)
    lands = [*(_of(party, sentence) for party in claim.to), *(_before(sentence, count) for count in counted)]
    codes = {land.code if land is not None else None for land in lands}
    return lands[0] if len(codes) == 1 else None


def _of(party: Party, sentence: Sentence) -> People | None:
    """The land somebody is of, by their name or by the words they hang on: "Somalia's chief judge, Ali Nur"."""
    if party.start is None or party.end is None:
        return None
    if party.country is not None:
        return People(party.country, party.start, party.text)
    return _before(sentence, Span(party.start, party.end))


def _before(sentence: Sentence, told: Span) -> People | None:
    """The first land told before some words, or before the nouns that they hang on."""
    at = word_at(sentence, told)
    return next(_owners(sentence, at), None) if at is not None else None


def _owners(sentence: Sentence, at: int) -> Iterator[People]:
    """The lands, or their people, that stand before a word or the nouns above it."""
    for word in upward(sentence, at):
        if not word.tag.startswith(("NN", "CD")):
            return
        for owner in dependents(sentence.words, word, "poss", "amod", "compound", "nmod"):
            if (people := people_at(sentence, owner.i)) is not None:
                yield people
            elif (land := load_gazetteer().code_of(owner.text)) is not None:
                yield People(land, owner.start, owner.text)
