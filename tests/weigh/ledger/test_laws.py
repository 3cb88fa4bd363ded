"""Laws that hold for every tale: order, prefix, validity, moves."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tales import page, said

from dateline.model import Claim, Reference, Report
from dateline.weigh.ledger import ledger
from dateline.weigh.ledger.dates import first_day, last_day
from dateline.words.ledger import allowed, starts

SIDES = ["Yemen", "Houthis", "Yemen+Houthis", ""]
TOLD = [
    ("the truce took effect", "ceasefire_start", "actual"),
    ("a truce will begin", "ceasefire_start", "planned"),
    ("they agreed on a new truce", "agreement", "actual"),
    ("the ceasefire was extended by a week", "agreement", "actual"),
    ("the truce has collapsed", "ceasefire_end", "actual"),
    ("declared the end of the truce", "ceasefire_end", "actual"),
    ("shells fell in breach of the truce", "ceasefire_violation", "actual"),
    ("jets bombed a market", "airstrike", "actual"),
    ("asked them for a ceasefire", "demand", "planned"),
    ("said the truce was holding", "statement", "actual"),
    ("rejected the truce", "statement", "actual"),
    ("promised to stop attacks", "statement", "planned"),
]
DAY = date(2022, 4, 1)


@st.composite
def pages(draw: st.DrawFn) -> tuple[Report, tuple[Claim, ...]]:
    """A report of April 2022 with one to three claims drawn from a few moulds, dated around its day."""
    printed = DAY + timedelta(days=draw(st.integers(0, 25)))
    told = draw(st.lists(st.sampled_from(TOLD), min_size=1, max_size=3, unique=True))
    claims = []
    for words, kind, modality in told:
        when = printed + timedelta(days=draw(st.integers(-6, 6 if modality == "planned" else 0)))
        by, to, speaker = (draw(st.sampled_from(SIDES)) for _ in range(3))
        claims.append(said(words, kind, by=by, to=to, speaker=speaker, modality=modality, when=when.isoformat()))
    return page(
        printed.isoformat(),
        ". ".join(words.capitalize()[0].lower() + words[1:] for words, _, _ in told) + ".",
        *claims,
        country="Yemen",
    )


BOOKS = st.lists(pages(), min_size=1, max_size=5, unique_by=lambda told: told[0].id)
MANY = settings(max_examples=60, deadline=None)


def _parts(told: list[tuple[Report, tuple[Claim, ...]]]) -> tuple[list[Report], list[Claim]]:
    return [report for report, _ in told], [claim for _, claims in told for claim in claims]


@MANY
@given(BOOKS, st.randoms(use_true_random=False))
def test_order_of_input_does_not_matter(told, random) -> None:
    """Reports and claims may come in any order."""
    reports, claims = _parts(told)
    once = ledger(reports, claims)
    random.shuffle(reports)
    random.shuffle(claims)

    assert ledger(reports, claims) == once


@MANY
@given(BOOKS)
def test_prefix_never_knows_the_future(told) -> None:
    """What the first reports give stands on their claims alone, and tells no state of a day after their last."""
    told = sorted(told, key=lambda pair: pair[0].published.when.first)[:-1]
    reports, claims = _parts(told)
    known, horizon = {c.id for c in claims}, max((r.published.when.first for r in reports), default=DAY)
    book = ledger(reports, claims)

    assert {c for a in book.agreements for c in a.claims} | {
        c for d in book.commitments for c in (*d.claims, *d.evidence)
    } <= known
    assert all(first_day(s.date) <= horizon for a in book.agreements for s in a.states)


@MANY
@given(BOOKS)
def test_nothing_holds_before_its_start_or_after_its_end(told) -> None:
    """States of holding and breaches lie within the validity."""
    for deal in ledger(*_parts(told)).agreements:
        days = [s.date for s in deal.states if s.state in ("in_force", "extended", "violated")] + [
            b.date for b in deal.violations
        ]
        for day in days:
            assert deal.since is None or last_day(day) >= first_day(deal.since)
            assert deal.until is None or first_day(day) <= last_day(deal.until)


@MANY
@given(BOOKS)
def test_no_move_out_of_order_without_a_flag(told) -> None:
    """Whatever the table of moves does not allow is told in the reasons."""
    for deal in ledger(*_parts(told)).agreements:
        moves = allowed(deal.kind)
        odd = [b for a, b in pairwise(deal.states) if b.state not in moves[a.state]]
        odd += [s for s in deal.states[:1] if s.state not in starts()]
        assert len([why for why in deal.because if "out of order" in why or "first heard" in why]) == len(odd)


@MANY
@given(BOOKS)
def test_ids_are_one_each(told) -> None:
    """No two agreements and no two commitments share an id; no claim founds two instruments of one family."""
    book = ledger(*_parts(told))

    for rows in (book.agreements, book.commitments):
        assert len({row.id for row in rows}) == len(rows)


KNOWN = [
    Reference("Aden accords", "2022-04-05", ("Yemen", "Houthis")),
    Reference("April truce", "2022-04", ("Yemen",), id="2"),
]


@MANY
@given(BOOKS, st.randoms(use_true_random=False))
def test_a_list_of_known_agreements_changes_names_alone(told, random) -> None:
    """Linked by date and parties, rows keep all but name, reference and reasons; no listed one is two rows; order does not matter."""
    reports, claims = _parts(told)
    plain, named = ledger(reports, claims), ledger(reports, claims, KNOWN)
    shuffled = KNOWN[:]
    random.shuffle(shuffled)

    assert ledger(reports, claims, shuffled) == named
    bare = [replace(a, name="", reference=None, because=()) for a in named.agreements]
    assert bare == [replace(a, name="", because=()) for a in plain.agreements]
    linked = [a.reference for a in named.agreements if a.reference is not None]
    assert len(linked) == len(set(linked))
