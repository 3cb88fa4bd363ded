"""The days of claims that share a sentence: which of its times belong to one of them alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.notes import Notes, Sentence
from dateline.find.sentences.distance import within
from dateline.model import Claim, Span, Time

__all__ = ["hinged", "own_day"]

OPENS: Final = frozenset({"after", "before"})
"""What opens the clause of another happening."""

OPENING: Final = 4
"""Words within which a stretch is opened so: "a day after …"."""


def own_day(claim: Claim, told: Sequence[Time]) -> Time | None:
    """The day of a claim that has its verb from another one, where it tells one itself: "and three in Gao on Tuesday"."""
    if claim.start <= claim.trigger.start < claim.end:
        return None
    own = list(within(told, Span(claim.start, claim.end)))
    return own[0] if len(own) == 1 else None


def hinged(notes: Notes, sentence: Sentence, claim: Claim) -> list[Span]:
    """The stretches of other claims of a sentence that tell a toll of before or after: "…, a week after nine were killed in May"."""
    spans = [
        Span(other.start, other.end)
        for other in notes.claims
        if other.figures and sentence.start <= other.start < sentence.end and other.id != claim.id
    ]
    return [span for span in spans if not span.overlaps(Span(claim.start, claim.end)) and _opened(sentence, span)]


def _opened(sentence: Sentence, span: Span) -> bool:
    return any(word.lower in OPENS for word in sentence.words_in(span)[:OPENING])
