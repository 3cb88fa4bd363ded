"""Fit the weights by which the finder judges whether a coder would take a claim, on reports that were coded by hand.

    python tools/fit_worth.py GOLD [MORE] [--write] [OTHER.jsonl.gz]

GOLD holds one folder an episode: the reports and gold.json. MORE holds coded episodes of other registers; its coder takes more
of what is told, so they help to weigh the signs against each other, and how many claims are taken in all is GOLD's own. OTHER
holds reports on other matters than a conflict, of whose claims no coder took any; of the coded reports none is far off, so
that only those can tell what it takes from a claim. Each episode of GOLD is judged by weights fitted on the others; the
table shows precision, recall and F1 by threshold, and the expected calibration error, of those judgements. With --write
the weights of all episodes are written to src/dateline/words/worth.toml, and the bins of the left-out judgements to
docs/reliability.tsv, with their plot.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path

import numpy as np

import reliability
from dateline.find import chain
from dateline.find.claims import candidates, claims
from dateline.find.claims.worth import SUREST
from dateline.find.claims.worth.echoes import without_echoes
from dateline.find.notes import Notes
from dateline.find.sentences.parser import load_parser
from dateline.find.setting import settings
from dateline.model import Claim, Unread
from dateline.places import load_gazetteer
from dateline.read import read, read_bytes
from dateline.rows import Row
from dateline.words.actors import load_roster

PAGE = Path(__file__).parent.parent / "src" / "dateline" / "words" / "worth.toml"
DOCS = PAGE.parents[3] / "docs"
RARE = 6
"""A sign seen in fewer candidates says nothing."""
RIDGE = 1.0
"""How strongly weights are held near zero."""
FAR = "far_off"
"""The sign of a report on other matters."""
SAMPLED = 80
"""Reports on other matters that are read."""

HEAD = """\
# What each sign of a claim adds to the log-odds that a coder would take it. Made by tools/fit_worth.py.
# Registers: reports of agencies, broadcasters, dailies, monitors and bloggers, coded by hand; invented reports in the voices of
# state agencies, militias' papers, monitors, aid groups and dailies; and, for far_off, reports on other matters.

[worth]
"""
"""What the file of weights says of itself."""

Judged = tuple[str, dict[str, float], bool]


def main() -> int:
    """Print what the weights are worth, and with --write keep them."""
    paths = [Path(told) for told in sys.argv[1:] if not told.startswith("--")]
    folder = paths[0] if paths else Path("../shared/gold/dev")
    if not folder.is_dir():
        sys.stderr.write(f"{folder} is not there: the weights stay as they are\n")
        return 0
    rows, gold = gathered(folder)
    more = [row for path in paths[1:] if path.is_dir() for row in gathered(path)[0]]
    names = [n for n, k in sorted(Counter(n for _, signs, _ in rows + more for n in signs).items()) if k >= RARE]
    judged = left_out(rows, more, names)
    for line in table(judged, [taken for _, _, taken in rows], gold):
        sys.stdout.write(line + "\n")
    weights = based(fitted(rows + more, names), names, rows)
    for path in paths[1:]:
        if path.is_file():
            weights[names.index(FAR)] = taken_off(weights, names, elsewhere(path))
    if "--write" in sys.argv[1:]:
        write(names, weights)
        bins = binned(judged, [taken for _, _, taken in rows])
        (DOCS / "reliability.tsv").write_text(reliability.table(bins), "utf-8")
        (DOCS / "reliability.svg").write_text(reliability.drawn(bins), "utf-8")
    return 0


def elsewhere(path: Path) -> list[dict[str, float]]:
    """The signs of every candidate of reports on other matters."""
    steps = chain(load_parser(), load_gazetteer(()), load_roster())
    steps = steps[: steps.index(claims)]
    with gzip.open(path, "rb") as lines:
        some = b"".join(line for _, line in zip(range(SAMPLED), lines, strict=False))
    found: list[dict[str, float]] = []
    for report in read_bytes(some, "other.jsonl", None):
        if not isinstance(report, Unread):
            found += [signs for _, signs in candidates(reduce(lambda notes, step: step(notes), steps, Notes(report)))]
    return found


def taken_off(weights: np.ndarray, names: list[str], others: list[dict[str, float]]) -> float:
    """What a report on other matters takes from a claim, all other weights as they are; by Newton's method."""
    x = np.array([signs.get(FAR, 0.0) for signs in others])
    known = {name: float(w) for name, w in zip(names, weights, strict=True) if name != FAR}
    odds = np.array([sum(known.get(name, 0.0) * value for name, value in signs.items()) for signs in others])
    weight = 0.0
    for _ in range(30):
        p = 1 / (1 + np.exp(-(odds + weight * x)))
        weight -= (float(x @ p) + RIDGE * weight) / (float((x * x) @ (p * (1 - p))) + RIDGE)
    return weight


