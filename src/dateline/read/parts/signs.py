"""Signs that HTML blocks and lines of plain text share: the end of a sentence, and words about a page, not of its story."""

from __future__ import annotations

import re

__all__ = ["ABOUT", "SENTENCE"]

SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s")
ABOUT = re.compile(
    r"(?:©|copyright|all rights|alle rechte|cookies?\b|share|tweet|facebook|subscribe|sign up|newsletter|log ?in|register|comments?\b|kommentar|posted|by\b|von\b|author|autor|tags?\b|categor|kategorie|filed|related|read more|read also"
    r"|mehr zum|weiterlesen|more from|previous|next\b|advert|anzeige|photo|image|foto|bild\b|quelle|source|follow us|about the|privacy|datenschutz|terms|print|e-?mail|\d+ (?:comments?|kommentare)|published|updated|leave a|reply|antworten)",
    re.IGNORECASE,
)  # fmt: skip
