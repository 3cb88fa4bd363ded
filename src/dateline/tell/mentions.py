"""Mentions in the 16 columns of GDELT's: a row a claim of an event, with the characters its actors and its act start at.

Tab-separated as GDELT's are, but with a line of headings. Tone is not measured and stays empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.rows import Row
from dateline.tell.explain import source
from dateline.tell.sheet import Column, Desk, Sheet
from dateline.tell.view import View

__all__ = ["MENTIONS"]

WEB: Final = 1
CITATION: Final = 2
"""GDELT's numbers for a page with an address and for one without."""


def mentions(view: View, desk: Desk) -> Iterator[Row]:
    """Each claim of each event, with its report."""
    for event in view.rows("events"):
        for claim in desk.told_by(event):
            report = desk.row(claim["report"])
            if report is not None:
                yield {"event": event, "claim": claim, "report": report}


def _digits(moment: str | None) -> str | None:
    """An ISO day or instant as YYYYMMDDHHMMSS.

    >>> _digits("2021-03-04"), _digits("2021-03-04T05:06:00+03:00")
    ('20210304000000', '20210304050600')
    """
    if not moment:
        return None
    return "".join(sign for sign in moment[:19] if sign.isdigit()).ljust(14, "0")


def _start(parties: list[Row]) -> int | None:
    return parties[0]["start"] if parties else None


def _empty(name: str, why: str) -> Column:
    return Column(name, lambda m, d: None, f"left empty: {why}")


COLUMNS: Final = (
    Column("GLOBALEVENTID", lambda m, d: m["event"]["id"], "id of the event"),
    Column(
        "EventTimeDate",
        lambda m, d: m["event"]["time"] and _digits(m["event"]["time"]["from"]),
        "when it happened, YYYYMMDDHHMMSS",
    ),
    Column("MentionTimeDate", lambda m, d: _digits(m["report"]["published"]["from"]), "when the report was published"),
    Column(
        "MentionType",
        lambda m, d: WEB if m["report"]["url"] else CITATION,
        "1 a page with an address, 2 without",
        "",
        "integer",
    ),
    Column("MentionSourceName", lambda m, d: source(m["report"]), "the outlet"),
    Column("MentionIdentifier", lambda m, d: m["report"]["url"] or m["report"]["key"], "its address or file"),
    _empty("SentenceID", "characters are told instead"),
    Column("Actor1CharOffset", lambda m, d: _start(m["claim"]["by"]), "first character of who acts", "", "integer"),
    Column(
        "Actor2CharOffset", lambda m, d: _start(m["claim"]["to"]), "first character of who is acted upon", "", "integer"
    ),
    Column(
        "ActionCharOffset", lambda m, d: m["claim"]["trigger"]["start"], "first character of the act", "", "integer"
    ),
    Column("InRawText", lambda m, d: 1, "always 1: offsets count in the text as read", "", "integer"),
    Column("Confidence", lambda m, d: round(m["claim"]["confidence"] * 100), "percent", "", "integer"),
    Column(
        "MentionDocLen",
        lambda m, d: max((p["end"] for p in m["report"]["parts"]), default=0),
        "characters of the report",
        "",
        "integer",
    ),
    _empty("MentionDocTone", "tone is not measured"),
    Column("MentionDocTranslationInfo", lambda m, d: m["report"]["language"], "language of the report"),
    Column("Extras", lambda m, d: m["claim"]["id"], "id of the claim"),
)

MENTIONS: Final = Sheet("mentions", COLUMNS, mentions, "Claims as GDELT-style mentions", "mentions.tsv", delimiter="\t")
