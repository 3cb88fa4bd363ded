"""A record notices when what it holds is not what it was given."""

import pytest
from kept import filled, judgement

from dateline.record import Record, Where

CHANGED = {
    "a mention lost": ("DELETE FROM mention", "report:1 is not as it was read"),
    "a mention changed": ("UPDATE mention SET row = '{}'", "report:1 is not as it was read"),
    "an event changed": ("UPDATE weighed SET row = '{\"id\":\"event:1\"}' WHERE \"table\" = 'events'", "the events are not"),
    "a report of the weighing lost": ("DELETE FROM weighed WHERE \"table\" = 'reports'", "the reports are not"),
    "a page changed": ("UPDATE source SET data = sha256", "bytes of the page ab12"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_a_change_behind_its_back_is_told(where: Where, name: str) -> None:
    """Rows lost or changed by another hand are named, and nothing else is."""
    change, told = CHANGED[name]
    with filled(Record.open(where)) as record:
        assert record.check() == []
        record.store.execute(change.replace("data = sha256", "data = CAST(sha256 AS BLOB)" if "db" in str(where) and "postgresql" not in str(where) else "data = sha256::bytea"))  # fmt: skip

        assert [told in line for line in record.check()] == [True]


def test_a_decision_tampered_with_is_told(where: Where) -> None:
    """Whoever gets round the rule that decisions stand breaks the chain of digests."""
    with filled(Record.open(where)) as record:
        drop = "DROP TRIGGER judgement_stands" + (" ON judgement" if record.store.name.startswith("Post") else "")
        record.store.execute(drop)
        record.store.execute('UPDATE judgement SET row = \'{"verdict":"accept"}\' WHERE number = 2')
        record.judge(judgement("2021-03-09T00:00:00+00:00"))

        assert [line[:10] for line in record.check()] == ["decision 2"]
