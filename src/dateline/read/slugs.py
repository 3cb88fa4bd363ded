"""The headline that the address of a page spells: its words stand in the last part of most addresses."""

from __future__ import annotations

import re
from itertools import islice
from urllib.parse import unquote, urlsplit

from dateline.text import fold, lines
from dateline.words.outlets import original

__all__ = ["spelled"]

FIRST, LONGEST = 30, 200
"""Lines among which the headline is looked for, and characters of one."""
SHORT = 12
"""Words up to which a headline may end as a sentence does."""
FEWEST = 3
"""Words from which a part of an address may be a headline's."""
SPELLED, OWN = 0.6, 0.5
"""The share of the address's words that a line must have, and of its own words that the address must have."""
WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"\d{4,}|[0-9a-f]*\d[0-9a-f]{7,}")
"""What numbers a page, or its year, and is no word."""
ENDING = re.compile(r"\.(?:s?html?|php|aspx?|ece|cms|amp|story|doc|jsp)\b.*\Z")


def spelled(text: str, url: str | None) -> str | None:
    """The line above or at the head of a story that its address spells; None where it spells none.

    >>> spelled("The Quay\\nLate news\\nMill burns down in Lower Marenga\\nA mill burned.", "https://example.org/a/mill-burns-down-in-lower-marenga-1021")
    'Mill burns down in Lower Marenga'
    """
    told = _words(url)
    if len(told) < FEWEST:
        return None
    best, found = 0.0, None
    for span in islice(lines(text), FIRST):
        line = text[span.start : span.end].strip()
        own = set(WORD.findall(fold(line[:LONGEST]).lower().replace("'", "")))
        if len(line) > LONGEST or not own or (line.endswith(".") and len(own) > SHORT):
            continue
        shared = len(told & own)
        if shared >= SPELLED * len(told) and shared >= OWN * len(own) and shared / len(told) + shared / len(own) > best:
            best, found = shared / len(told) + shared / len(own), line
    return found


def _words(url: str | None) -> set[str]:
    """The words of the part of an address that has most of them."""
    try:
        path = urlsplit(original(url or "")).path
    except ValueError:
        return set()
    parts = (ENDING.sub("", unquote(part).lower()) for part in path.split("/"))
    told = ({word for word in WORD.findall(part.replace("'", "")) if not NUMBER.fullmatch(word)} for part in parts)
    return max(told, key=len, default=set())
