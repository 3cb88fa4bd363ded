"""The codebook of columns is what the columns say, and every column says something."""

import subprocess
import sys
from pathlib import Path

from dateline.tell import SHEETS

ROOT = Path(__file__).parent.parent.parent


def test_page_is_current() -> None:
    """docs/columns.md is what the tool makes of the columns."""
    told = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "build_columns.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.returncode == 0, told.stderr


def test_every_column_has_a_meaning() -> None:
    """No column is without a meaning."""
    assert all(column.meaning.strip() for sheet in SHEETS for column in sheet.columns)
