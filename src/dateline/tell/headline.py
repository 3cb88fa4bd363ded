"""An event in one line: what happened, where and when, and who is said to have done it to whom, with the doubt that is on it."""

from __future__ import annotations

import calendar
import re
from typing import Final

from dateline.rows import Row

__all__ = ["doing", "head", "headline"]

MONTHS: Final = "|".join(calendar.month_name[1:])


def headline(event: Row) -> str:
    """The title of an event with who did it to whom, as far as that is told.

    >>> headline({"title": "Siege, Arta, 3 May 2021", "claims": ["c"], "by": [{"name": "rebels", "claims": ["c"], "denied_by": []}], "to": []})
    'Siege, Arta, 3 May 2021: rebels'
    """
    done = doing(event)
    return f"{event['title']}{':' if event['by'] else ''} {done}" if done else event["title"]


def doing(event: Row) -> str:
    """The first doer and the first of those it was done to; nobody is put where none is told.

    >>> raid = {"by": [], "to": [{"name": "Arta"}, {"name": "a mill"}], "place": {"name": "Arta"}, "claims": ["a", "b", "c"]}
    >>> doing(raid), doing({**raid, "by": [{"name": "rebels", "claims": ["b"], "denied_by": []}]})
    ('→ a mill', 'rebels (1 of 3 claims) → a mill')
    """
    where = event["place"]["name"] if event.get("place") else None
    hit = next((party["name"] for party in event["to"] if party["name"] != where), None)
    return " ".join([*([_doer(event)] if event["by"] else []), *([f"→ {hit}"] if hit else [])])


def _doer(event: Row) -> str:
    """Who is named first, whether that is denied or told by few of the claims, and how many others are named.

    >>> _doer({"by": [{"name": "a militia", "claims": ["a"], "denied_by": ["its spokesman"]}, {"name": "looters"}], "claims": ["a"]})
    'a militia (denied) and 1 more'
    """
    first, *others = event["by"]
    told, every = len(first["claims"]), len(event["claims"])
    doubt = " (denied)" if first["denied_by"] else f" ({told} of {every} claims)" if 2 * told < every else ""
    return f"{first['name']}{doubt}{f' and {len(others)} more' if others else ''}"


def head(event: Row) -> str:
    """The title of an event without its place and days, for where these stand in columns of their own.

    >>> head({"title": "Siege, Arta, 3 May 2021", "place": {"name": "Arta"}}), head({"title": "Talks, May 2021", "place": None})
    ('Siege', 'Talks')
    """
    place = rf"{re.escape(event['place']['name'])}\b|" if event["place"] else ""
    return re.split(rf", (?:{place}\d|(?:{MONTHS}) \d)", event["title"])[0]
