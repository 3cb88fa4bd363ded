"""Reports into claims: a chain of plain steps, each taking notes and giving richer ones."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial, reduce

from dateline.find.actors import actors
from dateline.find.claims import claims
from dateline.find.claims.worth.echoes import without_echoes
from dateline.find.figures import figures
from dateline.find.figures.counts import counts
from dateline.find.figures.trees import added_up
from dateline.find.frames import frames
from dateline.find.notes import Notes, Step
from dateline.find.places import places
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import Parser
from dateline.find.sentences.rooted import rooted
from dateline.find.setting import settings
from dateline.find.setting.entries import in_entries
from dateline.find.sureness import sureness
from dateline.find.times import times
from dateline.find.voices import voices
from dateline.model import Report
from dateline.places import Gazetteer
from dateline.words.actors import Roster

__all__ = ["Notes", "Step", "chain", "find"]


def chain(parser: Parser, gazetteer: Gazetteer, roster: Roster) -> tuple[Step, ...]:
    """The steps of finding, in their order; each builds on what the ones before it noted."""
    return (
        partial(sentences, parser=parser),
        rooted,
        times,
        partial(places, gazetteer=gazetteer, roster=roster),
        partial(actors, roster=roster),
        counts,
        figures,
        voices,
        frames,
        claims,
        settings,
        without_echoes,
        added_up,
        in_entries,
        sureness,
    )


def find(report: Report, steps: Iterable[Step]) -> Notes:
    """What the steps find in one report; a page in another language is kept, never half-read."""
    if report.language not in (None, "en"):
        return Notes(report)
    return reduce(lambda notes, step: step(notes), steps, Notes(report))
