"""Titles: lines whose words are all written with a capital, so that a capital tells no name."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Final

from dateline.phenomena import load_classes, load_phenomena, words_of
from dateline.tables import load_table
from dateline.words.lemmas import lemma

__all__ = ["lowered"]

WORD: Final = re.compile(r"[^\W\d_]+")
LONG: Final = 4
"""Letters of the shortest word that a title writes with a capital whatever it is."""
FEWEST: Final = 4
"""Long words of the shortest line that can be told to be a title."""
SMALL: Final = frozenset(
    "with from near after over into amid than that when while against about under before during since until between among despite as".split()
)
"""Longer words that some titles write small."""
NAMING: Final = frozenset(
    "north south east west northern southern eastern western central upper lower new red black white green blue port city bank strip island islands "
    "coast camp lake mount fort sea gulf valley union nations united hill hills river bay cape zone delta corridor".split()
)
"""Words that are part of a name beside one: "Port Sudan", "West Bank"."""
ALWAYS: Final = frozenset(
    "dead killing leaving wounded says leaves kills after amid near from with over into as talks stalls".split()
)
"""Words of titles that name no deed and stand in no class."""


def lowered(text: str) -> str:
    """The text, letter for letter; of a title the words that name no one are written small.

    >>> lowered("Gunmen Raid Church in Borno, 7 Dead")
    'gunmen raid church in Borno, 7 dead'
    >>> lowered("Drone Hits Port of West Bank Town")
    'drone hits port of West Bank town'
    >>> lowered("Gunmen raided a church in Borno.")
    'Gunmen raided a church in Borno.'
    """
    if not _titled(text):
        return text
    told = list(WORD.finditer(text))
    names = {word.start() for word in told if word.group()[0].isupper() and not _common(word.group())}
    for before, after in pairwise(told):
        tied = after.start() - before.end() == 1 and before.group().lower() in NAMING
        names |= {before.start()} if tied and (after.start() in names or after.group().lower() in NAMING) else set()
    for before, after in pairwise(told):
        if after.start() - before.end() == 1 and before.start() in names and after.group().lower() in NAMING:
            names.add(after.start())
    return WORD.sub(lambda word: word.group() if word.start() in names else _small(word.group()), text)


def _titled(text: str) -> bool:
    """Whether a line is a title: all its longer words begin with a capital, most of them name no one, and no stop ends it."""
    if text.isupper() or text.rstrip().endswith((".", "?", "!")):
        return False
    told = [word for word in WORD.findall(text) if len(word) >= LONG and word.lower() not in SMALL]
    if len(told) < FEWEST or not all(word[0].isupper() for word in told):
        return False
    return sum(map(_common, told)) * 2 >= len(told)


def _small(word: str) -> str:
    return word.lower() if _common(word) and not word.isupper() else word


def _common(word: str) -> bool:
    """Whether a word is one by which happenings, or those who act in them, are told."""
    lower = word.lower()
    return bool({lower, lemma(lower, "NNS"), lemma(lower, "VBD"), lemma(lower, "VBG"), lemma(lower, "VBZ")} & _known())


@cache
def _known() -> frozenset[str]:
    words = {word for phenomenon in load_phenomena() for trigger in phenomenon.triggers for word in trigger.words}
    told = frozenset(words).union(ALWAYS, *(told.words for told in load_classes().values()))
    return told - words_of("community") - _peoples()


def _peoples() -> frozenset[str]:
    """The words of countries and of those who live there, which keep their capital."""
    rows = [row for row in load_table("words/countries.toml").values() if isinstance(row, dict) and "name" in row]
    names = {name for row in rows for name in (row["name"], *row.get("aliases", ()), *row.get("demonyms", ()))}
    return frozenset(form for name in names for form in (name.lower(), f"{name.lower()}s"))
