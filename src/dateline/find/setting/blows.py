"""Blows in the words of a claim: told by it, or gone back to: "that raid", "blamed the army for the attack"."""

from __future__ import annotations

from dateline.find.notes import Sentence
from dateline.model import Claim
from dateline.words.recall import load_recall

__all__ = ["many_blows", "of_that_blow", "of_the_blow", "tells_blow"]


def of_that_blow(sentence: Sentence) -> bool:
    """Whether a sentence goes back to a blow told before: "that raid"."""
    blows = load_recall().blows
    return any(
        word.lemma in blows
        and any(sentence.words[i].lower == "that" and sentence.words[i].dep == "det" for i in word.children)
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
        and claim.start <= word.start < claim.end
        and any(sentence.words[i].lower in ("the", "that", "this") for i in word.children)
        for word in sentence.words
    )


def many_blows(sentence: Sentence) -> bool:
    """Whether a sentence tells of blows that may have fallen in several places: "strikes", "attacks"."""
    blows = load_recall().blows
    return any(word.tag == "NNS" and word.lemma in blows for word in sentence.words)
