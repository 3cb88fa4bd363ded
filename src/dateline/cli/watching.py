"""Watching from the command line."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.messages import QUARANTINED, messages, summary
from dateline.cli.options import DEFAULT, FLAG, MetricsPort, Places, RecordFile
from dateline.errors import DatelineError
from dateline.fetch import Fetcher, Line, Manners, Shelf, allowed_networks
from dateline.record import Record
from dateline.run import LOG, Metrics, weigh_record
from dateline.run.visits import Visits
from dateline.run.watch import Plan, Round, Watch, addresses_in, is_address
from dateline.tell.explain import counted

__all__ = ["watch"]

MOST_TOLD = 20
"""Failures of one round that are named; all that last are rows of `unread`."""
PAUSE = 60.0
"""Seconds until the next look after a store that was busy or full."""


Watched = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH|URL", help="Folders, files, feeds (RSS, Atom) and pages to watch."),
]
Listing = Annotated[
    Path | None,
    typer.Option("--list", metavar="FILE", help="More addresses: one a line, or OPML.", exists=True, dir_okay=False),
]
Every = Annotated[
    float, typer.Option("--every", metavar="MINUTES", min=0.02, help="Minutes between two looks at each.")
]
Once = Annotated[bool, typer.Option("--once", metavar=FLAG, help="Look once, then end.")]
Delay = Annotated[
    float, typer.Option("--delay", metavar="SECONDS", min=0.0, help="Pause between two requests to one host.")
]
Contact = Annotated[
    str | None,
    typer.Option(
        "--contact", metavar="MAIL|URL", help="Where the owner of a host can reach you; told with each request."
    ),
]
Allow = Annotated[
    list[str] | None,
    typer.Option("--allow", metavar="NETWORK", help="Also fetch from this address or network of your own; repeatable."),
]


def watch(
    inputs: Watched = None,
    record: RecordFile = DEFAULT,
    listing: Listing = None,
    every: Every = 15.0,
    once: Once = False,
    delay: Delay = 5.0,
    contact: Contact = None,
    allow: Allow = None,
    places: Places = None,
    metrics: MetricsPort = None,
) -> None:
    """Look at folders, feeds and pages again and again, and add what is new or changed to the record, weighed."""
    named = (*(inputs or ()), *(addresses_in(listing.read_text("utf-8", "replace")) if listing else ()))
    if not named or "-" in named:
        raise typer.BadParameter("name folders, files, feeds or pages to watch", param_hint="PATH|URL")
    for name in named:
        if "://" in name and not is_address(name):
            raise typer.BadParameter(f"{name!r}: only http and https are fetched", param_hint="PATH|URL")
    try:
        networks = allowed_networks(allow or ())
    except ValueError as error:
        raise typer.BadParameter(f"{error}; write 192.0.2.7 or 192.0.2.0/24", param_hint="--allow") from error
    plan = Plan(named, 60.0 * every, tuple(places or ()))
    fetcher = Fetcher(Manners(delay, contact), Line(networks))
    # A record on a server has no folder of its own: what a watch remembers and keeps lies where it was started.
    home = record if isinstance(record, Path) else Path("dateline.db")
    beside = home.with_name(f"{home.stem}-pages")
    counted = Metrics(record)
    with Record.open(record) as store, Visits.open(home.with_name(f"{home.name}-watch")) as visits:
        if metrics is not None:
            counted.serve(metrics)
        _on(Watch(store, visits, fetcher, Shelf(beside), plan), store, counted, once=once)


def _on(watched: Watch, store: Record, counted: Metrics, *, once: bool) -> None:
    """Look, weigh what came, tell it; again until somebody ends it."""
    while True:
        try:
            done = watched.look()
            if done.read:
                with counted.weighing.time():
                    weigh_record(store)
        except (sqlite3.OperationalError, OSError, DatelineError) as error:
            if once:
                raise
            messages.print(f"{datetime.now():%H:%M}  {error}; trying again in a minute", markup=False, highlight=False)
            time.sleep(PAUSE)
            continue
        counted.looked(done.asked, len(done.failed))
        _tell(store, done)
        if once:
            raise typer.Exit(QUARANTINED if done.unread or done.failed else 0)
        time.sleep(watched.pause())


def _tell(store: Record, done: Round) -> None:
    if not (done.read or done.unread or done.failed or done.asked):
        return
    LOG.info("looked", extra={"told": asdict(done)})
    asked = (
        f"; asked at {counted(done.asked, 'address', 'addresses')}, {done.unchanged:,} unchanged, {len(done.failed):,} failed"
        if done.asked
        else ""
    )
    messages.print(
        f"{datetime.now():%H:%M}  {counted(done.read, 'new report')}, {counted(done.claims, 'claim')}, {done.unread:,} not read{asked}",
        markup=False,
        highlight=False,
    )
    for why in done.failed[:MOST_TOLD]:
        messages.print(f"  failed: {why}", markup=False, highlight=False)
    if done.read:
        summary(store)
