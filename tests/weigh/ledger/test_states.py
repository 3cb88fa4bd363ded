"""States over time: who vouches, what is planned, what never began, what is over; and the answer for a day."""

from dataclasses import replace
from datetime import date, timedelta

from tales import kept, page, rows, said

from dateline.weigh.ledger.as_of import as_of, disputed, last_told, quiet_since

DONBAS = page(
    "2015-02-12",
    "Ukraine and the separatists agreed in Minsk on a ceasefire from midnight on February 15.",
    said(
        "Ukraine and the separatists agreed in Minsk on a ceasefire",
        "agreement",
        by="Ukraine+separatists",
        when="2015-02-12",
    ),
    said(
        "a ceasefire from midnight on February 15",
        "ceasefire_start",
        by="Ukraine+separatists",
        when="2015-02-15",
        modality="planned",
    ),
    country="Ukraine",
)


def test_plan_is_announced_and_never_in_force() -> None:
    """While no report comes from after the start, nothing has begun."""
    states = [state for state, _, _ in rows(kept(DONBAS))]

    assert states == ["agreed", "announced"]


def test_plan_took_effect_once_later_reports_treat_it_so() -> None:
    """A breach told after the planned start shows that the truce began; nobody in particular vouches."""
    later = page(
        "2015-02-17",
        "Both sides accused each other of violating the ceasefire on Monday.",
        said(
            "of violating the ceasefire on Monday",
            "ceasefire_violation",
            by="separatists",
            speaker="Ukraine",
            when="2015-02-16",
        ),
        country="Ukraine",
    )

    assert ("in_force", "2015-02-15", ()) in rows(kept(DONBAS, later))
    assert rows(kept(DONBAS, later))[-1] == ("violated", "2015-02-16", ("Ukraine",))


def test_rejected_offer_never_holds() -> None:
    """A truce one side proclaims for tomorrow and the other spurns is announced and rejected."""
    book = kept(
        page(
            "2023-01-05",
            "Moscow announced a ceasefire for 36 hours over Orthodox Christmas. Kyiv rejected the ceasefire as a trick.",
            said(
                "Moscow announced a ceasefire for 36 hours over Orthodox Christmas",
                "ceasefire_start",
                by="Russia",
                speaker="Russia",
                when="2023-01-06",
                modality="planned",
            ),
            said(
                "Kyiv rejected the ceasefire as a trick",
                "statement",
                by="Ukraine",
                speaker="Ukraine",
                when="2023-01-05",
            ),
            country="Ukraine",
        )
    )

    assert [state for state, _, _ in rows(book)] == ["announced", "rejected"]


def test_voices_that_disagree_give_two_states_and_a_dispute() -> None:
    """One side says it collapsed, the other that it holds: both stand, nothing is averaged."""
    book = kept(
        page(
            "2016-04-12",
            "A truce took effect in Yemen on April 10. The Houthis said on Tuesday that the truce had collapsed.",
            said(
                "A truce took effect in Yemen on April 10",
                "ceasefire_start",
                by="Yemen+Houthis",
                speaker="Yemeni government",
                when="2016-04-10",
            ),
            said("the truce had collapsed", "ceasefire_end", speaker="Houthis", when="2016-04-12"),
            country="Yemen",
        ),
        page(
            "2016-04-13",
            "The Yemeni government said the truce was holding.",
            said(
                "the truce was holding",
                "statement",
                by="Yemeni government",
                speaker="Yemeni government",
                when="2016-04-13",
            ),
            country="Yemen",
        ),
    )
    (truce,) = book.agreements

    assert as_of(truce, date(2016, 4, 12)) == "collapsed"
    assert as_of(truce, date(2016, 4, 12), voice="Yemeni government") == "in_force"
    assert disputed(truce, date(2016, 4, 12))
    assert not disputed(truce, date(2016, 4, 11))


def test_talks_suspended_leave_the_truce_standing() -> None:
    """A delegation that walks out of talks on a truce has suspended the talks only."""
    book = kept(
        page(
            "2024-02-20",
            "The truce in Arauca entered into force on February 1.",
            said(
                "The truce in Arauca entered into force on February 1",
                "ceasefire_start",
                by="Colombia+ELN",
                when="2024-02-01",
            ),
            country="Colombia",
        ),
        page(
            "2024-02-21",
            "The ELN suspended the talks on prolonging the truce.",
            said(
                "The ELN suspended the talks on prolonging the truce",
                "statement",
                by="ELN",
                speaker="ELN",
                when="2024-02-21",
            ),
            country="Colombia",
        ),
    )

    assert [state for state, _, _ in rows(book)] == ["in_force"]


