"""Differences between accounts: who did it, whether it happened, who broke or kept a truce, who holds a place."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Final

from dateline.phenomena.types import BLOWS
from dateline.weigh.contradictions.cores import one_blow
from dateline.weigh.contradictions.differences import DENIED, Difference, Voices, of_truce, who
from dateline.weigh.traits import Traits, is_body
from dateline.weigh.whereabouts import can_be_one
from dateline.words.measures import HARMED
from dateline.words.weigh import KINDS, is_state, plain, within
from dateline.words.wordings import (
    blames,
    denies_fighting,
    denies_harm,
    denies_intent,
    denies_the_event,
    forswears,
    names_holding,
    names_keeping,
)

__all__ = [
    "VICTIMS",
    "breakers",
    "counts_dead",
    "denies_victims",
    "disowns",
    "doers",
    "happened",
    "holders",
    "kept",
    "named",
    "of_one_kind",
    "promised",
    "spares",
    "tells_deed",
    "tells_too",
    "victims",
]

VICTIMS: Final = re.compile(r"\b(?:dead|deaths?|died|kill\w*|casualt\w*|victims?)\b")
_COUNTING = re.compile(
    r"\b(?:figures?|tolls?|numbers?|counts?)\b[^.]{0,20} (?:not|n't|never) (?:\w+ ){0,2}(?:final|complete|definitive|confirmed|known)"
)
WEEKS: Final = 21.0
"""Days between two charges beyond which they are about different times of a truce."""


def doers(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Who did it: two voices name two of one blow, or one is named and denies it."""
    if not any(one.claim.type in BLOWS for one in group) or of_truce(group):
        return
    doing = [one for one in group if _names_doer(one)]
    denials = _denials_of_doing(group, frozenset[str]().union(*(one.by for one in doing)))
    denying = {voice for one in denials for voice in voices[one.claim.id]}
    doing = [one for one in doing if not voices[one.claim.id] & denying]  # who denies a charge repeats it
    foes = {frozenset((doer, hit)) for one in group for doer in one.by for hit in one.to}
    met = {
        one.claim.id
        for one in doing
        if any(_contest(one, other, voices, foes) for other in doing)
        or any(_widely(one.by) & _deniers(other) for other in denials)
    }
    said: dict[frozenset[str], list[str]] = defaultdict(list)
    for one in doing:
        if any(one.by == other.by and other.claim.id in met for other in doing):
            said[one.by].append(one.claim.id)
    values = {who(keys): claims for keys, claims in _under_one_name(said).items()}
    for one in denials if values else ():
        values.setdefault(f"{DENIED}{who(_deniers(one)) or 'the accused'}", []).append(one.claim.id)
    if len(values) > 1:
        yield Difference("perpetrator", "conflict", values)


def _under_one_name(said: Mapping[frozenset[str], Sequence[str]]) -> dict[frozenset[str], list[str]]:
    """Doers and the claims that name them, who may be one told more widely being under the name that most claims give."""
    found: dict[frozenset[str], list[str]] = {}
    for keys in sorted(said, key=lambda keys: (-len(said[keys]), sorted(keys))):
        head = next((other for other in found if not _at_odds(keys, other)), keys)
        found.setdefault(head, []).extend(said[keys])
    return {keys: found[keys] for keys in sorted(found, key=sorted)}


def _contest(one: Traits, other: Traits, voices: Voices, foes: Set[frozenset[str]]) -> bool:
    """Whether two voices name two doers of one blow, neither of whom may be the other told more widely.

    Where two reports name two who fight each other, or two kinds of blow, they tell of two blows, unless both tell what
    was hit; so does a charge that names nothing hit, which may be of anything that was done there.
    """
    heard, also = voices[one.claim.id], voices[other.claim.id]
    if heard & also or not _at_odds(one.by, other.by):
        return False
    fight = any(frozenset((a, b)) in foes for a in one.by for b in other.by)
    there = one.town and other.town and can_be_one(one, other) and one.claim.report != other.claim.report
    alike = one.claim.type == other.claim.type or "accusation" in (one.claim.type, other.claim.type)
    return one_blow(one, other) or (there and alike and not fight and _of_blow(one) and _of_blow(other))


def _of_blow(one: Traits) -> bool:
    """Whether a claim tells a blow, or charges somebody with one by what it hit."""
    return one.claim.type in BLOWS or (one.accuses and bool(one.facilities))


def _deniers(one: Traits) -> frozenset[str]:
    return one.by or one.speakers


