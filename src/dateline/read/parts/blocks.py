"""What can be seen of each block of a page without knowing what it says: its words, its element, its place, its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import log1p
from typing import NamedTuple

import numpy as np

from dateline.read.markup import Block, Element, Layer
from dateline.read.parts.signs import ABOUT, SENTENCE
from dateline.read.parts.weights import Numbers

__all__ = ["NAMES", "captioned", "features"]

CLAIMS = re.compile(r"(?:class|id|role|itemprop|style|data-component)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s>]+)", re.IGNORECASE)  # fmt: skip
HIDDEN = re.compile(r"\bhidden\b", re.IGNORECASE)
AGAINST = re.compile(
    r"(?<![a-z])(?:nav|menu|foot|side-?bar|comment|disqus|respond|shar(?:e|ing)|social|related|recommend|promo|sponsor|advert|\bads?\b|[-_]ads?\b|banner|breadcrumb|cookie|consent|newsletter|subscri|sign-?up|log-?in|widget|popular|trending"
    r"|most-?read|teaser|outbrain|taboola|modal|popup|overlay|pagination|pager|tags?\b|taglist|byline|author|bio\b|meta\b|metadata|toolbar|masthead|search|copyright|legal|disclaimer|hidden|display:\s*none|visually|sr-only"
    r"|screen-reader|skip|print|rating|reaction|poll|shop|cart|price|contentinfo|complementary|infobox|toc\b|caption|credit|more-?(?:stories|news|from))|nav(?:bar|igation)?\b|menu\b|footer"
)  # fmt: skip
FOR = re.compile(
    r"(?<![a-z])(?:content\b|main|article|story|entry|post\b|text|body|copy|paragraph|prose)|(?:body|content|text)\b"
)
STRONG = re.compile(r"(?:article|entry|post|story|blog)[-_]*(?:body|content|text)|field-name-body|td-post-content")
COMMENT = re.compile(r"comment|disqus|respond|replies|discussion|kommentar")
CAPTION = re.compile(r"caption|photo-?credit|image-?credit|bildunterschrift|legend\b")
ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*$")

TAGS = ("p", "h1", "h2", "h3", "h4", "li", "td", "dd", "div", "figcaption", "blockquote", "section", "article", "pre", "label", "title")  # fmt: skip
NESTED = ("nav", "header", "footer", "aside", "form", "figure", "table", "li", "article", "main", "blockquote", "noscript", "section", "button")  # fmt: skip
OWN = (
    "words",
    "chars",
    "linked",
    "ends",
    "sentences",
    "commas",
    "lower",
    "title",
    "digits",
    "about",
    "all_linked",
    "short",
    "long_words",
)
MARKED = ("against", "for", "strong", "comment", "caption", "own_against", "own_for", "depth")
PLACE = ("at", "after_h1", "near_h1", "inside", "gap", "before", "after", "again")
HELD = tuple(f"held{n}_{what}" for n in (1, 2, 3) for what in ("share", "linked", "prose"))
NEAR = tuple(f"near{n}_{what}" for n in (-2, -1, 1, 2) for what in ("words", "linked", "paragraph", "ends"))
NAMES = (*OWN, *(f"tag_{t}" for t in TAGS), *(f"in_{t}" for t in NESTED), *MARKED, *PLACE, *HELD, *NEAR)
"""The names of what is seen, in the order of the columns."""

HEADINGS = frozenset(("h1", "h2", "h3", "title"))
WITHIN = {name: i for i, name in enumerate(NESTED)}
COLUMNS = {name: i for i, name in enumerate(TAGS)}
Sayings = tuple[bool, bool, bool, bool, bool]
"""Whether a name speaks against, for, strongly for the story; whether it names comments, a caption."""
NOTHING: Sayings = (False, False, False, False, False)
HIDDEN_AT_ALL: Sayings = (True, False, False, False, False)
DIGIT = re.compile("[0-9]")
LONGEST = 1_000
"""Characters of an element's attributes that are looked at."""


class Marks(NamedTuple):
    """What the names of an element, and of those that hold it, speak for."""

    against: int = 0
    speaks_for: int = 0
    strong: bool = False
    comment: bool = False
    caption: bool = False
    own_against: bool = False
    own_for: bool = False
    nested: tuple[float, ...] = (0.0,) * len(NESTED)


class Held(NamedTuple):
    """What each element holds at any depth, by its number: characters, linked ones, and those of prose. The last is no
    element and holds nothing."""

    chars: Numbers
    linked: Numbers
    prose: Numbers


