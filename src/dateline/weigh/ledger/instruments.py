"""Which instruments there are, and which of them each claim speaks of.

Claims are grouped by the country of the fighting and the family of the instrument first; within a group the few
instruments are told apart by the time that founds or names them, so no step compares every claim with every other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.phenomena.types import OF_TRUCES
from dateline.weigh.ledger.assigned import assigned
from dateline.weigh.ledger.founded import founded
from dateline.weigh.ledger.instrument import Instrument
from dateline.weigh.ledger.known import Known
from dateline.weigh.ledger.readings import Reading
from dateline.weigh.ledger.roles import Mention, Role, mention_of, regions
from dateline.weigh.ledger.sought import sought
from dateline.words.ledger import cue, instrument_nouns, state_in

__all__ = ["instruments"]

EVACUATION = "evacuation"
"""The phenomenon of people taken out: under a deal, or away from the fighting."""


def instruments(readings: Sequence[Reading], known: Sequence[Known] = ()) -> tuple[Instrument, ...]:
    """The instruments that readings concern, each with its mentions, in order of their anchors."""
    told = _without_council([mention for one in readings if (mention := mention_of(one, known)) is not None])
    told = _of_truces(told)
    areas = regions(readings, {mention.local for mention in told if mention.local is not None})
    told = [replace(mention, local=None) if mention.local in areas else mention for mention in told]
    groups: dict[str | None, list[Mention]] = {}
    for mention in told:
        groups.setdefault(mention.reading.home, []).append(mention)
    found = [item for home in sorted(groups, key=str) for item in _of_home(home, groups[home])]
    return tuple(item for item in found if _is_instrument(item))


def _without_council(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without those of a ceasefire that a council of states only resolved on; and, in reports that tell the making
    of no other, without whatever else they say of "the ceasefire".
    """
    asked = {id(m) for m in mentions if m.known is None and _of_council(m.reading)}
    made = {m.reading.claim.report for m in mentions if m.role is Role.FOUNDS and id(m) not in asked}
    of_it = {m.reading.claim.report for m in mentions if id(m) in asked} - made
    return [m for m in mentions if id(m) not in asked and m.reading.claim.report not in of_it]


def _of_council(one: Reading) -> bool:
    """Whether the truce of a reading is what a resolution asks for, and no side that fights at home speaks of what binds it."""
    told = one.sentence if not instrument_nouns(one.clause) else one.clause
    return one.strong and one.home not in one.by and bool(cue("phrases", "council").search(told))


def _of_truces(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without what is agreed in reports that never speak of a truce: contracts, loans, a plan to fly people out.

    Nor is it agreed that people are taken out of danger, where no deal of that country is told to let them out.
    """
    spoken = {m.reading.claim.report for m in mentions if m.known is not None or _shows_truce(m.reading)}
    let_out = {m.reading.home for m in mentions if m.reading.claim.phenomenon == EVACUATION and m.reading.nouns}
    return [
        m
        for m in mentions
        if (m.reading.kind != "agreement" or m.reading.claim.report in spoken)
        and (m.reading.claim.phenomenon != EVACUATION or m.reading.home in let_out)
    ]


def _is_instrument(item: Instrument) -> bool:
    """Whether a noun of its own or a claim about a truce shows it: a bare "deal" may be about trade."""
    return any(m.known is not None or _shows_truce(m.reading) for m in item.mentions)


def _shows_truce(one: Reading) -> bool:
    if one.strong or one.kind in OF_TRUCES - {"agreement"} or state_in("violated", one.clause):
        return True
    return one.kind == "agreement" and len(one.by) > 1 and any(noun.kind == "humanitarian_pause" for noun in one.nouns)


def _of_home(home: str | None, mentions: Sequence[Mention]) -> list[Instrument]:
    made = founded(home, [m for m in mentions if m.role is Role.FOUNDS])
    asked = sought(home, [m for m in mentions if m.role is Role.SEEKS], made)
    return assigned(mentions, [*made, *asked])
