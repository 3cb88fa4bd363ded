"""Who one noun phrase lists: "Omar Kor, a baker, his wife Ana and their two sons" are three members, four people.

A member is told once or again: by name, by office, by kin. What tells it again is no other one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dateline.find.figures.row import Row
from dateline.find.sentences.dependents import children, has_dependent
from dateline.find.sentences.tags import PLURAL, PROPER, SUBJECTS

__all__ = ["Member", "listed_from", "members", "top_of_list"]

NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
LISTING: Final = frozenset({"conj", "appos"})
OF_ONE_HOME: Final = frozenset({"women", "men", "children", "elderly"})
"""Subgroups whose nouns tell kin, too: wife, husband, daughter."""


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
    last = _lost(row, found) if len(found) > 1 else None
    return found if last is None or last in seen else [*found, Member(last, frozenset({last}))]


def _lost(row: Row, found: Sequence[Member]) -> int | None:
    """The name that ends a list of names and that the parse hangs elsewhere: "the deaths of A, B, and Omar Kor"."""
    at = max(max(member.same) for member in found)
    k = row.tokens.index(")", at) + 1 if row.tokens[at + 1 : at + 2] == ["("] and ")" in row.tokens[at:] else at + 1
    if not _name(row, at) or row.tokens[k : k + 2] != [",", "and"]:
        return None
    end = k + 2
    while row.tag(end) in PROPER or (row.tag(end) in ("NN", "JJ") and row.tag(end + 1) in PROPER):
        end += 1
    several = end > k + 3 and _name(row, end - 1)
    return (
        end - 1 if several and (row.small(end, "aux") or not row.tag(end).startswith(("V", "POS", "MD", "N"))) else None
    )


def top_of_list(row: Row, at: int) -> int:
    """The noun that begins the list a noun stands in: itself where it stands in none."""
    words = row.sentence.words
    while words[at].dep in LISTING and words[words[at].head].tag in NOUNS and words[at].head < at:
        at = words[at].head
    office = words[words[at].head].head if row.tag(at) in PROPER and row.tokens[words[at].head] == "of" else None
    if office is None or row.tag(office) != "NN" or at not in _places_of(row, office):
        return at
    return at if row.cues(office) or row.tokens[office] in row.measures.own else office  # "the murder of Omar Kor"


def listed_from(row: Row, at: int) -> list[Member]:
    """Those listed in the list that a noun stands in."""
    return members(row, top_of_list(row, at))


def _told_of(row: Row, k: int) -> tuple[list[int], list[int]]:
    """The nouns that tell who a noun is, its own first; and those that begin other members."""
    again: list[int] = [k]
    more: list[int] = []
    for child in _listed_on(row, k):
        if _one_person(row, k, child):
            again.append(child)
        elif row.sentence.words[child].dep == "appos" and _tells_again(row, k, child):
            again.append(child)
            for behind in _listed_on(row, child):
                (again if _same_still(row, k, child, behind) else more).append(behind)
        else:
            more.append(child)
    return again, more


def _listed_on(row: Row, k: int) -> Iterator[int]:
    """The nouns behind a noun that the parse lists with it, or sets beside it; or with the place of an office: "the mayor of
    Ostrel, his driver and a guard"."""
    words = row.sentence.words
    yield from (
        c for c in words[k].children if c > k and words[c].dep in LISTING and words[c].tag in NOUNS and not _age(row, c)
    )
    for place in _places_of(row, k) if row.tag(k) == "NN" else ():
        yield from (c for c in children(row.sentence, place, "conj") if _somebody(row, c))


def _places_of(row: Row, k: int) -> list[int]:
    """The names that an office is of: "the mayor of Ostrel"."""
    words = row.sentence.words
    of = (child for child in words[k].children if child > k and row.tokens[child] == "of")
    return [name for one in of for name in words[one].children if row.tag(name) in PROPER]


def _somebody(row: Row, at: int) -> bool:
    """Whether a noun with an article or an owner names a person: "his driver", "a guard"."""
    listed = row.measures.nouns.get(row.tokens[at])
    person = (listed is not None and listed.unit == "people") or row.personal(row.tokens[at]) or row.small(at, "kin")
    marked = any(row.tag(child) in ("DT", "PRP$", "CD") for child in row.sentence.words[at].children)
    return person and marked and row.tag(at) in ("NN", "NNS")


def _age(row: Row, at: int) -> bool:
    """Whether a number stands where the age of somebody named does: "Omar Kor (33)", "Omar Kor, 33,"."""
    return row.tag(at) == "CD" and row.tokens[at - 1] in ("(", ",") and row.tokens[at + 1 : at + 2] != ["of"]


def _tells_again(row: Row, k: int, child: int) -> bool:
    """Whether a noun set beside another tells who that is: "his wife Ana", "Omar Kor, a baker"; not "Omar Kor, his wife"."""
    if _bracketed(row, k, child) or row.tag(_first_of(row, child) - 1) == "``":
        return True  # "Omar Kor (Abu Nur)", "Omar Kor, 'Abu Nur'"
    if _closed(row, k, child) and not _goes_on(row, child):
        return True  # "Omar Kor, her cousin, died"
    if _possessed(row, child) and _name(row, k) and _of_anybody(row, child):
        return True  # "Omar Kor, the guild's treasurer"
    if _possessed(row, child) or (_two_kinds(row, k, child) and _goes_on(row, child)):
        return False
    return not (_name(row, k) and _name(row, child)) or "," not in row.tokens[k:child]


