"""One instrument or two: names, anchors, extensions, sides that announce alone, towns."""

from dataclasses import replace

from tales import kept, named, page, rows, said

KARABAKH = [
    page(
        "2020-10-10",
        "Armenia and Azerbaijan agreed in talks in Moscow on a truce from noon on October 10.",
        said(
            "agreed in talks in Moscow on a truce from noon on October 10",
            "agreement",
            by="Armenia+Azerbaijan",
            when="2020-10-10",
        ),
        country="Azerbaijan",
    ),
    page(
        "2020-10-18",
        "Yerevan and Baku declared a new humanitarian truce starting at midnight on October 18.",
        said(
            "declared a new humanitarian truce starting at midnight on October 18",
            "ceasefire_start",
            by="Armenia+Azerbaijan",
            when="2020-10-18",
        ),
        country="Azerbaijan",
    ),
]


def test_second_truce_of_the_same_sides_is_another_instrument() -> None:
    """Eight days and the word "new" lie between two truces of one war."""
    book = kept(*KARABAKH)

    assert [a.since for a in book.agreements] == ["2020-10-10", "2020-10-18"]
    assert named(book.agreements[0].parties) == ["Armenia", "Azerbaijan"]


def test_truce_named_by_its_month_is_not_the_one_of_today() -> None:
    """A recalled truce is keyed by the month in its name and takes its own breaches along."""
    book = kept(
        page(
            "2022-06-20",
            "The Houthis and the Yemeni government struck a truce on Monday. Shells never stopped in breach of the April truce.",
            said(
                "The Houthis and the Yemeni government struck a truce on Monday",
                "agreement",
                by="Houthis+Yemeni government",
                when="2022-06-20",
            ),
            said(
                "Shells never stopped in breach of the April truce", "ceasefire_violation", when="2022-04..2022-06-19"
            ),
            country="Yemen",
        )
    )

    assert [a.since for a in book.agreements] == ["2022-04", "2022-06-20"]
    assert [len(a.violations) for a in book.agreements] == [1, 0]


def test_extension_is_a_state_of_the_pause_it_prolongs() -> None:
    """A pause prolonged by two days stays one entry, and its end moves."""
    book = kept(
        page(
            "2023-11-22",
            "Israel and Hamas agreed on a four-day pause in Gaza, Qatar announced. It starts on Friday and lasts until November 27.",
            said(
                "Israel and Hamas agreed on a four-day pause in Gaza",
                "agreement",
                by="Israel+Hamas",
                speaker="Qatar",
                when="2023-11-22",
            ),
            said(
                "It starts on Friday and lasts until November 27",
                "ceasefire_start",
                by="Israel+Hamas",
                when="2023-11-24",
                modality="planned",
                deadline="2023-11-27",
            ),
            country="Palestine",
        ),
        page(
            "2023-11-28",
            "Qatar says the pause has been extended by two days.",
            said(
                "the pause has been extended by two days",
                "agreement",
                by="Israel+Hamas",
                speaker="Qatar",
                when="2023-11-27",
                deadline="2023-11-29",
            ),
            country="Palestine",
        ),
    )

    (pause,) = book.agreements
    assert (pause.since, pause.until) == ("2023-11-24", "2023-11-29")
    assert "extended" in [s.state for s in pause.states]
    assert "expired" not in [s.state for s in pause.states]


def test_two_starts_of_one_deal_stay_one_and_disputed() -> None:
    """Two guarantors date one deal three days apart: one entry, a start for each voice."""
    book = kept(
        page(
            "2021-03-05",
            "Chad's army said the truce with Sudan for the Tina border took effect on March 1.",
            said(
                "the truce with Sudan for the Tina border took effect on March 1",
                "ceasefire_start",
                by="Chad+Sudan",
                speaker="Chad's army",
                when="2021-03-01",
            ),
            country="Chad",
        ),
        page(
            "2021-03-06",
            "Khartoum says the truce on the border came into force on March 4.",
            said(
                "the truce on the border came into force on March 4",
                "ceasefire_start",
                by="Chad+Sudan",
                speaker="Sudan",
                when="2021-03-04",
            ),
            country="Chad",
        ),
    )

    assert len(book.agreements) == 1
    assert rows(book) == [("in_force", "2021-03-01", ("Chad's army",)), ("in_force", "2021-03-04", ("Sudan",))]


