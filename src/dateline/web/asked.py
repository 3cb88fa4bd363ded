"""What a reader asks of the overview, as it stands in the address: words, days, an area, and what was picked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final
from urllib.parse import urlencode

__all__ = ["AREA", "FACETS", "MOST_EACH", "MOST_WORDS", "SORTS", "USUAL", "Asked", "Misasked"]

FACETS: Final = {
    "grade": "Grade",
    "type": "What happened",
    "place": "Place",
    "actor": "Actor",
    "speaker": "Who says so",
    "outlet": "Outlet",
    "agreement": "Agreement",
    "review": "Review",
    "precision": "Precision of place",
    "told": "News or recalled",
}
"""What can be picked, by its name in the address, and what the page calls it."""

SORTS: Final = {
    "voices": "most voices first",
    "newest": "newest first",
    "oldest": "oldest first",
    "doubt": "most in doubt first",
}
USUAL: Final = "voices"
"""The order where none is asked for: what most voices tell stands first, and of that the newest."""

MOST_WORDS: Final = 200
MOST_PICKED: Final = 100
MOST_EACH: Final = 10
"""Values of one kind that a program may ask for at once: what all kinds together come to stays allowed."""

_LON: Final = r"-?([0-9]|[1-9][0-9]|[12][0-9][0-9]|3[0-5][0-9])([.][0-9]{1,9})?"
_LAT: Final = r"-?([0-9]|[1-8][0-9])([.][0-9]{1,9})?"
AREA: Final = f"{_LON},{_LAT},{_LON},{_LAT}"
"""How an area is written: west, south, east, north, in degrees."""


class Misasked(ValueError):
    """An address that asks for what cannot be: a day that is none, an area that is no box."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked. `since` and `until` are days, both in; `changed` asks for what is new or told further since a day;
    `area` is west, south, east, north in degrees; one whose west is beyond its east goes round the back of the earth."""

    words: str = ""
    since: date | None = None
    until: date | None = None
    changed: date | None = None
    area: tuple[float, float, float, float] | None = None
    picked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = USUAL
    page: int = 1

    @classmethod
    def of(cls, told: Iterable[tuple[str, str]]) -> Asked:
        """What the pairs of an address ask. Raises Misasked saying which of them is wrong, and what would be right.

        >>> Asked.of([("from", "2020-01-09"), ("grade", "contested"), ("q", "")]).picked
        {'grade': ('contested',)}
        """
        one: dict[str, str] = {}
        picked: dict[str, list[str]] = {}
        for name, value in told:
            if name in FACETS and value and value not in picked.setdefault(name, []):
                picked[name].append(value)
            elif value:
                one[name] = value
        if sum(map(len, picked.values())) > MOST_PICKED:
            raise Misasked(f"at most {MOST_PICKED} things can be picked at once")
        sort = one.get("sort", USUAL)
        if sort not in SORTS:
            raise Misasked(f"sort {sort!r} is not one of {', '.join(SORTS)}")
        return cls(
            one.get("q", "").replace("\x00", " ").strip()[:MOST_WORDS],
            _day(one, "from"),
            _day(one, "to"),
            _day(one, "changed"),
            _area(one.get("area")),
            {name: tuple(picked[name]) for name in FACETS if name in picked},
            sort,
            _page(one.get("page", "1")),
        )

    def pairs(self) -> list[tuple[str, str]]:
        """The address of this question, nothing unsaid in it."""
        said = [
            ("q", self.words),
            *((name, day.isoformat()) for name, day in self._days() if day is not None),
            ("area", ",".join(f"{edge:.6f}".rstrip("0").rstrip(".") for edge in self.area or ())),
            *((name, value) for name, values in self.picked.items() for value in values),
            ("sort", "" if self.sort == USUAL else self.sort),
            ("page", "" if self.page == 1 else str(self.page)),
        ]
        return [(name, value) for name, value in said if value]

    def _days(self) -> tuple[tuple[str, date | None], ...]:
        return ("from", self.since), ("to", self.until), ("changed", self.changed)

    def query(self, **changes: object) -> str:
        """The query string of this question with some of it changed; a change of anything but the page starts at the first.

        >>> Asked(words="bridge", page=3).query(sort="newest")
        '?q=bridge&sort=newest'
        """
        told = replace(self, **({"page": 1} | changes)).pairs()  # type: ignore[arg-type]  # fields of this class
        return f"?{urlencode(told)}" if told else "?"

    def toggled(self, kind: str, value: str) -> Asked:
        """The same question with a value picked, or let go where it was."""
        now = self.picked.get(kind, ())
        then = tuple(v for v in now if v != value) if value in now else (*now, value)
        return replace(self, picked={**self.picked, kind: then}, page=1)

    @property
    def plain(self) -> bool:
        """Whether nothing is asked but an order and a page."""
        return not (self.words or any(day for _, day in self._days()) or self.area or any(self.picked.values()))


def _day(one: Mapping[str, str], name: str) -> date | None:
    told = one.get(name)
    if told is None:
        return None
    try:
        return date.fromisoformat(told if len(told) == 10 else "")
    except ValueError:
        raise Misasked(f"{name} {told!r} is no day; write it as 2020-01-31") from None


def _area(told: str | None) -> tuple[float, float, float, float] | None:
    """An area; where its south is above its north the two are taken the other way round."""
    if told is None:
        return None
    if not re.fullmatch(AREA, told, re.ASCII):
        raise Misasked(f"area {told!r} is no box; write west,south,east,north in degrees")
    west, south, east, north = (float(edge) for edge in told.split(","))
    return west, min(south, north), east, max(south, north)


def _page(told: str) -> int:
    if not told.isdecimal() or not 1 <= int(told[:9]) <= 1_000_000:
        raise Misasked(f"page {told!r} is no number of a page")
    return int(told)
