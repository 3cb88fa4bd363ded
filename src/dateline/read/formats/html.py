"""HTML pages: the text layer, and which of its blocks are the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from dateline.model import Part, PartName, Span, Unread
from dateline.read.announced import opens_with
from dateline.read.bylines import is_byline
from dateline.read.decode import decode, is_binary
from dateline.read.formats.plain import oddities
from dateline.read.markup import Block, Element, Layer, layer_of
from dateline.read.metadata import Metadata, metadata
from dateline.read.parts.blocks import NAMES, captioned, features
from dateline.read.parts.leads import split_line
from dateline.read.parts.lines import MERGED, joined
from dateline.read.parts.weights import weights
from dateline.read.source import Page, Source, digest
from dateline.read.versions import address
from dateline.text import fold
from dateline.words.furniture import cue_of
from dateline.words.outlets import like_an_outlet, outlet_named

__all__ = ["layer", "read_html"]

KEPT = 0.5
"""How likely a block must be of the story to be kept."""
DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
DECKS = re.compile(r"standfirst|subtitle|sub-?head|\bdek\b|\bdeck\b|summary|excerpt|\blede?\b|intro|teaser-text|article-description|kicker-text", re.IGNORECASE)  # fmt: skip
BESIDE = 20
"""Signs that a block may hold besides the words of the title."""
FEWEST = 2
"""Blanks in a line outside of headings that says the title, to be the headline: one word is a menu's."""
LONG = 45
"""Words from which a block is prose, whatever word it opens with."""


def read_html(source: Source) -> Iterator[Page | Unread]:
    """The one page of an HTML document. Raises Unreadable for bytes that are no text."""
    kind = is_binary(source.data)
    if kind is not None:
        yield Unread(source.key, "binary", f"not a page: {kind}")
        return
    text, note = decode(source.data, _declared(source))
    page = source.page or Page(source.key)
    seen = layer_of(text)
    says = metadata(seen.told, page.url)
    title = page.title or _titled(seen, says)
    url = page.url if address(page.url) else says.canonical or page.url
    notes = (*page.notes, *((note,) if note else ()), *oddities(seen.text), *says.notes)
    yield replace(
        page,
        text=seen.text,
        sha256=page.sha256 or digest(source.data),
        parts=parts(seen, title),
        title=title,
        url=url,
        outlet=page.outlet or (_site(seen, says) if address(url) is None else None),
        stamp=says.stamp or page.stamp,
        says=says,
        notes=notes,
    )


def layer(data: bytes, hint: str | None = None) -> tuple[Layer, str]:
    """The text layer of a page's bytes, and the decoded source that its runs lead to.

    >>> seen, decoded = layer("<p>caf\u00e9</p>".encode())
    >>> seen.text, len(decoded[: seen.source(3)].encode())
    ('caf\u00e9', 6)
    """
    text, _ = decode(data, _declared(Source("", data, hint)))
    return layer_of(text), text


def parts(seen: Layer, title: str | None) -> tuple[Part, ...]:
    """The parts of a page: each block that is weighed as the story, and what the others are."""
    if not seen.blocks:
        return tuple(joined([], len(seen.text)))
    folded = fold(seen.text)
    names = _cued(seen, folded, _weighed(seen))
    head = _headline(seen, names, title)
    if head is not None:
        names[head] = "headline"
        _decked(seen, names, head)
        _signed(seen, folded, names, head)
    return tuple(joined(list(_pieces(seen, folded, names, title)), len(seen.text)))


def _weighed(seen: Layer) -> list[PartName]:
    """Each block as body or furniture, by what is seen of it."""
    weighed, rows = features(seen)
    names: list[PartName] = ["furniture"] * len(seen.blocks)
    if weighed:
        each, bias = weights("blocks", NAMES)
        likely = 1 / (1 + np.exp(-np.clip(rows @ each + bias, -30, 30)))
        for i, chance in zip(weighed, likely.tolist(), strict=True):
            if chance >= KEPT:
                names[i] = "body"
    return names


def _cued(seen: Layer, folded: str, names: Sequence[PartName]) -> list[PartName]:
    """The names, where the words of a kept block, or the element around it, give it away as something else."""
    out = list(names)
    known: dict[int, bool] = {}
    for i, block in enumerate(seen.blocks):
        if out[i] == "body":
            out[i] = _cue(folded[block.start : block.end]) or "body"
        if out[i] in ("body", "furniture") and block.linked == 0 and _captioned(block.within, known):
            out[i] = "caption"
        if block.within is not None and block.within.name == "title":
            out[i] = "furniture"
    return out


def _cue(said: str) -> PartName | None:
    if said.count(" ") >= LONG:
        return None
    cue = cue_of(said[:400])
    return cue.part if cue is not None else None


def _captioned(element: Element | None, known: dict[int, bool]) -> bool:
    """Whether one of the three innermost elements says that it is a caption; `known` remembers each by its number."""
    for _ in range(3):
        if element is None:
            return False
        if element.number not in known:
            known[element.number] = captioned(element)
        if known[element.number]:
            return True
        element = element.parent
    return False