def test_one_side_announcing_twice_makes_two() -> None:
    """A side that proclaims a ceasefire of its own two days after the last has made another."""
    book = kept(
        page(
            "2017-12-23",
            "The ELN declared a ceasefire over the holidays.",
            said(
                "The ELN declared a ceasefire over the holidays",
                "ceasefire_start",
                by="ELN",
                speaker="ELN",
                when="2017-12-23",
            ),
            country="Colombia",
        ),
        page(
            "2017-12-26",
            "The ELN announced a ceasefire for all its fronts on Tuesday.",
            said(
                "The ELN announced a ceasefire for all its fronts on Tuesday",
                "ceasefire_start",
                by="ELN",
                speaker="ELN",
                when="2017-12-26",
            ),
            country="Colombia",
        ),
    )

    assert [a.since for a in book.agreements] == ["2017-12-23", "2017-12-26"]


def test_pause_in_one_town_is_not_the_national_truce() -> None:
    """A pause for a city and the truce for the country begin on one day and stay two."""
    book = kept(
        page(
            "2022-03-05",
            "Ukraine and Russia agreed on a pause in Mariupol on Saturday to let people out.",
            said(
                "Ukraine and Russia agreed on a pause in Mariupol on Saturday",
                "agreement",
                by="Ukraine+Russia",
                when="2022-03-05",
                place="Mariupol",
            ),
            country="Ukraine",
        ),
        page(
            "2022-03-06",
            "The United Nations said a ceasefire across Ukraine was announced on Saturday by both sides.",
            said(
                "a ceasefire across Ukraine was announced on Saturday by both sides",
                "ceasefire_start",
                by="Ukraine+Russia",
                when="2022-03-05",
            ),
            country="Ukraine",
        ),
    )

    assert len(book.agreements) == 2


def test_truces_of_two_wars_never_meet() -> None:
    """A truce in Ethiopia and one in Libya on the same days are two, whatever their reports have in common."""
    made = ("agreed on a cessation of hostilities", "agreement")
    book = kept(
        page(
            "2022-11-02",
            "Ethiopia and Tigray agreed on a cessation of hostilities.",
            said(*made, by="Ethiopia+TPLF", when="2022-11-02"),
            country="Ethiopia",
        ),
        page(
            "2022-11-03",
            "Libya's rivals agreed on a cessation of hostilities.",
            said(*made, by="GNU+LNA", when="2022-11-03"),
            country="Libya",
        ),
    )

    assert sorted(named(a.parties) for a in book.agreements) == [["Ethiopia", "TPLF"], ["GNU", "LNA"]]


def test_call_for_a_truce_by_outsiders_is_a_demand_and_no_agreement() -> None:
    """Nobody took up the call: there is nothing to be in force."""
    book = kept(
        page(
            "2018-11-15",
            "The UN Secretary-General called for a ceasefire in Hodeidah.",
            said(
                "called for a ceasefire in Hodeidah",
                "demand",
                by="UN Secretary-General",
                to="all parties",
                speaker="UN Secretary-General",
                when="2018-11-15",
            ),
            country="Yemen",
        )
    )

    assert book.agreements == ()
    assert [c.kind for c in book.commitments] == ["demand"]


def test_truce_asked_of_a_side_is_only_sought() -> None:
    """One side asks the other for a new truce beside an old one: sought, apart, and never more."""
    book = kept(
        page(
            "2021-12-20",
            "Addis Ababa asked the TPLF for a new truce after the March truce had lapsed.",
            said(
                "Addis Ababa asked the TPLF for a new truce",
                "demand",
                by="Ethiopia",
                to="TPLF",
                speaker="Ethiopia",
                when="2021-12-20",
            ),
            said("the March truce had lapsed", "ceasefire_end", when="2021-12"),
            country="Ethiopia",
        )
    )

    sought = [a for a in book.agreements if [s.state for s in a.states] == ["sought"]]
    assert len(sought) == 1
    assert named(sought[0].parties) == ["Ethiopia", "TPLF"]


def test_trade_deal_is_no_instrument_of_this_ledger() -> None:
    """A bare "deal" without a truce around it may be about anything."""
    book = kept(
        page(
            "2023-07-01",
            "Kenya and Rwanda signed a deal on tea exports.",
            said("Kenya and Rwanda signed a deal on tea exports", "agreement", by="Kenya+Rwanda", when="2023-07-01"),
            country="Kenya",
        )
    )

    assert book.agreements == ()


