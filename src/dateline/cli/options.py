"""The options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, get_args

import typer

from dateline.phenomena.types import TYPES
from dateline.record import place
from dateline.tell import Filter
from dateline.times import day_of
from dateline.weigh.events.grades import Grade

__all__ = [
    "DEFAULT",
    "FLAG",
    "Agreements",
    "Choices",
    "Grades",
    "Inputs",
    "MetricsPort",
    "On",
    "Places",
    "RecordFile",
    "Since",
    "Types",
    "Until",
    "Where",
    "Workers",
    "chosen",
]

Inputs = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, patterns, or - for standard input.")]
RecordFile = Annotated[
    Any, typer.Option("--record", metavar="FILE|URL", parser=place, help="The record: a file, or postgresql://….")
]
Places = Annotated[
    list[Path] | None, typer.Option("--places", metavar="FILE", help="A gazetteer to use besides the packaged one.")
]
Workers = Annotated[
    int, typer.Option("--workers", metavar="N", min=1, help="Processes to run at once; by default one a core.")
]
MetricsPort = Annotated[
    int | None,
    typer.Option("--metrics", metavar="PORT", min=1, max=65535, help="Answer Prometheus on this port of 127.0.0.1."),
]
On = Annotated[
    str,
    typer.Option(
        "--on",
        metavar="WHERE",
        help="Who works: here (this process), pool (processes of this machine), ray, or a cluster at ray://HOST:PORT.",
    ),
]
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
Types = Annotated[Choices, typer.Option("--type", metavar="TYPE", help="Only events of this type; repeatable.")]
Where = Annotated[
    Choices,
    typer.Option("--place", metavar="PLACE", help="Only events at this place, region, country or id; repeatable."),
]
Grades = Annotated[Choices, typer.Option("--grade", metavar="GRADE", help="Only events of this grade; repeatable.")]
DEFAULT = Path("dateline.db")
FLAG = ""
"""The metavar of an option that is given without a value."""
GRADES = get_args(Grade)


def chosen(since: str | None, until: str | None, types: Choices, places: Choices, grades: Choices) -> Filter:
    """The filter that the options tell; a day, type or grade that is none is wrong usage."""
    for name, told, known in (("--type", types, TYPES), ("--grade", grades, GRADES)):
        for one in told or ():
            if one not in known:
                raise typer.BadParameter(f"{one!r} is not one of {', '.join(sorted(known))}", param_hint=name)
    for name, day in (("--since", since), ("--until", until)):
        if day is not None and not _is_day(day):
            raise typer.BadParameter(f"{day!r} is not a day like 2020-01-31", param_hint=name)
    return Filter(since, until, tuple(types or ()), tuple(places or ()), tuple(grades or ()))


def _is_day(told: str) -> bool:
    try:
        day_of(told)
    except ValueError:
        return False
    return True
