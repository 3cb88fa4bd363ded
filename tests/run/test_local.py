"""Spreading work changes nothing but the time it takes, and an item that ends its worker costs only itself."""

import os
import signal
import time
from collections.abc import Callable, Iterable

import pytest

from dateline.run import hired
from dateline.run.crew import Crew, batches, spread
from dateline.run.local import MEMORY, Here, Pool


def doubled(numbers: list[int]) -> list[int]:
    """Twice each number."""
    return [2 * n for n in numbers]


def deadly(numbers: list[int]) -> list[int]:
    """Twice each number; 20 ends the process it is given to, as a crash in native code would."""
    if 20 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(numbers)


def endless(numbers: list[int]) -> list[int]:
    """Twice each number; 20 is never done."""
    if 20 in numbers:
        time.sleep(600)
    return doubled(numbers)


def greedy(numbers: list[int]) -> list[int]:
    """Twice each number; -1 for what would need more memory than a worker may take."""
    return [2 * n if n != 20 else _asked() for n in numbers]


def _asked() -> int:
    try:
        return len(bytearray(MEMORY + 1))
    except MemoryError:
        return -1


def refused(numbers: list[int]) -> list[int]:
    """Twice each number; 20 asks for more memory than a worker may take, and does not mind its refusal."""
    return [2 * n if n != 20 else len(bytearray(MEMORY + 1)) for n in numbers]


def given_up(number: int, reason: str) -> int:
    """What stands for an item that was lost."""
    return {"crash": -1, "too_slow": -2}[reason]


def told(crew: Crew, work: Callable[[list[int]], list[int]], items: Iterable[int], seconds: float = 60.0) -> list[int]:
    """The results of a crew."""
    with crew:
        return list(spread(crew, work, items, seconds=lambda _: seconds, given_up=given_up))


def test_batches_lose_nothing() -> None:
    """Every item is in one batch, in order."""
    assert [n for batch in batches(range(100), 7) for n in batch] == list(range(100))


def test_a_crew_is_named() -> None:
    """Each crew has a name; one process is no pool; anything else is refused with what would be right."""
    assert (hired("here", 4), hired("pool", 1)) == (Here, Here)
    with pytest.raises(ValueError, match="ray://head:10001"):
        hired("cloud", 2)


@pytest.mark.slow
def test_one_process_and_two_agree() -> None:
    """Results come in the order of the items, however many processes work."""
    assert told(Here(), doubled, range(50)) == told(Pool(2), doubled, range(50)) == doubled(list(range(50)))


@pytest.mark.slow
def test_an_item_that_kills_its_worker_is_given_up() -> None:
    """The others are complete and in order; the deadly one is told as lost."""
    assert told(Pool(2), deadly, range(70)) == [-1 if n == 20 else 2 * n for n in range(70)]


@pytest.mark.slow
def test_an_item_that_never_ends_is_given_up() -> None:
    """A worker that is still busy after its time is ended; the others are complete and in order."""
    assert told(Pool(2), endless, [20, 21], 8.0) == [-2, 42]


@pytest.mark.slow
def test_an_item_that_asks_for_too_much_fails_by_itself() -> None:
    """A worker's memory is bounded: what goes beyond is refused to it, and it works on."""
    assert told(Pool(1), greedy, range(24)) == [-1 if n == 20 else 2 * n for n in range(24)]


def _left() -> None:
    with Pool(1) as crew:
        crew.start(endless, [20])
        raise KeyError


@pytest.mark.slow
def test_a_crew_left_in_the_middle_ends_its_workers() -> None:
    """Who stops half-way does not wait for work that nobody wants any more."""
    began = time.monotonic()
    with pytest.raises(KeyError):
        _left()

    assert time.monotonic() - began < 30


@pytest.mark.slow
def test_an_item_that_is_refused_memory_is_given_up() -> None:
    """What a worker may not take, whoever asked may: the item is handed back, and the others are complete."""
    assert told(Pool(1), refused, range(18, 24)) == [-1 if n == 20 else 2 * n for n in range(18, 24)]
