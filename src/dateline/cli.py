"""The command line: read, weigh, tell, run, judge, explain, places, doctor, demo.

Data goes to standard output or --out, messages and progress to standard error.
"""

from __future__ import annotations

import getpass
import signal
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Annotated, NoReturn, cast, get_args

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

import dateline
from dateline.errors import BrokenRecord, DatelineError, MissingPart
from dateline.examples import example_folder
from dateline.model import Judgement, Reference, Verdict
from dateline.places import add_file, kept_folder
from dateline.record import Record
from dateline.run import Tally, checks, cores, fresh_record, load_references, read_into, take_given, weigh_record
from dateline.tell import FORMATS, Filter, Filtered, Public, View, Wrong, comparison, read_list, restore, returned, site
from dateline.tell.explain import explain as explained
from dateline.tell.explain import standing
from dateline.times import day_of

__all__ = ["app", "main"]

FAILED, WRONG_USE, QUARANTINED, BROKEN, INTERRUPTED = 1, 2, 3, 4, 130

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Reads what many outlets report on a conflict and keeps one sourced record of it.",
)
places_app = typer.Typer(no_args_is_help=True, help="The gazetteer.")
app.add_typer(places_app, name="places")
messages = Console(stderr=True, soft_wrap=True)

Inputs = Annotated[
    list[str], typer.Argument(metavar="PATH…", help="Files, folders, patterns, or - for standard input.")
]
RecordFile = Annotated[Path, typer.Option("--record", metavar="FILE", help="The record.")]
Places = Annotated[
    list[Path] | None, typer.Option("--places", metavar="FILE", help="A gazetteer to use besides the packaged one.")
]
Workers = Annotated[int, typer.Option("--workers", min=1, help="Processes to run at once; by default one a core.")]
Agreements = Annotated[
    Path | None,
    typer.Option(
        "--agreements",
        metavar="FILE",
        help="CSV of known agreements (name, date, parties) to link to; kept in the record.",
    ),
]
Choices = list[str] | None
Since = Annotated[str | None, typer.Option(metavar="DAY", help="Only events that last to this day or later.")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Only events that begin before this day.")]
Types = Annotated[Choices, typer.Option("--type", help="Only events of this type; repeatable.")]
Where = Annotated[
    Choices, typer.Option("--place", help="Only events at this place, region, country or id; repeatable.")
]
Grades = Annotated[Choices, typer.Option("--grade", help="Only events of this grade; repeatable.")]
DEFAULT = Path("dateline.db")


def main() -> None:
    """Run the command line; what a person can mend is told in one line, without a traceback."""
    signal.signal(signal.SIGTERM, _interrupted)
    try:
        app()
    except BrokenRecord as error:
        _stop(str(error), BROKEN)
    except (DatelineError, OSError) as error:
        _stop(str(error), FAILED)
    except sqlite3.OperationalError as error:
        _stop(f"the record cannot be used: {error}", FAILED)
    except sqlite3.DatabaseError as error:
        _stop(f"the record is damaged: {error}", BROKEN)
    except KeyboardInterrupt:
        _stop("interrupted; the same command goes on where it stopped", INTERRUPTED)


@app.command()
def read(paths: Inputs, record: RecordFile = DEFAULT, places: Places = None, workers: Workers = cores()) -> None:
    """Read inputs, find what each one claims, and keep both in the record."""
    with Record.open(record) as store:
        tally = _read(store, paths, places, workers)
        _report(store, tally)
    _finish(tally)


@app.command()
def weigh(
    record: RecordFile = DEFAULT,
    given: Annotated[
        Path | None,
        typer.Option("--from", metavar="DIR", help="Weigh reports.jsonl and claims.jsonl of this folder instead."),
    ] = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="With --from: where all tables go.")] = None,
    agreements: Agreements = None,
) -> None:
    """Link claims to events, weigh them against each other, and keep the ledger."""
    known = None if agreements is None else load_references(agreements)
    if given is None:
        with Record.open(record) as store:
            weigh_record(store, known)
            _summary(store)
        return
    if out is None:
        raise typer.BadParameter("--from needs --out, the folder that gets the tables")
    with Record.open(":memory:") as store:
        take_given(store, given)
        weigh_record(store, known)
        FORMATS["jsonl"](store, out)
        unread = sum(1 for _ in store.rows("unread"))
    raise typer.Exit(QUARANTINED if unread else 0)


