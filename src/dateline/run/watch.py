"""Watching: folders, feeds and pages are looked at again and again, and what is new or changed is added to the record."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

from dateline.errors import Unreadable
from dateline.fetch import Failed, Fetched, Fetcher, Shelf, Unchanged, member, shown, target_of
from dateline.model import Report, Unread
from dateline.read import (
    CARRIED,
    Markup,
    Page,
    Source,
    address,
    digest,
    entries_of,
    listed,
    read_kept,
    read_source,
)
from dateline.record import Record, files_of
from dateline.run.visits import Visit, Visits, failed, looked_at
from dateline.run.work import Tally, take_into
from dateline.text import story_of

__all__ = ["Plan", "Round", "Watch", "addresses_in", "is_address"]

MOST_LINKS: Final = 200
"""Pages of one feed that are new at one look: a feed that names more, or never ends, is gone on with at the next look."""
MOST_OWN: Final = 100_000
"""Characters of what a feed carries of a page that are remembered."""
MOST_DUE: Final = 500
"""Visits that are looked through at once for the host that is ready soonest."""
MOST_PAUSE: Final = 30.0
"""Seconds that a round waits for a host; what takes longer waits for a later round."""
SETTLED: Final = 2.0
"""Seconds that a file must have been left alone: somebody may still be writing it."""
REPEATED: Final = 3
"""Failures in a row from which something that a person named is told as not read."""
ADDRESS = re.compile(r"https?://[^\s,;\"'<>|]+", re.IGNORECASE)
REMARK = re.compile(r"(?:^|\s)#.*")
NAMED = re.compile(r"xmlUrl\s*=\s*[\"']([^\"']+)", re.IGNORECASE)

Told = list[tuple[Report | Unread, Markup | None]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What to watch: paths and addresses; how many seconds lie between two looks; gazetteers to use besides."""

    inputs: tuple[str, ...]
    every: float = 900.0
    places: tuple[Path, ...] = ()

    @property
    def addresses(self) -> tuple[str, ...]:
        """The feeds and pages."""
        return tuple(name for name in self.inputs if is_address(name))

    @property
    def paths(self) -> tuple[str, ...]:
        """The files and folders."""
        return tuple(name for name in self.inputs if not is_address(name))


@dataclass(frozen=True, slots=True)
class Round:
    """What one look at everything brought: reports and claims, and what became of the addresses."""

    read: int = 0
    claims: int = 0
    unread: int = 0
    asked: int = 0
    unchanged: int = 0
    failed: tuple[str, ...] = ()
    """Which addresses and paths could not be had, and why; without what may be secret in them."""

    def plus(self, tally: Tally) -> Round:
        """The round with what one input brought."""
        return replace(
            self, read=self.read + tally.read, claims=self.claims + tally.claims, unread=self.unread + tally.unread
        )


