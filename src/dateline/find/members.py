"""Who one noun phrase lists: "Omar Kor, a baker, his wife Ana and their two sons" are three members, four people.

A member is told once or again: by name, by office, by kin. What tells it again is no other one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.find.row import Row

__all__ = ["Member", "listed_from", "members", "top_of_list"]

NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
NAMES: Final = frozenset({"NNP", "NNPS"})
PLURAL: Final = frozenset({"NNS", "NNPS"})
LISTING: Final = frozenset({"conj", "appos"})


class Member(NamedTuple):
    """The noun of a member, and every noun that tells who it is: its own, a name, an office."""

    head: int
    same: frozenset[int]


def members(row: Row, head: int) -> list[Member]:
    """Those listed with a noun, itself first, in the order of the parse."""
    found: list[Member] = []
    waiting, seen = [head], {head}
    while waiting:
        k = waiting.pop(0)
        again, more = _told_of(row, k)
        found.append(Member(k, frozenset(again)))
        waiting += [child for child in more if child not in seen]
        seen.update(again, more)
    return found


def top_of_list(row: Row, at: int) -> int:
    """The noun that begins the list a noun stands in: itself where it stands in none."""
    words = row.sentence.words
    while words[at].dep in LISTING and words[words[at].head].tag in NOUNS and words[at].head < at:
        at = words[at].head
    return at


def listed_from(row: Row, at: int) -> list[Member]:
    """Those listed in the list that a noun stands in."""
    return members(row, top_of_list(row, at))


def _told_of(row: Row, k: int) -> tuple[list[int], list[int]]:
    """The nouns that tell who a noun is, its own first; and those that begin other members."""
    again: list[int] = [k]
    more: list[int] = []
    for child in _listed_on(row, k):
        if row.sentence.words[child].dep == "appos" and _tells_again(row, k, child):
            again.append(child)
            for behind in _listed_on(row, child):
                (again if _same_still(row, k, child, behind) else more).append(behind)
        else:
            more.append(child)
    return again, more


def _listed_on(row: Row, k: int) -> Iterator[int]:
    """The nouns behind a noun that the parse lists with it, or sets beside it."""
    words = row.sentence.words
    return (
        c for c in words[k].children if c > k and words[c].dep in LISTING and words[c].tag in NOUNS and not _age(row, c)
    )


def _age(row: Row, at: int) -> bool:
    """Whether a number stands where the age of somebody named does: "Omar Kor (33)", "Omar Kor, 33,"."""
    return row.tag(at) == "CD" and row.tokens[at - 1] in ("(", ",") and row.tokens[at + 1 : at + 2] != ["of"]


def _tells_again(row: Row, k: int, child: int) -> bool:
    """Whether a noun set beside another tells who that is: "his wife Ana", "Omar Kor, a baker"; not "Omar Kor, his wife"."""
    if _bracketed(row, k, child):
        return True  # "Omar Kor (Abu Nur)"
    if _possessed(row, child):
        return False
    return not (_name(row, k) and _name(row, child)) or "," not in row.tokens[k:child]


def _same_still(row: Row, k: int, told: int, behind: int) -> bool:
    """Whether what is listed behind a second telling belongs to it: the names of three daughters, two offices of one man."""
    if _bracketed(row, told, behind):
        return True
    if _possessed(row, behind):
        return False
    if row.tag(k) in PLURAL:
        return _name(row, behind) == _name(row, told)
    parted = row.tokens[_joint(row, behind) - 1] == ","
    return not parted and not _name(row, behind) and not _name(row, told)


def _bracketed(row: Row, at: int, behind: int) -> bool:
    """Whether a bracket opens between two tokens and does not close."""
    between = row.tokens[at:behind]
    return between.count("(") > between.count(")")


def _joint(row: Row, at: int) -> int:
    """The "and" before a noun, or where its phrase begins."""
    first = min((child for child in row.sentence.words[at].children if child < at), default=at)
    return first - 1 if row.tokens[first - 1] == "and" else first


def _name(row: Row, at: int) -> bool:
    return row.tag(at) in NAMES


def _possessed(row: Row, at: int) -> bool:
    """Whether a noun is somebody's: "his wife", "Ana's two sons"."""
    words = row.sentence.words
    return any(words[child].dep == "poss" for child in words[at].children)
