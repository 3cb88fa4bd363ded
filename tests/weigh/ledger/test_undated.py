"""Truces of reports without dates, of two voices in one page, and of regions whose town has the same name."""

from dataclasses import replace

from tales import kept, named, page, rows, said

from dateline.model import Published


def undated(text: str, *claims):
    """A page that tells no date, nor do its claims."""
    report, told = page("2020-01-01", text, *claims, country="Sudan")
    return replace(report, published=Published(None, "none")), told


def test_a_truce_without_any_date_is_kept() -> None:
    """Who agreed and who announced it is told although no day is; a side accused of breaking it is bound by it."""
    made, told = "The army confirmed the accord on a truce", "Norway announced the ceasefire"
    broke = "The RSF violated the ceasefire"
    book = kept(
        undated(f"{made}. {told}.", said(made, "agreement", by="Sudanese army"), said(told, "ceasefire_start", speaker="Norway")),
        undated(f"{broke}.", said(broke, "ceasefire_violation", by="RSF", speaker="Sudanese army")),
    )  # fmt: skip

    (deal,) = book.agreements
    assert rows(book) == [("agreed", None, ("Sudanese army",)), ("announced", None, ("Norway",))]
    assert deal.since is None
    assert len(deal.violations) == 1


def test_nobody_who_announces_from_outside_is_bound() -> None:
    """Two states that announce a pause between others are not its parties."""
    made = "The pause in fighting, announced by Norway and Qatar, was agreed by the army"
    (deal,) = kept(undated(f"{made}.", said(made, "agreement", by="Sudanese army"))).agreements

    assert named(deal.parties) == ["Sudanese army"]


def test_two_starts_by_two_voices_are_one_disputed_truce() -> None:
    """Who retells the accord and dates its start vouches for that start, beside the other voice's."""
    mine = "The general said that, as arranged with Angola, the truce had held since 4 May"
    yours = "Angola said the truce took effect on 8 May"
    book = kept(
        page("2002-05-09", f"{mine}. {yours}.", said(mine, "statement", by="UNITA", speaker="UNITA"),
             said(yours, "ceasefire_start", speaker="Angola", when="2002-05-08"), country="Angola"),
    )  # fmt: skip

    assert len(book.agreements) == 1
    assert [row for row in rows(book) if row[0] == "in_force"] == [
        ("in_force", "2002-05-04", ("UNITA",)),
        ("in_force", "2002-05-08", ("Angola",)),
    ]


def test_a_region_of_that_name_is_no_town() -> None:
    """A truce "for Huambo" is the one in Huambo province that another page tells of; in a town alone it is apart."""
    one, other = "They agreed on a truce for Huambo", "A truce began in Huambo province"
    apart = "They agreed on a truce for Luena"
    both = [
        page("2002-05-05", f"{one}.", said(one, "agreement", by="Angola+UNITA", when="2002-05-04", place="Huambo"), country="Angola"),
        page("2002-05-05", f"{other}.", said(other, "ceasefire_start", when="2002-05-05"), country="Angola"),
    ]  # fmt: skip
    third = page("2002-05-05", f"{apart}.", said(apart, "agreement", by="Angola+UNITA", when="2002-05-04", place="Luena"), country="Angola")  # fmt: skip

    assert len(kept(*both).agreements) == 1
    assert len(kept(*both, third).agreements) == 2


def test_last_september_may_be_that_of_the_year_before() -> None:
    """Told in December, "last September" is the accord of September a year earlier that another page dates."""
    exact, loose = "a de-escalation zone agreed in September 2001", "Last September they agreed on a de-escalation zone"
    book = kept(
        page("2002-12-20", f"There is {exact}.", said(exact, "agreement", by="Angola+UNITA", when="2001-09-01..2001-09-30"), country="Angola"),
        page("2002-12-20", f"{loose}.", said(loose, "agreement", by="Angola+UNITA", when="2002-09-01..2002-09-30"), country="Angola"),
    )  # fmt: skip

    assert [deal.since for deal in book.agreements] == ["2001-09"]


