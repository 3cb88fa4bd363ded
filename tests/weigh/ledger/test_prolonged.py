"""A prolongation is a state of the truce it prolongs, unless reports make it an instrument of its own; a breach has its event."""

from tales import kept, page, said

from dateline.weigh import weigh

FIRST = "Colombia and the ELN agreed on a truce of two months"
SIDES = "Colombia+ELN"


def first():
    """A page on a truce of June 2019."""
    return page("2019-06-02", f"{FIRST}.", said(FIRST, "agreement", by=SIDES, when="2019-06-01"), country="Colombia")


def later(words: str):
    """A page of August on what came of it."""
    return page("2019-08-02", f"{words}.", said(words, "agreement", by=SIDES, when="2019-08-01"), country="Colombia")


def test_prolonging_is_a_state() -> None:
    """A truce that is extended stays one entry and extends nothing."""
    book = kept(first(), later("Colombia and the ELN agreed to extend the truce by a month"))

    assert [deal.extends for deal in book.agreements] == [None]
    assert "extended" in [state.state for state in book.agreements[0].states]


def test_a_new_truce_that_prolongs_names_the_old_one() -> None:
    """Where the words make it a second truce that extends the first, it is an entry that says which it extends."""
    book = kept(first(), later("Colombia and the ELN signed a second truce, which extends the first by a month"))

    old, new = book.agreements
    assert (old.extends, new.extends) == (None, old.id)


def test_a_new_truce_extends_nothing_by_itself() -> None:
    """Another truce of the same sides prolongs none where no words say so."""
    book = kept(first(), later("Colombia and the ELN signed a new truce"))

    assert [deal.extends for deal in book.agreements] == [None, None]


def test_a_breach_is_the_raid_it_tells() -> None:
    """The event of a breach is the raid, which other reports tell too, and not the truce."""
    raid = "Colombian jets bombed a camp in Arauca in breach of the truce"
    again = "Jets bombed the camp in Arauca, killing three"
    pages = [
        first(),
        page("2019-06-20", f"{raid}.", said(raid, "airstrike", by="Colombia", place="Arauca", country="Colombia", when="2019-06-19", tie="in breach of the truce")),
        page("2019-06-20", f"{again}.", said(again, "airstrike", by="Colombia", place="Arauca", country="Colombia", when="2019-06-19")),
    ]  # fmt: skip
    told = weigh([report for report, _ in pages], [claim for _, claims in pages for claim in claims])

    (breach,) = told.agreements[0].violations
    event = next(event for event in told.events if event.id == breach.event)
    assert event.type == "airstrike"
    assert {claim.id for _, claims in pages[1:] for claim in claims} <= set(event.claims)
