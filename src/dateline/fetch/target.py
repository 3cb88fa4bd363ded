"""Addresses of pages: what of a URL may be asked for, and how one is told in a message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from dateline.errors import Unreadable
from dateline.fetch.limits import LONGEST_URL

__all__ = ["Target", "led_to", "shown", "target_of"]

UNSEEN = re.compile(r"[\x00-\x20\x7f\\]")
KEPT = "!$%&'()*+,-./:;=?@_~"
"""Characters that stand as they are in a path or a query; all others are spelled out in bytes."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a page is asked for: `path` with its query; `host` as it is asked of the directory of names."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def url(self) -> str:
        """The address again, without fragment and the port that its scheme has anyway."""
        return urlunsplit((self.scheme, self.place, self.path, "", ""))

    @property
    def place(self) -> str:
        """Host and port as a request names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == {"http": 80, "https": 443}[self.scheme] else f"{host}:{self.port}"


def target_of(url: str) -> Target:
    """The target of a URL. Raises Unreadable for one that is none, is not http(s), or carries a name and a password.

    >>> target_of("HTTPS://Example.org/a b#c").url
    'https://example.org/a%20b'
    """
    told = url.strip()
    if len(told) > LONGEST_URL:
        raise Unreadable("refused", f"an address of {len(told)} characters; the most is {LONGEST_URL}")
    try:
        split = urlsplit(told.replace(" ", "%20"))
        port = split.port
        host = _host(split.hostname or "")
    except ValueError:
        raise Unreadable("refused", "no address of a page") from None
    if split.scheme not in ("http", "https"):
        raise Unreadable("refused", f"an address of {split.scheme or 'no scheme'}; only http and https are fetched")
    if "@" in split.netloc:
        raise Unreadable("refused", "an address with a name or a password in it; fetch that page yourself")
    if not host or UNSEEN.search(split.netloc + split.path + split.query):
        raise Unreadable("refused", "an address without a host, or with characters that no address has")
    path = quote(split.path or "/", safe=KEPT) + (f"?{quote(split.query, safe=KEPT)}" if split.query else "")
    return Target(split.scheme, host, port or (443 if split.scheme == "https" else 80), path)


def led_to(target: Target, location: str) -> Target:
    """Where a page sends us on. Raises Unreadable as `target_of` does.

    >>> led_to(target_of("https://example.org/a/b"), "../c").url
    'https://example.org/c'
    """
    try:
        return target_of(urljoin(target.url, location.strip()))
    except ValueError:
        raise Unreadable("refused", "sent on to what is no address") from None


def shown(url: str) -> str:
    """A URL as a message may show it: without name and password, and without its query, which may hold a key.

    >>> shown("https://ana:secret@example.org:8443/feed?token=1#x")
    'https://example.org:8443/feed?…'
    """
    try:
        split = urlsplit(url)
    except ValueError:
        return "(an address that is none)"
    place = split.netloc.rpartition("@")[2]
    return urlunsplit((split.scheme, place, split.path, "", "")) + ("?…" if split.query else "")


def _host(name: str) -> str:
    """A host's name in the letters that the directory knows. Raises ValueError for one that cannot be told in them."""
    try:
        return str(ip_address(name))
    except ValueError:
        return name.rstrip(".").encode("idna").decode("ascii").lower()
