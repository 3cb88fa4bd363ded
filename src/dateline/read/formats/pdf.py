"""PDF with a text layer: its pages' text, the lines of a paragraph put together again."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pypdf import PdfReader

from dateline.errors import Unreadable
from dateline.model import Unread
from dateline.read.decode import whole
from dateline.read.limits import LONGEST_TEXT, MOST_PAGES
from dateline.read.source import Page, Source, digest

__all__ = ["read_pdf"]

ENDS = re.compile(r"[.!?:…][\"'”’)\]]*$")


def read_pdf(source: Source) -> Iterator[Page | Unread]:
    """The one report of a PDF. Raises Unreadable for one that is broken, locked, or only pictures."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(source.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Unreadable("encrypted", "a PDF that asks for a password")
        count = len(reader.pages)
        texts = list(_pages(reader))
        title = str(reader.metadata.title or "").strip() if reader.metadata is not None else ""
    except Unreadable:
        raise
    except Exception as error:  # noqa: BLE001  a hostile PDF makes the library raise anything, RecursionError and KeyError included
        raise Unreadable("malformed", f"a PDF that cannot be read: {type(error).__name__} {error}"[:200]) from None
    text = whole("\n".join(map(_unwrapped, texts)))
    if not text.strip():
        raise Unreadable("no_text", f"a PDF of {count} pages without a text layer")
    page = source.page or Page(source.key)
    cut = (f"only the first {MOST_PAGES} of {count} pages were read",) if count > MOST_PAGES else ()
    yield replace(page, text=text, sha256=page.sha256 or digest(source.data), title=page.title or whole(title) or None, notes=page.notes + cut)  # fmt: skip


def _pages(reader: PdfReader) -> Iterator[str]:
    length = 0
    for page in reader.pages[:MOST_PAGES]:
        text = page.extract_text()
        length += len(text)
        if length > LONGEST_TEXT:
            raise Unreadable("too_large", f"a text layer of more than {LONGEST_TEXT} characters")
        yield text


def _unwrapped(text: str) -> str:
    """A page's text with the lines of a paragraph joined: a line that fills the measure and ends no sentence goes on.

    >>> _unwrapped("The truce along the river held for\\na second day.\\n\\nNext.")
    'The truce along the river held for a second day.\\n\\nNext.'
    """
    lines = [line.rstrip() for line in text.splitlines()]
    measure = _measure(lines)
    out: list[str] = []
    for i, line in enumerate(lines):
        above = lines[i - 1] if i else ""
        goes_on = above and line.strip() and len(above) >= 0.75 * measure and not ENDS.search(above)
        out.append(" " + line.lstrip() if goes_on else ("\n" if i else "") + line)
    return "".join(out)


def _measure(lines: Sequence[str]) -> int:
    """How long a full line is: the length that nine in ten do not pass."""
    lengths = sorted(len(line) for line in lines if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0
