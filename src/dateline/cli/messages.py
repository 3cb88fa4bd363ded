"""What a person is told meanwhile and at the end, on standard error, and the codes that commands end with."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer
from rich.console import Console
from rich.progress import Progress, ProgressColumn, SpinnerColumn, Task, TextColumn, TimeElapsedColumn
from rich.text import Text

from dateline.model import Unread
from dateline.record import Record, Where, named
from dateline.run import Tally
from dateline.tell.explain import counted

__all__ = [
    "BROKEN",
    "FAILED",
    "QUARANTINED",
    "Shown",
    "called",
    "counting",
    "existing",
    "finish",
    "looking",
    "messages",
    "must_be",
    "not_read",
    "progress",
    "report",
    "shown",
    "stop",
    "summary",
]

FAILED, QUARANTINED, BROKEN = 1, 3, 4

GIVEN = "a row of JSON Lines or CSV can give the day as `published`"

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


def called() -> str:
    """What to type for this command: its name where the shell finds it, else as it was called."""
    own = Path(sys.argv[0])
    return "dateline" if own.name != "dateline" or shutil.which("dateline") else str(own)


def report(tally: Tally) -> None:
    """Tell what became of the inputs, and which could not be read."""
    known = f", {tally.known:,} known already" if tally.known else ""
    read, claims, unread = counted(tally.read, "report"), counted(tally.claims, "claim"), counted(tally.unread, "input")
    messages.print(f"{read} read{known}, {claims} found, {unread} not read.")
    if tally.undated:
        whose = "1 report tells" if tally.undated == 1 else f"{tally.undated:,} reports tell"
        messages.print(f"  {whose} no day of publication, and no “on Monday” in such a report is a date; {GIVEN}")
    if tally.foreign:
        which = "1 report is" if tally.foreign == 1 else f"{tally.foreign:,} reports are"
        messages.print(
            f"  {which} not in English: kept, and no claim is sought there; `language` in the reports tells which"
        )
    for one in tally.refused:
        not_read(one)
    if tally.unread > len(tally.refused):
        messages.print(
            f"  and {tally.unread - len(tally.refused):,} more; unread.jsonl of `dateline tell jsonl` has all"
        )


def not_read(one: Unread) -> None:
    """Tell of an input that could not be read, and why."""
    messages.print(f"  not read: {shown(one.key)}: {one.reason}: {shown(one.detail)}", markup=False, highlight=False)


def shown(name: str) -> str:
    r"""A name on one line: what would break it, or speak to the terminal, is written out.

    >>> shown("a\nb\x1b[2J.txt")
    'a\\nb\\x1b[2J.txt'
    """
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in name)


def summary(store: Record) -> None:
    """Tell how much weighing derived."""
    counts = store.counts()
    kinds = ("event", "contradiction", "agreement", "commitment")
    messages.print(", ".join(counted(counts[f"{kind}s"], kind) for kind in kinds) + ".")


@contextmanager
def existing(where: Where) -> Iterator[Record]:
    """The record at a path or address, to be added to; the command ends where there is none."""
    must_be(where)
    with Record.open(where) as store:
        yield store


@contextmanager
def looking(where: Where) -> Iterator[Record]:
    """The record at a path or address, read as it stands now and not written; the command ends where there is none."""
    must_be(where)
    with Record.reading(where) as store, store.still():
        yield store


def must_be(where: Where) -> None:
    """End the command where there is no record."""
    if not Record.there(where):
        name = named(where)
        stop(f"there is no record at {name}; make one with `dateline read PATH… --record {name}`", FAILED)


def finish(tally: Tally) -> None:
    """End the command by what became of the inputs."""
    raise typer.Exit(QUARANTINED if tally.unread else 0)


def stop(message: str, code: int) -> NoReturn:
    """End the command with one line that tells why."""
    messages.print(f"dateline: {message}", markup=False, highlight=False, soft_wrap=True)
    sys.exit(code)
