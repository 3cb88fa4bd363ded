"""What a report leaves open: whether a thing was so, who did it, or whether it is more than an allegation."""

from __future__ import annotations

from typing import Final

from dateline.find.notes import Frame, Sentence, Word
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.sentences.distance import upward
from dateline.words.mood import load_acts

__all__ = ["alleged", "asked_about", "habitual", "left_open", "unclear"]

OPEN: Final = frozenset({"unclear", "unknown", "uncertain"})
"""What a thing is that nobody knows."""

WHICH: Final = frozenset({"which", "who", "whose"})

STRUGGLING: Final = frozenset({"fight", "battle", "struggle", "wage"})
"""Verbs of fighting on for a cause."""

FAR: Final = 5
"""Words up from an act within which somebody asks about it."""


def alleged(sentence: Sentence, act: Frame) -> bool:
    """Whether somebody is only said by others to have done it: "guards allegedly beat two boys"."""
    return any(w.lower == "allegedly" for w in dependents(sentence.words, sentence.words[act.head]))


def left_open(sentence: Sentence, head: Frame) -> bool:
    """Whether it is left open who did it: "could not tell whether the army or the rebels were behind the raid", "which side
    was responsible"."""
    words = sentence.words
    below = dependents(words, words[head.head])
    asked = [word for w in below if w.dep == "nsubj" for word in (w, *dependents(words, w))]
    return any(w.lower == "whether" for w in below) or any(w.tag in ("WDT", "WP") and w.lower in WHICH for w in asked)


def asked_about(sentence: Sentence, head: Frame) -> bool:
    """Whether somebody does not know or say if it was such a blow: "could not confirm if it was an air strike"."""
    words, mind = sentence.words, load_acts().mind
    word = words[head.head]
    for _ in range(FAR):
        marked = any(w.lower in ("if", "whether") for w in dependents(words, word, "mark"))
        above = words[word.head]
        if marked and above.lemma in mind:
            return has_dependent(words, above, "neg")
        word = above
    return False


def unclear(sentence: Sentence, head: Frame) -> bool:
    """Whether it is only told that a thing is not known: "it was not clear how the raid would affect the talks"."""
    words = sentence.words
    for word in upward(sentence, head.head)[1:]:
        below = dependents(words, word)
        known = {w.lower for w in below if w.dep in ("acomp", "oprd")}
        lacking = not known.isdisjoint(OPEN) or ("clear" in known and any(w.dep == "neg" for w in below))
        if word.lemma in ("be", "remain") and lacking and head.head > word.i:
            return True
    return False


def habitual(sentence: Sentence, head: Frame) -> bool:
    """Whether an act is only what somebody is known for: "a band notorious for kidnappings" tells of no kidnapping, "the Front,
    which has been fighting for a state of its own" of no fight."""
    if head.type == "clash" and _cause(sentence, sentence.words[head.head]):
        return True
    opened = [word for word in upward(sentence, head.head) if word.lower == "for" and word.dep == "prep"]
    return any(
        w.lower in load_acts().famed
        for word in opened
        for w in (*upward(sentence, word.head), *_beside(sentence, word))
    )


def _cause(sentence: Sentence, verb: Word) -> bool:
    """Whether a clause on the side only tells what a side has taken up arms for: "who are fighting to oust the king"."""
    below = dependents(sentence.words, verb)
    lasting = verb.tag in ("VBP", "VBZ") or any(w.lower in ("are", "is", "has", "have") for w in below)
    aim = any(w.tag == "VB" or w.lower in ("for", "since") for w in below)
    return verb.lemma in STRUGGLING and verb.dep == "relcl" and lasting and aim


def _beside(sentence: Sentence, word: Word) -> list[Word]:
    """The adjectives that hang on the same verb as a word: "has become notorious over the years for raids"."""
    return dependents(sentence.words, sentence.words[word.head], "acomp")
