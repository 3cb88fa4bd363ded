"""Commitments: one utterance one row, what is due when, and what later reports show became of it."""

import pytest
from tales import kept, named, page, said

ORDER = said(
    "Cairo demanded that the RSF withdraw from Merowe airport by April 20",
    "demand", by="Egypt", to="RSF", speaker="Egypt", when="2023-04-16", deadline="2023-04-20",
)  # fmt: skip
FIRST = page(
    "2023-04-16", "Cairo demanded that the RSF withdraw from Merowe airport by April 20.", ORDER, country="Sudan"
)


def later(text: str, kind: str = "other", day: str = "2023-04-22", **more: str):
    """A later report with one claim of all its words."""
    return page(day, text, said(text.rstrip("."), kind, **more), country="Sudan")


def test_one_utterance_of_many_outlets_is_one_commitment() -> None:
    """Two pages carry one demand with its deadline in their own words."""
    again = page(
        "2023-04-17",
        "Egypt wants RSF fighters gone from the Merowe airfield before April 20.",
        said(
            "Egypt wants RSF fighters gone from the Merowe airfield before April 20",
            "demand",
            by="Egypt",
            to="RSF",
            when="2023-04-16",
            deadline="2023-04-20",
        ),
        country="Sudan",
    )
    (one,) = kept(FIRST, again).commitments

    assert (one.kind, named(one.who), named(one.toward), one.due) == ("deadline", ["Egypt"], ["RSF"], "2023-04-20")
    assert len(one.claims) == 2


@pytest.mark.parametrize(
    ("page_", "outcome"),
    [
        (later("Shops reopened in Khartoum"), "unknown"),
        (later("RSF fighters withdrew from the airport", "territorial_control", by="RSF"), "met"),
        (later("The RSF has not withdrawn from Merowe", "statement", by="RSF"), "missed"),
        (later("The RSF ignored the demand", "statement", by="RSF"), "missed"),
        (later("The RSF completed its pullout from Merowe", "territorial_control", by="RSF"), "met"),
        (later("The deadline passed on Thursday without any withdrawal from Merowe", "territorial_control"), "missed"),
        (later("The deadline passed on Thursday without any aid for Merowe", "humanitarian_aid"), "unknown"),
        (later("The RSF ignored demands for a ceasefire", "statement", by="RSF"), "unknown"),
        (later("Egypt extended the deadline for the RSF", "statement", by="Egypt", day="2023-04-19"), "superseded"),
        (later("Rain fell on Atbara", day="2023-04-18"), "open"),
    ],
)
def test_outcome_follows_from_later_reports_only(page_, outcome: str) -> None:
    """Met, missed and superseded stand on a claim; a due day in silence is unknown; before it all is open."""
    found = next(c for c in kept(FIRST, page_).commitments if "Cairo" in c.what)

    assert found.outcome == outcome
    assert bool(found.evidence) == (outcome in ("met", "missed", "superseded"))


@pytest.mark.parametrize(("again", "rows"), [("2024-04-14", 1), ("2024-07-14", 2)])
def test_the_same_words_quoted_again_are_the_same_utterance(again: str, rows: int) -> None:
    """Ten days later the same sentence is quoted, not uttered; months later it is a new one. The quote's end is no condition."""
    words = '"Our men on the ridge will open fire if one patrol crosses the dry river," Brown told us'
    pages = [
        page(day, f"{words}.", said(words, "threat", stance="threatens", by="Mill Front", speaker="Mill Front", when=day), country="Mali")
        for day in ("2024-04-04", again)
    ]  # fmt: skip
    found = kept(*pages).commitments

    assert [one.condition for one in found] == ["if one patrol crosses the dry river"] * rows


def test_demand_with_an_or_else_behind_it_is_an_ultimatum() -> None:
    """Demand and threat of one speaker to one side in one passage are one ultimatum."""
    (one,) = kept(
        page(
            "2020-08-18",
            "ECOWAS told the junta to free the president. If the junta does not comply, borders will close, it warned.",
            said("ECOWAS told the junta to free the president", "demand", by="ECOWAS", to="junta", speaker="ECOWAS"),
            said(
                "If the junta does not comply, borders will close", "threat", by="ECOWAS", to="junta", speaker="ECOWAS"
            ),
            country="Mali",
        )
    ).commitments

    assert one.kind == "ultimatum"
    assert one.condition == "If the junta does not comply"
    assert one.consequence is not None


