"""The acts that break an agreement: a raid that four voices tell is one breach, and no more is counted."""

from pathlib import Path

import pytest
from tell_made import ledger

from dateline.model import Breach, Party
from dateline.record import Record
from dateline.rows import Row, row
from dateline.tell import FORMATS
from dateline.tell.breaches import acts

MEDICS, MAYOR, ARMY, GUARD = (Party(name, name) for name in ("medics", "the mayor", "Army", "Home Guard"))


def told(*breaches: Breach) -> Row:
    """The made-up truce with these breaches."""
    truce, _ = ledger()
    return {**row(truce), "violations": [row(breach) for breach in breaches]}


def breach(claim: str, event: str | None, day: str | None, accused: Party | None = None, by: Party = MEDICS) -> Breach:
    """A breach as one claim tells it."""
    return Breach(claim, event, (accused,) if accused else (), (by,), day, ())


def test_one_raid_told_by_many_is_one_breach() -> None:
    """Whoever is accused and whoever accuses stand beside each other, each once; the day is the narrowest that is told."""
    (act,) = acts(
        told(
            breach("claim:1", "event:9", "2021-05-03/2021-05-04", ARMY),
            breach("claim:2", "event:9", "2021-05-04", GUARD, MAYOR),
            breach("claim:3", "event:9", "2021-05-04", ARMY),
        )
    )
    assert (act["date"], act["event"], sorted(act["claims"])) == (
        "2021-05-04",
        "event:9",
        ["claim:1", "claim:2", "claim:3"],
    )
    assert [party["name"] for party in act["accused"]] == ["Army", "Home Guard"]
    assert [party["name"] for party in act["accuser"]] == ["medics", "the mayor"]


@pytest.mark.parametrize(
    ("event", "day"),
    [("event:8", "2021-05-04"), ("event:9", "2021-05-09"), (None, "2021-05-04")],
    ids=["another event", "days apart", "no event"],
)
def test_other_acts_stay_apart(event: str | None, day: str) -> None:
    """Another event, another day of a truce's own event, and what no event holds are breaches of their own."""
    assert len(acts(told(breach("claim:1", "event:9", "2021-05-04"), breach("claim:2", event, day)))) == 2


def test_without_event_nothing_is_joined() -> None:
    """Two claims that no event holds may be two acts."""
    assert len(acts(told(breach("claim:1", None, "2021-05-04"), breach("claim:2", None, "2021-05-04")))) == 2


def test_sheets_and_briefs_count_acts(record: Record, tmp_path: Path) -> None:
    """The sheet of breaches has a row an act, and the brief one line."""
    FORMATS["brief"](record, tmp_path / "brief.html")
    assert (tmp_path / "brief.html").read_text("utf-8").count('<tr class="breach">') == 1
