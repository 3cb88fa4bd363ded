"""Spreading work changes nothing but the time it takes, and an item that kills its worker costs only itself."""

import os
import signal

import pytest

from dateline.run.local import batches, spread


def doubled(numbers: list[int]) -> list[int]:
    """Twice each number."""
    return [2 * n for n in numbers]


def deadly(numbers: list[int]) -> list[int]:
    """Twice each number; 20 ends the process it is given to, as a crash in native code would."""
    if 20 in numbers:
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(numbers)


def given_up(number: int, reason: str) -> int:
    """What stands for an item that was lost."""
    return -1 if reason == "crash" else -2


def test_batches_lose_nothing() -> None:
    """Every item is in one batch, in order."""
    assert [n for batch in batches(range(100), 7) for n in batch] == list(range(100))


@pytest.mark.slow
def test_one_process_and_two_agree() -> None:
    """Results come in the order of the items, however many processes work."""
    one = list(spread(doubled, range(50), workers=1, lost=given_up))

    assert one == list(spread(doubled, range(50), workers=2, lost=given_up)) == doubled(list(range(50)))


@pytest.mark.slow
def test_an_item_that_kills_its_worker_is_given_up() -> None:
    """The others are complete and in order; the deadly one is told as lost."""
    expected = [-1 if n == 20 else 2 * n for n in range(70)]

    assert list(spread(deadly, range(70), workers=2, lost=given_up)) == expected
