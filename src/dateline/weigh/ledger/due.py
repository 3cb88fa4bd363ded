"""When a commitment is due: the deadline its claim tells, hours or days asked within, the last of the days promised."""

from __future__ import annotations

import re
from datetime import timedelta

from dateline.weigh.ledger.anchors import clock_of
from dateline.weigh.ledger.dates import last_day
from dateline.weigh.ledger.readings import Reading
from dateline.words.ledger import cue

__all__ = ["asked_within", "due_of"]

NUMBERS = dict(zip("one two three four five six seven eight nine ten".split(), range(1, 11), strict=True))
_WITHIN = re.compile(
    r"\b(?:expect|wait|demand|must|giv|gave|ha(?:s|ve|d)\s+to|order|want|urg|told|ask|ultimatum)\w*\b[^.;]{0,120}?\b(?:in|within|next|coming)\s+"
    r"(?:the\s+)?(?:next\s+|coming\s+)?(?P<n>\d{1,3}|" + "|".join(NUMBERS) + r")[\s-]+(?P<unit>hour|day|week)s?\b"
)
_PAST = re.compile(r"\b(?:past|last|previous)\s+(?:\d+|\w+)\s+(?:hour|day|week)s?\b")
_SAID = re.compile(
    r"\b(?:said|says|told|announc|vow|pledg|promis|insist|warn|declar)\w*\s+(?:(?:on|in|late|early|earlier|again|here|reporters|last)\s+)*$"
)
_EARLIER = re.compile(r"\bearlier (?:this|in the) (?:week|month|year)\b")
_BY_THEN = re.compile(r"\b(?:by|until|till|before|within|end|next|coming)\b")
HOURS = {"hour": 1, "day": 24, "week": 168}
LONGEST = 31.0
"""Days ahead that a promise may speak of as its time; a longer stretch is no due date."""


def asked_within(said: str) -> timedelta | None:
    """The time within which folded lower words ask for something.

    >>> asked_within("they gave the garrison 48 hours; it must leave within three days")
    datetime.timedelta(days=3)
    >>> asked_within("they expected more in the past 24 hours"), asked_within("shells have killed nine in two days")
    (None, None)
    """
    hit = _WITHIN.search(said)
    if hit is None or _PAST.search(said):
        return None
    count = NUMBERS.get(hit["n"]) or int(hit["n"])
    return timedelta(hours=count * HOURS[hit["unit"]])


def due_of(one: Reading, kind: str) -> str | None:
    """The due day or instant of a commitment, or None. A deadline on the day of an utterance itself is none."""
    told = one.claim.deadline
    if told is not None and ("T" in told or one.printed is None or last_day(told) > one.printed):
        return told if _near(one, told) else None
    within = asked_within(one.clause)
    if within is not None and one.day is not None and kind != "promise":
        return (one.day + within).isoformat()
    return _promised(one)


def _near(one: Reading, told: str) -> bool:
    """Whether a day is one to wait for: soon, or one by which a thing is to be done; not "asked for his discharge this year"."""
    if _EARLIER.search(one.clause) and not _BY_THEN.search(one.clause):
        return False  # "in a speech earlier this week he called on them"
    if one.printed is None or (last_day(told) - one.printed).days <= LONGEST:
        return True
    return bool(_BY_THEN.search(one.clause) or cue("commitments", "duty").search(one.clause))


def _of_saying(one: Reading) -> bool:
    """Whether the time of a claim is that at which it was said: "said early on Saturday that it would"."""
    claim = one.claim
    if claim.time is None:
        return False
    return _SAID.search(one.clause[: max(0, claim.time.start - claim.start)]) is not None


def _promised(one: Reading) -> str | None:
    """Of a promise for days to come, their last."""
    when = one.when
    if when is None or one.printed is None or one.claim.stance != "promises" or one.claim.modality != "planned":
        return None
    day = when.last
    if day <= one.printed or when.days > LONGEST or _of_saying(one):
        return None
    if when.first <= one.printed and not _BY_THEN.search(one.clause):
        return None  # "announced this week that they will go"
    clock = clock_of(one.clause)
    return f"{day.isoformat()}T{clock[0]}{clock[1] or ''}" if clock is not None else day.isoformat()
