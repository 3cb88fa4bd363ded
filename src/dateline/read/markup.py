"""The text layer of an HTML page: every text node outside script and style, block by block, each character with its byte.

The page is read once from front to back; nothing is built that a hostile page could make deep or large.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from html import unescape
from typing import NamedTuple

from dateline.read.limits import DEEPEST, MOST_BLOCKS

__all__ = ["Block", "Layer", "layer_of"]

TOKEN = re.compile(
    r"</([a-zA-Z][^\s/>]{0,60})[^>]*+>"
    r"|<([a-zA-Z][^\s/>]{0,60})((?>[^>=]+|=\s*(?>\"[^\"]*\"|'[^']*')?)*+)>"
    r"|<!--(?>-?>|(?s:.*?)(?:--!?>|\Z))|<[!?/][^>]*+(?:>|\Z)|<[a-zA-Z](?s:.*)\Z"
)
"""An end tag, a start tag, a comment, a declaration, or a tag that the page ends in. Each alternative takes what it sees
or the rest: a page without one closing bracket costs one look."""

RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
}
"""Elements whose content is no markup, and what ends it."""
SPOKEN = frozenset(("title", "textarea", "xmp"))
"""Of these, the ones whose content is text that a reader can see; in a frame it is markup for browsers without frames."""
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup "
    "time tt u var wbr img svg path g use".split()
)  # fmt: skip
"""Elements that break no line."""
UNHEARD = INLINE - frozenset(("a", "time"))
"""Of these, the ones that tell nothing at all."""
VOID = frozenset("area base br col embed hr img input link meta param source track wbr path use".split())
TELLING = frozenset("html meta link time".split())
"""Elements whose attributes or content say something of the page as a whole."""
PIECE = re.compile(r"[^ \t\r\n\f&]+(?: [^ \t\r\n\f&]+)*|[ \t\r\n\f]+|&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)?")  # fmt: skip
"""Words with single blanks between them, a run of blanks, or an entity."""
PLAIN = re.compile(r"[ \t\r\n\f]*+([^ \t\r\n\f&]++(?: [^ \t\r\n\f&]++)*+)[ \t\r\n\f]*+\Z")
"""A text node of such words and the blanks around them, without an entity."""
CLOSES = {
    "li": frozenset(("li", "p")), "td": frozenset(("td", "th", "p")), "th": frozenset(("td", "th", "p")), "tr": frozenset(("tr", "td", "th", "p")),
    "dt": frozenset(("dt", "dd", "p")), "dd": frozenset(("dt", "dd", "p")), "option": frozenset(("option",)),
}  # fmt: skip
"""An element that opens, and the open ones right above it that it closes; any block closes a paragraph."""
PARAGRAPH = frozenset(("p",))
CLOSED = PARAGRAPH.union(*CLOSES.values())
"""Elements that another one may close by opening."""
KNOWN = INLINE | VOID | frozenset("html head body div p ul ol li h1 h2 h3 h4 h5 h6 section article header footer nav aside main form table tr td th button".split())  # fmt: skip
"""Names in small letters that need no folding."""
CLOSING, OPENING = 1, 3
"""The last group of `TOKEN` that an end tag and a start tag fill."""


class Element(NamedTuple):
    """An element: its name, its attributes as they are written, its number in the order of the page, and what holds it."""

    name: str
    attrs: str
    number: int
    depth: int
    parent: Element | None


_element = partial(tuple.__new__, Element)
"""An element from the tuple of its fields: a page has some four hundred, and naming them costs as much as making them."""


class Block(NamedTuple):
    """A stretch of text without a block boundary in it, and where it stands."""

    start: int
    end: int
    linked: int
    """How many of its characters lie in links."""
    within: Element | None
    """The innermost open block element."""


class Told(NamedTuple):
    """An element that says something of the page: its name, its attributes, and for a script its content."""

    name: str
    attrs: str
    content: str


@dataclass(frozen=True, slots=True)
class Layer:
    """The text of a page, its blocks, and the runs that lead each character back to the source."""

    text: str
    blocks: tuple[Block, ...]
    texts: array[int]
    """Where each run begins in the text."""
    sources: array[int]
    """Where each run begins in the decoded source."""
    told: tuple[Told, ...] = ()
    spans: tuple[Sequence[int], Sequence[int]] = ((), ())
    """By the number of an element, the first of its blocks and the one after its last."""

    def source(self, at: int) -> int:
        """The character of the source that the character `at` of the text comes from.

        >>> layer = layer_of("<p>Fish &amp; chips</p>")
        >>> layer.text, layer.source(0), layer.source(7)
        ('Fish & chips', 3, 14)
        """
        run = bisect_right(self.texts, at) - 1
        return self.sources[run] + at - self.texts[run]


def layer_of(source: str) -> Layer:
    """The text layer of a page's decoded source.

    >>> layer_of("<h1>Truce</h1><script>x()</script><p>It <b>holds</b>.").text
    'Truce\\nIt holds.'
    """
    walk = Walk(source)
    at = 0
    search, say, shut, enter = TOKEN.search, walk.say, walk.shut, walk.enter
    while (match := search(source, at)) is not None:
        start, end = match.span()
        if start > at:
            # Most text nodes are the blanks between two tags; a call for each would cost more than looking at it.
            if (node := source[at:start]).isspace() and "\xa0" not in node:
                walk.blank = at if walk.length > walk.start else None
            else:
                say(at, start)
        at = end
        kind = match.lastindex
        if kind == CLOSING:
            if (name := match[1]) not in UNHEARD:
                shut(name)
        elif kind == OPENING and (name := match[2]) not in UNHEARD:
            at = enter(name, match[3], at)
    walk.say(at, len(source))
    walk.end()
    return Layer(
        "".join(walk.out), tuple(walk.blocks), walk.texts, walk.sources, tuple(walk.told), (walk.first, walk.ends())
    )


class Walk:
    """One way through a page's source: the text so far, the block that is being filled, and the open elements."""

    __slots__ = (
        "blank", "blocks", "first", "last", "length", "link", "linked", "names", "open", "out", "source", "sources", "start", "texts", "told",
    )  # fmt: skip

    def __init__(self, source: str) -> None:
        self.source = source
        self.out: list[str] = []
        self.length = 0
        self.texts, self.sources = array("L"), array("L")
        self.blocks: list[Block] = []
        self.told: list[Told] = []
        self.open: list[Element] = []
        self.names: dict[str, int] = {}
        self.first, self.last = list[int](), list[int]()
        self.start = 0
        self.linked = 0
        self.link: int | None = None
        """How deep the elements were where the open link began."""
        self.blank: int | None = None
        """Where in the source the blank lies that the next word of this block will need."""

    def shut(self, name: str) -> None:
        """Take an end tag in."""
        if name not in KNOWN:
            name = name.lower()
        if name == "a":
            self.link = None
        elif name not in INLINE:
            if self.length > self.start:
                self.cut()
            self.close(name)

    def enter(self, name: str, attrs: str, at: int) -> int:
        """Take a start tag in; gives where the reading goes on."""
        if name not in KNOWN:
            name = name.lower()
        if name == "a":
            self.link = len(self.open)
            return at
        if name in TELLING:
            self.told.append(Told(name, attrs, ""))
        if name in INLINE:
            return at
        if self.length > self.start:
            self.cut()
        if name in RAW:
            return self.raw(name, attrs, at)
        if name not in VOID:
            self.hold(name, attrs)
        return at

    def raw(self, name: str, attrs: str, at: int) -> int:
        """Pass over content that is no markup, up to its end tag or the page's: said as it stands, or left out."""
        ends = RAW[name].search(self.source, at)
        end = ends.start() if ends else len(self.source)
        if name in SPOKEN:
            self.hold(name, attrs)
            self.say(at, end)
            if self.length > self.start:
                self.cut()
            self.close(name)
        elif name == "script" and "ld+json" in attrs:
            self.told.append(Told(name, attrs, self.source[at:end]))
        return end

    def hold(self, name: str, attrs: str) -> None:
        """Open a block element, and close what cannot hold it."""
        held = self.open
        if held and held[-1].name in CLOSED:
            ends = CLOSES.get(name, PARAGRAPH)
            while held and held[-1].name in ends:
                self.close(held[-1].name)
        depth = len(held)
        if depth < DEEPEST:
            held.append(_element((name, attrs, len(self.first), depth, held[-1] if held else None)))
            self.first.append(len(self.blocks))
            self.last.append(-1)
            self.names[name] = self.names.get(name, 0) + 1

    def close(self, name: str) -> None:
        """Close the innermost open element of a name and all within it; one that is not open is passed over."""
        if not self.names.get(name):
            return
        while True:
            gone = self.open.pop()
            self.names[gone.name] -= 1
            self.last[gone.number] = len(self.blocks)
            if gone.name == name:
                break
        if self.link is not None and self.link > len(self.open):
            self.link = None

    def say(self, start: int, end: int) -> None:
        """Add a text node to the block: blanks made one, entities decoded."""
        plain = PLAIN.match(self.source, start, end)
        if plain is None:
            self.spell(start, end)
            return
        first, last = plain.span(1)
        if first > start:
            self.blank = start if self.length > self.start else None
        if self.blank is None and (self.length > self.start or not self.blocks):
            self.put(plain[1], first)
        else:
            self.word(plain[1], first)
        if last < end:
            self.blank = last

    def spell(self, start: int, end: int) -> None:
        """Add a text node that has entities, or several blanks in a row."""
        for piece in PIECE.finditer(self.source, start, end):
            said = piece[0]
            if said[0] in " \t\r\n\f":
                self.blank = piece.start() if self.length > self.start else None
            else:
                self.word(unescape(said) if said[0] == "&" else said, piece.start())

    def word(self, said: str, source: int) -> None:
        """Add words that stand at `source`, with the blank before them that is still owed."""
        if self.blank is not None:
            if self.blank == source - 1:
                said, source = " " + said, self.blank
            else:
                self.put(" ", self.blank)
            self.blank = None
        elif self.length == self.start and self.blocks:
            self.begin(source)
        self.put(said, source)

    def begin(self, source: int) -> None:
        """Begin a block below another one."""
        self.put("\n", source)
        self.start = self.length
        self.linked = 0

    def put(self, said: str, source: int) -> None:
        """Add characters that stand at `source`."""
        size = len(said)
        self.texts.append(self.length)
        self.sources.append(source)
        self.out.append(said)
        self.length += size
        if self.link is not None:
            self.linked += size

    def cut(self) -> None:
        """End the block, in which something was said; past the most blocks, a line."""
        self.blank = None
        if len(self.blocks) < MOST_BLOCKS:
            self.end()
        else:
            self.put("\n", self.sources[-1])

    def end(self) -> None:
        """Keep the block that is being filled."""
        if self.length > self.start:
            self.blocks.append(Block(self.start, self.length, self.linked, self.open[-1] if self.open else None))
            self.start = self.length
        self.linked = 0

    def ends(self) -> list[int]:
        """The block after the last of each element; what was never closed ends with the page."""
        for element in self.open:
            self.last[element.number] = len(self.blocks)
        return self.last
