"""The grammar of news time: text in, expressions out, each with the formula its value follows from. No parse, no anchor.

The rules are data (timex.toml). A text becomes tokens, each of one class, written as one letter; rules are patterns over
those letters. A first pass makes one token of what belongs together (days, lengths, stretches of the calendar), a second
one finds the expressions. So a rule is matched once a token, not once a spelling, and no text can make it slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, NamedTuple

from dateline.formulas import WEEKDAYS, duration
from dateline.text import fold
from dateline.words.dates import absolute, dates, table
from dateline.words.timerules import Rule, fits, letters
from dateline.words.timetokens import Token, tokens

__all__ = ["Expression", "absolute", "ahead", "awaited", "dates", "expressions", "unchanged"]

LITERAL = re.compile(
    r"=(X|\d+(?:\.5)?)?(second|minute|hour|day|weekend|week|month|quarter|year|decade|century)(?![a-z])"
)


WEEKDAY = re.compile("|".join(WEEKDAYS))


class Expression(NamedTuple):
    """A time expression: its span, its TIMEX3 type, and how its value follows from an anchor.

    A formula `quarter|A|B` is B where a quarter was told before, `ahead|A|B` is B where the tense looks ahead; else A.
    """

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    formula: str


def expressions(text: str) -> Iterator[Expression]:
    """The time expressions of a text, in order, none overlapping.

    >>> said = "On Friday the two-day truce of 3 May 2018 had ended; the previous day it held."
    >>> [(said[e.start : e.end], e.type, e.formula) for e in expressions(said)]  # doctest: +NORMALIZE_WHITESPACE
    [('Friday', 'DATE', 'pub fri~'), ('two-day', 'DURATION', '=P2D'), ('3 May 2018', 'DATE', '2018-05-03'),
     ('the previous day', 'DATE', 'told day-1')]
    """
    told = _reduced(tokens(fold(text)))
    for rule, match in fits("rule", letters(told)):
        formula = _written(rule.formula, _pieces(rule, match, told))
        yield Expression(told[match.start()].start, told[match.end() - 1].end, rule.makes, formula)  # type: ignore[arg-type]


@cache
def ahead() -> frozenset[str]:
    """Base forms of verbs whose infinitive lies ahead of them: to plan, to order, to agree to do something."""
    return frozenset(table()["verbs"]["ahead"])


@cache
def awaited() -> frozenset[str]:
    """Base forms of verbs whose participle names what is still to come: planned, scheduled, expected."""
    return frozenset(table()["verbs"]["awaited"])


@cache
def unchanged() -> frozenset[str]:
    """Verbs whose past is spelt as their base form: "strikes hit the town"."""
    return frozenset(table()["verbs"]["unchanged"])


def _reduced(told: Sequence[Token]) -> list[Token]:
    """The tokens with each row that a reducing rule fits as one, or as two and what joins them."""
    found: list[Token] = []
    at = 0
    for rule, match in fits("reduce", letters(told)):
        found += told[at : match.start()]
        found += _made(rule, match, told)
        at = match.end()
    found += told[at:]
    return found


def _made(rule: Rule, match: re.Match[str], told: Sequence[Token]) -> list[Token]:
    first, last, pieces = match.start(), match.end() - 1, _pieces(rule, match, told)
    whole = Token(told[first].start, told[last].end, rule.makes, _written(rule.formula, pieces))
    if rule.and_formula is None:
        return [whole]
    join = match.start(dict(rule.fills)["c"])
    second = Token(told[join + 1].start, whole.end, rule.makes, _written(rule.and_formula, pieces))
    return [whole._replace(end=told[join - 1].end), told[join], second]


def _pieces(rule: Rule, match: re.Match[str], told: Sequence[Token]) -> dict[str, int | str]:
    """What each named term took, a number as a number; nothing where it took nothing."""
    pieces: dict[str, int | str] = dict.fromkeys((name for name, _ in rule.fills), "")
    for name, group in rule.fills:
        if match.start(group) >= 0:
            piece = told[match.start(group)].piece
            pieces[name] = int(piece) if piece.isdigit() else piece
    return pieces


def _written(formula: str, pieces: dict[str, int | str]) -> str:
    written = " ".join(formula.format_map(pieces).split())
    if written.startswith("=XXXX-"):
        return WEEKDAY.sub(lambda named: f"WXX-{WEEKDAYS.index(named[0]) + 1}", written)
    return LITERAL.sub(lambda told: f"={duration(told[1] or '1', told[2])}", written)
