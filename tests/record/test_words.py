"""Words are searched alike in both stores: folded, phrases kept, operators only words."""

import pytest
from kept import EVENT

from dateline.record import Record, Where

TITLES = {
    "one": "Shells hit the aid convoy at Tell-Arwa",
    "two": "Convoy of aid reaches the Café OR hotel",
    "three": "قُتل ستة أشخاص في السوق",
}
ASKED = {
    "convoy": "one two", "conv": "one two", '"conv"': "", '"aid convoy"': "one", "CAFE": "two", "café": "two", "قتل": "three", "or hotel": "two",
    "shells OR hotel": "", "tell arwa": "one", "tell-arw": "one", "NOT": "", "aid* )(": "one two", "'": None, " - ": None, '"': None, "x' & 'y": "",
}  # fmt: skip


@pytest.fixture
def record(where: Where) -> Record:
    """A record of three events."""
    one = Record.open(where)
    one.derive(
        {"events": [{**EVENT, "id": name, "title": title, "by": [], "outlets": []} for name, title in TITLES.items()]}
    )
    return one


def test_words_find_events(record: Record) -> None:
    """What is asked finds the events that hold all of it; nothing asked is not everything."""
    names = dict(record.store.execute("SELECT n, event FROM card"))
    for asked, told in ASKED.items():
        found = record.store.cards_holding(asked)
        assert (None if found is None else {names[n] for n in found}) == (
            None if told is None else set(told.split())
        ), asked


def test_words_of_any_length_are_kept(where: Where) -> None:
    """A text without blanks, or longer than an index takes, does not stop a weighing."""
    long = "x" * 100_000 + " " + " ".join(f"word{n}" for n in range(200_000))
    with Record.open(where) as record:
        record.derive({"events": [{**EVENT, "title": long}]})

        assert record.store.cards_holding("word7") == [1]
