"""Running counts: populations, and tolls over weeks, months or years, which are of no single happening."""

from __future__ import annotations

import re
from datetime import datetime

from dateline.model import Claim, Place
from dateline.words.countings import counts_since, counts_while
from dateline.words.weigh import is_broad, plain

__all__ = ["NOWHERE", "series_of"]

NOWHERE = "?"
"""Stands for the area of a running count that names none."""

SERIES_DAYS = {"killed": 25.0, "injured": 25.0, "displaced": 100.0}
"""A count over more days than this is of a war or a season, not of an attack or a flight."""
DAY = 1.0
WAR_DAYS = 365.0
"""A count over more days than this is of the whole war, whatever day it is said to begin."""


def series_of(claim: Claim, start: float, end: float, *, dated: bool) -> str | None:
    """The key of the running count a claim states, or None: populations, and tolls over weeks, months or years.

    What clashes of one day "have killed" is no running count: `dated` tells that its own words tell when it was.
    """
    if not claim.figures:
        return None
    figure = claim.figures[0]
    if figure.measure == "population":
        return f"population of {_area(claim.place)}"
    if figure.measure not in ("killed", "injured", "displaced"):
        return None
    if figure.period is not None and figure.period.when is not None:
        when = figure.period.when
        return _running(claim, when.start.year, when.days) if when.days > SERIES_DAYS[figure.measure] else None
    if counts_since(plain(claim.text)):
        return _running(claim, None, WAR_DAYS)
    if counts_while(plain(claim.text)) and not (dated and end - start <= DAY):
        return f"toll of a while, {_land(claim.place)}"
    timex = claim.time.timex if claim.time is not None else None
    if timex is not None and re.fullmatch(r"\d{4}(-\d\d)?", timex):
        return None  # a day told as its month or year is vague, not a span
    if end - start > SERIES_DAYS[figure.measure]:
        return _running(claim, datetime.fromordinal(int(start) + 1).year, end - start)
    return None


def _running(claim: Claim, since: int | None, days: float) -> str:
    """The key of a running count: of a war, by its country; of a shorter while, by the year it began."""
    return f"toll since {since}" if days < WAR_DAYS else f"toll of the war, {_land(claim.place)}"


def _land(place: Place | None) -> str:
    """The country of a place, else its name."""
    return (place.country if place is not None else None) or _area(place)


def _area(place: Place | None) -> str:
    return (
        " ".join(word for word in plain(place.name).split() if not is_broad(word)) or plain(place.name)
        if place is not None
        else NOWHERE
    )
