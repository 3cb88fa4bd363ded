"""Fit the weights by which the finder judges how sure each field of a claim is, on reports that were coded by hand.

    python tools/fit_sureness.py GOLD SCORE [--write]

GOLD holds one folder an episode: the reports and gold.json; SCORE is the scorer (score_gold.py) that tells which field
of a claim agrees with what a coder wrote. Only claims that a coder took are judged, and only fields that the coder
filled or that may be empty. Each episode is judged by weights fitted on the others; a field of which the signs then tell no
more than how many were right is given that share alone. The table shows the fields, how
many were right, and the expected calibration error of those judgements beside that of always telling the mean. With
--write the weights of all episodes are written to src/dateline/words/sureness.toml, the left-out bins to
docs/reliability_fields.tsv, with their plots.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np

import reliability
from dateline.find import chain, find
from dateline.find.sentences.parser import load_parser
from dateline.find.sureness import FIELDS, signs_of
from dateline.model import Report, Unread
from dateline.places import load_gazetteer
from dateline.read import read
from dateline.rows import Row, row
from dateline.weigh import weigh
from dateline.words.actors import load_roster

PAGE = Path(__file__).parent.parent / "src" / "dateline" / "words" / "sureness.toml"
DOCS = PAGE.parents[3] / "docs"
SCORED = {"by": "actor", "to": "target", "time": "date"}
"""The scorer's names of fields, where they are not ours."""

RARE = 12
"""A sign seen in fewer claims says nothing."""
RIDGE = 20.0
"""How strongly weights are held near zero."""

Parser = Callable[..., Any]


class Judged(NamedTuple):
    """A field of one claim: its episode, how it was reached, whether it was right."""

    episode: str
    signs: frozenset[str]
    right: bool


def main() -> int:
    """Print how sure each field may be, and with --write keep the weights."""
    folder, score = (Path(arg) for arg in sys.argv[1:3])
    if not folder.is_dir():
        sys.stderr.write(f"{folder} is not there: the weights stay as they are\n")
        return 0
    judged = gathered(folder, scorer(score), load_parser())
    rows = {field: telling(told) for field, told in judged.items()}
    shown = {}
    for field, told in rows.items():
        chances = left_out(told)
        shown[field] = binned(chances, told)
        sys.stdout.write(line(field, chances, told) + "\n")
    if "--write" in sys.argv[3:]:
        PAGE.write_text(page({field: weights(told) for field, told in rows.items()}), "utf-8")
        (DOCS / "reliability_fields.tsv").write_text(table(shown), "utf-8")
        (DOCS / "reliability_fields.svg").write_text(reliability.sheet(shown), "utf-8")
    return 0


