"""How far an event can be relied on, by a written rule (docs/weighing.md), from who asserts it and who denies it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from dateline.weigh.settled import DEEDS
from dateline.weigh.traits import Traits
from dateline.weigh.voices import Voice

__all__ = ["Grade", "grade"]

Grade = Literal["confirmed", "corroborated", "single_voice", "contested", "denied", "discounted"]


def grade(group: Sequence[Traits], voices: Mapping[str, frozenset[Voice]], who: Sequence[Traits]) -> Grade:
    """The grade of the event a group of claims tells; `who` are those of them that can say who did it."""
    told = [one for one in group if not one.denies and _told(one)]
    assert_it = {voice.key for one in told for voice in voices[one.claim.id]}
    deny = {voice.key for one in group if one.denies for voice in voices[one.claim.id]}
    if not assert_it:
        return "denied" if deny else "discounted"
    naming = {one.claim.id for one in who}
    if _admitted([one for one in told if one.claim.id in naming], voices):
        return "confirmed"
    if deny - assert_it:
        return "contested" if len(assert_it) > 1 or not _only_accused(told) else "denied"
    return "corroborated" if len(assert_it) > 1 else "single_voice"


def _told(one: Traits) -> bool:
    """Whether a claim tells something as so: a threat or a demand is one by being uttered, a planned deed is none."""
    if one.family in DEEDS:
        return one.claim.modality == "actual"
    return one.claim.modality != "hypothetical" or one.family == "call"


def _admitted(told: Sequence[Traits], voices: Mapping[str, frozenset[Voice]]) -> bool:
    """Whether one who is said to have done it says so too, beside others who say it."""
    deeds = [one for one in told if not one.spoken and one.claim.modality == "actual"]
    doers = {key for one in deeds for key in one.by}
    say = {voice.key for one in deeds for voice in voices[one.claim.id]}
    own = {voice.key for one in told if one.owns for voice in voices[one.claim.id]}
    return (bool(doers & say) and len(say) > 1) or (bool(own) and bool(say - own))


def _only_accused(told: Sequence[Traits]) -> bool:
    return all(one.accuses for one in told)
