"""What the tests of exports share."""

from collections.abc import Iterator

import pytest
from tell_made import made

from dateline.record import Record


@pytest.fixture
def record() -> Iterator[Record]:
    """The made-up record in memory."""
    with Record.open(":memory:") as store:
        yield made(store)
