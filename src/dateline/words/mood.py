"""Words that tell planned and possible happenings from those that happened."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from dateline.tables import load_table

__all__ = ["Acts", "Mood", "load_acts", "load_moods"]


@dataclass(frozen=True, slots=True)
class Mood:
    """What puts a happening into one modality, and sentences that show it, the judged word between « and »."""

    auxiliaries: frozenset[str]
    governors: frozenset[str]
    modifiers: frozenset[str]
    marks: frozenset[str]
    nouns: frozenset[str]
    motions: frozenset[str]
    proposals: frozenset[str]
    seeking: frozenset[str]
    plotting: frozenset[str]
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Acts:
    """Words by which a plain "said" demands, threatens or promises, and sentences for each, what is said in brackets."""

    duty: frozenset[str]
    strict: frozenset[str]
    ahead: frozenset[str]
    own: frozenset[str]
    governing: frozenset[str]
    awaiting: frozenset[str]
    hoping: frozenset[str]
    liking: frozenset[str]
    binding: frozenset[str]
    lasting: frozenset[str]
    addressing: frozenset[str]
    stressing: frozenset[str]
    needs: frozenset[str]
    attaining: frozenset[str]
    likely: frozenset[str]
    ends: frozenset[str]
    ready: frozenset[str]
    conditions: frozenset[str]
    blaming: frozenset[str]
    branding: frozenset[str]
    tricks: frozenset[str]
    partless: frozenset[str]
    slurs: frozenset[str]
    foes: frozenset[str]
    enemies: frozenset[str]
    opposing: frozenset[str]
    occupying: frozenset[str]
    famed: frozenset[str]
    factions: frozenset[str]
    offices: frozenset[str]
    rising: frozenset[str]
    onlooking: frozenset[str]
    feigning: frozenset[str]
    gaining: frozenset[str]
    crimes: frozenset[str]
    flouting: frozenset[str]
    failing: frozenset[str]
    keeping: frozenset[str]
    untrue: frozenset[str]
    absurd: frozenset[str]
    groundings: frozenset[str]
    true: frozenset[str]
    hearsay: frozenset[str]
    insisting: frozenset[str]
    striking: frozenset[str]
    subduing: frozenset[str]
    supposing: frozenset[str]
    waged: frozenset[str]
    brandished: frozenset[str]
    balking: frozenset[str]
    bands: frozenset[str]
    alliances: frozenset[str]
    serving: frozenset[str]
    answering: frozenset[str]
    replying: frozenset[str]
    bearing: frozenset[str]
    reprisals: frozenset[str]
    unanswered: frozenset[str]
    regarding: frozenset[str]
    hostile: frozenset[str]
    dealing: frozenset[str]
    harsh: frozenset[str]
    lapsing: frozenset[str]
    lapsed: frozenset[str]
    pacts: frozenset[str]
    warning: frozenset[str]
    minding: frozenset[str]
    knowledge: frozenset[str]
    withholding: frozenset[str]
    waiving: frozenset[str]
    charges: frozenset[str]
    sparing: frozenset[str]
    clearing: frozenset[str]
    willing: frozenset[str]
    charging: frozenset[str]
    shares: frozenset[str]
    urging: frozenset[str]
    ending: frozenset[str]
    stopping: frozenset[str]
    shielding: frozenset[str]
    faceless: frozenset[str]
    agreeing: frozenset[str]
    mind: frozenset[str]
    viewing: frozenset[str]
    presupposing: frozenset[str]
    conceding: frozenset[str]
    demands: frozenset[str]
    threatens: frozenset[str]
    promises: frozenset[str]
    accuses: frozenset[str]
    denies: frozenset[str]
    asserts: frozenset[str]


MODALITIES = ("planned", "hypothetical", "actual")


@cache
def load_moods() -> dict[str, Mood]:
    """The words of each modality: planned, hypothetical, actual."""
    told = _told()
    return {name: _mood(told[name]) for name in MODALITIES}


@cache
def load_acts() -> Acts:
    """The words of acts that are done by saying."""
    told = _told()["acts"]
    return Acts(*(frozenset(told[field.name]) for field in fields(Acts)))


def _told() -> dict[str, dict[str, list[str]]]:
    return load_table("words/mood.toml")


def _mood(words: dict[str, list[str]]) -> Mood:
    lists = {field.name: frozenset(words.get(field.name, ())) for field in fields(Mood) if field.name != "examples"}
    return Mood(examples=tuple(words["examples"]), **lists)
