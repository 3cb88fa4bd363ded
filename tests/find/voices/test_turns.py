"""Interviews: whose line it is, and who only asks."""

import pytest
from heard import found

pytestmark = pytest.mark.model

TALK = """Tern Post: Is the dam safe?

Ana Saw Diaz: The dam held. The growers say nine boats sank.

TP: And the lock? Who broke it?

ASD: The navy broke the lock.

It will not be mended.
"""


def test_each_turn_is_its_speakers_word() -> None:
    """Answers are the guest's, over lines without a name and by initials too; questions are nobody's."""
    told = [(a.voices[0].name, a.content) for a in found(TALK) if a.cue and TALK[a.cue.start : a.cue.end] == ":"]

    assert [name for name, _ in told] == ["Ana Saw Diaz", "Ana Saw Diaz"]
    assert TALK[told[1][1].start : told[1][1].end] == "The navy broke the lock.\n\nIt will not be mended."


def test_no_verb_is_heard_in_a_name() -> None:
    """A name that looks like a verb is none."""
    assert not any(a.cue and TALK[a.cue.start : a.cue.end] == "Saw" for a in found(TALK))


def test_a_list_is_no_interview() -> None:
    """Lines that open with a heading and ask nothing are nobody's words."""
    text = "Where: Lima\n\nWhat: A raid killed nine.\n\nWhere: Cusco\n\nWhat: A raid killed two.\n"

    assert not any(a.voices for a in found(text))
