"""Sentences: stretches of one line of one part, or of one block of lines broken at a fixed width, each parsed once.

From the text of a report to its sentences with their parse, `Notes.sentences`; and plain questions to a parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.parser import Parser
from dateline.model import Report, Span
from dateline.text import STORY, paragraphs, trim
from dateline.words.lemmas import hyphened

__all__ = ["LONGEST", "sentences", "split"]

LONGEST = 1_200
"""A longer stretch without an end is cut at a blank: the parser's cost must stay bounded on text without full stops."""

SHORT = frozenset(
    "mr mrs ms dr prof gen lt col maj capt sgt brig adm cmdr gov sen rep pres rev fr st sr jr hon amb messrs mt ft no nos vs etc inc ltd co corp "
    "jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat approx dept est fig al cf e.g i.e a.m p.m u.s u.n u.k u.a.e d.c".split()
)  # fmt: skip
"""What a full stop may follow without ending a sentence, in lower case and without that stop."""

LETTER = re.compile(r"[^\W\d_]")
"""What a stretch must hold to say anything: a page of nothing but signs is not parsed."""

END = re.compile(r"""[.!?…]+["'”’)\]]*(?=\s)|[.!?]["”’](?=[A-Z])|(?<=[a-z]{3})\.(?=[A-Z][a-z]+\s)""")


RUN_IN = re.compile(
    r"""(?<=[\w"”’)])\s+(?=NEW:\s|(?:The|An?|This|These|Those|He|She|It|They|There|We|Their|But|Some|Many|Most|Several|In|On|At"""
    r"""|After|As|If|While|When)\s[a-z])"""
)
"""Where a page has lost the stop or the line between a title and a sentence: a word that begins one, and a small letter behind it."""

LEADS = frozenset("a an the of in on at to for from by with and or against that".split())
"""What leads on to the next word, however that is written: "against The third way"."""

BEHIND_A = frozenset("is was were are and or in on at to of for from by has had will as with".split())
"""What stands behind a letter that is a name: "Hall A was hit"."""

A_WORD = 40
"""Letters on either side of such a place that are looked at."""


def split(text: str, span: Span) -> Iterator[Span]:
    """The sentences within one line of a text.

    >>> said = "Gen. Karimi spoke at 5 p.m. on Monday. The U.S. envoy left."
    >>> [said[s.start : s.end] for s in split(said, Span(0, len(said)))]
    ['Gen. Karimi spoke at 5 p.m. on Monday.', 'The U.S. envoy left.']
    >>> said = "Riots spread to Gao The mayor fled. Hall A was hit."
    >>> [said[s.start : s.end] for s in split(said, Span(0, len(said)))]
    ['Riots spread to Gao', 'The mayor fled.', 'Hall A was hit.']
    """
    start = span.start
    for match in END.finditer(text, span.start, span.end):
        if _ends(text, start, match, span.end):
            yield from _pieces(text, Span(start, match.end()))
            start = match.end()
    yield from _pieces(text, Span(start, span.end))


def sentences(notes: Notes, *, parser: Parser) -> Notes:
    """Notes with the sentences of every part that can carry a claim, parsed."""
    bare = tuple(_bare(notes.report))
    parsed = parser([sentence.text for sentence in bare])
    return replace(
        notes, sentences=tuple(replace(s, words=_moved(words, s.start)) for s, words in zip(bare, parsed, strict=True))
    )


def _ends(text: str, start: int, match: re.Match[str], limit: int) -> bool:
    """Whether a stop ends a sentence: not after an abbreviation or an initial, not before a small letter."""
    following = text[match.end() : min(limit, match.end() + 60)].lstrip()
    if not following:
        return False
    opener = following.lstrip("\"'“‘([ ")[:1]
    if opener.islower() and match.group().startswith((".", "…")):
        return False
    if match.group() != ".":
        return True
    before = text[start : match.start()].rsplit(None, 1)
    last = before[-1].lstrip("\"'“‘(").lower() if before else ""
    if last in SHORT:
        return (
            last in ("a.m", "p.m", "u.s", "u.n", "u.k", "etc") and following.split()[0].rstrip(",").lower() in STARTERS
        )
    return not (len(last) == 1 and last.isalpha())


STARTERS = frozenset(
    "the a an on in at it he she they but and this that these those there meanwhile however after as since".split()
)
"""What begins a sentence after an abbreviation that often ends one."""


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """A stretch parted from the titles that run into it, each short enough to be parsed."""
    start = span.start
    for match in RUN_IN.finditer(text, span.start, span.end):
        if _begins(text, start, match):
            yield from _cut(text, Span(start, match.start()))
            start = match.end()
    yield from _cut(text, Span(start, span.end))


def _begins(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a capital letter within a stretch begins a sentence."""
    before = text[max(start, match.start() - A_WORD) : match.start()].split()
    behind = text[match.end() : match.end() + A_WORD].split()
    return bool(before) and before[-1].lower() not in LEADS and not (behind[0] == "A" and behind[1] in BEHIND_A)


def _cut(text: str, span: Span) -> Iterator[Span]:
    span = trim(text, span)
    while span.end - span.start > LONGEST:
        cut = text.rfind(" ", span.start + LONGEST // 2, span.start + LONGEST)
        cut = cut if cut > 0 else span.start + LONGEST
        yield Span(span.start, cut)
        span = trim(text, Span(cut, span.end))
    if span.start < span.end:
        yield span


def _bare(report: Report) -> Iterator[Sentence]:
    block = 0
    for part in report.parts:
        if part.part not in STORY:
            continue
        said = report.text[part.start : part.end]
        for line in paragraphs(said):
            block += 1
            for span in split(report.text, Span(part.start + line.start, part.start + line.end)):
                if LETTER.search(report.text, span.start, span.end) is not None:
                    yield Sentence(span.start, span.end, report.text[span.start : span.end], part.part, block)


def _moved(words: tuple[Word, ...], by: int) -> tuple[Word, ...]:
    moved = tuple(Word._make((i, start + by, end + by, *rest)) for i, start, end, *rest in words)
    return _whole(moved) if any(word.text == "-" for word in moved) else moved


def _whole(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words, the last of a hyphened one with the base form of the whole: "fire" of "cease-fire" is a ceasefire."""
    wholes, found = hyphened(), list(words)
    for left, hyphen, right in zip(words, words[1:], words[2:], strict=False):
        base = wholes.get(f"{left.lower}-{right.lower}") if hyphen.text == "-" else None
        if base is not None:
            found[right.i] = right._replace(lemma=base)
    return tuple(found)