def gathered(folder: Path) -> tuple[list[Judged], int]:
    """Every candidate of the coded episodes: its episode, its signs, whether a coder took it; and how many were coded."""
    steps = chain(load_parser(), load_gazetteer(()), load_roster())
    steps = steps[: steps.index(claims)]
    rows: list[Judged] = []
    coded = 0
    for path in sorted(folder.glob("*/gold.json")):
        told = json.loads(path.read_text("utf-8"))
        if told["text_kind"] != "verbatim":
            continue
        for article in told["articles"]:
            coded += len(article["claims"])
            for report in read(str(path.parent / article["file"])):
                if isinstance(report, Unread):
                    continue
                notes = Notes(report)
                for step in steps:
                    notes = step(notes)
                found = list(candidates(notes))
                signs = {claim.id: told for claim, told in found}
                unique = {claim.id: claim for claim, _ in found}
                ordered = tuple(sorted(unique.values(), key=lambda c: (c.start, c.end, c.type)))
                kept = without_echoes(settings(replace(notes, claims=ordered))).claims
                taken = aligned(article["claims"], kept, report.text)
                rows += [(path.parent.name, signs[c.id], c.id in taken) for c in kept]
    return rows, coded


def aligned(coded: list[Row], found: Sequence[Claim], text: str) -> set[str]:
    """The ids of the claims that a coded one fits best, one to one."""
    pairs = []
    for i, g in enumerate(coded):
        for j, c in enumerate(found):
            inter = max(0, min(g["end"], c.end) - max(g["start"], c.start))
            union = max(g["end"], c.end) - min(g["start"], c.start)
            fit = inter / union
            if fit < 0.3 and inter >= 0.6 * (g["end"] - g["start"]) and _within(g, c, text):
                fit = 0.3
            if fit >= 0.3:
                pairs.append((fit, g["type"] == c.type, -i, -j))
    used_g: set[int] = set()
    used_c: set[int] = set()
    taken: set[str] = set()
    for _, _, i, j in sorted(pairs, reverse=True):
        if i not in used_g and j not in used_c:
            used_g.add(i)
            used_c.add(j)
            taken.add(found[-j].id)
    return taken


def _within(g: Row, c: Claim, text: str) -> bool:
    left = max(text.rfind(stop, 0, g["start"]) for stop in ".!?\n")
    right = min((at for at in (text.find(stop, g["end"] - 1) for stop in ".!?\n") if at >= 0), default=len(text))
    return bool(c.start >= left and c.end <= right + 3)


def fitted(rows: list[Judged], names: list[str]) -> np.ndarray:
    """The weights by Newton's method, ridge all but the base."""
    x = np.array([[signs.get(n, 0.0) for n in names] for _, signs, _ in rows])
    y = np.array([float(taken) for *_, taken in rows])
    ridge = np.diag([0.01 if n == "base" else RIDGE for n in names])
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        w = w + np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (y - p) - ridge @ w)
    return w


def based(weights: np.ndarray, names: list[str], rows: list[Judged]) -> np.ndarray:
    """The weights with the base that makes as many claims of the rows likely as a coder took."""
    x = np.array([[signs.get(n, 0.0) for n in names] for _, signs, _ in rows])
    y = np.array([float(taken) for *_, taken in rows])
    moved = weights.copy()
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ moved))
        moved[names.index("base")] += float((y - p).sum() / (p * (1 - p)).sum())
    return moved


def left_out(rows: list[Judged], more: list[Judged], names: list[str]) -> np.ndarray:
    """The chance of each candidate by weights fitted without its episode."""
    chances = np.zeros(len(rows))
    for episode in sorted({e for e, _, _ in rows}):
        others = [row for row in rows if row[0] != episode]
        w = based(fitted(others + more, names), names, others)
        for n, (e, signs, _) in enumerate(rows):
            if e == episode:
                chances[n] = 1 / (1 + np.exp(-sum(w[k] * signs.get(name, 0.0) for k, name in enumerate(names))))
    return np.minimum(chances, SUREST)


def table(chances: np.ndarray, taken: list[bool], gold: int) -> list[str]:
    """Precision, recall and F1 by threshold; the calibration of the judgements, in ten bins."""
    y = np.array(taken)
    lines = []
    for least in np.arange(0.2, 0.56, 0.02):
        kept = chances >= least
        hit = int((y & kept).sum())
        p, r = hit / max(1, int(kept.sum())), hit / gold
        lines.append(f"{least:.2f}  P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}")
    bins = binned(chances, taken)
    lines.append(
        f"expected calibration error {reliability.error(bins):.3f} over {len(y)} candidates, {int(y.sum())} taken, {gold} coded"
    )
    return [*lines, *(f"  {b.judged:.2f} {b.taken:.2f} {b.claims}" for b in bins)]


def binned(chances: np.ndarray, taken: list[bool]) -> list[reliability.Bin]:
    """The judgements in ten bins of equal width, those without a candidate left out."""
    y, bins = np.array(taken), np.minimum((chances * 10).astype(int), 9)
    return [
        reliability.Bin(
            round(float(chances[bins == b].mean()), 3), round(float(y[bins == b].mean()), 3), int((bins == b).sum())
        )
        for b in range(10)
        if (bins == b).any()
    ]


def write(names: list[str], weights: np.ndarray) -> None:
    """Keep the weights, rounded."""
    PAGE.write_text(HEAD + "".join(f"{n} = {w:.2f}\n" for n, w in zip(names, weights, strict=True)), "utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
