"""The jobs that are killed, each in a process of its own that has all it needs at hand; they say what they acknowledge."""

import json
from multiprocessing.connection import Connection
from pathlib import Path

from dateline.find.sentences.parser import load_parser
from dateline.model import Judgement
from dateline.places import load_gazetteer
from dateline.record import Record, Where
from dateline.run import Tally, read_into, weigh_record
from dateline.tell import restore
from dateline.words.actors import load_roster

DECISIONS = 60
PAGES = 140

load_parser()(["The market of Tell Arwa was shelled on Monday."])
load_gazetteer()
load_roster()


def page(n: int) -> dict[str, str]:
    """One of many made-up pages, no two alike; every fourth is in HTML."""
    said = f"Shells hit the market of Tell Arwa on {1 + n % 28} March 2021, killing {2 + n % 7} people, medic number {n} said."
    more = f"The army denied that its guns fired on village {n % 13}."
    row = {"id": f"page-{n}", "outlet": f"Paper {n % 5}", "published": f"2021-03-{1 + n % 28:02}"}
    body = (
        {"html": f"<html><body><p>{said}</p><p>{more}</p></body></html>"}
        if n % 4 == 0
        else {"text": f"{said}\n{more}\n"}
    )
    return {**row, **body}


def pages(path: Path, first: int, last: int) -> Path:
    """The pages from one number to another, in a file."""
    path.write_text("".join(json.dumps(page(n)) + "\n" for n in range(first, last)), "utf-8")
    return path


def decision(n: int) -> Judgement:
    """The n-th decision, on an event of its own."""
    return Judgement(f"event:{n}", "accept", "ada", f"2021-03-05T00:00:00.{n:06}+00:00", f"seen it {'twice ' * n}")


def read(told: Connection, where: Where, given: Path) -> None:
    """Read the pages, acknowledging how many reports are kept."""

    def progress(tally: Tally) -> None:
        told.send(tally.known + tally.read)

    with Record.open(where) as record:
        read_into(record, [given], progress=progress)


def weigh(told: Connection, where: Where, given: Path) -> None:
    """Weigh what the record holds."""
    with Record.open(where) as record:
        weigh_record(record)


def judge(told: Connection, where: Where, given: Path) -> None:
    """Go on deciding, acknowledging each decision."""
    with Record.open(where) as record:
        for n in range(record.decided(), DECISIONS):
            told.send(record.judge(decision(n)))


def bring(told: Connection, where: Where, given: Path) -> None:
    """Import an archive, unless it is there."""
    with Record.open(where) as record:
        if next(record.reports(), None) is None:
            restore(given, record)
            told.send(1)


JOBS = {"read": read, "weigh": weigh, "judge": judge, "import": bring}


def work(told: Connection, name: str, where: Where, given: Path) -> None:
    """What a process does: it says that it begins, does its job, and says what of it is done."""
    Record.open(where).close()
    told.send("ready")
    JOBS[name](told, where, given)
