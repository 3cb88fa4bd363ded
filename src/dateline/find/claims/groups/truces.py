"""The toll told beside what becomes of a truce, which is no toll of it: "hours after the truce took effect, shelling killed eight"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.find.claims.groups.asides import OWN, Branch
from dateline.find.notes import Frame, Sentence, Word
from dateline.find.sentences.dependents import has_dependent
from dateline.find.sentences.distance import upward
from dateline.find.sentences.tags import SUBJECTS
from dateline.model import Figure, Span
from dateline.phenomena.types import FOUGHT, INSTRUMENTS
from dateline.words.measures import HARMED

__all__ = ["toll_beside"]

JOINS: Final = frozenset({",", ";", "but", "and"})
PARTS: Final = JOINS | {"after", "before", "though", "although"}
"""What stands between a truce and the toll of a blow."""

TELLING: Final = frozenset({"VBD", "VBZ", "VBP", "WDT", "WP", "WRB"})
"""Tags with which what is told of a truce itself goes on."""


def toll_beside(sentence: Sentence, frames: Sequence[Frame], figures: Sequence[Figure]) -> Branch | None:
    """The stretch that counts whom a blow struck, where the best frame tells of a truce."""
    if not frames or not _of_truce(frames[0]):
        return None
    tolls = [f for f in figures if f.measure in HARMED and f.numbered and not f.negated and f.period is None]
    for frame in frames[1:]:
        toll = next((f for f in tolls if _tells(frame, f)), None)
        if toll is None or frame.type not in FOUGHT or frame.negated or _under_another(sentence, frame):
            continue
        span = _stretch(sentence, frames[0], frame, toll)
        if span is not None:
            share = [other for other in frames[1:] if other.trigger in span and other is not frame]
            return Branch(span, (replace(frame, score=max(OWN, frame.score)), *share))
    return None


def _of_truce(frame: Frame) -> bool:
    """Whether a frame tells what becomes of a truce, and not who was brought away under one."""
    return frame.type in INSTRUMENTS and frame.phenomenon.startswith(("ceasefire", "agreement"))


def _tells(frame: Frame, toll: Figure) -> bool:
    """Whether a frame tells a toll: it stands in its clause, or right before its words."""
    return frame.start <= toll.start < frame.end or toll.start <= frame.trigger.start <= toll.end + 1


def _under_another(sentence: Sentence, frame: Frame) -> bool:
    """Whether a clause only tells of which war or town: "ends a war that killed nine"."""
    line = upward(sentence, frame.head)
    own = any(has_dependent(sentence.words, word, *SUBJECTS) for word in line[:2])
    return not own or any(word.dep in ("relcl", "acl") for word in line)


def _stretch(sentence: Sentence, truce: Frame, blow: Frame, toll: Figure) -> Span | None:
    """Where the blow and its toll are told, apart from the truce by what joins two clauses."""
    first, last = min(blow.trigger.start, toll.start), max(blow.trigger.end, toll.end)
    ends = sentence.words[-1].start if sentence.words[-1].text in (".", "!") else sentence.end
    if truce.trigger.end <= first:
        part = next((w for w in reversed(_words(sentence, truce.trigger.end, first)) if w.lower in PARTS), None)
        joins = part is not None and part.lower in JOINS
        opens = next(
            (w for w in sentence.words if part is not None and w.start >= (part.end if joins else part.start)), None
        )
        told = opens is not None and opens.tag not in TELLING
        return Span(opens.start, ends) if opens is not None and told else None
    if last <= truce.trigger.start:
        part = next((w for w in _words(sentence, last, truce.trigger.start) if w.lower in PARTS), None)
        return Span(sentence.start, part.start) if part is not None else None
    return None


def _words(sentence: Sentence, start: int, end: int) -> list[Word]:
    return [word for word in sentence.words if start <= word.start and word.end <= end]