def test_end_declared_by_a_side_is_told_from_a_judgement() -> None:
    """Who is bound can end it; an onlooker can only find that it fell apart."""
    began = said("The truce came into force on May 3", "ceasefire_start", by="Mali+CMA", when="2023-05-03")
    declared = page(
        "2023-09-12",
        "The truce came into force on May 3. The CMA declared the end of the truce on Tuesday.",
        began,
        said(
            "The CMA declared the end of the truce on Tuesday",
            "ceasefire_end",
            by="CMA",
            speaker="CMA",
            when="2023-09-12",
        ),
        country="Mali",
    )
    judged = page(
        "2023-09-12",
        "The truce came into force on May 3. Analysts say the truce has failed.",
        began,
        said("the truce has failed", "ceasefire_end", speaker="analysts", when="2023-09-12"),
        country="Mali",
    )

    assert rows(kept(declared))[-1] == ("ended", "2023-09-12", ("CMA",))
    assert rows(kept(judged))[-1] == ("collapsed", "2023-09-12", ("analysts",))


def test_what_could_happen_has_not_happened() -> None:
    """That a truce may be extended, or would collapse, is no state of it."""
    book = kept(
        page(
            "2022-04-02",
            "The truce took effect on April 2 and can be extended. It would collapse if flights stopped.",
            said("The truce took effect on April 2", "ceasefire_start", by="Yemen+Houthis", when="2022-04-02"),
            said("can be extended", "agreement", by="Yemen+Houthis", modality="planned"),
            said("It would collapse if flights stopped", "ceasefire_end", modality="hypothetical"),
            country="Yemen",
        )
    )

    assert [state for state, _, _ in rows(book)] == ["in_force"]


def test_offset_is_read_from_the_same_moment_in_gmt() -> None:
    """A start told by the local clock and in GMT carries its offset."""
    book = kept(
        page(
            "2020-06-06",
            "The guns in Sirte fall silent as a ceasefire starts at 6 am (0400 GMT) on June 8.",
            said(
                "a ceasefire starts at 6 am (0400 GMT) on June 8",
                "ceasefire_start",
                by="GNA+LNA",
                when="2020-06-08",
                modality="planned",
            ),
            country="Libya",
        )
    )

    assert book.agreements[0].since == "2020-06-08T06:00+02:00"


def test_as_of_knows_nothing_before_the_first_word() -> None:
    """Before an instrument is heard of it has no state."""
    (truce,) = kept(DONBAS).agreements

    assert as_of(truce, date(2015, 2, 11)) is None
    assert as_of(truce, date(2015, 2, 12)) == "announced"


def test_truce_last_heard_of_years_ago_is_told_as_quiet() -> None:
    """It still has its last state, and the day of the last word; one that is over is not waited for."""
    (truce,) = kept(DONBAS).agreements
    heard = last_told(truce)
    assert heard is not None
    over = replace(truce, states=(replace(truce.states[-1], state="ended"),))

    assert quiet_since(truce, heard + timedelta(days=90)) is None
    assert quiet_since(truce, date(2024, 1, 1)) == heard
    assert quiet_since(replace(truce, until="2024-02-01"), date(2024, 1, 1)) is None
    assert quiet_since(over, date(2024, 1, 1)) is None
    later = replace(truce, states=(*truce.states, replace(truce.states[-1], date="2024-05-01")))
    assert quiet_since(later, date(2024, 1, 1)) == heard


def test_end_of_a_truce_named_by_its_month_is_of_the_day_it_is_told() -> None:
    """ "The truce signed in June is dead" ends it when it is said, not in June."""
    made = said("The MILF and Manila signed a truce on June 15", "agreement", by="Philippines+MILF", when="2021-06-15")
    dead = said("The truce signed in June is dead", "ceasefire_end", speaker="MILF", when="2021-06")
    book = kept(
        page("2021-06-15", "The MILF and Manila signed a truce on June 15.", made, country="Philippines"),
        page("2021-11-02", "The truce signed in June is dead, the MILF said.", dead, country="Philippines"),
    )

    assert rows(book)[-1] == ("collapsed", "2021-11-02", ("MILF",))


