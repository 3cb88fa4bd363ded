"""The lines between a headline and its story: who tells it, and when."""

from __future__ import annotations

import re

from dateline.read.stamps import printed
from dateline.words.outlets import like_an_outlet, outlet_named

__all__ = ["is_byline", "publisher"]

LONGEST = 90
"""Characters of such a line."""
YEAR = re.compile(r"(?:19|20)\d\d")
BESIDE = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|updated|published|posted|last|modified|at|on"
    r"|gmt|utc|local time|[ap]\.?m\.?|\d{1,2}:\d\d)(?!\w)",
    re.IGNORECASE,
)
"""What may stand beside a date in a line that tells nothing else."""
NAME = re.compile(r"(?:[A-Z\u00c0-\u00de][\w.'&-]*|of|the|and|al|de|la)(?: (?:[A-Z\u00c0-\u00de][\w.'&-]*|of|the|and|al|de|la)){0,5}")  # fmt: skip


def is_byline(said: str) -> bool:
    """Whether a folded line holds a full date and nothing else, or a name and a date.

    >>> [is_byline(line) for line in ("March 4, 2021", "Example Post, 4 March 2021 10:15 GMT", "On 4 March 2021 the mill burned.")]
    [True, True, False]
    """
    rest = _rest(said)
    return rest is not None and (not rest or NAME.fullmatch(rest) is not None)


def publisher(said: str) -> str | None:
    """The outlet that signs such a line beside its date: one that is known, or is named as outlets are.

    >>> publisher("The Harbour Gazette, March 4, 2021"), publisher("Ana Ruiz, March 4, 2021")
    ('The Harbour Gazette', None)
    """
    rest = _rest(said)
    if not rest or NAME.fullmatch(rest) is None:
        return None
    return outlet_named(rest) or (rest if like_an_outlet(rest) else None)


def _rest(said: str) -> str | None:
    """What a line says beside its one date; None for a line without one."""
    if len(said) > LONGEST or YEAR.search(said) is None:
        return None
    found = next(printed(said), None)
    if found is None:
        return None
    span, _ = found
    return BESIDE.sub("", said[: span.start] + " " + said[span.end :]).strip(" \t,;:|/()\u00b7\u2022\u2014-")
