"""Weighing again, in a process of its own, so that pages are answered meanwhile."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from dateline.record import Record, Where
from dateline.run import weigh_record

__all__ = ["Scales"]


class Scales:
    """Weighing again, one at a time."""

    def __init__(self, path: Where) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._pool: ProcessPoolExecutor | None = None
        self._running: Future[None] | None = None

    def start(self) -> bool:
        """Begin, unless it runs already; gives whether it began."""
        with self._lock:
            if self._running is not None and not self._running.done():
                return False
            if self._pool is None:
                self._pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
            self._running = self._pool.submit(_weigh, self._path)
            return True

    def state(self) -> str:
        """`idle`, `weighing`, `done`, or `failed: …` with the reason."""
        running = self._running
        if running is None:
            return "idle"
        if not running.done():
            return "weighing"
        failed = running.exception()
        return "done" if failed is None else f"failed: {failed}"

    def close(self) -> None:
        """Let the process go."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)


def _weigh(path: Where) -> None:
    with Record.open(path) as record:
        weigh_record(record)
