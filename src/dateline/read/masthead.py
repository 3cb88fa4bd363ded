"""What the head of a page tells: its title, its outlet, and the agency whose wire it prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from dateline.model import Part
from dateline.read.bylines import publisher
from dateline.read.source import Page
from dateline.text import fold
from dateline.words.outlets import agency_named, agency_pattern, like_an_outlet, outlet_at, outlet_named

__all__ = ["outlet", "title", "wire"]

OWN = ("CNN",)
"""Outlets that sign a dateline as agencies do, for themselves."""
LONGEST = 160
"""Characters of a title; what is longer is several headlines that lost their line breaks."""


OWNED = re.compile(
    r"(?:\u00a9|\(c\)|\bcopyright\b)(?: ?(?:\u00a9|\(c\)|copyright))?[ ,:]*(?:(?:19|20)\d\d)?(?: ?[-/] ?(?:19|20)?\d\d)?[ ,.:|-]*(?:by |of )?"
    r"(?P<name>(?-i:[A-Z\u00c0-\u00de])[\w.&'-]*(?: (?:(?-i:[A-Z\u00c0-\u00de])[\w.&'-]*|of|the|and|&|de|la|for|in)){0,5})[ ,.]*(?:(?:19|20)\d\d[ .]*)?(?:[|-]|all rights|alle rechte|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""A sign of copyright and who owns it; the line ends there, or the rights are told."""
COMPANY = re.compile(
    r"\.? (?:all rights|limited|ltd|inc|llc|plc|gmbh|corp(?:oration)?|co|media group)\b.*", re.IGNORECASE
)
"""What stands behind a name and is none of it."""
DOMAIN = re.compile(r"(?:[\w-]{2,40}\.){1,3}[a-zA-Z]{2,10}")

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
    return _owner(page.text, parts)


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


def _owner(text: str, parts: Iterable[Part]) -> str | None:
    """Whose page it is, by its own furniture: behind the sign of copyright a known outlet, a name made as those of outlets
    are, or a domain; companies and persons own pages of many outlets."""
    for part in parts:
        if part.part != "furniture":
            continue
        for match in OWNED.finditer(fold(text[part.start : part.end])):
            name = COMPANY.sub("", match["name"]).strip(" .,-")
            if agency_named(name) is not None:
                continue
            if DOMAIN.fullmatch(name):
                return outlet_at(f"//{name.lower()}")
            found = (
                outlet_named(name)
                or outlet_named(name.removeprefix("The "))
                or (name if like_an_outlet(name) else None)
            )
            if found is not None:
                return found
    return None


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/])(?:{agency_pattern()})(?![\w])|\bREUTERS\b")
