"""The claims of a report of one text, found as a run finds them."""

from __future__ import annotations

from functools import cache

from dateline.find import chain, find
from dateline.find.sentences.parser import load_parser
from dateline.model import Claim, Part, Published, Report
from dateline.places import load_gazetteer
from dateline.times import Interval
from dateline.words.actors import load_roster

__all__ = ["claims"]


@cache
def claims(text: str, head: int = 0) -> tuple[Claim, ...]:
    """The claims of a report of 5 May 2021; the first `head` characters are its headline."""
    published = Published(Interval.parse("2021-05-05", None), "given")
    parts = (Part(0, head, "headline"), Part(head, len(text), "body"))[not head :]
    report = Report("r", "k", "s", text, parts, published, language="en")
    return find(report, chain(load_parser(), load_gazetteer(()), load_roster())).claims
