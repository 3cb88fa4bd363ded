"""What is hit beside what is known to be: the things of one list, "a dish and two guard posts"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from dateline.find.frames.fillers import stands
from dateline.find.notes import Sentence, Word
from dateline.model import Party, Span

__all__ = ["joined"]

BEFORE: Final = frozenset({"nmod", "compound"})
"""How a noun hangs on the one that it stands before."""


def joined(sentence: Sentence, told: tuple[Party, ...], things: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who are hit, with the things that are coordinated with them; the things alone where nobody is told."""
    told = tuple(part for party in told for part in _split(sentence, party))
    if not told or not things or any(party.kind != "other" for party in told):
        return told or things
    spans = [span for party in told if (span := _span(party)) is not None]
    lists = {_first(sentence, span) for span in spans}
    apart = [(thing, span) for thing in things if (span := _span(thing)) is not None]
    added = [thing for thing, span in apart if not any(map(span.overlaps, spans)) and _first(sentence, span) in lists]
    return tuple(sorted((*told, *added), key=lambda party: party.start or 0))


def _split(sentence: Sentence, party: Party) -> tuple[Party, ...]:
    """The two buildings that the parse takes for one: "a cloth market and tailor shops"."""
    span = _span(party)
    inside = sentence.words_in(span) if span is not None and party.kind == "other" else []
    cut = next((w for w in inside if w.lower == "and" and w.dep == "cc" and stands(sentence.words[w.head])), None)
    if (
        cut is None
        or span is None
        or not inside[0].i < cut.i < inside[-1].i
        or sentence.words[cut.head].dep not in BEFORE
    ):
        return (party,)
    ends = ((span.start, sentence.words[cut.i - 1].end), (sentence.words[cut.i + 1].start, span.end))
    texts = [sentence.text[start - sentence.start : end - sentence.start] for start, end in ends]
    return tuple(
        replace(party, name=text, text=text, start=start, end=end)
        for text, (start, end) in zip(texts, ends, strict=True)
    )


def _span(party: Party) -> Span | None:
    return None if party.start is None or party.end is None else Span(party.start, party.end)


def _first(sentence: Sentence, span: Span) -> int:
    """The number of the first noun of the list in which words stand."""
    inside = sentence.words_in(span)
    held = {word.i for word in inside}
    word: Word = next((w for w in inside if w.head not in held), sentence.words[0])
    while word.dep in ("conj", "appos"):
        word = sentence.words[word.head]
    return word.i
