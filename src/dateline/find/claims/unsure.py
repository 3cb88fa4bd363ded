"""What a report leaves open: whether a thing was so, who did it, or whether it is more than an allegation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.find.notes import Frame, Sentence, Word
from dateline.find.sentences.distance import upward
from dateline.words.mood import load_acts

__all__ = ["alleged", "asked_about", "habitual", "left_open"]

WHICH: Final = frozenset({"which", "who", "whose"})

FAR: Final = 5
"""Words up from an act within which somebody asks about it."""


def alleged(sentence: Sentence, act: Frame) -> bool:
    """Whether somebody is only said by others to have done it: "guards allegedly beat two boys"."""
    return any(sentence.words[i].lower == "allegedly" for i in sentence.words[act.head].children)


def left_open(sentence: Sentence, head: Frame) -> bool:
    """Whether it is left open who did it: "could not tell whether the army or the rebels were behind the raid", "which side
    was responsible"."""
    words = sentence.words
    below = [words[i] for i in words[head.head].children]
    asked = [words[i] for w in below if w.dep == "nsubj" for i in (w.i, *w.children)]
    return any(w.lower == "whether" for w in below) or any(w.tag in ("WDT", "WP") and w.lower in WHICH for w in asked)


def asked_about(sentence: Sentence, head: Frame) -> bool:
    """Whether somebody does not know or say if it was such a blow: "could not confirm if it was an air strike"."""
    words, mind = sentence.words, load_acts().mind
    word = words[head.head]
    for _ in range(FAR):
        marked = any(words[i].lower in ("if", "whether") and words[i].dep == "mark" for i in word.children)
        above = words[word.head]
        if marked and above.lemma in mind:
            return any(words[i].dep == "neg" for i in above.children)
        word = above
    return False


def habitual(sentence: Sentence, head: Frame) -> bool:
    """Whether an act is only what somebody is known for: "a band notorious for kidnappings" tells of no kidnapping."""
    opened = [word for word in upward(sentence, head.head) if word.lower == "for" and word.dep == "prep"]
    return any(
        w.lower in load_acts().famed
        for word in opened
        for w in (*upward(sentence, word.head), *_beside(sentence, word))
    )


def _beside(sentence: Sentence, word: Word) -> Iterator[Word]:
    """The adjectives that hang on the same verb as a word: "has become notorious over the years for raids"."""
    return (sentence.words[i] for i in sentence.words[word.head].children if sentence.words[i].dep == "acomp")
