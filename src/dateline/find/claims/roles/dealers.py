"""Who dealt a harm and whom it struck, by any word of the sentence for the same blow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from dateline.find.actors.phrases import HELD
from dateline.find.claims.groups import Group
from dateline.find.claims.roles.accused import unlike, victims
from dateline.find.claims.roles.crowds import of_others
from dateline.find.frames import TAKING
from dateline.find.notes import Frame, Notes, Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import upward, way
from dateline.find.sentences.tags import SUBJECTS
from dateline.model import Party, Span
from dateline.phenomena.types import BLOWS, FOUGHT, VIOLENT
from dateline.words.kinds import PARTISAN
from dateline.words.mood import load_acts
from dateline.words.recall import load_recall

__all__ = ["HARM", "SEQUENCE", "SUFFERED", "dealt", "subjects_of"]

HARM: Final = FOUGHT | {"displacement_figure", "ceasefire_violation"}

NEAR: Final = 6
"""Steps through the parse within which two acts of a sentence share who does them."""

VERB_WITHIN: Final = 3
"""Words up from an act to the verb that carries it."""

SEQUENCE: Final = frozenset({"after", "before", "since", "until"})
"""What opens a clause of what was before or afterwards."""

ALLIED: Final = frozenset("coalition alliance bloc powers allies".split())
"""Words for several states that strike together."""

BURNT: Final = "looting"
"""The phenomenon of what is burnt or plundered, in which people die as well."""

CLAIMED: Final = "claimed_attack"
"""The phenomenon of those who say that a blow was theirs."""

COUNTED: Final = frozenset("ten dozen score hundred thousand million".split())

SUFFERED: Final = frozenset({"killing", "execution", "abduction", "torture"})
"""Phenomena that are told to be whose they were done to: "his murder"."""


def dealt(
    notes: Notes, group: Group, kind: str, head: Frame, by: tuple[Party, ...], to: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who dealt a harm and whom it struck, by any word of the sentence for the same blow; what was struck before the town that
    was entered for it."""
    by, own = _dealers(group, by), bool(by)
    near = [f for f in group.frames if f.type in HARM and _one_blow(group.sentence, f, head)]
    told = next((f for f in near if f.type == head.type and f.by and f.to), None) if not (by or to) else None
    by, to = (by, to) if told is None else (told.by, told.to)
    blows = (f for f in near if f.type in (BLOWS if head.type in BLOWS else VIOLENT))
    by = by or next((f.by for f in blows if f.type == kind == "clash" or _by_force(group.sentence, f)), ())
    struck = sorted(near, key=lambda f: f.phenomenon in TAKING)
    to = to or next((f.to for f in struck if f.to and not of_others(f, by)), ()) or victims(group)
    to = (*to, *_hurt(near, to))
    by, to = (by, unlike(to, by)) if own else (unlike(by, to), to)
    burnt = (f for f in group.frames if f.phenomenon == BURNT and any(map(_forceful, f.by)))
    by = by or next((f.by for f in burnt if _one_blow(group.sentence, f, head)), ()) or _claimers(notes, group, head)
    return by or _of_that_blow(notes, group, head), to


def _claimers(notes: Notes, group: Group, head: Frame) -> tuple[Party, ...]:
    """Who claims a harm as their own by a verb above it: "claimed responsibility for killing nine", "for a raid that killed nine"."""
    above = {word.i for word in upward(group.sentence, head.head)}
    claims = (f for f in notes.frames if f.phenomenon == CLAIMED and not f.negated and f.head in above)
    here = (f for f in claims if group.sentence.start <= f.start < group.sentence.end)
    return next((f.by for f in here if f.by), ())


def _of_that_blow(notes: Notes, group: Group, head: Frame) -> tuple[Party, ...]:
    """Who dealt the blow of which a clause with "which" or "that" tells the harm, wherever the parse hangs it: "raids by rebels on a
    town, which left nine dead"; a town leaves nobody dead."""
    words = group.sentence.words
    verb = words[head.head]
    which = any(w.lower in ("which", "that") for w in dependents(words, verb, "nsubj"))
    if head.type != "casualty_figure" or verb.dep != "relcl" or not which or verb.lemma not in DEALING:
        return ()
    above = {word.i for word in upward(group.sentence, head.head)}
    blows = (f for f in notes.frames if f.type in BLOWS and f.head in above and words[f.head].tag.startswith("NN"))
    return next((f.by for f in blows if group.sentence.start <= f.start < group.sentence.end and f.by), ())


