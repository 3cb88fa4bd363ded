"""What is a breach and what is none: ties by word and passage, exclusions, before and after, counts, denials."""

from dataclasses import replace

from tales import kept, named, page, said

from dateline.model import Part

BEGAN = said("A truce took effect on June 3", "ceasefire_start", by="Ethiopia+TPLF", when="2021-06-03")


def tale(text: str, *claims, day: str = "2021-06-09"):
    """The one agreement of a report that begins with a truce of June 3."""
    (truce,) = kept(page(day, "A truce took effect on June 3. " + text, BEGAN, *claims, country="Ethiopia")).agreements
    return truce


def test_strike_in_its_time_is_no_breach_by_itself() -> None:
    """A raid that merely falls into a truce, told by a report that ties nothing to it, is none."""
    other = page(
        "2021-06-09",
        "Drones hit a depot near Axum on June 8.",
        said("Drones hit a depot near Axum on June 8", "airstrike", by="Ethiopia", when="2021-06-08"),
        country="Ethiopia",
    )
    first = page("2021-06-04", "A truce took effect on June 3.", BEGAN, country="Ethiopia")

    assert kept(first, other).agreements[0].violations == ()


def test_word_ties_an_act_to_the_truce() -> None:
    """A shelling in spite of the truce is a breach, with accused, accuser and day."""
    truce = tale(
        "TPLF gunners shelled Alamata on June 7 despite the truce, a doctor said.",
        said(
            "TPLF gunners shelled Alamata on June 7 despite the truce",
            "shelling",
            by="TPLF",
            speaker="doctor in Alamata",
            when="2021-06-07",
        ),
    )

    (broken,) = truce.violations
    assert (named(broken.accused), named(broken.accuser), broken.date) == (
        ["TPLF"],
        ["doctor in Alamata"],
        "2021-06-07",
    )


def test_how_soon_after_a_truce_an_act_was_makes_one_breach() -> None:
    """The clause that dates an act by the truce is none; the act is, and breaks it."""
    text = "Hours after the truce took effect on June 3, shells killed nine in Alamata."
    (truce,) = kept(
        page(
            "2021-06-04",
            text,
            said(
                "Hours after the truce took effect on June 3", "ceasefire_start", by="Ethiopia+TPLF", when="2021-06-03"
            ),
            said("shells killed nine in Alamata", "shelling", when="2021-06-03"),
            country="Ethiopia",
        )
    ).agreements

    assert [broken.date for broken in truce.violations] == ["2021-06-03"]
    assert "violated" in [state.state for state in truce.states]


def test_raid_on_a_town_far_from_the_truce_is_no_breach() -> None:
    """A truce made for one town is not broken by a raid on another that the same passage tells."""
    made = said(
        "A truce took effect in Sirte on June 3",
        "ceasefire_start",
        by="Libya+rebels",
        when="2021-06-03",
        at=("Sirte", 31.2, 16.6),
    )
    broken = said("The truce was violated on June 8", "ceasefire_violation", when="2021-06-08")
    far = said("Jets bombed Ghat on June 8", "airstrike", when="2021-06-08", at=("Ghat", 25.0, 10.2))
    near = said("Gunners shelled Harawa on June 8", "shelling", when="2021-06-08", at=("Harawa", 31.1, 17.4))
    text = (
        "A truce took effect in Sirte on June 3. The truce was violated on June 8. Jets bombed Ghat on June 8. "
        "Gunners shelled Harawa on June 8."
    )

    (truce,) = kept(page("2021-06-09", text, made, broken, far, near, country="Libya")).agreements
    assert len(truce.violations) == 2
    assert any("it took place elsewhere" in reason for reason in truce.because)


