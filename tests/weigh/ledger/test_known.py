"""Agreements of a list: linked by name, or by date and parties; never by place alone, never two rows to one."""

from tales import kept, named, page, said

from dateline.model import Reference
from dateline.weigh.ledger import ledger

ARTA = Reference("Arta accords", "2021-05-04", ("Yemen", "Houthis"), id="PA-7")
MARIB = Reference("Marib pause", "2021-09-10", ("Yemen", "Houthis"), place="Marib")


def made(day: str = "2021-05-04"):
    """A page on a truce of May 2021."""
    words = "Yemen and the Houthis agreed on a truce"
    return page("2021-05-05", f"{words}.", said(words, "agreement", by="Yemen+Houthis", when=day), country="Yemen")


def called(words: str, day: str = "2021-08-02", **more: str):
    """A later page that only calls an agreement by name."""
    return page(day, f"{words}.", said(words, "statement", **more), country="Yemen")


def with_known(*pages, known=(ARTA, MARIB)):
    """The agreements of a tale where some are known beforehand."""
    return ledger([r for r, _ in pages], [c for _, told in pages for c in told], known).agreements


def test_date_and_parties_link() -> None:
    """A truce of the day and sides of a known one takes its name, and says why."""
    (deal,) = with_known(made())

    assert (deal.name, deal.reference) == ("Arta accords", "PA-7")
    assert "date and parties" in deal.because[0]


def test_another_day_or_other_sides_do_not_link() -> None:
    """A truce made weeks later, or between others, is not the known one."""
    other = Reference("Arta accords", "2021-05-04", ("Sudan", "RSF"))

    assert with_known(made("2021-04-02"))[0].reference is None
    assert with_known(made(), known=(other,))[0].reference is None


def test_a_name_links_to_the_row_of_its_date() -> None:
    """A report that only says "the Arta accords" speaks of the truce of that date."""
    late = called("Houthi officials said the Arta accords were violated by shelling", speaker="Houthis")
    (deal,) = with_known(made(), late)

    assert late[1][0].id in deal.claims
    assert deal.reference == "PA-7"


def test_a_name_alone_is_enough() -> None:
    """A known agreement that is only named is a row with its parties unsaid and its date that of the list."""
    (deal,) = with_known(called("The envoy said the Arta accord was violated by both sides", speaker="envoy"))

    assert (deal.reference, deal.since, named(deal.parties)) == ("PA-7", "2021-05-04", [])


def test_no_name_before_its_date() -> None:
    """Talks at Arta before the accords were made are not the accords."""
    early = called("The envoy hoped for an Arta truce", "2021-03-02", speaker="envoy")

    assert all(deal.reference is None for deal in with_known(early))


def test_an_area_is_no_name() -> None:
    """A truce in Marib is not the pause of that name in the list: the place is where it holds."""
    told = called("Officials said the Marib truce was violated by snipers", "2021-10-02", speaker="Yemen")

    assert all(deal.reference is None for deal in with_known(told))


def test_one_row_a_known_agreement() -> None:
    """Of two truces that fit, only the nearer is the known one."""
    new = "Yemen and the Houthis agreed on a new truce"
    rows = with_known(
        made(),
        page("2021-05-08", f"{new}.", said(new, "agreement", by="Yemen+Houthis", when="2021-05-08"), country="Yemen"),
    )

    assert sorted(str(deal.reference) for deal in rows) == ["None", "PA-7"]


def test_a_list_of_others_changes_nothing() -> None:
    """References that no report speaks of leave the ledger as it is."""
    other = Reference("Lome protocol", "1999-07-07", ("Sierra Leone", "RUF"))

    assert with_known(made(), known=(other,)) == kept(made()).agreements


def test_a_place_of_fighting_is_no_name() -> None:
    """ "Marib truce" without a word on where it holds: Marib is fought over, so any truce there may be meant."""
    listed = Reference("Marib truce", "2021-09-10", ("Yemen", "Houthis"))
    told, raid = "Officials said the Marib truce was violated by snipers", "Jets bombed Marib"
    pages = (
        called(told, "2021-10-02", speaker="Yemen"),
        page("2021-10-03", raid, said(raid, "airstrike", place="Marib"), country="Yemen"),
    )

    assert [deal.reference for deal in with_known(pages[0], known=(listed,))] == ["Marib truce"]
    assert all(deal.reference is None for deal in with_known(*pages, known=(listed,)))