DEALING: Final = frozenset({"leave", "kill", "wound", "injure"})
"""Verbs of what a blow does to people."""


def _one_blow(sentence: Sentence, frame: Frame, head: Frame) -> bool:
    """Whether a harm stands near enough to the head to be the same blow, and is not one before or after it."""
    if (
        frame.type in VIOLENT
        and head.type in BLOWS
        and (_apart(sentence, frame, head) or _apart(sentence, head, frame))
    ):
        return False
    return way(sentence, frame.head, head.head).steps <= NEAR


def _apart(sentence: Sentence, frame: Frame, other: Frame) -> bool:
    """Whether a clause tells of an act that another came before or after: "the raids began a day after rebels shelled it"."""
    above = {word.i for word in upward(sentence, other.head)}
    own = takewhile(lambda word: word.i not in above, upward(sentence, frame.head))
    marks = (w for word in own for w in (word, *dependents(sentence.words, word)))
    return any(word.lower in SEQUENCE and word.dep == "mark" for word in marks)


def _by_force(sentence: Sentence, frame: Frame) -> bool:
    """Whether a blow told beside the dead was dealt by those who are told to act in it."""
    return any(_forceful(party) or _beats(sentence, frame, party) for party in frame.by)


def _forceful(party: Party) -> bool:
    """Whether somebody can have dealt the blow that is told beside the dead."""
    words = party.text.lower().split()
    foe = words[-1].removesuffix("s") in load_acts().foes
    allied = party.kind == "other" and (words[-1] in ALLIED or words[0] in HELD or foe)
    return party.kind in PARTISAN or party.kind == "intergovernmental" or allied


def _hurt(near: Sequence[Frame], to: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those told to be killed or hurt where a place or a thing is hit: the guards of "nine guards died in a raid on a base"."""
    if any(party.kind != "other" for party in to):
        return ()
    hurt = next((f.to for f in near if (f.type == "casualty_figure" or f.phenomenon in SUFFERED) and f.to), ())
    return unlike(tuple(party for party in hurt if party.kind != "other"), to)


def _dealers(group: Group, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who can have dealt a blow: not the ones it struck, and nobody where a war as a whole is counted."""
    counted = [Span(figure.start, figure.end) for figure in group.figures]
    if group.head is not None and any(w.lemma in load_recall().eras for w in subjects_of(group, group.head.head)):
        return ()
    return tuple(
        p
        for p in by
        if not _only_many(p)
        and (p.kind != "civilians" or p.country is not None or _beats(group.sentence, group.head, p))
        and not (p.start is not None and any(s.start <= p.start < s.end for s in counted))
    )


def _only_many(party: Party) -> bool:
    """Whether a party is told by no more than how many they are: "a march by tens of thousands"."""
    return all(w.removesuffix("s") in COUNTED for w in party.text.lower().split() if w != "of")


def _beats(sentence: Sentence, frame: Frame | None, party: Party) -> bool:
    """Whether somebody is the subject of the verb by which others, or a place, are struck: "residents beat a thief to death", "settlers
    raided a village"."""
    if frame is None or frame.type not in BLOWS or party not in frame.by or party.start is None:
        return False
    words = sentence.words
    if not (frame.to or dependents(words, words[frame.head], "dobj")):
        return False
    subjects = dependents(words, words[frame.head], "nsubj")
    return any(party.start <= word.start < (party.end or 0) for word in subjects)


def subjects_of(group: Group, at: int) -> list[Word]:
    """The subjects of the verb that a word is, or hangs on."""
    words = group.sentence.words
    verb = words[at]
    for _ in range(VERB_WITHIN):
        found = dependents(words, verb, *SUBJECTS)
        if found or (verb.tag.startswith("V") and verb.dep != "conj"):
            return [w for w in found if w.dep == "nsubj"]
        verb = words[verb.head]
    return []
