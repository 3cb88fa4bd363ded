"""Blocks are bounded whatever a report holds: what is compared all with all grows with the square of a block."""

from dataclasses import replace

from scenes import claim, report

from dateline.weigh.same.blocks import MOST, blocks, joined
from dateline.weigh.settled import traits_of


def test_a_report_of_thousands_of_claims_is_parted() -> None:
    """Its claims stay in the order of its text, each in one block, none larger than a block may be."""
    lines = [f"Shells fell on ward {n} of the port." for n in range(2 * MOST + 10)]
    page = report("\n".join(lines))
    told = [claim(page, line, "shelling") for line in lines]
    found = blocks(traits_of(told, {page.id: page}))

    assert max(map(len, found)) <= MOST
    assert sorted(i for block in found for i in block) == list(range(len(told)))


def test_a_town_is_one_however_its_name_is_written() -> None:
    """Az Zawiyah of one story and Zawiya of another, hit on one day, are compared: one blow."""
    pages = [report(f"Shells fell on the depot of {name}.", story=name) for name in ("Az Zawiyah", "Zawiya")]
    told = [
        claim(page, page.text[:-1], "shelling", at=page.story, day="2018-03-06", by="the 9th Brigade")
        for page in pages
        if page.story
    ]
    told = [replace(one, place=replace(one.place, lat=32.75, lon=12.73, precision="near")) for one in told if one.place]
    parted = [[(n,)] for n in range(2)]

    assert joined(parted, traits_of(told, {page.id: page for page in pages})) == [(0, 1)]
