"""Beside a fused figure stand the words of the claims that it counts."""

import pytest

from dateline.rows import Row
from dateline.web.event import _own
from dateline.web.pictures import amounts


def one(subgroup: str | None, measure: str = "killed") -> Row:
    """A figure as a claim tells it."""
    return {"measure": measure, "subgroup": subgroup}


@pytest.mark.parametrize(
    ("fused", "told", "own"),
    [
        ("children", [None, "children"], ["children"]),
        ("Turkish soldiers", [None, "soldiers"], ["soldiers"]),
        (None, ["civilians"], ["civilians"]),
    ],
)
def test_a_claims_own_figure(fused: str | None, told: list[str | None], own: list[str | None]) -> None:
    """The same subgroup, else the one that its side was added to, else the only one of the measure."""
    figures = [*map(one, told), one(fused, "injured")]

    assert [figure["subgroup"] for figure in _own(one(fused), figures)] == own


def test_a_long_name_is_cut_with_a_sign_and_told_whole() -> None:
    """Beside what somebody says there is room for some letters of the name; pointing at it tells all of it."""
    figure = {"measure": "killed", "low": 15, "best": 15, "high": None}

    drawn = str(amounts(figure, [("Observatory of the Northern Valleys", figure)]))

    assert "<title>Observatory of the Northern Valleys</title>Observatory of the…</text>" in drawn