def test_a_place_read_wrong_moves_no_report() -> None:
    """A report whose fighting was placed in a country where no other report fights is of its story's country."""
    made, raid, wrong = "They agreed on a truce", "Shells fell in breach of the truce", "Jets bombed the quarter"
    pages = [
        page("2002-05-05", f"{made}. {raid}.", said(made, "agreement", by="Angola+UNITA", when="2002-05-04"),
             said(raid, "ceasefire_violation", when="2002-05-05"), country="Angola"),
        page("2002-05-06", f"{raid} again. {wrong}.", said(raid, "ceasefire_violation", place=None, when="2002-05-06"),
             said(wrong, "airstrike", place="Chaves", country="Portugal", when="2002-05-06")),
        page("2002-05-07", f"{raid} today.", said(raid, "shelling", when="2002-05-07"), country="Angola"),
    ]  # fmt: skip
    told = [(replace(report, story="one"), claims) for report, claims in pages]

    assert len(kept(*told).agreements) == 1


def test_a_person_stands_for_a_side_only_alone() -> None:
    """Where a side is named otherwise too, it does not go under its minister's name."""
    one = "Jose Ramos, for Angola, and UNITA agreed on a truce"
    report, (claim,) = page("2002-05-05", f"{one}.", said(one, "agreement", by="Jose Ramos+Angola+UNITA", when="2002-05-04"), country="Angola")  # fmt: skip
    person = replace(claim.by[0], kind="person", country="AO")

    assert named(kept((report, (replace(claim, by=(person, *claim.by[1:])),))).agreements[0].parties) == [
        "Angola",
        "UNITA",
    ]


def test_instruments_of_two_families_stay_apart_without_dates() -> None:
    """A declaration and a truce of one round of talks are two rows though no day tells them apart."""
    first, second = "They signed a declaration on refugees", "The army agreed to a ceasefire"
    book = kept(
        undated(f"{first}. {second}.", said(first, "agreement", by="Sudanese army+RSF"), said(second, "agreement", by="Sudanese army"))
    )  # fmt: skip

    assert sorted(deal.kind for deal in book.agreements) == ["ceasefire", "other"]


def test_a_zone_that_is_only_a_place_is_not_asked_for() -> None:
    """To ask somebody to leave a buffer zone asks for no truce; to ask for a buffer zone does."""
    leave = said(
        "Chad asked Sudan to take its men out of a buffer zone", "demand", by="Chad", to="Sudan", when="2021-05-10"
    )
    make = said("Chad asked Sudan to agree to a buffer zone", "demand", by="Chad", to="Sudan", when="2021-05-10")

    assert kept(page("2021-05-10", f"{leave.words}.", leave, country="Sudan")).agreements == ()
    assert len(kept(page("2021-05-10", f"{make.words}.", make, country="Sudan")).agreements) == 1


def test_nameless_forces_are_those_of_the_country_at_war() -> None:
    """Where only "an armed forces spokesman" announces a truce, it binds the forces of the country fought over."""
    words = "An armed forces spokesman announced a ceasefire from Sunday"
    claim = said(
        words,
        "ceasefire_start",
        by="armed forces spokesman",
        speaker="armed forces spokesman",
        modality="planned",
        when="2021-05-09",
    )
    (deal,) = kept(page("2021-05-07", f"{words}.", claim, country="Sudan")).agreements

    assert named(deal.parties) == ["Sudanese armed forces"]


def test_an_invader_that_announces_a_truce_is_bound_by_it() -> None:
    """A state that is told to shell the other one's towns is no mediator of the truce it announces."""
    words = "The Eritrean defence ministry announced a truce from May 5"
    made = said(words, "ceasefire_start", speaker="Eritrean defence ministry", when="2021-05-05")
    shelled = said(
        "Eritrean forces shelled Axum on May 6 despite the truce", "shelling", by="Eritrean forces", when="2021-05-06"
    )
    text = f"{words}. Eritrean forces shelled Axum on May 6 despite the truce."
    (deal,) = kept(page("2021-05-07", text, made, shelled, country="Ethiopia")).agreements

    assert named(deal.parties) == ["Eritrean defence ministry"]
    assert deal.mediators == ()
