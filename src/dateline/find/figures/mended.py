"""A sentence as counts need it: no tokens that are blanks, no brackets around a number, words that a broken page ran together parted, broken ones joined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from dateline.find.notes import Sentence, Word
from dateline.words.glued import load_glued, parted
from dateline.words.measures import load_measures

__all__ = ["mended"]

OPENS: Final = frozenset(("IN", "CC", "DT", "VBG", "VB", "VBD", "VBP", "VBZ", ",", ":"))
"""Tags before a number that stands in brackets though it counts what follows; behind a name it tells an age or a share."""

TELLS: Final = frozenset(("NN", "NNS", "JJ", "VBP", "VBD", "VBN", "JJR"))
"""Tags of what such a number counts, or of what is said of it."""

Piece = tuple[Word, ...]
"""What one word, or one word broken over a line, turns into."""


def mended(sentence: Sentence) -> Sentence:
    """The sentence with its words mended and its parse renumbered; the same one where nothing is broken."""
    words = sentence.words
    if not _broken(words):
        return sentence
    pieces = list(_pieces(words))
    if len(pieces) == len(words) and all(len(piece) == 1 for piece in pieces):
        return sentence
    place: dict[int, int] = {}
    at = 0
    for piece in pieces:
        place |= {word.i: at for word in piece if word.i >= 0}
        at += len(piece)
    flat = [(word, place.get(piece[0].i, 0)) for piece in pieces for word in piece]
    moved = tuple(
        word._replace(
            i=n,
            head=first if word.i < 0 else place.get(word.head, n),
            children=tuple(place[child] for child in word.children if child in place),
        )
        for n, (word, first) in enumerate(flat)
    )
    return replace(sentence, words=moved)


def _broken(words: tuple[Word, ...]) -> bool:
    """Whether any word may need mending: a first look at every sentence, so a cheap one."""
    return any(word.tag == "_SP" or _odd(word.text) for word in words)


@lru_cache(1 << 14)  # most words of a text are said again and again
def _odd(text: str) -> bool:
    """Whether a word is two that run together, mixes its letters' sizes, or figures and letters, or is but a mark that
    breaks numbers and words."""
    if text in ("(", "-") or text.lower() in load_glued().pairs:
        return True
    mixed = text[:1].isalpha() and not (text.islower() or text.istitle() or text.isupper())
    return mixed or text[:1].isdigit() != text[-1:].isdigit()


def _pieces(words: tuple[Word, ...]) -> Iterator[Piece]:
    """Each word as the words it is; blanks are none. A second half has no number of its own yet."""
    k = 0
    while k < len(words):
        word = words[k]
        joined = _joined(words, k)
        if joined is not None:
            yield (joined,)
            k += 3
            continue
        k += 1
        if word.tag == "_SP" or _around_number(words, k - 1):
            continue
        yield _halves(word) or (word,)


def _around_number(words: tuple[Word, ...], k: int) -> bool:
    """Whether a token is a bracket that only sets off a number: "a total of (5,400) people", not "Kor (41) was"."""
    at = k + 1 if words[k].text == "(" else k - 1 if words[k].text == ")" else None
    if at is None or not 0 < at + 1 < len(words) or not words[at].text[:1].isdigit():
        return False
    before = words[at - 2].tag if at > 1 else "IN"
    bracketed = at > 0 and words[at - 1].text == "(" and words[at + 1].text == ")" and at + 2 < len(words)
    return bracketed and before in OPENS and (words[at + 2].tag in TELLS or words[at + 2].text == "of")


def _halves(word: Word) -> Piece | None:
    found = parted(word.text, load_glued()) if len(word.text) > 3 else None
    if found is None:
        return None
    at, left, right = found
    middle = word.start + at
    first = word._replace(end=middle, text=word.text[:at], lower=word.lower[:at], lemma=word.lower[:at], tag=left)
    second = word._replace(
        i=-1,
        start=middle,
        text=word.text[at:],
        lower=word.lower[at:],
        lemma=word.lower[at:],
        tag=right,
        dep="dep",
        children=(),
    )
    return first, second


def _joined(words: tuple[Word, ...], k: int) -> Word | None:
    """A word broken at a hyphen, made whole where only the whole is one we count by: "fami-lies"."""
    if k + 2 >= len(words) or words[k + 1].text != "-" or words[k + 1].start != words[k].end:
        return None
    left, right = words[k], words[k + 2]
    whole = left.lower + right.lower
    nouns, cues = load_measures().nouns, load_measures().cues
    if (whole not in nouns and whole not in cues) or any(
        half in nouns or half in cues for half in (left.lower, right.lower)
    ):
        return None
    tag = right.tag if whole not in nouns else "NNS" if whole.endswith("s") else "NN"
    return left._replace(end=right.end, text=left.text + right.text, lower=whole, lemma=whole, tag=tag)
