"""Every bound that reading keeps to, with its reason. Past one, an input is cut or refused, and said to be."""

from __future__ import annotations

from typing import Final

__all__ = [
    "DEEPEST", "LARGEST", "LARGEST_FEED", "LONGEST_TEXT", "MOST_BLOCKS", "MOST_LINES", "MOST_MEMBERS", "MOST_MIME_PARTS", "MOST_PAGES", "MOST_RATIO", "SAMPLE",
]  # fmt: skip

LARGEST: Final = 32 * 1024 * 1024
"""Bytes of one document. The longest real page of a measured crawl has 3 MB; what is larger is data, not a report."""

LARGEST_FEED: Final = 8 * 1024 * 1024
"""Bytes of one feed. Real ones have 2 MB at most; each entry costs half a millisecond before it is even looked at."""

LONGEST_TEXT: Final = 12_000_000
"""Characters of one report. A line of 10 MB is read; more would let one file hold a worker's memory."""

MOST_MEMBERS: Final = 2_000_000
"""Rows, records or entries of one container. A feed or an archive that never ends must end for us."""

MOST_RATIO: Final = 200
"""Decompressed bytes for each compressed one. Text and markup reach 20; 194 kB that expand to 200 MB are an attack."""

MOST_MIME_PARTS: Final = 2_000
"""Parts of one message, as far as lines that may part it tell. Newsletters have ten; a hundred thousand cost a minute."""

MOST_PAGES: Final = 2_000
"""Pages of one PDF. Books and budgets are longer, reports are not."""

MOST_BLOCKS: Final = 20_000
"""Blocks of one HTML page that are told apart; what follows is kept as one. The longest of 163 real pages has 1,200."""

MOST_LINES: Final = 20_000
"""Lines of a plain text that are judged one by one; what follows is data or an attack, and is kept as furniture."""

DEEPEST: Final = 512
"""Levels of nesting that are told apart in HTML. Browsers stop at 512 as well."""

SAMPLE: Final = 1_200
"""Characters of the body from which the language is told: enough to be sure, little enough to cost nothing."""
