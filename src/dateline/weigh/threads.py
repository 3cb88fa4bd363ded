"""How many threads multiply matrices while claims are weighed: one."""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController

__all__ = ["one_thread"]


def one_thread() -> AbstractContextManager[object]:
    """Within it numpy multiplies with one thread, as far as its library can be asked to.

    A block's matrices are small: threads that wait for each other took a quarter of all CPU time at 100,000 claims.
    Workers weigh side by side, and sums do not hang on how many cores a machine has.

    >>> with one_thread():
    ...     pass
    """
    limit: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limit


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()
