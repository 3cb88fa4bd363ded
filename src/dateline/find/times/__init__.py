"""Times: every time expression of a report, its direction chosen by the tense around it, resolved where an anchor is known.

From sentences to time expressions with their intervals, `Notes.times`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from dateline.find.notes import Notes, Sentence
from dateline.find.times.chronicles import as_of_entries
from dateline.find.times.tenses import PLURAL, tense_of
from dateline.formulas import WEEKDAYS
from dateline.model import Part, Report, Time
from dateline.times import Interval, resolve
from dateline.words.timex import Expression, expressions

__all__ = ["CLOCK", "DAY", "tense_of", "times"]

UNREAD = ("furniture", "teaser")
DAY = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun|m\d\d-\d\d|d\d\d)[<>=~]{1,2}|day[+-]\d+|(?:back|on)\d+day|T\S+|[+-]\d\d:\d\d|\d{4}-\d\d-\d\d"
)
"""The last step of a formula that tells a day, or a moment of one."""

CLOCK = re.compile(r"(?: (?:T\S+|[+-]\d\d:\d\d))+$")
"""The steps of a formula that tell the hour."""

TODAY = "pub day+0"
OPEN = re.compile(r"([\w-]+)~(?!>)")
"""A step whose direction the grammar left open."""

TWIN = re.compile(r"(pub m\d\d-)\d\d([<>=~]{1,2})")
CLOSE = 8
"""How many characters may lie between two days that share a month and a direction: "4 and 6 May"."""

NEAR = 600
"""How many characters after a day its hours may still be told without it."""

STORY = 2000
"""As many after another day than that of the report: a story told of Sunday on Tuesday still tells Sunday's hours."""

LONGEST = 120
"""A longer formula is a chain of days upon days that no reader would follow; it starts again at the publication."""


class Told(NamedTuple):
    """The last times told in a report, as formulas: of any kind, a day (and where it ended), a quarter."""

    any: str | None = None
    day: str | None = None
    at: int = -1_000_000
    quarter: str | None = None


def times(notes: Notes) -> Notes:
    """Notes with the times of every part but furniture and teasers."""
    return replace(notes, times=tuple(_in_order(list(_times(notes)), notes.report)))


def _in_order(told: Sequence[Time], report: Report) -> Iterator[Time]:
    """The times, where the first end of a stretch that would come after its second is of the year before: "between March and July"."""
    for one, other in zip_longest(told, told[1:]):
        yield _before_its_end(one, other, report) if other is not None else one


def _before_its_end(one: Time, other: Time, report: Report) -> Time:
    """A month or day without its year as the last one before the end of its stretch."""
    if one.when is None or other.when is None or one.when.start < other.when.start:
        return one
    if not (LEANING.fullmatch(one.formula or "") and STRETCHED.fullmatch(report.text, one.end, other.start)):
        return one
    formula = LEANING.sub(r"\1<=", one.formula or "")
    value, when = resolve(formula, report.published.when)
    earlier = when is not None and when.start < other.when.start
    return replace(one, timex=value, when=when, formula=formula) if earlier else one


LEANING = re.compile(r"(pub m\d\d(?:-\d\d)?)[<>=~]{1,2}")
"""A month, or a day of one, whose year the report leaves open."""

STRETCHED = re.compile(r" (?:and|to|until|till|through) ")
"""What stands between the ends of a stretch."""


def _times(notes: Notes) -> Iterator[Time]:
    report, starts = notes.report, [sentence.start for sentence in notes.sentences]
    anchor = report.published.when
    told = Told()
    found = as_of_entries(list(_read(report)), report.text) if not report.entries else list(_read(report))
    years = _years(found)
    for one in found:
        at = bisect_right(starts, one.start) - 1
        sentence = notes.sentences[at] if at >= 0 and one.end <= notes.sentences[at].end else None
        rules = (_narrated, _titled, _lasting)
        if sentence is not None and any(rule(one, sentence, report.text) for rule in rules):
            continue
        expression = _again(one, sentence, report.text)
        formula = _in_year(_settled(expression, sentence, told), years, anchor)
        value, when = resolve(formula, anchor)
        said = report.text[expression.start : expression.end]
        yield Time(expression.start, expression.end, said, expression.type, value, when, formula)
        if told.day is None or not SINCE.search(report.text, max(0, expression.start - OPENED), expression.start):
            told = _moved(told, expression, formula, over=when is None or anchor is None or when.end <= anchor.end)


