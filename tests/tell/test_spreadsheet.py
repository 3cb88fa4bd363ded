"""The sheets in a real spreadsheet: LibreOffice opens each CSV and every cell comes back as it was written."""

import csv
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from dateline.record import Record
from dateline.tell import SHEETS

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]

UTF8_WITH_COMMAS = "CSV:44,34,76,1,,1033,false,true"
"""LibreOffice's import options: comma, double quote, UTF-8, from line 1, US English, no quoted-as-text, detect numbers."""


def test_libreoffice_opens_every_sheet_without_damage(record: Record, tmp_path: Path) -> None:
    """Cell by cell, what LibreOffice saves as a workbook is what the CSV says; dates and numbers by their value, and no formula."""
    paths = [sheet.write(record, tmp_path / "in")[0] for sheet in SHEETS]
    saved = _opened([path for path in paths if path.suffix == ".csv"], tmp_path / "out")

    assert saved
    for path, book in saved.items():
        sheet = openpyxl.load_workbook(book).worksheets[0]
        seen = [[cell.value for cell in row] for row in sheet.iter_rows()]
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row), path.name
        for told, row in zip(csv.reader(path.open(encoding="utf-8", newline="")), seen, strict=True):
            assert [_same(cell, value) for cell, value in zip(told, row, strict=False)] == [True] * len(told), path.name


def _opened(paths: list[Path], out: Path) -> dict[Path, Path]:
    """Each CSV saved as a workbook by LibreOffice, with a profile of its own."""
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", f"--infilter={UTF8_WITH_COMMAS}", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(out), *map(str, paths)], check=True, capture_output=True, timeout=300)
    return {path: out / f"{path.stem}.xlsx" for path in paths}


def _same(told: str, seen: object) -> bool:
    if seen is None:
        return told == ""
    if isinstance(seen, datetime):
        return told[:10] == seen.date().isoformat()
    if isinstance(seen, bool):
        return told == str(seen).lower()
    if isinstance(seen, int | float):
        return float(told) == pytest.approx(seen)
    return str(seen).replace("\r\n", "\n") == told.replace("\r\n", "\n") or (
        isinstance(seen, date) and told == seen.isoformat()
    )
