"""Keeping a record safe from the command line: check, backup, restore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.messages import BROKEN, messages, must_be
from dateline.cli.options import DEFAULT, RecordFile
from dateline.record import Record, back_up, bring_back, named

__all__ = ["backup", "check", "restore"]


def check(record: RecordFile = DEFAULT) -> None:
    """Check that a record is what it was given: its pages, every row, every decision. Changes nothing."""
    must_be(record)
    with Record.reading(record) as store:
        wrong = store.check()
        name = store.store.name
    for line in wrong:
        messages.print(line, markup=False, highlight=False)
    messages.print(f"{named(record)}: {'damaged' if wrong else 'sound'} ({name})", markup=False, highlight=False)
    raise typer.Exit(BROKEN if wrong else 0)


def backup(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="The backup to make; it must not be there yet.")],
    record: RecordFile = DEFAULT,
) -> None:
    """Copy a record whole to one file, while it is in use; the copy is checked before it counts."""
    must_be(record)
    back_up(record, out)
    messages.print(f"{named(record)} is backed up in {out}.", markup=False, highlight=False)


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A backup.")],
    record: RecordFile = DEFAULT,
) -> None:
    """Bring a backup back into an empty record, of either kind: so a record also moves to a server, or from one."""
    bring_back(file, record)
    messages.print(f"{file} is back in {named(record)}.", markup=False, highlight=False)