def test_resolution_is_a_vote_and_no_truce() -> None:
    """A council that votes demands; the truce it demands is not made by the vote."""
    book = kept(
        page(
            "2024-03-25",
            "The Security Council adopted a resolution on Gaza, with fourteen votes.",
            said(
                "The Security Council adopted a resolution on Gaza",
                "agreement",
                by="UN Security Council",
                when="2024-03-25",
            ),
            country="Palestine",
        )
    )

    assert book.agreements == ()


def test_what_a_council_resolved_on_is_not_the_truce_that_sides_made() -> None:
    """A page on the ceasefire of a resolution, printed while a pause holds, says nothing of that pause."""
    made = page(
        "2019-04-20",
        "A pause in fighting began in Sirte on April 20.",
        said("A pause in fighting began in Sirte on April 20", "ceasefire_start", when="2019-04-20"),
        country="Libya",
    )
    asked = page(
        "2019-04-22",
        "The council's ceasefire resolution was violated on April 21, an envoy said. The ceasefire was a dead letter, he said.",
        said("The council's ceasefire resolution was violated on April 21", "ceasefire_violation", when="2019-04-21"),
        said("The ceasefire was a dead letter", "statement", speaker="envoy"),
        country="Libya",
    )

    (pause,) = kept(made, asked).agreements
    assert (pause.kind, pause.violations, len(pause.claims)) == ("humanitarian_pause", (), 1)


def test_deal_on_another_town_is_no_part_of_a_truce() -> None:
    """A deal that no word calls a truce, told of a town far away, is neither that truce nor one of its own."""
    truce = page(
        "2019-04-20",
        "A truce took effect in Sirte on April 20.",
        said(
            "A truce took effect in Sirte on April 20",
            "ceasefire_start",
            by="Libya",
            when="2019-04-20",
            at=("Sirte", 31.2, 16.6),
        ),
        country="Libya",
    )
    deal = page(
        "2019-04-21",
        "Elders in Ghat signed a deal to let troops in on April 19. The truce in the north has held.",
        said(
            "Elders in Ghat signed a deal to let troops in on April 19",
            "agreement",
            by="elders",
            when="2019-04-19",
            at=("Ghat", 25.0, 10.2),
        ),
        said("The truce in the north has held", "statement"),
        country="Libya",
    )

    (book,) = kept(truce, deal).agreements
    assert {state.state for state in book.states} == {"in_force"}
    assert named(book.parties) == ["Libya"]


def test_town_of_a_land_lies_in_a_truce_for_all_of_it() -> None:
    """A deal on a town is of a truce across the land, also where the finder put that land's name on one point."""
    truce = page(
        "2019-04-20",
        "A truce took effect across Libya on April 20. On April 18 both sides agreed on a deal to let aid into Ghat.",
        said(
            "A truce took effect across Libya on April 20",
            "ceasefire_start",
            when="2019-04-20",
            at=("Libya", 28.0, 17.0),
        ),
        said(
            "On April 18 both sides agreed on a deal to let aid into Ghat",
            "agreement",
            by="rebels+Libya",
            when="2019-04-18",
            at=("Ghat", 25.0, 10.2),
        ),
        country="Libya",
    )

    (book,) = kept(truce).agreements
    assert [state.state for state in book.states] == ["agreed", "in_force"]


def test_brokers_vouch_and_fighters_are_bound() -> None:
    """Who brokered a truce is a mediator as soon as somebody else is bound by it."""
    book = kept(
        page(
            "2014-06-20",
            "A truce between Kyiv and the separatists, brokered by Germany and France, took effect on June 20.",
            said(
                "A truce between Kyiv and the separatists, brokered by Germany and France, took effect on June 20",
                "ceasefire_start",
                by="Ukraine+separatists+Germany+France",
                when="2014-06-20",
            ),
            country="Ukraine",
        )
    )

    (truce,) = book.agreements
    assert named(truce.parties) == ["Ukraine", "separatists"]
    assert named(truce.mediators) == ["France", "Germany"]


def test_two_of_a_truce_between_them_are_its_parties() -> None:
    """Where no claim tells who made it, "between A and B" does."""
    text = "A truce between the Wa army and Myanmar's junta took effect on Sunday."
    book = kept(
        page("2024-01-14", text, said(text.rstrip("."), "ceasefire_start", when="2024-01-14"), country="Myanmar")
    )

    assert named(book.agreements[0].parties) == ["Myanmar's junta", "Wa army"]


