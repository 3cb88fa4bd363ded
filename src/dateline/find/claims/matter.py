"""Whether the dead and hurt are the matter of a claim, or the blow that struck them."""

from __future__ import annotations

from typing import Final

from dateline.find.claims.groups import BLOWS, Group
from dateline.find.notes import Frame, Notes, Word
from dateline.find.sentences.distance import way
from dateline.words.recall import load_recall

__all__ = ["causes", "kills", "number_is_point", "runs_since", "toll_is_matter"]

"""Acts that kill at once; fighting goes on beside a toll rather than causing one count of it."""

TOLLS: Final = frozenset({"toll", "dead", "number"})
"""Nouns that make the number the point of a sentence."""

NOMINAL: Final = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "attr", "ROOT"})
"""How "the dead" stand in a sentence; who is shot dead stands otherwise."""

KNOWN: Final = frozenset({"the", "these", "those", "this", "that", "its", "their", "his"})
"""What stands before a blow that was told already: the number is then the news."""

WEEKDAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday".split())

NEW: Final = frozenset({"bombing", "suicide_bombing"})
"""Blows whose dead are told with them, however often they are told."""


def toll_is_matter(notes: Notes, group: Group, head: Frame) -> bool:
    """Whether the dead and hurt of a blow are the matter: it was told before, or they are counted over a time."""
    harmed = kills(group)
    if not harmed or head.phenomenon in NEW:
        return harmed and number_is_point(group)
    return number_is_point(group) or runs_since(group) or _known(notes, group, head)


def kills(group: Group) -> bool:
    """Whether a claim counts dead or hurt."""
    return any(f.measure in ("killed", "injured") and f.modality == "actual" for f in group.figures)


def runs_since(group: Group) -> bool:
    """Whether a count runs from some time on: "since then, forty have been killed in raids"."""
    words = group.sentence.words
    opened = [w for w in words if w.lower == "since" and w.dep in ("prep", "mark", "advmod", "pcomp")]
    verbs = [words[w.head] for w in opened]
    verbs += [words[verb.head] for verb in verbs if verb.dep == "advcl"]
    return any(
        any(
            words[i].lower in ("have", "has") and words[i].dep == "aux" for i in (verb.i, *verb.children) if i != verb.i
        )
        for verb in verbs
    )


def _known(notes: Notes, group: Group, blow: Frame) -> bool:
    """Whether a blow was told before: "the strikes also wounded six", "Monday's attack killed nine"."""
    told = next((f.sentence for f in notes.frames if f.type in BLOWS), blow.sentence)
    if told >= blow.sentence:
        return False
    words = group.sentence.words
    verb = words[blow.head]
    nouns = [verb] if verb.tag.startswith("NN") else [words[i] for i in verb.children if words[i].dep == "nsubj"]
    return any(noun.lemma in load_recall().blows and _definite(words, noun) for noun in nouns)


def _definite(words: tuple[Word, ...], noun: Word) -> bool:
    """Whether a noun that acts is one that is known, and no clause only now tells which: "the attack", "Monday's raid"."""
    below = [words[i] for i in noun.children]
    known = any(w.lower in KNOWN or w.dep == "poss" or w.lower.removesuffix("s") in WEEKDAYS for w in below)
    return known and noun.dep in ("nsubj", "poss") and not any(w.dep == "relcl" for w in below)


def number_is_point(group: Group) -> bool:
    """Whether a noun for the number governs the sentence: "the death toll has risen", "were among the dead"."""
    words = group.sentence.words
    return bool(group.figures) and any(
        word.lemma in TOLLS
        and (words[word.head].dep in ("ROOT", "ccomp") or words[word.head].lower == "among")
        and (word.lower != "dead" or word.dep in NOMINAL)
        for word in words
    )


def causes(group: Group, blow: Frame, toll: Frame) -> bool:
    """Whether a blow is told here first, and near enough to a toll to be what caused it."""
    there = way(group.sentence, blow.head, toll.head)
    word = group.sentence.words[blow.head]
    known = any(group.sentence.words[i].lower in KNOWN for i in word.children)
    return there.steps <= 4 and there.clauses <= 1 and not known
