"""Which report is a later state of another one: the same address, with another text."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from dateline.model import Report
from dateline.read.source import CARRIED, SUMMARY
from dateline.words.outlets import original

__all__ = ["address", "versions"]

ARCHIVED = "archived "
"""How the note begins that tells when an archive took a page."""
SESSION = re.compile(r";[\w.]*session[\w.]*=[^/?]*", re.IGNORECASE)
CAPTURED = re.compile(r"//web\.archive\.org/web/(\d{4})(\d\d)(\d\d)")
PASSING = (
    "utm_",
    "fbclid",
    "gclid",
    "at_medium",
    "at_campaign",
    "ref=",
    "ocid",
    "cmpid",
    "mc_cid",
    "mc_eid",
    "igshid",
    "_x_tr_",
)
"""How parameters of an address begin that tell who led there, not what stands there."""


def versions(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports; one whose address told another text before says which report that was.

    The order of reading plays no part: the older is the one that was archived, else published, first.
    """
    at: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        place = address(report.url)
        if place is not None and not {CARRIED, SUMMARY} & set(report.notes):
            at[place].append(report)
    earlier: dict[str, str] = {}
    for same in at.values():
        states = sorted(same, key=_age)
        for before, after in itertools.pairwise(states):
            if before.text != after.text:
                earlier[after.id] = before.id
    return tuple(replace(r, version_of=earlier[r.id]) if r.id in earlier else r for r in reports)


def _age(report: Report) -> tuple[str, str, str]:
    """When a report's text stood at its address, as far as told; the id decides between equals."""
    archived = next(
        (note.removeprefix(ARCHIVED) for note in report.notes if note.startswith(ARCHIVED)), _captured(report.url)
    )
    when = report.published.when
    return archived, when.iso()[0] if when is not None else "", report.id


def _captured(url: str | None) -> str:
    """When an archive took a copy, as its address tells; nothing for any other one."""
    match = CAPTURED.search(url or "")
    return "-".join(match.groups()) if match else ""


def address(url: str | None) -> str | None:
    """An address without scheme, "www.", fragment and the parameters of a campaign; None where it names no page of its own.

    >>> address("https://www.example.org/quay/?utm_source=x#top"), address("https://example.org/")
    ('example.org/quay', None)
    >>> address("https://web.archive.org/web/20210304063000/http://example.org/quay")
    'example.org/quay'
    """
    try:
        split = urlsplit(original(url or ""))
        host = (split.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    asked = "&".join(p for p in split.query.split("&") if p and not p.lower().startswith(PASSING))
    path = SESSION.sub("", split.path).rstrip("/.")
    return None if not host or not (path or asked) else f"{host}{path}{'?' + asked if asked else ''}"
