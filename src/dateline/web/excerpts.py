"""The words that tell an event in a list: a line of the claim that tells it best."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.rows import Row
from dateline.tell.foremost import foremost, likely
from dateline.web.reader import Reader
from dateline.web.veil import distressing

__all__ = ["excerpts"]

MOST_LETTERS: Final = 180


def excerpts(reader: Reader, rows: Sequence[Row]) -> dict[str, str]:
    """The words that tell each event in the list best; none where they would distress."""
    looked_at = dict.fromkeys(claim for row in rows for claim in likely(row))
    known = {claim["id"]: claim for claim in reader.weighed(looked_at, "claims")}
    told = {row["id"]: foremost(row, (known[one] for one in likely(row) if one in known)) for row in rows}
    words = {event: _shortened(claims[0]["text"]) for event, claims in told.items() if claims}
    return {event: said for event, said in words.items() if not distressing(said)}


def _shortened(text: str) -> str:
    """Words as far as a list has room for them; a word is broken only where the text has no blanks.

    >>> _shortened("Nine boats left. " * 20)[-11:], len(_shortened("人" * 400))
    ('left. Nine…', 180)
    """
    told = " ".join(text.split())
    if len(told) <= MOST_LETTERS:
        return told
    head = told[: MOST_LETTERS - 1]
    return f"{(head.rpartition(' ')[0] or head).rstrip('.,;:')}…"