def test_warning_without_an_act_is_no_commitment() -> None:
    """That a country can take no more refugees binds nobody."""
    text = "Jordan warned that it could no longer host new arrivals."
    book = kept(page("2016-06-01", text, said(text, "statement", by="Jordan", speaker="Jordan"), country="Syria"))

    assert book.commitments == ()


def test_promise_told_as_unkept_is_missed_by_its_own_words() -> None:
    """The sentence that recalls the promise says it was not met."""
    text = "Kigali undertook to pull back its troops, a promise it has not kept"
    (one,) = kept(
        page("2024-12-10", text, said(text, "agreement", by="Rwanda", stance="promises"), country="DR Congo")
    ).commitments

    assert (one.kind, one.outcome, one.evidence) == ("promise", "missed", one.claims)


def test_promise_to_hold_fire_is_missed_by_an_attack_after_it() -> None:
    """Who promised to stop attacks and attacks afterwards has missed it; others' attacks show nothing."""
    promise = page(
        "2022-03-24",
        "The TPLF pledged to halt its attacks in Afar.",
        said(
            "The TPLF pledged to halt its attacks in Afar",
            "statement",
            by="TPLF",
            stance="promises",
            speaker="TPLF",
            when="2022-03-24",
        ),
        country="Ethiopia",
    )
    by_them = page(
        "2022-04-01",
        "TPLF shells hit Abala.",
        said("TPLF shells hit Abala", "shelling", by="TPLF", when="2022-03-31"),
        country="Ethiopia",
    )
    by_others = page(
        "2022-04-01",
        "Eritrean shells hit Badme.",
        said("Eritrean shells hit Badme", "shelling", by="Eritrea", when="2022-03-31"),
        country="Ethiopia",
    )

    assert kept(promise, by_them).commitments[0].outcome == "missed"
    assert kept(promise, by_others).commitments[0].outcome == "open"


def test_attack_before_a_promise_breaks_nothing() -> None:
    """A report printed later that tells of an earlier attack is no evidence."""
    book = kept(
        page(
            "2022-03-24",
            "The TPLF pledged to halt its attacks in Afar.",
            said(
                "The TPLF pledged to halt its attacks in Afar",
                "statement",
                by="TPLF",
                stance="promises",
                when="2022-03-24",
            ),
            country="Ethiopia",
        ),
        page(
            "2022-03-26",
            "TPLF shells hit Abala on March 20.",
            said("TPLF shells hit Abala on March 20", "shelling", by="TPLF", when="2022-03-20"),
            country="Ethiopia",
        ),
    )

    assert book.commitments[0].outcome == "open"


def test_promises_of_two_sides_stay_two() -> None:
    """Each side's pledge is its own commitment."""
    book = kept(
        page(
            "2022-04-02",
            "The Houthis pledged to open roads to Taiz. Riyadh promised to open roads to Taiz.",
            said("The Houthis pledged to open roads to Taiz", "statement", by="Houthis", stance="promises"),
            said("Riyadh promised to open roads to Taiz", "statement", by="Saudi Arabia", stance="promises"),
            country="Yemen",
        )
    )

    assert sorted(named(c.who) for c in book.commitments) == [["Houthis"], ["Saudi Arabia"]]


def season(*claims, later=()):
    """A page of May with these claims, and one of June."""
    text, after = (". ".join(claim.words for claim in told) + "." for told in (claims, later))
    pages = [page("2021-05-10", text, *claims, country="Sudan")]
    return kept(*pages, *([page("2021-05-20", after, *later, country="Sudan")] if later else [])).commitments


