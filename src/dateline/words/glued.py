"""Words that a broken page runs together, from glued.toml: where to part them, and what each half is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final, NamedTuple

from dateline.tables import load_table

__all__ = ["Glued", "load_glued", "parted"]

LEADS: Final = re.compile(r"([A-Za-z]+)(\d[\d.,]*)")
"""A word run into a number: "around1.6"."""
TRAILS: Final = re.compile(r"(\d[\d.,]*\d)([A-Za-z]+)")
"""A number run into a word: "159,000people"."""


class Glued(NamedTuple):
    """The words with their tags, for every two of them that may be found run together the length of the first, and the small
    words long enough to tell at the end of a name."""

    tags: Mapping[str, str]
    pairs: Mapping[str, int]
    ends: tuple[str, ...]


@cache
def load_glued() -> Glued:
    """The packaged table, read once."""
    told = load_table("words/glued.toml")
    matter, small = told["matter"], told["small"]
    tags = {**small, **matter}
    pairs = {a + b: len(a) for a in tags for b in tags if a in matter or b in matter}
    return Glued(tags, pairs, tuple(word for word in small if len(word) >= TELLS))


TELLS: Final = 3
"""Letters of a small word that tell it at the end of a name."""


def parted(text: str, words: Glued) -> tuple[int, str, str] | None:
    """Where a token parts into two words, and their tags; None where it is one word.

    >>> parted("peoplehave", load_glued())
    (6, 'NNS', 'VBP')
    >>> parted("around1.6", load_glued())
    (6, 'RB', 'CD')
    >>> parted("fledTovana", load_glued())
    (4, 'VBD', 'NNP')
    >>> parted("households", load_glued())
    """
    lower = text.lower()
    at = words.pairs.get(lower)
    if at is not None:
        return at, words.tags[lower[:at]], words.tags[lower[at:]]
    if text[-1:].isdigit() and (run := LEADS.fullmatch(text)) and (tag := words.tags.get(run[1].lower())):
        return run.end(1), tag, "CD"
    if text[:1].isdigit() and (run := TRAILS.fullmatch(text)) and (tag := words.tags.get(run[2].lower())):
        return run.end(1), "CD", tag
    return _before_name(text, words)


def _before_name(text: str, words: Glued) -> tuple[int, str, str] | None:
    """Where a small letter meets a capital one behind a known word."""
    if text.islower() or not text[:1].isalpha() or text.isupper():
        return None
    at = next((i for i in range(2, len(text) - 2) if text[i - 1].islower() and text[i].isupper()), None)
    tag = words.tags.get(text[:at].lower()) if at is not None else None
    return (at, tag, "NNP") if at is not None and tag is not None else None