@app.command()
def tell(
    form: Annotated[str, typer.Argument(metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")],
    record: RecordFile = DEFAULT,
    out: Annotated[Path | None, typer.Option("--out", metavar="PATH", help="File or folder to write.")] = None,
    since: Since = None,
    until: Until = None,
    types: Types = None,
    places: Where = None,
    grades: Grades = None,
    public: Annotated[bool, typer.Option("--public", help="Leave out what can hurt people, by written rules.")] = False,
) -> None:
    """Write the record out in a format: all of it, or the events chosen and what they rest on."""
    if form not in FORMATS:
        raise typer.BadParameter(f"{form!r} is not one of {', '.join(FORMATS)}")
    chosen = _chosen(since, until, types, places, grades)
    with _existing(record) as store:
        view: View = Filtered(store, chosen) if chosen.told() else store
        for path in FORMATS[form](Public(view) if public else view, out or Path(f"dateline-{form}")):
            print(path)


@app.command()
def publish(
    out: Annotated[Path, typer.Argument(metavar="DIR", help="Folder for the site.")],
    record: RecordFile = DEFAULT,
    since: Since = None,
    until: Until = None,
    types: Types = None,
    places: Where = None,
    grades: Grades = None,
    whole: Annotated[bool, typer.Option("--whole", help="Leave nothing out: not for the public.")] = False,
) -> None:
    """Write a static site: what the public may see of the record, or of a part of it."""
    chosen = _chosen(since, until, types, places, grades)
    with _existing(record) as store:
        view: View = Filtered(store, chosen) if chosen.told() else store
        print(site(view if whole else Public(view), out)[0])


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="An archive (.zip), or a sheet of decisions (.csv, .xlsx).")],
    record: RecordFile = DEFAULT,
    preview: Annotated[bool, typer.Option("--preview", help="Only say what a sheet would do.")] = False,
    by: Annotated[str | None, typer.Option(help="Who decides, where a row does not say.")] = None,
) -> None:
    """Bring back an archive, as the record it was, or decisions from a sheet, each row checked first."""
    if file.suffix.lower() == ".zip":
        with Record.open(record) as store:
            told = restore(file, store)["about"]
        messages.print(f"{told['reports']:,} reports and {told['events']:,} events are back in {record}.", markup=False)
        return
    with _existing(record) as store:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        rows = list(returned(store, file, by or getpass.getuser(), at))
        for row in rows:
            said = row.error or f"{row.judgement.verdict if row.judgement else ''} {row.title}"
            messages.print(f"row {row.number}: {row.subject}: {said}", markup=False, highlight=False)
        wrong = sum(row.error is not None for row in rows)
        if wrong:
            _stop(f"{wrong} of {len(rows)} rows are wrong; nothing was kept", FAILED)
        for row in rows:
            if row.judgement is not None and not preview:
                store.judge(row.judgement)
    messages.print(
        f"{len(rows):,} decisions " + ("would be kept." if preview else "kept. `dateline weigh` replays them.")
    )


@app.command()
def compare(
    file: Annotated[
        Path, typer.Argument(help="A list of events in CSV: ACLED's, UCDP's, or any with a day and a place.")
    ],
    record: RecordFile = DEFAULT,
    out: Annotated[Path, typer.Option("--out", metavar="PATH", help="File or folder to write.")] = Path(
        "comparison.csv"
    ),
) -> None:
    """Lay a list of events beside the record: which both have, which only one has, where they differ and why."""
    with _existing(record) as store:
        rows = list(read_list(file))
        listed = [row for row in rows if not isinstance(row, Wrong)]
        for row in rows:
            if isinstance(row, Wrong):
                messages.print(f"row {row.number} is left out: {row.error}", markup=False, highlight=False)
        for path in comparison(listed).write(store, out):
            print(path)
    if len(listed) < len(rows):
        raise typer.Exit(QUARANTINED)


