"""The docs speak of what there is: every module, function and path that they name exists."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TREE = ROOT / "src" / "dateline"
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])

DOTTED = re.compile(r"`(?:dateline\.)?([a-z_]+(?:\.\w+)+)(?:\([^`]*\))?`")
PATH = re.compile(r"(?<![\w./-])((?:src/dateline|tools|tests|bench|docs|deploy)/[\w./-]*\w)")
ROOMS = {path.stem for path in TREE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
FILES = ("py", "json", "toml", "tsv", "txt", "md", "jsonl", "csv", "html", "sqlite")
"""What stands behind the dot of a file's name."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_names_exists(page: Path) -> None:
    """A module or function in backticks can be imported, and a path in the tree is there."""
    text = page.read_text("utf-8")
    names = [name for name in DOTTED.findall(text) if name.split(".")[0] in ROOMS and name.split(".")[-1] not in FILES]

    assert [name for name in names if not _exists(name)] == []
    assert [path for path in PATH.findall(text) if not (ROOT / path).exists()] == []


def test_names_that_are_gone_are_seen() -> None:
    """The check knows a function from one that never was."""
    assert _exists("find.chain")
    assert _exists("times.resolve")
    assert not _exists("find.chained")
    assert not _exists("find.nothing.here")


def _exists(name: str) -> bool:
    """Whether a dotted name below the package is a module, or something within one."""
    parts = name.split(".")
    for n in range(len(parts), 0, -1):
        if (TREE.joinpath(*parts[:n]).with_suffix(".py")).exists() or TREE.joinpath(*parts[:n]).is_dir():
            found: object = importlib.import_module(".".join(("dateline", *parts[:n])))
            for part in parts[n:]:
                found = getattr(found, part, None)
            return found is not None
    return False
