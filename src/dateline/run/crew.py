"""Work spread over a crew: the same function over many batches, in order, whoever runs it and whatever it does to a worker."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from types import TracebackType
from typing import Any, Final, Protocol, Self, TypeVar

__all__ = ["BATCH", "TRIES", "Crew", "Late", "Lost", "Unfinished", "batches", "spread"]

A = TypeVar("A")
B = TypeVar("B")
Work = Callable[[list[A]], list[B]]
"""Gives one result an item, in the order of the items."""

GivenUp = Callable[[A, str], B]
"""The result of an item that cannot be worked on, from the item and the reason: `crash` or `too_slow`."""

BATCH: Final = 16
"""Items a worker is handed at once: enough to hide the hand-over, few enough to keep memory and loss small."""

TRIES: Final = 3
"""How often an item may kill the worker it is given to before it is given up."""


class Unfinished(Exception):
    """A batch whose worker came to no end of it. `reason` is what is told of it."""

    reason = "crash"


class Lost(Unfinished):
    """The worker ended, or its machine did."""


class Late(Unfinished):
    """The worker was still busy after all the time it was given."""

    reason = "too_slow"


class Crew(Protocol):
    """Who does the work: this process, a pool of processes, a cluster. Used in a `with` block, which ends its workers."""

    width: int
    """How many batches are worked on at once."""

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None: ...

    def start(self, work: Callable[[list[Any]], list[Any]], batch: list[Any]) -> Any:
        """Hand a batch over; gives what `result` asks for."""
        ...

    def result(self, started: Any, seconds: float) -> list[Any]:
        """The results of a batch, waited for so long. Raises Lost or Late; the crew is whole again when it does."""
        ...


def spread(
    crew: Crew,
    work: Work[A, B],
    items: Iterable[A],
    *,
    seconds: Callable[[A], float],
    given_up: GivenUp[A, B],
    size: int = BATCH,
) -> Iterator[B]:
    """The results of `work` over the items, in their order; `size` items are handed over at once.

    A batch that is lost, or takes longer than the `seconds` of all its items, is worked on again item by item; an item
    that meets the same end three times is handed to `given_up` with the reason. No more than twice as many batches as
    the crew works on at once are under way, so memory does not grow with the input.
    """
    under_way: deque[tuple[list[A], Any]] = deque()

    def first() -> Iterator[B]:
        batch, started = under_way.popleft()
        try:
            told = crew.result(started, sum(map(seconds, batch)))
        except Unfinished:
            told = [_alone(crew, work, item, seconds(item), given_up) for item in batch]
        yield from told

    for batch in batches(items, size):
        under_way.append((batch, crew.start(work, batch)))
        if len(under_way) >= 2 * crew.width:
            yield from first()
    while under_way:
        yield from first()


def batches(items: Iterable[A], size: int = BATCH) -> Iterator[list[A]]:
    """The items in lists of `size`, the last one shorter.

    >>> list(batches([1, 2, 3], 2))
    [[1, 2], [3]]
    """
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch


def _alone(crew: Crew, work: Work[A, B], item: A, seconds: float, given_up: GivenUp[A, B]) -> B:
    """The result of one item, tried by itself as often as is reasonable."""
    reason = ""
    for _ in range(TRIES):
        try:
            told: B = crew.result(crew.start(work, [item]), seconds)[0]
        except Unfinished as error:
            reason = error.reason
        else:
            return told
    return given_up(item, reason)
