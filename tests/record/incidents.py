"""Made-up incidents, each told by a few reports: shelled markets, truces and their breaches, pages told again, pages without a date."""

import hashlib
import random
from datetime import date, timedelta

from dateline.model import Claim, Figure, Part, Party, Place, Published, Report, Span, Time
from dateline.record import Record
from dateline.rows import Row, row
from dateline.times import Interval

Found = tuple[Row, list[Row], list[Row]]

SIDES = ("the garrison", "the river front", "Ostrel militia", "the coast guard")
SAID = ("a nurse", "the mayor", "the harbour office", "two shepherds")
FIRST = date(2019, 2, 20)
TABLES = ("reports", "claims", "events", "contradictions", "agreements", "commitments", "revisions")


def incident(number: int) -> list[Found]:
    """The reports of one incident, as rows with their claims; the same for the same number."""
    dice = random.Random(number)
    town, country = f"{dice.choice('BDKMR')}elun{number % 7}", dice.choice(("Syria", "Yemen"))
    day, killed = FIRST + timedelta(days=dice.randrange(40)), dice.randrange(2, 40)
    names = " ".join(f"{dice.choice('ACEGH')}arv{dice.randrange(999)}ik" for _ in range(4))
    found = []
    for n in range(dice.randrange(1, 5)):
        told = [
            (
                f"Shells hit the market of {town} and killed {killed + n % 2} people, said {dice.choice(SAID)}.",
                "shelling",
            ),
            (f"{dice.choice(SIDES).capitalize()} denied firing on {town}.", "denial"),
        ]
        if number % 3 == 0:
            told += [
                (
                    f"A ceasefire between the garrison and the river front began in {country} on {day:%d %B}.",
                    "ceasefire_start",
                ),
                (f"The river front broke the ceasefire in {town}, said {dice.choice(SAID)}.", "ceasefire_violation"),
            ]
        if number % 4 == 1:
            told.append(
                (
                    f"The river front demanded that the garrison leave {town} by {day + timedelta(days=3):%d %B}.",
                    "demand",
                )
            )
        found.append(_told(f"{names} near {town}.", told, (number, n, town, country, day, killed), dice))
    return found


def _told(
    lead: str, told: list[tuple[str, str]], what: tuple[int, int, str, str, date, int], dice: random.Random
) -> Found:
    number, n, town, country, day, killed = what
    text = "\n".join((lead, *(sentence for sentence, _ in told), f"Page {number} {n}."))
    sha = hashlib.sha256(text.encode()).hexdigest()
    undated, url = dice.random() < 0.15, f"https://news.example/{number}" if n < 2 and number % 5 == 0 else None
    when = Published(None, "none") if undated else Published(Interval.day(day + timedelta(days=n % 2)), "given")
    report = Report(
        sha[:12], f"{sha[:6]}.txt", sha, text, (Part(0, len(text), "body"),), when, url=url, outlet=f"Gazette {n}"
    )
    claims = [row(_claim(report, sentence, kind, town, country, day, killed)) for sentence, kind in told]
    return row(report), [], claims


def _claim(report: Report, words: str, kind: str, town: str, country: str, day: date, killed: int) -> Claim:
    start = report.text.index(words)
    end = start + len(words)
    place = Place(
        start, end, town, town, None, country, None, 34 + len(town) / 9 + ord(town[0]) / 50, 36.5, 3.0, "near"
    )
    known = report.published.when is not None
    time = Time(start, end, f"{day:%A}", "DATE", day.isoformat() if known else None, Interval.day(day) if known else None, f"pub {day:%a}<".lower())  # fmt: skip
    figures = (Figure("killed", killed, killed, killed, "exact", start, end, words),) if kind == "shelling" else ()
    side = Party("the river front", "the river front")
    stance = {"denial": "denies", "demand": "demands"}.get(kind, "asserts")
    return Claim(f"{report.id}.{start}", report.id, start, end, words, kind, Span(start, end), (side,), (), place, time, figures, deadline=(day + timedelta(days=3)).isoformat() if kind == "demand" else None, stance=stance)  # type: ignore[arg-type]  # fmt: skip


def held(record: Record) -> dict[str, list[object]]:
    """All that weighing left in a record, but for the numbers of the cards."""
    asked = {
        "cards": "SELECT event, title, type, grade, first, last, seen, latest, place, voices, outlets, claims, conflicts FROM card ORDER BY 1",
        "facets": "SELECT kind, value, event FROM card_facet JOIN card USING (n) ORDER BY 1, 2, 3",
        "telling": "SELECT claim, event FROM card_claim JOIN card USING (n) ORDER BY 1, 2",
        "pairs": "SELECT one, other, claims FROM card_pair ORDER BY 1, 2",
        "sums": "SELECT name, value FROM about WHERE name LIKE 'sum of %' ORDER BY 1",
    }
    told: dict[str, list[object]] = {table: list(record.rows(table)) for table in TABLES}
    found = {name: record.store.execute(query).rows for name, query in asked.items()}
    words = sorted(record.store.cards_holding("market") or [])
    return {**told, **found, "words": [len(words)]}
