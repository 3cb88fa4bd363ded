"""How weighing grows: time and memory for made-up claims, in growing numbers.

    python bench/weigh_scale.py 1000 10000 100000

Every incident is told by a handful of outlets over three days, in sentences made here from templates; nothing is real
but the names of towns and countries. Prints one line a size: claims, seconds, seconds a thousand claims, megabytes.
"""

from __future__ import annotations

import hashlib
import random
import resource
import sys
import time
from dataclasses import replace
from datetime import date, timedelta

from dateline.model import Claim, Figure, Part, Party, Place, Published, Report, Span, Time
from dateline.times import Interval
from dateline.weigh import weigh

OUTLETS = [f"Outlet {n}" for n in range(40)]
SPEAKERS = (
    "a hospital doctor",
    "the interior ministry",
    "a rescue service",
    "villagers",
    "the district governor",
    "a war monitor",
)
ACTS = (("airstrike", "planes bombed"), ("shelling", "shells fell on"), ("armed_attack", "gunmen attacked"))
SIDES = ("government forces", "rebels", "militants", "an unnamed group")
FILL = (
    "Shops stayed shut.",
    "Roads out of town were cut.",
    "The power failed by noon.",
    "Families slept in a school.",
    "Nobody claimed it.",
)


def incident(n: int, rng: random.Random) -> tuple[list[Report], list[Claim]]:
    """One incident: two to eight reports of it, a few claims each."""
    day = date(2015, 1, 1) + timedelta(days=rng.randrange(1500))
    town, lat, lon = f"{rng.choice('BDKMRTZ')}{n % 997}abad", 30 + rng.random() * 8, 36 + rng.random() * 8
    kind, verb = rng.choice(ACTS)
    side, killed = rng.choice(SIDES), rng.randrange(1, 60)
    names = " ".join(f"{rng.choice('ABCDEFGH')}{rng.randrange(9999)}or" for _ in range(6))
    reports, claims = [], []
    for r in range(rng.randrange(2, 9)):
        told = [
            f"In {town}, {verb} a market and {killed + r} people were killed, said {rng.choice(SPEAKERS)}.",
            f"{rng.choice(SPEAKERS).capitalize()} put the dead at {killed + rng.randrange(3)} in {town}.",
            f"{side.capitalize()} denied that they attacked {town}.",
            f"At least {rng.randrange(2, 90)} were hurt in {town}, said {rng.choice(SPEAKERS)}.",
        ]
        text = "\n".join([f"{names} {town}", *told, *rng.sample(FILL, 3)])
        report = _report(text, day + timedelta(days=rng.randrange(3)), OUTLETS[(n * 7 + r) % 40])
        reports.append(report)
        place = Place(0, 0, town, town, None, "Syria", None, lat, lon, 3.0, "near")
        for k, (sentence, what) in enumerate(
            zip(told, (kind, "casualty_figure", "denial", "casualty_figure"), strict=True)
        ):
            claims.append(_claim(report, sentence, what, place, day, side, killed + k))
    return reports, claims


def _report(text: str, day: date, outlet: str) -> Report:
    sha = hashlib.sha256(f"{outlet}{text}".encode()).hexdigest()
    return Report(
        sha[:16],
        sha[:8],
        sha,
        text,
        (Part(0, len(text), "body"),),
        Published(Interval.day(day), "given"),
        outlet=outlet,
    )


def _claim(report: Report, sentence: str, kind: str, place: Place, day: date, side: str, count: int) -> Claim:
    at = report.text.index(sentence)
    end = at + len(sentence)
    measure = "injured" if "hurt" in sentence else "killed"
    place = replace(place, start=at, end=end)
    figures = () if kind == "denial" else (Figure(measure, count, count, count, "exact", at, end, sentence),)
    time = Time(at, end, "", "DATE", day.isoformat(), Interval.day(day))
    said = (Party(sentence.split(" said ")[-1].rstrip("."), ""),) if " said " in sentence else ()
    stance = "denies" if kind == "denial" else "asserts"
    return Claim(
        f"{report.id}.{at}", report.id, at, end, sentence, kind, Span(at, end), (Party(side, side),), (), place, time,
        figures, said, stance=stance,
    )  # fmt: skip


def main() -> None:
    """Weigh as many claims as each argument says."""
    for wanted in map(int, sys.argv[1:] or ("1000", "10000")):
        rng = random.Random(7)
        reports: list[Report] = []
        claims: list[Claim] = []
        n = 0
        while len(claims) < wanted:
            more, told = incident(n, rng)
            reports.extend(more)
            claims.extend(told)
            n += 1
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        start = time.process_time()
        weighed = weigh(reports, claims)
        took = time.process_time() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = f"{memory:.0f} MB, {before:.0f} of them the input"
        found = f"{len(claims)} claims, {len(weighed.events)} events of {n} incidents"
        sys.stdout.write(f"{found}: {took:.1f} s, {1000 * took / len(claims):.2f} s a thousand, {size}\n")


main()
