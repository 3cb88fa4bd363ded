"""Print the claims that the working tree finds and a commit does not, and the other way round, each with its sentence.

    python tools/compare.py [REF [NAME…]]

REF is a commit or a branch, `main` unless told; with NAMEs only the sets of texts whose names begin so are compared. The
development texts lie in ../shared. Of episodes that are scored but never read only the numbers are printed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

ROOT: Final = Path(__file__).parent.parent
SHARED: Final = ROOT.parent / "shared"
BUILT: Final = ("src/dateline/places/data", "src/dateline/web/static/vendor")
"""What is built rather than kept, and so is lent to the older tree."""
TASKS: Final = ("types", "coding", "casualty_events", "killed", "displaced", "attribution")
"""Public tasks whose texts hold claims."""
UNREAD: Final = ("07_", "19_")
"""Episodes that are scored but never read."""

Row = dict[str, Any]


class Told(NamedTuple):
    """A claim as it is compared: where it stands, and what it says."""

    text: str
    start: int
    end: int
    type: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    speaker: tuple[str, ...]
    stance: str
    modality: str
    background: bool


def main() -> int:
    """Compare, and print; nothing is asked of a machine without the development texts."""
    ref, *names = sys.argv[1:] or ["main"]
    if not (SHARED / "gold" / "dev").is_dir():
        sys.stdout.write("skipped: no development texts lie beside the repository\n")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder)
        inputs = {
            name: paths for name, paths in gathered(there / "inputs") if not names or name.startswith(tuple(names))
        }
        try:
            before = told(older(ref, there / "tree"), inputs, there / "before")
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(there / "tree")], cwd=ROOT, check=False)
        after = told(ROOT, inputs, there / "after")
    for line in report(before, after):
        sys.stdout.write(line + "\n")
    return 0


def gathered(there: Path) -> Iterator[tuple[str, list[str]]]:
    """The name of each set of development texts, and its files: an episode each, a task each without its answers."""
    for folder in sorted((SHARED / "gold" / "dev").iterdir()):
        if folder.is_dir():
            yield folder.name, [str(path) for path in sorted(folder.glob("*.txt"))]
    there.mkdir()
    for task in TASKS:
        kept = SHARED / "bench" / task / "dev.jsonl"
        if kept.is_file():
            rows = (json.loads(line) for line in kept.read_text("utf-8").splitlines())
            asked = (json.dumps({key: row[key] for key in row if key != "gold"}) for row in rows)
            (there / f"{task}.jsonl").write_text("\n".join(asked), "utf-8")
            yield task, [str(there / f"{task}.jsonl")]


def older(ref: str, tree: Path) -> Path:
    """The tree of a commit, with what is built lent to it."""
    subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(tree), ref], cwd=ROOT, check=True)
    for name in BUILT:
        if (ROOT / name).is_dir() and not (tree / name).exists():
            (tree / name).symlink_to(ROOT / name)
    return tree


def told(tree: Path, inputs: dict[str, list[str]], out: Path) -> dict[str, set[Told]]:
    """The claims that one tree finds in each set of texts."""
    return {name: set(_claims(tree, paths, out / name)) for name, paths in inputs.items()}


def _claims(tree: Path, paths: list[str], out: Path) -> Iterator[Told]:
    said = {**os.environ, "PYTHONPATH": str(tree / "src")}
    command = [sys.executable, "-m", "dateline", "run", *paths, "--out", str(out)]
    done = subprocess.run(command, env=said, cwd=out.parent.parent, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3):
        raise SystemExit(f"{tree}: {done.stderr[-400:]}")
    texts = {row["id"]: row["text"] for row in _rows(out / "reports.jsonl")}
    for row in _rows(out / "claims.jsonl"):
        by, to, speaker = (tuple(party["name"] for party in row[role]) for role in ("by", "to", "speaker"))
        yield Told(
            texts[row["report"]], row["start"], row["end"], row["type"], by, to, speaker,
            row["stance"], row["modality"], row["background"],
        )  # fmt: skip


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def report(before: dict[str, set[Told]], after: dict[str, set[Told]]) -> Iterator[str]:
    """Lines for each set of texts: what went (-), what came (+), and how many stayed."""
    for name in before:
        lost, gained = before[name] - after[name], after[name] - before[name]
        yield f"{name}: {len(before[name] & after[name])} the same, {len(lost)} lost, {len(gained)} gained"
        if not name.startswith(UNREAD):
            yield from _lines([*((told, "-") for told in lost), *((told, "+") for told in gained)])


def _lines(changed: Iterable[tuple[Told, str]]) -> Iterator[str]:
    sentence = None
    for told, sign in sorted(changed, key=lambda c: (c[0].text, c[0].start, c[1] == "+", c[0])):
        stands = _sentence(told)
        if stands != sentence:
            yield f"  {stands}"
        sentence = stands
        kept = [told.type, told.stance, told.modality, *(["recalled"] if told.background else [])]
        roles = "; ".join(f"{role} {', '.join(names)}" for role, names in _roles(told) if names)
        yield f"    {sign} {' '.join(kept)} [{roles}] “{_plain(told.text[told.start : told.end])[:80]}”"


def _roles(told: Told) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return ("by", told.by), ("to", told.to), ("says", told.speaker)


def _sentence(told: Told) -> str:
    """The claim with the rest of its sentence, as far as stops tell."""
    start = max(told.text.rfind(stop, 0, told.start) for stop in (". ", ".\n", "\n\n")) + 1
    ends = (told.text.find(stop, told.end - 1) for stop in (". ", ".\n", "\n\n"))
    return _plain(told.text[start : min((end for end in ends if end >= 0), default=len(told.text)) + 1])


def _plain(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    raise SystemExit(main())
