"""Differences in how a thing is said rather than in what happened: who answered, who doubts, how strongly, on whose word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from dateline.weigh.contradictions.cores import words_shared
from dateline.weigh.contradictions.differences import Difference, Voices, of_truce
from dateline.weigh.kinds import Kind
from dateline.weigh.traits import Traits
from dateline.words.weigh import actor_keys, plain
from dateline.words.wordings import (
    asks,
    blames,
    demands,
    doubted_clause,
    means_in,
    names_first,
    names_intent,
    names_silence,
    reports_speech,
    silent_party,
)

__all__ = ["answers", "doubted", "firsts", "intent", "strength"]

ONE_UTTERANCE: Final = 0.45
"""The share of words in common from which two reports of one speaker give one utterance."""
SAYS: Final = ("call", "speech", "meeting", "truce")


def answers(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Whether somebody answered: told as silent, and quoted with a denial. In one report it is an error of its making."""
    silent = [one for one in group if names_silence(plain(one.claim.text))]
    for one in silent:
        denied = [other for other in group if _answers_charge(other) and _of_whom(one) & _of_whom(other)]
        if denied:
            inside = any(other.claim.report == one.claim.report for other in denied)
            kind: Kind = "error" if inside else "update"
            values = {"no comment": [one.claim.id], "denied": [other.claim.id for other in denied]}
            yield Difference("reaction", kind, values)


def _answers_charge(one: Traits) -> bool:
    """Whether a denial answers the charge of a blow, not any other question, nor every charge: "Chad denies targeting civilians"."""
    said = plain(one.claim.text)
    always = " denies " in f" {said} " and one.claim.place is None and not one.firm_time
    return one.denies and blames(said) and not always


def _of_whom(one: Traits) -> frozenset[str]:
    """Who a claim says did or did not answer: who speaks or acts, else those from whom nothing was heard."""
    told = one.speakers | one.by
    return told or actor_keys(silent_party(plain(one.claim.text)))


def doubted(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Whether it was what it is told to be: some tell the means as known, somebody says that it is not."""
    for one in group:
        clause = doubted_clause(plain(one.claim.text)) or ""
        means = set(means_in(clause, "delivery"))
        if not means:
            continue
        sure = [other for other in group if _tells(other, means, either=" or " in clause)]
        later = [other for other in sure if other.printed - one.printed >= 1]
        sure = later or [other for other in sure if other.claim.report != one.claim.report] or sure
        if sure:
            values = {"told as known": [other.claim.id for other in sure], "not confirmed": [one.claim.id]}
            yield Difference("what it was", "update" if later else "conflict", values)


def _tells(one: Traits, means: set[str], *, either: bool) -> bool:
    """Whether a claim tells such means as known; of two that somebody cannot choose between, any means at all."""
    said = plain(one.claim.text)
    told = set(means_in(said, "delivery")) | ({"airstrike"} if one.claim.type == "airstrike" else set())
    known = doubted_clause(said) is None and (one.family == "strike" or one.accuses) and not one.denies
    return known and bool(told if either else told & means)


def firsts(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Whether a breach was the first since a truce: told as the first by one report, while another tells of one before."""
    for one in group if of_truce(group) else ():
        said = plain(one.claim.text)
        first = names_first(said) and one.dated
        before = [other for other in group if first and _is_before(other, one)]
        if before:
            values = {"the first since": [one.claim.id], "some before": [other.claim.id for other in before]}
            yield Difference("first since the truce", "conflict", values)


def _is_before(one: Traits, first: Traits) -> bool:
    breach = one.claim.type == "ceasefire_violation" and not one.claim.background and not one.denies
    return breach and one.claim.report != first.claim.report and one.start < first.start


def intent(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Whether a blow was meant: by mistake against on purpose; or a mistake as a fact here and as somebody's word there."""
    said: dict[str, list[Traits]] = defaultdict(list)
    for one in group:
        if one.family in ("strike", "ground") or one.accuses or one.denies:
            meant = names_intent(plain(one.claim.text))
            if meant is not None:
                said[_on_whose_word(one, meant)].append(one)
    reports = {one.claim.report for told in said.values() for one in told}
    if len(said) > 1 and len(reports) > 1:
        kind: Kind = "conflict" if "on purpose" in said else "attribution"
        yield Difference("intent", kind, {value: [one.claim.id for one in said[value]] for value in sorted(said)})


def _on_whose_word(one: Traits, meant: str) -> str:
    quoted = bool(one.speakers) or reports_speech(plain(one.claim.text))
    return f"{meant}, on somebody's word" if meant == "by mistake" and quoted else meant


def strength(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """How strongly one utterance was put: two reports of one speaker have a wish in the one and a demand in the other."""
    said: dict[str, list[str]] = {"a demand": [], "a wish": []}
    told = [(one, plain(one.claim.text)) for one in group if one.family in SAYS and one.speakers]
    must = [one for one, text in told if demands(text) and not asks(text)]
    wish = [one for one, text in told if asks(text) and not demands(text)]
    for one, other in product(must, wish):
        if _one_utterance(one, other):
            said["a demand"].append(one.claim.id)
            said["a wish"].append(other.claim.id)
    if said["a demand"]:
        yield Difference("wording", "attribution", said)


def _one_utterance(one: Traits, other: Traits) -> bool:
    """Whether two claims report one utterance; what a crowd calls out is none."""
    crowd = any(party.kind == "civilians" for party in (*one.claim.speaker, *other.claim.speaker))
    same = bool(one.speakers & other.speakers) and not crowd and one.claim.report != other.claim.report
    return same and words_shared(one, other) >= ONE_UTTERANCE
