"""What a row says of its report, whatever its columns are called: JSON and tables name the same things in many ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

__all__ = ["FIELDS", "fields", "rows_within"]

FIELDS: Final = ("title", "url", "outlet", "published")
"""What a row may say of its report beside the text."""

OWN: Final = ("id", "text", "html", *FIELDS)

OTHER: Final = {
    "text": "body content article maintext fulltext articlecontent articletext articlebody bodytext newstext story",
    "url": "link address uri permalink webpage weburl articleurl",
    "outlet": "source publisher site domain sourcename sourcedomain medianame newspaper publication",
    "published": "date publishedat publisheddate pubdate publicationdate publishdate datepublish datepublished webpublicationdate",
    "title": "headline articletitle webtitle",
    "id": "key unitid",
}
"""Other names of a field, as collectors, news services and spreadsheets have them: small letters without marks, the likelier first."""

NAMED: Final = ("name", "title")
"""What an object calls itself by, where an outlet is told as one."""

DEEPEST: Final = 3
"""Levels of an answer of a service within which its list of articles is looked for."""


def fields(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row by our names; one of its own is believed before another name of the same field.

    >>> fields({"Headline": "Ferry turns back", "publishedAt": "2021-03-04", "source": {"id": None, "name": "Hill Post"}, "text": "A ferry."})
    {'text': 'A ferry.', 'outlet': 'Hill Post', 'published': '2021-03-04', 'title': 'Ferry turns back'}
    """
    own = {name: row[name] for name in OWN if _told(row.get(name))}
    plain: dict[str, Any] = {}
    for name, value in row.items():
        if _told(value):
            plain.setdefault("".join(filter(str.isalnum, str(name))).lower(), value)
    for field, names in OTHER.items():
        found = next((plain[name] for name in (field, *names.split()) if name in plain), None)
        if field not in own and found is not None and not (field == "text" and "html" in own):
            own[field] = found
    if isinstance(own.get("outlet"), dict):
        own["outlet"] = next((own["outlet"][name] for name in NAMED if own["outlet"].get(name)), None)
    return own


def _told(value: object) -> bool:
    return value is not None and value != ""


def rows_within(value: object, depth: int = DEEPEST) -> Iterator[Mapping[str, Any]]:
    """The reports in a JSON document: the document itself, the rows of its list, or those of the first list of reports in it.

    >>> [row["body"] for row in rows_within({"status": "ok", "articles": [{"body": "A ferry."}, {"body": "A mill."}]})]
    ['A ferry.', 'A mill.']
    """
    if isinstance(value, dict):
        if {"text", "html"} & fields(value).keys():
            yield value
        elif depth:
            yield from next((found for inner in value.values() if (found := list(rows_within(inner, depth - 1)))), ())
    elif isinstance(value, list):
        rows = [row for row in value if isinstance(row, dict)]
        if any({"text", "html"} & fields(row).keys() for row in rows):
            yield from rows