def test_start_told_before_new_year_lies_behind_it() -> None:
    """In December, January 6 is that of the next year."""
    text = "The front declared a ceasefire that begins at noon on January 6."
    made = said(text.rstrip("."), "ceasefire_start", by="front", speaker="front")
    book = kept(page("2022-12-30", text, made, country="Mali"))

    assert book.agreements[0].since == "2023-01-06"
    assert [state for state, _, _ in rows(book)] == ["announced"]


def test_retold_agreement_was_agreed_when_it_was_made() -> None:
    """A page of a year later that says the two "have agreed on a truce" does not agree it anew."""
    made = said("Mali and the CMA agreed on a truce", "agreement", by="Mali+CMA", when="2021-02-01")
    again = said("Mali and the CMA have agreed on a truce", "agreement", by="Mali+CMA")
    book = kept(
        page("2021-02-01", "Mali and the CMA agreed on a truce.", made, country="Mali"),
        page("2022-03-20", "Mali and the CMA have agreed on a truce, which holds.", again, country="Mali"),
    )

    assert [(state, when) for state, when, _ in rows(book)] == [("agreed", "2021-02-01")]


def told_later(words: str, kind: str, **more: object) -> list[str]:
    """The states of the Minsk truce once a later report says something of it."""
    told = page("2015-02-20", words + ".", said(words, kind, **more), country="Ukraine")
    return [state for state, _, _ in rows(kept(DONBAS, told))]


def test_offer_prolongs_nothing() -> None:
    """Who offers, or is ready, to extend a truce has not extended it, nor proposed it again."""
    offered = {"modality": "planned", "speaker": "Ukraine", "phenomenon": "ceasefire_extended"}

    assert "extended" in told_later("Kyiv extended the ceasefire by nine days", "agreement", speaker="Ukraine")
    for words in (
        "Kyiv offered to extend the ceasefire by nine days",
        "Kyiv spoke of its readiness to extend the ceasefire",
    ):
        assert not {"extended", "proposed"} & set(told_later(words, "agreement", **offered))


def test_what_is_not_in_force_does_not_hold() -> None:
    """A voice that says a truce is not in force vouches for no start of it."""
    states = told_later("the separatists said the ceasefire was not in force", "statement", speaker="separatists")

    assert "in_force" not in states


def test_who_will_not_sign_has_not_agreed() -> None:
    """To decline to sign a truce is to reject it."""
    states = told_later(
        "the separatists declined to sign the ceasefire deal", "statement", by="separatists", when="2015-02-19"
    )

    assert states.count("agreed") == 1
    assert "rejected" in states


def test_name_of_a_land_holds_no_month() -> None:
    """The letters that end "Azerbaijan" are no January: a deal it reached is dated by its report."""
    book = kept(
        page(
            "2019-10-11",
            "The envoys of Armenia and Azerbaijan reached a deal on a ceasefire.",
            said(
                "The envoys of Armenia and Azerbaijan reached a deal on a ceasefire",
                "agreement",
                by="Armenia+Azerbaijan",
                when="2019-10-10",
            ),
            country="Azerbaijan",
        )
    )

    assert rows(book) == [("agreed", "2019-10-10", ("Armenia", "Azerbaijan"))]


def test_capitals_and_backers() -> None:
    """A truce between two capitals binds their states; who backs a side that makes one is not bound."""
    capitals, backed = (
        kept(page("2021-06-09", words + ".", said(words, "ceasefire_start", when="2021-06-08"), country="Chad"))
        for words in (
            "A truce between Moscow and Kyiv began on June 8",
            "A truce of the Egyptian-backed council in Chad began on June 8",
        )
    )

    assert [party.name for party in capitals.agreements[0].parties] == ["Russia", "Ukraine"]
    assert [party.name for party in backed.agreements[0].parties] == []


def test_what_is_due_to_expire_has_not_fallen_apart() -> None:
    """A page that tells when a truce runs out tells no end of it."""
    made = said("A truce took effect on June 3", "ceasefire_start", by="Ethiopia+TPLF", when="2021-06-03")
    end = said("The truce is due to expire at noon", "ceasefire_end", when="2021-06-10")
    text = "A truce took effect on June 3. The truce is due to expire at noon."

    (truce,) = kept(page("2021-06-10", text, made, end, country="Ethiopia")).agreements
    assert {state.state for state in truce.states} == {"in_force"}
