"""Counts without a number of their own: single people and things, "a woman", "another", and shares of those told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.amounts import Amount, share_of
from dateline.find.figures.counts import UNSAID, Counted, noun_of
from dateline.find.notes import Sentence, Word
from dateline.words.measures import Measures, Noun
from dateline.words.numbers import Numbers, load_numbers, read_share

__all__ = ["ones", "shares"]

AGE: Final = re.compile(r"\d+-years?(-old)?")
SINGLES: Final = frozenset(("facilities", "arms"))
"""Units of which one thing without a number is counted."""


def ones(sentence: Sentence, measures: Measures) -> list[Counted]:
    """The single people and things of a sentence, "a woman", "her son", "an old clinic": counts of one without a number."""
    words = sentence.words
    tokens = [word.lower for word in words]
    found, found_as = [], measures.glue["found_as"]
    for at, token in enumerate(tokens):
        third = (
            tokens[at - 1 : at] == ["a"] and token in measures.glue["ranks"]
        )  # "two died at once and a third in hospital"
        if (token == "another" or third) and _other_one(words, at, measures):
            found.append(Counted(at, at, at + 1, at + 1, at, Amount.told(1), Noun(UNSAID), token))
        elif token in measures.glue["single"]:
            noun, start, last, _ = noun_of(words, tokens, _after_age(tokens, at + 1), measures)
            owned = token in measures.glue["definite"]
            remains = not owned and tokens[last - 1] in measures.glue["remains"] and not found_as.isdisjoint(tokens)
            behind = words[last] if last < len(words) else None
            described = behind is not None and behind.tag == "NN" and behind.lower not in measures.cues
            owns = described or (behind is not None and behind.tag == "POS")
            itself = tokens[last - 1] in measures.own or " ".join(tokens[start:last]) in measures.own
            if (itself and not remains) or owns:
                continue  # "a death", "her body": no one counts them; "a rebel spokesman" is no rebel
            if (noun.unit == "people" or (noun.unit in SINGLES and not owned)) and words[last - 1].tag in ("NN", "NNP"):
                said = " ".join(tokens[start:last])
                found.append(Counted(at, at, at + 1, last, last - 1, Amount.told(1), noun, said))
    return found


def shares(sentence: Sentence, told: Sequence[Counted], numbers: Numbers, measures: Measures) -> list[Counted]:
    """The parts of those counted before that are told as a share, "half of them children", each as the number it comes to."""
    tokens = [word.lower for word in sentence.words]
    found = []
    for at in (k for k, token in enumerate(tokens) if token in numbers.shared):
        share = read_share(tokens, at, numbers)
        whole = next((one for one in reversed(told) if one.last <= at and not one.part), None)
        if share is not None and whole is not None and whole.noun.unit not in measures.things:
            first, end, qualifier, (parts, among) = share
            noun, start, last, part = noun_of(sentence.words, tokens, end, measures)
            amount = share_of(whole.amount, parts, among, qualifier)
            if noun.unit != UNSAID:
                found.append(Counted(first, at, end, last, last - 1, amount, noun, " ".join(tokens[start:last]), part))
    return found


def _other_one(words: Sequence[Word], at: int, measures: Measures) -> bool:
    """Whether "another" stands for one more person: "a guard was killed and another wounded"."""
    k = at + 1
    while k < len(words) and (words[k].lower in measures.glue["aux"] or words[k].tag == "RB"):
        k += 1
    return k < len(words) and words[k].tag in ("VBN", "VBD", "JJ") and words[k].lower in measures.cues


def _after_age(tokens: Sequence[str], at: int) -> int:
    """Behind an age: "a 14-year-old girl" in one token or in several."""
    if at < len(tokens) and AGE.match(tokens[at]):
        return at + 1 + (at + 1 < len(tokens) and tokens[at + 1] == "old")
    if (
        at + 1 < len(tokens)
        and (tokens[at][0].isdigit() or tokens[at] in load_numbers().cardinals)
        and "year" in tokens[at + 1 : at + 3]
    ):
        return next((k + 1 for k in range(at + 1, min(len(tokens), at + 6)) if tokens[k] == "old"), at)
    return at
