"""How words hang together: how far one stands from another in the parse, and what stands between."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, TypeVar

from dateline.find.notes import START, Notes, Sentence, Word
from dateline.model import Actor, Attribution, Figure, Mention, Place, Span, Time

__all__ = [
    "FAR",
    "REMEMBERED",
    "Way",
    "lately",
    "sentence_at",
    "stamped",
    "stands_at",
    "upward",
    "way",
    "within",
    "word_at",
]

M = TypeVar("M", Actor, Attribution, Place, Time)

FAR: Final = 99
"""The distance of words that stand in trees of their own."""

REMEMBERED: Final = 500
"""How many mentions back somebody told before is looked for: a page of a million words must not cost their square."""

VERBS: Final = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
CLAUSES: Final = ("relcl", "advcl", "ccomp", "acl", "csubj", "parataxis")


class Way(NamedTuple):
    """The way from one word to another through the parse: its steps, the clauses it leaves or enters, and the words
    that are passed on the way up, the first included."""

    steps: int
    clauses: int
    passed: tuple[Word, ...]


def sentence_at(notes: Notes, at: int) -> tuple[int, Sentence] | None:
    """The sentence that holds a character, and its number."""
    n = bisect_right(notes.sentences, at, key=START) - 1
    return (n, notes.sentences[n]) if n >= 0 and at < notes.sentences[n].end else None


STAMP: Final = re.compile(
    r"\W{0,4}\([^()]{0,40}\d ?[ap]\.?m\.?[^()]{0,60}\)"
    r"|(?:[^|\n]{1,90}\| ?)?(?:(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},?|\d{1,2} [A-Z][a-z]{2,8},?) \d{4},? (?:at )?\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.? ?)?[A-Z]{2,4}"
    r"(?=\W{0,4} [A-Z(])"
)
"""How the entry of a live page opens that tells its hour, and whose clock it goes by: "(3:10 p.m. in Goma, 9:10 a.m. ET)"; and how
a page does that prints when it went out before it begins: "GOMA | Wed 4 May 2016 3:10 pm GMT Shells fell"."""


def stamped(sentence: Sentence) -> int:
    """Where what a sentence tells begins, behind the hour of an entry that it opens with."""
    stamp = STAMP.match(sentence.text)
    return sentence.start + stamp.end() if stamp else sentence.start


def within(mentions: Sequence[M], span: Span) -> Sequence[M]:
    """The mentions that start within a span; they are in order of the text."""
    first = bisect_left(mentions, span.start, key=START)
    return mentions[first : bisect_left(mentions, span.end, lo=first, key=START)]


def lately(mentions: Sequence[M], at: int) -> Iterator[M]:
    """The mentions that start before a character, the latest first: as many as a report still goes back to."""
    end = bisect_left(mentions, at, key=START)
    return reversed(mentions[max(0, end - REMEMBERED) : end])


def word_at(sentence: Sentence, span: Span | Mention | Figure) -> int | None:
    """The number of the main word of a span: the one whose head lies outside; the first where there are several."""
    inside = sentence.words_in(span) or [w for w in sentence.words if w.start < span.end and span.start < w.end]
    numbers = {word.i for word in inside}
    return next((word.i for word in inside if word.head not in numbers or word.head == word.i), None)


def stands_at(notes: Notes, place: Place) -> tuple[Sentence, int] | None:
    """The sentence that holds a place, and the number of its main word there."""
    found = sentence_at(notes, place.start)
    at = word_at(found[1], place) if found else None
    return None if found is None or at is None else (found[1], at)


def way(sentence: Sentence, start: int, goal: int) -> Way:
    """The shortest way between two words of a sentence, up from both to where they meet."""
    up, down = upward(sentence, start), upward(sentence, goal)
    meeting = next((word.i for word in up if word in down), None)
    if meeting is None:
        return Way(FAR, FAR, tuple(up))
    left = up[: next(n for n, word in enumerate(up) if word.i == meeting)]
    right = down[: next(n for n, word in enumerate(down) if word.i == meeting)]
    clauses = sum(word.dep in CLAUSES for word in (*left, *right))
    return Way(len(left) + len(right), clauses, tuple(left))


def upward(sentence: Sentence, i: int) -> list[Word]:
    """A word and what governs it, up to the root."""
    line = [sentence.words[i]]
    while line[-1].head != line[-1].i and len(line) < FAR:
        line.append(sentence.words[line[-1].head])
    return line