def is_address(name: str) -> bool:
    """Whether an input is the address of a page, not a path."""
    return name.lower().startswith(("http://", "https://"))


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses in a list: the feeds of an OPML file, or the first one in each line, be it of a table; a # at the
    beginning of a line, or behind a blank, begins a remark.

    >>> addresses_in("https://example.org/feed  # the feed\\n\\n# https://none\\nPost;https://example.net/rss;x")
    ('https://example.org/feed', 'https://example.net/rss')
    """
    if "<opml" in text[:2_000].lower():
        named = [name.replace("&amp;", "&") for name in NAMED.findall(text)]
    else:
        found = (ADDRESS.search(REMARK.sub("", line)) for line in text.splitlines())
        named = [match[0] for match in found if match is not None]
    return tuple(dict.fromkeys(name for name in named if is_address(name)))


class Watch:
    """One record being kept up to date. Whatever ends it, at any moment, the next one goes on where it stopped."""

    def __init__(self, record: Record, visits: Visits, fetcher: Fetcher, shelf: Shelf, plan: Plan) -> None:
        self.record, self.visits, self.fetcher, self.shelf, self.plan = record, visits, fetcher, shelf, plan

    def look(self) -> Round:
        """Look once at everything whose time has come, each host in its own time."""
        done = Round()
        for path in self.plan.paths:
            done = self._paths(done, path)
        self._seed()
        ends = self._now() + self.plan.every
        while self._now() < ends and (visit := self._next()) is not None:
            done = self._visit(done, visit)
        self.visits.forget(self._now())
        return done

    def pause(self) -> float:
        """Seconds until the next look is of use."""
        now = self._now()
        due = self.visits.due(now, MOST_DUE)
        if due:
            return max(1.0, min(self.plan.every, *(self.fetcher.ready_in(visit.url) for visit in due)))
        coming = self.visits.next_due()
        return max(1.0, min(self.plan.every, coming - now)) if coming is not None else self.plan.every

    def _now(self) -> float:
        return self.fetcher.today().timestamp()

    # --- what lies on this machine -----------------------------------------------------------------------------------

    def _paths(self, done: Round, path: str) -> Round:
        """The round with the files under a path that are new or changed."""
        files = list(listed(path, files_of(self.record.store.where)))
        if not files and not Path(path).is_dir():
            return replace(done, failed=(*done.failed, f"{path}: there is no such file or folder"))
        for file in files:
            try:
                state = file.stat()
            except OSError:
                continue  # it was there a moment ago
            key, tag = (
                f"file:{os.fsencode(file).decode('utf-8', 'backslashreplace')}",
                f"{state.st_size} {state.st_mtime_ns}",
            )
            known = self.visits.of(key)
            if (known is None or known.tag != tag) and state.st_mtime <= self._now() - SETTLED:
                done = done.plus(take_into(self.record, read_kept(file), places=self.plan.places))
                self.visits.keep(Visit(key, "file", key, None, self._now(), tag))
        return done

    # --- what lies elsewhere -----------------------------------------------------------------------------------------

    def _seed(self) -> None:
        """Remember what a person names now, and drop what was named before."""
        wanted = {_key(url): url for url in self.plan.addresses}
        for visit in list(self.visits.seeds()):
            if visit.key not in wanted:
                self.visits.drop(visit)
        for key, url in wanted.items():
            known = self.visits.of(key)
            if known is None or known.kind != "seed":
                self.visits.keep(Visit(key, "seed", url, self._now(), self._now()))

    def _next(self) -> Visit | None:
        """The visit that is due at the host which is ready soonest; None where none is in a while."""
        due = self.visits.due(self._now(), MOST_DUE)
        ready = [(self.fetcher.ready_in(visit.url), i) for i, visit in enumerate(due)]
        soonest, i = min(ready, default=(0.0, -1))
        return None if i < 0 or soonest > MOST_PAUSE else due[i]

    def _visit(self, done: Round, visit: Visit) -> Round:
        """The round with what one address brought."""
        done = replace(done, asked=done.asked + 1)
        answer = self.fetcher.fetch(visit.url, visit.tag, visit.modified)
        match answer:
            case Unchanged():
                self.visits.keep(looked_at(visit, self._now(), self.plan.every))
                return replace(done, unchanged=done.unchanged + 1)
            case Failed():
                return self._failed(done, visit, answer)
        entries = entries_of(Source(answer.url, answer.data, answer.hint))
        return self._page(done, visit, answer) if entries is None else self._feed(done, visit, answer, entries)

    def _told(self, page: Fetched, record: bytes) -> Iterator[tuple[Report | Unread, Markup | None]]:
        """What a page tells, read from the archive's record of it as it will be read from the archive."""
        place = self.shelf.place(len(record), page.at)
        for told, markup in read_source(Source(str(place), record, ".warc.gz")):
            yield replace(told, key=shown(page.url)) if isinstance(told, Unread) else told, markup

    def _page(self, done: Round, visit: Visit, page: Fetched) -> Round:
        """The round with a page, which is kept where its story is another one than last time."""
        record = member(page, visit.published)
        told = list(self._told(page, record))
        tag, modified = page.state
        story = digest("\f".join(story_of(one) if isinstance(one, Report) else one.reason for one, _ in told).encode())
        now = replace(visit, tag=tag, modified=modified, story=story)
        if story == visit.story:
            done = replace(done, unchanged=done.unchanged + 1)
        else:
            self.shelf.add(record, page.at)
            done = done.plus(take_into(self.record, told, places=self.plan.places))
        self.visits.keep(looked_at(now, self._now(), self.plan.every))
        return done

    def _feed(self, done: Round, visit: Visit, page: Fetched, entries: Iterator[Source | Unread]) -> Round:
        """The round with a feed: the pages that it leads to are visited when their hosts are ready."""
        links: list[Visit] = []
        own: Told = []
        for entry in entries:
            if isinstance(entry, Unread) or entry.page is None or entry.page.url is None:
                own += [(entry, None)] if isinstance(entry, Unread) else read_source(entry)
            else:
                led = _led(entry, entry.page, urljoin(page.url, entry.page.url), self._now())
                links += [led] if self.visits.of(led.key) is None else []
            if len(links) + len(own) >= MOST_LINKS:
                break
        tally = take_into(self.record, own, places=self.plan.places)
        if tally.read:
            self.shelf.add(member(page), page.at)
        for led in links:
            self.visits.keep(led)
        tag, modified = page.state if len(links) < MOST_LINKS else (None, None)
        self.visits.keep(looked_at(replace(visit, tag=tag, modified=modified), self._now(), self.plan.every))
        return done.plus(tally)

    def _failed(self, done: Round, visit: Visit, why: Failed) -> Round:
        """The round after a failure: tried again later, or at last given up for what the feed carries of the page."""
        done = replace(done, failed=(*done.failed, f"{shown(visit.url)}: {why.detail}"))
        now = failed(visit, self._now(), self.plan.every, why.wait, gone=why.gone)
        told: Sequence[tuple[Report | Unread, Markup | None]] = ()
        if now.due is None and visit.own is not None and visit.story is None:
            told = list(read_source(_carried(visit, why)))
        elif (now.due is None and visit.story is None) or now.failures == REPEATED:
            told = [(Unread(shown(visit.url), why.reason, why.detail), None)]
        done = done.plus(take_into(self.record, told, places=self.plan.places))
        self.visits.keep(replace(now, own=None) if now.due is None else now)
        return done


def _key(url: str) -> str:
    """By what an address is remembered: without what campaigns add to it, where it names a page of its own."""
    try:
        plain = target_of(url).url
    except Unreadable:
        return url
    return address(plain) or plain


def _led(entry: Source, page: Page, link: str, now: float) -> Visit:
    """The first visit of a page that a feed leads to."""
    own = entry.data.decode("utf-8", "replace")
    return Visit(
        _key(link), "link", link, now, now,
        published=page.published, outlet=page.outlet, title=page.title, own=own if len(own) <= MOST_OWN else None,
    )  # fmt: skip


def _carried(visit: Visit, why: Failed) -> Source:
    """What a feed carried of a page that cannot be had."""
    notes = (f"the page itself could not be had: {why.detail}", CARRIED)
    data = (visit.own or "").encode()
    page = Page(visit.url, sha256=digest(data), title=visit.title, url=visit.url, outlet=visit.outlet, published=visit.published, notes=notes)  # fmt: skip
    return Source(visit.url, data, "text/html; charset=utf-8", page)
