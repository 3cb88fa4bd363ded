"""Fetching a page: politely, only from the public internet, and only when it has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

import dateline
from dateline.errors import Unreadable
from dateline.fetch.exchange import Answer, Line, ask
from dateline.fetch.limits import LARGEST_PAGE, LARGEST_ROBOTS, MOST_REDIRECTS, MOST_WAIT
from dateline.fetch.pace import Clock, Pace
from dateline.fetch.robots import TOKEN, Rulebook, Told
from dateline.fetch.target import Target, led_to, target_of
from dateline.fetch.unpacked import ENCODINGS, unpacked

__all__ = ["Failed", "Fetched", "Fetcher", "Manners", "Unchanged"]

MOVED: Final = frozenset((301, 302, 303, 307, 308))
FOR_GOOD: Final = frozenset(("refused", "too_large"))
"""Why a page will not be had an hour later either."""
ACCEPTED: Final = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,text/plain;q=0.8,application/pdf;q=0.7,*/*;q=0.1"


@dataclass(frozen=True, slots=True)
class Manners:
    """How we behave: seconds between two requests to one host, and where a host's owner can complain."""

    delay: float = 5.0
    contact: str | None = None

    @property
    def agent(self) -> str:
        """How we name ourselves.

        >>> Manners(contact="desk@example.org").agent.split(" ", 1)[1]
        '(+desk@example.org)'
        """
        return f"{TOKEN}/{dateline.__version__}" + (f" (+{self.contact})" if self.contact else "")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it was answered: where it lay in the end, what the server said, its body as sent and unpacked, and when."""

    url: str
    answer: Answer
    data: bytes
    at: datetime

    @property
    def hint(self) -> str | None:
        """The media type that the server told."""
        return self.answer.header("Content-Type") or None

    @property
    def state(self) -> tuple[str | None, str | None]:
        """By what the server knows this state of the page again: its tag, and when it was last changed."""
        return self.answer.header("ETag") or None, self.answer.header("Last-Modified") or None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The page is as it was."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a page was not fetched; after how many seconds it may be asked for again, where the server told; whether it is gone."""

    reason: str
    detail: str
    wait: float | None = None
    gone: bool = False


@dataclass(slots=True)
class Fetcher:
    """Fetches pages one after the other."""

    manners: Manners = field(default_factory=Manners)
    line: Line = field(default_factory=Line)
    clock: Clock = field(default_factory=Clock)
    today: Callable[[], datetime] = lambda: datetime.now(UTC)
    pace: Pace = field(init=False)
    rules: Rulebook = field(init=False)

    def __post_init__(self) -> None:
        self.pace = Pace(self.clock, self.manners.delay)
        self.rules = Rulebook(self._robots, self.clock)

    def fetch(self, url: str, tag: str | None = None, modified: str | None = None) -> Fetched | Unchanged | Failed:
        """The page at a URL, unless the server says that it is as `tag` or `modified` tell; every redirect is looked at anew."""
        known = {"If-None-Match": tag, "If-Modified-Since": modified}
        wanted = {name: value for name, value in known.items() if value}
        try:
            target = target_of(url)
            for _ in range(MOST_REDIRECTS + 1):
                answer = self._polite(target, wanted)
                location = answer.header("Location")
                if answer.status not in MOVED or not location:
                    return self._taken(target, answer, bool(wanted))
                target = led_to(target, location)
        except Unreadable as error:
            return Failed(error.reason, error.detail, gone=error.reason in FOR_GOOD)
        return Failed("unreachable", f"sent on more than {MOST_REDIRECTS} times")

    def ready_in(self, url: str) -> float:
        """Seconds until the host of a URL may be asked again; nothing for what is no URL."""
        try:
            return self.pace.ready_in(target_of(url).place)
        except Unreadable:
            return 0.0

    def _polite(self, target: Target, wanted: dict[str, str]) -> Answer:
        """The answer to a request that the host's rules allow, in its time. Raises Unreadable."""
        rules = self.rules.rules(target)
        rules.heed(target)
        return self._ask(target, wanted, LARGEST_PAGE, rules.delay)

    def _ask(self, target: Target, wanted: dict[str, str], most: int, delay: float | None = None) -> Answer:
        self.pace.take(target.place, delay)
        own = {"User-Agent": self.manners.agent, "Accept": ACCEPTED, "Accept-Encoding": ENCODINGS}
        return ask(target, own | wanted, most, self.line)

    def _robots(self, target: Target) -> Told:
        answer = self._ask(target, {}, LARGEST_ROBOTS)
        if answer.status in MOVED:
            return Told(answer.status, location=answer.header("Location"))
        text = unpacked(answer.body, answer.header("Content-Encoding")) if answer.status == 200 else b""
        return Told(answer.status, text.decode("utf-8", "replace"))

    def _taken(self, target: Target, answer: Answer, conditional: bool) -> Fetched | Unchanged | Failed:
        """What an answer means. Raises Unreadable for a body that cannot be unpacked."""
        if answer.status == 304 and conditional:
            return Unchanged()
        if answer.status == 200:
            data = unpacked(answer.body, answer.header("Content-Encoding"))
            return Fetched(target.url, answer, data, self.today())
        wait = _asked_to_wait(answer.header("Retry-After"), self.today())
        if answer.status in (429, 503) and wait is not None:
            self.pace.stay_away(target.place, wait)
        return Failed("not_found", f"the server answered {answer.status}", wait, gone=answer.status in (404, 410))


def _asked_to_wait(told: str, now: datetime) -> float | None:
    """The seconds that a Retry-After tells, a day at most.

    >>> _asked_to_wait("120", datetime.now(UTC)), _asked_to_wait("soon", datetime.now(UTC))
    (120.0, None)
    """
    if told.strip().isdecimal():
        return min(MOST_WAIT, float(told[:9]))
    try:
        until = parsedate_to_datetime(told)
        return min(MOST_WAIT, max(0.0, (until - now).total_seconds()))
    except (ValueError, TypeError, OverflowError):
        return None
