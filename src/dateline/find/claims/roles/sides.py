"""Whom "both sides" and "the enemy" mean, as the claims of a report tell who stands against whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.find.claims.saying.standing import side_of
from dateline.find.frames import TAKING
from dateline.find.sentences.distance import within
from dateline.model import Claim, Party, Place, Span
from dateline.phenomena.types import FOUGHT, VIOLENT
from dateline.words.kinds import ARMED, PARTISAN
from dateline.words.mood import load_acts

__all__ = ["opposed", "told_sides"]

BOTH: Final = frozenset({"both", "two", "warring", "rival", "opposing", "conflicting", "fighting"})
SIDES: Final = frozenset({"sides", "parties", "factions", "camps"})

AGAINST: Final = VIOLENT | {"ceasefire_violation"}
TOGETHER: Final = AGAINST | frozenset(
    "agreement ceasefire_start ceasefire_end meeting prisoner_exchange accusation".split()
)
PAIR: Final = 2
FIGHTS: Final = frozenset({"fighting", "clash", "clashes", "battle", "battles", "combat"})
"""Words for what one side alone does not do."""


def told_sides(claims: Sequence[Claim]) -> Iterator[Claim]:
    """The claims, with the two sides that the report sets against each other for "both sides", and who is told to strike for
    "the enemy"; the words stay where more than two sides, or none, could be meant."""
    vague = any(_either(claim, p) or _foe(p) for claim in claims for p in (*claim.by, *claim.to))
    if not vague:
        yield from claims
        return
    pair, striking, hated = _pair(claims), _striking(claims), _branded(claims)
    for claim in claims:
        foe = _enemy(striking, claim) or _hated(hated, claim)
        by, to = _named(claim, claim.by, pair, foe), _named(claim, claim.to, pair, foe)
        if (by, to) == (claim.by, claim.to):
            yield claim
        else:
            yield replace(claim, by=by, to=to, because=(*claim.because, "whom it means, the rest of the report tells"))


def opposed(claims: Sequence[Claim], places: Sequence[Place]) -> Iterator[Claim]:
    """The claims; who fights, or threatens to take a place, does so against the other of the two sides that the report sets
    against each other, where nobody is told: "the army launched a new offensive"; where nobody is told to fight, the two do,
    but not in another land.
    """
    pair = _pair(claims)
    if sum(party.kind == "armed_group" for party in pair) != 1:
        pair = ()  # two states may only have met, or fallen out
    for claim in claims:
        if pair and _of_nobody(claim) and not _abroad(claim, pair, places):
            why = f"the report sets {pair[0].name} against {pair[1].name}"
            yield replace(claim, by=pair, because=(*claim.because, why))
            continue
        foes = _other(pair, claim) if pair and _fights(claim) else ()
        why = f"the report sets them against {foes[0].name}" if foes else ""
        yield replace(claim, to=(*claim.to, *foes), because=(*claim.because, why)) if foes else claim


def _of_nobody(claim: Claim) -> bool:
    """Whether a claim tells of a fight that takes two sides, and names neither: "clashes went on", but not "shots rang out"."""
    words = claim.text[claim.trigger.start - claim.start : claim.trigger.end - claim.start].lower().split()
    return claim.type == "clash" and not (claim.by or claim.to) and not FIGHTS.isdisjoint(words)


def _abroad(claim: Claim, pair: Sequence[Party], places: Sequence[Place]) -> bool:
    """Whether a claim names places, and none in the land of either side: "fighting in Sudan", where Malians fight."""
    lands = {place.country for place in within(places, Span(claim.start, claim.end))}
    return bool(lands) and lands.isdisjoint(party.country for party in pair)


def _fights(claim: Claim) -> bool:
    """Whether a claim tells of one side that fights, or is to take a place, and of nobody against whom."""
    armed = claim.type == "clash" or (claim.type == "threat" and claim.phenomenon in TAKING)
    return armed and bool(claim.by) and not any(party.kind in PARTISAN for party in claim.to)


def _other(pair: tuple[Party, ...], claim: Claim) -> tuple[Party, ...]:
    """Which of two sides is not that of those who act; nobody where neither or both of them act."""
    sides = {side_of(party) for party in claim.by}
    others = tuple(party for party in pair if side_of(party) not in sides)
    return others if len(others) == 1 else ()


def _hostile() -> frozenset[str]:
    """What opens words for a foe or for the men of one."""
    return load_acts().opposing | load_acts().occupying


def _named(claim: Claim, parties: tuple[Party, ...], pair: tuple[Party, ...], foe: Party | None) -> tuple[Party, ...]:
    """The parties with those that vague words mean; each keeps the words that stand for it."""
    found: dict[str, Party] = {}
    for party in parties:
        meant = (
            pair
            if pair and claim.type in TOGETHER and _either(claim, party)
            else (foe,)
            if _foe(party) and foe is not None
            else (party,)
        )
        for one in meant:
            told = one if one is party else replace(one, text=party.text, start=party.start, end=party.end)
            found.setdefault(told.name, told)
    return tuple(found.values())


def _either(claim: Claim, party: Party) -> bool:
    """Whether words mean the sides of a conflict: "both sides", "the warring parties", "the two parties"."""
    words = party.text.lower().split()
    if party.kind != "other" or words[-1] not in SIDES or party.start is None or not BOTH.issuperset(words[:-1]):
        return False
    before = claim.text[: max(0, party.start - claim.start)].lower().split()[-2:]
    return len(words) > 1 or not BOTH.isdisjoint(before) or before[-1:] == ["the"]


def _foe(party: Party) -> bool:
    words = party.text.lower().split()
    return (
        party.country is None and party.name.islower() and (words[-1] in load_acts().opposing or words[0] in _hostile())
    )


def _pair(claims: Sequence[Claim]) -> tuple[Party, ...]:
    """The two sides that the claims set against each other most often, and no two others as often; a state and those who rose
    against it, where these two fight and nobody else does."""
    votes: Counter[frozenset[str]] = Counter()
    known: dict[str, Party] = {}
    for claim in claims:
        if claim.type not in TOGETHER or claim.type == "airstrike":
            continue  # who flies over a war is no side on its ground
        told = {side_of(p): p for p in (*claim.by, *claim.to) if p.kind in PARTISAN and not p.name.islower()}
        for side, party in told.items():
            known.setdefault(side, party)
        if len(told) == PAIR:
            votes[frozenset(told)] += 1
    ranked = votes.most_common(2)
    if not ranked:
        return _risen(claims)
    if len(ranked) > 1 and (ranked[0][1] < PAIR or ranked[0][1] == ranked[1][1]):
        return ()
    return tuple(known[side] for side in known if side in ranked[0][0])


def _risen(claims: Sequence[Claim]) -> tuple[Party, ...]:
    """A state's arms and the rebels of its land, the only two told to fight."""
    fought = [claim for claim in claims if claim.type in FOUGHT and claim.type != "airstrike"]
    told = {side_of(p): p for claim in fought for p in (*claim.by, *claim.to) if p.kind in ARMED}
    lands = {party.country for party in told.values()}
    kinds = {party.kind for party in told.values()}
    apart = len(told) == PAIR and len(lands) == 1 and None not in lands and kinds == ARMED
    return tuple(told.values()) if apart else ()


