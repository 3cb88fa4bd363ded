"""What a person is told meanwhile and at the end, on standard error, and the codes that commands end with."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console
from rich.progress import Progress, ProgressColumn, SpinnerColumn, Task, TextColumn, TimeElapsedColumn
from rich.text import Text

from dateline.record import Record
from dateline.run import Tally

__all__ = [
    "FAILED",
    "QUARANTINED",
    "Shown",
    "counting",
    "existing",
    "finish",
    "messages",
    "progress",
    "report",
    "stop",
    "summary",
]

FAILED, QUARANTINED = 1, 3

messages = Console(stderr=True, soft_wrap=True)


class Shown:
    """Progress on standard error: reports and claims so far."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("reading", total=None)

    def __call__(self, tally: Tally) -> None:
        self._bar.update(self._task, description=f"{tally.read:,} reports read, {tally.claims:,} claims found")


@contextmanager
def progress() -> Iterator[Shown]:
    """Progress shown while the work inside goes on."""
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=messages, transient=True
    ) as bar:
        yield Shown(bar)


@contextmanager
def counting(what: str) -> Iterator[Callable[[int], None]]:
    """How many of something are done, and how many a second, shown while the work inside goes on."""
    columns = (SpinnerColumn(), TextColumn("{task.completed:,.0f} {task.description}"), Rate(), TimeElapsedColumn())
    with Progress(*columns, console=messages, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done: bar.update(task, completed=done)


class Rate(ProgressColumn):
    """Steps a second, so far."""

    def render(self, task: Task) -> Text:
        """The rate, or nothing before there is one."""
        return Text(f"{task.completed / task.elapsed:,.0f}/s" if task.elapsed else "")


def report(store: Record, tally: Tally) -> None:
    """Tell what became of the inputs, and each one that could not be read."""
    known = f", {tally.known:,} known already" if tally.known else ""
    messages.print(
        f"{tally.read:,} reports read{known}, {tally.claims:,} claims found, {tally.unread:,} inputs not read."
    )
    for told in store.rows("unread"):
        messages.print(f"  not read: {told['key']}: {told['reason']}: {told['detail']}", markup=False)


def summary(store: Record) -> None:
    """Tell how much weighing derived."""
    counts = {
        table: sum(1 for _ in store.rows(table)) for table in ("events", "contradictions", "agreements", "commitments")
    }
    messages.print(", ".join(f"{count:,} {table}" for table, count in counts.items()) + ".")


@contextmanager
def existing(path: Path) -> Iterator[Record]:
    """The record at a path; the command ends where there is none."""
    if not path.exists():
        stop(f"there is no record at {path}; make one with `dateline read PATH… --record {path}`", FAILED)
    with Record.open(path) as store:
        yield store


def finish(tally: Tally) -> None:
    """End the command by what became of the inputs."""
    raise typer.Exit(QUARANTINED if tally.unread else 0)


def stop(message: str, code: int) -> NoReturn:
    """End the command with one line that tells why."""
    messages.print(f"dateline: {message}", markup=False, highlight=False, soft_wrap=True)
    sys.exit(code)