def test_report_that_names_no_country_is_of_the_war_of_its_actors() -> None:
    """A page that only names a group tells of the country where others tell of that group."""
    first = said("The truce with the FDLR began on May 2", "ceasefire_start", by="FDLR+army", when="2024-05-02")
    later = said(
        "The FDLR declared the end of the truce", "ceasefire_end", by="FDLR", speaker="FDLR", when="2024-05-09"
    )
    elsewhere = said("A clash in Sirte killed two", "clash", when="2024-05-09")
    book = kept(
        page("2024-05-02", "The truce with the FDLR began on May 2.", first, country="Rwanda"),
        page("2024-05-09", "The FDLR declared the end of the truce.", later),
        page("2024-05-09", "A clash in Sirte killed two.", elsewhere, country="Libya"),
    )

    assert [a.until for a in book.agreements] == ["2024-05-09"]


def test_undated_word_of_a_truce_retells_the_one_that_is_there() -> None:
    """A page that says weeks later that the sides "agreed on a truce" founds no second one."""
    made = said("Mali and the CMA agreed on a truce", "agreement", by="Mali+CMA", when="2021-02-01")
    book = kept(
        page("2021-02-01", "Mali and the CMA agreed on a truce.", made, country="Mali"),
        page(
            "2021-02-20",
            "Rice is dear in Kidal, where Mali and the CMA have agreed on a truce.",
            said("Mali and the CMA have agreed on a truce", "agreement", by="Mali+CMA"),
            country="Mali",
        ),
    )

    assert [a.since for a in book.agreements] == ["2021-02-01"]


def test_truce_that_others_brokered_in_a_month_is_named_by_it() -> None:
    """Who did it may stand between the noun and the month; they vouch for it."""
    text = "Drones struck Bara despite a ceasefire that Egypt and Qatar brokered in March."
    (deal,) = kept(
        page("2024-05-20", text, said(text.rstrip("."), "ceasefire_violation", when="2024-05-19"), country="Sudan")
    ).agreements

    assert deal.since == "2024-03"
    assert named(deal.mediators) == ["Egypt", "Qatar"]


def test_truce_is_not_the_deal_recalled_beside_it() -> None:
    """A dated deal on something else draws no claim about the truce to it."""
    text = "Inspectors came under the 2013 deal on toxic arms. Both sides broke the truce on Monday."
    book = kept(
        page(
            "2018-04-10",
            text,
            said("Inspectors came under the 2013 deal on toxic arms", "other", when="2018-04-09"),
            said("Both sides broke the truce on Monday", "ceasefire_violation", when="2018-04-09"),
            country="Syria",
        )
    )

    assert [a.since for a in book.agreements] == [None]


def test_town_of_the_signing_is_not_the_area() -> None:
    """A truce signed in a capital abroad and the one told from the front a day later are one."""
    signed = said(
        "Juba and the rebels signed a ceasefire agreement in Khartoum on June 27",
        "agreement",
        by="South Sudan+rebels",
        when="2018-06-27",
        place="Khartoum",
        country="Sudan",
    )
    fought = said("A clash near Wau killed four a day before the ceasefire", "clash", when="2018-06-29")
    began = said("The ceasefire began on June 30", "ceasefire_start", when="2018-06-30")
    book = kept(
        page(
            "2018-06-27",
            "Juba and the rebels signed a ceasefire agreement in Khartoum on June 27.",
            signed,
            country="South Sudan",
        ),
        page(
            "2018-07-01",
            "A clash near Wau killed four a day before the ceasefire. The ceasefire began on June 30.",
            fought,
            began,
            country="South Sudan",
        ),
    )

    assert [a.since for a in book.agreements] == ["2018-06-30"]


def test_agreement_of_today_plans_a_start_to_come() -> None:
    """What is agreed now and begins on a day in its name is agreed now and in force no sooner."""
    text = "Kinshasa and the M23 agreed on a ceasefire starting on March 7."
    made = said(text.rstrip("."), "agreement", by="DR Congo+M23", when="2023-03-03")
    book = kept(page("2023-03-03", text, made, country="DR Congo"))

    assert book.agreements[0].since == "2023-03-07"
    assert [s.state for s in book.agreements[0].states] == ["agreed", "announced"]