def scorer(path: Path) -> ModuleType:
    """The scorer, taken as a module."""
    spec = importlib.util.spec_from_file_location("score_gold", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gathered(folder: Path, score: ModuleType, parser: Parser) -> dict[str, list[Judged]]:
    """The judged fields of every claim that a coder took, by field; reports without a date are dated by their story."""
    steps = chain(parser, load_gazetteer(()), load_roster())
    rows: dict[str, list[Judged]] = {field: [] for field in FIELDS}
    for path in sorted(folder.glob("*/gold.json")):
        told = json.loads(path.read_text("utf-8"))
        if told["text_kind"] != "verbatim":
            continue
        found = [find(report, steps) for report in _reports(path.parent, told["articles"])]
        signs = {claim.id: signs_of(notes, claim) for notes in found for claim in notes.claims}
        weighed = weigh([notes.report for notes in found], [claim for notes in found for claim in notes.claims])
        for notes in found:
            coded = next(a["claims"] for a in told["articles"] if a["file"] == Path(notes.report.key).name)
            claims = [row(claim) for claim in weighed.claims if claim.report == notes.report.id]
            for one, claim in score.align(coded, claims, notes.report.text):
                for field, right in verdicts(score, one, claim, signs[claim["id"]]):
                    rows[field].append(Judged(path.parent.name, signs[claim["id"]][field], right))
    return rows


def _reports(folder: Path, articles: list[Row]) -> Iterator[Report]:
    read_in = (report for article in articles for report in read(str(folder / article["file"])))
    return (report for report in read_in if not isinstance(report, Unread))


def verdicts(score: ModuleType, coded: Row, claim: Row, signs: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    """Which judged fields of a claim agree with the coder; those the coder left open are passed over."""
    for field in signs:
        if field == "figures":
            yield field, score.figure_set(claim, "low", "high") <= score.figure_set(coded)
            continue
        right = score.FIELDS[SCORED.get(field, field)](coded, claim)
        if right is not None:
            yield field, bool(right)


def weights(rows: list[Judged]) -> dict[str, float]:
    """The weights by Newton's method, ridge all but the base; signs that are seen seldom have none."""
    seen = Counter(sign for row in rows for sign in row.signs)
    names = ["base", *sorted(sign for sign, n in seen.items() if RARE <= n <= len(rows) - RARE)]
    x = np.array([[float(name == "base" or name in row.signs) for name in names] for row in rows])
    y = np.array([float(row.right) for row in rows])
    ridge = np.diag([0.01 if name == "base" else RIDGE for name in names])
    w = np.zeros(len(names))
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        w = w + np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + ridge, x.T @ (y - p) - ridge @ w)
    return dict(zip(names, (round(float(value), 2) for value in w), strict=True))


def left_out(rows: list[Judged]) -> np.ndarray:
    """The chance of each row by weights fitted without its episode."""
    chances = np.zeros(len(rows))
    for episode in sorted({one.episode for one in rows}):
        w = weights([one for one in rows if one.episode != episode])
        for n, one in enumerate(rows):
            if one.episode == episode:
                odds = w["base"] + sum(w.get(sign, 0.0) for sign in one.signs)
                chances[n] = 1 / (1 + np.exp(-odds))
    return chances


def telling(rows: list[Judged]) -> list[Judged]:
    """The rows, or the rows without their signs where these tell no more of an episode left out than how many were right."""
    bare = [one._replace(signs=frozenset()) for one in rows]
    return rows if missed(left_out(rows), rows) < missed(left_out(bare), bare) else bare


def missed(chances: np.ndarray, rows: list[Judged]) -> float:
    """The Brier score of judgements."""
    return float(((chances - np.array([row.right for row in rows])) ** 2).mean())


def binned(chances: np.ndarray, rows: list[Judged]) -> list[reliability.Bin]:
    """The judgements in ten bins of equal width, those without one left out."""
    y, bins = np.array([row.right for row in rows]), np.minimum((chances * 10).astype(int), 9)
    return [
        reliability.Bin(
            round(float(chances[bins == b].mean()), 3), round(float(y[bins == b].mean()), 3), int((bins == b).sum())
        )
        for b in range(10)
        if (bins == b).any()
    ]


def line(field: str, chances: np.ndarray, rows: list[Judged]) -> str:
    """What the judgements of one field are worth."""
    y = np.array([row.right for row in rows])
    brier, flat = missed(chances, rows), float(y.mean() * (1 - y.mean()))
    return (
        f"{field:11} {len(rows):4} judged, right {y.mean():.3f}; calibration error {reliability.error(binned(chances, rows)):.3f}; "
        f"Brier {brier:.3f} (the mean: {flat:.3f}); a right one surer than a wrong one {ranks(chances, y):.2f}"
    )


def ranks(chances: np.ndarray, y: np.ndarray) -> float:
    """How often a right field is held surer than a wrong one."""
    more = chances[y][:, None] - chances[~y][None, :]
    return float(((more > 0) + 0.5 * (more == 0)).mean())


def page(fields: Mapping[str, Mapping[str, float]]) -> str:
    """The weights as the file keeps them."""
    head = "# What each way of reaching a field adds to the log-odds that it is right. Made by tools/fit_sureness.py.\n"
    return head + "".join(
        f"\n[{field}]\n"
        + "".join(f"{name if name[0].isalpha() else chr(34) + name + chr(34)} = {w:.2f}\n" for name, w in told.items())
        for field, told in fields.items()
    )


def table(shown: Mapping[str, list[reliability.Bin]]) -> str:
    """The bins of all fields as the file keeps them."""
    rows = (f"{field}\t{b.judged:.3f}\t{b.taken:.3f}\t{b.claims}\n" for field, bins in shown.items() for b in bins)
    return "field\tjudged\tright\tclaims\n" + "".join(rows)


if __name__ == "__main__":
    raise SystemExit(main())
