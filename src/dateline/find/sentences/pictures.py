"""Words for the fallen that only paint a picture: "truth is the first casualty of war", "many are missing the point"."""

from __future__ import annotations

from dateline.find.notes import Sentence
from dateline.find.sentences.dependents import children
from dateline.phenomena import words_of

__all__ = ["fallen_thing", "overlooks"]

FALLEN = frozenset({"casualty", "victim"})
"""What a thing that came to an end is called as well."""

ONES = frozenset({"one", "some", "among"})
"""What stands before "of" where some of several are meant: "one of the casualties"."""


def fallen_thing(sentence: Sentence, at: int) -> bool:
    """Whether a thing is called a casualty: "truth is the first casualty of war", "his career was one of its casualties"."""
    words, above = sentence.words, sentence.words[at]
    if above.lemma not in FALLEN:
        return False
    if above.dep == "pobj" and words[above.head].lower in ("of", "among"):
        link = words[above.head]
        above = words[link.head] if link.lower == "of" else link
        if above.lower not in ONES:
            return False
    if above.dep not in ("attr", "prep") or words[above.head].lemma != "be":
        return False
    people = words_of("agents") | words_of("quantities")
    fell = (words[i] for i in children(sentence, above.head, "nsubj"))
    return any(word.tag in ("NN", "NNS") and word.lemma not in people for word in fell)


def overlooks(sentence: Sentence, at: int) -> bool:
    """Whether those who are "missing" something only do not see it: "many are missing the point"."""
    word = sentence.words[at]
    return word.lower == "missing" and word.tag == "VBG" and bool(children(sentence, at, "dobj"))
