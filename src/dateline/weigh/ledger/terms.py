"""What an instrument obliges whom to: its terms by kind of obligation, each with the claims that tell it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.model import Term
from dateline.phenomena.types import PACTS
from dateline.weigh.ledger.instrument import Instrument
from dateline.weigh.ledger.names import merged
from dateline.weigh.ledger.readings import Reading
from dateline.weigh.ledger.roles import Mention
from dateline.words.ledger import cue, term_kinds

__all__ = ["terms"]


def terms(item: Instrument, broken: Sequence[str]) -> tuple[Term, ...]:
    """The terms of an instrument; a claim in `broken` tells a term only where it names the obligation."""
    groups: dict[str, list[Reading]] = {}
    for mention in item.mentions:
        for kind in _kinds(mention, broken):
            groups.setdefault(kind, []).append(mention.reading)
    return tuple(_term(told, item.home) for _, told in sorted(groups.items(), key=lambda pair: _place(pair[1][0])))


def _place(one: Reading) -> tuple[str, str, int, str]:
    return str(one.printed), one.claim.report, one.claim.start, one.claim.id


def _kinds(mention: Mention, broken: Sequence[str]) -> list[str]:
    one = mention.reading
    claim = one.claim
    if one.kind not in PACTS and not (claim.id in broken and cue("commitments", "bound").search(one.clause)):
        return _standing(one)
    found = [kind for kind in _order() if cue("terms", kind).search(one.clause)]
    return [kind for kind in found if kind not in _implied(found)][:2]


def _standing(one: Reading) -> list[str]:
    """The term behind what is there under an instrument: posts and patrols it allows, an obligation not met."""
    if one.kind != "other" and not cue("commitments", "bound").search(one.clause):
        return []
    return [kind for kind in ("patrols", "withdrawal", "aid") if cue("terms", kind).search(one.clause)][:1]


@cache
def _order() -> tuple[str, ...]:
    return term_kinds()


def _implied(found: Sequence[str]) -> frozenset[str]:
    """Kinds that a finer one beside them says already."""
    finer = {
        "extension": ("duration",),
        "scope": ("civilians", "halt"),
        "bombing": ("air",),
        "monitoring": ("aid",),
        "withdrawal": ("zone",),
    }
    return frozenset(wider for kind in found for wider in finer.get(kind, ()))


def _term(told: Sequence[Reading], home: str | None) -> Term:
    first = told[0].claim
    return Term(
        text=" ".join(first.text.split()),
        obliges=merged([party for one in told for party in one.claim.by], home),
        claims=tuple(dict.fromkeys(one.claim.id for one in told)),
    )