def test_truce_proclaimed_from_a_town_is_not_of_that_town() -> None:
    """A raid far from where a minister spoke is a breach as one beside it: nobody said that the truce holds there only."""
    made = said(
        "The minister announced in Tripoli on June 3 that a truce had begun",
        "ceasefire_start",
        by="Libya",
        when="2021-06-03",
        at=("Tripoli", 32.9, 13.2),
    )
    broken = said("The truce was violated on June 8", "ceasefire_violation", when="2021-06-08")
    raid = said("Jets bombed Ghat on June 8", "airstrike", when="2021-06-08", at=("Ghat", 25.0, 10.2))
    text = (
        "The minister announced in Tripoli on June 3 that a truce had begun. The truce was violated on June 8. "
        "Jets bombed Ghat on June 8."
    )

    (truce,) = kept(page("2021-06-09", text, made, broken, raid, country="Libya")).agreements
    assert len(truce.violations) == 2


def test_town_of_the_talks_puts_no_act_elsewhere() -> None:
    """A truce agreed abroad holds at home: a raid told beside a breach of it is one."""
    made = said(
        "Libya and the rebels agreed on a truce in Tunis on June 3",
        "agreement",
        by="Libya+rebels",
        when="2021-06-03",
        at=("Tunis", 36.8, 10.2),
        country="Tunisia",
    )
    broken = said("The truce was violated on June 8", "ceasefire_violation", when="2021-06-08")
    raid = said("Jets bombed Ghat on June 8", "airstrike", when="2021-06-08", at=("Ghat", 25.0, 10.2))
    text = (
        "Libya and the rebels agreed on a truce in Tunis on June 3. The truce was violated on June 8. "
        "Jets bombed Ghat on June 8."
    )

    (truce,) = kept(page("2021-06-09", text, made, broken, raid, country="Libya")).agreements
    assert len(truce.violations) == 2


def test_who_leaves_talks_over_breaches_broke_nothing() -> None:
    """What somebody does because the other side broke a truce is no breach of his."""
    truce = tale(
        "The TPLF left the talks on June 8, accusing Ethiopia of violating the truce.",
        said(
            "The TPLF left the talks on June 8, accusing Ethiopia of violating the truce",
            "other",
            by="TPLF",
            when="2021-06-08",
        ),
        said(
            "Ethiopia of violating the truce", "ceasefire_violation", by="Ethiopia", speaker="TPLF", when="2021-06-08"
        ),
    )

    assert [named(broken.accused) for broken in truce.violations] == [["Ethiopia"]]


def test_raids_after_a_truce_ran_out_break_none() -> None:
    """Who strikes once it is over, and accuses the other side of having broken it, broke nothing."""
    truce = tale(
        "Ethiopia resumed raids on June 8 after the truce expired, accusing the TPLF of violating it.",
        said(
            "Ethiopia resumed raids on June 8 after the truce expired, accusing the TPLF of violating it",
            "airstrike",
            by="Ethiopia",
            when="2021-06-08",
        ),
    )

    assert truce.violations == ()


def test_act_before_the_start_is_left_out_with_the_reason() -> None:
    """A raid of the day before, even beside a breach, is none, and the ledger says why."""
    truce = tale(
        "The truce was violated on June 8. Jets had bombed Mekelle on June 1.",
        said("The truce was violated on June 8", "ceasefire_violation", when="2021-06-08"),
        said("Jets had bombed Mekelle on June 1", "airstrike", when="2021-06-01", tie="despite the truce"),
    )

    assert [b.date for b in truce.violations] == ["2021-06-08"]
    assert any("before the start" in why for why in truce.because)


def test_raid_on_an_excluded_group_is_no_breach() -> None:
    """The truce leaves a group out; a strike on it stands outside, beside a breach of the same day."""
    truce = tale(
        "The truce does not cover Al-Shabaab. It was violated in Adwa on June 8. Jets struck a camp held by Al-Shabaab on June 8.",
        said("The truce does not cover Al-Shabaab", "agreement"),
        said("It was violated in Adwa on June 8", "ceasefire_violation", when="2021-06-08"),
        said(
            "Jets struck a camp held by Al-Shabaab on June 8",
            "airstrike",
            by="Ethiopia",
            to="fighters",
            when="2021-06-08",
        ),
    )

    assert len(truce.violations) == 1
    assert any("not covered" in why for why in truce.because)


