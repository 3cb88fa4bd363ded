"""Things that travel between processes unopened: pickled once, where they were made, and not again on the way."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast

__all__ = ["Sealed"]

T = TypeVar("T")


class Sealed(Generic[T]):
    """A thing that who passes it on does not look at; in the process that made it, it is pickled only to be sent or put aside.

    >>> Sealed([1, 2]).open()
    [1, 2]
    """

    __slots__ = ("_pickled", "_thing")

    def __init__(self, thing: T) -> None:
        self._thing: T | None = thing
        self._pickled: bytes | None = None

    def open(self) -> T:
        """The thing."""
        if self._thing is None and self._pickled is not None:
            return cast(T, pickle.loads(self._pickled))
        return cast(T, self._thing)

    def __reduce__(self) -> tuple[Callable[[bytes], Sealed[Any]], tuple[bytes]]:
        """How it travels: as bytes that stay as they are."""
        if self._pickled is None:
            self._pickled = pickle.dumps(self._thing, protocol=5)
        return _arrived, (self._pickled,)


def _arrived(pickled: bytes) -> Sealed[Any]:
    """A thing that came from elsewhere."""
    one: Sealed[Any] = Sealed(None)
    one._pickled = pickled  # only here, where a thing comes without itself
    return one