def _narrated(one: Expression, sentence: Sentence, text: str) -> bool:
    """Whether "soon" only tells what came next in a tale of the past, and nothing of a time ahead: "the fire soon spread"."""
    if one.formula != "=FUTURE_REF" or text[one.start : one.end].lower() not in ("soon", "shortly"):
        return False
    return tense_of(sentence, one) in ("past", "perfect") and any(word.tag == "VBD" for word in sentence.words)


def _lasting(one: Expression, sentence: Sentence, text: str) -> bool:
    """Whether "last" tells how long something goes on, and nothing of what is past: "it would initially last six months"."""
    first = next((word for word in sentence.words if word.start == one.start), None)
    return first is not None and first.lower == "last" and first.tag == "VB"


TITLE = re.compile(r"(?:(?:This|Last|Next) [A-Z][a-z]+|Today|Tomorrow|Tonight)")
NAMED_BEFORE = re.compile(r"[A-Z][\w.’']* $")
PAPER_BEFORE = re.compile(r"\b(?:Bill|Act|Budget|Agenda|Vision|Plan|Report|Index|Survey|Cup|Games|Olympics|Expo)s? $")
YEAR = re.compile(r"(?:19|20)\d\d")


def _titled(one: Expression, sentence: Sentence, text: str) -> bool:
    """Whether capitals tell an expression to be the name of a paper or a show: "Africa Today", "This Week in Goma", or the
    year of one: "the Finance Bill 2024".
    """
    if YEAR.fullmatch(text, one.start, one.end):
        return PAPER_BEFORE.search(text, max(0, one.start - OPENED), one.start) is not None
    if sentence.start == one.start or sentence.part != "body" or not TITLE.fullmatch(text, one.start, one.end):
        return False
    if " " in text[one.start : one.end]:
        return one.formula.split()[-1][:3] not in WEEKDAYS and not one.formula.split()[-1].startswith("m")
    return NAMED_BEFORE.search(text, max(0, one.start - OPENED), one.start) is not None


SINCE = re.compile(r"\bsince (?:the |it |they )?(?:[a-z]+ ){1,3}(?:on )?$")
"""What stands before a day on which a time only began: "the worst raid since the truce began on Friday"."""

OPENED = 40
"""Characters before a day within which that stands."""


def _moved(told: Told, expression: Expression, formula: str, *, over: bool) -> Told:
    """What was told last, after one more expression. A comparison with a year before does not move the story there,
    nor is a quarter that is not over the one reported on.
    """
    last = formula.split()[-1]
    if (
        formula.startswith("=")
        or expression.formula.startswith("quarter|")
        or last.startswith(("years", "past", "next", "back1year"))
        or expression.type not in ("DATE", "TIME")
    ):
        return told if not last.endswith("M") else told._replace(quarter=None)
    told = told._replace(any=formula)
    if last.startswith(("q", "quarter")):
        return told._replace(quarter=formula) if over else told
    return told._replace(day=formula, at=expression.end) if DAY.fullmatch(last) else told


def _read(report: Report) -> Iterator[Expression]:
    """The expressions of the parts that are read; a part is a stretch of its own."""
    for part in _joined(report.parts):
        for expression in expressions(report.text[part.start : part.end]):
            yield expression._replace(start=part.start + expression.start, end=part.start + expression.end)


def _joined(parts: tuple[Part, ...]) -> Iterator[Part]:
    return (part for part in parts if part.part not in UNREAD)


AGAIN = re.compile(PLURAL.pattern + r" (?:and|or) $", re.IGNORECASE)
DOES = frozenset(("be", "have", "do"))


def _again(one: Expression, sentence: Sentence | None, text: str) -> Expression:
    """The expression, as one that comes again where a weekday in the plural is no owner that lost its apostrophe:
    "Fridays are quiet", "Mondays and Fridays people queue"; but "Fridays raid" is one Friday's.
    """
    if one.type != "DATE" or sentence is None or not PLURAL.fullmatch(text, one.start, one.end):
        return one
    after = next((word for word in sentence.words if word.start >= one.end), None)
    rests = after is not None and (after.tag == "MD" or (after.tag[:2] == "VB" and after.lemma in DOES))
    if not rests and not AGAIN.search(text, max(0, one.start - 20), one.start):
        return one
    number = WEEKDAYS.index(one.formula.split()[-1][:3]) + 1
    return one._replace(type="SET", formula=f"=XXXX-WXX-{number}")


YEARED = re.compile(r"(?:(\d{4})-(\d\d)|pub year-1 m(\d\d)=)")


