"""A decision that makes no sense is refused in words that tell what would."""

import pytest

from dateline.errors import Misjudged
from dateline.model import Judgement
from dateline.record import made_sense
from dateline.rows import Row

HELD: dict[str, tuple[str, Row]] = {name: (f"{name[:-1]}s", {}) for name in ("claim1", "event1", "event2", "report1")}

WRONG = [
    (("claim1", "correct", None, "colour", "red"), "claims have no field 'colour' to correct; they have type, time"),
    (("event1", "correct", None, "stance", "denies"), "events have no field 'stance'"),
    (("claim1", "correct", None, "type", "explosion"), "'explosion' is no type; it is one of"),
    (("claim1", "correct", None, "time", "last Tuesday"), "write it as 2020-01-31"),
    (("claim1", "correct", None, "time", "2021-02-30"), "is no time"),
    (("claim1", "correct", None, "deadline", "2021-03-09/2021-03-01"), "is no deadline"),
    (("claim1", "correct", None, "background", "perhaps"), "one of true, false"),
    (("event1", "correct", None, "title", "  "), "a title is not empty"),
    (("event1", "correct"), "takes a field"),
    (("report1", "correct", None, "type", "clash"), "only claims and events are corrected"),
    (("event1", "accept", None, "type", "clash"), "only correct takes a field"),
    (("event1", "merge", "report1"), "merge is said of events and claims"),
    (("event1", "merge", "event9"), "nothing in the record has the id 'event9'"),
    (("", "accept"), "nothing in the record has the id ''"),
    (("event1", "same"), "same takes a second id"),
    (("event1", "reject", "event2"), "reject takes no second id"),
    (("event1", "same", "event1"), "these are one"),
    (("event1", "maybe"), "'maybe' is not one of"),
    (("event1", "correct", None, "place", "x" * 3000), "at most 2,000"),
]
RIGHT = [
    ("claim1", "correct", None, "type", "airstrike"),
    ("claim1", "correct", None, "time", "2021-03-02/2021-03-05"),
    ("claim1", "correct", None, "time", ""),
    ("claim1", "correct", None, "speaker", "medics; the army"),
    ("event1", "correct", None, "grade", "denied"),
    ("event1", "merge", "event2"),
    ("event1", "unsure", "event2"),
    ("report1", "withdraw"),
]


def said(
    subject: str, verdict: str, other: str | None = None, field: str | None = None, value: str | None = None
) -> Judgement:
    """A decision."""
    return Judgement(subject, verdict, "ada", "2021-03-05", None, field, value, other)


@pytest.mark.parametrize(("words", "told"), WRONG, ids=[told for _, told in WRONG])
def test_nonsense_is_refused(words: tuple[str, ...], told: str) -> None:
    """What is wrong and what would be right is told."""
    with pytest.raises(Misjudged) as error:
        made_sense(HELD.get, said(*words))
    assert told in str(error.value)


@pytest.mark.parametrize("words", RIGHT, ids=str)
def test_sense_passes(words: tuple[str, ...]) -> None:
    """A decision that makes sense is given back as it is."""
    assert made_sense(HELD.get, said(*words)) == said(*words)
