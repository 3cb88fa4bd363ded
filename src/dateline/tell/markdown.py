"""The brief as Markdown: the same content as the page, with footnotes for sources; reads well as it is and converts anywhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.rows import Row
from dateline.tell.breaches import acts
from dateline.tell.brief import WORDS, content
from dateline.tell.view import View

__all__ = ["markdown"]

MEANING: Final = re.compile(r"([\\`*_\[\]<>|#~])")
"""Signs that Markdown would take for markup."""


def markdown(view: View, out: Path) -> list[Path]:
    """Write the brief as Markdown to the file `out` (a folder gets `brief.md`)."""
    path = out if out.suffix == ".md" else out / "brief.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    told = _environment().get_template("brief.md.j2").render(content(view))
    path.write_text(re.sub(r"\n{3,}", "\n\n", told).strip() + "\n", encoding="utf-8", newline="\n")
    return [path]


def plain_words(told: str | None) -> str:
    r"""Words on one line, with nothing in them that Markdown takes for markup.

    >>> plain_words("a *b* | c\n<d>")
    'a \\*b\\* \\| c \\<d\\>'
    """
    return MEANING.sub(r"\\\1", " ".join((told or "").split()))


def _sourced(claim: str, claims: dict[str, Row], numbers: dict[str, int]) -> int | None:
    """The number of the source that carries a claim."""
    return numbers.get(claims[claim]["report"])


def _environment() -> Environment:
    """No HTML here, so no HTML escaping: `md` escapes what Markdown gives a meaning."""
    environment = Environment(
        loader=PackageLoader("dateline.tell"),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {**WORDS, "acts": acts, "md": plain_words, "sourced": _sourced}
    return environment
