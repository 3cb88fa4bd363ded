"""What must not change when the input is shuffled, doubled, renamed, copied or cut, does not."""

import random
from dataclasses import replace

import pytest
from scenes import TOWNS, claim, facts, report

from dateline.model import Claim, Report
from dateline.weigh import Weighed, weigh


def world(seed: int = 1) -> tuple[list[Report], list[Claim]]:
    """A few strikes, each told by some outlets, with tolls and denials."""
    rng = random.Random(seed)
    pages, claims = [], []
    for n in range(8):
        town, day = rng.choice(sorted(TOWNS)), f"2018-03-{rng.randrange(4, 20):02d}"
        for outlet in rng.sample(("Courier", "Post", "Mail", "Radio", "Herald"), rng.randrange(1, 4)):
            toll = rng.randrange(3, 40)
            told = (f"Planes bombed {town} ({n}) and killed {toll} people", f"The army denied the raid on {town} ({n})")
            page = report(f"{told[0]}. {told[1]}. The {outlet} was there.", day, outlet)
            pages.append(page)
            claims.append(claim(page, told[0], "airstrike", at=town, day=day, figures=[("killed", toll)]))
            claims.append(claim(page, told[1], "denial", at=town, day=day, by="Syrian army", speaker="Syrian army"))
    return pages, claims


@pytest.mark.parametrize("seed", range(4))
def test_order_changes_nothing(seed: int) -> None:
    """Shuffled reports and claims weigh the same, to the last id."""
    pages, claims = world(seed)
    mixed = random.Random(seed)

    assert weigh(mixed.sample(pages, len(pages)), mixed.sample(claims, len(claims))) == weigh(pages, claims)


def test_report_twice_changes_nothing() -> None:
    """The same report and its claims again add nothing."""
    pages, claims = world()

    assert weigh([*pages, pages[0]], [*claims, *claims[:2]]) == weigh(pages, claims)


def test_renamed_ids_change_no_grouping() -> None:
    """Which claims stand together does not hang on what they are called."""
    pages, claims = world()
    renamed = {one.id: f"x{n}" for n, one in enumerate(reversed(claims))}
    again = weigh(pages, [replace(one, id=renamed[one.id]) for one in claims])

    assert facts(again) == {frozenset(renamed[name] for name in group) for group in facts(weigh(pages, claims))}


def differences(weighed: Weighed) -> set[tuple[object, ...]]:
    """What contradicts what, without any id of a report or an event."""
    return {
        (one.field, one.kind, frozenset((value.value, value.claims) for value in one.values))
        for one in weighed.contradictions
    }


def test_renamed_reports_change_no_contradiction() -> None:
    """Neither what differs nor of which kind it is hangs on what reports are called."""
    pages, claims = world(2)
    renamed = {page.id: f"r{n}" for n, page in enumerate(sorted(pages, key=lambda page: page.id[::-1]))}
    again = weigh(
        [replace(page, id=renamed[page.id]) for page in pages],
        [replace(one, report=renamed[one.report]) for one in claims],
    )

    assert differences(again) == differences(weigh(pages, claims)) != set()


def voices(weighed: Weighed, one: Claim) -> set[tuple[str, ...]]:
    """The voices of the events a claim stands in."""
    return {event.voices for event in weighed.events if one.id in event.claims}


def test_copy_adds_no_voice() -> None:
    """A word for word copy under another outlet's name is an echo, not a witness."""
    text = (
        "Planes bombed the market of Harmin on Tuesday, killing 12 traders who had come from the villages with their wheat, and "
        "the smoke stood over the river bridge until the evening while families searched the rows of stalls for their men."
    )
    first, copy = report(text, "2018-03-06", "Agency"), report(text, "2018-03-07", "Evening Post")
    told = [
        claim(p, text[:-1], "airstrike", at="Harmin", day="2018-03-06", figures=[("killed", 12)]) for p in (first, copy)
    ]

    assert voices(weigh([first, copy], told), told[0]) == voices(weigh([first], told[:1]), told[0])


def test_removed_report_leaves_other_events_alone() -> None:
    """Events that had no claim of it stay as they were."""
    pages, claims = world()
    gone = pages[0]
    left = [one for one in claims if one.report != gone.id]
    before = {
        group
        for group in facts(weigh(pages, claims))
        if not group & {one.id for one in claims if one.report == gone.id}
    }
    after = facts(weigh(pages[1:], left))

    assert len(before & after) >= 0.8 * len(before)


def test_every_claim_of_an_event_exists() -> None:
    """Events, figures and contradictions name claims that are there, and every event has one."""
    pages, claims = world(3)
    weighed = weigh(pages, claims)
    known = {one.id for one in claims}

    assert all(event.claims and set(event.claims) <= known for event in weighed.events)
    assert all(set(value.claims) <= known for one in weighed.contradictions for value in one.values)
    assert {one.event for one in weighed.contradictions} <= {event.id for event in weighed.events}
    assert len({event.id for event in weighed.events}) == len(weighed.events)
