"""Which language a report is in, told from a sample of its body."""

from __future__ import annotations

from collections.abc import Iterable

import py3langid

from dateline.model import Part
from dateline.read.limits import SAMPLE

__all__ = ["language"]

ENGLISH = frozenset("the of and to in a is was that for on by with from at were said has have be are as it he an after who their not but".split())  # fmt: skip
ENOUGH = 600
"""Characters that the model is given: what it takes grows with them, and it is no surer with more."""
FEWEST = 12
"""Words below which a text is too short to be called anything but English when its letters allow it."""


def language(text: str, parts: Iterable[Part]) -> str | None:
    """The ISO 639-1 code of the language; None for a text without words.

    A text in which every seventh word is one of the commonest English ones is English, which spares the model.

    >>> language("The army said on Monday that it was in control of the road to the port.", ())
    'en'
    """
    said = _sample(text, parts)
    words = said.lower().split()
    if not words:
        return None
    if sum(word in ENGLISH for word in words) * 7 >= len(words):
        return "en"
    if len(words) < FEWEST and said.isascii():
        return "en"
    code, _ = py3langid.classify(said[:ENOUGH])
    return str(code)


def _sample(text: str, parts: Iterable[Part]) -> str:
    """The beginning of the body, or of the text where no body was found."""
    pieces: list[str] = []
    length = 0
    for part in parts:
        if part.part == "body" and length < SAMPLE:
            pieces.append(text[part.start : min(part.end, part.start + SAMPLE - length)])
            length += len(pieces[-1])
    return " ".join(pieces) or text[:SAMPLE]