def _chosen(since: str | None, until: str | None, types: Choices, places: Choices, grades: Choices) -> Filter:
    for name, day in (("--since", since), ("--until", until)):
        try:
            day_of(day or "2000-01-01")
        except ValueError as error:
            raise typer.BadParameter(f"{day!r} is not a day like 2020-01-31", param_hint=name) from error
    return Filter(since, until, tuple(types or ()), tuple(places or ()), tuple(grades or ()))


@app.command()
def run(
    paths: Inputs,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the fresh record and its tables.")],
    places: Places = None,
    workers: Workers = cores(),
    agreements: Agreements = None,
) -> None:
    """Read, weigh and tell in one go, in a fresh record inside a folder."""
    known = None if agreements is None else load_references(agreements)
    _finish(_run(paths, out, places, workers, known))


@app.command()
def serve(
    record: RecordFile = DEFAULT,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on 127.0.0.1.")] = 8151,
) -> None:
    """Serve the record as a page on this machine, at 127.0.0.1 and nowhere else."""
    # The page is an extra, and takes half a second to load that no other command should wait for.
    try:
        serving = import_module("dateline.web.serving")
    except ModuleNotFoundError as error:
        raise MissingPart(f"{error.name} is not installed: pip install 'dateline[web]'") from error
    with _existing(record):
        messages.print(f"Dateline is at http://127.0.0.1:{port}/   (Ctrl+C stops it)")
    serving.serve(record, port, getpass.getuser())


@app.command()
def explain(
    subject: Annotated[str, typer.Argument(metavar="ID")],
    record: RecordFile = DEFAULT,
    as_of: Annotated[
        datetime | None,
        typer.Option("--as-of", formats=["%Y-%m-%d"], help="Of an agreement: its state on a day, by voice."),
    ] = None,
) -> None:
    """Show why: the words, the rule and the reasons behind anything that has an id."""
    with _existing(record) as store:
        told = explained(store, subject) if as_of is None else standing(store, subject, as_of.date())
        if told is None and store.find(subject) is not None:
            raise typer.BadParameter(f"{subject} is no agreement; --as-of answers for agreements", param_hint="--as-of")
    if told is None:
        _stop(f"nothing in {record} has the id {subject!r}; ids stand in the tables of `dateline tell jsonl`", FAILED)
    print(told)


@app.command()
def judge(
    verdict: Annotated[
        str, typer.Argument(help="accept, reject, same, different, correct, merge, split, unsure or withdraw.")
    ],
    subject: Annotated[str, typer.Argument(metavar="ID", help="What is judged.")],
    other: Annotated[
        str | None, typer.Argument(metavar="OTHER", help="The other one, for same, different and merge.")
    ] = None,
    field: Annotated[str | None, typer.Option(help="The field that `correct` corrects.")] = None,
    value: Annotated[str | None, typer.Option(help="What the field should say.")] = None,
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
    by: Annotated[str | None, typer.Option(help="Who decides; by default the user of this machine.")] = None,
    record: RecordFile = DEFAULT,
) -> None:
    """Add a decision to the record; it is replayed on every weighing and never overwritten."""
    if verdict not in VERDICTS:
        raise typer.BadParameter(f"{verdict!r} is not one of {', '.join(VERDICTS)}")
    if (verdict in ("same", "different", "merge")) != (other is not None):
        raise typer.BadParameter(f"{verdict} takes {'two ids' if other is None else 'one id'}")
    if {verdict == "correct"} != {field is not None, value is not None}:
        raise typer.BadParameter("correct, and only correct, takes --field and --value")
    if subject == other:
        raise typer.BadParameter(f"{verdict} takes two ids, and these are one")
    with _existing(record) as store:
        for named in (subject, other):
            if named is not None and store.find(named) is None:
                _stop(f"nothing in {record} has the id {named!r}", FAILED)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        told = cast(Verdict, verdict)
        store.judge(Judgement(subject, told, by or getpass.getuser(), at, note, field, value, other))
    messages.print("Kept. `dateline weigh` replays it.")


