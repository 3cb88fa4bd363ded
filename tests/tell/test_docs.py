"""The page on telling names every format and every rule of the public's view."""

from pathlib import Path

import pytest

from dateline.tell import FORMATS
from dateline.tell.public import rules

PAGE = (Path(__file__).parent.parent.parent / "docs" / "telling.md").read_text("utf-8")


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_every_format_is_told_of(form: str) -> None:
    """A format without a line in the docs is not there for anybody."""
    assert f"`{form}`" in PAGE


@pytest.mark.parametrize("rule", rules()["rules"], ids=lambda rule: rule["name"])
def test_every_rule_is_told_of(rule: dict[str, str]) -> None:
    """Each rule has its paragraph, and its reason stands beside it in the data."""
    assert f"**{rule['name'].capitalize()}.**" in PAGE
    assert rule["why"]
