"""The ledger: a row an agreement, what stood on a day, and a strip of its life with the disputed stretches hatched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, Final

from markupsafe import Markup

from dateline.model import Agreement
from dateline.rows import Row, noun
from dateline.tell.breaches import acts
from dateline.tell.explain import names, plain
from dateline.tell.pictures import OVER
from dateline.times import day_of
from dateline.web.reader import Reader
from dateline.weigh.ledger.as_of import as_of, disputed, quiet_since, turns
from dateline.weigh.ledger.dates import first_day, last_day

__all__ = ["AGREEMENT_COLUMNS", "MOST_TOLD", "agreement_cells", "ledger_content"]

STANDS: Final = frozenset({"in_force", "extended"})
STRAINED: Final = frozenset({"violated", "suspended"})
OUTCOMES: Final = {"open": "◇", "met": "✓", "missed": "✗", "superseded": "⇄", "unknown": "?"}
"""A sign for what became of a commitment, so that none is told by its colour alone."""
MOST_TOLD: Final = 200
"""Agreements, and commitments, on a page; how many are left out is said, and all stand in the rows."""
MOST_SIGNS: Final = 60
FAR: Final = 90
"""Days between what is told of an agreement and the day asked for, beyond which the day stands outside its strip."""
MOST_ROWS: Final = 24
"""Agreements drawn beside each other; a picture of more is read by nobody."""

HATCH: Final = Markup(
    '<defs><pattern id="differ" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="differ" width="1.6" height="5"/></pattern></defs>'
)

AGREEMENT_COLUMNS: Final = (
    "id", "name", "kind", "parties", "mediators", "place", "from", "until", "state", "disputed", "states", "violations", "claims",
)  # fmt: skip


def ledger_content(reader: Reader, day: date | None, most: int | None = None) -> dict[str, Any]:
    """The ledger on a day; without one, on the day of the last report, for what was due later has not come. All of it, or the
    first `most` of each kind."""
    record, asked = reader.record, day or reader.shelf().until
    agreements = sorted(record.rows("agreements"), key=lambda a: (_first(a) or date.max, a["id"]))
    commitments = sorted(record.rows("commitments"), key=lambda c: (c["due"] or "9999", c["id"]))
    agreed = [one for told in agreements for one in _days(told)]
    ends = [last_day(told["due"]) for told in commitments if told["due"]]
    due = _due(reader, commitments, asked or max([*agreed, *ends], default=date(2000, 1, 1)))
    drawn = sorted([*agreed, *(one for _, *both in due for one in both)])
    first, last = min([*drawn, *ends], default=date(2000, 1, 1)), max([*drawn, *ends], default=date(2000, 1, 1))
    shown = min(max(asked or last, first), last)
    life = _bulk(drawn or [shown])
    return {
        "agreements": [_entry(told, shown) for told in agreements[:most]],
        "commitments": commitments[:most],
        "counts": (len(agreements), len(commitments)),
        "cut": most if most is not None and most < max(len(agreements), len(commitments)) else None,
        "day": shown,
        "first": first,
        "last": last,
        "length": (last - first).days,
        "step": (shown - first).days,
        "gantt": _gantt(agreements[:MOST_ROWS], due, shown, life) if len(agreements) + len(due) > 1 else [],
        "axis": life.labels(),
    }


Due = tuple[Row, date, date]
"""A commitment, the day it was first told, and the day it was due."""


def _due(reader: Reader, commitments: Sequence[Row], day: date) -> list[Due]:
    """The commitments due nearest to a day, as many as are drawn, the earliest due first."""
    dated = [(last_day(told["due"]), told) for told in commitments if told["due"]]
    near = sorted(dated, key=lambda one: (abs(one[0] - day), one[1]["id"]))[:MOST_ROWS]
    return [(told, _told(reader, told), end) for end, told in sorted(near, key=lambda one: (one[0], one[1]["id"]))]


def _bulk(days: Sequence[date]) -> _Span:
    """The days over which most of some sorted days lie, with room around: one of long ago would press the rest into a line."""
    few = len(days) // 12
    low, high = days[few], days[-1 - few]
    room = (high - low) // 4 + timedelta(1)
    return _Span(max(days[0], low - room) - timedelta(1), min(days[-1], high + room) + timedelta(1))


def _told(reader: Reader, commitment: Row) -> date:
    """The day a commitment was first told; the day it was due where no report has a day."""
    reports = reader.reports_of(reader.weighed(commitment["claims"], "claims")).values()
    days = [day_of(told["published"]["from"]) for told in reports if told["published"]["from"]]
    return min([*days, last_day(commitment["due"])])


def _gantt(agreements: Sequence[Row], due: Sequence[Due], day: date, life: _Span) -> list[tuple[str, str, Markup]]:
    """Agreements and what was due beside each other, over the same days: id, name, strip."""
    rows = [
        (told["id"], told["name"], _strip(told, noun(Agreement, told), day, life)) for told in agreements if _days(told)
    ]
    return rows + [(told["id"], _said(told), _wait(told, first, last, day, life)) for told, first, last in due]


def _said(told: Row) -> str:
    """A commitment in a few words: who made it, and to what.

    >>> _said({"who": [{"name": "Oman"}], "what": "open the port"}), _said({"who": [], "what": "Shops must open."})
    ('Oman: open the port', 'Shops must open.')
    """
    name = told["who"][0]["name"] if told["who"] else ""
    return told["what"] if not name or name in told["what"] else f"{name}: {told['what']}"


def _wait(told: Row, first: date, last: date, day: date, life: _Span) -> Markup:
    """The life of a commitment: a line from when it was told to when it was due, and there what became of it, once due."""
    outcome = told["outcome"] if last <= day else "open"
    drawn = Markup(
        '<line class="wait" x1="{:.2f}%" x2="{:.2f}%" y1="16" y2="16"/><text class="sign {}" x="{:.2f}%" y="21">{}<title>{}</title></text>'
    ).format(life.at(first), life.at(last), outcome, life.at(last), OUTCOMES[outcome], f"due {last}: {outcome}")
    drawn += life.line(day)
    return Markup('<svg class="strip" height="36" role="img" aria-label="{}">{}</svg>').format(
        f"{told['kind']}, told {first}, due {last}: {outcome}", drawn
    )


def _entry(told: Row, day: date) -> dict[str, Any]:
    noun_ = noun(Agreement, told)
    dated = _days(told)
    ends = [last_day(one["date"]) for one in (*told["states"], *told["violations"]) if one["date"]]
    life = _life([*dated, *ends], day)
    return {
        "row": told,
        "acts": acts(told),
        "state": as_of(noun_, day),
        "since": _as_told(told, next((since for since, _ in reversed(turns(noun_)) if since <= day), None)),
        "disputed": disputed(noun_, day),
        "quiet": _as_told(told, quiet_since(noun_, day)),
        "strip": _strip(told, noun_, day, life) if dated else None,
        "axis": life.labels(),
    }


def _as_told(told: Row, last: date | None) -> str | None:
    """What a report tells of when an agreement stood so, as exactly as it does: the year whose last day that is, not the day.

    >>> _as_told({"states": [{"date": "2015"}], "violations": []}, date(2015, 12, 31))
    '2015'
    """
    dates = (one["date"] for one in (*told["states"], *told["violations"]) if one["date"])
    return next((told_on for told_on in dates if last_day(told_on) == last), None)


def _life(dated: Sequence[date], day: date) -> _Span:
    """The days of an agreement's strip: those told of it, and the day asked for, unless that lies so far off that the rest
    would be one dot."""
    first, last = min(dated, default=day), max(dated, default=day)
    room = timedelta(max(FAR, 2 * (last - first).days))
    if first - room <= day <= last + room:
        return _Span(min(first, day) - timedelta(1), max(last, day) + timedelta(1))
    margin = timedelta(max(7, (last - first).days // 10))
    return _Span(first - margin, last + margin)


class _Span:
    """Days laid out over the width of a strip."""

    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first, last
        self._days = max(1, (last - first).days)

    def at(self, day: date) -> float:
        """Where a day begins, in hundredths of the strip; at its edge what lies outside."""
        return min(100.0, max(0.0, (day - self.first).days / self._days * 100))

    def line(self, day: date) -> Markup:
        """A line down the strip at a day, or nothing where the day lies outside."""
        if not self.first <= day <= self.last:
            return Markup("")
        return Markup('<line class="day" x1="{0:.2f}%" x2="{0:.2f}%" y1="0" y2="36"/>').format(self.at(day))

    def labels(self) -> list[str]:
        """Some six days to label, from the first to the last."""
        steps = min(5, self._days)
        told = [self.first + timedelta(round(n * self._days / steps)) for n in range(steps + 1)]
        return [f"{one:%b %Y}" if self._days > 120 else f"{one.day} {one:%b %Y}" for one in told]


def _strip(told: Row, agreement: Agreement, day: date, life: _Span) -> Markup:
    """The life of an agreement: filled while it stands, striped while strained, hatched where voices differ on it."""
    states = sorted((last_day(one["date"]), one["state"]) for one in told["states"] if one["date"])
    drawn, broken = [HATCH], acts(told)
    for since, until in pairwise([*sorted({since for since, _ in states}), life.last]):
        state = as_of(agreement, since) or ""
        kind = "holds" if state in STANDS else "strained" if state in STRAINED else ""
        if kind:
            drawn.append(_stretch(kind, since, until, life, f"{plain(state)} from {since}"))
        if disputed(agreement, since):
            drawn.append(_stretch("disputed", since, until, life, "voices differ on whether it stands"))
    for since, state in states[:MOST_SIGNS]:
        drawn.append(
            Markup('<text class="sign" x="{:.2f}%" y="20">{}<title>{} {}</title></text>').format(
                life.at(since),
                "×" if state in OVER else "|" if state in STANDS | STRAINED else "○",
                plain(state),
                since,
            )
        )
    drawn += [
        Markup('<text class="breach" x="{:.2f}%" y="34">▲<title>breach, {}</title></text>').format(
            life.at(last_day(breach["date"])), breach["date"]
        )
        for breach in [act for act in broken if act["date"]][:MOST_SIGNS]
    ]
    drawn.append(life.line(day))
    return Markup('<svg class="strip" height="36" role="img" aria-label="{}">{}</svg>').format(
        f"Life of {told['name']}: {len(states)} states, {len(broken)} breaches",
        Markup("").join(drawn),
    )


def _stretch(kind: str, since: date, until: date, life: _Span, title: str) -> Markup:
    return Markup('<rect class="{}" x="{:.2f}%" y="8" width="{:.2f}%" height="15"><title>{}</title></rect>').format(
        kind, life.at(since), max(0.3, life.at(until) - life.at(since)), title
    )


def _days(told: Row) -> list[date]:
    moments = [
        told["from"],
        told["until"],
        *(s["date"] for s in told["states"]),
        *(b["date"] for b in told["violations"]),
    ]
    return [first_day(part) for moment in moments if moment for part in moment.split("/")]


def _first(told: Row) -> date | None:
    return min(_days(told), default=None)


def agreement_cells(entry: dict[str, Any]) -> list[object]:
    """An agreement as the cells of AGREEMENT_COLUMNS."""
    told = entry["row"]
    return [
        told["id"], told["name"], told["kind"], names(told["parties"]), names(told["mediators"]), (told["place"] or {}).get("name"),
        told["from"], told["until"], entry["state"], "yes" if entry["disputed"] else "no",
        "; ".join(f"{s['state']} {s['date'] or '?'} ({names(s['by']) or 'the outlets'})" for s in told["states"]),
        len(entry["acts"]), len(told["claims"]),
    ]  # fmt: skip
