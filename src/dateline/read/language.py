"""Which language a report is in, told from a sample of its body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import py3langid

from dateline.model import Part
from dateline.read.limits import SAMPLE
from dateline.tables import load_table

__all__ = ["language"]

EVERY = 7
"""Of so many words, one must be of a language's commonest ones."""
CLEAR = 2
"""How many times as many a language must have as the next one: neighbours share some."""
ENOUGH = 600
"""Characters that the model is given: what it takes grows with them, and it is no surer with more."""
PIDGIN = "pcm"
"""What the model takes a few lines of English for when they are mostly West African names; Pidgin has small words of its own."""
FEWEST = 12
"""Words below which a text is too short to be called anything but English when its letters allow it."""


def language(text: str, parts: Iterable[Part]) -> str | None:
    """The ISO 639-1 code of the language; None for a text without words.

    A text with enough of a language's commonest words is in it, which spares the model.

    >>> language("The army said on Monday that it was in control of the road to the port.", ())
    'en'
    >>> language("Die Armee sagte am Montag, dass sie die Straße zum Hafen und den Markt nicht mehr hält.", ())
    'de'
    """
    said = _sample(text, parts)
    words = said.lower().split()
    if not words:
        return None
    found = Counter(code for word in words for code in _common().get(word, ()))
    known = _known(words, found)
    if known is not None:
        return known
    if len(words) < FEWEST and said.isascii():
        return "en"
    code, _ = py3langid.classify(said[:ENOUGH])
    return "en" if code == PIDGIN and not found[PIDGIN] else str(code)


def _known(words: Sequence[str], found: Counter[str]) -> str | None:
    """The language whose commonest words these hold enough of; English needs no margin, since others hold few of its own."""
    if found["en"] * EVERY >= len(words) and found["en"] == max(found.values()):
        return "en"
    (first, most), (_, next_most) = (*found.most_common(2), ("", 0), ("", 0))[:2]
    return first if len(words) >= FEWEST and most * EVERY >= len(words) and most >= CLEAR * next_most else None


@cache
def _common() -> Mapping[str, tuple[str, ...]]:
    """Common word → the languages it is common in."""
    table = load_table("read/common_words.toml")
    found: dict[str, tuple[str, ...]] = {}
    for code, words in table.items():
        for word in words.split():
            found[word] = (*found.get(word, ()), code)
    return found


def _sample(text: str, parts: Iterable[Part]) -> str:
    """The beginning of the body, or of the text where no body was found."""
    pieces: list[str] = []
    length = 0
    for part in parts:
        if part.part == "body" and length < SAMPLE:
            pieces.append(text[part.start : min(part.end, part.start + SAMPLE - length)])
            length += len(pieces[-1])
    return " ".join(pieces) or text[:SAMPLE]
