"""What stands first where an event is told."""

from typing import get_args

from dateline.tell.foremost import KINDS, foremost, gravest
from dateline.weigh.kinds import Kind

EVENT = {"type": "shelling", "place": {"name": "Arvel"}, "background": False}


def told(text, kind="shelling", **fields):
    """A claim of the event, of which only what is given is told."""
    bare = {
        "report": "report:1",
        "start": 0,
        "end": len(text),
        "place": None,
        "time": None,
        "by": [],
        "to": [],
        "figures": [],
    }
    how = {"stance": "asserts", "modality": "actual", "background": False, "confidence": 0.6}
    return {"type": kind, "text": text, **bare, **how, **fields}


def test_the_happening_with_its_place_and_toll_comes_first() -> None:
    """A blow with where and how many stands before a bare blow, and both before what somebody said of it."""
    full = told("Shells killed nine in Arvel.", place={"name": "Arvel"}, figures=[{"measure": "killed"}])
    bare = told("Shells fell again.", start=40)
    spoken = told("The mayor had no comment.", "statement", start=80)
    other = told("Shells may fall on Arvel.", place={"name": "Arvel"}, modality="hypothetical", start=120)

    assert foremost(EVENT, [spoken, other, bare, full]) == [full, bare, other, spoken]


def test_what_is_recalled_waits_unless_the_event_is_recalled() -> None:
    """Of a recalled event the recollections tell it, of one of today the news."""
    news, old = told("Shells fell.", start=9), told("Shells had fallen.", background=True)

    assert foremost(EVENT, [old, news]) == [news, old]
    assert foremost({**EVENT, "background": True}, [old, news]) == [old, news]


def test_differences_that_cannot_all_be_right_come_first() -> None:
    """What is merely told more finely, or counted later, comes behind every conflict."""
    kinds = [("granularity", "date"), ("update", "killed"), ("conflict", "weapon"), ("conflict", "killed")]
    rows = [{"kind": kind, "field": field, "id": field} for kind, field in kinds]

    assert [(row["kind"], row["field"]) for row in gravest(rows)] == [kinds[3], kinds[2], kinds[1], kinds[0]]


def test_every_kind_of_contradiction_has_its_rank() -> None:
    """A kind that is added without a rank is told here, not by a page that breaks."""
    assert set(KINDS) == set(get_args(Kind))
