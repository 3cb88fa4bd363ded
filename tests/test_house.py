"""What the house asks of every file: no private places, no registry's host, no bags of odds and ends, sizes within reason."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
PYTHON = sorted((ROOT / "src").rglob("*.py"))
TABLES = sorted((ROOT / "src").rglob("*.toml"))

HOST = re.compile(r"py[p]i\.org|python[h]osted\.org|registry\.n[p]mjs|deb\.[d]ebian\.org")
PRIVATE = re.compile(r"(?<![\w.])/(work|farm|root)/[\w.]")
LARGEST = 5_000_000


@pytest.mark.skipif(not TRACKED, reason="not a git checkout")
def test_nothing_private_is_tracked() -> None:
    """No tracked file names a registry's host or a path of one machine, or is larger than a script could build."""
    for name in TRACKED:
        path = ROOT / name
        if not path.is_file():
            continue
        assert path.stat().st_size < LARGEST, name
        text = path.read_text("utf-8", errors="replace")
        assert not HOST.search(text), f"{name} names a registry's host"
        assert not PRIVATE.search(text), f"{name} names a path of one machine"


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT / "src" / "dateline")))
def test_module_has_one_purpose(path: Path) -> None:
    """A module says in its first line what it is for, has a plain name, and stays readable in one go."""
    text = path.read_text("utf-8")

    assert path.stem not in {"utils", "helpers", "common", "misc"}
    assert text.startswith('"""')
    assert len(text.splitlines()) <= 450


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT / "src" / "dateline")))
def test_functions_fit_a_glance(path: Path) -> None:
    """No function is longer than forty lines: a longer one is several steps, each with a name."""
    tree = ast.parse(path.read_text("utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno >= 40] == []


def lists(value: object) -> Iterator[list[str]]:
    """The lists of words in a table, however deep they lie."""
    if isinstance(value, list) and value and all(isinstance(one, str) for one in value):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from lists(one)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_table_has_each_word_once(path: Path) -> None:
    """A list that has a word twice was added to without being read."""
    found = list(lists(tomllib.loads(path.read_text("utf-8"))))

    assert [word for words in found for word in sorted(set(words)) if words.count(word) > 1] == []