def _names_doer(one: Traits) -> bool:
    """Whether a claim says who did it: one that tells of a blow, or a charge in words of blame."""
    if one.denies or one.series is not None or one.claim.modality != "actual" or not named(one.by):
        return False
    dealt = one.claim.type in BLOWS and any(map(is_body, one.claim.by))
    return dealt or one.owns or one.blames


def disowns(one: Traits, accused: frozenset[str]) -> bool:
    """Whether a claim denies, in words of blame, what those accused are charged with."""
    return one.denies and bool(_deniers(one) & _widely(accused)) and blames(plain(one.claim.text))


def _denials_of_doing(group: Sequence[Traits], accused: frozenset[str]) -> list[Traits]:
    """The denials of those accused in words of blame, not those that only deny that there were victims where some are counted,
    nor those that only say who was not meant to be hit.
    """
    denied = [one for one in group if disowns(one, accused) and not denies_victims(one) and not spares(one, group)]
    if any(counts_dead(one) for one in group):
        denied = [one for one in denied if not VICTIMS.search(one.claim.text.lower())]
    return denied


def spares(one: Traits, group: Sequence[Traits]) -> bool:
    """Whether a denial is of the aim and not of the blow: nobody was meant, or a man at whom no blow of the group is said to have been aimed."""
    if denies_intent(plain(one.claim.text)):
        return True
    men = {party.name for party in one.claim.to if party.kind == "person"}
    hit = {party.name for deed in group if tells_deed(deed) for party in deed.claim.to}
    return bool(men) and len(men) == len(one.claim.to) and men.isdisjoint(hit)


def counts_dead(one: Traits) -> bool:
    """Whether a claim tells a number of dead."""
    return not one.denies and any(measure == "killed" for measure, _, _ in one.counts)


def named(keys: frozenset[str]) -> bool:
    """Whether somebody is named who can have done it: not only planes, forces, or those it was done to."""
    return any(not key.startswith("~") and key != "civilians" for key in keys)


