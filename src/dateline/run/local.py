"""Work on one machine: the same function over many batches, in order, whatever runs it and whatever it does to a worker."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Final, TypeVar

__all__ = ["BATCH", "batches", "cores", "spread"]

A = TypeVar("A")
B = TypeVar("B")
Work = Callable[[list[A]], list[B]]
Lost = Callable[[A, str], B]

BATCH: Final = 16
"""Items a worker is handed at once: enough to hide the hand-over, few enough to keep memory and loss small."""

TRIES: Final = 3
"""How often an item may kill the worker it is given to before it is given up."""

PATIENCE: Final = 60.0
"""Seconds an item may take, on average over its batch; a worker that takes longer is ended."""


def cores() -> int:
    """How many processes can run at once on this machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def batches(items: Iterable[A], size: int = BATCH) -> Iterator[list[A]]:
    """The items in lists of `size`, the last one shorter.

    >>> list(batches([1, 2, 3], 2))
    [[1, 2], [3]]
    """
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch


def spread(work: Work[A, B], items: Iterable[A], *, workers: int, lost: Lost[A, B]) -> Iterator[B]:
    """The results of `work` over the items, in their order; with one worker, in this process.

    `work` gives one result an item. An item that kills its worker, or keeps it too long, is tried again alone and at
    last given to `lost` with the reason. No more than twice as many batches as workers are under way at once, so memory
    does not grow with the input.
    """
    if workers < 2:
        for batch in batches(items):
            yield from work(batch)
        return
    waiting = batches(items)
    while True:
        under_way: deque[tuple[list[A], Future[list[B]]]] = deque()
        pool = _pool(workers)
        try:
            for batch in waiting:
                under_way.append((batch, _submitted(pool, work, batch)))
                if len(under_way) >= 2 * workers:
                    yield from _first(under_way)
            while under_way:
                yield from _first(under_way)
        except (BrokenProcessPool, TimeoutError):
            _end(pool)
            for batch, _ in under_way:
                yield from _alone(work, batch, lost)
        else:
            pool.shutdown()
            return


def _submitted(pool: ProcessPoolExecutor, work: Work[A, B], batch: list[A]) -> Future[list[B]]:
    """The batch under way; where the pool is broken already, as one that failed, so that the batch is not lost."""
    try:
        return pool.submit(work, batch)
    except BrokenProcessPool as error:
        failed: Future[list[B]] = Future()
        failed.set_exception(error)
        return failed


def _first(under_way: deque[tuple[list[A], Future[list[B]]]]) -> list[B]:
    """The results of the oldest batch, which leaves the queue only once they are there."""
    batch, future = under_way[0]
    told = future.result(timeout=PATIENCE * len(batch))
    under_way.popleft()
    return told


def _alone(work: Work[A, B], batch: list[A], lost: Lost[A, B]) -> Iterator[B]:
    """The results of a batch that some item of it may have ended, each item by itself."""
    pool = _pool(1)
    for item in batch:
        for attempt in range(1, TRIES + 1):
            try:
                told = pool.submit(work, [item]).result(timeout=PATIENCE)[0]
                break
            except (BrokenProcessPool, TimeoutError) as error:
                _end(pool)
                pool = _pool(1)
                if attempt == TRIES:
                    told = lost(item, "too slow" if isinstance(error, TimeoutError) else "crash")
        yield told
    pool.shutdown()


def _pool(workers: int) -> ProcessPoolExecutor:
    """Workers started afresh, not forked: a fork would copy locks that threads of libraries hold."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


def _end(pool: ProcessPoolExecutor) -> None:
    """End a pool whose workers may hang: they are killed, not asked."""
    for process in list((pool._processes or {}).values()):  # no public way to end a worker that does not answer
        process.kill()
    pool.shutdown(wait=True, cancel_futures=True)
