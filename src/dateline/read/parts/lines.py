"""The lines of a plain-text page, each told apart: the story from its captions, credits, teasers and furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dateline.model import Part, PartName, Span
from dateline.read.announced import opens_with
from dateline.read.bylines import is_byline
from dateline.read.limits import MOST_LINES
from dateline.read.parts.dumps import kept
from dateline.read.parts.leads import lone_dateline, opening, split_line
from dateline.text import fold, paragraphs
from dateline.words.furniture import cue_of, heads_list

__all__ = ["MERGED", "Line", "joined", "parts_of"]

ENDS = re.compile(r"[.!?…][\"')\]]*$")
BULLET = re.compile(r"(?:[*+•·◦‣▪>|-]|\d{1,2}[.)])\s")
COMMENTS = re.compile(
    r"(?:(?:the )?(?:views|opinions) expressed in (?:the )?comments\b|(?:reader |user |\d+ )?comments?(?: \(\d+\)|:)?$|comments are (?:closed|moderated)|join the (?:discussion|conversation)$"
    r"|leave a (?:comment|reply)$|post a comment$|[\w .-]{2,30} said ?\.\.\.$|sort by (?:newest|oldest|best)\b)",
    re.IGNORECASE,
)  # fmt: skip
COMMENT = re.compile(
    r"(?:^|\| ?)(?:report abuse|report (?:this )?comment|flag (?:this comment|as inappropriate))(?: ?\||$)",
    re.IGNORECASE,
)
"""What a site sets beside a comment, and beside nothing of its own."""
ARTICLE = re.compile(r" (?:the|an?|that|his|her|its|their) ")
"""What the headlines of other stories do without."""
LOWER = re.compile(r"(?<= )[a-z]{3,}\b")
"""A word that is no name: a short line of a menu has few."""
DECK = 20
"""Words above which a line above the story is likelier its standfirst than its headline."""
SOUND = re.compile(r"[^\W\d_]{3,}")
"""A word, of which a clock or the weather have none or one."""
HEADING, LISTED = 7, 12
"""Words of a heading above other stories, and how many may stand below it."""
STRAY = 8
"""Lines neither prose nor told by a cue from which a page is a dump: below it, someone has cut the article out already."""
HIGH = 12
"""Lines above the story among which its headline is looked for."""
MASTHEAD = 6
"""Lines below the headline among which a date, or a name with a date, is a byline."""
LONGEST = 130
"""Words above which a line is not asked whether it is something else than the story."""
MERGED = ("body", "furniture")
"""Parts whose neighbours are one stretch; two captions, or a headline and its echo, stay two."""
FEW = 6
"""Lines up to which a page without a blank one may be a single sentence."""
CREDITED = re.compile(r"\([A-Z][\w /]{1,30}\)$")
"""How a line ends that names who took the picture."""
SHORTEST = 8
"""Words below which a line has to be carried by its neighbours to count as prose."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank, folded and without the blanks around it, and the part it plays as far as known."""

    start: int
    end: int
    text: str
    words: int
    indent: int
    blank: bool
    """Whether a blank line stands before it."""
    part: PartName | None = None

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return ENDS.search(self.text) is not None


def parts_of(text: str, title: str | None = None) -> tuple[Part, ...]:
    """The parts of a plain text, covering it without a gap; `title` is its headline where it is known."""
    folded = fold(text)
    rest = _rest(folded)
    judged = _judged(list(_lines(folded[:rest])), title)
    headline = title or next((line.text for line in judged if line.part == "headline"), None)
    story = [i for i, line in enumerate(judged) if line.part in ("body", "standfirst")]
    edge = {*story[:4], *story[-4:]}
    listed = {i: when.first for i in edge if (when := opens_with(judged[i].text)) is not None}
    if len({*listed.values()}) > 1:  # a chronology: none of its days is the page's own
        edge -= listed.keys()
    edge -= _turns([(i, judged[i].text) for i in story])
    pieces: list[Part] = []
    for i, line in enumerate(judged):
        part: PartName = line.part or "furniture"
        if i in edge:
            pieces.extend(split_line(folded, Span(line.start, line.end), part, headline))
        else:
            pieces.append(Part(line.start, line.end, part))
    if rest < len(text):
        pieces.append(Part(rest, len(text), "furniture"))
    return tuple(joined(pieces, len(text)))