def test_strike_by_somebody_not_bound_is_no_breach() -> None:
    """A power that is no party breaks nothing."""
    truce = tale(
        "The truce was violated on June 8. On the same day American drones struck a convoy.",
        said("The truce was violated on June 8", "ceasefire_violation", by="TPLF", when="2021-06-08"),
        said("On the same day American drones struck a convoy", "airstrike", by="American drones", when="2021-06-08"),
    )

    assert len(truce.violations) == 1
    assert any("not bound" in why for why in truce.because)


def test_passage_on_breaches_carries_its_acts() -> None:
    """An act told right behind a breach, of the same day, by one who is bound, belongs to the passage."""
    truce = tale(
        "Monitors logged a breach on June 8. Ethiopian guns shelled Zalambessa that day.",
        said("Monitors logged a breach on June 8", "ceasefire_violation", speaker="monitors", when="2021-06-08"),
        said("Ethiopian guns shelled Zalambessa that day", "shelling", by="Ethiopian army", when="2021-06-08"),
    )

    assert len(truce.violations) == 2


def test_act_after_the_declared_end_is_no_breach() -> None:
    """Once a side has ended it, nothing breaks it any more."""
    truce = tale(
        "The TPLF declared the end of the truce on June 6. Both broke the truce on June 5. Shells fell on June 8 in breach of all pledges.",
        said(
            "The TPLF declared the end of the truce on June 6",
            "ceasefire_end",
            by="TPLF",
            speaker="TPLF",
            when="2021-06-06",
        ),
        said("Both broke the truce on June 5", "ceasefire_violation", when="2021-06-05"),
        said("Shells fell on June 8 in breach of all pledges", "ceasefire_violation", when="2021-06-08"),
    )

    assert [b.date for b in truce.violations] == ["2021-06-05"]
    assert truce.until == "2021-06-06"


def test_earlier_truces_are_not_this_one() -> None:
    """That every earlier truce failed is nothing against the one that began yesterday."""
    truce = tale(
        "All previous truces were broken within hours.",
        said("All previous truces were broken within hours", "ceasefire_violation", when="2020-11..2021-05"),
    )

    assert truce.violations == ()


def test_denial_stands_beside_the_breach() -> None:
    """A denial removes no row; it is kept with it. It shows the denier's view that the truce holds."""
    truce = tale(
        "Ethiopia accused the TPLF of violating the truce on June 8. The TPLF denied violating the truce on June 8.",
        said(
            "Ethiopia accused the TPLF of violating the truce on June 8",
            "ceasefire_violation",
            by="TPLF",
            speaker="Ethiopia",
            stance="accuses",
            when="2021-06-08",
        ),
        said("The TPLF denied violating the truce on June 8", "denial", by="TPLF", speaker="TPLF", when="2021-06-08"),
    )

    (broken,) = truce.violations
    assert named(broken.denied_by) == ["TPLF"]


def test_count_of_breaches_stays_the_side_s_own() -> None:
    """A count of breaches is one row by the side that counts."""
    truce = tale(
        "The army logged 41 violations of the truce by Tigrayan forces since June 4.",
        said(
            "The army logged 41 violations of the truce by Tigrayan forces since June 4",
            "ceasefire_violation",
            by="Tigrayan forces",
            speaker="Ethiopian army",
            when="2021-06-04..2021-06-09",
        ),
    )

    (broken,) = truce.violations
    assert (named(broken.accuser), broken.date) == (["Ethiopian army"], "2021-06-04/2021-06-09")


