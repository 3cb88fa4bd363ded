"""Crews of one machine: this process, or a pool of processes."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib import import_module
from multiprocessing import get_context
from typing import Any, Final, Self

from dateline.run.crew import Late, Lost

__all__ = ["Here", "Pool", "bounded", "cores"]

Work = Callable[[list[Any]], list[Any]]

MEMORY: Final = 4 * 1024**3
"""Bytes of its own that a worker may hold; at work it holds some 300 million."""


def cores() -> int:
    """How many processes can run at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def bounded() -> None:
    """Bound the memory of this process, where its system can: a page that asks for more fails by itself, not the machine."""
    try:
        resource: Any = import_module("resource")
    except ModuleNotFoundError:  # Windows has no such bound
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


class Here:
    """This process. What kills it cannot be given up; a run begun again passes over what was read."""

    width = 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to end."""

    def start(self, work: Work, batch: list[Any]) -> list[Any]:
        """The results themselves: nobody else works meanwhile."""
        return work(batch)

    def result(self, started: list[Any], seconds: float) -> list[Any]:
        """What was worked out already, however long it took."""
        return started


Started = tuple[ProcessPoolExecutor, Future[list[Any]]]


class Pool:
    """Processes of this machine, started afresh, not forked: a fork would copy locks that threads of libraries hold."""

    def __init__(self, width: int) -> None:
        self.width = width
        self._pool = self._fresh()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:
            self._end()
        self._pool.shutdown(cancel_futures=True)

    def start(self, work: Work, batch: list[Any]) -> Started:
        """The batch under way; where the pool is broken already, as one that failed, so that the batch is not lost."""
        try:
            return self._pool, self._pool.submit(work, batch)
        except BrokenProcessPool as error:
            failed: Future[list[Any]] = Future()
            failed.set_exception(error)
            return self._pool, failed

    def result(self, started: Started, seconds: float) -> list[Any]:
        """The results of a batch. A worker that dies takes the others with it: what else was under way is lost, and told so in its turn."""
        pool, future = started
        try:
            return future.result(timeout=seconds)
        except MemoryError as error:  # refused to a worker, not to the machine
            raise Lost from error
        except (BrokenProcessPool, CancelledError, TimeoutError) as error:
            if pool is self._pool:
                self._end()
                self._pool = self._fresh()
            raise Late if isinstance(error, TimeoutError) else Lost from error

    def _end(self) -> None:
        """End workers that may hang: they are killed, not asked."""
        for process in list((self._pool._processes or {}).values()):  # no public way to end one that does not answer
            process.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _fresh(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.width, mp_context=get_context("spawn"), initializer=bounded)
