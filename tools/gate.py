"""Hold the measured figures to floors that only rise.

    python tools/gate.py [--raise] [--from FILE]

Measures on the material in ../shared (some minutes), or takes the figures from FILE, a result of its runner, and tells
each figure that lies below its floor in tools/floors.toml; the exit code is then 1. With --raise every floor that was
exceeded rises to what was measured. A floor is never lowered here.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent
SHARED: Final = ROOT.parent / "shared"
FLOORS: Final = Path(__file__).parent / "floors.toml"
HEAD: Final = """# The floors of `make gate`: what was once reached stays reached. `make gate RAISE=1` lifts those that were exceeded.

[floors]
"""
STEP: Final = 0.0005
"""Figures are told with three digits: this much below its floor a figure still stands on it."""


def main() -> int:
    """Measure, tell what fell, and with --raise keep what rose; 1 where anything fell."""
    words = sys.argv[1:]
    given = Path(words[words.index("--from") + 1]) if "--from" in words else None
    if given is None and not (SHARED / "score" / "run_all.py").is_file():
        sys.stdout.write("skipped: no evaluation material lies beside the repository\n")
        return 0
    told = json.loads(given.read_text("utf-8")) if given is not None else measured()
    floors = read_floors(FLOORS.read_text("utf-8"))
    found = {name: value for name in floors if (value := figure(told, name)) is not None}
    fallen = list(below(floors, found))
    for line in fallen:
        sys.stdout.write(line + "\n")
    if "--raise" in words:
        FLOORS.write_text(written(raised(floors, found)), "utf-8")
    sys.stdout.write(f"{len(floors) - len(fallen)} of {len(floors)} floors hold\n")
    return 1 if fallen else 0


def measured() -> Any:
    """The figures of one run over the development halves."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "figures.json"
        inputs = ["--gold", SHARED / "gold" / "dev", "--ledger", SHARED / "gold" / "ledger", "--weigh-gold"]
        inputs += ["--bench", SHARED / "bench", "--out", folder, "--json", kept]
        runner = SHARED / "score" / "run_all.py"
        command = [sys.executable, runner, *inputs, "--", sys.executable, "-m", "dateline"]
        subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)
        return json.loads(kept.read_text("utf-8"))


def read_floors(toml: str) -> dict[str, float]:
    """The floors by the path of their figure, keys parted by " > ".

    >>> read_floors('[floors]\\n"coding/dev > root_f1" = 0.7')
    {'coding/dev > root_f1': 0.7}
    """
    return {str(name): float(floor) for name, floor in tomllib.loads(toml)["floors"].items()}


def figure(told: Any, path: str) -> float | None:
    """The figure at a path; None where it was not measured.

    >>> figure({"gold": {"claims": {"f": 0.7}}}, "gold > claims > f"), figure({}, "gold")
    (0.7, None)
    """
    for key in path.split(" > "):
        if not isinstance(told, dict) or key not in told:
            return None
        told = told[key]
    return float(told) if isinstance(told, (int, float)) else None


def below(floors: Mapping[str, float], found: Mapping[str, float]) -> Iterator[str]:
    """A line for each floor that its figure does not reach, or whose figure is missing.

    >>> list(below({"a": 0.5, "b": 0.5, "c": 0.5}, {"a": 0.51, "b": 0.4}))
    ['b: 0.400, floor 0.500', 'c: not measured, floor 0.500']
    """
    for name, floor in floors.items():
        if name not in found:
            yield f"{name}: not measured, floor {floor:.3f}"
        elif found[name] < floor - STEP:
            yield f"{name}: {found[name]:.3f}, floor {floor:.3f}"


def raised(floors: Mapping[str, float], found: Mapping[str, float]) -> dict[str, float]:
    """The floors, those that were exceeded lifted to what was reached, with three digits.

    >>> raised({"a": 0.5, "b": 0.5}, {"a": 0.6129, "b": 0.4})
    {'a': 0.612, 'b': 0.5}
    """
    return {name: max(floor, math.floor(found.get(name, floor) * 1000) / 1000) for name, floor in floors.items()}


def written(floors: Mapping[str, float]) -> str:
    """The floors as the file keeps them."""
    return HEAD + "".join(f'"{name}" = {floor:.3f}\n' for name, floor in floors.items())


if __name__ == "__main__":
    raise SystemExit(main())
