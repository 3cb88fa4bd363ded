"""Write docs/columns.md from the columns that the exports are made of: every sheet, every column, what it means.

    python tools/build_columns.py [--check]

With --check nothing is written; the exit status tells whether the page is as the columns have it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.tell import SHEETS
from dateline.tell.sheet import Column, Sheet

PAGE = Path(__file__).parent.parent / "docs" / "columns.md"

HEAD = """# Columns of the exports

Made by `tools/build_columns.py` from the columns themselves; change those, not this page. An empty cell is a thing that
no report said, or that the meaning below says is left empty. The same words stand in the data package beside each file.
"""


def main() -> int:
    """Write the page, or with --check tell by the exit status whether it is as it should be."""
    told = "\n".join(page()) + "\n"
    if "--check" in sys.argv[1:]:
        same = PAGE.exists() and PAGE.read_text("utf-8") == told
        if not same:
            sys.stderr.write("docs/columns.md is not what the columns say; run python tools/build_columns.py\n")
        return 0 if same else 1
    PAGE.write_text(told, "utf-8")
    return 0


def page() -> Iterator[str]:
    """The lines of the page."""
    yield HEAD
    for sheet in SHEETS:
        yield from _sheet(sheet)


def _sheet(sheet: Sheet) -> Iterator[str]:
    tagged = any(column.tag for column in sheet.columns)
    yield f"## {sheet.name}\n\n{sheet.meaning}. File `{sheet.file}`, {len(sheet.columns)} columns.\n"
    yield "| column | type | meaning |" + (" HXL tag |" if tagged else "")
    yield "|---|---|---|" + ("---|" if tagged else "")
    for column in sheet.columns:
        yield _row(column) + (f" {f'`{column.tag}`' if column.tag else ''} |" if tagged else "")
    yield ""


def _row(column: Column) -> str:
    return f"| `{column.name}` | {column.kind} | {column.meaning.replace('|', ',')} |"


if __name__ == "__main__":
    sys.exit(main())
