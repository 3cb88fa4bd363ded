"""Differences between accounts: who did it, whether it happened, who broke or kept a truce, who holds a place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.weigh.differences import Difference, Voices, of_truce, who
from dateline.weigh.traits import Traits
from dateline.words.weigh import names_keeping, within

__all__ = ["breakers", "doers", "happened", "holders", "kept", "promised", "victims"]

ATTACKS: Final = frozenset(("airstrike", "shelling", "armed_attack", "facility_attack"))
VICTIMS: Final = re.compile(r"\b(?:dead|deaths?|died|kill\w*|casualt\w*|victims?|wounded|injur\w*)\b")
NOT: Final = re.compile(r"\b(?:no|not|never|n't|neither|nor)\b")


def doers(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Who did it: a name against another, or a name against a denial."""
    if not any(one.claim.type in ATTACKS for one in group) or of_truce(group):
        return
    said: dict[frozenset[str], list[str]] = defaultdict(list)
    denied: list[Traits] = []
    for one in group:
        if one.denies:
            denied.append(one)
        elif (
            _named(one.by)
            and (one.claim.type in ATTACKS or one.accuses)
            and one.series is None
            and one.claim.modality != "hypothetical"
        ):
            said[one.by].append(one.claim.id)
    accused = frozenset[str]().union(*said)
    denials = [one for one in denied if one.by & accused or (not one.by and one.speakers & accused)]
    if not said or not (denials or _at_odds(list(said))):
        return
    values = {who(keys): said[keys] for keys in sorted(said, key=sorted)}
    for one in denials:
        values.setdefault(f"denied by {who(one.speakers) or 'the accused'}", []).append(one.claim.id)
    if len(values) > 1:
        yield Difference("perpetrator", "conflict", values)


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
    """Whether it happened at all: told by some, denied by others who are not accused of it."""
    told = [
        one
        for one in group
        if one.claim.type in ATTACKS | {"casualty_figure", "clash"}
        and not one.denies
        and one.claim.modality == "actual"
    ]
    denied = [one for one in group if one.denies]
    if told and denied and not any(doers(group, voices)):
        yield Difference(
            "whether it happened",
            "conflict",
            {"it happened": [o.claim.id for o in told], "it did not": [o.claim.id for o in denied]},
        )


def victims(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Whether there were victims at all."""
    counted = [one.claim.id for one in group if not one.denies and any(m == "killed" for m, _, _ in one.counts)]
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
    """Who broke a truce, where each side says the other."""
    if not of_truce(group):
        return
    said: dict[frozenset[str], list[str]] = defaultdict(list)
    for one in group:
        if _named(one.by) and (one.claim.type == "ceasefire_violation" or one.claim.type == "accusation"):
            said[one.by].append(one.claim.id)
    if len(said) > 1:
        yield Difference("who broke it", "conflict", {who(keys): said[keys] for keys in sorted(said, key=sorted)})


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
