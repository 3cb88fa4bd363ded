"""Of whom a bare participle tells: "was found dead", "a sexton seriously wounded", "Ana Sol, shot in May, was"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.find.figures.row import Row
from dateline.find.sentences.dependents import children, has_dependent

__all__ = ["alike", "clipped", "described_so", "is_so", "nobody", "reported"]

SINGULAR: Final = frozenset(("NN", "NNP"))


def reported(row: Row, at: int) -> int | None:
    """Who is said or found to be so: "he was found dead", "two brothers were reported killed"."""
    words = row.sentence.words
    verb = words[at].head
    if words[verb].lower == "as":
        verb = words[verb].head
    if verb == at or verb > at or not row.small(verb, "reporting"):
        return None
    return next(iter(children(row.sentence, verb, "nsubjpass")), None)


def is_so(row: Row, at: int) -> int | None:
    """Who is said to be dead: "a climber is dead after a fall", not "if he is dead"."""
    word = row.sentence.words[at]
    doubted = has_dependent(row.sentence.words, row.sentence.words[word.head], "mark")
    if word.dep != "acomp" or row.tokens[at] != "dead" or not row.small(word.head, "be") or doubted:
        return None
    told = children(row.sentence, word.head, "nsubj")
    return told[0] if told and row.tag(told[0]) in SINGULAR else None


def clipped(row: Row, at: int) -> int | None:
    """The one who is told to share the fate of others, "was" left out: "a priest was stabbed and a sexton seriously wounded"."""
    word = row.sentence.words[at]
    noun = row.sentence.words[word.head]
    joined = word.dep == "acl" and noun.dep == "conj" and noun.tag.startswith("NN") and noun.i < at
    return noun.i if joined and row.tag(noun.head) == "VBN" and row.passive(noun.head) else None


def alike(row: Row) -> Iterator[tuple[int, int]]:
    """The verb that tells what befell somebody, and whom it is said to have befallen too: "Kor was killed, as was his nephew"."""
    for at, token in enumerate(row.tokens[:-1]):
        if token == "as" and row.small(at + 1, "be"):
            yield from ((row.sentence.words[at + 1].head, head) for head in children(row.sentence, at + 1, "nsubj")[:1])


def described_so(row: Row, at: int) -> bool:
    """Whether a participle describes one person newly told of: "Omar Kor, shot dead in May, was a baker", "a boy wounded by a mine"."""
    word = row.sentence.words[at]
    noun = row.sentence.words[word.head]
    apart = word.dep == "acl" and noun.i < at and noun.tag in SINGULAR and not children(row.sentence, at, "dobj")
    return apart and not any(row.small(k, "definite") for k in noun.children if row.tag(k) == "DT")


def nobody(row: Row, k: int) -> bool:
    """Whether a victim is nobody: then the toll is none; "no other guards" leaves open how many there were."""
    if row.tokens[k] in ("nobody", "none") or row.tokens[max(0, k - 1) : k + 1] == ["no", "one"]:
        return True
    return _no_such(row, k)


def _no_such(row: Row, k: int) -> bool:
    """Whether a noun tells people of whom there were none: "no civilians", "no army officer"."""
    told = row.measures.nouns.get(row.tokens[k])
    people = told.unit == "people" if told is not None else row.personal(row.tokens[k].removesuffix("s"))
    if not people or row.tag(k) not in ("NN", "NNS"):
        return False
    words = row.sentence.words
    below = [words[child].lower for child in words[k].children if child < k]
    listed = any(words[child].dep == "conj" for child in words[k].children)
    return "no" in below and not listed and MORE.isdisjoint(below)


MORE: Final = frozenset({"other", "more", "further", "additional", "new"})
"""What tells those beside others told before."""
