"""How fast one host is asked: never two requests without a pause between them, and as rarely as the host wants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic, sleep

from dateline.fetch.limits import MOST_HOSTS

__all__ = ["Clock", "Pace"]


@dataclass(frozen=True, slots=True)
class Clock:
    """The passing of time, in seconds, and the waiting for it."""

    now: Callable[[], float] = monotonic
    wait: Callable[[float], None] = sleep


@dataclass(slots=True)
class Pace:
    """When each host may be asked again; hosts whose time has come are forgotten."""

    clock: Clock
    delay: float
    """Seconds between two requests to one host, where it asks for no more."""
    free: dict[str, float] = field(default_factory=dict)

    def ready_in(self, host: str) -> float:
        """Seconds until a host may be asked again."""
        return max(0.0, self.free.get(host, 0.0) - self.clock.now())

    def take(self, host: str, delay: float | None = None) -> None:
        """Wait until a host may be asked, and count the request that follows; `delay` is what the host asks for."""
        wait = self.ready_in(host)
        if wait > 0:
            self.clock.wait(wait)
        now = self.clock.now()
        if len(self.free) >= MOST_HOSTS:
            self.free = {name: at for name, at in self.free.items() if at > now}
        self.free[host] = now + max(self.delay, delay or 0.0)

    def stay_away(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long, as it asked us to."""
        self.free[host] = max(self.free.get(host, 0.0), self.clock.now() + seconds)
