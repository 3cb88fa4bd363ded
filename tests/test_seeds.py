"""What the five seed pages must show; skipped where they are not there."""

import pytest

from conftest import Told
from dateline.rows import Row

pytestmark = [pytest.mark.slow, pytest.mark.shared]

JAZEERA, ARAB, NATIONAL, RADIO, TIMES = "000", "001", "002", "003", "004"


def report(seeds: Told, prefix: str) -> Row:
    """The report of one page, by the first digits of its file's name."""
    return next(r for r in seeds["reports"] if r["key"].rsplit("/", 1)[-1].startswith(prefix))


def part_of(seeds: Told, prefix: str, words: str) -> str:
    """The part in which some words of a page stand."""
    page = report(seeds, prefix)
    at = page["text"].index(words)
    return next(str(p["part"]) for p in page["parts"] if p["start"] <= at < p["end"])


def claims(seeds: Told, prefix: str, words: str) -> list[Row]:
    """The claims of a page whose clause holds some words."""
    page = report(seeds, prefix)["id"]
    return [c for c in seeds["claims"] if c["report"] == page and words in c["text"]]


def figures(seeds: Told, prefix: str, words: str, measure: str) -> list[Row]:
    """The figures of one measure in those claims."""
    return [f for c in claims(seeds, prefix, words) for f in c["figures"] if f["measure"] == measure]


def voices(found: list[Row]) -> str:
    """Everybody who vouches for some claims, in small letters."""
    return " ".join(p["name"] for c in found for p in c["speaker"]).lower()


@pytest.mark.parametrize(
    ("prefix", "words", "part"),
    [
        (RADIO, "Accessibility links", "furniture"),
        (RADIO, "XS", "furniture"),
        (TIMES, "You are here", "furniture"),
        (TIMES, "users have voted", "furniture"),
        (TIMES, "human visitor", "furniture"),
        (TIMES, "emailed to you", "furniture"),
        (NATIONAL, "automated translation", "furniture"),
        (RADIO, "AP Photo", "caption"),
        (RADIO, "FILE - Turkish", "caption"),
        (NATIONAL, "TOPSHOT", "caption"),
        (ARAB, "Read more: Suspected", "teaser"),
        (ARAB, "Read more: Turkey cannot", "teaser"),
        (TIMES, "ISTANBUL", "dateline"),
        (TIMES, "By Reuters", "byline"),
        (TIMES, "discuss reducing tension", "headline"),
    ],
)
def test_parts(seeds: Told, prefix: str, words: str, part: str) -> None:
    """Menus, votes, the captcha and the newsletter are furniture; captions, teasers, bylines and datelines are told apart."""
    assert part_of(seeds, prefix, words) == part


@pytest.mark.parametrize(
    ("prefix", "day", "basis"),
    [
        (JAZEERA, "2019-12-24", {"sibling"}),
        (ARAB, "2019-12-24", {"sibling"}),
        (NATIONAL, "2019-12-24", {"caption", "sibling"}),
        (RADIO, "2020-02-06", {"weekday", "stated"}),
        (TIMES, "2019-05-15", {"stated"}),
    ],
)
def test_publication(seeds: Told, prefix: str, day: str, basis: set[str]) -> None:
    """Each page has its day, and how it is known."""
    published = report(seeds, prefix)["published"]

    assert published["from"][:10] == day
    assert published["basis"] in basis


@pytest.mark.parametrize(
    ("prefix", "words", "first", "last"),
    [
        (JAZEERA, "missiles hit a school", "2019-12-24", "2019-12-25"),
        (JAZEERA, "travelled to Moscow", "2019-12-23", "2019-12-24"),
        (TIMES, "18 health facilities have been struck", "2019-04-28", "2019-05-16"),
        (RADIO, "encircled and entered", "2020-02-05", "2020-02-06"),
    ],
)
def test_days(seeds: Told, prefix: str, words: str, first: str, last: str) -> None:
    """Weekdays, "since" and "the previous day" are worked out from publication."""
    (claim,) = claims(seeds, prefix, words)[:1]

    assert (claim["time"]["from"][:10], claim["time"]["to"][:10]) == (first, last)


