"""The figures that the claims of an event tell: which of them count, and what each of them measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.amounts import Amount
from dateline.model import Figure
from dateline.weigh.traits import Traits
from dateline.weigh.voices import Voice
from dateline.words.weigh import subgroup_key

__all__ = ["Measure", "Told", "counted", "told_figures"]

Measure = tuple[str, str | None, str]


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as one claim tells it."""

    one: Traits
    figure: Figure
    voice: str
    """The key of the voice behind it, the first of several."""

    @property
    def vague(self) -> bool:
        """Whether it is a word such as dozens."""
        return self.figure.qualifier.startswith("vague")

    @property
    def part(self) -> str | None:
        """The key of the people it counts; None is everybody."""
        return subgroup_key(self.figure.subgroup)

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
    found = []
    for one in sorted(group, key=lambda one: (one.printed != one.printed, one.printed, one.claim.report, one.order)):
        voice = min((v.key for v in voices[one.claim.id]), default="")
        found += [Told(one, figure, voice) for figure in one.claim.figures if _counts(one, figure)]
    return found


def _counts(one: Traits, figure: Figure) -> bool:
    possible = "hypothetical" in (figure.modality, one.claim.modality)
    return figure.best is not None and not figure.negated and not possible
