"""Plurals of the dead and the hurt that nobody numbers: "deaths and injuries were reported", "there were no casualties"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from dateline.amounts import Amount
from dateline.find.figures.counts import Counted
from dateline.find.figures.row import VICTIMS, Reading, Row
from dateline.find.sentences.dependents import children
from dateline.words.measures import Noun

__all__ = ["person", "plurals", "registered"]

NEAR: Final = 4
"""Words between a verb and the plural that is a part of it."""

Found = tuple[Counted, Reading]


def plurals(row: Row, at: int, used: Collection[int]) -> Iterator[Found]:
    """What the token at `at` tells of where it is such a plural; `used` are the cues of what was counted with a number."""
    told = row.tokens[at] == "casualties" or row.small(at, "tell")
    if told and not _suffered(row, at, used) and not _within_name(row, at):
        yield from _many(row, at)


def _suffered(row: Row, at: int, used: Collection[int]) -> bool:
    """Whether a plural tells what those counted have: "one person suffered minor injuries", "… survived with injuries"."""
    if row.tokens[at - 1] == "and" and at - 2 in used:
        return True  # "90 deaths and injuries" were counted together
    by = at - 1
    while row.tag(by) in ("JJ", "RB") and not row.cues(by):
        by -= 1
    near = (cue for cue in range(at - NEAR, at) if cue in used)
    borne = any(row.tokens[at] in cue.needs for cue in row.cues(by))  # "a guard sustained minor injuries"
    return borne or row.small(by, "suffering") or any("and" not in row.tokens[cue:at] for cue in near)


def _many(row: Row, at: int) -> Iterator[Found]:
    """A plural of the dead or hurt without a number, newly told of: "deaths and injuries were reported"."""
    measure = row.measures.own[row.tokens[at]]
    of = at - 1
    while row.tag(of) in ("JJ", "NN", "VBN", "HYPH"):
        of -= 1
    phrase = range(max(0, of), at)
    known = any(row.small(k, kind) for k in phrase for kind in ("definite", "nobody", "negatives"))
    word = row.sentence.words[at]
    listed = row.sentence.words[word.head].children if word.dep == "conj" else ()  # "despite the damage and injuries"
    known = known or any(row.small(k, "definite") or row.small(k, "nobody") for k in listed)
    known = known or row.unproven(at) or registered(row, at)  # "the number of civilian deaths"
    if row.small(at - 1, "gravely") and row.tokens[at - 2 : at - 1] == ["no"]:
        return  # "no serious injuries" leaves slight ones
    none = "no" in row.tokens[max(0, at - 2) : at] or any(row.tokens[k] == "no" for k in listed)
    if measure in VICTIMS and none:
        yield person(row, at - 1, at, Amount.told(0)), Reading(measure, at, "many", negated=True)
    elif measure in VICTIMS and measure != "casualties" and not known and _told_of(row, at):
        yield person(row, at, at, Amount.vague("some")), Reading(measure, at, "many")


def _told_of(row: Row, at: int) -> bool:
    """Whether deaths or injuries are told to have come about, "caused deaths", "led to injuries"; not "such deaths shame us"."""
    words = row.sentence.words
    if at == 0 or row.tag(at - 1) in ("``", ":"):
        return True  # "Deaths and injuries in Ostrel"
    for _ in range(NEAR + 1):
        head = words[at].head
        if words[head].tag.startswith("V") or head == at:
            return head == at or (row.small(head, "befalling") and not _none_tells(row, head))
        at = head
    return False


def _none_tells(row: Row, verb: int) -> bool:
    """Whether a verb has nobody for its subject: "no radio mentioned deaths"."""
    words = row.sentence.words
    return any(row.tokens[k] == "no" for told in children(row.sentence, verb, "nsubj") for k in words[told].children)


def _within_name(row: Row, at: int) -> bool:
    """Whether a noun stands within a name: "the Martyrs School"; what is all in capitals may be any noun."""
    last = at + 1 + (row.tag(at + 1) == "POS")  # "Martyrs' Square"
    here = (row.sentence.words[k].text for k in (at, last) if k < len(row.tokens))
    return at > 0 and all(said[:1].isupper() and not said.isupper() for said in here) and row.tag(last) == "NNP"


def person(row: Row, first: int, k: int, amount: Amount) -> Counted:
    listed = row.measures.nouns.get(row.tokens[k])
    noun = listed if listed is not None and listed.unit == "people" else Noun("people")
    last = k + 1
    while row.tag(last) == "HYPH" and row.tag(last + 1) in ("NNP", "NNPS"):
        last += 2  # "Omar al-Kor"
    return Counted(first, first, first, last, k, amount, noun, row.tokens[k])


def registered(row: Row, k: int) -> bool:
    """Whether a plural only tells of whom there is a number or a list: "the number of people who died"."""
    of = k - 1
    while row.tag(of) in ("JJ", "NN"):
        of -= 1
    return row.tokens[of] == "of" and row.small(of - 1, "registers")
