"""The figures that the claims of an event tell: which of them count, and what each of them measures."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.amounts import Amount
from dateline.model import Figure, Party
from dateline.weigh.traits import Traits
from dateline.weigh.voices import Voice
from dateline.words.measures import HARMED
from dateline.words.weigh import countries, demonym, names_dealers, plain, subgroup_key, tells_name

__all__ = ["DEEDS", "FORCES", "MOST", "Measure", "Told", "counted", "told_figures"]

FORCES: Final = ("soldiers", "fighters", "police", "attackers")
"""Who is never counted in a toll of everybody or of civilians."""
_WORD = re.compile(r"[a-z]+")
DEEDS: Final = ("strike", "ground")
"""Families of claims that tell a blow."""
FEW: Final = 3
"""Letters of a word that is no name."""
MOST: Final = 6
"""Words of a figure that say no more than whom it counts."""

FREED: Final = "released"
"""The measure of those who are let go."""
CAPTIVES: Final = ("hostage", "prisoner", "detainee", "captive", "soldier")
"""What they are called."""

Measure = tuple[str, str | None, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as one claim tells it."""

    one: Traits
    figure: Figure
    voice: str
    """The key of the voice behind it, the first of several."""
    side: str | None = None
    """The country whose forces are counted, where the figures beside it count those of another."""
    dealers: frozenset[str] = frozenset()
    """Words that call those who dealt the blow by the name of their band."""

    @property
    def vague(self) -> bool:
        """Whether it is a word such as dozens."""
        return self.figure.qualifier.startswith("vague")

    @property
    def people(self) -> str | None:
        """The key of the people it counts; None is everybody, and those who dealt the blow are nobody's victims."""
        key = subgroup_key(self.figure.subgroup) or self._freed()
        return "attackers" if key is None and self._dealt_it() else key

    def _freed(self) -> str | None:
        """What those are called who are let go: in an exchange each side frees its own."""
        words = _WORD.findall(self.figure.text.lower()) if self.figure.measure == FREED else []
        return next((f"{word}s" for word in CAPTIVES if {word, f"{word}s"} & set(words)), None)

    def _dealt_it(self) -> bool:
        words = _WORD.findall(self.figure.text.lower())
        few = self.figure.measure in HARMED and len(words) <= MOST
        return few and (names_dealers(words) or not self.dealers.isdisjoint(words))

    @property
    def part(self) -> str | None:
        """The people it counts, and of which side where two are told."""
        return self.people if self.side is None else f"{demonym(self.side)} {self.people}"

    @property
    def amount(self) -> Amount:
        """Its low, best and high."""
        return Amount(self.figure.low, self.figure.best, self.figure.high, self.figure.qualifier)


def told_figures(group: Sequence[Traits], voices: Mapping[str, frozenset[Voice]]) -> dict[Measure, list[Told]]:
    """The figures of a group that can be set beside each other, by what they measure, in the order of publication.

    A part of nobody in particular is none beside its whole; a boy, or somebody named, is counted only where no number
    is told.
    """
    found: dict[Measure, list[Told]] = defaultdict(list)
    for told in counted(group, voices):
        if told.figure.part_of is None or told.part is not None:
            found[told.figure.measure, told.part, told.figure.unit].append(told)
    return {measure: [one for one in told if one.figure.numbered] or told for measure, told in found.items()}


def counted(group: Sequence[Traits], voices: Mapping[str, frozenset[Voice]]) -> list[Told]:
    """Every figure that a group tells as a count, in the order of publication; what is denied or only possible is none."""
    found, dealers = [], _bands(group)
    for one in sorted(group, key=lambda one: (one.printed != one.printed, one.printed, one.claim.report, one.order)):
        voice = min((v.key for v in voices[one.claim.id]), default="")
        found += [Told(one, figure, voice, None, dealers) for figure in one.claim.figures if _counts(one, figure)]
    return _sided(found)


def _bands(group: Sequence[Traits]) -> frozenset[str]:
    """The words that name the bands told to have dealt blows: of twelve Maoists killed none is a victim of theirs."""
    bands = (party for one in group if one.family in DEEDS for party in one.claim.by if _listed(party))
    words = {word for party in bands for word in _WORD.findall(f"{party.name} {party.text}".lower()) if len(word) > FEW}
    named = {word.removesuffix("s") if word.endswith("ists") else word for word in words if tells_name(word)}
    return frozenset(named | {f"{word}s" for word in named})


def _listed(party: Party) -> bool:
    """Whether a party is a band of the roster: the words of any other may be those of a place or a people."""
    return party.kind == "armed_group" and party.id is not None


def _sided(told: Sequence[Told]) -> list[Told]:
    """The figures, those of forces with their side where forces of two are counted: both sides' dead are no one toll."""
    sides = [_side(one.figure) if one.people in FORCES else None for one in told]
    if len({side for side in sides if side is not None}) < 2:
        return list(told)
    return [one if side is None else replace(one, side=side) for one, side in zip(told, sides, strict=True)]


def _side(figure: Figure) -> str | None:
    """The country whose people the words of a figure count: eight Turkish soldiers."""
    return next((countries()[word] for word in _WORD.findall(plain(figure.text)) if word in countries()), None)


def _counts(one: Traits, figure: Figure) -> bool:
    """Whether a figure tells how many it were: neither none, nor those that may be, nor those that are yet to come."""
    happened = figure.modality == "actual" and one.claim.modality != "hypothetical"
    return figure.best is not None and not figure.negated and happened
