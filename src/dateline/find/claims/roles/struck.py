"""Whom it is done to, where the frame leaves it open: those who hold a place, those asked or threatened, the counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dateline.find.claims.groups import CIVIL, Group
from dateline.find.claims.roles.accused import victims
from dateline.find.claims.saying.standing import side_of
from dateline.find.frames import TAKING
from dateline.find.frames.parties import party_of
from dateline.find.frames.slots import ACTS
from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.tags import SUBJECTS
from dateline.model import Party
from dateline.phenomena import words_of
from dateline.phenomena.types import BLOWS, CALLS
from dateline.words.kinds import ARMED, PARTISAN
from dateline.words.measures import HARMED
from dateline.words.mood import load_acts

__all__ = ["struck"]

FOUGHT: Final = frozenset({"territorial_control", "clash", "ceasefire_violation"})
"""Types in which a place is taken from whoever holds it."""

TAKEN: Final = frozenset({"territorial_control", "clash"})
HARM: Final = BLOWS | {"casualty_figure"}
SIDES: Final = PARTISAN | {"intergovernmental"}
HELD: Final = frozenset({"held", "controlled"})
COMING: Final = frozenset(
    {"come", "advance", "move", "arrive", "fire", "attack", "shell", "launch", "receive", "get", "fighter"}
)
"""Verbs behind which "from" tells who or where somebody came from."""
HOLDS: Final = frozenset({"stronghold", "enclave", "bastion", "territory"})

AGAINST: Final = frozenset({"against", "on", "at", "from"})

OURS: Final = frozenset({"us", "me"})
THEIRS: Final = frozenset({"them", "him", "her"})
SINGLE: Final = frozenset({"me", "him", "her"})
"""Pronouns by which those who speak mean themselves as objects, in their own words and in what is told of them."""


def struck(
    group: Group, kind: str, by: tuple[Party, ...], to: tuple[Party, ...], speaker: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Who or what is acted on: what the frame tells, and what the words around it tell where it does not."""
    told = tuple(replace(p, name="civilians", kind="civilians") if p.name.lower() in CIVIL else p for p in to)
    if kind in ("clash", "accusation") and not told and (themselves := _speakers(group, by, speaker)):
        return themselves
    if kind in FOUGHT and not any(party.kind in SIDES for party in told):
        taken = _taken_from(group, by) if kind in TAKEN else ()
        return (*told, *(taken or _holders(group, by)))
    if kind == "threat" and group.head is not None and group.head.phenomenon in TAKING:
        told = (*told, *_holders(group, by))
    if kind in HARM:
        told = tuple(party for party in told if not _spared(group, party))
        unarmed = not any(party.kind in ("civilians", *ARMED) for party in told)
        return (*told, *(victims(group) if unarmed else ())) or _counted(group) or _speakers(group, by, speaker)
    if kind in CALLS and not _sent(group) and (not told or (group.head is not None and group.head.type not in CALLS)):
        return _asked(group, by) or told
    return told


def _spared(group: Group, party: Party) -> bool:
    """Whether it is told that none of them was harmed, where others were: "no soldiers were killed but nine civilians were"."""
    harmed = any(f.measure in HARMED and (f.low or 0) > 0 and not f.negated for f in group.figures)
    start = party.start if party.start is not None else group.sentence.start
    before = [word for word in group.sentence.words if word.end <= start][-1:]
    return harmed and bool(before) and before[0].lower == "no"