def test_answer_behind_a_charge_is_its_denial() -> None:
    """ "The rebels denied it" right behind a charge belongs to it, though it names no truce."""
    truce = tale(
        "Ethiopia accused the TPLF of violating the truce on June 8. The TPLF rejected the charge.",
        said(
            "Ethiopia accused the TPLF of violating the truce on June 8",
            "ceasefire_violation",
            by="TPLF",
            speaker="Ethiopia",
            when="2021-06-08",
        ),
        said("The TPLF rejected the charge", "denial", by="TPLF", speaker="TPLF", when="2021-06-08"),
    )

    assert named(truce.violations[0].denied_by) == ["TPLF"]


def test_old_truce_ties_no_passage() -> None:
    """Two years on, fighting told beside a breach is fighting: only its own sentence ties it."""
    truce = tale(
        "The truce was violated on June 8. Guns shelled Zalambessa that day.",
        said("The truce was violated on June 8", "ceasefire_violation", when="2023-06-08"),
        said("Guns shelled Zalambessa that day", "shelling", by="Ethiopian army", when="2023-06-08"),
        day="2023-06-09",
    )

    assert len(truce.violations) == 1


def headlined(headline: str, *claims, day: str = "2022-05-07"):
    """A page of Yemen under a headline."""
    text = headline + "\n\n" + ". ".join(claim.words for claim in claims) + "."
    report, told = page(day, text, *claims, country="Yemen")
    parts = (Part(0, len(headline), "headline"), Part(len(headline), len(text), "body"))
    return replace(report, parts=parts), told


def test_a_headline_ties_its_news() -> None:
    """Under "raid kills four despite truce" the raid is a breach; the shelling of another day further down is not."""
    made = "Yemen and the Houthis agreed on a truce"
    raid = said("Jets killed four people at a mill", "airstrike", by="Yemen", when="2022-05-06")
    old = said("Guns had hit the mill in April", "shelling", when="2022-04-06")
    pages = [
        page("2022-05-02", f"{made}.", said(made, "agreement", by="Yemen+Houthis", when="2022-05-01"), country="Yemen"),
        headlined("Raid on mill kills four despite truce", raid, old),
    ]

    assert [breach.claim for breach in kept(*pages).agreements[0].violations] == [pages[1][1][0].id]


def test_a_headline_on_the_truce_ties_nothing() -> None:
    """A headline that only names the truce sets nothing against it."""
    made = "Yemen and the Houthis agreed on a truce"
    raid = said("Jets killed four people at a mill", "airstrike", by="Yemen", when="2022-05-06")
    pages = [
        page("2022-05-02", f"{made}.", said(made, "agreement", by="Yemen+Houthis", when="2022-05-01"), country="Yemen"),
        headlined("Envoy hopes for longer truce", raid),
    ]

    assert kept(*pages).agreements[0].violations == ()


def test_who_dismisses_a_truce_as_broken_accuses() -> None:
    """Those who reject it because it was broken are no breakers: they are the voice that says so."""
    words = "Kenya dismissed the truce, saying it had been broken within hours"
    truce = tale(f"{words}.", said(words, "statement", by="Kenya", when="2021-06-08"))

    assert [(breach.accused, named(breach.accuser)) for breach in truce.violations] == [((), ["Kenya"])]


def test_who_speaks_of_a_breach_is_not_accused() -> None:
    """A government that condemns a raid as a violation broke nothing."""
    words = "Kenya condemned the raid of June 7 as a violation of the truce"
    (broken,) = tale(words + ".", said(words, "statement", by="Kenya", speaker="Kenya", when="2021-06-07")).violations

    assert (named(broken.accused), named(broken.accuser)) == ([], ["Kenya"])


def test_what_would_be_a_breach_and_what_came_before_are_none() -> None:
    """Threatened breaches, and fighting up to the start, break nothing."""
    words = ("Any move on Axum would be a violation of the truce", "Ahead of the truce fighting went on near Axum")
    told = page(
        "2021-06-04",
        f"A truce took effect on June 3. {words[0]}. {words[1]}.",
        BEGAN,
        *(said(one, "ceasefire_violation", when="2021-06-04") for one in words),
        country="Ethiopia",
    )

    assert kept(told).agreements[0].violations == ()