def features(layer: Layer) -> tuple[list[int], Numbers]:
    """The numbers of the blocks that are worth weighing, and what is seen of each: columns named by `NAMES`.

    A short block that is all link is furniture at first sight; half of a page's blocks are.
    """
    blocks = layer.blocks
    said = [layer.text[block.start : block.end] for block in blocks]
    names = [block.within.name if block.within is not None else "" for block in blocks]
    weighed = [i for i, block in enumerate(blocks) if not _menu(block, names[i])]
    if not weighed:
        return [], np.zeros((0, len(NAMES)))
    own = np.array([_own(said[i], blocks[i]) for i in weighed])
    near = np.zeros((len(blocks), 4))
    near[:, 0] = np.log1p([text.count(" ") + 1 for text in said])
    near[:, 1] = 1.0
    near[weighed] = np.column_stack((own[:, 0], own[:, 2], [names[i] == "p" for i in weighed], own[:, 3]))
    prose = np.zeros(len(blocks))
    prose[weighed] = _prose(own)
    held = _held(layer, prose)
    known: dict[int, Marks] = {}
    marks = [_marks(blocks[i].within, known) for i in weighed]
    seen = (
        own,
        np.eye(len(TAGS) + 1)[[COLUMNS.get(names[i], len(TAGS)) for i in weighed], : len(TAGS)],
        np.array([mark.nested for mark in marks]),
        np.array([_numbers(mark, blocks[i].within) for i, mark in zip(weighed, marks, strict=True)]),
        _place(said, names, _inside(layer, held), layer)[weighed],
        _holders([blocks[i].within for i in weighed], held, float(prose.sum()) or 1.0),
        _near(near)[weighed],
    )
    return weighed, np.hstack(seen)


def _menu(block: Block, name: str) -> bool:
    """Whether a block is an entry of a menu: short, and nothing but link; a heading is none."""
    size = block.end - block.start
    return size < 80 and block.linked > 0.9 * size and name not in HEADINGS


def _own(text: str, block: Block) -> tuple[float, ...]:
    """What a block's own words look like."""
    words = text.split()
    count, size = len(words), len(text)
    some = max(count, 1)
    linked = block.linked / max(size, 1)
    return (
        log1p(count),
        log1p(size),
        linked,
        float(ENDS.search(text[-8:]) is not None),
        log1p(len(SENTENCE.findall(text))),
        5 * text.count(",") / some,
        sum(map(str.islower, words)) / some,
        sum(map(str.istitle, words)) / some,
        sum(map(str.isdigit, words)) / some if not text.isascii() or DIGIT.search(text) else 0.0,
        float(ABOUT.match(text) is not None),
        float(linked > 0.9),
        float(count < 4),
        min(size / some, 15) / 10,
    )


def _prose(own: Numbers) -> Numbers:
    """How many characters of prose each block holds: many words, few of them linked, an end like a sentence's."""
    size = np.expm1(own[:, 1])
    words, linked, ends = own[:, 0], own[:, 2], own[:, 3]
    return np.where((words > 2.3) & (linked < 0.5) & ((ends > 0) | (words > 3.3)), size * (1 - linked), 0.0)


def _marks(element: Element | None, known: dict[int, Marks]) -> Marks:
    """The marks of an element; those that hold it are asked first."""
    waiting: list[Element] = []
    while element is not None and element.number not in known:
        waiting.append(element)
        element = element.parent
    above = known[element.number] if element is not None else Marks()
    for one in reversed(waiting):
        above = _marked(one, above)
        known[one.number] = above
    return above


def _marked(element: Element, above: Marks) -> Marks:
    nested = above.nested
    if element.name in WITHIN and not nested[WITHIN[element.name]]:
        at = WITHIN[element.name]
        nested = (*nested[:at], 1.0, *nested[at + 1 :])
    attrs = "" if element.name in ("html", "body") else element.attrs
    if not attrs:
        plain = nested is above.nested and not above.own_against and not above.own_for
        return above if plain else Marks(*above[:5], False, False, nested)
    against, speaks_for, strong, comment, caption = said_of(attrs[:LONGEST])
    return Marks(
        above.against + against,
        above.speaks_for + speaks_for,
        above.strong or strong,
        above.comment or comment,
        above.caption or caption,
        against,
        speaks_for,
        nested,
    )


