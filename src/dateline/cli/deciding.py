"""Looking into a record and deciding on it from the command line: explain, judge, import."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, cast, get_args

import typer

from dateline.cli.messages import FAILED, existing, looking, messages, stop
from dateline.cli.options import DEFAULT, FLAG, RecordFile
from dateline.model import Judgement, Verdict
from dateline.record import PAIRED, Record, made_sense, named
from dateline.tell import manifest_of, restore, returned
from dateline.tell.explain import counted, standing
from dateline.tell.explain import explain as explained

__all__ = ["explain", "import_", "judge"]


def explain(
    subject: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Of a report, claim, event, contradiction, agreement, commitment or revision."
        ),
    ],
    record: RecordFile = DEFAULT,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of", metavar="DAY", formats=["%Y-%m-%d"], help="Of an agreement: its state on a day, by voice."
        ),
    ] = None,
) -> None:
    """Show why: the words, the rule and the reasons behind anything that has an id."""
    with looking(record) as store:
        told = explained(store, subject) if as_of is None else standing(store, subject, as_of.date())
        if told is None and store.find(subject) is not None:
            raise typer.BadParameter(f"{subject} is no agreement; --as-of answers for agreements", param_hint="--as-of")
    if told is None:
        stop(
            f"nothing in {named(record)} has the id {subject!r}; ids stand in the tables of `dateline tell jsonl`",
            FAILED,
        )
    print(told)


def judge(
    verdict: Annotated[
        str,
        typer.Argument(
            metavar="VERDICT", help="accept, reject, same, different, correct, merge, split, unsure or withdraw."
        ),
    ],
    subject: Annotated[str, typer.Argument(metavar="ID", help="What is judged.")],
    other: Annotated[
        str | None, typer.Argument(metavar="OTHER", help="The other one, for same, different and merge.")
    ] = None,
    field: Annotated[str | None, typer.Option(metavar="FIELD", help="The field that `correct` corrects.")] = None,
    value: Annotated[str | None, typer.Option(metavar="WORDS", help="What the field should say.")] = None,
    note: Annotated[str | None, typer.Option(metavar="WORDS", help="Why.")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who decides; by default the user of this machine.")
    ] = None,
    record: RecordFile = DEFAULT,
) -> None:
    """Add a decision to the record; it is replayed on every weighing and never overwritten."""
    if verdict not in VERDICTS:
        raise typer.BadParameter(f"{verdict!r} is not one of {', '.join(VERDICTS)}")
    if {verdict == "correct"} != {field is not None, value is not None}:
        raise typer.BadParameter("correct, and only correct, takes --field and --value")
    if (verdict in PAIRED) != (other is not None):
        raise typer.BadParameter(f"{verdict} takes {'two ids' if other is None else 'one id'}")
    if subject == other:
        raise typer.BadParameter(f"{verdict} takes two ids, and these are one")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    told = Judgement(subject, cast(Verdict, verdict), by or getpass.getuser(), at, note, field, value, other)
    with existing(record) as store:
        kept = made_sense(store.find, told)
        store.judge(kept)
    messages.print(
        f"Kept{f', as {kept.value}' if kept.value != value else ''}. `dateline weigh` replays it.", markup=False
    )


def import_(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="An archive (.zip), or a sheet of decisions (.csv, .xlsx).")
    ],
    record: RecordFile = DEFAULT,
    preview: Annotated[bool, typer.Option("--preview", metavar=FLAG, help="Only say what a sheet would do.")] = False,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides, where a row does not say.")] = None,
) -> None:
    """Bring back an archive, as the record it was, or decisions from a sheet, each row checked first."""
    if not file.is_file():
        stop(f"there is no file {file}", FAILED)
    if file.suffix.lower() == ".zip":
        manifest_of(file)  # a broken archive makes no record
        with Record.open(record) as store:
            told = restore(file, store)["about"]
        brought = f"{counted(told['reports'], 'report')} and {counted(told['events'], 'event')}"
        messages.print(f"{brought}: back in {named(record)}.", markup=False)
        return
    with existing(record) as store:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        rows = list(returned(store, file, by or getpass.getuser(), at))
        for row in rows:
            said = row.error or f"{row.judgement.verdict if row.judgement else ''} {row.title}"
            messages.print(f"row {row.number}: {row.subject}: {said}", markup=False, highlight=False)
        wrong = sum(row.error is not None for row in rows)
        if wrong:
            stop(f"{wrong} of {len(rows)} rows are wrong; nothing was kept", FAILED)
        with store.at_once():
            for row in rows:
                if row.judgement is not None and not preview:
                    store.judge(row.judgement)
    decisions = counted(len(rows), "decision")
    messages.print(f"{decisions} would be kept." if preview else f"{decisions} kept. `dateline weigh` replays them.")


VERDICTS = get_args(Verdict)
