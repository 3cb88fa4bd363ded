"""By when: the day or instant at which the time a thing is given runs out."""

from __future__ import annotations

import re
from datetime import timedelta

from dateline.model import Time

__all__ = ["deadline_of"]

HOUR = re.compile(r"T\d\d")
MINUTE = timedelta(minutes=1)


def deadline_of(time: Time) -> str | None:
    """The ISO day, or instant with its offset where told, by which a thing is due: the last that the time takes in.

    "Until midnight Sunday" is all of Sunday. None where the time denotes no interval ("soon", "two days" of no beginning), or one that lies behind.

    >>> from dateline.times import Interval
    >>> deadline_of(Time(0, 8, "February", "DATE", "2020-02", Interval.parse("2020-02", None), "2020-02"))
    '2020-02-29'
    """
    if time.when is None or time.type == "SET" or " past" in (time.formula or ""):
        return None
    if time.type == "TIME" and time.timex and time.timex.endswith("T24:00"):
        return time.timex[:10]
    if time.type == "TIME" and time.timex and HOUR.search(time.timex):
        return f"{time.when.start:%Y-%m-%dT%H:%M:%S}{time.when.offset or ''}"
    if time.when.end.second or time.when.end.minute or (time.type == "DURATION" and time.when.end.hour):
        return f"{time.when.end - MINUTE:%Y-%m-%dT%H:%M:%S}{time.when.offset or ''}"
    last = time.when.start if time.type == "TIME" else time.when.end - MINUTE
    return last.date().isoformat()
