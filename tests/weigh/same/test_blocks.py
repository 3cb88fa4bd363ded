"""Blocks are bounded whatever a report holds: what is compared all with all grows with the square of a block."""

from scenes import claim, report

from dateline.weigh.same.blocks import MOST, blocks
from dateline.weigh.settled import traits_of


def test_a_report_of_thousands_of_claims_is_parted() -> None:
    """Its claims stay in the order of its text, each in one block, none larger than a block may be."""
    lines = [f"Shells fell on ward {n} of the port." for n in range(2 * MOST + 10)]
    page = report("\n".join(lines))
    told = [claim(page, line, "shelling") for line in lines]
    found = blocks(traits_of(told, {page.id: page}))

    assert max(map(len, found)) <= MOST
    assert sorted(i for block in found for i in block) == list(range(len(told)))