def _turns(lines: Sequence[tuple[int, str]]) -> set[int]:
    """The numbers of the lines of an interview: those that open with a name in capitals, or its last word, as others do, where
    somebody asks.
    """
    opened = [
        (i, named[1].split()[-1], text.endswith("?")) for i, text in lines if (named := TURN.match(text)) is not None
    ]
    again = Counter(name for _, name, _ in opened)
    talk = len(again) > 1 and any(asks for _, name, asks in opened if again[name] > 1)
    return {i for i, _, _ in opened} if talk else set()


TURN = re.compile(r"([A-Z][A-Z.' -]{2,40}):(?=\s)")
"""How the line of an interview opens."""


def _rest(text: str) -> int:
    """Where the lines end that are judged one by one."""
    if text.count("\n") < MOST_LINES:
        return len(text)
    at = 0
    for _ in range(MOST_LINES):
        at = text.index("\n", at) + 1
    return at


def joined(pieces: Sequence[Part], length: int) -> Iterator[Part]:
    """The pieces stretched over the blanks between them, so that they cover the text.

    >>> list(joined([Part(1, 3, "headline"), Part(5, 8, "body")], 9))
    [Part(start=0, end=5, part='headline'), Part(start=5, end=9, part='body')]
    """
    if not pieces:
        yield Part(0, length, "furniture")
        return
    first = pieces[0]
    start, name = 0, first.part
    for piece in pieces[1:]:
        if piece.part != name or name not in MERGED:
            yield Part(start, piece.start, name)
            start, name = piece.start, piece.part
    yield Part(start, length, name)


def _judged(lines: Sequence[Line], title: str | None) -> list[Line]:
    """The lines, each with the part it plays."""
    if len(lines) < 2 or _one_sentence(lines):
        return [replace(line, part="body") for line in lines]
    cued = _listed(_commented(_twins([replace(line, part=line.part or _cued(line)) for line in lines])))
    inside = _gone_on(cued, _inside(cued))
    told = [replace(line, part=_part(line, within)) for line, within in zip(cued, inside, strict=True)]
    told = [
        replace(one, part="dateline") if below and lone_dateline(one.text) else one
        for one, below in zip(told, (*inside[1:], False), strict=True)
    ]
    first = inside.index(True) if True in inside else 0
    last = len(inside) - inside[::-1].index(True) if True in inside else len(inside)
    return _headed(told, range(first, last), title)


def _one_sentence(lines: Sequence[Line]) -> bool:
    """Whether a few lines with no blank between them are one sentence that was broken: one begins small behind one without an end."""
    if len(lines) > FEW or any(line.blank for line in lines[1:]) or any(_cued(line) for line in lines):
        return False
    return any(line.text[:1].islower() and not before.ends for before, line in pairwise(lines))


def _inside(lines: Sequence[Line]) -> list[bool]:
    """Which lines are of the story. A page with few lines that nothing explains is trusted; a dump is weighed line by line."""
    stray = sum(line.part is None and _weight(line) < 0 for line in lines)
    if stray < STRAY or stray * 10 < len(lines):
        story = _story(lines)
        return [i in story for i in range(len(lines))]
    return kept([line.text for line in lines], [line.indent for line in lines], [line.blank for line in lines])


def _cued(line: Line) -> PartName | None:
    """The part that a line's own words give away; a long line of prose is no furniture for one word of it."""
    if line.words > LONGEST:
        return None
    bullet = BULLET.match(line.text)
    said = line.text[bullet.end() :] if bullet else line.text
    cue = cue_of(said[:400]) if line.words < 60 else None
    if cue is not None:
        return cue.part if line.words < 45 or cue.part == "caption" else None
    tail = cue_of(said[-160:]) if line.words >= 60 else None
    return "caption" if tail is not None and tail.part == "caption" else None


def _twins(lines: Sequence[Line]) -> list[Line]:
    """Lines with what stands twice marked: a caption is printed under a picture and again in its overlay."""
    seen: dict[str, int] = {}
    out = list(lines)
    top = next((i for i, line in enumerate(lines) if line.words >= 4 and _worded(line)), 0)
    for i, line in enumerate(lines):
        first = seen.setdefault(line.text, i)
        if first == i or line.part is not None:
            continue
        near = i - first <= 2 and line.words >= 4
        if near and first == top and (first == 0 or not line.ends):
            # The title of a page, and its headline: nothing else opens a page twice.
            out[first] = replace(out[first], part="furniture")
            out[i] = replace(line, part="headline" if line.ends else None)
            continue
        if first == 0 == top and i <= MASTHEAD and line.words >= 4 and _one_picture(lines[1:i]):
            out[0] = replace(out[0], part="furniture")
            out[1:i] = [replace(one, part="caption") if CREDITED.search(one.text) else one for one in out[1:i]]
            out[i] = replace(line, part="headline")
            continue
        out[i] = replace(line, part="caption" if near else "furniture" if line.words < SHORTEST else None)
        if near and out[first].part is None:
            out[first] = replace(out[first], part="caption")
    return out


