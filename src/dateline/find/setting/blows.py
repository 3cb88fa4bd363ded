"""Blows in the words of a claim: told by it, or gone back to: "that raid", "blamed the army for the attack"."""

from __future__ import annotations

from typing import Final

from dateline.find.notes import Sentence
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import upward, word_at
from dateline.model import Claim
from dateline.words.recall import load_recall

__all__ = ["at_large", "many_blows", "of_that_blow", "of_the_blow", "often", "tells_blow"]


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


def at_large(sentence: Sentence, claim: Claim) -> bool:
    """Whether a claim only names blows in general, as those of a war are, or counts the dead of one: "in the face of air strikes",
    "joined the bombing campaign", "2,000 soldiers have died in the fighting"."""
    if any(figure.measure == "killed" and (figure.low or 0) >= OF_WAR for figure in claim.figures):
        return True
    at = word_at(sentence, claim.trigger)
    if at is None or claim.figures or claim.time is not None:
        return False
    word = sentence.words[at]
    over = sentence.words[word.head] if word.dep == "compound" else word
    if over.lemma in CAMPAIGNS:
        return True
    told = dependents(sentence.words, word, "det", "nummod", "relcl", "prep", "agent")
    first = next((above for above in upward(sentence, at) if above.dep != "conj"), word)
    beside = word.dep in BESIDES and sentence.words[first.head].lower != "by"
    return word.tag == "NNS" and beside and word.lemma in load_recall().blows and not told


OF_WAR: Final = 1000
"""The dead from which they are no longer those of one place, unless it is told."""

CAMPAIGNS: Final = frozenset({"campaign"})
"""What is waged over a land."""

BESIDES: Final = frozenset({"pobj", "conj", "compound", "appos"})
"""What blows are that are named in passing: neither what happened nor, behind "by", what brought it about."""

COUNTED: Final = frozenset({"time", "violation", "breach", "engagement"})
"""What is counted of them else."""

MANY: Final = 12
"""Blows from which they are no longer those of one place."""
