"""Reading and weighing from the command line: read, weigh, run, demo."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Annotated, Final

import typer

from dateline.cli.messages import QUARANTINED, called, existing, finish, messages, not_read, progress, report, summary
from dateline.cli.options import DEFAULT, Agreements, Inputs, On, Places, RecordFile, Workers
from dateline.examples import example_folder
from dateline.model import Reference, Unread
from dateline.record import Record
from dateline.rows import noun
from dateline.run import (
    Clock,
    Crew,
    Here,
    Tally,
    cores,
    fresh_record,
    hired,
    load_references,
    read_into,
    run_report,
    take_given,
    weigh_record,
)
from dateline.tell import FORMATS, TABLES

__all__ = ["demo", "read", "run", "weigh"]

WRITTEN: Final = (*(f"{table}.jsonl" for table in TABLES), "about.json", "brief.html", "run.json")
"""What a run writes into its folder, beside the record."""


def read(
    paths: Inputs,
    record: RecordFile = DEFAULT,
    places: Places = None,
    workers: Workers = cores(),
    on: On = "pool",
) -> None:
    """Read inputs, find what each one claims, and keep both in the record."""
    with Record.open(record) as store:
        tally = _read(store, paths, places, _crew(on, workers))
        report(tally)
    finish(tally)


def weigh(
    record: RecordFile = DEFAULT,
    given: Annotated[
        Path | None,
        typer.Option("--from", metavar="DIR", help="Weigh reports.jsonl and claims.jsonl of this folder instead."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="With --from: where all tables go.")] = None,
    agreements: Agreements = None,
    workers: Workers = cores(),
    on: On = "pool",
) -> None:
    """Link claims to events, weigh them against each other, and keep the ledger."""
    known, crew = None if agreements is None else load_references(agreements), _crew(on, workers)
    if given is None:
        with existing(record) as store:
            weigh_record(store, known, crew)
            summary(store)
        return
    if out is None:
        raise typer.BadParameter("--from needs --out, the folder that gets the tables")
    if given.resolve() == out.resolve():
        raise typer.BadParameter("the tables would take the place of what is weighed; name another folder", param_hint="--out")  # fmt: skip
    with Record.open(":memory:") as store:
        take_given(store, given)
        weigh_record(store, known, crew)
        FORMATS["jsonl"](store, out)
        unread = [noun(Unread, told) for told in store.rows("unread")]
        summary(store)
    for one in unread:
        not_read(one)
    raise typer.Exit(QUARANTINED if unread else 0)


def run(
    paths: Inputs,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the fresh record and its tables.")],
    places: Places = None,
    workers: Workers = cores(),
    on: On = "pool",
    agreements: Agreements = None,
) -> None:
    """Read, weigh and tell in one go, in a fresh record inside a folder."""
    known = None if agreements is None else load_references(agreements)
    finish(_run(paths, out, places, _crew(on, workers), known))


def demo(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Folder for the record of the examples and its tables.")
    ] = Path("demo"),
) -> None:
    """The two-minute tour: run on the packaged example reports, and say where the result is."""
    with example_folder() as folder:
        tally = _run([str(folder)], out, None, Here)
    for what, where in (
        ("the brief, a page to read", (out / "brief.html").resolve()),
        ("the page, on this machine", f"{called()} serve --record {out / 'dateline.db'}"),
        ("the tables", out.resolve()),
        ("why, with any id in them", f"{called()} explain ID --record {out / 'dateline.db'}"),
    ):
        messages.print(f"  {what:<26} {where}", markup=False, highlight=False, soft_wrap=True)
    finish(tally)


def _run(
    paths: list[str],
    out: Path,
    places: list[Path] | None,
    crew: Callable[[], Crew],
    known: tuple[Reference, ...] | None = None,
) -> Tally:
    written = frozenset((out / name).resolve() for name in WRITTEN)
    _spare(paths, out, written)
    out.mkdir(parents=True, exist_ok=True)
    clock = Clock()
    with fresh_record(out / "dateline.db", paths, places or (), written) as store:
        tally = _read(store, paths, places, crew, written)
        clock.stop("reading")
        weigh_record(store, known, crew)
        clock.stop("weighing")
        FORMATS["jsonl"](store, out)
        FORMATS["brief"](store, out / "brief.html")
        clock.stop("telling")
        store.note("run", "done")
        (out / "run.json").write_text(run_report(store, paths, tally, clock), "utf-8")
        report(tally)
        summary(store)
    return tally


def _spare(paths: list[str], out: Path, written: Collection[Path]) -> None:
    """Refuse a run that would write over its input, or over a file that lies in its folder and is of no run: there is no record beside it."""
    foreign = [] if (out / "dateline.db").exists() else [out / name for name in WRITTEN if (out / name).exists()]
    for path in (*(path for path in paths if Path(path).resolve() in written), *foreign):
        raise typer.BadParameter(f"{path} would be written over by the run; name another folder", param_hint="--out")


def _crew(on: str, workers: int) -> Callable[[], Crew]:
    try:
        return hired(on, workers)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--on") from error


def _read(
    store: Record,
    paths: list[str],
    places: list[Path] | None,
    crew: Callable[[], Crew],
    apart: Collection[Path] = (),
) -> Tally:
    for path in places or []:
        if not path.is_file():
            raise typer.BadParameter(f"{path} is not a file", param_hint="--places")
    with progress() as show:
        return read_into(store, paths, places=tuple(places or ()), crew=crew, progress=show, apart=apart)
