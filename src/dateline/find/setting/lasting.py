"""What has gone on since a time, and times that only bound a comparison: "the worst raid since May"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import Way, upward, way, within, word_at
from dateline.find.setting.eras import perfect
from dateline.model import Span, Time
from dateline.times import Interval

__all__ = ["compared", "lasts_since", "since_that", "since_then", "until_now"]

THEN: Final = 600
"""Characters before "since then" within which it was told when."""

RANKS: Final = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth latest".split())
"""Words that tell which one in a row a thing is."""

COMPARED: Final = 7
"""Words before "since" within which a superlative makes it the bound of a comparison."""

OPENING: Final = frozenset({"take", "begin", "start", "come", "enter", "resume", "erupt"})
"""Verbs of a clause that only tells when a time began: "the worst day since the truce took effect on Friday"."""


def since_then(notes: Notes, sentence: Sentence, head: int) -> Time | None:
    """The stretch up to publication that "since then" opens in the clause of an act, from what was told before it."""
    published = notes.report.published.when
    at = next(
        (word.i for word in sentence.words[1:] if word.lower == "then" and sentence.words[word.i - 1].lower == "since"),
        None,
    )
    if at is None or published is None or way(sentence, at, head).clauses:
        return None
    since, then = sentence.words[at - 1], sentence.words[at]
    before = within(notes.times, Span(max(0, since.start - THEN), since.start))
    told = next(
        (t.when for t in reversed(before) if t.type != "DURATION" and t.when and t.when.end <= published.end), None
    )
    if told is None:
        return None
    text = notes.report.text[since.start : then.end]
    return Time(since.start, then.end, text, "DATE", None, Interval(told.start, published.end))


def since_that(sentence: Sentence, there: Way) -> bool:
    """Whether a time tells when something began since which the act has gone on: "have killed ten since it broke out in May"."""
    opened = next((word for word in there.passed if word.dep == "advcl"), None)
    marks = [w.lower for w in dependents(sentence.words, opened, "mark")] if opened else []
    return opened is not None and "since" in marks and _has_gone_on(sentence, sentence.words[opened.head])


def lasts_since(time: Time, sentence: Sentence) -> bool:
    """Whether a time opens a stretch that lasts until the report: "since April 28", but not "since the April 28 raid"."""
    at = word_at(sentence, time)
    if at is None or sentence.words[at].dep in ("compound", "poss", "nmod", "amod"):
        return False
    return any(word.lower == "since" for word in sentence.words[max(0, at - 3) : at])


def until_now(time: Time, notes: Notes) -> Time:
    published = notes.report.published.when
    if time.when is None or published is None or time.when.start >= published.end:
        return time
    return replace(time, when=Interval(time.when.start, published.end), formula=None)


def compared(sentence: Sentence, time: Time, there: Way) -> bool:
    """Whether a time only bounds a comparison: "the worst fighting since last summer"."""
    tied = next(
        (low for low, high in pairwise(there.passed) if low.lower == "since" and high.tag.startswith("NN")), None
    )
    if tied is not None:
        return _bounds(sentence, tied.i) or not _has_gone_on(sentence, tied)
    opened = (word for word in there.passed if word.dep == "advcl" and word.lemma in OPENING)
    marks = (w for word in opened for w in dependents(sentence.words, word))
    since = next((word for word in (*there.passed, *marks) if word.lower == "since"), None)
    if since is not None:
        return _bounds(sentence, since.i)
    return time.type == "DURATION" and _ranked(sentence, there)


def _ranked(sentence: Sentence, there: Way) -> bool:
    """Whether a length of time only tells among which others an act is ranked: "the second raid in the past two months"."""
    bound = there.passed[-1] if len(there.passed) > 1 else None
    noun = sentence.words[bound.head] if bound is not None and bound.dep == "prep" else None
    below = dependents(sentence.words, noun) if noun is not None and noun.tag.startswith("NN") else []
    return any(word.i < there.passed[-1].i and (word.tag in ("JJS", "RBS") or word.lower in RANKS) for word in below)


def _bounds(sentence: Sentence, since: int) -> bool:
    """Whether "since" bounds a comparison: "the worst fighting since last summer", "the first time he … since"."""
    near = sentence.words[max(0, since - COMPARED) : since]
    ranked = any(word.tag in ("JJS", "RBS") or word.lower == "first" for word in near)
    return ranked or any(a.lower == "first" and b.lower == "time" for a, b in pairwise(sentence.words[:since]))


def _has_gone_on(sentence: Sentence, word: Word) -> bool:
    """Whether the verb above a word tells what has been done since then: "have fled to two towns since May"."""
    verb = next((step for step in upward(sentence, word.i) if step.tag.startswith("V")), None)
    return verb is not None and perfect(sentence, verb)
