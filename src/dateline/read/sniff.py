"""Which reader a source goes to: its beginning decides, then the name's ending, then what it looks like."""

from __future__ import annotations

import re

__all__ = ["format_of"]

ENDINGS = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".mhtml": "mail", ".eml": "mail", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".json": "jsonl", ".csv": "table", ".tsv": "table", ".rss": "feed", ".atom": "feed", ".xml": "feed", ".warc": "warc", ".wacz": "wacz",
    ".mbox": "mailbox", ".pdf": "pdf", ".md": "markdown", ".markdown": "markdown", ".txt": "plain",
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "plain", "application/pdf": "pdf", "message/rfc822": "mail",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "text/csv": "table", "text/markdown": "markdown",
}  # fmt: skip
"""A name's ending or a media type, and the reader it points to."""

BEGINS = ((b"%PDF-", "pdf"), (b"WARC/1.", "warc"))
MAILBOX = re.compile(rb"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [^\n]{0,40}\d{4}\r?\n[A-Za-z-]{1,60}:")
ROW = re.compile(rb"\s*\{\s*\"(?:id|text|html|title|url|outlet|published)\"\s*:")
HTML = re.compile(rb"\A\s*(?:<!--.{0,4000}?-->\s*)*(?:<!doctype html|<html|<head|<body)", re.IGNORECASE | re.DOTALL)
FEED = re.compile(rb"\A\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[^>]{0,300}\?>\s*)*(?:<!DOCTYPE[^\[>]{0,200}(?:\[.{0,20000}?\]\s*)?>\s*)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL)  # fmt: skip


def format_of(data: bytes, hint: str | None) -> str:
    """The name of the reader for some bytes and what is known of their name.

    >>> format_of(b"<!doctype html><p>x", None), format_of(b"id,text", ".csv"), format_of(b"Truce holds", None)
    ('html', 'table', 'plain')
    """
    for begins, name in BEGINS:
        if data.startswith(begins):
            return name
    if MAILBOX.match(data):
        return "mailbox"
    known = (hint or "").split(";")[0].strip().lower()
    named = ENDINGS.get(known)
    if data.startswith(b"PK\x03\x04"):
        return "wacz" if named in (None, "wacz") else named
    if data.startswith(b"\x1f\x8b"):
        return "warc" if "warc" in known else "gzip"
    head = data[:65536]
    if named in (None, "html", "feed"):
        if FEED.match(head):
            return "feed"
        if HTML.match(head):
            return "html"
    if named is None and ROW.match(head):
        return "jsonl"
    if named in ("feed", "wacz"):
        return "plain"
    return named or "plain"
