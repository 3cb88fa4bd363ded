"""What is set for a day to come and told in the present: "the truce begins on Saturday", "talks resume tomorrow"."""

from __future__ import annotations

from typing import Final

from dateline.find.notes import Sentence
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.words.calendar import WEEKDAYS

__all__ = ["scheduled"]

TURNS: Final = frozenset({"begin", "start", "open", "resume", "expire", "end", "lapse", "commence"})
"""Verbs of what begins and ends at a set time."""

INTO: Final = {"take": "effect", "come": "into", "enter": "into", "go": "into", "run": "out"}
"""Verbs that mean the same with the word beside them."""

DAYS: Final = frozenset(WEEKDAYS) | {"tomorrow"}


def scheduled(sentence: Sentence, head: int) -> bool:
    """Whether a verb in the present, in a whole sentence, tells on which day something is to begin or to end.

    A headline without a full stop tells in the present what has happened.
    """
    verb = sentence.words[head]
    if verb.tag not in ("VBZ", "VBP") or has_dependent(sentence.words, verb, "aux", "auxpass", "neg"):
        return False
    below = dependents(sentence.words, verb)
    turns = verb.lemma in TURNS or INTO.get(verb.lemma) in {word.lower for word in below}
    if not turns or not sentence.text.rstrip("\"'”’) ").endswith("."):
        return False
    said = {word.lower for word in sentence.words[verb.i + 1 : verb.i + AFTER]}
    return not DAYS.isdisjoint(said)


AFTER: Final = 10
"""Words behind the verb within which the day stands: "takes effect at six in the morning on Saturday"."""
