"""What a sentence comes to where its best-named act only leads up to a blow: a hamlet is entered, herders are shot."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.claims.matter import KNOWN, kills
from dateline.find.notes import Frame, Sentence
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.sentences.distance import upward
from dateline.find.sentences.tags import SUBJECTS
from dateline.phenomena.types import AFAR, BLOWS, VIOLENT
from dateline.words.recall import load_recall

__all__ = ["upshot"]

TAKEN: Final = "abduction"
BESIDE: Final = frozenset({TAKEN, "damage", "looting", "prison_break", "weapons_seized"})
"""Phenomena of people or goods carried off, or burnt, or found; where somebody is killed beside them, that is the matter."""

CARRIED: Final = frozenset({"conj", "advcl", "xcomp", "dep", "dobj", "pobj", "prep"})
"""How a blow hangs on the verb of what led up to it."""

DROVE: Final = frozenset({"nsubj", "nsubjpass", "agent", "pobj"})
"""How a blow stands by the verb of the flight that it caused."""

TRIED: Final = BLOWS | {"casualty_figure"}
"""Types of what somebody is charged with or convicted of."""

KILLING: Final = frozenset({"killing", "armed_clash"})
"""Phenomena of who was killed, by whatever means."""

LOWER: Final = 0.6
"""How much lower than what led up to it a blow may stand."""


def upshot(group: Group) -> Group:
    """The group, headed by the blow that its best act leads up to or is told of: "entered the hamlet and shot nine", "killed
    two and abducted six", "was behind the raid", "raids blamed on the band"; or by the crowd whose demand it tells.
    """
    head = group.head
    if head is None:
        return group
    if head.negated:
        done = _done(group, head)
        return group if done is None else _headed(group, replace(done, score=max(done.score, head.score)), done)
    if head.type == "accusation":
        return _told_outright(group, head)
    if head.type == "demand" and (crowd := _marching(group, head)) is not None:
        return _headed(replace(group, voice=None), replace(crowd, score=max(crowd.score, head.score)), crowd)
    if head.type in TRIED and (trial := _tried(group, head)) is not None:
        return _headed(group, replace(trial, score=max(trial.score, head.score)), trial)
    if head.type in BLOWS and (called := _called(group, head)) is not None:
        return _headed(group, replace(called, score=max(called.score, head.score)), called)
    if head.phenomenon in KILLING and (dealt := _dealt_from_afar(group, head)) is not None:
        both = replace(dealt, by=dealt.by or head.by, to=head.to or dealt.to, score=max(dealt.score, head.score))
        return _headed(group, both, dealt)
    blow = _led_to(group, head)
    if blow is None:
        return group
    them = blow.to or (head.to if head.phenomenon == TAKEN else ())  # "seized two and shot them dead"
    return _headed(group, replace(blow, to=them, score=max(blow.score, head.score)), blow)


def _dealt_from_afar(group: Group, killing: Frame) -> Frame | None:
    """The shelling or the air strike in which people were killed: "nine were killed in a bombardment by the army"."""
    words = group.sentence.words
    if words[killing.head].lemma != "kill":
        return None
    for act in (f for f in group.frames[1:] if f.type in AFAR and not f.negated):
        word = words[act.head]
        by = words[word.head]
        if word.dep == "pobj" and by.lower in ("in", "by") and by.head == killing.head:
            return act
    return None


def _headed(group: Group, first: Frame, *without: Frame) -> Group:
    """The group with a frame put first, in the place of others."""
    return replace(group, frames=(first, *(frame for frame in group.frames if frame not in without)))


def _done(group: Group, undone: Frame) -> Frame | None:
    """The act that was done where a further one was not: "attacked the town but did not take it"; the one that is told where
    more of it is not: "said a raid had hit the camp but did not say when"."""
    verb = group.sentence.words[undone.head]
    if verb.dep != "conj":
        return None
    acts = [f for f in group.frames[1:] if f.type not in ("statement", "accusation") and not f.negated]
    if undone.type == "statement":
        return next((f for f in acts if f.head < undone.head), None)
    return next((f for f in acts if f.type in VIOLENT and f.head == verb.head), None)


def _marching(group: Group, head: Frame) -> Frame | None:
    """The crowd's march of which a demand only tells the aim: "thousands took to the streets, calling for his removal", "police
    fired gas at marchers demanding bread".
    """
    words = group.sentence.words
    verb = words[head.head]
    above = upward(group.sentence, head.head)
    near = {w.i for w in above} | {i for w in above[1:] for i in w.children}
    marches = (f for f in group.frames if f.type == "protest" and f.head in near)
    return next(marches, None) if verb.tag == "VBG" and verb.dep in ("advcl", "acl", "xcomp", "conj") else None


def _tried(group: Group, blow: Frame) -> Frame | None:
    """The trial of which a blow is only the charge: "was convicted of murder", "pleaded guilty to the rape of a nurse"."""
    above = {word.i for word in upward(group.sentence, blow.head)[1:]}
    return next((f for f in group.frames[1:] if f.phenomenon == "trial" and not f.negated and f.head in above), None)


def _called(group: Group, blow: Frame) -> Frame | None:
    """The accusation of which a blow is the subject or the object: "said the strikes amounted to terrorism"."""
    words = group.sentence.words
    word = words[blow.head]
    while word.dep in ("pobj", "prep", "compound"):
        word = words[word.head]
    if not word.tag.startswith("NN") or word.dep not in (*SUBJECTS, "dobj"):
        return None
    return next((f for f in group.frames[1:] if f.type == "accusation" and f.head == word.head), None)


def _led_to(group: Group, head: Frame) -> Frame | None:
    """The blow to which people came to a place, or beside which they carried some off or burnt; the flight that a blow caused; the toll told before a flight."""
    words, high = group.sentence.words, head.score - LOWER
    acts = [f for f in group.frames[1:] if f.type in BLOWS and not f.negated and f.score >= high]
    if head.type == "territorial_control" and words[head.head].lemma in load_recall().leading:
        return next((f for f in acts if _follows(group.sentence, f, head)), None)
    if head.type in (*BLOWS, "clash") and not kills(group) and any(f.measure == "displaced" for f in group.figures):
        flights = (f for f in group.frames[1:] if f.type == "displacement_figure")
        return next((f for f in flights if _driven(group.sentence, f, head)), None)
    if head.type == "casualty_figure" and kills(group):
        causes = (f for f in group.frames[1:] if f.type in BLOWS and not f.negated and _resulting(group.sentence, f))
        return next(causes, None)
    if head.type == "displacement_figure" and not group.figures:
        return next((f for f in acts if _driven(group.sentence, head, f)), None)
    if head.type == "displacement_figure" and kills(group):
        return next((f for f in group.frames[1:] if f.type == "casualty_figure" and _first(group, f, head)), None)
    if head.phenomenon == TAKEN and not kills(group):
        return next((f for f in acts if _fatal(group.sentence, f) and _follows(group.sentence, f, head)), None)
    if head.phenomenon in BESIDE and kills(group) and not _mostly_taken(group, head):
        acts = [f for f in acts if f.phenomenon not in BESIDE]
        acts += [f for f in group.frames[1:] if f.type == "clash" and not f.negated and f.score >= high]
        tolls = [f for f in group.frames[1:] if f.type == "casualty_figure" and not f.negated and f.score >= high]
        return next(iter(acts + tolls), None)
    return None


def _fatal(sentence: Sentence, act: Frame) -> bool:
    """Whether an act kills by its own words, however many: "beheaded them", "shot them dead"."""
    dead = any(w.lower == "dead" for w in dependents(sentence.words, sentence.words[act.head]))
    return dead or act.phenomenon in ("execution", "killing")


def _mostly_taken(group: Group, head: Frame) -> bool:
    """Whether those who were carried off are told first, and are more than the dead: "abducted ten nurses and killed two"."""
    taken = [f for f in group.figures if f.measure == "detained" and f.numbered]
    killed = [f for f in group.figures if f.measure == "killed"]
    first = head.phenomenon == TAKEN and bool(taken and killed) and taken[0].start < killed[0].start
    return first and (taken[0].low or 0) > (killed[0].low or 0)


def _follows(sentence: Sentence, frame: Frame, head: Frame) -> bool:
    """Whether an act goes on from another in its clause, or in one coordinated with it; not what was "after" it."""
    word = sentence.words[frame.head]
    while word.i != head.head and word.dep in CARRIED:
        if has_dependent(sentence.words, word, "mark"):
            return False
        word = sentence.words[word.head]
    return word.i == head.head


def _resulting(sentence: Sentence, blow: Frame) -> bool:
    """Whether a blow is told as what the dead are the result of: "two died as a result of shelling"."""
    above = upward(sentence, blow.head)[1:4]
    plain = not any(w.lower in KNOWN for w in dependents(sentence.words, sentence.words[blow.head]))
    return plain and any(w.lower in ("result", "due", "because") for w in above)


def _first(group: Group, toll: Frame, flight: Frame) -> bool:
    """Whether the dead are counted before those who fled, by the same clause or one beside it: "has killed 9,000 people and
    displaced a million"."""
    killed = min((f.start for f in group.figures if f.measure == "killed" and f.numbered), default=-1)
    word, other = group.sentence.words[toll.head], group.sentence.words[flight.head]
    beside = other.head == word.i and other.dep == "conj"
    return not toll.negated and beside and 0 <= killed < flight.trigger.start


def _driven(sentence: Sentence, flight: Frame, blow: Frame) -> bool:
    """Whether a blow is what people fled: "raids forced nine families to flee"."""
    word = sentence.words[blow.head]
    verbs = {flight.head, sentence.words[flight.head].head}
    while word.dep in ("pobj", "prep", "compound"):
        word = sentence.words[word.head]
    return word.dep in DROVE and word.head in verbs


def _told_outright(group: Group, head: Frame) -> Group:
    """The blow of which a report tells by itself whose it was."""
    words, voice = group.sentence.words, group.voice
    verb = words[head.head]
    behind = verb.lemma == "be" and voice is None
    blow = next((frame for frame in group.frames[1:] if frame.type in BLOWS), None)
    if blow is None or not behind:
        return group
    doers = blow.by or head.to
    first = replace(blow, by=doers, score=max(blow.score, head.score))
    return _headed(replace(group, voice=None), first, blow, head)