def test_a_demand_on_all_is_missed_by_whoever_fights_on() -> None:
    """Where nobody in particular is told to cease fire, an attack by a side at home afterwards shows that they did not."""
    asked = said(
        "The bishops demanded that all attacks must stop", "demand", by="bishops", speaker="bishops", when="2021-05-10"
    )
    raid = said("Army jets bombed a village", "airstrike", by="Sudanese army", when="2021-05-19")

    assert [one.outcome for one in season(asked)] == ["open"]
    assert [one.outcome for one in season(asked, later=(raid,))] == ["missed"]


def test_a_demand_to_watch_is_not_missed_by_fighting() -> None:
    """Who asks for observers of the truce is not refused by a raid."""
    asked = said(
        "The bishops demanded observers for the truce", "demand", by="bishops", speaker="bishops", when="2021-05-10"
    )
    raid = said("Army jets bombed a village", "airstrike", by="Sudanese army", when="2021-05-19")

    assert [one.outcome for one in season(asked, later=(raid,))] == ["open"]


def test_a_threat_of_force_is_met_by_force() -> None:
    """Who threatened strikes and struck carried it out; another's raid shows nothing."""
    threat = said("Chad threatened strikes on the camps", "threat", by="Chad", speaker="Chad", when="2021-05-10")
    own = said("Chadian jets bombed a camp", "airstrike", by="Chad", when="2021-05-19")
    other = said("Army jets bombed a village", "airstrike", by="Sudanese army", when="2021-05-19")

    assert [one.outcome for one in season(threat, later=(own,))] == ["met"]
    assert [one.outcome for one in season(threat, later=(other,))] == ["open"]


def test_more_raids_asked_for_are_not_missed_by_raids() -> None:
    """Who asks for strikes to stop the attacks asks nobody to hold his own fire."""
    asked = said(
        "The clans called for more strikes to stop the attacks", "demand", by="clans", to="Chad", speaker="clans"
    )
    halt = said("The clans called on Chad to stop the attacks", "demand", by="clans", to="Chad", speaker="clans")
    raid = said("Chadian jets bombed a camp", "airstrike", by="Chad", when="2021-05-19")

    assert [one.outcome for one in (*season(asked, later=(raid,)), *season(halt, later=(raid,)))] == ["open", "missed"]


def test_who_helps_to_stop_others_breaks_no_promise_by_firing() -> None:
    """A promise to hold one's own fire is broken by fire; one to help stop others is not."""
    own = said("Chad promised to halt its raids", "statement", by="Chad", speaker="Chad", stance="promises")
    others = said("Chad promised to send jets to stop the attacks on the camps", "statement", by="Chad", speaker="Chad", stance="promises")  # fmt: skip
    raid = said("Chadian jets bombed a camp", "airstrike", by="Chad", when="2021-05-19")

    assert [one.outcome for one in (*season(own, later=(raid,)), *season(others, later=(raid,)))] == ["missed", "open"]


@pytest.mark.parametrize(
    ("after", "outcome"),
    [
        ("Omar Bello refused to take questions on the camps", "open"),
        ("Omar Bello refused to step down", "missed"),
        ("Omar Bello stepped down", "met"),
    ],
)
def test_who_is_asked_to_go_must_go_himself(after: str, outcome: str) -> None:
    """Only the one who was asked can step down; what he refuses must be what was asked."""
    asked = said("Chad called on Omar Bello to step down", "demand", by="Chad", to="Omar Bello", speaker="Chad")
    later_ = said(after, "statement", by="Omar Bello", when="2021-05-19")
    other = said(
        "Ambassador Idris Ali, of the Bello government, resigned", "statement", by="Idris Ali", when="2021-05-19"
    )

    assert [one.outcome for one in season(asked, later=(later_,))] == [outcome]
    assert [one.outcome for one in season(asked, later=(other,))] == ["open"]


def test_aid_given_is_not_aid_let_through() -> None:
    """That a convoy got through meets a demand to let it in, not another's promise of money; a visit for talks brings no aid."""
    let_in = said("Oman demanded that aid be let into the camps", "demand", by="Oman", speaker="Oman")
    gift = said(
        "Oman promised $30 million in aid for the camps", "statement", by="Oman", speaker="Oman", stance="promises"
    )
    came = said("an aid convoy reached the camps", "humanitarian_aid", when="2021-05-19")
    envoy = said("a humanitarian envoy arrived in Faya for talks on aid", "meeting", when="2021-05-19")

    assert [one.outcome for one in (*season(let_in, later=(came,)), *season(gift, later=(came,)))] == ["met", "open"]
    assert [one.outcome for one in season(let_in, later=(envoy,))] == ["open"]


