"""Every bound that fetching keeps to, with its reason."""

from __future__ import annotations

from typing import Final

__all__ = [
    "CONNECTING", "LARGEST_PAGE", "LARGEST_ROBOTS", "LONGEST_URL", "MOST_HOSTS", "MOST_RATIO", "MOST_REDIRECTS", "MOST_WAIT", "PATIENCE", "PORTS",
]  # fmt: skip

LARGEST_PAGE: Final = 16 * 1024 * 1024
"""Bytes of one answer as they are sent. The longest page of a measured crawl has 3 MB; a feed that never ends must end for us."""

LARGEST_ROBOTS: Final = 512 * 1024
"""Bytes of a robots.txt that are looked at; the standard asks for 500 KiB at least."""

CONNECTING: Final = 10.0
"""Seconds until a server has to take the call, and between two of its words."""

PATIENCE: Final = 60.0
"""Seconds that one answer may take in all, its first byte and its last one: a server that drips cannot hold a watch up."""

MOST_REDIRECTS: Final = 5
"""Times that a page may send us on."""

LONGEST_URL: Final = 2_000
"""Characters of an address; browsers and servers agree on about as many."""

MOST_HOSTS: Final = 1_000
"""Hosts whose rules are remembered at once."""

MOST_WAIT: Final = 24 * 3_600.0
"""Seconds that a host may ask us to stay away, or to wait between two requests; what asks for more is asked again after a day."""

PORTS: Final = frozenset((80, 443, 8_080, 8_443))
"""Ports where pages are; a feed that sends us to another one wants something else of that host."""

MOST_RATIO: Final = 200
"""Unpacked bytes for each compressed one. Text and markup reach 20."""
