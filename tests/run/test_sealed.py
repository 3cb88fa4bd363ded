"""Things that are pickled once on their way."""

import pickle
from datetime import date

from dateline.model import Claim, Party, Place, Span, Time
from dateline.run.sealed import Sealed
from dateline.times import Interval


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


def test_a_noun_comes_out_as_it_was() -> None:
    """A claim with all that can stand in one, and what two of them share, travel unchanged."""
    place, time = (
        Place(0, 6, "Harmin", "Harmin", lat=35.1),
        Time(8, 12, "noon", "TIME", None, Interval.day(date(2018, 3, 6))),
    )
    told = [
        Claim(f"c{n}", "r", 0, 20, "Shells fell", "shelling", Span(7, 11), (Party("a band", "band"),), (), place, time)
        for n in range(2)
    ]
    out = pickle.loads(pickle.dumps(Sealed(told))).open()

    assert out == told
    assert out[0].place is out[1].place
