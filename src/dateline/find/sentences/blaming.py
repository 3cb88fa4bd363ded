"""On whom blame is laid, where the model hangs that on the deed: "pinned the blame for the raid on the army" tells of no raid on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.find.notes import Word
from dateline.find.sentences.asides import Moves
from dateline.find.sentences.dependents import dependents
from dateline.words.calendar import WEEKDAYS

__all__ = ["to_the_blamed"]

LAYING: Final = frozenset({"pin", "lay", "put", "place", "heap", "cast", "shift"})
BLAME: Final = frozenset({"blame", "responsibility", "guilt"})
UPON: Final = frozenset({"on", "upon", "onto"})


def to_the_blamed(words: Sequence[Word]) -> Moves:
    """The last "on" behind blame, under the verb that lays it."""
    for verb in words:
        if verb.lemma not in LAYING or not verb.tag.startswith("VB"):
            continue
        laid = next((w for w in dependents(words, verb, "dobj") if w.lemma in BLAME), None)
        if laid is None:
            continue
        behind = (w for w in _below(words, verb) if w.i > laid.i and w.dep == "prep")
        ons = [w for w in behind if w.lower in UPON and _told(words, w)]
        if ons and all(w.head != verb.i for w in ons):
            return {max(w.i for w in ons): (verb.i, "prep")}
    return {}


def _below(words: Sequence[Word], head: Word) -> Iterator[Word]:
    """All that hangs on a word by nouns and prepositions, however far down."""
    for word in dependents(words, head, "dobj", "prep", "pobj"):
        yield word
        yield from _below(words, word)


def _told(words: Sequence[Word], prep: Word) -> bool:
    """Whether something other than a day stands behind a preposition."""
    return any(w.lower not in WEEKDAYS for w in dependents(words, prep, "pobj"))
