"""The examples in docstrings run and give what they say."""

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import dateline

HOME = Path(dateline.__file__).parent
SHOWING = sorted(
    ".".join(("dateline", *path.relative_to(HOME).with_suffix("").parts)).removesuffix(".__init__")
    for path in HOME.rglob("*.py")
    if ">>>" in path.read_text("utf-8")
)


@pytest.mark.parametrize("name", SHOWING)
def test_examples_run(name: str) -> None:
    """Every example of a module gives what stands under it."""
    done = doctest.testmod(import_module(name), optionflags=doctest.NORMALIZE_WHITESPACE)

    assert done.attempted > 0
    assert done.failed == 0
