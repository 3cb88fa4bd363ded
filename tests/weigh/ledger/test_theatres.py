"""Whose truce a report tells of: two states at one border, talks in some capital, a second attempt, what is only wished for."""

from dataclasses import replace

import pytest
from tales import kept, named, page, said

SHELLED = "Cambodia shelled a temple across the border"
CAMBODIA = page(
    "2025-07-26",
    f"{SHELLED}. Thailand and Cambodia agreed on a ceasefire from 26 July.",
    said(SHELLED, "shelling", by="Cambodia", to="Thailand"),
    said(
        "Thailand and Cambodia agreed on a ceasefire from 26 July",
        "agreement",
        by="Thailand+Cambodia",
        when="2025-07-26",
    ),
    country="Thailand",
)
FIRED = "Thai guns fired into two Cambodian hamlets"


def test_border_truce_is_one_on_whichever_side_a_report_puts_it() -> None:
    """One paper tells the fighting in Thailand, the other in Cambodia."""
    other = page(
        "2025-07-27",
        f"{FIRED}. A ceasefire between Cambodia and Thailand took effect on 26 July.",
        said(FIRED, "shelling", by="Thailand", to="Cambodia"),
        said(
            "A ceasefire between Cambodia and Thailand took effect on 26 July",
            "ceasefire_start",
            by="Cambodia+Thailand",
            when="2025-07-26",
        ),
        country="Cambodia",
    )
    (deal,) = kept(CAMBODIA, other).agreements

    assert (len(deal.claims), named(deal.parties)) == (2, ["Cambodia", "Thailand"])


def test_who_vouches_for_a_truce_abroad_is_no_theatre_of_it() -> None:
    """Russia signs for Yerevan's war and fights one of its own: two theatres, two truces."""
    words = "Armenia and Russia agreed on a truce from 10 October"
    raid, pause = "Drones hit a depot near Kursk", "Russia and Ukraine agreed on an energy ceasefire from 12 October"
    book = kept(
        page("2020-10-10", f"Shells fell on Goris. {words}.", said("Shells fell on Goris", "shelling"), said(words, "agreement", by="Armenia+Russia", when="2020-10-10"), country="Armenia"),
        page("2020-10-12", f"{raid}. {pause}.", said(raid, "airstrike"), said(pause, "agreement", by="Russia+Ukraine", when="2020-10-12"), country="Russia"),
    )  # fmt: skip

    assert [one.since for one in book.agreements] == ["2020-10-10", "2020-10-12"]


def test_talks_in_a_capital_are_about_the_state_that_talks() -> None:
    """A page of a truce and of no fighting names Havana only."""
    start = "Colombia declared a bilateral truce with the ELN from 3 August"
    kept_up = "Colombia prolonged the truce with the ELN by six months"
    (deal,) = kept(
        page(
            "2023-08-03",
            f"{start}.",
            said(start, "ceasefire_start", by="Colombia+ELN", when="2023-08-03"),
            country="Colombia",
        ),
        page("2024-02-05", f"{kept_up}.", said(kept_up, "agreement", by="Colombia"), country="Cuba"),
    ).agreements

    assert "extended" in [state.state for state in deal.states]


def test_second_attempt_within_days_is_another_truce() -> None:
    """Five days lie between the two; the words call the later one a second attempt."""
    first, later = "agreed on a truce from 10 October", "The truce of 15 October is the second attempt to end the war"
    book = kept(
        page("2020-10-10", f"They {first}.", said(first, "agreement", by="Armenia+Azerbaijan", when="2020-10-10"), country="Azerbaijan"),
        page("2020-10-16", f"{later}.", said(later, "ceasefire_start", when="2020-10-15"), country="Azerbaijan"),
    )  # fmt: skip

    assert [one.since for one in book.agreements] == ["2020-10-10", "2020-10-15"]


def test_bilateral_truce_that_one_president_proclaims_is_nobodys_own() -> None:
    """Two pages date the announcement of one truce three days apart, and name the president alone."""
    one, other = "announced a bilateral ceasefire on 1 March", "announced the bilateral ceasefire on 4 March"
    book = kept(
        page("2023-03-01", f"He {one}.", said(one, "ceasefire_start", by="Colombia", when="2023-03-01"), country="Colombia"),
        page("2023-03-05", f"He {other}.", said(other, "ceasefire_start", by="Colombia", when="2023-03-04"), country="Colombia"),
    )  # fmt: skip

    assert [len(item.claims) for item in book.agreements] == [2]


