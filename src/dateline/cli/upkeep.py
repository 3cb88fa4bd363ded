"""The installation from the command line: its version, its parts, its gazetteer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import dateline
from dateline.cli.messages import FAILED, messages
from dateline.places import add_file, kept_folder
from dateline.run import checks

__all__ = ["doctor", "places_add", "version"]


def places_add(
    file: Annotated[Path, typer.Argument(help="GeoNames dump, Who's On First export or admin table with P-codes.")],
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


def version(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """Say which version this is, where that is asked."""
    if version:
        print(dateline.__version__)
        raise typer.Exit
