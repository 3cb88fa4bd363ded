"""What a long job has to put aside: the first things stay in memory, the others go to a file that is gone with the job."""

from __future__ import annotations

import pickle
import tempfile
from types import TracebackType
from typing import IO, Any, Final, Self

__all__ = ["Spool"]

AT_HAND: Final = 8
"""Things kept in memory."""


class Spool:
    """Things put aside under a name, to be used in a `with` block.

    >>> with Spool() as spool:
    ...     spool.put("one", (1, 2))
    ...     spool.take("one"), "two" in spool
    ((1, 2), False)
    """

    def __init__(self) -> None:
        self._at_hand: dict[str, Any] = {}
        self._places: dict[str, int] = {}
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None:
        if self._file is not None:
            self._file.close()

    def __contains__(self, name: str) -> bool:
        return name in self._at_hand or name in self._places

    def put(self, name: str, thing: Any) -> None:
        """Put a thing aside."""
        if len(self._at_hand) < AT_HAND:
            self._at_hand[name] = thing
            return
        if self._file is None:
            self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the spool is
        self._places[name] = self._file.seek(0, 2)
        pickle.dump(thing, self._file, protocol=5)

    def take(self, name: str) -> Any:
        """The thing put aside under a name."""
        if name in self._at_hand:
            return self._at_hand[name]
        if self._file is None:
            raise KeyError(name)
        self._file.seek(self._places[name])
        return pickle.load(self._file)
