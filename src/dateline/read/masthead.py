"""What the head of a page tells: its title, its outlet, and the agency whose wire it prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from dateline.model import Part
from dateline.read.bylines import publisher
from dateline.read.source import Page
from dateline.text import fold
from dateline.words.outlets import agency_named, agency_pattern, outlet_at, outlet_named

__all__ = ["outlet", "title", "wire"]

OWN = ("CNN",)
"""Outlets that sign a dateline as agencies do, for themselves."""
LONGEST = 160
"""Characters of a title; what is longer is several headlines that lost their line breaks."""


SIGNED = re.compile(r"\(([A-Z][\w.&' -]{1,60})\)")
"""A name in brackets, which in a dateline is whoever signs it."""


def title(page: Page, parts: Iterable[Part]) -> str | None:
    """The title given with a page, else its headline.

    >>> title(Page("a", "Truce holds\\nA day of calm."), [Part(0, 12, "headline"), Part(12, 26, "body")])
    'Truce holds'
    """
    if page.title and page.title.strip():
        return " ".join(page.title.split())
    first = next((page.text[part.start : part.end] for part in parts if part.part == "headline"), "")
    said = " ".join(first.split()).strip("\ufeff ")
    return said if 0 < len(said) <= LONGEST else None


def outlet(page: Page, parts: Iterable[Part]) -> str | None:
    """The outlet given with a page, else the one its address belongs to, else the one it names in credits or footer."""
    if page.outlet:
        return outlet_named(page.outlet) or (outlet_at("//" + page.outlet) if "." in page.outlet else page.outlet)
    if page.url:
        return outlet_at(page.url)
    for part in parts:
        if part.part == "dateline":
            own = next((name for name in OWN if f"({name})" in page.text[part.start : part.end]), None)
            if own is not None:
                return own
        if part.part in ("byline", "furniture"):
            said = fold(page.text[part.start : min(part.end, part.start + 400)])
            found = _printed(said) or (publisher(said.strip()) if part.part == "byline" else None)
            if found is not None:
                return found
    return None


def wire(page: Page, parts: Sequence[Part]) -> str | None:
    """The agency that credits, dateline or byline name, or whoever signs the dateline; None where none does, or only "agencies" do.

    >>> wire(Page("a", "GOMA (AFP) - Calm."), [Part(0, 12, "dateline"), Part(12, 18, "body")])
    'AFP'
    >>> wire(Page("a", "ADEN (Coast Wire) - Calm."), [Part(0, 19, "dateline"), Part(19, 25, "body")])
    'Coast Wire'
    """
    for part in parts:
        if part.part in ("byline", "dateline"):
            for match in _agency().finditer(page.text, part.start, min(part.end, part.start + 400)):
                return None if match.group() in OWN else agency_named(match.group())
    signed = (
        [match[1] for match in SIGNED.finditer(page.text, part.start, min(part.end, part.start + 400))]
        for part in parts
        if part.part == "dateline"
    )
    return next((names[-1] for names in signed if names and outlet_named(names[-1]) is None), None)


def _printed(said: str) -> str | None:
    """The outlet that a credit or a footer names as its own."""
    match = re.search(r"(?:copyright|\u00a9|\(c\)|by|source:?)[^\w]*(?:(?:19|20)\d\d )?([A-Z][\w'-]*(?: [A-Z][\w'-]*){0,3})", said, re.IGNORECASE)  # fmt: skip
    if match is None:
        return None
    words = match[1].split()
    names = (" ".join(words[:n]) for n in range(len(words), 0, -1))
    return next((found for found in map(outlet_named, names) if found and agency_named(found) is None), None)


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/])(?:{agency_pattern()})(?![\w])|\bREUTERS\b")