def test_neither_an_invitation_nor_a_welcome_makes_a_truce() -> None:
    """Both speak of the truce of the second of May."""
    made, bid, glad = (
        "The sides agreed on a truce on 2 May",
        "invited the rebels to declare a truce",
        "Oslo hailed the announcement of the truce",
    )
    book = kept(
        page("2023-05-02", f"{made}.", said(made, "agreement", by="Colombia+rebels", when="2023-05-02"), country="Colombia"),
        page("2023-05-12", f"He {bid}. {glad}.", said(bid, "ceasefire_start", by="Brazil"), said(glad, "ceasefire_start", by="Norway"), country="Colombia"),
    )  # fmt: skip

    assert [one.since for one in book.agreements] == ["2023-05-02"]


def test_suspension_of_a_truce_is_told_by_a_claim_of_an_agreement_too() -> None:
    """Three days in, the government suspends the truce it made."""
    made, off = (
        "The sides agreed on a truce on 2 May",
        "The cabinet announced the suspension of the truce with the rebels",
    )
    (deal,) = kept(
        page("2023-05-02", f"{made}.", said(made, "agreement", by="Colombia+rebels", when="2023-05-02"), country="Colombia"),
        page("2023-05-05", f"{off}.", said(off, "agreement", by="Colombia", speaker="Colombia"), country="Colombia"),
    ).agreements  # fmt: skip

    assert "suspended" in [state.state for state in deal.states]


def test_months_told_by_their_days_begin_on_a_day() -> None:
    """ "From 1 February to 31 July" is no month: a truce that begins at the end of February is another."""
    span, exact = (
        "announced a truce with four bands and all their allies in the valley, from 1 February to 31 July",
        "The truce began on 28 February",
    )
    book = kept(
        page("2023-02-01", f"They {span}.", said(span, "ceasefire_start", by="Yemen+Houthis", when="2023-02-01..2023-07-31"), country="Yemen"),
        page("2023-02-28", f"{exact}.", said(exact, "ceasefire_start", when="2023-02-28"), country="Yemen"),
    )  # fmt: skip

    assert [one.since for one in book.agreements] == ["2023-02-01", "2023-02-28"]


def test_new_truce_of_a_report_takes_its_other_words_along() -> None:
    """A page calls the truce another one where it tells no day, and dates it where it does not."""
    first, again = "agreed on a ceasefire on 29 April", "agreed on another ceasefire to end the clashes"
    dated = "Their envoys agreed on a full ceasefire on 1 May"
    book = kept(
        page("2021-04-30", f"They {first}.", said(first, "agreement", by="Kyrgyzstan+Tajikistan", when="2021-04-29"), country="Tajikistan"),
        page("2021-05-02", f"They {again}. {dated}.", said(again, "agreement", by="Kyrgyzstan+Tajikistan"), said(dated, "agreement", by="envoys", when="2021-05-01"), country="Tajikistan"),
    )  # fmt: skip

    assert [(one.since, len(one.claims)) for one in book.agreements] == [("2021-04-29", 1), ("2021-05-01", 2)]


def test_two_countries_without_names_are_named_by_what_is_said_of_their_truce() -> None:
    """The ministries of the two countries sign; between whom the truce holds stands elsewhere on the page."""
    held, made = "The truce between Eritrea and Ethiopia was holding", "the two countries' ministries agreed on a truce"
    (deal,) = kept(page("2018-07-10", f"{held}. On Monday {made}.", said(held, "ceasefire_start"), said(made, "agreement", by="countries+ministries", when="2018-07-09"), country="Ethiopia")).agreements  # fmt: skip

    assert named(deal.parties) == ["Eritrea", "Ethiopia"]


def test_with_whom_a_mediated_truce_is_made_is_no_broker_of_it() -> None:
    """ "A truce with Israel mediated by Egypt": Egypt vouches, Israel is bound."""
    words = "Islamic Jihad announced that a truce with Israel mediated by Egypt had been reached"
    signed = "Israel and Islamic Jihad agreed to a truce on Sunday"
    (deal,) = kept(page("2022-08-07", f"{words}. {signed}.", said(words, "agreement", by="Egypt", when="2022-08-07"), said(signed, "agreement", by="Israel+Islamic Jihad", when="2022-08-07"), country="Palestinian territories")).agreements  # fmt: skip

    assert named(deal.parties) == ["Islamic Jihad", "Israel"]


