"""What an HTML page says of itself: JSON-LD, OpenGraph, meta elements, times and links, and which of them is believed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

from dateline.read.markup import Told
from dateline.read.stamps import stamp
from dateline.times import Interval

__all__ = ["Metadata", "attributes", "metadata"]

ATTRIBUTE = re.compile(r"([a-zA-Z][\w:-]*)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publish_date", "published_date",
    "publication_date", "publication-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dc.date.created", "dcterms.date", "date.created", "citation_publication_date",
    "citation_online_date", "originalpublicationdate", "article.published", "article_date_original", "cxenseparse:recs:publishtime", "rnews:datepublished", "displaydate", "timestamp", "date", "created", "ptime",
)  # fmt: skip
"""Names of meta elements that tell when a page was published, the most exact first."""
TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
ARTICLES = ("article", "posting", "newsarticle", "report")
DEEPEST = 8
LARGEST = 2_000_000
"""Characters of one JSON-LD script that are looked at."""
LONE = "only time element"
WEAK = ("last change", "time element", LONE)
"""Stamps that often tell something else: an update, another story in the margin."""
BROKEN = re.compile(r"[\"']datePublished[\"']\s*:\s*[\"']([^\"']{6,60})[\"']")
"""A date in a script that is no JSON for a comma too many."""
UTC = "+00:00"
LIKELY = re.compile(r"(?:^|[.:_-])(?:date|published?|publication)(?:$|[.:_-])(?!.*(?:modif|updat|expir|valid|end))")
"""Other names that a meta element with the date may have."""
IN_URL = re.compile(
    r"/((?:19|20)\d\d)(?:[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=\D|$)|/([1-9]|1[0-2])/([1-9]|[12]\d|3[01])(?=/))"
)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was believed of a page's own words about itself, and why."""

    title: str | None = None
    site: str | None = None
    stamp: str | None = None
    guessed: bool = False
    """Whether the stamp is that of the only time on the page, which nothing marks as the publication's: it may be a reader's."""
    canonical: str | None = None
    language: str | None = None
    changed: str | None = None
    """When it was last changed, as it says."""
    notes: tuple[str, ...] = ()


def metadata(told: Iterable[Told], url: str | None) -> Metadata:
    """What a page says of itself; where two places disagree, the more exact one is believed and the other noted."""
    elements = [(one.name, attributes(one.attrs), one.content) for one in told if _telling(one)]
    metas = _metas(elements)
    linked = [row for name, _, content in elements if name == "script" for row in _rows(content)]
    stamps = list(_stamps(metas, linked, elements, url))
    canonical = next((a.get("href") for name, a, _ in elements if name == "link" and "canonical" in a.get("rel", "").lower().split()), None)  # fmt: skip
    title = next((metas[name] for name in TITLES if metas.get(name)), None) or _first(linked, "headline")
    notes = _said(stamps)
    return Metadata(
        title=" ".join(title.split()) if title else None,
        site=metas.get("og:site_name") or _publisher(linked),
        stamp=_local(stamps),
        guessed=bool(stamps) and stamps[0][0] == LONE,
        canonical=_absolute(canonical or metas.get("og:url"), url),
        changed=_changed(metas, linked),
        language=next((a.get("lang") or a.get("xml:lang") for name, a, _ in elements if name == "html"), None),
        notes=notes,
    )


def _telling(one: Told) -> bool:
    """Whether an element can say anything that is asked for: most links lead to styles and icons."""
    return one.name != "link" or "canonical" in one.attrs.lower()


