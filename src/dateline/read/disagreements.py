"""Where a page's metadata, its address and what it prints tell different things: which was believed, and why."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.model import Part
from dateline.read.metadata import Metadata
from dateline.read.versions import address
from dateline.text import fold
from dateline.words.outlets import outlet_at, outlet_named

__all__ = ["disagreements"]

LONGEST = 120
"""Characters of a title that a note quotes."""
WORD = re.compile(r"\w{3,}")
ALIKE = 0.5
"""The share of a shorter title's words from which two titles tell the same."""


def disagreements(
    says: Metadata, text: str, parts: Sequence[Part], url: str | None, language: str | None
) -> tuple[str, ...]:
    """A note for each thing that a page tells in two ways. Dates have notes of their own."""
    return (*_titles(says, text, parts), *_addresses(says, url), *_owners(says, url), *_languages(says, language))


def _titles(says: Metadata, text: str, parts: Sequence[Part]) -> Iterator[str]:
    shown = next((" ".join(text[part.start : part.end].split()) for part in parts if part.part == "headline"), None)
    if says.title and shown and not _same_title(says.title, shown):
        yield f"its metadata call it “{says.title[:LONGEST]}”, the page prints “{shown[:LONGEST]}”; the metadata name one page, print may be another's"


def _same_title(one: str, other: str) -> bool:
    """Whether two titles share half of the shorter one's words.

    >>> _same_title("Ferry sinks off Split | Example Post", "Ferry sinks"), _same_title("Ferry sinks", "Mayor resigns")
    (True, False)
    """
    words, others = (set(WORD.findall(fold(title).lower())) for title in (one, other))
    fewer = min(len(words), len(others))
    return not fewer or len(words & others) >= ALIKE * fewer


def _addresses(says: Metadata, url: str | None) -> Iterator[str]:
    own, told = address(url), address(says.canonical)
    if own and told and own != told:
        elsewhere = outlet_at(f"//{own}") != outlet_at(f"//{told}")
        why = "it was first published elsewhere" if elsewhere else "that is where it was found"
        yield f"it was found at {url}, and names {says.canonical} as its address; the first is kept" + (
            f", though {why}" if elsewhere else f": {why}"
        )


def _owners(says: Metadata, url: str | None) -> Iterator[str]:
    at, named = outlet_at(url) if url else None, outlet_named(says.site) if says.site else None
    if at and named and at != named:
        yield f"its address is that of {at}, its metadata name {named}; the address is believed, metadata are copied along with stories"


def _languages(says: Metadata, language: str | None) -> Iterator[str]:
    told = re.split(r"[-_]", says.language.strip().lower())[0] if says.language else ""
    if len(told) == 2 and language is not None and told != language:
        yield f"its markup says that it is in {told}; its words are in {language}, and are believed"