def test_days_after_a_start_tell_the_start() -> None:
    """ "Two days after a truce took effect" dates the truce, not the act: it is the truce of that day."""
    raid, plan = "Jets bombed a depot on 6 May, two days after a truce took effect", "The truce will begin on 4 May"
    (deal,) = kept(
        page("2022-05-02", f"{plan}.", said(plan, "ceasefire_start", modality="planned", when="2022-05-04"), country="Yemen"),
        page("2022-05-07", f"{raid}.", said(raid, "ceasefire_start", when="2022-05-06"), country="Yemen"),
    ).agreements  # fmt: skip

    assert deal.since == "2022-05-04"


def test_agreed_but_broken_is_both() -> None:
    """A clause that tells the making and then, against it, the breaking founds the truce and breaks it; by whom is unsaid."""
    words = "In May 2021 Yemen and the Houthis agreed on a truce, but the bombing never stopped"
    claim = said(words, "agreement", by="Yemen+Houthis", when="2021-05-01..2021-05-31")
    (deal,) = kept(page("2022-03-02", f"{words}.", claim, country="Yemen")).agreements

    assert [state.state for state in deal.states] == ["agreed", "violated"]
    assert named(deal.parties) == ["Houthis", "Yemen"]
    assert [(breach.date, breach.accused) for breach in deal.violations] == [("2021-05-01/2022-03-02", ())]


def test_the_year_in_a_name_is_narrowed_by_a_month() -> None:
    """ "The 2021 deal" is the truce of May 2021, whichever is read first."""
    loose, exact = "Posts stand under the 2021 deal on a truce", "They agreed on a truce in May 2021"
    (deal,) = kept(
        page("2022-03-02", f"{loose}.", said(loose, "agreement"), country="Yemen"),
        page("2022-03-03", f"{exact}.", said(exact, "agreement", by="Yemen+Houthis", when="2021-05-01..2021-05-31"), country="Yemen"),
    ).agreements  # fmt: skip

    assert deal.since == "2021-05"


def test_contract_of_a_report_that_never_speaks_of_a_truce_is_no_part_of_one() -> None:
    """The mining deal of the same country stands in a paper of its own."""
    truce = said("Armenia and Azerbaijan agreed on a truce", "agreement", by="Armenia+Azerbaijan", when="2020-10-10")
    deal = said("A mining firm signed a deal for two copper pits", "agreement", by="mining firm", when="2020-10-12")
    book = kept(
        page("2020-10-10", "Armenia and Azerbaijan agreed on a truce.", truce, country="Azerbaijan"),
        page("2020-10-12", "A mining firm signed a deal for two copper pits.", deal, country="Azerbaijan"),
    )

    assert [len(one.claims) for one in book.agreements] == [1]


def test_a_truce_agreed_today_that_begins_next_month_is_one() -> None:
    """A report tells both days; who tells only the start weeks later means the same truce, and it is dated from then."""
    made = page(
        "2021-09-04",
        "The cabinet and the Mill Front agreed on a truce on Saturday. The truce will start on October 1.",
        said("The cabinet and the Mill Front agreed on a truce on Saturday", "agreement", by="cabinet+Mill Front", when="2021-09-04"),
        said("The truce will start on October 1", "ceasefire_start", when="2021-10-01", modality="planned"),
        country="Colombia",
    )  # fmt: skip
    begun = page(
        "2021-10-01",
        "The Mill Front laid down its arms on Friday as the truce came into force.",
        said("the truce came into force", "ceasefire_start", by="Mill Front", when="2021-10-01"),
        country="Colombia",
    )
    book = kept(made, begun)

    assert [(a.since, [s.state for s in a.states][::2]) for a in book.agreements] == [
        ("2021-10-01", ["agreed", "in_force"])
    ]


def test_presidents_bind_their_states() -> None:
    """A truce that two presidents announce is a truce of two states."""
    text = "Recep Tayyip Erdogan (Turkish presidency) and Vladimir Putin (Russian presidency) agreed on a truce."
    names = "Recep Tayyip Erdogan (Turkish presidency)+Vladimir Putin (Russian presidency)"
    (report, (claim,)) = page(
        "2021-03-05", text, said("agreed on a truce", "agreement", by=names, when="2021-03-05"), country="Syria"
    )
    signed = replace(claim, by=tuple(replace(party, kind="person") for party in claim.by))

    assert named(kept((report, (signed,))).agreements[0].parties) == ["Russia", "Turkey"]