def attributes(said: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case, entities decoded; the first of two wins.

    >>> attributes(' Class="a" class=b hidden')
    {'class': 'a', 'hidden': ''}
    """
    found: dict[str, str] = {}
    for name, *values in ATTRIBUTE.findall(said[:20_000]):
        found.setdefault(name.lower(), unescape("".join(values)))
    return found


def _metas(elements: Iterable[tuple[str, Mapping[str, str], str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, has, _ in elements:
        if name == "meta" and has.get("content", "").strip():
            for key in ("property", "name", "itemprop", "http-equiv"):
                if key in has:
                    found.setdefault(has[key].lower(), has["content"].strip())
    return found


def _rows(content: str) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD script, at any depth that pages use."""
    try:
        waiting: list[tuple[Any, int]] = [(json.loads(content[:LARGEST].strip().rstrip(";"), strict=False), 0)]
    except (ValueError, RecursionError):
        broken = BROKEN.search(content[:LARGEST])
        waiting = [({"@type": "Article", "datePublished": broken[1]}, 0)] if broken else []
    while waiting:
        one, depth = waiting.pop(0)
        if isinstance(one, dict):
            yield one
            waiting += [(inner, depth + 1) for key, inner in one.items() if key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item") and depth < DEEPEST]  # fmt: skip
        elif isinstance(one, list) and depth < DEEPEST:
            waiting += [(inner, depth + 1) for inner in one[:200]]


def _is_article(row: Mapping[str, Any]) -> bool:
    kinds = row.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.lower().endswith(ARTICLES) for name in names)


def _first(linked: Iterable[Mapping[str, Any]], key: str) -> str | None:
    return next(
        (row[key] for row in linked if _is_article(row) and isinstance(row.get(key), str) and row[key].strip()), None
    )


def _publisher(linked: Iterable[Mapping[str, Any]]) -> str | None:
    for row in linked:
        publisher = row.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"])
    return None


def _stamps(
    metas: Mapping[str, str],
    linked: list[Mapping[str, Any]],
    elements: list[tuple[str, dict[str, str], str]],
    url: str | None,
) -> Iterator[tuple[str, str]]:
    """The dates of publication a page tells, each with where, the most believed first; what is no date is left out."""
    told: list[tuple[str, str | None]] = [("JSON-LD", _first(linked, "datePublished"))]
    told += [(f"meta {name}", metas[name]) for name in DATES if name in metas]
    told += [(f"meta {name}", said) for name, said in metas.items() if name not in DATES and LIKELY.search(name)]
    times = [has for name, has, _ in elements if name == "time" and (has.get("datetime") or has.get("content"))]
    told_times = {has.get("datetime") or has.get("content") for has in times}
    marked = [has for has in times if "pubdate" in has or "published" in has.get("itemprop", "").lower() or "published" in has.get("class", "").lower()]  # fmt: skip
    told += [("time element", has.get("datetime") or has.get("content")) for has in marked]
    told += [(LONE, said) for said in told_times if len(told_times) == 1]
    told += [
        ("JSON-LD of the page", row["datePublished"]) for row in linked if isinstance(row.get("datePublished"), str)
    ]
    told += [("address", _in_address(url))]
    told += [("last change", _changed(metas, linked))]
    yield from ((where, said.strip()) for where, said in told if stamp(said) is not None and said)


def _local(stamps: Sequence[tuple[str, str]]) -> str | None:
    """The first stamp; where another one tells the same moment by the clock of a place, that one: its day is the outlet's.

    >>> _local([("meta date", "2021-03-05T01:10:00Z"), ("time element", "2021-03-04T20:10:00-05:00")])
    '2021-03-04T20:10:00-05:00'
    """
    told = [(said, when) for _, said in stamps if (when := stamp(said)) is not None]
    if not told:
        return None
    said, first = told[0]
    if first.offset != UTC:
        return said
    return next((own for own, when in told if when.offset not in (None, UTC) and _moment(when) == _moment(first)), said)


def _moment(when: Interval) -> datetime:
    return datetime.fromisoformat(when.iso()[0])


def _changed(metas: Mapping[str, str], linked: list[Mapping[str, Any]]) -> str | None:
    told = (
        _first(linked, "dateModified"),
        metas.get("article:modified_time"),
        metas.get("og:updated_time"),
        metas.get("last-modified"),
    )
    return next((said.strip() for said in told if said and stamp(said) is not None), None)


def _in_address(url: str | None) -> str | None:
    match = IN_URL.search(url) if url else None
    return "-".join(told.zfill(2) for told in match.groups() if told) if match else None


def _said(stamps: list[tuple[str, str]]) -> tuple[str, ...]:
    """Which stamp was believed, and the first place that tells another day."""
    days = [(where, when.first) for where, said in stamps if (when := stamp(said)) is not None]
    if not days:
        return ()
    other = next((f"; its {where} says {day}" for where, day in days[1:] if abs((day - days[0][1]).days) > 1 and where not in WEAK), "")  # fmt: skip
    return (f"dated by its {days[0][0]}{other}",)


def _absolute(said: str | None, url: str | None) -> str | None:
    """An address as a whole one of the web, or None."""
    if not said:
        return url
    try:
        whole = urljoin(url or "", said.strip())
        return whole if urlsplit(whole).scheme in ("http", "https") else url
    except ValueError:
        return url
