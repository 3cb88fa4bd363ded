"""Spreading work changes nothing but the time it takes."""

from dateline.run.local import batches, spread


def doubled(numbers: list[int]) -> list[int]:
    """Twice each number."""
    return [2 * n for n in numbers]


def test_batches_lose_nothing() -> None:
    """Every item is in one batch, in order."""
    assert [n for batch in batches(range(100), 7) for n in batch] == list(range(100))


def test_one_process_and_two_agree() -> None:
    """Results come in the order of the items, however many processes work."""
    one = list(spread(doubled, range(50), workers=1))

    assert one == list(spread(doubled, range(50), workers=2)) == doubled(list(range(50)))
