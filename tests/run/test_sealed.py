"""Things that are pickled once on their way."""

import pickle

from dateline.run.sealed import Sealed


class Counted:
    """Something that counts how often it is pickled."""

    times = 0

    def __reduce__(self) -> tuple[type[str], tuple[str]]:
        Counted.times += 1
        return str, ("it",)


def test_pickled_once() -> None:
    """Sent on twice, a thing is pickled where it was made, and opened at the end."""
    Counted.times = 0
    sent = pickle.loads(pickle.dumps(Sealed(Counted())))
    again = pickle.loads(pickle.dumps(sent))

    assert (again.open(), Counted.times) == ("it", 1)


def test_not_pickled_at_home() -> None:
    """Where it was made it is the thing itself."""
    thing = object()
    assert Sealed(thing).open() is thing
