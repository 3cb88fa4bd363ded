"""What the finder knows of one report so far: each step is given notes and returns richer ones."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import Final, NamedTuple

from dateline.model import Actor, Attribution, Claim, Count, Figure, Mention, PartName, Party, Place, Report, Span, Time

__all__ = ["START", "Frame", "Notes", "Sentence", "Step", "Word"]


class Word(NamedTuple):
    """A token with its place in the parse. `start` and `end` are offsets in the report; `head` and `children` count
    words of the same sentence; a root is its own head. Tags are Penn Treebank's, relations ClearNLP's.
    """

    i: int
    start: int
    end: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]


START: Final = attrgetter("start")
END: Final = attrgetter("end")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, which never crosses a part or a line; `words` is empty where the sentence was not parsed."""

    start: int
    end: int
    text: str
    part: PartName
    block: int
    """The number of the paragraph, counted from 0, that holds it."""
    words: tuple[Word, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def subtree(self, i: int) -> list[Word]:
        """The word at `i` and all that hangs on it, in order of the text."""
        found, waiting = [], [i]
        while waiting:
            at = waiting.pop()
            found.append(at)
            waiting.extend(self.words[at].children)
        return [self.words[at] for at in sorted(found)]

    def words_in(self, span: Span | Mention | Figure | None) -> list[Word]:
        """The words that lie within a span of the report; none where there is no span."""
        if span is None:
            return []
        first = bisect_left(self.words, span.start, key=START)
        return list(self.words[first : bisect_right(self.words, span.end, lo=first, key=END)])


@dataclass(frozen=True, slots=True)
class Frame:
    """A happening that a clause names: the phenomenon, the words that carry it, and who plays which role in it."""

    start: int
    end: int
    sentence: int
    """The number of its sentence in the notes."""
    trigger: Span
    head: int
    """The number of the trigger's main word in its sentence."""
    phenomenon: str
    """The name of the phenomenon's file."""
    type: str
    """The contract's type."""
    by: tuple[Party, ...] = ()
    to: tuple[Party, ...] = ()
    place: Place | None = None
    time: Time | None = None
    figures: tuple[Figure, ...] = ()
    negated: bool = False
    score: float = 0.5


@dataclass(frozen=True, slots=True)
class Notes:
    """One report and all that was found in it so far, each list in order of the text."""

    report: Report
    sentences: tuple[Sentence, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    counts: tuple[Count, ...] = ()
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    frames: tuple[Frame, ...] = ()
    claims: tuple[Claim, ...] = ()


Step = Callable[[Notes], Notes]
"""A step of finding: pure, knows one report, does no I/O."""
