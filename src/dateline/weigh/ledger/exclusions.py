"""What a truce leaves out: the groups and places named behind "does not cover", and the acts upon them."""

from __future__ import annotations

import re

from dateline.weigh.ledger.readings import Reading
from dateline.words.ledger import cue, instrument_nouns

__all__ = ["excluded_names", "on_excluded"]

BEHIND = 240
"""Characters read behind the words of an exclusion at most."""
BESIDE = 160
"""Characters around them in which the truce must be named."""
_PROPER = re.compile(r"\b[A-Z][\w'’-]*(?:\s+(?:of\s+|the\s+|al-|Al-)?[A-Z][\w'’-]*)*")
_HELD = re.compile(r"\b(?:held|controlled|run|ruled|occupied) by\b|\bagainst\b|-held\b|-controlled\b")
_STOP = re.compile(r"[.!?]\s|\n")
_NONE = frozenset({"the", "it", "areas", "he", "she", "they"})


def excluded_names(text: str, low: str) -> frozenset[str]:
    """The proper names behind an exclusion in a report's text, in lower case, and their initials.

    `low` is the text folded and in lower case, character for character.

    >>> text = "The truce does not cover Jund al-Aqsa or the Bekaa."
    >>> sorted(excluded_names(text, text.lower()))
    ['bekaa', 'ja', 'jund al-aqsa']
    """
    found: set[str] = set()
    for hit in cue("phrases", "excluded").finditer(low):
        around = low[max(0, hit.start() - BESIDE) : hit.end() + BESIDE]
        if any(not noun.weak for noun in instrument_nouns(around)):
            stop = _STOP.search(text, hit.end(), hit.end() + BEHIND)
            found |= _proper(text[hit.end() : stop.start() if stop else hit.end() + BEHIND].rstrip("."))
    return frozenset(found - _NONE)


def on_excluded(one: Reading, excluded: frozenset[str]) -> bool:
    """Whether an act is upon a group or in a place that is left out."""
    if not excluded:
        return False
    named = {party.name.lower() for party in (*one.claim.to, *one.claim.by)}
    if one.claim.place is not None:
        named.add(one.claim.place.name.lower())
    if any(name in excluded or "".join(word[0] for word in name.split()) in excluded for name in named):
        return True
    return _HELD.search(one.sentence) is not None and bool(_proper(one.said) & excluded)


def _proper(said: str) -> frozenset[str]:
    names = [hit.group() for hit in _PROPER.finditer(said)]
    initials = {"".join(w[0] for w in re.split(r"[\s-]", name) if w[:1].isupper()) for name in names if " " in name}
    return frozenset({name.lower() for name in names} | {i.lower() for i in initials})
