"""The installation from the command line: its version, its parts, its gazetteer."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

import dateline
from dateline.cli.messages import FAILED, messages, must_be
from dateline.cli.options import DEFAULT, FLAG, RecordFile
from dateline.places import add_file, kept_folder
from dateline.record import Record
from dateline.run import checks, exposed, log_to, status

__all__ = ["doctor", "places_add", "standing", "version"]


def places_add(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="GeoNames dump, Who's On First export or admin table with P-codes.")
    ],
) -> None:
    """Keep a gazetteer for all later runs."""
    messages.print(f"{add_file(file, kept_folder()):,} places kept.")


def doctor() -> None:
    """Check the installation: model, gazetteer, store."""
    wrong = 0
    for check in checks():
        wrong += not check.good
        messages.print(
            f"[{'green' if check.good else 'red'}]{'ok ' if check.good else 'BAD'}[/] {check.name}: {check.detail}"
        )
    raise typer.Exit(FAILED if wrong else 0)


def standing(
    record: RecordFile = DEFAULT,
    as_json: Annotated[bool, typer.Option("--json", metavar=FLAG, help="As one line of JSON.")] = False,
    metrics: Annotated[bool, typer.Option("--metrics", metavar=FLAG, help="In the text format of Prometheus.")] = False,
) -> None:
    """Tell how a record stands: what was read, refused, weighed and decided, and what waits."""
    must_be(record)
    if metrics:
        print(exposed(record).decode(), end="")
        return
    with Record.reading(record) as store:
        told = status(store)
    if as_json:
        print(json.dumps({**asdict(told), "unweighed": told.unweighed}, ensure_ascii=False))
        return
    for line in told.lines():
        print(line)


def version(
    version: Annotated[bool, typer.Option("--version", metavar=FLAG, help="Print the version.")] = False,
    log: Annotated[
        str | None,
        typer.Option("--log", metavar="FILE", help="Log what is done, a JSON object a line; - for standard error."),
    ] = None,
) -> None:
    """Take what goes for every command: where to log; say which version this is, where that is asked."""
    if log is not None:
        log_to(log)
    if version:
        print(dateline.__version__)
        raise typer.Exit