def _closed(row: Row, k: int, child: int) -> bool:
    """Whether a comma closes what is set beside the subject of a verb, and the verb follows: a list would end in an "and"."""
    words = row.sentence.words
    verb = words[k].head
    follows = {verb, *children(row.sentence, verb, "aux", "auxpass")}
    return words[k].dep in SUBJECTS and row.tokens[child + 1 : child + 2] == [","] and child + 2 in follows


def _of_anybody(row: Row, at: int) -> bool:
    """Whether a noun with an owner that is told by name tells an office, and no list goes on behind it: "Ostrel's mayor"."""
    words = row.sentence.words
    theirs = any(words[child].tag == "PRP$" for child in words[at].children)
    return not (theirs or row.small(at, "kin") or _subgroup(row, at) in OF_ONE_HOME or _goes_on(row, at))


def _goes_on(row: Row, at: int) -> bool:
    """Whether a list goes on behind a noun: "her father, mother and two aunts"."""
    words = row.sentence.words
    return has_dependent(words, words[at], "conj")


def _one_person(row: Row, k: int, child: int) -> bool:
    """Whether one article makes two nouns one person: "a poet and teacher", "his friend and neighbour Omar"; not "a man and
    woman", "his brother and father", and none of whom it is said that they "were"."""
    words = row.sentence.words
    marked = any(words[i].tag in ("DT", "PRP$") for i in words[k].children if i < k)
    described = any(words[i].tag in ("NN", "JJ") for i in words[child].children if i < child)
    single = row.tag(k) == "NN" and (row.tag(child) == "NN" or (row.tag(child) == "NNP" and described))
    several = words[k].dep in SUBJECTS and any(words[i].lower == "were" for i in words[words[k].head].children)
    if (
        several
        or not (marked and single)
        or words[child].dep != "conj"
        or row.tokens[_first_of(row, child) - 1] != "and"
    ):
        return False
    bare = not any(words[i].tag in ("DT", "PRP$", "CD") or words[i].dep == "poss" for i in words[child].children)
    return bare and not _two_kinds(row, k, child)


def _two_kinds(row: Row, *nouns: int) -> bool:
    """Whether two nouns are kin, or people that no one person is at once: a man and a woman, a soldier and a nurse."""
    listed = [row.measures.nouns.get(row.tokens[at]) for at in nouns]
    kinds = {one.subgroup for one in listed if one is not None and one.subgroup is not None}
    return len(kinds) > 1 or sum(row.small(at, "kin") or _subgroup(row, at) in OF_ONE_HOME for at in nouns) > 1


def _subgroup(row: Row, at: int) -> str | None:
    listed = row.measures.nouns.get(row.tokens[at])
    return None if listed is None else listed.subgroup


def _first_of(row: Row, at: int) -> int:
    """Where the phrase of a noun begins."""
    first = min((child for child in row.sentence.words[at].children if child < at), default=at)
    while row.tag(first - 1) == "JJ":
        first -= 1
    return first


def _same_still(row: Row, k: int, told: int, behind: int) -> bool:
    """Whether what is listed behind a second telling belongs to it: the names of three daughters, two offices of one man."""
    if _bracketed(row, told, behind):
        return True
    if _possessed(row, behind):
        return False
    if _name(row, told) and _office(row, behind):
        return True
    if row.tag(k) in PLURAL:
        return _name(row, behind) == _name(row, told)
    parted = row.tokens[_joint(row, behind) - 1] == ","
    return not parted and not _name(row, behind) and not _name(row, told)


def _office(row: Row, at: int) -> bool:
    """Whether a comma and an article set beside a name what its bearer is: "his son, Nur Kor, a baker"."""
    words = row.sentence.words
    told = any(row.tokens[child] in ("a", "an") for child in words[at].children)
    return told and words[at].dep == "appos" and row.tokens[_first_of(row, at) - 1] == ","


def _bracketed(row: Row, at: int, behind: int) -> bool:
    """Whether a bracket opens between two tokens and does not close."""
    between = row.tokens[at:behind]
    return between.count("(") > between.count(")")


def _joint(row: Row, at: int) -> int:
    """The "and" before a noun, or where its phrase begins."""
    first = _first_of(row, at)
    return first - 1 if row.tokens[first - 1] == "and" else first


def _name(row: Row, at: int) -> bool:
    """Whether a noun is a name: by its tag, or, all in capitals, behind another name: "CARLOS VALENCIA"."""
    if row.tag(at) in PROPER or not row.sentence.text.isupper():
        return row.tag(at) in PROPER
    return row.tag(at) in NOUNS and row.tag(at - 1) == "NNP" and row.tokens[at] not in row.measures.nouns


def _possessed(row: Row, at: int) -> bool:
    """Whether a noun is somebody's: "his wife", "Ana's two sons"."""
    words = row.sentence.words
    return has_dependent(words, words[at], "poss")
