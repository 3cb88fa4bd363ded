"""Things that travel between processes unopened: pickled once, where they were made, and not again on the way.

A frozen noun with slots is pickled as its fields in order, and made anew of them: by its own way, field by field and by
name, it takes three times as long to come out again.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from copyreg import dispatch_table
from dataclasses import fields, is_dataclass
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar, cast

from dateline import model, times

__all__ = ["Sealed"]

T = TypeVar("T")
Reduced = tuple[type, tuple[Any, ...]]
"""What a thing is made of: its type and what that is called with."""


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
            self._pickled = _pickled(self._thing)
        return _arrived, (self._pickled,)


def _arrived(pickled: bytes) -> Sealed[Any]:
    """A thing that came from elsewhere."""
    one: Sealed[Any] = Sealed(None)
    one._pickled = pickled  # only here, where a thing comes without itself
    return one


def _pickled(thing: object) -> bytes:
    into = io.BytesIO()
    pickler = pickle.Pickler(into, protocol=5)
    pickler.dispatch_table = REDUCERS
    pickler.dump(thing)
    return into.getvalue()


def _reducer(kind: type) -> Callable[[Any], Reduced]:
    """How a noun is told by its fields."""
    names = [field.name for field in fields(kind)]
    if len(names) == 1:
        return lambda noun: (kind, (getattr(noun, names[0]),))
    told = attrgetter(*names)
    return lambda noun: (kind, told(noun))


REDUCERS: Final = dispatch_table | {
    kind: _reducer(kind)
    for kind in (*vars(model).values(), *vars(times).values())
    if isinstance(kind, type) and is_dataclass(kind)
}