@pytest.mark.parametrize(
    ("after", "outcome"),
    [
        ("Chad freed the captives it held", "met"),
        ("Chad refused on Monday to free the captives", "missed"),
        ("Chad has not freed the captives, Oman said", "missed"),
    ],
)
def test_captives_promised_to_be_freed_are_detainees_freed(after: str, outcome: str) -> None:
    """Other words for those to be freed, and for the refusal, show the same; that it was not done is no denial of who did not do it."""
    promised = said("Chad agreed on Monday to release 20 detainees", "statement", by="Chad", stance="promises")
    kind = "denial" if "Oman" in after else "statement"
    later_ = said(after, kind, by="Chad", speaker="Oman" if "Oman" in after else "", when="2021-05-19")

    assert [one.outcome for one in season(promised, later=(later_,))] == [outcome]


def test_who_vows_to_cease_his_attacks_promises() -> None:
    """A side's vow to cease its attacks, without a word for a truce, is a promise that its raids break."""
    vowed = said("Chad vowed on Monday to cease attacks on the camps", "ceasefire_start", by="Chad", speaker="Chad", stance="promises")  # fmt: skip
    raid = said("Chadian jets bombed a camp", "airstrike", by="Chad", when="2021-05-19")

    assert [(one.kind, one.outcome) for one in season(vowed, later=(raid,))] == [("promise", "missed")]


def test_a_question_shows_nothing() -> None:
    """What a headline asks tells of no outcome."""
    asked = said("Oman demanded that Chad leave the camps", "demand", by="Oman", to="Chad", speaker="Oman")
    question = said(
        "What has Chad left in the camps it withdrew from?", "territorial_control", by="Chad", when="2021-05-19"
    )

    assert [one.outcome for one in season(asked, later=(question,))] == ["open"]


def test_gifts_that_touch_no_war_are_no_commitments() -> None:
    """What nameless givers pledge to nobody is none; what they pledge to a hungry camp is."""
    roads = said("donors pledged $30 million", "statement", by="donors", stance="promises")
    relief = said("donors pledged relief for the camp", "statement", by="donors", stance="promises")

    assert season(roads) == ()
    assert len(season(relief)) == 1


def test_step_of_a_deal_has_its_day() -> None:
    """By when a deal has something done is a deadline of it; until when it lasts is none."""
    leave = "Chad and Sudan agreed that Chadian troops will leave by June 30"
    lasts = "Chad and Sudan agreed on a truce until June 30"
    step = said(leave, "agreement", by="Chad+Sudan", when="2021-05-10", deadline="2021-06-30")
    end = said(lasts, "agreement", by="Chad+Sudan", when="2021-05-10", deadline="2021-06-30")

    assert [(one.kind, one.due) for one in season(step)] == [("deadline", "2021-06-30")]
    assert season(end) == ()


@pytest.mark.parametrize(
    "words",
    [
        said("a ferry will leave Djibouti for Aden on May 20", "statement", modality="planned", deadline="2021-05-20"),
        said("Chadian officers say the toll will pass 90 by May 20", "casualty_figure", by="Chad", modality="planned", deadline="2021-05-20"),
        said("Chad could hold elections by May 20", "statement", by="Chad", modality="hypothetical", deadline="2021-05-20"),
    ],
)  # fmt: skip
def test_journeys_and_forecasts_are_no_deadlines(words) -> None:
    """What is only to happen on a day binds nobody."""
    assert season(words) == ()


def test_duty_by_a_day_is_a_deadline() -> None:
    """Whoever must do a thing by a day is bound to."""
    duty = said(
        "Chadian troops are to leave the strip by May 20", "other", by="Chad", modality="planned", deadline="2021-05-20"
    )

    assert [(one.kind, one.due) for one in season(duty)] == [("deadline", "2021-05-20")]


