"""A saying within a sentence: its cue, who says it, and what is said, in numbers of words."""

from __future__ import annotations

from typing import NamedTuple

from dateline.model import Stance

__all__ = ["Said"]


class Said(NamedTuple):
    """A saying within a sentence, in numbers of words; ends are not included. `speaker_head` is the main word of the
    speaker; `content` is None where what is said lies outside the sentence, or only a quotation tells it.
    """

    at: int
    cue: tuple[int, int]
    speaker: tuple[int, int] | None
    speaker_head: int | None
    content: tuple[int, int] | None
    stance: Stance
    vouches: bool
    open: bool
    """Whether a quotation nearby may be its content."""
    clause: bool = False
    """Whether what is said is a whole clause, not only what it is about."""
    channel: int | None = None
    """The main word of the one who passed it on: the agency told, the station that quotes."""
    human: bool = False
    """Whether only people do what the cue tells."""
    listed: tuple[int, ...] = ()
    """The main words of all speakers, where several are listed or one is described beside the name."""
    asked: bool = False
    """Whether it is a question that somebody else put."""
