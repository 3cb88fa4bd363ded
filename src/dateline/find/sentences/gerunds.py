"""Nouns for blows that the model takes for verbs: the "shelling" of "nine died in Chadian shelling near Bol"."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from typing import Final

__all__ = ["as_nouns"]

FIRING: Final = "firing"
BLOWS: Final = frozenset({"shelling", "bombing", FIRING})
NOUN: Final = "NN"
AIMED: Final = frozenset({"on", "at"})
"""What stands behind "firing" where it tells whom somebody fired at: "Chad firing on the port"."""
VERBAL: Final = frozenset({"advcl", "xcomp", "aux", "acl", "pcomp", "ccomp"})
"""Relations of a verb, which no noun has."""

OWN: Final = frozenset({"dobj", "aux", "auxpass"})
"""Relations of what only a verb has below it: "saw Chad shelling the port"."""

ARMED: Final = frozenset(
    "army government regime rebel militia militant insurgent junta police mortar artillery".split()
)
"""Nouns before such a word that tell whose blow it is: "an army shelling"."""


def as_nouns(
    said: Sequence[str], heads: MutableSequence[int], deps: MutableSequence[str], tags: MutableSequence[str]
) -> None:
    """Makes a noun of each such word behind a name, which then tells whose blow it is; changes the parse in place.

    >>> heads, deps, tags = [1, 1, 1, 2, 3], ["nsubj", "ROOT", "prep", "pobj", "advcl"], ["NNS", "VBD", "IN", "NNP", "VBG"]
    >>> heads[4] = 1
    >>> as_nouns(["Nine", "died", "in", "Chadian", "shelling"], heads, deps, tags)
    >>> heads, deps[2:], tags[4]
    ([1, 1, 1, 4, 2], ['prep', 'amod', 'pobj'], 'NN')
    """
    for at in range(1, len(said)):
        joined = said[at - 2 : at - 1] == ["-"]  # "pro-Chadian shelling"
        named = said[at].lower() in BLOWS and not joined and (_names(said[at - 1], tags[at - 1]) or _armed(said, at))
        aimed = said[at].lower() == FIRING and tags[at - 1] == "NNP" and not AIMED.isdisjoint(said[at + 1 : at + 2])
        if named and not aimed and _mistaken(at, heads, deps, tags):
            _turn(at, heads, deps, tags)
        elif said[at].lower() in BLOWS and _done_by(said, at, heads, deps):
            deps[at], tags[at] = "pobj", NOUN
        elif said[at].lower() in BLOWS and _goes_on(said, at, heads, deps, tags):
            deps[at], tags[at] = "pobj", NOUN
            heads[at + 1], deps[at + 1] = at, "acl"


def _names(text: str, tag: str) -> bool:
    """Whether a word is a name, or made of one, and not of several: "Israelis shelling a port" do so."""
    return text[:1].isupper() and tag in ("NNP", "JJ") and not text.endswith("s")


def _armed(said: Sequence[str], at: int) -> bool:
    """Whether armed people are told in one word behind an article, so that what follows is their blow: "an army shelling"; "the army
    shelling the port" has an object and is none."""
    return said[at - 1] in ARMED and at > 1 and said[at - 2].lower() in ("a", "an")


def _done_by(said: Sequence[str], at: int, heads: Sequence[int], deps: Sequence[str]) -> bool:
    """Whether a blow is by what something was done: "the truce was broken by shelling at the ford"; "by shelling the ford" has an
    object."""
    by = heads[at]
    if deps[at] != "pcomp" or by != at - 1 or said[by].lower() != "by":
        return False
    passive = any(head == heads[by] and deps[n] == "auxpass" for n, head in enumerate(heads))
    return passive and not any(head == at and deps[n] in OWN for n, head in enumerate(heads))


def _goes_on(said: Sequence[str], at: int, heads: Sequence[int], deps: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether a participle behind a blow tells of it, and not of those who died in it: "died in shelling blamed on rebels"."""
    into = heads[at]
    if at + 1 >= len(said) or deps[at] not in ("pobj", "pcomp") or into != at - 1 or said[into].lower() != "in":
        return False
    return tags[at] == "VBG" and tags[at + 1] == "VBN" and deps[at + 1] == "advcl" and heads[at + 1] == heads[into]


def _mistaken(at: int, heads: Sequence[int], deps: Sequence[str], tags: Sequence[str]) -> bool:
    verbal = tags[at] == "VBG" or deps[at] in VERBAL
    return verbal and not any(head == at and deps[n] in OWN for n, head in enumerate(heads))


def _turn(at: int, heads: MutableSequence[int], deps: MutableSequence[str], tags: MutableSequence[str]) -> None:
    """Puts the noun where the name stood, or behind a preposition that was left without its own."""
    name = at - 1
    if heads[name] == name:
        heads[at], deps[at] = at, "ROOT"
    elif heads[name] != at:
        _hang(at, heads[name], deps[name], heads, deps)
    if heads[name] != at:
        for n, head in enumerate(heads):
            if head == name and n < name:
                heads[n] = at
    elif deps[at] == "pcomp":
        deps[at] = "pobj"
    elif deps[at] in VERBAL:
        first = min(n for n in range(len(heads)) if n == name or (n < name and heads[n] in (at, name)))
        if first and tags[first - 1] == "IN" and first - 1 not in heads:
            _hang(at, first - 1, "pobj", heads, deps)
    heads[name], deps[name], tags[at] = at, "amod", NOUN


def _hang(at: int, above: int, dep: str, heads: MutableSequence[int], deps: MutableSequence[str]) -> None:
    """Hangs a word on another one. Where that lies below the word, the branch it is in takes the word's own place: a parse that
    goes round in a ring has no top.

    >>> heads, deps = [3, 0, 1, 3], ["nsubj", "acl", "prep", "ROOT"]
    >>> _hang(3, 2, "pobj", heads, deps)
    >>> heads, deps
    ([0, 0, 1, 2], ['ROOT', 'acl', 'prep', 'pobj'])
    """
    branch = above
    while heads[branch] not in (branch, at):
        branch = heads[branch]
    if heads[branch] == at:
        heads[branch], deps[branch] = (branch, "ROOT") if heads[at] == at else (heads[at], deps[at])
    heads[at], deps[at] = above, dep