def _striking(claims: Iterable[Claim]) -> dict[str, Party]:
    """Side → the first of it that is told to strike."""
    blows = (p for claim in claims if claim.type in AGAINST for p in claim.by if p.kind in PARTISAN and not _foe(p))
    told: dict[str, Party] = {}
    for party in blows:
        if not party.name.islower():
            told.setdefault(side_of(party), party)
    return told


def _branded(claims: Sequence[Claim]) -> Party | None:
    """The only party that the report itself calls a foe by name: "Russian invaders", "the Dune occupiers"."""
    parties = (p for claim in claims for p in (*claim.by, *claim.to) if p.kind in PARTISAN and not _foe(p))
    hostile = _hostile()
    called = {side_of(p): p for p in parties if not hostile.isdisjoint(p.text.lower().split())}
    return next(iter(called.values())) if len(called) == 1 else None


def _hated(hated: Party | None, of: Claim) -> Party | None:
    """The party that the report calls a foe, unless it is the one that speaks."""
    return hated if hated is not None and side_of(hated) not in {side_of(party) for party in of.speaker} else None


def _enemy(striking: Mapping[str, Party], of: Claim) -> Party | None:
    """The only one told to strike who does not stand with whoever speaks of the enemy; nobody where no side of the war speaks:
    a commander's own side cannot be told."""
    if not of.speaker or any(party.kind not in PARTISAN for party in of.speaker):
        return None
    own = {side_of(party) for party in of.speaker}
    own |= {side_of(p) for p in (*of.by, *of.to) if not _foe(p)}
    told = [party for side, party in striking.items() if side not in own]
    return told[0] if len(told) == 1 else None
