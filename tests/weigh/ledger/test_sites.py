"""Where a truce holds: not in the town where it was signed or talked of."""

from dataclasses import replace

import pytest
from tales import kept, page, said

from dateline.model import Claim, Place, Report

SHELLED = "Shells fell on Guna"


def tale(words: str, town: str) -> tuple[Report, tuple[Claim, ...]]:
    """A report of a truce told in some words, the claim placed in a town that they name."""
    told = said(words, "agreement", by="Ethiopian government+Oromo Liberation Army", when="2024-03-04")
    report, (blow, deal) = page(
        "2024-03-05", f"{SHELLED}. {words}.", said(SHELLED, "shelling"), told, country="Ethiopia"
    )
    start = deal.start + words.index(town)
    return report, (
        blow,
        replace(deal, place=Place(start, start + len(town), town, town, country="ET", precision="exact")),
    )


@pytest.mark.parametrize(
    ("words", "town", "name"),
    [
        ("Both signed a truce in Adama on Monday", "Adama", "Truce, Ethiopia, 4 March 2024"),
        ("Envoys met in Adama and agreed on a truce", "Adama", "Truce, Ethiopia, 4 March 2024"),
        ("In Adama, both sides signed a truce", "Adama", "Truce, Ethiopia, 4 March 2024"),
        ("Both agreed on a truce in Guji on Monday", "Guji", "Truce, Guji, 4 March 2024"),
    ],
)
def test_truce_is_not_called_by_where_it_was_signed(words: str, town: str, name: str) -> None:
    """A town is named for the table, or for where the guns fall silent."""
    (deal,) = kept(tale(words, town)).agreements

    assert deal.name == name
