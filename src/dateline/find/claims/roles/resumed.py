"""Who struck, where a report goes on with a blow of which it has told who dealt it: "the strike hit a boat", "the jets"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.find.claims.saying.standing import side_of
from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import sentence_at
from dateline.model import Claim, Party, Span
from dateline.phenomena import words_of
from dateline.phenomena.types import BLOWS

__all__ = ["resumed"]

SAME: Final = frozenset({"the", "this", "these", "those"})
"""What tells that an act is one of which the report has told."""

RANKED: Final = frozenset("first second third latest last next previous".split())
"""What tells one of a row of acts apart from the one told before."""

POINTING: Final = frozenset({"this", "these", "those"})
NOUNS: Final = frozenset("attack raid strike airstrike shelling bombing bombardment assault barrage ambush".split())
DEALING: Final = frozenset({"state", "military", "armed_group", "intergovernmental", "other"})
NEAR: Final = 3
"""Sentences back to the one that tells who dealt an attack on the ground; who flies over a land is told once."""


def resumed(notes: Notes, ordered: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, in order of the text; a blow told again gets its doer where those told before name only one."""
    told: list[tuple[int, Claim]] = []
    for claim in ordered:
        home = sentence_at(notes, claim.trigger.start)
        number, sentence = home if home is not None else (0, None)
        by = _dealer(told, claim, number) if told and sentence is not None and _goes_on(sentence, claim) else ()
        why = f"it goes on with what {by[0].name} did" if by else ""
        dealt = replace(claim, by=by, because=(*claim.because, why)) if by else claim
        if dealt.type in BLOWS:
            told.append((number, dealt))
        yield dealt


def _goes_on(sentence: Sentence, claim: Claim) -> bool:
    """Whether a claim without a doer, or with a mere machine for one, points back at a blow: "the raid", "these strikes"."""
    words = sentence.words_in(Span(claim.start, claim.end))
    if claim.by:
        machine = claim.by[0] if len(claim.by) == 1 and claim.type in BLOWS else None
        return machine is not None and _flown(machine) and any(_points(sentence, w, SAME, machine) for w in words)
    if claim.type == "casualty_figure":
        return any(w.lemma in NOUNS and _determined(sentence, w, POINTING) and _deals(sentence, w) for w in words)
    at = (w for w in words if claim.trigger.start <= w.start < claim.trigger.end)
    return claim.type in BLOWS and any(
        w.lemma in NOUNS and _determined(sentence, w, SAME) and not _placed(sentence, w) for w in at
    )


def _points(sentence: Sentence, word: Word, articles: frozenset[str], party: Party) -> bool:
    inside = party.start is not None and party.end is not None and party.start <= word.start < party.end
    return inside and _determined(sentence, word, articles)


def _deals(sentence: Sentence, act: Word) -> bool:
    """Whether an act is told to do what a clause counts: "killed in these raids", but "nine fell after these raids"."""
    above = sentence.words[act.head]
    return act.dep == "nsubj" or (act.dep == "pobj" and above.lower in ("in", "by", "from", "of"))


def _placed(sentence: Sentence, act: Word) -> bool:
    """Whether an act is told apart by where it was: "the raid in Gao" need not be the one told before."""
    at = dependents(sentence.words, act, "prep")
    return any(
        w.tag == "NNP" for prep in at if prep.lower in ("in", "at", "near") for w in dependents(sentence.words, prep)
    )


def _determined(sentence: Sentence, word: Word, articles: frozenset[str]) -> bool:
    below = dependents(sentence.words, word)
    ranked = any(w.tag in ("JJS", "RBS") or w.lower in RANKED for w in below)
    return not ranked and any(w.dep == "det" and w.lower in articles for w in below)


def _dealer(told: Sequence[tuple[int, Claim]], claim: Claim, number: int) -> tuple[Party, ...]:
    """The doer whom all the blows of that kind name that were told before; nobody where two are named, where the last of them
    names none, or where the one named speaks."""
    air = claim.type == "airstrike" or any(map(_flown, claim.by))
    kind = [one for n, one in told if (one.type == "airstrike" if air else number - n <= NEAR)]
    if not kind or not _names(kind[-1].by):
        return ()
    sides = {side_of(party) for one in kind if _names(one.by) for party in one.by}
    speaking = {side_of(voice) for voice in claim.speaker}
    return () if len(sides) != 1 or sides & speaking else kind[-1].by


def _names(by: Sequence[Party]) -> bool:
    """Whether those who are told to strike are somebody."""
    return bool(by) and all(party.kind in DEALING and not _flown(party) for party in by)


def _flown(party: Party) -> bool:
    """Whether a party is but a machine that somebody flies."""
    last = party.text.lower().split()[-1:]
    words = words_of("aircraft") | words_of("drone")
    return (
        party.country is None
        and party.name.islower()
        and any(word in words or word.removesuffix("s") in words for word in last)
    )
