"""An event in one line: what happened, where and when, and who is said to have done it to whom, with the doubt that is on it."""

from __future__ import annotations

import calendar
import re
from typing import Final

from dateline.phenomena.types import PACTS
from dateline.rows import Row

__all__ = ["doing", "head", "headline"]

MADE: Final = PACTS | {"meeting"}
"""Types of events whose makers are bound by them, or sat at one table."""
HARDLY: Final = 4
"""Where fewer than one claim in this many names somebody, hardly anybody does."""
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
    """Who is named first, with the doubt that is on it, and how many others about as many name; whom hardly anybody names leads no line.

    >>> told = lambda claims, *denied: {"name": "a militia", "claims": claims, "denied_by": denied}
    >>> _doer({"by": [told(["a"], "its spokesman"), {"name": "looters", "claims": ["a"]}], "claims": ["a"]})
    'a militia (denied) and 1 more'
    >>> _doer({"by": [told(["a"])], "claims": ["a", "b", "c", "d", "e"], "type": "airstrike"})
    'by whom is told by 1 of 5 claims'
    >>> _doer({"by": [told(["a"])], "claims": ["a", "b", "c", "d", "e"], "type": "ceasefire_start"})
    'a militia'
    """
    first, *others = event["by"]
    told, every = len(first["claims"]), len(event["claims"])
    more = sum(2 * len(other["claims"]) >= told for other in others)
    if event.get("type") in MADE:  # what is said of a truce or of talks seldom tells who made it
        doubt = ""
    elif HARDLY * told < every:
        return f"by whom is told by {told} of {every} claims"
    else:
        doubt = f" ({told} of {every} claims)" if 2 * told < every else ""
    return f"{first['name']}{' (denied)' if first['denied_by'] else doubt}{f' and {more} more' if more else ''}"


def head(event: Row) -> str:
    """The title of an event without its place and days, for where these stand in columns of their own.

    >>> head({"title": "Siege, Arta, 3 May 2021", "place": {"name": "Arta"}}), head({"title": "Talks, May 2021", "place": None})
    ('Siege', 'Talks')
    """
    place = rf"{re.escape(event['place']['name'])}\b|" if event["place"] else ""
    return re.split(rf", (?:{place}\d|(?:{MONTHS}) \d)", event["title"])[0]
