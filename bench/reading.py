"""How fast pages are read: HTML pages a second on one core, beside resiliparse's extraction of the same pages alone.

    python bench/reading.py PAGES.jsonl [--pages 150] [--rounds 5]

PAGES holds a JSON object with `html` a line (.gz too). Each page counts with its best round; seconds are of the processor. Reading
is all of it: decoding, parts, masthead, dates, language, the report; resiliparse only takes the text out.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import sys
import time
from pathlib import Path

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from dateline.read import Source, read_source


def ours(name: str, html: str) -> None:
    """Read one page."""
    for _ in read_source(Source(name, html.encode(), "text/html; charset=utf-8")):
        pass


def theirs(_: str, html: str) -> None:
    """Only the text of one page."""
    extract_plain_text(HTMLTree.parse(html), main_content=True)


def main() -> None:
    """Measure both in turn, and print one line each."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("pages", type=Path)
    options.add_argument("--pages", dest="most", type=int, default=150)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    opened = gzip.open if chosen.pages.suffix == ".gz" else open
    with opened(chosen.pages, "rt", encoding="utf-8") as file:
        rows = (json.loads(line).get("html") for line in file)
        pages = list(itertools.islice((html for html in rows if html), chosen.most))
    best = {read: [float("inf")] * len(pages) for read in (ours, theirs)}
    for _ in range(chosen.rounds):
        for n, html in enumerate(pages):
            for read in (ours, theirs):
                began = time.process_time()
                read(f"page-{n}.html", html)
                best[read][n] = min(best[read][n], time.process_time() - began)
    size = sum(map(len, pages)) / len(pages) / 1000
    sys.stdout.write(f"{len(pages)} pages of {size:.0f} thousand characters\n")
    for read, name in ((ours, "Dateline, all of reading"), (theirs, "resiliparse, text alone")):
        sys.stdout.write(f"{name:<26} {len(pages) / sum(best[read]):8.1f} pages/s\n")


if __name__ == "__main__":
    main()