def _years(found: Sequence[Expression]) -> dict[str, str]:
    """The formulas of months that a report tells with their year, by month, where it tells each of one year only."""
    told: dict[str, set[str]] = {}
    for one in found:
        if match := YEARED.fullmatch(one.formula):
            told.setdefault(match[2] or match[3], set()).add(one.formula)
    return {month: next(iter(formulas)) for month, formulas in told.items() if len(formulas) == 1}


def _in_year(formula: str, years: Mapping[str, str], anchor: Interval | None) -> str:
    """The formula of "last September", with the year that the report tells elsewhere where it alone leaves that open."""
    other = years.get(formula[5:7]) if formula.endswith("<?") else None
    open_, told = resolve(formula, anchor)[1], resolve(other, anchor)[1] if other else None
    return other if other and open_ and told and open_.contains(told) else formula


def _settled(expression: Expression, sentence: Sentence | None, told: Told) -> str:
    """The formula with its choice made, its anchor in place of `told`, and a direction in place of `~`."""
    tense = tense_of(sentence, expression) if sentence else "past"
    formula = _chosen(expression.formula, tense, told)
    if formula.startswith("told"):
        before = _before(formula, expression, told, tense)
        formula = told.quarter if formula == "told quarter+0" and told.quarter else _chained(before, formula[5:])
    twin = TWIN.fullmatch(told.any or "") if expression.start - told.at < CLOSE else None
    if twin and formula.startswith(twin[1]) and formula.endswith("~"):
        return formula[:-1] + twin[2]
    dawned = tense in ("past", "perfect") and sentence is not None and _early(expression, formula, sentence, told)
    return OPEN.sub(lambda match: match[1] + ("<~" if dawned else _direction(match[1], tense)), formula)


def _early(expression: Expression, formula: str, sentence: Sentence, told: Told) -> bool:
    """Whether a weekday is told with an early hour, and no other day than it or the one before was told last: where things
    happen, Tuesday may have dawned in a report of Monday."""
    early = sentence.text.lower().startswith("early", expression.start - sentence.start)
    day, last = formula[4:7], (told.day or "")[4:7]
    if day not in WEEKDAYS or not (early or formula.endswith(" TMO")):
        return False
    return last not in WEEKDAYS or (WEEKDAYS.index(day) - WEEKDAYS.index(last)) % 7 < 2


def _chosen(formula: str, tense: str, told: Told) -> str:
    """The formula that fits, of a choice of two: `quarter` where one was told before, `ahead` where the tense looks ahead,
    `behind` where it looks back."""
    if "|" not in formula:
        return formula
    condition, otherwise, then = formula.split("|")
    if then.endswith(" quarter"):  # the quarter told last, of another year
        number = re.search(r"q[1-4]", told.quarter or "")
        return f"{otherwise} {number[0]}=" if number else otherwise
    fits = {
        "quarter": told.quarter is not None,
        "ahead": tense in ("future", "until"),
        "behind": tense in ("past", "perfect"),
    }[condition]
    return then if fits else otherwise


def _chained(before: str, step: str) -> str:
    """Steps counted from a day, whatever the hour it was told with: the day before Monday night is Sunday."""
    if step.startswith(("day", "T")):
        before = CLOCK.sub("", before)
    return (
        before if step == "day+0" and DAY.fullmatch(before.split()[-1]) else f"{before} {step.removeprefix('day+0 ')}"
    )


def _before(formula: str, expression: Expression, told: Told, tense: str) -> str:
    """The formula of what an expression counts from: the last quarter, the last day, or the last time told."""
    step = formula.split()[1]
    if step.startswith("quarter") or step == "years-1":
        return told.quarter or "pub quarter-1"
    near = NEAR if told.day == TODAY else STORY
    if step == "day+0" and expression.type == "TIME" and (expression.start - told.at > near or tense == "future"):
        return "pub"
    before = (told.day if DAY.fullmatch(step) or step.startswith(("day", "back1day")) else None) or told.any or "pub"
    return before if len(before) < LONGEST else "pub"


def _direction(name: str, tense: str) -> str:
    """Which of the things that come again is meant: a weekday is the nearest one, a date without its year leans."""
    if name.startswith("q"):
        return "<="
    if name.startswith("m") and name != "mon":
        return {"past": "<~", "perfect": "<~", "future": "~>", "since": "<=", "until": "~>"}.get(tense, "~")
    return ">=" if tense in ("future", "until") else "<="