def _holders(group: Group, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who hold the place that is fought for: "a rebel-held town", "the opposition's stronghold"."""
    words, rebels = group.sentence.words, words_of("rebels")
    kinds = {party.kind for party in by}
    if not kinds & PARTISAN:
        return ()
    for word in group.sentence.words_in(group.span):
        rebel = word.lower in rebels or word.lemma in rebels
        after = [w.lower for w in words[word.i + 1 : word.i + 3]]
        held = (after[:1] == ["-"] and after[1:2] and after[1] in HELD) or (after and after[0] in HOLDS)
        if held and (rebel or word.lower in words_of("state")):
            own = "armed_group" in kinds if rebel else bool(kinds & {"state", "military"})
            return () if own else (_party(group, word, "armed_group" if rebel else "state"),)
    return ()


def _taken_from(group: Group, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those from whom a place is taken: "seized the mill from the guards"."""
    words, sides = group.sentence.words, {side_of(party) for party in by}
    for prep in group.sentence.words_in(group.span):
        if prep.lower != "from" or words[prep.head].lemma in COMING:
            continue
        for word in dependents(words, prep, "pobj"):
            actor = next((a for a in group.named_at(word) if a.kind in PARTISAN and side_of(a) not in sides), None)
            if actor is not None and not (actor.kind == "state" and word.tag == "NNP"):
                return (party_of(actor),)
    return ()


def _party(group: Group, word: Word, kind: str) -> Party:
    """The actor a word names, else the word itself."""
    actor = next(iter(group.named_at(word)), None)
    plain = f"{word.lemma}s" if word.lemma in ("rebel", "insurgent", "militant", "jihadist") else word.text
    return party_of(actor) if actor is not None else Party(plain, word.text, word.start, word.end, kind=kind)


def _speakers(group: Group, by: tuple[Party, ...], speaker: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who speak, where they tell what others did to "them" or "us": "villagers say soldiers beat them"."""
    voice, words = group.voice, group.sentence.words
    if voice is None or not group.frames or not by or not speaker:
        return ()
    acts = [f.head for f in group.frames if f.type in (*HARM, "clash")] or [group.frames[0].head]
    objects = [w for at in acts for w in dependents(words, words[at], "dobj")]
    objects = objects or [word for at in acts for word in _behind(group.sentence, at)]
    meant = next((w for w in objects if w.lower in (OURS if voice.direct else THEIRS)), None)
    one = len(speaker) == 1 and speaker[0].kind == "person"
    if meant is None or {p.name for p in by} & {p.name for p in speaker} or (meant.lower in SINGLE) != one:
        return ()
    if meant.lower in THEIRS and speaker[0].name.split()[-1] in words_of("kin"):
        return ()  # "his wife said soldiers beat him"
    return (replace(speaker[0], text=meant.text, start=meant.start, end=meant.end),)


def _behind(sentence: Sentence, verb: int) -> list[Word]:
    """What stands behind "at" or "on" at a verb: whom somebody shot at."""
    words = sentence.words
    at = (w for w in dependents(words, words[verb], "prep") if w.lower in AGAINST)
    return [w for prep in at for w in dependents(words, prep, "pobj")]


def _counted(group: Group) -> tuple[Party, ...]:
    """The facilities that are counted as hit."""
    hit = (figure for figure in group.figures if figure.measure == "facilities_hit" and figure.numbered)
    return tuple(Party(f.text, f.text, f.start, f.end) for f in hit)[:1]


def _asked(group: Group, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """The other side in what is demanded or threatened: who must act, or against whom."""
    sides = {side_of(party) for party in by}
    for word in _leaving(group):
        gone = next(iter(group.named_at(word)), None)
        if gone is not None and gone.name not in {party.name for party in by}:
            return (party_of(gone),)
    for word in _addressed(group):
        known = group.named_at(word)
        actor = next((a for a in known if a.kind in SIDES or (a.kind == "person" and _dutiful(word))), None)
        if actor is not None and side_of(actor) not in sides and actor.name not in {party.name for party in by}:
            return (party_of(actor),)
    return ()


def _dutiful(word: Word) -> bool:
    """Whether somebody is told what he must do: "the general must be tried"."""
    return word.dep in SUBJECTS and word.tag in ("NNP", "PRP")


def _leaving(group: Group) -> Iterator[Word]:
    """The words for somebody who is to go, or to be tried: "the ouster of the emir", "the emir's resignation"."""
    words = group.sentence.words
    for word in group.sentence.words_in(group.span):
        head = words[word.head]
        of = word.dep == "pobj" and head.lower == "of" and words[head.head].lemma in words_of("departures")
        if of or (word.dep == "poss" and head.lemma in words_of("departures")):
            yield word


def _addressed(group: Group) -> Iterator[Word]:
    """The words that can name whom a demand or threat is for: subjects of duties and of what is awaited, objects."""
    words, duty = group.sentence.words, load_acts().duty
    asides = _asides(group)
    for word in group.sentence.words_in(group.span):
        if word.i in asides:
            continue
        head = words[word.head]
        helpers = {w.lower for w in dependents(words, head, "aux")}
        doing = word.dep in SUBJECTS and (helpers & duty or "to" in helpers)
        within = word.dep in ("compound", "poss") and head.dep in ("dobj", "pobj", "appos")
        if doing or within or word.dep == "dobj" or (word.dep == "pobj" and _asks(words, head)):
            yield word


def _asks(words: Sequence[Word], prep: Word) -> bool:
    """Whether a preposition tells who must act, or stop; "by" may have been hung on the verb that calls for it."""
    if prep.lower != "by":
        return prep.lower in AGAINST
    above = words[prep.head]
    ended = words_of("to_be_ended") | ACTS
    calls = above.tag in ("VBD", "VBZ", "VBP") and any(w.lemma in ended for w in words[above.i : prep.i])
    return above.lemma in ended or calls


def _sent(group: Group) -> bool:
    """Whether troops are sent: nobody is asked by that."""
    return group.head is not None and group.head.phenomenon == "reinforcement"


def _asides(group: Group) -> frozenset[int]:
    """The words of relative clauses that only tell more of somebody or some place: nobody is asked in them."""
    head = group.head.head if group.head is not None else -1
    clauses = (w for w in group.sentence.words_in(group.span) if w.dep == "relcl")
    told = ([w.i for w in group.sentence.subtree(clause.i)] for clause in clauses)
    return frozenset(i for clause in told if head not in clause for i in clause)
