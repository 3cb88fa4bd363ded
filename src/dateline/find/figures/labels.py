"""Tables in running text: a label, a colon, a number: "Killed: 12; injured: 40", "Families displaced: 300"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.notes import Word
from dateline.words.measures import Measures, Noun

__all__ = ["label_before", "label_noun", "label_says"]

LONGEST: Final = 6
"""Words of a label; what is longer is a sentence that ends in a colon."""
STOPS: Final = frozenset(";,|/)•·—–")
"""What stands between one row of a table and the next."""
CLAUSE: Final = frozenset(("VBZ", "VBP", "VBG", "MD", "CD", "WP", "WDT", "PRP", "IN"))
"""Tags of words that no label has: it tells what is counted and makes no sentence."""
LINKS: Final = frozenset(("of", "in", "by", "so"))
"""What joins the words of a label."""


def label_before(words: Sequence[Word], at: int) -> range | None:
    """The tokens of the label whose number begins at token `at`, or None where no label stands there."""
    if at < 2 or words[at - 1].text != ":":
        return None
    first = at - 1
    while first > 0 and at - 1 - first < LONGEST and not _parts(words[first - 1]):
        first -= 1
    opens = first == 0 or _parts(words[first - 1])
    plain = first < at - 1 and all(words[k].tag not in CLAUSE or words[k].lower in LINKS for k in range(first, at - 1))
    return range(first, at - 1) if opens and plain else None


def label_noun(words: Sequence[Word], at: int, measures: Measures) -> Noun | None:
    """What the label of a number says is counted: families, houses."""
    label = label_before(words, at)
    named = (measures.nouns.get(words[k].lower) for k in label or ())
    return next((noun for noun in named if noun is not None), None)


def label_says(words: Sequence[Word], at: int, measures: Measures) -> tuple[str, int] | None:
    """The measure that the label of a number names, and the token that names it."""
    for k in label_before(words, at) or ():
        said = words[k].lower
        states = (cue.measure for cue in measures.cues.get(said, ()) if cue.role in ("state", "of") and not cue.needs)
        measure = measures.own.get(said) or next(states, None)
        if measure is not None:
            return measure, k
    return None


def _parts(word: Word) -> bool:
    """Whether a token ends the row of a table before."""
    return word.text in STOPS or "\n" in word.text