@lru_cache(maxsize=8_192)
def said_of(attrs: str) -> Sayings:
    """What the names in an element's attributes speak for."""
    found = {HIDDEN_AT_ALL} if "hidden" in attrs and HIDDEN.search(attrs) is not None else set[Sayings]()
    for value in CLAIMS.findall(attrs.lower()):
        found.update(map(_said_of_name, (value,) if ":" in value else value.split()))  # a style's rules are one name
    against, speaks_for, strong, comment, caption = map(any, zip(*found, strict=True)) if found else NOTHING
    return against, speaks_for, strong, comment, caption


@lru_cache(maxsize=65_536)
def _said_of_name(name: str) -> Sayings:
    """What one name speaks for; pages of all sites share most of theirs."""
    return (
        AGAINST.search(name) is not None,
        FOR.search(name) is not None,
        STRONG.search(name) is not None,
        COMMENT.search(name) is not None,
        CAPTION.search(name) is not None,
    )


def captioned(element: Element) -> bool:
    """Whether an element says of itself that it is a caption."""
    return element.name == "figcaption" or (element.name != "body" and element.attrs != "" and said_of(element.attrs[:LONGEST])[4])  # fmt: skip


def _numbers(marks: Marks, element: Element | None) -> tuple[float, ...]:
    return (
        min(marks.against, 5),
        min(marks.speaks_for, 5),
        marks.strong,
        marks.comment,
        marks.caption,
        marks.own_against,
        marks.own_for,
        min(element.depth + 1, 40) / 10 if element is not None else 0.0,
    )


def _held(layer: Layer, prose: Numbers) -> Held:
    """What each element holds: its blocks follow each other, so that sums up to each block are enough."""
    first, last = (np.array(ends, dtype=int) for ends in layer.spans)
    sizes = [block.end - block.start for block in layer.blocks]
    sums = (np.concatenate(([0.0], np.cumsum(one))) for one in (sizes, [block.linked for block in layer.blocks], prose))
    return Held(*(np.append(total[last] - total[first], 0.0) for total in sums))


def _holders(within: Sequence[Element | None], held: Held, prose: float) -> Numbers:
    """Of the three elements that hold a block's own: their share of the page's prose, how linked and how prosaic they are."""
    levels = np.array([_above(element) for element in within])
    found = []
    for numbers in levels.T:
        chars = np.maximum(held.chars[numbers], 1.0)
        found += [held.prose[numbers] / prose, held.linked[numbers] / chars, held.prose[numbers] / chars]
    return np.column_stack(found)


def _above(element: Element | None) -> tuple[int, int, int]:
    """The numbers of the three elements above one, the outermost again where there are fewer; -1 for none."""
    if element is None:
        return -1, -1, -1
    first = element.parent or element
    second = first.parent or first
    third = second.parent or second
    return first.number, second.number, third.number


def _inside(layer: Layer, held: Held) -> list[bool]:
    """Which blocks lie in the innermost element that holds most of the page's prose."""
    most = float(held.prose.max(initial=0.0))
    if not most:
        return [False] * len(layer.blocks)
    best = int(np.argmin(np.where(held.prose >= 0.6 * most, held.chars - held.prose / 2, np.inf)))
    first, last = layer.spans[0][best], layer.spans[1][best]
    return [first <= i < last for i in range(len(layer.blocks))]


def _place(said: Sequence[str], names: Sequence[str], inside: Sequence[bool], layer: Layer) -> Numbers:
    """Where each block stands on the page: by its length, by its main heading, by the element that holds the prose."""
    count = len(said)
    at = np.arange(count)
    starts = np.array([block.start for block in layer.blocks]) / max(1, len(layer.text))
    heading = names.index("h1") if "h1" in names else None
    first = inside.index(True) if True in inside else 0
    last = count - 1 - inside[::-1].index(True) if True in inside else count
    again = _again(said)
    return np.column_stack(
        (
            starts,
            at > heading if heading is not None else np.zeros(count),
            1 / (1 + np.abs(at - heading)) if heading is not None else np.zeros(count),
            inside,
            np.clip(np.maximum(first - at, at - last), 0, 20) / 20,
            at < first,
            at > last,
            again,
        )
    ).astype(float)


def _again(said: Sequence[str]) -> list[float]:
    """Which of some texts were said before."""
    first: dict[str, int] = {}
    return [float(first.setdefault(text, i) != i) for i, text in enumerate(said)]


def _near(seen: Numbers) -> Numbers:
    """What is seen of the two blocks before and the two after each."""
    count, width = seen.shape
    edge = np.zeros((2, width))
    padded = np.vstack((edge, seen, edge))
    return np.hstack([padded[2 + n : 2 + n + count] for n in (-2, -1, 1, 2)])
