"""Times: every time expression of a report, its direction chosen by the tense around it, resolved where an anchor is known."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from dateline.find.notes import Notes, Sentence, Word
from dateline.model import Part, Report, Time
from dateline.times import Interval, resolve
from dateline.words.timex import Expression, expressions

__all__ = ["times"]

UNREAD = ("furniture", "teaser")
DAYLIKE = ("day", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "back1day", "T")
OPEN = re.compile(r"(\S+)~(?!>)")
LONGEST = 120
"""A longer formula is a chain of days upon days that no reader would follow; it starts again at the publication."""


def times(notes: Notes) -> Notes:
    """Notes with the times of every part but furniture and teasers."""
    return replace(notes, times=tuple(_times(notes)))


def _times(notes: Notes) -> Iterator[Time]:
    report, starts = notes.report, [sentence.start for sentence in notes.sentences]
    anchor = report.published.when
    told: dict[str, str] = {}
    for expression in _read(report):
        at = bisect_right(starts, expression.start) - 1
        sentence = notes.sentences[at] if at >= 0 and expression.end <= notes.sentences[at].end else None
        formula = _settled(expression.formula, sentence, expression, told)
        value, when = resolve(formula, anchor)
        said = report.text[expression.start : expression.end]
        yield Time(expression.start, expression.end, said, expression.type, value, when, formula)
        if expression.type in ("DATE", "TIME") and not formula.startswith("="):
            told["any"] = formula
            if _tells_day(formula, when):
                told["day"] = formula
            if value and "Q" in value:
                told["quarter"] = formula


def _tells_day(formula: str, when: Interval | None) -> bool:
    last = formula.split()[-1]
    return when.days <= 1 if when else "-" in last or last[:3] in DAYLIKE


def _read(report: Report) -> Iterator[Expression]:
    """The expressions of the parts that are read; a part is a stretch of its own."""
    for part in _joined(report.parts):
        for expression in expressions(report.text[part.start : part.end]):
            yield expression._replace(start=part.start + expression.start, end=part.start + expression.end)


def _joined(parts: tuple[Part, ...]) -> Iterator[Part]:
    return (part for part in parts if part.part not in UNREAD)


def _settled(formula: str, sentence: Sentence | None, expression: Expression, told: dict[str, str]) -> str:
    """The formula with its anchor in place of `told`, and a direction in place of `~`."""
    if formula.startswith("told"):
        before = _told(formula.split()[1], told)
        formula = (before if len(before) < LONGEST else "pub") + formula[4:]
    if "~" not in formula:
        return formula
    tense = _tense(sentence, expression) if sentence else "past"
    return OPEN.sub(lambda match: match[1] + _direction(match[1], tense), formula)


def _told(step: str, told: dict[str, str]) -> str:
    if step == "quarter+0":
        return told.get("quarter", "pub")
    return told.get("day" if step.startswith(DAYLIKE) else "any") or told.get("any") or "pub"


def _direction(name: str, tense: str) -> str:
    """Which of the things that come again is meant: a weekday is the nearest one, a date without its year leans."""
    if name.startswith("q"):
        return "<="
    if name.startswith("m"):
        return {"past": "<~", "future": "~>"}.get(tense, "~") if name != "mon" else {"future": ">="}.get(tense, "<=")
    return ">=" if tense == "future" else "<="


def _tense(sentence: Sentence, expression: Expression) -> str:
    """The tense around an expression: past, present or future."""
    word = next((w for w in reversed(sentence.words) if w.start < expression.end), None)
    if word is None:
        return "past"
    for _ in range(12):
        if word.tag[:2] == "VB" or word.tag == "MD":
            return _verb_tense(sentence, word)
        if word.head == word.i:
            break
        word = sentence.words[word.head]
    return "past"


def _verb_tense(sentence: Sentence, verb: Word) -> str:
    helpers = [sentence.words[i] for i in verb.children if sentence.words[i].dep in ("aux", "auxpass")]
    if any(h.lower in ("will", "shall", "'ll", "wo") for h in helpers):
        return "future"
    if any(h.lower in ("had", "was", "were", "did", "have", "has", "'d", "'ve") for h in helpers):
        return "past"
    if any(h.tag in ("TO", "MD") for h in helpers):
        return "future"
    if verb.tag == "VBD" or verb.tag == "VBN":
        return "past"
    if verb.tag == "VBG" and not helpers:
        return "present" if verb.head == verb.i else _verb_tense(sentence, sentence.words[verb.head]) if sentence.words[verb.head].tag[:2] == "VB" else "past"
    return "future" if verb.tag in ("VB", "VBP", "VBZ", "VBG") and verb.lemma not in ("say", "be", "have") else "present"
