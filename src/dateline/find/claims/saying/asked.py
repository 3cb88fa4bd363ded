"""To whom a demand is put that names nobody: whom it tells of, or whom the same voice asks or charges close by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.claims.saying import main_verbs
from dateline.find.claims.saying.duty import bound, needed
from dateline.find.claims.saying.standing import side_of
from dateline.find.frames.parties import party_of
from dateline.find.notes import Notes
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import sentence_at
from dateline.find.sentences.tags import PROPER, SUBJECTS
from dateline.model import Claim, Party, Span
from dateline.words.kinds import PARTISAN

__all__ = ["asked", "bound_by"]

NEAR: Final = 2
"""Sentences between a demand and the words of the same voice that tell to whom it is put."""

WITHIN: Final = 12
"""Claims of those sentences that are looked at, at most, on either side."""

BINDING: Final = PARTISAN | {"person", "intergovernmental"}
"""Kinds of those who can be asked to do something."""


def bound_by(group: Group, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whose duty it is that a voice tells: the army of "the army must leave", "the army's raids have to stop"."""
    if group.voice is None:
        return ()
    words, sides = group.sentence.words, {side_of(party) for party in by}
    for verb in (
        v for v in main_verbs(group.sentence, group.voice) if bound(group.sentence, v) or needed(group.sentence, v)
    ):
        for subject in dependents(words, verb, *SUBJECTS):
            under = {word.start for word in group.sentence.subtree(subject.i)}
            told = [a for a in group.actors if a.start in under and a.kind in BINDING and side_of(a) not in sides]
            if told:
                return (party_of(told[0]),)
    return ()


def asked(notes: Notes, claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, in order of the text; a demand put to nobody is put to whom its voice demands, threatens or accuses near it."""
    homes = [home[0] if (home := sentence_at(notes, c.trigger.start)) is not None else -1 for c in claims]
    for n, claim in enumerate(claims):
        open_to = claim.type == "demand" and not claim.to and claim.speaker and not _names_one(notes, claim)
        to = _addressed(claims, homes, n) if open_to else ()
        why = f"it goes on with what is asked of {to[0].name}" if to else ""
        yield replace(claim, to=to, because=(*claim.because, why)) if to else claim


def _names_one(notes: Notes, claim: Claim) -> bool:
    """Whether somebody that no list knows is named as the one who is to act: "the Reef needs to give way"."""
    home = sentence_at(notes, claim.trigger.start)
    words = home[1].words_in(Span(claim.start, claim.end)) if home is not None else []
    voiced = [(v.start, v.end) for v in claim.speaker if v.start is not None and v.end is not None]
    named = (w for w in words if w.dep in SUBJECTS and w.tag in PROPER)
    return any(not any(first <= w.start < last for first, last in voiced) for w in named)


def _addressed(claims: Sequence[Claim], homes: Sequence[int], n: int) -> tuple[Party, ...]:
    """Whom the nearest claim of the same voice is about, those before first."""
    voices = {voice.name for voice in claims[n].speaker}
    own = {side_of(party) for party in (*claims[n].by, *claims[n].speaker)}
    near = [at for at in range(max(0, n - WITHIN), min(len(claims), n + WITHIN)) if abs(homes[at] - homes[n]) <= NEAR]
    for at in sorted(near, key=lambda at: (at > n, abs(at - n))):
        other = claims[at]
        told = other.by if other.type == "accusation" else other.to if other.type in ("demand", "threat") else ()
        known = (p for p in told if p.kind in BINDING and not (p.country is None and p.name.islower()))
        sided = tuple(p for p in known if side_of(p) not in own)
        if sided and voices == {voice.name for voice in other.speaker}:
            return sided
    return ()
