"""Differences between accounts: who did it, whether it happened, who broke or kept a truce, who holds a place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.weigh.differences import Difference, Voices, of_truce, who
from dateline.weigh.traits import Traits
from dateline.words.weigh import blames, denies_the_event, names_keeping, plain, within

__all__ = ["breakers", "doers", "happened", "holders", "kept", "promised", "victims"]

ATTACKS: Final = frozenset(("airstrike", "shelling", "armed_attack", "facility_attack"))
VICTIMS: Final = re.compile(r"\b(?:dead|deaths?|died|kill\w*|casualt\w*|victims?|wounded|injur\w*)\b")
WEEKS: Final = 21.0
"""Days between two charges beyond which they are about different times of a truce."""
NOT: Final = re.compile(r"\b(?:no|not|never|n't|neither|nor)\b")


def doers(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Who did it: a name against another, or a name against a denial."""
    if not any(one.claim.type in ATTACKS for one in group) or of_truce(group):
        return
    said: dict[frozenset[str], list[str]] = defaultdict(list)
    for one in group:
        if _names_doer(one):
            said[one.by].append(one.claim.id)
    denials = _denials_of_doing(group, frozenset[str]().union(*said))
    if not said or not (denials or _at_odds(list(said))):
        return
    values = {who(keys): said[keys] for keys in sorted(said, key=sorted)}
    for one in denials:
        values.setdefault(f"denied by {who(one.speakers) or 'the accused'}", []).append(one.claim.id)
    if len(values) > 1:
        yield Difference("perpetrator", "conflict", values)


def _names_doer(one: Traits) -> bool:
    """Whether a claim says who did it: one that tells of a blow, or a charge in words of blame."""
    if one.denies or one.series is not None or one.claim.modality != "actual" or not _named(one.by):
        return False
    return one.claim.type in ATTACKS or (one.accuses and blames(plain(one.claim.text)))


def _denials_of_doing(group: Sequence[Traits], accused: frozenset[str]) -> list[Traits]:
    """The denials of those accused, but not those that only deny that there were victims where some are counted."""
    denied = [one for one in group if one.denies and (one.by & accused or (not one.by and one.speakers & accused))]
    if any(_counts_dead(one) for one in group):
        denied = [one for one in denied if not VICTIMS.search(one.claim.text.lower())]
    return denied


def _counts_dead(one: Traits) -> bool:
    return not one.denies and any(measure == "killed" for measure, _, _ in one.counts)


def _named(keys: frozenset[str]) -> bool:
    """Whether somebody is named who can have done it: not only planes, forces, or those it was done to."""
    return any(not key.startswith("~") and key != "civilians" for key in keys)


def _at_odds(sets: Sequence[frozenset[str]]) -> bool:
    """Whether two name different doers, neither of which may be the other told more widely."""
    wide = [keys.union(*(within().get(key, frozenset()) for key in keys)) for keys in sets]
    return any(
        not (a <= wide_b or b <= wide_a)
        for n, (a, wide_a) in enumerate(zip(sets, wide, strict=True))
        for b, wide_b in zip(sets[n + 1 :], wide[n + 1 :], strict=True)
    )


def happened(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Whether it happened at all: told by some, denied by others in words that deny the event and not only a part in it."""
    told = [
        one
        for one in group
        if one.claim.type in ATTACKS | {"casualty_figure", "clash"}
        and not one.denies
        and one.claim.modality == "actual"
    ]
    denied = [one for one in group if one.denies and (not one.by or denies_the_event(plain(one.claim.text)))]
    if told and denied and not any(doers(group, voices)):
        yield Difference(
            "whether it happened",
            "conflict",
            {"it happened": [o.claim.id for o in told], "it did not": [o.claim.id for o in denied]},
        )


def victims(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Whether there were victims at all."""
    counted = [one.claim.id for one in group if _counts_dead(one)]
    denied = [one.claim.id for one in group if one.denies and VICTIMS.search(one.claim.text.lower())]
    if counted and denied and not of_truce(group):
        yield Difference("victims", "conflict", {"there were": counted, "there were none": denied})


def kept(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Whether a truce is kept."""
    if not of_truce(group):
        return
    broken = [one for one in group if one.claim.type in ("ceasefire_violation", "ceasefire_end")]
    kept = [
        one
        for one in group
        if one.family == "speech" and not one.accuses and (one.denies or names_keeping(one.claim.text.lower()))
    ]
    if broken and kept:
        yield Difference(
            "whether the truce is kept",
            "conflict",
            {"kept": [o.claim.id for o in kept], "broken": [o.claim.id for o in broken]},
        )


def breakers(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Who broke a truce, where each side says the other at about the same time."""
    if not of_truce(group):
        return
    charges = [
        one
        for one in group
        if _named(one.by) and (one.claim.type == "ceasefire_violation" or one.claim.type == "accusation")
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


def holders(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Who holds a place."""
    said: dict[frozenset[str], list[str]] = defaultdict(list)
    for one in group:
        if one.claim.type == "territorial_control" and _named(one.by) and one.claim.modality == "actual":
            said[one.by].append(one.claim.id)
    if any(not a & b for a in said for b in said):
        yield Difference("control", "conflict", {who(keys): said[keys] for keys in sorted(said, key=sorted)})


def promised(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """What was promised not to be done, and is told as done."""
    promised = [one.claim.id for one in group if one.claim.stance == "promises" and NOT.search(one.claim.text.lower())]
    done = [
        one.claim.id
        for one in group
        if one.family in ("strike", "ground") and one.claim.modality == "actual" and not one.denies
    ]
    if promised and done and not of_truce(group):
        yield Difference("promise and deed", "conflict", {"promised not to": promised, "told as done": done})
