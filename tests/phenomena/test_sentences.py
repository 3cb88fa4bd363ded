"""The sentences of the phenomena themselves: what must be found is found with its roles, what must be refused is not."""

from functools import cache, partial

import pytest

from dateline.find.actors import actors
from dateline.find.frames import frames
from dateline.find.notes import Frame, Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.find.times import times
from dateline.model import Part, Published, Report
from dateline.phenomena import Example, Phenomenon, load_phenomena
from dateline.words.actors import load_roster

pytestmark = pytest.mark.model
EACH = pytest.mark.parametrize("phenomenon", load_phenomena(), ids=lambda p: p.name)


@cache
def read(text: str) -> tuple[Frame, ...]:
    """The frames of one sentence."""
    notes = Notes(Report("r", "r", "r", text, (Part(0, len(text), "body"),), Published(None, "none")))
    steps = (partial(sentences, parser=load_parser()), times, partial(actors, roster=load_roster()), frames)
    for step in steps:
        notes = step(notes)
    return notes.frames


def missed(phenomenon: Phenomenon, example: Example) -> str | None:
    """What was not read from a sentence that must be found."""
    found = [frame for frame in read(example.text) if frame.phenomenon == phenomenon.name]
    if not found:
        return example.text
    best = max(found, key=lambda frame: frame.score)
    for wanted, parties in ((example.by, best.by), (example.to, best.to)):
        told = [f"{party.text} {party.name}" for party in parties]
        if wanted is not None and not (any(wanted in name for name in told) if wanted else not told):
            return f"{example.text} ({wanted!r} in {told})"
    return None


@EACH
def test_what_must_be_found_is_found(phenomenon):
    """Every sentence written to be found is, with the parties it names in their roles."""
    assert [why for example in phenomenon.found if (why := missed(phenomenon, example))] == []


@EACH
def test_what_must_be_refused_is_refused(phenomenon):
    """No sentence that uses the words in another sense is taken for it."""
    wrong = [text for text in phenomenon.refused if any(f.phenomenon == phenomenon.name for f in read(text))]
    assert wrong == []
