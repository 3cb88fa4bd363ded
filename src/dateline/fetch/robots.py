"""What a host allows programs to fetch: its robots.txt, asked for once a day, and what its absence means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from protego import Protego

from dateline.errors import Unreadable
from dateline.fetch.limits import LARGEST_ROBOTS, MOST_HOSTS, MOST_WAIT
from dateline.fetch.pace import Clock
from dateline.fetch.target import Target, led_to

__all__ = ["TOKEN", "Rulebook", "Rules"]

TOKEN: Final = "Dateline"
"""The name under which a robots.txt may speak of us."""
STANDING: Final = 24 * 3_600.0
"""Seconds that a host's rules hold before they are asked for again, as the standard has it."""
SILENT: Final = 3_600.0
"""Seconds until a host is asked again that did not tell its rules."""

Asked = Callable[[Target], "Told"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a host answered when it was asked for its rules: a status and a text, or a status and where they lie."""

    status: int
    text: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """A host's rules; `why` tells why nothing may be fetched at all, where that is so."""

    told: Protego
    until: float
    why: str | None = None

    def heed(self, target: Target) -> None:
        """Raise Unreadable where a page may not be fetched: `refused` for good, `unreachable` for now."""
        if self.why is not None:
            raise Unreadable("unreachable", self.why)
        if not self.told.can_fetch(target.url, TOKEN):
            raise Unreadable("refused", "its robots.txt does not allow it")

    @property
    def delay(self) -> float:
        """Seconds that the host wants between two requests."""
        rate = self.told.request_rate(TOKEN)
        between = rate.seconds / rate.requests if rate is not None and rate.requests else 0.0
        return min(MOST_WAIT, max(float(self.told.crawl_delay(TOKEN) or 0.0), between))


@dataclass(slots=True)
class Rulebook:
    """The rules of the hosts met so far, the latest thousand of them."""

    asked: Asked
    clock: Clock
    known: dict[tuple[str, str], Rules] = field(default_factory=dict)

    def rules(self, target: Target) -> Rules:
        """The rules of a target's host, asked for where they are not known or have grown old."""
        place = (target.scheme, target.place)
        held = self.known.get(place)
        if held is None or held.until <= self.clock.now():
            held = self._ask(Target(target.scheme, target.host, target.port, "/robots.txt"))
            if len(self.known) >= MOST_HOSTS:
                del self.known[next(iter(self.known))]
            self.known[place] = held
        return held

    def _ask(self, target: Target) -> Rules:
        """No rules allow everything; a host in trouble, or one that cannot be reached, allows nothing for now."""
        now = self.clock.now()
        try:
            told = self._led(target)
        except Unreadable as error:
            return Rules(Protego.parse(""), now + SILENT, f"its robots.txt could not be read: {error.detail}")
        if told.status >= 500 or told.status == 429:
            return Rules(Protego.parse(""), now + SILENT, f"its robots.txt was answered with {told.status}")
        return Rules(Protego.parse(told.text[:LARGEST_ROBOTS] if told.status == 200 else ""), now + STANDING)

    def _led(self, target: Target) -> Told:
        """The answer at the end of at most five redirects; more of them are as good as no rules."""
        told = self.asked(target)
        for _ in range(5):
            if not told.location:
                break
            target = led_to(target, told.location)
            told = self.asked(target)
        return told