def _site(seen: Layer, says: Metadata) -> str | None:
    """The outlet that metadata name, else the one behind the title in the title element: a known one, or one named so."""
    if says.site:
        return says.site
    block = next((b for b in seen.blocks if b.within is not None and b.within.name == "title"), None)
    last = (
        re.split(r"\s+(?:[|\u2013\u2014\u00bb\u00b7]|-{1,2})\s+", seen.text[block.start : block.end])[1:]
        if block is not None
        else []
    )
    return next(
        (outlet_named(name) or name for name in reversed(last) if outlet_named(name) or like_an_outlet(name)), None
    )


def _titled(seen: Layer, says: Metadata) -> str | None:
    """The title in the page's metadata, else the title element's without the outlet's name behind it."""
    if says.title:
        return _own(says.title, says.site)
    block = next((b for b in seen.blocks if b.within is not None and b.within.name == "title"), None)
    if block is None:
        return None
    said = seen.text[block.start : block.end]
    return re.split(r"\s+(?:[|\u2013\u2014\u00bb\u00b7]|-{1,2})\s+", said)[0].strip() or None


def _own(title: str, site: str | None) -> str:
    """A title without the outlet's name behind it.

    >>> _own("Truce holds - Example Post", "Example Post")
    'Truce holds'
    """
    bare = title.removesuffix(site or "").rstrip()
    return (
        bare.rstrip("|\u2013\u2014\u00bb\u00b7- ")
        if site and bare != title and bare[-1:] in "|\u2013\u2014\u00bb\u00b7-"
        else title
    )


def _headline(seen: Layer, names: Sequence[PartName], title: str | None) -> int | None:
    """The number of the headline's block: a heading that says the title, else the first main heading near the story."""
    headings = [
        i for i, block in enumerate(seen.blocks) if block.within is not None and block.within.name in ("h1", "h2")
    ]
    if title:
        said = _bare(title)
        for i in headings:
            block = seen.blocks[i]
            own = _bare(seen.text[block.start : block.end])
            if own and len(own) > 8 and (own == said or own in said or said in own):
                return i
        plain = next((i for i in range(len(names)) if _says(seen, i, names[i], said)), None)
        if plain is not None:
            return plain
    first = next((i for i, name in enumerate(names) if name == "body"), len(names))
    main = [
        i for i in headings if seen.blocks[i].within is not None and _named(seen.blocks[i], "h1") and i <= first + 2
    ]
    return main[-1] if main else None


def _says(seen: Layer, i: int, part: PartName, title: str) -> bool:
    """Whether a block that is no heading says the title, or what stands in it before the outlet's name."""
    block = seen.blocks[i]
    if part not in ("body", "furniture") or block.linked or _named(block, "title"):
        return False
    own = _bare(seen.text[block.start : block.end]) if block.end - block.start <= len(title) + BESIDE else ""
    return own.count(" ") >= FEWEST and (own == title or (title.startswith(f"{own} ") and 3 * len(own) >= len(title)))


def _named(block: Block, name: str) -> bool:
    return block.within is not None and block.within.name == name


def _bare(said: str) -> str:
    return re.sub(r"\W+", " ", said).strip().lower()


def _decked(seen: Layer, names: list[PartName], head: int) -> None:
    """Mark the standfirst: a block after the headline that its element calls one, before the body goes on."""
    for i in range(head + 1, min(head + 8, len(names))):
        block = seen.blocks[i]
        element = block.within
        says = element is not None and (DECKS.search(element.attrs[:300]) or (element.parent is not None and DECKS.search(element.parent.attrs[:300])))  # fmt: skip
        if names[i] == "body" and says and 20 < block.end - block.start < 500:
            names[i] = "standfirst"
            return


def _signed(seen: Layer, folded: str, names: list[PartName], head: int) -> None:
    """Mark bylines: blocks between the headline and the body that are a date, or a name with a date."""
    for i in range(head + 1, min(head + 8, len(names))):
        if names[i] in ("body", "furniture") and is_byline(folded[seen.blocks[i].start : seen.blocks[i].end]):
            names[i] = "byline"
        elif names[i] == "body":
            return


def _pieces(seen: Layer, folded: str, names: Sequence[PartName], title: str | None) -> Iterator[Part]:
    """The parts of each block; masthead and credits are looked for in the first and the last ones of the story."""
    body = [i for i, name in enumerate(names) if name == "body"]
    blocks = seen.blocks
    ends = [
        i for i in body[-1:] if opens_with(folded[blocks[i].start : blocks[i].end]) is None
    ]  # else a chronology's entry
    edge = {*body[:1], *ends}
    start = 0
    for i, name in enumerate(names):
        if i in edge:
            yield from split_line(folded, Span(blocks[i].start, blocks[i].end), name, title)
            start = i + 1
        elif name not in MERGED or i + 1 == len(names) or names[i + 1] != name or i + 1 in edge:
            yield Part(blocks[start].start, blocks[i].end, name)
            start = i + 1


def _declared(source: Source) -> str | None:
    """The encoding that the transport or the page declares."""
    told = re.search(r"charset\s*=\s*[\"']?([\w-]+)", source.hint or "")
    if told is not None:
        return told[1]
    match = DECLARED.search(source.data[:4_096])
    return match[1].decode("ascii") if match else None
