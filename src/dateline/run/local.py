"""Work on one machine: the same function over many batches, in order, whatever runs it."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

__all__ = ["BATCH", "batches", "cores", "spread"]

A = TypeVar("A")
B = TypeVar("B")

BATCH = 16
"""Reports a worker is handed at once: enough to hide the hand-over, few enough to keep memory and loss small."""


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


def spread(work: Callable[[list[A]], list[B]], items: Iterable[A], *, workers: int) -> Iterator[B]:
    """The results of `work` over the items, in their order; with one worker, in this process.

    No more than twice as many batches as workers are under way at once, so memory does not grow with the input.
    Workers are started afresh, not forked: a fork would copy locks that threads of libraries hold.
    """
    if workers < 2:
        for batch in batches(items):
            yield from work(batch)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        under_way: deque[Future[list[B]]] = deque()
        for batch in batches(items):
            under_way.append(pool.submit(work, batch))
            if len(under_way) >= 2 * workers:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