def test_who_only_feels_threatened_hears_no_threat() -> None:
    """A threat has somebody who makes it, and words that utter it."""
    felt = said("drivers said they had been threatened with knives", "threat", speaker="drivers")
    ready = said("Chadian forces massed to raid the strip", "threat", by="Chad", speaker="Chad")
    uttered = said("Chad will raid the strip", "threat", by="Chad", speaker="Chad")

    assert [len(season(one)) for one in (felt, ready, uttered)] == [0, 0, 1]


def test_promise_of_another_age_is_history() -> None:
    """What was pledged years ago is no thing to wait for, unless it is told as unkept."""
    old = {"by": "Chad", "stance": "promises", "background": True, "when": "2003-05-01..2003-05-31"}
    kept_ = said("Chad promised to hand over its mines", "agreement", **old)
    broken = said("Chad never did hand over the mines it promised to destroy", "agreement", **old)

    assert [len(season(one)) for one in (kept_, broken)] == [0, 1]


def test_a_demand_with_a_day_and_a_warning_behind_it_is_a_demand() -> None:
    """ "Warning that it would otherwise attack" makes no warning of what is demanded by a day; a mere warning asks nothing."""
    asked = "Cairo demanded that the RSF leave Merowe by April 20, warning that it would otherwise attack"
    warned = "Cairo warned that the RSF would be attacked by April 20"
    told = {"by": "Egypt", "to": "RSF", "speaker": "Egypt", "when": "2023-04-16", "deadline": "2023-04-20"}
    (one,) = kept(page("2023-04-16", f"{asked}.", said(asked, "demand", **told), country="Sudan")).commitments
    none = kept(page("2023-04-16", f"{warned}.", said(warned, "threat", **told), country="Sudan")).commitments

    assert (one.kind, one.due) == ("deadline", "2023-04-20")
    assert none == ()


def test_who_fights_already_carries_out_no_threat() -> None:
    """Of a side that two reports tell to have struck before, another raid carries out no threat."""
    raids = [page(day, "Chadian jets bombed a camp.", said("Chadian jets bombed a camp", "airstrike", by="Chad", when=day), country="Sudan") for day in ("2021-05-02", "2021-05-04", "2021-05-19")]  # fmt: skip
    threat = page("2021-05-10", "Chad threatened strikes on the camps.", said("Chad threatened strikes on the camps", "threat", by="Chad", speaker="Chad"), country="Sudan")  # fmt: skip

    assert [one.outcome for one in kept(threat, raids[2]).commitments] == ["met"]
    assert [one.outcome for one in kept(*raids, threat).commitments] == ["open"]


@pytest.mark.parametrize(
    ("after", "outcome"),
    [("Chadian troops left the town of Faya", "met"), ("Chadian troops left the town of Abeche", "open")],
)
def test_who_left_another_town_has_not_left_this_one(after: str, outcome: str) -> None:
    """Where a demand names a town, what is told of another shows nothing."""
    asked = said("Oman demanded that Chad leave the town of Faya", "demand", by="Oman", to="Chad", speaker="Oman")
    left = said(after, "territorial_control", by="Chad", when="2021-05-19")

    assert [one.outcome for one in season(asked, later=(left,))] == [outcome]


def test_who_refuses_to_step_down_keeps_his_word_not_to() -> None:
    """A vow not to do a thing is not missed by refusing to do it; nor by what a speaker tells of others "who defied" somebody."""
    vow = said("Omar Bello said he will not step down", "statement", by="Omar Bello", speaker="Omar Bello", stance="promises")  # fmt: skip
    asked = said("Chad called on Omar Bello to step down", "demand", by="Chad", to="Omar Bello", speaker="Chad")
    refused = said("Omar Bello refused to step down", "statement", by="Omar Bello", when="2021-05-19")
    praised = said("Omar Bello praised those who defied the call", "statement", by="Omar Bello", when="2021-05-19")

    assert [one.outcome for one in season(vow, later=(refused,))] == ["open"]
    assert [one.outcome for one in season(asked, later=(praised,))] == ["open"]
