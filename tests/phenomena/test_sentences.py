"""The sentences of the phenomena themselves: what must be found is found with its roles, what must be refused is not."""

from collections.abc import Sequence
from functools import partial, reduce

import pytest

from dateline.find.actors import actors
from dateline.find.frames import frames
from dateline.find.notes import Frame, Notes, Word
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.find.times import times
from dateline.model import Part, Published, Report
from dateline.phenomena import Example, Phenomenon, load_phenomena
from dateline.words.actors import load_roster

pytestmark = pytest.mark.model
EACH = pytest.mark.parametrize("phenomenon", load_phenomena(), ids=lambda p: p.name)


def read(texts: Sequence[str]) -> dict[str, tuple[Frame, ...]]:
    """The frames of each of some sentences, which are parsed in one go."""
    parsed = dict(zip(texts, load_parser()(texts), strict=True))

    def parser(own: Sequence[str]) -> Sequence[Sequence[Word]]:
        return [parsed[text] if text in parsed else load_parser()([text])[0] for text in own]

    steps = (partial(sentences, parser=parser), times, partial(actors, roster=load_roster()), frames)
    return {text: reduce(lambda notes, step: step(notes), steps, noted(text)).frames for text in texts}


def noted(text: str) -> Notes:
    """The notes of a report of one sentence, before any step."""
    return Notes(Report("r", "r", "r", text, (Part(0, len(text), "body"),), Published(None, "none")))


def missed(phenomenon: Phenomenon, example: Example, frames: Sequence[Frame]) -> str | None:
    """What was not read from a sentence that must be found."""
    found = [frame for frame in frames if frame.phenomenon == phenomenon.name]
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
    told = read([example.text for example in phenomenon.found])
    assert [why for example in phenomenon.found if (why := missed(phenomenon, example, told[example.text]))] == []


@EACH
def test_what_must_be_refused_is_refused(phenomenon):
    """No sentence that uses the words in another sense is taken for it."""
    told = read(phenomenon.refused)
    assert [text for text in told if any(frame.phenomenon == phenomenon.name for frame in told[text])] == []
