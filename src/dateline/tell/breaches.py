"""The acts that break an agreement: what several voices tell of one raid on one day is one breach, with all who tell it."""

from __future__ import annotations

from datetime import timedelta
from operator import itemgetter

from dateline.rows import Row
from dateline.weigh.ledger.dates import first_day, last_day

__all__ = ["acts"]

LATEST = "~"
"""Sorts behind every date."""
NEXT = timedelta(1)


def acts(agreement: Row) -> list[Row]:
    """The acts that voices tell as breaches of an agreement, by day; told in one event and of one day, or of days that touch, is one act.

    >>> told = {"event": "event:1", "date": "2021-06-08", "accused": [], "accuser": [], "denied_by": []}
    >>> medics = {**told, "claim": "claim:2", "accuser": [{"name": "medics"}], "date": "2021-06-08/2021-06-09"}
    >>> raid = {**told, "claim": "claim:3", "event": "event:2"}
    >>> [(act["date"], act["claims"]) for act in acts({"violations": [{**told, "claim": "claim:1"}, medics, raid]})]
    [('2021-06-08', ['claim:1', 'claim:2']), ('2021-06-08', ['claim:3'])]
    """
    found: list[Row] = []
    latest: dict[str, Row] = {}
    for breach in sorted(agreement["violations"], key=lambda one: one["date"] or LATEST):
        act = latest.get(breach["event"] or "")
        if act is None or not _touch(act["date"], breach["date"]):
            act = {"event": breach["event"], "date": breach["date"], "accused": [], "accuser": [], "denied_by": [], "claims": []}  # fmt: skip
            found.append(act)
            if breach["event"]:
                latest[breach["event"]] = act
        _add(act, breach)
    return sorted(found, key=lambda act: act["date"] or LATEST)


def _add(act: Row, breach: Row) -> None:
    """Add what one claim tells of an act: who did it, who says so, who denies it, and its day where that is narrower."""
    act["claims"].append(breach["claim"])
    for field in ("accused", "accuser", "denied_by"):
        known = set(map(itemgetter("name"), act[field]))
        act[field] += [party for party in breach[field] if party["name"] not in known]
    if breach["date"] and (act["date"] is None or _width(breach["date"]) < _width(act["date"])):
        act["date"] = breach["date"]


def _touch(before: str | None, after: str | None) -> bool:
    """Whether two dates are of one day or of days beside each other; what tells no day does not keep two apart."""
    return before is None or after is None or first_day(after) <= last_day(before) + NEXT


def _width(moment: str) -> timedelta:
    return last_day(moment) - first_day(moment)
