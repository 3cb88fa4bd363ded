"""Write docs/codebook.md from the data that the finder runs on: every phenomenon and measure, with its examples.

    python tools/build_codebook.py [--check]

With --check nothing is written; the exit status tells whether the page is as the data have it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from dateline.amounts import VAGUE
from dateline.phenomena import Phenomenon, load_phenomena
from dateline.words.measures import Measure, load_measures

PAGE = Path(__file__).parent.parent / "docs" / "codebook.md"

HEAD = """# Codebook

Made by `tools/build_codebook.py` from the files the finder runs on; the sentences are the tests'. Change the files, not
this page.
"""


def main() -> int:
    """Write the page, or with --check tell by the exit status whether it is as it should be."""
    told = "\n".join(page()) + "\n"
    if "--check" in sys.argv[1:]:
        same = PAGE.exists() and PAGE.read_text("utf-8") == told
        if not same:
            sys.stderr.write("docs/codebook.md is not what the data say; run python tools/build_codebook.py\n")
        return 0 if same else 1
    PAGE.write_text(told, "utf-8")
    return 0


def page() -> Iterator[str]:
    """The lines of the page."""
    yield HEAD
    yield "## What can happen\n"
    for phenomenon in sorted(load_phenomena(), key=lambda p: (p.type, p.label)):
        yield from _phenomenon(phenomenon)
    yield "## What is counted\n"
    for measure in sorted(load_measures().measures.values(), key=lambda m: m.label):
        yield from _measure(measure)
    yield "## Vague words\n"
    yield "A vague word has a floor and no ceiling.\n"
    yield "| word | at least |\n|---|---|"
    yield from (f"| {word.replace('_', ' ')} | {least:,} |" for word, least in VAGUE.items())


def _phenomenon(phenomenon: Phenomenon) -> Iterator[str]:
    codes = ", ".join(f"{scheme.upper()} {code}" for scheme, code in sorted(phenomenon.codes.items()))
    yield f"### {phenomenon.label}\n"
    yield f"{phenomenon.definition} Type `{phenomenon.type}`" + (f"; {codes}.\n" if codes else ".\n")
    for example in phenomenon.found:
        roles = [f"{role} *{told}*" for role, told in (("by", example.by), ("to", example.to)) if told]
        yield f"- {example.text}" + (f" — {', '.join(roles)}" if roles else "")
    yield from (f"- not: {text}" for text in phenomenon.refused)
    yield ""


def _measure(measure: Measure) -> Iterator[str]:
    yield f"### {measure.label}\n"
    yield f"{measure.definition} Measure `{measure.name}`, of {', '.join(sorted(measure.units))}.\n"
    yield from (f"- {text} — {best:,.0f}, {qualifier.replace('_', ' ')}" for text, best, qualifier in measure.examples)
    yield from (f"- not: {text}" for text in measure.refusals)
    yield ""


if __name__ == "__main__":
    sys.exit(main())
