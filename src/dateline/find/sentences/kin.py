"""Those lost by whose kin somebody is told: "the father of a boy killed in Nyala spoke at the rally"."""

from __future__ import annotations

from typing import Final

from dateline.find.notes import Sentence, Word
from dateline.words.recall import load_recall

__all__ = ["mourned"]

ASIDE: Final = ("acl", "relcl")


def mourned(sentence: Sentence, verb: Word) -> Word | None:
    """The noun for those whose loss a verb behind it tells, where it only tells whose kin somebody is."""
    lost = sentence.words[verb.head]
    of = sentence.words[lost.head]
    if verb.dep not in ASIDE or lost.dep != "pobj" or of.lower != "of":
        return None
    return lost if sentence.words[of.head].lemma in load_recall().kin else None
