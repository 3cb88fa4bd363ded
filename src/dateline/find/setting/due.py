"""By when a claim says that something is due: a demand's day, an ultimatum's hour, what a plan is planned for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.deadlines import deadline_of
from dateline.find.notes import Notes, Sentence
from dateline.find.sentences.distance import within
from dateline.find.setting.when import ahead_of, of_saying
from dateline.find.times import tense_of
from dateline.model import Claim, Time
from dateline.times import resolve

__all__ = ["due"]

AHEAD: Final = re.compile(r">|\bnext|\+[1-9]|\bend$")
"""A formula that tells what lies ahead of its anchor."""

BOUND: Final = frozenset({"by", "until", "till", "within", "before"})
"""Prepositions that tell by when a thing is due."""

DUE: Final = BOUND | {"in", "to", "for", "from", "at", "on"}
"""Those that do where the time lies ahead."""

PENDING: Final = frozenset(
    {"demand", "threat", "ceasefire_start", "ceasefire_end", "agreement", "statement", "humanitarian_aid"}
)


def due(notes: Notes, claim: Claim, sentence: Sentence) -> tuple[str | None, Time] | None:
    """The day or instant by which a thing demanded, threatened, promised or planned is due, and the words for it.

    The day is None where it waits for the date of publication.
    """
    if claim.type not in PENDING or (claim.modality == "actual" and claim.stance == "asserts"):
        return None
    for time in within(notes.times, sentence.span):
        if time.end <= sentence.end and not of_saying(notes, sentence, time, claim):
            told = _deadline(time, notes, sentence)
            if told is not None:
                return told
    return None


def _deadline(time: Time, notes: Notes, sentence: Sentence) -> tuple[str | None, Time] | None:
    near = _before(sentence, time, 1 if time.type == "DURATION" and time.when is None else 5)
    if not near & DUE or (near & BOUND and tense_of(sentence, time) in ("past", "perfect")):
        return None
    published = notes.report.published.when
    known = time
    if time.when is None and time.type == "DURATION" and time.timex:
        within_it = bool(near & {"in", *BOUND})
        formula = _ahead(time) if within_it or not time.timex.endswith("Y") else None  # "would rule for 30 years"
        timex, when = resolve(formula, published) if formula else (None, None)
        known = replace(time, timex=timex, when=when, formula=formula)
    looks_ahead = known.formula is not None and AHEAD.search(known.formula) is not None
    if published is None and looks_ahead:
        return None, known
    if not (near & BOUND or looks_ahead or ahead_of(notes, known)):
        return None
    deadline = deadline_of(known)
    if deadline is None or (published is not None and deadline[:10] < published.start.date().isoformat()):
        return None
    return deadline, known


def _before(sentence: Sentence, time: Time, many: int) -> set[str]:
    """The last words before a time, the article and what approximates it aside."""
    words = [word.lower for word in sentence.words if word.end <= time.start and word.lower not in APPROX]
    return set(words[-many:])


APPROX: Final = frozenset("the a next coming about another up less than no more".split())


def _ahead(time: Time) -> str | None:
    """A bare duration as a length of time from publication: "in 24 hours", "within 60 days"."""
    value = (time.timex or "").removeprefix("P").removeprefix("T")
    units = {"H": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}
    if value[:-1].isdigit() and value[-1:] in units:
        return f"pub next{value[:-1]}{units[value[-1]]}"
    return None