def _one_picture(between: Sequence[Line]) -> bool:
    """Whether what stands between a title and its headline is what is told of one picture, and no story."""
    told = [line for line in between if line.words >= SHORTEST]
    return len(told) == 1 and CREDITED.search(told[0].text) is not None


def _commented(lines: Sequence[Line]) -> list[Line]:
    """Lines with what readers wrote below the story as furniture: nothing after that heading, or the first mark beside one below
    its prose, is the outlet's."""
    below = len(lines) // 2
    told = next((i for i, line in enumerate(lines) if line.part is None and _prose(line)), len(lines))
    marks = (i for i, line in enumerate(lines) if i > told and COMMENT.search(line.text))
    heads = (i for i, line in enumerate(lines) if i > below and COMMENTS.match(line.text))
    opens = min(next(marks, len(lines)), next(heads, len(lines)))
    return [replace(line, part="furniture") if i >= opens else line for i, line in enumerate(lines)]


def _listed(lines: Sequence[Line]) -> list[Line]:
    """Lines with the headlines of other stories as teasers: those below a heading that announces them, up to a line of prose;
    above the story such headings are a menu's."""
    out = list(lines)
    left, begun = 0, False
    for i, line in enumerate(lines):
        begun = begun or (line.part is None and _prose(line))
        if begun and line.words <= HEADING and heads_list(line.text):
            out[i], left = replace(line, part="teaser"), LISTED
        elif left and line.part is None:
            left = 0 if _prose(line) else left - 1
            out[i] = replace(line, part="teaser") if left else line
    return out


def _gone_on(lines: Sequence[Line], inside: Sequence[bool]) -> list[bool]:
    """Which lines are of the story, without the headlines of others below it, and with one that goes on right below and lost
    its end: those headlines are several, and do without articles."""
    out = list(inside)
    at = len(out) - out[::-1].index(True) if True in out else len(out)
    last = next((i for i in range(at - 1, -1, -1) if out[i] and lines[i].part is None and _prose(lines[i])), at)
    tail = range(last + 1, at)
    if sum(_broken(lines[i]) for i in tail) > 1:
        out[last + 1 : at] = [False] * len(tail)
        return out
    if at < len(out) and _unended(lines[at]) and not (at + 1 < len(out) and _unended(lines[at + 1])):
        out[at] = True
    return out


def _broken(line: Line) -> bool:
    return line.part is None and line.words >= 4 and not line.ends and not BULLET.match(line.text)


def _unended(line: Line) -> bool:
    return (
        line.part is None and line.words >= SHORTEST and not BULLET.match(line.text) and bool(ARTICLE.search(line.text))
    )


def _weight(line: Line) -> float:
    """How much a line speaks for the story (above 0) or against it, before its neighbours are heard."""
    if line.part == "furniture":
        return -8.0
    if line.part is not None:
        return -1.0
    if BULLET.match(line.text) and line.words < (SHORTEST if line.ends else 2 * SHORTEST):
        return -4.0
    if line.ends:
        return min(float(line.words), 40.0) if line.words > 3 else -0.5
    return min(line.words / 2, 30.0) if line.words >= 2 * SHORTEST else -5.0


def _story(lines: Sequence[Line]) -> range:
    """The run of lines with the greatest weight: where the story is."""
    best, total, start = (0.0, 0, 0), 0.0, 0
    for i, line in enumerate(lines):
        if total <= 0:
            total, start = 0.0, i
        total += _weight(line)
        if total > best[0]:
            best = (total, start, i + 1)
    return range(best[1], best[2]) if best[2] else range(len(lines))


def _part(line: Line, inside: bool) -> PartName:
    """What a line is, now that its neighbours are known."""
    if line.part is not None:
        return line.part
    return "body" if inside else "furniture"


