"""Templates and the words they share: one environment, every source text escaped, nothing undefined in silence."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

import dateline
from dateline.rows import Row
from dateline.tell.explain import amount, names, source
from dateline.times import day_of

__all__ = ["GRADES", "moment", "page", "plain"]

GRADES: Final = {
    "confirmed": ("●●●", "three independent voices or more, or one who is said to have done it"),
    "corroborated": ("●●○", "two independent voices"),
    "single_voice": ("●○○", "one voice"),
    "contested": ("◐", "some say so, some deny it"),
    "denied": ("○̸", "denied, and vouched for by nobody but the accuser"),
    "discounted": ("×", "nobody vouches for it, or a person rejected it"),
}
"""A sign for each grade, so that no grade is told by its colour alone, and what it means."""

SIGNS: Final = {"open": "·", "accepted": "✓", "rejected": "✗", "unsure": "?", "corrected": "✎", "regrouped": "⇄"}


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
        "number": lambda value: f"{value:,}",
        "bound": lambda value: "open" if value is None else f"{value:,.0f}",
    }
    environment.globals |= {"version": dateline.__version__, "grades": GRADES, "signs": SIGNS, "has_map": _has_map()}
    return environment


def _has_map() -> bool:
    return files("dateline.web").joinpath("static/vendor/maplibre-gl/maplibre-gl-csp.js").is_file()


def plain(code: str) -> str:
    """A label of the contract as words.

    >>> plain("single_voice")
    'single voice'
    """
    return code.replace("_", " ").replace("vague:", "")


def moment(time: Row | None) -> str:
    """An interval as a reader says it: one day, a minute of it, or from and to.

    >>> moment({"from": "2020-01-09", "to": "2020-01-10"}), moment(None)
    ('9 Jan 2020', 'day unknown')
    """
    if not time or not time["from"]:
        return "day unknown"
    first = str(time["from"])
    if "T" in first:
        return f"{_said(day_of(first))}, {first[11:16]}"
    final = day_of(str(time["to"])) - timedelta(1)
    return _said(day_of(first)) if final <= day_of(first) else f"{_said(day_of(first))} – {_said(final)}"


def _said(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
