"""Interviews and briefings: lines that open with a name and a colon, some of which ask; each turn is its speaker's word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from dateline.find.notes import Notes
from dateline.model import Actor, Attribution, Span
from dateline.text import trim
from dateline.words.speech import load_speech

__all__ = ["opened_by", "turns"]

LEAD = re.compile(r"\(?((?:[A-Z][\w.’'-]{0,24})(?: {1,3}(?:[A-Z][\w.’'-]{0,24}|al|bin|de)){0,5})\)? ?:(?=\s)")
"""A line's opening that can name who speaks: up to six words in capitals, and a colon."""


class _Line(NamedTuple):
    """A line that opens with a name: the name, where its words start, and where they end."""

    lead: Span
    start: int
    end: int


def turns(notes: Notes) -> tuple[Attribution, ...]:
    """What each speaker of an interview says, in order of the text; nothing where nobody asks and answers. Whoever
    mostly asks vouches for nothing.
    """
    lines = list(_lines(notes))
    texts = [notes.report.text[line.lead.start : line.lead.end] for line in lines]
    people = [a.name for a in notes.actors if a.kind == "person"] if lines else []
    short = {name: _initials(name) for name in (*texts, *people) if " " in name}
    full = {text: _in_full(text, short) for text in set(texts)}
    names = [full[text] for text in texts]
    asking = Counter(name for name, line in zip(names, lines, strict=True) if _asks(notes, line))
    told = Counter(names)
    hosts = {name for name in asking if 2 * asking[name] >= told[name]}
    guests = {name for name in told if name not in hosts}
    if not any(told[name] > 1 for name in hosts) or not any(told[name] > 1 for name in guests):
        return ()
    return tuple(_turn(notes, line, name, asks=name in hosts) for line, name in zip(lines, names, strict=True))


def opened_by(found: Sequence[Attribution], span: Span) -> Attribution | None:
    """The turn that opens within a span."""
    return next(
        (turn for turn in found if turn.speaker is not None and span.start <= turn.speaker.start < span.end), None
    )


def _lines(notes: Notes) -> Iterator[_Line]:
    """The lines that open with a name and a colon; each runs on to the next one."""
    text, block, heads = notes.report.text, -1, []
    for sentence in notes.sentences:
        lead = LEAD.match(text, sentence.start, sentence.end) if sentence.block != block else None
        block = sentence.block
        if lead is not None and lead.group(1).lower() not in load_speech().rubrics:
            heads.append((Span(*lead.span(1)), lead.end()))
    ends = [head[0].start for head in heads[1:]] + ([notes.sentences[-1].end] if heads else [])
    for (lead_span, start), end in zip(heads, ends, strict=True):
        content = trim(text, Span(start, end))
        if content.start < content.end:
            yield _Line(lead_span, content.start, content.end)


def _asks(notes: Notes, line: _Line) -> bool:
    return notes.report.text[line.end - 1] == "?"


def _turn(notes: Notes, line: _Line, name: str, *, asks: bool) -> Attribution:
    text = notes.report.text
    voices = () if asks else (_speaker(notes, line, name),)
    mark = text.index(":", line.lead.end)
    return Attribution(
        line.lead.start,
        line.end,
        text[line.lead.start : line.end],
        line.lead,
        Span(mark, mark + 1),
        Span(line.start, line.end),
        False,
        voices,
    )


def _speaker(notes: Notes, line: _Line, name: str) -> Actor:
    """Who a line is by: an actor that its opening names, else the name itself."""
    at = bisect_left(notes.actors, line.lead.start, key=lambda actor: actor.start)
    known = next((a for a in notes.actors[at : at + 2] if a.end == line.lead.end and a.kind == "person"), None)
    if known is not None and (known.start == line.lead.start or known.name not in name):
        return known
    text = notes.report.text[line.lead.start : line.lead.end]
    return Actor(line.lead.start, line.lead.end, text, name, kind="person")


def _in_full(name: str, short: Mapping[str, str]) -> str:
    """The first name whose initials a line gives, else what the line gives."""
    if not name.isupper() or " " in name:
        return name
    return next((other for other, initials in short.items() if initials.endswith(name)), name)


def _initials(name: str) -> str:
    """The first letters of the words of a name."""
    return "".join(b for a, b in pairwise(" " + name) if a in " -" and b.isupper())
