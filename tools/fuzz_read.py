"""Feed mutated bytes to every reader, guided by coverage; ends with an error where one raises, or gives parts that do not fit.

Run by `make fuzz`. Arguments are those of libFuzzer: `-max_total_time=60 FOLDER`, where FOLDER keeps what reached new code.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["dateline.read", "dateline.words", "dateline.text"]):
    from dateline.model import Unread, covers
    from dateline.read import read_bytes

HINTS = (".html", ".txt", ".md", ".jsonl", ".csv", ".xml", ".eml", ".warc", ".wacz", ".pdf", ".warc.gz", None)
SEEDS = (
    b"\x00<!doctype html><title>Mill burns | Example Post</title><h1>Mill burns</h1><p>The mill at the weir burned down, he said.<p>&amp;",
    b"\x01Mill burns down\n\nSPLIT, March 4, 2021 (Adria Wire) - The mill burned down in the night.\n\nCorrection: It was not.\n",
    b"\x02---\ntitle: Mill burns\n---\n# Mill burns\n\nThe **old** [mill](http://example.org) burned down.\n",
    b'\x03{"id": 1, "html": "<p>The mill burned down on Monday, he said.</p>", "published": "2021-03-04"}\n',
    b"\x04id,headline,source,date,body\n1,Mill burns,CNN,2021-03-04,The mill burned down on Monday.\n",
    b"\x05<?xml version='1.0'?><rss version='2.0'><channel><item><title>Mill</title><description>It burned.</description></item></channel></rss>",
    b"\x06From: a <a@example.org>\r\nSubject: Mill\r\nDate: Thu, 04 Mar 2021 06:30:00 +0000\r\n\r\nThe mill burned down.\r\n",
    b"\x07WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nburnt\r\n\r\n",
)
"""One small document a format, behind the number of its hint."""


def read_one(data: bytes) -> None:
    """Read some bytes in the clothes that their first one names. Raises what a reader raises, and where parts do not fit."""
    if not data:
        return
    for found in read_bytes(data[1:], "x", HINTS[data[0] % len(HINTS)]):
        if isinstance(found, Unread):
            found.detail.encode()
            continue
        if not covers(found.parts, len(found.text)):
            raise AssertionError(f"parts that do not cover the text: {found.parts}")
        for said in (found.text, found.title, found.outlet, found.wire, found.url, *found.notes):
            (said or "").encode()


def main() -> None:
    """Write the seeds into the folder of the corpus, and fuzz."""
    for name in sys.argv[1:]:
        if not name.startswith("-"):
            Path(name).mkdir(parents=True, exist_ok=True)
            for number, seed in enumerate(SEEDS):
                (Path(name) / f"seed{number}").write_bytes(seed)
    atheris.Setup(sys.argv, read_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