def _at_odds(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two name different doers, neither of which may be the other told more widely."""
    return not (_may_be(one, other) or _may_be(other, one))


def _may_be(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether those of one set may be those of another told more widely: by a kind of armed men, or by fewer words of a name."""
    wide = _widely(other)
    return all(
        key in wide or (any(key in KINDS for key in other) and not is_state(key)) or _short(key, other) for key in one
    )


def _short(key: str, other: frozenset[str]) -> bool:
    return any(frozenset(key.split()) <= frozenset(name.split()) for name in other)


def _widely(keys: frozenset[str]) -> frozenset[str]:
    return keys.union(*(within().get(key, frozenset()) for key in keys))


def happened(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Whether it happened at all: told by some, denied by others in words that deny the event and not only a part in it."""
    denied = [one for one in group if one.denies and denies_the_event(plain(one.claim.text))]
    told = [one for one in group if tells_deed(one) and not denies_the_event(plain(one.claim.text))]
    denied = [one for one in denied if not tells_too(one, told, voices)]
    told = [one for one in told if any(of_one_kind(one, denial) for denial in denied)]
    if told and denied and not any(doers(group, voices)):
        yield Difference(
            "whether it happened",
            "conflict",
            {"it happened": [o.claim.id for o in told], "it did not": [o.claim.id for o in denied]},
        )


def of_one_kind(deed: Traits, denial: Traits) -> bool:
    """Whether a deed is of the kind that a denial denies: that nobody fought denies no raid."""
    return deed.family != "strike" or not denies_fighting(plain(denial.claim.text))


def tells_too(denial: Traits, deeds: Sequence[Traits], voices: Voices) -> bool:
    """Whether who denies something tells of a blow in the same report: that nobody fought there denies no raid."""
    return any(
        deed.claim.report == denial.claim.report
        and deed.claim.speaker
        and voices[deed.claim.id] & voices[denial.claim.id]
        for deed in deeds
    )


def tells_deed(one: Traits) -> bool:
    """Whether a claim tells an attack, a fight or its toll as done."""
    deed = one.claim.type in BLOWS | {"casualty_figure", "clash"}
    return deed and not one.denies and one.claim.modality == "actual"


def victims(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Whether there were victims at all: one voice counts them, another one denies it."""
    if of_truce(group):
        return
    dead = [one for one in group if counts_dead(one)]
    none = [one for one in group if denies_victims(one)]
    pairs = [(a, b) for a in dead for b in none if not voices[a.claim.id] & voices[b.claim.id]]
    if pairs:
        values = {"there were": [a.claim.id for a, _ in pairs], "there were none": [b.claim.id for _, b in pairs]}
        yield Difference("victims", "conflict", values)


def denies_victims(one: Traits) -> bool:
    """Whether a claim denies that there were dead, or counts none, and not only that their number is final."""
    said = plain(one.claim.text)
    return (one.denies or _counts_none(one)) and denies_harm(said) and _COUNTING.search(said) is None


def _counts_none(one: Traits) -> bool:
    """Whether a claim counts nobody dead or hurt: "no one was hurt"; that nobody was hurt denies no dead where some are counted."""
    harmed = [figure for figure in one.claim.figures if figure.measure in HARMED]
    return bool(harmed) and all(figure.negated and figure.modality == "actual" for figure in harmed)


def kept(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Whether a truce is kept: a saying about it, and a breach or an end told of about the same time."""
    if not of_truce(group):
        return
    broken = [one for one in group if one.claim.type in ("ceasefire_violation", "ceasefire_end")]
    kept = [one for one in group if _says_kept(one) and any(_near_in_time(one, other) for other in broken)]
    if kept:
        against = [one for one in broken if any(_near_in_time(one, other) for other in kept)]
        yield Difference(
            "whether the truce is kept",
            "conflict",
            {"kept": [o.claim.id for o in kept], "broken": [o.claim.id for o in against]},
        )


def _says_kept(one: Traits) -> bool:
    said = plain(one.claim.text)
    return one.family == "speech" and not one.accuses and one.truce and (one.denies or names_keeping(said))


def breakers(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Who broke a truce, where each side says the other at about the same time."""
    if not of_truce(group):
        return
    charges = [
        _of_some_day(one)
        for one in group
        if named(one.by) and (one.claim.type == "ceasefire_violation" or one.claim.type == "accusation")
    ]
    met = [one for one in charges if any(other.by != one.by and _near_in_time(one, other) for other in charges)]
    said: dict[frozenset[str], list[str]] = defaultdict(list)
    for one in met:
        said[one.by].append(one.claim.id)
    if len(said) > 1:
        yield Difference("who broke it", "conflict", {who(keys): said[keys] for keys in sorted(said, key=sorted)})


def _near_in_time(one: Traits, other: Traits) -> bool:
    """Whether two charges may be about one time: not where weeks lie between."""
    return not (one.start - other.end > WEEKS or other.start - one.end > WEEKS)


def _of_some_day(one: Traits) -> Traits:
    """A charge; one that tells no time is of the day it was printed."""
    return replace(one, start=one.printed, end=one.printed) if math.isnan(one.start) else one


def holders(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Who holds a place: two voices name two who took it or hold it at one time; who leaves it holds nothing."""
    told = [one for one in group if _tells_holder(one)]
    met = [one for one in told if any(_hold_apart(one, other, voices) for other in told)]
    said: dict[frozenset[str], list[str]] = defaultdict(list)
    for one in met:
        said[one.by].append(one.claim.id)
    if len(said) > 1:
        yield Difference("control", "conflict", {who(keys): said[keys] for keys in sorted(said, key=sorted)})


def _tells_holder(one: Traits) -> bool:
    tells = one.claim.type == "territorial_control" and one.claim.modality == "actual" and one.firm_place
    return tells and named(one.by) and names_holding(plain(one.claim.text))


def _hold_apart(one: Traits, other: Traits, voices: Voices) -> bool:
    apart = _at_odds(one.by, other.by) and one.place == other.place
    at_once = one.start < other.end and other.start < one.end
    return apart and at_once and not voices[one.claim.id] & voices[other.claim.id]


def promised(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """What somebody promised not to do there, and is told to have done since."""
    if of_truce(group):
        return
    vows = [one for one in group if one.claim.stance == "promises" and forswears(plain(one.claim.text))]
    said: dict[str, list[str]] = {"promised not to": [], "told as done": []}
    for vow in vows:
        done = [one.claim.id for one in group if _breaks(one, vow)]
        if done:
            said["promised not to"].append(vow.claim.id)
            said["told as done"] += done
    if said["told as done"]:
        yield Difference("promise and deed", "conflict", said)


def _breaks(one: Traits, vow: Traits) -> bool:
    deed = one.family in ("strike", "ground") and one.claim.modality == "actual" and not one.denies
    since = not one.end <= vow.start
    there = vow.place is None or can_be_one(one, vow)
    return deed and since and there and bool(one.by & (vow.by | vow.speakers))
