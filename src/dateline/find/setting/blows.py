"""Blows in the words of a claim: told by it, or gone back to: "that raid", "blamed the army for the attack"."""

from __future__ import annotations

from typing import Final

from dateline.find.notes import Sentence
from dateline.find.sentences.dependents import dependents
from dateline.model import Claim
from dateline.words.recall import load_recall

__all__ = ["many_blows", "of_that_blow", "of_the_blow", "often", "tells_blow"]


def of_that_blow(sentence: Sentence) -> bool:
    """Whether a sentence goes back to a blow told before: "that raid"."""
    blows = load_recall().blows
    return any(
        word.lemma in blows and any(w.lower == "that" for w in dependents(sentence.words, word, "det"))
        for word in sentence.words
    )


def tells_blow(claim: Claim, sentence: Sentence) -> bool:
    """Whether the words of a claim tell a blow: "accused the rebels of shelling homes"."""
    blows = load_recall().blows
    return any(word.lemma in blows and claim.start <= word.start < claim.end for word in sentence.words)


def of_the_blow(sentence: Sentence, claim: Claim) -> bool:
    """Whether a claim is about one blow told before: "blamed the army for the attack"."""
    blows = load_recall().blows
    return any(
        word.lemma in blows
        and word.tag == "NN"
        and (claim.start <= word.start < claim.end)
        and any(w.lower in ("the", "that", "this") for w in dependents(sentence.words, word))
        for word in sentence.words
    )


def many_blows(sentence: Sentence) -> bool:
    """Whether a sentence tells of blows that may have fallen in several places: "strikes", "attacks"."""
    blows = load_recall().blows
    return any(word.tag == "NNS" and word.lemma in blows for word in sentence.words)


def often(sentence: Sentence) -> bool:
    """Whether a sentence counts blows or breaches as many as fall along a front: "fired 14 times", "48 attacks in a day"."""
    blows = load_recall().blows
    counted = (word for word in sentence.words if word.tag == "NNS" and (word.lemma in blows or word.lemma in COUNTED))
    numbers = (w for word in counted for w in dependents(sentence.words, word, "nummod"))
    return any(number.text.isdigit() and int(number.text) >= MANY for number in numbers)


COUNTED: Final = frozenset({"time", "violation", "breach", "engagement"})
"""What is counted of them else."""

MANY: Final = 12
"""Blows from which they are no longer those of one place."""