def test_start_that_is_put_off_is_no_end() -> None:
    """The truce was delayed by demands for guarantees."""
    made, late = "The sides agreed to a truce on 7 August", "The truce was delayed by demands for guarantees"
    (deal,) = kept(page("2022-08-07", f"{made}. {late}.", said(made, "agreement", by="Israel+Islamic Jihad", when="2022-08-07"), said(late, "ceasefire_end"), country="Israel")).agreements  # fmt: skip

    assert deal.until is None
    assert [state.state for state in deal.states] == ["agreed"]


def test_with_whom_one_side_says_it_agreed_is_bound_too() -> None:
    """The page names one maker, and the other as whom the truce is made with."""
    words = "Nigeria reached a truce with the Bakassi Freedom Fighters"
    (deal,) = kept(page("2021-03-02", f"{words}.", said(words, "agreement", by="Nigeria", to="Bakassi Freedom Fighters", when="2021-03-02"), country="Nigeria")).agreements  # fmt: skip

    assert named(deal.parties) == ["Bakassi Freedom Fighters", "Nigeria"]


def test_people_taken_out_of_danger_are_no_matter_of_the_truce() -> None:
    """Villagers are taken away from the shelling; only under a deal are people let out."""
    made, away = "The sides agreed on a truce on 2 May", "Nine hundred villagers had been evacuated from the border"
    under = "Under the deal rebels will be evacuated from the town"
    out = {"when": "2023-05-02", "phenomenon": "evacuation"}
    signed = said(made, "agreement", by="Sudan+rebels", when="2023-05-02")
    (deal,) = kept(page("2023-05-03", f"{made}. {away}.", signed, said(away, "agreement", **out), country="Sudan")).agreements  # fmt: skip
    (let_out,) = kept(page("2023-05-03", f"{made}. {under}. {away}.", signed, said(under, "agreement", **out), said(away, "agreement", **out), country="Sudan")).agreements  # fmt: skip

    assert (len(deal.claims), len(let_out.claims)) == (1, 3)


PAUSE = "The army and the Harun Front agreed on a ceasefire from 3 March brokered by Oman"
FOUGHT = page(
    "2024-03-02",
    f"Shells fell on Zinjibar. {PAUSE}.",
    said("Shells fell on Zinjibar", "shelling"),
    said(PAUSE, "agreement", by="the army+Harun Front", when="2024-03-02"),
    country="Yemen",
)
LONGER = "The ceasefire was extended by a week, Oman said"


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_page_that_names_only_the_guarantor_is_of_the_truce_others_name_him_with(elsewhere: bool) -> None:
    """Who prolongs it names neither side nor land: it is the truce that Oman brokered, and no second one."""
    told = page("2024-03-12", f"{LONGER}.", said(LONGER, "agreement", speaker="Oman", when="2024-03-12"))
    words = "The army and the Dune Brigade agreed on a ceasefire from 3 March brokered by Chad"
    other = page(
        "2024-03-02",
        f"Shells fell on Kutum. {words}.",
        said("Shells fell on Kutum", "shelling"),
        said(words, "agreement", by="the army+Dune Brigade", when="2024-03-02"),
        country="Sudan",
    )
    book = kept(FOUGHT, told, *([other] if elsewhere else []))
    (deal,) = [one for one in book.agreements if "Harun Front" in named(one.parties)]

    assert len(book.agreements) == 1 + elsewhere
    assert "extended" in [state.state for state in deal.states]


def test_what_outsiders_agree_on_is_no_part_of_the_truce() -> None:
    """Allies who agree on who commands their jets make, keep and break nobody's truce."""
    truce = said("Mali's army declared a ceasefire on Friday", "ceasefire_start", by="Malian army", when="2021-03-05")
    command = said("NATO agreed to take command of all flights", "agreement", by="NATO", when="2021-03-06")
    raid = said("A raid hit Gao", "airstrike", when="2021-03-04")
    alliance = page(
        "2021-03-06",
        "Mali's army declared a ceasefire on Friday. NATO agreed to take command of all flights. A raid hit Gao.",
        truce,
        command,
        raid,
        country="Mali",
    )
    report, claims = alliance
    nato = tuple(
        replace(one, by=tuple(replace(p, kind="intergovernmental") for p in one.by)) if one.type == "agreement" else one
        for one in claims
    )
    (found,) = kept((report, nato)).agreements

    assert [party.name for party in found.parties] == ["Malian army"]
    assert nato[1].id not in found.claims
