"""Names that a report itself explains: "the River Liberation Front (RLF)", "the Dune Army, or DA", "RLF [River Liberation Front]"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.words.actors import Known, Roster, Way, plain, split

__all__ = ["ARMED", "explained", "with_explained"]

SHORT: Final = re.compile(
    r"[\[(](?P<behind>[A-Z][A-Z0-9-]{1,7})[\])]|, or (?:the )?(?P<other>[A-Z][A-Z0-9-]{1,7})\b"
    r"|\b(?P<before>[A-Z][A-Z0-9-]{1,7})\s{1,3}[\[(](?P<name>[^\[\]()]{6,90})[\])]"
)
"""Initials in brackets behind a name, or told as its other form ("the Dune Army, or DA"), or before a name in brackets."""

LONGEST: Final = 160
"""Characters before the bracket in which the name stands."""

SMALL: Final = frozenset("of the for and in on to de la del los el al du des".split())
ARMED: Final = frozenset(
    "liberation revolutionary resistance insurgent guerrilla jihad mujahideen mujahedeen militia fedayeen rebel".split()
)
"""Words in the name of a body that takes up arms, whatever kind its last word tells."""

MOST: Final = 40
"""No more names than this are taken from one report."""


def with_explained(roster: Roster, text: str) -> Roster:
    """The roster, and the bodies whose names a text explains."""
    known: dict[str, tuple[Way, ...]] = {}
    for name, short in explained(text, roster.heads):
        for way in _ways(name, short, roster):
            first = way.words[0]
            told = (way, *known.get(first, roster.known.get(first, ())))
            known[first] = tuple(sorted(told, key=lambda way: -len(way.words)))
    return replace(roster, known={**roster.known, **known}) if known else roster


def explained(text: str, heads: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The names of bodies that a text explains, each with its initials.

    >>> list(explained("the River Liberation Front (RLF) and the port (ABC)", {"Front": "armed_group"}))
    [('River Liberation Front', 'RLF')]
    """
    found: dict[str, str] = {}
    for match in SHORT.finditer(text):
        short = match["behind"] or match["other"] or match["before"]
        words = (
            match["name"].split() if match["name"] else text[max(0, match.start() - LONGEST) : match.start()].split()
        )
        first = _opened(words, short)
        if first is not None and not (match["before"] and first):
            found.setdefault(short, _told(words[first:]))
    bodies = ((name, short) for short, name in found.items() if _kind(name, heads) is not None)
    return (body for body, _ in zip(bodies, range(MOST), strict=False))


def _opened(words: Sequence[str], short: str) -> int | None:
    """Where the name begins whose words' initials make the short form; None where they do not."""
    letters = [letter for letter in short if letter.isalpha()]
    at = len(words) if len(letters) > 1 else 0
    while letters:
        at -= 1
        if at < 0:
            return None
        for part in reversed(words[at].split("-")):
            if letters and part[:1].upper() == letters[-1] and (part[:1].isupper() or part.lower() in SMALL):
                letters.pop()
            elif part.lower() not in SMALL:
                return None
    return at


def _told(words: Sequence[str]) -> str:
    """The name as it is usually written, where the text has it all in capitals."""
    if not all(word.isupper() for word in words):
        return " ".join(words)
    return " ".join(word.lower() if word.lower() in SMALL and n else word.title() for n, word in enumerate(words))


def _kind(name: str, heads: Mapping[str, str]) -> str | None:
    words = name.split()
    if any(word.lower() in ARMED for word in words):
        return "armed_group"
    return next((heads[word] for word in reversed(words) if word in heads), None)


def _ways(name: str, short: str, roster: Roster) -> Iterator[Way]:
    """The name and its short form, unless the roster knows the body by this name."""
    words = split(name)
    if not words or not plain(short):
        return
    met = next((way for way in roster.known.get(words[0], ()) if way.words == words), None)
    known = met.known if met is not None else Known(name, _kind(name, roster.heads) or "other")
    if met is None:
        yield Way(words, False, known)
    yield Way((plain(short),), True, known)
