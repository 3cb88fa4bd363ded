"""How many threads multiply while claims are weighed."""

from __future__ import annotations

import pytest
from threadpoolctl import threadpool_info

from dateline.weigh.threads import one_thread


def _threads() -> list[int]:
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]


def test_one_thread_multiplies_within_and_as_many_as_before_after() -> None:
    """Numpy's library is held to one thread, and let go again."""
    before = _threads()
    if not before:
        pytest.skip("numpy multiplies with a library that cannot be asked for its threads")
    with one_thread():
        assert set(_threads()) == {1}
    assert _threads() == before