@pytest.mark.parametrize(
    ("prefix", "words", "measure", "low", "speaker"),
    [
        (JAZEERA, "60,000 people", "displaced", 60_000, "united nations"),
        (ARAB, "1300 civilians", "killed", 1_300, ""),
        (ARAB, "1 million displaced", "displaced", 1_000_000, ""),
        (NATIONAL, "to flee their homes", "displaced", 1_000_000, ""),
        (TIMES, "18 health facilities have been struck", "facilities_hit", 18, "humanitarian"),
        (TIMES, "hit twice", "facilities_hit", 2, ""),
        (TIMES, "four health workers", "killed", 4, ""),
        (TIMES, "120 civilians", "killed", 120, "rescue workers"),
        (TIMES, "150,000 people", "displaced", 150_000, "united nations"),
        (RADIO, "eight Turkish military", "killed", 8, ""),
    ],
)
def test_figures(seeds: Told, prefix: str, words: str, measure: str, low: float, speaker: str) -> None:
    """Each figure has its measure, its bound and its speaker."""
    assert low in {f["low"] for f in figures(seeds, prefix, words, measure)}
    assert speaker in voices(claims(seeds, prefix, words))


def test_those_who_say_it_are_not_among_the_dead(seeds: Told) -> None:
    """Rescue workers and civil defence officials report the 120 dead; they are nobody's victims."""
    (claim,) = claims(seeds, TIMES, "120 civilians")

    assert not [p for p in claim["to"] if "rescue" in p["name"].lower() or "official" in p["name"].lower()]


def school(seeds: Told) -> Row:
    """The event of the school strike."""
    mine = {c["id"] for c in claims(seeds, JAZEERA, "missiles hit a school")}
    return next(e for e in seeds["events"] if mine & set(e["claims"]))


def test_the_school_strike_is_one_event(seeds: Told) -> None:
    """Two outlets tell one strike: at least eight killed, five of them children; nobody's total of the war is in it."""
    event = school(seeds)
    both = {c["id"] for c in claims(seeds, ARAB, "missiles struck a school")}
    killed = {(f["subgroup"], f["low"]) for f in event["figures"] if f["measure"] == "killed"}

    assert both & set(event["claims"])
    assert (None, 8) in killed
    assert ("children", 5) in killed
    assert all(low < 100 for _, low in killed if low is not None)


def test_russia_is_accused_not_convicted(seeds: Told) -> None:
    """Activists accuse Russia; no outlet states it, and nobody else is named."""
    event = school(seeds)

    assert {by["name"] for by in event["by"]} == {"Russia"}
    assert event["grade"] != "confirmed"
    accusers = [c for c in seeds["claims"] if c["id"] in event["by"][0]["claims"]]
    assert accusers
    assert all(c["stance"] == "accuses" and c["speaker"] for c in accusers)


def test_nobody_is_charged_with_the_hospitals(seeds: Told) -> None:
    """No voice says who hit the eighteen health facilities; rebels who fight elsewhere that day are not named for it, nor confirm it."""
    mine = {c["id"] for c in claims(seeds, TIMES, "18 health facilities")}
    events = [e for e in seeds["events"] if mine & set(e["claims"])]

    assert events
    assert all("rebels" not in by["name"].lower() for event in events for by in event["by"])
    assert all(event["grade"] != "confirmed" for event in events)


def test_the_ledger_holds_each_instrument(seeds: Told) -> None:
    """The zone of September 2018, the ceasefire of August 2019, and the one sought in December."""
    starts = {(a["from"] or "")[:7] for a in seeds["agreements"]}
    states = {s["state"] for a in seeds["agreements"] for s in a["states"]}

    assert "2018-09" in starts
    assert "2019-08" in starts
    assert {"sought", "violated"} <= states


def test_the_ultimatum_is_due_at_the_end_of_february(seeds: Told) -> None:
    """Withdraw by the end of the month, said on 6 February 2020."""
    assert "2020-02-29" in {(c["due"] or "")[:10] for c in seeds["commitments"]}


def test_the_24_hours_are_due_the_next_day(seeds: Told) -> None:
    """What Ankara expected of Moscow on 24 December was due on the 25th."""
    assert "2019-12-25" in {(c["due"] or "")[:10] for c in seeds["commitments"]}


@pytest.mark.parametrize("words", [("Monday", "Tuesday"), ("million",), ("24 hours",)])
def test_what_differs_is_named(seeds: Told, words: tuple[str, ...]) -> None:
    """The delegation's day, where the million went, and what the 24 hours mean stand among the contradictions."""
    texts = {c["id"]: c["text"] for c in seeds["claims"]}
    found = []
    for row in seeds["contradictions"]:
        said = " ".join(texts[c] for value in row["values"] for c in value["claims"])
        found += [row] if all(word in said for word in words) else []

    assert found
    assert all(row["explanation"] for row in found)
