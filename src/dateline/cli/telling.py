"""Telling from the command line: tell, publish, compare, serve."""

from __future__ import annotations

import getpass
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.messages import FAILED, QUARANTINED, counting, existing, looking, messages, stop
from dateline.cli.options import DEFAULT, FLAG, Grades, MetricsPort, RecordFile, Since, Types, Until, Where, chosen
from dateline.errors import MissingPart
from dateline.tell import FORMATS, Counted, Filter, Filtered, Public, View, Wrong, comparison, read_list, site

__all__ = ["compare", "publish", "serve", "tell"]


def tell(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")],
    record: RecordFile = DEFAULT,
    out: Annotated[Path | None, typer.Option("--out", metavar="PATH", help="File or folder to write.")] = None,
    since: Since = None,
    until: Until = None,
    types: Types = None,
    places: Where = None,
    grades: Grades = None,
    public: Annotated[
        bool, typer.Option("--public", metavar=FLAG, help="Leave out what can hurt people, by written rules.")
    ] = False,
) -> None:
    """Write the record out in a format: all of it, or the events chosen and what they rest on."""
    if form not in FORMATS:
        raise typer.BadParameter(f"{form!r} is not one of {', '.join(FORMATS)}")
    asked = chosen(since, until, types, places, grades)
    with looking(record) as store:
        view: View = Filtered(store, asked) if asked.told() else store
        with counting("rows told") as show:
            paths = FORMATS[form](Counted(Public(view) if public else view, show), out or Path(f"dateline-{form}"))
        _none_chosen(view, asked)
    for path in paths:
        print(path)


def publish(
    out: Annotated[Path, typer.Argument(metavar="DIR", help="Folder for the site.")],
    record: RecordFile = DEFAULT,
    since: Since = None,
    until: Until = None,
    types: Types = None,
    places: Where = None,
    grades: Grades = None,
    whole: Annotated[
        bool, typer.Option("--whole", metavar=FLAG, help="Leave nothing out: not for the public.")
    ] = False,
) -> None:
    """Write a static site: what the public may see of the record, or of a part of it."""
    asked = chosen(since, until, types, places, grades)
    with looking(record) as store:
        view: View = Filtered(store, asked) if asked.told() else store
        with counting("rows told") as show:
            paths = site(Counted(view if whole else Public(view), show), out)
        _none_chosen(view, asked)
    print(paths[0])


def _none_chosen(view: View, asked: Filter) -> None:
    """Say that nothing matches what was chosen, rather than leave somebody with empty tables."""
    if asked.told() and next(iter(view.rows("events")), None) is None:
        messages.print(f"No event matches: {'; '.join(asked.told())}.", markup=False, highlight=False)


def compare(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A list of events in CSV: ACLED's, UCDP's, or any with a day and a place."),
    ],
    record: RecordFile = DEFAULT,
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help="File or folder to write.")] = Path(
        "comparison.csv"
    ),
) -> None:
    """Lay a list of events beside the record: which both have, which only one has, where they differ and why."""
    with looking(record) as store:
        rows = list(read_list(file))
        listed = [row for row in rows if not isinstance(row, Wrong)]
        for row in rows:
            if isinstance(row, Wrong):
                messages.print(f"row {row.number} is left out: {row.error}", markup=False, highlight=False)
        for path in comparison(listed).write(store, out):
            print(path)
    if len(listed) < len(rows):
        raise typer.Exit(QUARANTINED)


def serve(
    record: RecordFile = DEFAULT,
    port: Annotated[int, typer.Option("--port", metavar="PORT", min=1, max=65535, help="Port on 127.0.0.1.")] = 8151,
    users: Annotated[
        Path | None,
        typer.Option("--users", metavar="FILE", help="Who may sign in, from `dateline users add`; nobody else passes."),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option("--name", metavar="HOST", help="A name under which a proxy on this machine hands requests on."),
    ] = None,
    metrics: MetricsPort = None,
) -> None:
    """Serve the record as a page on this machine, at 127.0.0.1 and nowhere else."""
    if name and users is None:
        raise typer.BadParameter("a page that others reach asks who they are; add --users", param_hint="--name")
    if users is not None and not users.exists():
        stop(f"there is no file of users at {users}; make one with `dateline users add NAME --users {users}`", FAILED)
    # The page is an extra, and takes half a second to load that no other command should wait for.
    try:
        serving = import_module("dateline.web.serving")
    except ModuleNotFoundError as error:
        raise MissingPart(f"{error.name} is not installed: pip install 'dateline[web]'") from error
    if serving.taken(port):
        stop(f"port {port} of this machine is taken; choose another with --port", FAILED)
    with existing(record):
        messages.print(f"Dateline is at http://127.0.0.1:{port}/   (Ctrl+C stops it)")
    serving.serve(record, port, getpass.getuser(), users, name or (), metrics)
