"""A page that says something else at the same address is a later version of the report that was there."""

from __future__ import annotations

import json
from itertools import permutations

from dateline.model import Report
from dateline.read import read_bytes
from dateline.read.versions import versions

AT = "https://news.example.org/quay"


def page(toll: str, **told: str) -> Report:
    """A report on a toll."""
    row = {"text": f"{toll} dockers were hurt when shells fell on the quay, the harbour master said.", "url": AT} | told
    (found,) = read_bytes(json.dumps(row).encode(), "x", ".jsonl")
    assert isinstance(found, Report)
    return found


def test_a_lowered_toll_is_a_later_version() -> None:
    """The later page names the earlier one, in whatever order they were read."""
    first, second = page("Nine", published="2021-03-04T06:00"), page("Four", published="2021-03-04T09:00")
    for order in permutations((first, second)):
        told = {r.id: r.version_of for r in versions(order)}
        assert told == {first.id: None, second.id: first.id}


def test_each_version_names_the_one_before_it() -> None:
    """Three states of a page are a chain; the address may carry a campaign's parameters."""
    days = [
        page(n, published=f"2021-03-0{i}", url=f"{AT}?utm_source=feed{i}")
        for i, n in enumerate(("Nine", "Four", "Six"), 1)
    ]
    assert [r.version_of for r in versions(days)] == [None, days[0].id, days[1].id]


def test_other_addresses_and_the_same_text_are_no_versions() -> None:
    """Two pages, a page read twice with other metadata, and a site's front page stay what they are."""
    front = "https://news.example.org/"
    found = [
        page("Nine"),
        page("Four", url=AT + "2"),
        page("Nine", title="Quay hit"),
        page("Nine", url=front),
        page("Six", url=front),
    ]
    assert {r.version_of for r in versions(found)} == {None}