def _headed(lines: Sequence[Line], story: range, title: str | None) -> list[Line]:
    """Lines with headline and standfirst told from the body and from what stands above it."""
    out = list(lines)
    at = _headline(lines, story, title)
    if at is None:
        return out
    out[at] = replace(out[at], part="headline")
    for i in range(at + 1, len(lines) - 1):
        if out[i + 1].part == "caption" and _alt(out[i], out[i + 1]):
            out[i] = replace(out[i], part="caption")
    for i in range(at + 1, min(at + 1 + MASTHEAD, len(out))):
        if out[i].part == "body" and out[i].ends and i > at + 1:
            break
        if out[i].part in ("body", "furniture") and is_byline(out[i].text):
            out[i] = replace(out[i], part="byline")
    follows = next((i for i in range(at + 1, len(out)) if out[i].part == "body" or _deck(out, i, story)), None)
    if follows is not None and _standfirst(out, follows):
        out[follows] = replace(out[follows], part="standfirst")
    return out


def _headline(lines: Sequence[Line], story: range, title: str | None) -> int | None:
    """The number of the headline's line: the title where it stands, else the last likely line above the story."""
    if title is not None:
        said = fold(title).strip().lower()
        same = (i for i, line in enumerate(lines[: story.stop]) if line.text.lower().rstrip(".") == said.rstrip("."))
        found = next(same, None)
        if found is not None:
            return found
    twice = next((i for i, line in enumerate(lines) if line.part == "headline"), None)
    if twice is not None:
        return twice
    if lines[0].text.endswith(";") and _headlike(replace(lines[0], text=lines[0].text.rstrip(" ;")), 2):
        return 0  # archives set a semicolon between a headline and its deck
    opens = next((i for i in story if lines[i].part == "body" and _prose(lines[i])), story.start)
    above = range(opens, max(-1, min(story.start, opens) - HIGH), -1)
    likely = [i for i in above if i < len(lines) and _headlike(lines[i], 3 if i else 2)]
    return max(likely, key=lambda i: (min(lines[i].words, 7) - 2 * (lines[i].words > DECK), -i), default=None)


def _headlike(line: Line, least: int) -> bool:
    """Whether a line can be a headline: `least` to 25 words, no end of a sentence, nothing that a cue explains."""
    if line.part not in ("body", "furniture") or not least <= line.words <= 25:
        return False
    if line.text.endswith((".", ",", ";")) or BULLET.match(line.text) is not None:
        return False
    if lone_dateline(line.text) or not _worded(line):
        return False
    return cue_of(line.text) is None


def _prose(line: Line) -> bool:
    """Whether a line reads as a sentence of a story, and as no line of a list, which breaks off."""
    return line.words > 25 or (line.words >= SHORTEST and line.ends and not line.text.endswith(("...", "…")))


def _worded(line: Line) -> bool:
    """Whether a line has words, and is no date, clock or weather."""
    return len(SOUND.findall(line.text)) >= 2 and not is_byline(line.text)


def _deck(lines: Sequence[Line], i: int, story: range) -> bool:
    """Whether a line between headline and story may be the standfirst though it ends as no sentence does."""
    line = lines[i]
    told = line.words >= 6 or len(LOWER.findall(line.text)) >= 3
    return i < story.start and line.part == "furniture" and told and cue_of(line.text) is None


def _standfirst(lines: Sequence[Line], i: int) -> bool:
    """Whether the first line of the story is its summary: no full stop, or set off by a credit, a caption, a banner."""
    if i + 1 >= len(lines) or lines[i].words > 45:
        return False
    return not lines[i].ends or lines[i + 1].part not in ("body", "headline")


def _alt(line: Line, caption: Line) -> bool:
    """Whether a short line right above a caption names its picture."""
    beside = line.words < SHORTEST and not line.ends and caption.start - line.end <= 2
    return line.part == "body" and beside and not is_byline(line.text)


def _lines(folded: str) -> Iterator[Line]:
    """The lines of a folded text that are not blank."""
    below = 0
    for span in paragraphs(folded):
        said = folded[span.start : span.end]
        bare = said.strip("\ufeff \t\r\n\x0b\x0c\xa0")
        indent = len(said) - len(said.lstrip()) if bare else 0
        start = span.start + indent
        blank = folded.count("\n", below, span.start) > 1 if below else False
        end = start + len(said.strip())
        head = opening(bare) if not below else 0
        if head:
            yield Line(
                start, start + head, bare[:head].strip(), bare[:head].strip().count(" ") + 1, indent, blank, "byline"
            )
            bare = bare[head:].strip()
            start = end - len(bare)
        yield Line(start, end, bare, bare.count(" ") + 1, indent, blank)
        below = span.end
