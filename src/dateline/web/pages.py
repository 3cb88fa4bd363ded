"""Templates and the words they share: one environment, every source text escaped, nothing undefined in silence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

import dateline
from dateline.rows import Row
from dateline.tell.explain import amount, basis, by_whom, clock, measured, names, plain, source, vouching
from dateline.tell.headline import headline
from dateline.times import day_of
from dateline.web.veil import distressing

__all__ = ["GRADES", "moment", "page", "precise"]

GRADES: Final = {
    "confirmed": ("●●●", "one who is said to have done it says so, and others say so too"),
    "corroborated": ("●●○", "two independent voices or more say so, and nobody denies it"),
    "single_voice": ("●○○", "one voice says so, and nobody denies it"),
    "contested": ("◐", "some say so, others deny it"),
    "denied": ("○̸", "denied, and at most one voice's accusation speaks for it"),
    "discounted": ("×", "nobody tells it as done, or a person rejected it"),
}
"""A sign for each grade, so that no grade is told by its colour alone, and what it means."""

PRECISIONS: Final = {
    "exact": "a town or spot",
    "near": "in or near it",
    "admin2": "a district",
    "admin1": "a province",
    "country": "a country",
    "unknown": "not on the map",
}
"""What the precision of a place means to a reader."""

REPEATS: Final = {
    "same": "the text of",
    "wire": "passages that also stand in",
    "edited": "an edited text of",
    "translated": "a translation of",
}
"""What a report has of the one that it repeats, by the kind of copy."""

FONT: Final = "fontsource-variable-source-serif-4/source-serif-4-latin-wght-normal.woff2"
SIGNS: Final = {
    "open": "·",
    "accepted": "✓",
    "rejected": "✗",
    "unsure": "?",
    "corrected": "✎",
    "regrouped": "⇄",
    "first_reading": "½",
    "disagreed": "≠",
}


def page(template: str, **content: Any) -> str:
    """A page from its template."""
    return _environment().get_template(template).render(**content)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dateline.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "names": names,
        "amount": amount,
        "plain": plain,
        "moment": moment,
        "source": source,
        "distressing": distressing,
        "opening": opening,
        "precise": precise,
        "dated": dated,
        "told_by": told_by,
        "homely": homely,
        "vouching": vouching,
        "basis": basis,
        "measured": measured,
        "by_whom": by_whom,
        "headline": headline,
        "repeats": repeats,
        "in_order": in_order,
        "number": lambda value: f"{value:,}",
        "bound": lambda value: "open" if value is None else f"{value:,.0f}",
    }
    environment.globals |= {
        "version": dateline.__version__,
        "grades": GRADES,
        "signs": SIGNS,
        "has_map": _has("maplibre-gl/maplibre-gl-csp.js"),
        "has_fonts": _has(FONT),
    }
    return environment


def _has(name: str) -> bool:
    """Whether a file that npm brings at build time is here."""
    return files("dateline.web").joinpath(f"static/vendor/{name}").is_file()


STANCES: Final = {
    "asserts": "asserted by", "denies": "denied by", "accuses": "charged by",
    "demands": "demanded by", "threatens": "threatened by", "promises": "promised by",
}  # fmt: skip


def told_by(stance: str) -> str:
    """A stance before the one who takes it, be it one or many.

    >>> told_by("denies")
    'denied by'
    """
    return STANCES.get(stance, f"{plain(stance)} by")


def precise(code: str) -> str:
    """How precisely a place is told, as a reader says it.

    >>> precise("admin1"), precise("by_river")
    ('a province', 'by river')
    """
    return PRECISIONS.get(code, plain(code))


def repeats(kind: str) -> str:
    """What a report has of the one that it repeats.

    >>> repeats("wire"), repeats("same")
    ('passages that also stand in', 'the text of')
    """
    return REPEATS.get(kind, f"{plain(kind)} text of")


def in_order(claims: Sequence[str], numbers: Mapping[str, int]) -> list[str]:
    """Claims by the numbers that a page gives them, those without one as they came.

    >>> in_order(["c", "a", "b"], {"a": 2, "b": 1})
    ['b', 'a', 'c']
    """
    return sorted(claims, key=lambda name: numbers.get(name, len(numbers) + 1))


def opening(name: str) -> str:
    """A name that weighing made of a kind, a place and a beginning, as a heading: no clock of naught, days as people write them.

    >>> opening("ceasefire, Idlib, 2020-01-09T14:00:00"), opening("truce, 2020-09")
    ('Ceasefire, Idlib, 9 Jan 2020, 14:00', 'Truce, Sep 2020')
    """
    told = dated(name)
    return told[:1].upper() + told[1:]


def dated(words: str) -> str:
    """Words with their days as people write them, `a/b` as from and to.

    >>> dated("sought 2019-12-23/2019-12-24"), dated("2020-09"), dated("unsaid")
    ('sought 23 – 24 Dec 2019', 'Sep 2020', 'unsaid')
    """
    told = re.sub(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)", lambda both: _stretch(*map(day_of, both.groups())), words)
    return re.sub(r"\b(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)[^ ,]*)?)?", _dated, told)


def homely(words: str) -> str:
    """Words without the folders of paths, where a report that names no outlet is called by its file.

    >>> homely("kept (notes/2020/harbour.txt), broken (the mayor)")
    'kept (harbour.txt), broken (the mayor)'
    """
    return re.sub(r"(?<![\w:/.])/?(?:[\w.~-]+/)+([\w.-]+\.\w{2,5})\b", r"\1", words)


def _dated(found: re.Match[str]) -> str:
    year, month, day, clock = found.groups()
    if not 1 <= int(month) <= 12:
        return found[0]
    said = f"{day.lstrip('0')} " if day else ""
    hour = f", {clock}" if clock and clock != "00:00" else ""
    return f"{said}{date(2000, int(month), 1):%b} {year}{hour}"


def moment(time: Row | None) -> str:
    """An interval as a reader says it: one day, a minute or some hours of it, or from and to.

    >>> moment({"from": "2020-01-09", "to": "2020-01-10"}), moment({"from": "2020-01-09", "to": "2020-01-12"}), moment(None)
    ('9 Jan 2020', '9 – 11 Jan 2020', 'day unknown')
    >>> moment({"from": "2020-01-09T05:00:00", "to": "2020-01-09T12:00:00"})
    '9 Jan 2020, 05:00 to 12:00'
    """
    if not time or not time["from"]:
        return "day unknown"
    first = str(time["from"])
    if "T" in first:
        return clock(first, time["to"], _said)
    final = day_of(str(time["to"])) - timedelta(1)
    return _stretch(day_of(first), final)


def _stretch(first: date, last: date) -> str:
    """Days as short as they can be told: what both share is said once."""
    if last <= first:
        return _said(first)
    if first.year != last.year:
        return f"{_said(first)} – {_said(last)}"
    return f"{first.day} – {_said(last)}" if first.month == last.month else f"{first.day} {first:%b} – {_said(last)}"


def _said(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
