"""Made-up reports and claims for the tests of weighing: a test says only what matters to it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

from dateline.amounts import Amount
from dateline.model import Claim, Event, Figure, Part, Party, Place, Published, Report, Span, Time
from dateline.times import Interval
from dateline.weigh import Weighed

TOWNS = {"Harmin": (35.10, 36.40), "Qasra": (35.60, 36.90), "Telbin": (35.13, 36.42), "Dorak": (33.00, 44.00)}


def report(text: str, day: str | None = "2018-03-06", outlet: str = "The Courier", **more: Any) -> Report:
    """A report of plain text, published on a day."""
    sha = hashlib.sha256(f"{outlet}{text}".encode()).hexdigest()
    when = Interval.parse(day, None) if day else None
    published = Published(when, "given" if when else "none")
    told = {"id": sha[:12], "key": f"{sha[:6]}.txt", "parts": (Part(0, len(text), "body"),), "outlet": outlet, **more}
    return Report(sha256=sha, text=text, published=published, **told)


def claim(page: Report, words: str, kind: str, **more: Any) -> Claim:
    """A claim that `words` of a report make. `by`, `to` and `speaker` are names; `at` a town; `day` an ISO day or a/b."""
    start = page.text.index(words)
    end = start + len(words)
    for name in ("by", "to", "speaker"):
        if name in more:
            more[name] = tuple(Party(n.strip(), n.strip()) for n in more[name].split(";"))
    if "at" in more:
        more["place"] = _place(more.pop("at"), start, end)
    if "day" in more:
        more["time"] = _time(more.pop("day"), start, end, more.pop("formula", None))
    more["figures"] = tuple(_figure(told, start, end, words) for told in more.get("figures", ()))
    stance = {"denial": "denies", "accusation": "accuses", "demand": "demands", "threat": "threatens"}.get(
        kind, "asserts"
    )
    name = more.pop("id", f"{page.id}.{start}")
    return Claim(name, page.id, start, end, words, kind, Span(start, end), **{"stance": stance, **more})


def _place(name: str, start: int, end: int) -> Place:
    lat, lon = TOWNS.get(name, (None, None))
    return Place(start, end, name, name, None, "Syria", None, lat, lon, None, "near" if lat is not None else "admin1")


def _time(day: str, start: int, end: int, formula: str | None) -> Time:
    first, _, last = day.partition("/")
    return Time(start, end, day, "DATE", day, Interval.parse(first, last or None), formula)


def _figure(told: tuple[Any, ...], start: int, end: int, words: str) -> Figure:
    measure, number, qualifier, subgroup = (*told, "exact", None)[:4] if len(told) < 4 else told
    if len(told) == 3:
        measure, number, qualifier, subgroup = (*told, None)
    amount = Amount.vague(number) if isinstance(number, str) else Amount.told(number, qualifier)
    return Figure(measure, amount.low, amount.best, amount.high, amount.qualifier, start, end, words, subgroup)


def together(weighed: Weighed, *claims: Claim) -> bool:
    """Whether some event holds all these claims."""
    names = {one.id for one in claims}
    return any(names <= set(event.claims) for event in weighed.events)


def event_of(weighed: Weighed, one: Claim) -> Event:
    """The largest event that holds a claim."""
    return max((event for event in weighed.events if one.id in event.claims), key=lambda event: len(event.claims))


def facts(weighed: Weighed) -> set[frozenset[str]]:
    """The events as sets of claims."""
    return {frozenset(event.claims) for event in weighed.events}


def strike_pages(days: Iterable[str] = ("2018-03-06", "2018-03-07")) -> tuple[list[Report], list[Claim]]:
    """Two reports of one strike on a market, told by two voices, the second with a higher toll."""
    first, second = days
    one = report(
        "Planes bombed a market in Harmin on Tuesday and killed at least 12 people, a monitor said.",
        first,
        "The Courier",
    )
    two = report(
        "The toll of Tuesday's raid on the market of Harmin rose to 19 dead, said the hospital.", second, "Evening Post"
    )
    return [one, two], [
        claim(
            one,
            one.text[:-1],
            "airstrike",
            at="Harmin",
            day="2018-03-06",
            to="market",
            figures=[("killed", 12, "at_least")],
            speaker="Observatory",
        ),
        claim(
            two,
            two.text[:-1],
            "casualty_figure",
            at="Harmin",
            day="2018-03-06",
            to="market",
            figures=[("killed", 19)],
            speaker="Harmin hospital",
        ),
    ]
