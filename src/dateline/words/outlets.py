"""Outlets by domain or name, and the agencies whose wires they print."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import urlsplit

from dateline.tables import load_table

__all__ = ["agencies", "agency_named", "agency_pattern", "like_an_outlet", "original", "outlet_at", "outlet_named"]


COPY = re.compile(
    r"https?://(?:(?:web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?|(?:www\.)?archive\.(?:today|ph|is|li|md|vn|fo)/\d{4,14})/(?=https?:|[\w-]+\.)"
    r"|[\w-]+\.cdn\.ampproject\.org/[cv]/(?:s/)?|(?:www\.)?google\.[a-z.]{2,6}/amp/(?:s/)?"
    r"|webcache\.googleusercontent\.com/search\?q=cache:(?:[\w-]{8,}:)?)",
    re.IGNORECASE,
)
"""How the address of a copy begins, up to the address of what it is a copy of."""
TRANSLATION = re.compile(r"https?://([\w-]+)\.translate\.goog(?=[/?#]|$)", re.IGNORECASE)


@cache
def _outlets() -> tuple[dict[str, str], dict[str, str]]:
    """Name → shown name, and domain → shown name; both in lower case."""
    names: dict[str, str] = {}
    domains: dict[str, str] = {}
    for shown, *others in load_table("words/outlets.toml")["outlets"]:
        names[shown.lower()] = shown
        for other in others:
            (domains if "." in other and " " not in other else names)[other.lower()] = shown
    return names, domains


@cache
def agencies() -> dict[str, str]:
    """How an agency is written in a credit → how the record names its wire."""
    return {name: entry["short"] for entry in load_table("words/agencies.toml")["agencies"] for name in entry["names"]}


@cache
def agency_pattern() -> str:
    """An expression for any agency's name, longest first."""
    return "|".join(re.escape(name) for name in sorted(agencies(), key=lambda n: (-len(n), n)))


def agency_named(text: str) -> str | None:
    """The record's name of the agency that `text` names, whatever its case; None where it names none.

    >>> agency_named("Associated Press")
    'AP'
    """
    return agencies().get(text) or _lower().get(text.lower())


def outlet_named(text: str) -> str | None:
    """The shown name of the outlet that `text` names; None for one we do not know.

    >>> outlet_named("aljazeera")
    'Al Jazeera'
    """
    return _outlets()[0].get(text.strip().lower())


def like_an_outlet(name: str) -> bool:
    """Whether a name is made as those of outlets are.

    >>> like_an_outlet("Harbour Gazette"), like_an_outlet("Ana Ruiz")
    (True, False)
    """
    return not _made_of().isdisjoint(name.lower().split())


def outlet_at(url: str) -> str | None:
    """The outlet that publishes at an address: its known name, or its bare domain; None where there is no host.

    >>> outlet_at("https://www.trtworld.com/article/1"), outlet_at("http://news.example.org/a")
    ('TRT World', 'news.example.org')
    """
    host = _host(url)
    if host is None:
        return None
    domains = _outlets()[1]
    labels = host.split(".")
    known = (".".join(labels[i:]) for i in range(len(labels) - 1))
    return next((domains[name] for name in known if name in domains), host)


@cache
def _made_of() -> frozenset[str]:
    return frozenset(load_table("words/outlets.toml")["made_of"])


@cache
def _lower() -> dict[str, str]:
    return {name.lower(): short for name, short in agencies().items()}


def original(url: str) -> str:
    """The address of a page, out of that of an archive's copy, of a fast copy for telephones, or of a translation.

    >>> original("https://web.archive.org/web/20210304063000/https://example.org/mill")
    'https://example.org/mill'
    >>> original("https://example-org.translate.goog/mill?_x_tr_sl=de"), original("https://example.org/mill")
    ('https://example.org/mill?_x_tr_sl=de', 'https://example.org/mill')
    """
    copied = COPY.match(url)
    if copied is not None:
        return url[copied.end() :] if url.startswith("http", copied.end()) else f"https://{url[copied.end() :]}"
    turned = TRANSLATION.match(url)
    if turned is None:
        return url
    host = re.sub(
        r"-+", lambda run: "-" if len(run[0]) == 2 else ".", turned[1]
    )  # a hyphen of the name is written twice
    return f"https://{host}{url[turned.end() :]}"


def _host(url: str) -> str | None:
    try:
        host = urlsplit(original(url)).hostname
    except ValueError:
        return None
    return None if host is None or "." not in host else host.removeprefix("www.").removeprefix("m.")