VERDICTS = get_args(Verdict)


@places_app.command("add")
def places_add(
    file: Annotated[Path, typer.Argument(help="GeoNames dump, Who's On First export or admin table with P-codes.")],
) -> None:
    """Keep a gazetteer for all later runs."""
    messages.print(f"{add_file(file, kept_folder()):,} places kept.")


@app.command()
def doctor() -> None:
    """Check the installation: model, gazetteer, store."""
    wrong = 0
    for check in checks():
        wrong += not check.good
        messages.print(
            f"[{'green' if check.good else 'red'}]{'ok ' if check.good else 'BAD'}[/] {check.name}: {check.detail}"
        )
    raise typer.Exit(FAILED if wrong else 0)


@app.command()
def demo(out: Annotated[Path, typer.Option("--out", metavar="DIR")] = Path("demo")) -> None:
    """The two-minute tour: run on the packaged example reports, and say where the result is."""
    with example_folder() as folder:
        tally = _run([str(folder)], out, None, 1)
    for what, where in (
        ("the brief, a page to read", (out / "brief.html").resolve()),
        ("the page, on this machine", f"dateline serve --record {out / 'dateline.db'}"),
        ("the tables", out.resolve()),
        ("why, with any id in them", f"dateline explain ID --record {out / 'dateline.db'}"),
    ):
        messages.print(f"  {what:<26} {where}", markup=False, highlight=False, soft_wrap=True)
    _finish(tally)


@app.callback(invoke_without_command=True)
def _version(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        print(dateline.__version__)
        raise typer.Exit


def _run(
    paths: list[str], out: Path, places: list[Path] | None, workers: int, known: tuple[Reference, ...] | None = None
) -> Tally:
    out.mkdir(parents=True, exist_ok=True)
    with fresh_record(out / "dateline.db", paths) as store:
        tally = _read(store, paths, places, workers)
        weigh_record(store, known)
        FORMATS["jsonl"](store, out)
        FORMATS["brief"](store, out / "brief.html")
        store.note("run", "done")
        _report(store, tally)
        _summary(store)
    return tally


def _read(store: Record, paths: list[str], places: list[Path] | None, workers: int) -> Tally:
    for path in places or []:
        if not path.is_file():
            raise typer.BadParameter(f"{path} is not a file", param_hint="--places")
    with _progress() as show:
        return read_into(store, paths, places=tuple(places or ()), workers=workers, progress=show)


class _Shown:
    """Progress on standard error: reports and claims so far."""

    def __init__(self, bar: Progress) -> None:
        self._bar = bar
        self._task = bar.add_task("reading", total=None)

    def __call__(self, tally: Tally) -> None:
        self._bar.update(self._task, description=f"{tally.read:,} reports read, {tally.claims:,} claims found")


@contextmanager
def _progress() -> Iterator[_Shown]:
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=messages, transient=True
    ) as bar:
        yield _Shown(bar)


def _report(store: Record, tally: Tally) -> None:
    known = f", {tally.known:,} known already" if tally.known else ""
    messages.print(
        f"{tally.read:,} reports read{known}, {tally.claims:,} claims found, {tally.unread:,} inputs not read."
    )
    for told in store.rows("unread"):
        messages.print(f"  not read: {told['key']}: {told['reason']}: {told['detail']}", markup=False)


def _summary(store: Record) -> None:
    counts = {
        table: sum(1 for _ in store.rows(table)) for table in ("events", "contradictions", "agreements", "commitments")
    }
    messages.print(", ".join(f"{count:,} {table}" for table, count in counts.items()) + ".")


@contextmanager
def _existing(path: Path) -> Iterator[Record]:
    if not path.exists():
        _stop(f"there is no record at {path}; make one with `dateline read PATH… --record {path}`", FAILED)
    with Record.open(path) as store:
        yield store


def _finish(tally: Tally) -> None:
    raise typer.Exit(QUARANTINED if tally.unread else 0)


def _stop(message: str, code: int) -> NoReturn:
    messages.print(f"dateline: {message}", markup=False, highlight=False, soft_wrap=True)
    sys.exit(code)


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt
