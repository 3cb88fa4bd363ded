"""Dates as a page or a container stamps them: ISO in all its spellings, mail and feed dates, or a full date in words."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

from dateline.times import Interval
from dateline.words.dates import absolute

__all__ = ["stamp"]

ZONE = re.compile(r"(?<=:\d\d)(?:\.\d+)?\s?([+-]\d\d):?(\d\d)?$")
LONGEST = 80
"""Characters of a stamp; what is longer is a sentence."""


def stamp(said: str | None) -> Interval | None:
    """The day or minute that a stamp tells, in the years since news is on the web; None for anything else.

    >>> [stamp(s).iso()[0] for s in ("2019-12-24T10:15:00+0300", "Tue, 24 Dec 2019 10:15:00 GMT", "24 December 2019", "20191224")]
    ['2019-12-24T10:15:00+03:00', '2019-12-24T10:15:00+00:00', '2019-12-24', '2019-12-24']
    >>> stamp("0001-01-01T00:00:00Z"), stamp("soon")
    (None, None)
    """
    text = (said or "").strip()
    if not 6 <= len(text) <= LONGEST:
        return None
    when = _iso(text) or _mail(text) or absolute(text)
    return when if when is not None and 1980 <= when.start.year <= 2100 and when.days <= 1 else None


def _iso(text: str) -> Interval | None:
    plain = re.sub(r"[Zz]$", "+00:00", re.sub(r"^(\d{4})(\d\d)(\d\d)(?!\d)", r"\1-\2-\3", text))
    plain = ZONE.sub(lambda m: f"{m[1]}:{m[2] or '00'}", plain)
    try:
        return Interval.parse(plain, None)
    except (ValueError, OverflowError):
        return None


def _mail(text: str) -> Interval | None:
    if not text[:1].isalpha() and not text[:1].isdigit():
        return None
    try:
        told = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    try:
        return Interval.parse(told.isoformat(timespec="seconds"), None) if told.year > 1900 else None
    except (ValueError, OverflowError):
        return None
