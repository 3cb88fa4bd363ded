"""Draw how far a claim's confidence can be believed, from measured bins.

    python tools/reliability.py

Reads docs/reliability.tsv (mean confidence, share taken by coders, number of claims; one bin a line), which
tools/fit_worth.py writes, and draws docs/reliability.svg; and docs/reliability_fields.tsv, the same by field, which
tools/fit_sureness.py writes, and draws docs/reliability_fields.svg.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

DOCS: Final = Path(__file__).parent.parent / "docs"
SIDE: Final = 360
"""Width and height of the field, in the drawing's units."""

LEFT: Final = 56
TOP: Final = 24
BELOW: Final = 52
"""Room for the numbers and names of the axes."""

LARGEST: Final = 9.0
"""Radius of the dot of the fullest bin."""


class Bin(NamedTuple):
    """Claims of about one confidence: their mean, the share of them that coders took, how many they are."""

    judged: float
    taken: float
    claims: int


def main() -> int:
    """Draw the plot beside its numbers."""
    bins = [_bin(row) for row in rows_of("reliability.tsv")]
    (DOCS / "reliability.svg").write_text(drawn(bins), "utf-8")
    fields: dict[str, list[Bin]] = {}
    for field, *row in rows_of("reliability_fields.tsv"):
        fields.setdefault(field, []).append(_bin(row))
    (DOCS / "reliability_fields.svg").write_text(sheet(fields), "utf-8")
    return 0


def rows_of(name: str) -> list[list[str]]:
    """The lines of a table of bins, without its head."""
    with (DOCS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def _bin(row: Sequence[str]) -> Bin:
    return Bin(float(row[0]), float(row[1]), int(row[2]))


def error(bins: Iterable[Bin]) -> float:
    """The expected calibration error: how far a bin's mean lies from what was taken, weighed by its claims.

    >>> error([Bin(0.5, 0.4, 10), Bin(0.9, 0.9, 30)])
    0.025
    """
    told = list(bins)
    return round(sum(abs(b.judged - b.taken) * b.claims for b in told) / sum(b.claims for b in told), 4)


def table(bins: Sequence[Bin]) -> str:
    """The bins as the file keeps them.

    >>> table([Bin(0.5, 0.4, 10)])
    'judged\\ttaken\\tclaims\\n0.500\\t0.400\\t10\\n'
    """
    return "judged\ttaken\tclaims\n" + "".join(f"{b.judged:.3f}\t{b.taken:.3f}\t{b.claims}\n" for b in bins)


def drawn(bins: Sequence[Bin]) -> str:
    """The plot as SVG: a dot a bin, as large as it holds claims, and the line on which a true confidence lies."""
    most = max(b.claims for b in bins)
    dots = "".join(
        f'<circle cx="{_x(b.judged)}" cy="{_y(b.taken)}" r="{max(2.5, LARGEST * (b.claims / most) ** 0.5):.1f}">'
        f"<title>judged {b.judged:.2f}, taken {b.taken:.2f}, {b.claims} claims</title></circle>"
        for b in bins
    )
    line = " ".join(f"{_x(b.judged)},{_y(b.taken)}" for b in bins)
    width, height = SIDE + LEFT + 24, SIDE + TOP + BELOW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="Share of claims taken by coders against the confidence given to them" '
        f'font-family="sans-serif" font-size="12" fill="#222">'
        f'<rect width="{width}" height="{height}" fill="#fff"/>{_grid()}'
        f'<line x1="{_x(0)}" y1="{_y(0)}" x2="{_x(1)}" y2="{_y(1)}" stroke="#999" stroke-dasharray="5 4"/>'
        f'<polyline points="{line}" fill="none" stroke="#1f5c99"/><g fill="#1f5c99">{dots}</g>'
        f'<text x="{_x(0.5)}" y="{height - 12}" text-anchor="middle">confidence given</text>'
        f'<text transform="translate(16 {_y(0.5)}) rotate(-90)" text-anchor="middle">share taken by coders</text>'
        f'<text x="{_x(0.03)}" y="{_y(0.93)}">calibration error {error(bins):.3f}, '
        f"{sum(b.claims for b in bins)} claims</text></svg>\n"
    )


SMALL: Final = 0.42
"""How much smaller a field's plot is drawn than that of the claims."""
ACROSS: Final = 5
"""Plots in one row of the sheet."""


def sheet(fields: Mapping[str, Sequence[Bin]]) -> str:
    """The plots of all fields on one sheet, each with its name and its calibration error."""
    side, step = SIDE * SMALL, SIDE * SMALL + 34
    down = -(-len(fields) // ACROSS)
    plots = "".join(
        f'<g transform="translate({12 + step * (n % ACROSS):.0f} {30 + (step + 24) * (n // ACROSS):.0f})">'
        f"{_small(field, bins, side)}</g>"
        for n, (field, bins) in enumerate(fields.items())
    )
    width, height = 12 + step * ACROSS, 30 + (step + 24) * down
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" role="img" '
        f'aria-label="Share of fields that were right against the confidence given to them, by field" '
        f'font-family="sans-serif" font-size="12" fill="#222">'
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>{plots}</svg>\n'
    )


def _small(field: str, bins: Sequence[Bin], side: float) -> str:
    most = max(b.claims for b in bins)
    dots = "".join(
        f'<circle cx="{side * b.judged:.1f}" cy="{side * (1 - b.taken):.1f}" '
        f'r="{max(2.0, 6 * (b.claims / most) ** 0.5):.1f}">'
        f"<title>{field}: judged {b.judged:.2f}, right {b.taken:.2f}, {b.claims} claims</title></circle>"
        for b in bins
    )
    return (
        f'<rect width="{side:.1f}" height="{side:.1f}" fill="none" stroke="#ccc"/>'
        f'<line x1="0" y1="{side:.1f}" x2="{side:.1f}" y2="0" stroke="#999" stroke-dasharray="5 4"/>'
        f'<g fill="#1f5c99">{dots}</g><text x="0" y="-8">{field}: error {error(bins):.3f}</text>'
        f'<text x="0" y="{side + 15:.1f}">0</text><text x="{side:.1f}" y="{side + 15:.1f}" text-anchor="end">1</text>'
    )


def _grid() -> str:
    ticks = [n / 5 for n in range(6)]
    lines = "".join(
        f'<line x1="{_x(t)}" y1="{_y(0)}" x2="{_x(t)}" y2="{_y(1)}"/><line x1="{_x(0)}" y1="{_y(t)}" x2="{_x(1)}" y2="{_y(t)}"/>'
        for t in ticks
    )
    told = "".join(
        f'<text x="{_x(t)}" y="{_y(0) + 18}" text-anchor="middle">{t:.1f}</text>'
        f'<text x="{_x(0) - 8}" y="{_y(t) + 4}" text-anchor="end">{t:.1f}</text>'
        for t in ticks
    )
    return f'<g stroke="#e3e3e3">{lines}</g>{told}'


def _x(share: float) -> float:
    return round(LEFT + SIDE * share, 1)


def _y(share: float) -> float:
    return round(TOP + SIDE * (1 - share), 1)


if __name__ == "__main__":
    raise SystemExit(main())
