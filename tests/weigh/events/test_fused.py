"""The fused fields of an event: place, time, figures, doers, grade."""

from dataclasses import replace
from datetime import date

from scenes import claim, event_of, report, strike_pages

from dateline.model import Span
from dateline.times import Interval
from dateline.weigh import weigh
from dateline.weigh.events import Scene, event
from dateline.weigh.settled import traits_of
from dateline.weigh.voices import Voice

GUESSED = "pub day+0 past1day"


def told(*more, extra=()):
    """The event of two strike pages and further claims `(words, type, fields)` each on a page of its own."""
    reports, claims = strike_pages()
    pages = [report(words + ".", "2018-03-06", f"Outlet {n}") for n, (words, _, _) in enumerate(more)]
    others = [claim(p, words, kind, **fields) for p, (words, kind, fields) in zip(pages, more, strict=True)]
    return event_of(weigh([*reports, *pages], [*claims, *others]), claims[0])


def test_toll_that_rises_is_its_latest_count() -> None:
    """The monitor counts 17 on the day; the hospital's 19 of the next day replace them."""
    words = "The monitor now counts 17 dead in the raid on the market of Harmin"
    fields = {"at": "Harmin", "day": "2018-03-06", "to": "market", "figures": [("killed", 17)], "speaker": "SOHR"}
    (figure,) = [f for f in told((words, "casualty_figure", fields)).figures if f.measure == "killed"]

    assert (figure.low, figure.best, figure.high) == (19, 19, 19)
    assert figure.rule


def test_toll_that_doubles_or_falls_keeps_both_voices() -> None:
    """The mayor's 40 of the same day are no later count, and 19 are no rise of them."""
    words = "The mayor counts 40 dead in the raid on the market of Harmin"
    fields = {"at": "Harmin", "day": "2018-03-06", "to": "market", "figures": [("killed", 40)], "speaker": "mayor"}
    (figure,) = [f for f in told((words, "casualty_figure", fields)).figures if f.measure == "killed"]

    assert (figure.low, figure.high) == (19, 40)


def test_children_are_not_mixed_with_everybody() -> None:
    """A count of children is a figure of its own."""
    words = "Four children were among the dead of the market in Harmin"
    fields = {"at": "Harmin", "day": "2018-03-06", "to": "market", "figures": [("killed", 4, "exact", "children")]}
    event = told((words, "casualty_figure", fields))

    assert {(f.measure, f.subgroup, f.best) for f in event.figures} >= {("killed", "children", 4)}


def test_households_are_told_apart_from_people() -> None:
    """Forty families that fled are no forty people: each has a figure with its unit, people first."""
    raid = {"at": "Harmin", "day": "2018-03-06", "to": "market"}
    fled = [("displaced", 40), ("displaced", 300)]
    words = "Raids on the market of Harmin drove out 40 families and 300 traders"
    reports, _ = strike_pages()
    one = claim(report(words + ".", "2018-03-06", "Outlet"), words, "airstrike", **raid, figures=fled)
    families = replace(one.figures[0], unit="households")
    one = replace(one, figures=(families, one.figures[1]))
    event = event_of(weigh([report(words + ".", "2018-03-06", "Outlet"), *reports], [one]), one)

    assert [(f.measure, f.unit, f.best) for f in event.figures] == [
        ("displaced", "people", 300),
        ("displaced", "households", 40),
    ]


def test_council_and_the_body_it_belongs_to_act_once() -> None:
    """The Security Council is of the United Nations: a vote of it has one doer."""
    page = report("The United Nations Security Council passed a resolution on Harmin.", "2018-03-06")
    words = "The United Nations Security Council passed a resolution on Harmin"
    vote = claim(page, words, "agreement", by="United Nations Security Council", at="Harmin", day="2018-03-05")
    (doer,) = event_of(weigh([page], [vote]), vote).by

    assert (doer.name, doer.claims) == ("United Nations Security Council", (vote.id,))


def test_in_an_exchange_each_side_frees_its_own() -> None:
    """Nine hostages for thirty prisoners are two counts, and no contradiction."""
    words = ("Rebels freed nine hostages in Harmin", "The army freed 30 prisoners in Harmin in exchange")
    page = report(". ".join(words) + ".", "2018-03-06")
    fields = {"at": "Harmin", "day": "2018-03-05"}
    one = claim(page, words[0], "prisoner_exchange", by="rebels", to="hostages", figures=[("released", 9)], **fields)
    other = claim(page, words[1], "prisoner_exchange", by="army", to="prisoners", figures=[("released", 30)], **fields)
    weighed = weigh([page], [one, other])

    assert {(f.subgroup, f.best) for f in event_of(weighed, one).figures} == {("hostages", 9), ("prisoners", 30)}
    assert weighed.contradictions == ()


def test_finest_place_and_day_are_taken() -> None:
    """A town before its province, a day before its month."""
    words = "Planes bombed a market in Harmin province in March"
    event = told((words, "airstrike", {"at": "Harmin province", "day": "2018-03", "to": "market"}))

    assert event.place is not None
    assert event.place.name == "Harmin"
    assert event.time is not None
    assert event.time.iso() == ("2018-03-06", "2018-03-07")


def test_doers_targets_and_figures_stand_in_order_of_weight() -> None:
    """Whom most claims name comes first, lives come before things, and the whole before its parts."""
    raid = {"at": "Harmin", "day": "2018-03-06", "to": "market"}
    lost = [("vehicles", 3), ("killed", 4, "exact", "children"), ("injured", 11), ("killed", 21)]
    one = ("Planes of Turkey bombed the market in Harmin", "airstrike", {"by": "Turkey", **raid, "figures": lost})
    two = ("Turkey bombed stalls of the market in Harmin", "airstrike", {"by": "Turkey", **raid})
    other = ("Russia bombed the market in Harmin", "airstrike", {"by": "Russia", **raid})
    crowd = ("Bombs fell on a crowd in the market in Harmin", "airstrike", {**raid, "to": "crowd"})
    event = told(other, one, two, crowd)
    figures = [(f.measure, f.subgroup) for f in event.figures]

    assert [by.name for by in event.by] == ["Turkey", "Russia"]
    assert [to.name for to in event.to] == ["market", "crowd"]
    assert figures == [("killed", None), ("killed", "children"), ("injured", None), ("vehicles", None)]


def test_doer_is_told_with_who_denies_it() -> None:
    """An accused who denies it stands beside the accusation, and the event is contested."""
    accused = (
        "Villagers blamed Russia for bombing the market in Harmin",
        "accusation",
        {"by": "Russia", "at": "Harmin", "day": "2018-03-06", "to": "market", "speaker": "villagers"},
    )
    denied = (
        "Russia denied bombing the market in Harmin",
        "denial",
        {"by": "Russia", "at": "Harmin", "day": "2018-03-06", "to": "market", "speaker": "Russian defence ministry"},
    )
    event = told(accused, denied)
    (doer,) = event.by

    assert doer.name == "Russia"
    assert doer.denied_by == ("Russia",)
    assert event.grade == "contested"


def test_who_calls_for_a_deed_acts_in_the_call_alone() -> None:
    """A demand has who demands and of whom; beside a raid it names no raider."""
    call = {"by": "Turkey", "to": "Russia", "at": "Harmin", "day": "2018-03-06", "speaker": "Turkey"}
    demand = ("Turkey demanded that Russia stop bombing the market in Harmin", "demand", call)
    page = report(demand[0] + ".", "2018-03-06", "Outlet")
    one = claim(page, *demand[:2], **call)
    alone, beside = event_of(weigh([page], [one]), one), told(demand)

    assert ([by.name for by in alone.by], [to.name for to in alone.to]) == (["Turkey"], ["Russia"])
    assert (beside.type, beside.by, [to.name for to in beside.to]) == ("airstrike", (), ["market"])


def test_grades_follow_the_number_of_voices() -> None:
    """One voice is single, two corroborate."""
    reports, claims = strike_pages()

    assert weigh(reports[:1], claims[:1]).events[0].grade == "single_voice"
    assert weigh(reports, claims).events[0].grade == "corroborated"


def test_type_says_what_was_struck_where_as_many_only_say_that_it_was_struck() -> None:
    """Two call it an attack, two an attack on a school: it is one on a school."""
    page = report(
        "Rockets hit a school in Harmin. A class was hit in Harmin. They attacked Harmin. Harmin was attacked."
    )
    kinds = ("facility_attack", "facility_attack", "armed_attack", "armed_attack")
    told = [
        claim(page, text, kind, at="Harmin", day="2018-03-06")
        for text, kind in zip(page.text[:-1].split(". "), kinds, strict=True)
    ]

    assert [event.type for event in weigh([page], told).events] == ["facility_attack"]


def test_title_names_what_where_and_when() -> None:
    """A reader knows the event by its title."""
    assert told().title == "Airstrike, Harmin, 6 March 2018"


def test_who_fights_nearby_is_not_charged_with_the_hospital() -> None:
    """A rebels' counterattack that is told with a raid on a clinic names nobody for the raid."""
    hit = report("A clinic in Harmin was hit on Tuesday. Its ward is in ruins.", "2018-03-06", "The Courier")
    fought = report("Rebels said they attacked army posts near Harmin on Tuesday.", "2018-03-06", "Evening Post")
    claims = (
        claim(hit, "A clinic in Harmin was hit on Tuesday", "facility_attack", to="clinic", at="Harmin", day="2018-03-06"),
        claim(hit, "Its ward is in ruins", "facility_attack", to="ward", at="Harmin", day="2018-03-06"),
        claim(fought, "Rebels said they attacked army posts near Harmin on Tuesday", "clash", by="Rebels", at="Harmin",
              day="2018-03-06"),
    )  # fmt: skip
    pages = {page.id: page for page in (hit, fought)}
    scene = Scene(pages, {one.id: frozenset() for one in claims})

    (raid, fight) = (event(traits_of(told, pages), scene, "event:1") for told in (claims, claims[2:]))
    assert (raid.type, raid.by) == ("facility_attack", ())
    assert [doer.name for doer in fight.by] == ["Rebels"]


def doers(*claims):
    """The doers of the event that the claims of one page make: words, kind, and what else is told; `kind` is of who acts,
    `word` the one that accuses."""
    page = report(". ".join(words for words, *_ in claims) + ".")
    found = []
    for words, kind, more in claims:
        of, word = more.pop("of", None), more.pop("word", None)
        one = claim(page, words, kind, **more)
        at = one.start + words.index(word) if word else one.start
        parties = tuple(replace(party, kind=of) for party in one.by)
        found.append(replace(one, by=parties, trigger=Span(at, at + len(word)) if word else one.trigger))
    voices: dict[str, frozenset[Voice]] = {one.id: frozenset() for one in found}
    made = event(traits_of(found, {page.id: page}), Scene({page.id: page}, voices), "event:1")
    return [doer.name for doer in made.by]


def test_mere_person_gives_way_to_a_force() -> None:
    """The officer who saw the shells fire none; nor did a garrison that only left the town."""
    fired = (
        "Turkey fired on a mill in Harmin",
        "shelling",
        {"by": "Turkey", "of": "military", "to": "mill", "at": "Harmin"},
    )
    seen = ("Orhan Sel saw shells hit the mill", "shelling", {"by": "Orhan Sel", "of": "person", "to": "mill"})
    left = ("Russia left Harmin", "territorial_control", {"by": "Russia", "of": "military", "at": "Harmin"})

    assert doers(fired, seen, left) == ["Turkey"]


def test_charge_of_something_else_names_no_doer() -> None:
    """Who is accused of lying about a raid is not accused of the raid."""
    hit = ("Shells hit a mill in Harmin", "shelling", {"to": "mill", "at": "Harmin"})
    lied = ("Turkey accused Russia of lying about it", "accusation", {"by": "Russia", "word": "accused"})
    fired = ("Villagers blamed Iran", "accusation", {"by": "Iran", "word": "blamed"})

    assert doers(hit, lied, fired) == ["Iran"]


def test_rebels_stand_beside_the_state_they_fight() -> None:
    """Militants may be the band that another claim names, but never the army."""
    burnt = ("Rebels burnt huts in Harmin", "armed_attack", {"by": "rebels", "of": "armed_group", "at": "Harmin"})
    army = ("Villagers blamed Syria for the attack in Harmin", "accusation", {"by": "Syria", "at": "Harmin"})

    assert doers(burnt, army) == ["Syria", "rebels"]


def test_rebels_give_way_only_to_a_band_by_its_name() -> None:
    """Who else is told to have done it, a spy service or an army, leaves the rebels of the other claims in their place."""
    burnt = ("Rebels burnt huts in Harmin", "armed_attack", {"by": "rebels", "of": "armed_group", "at": "Harmin"})
    spies = ("Spies burnt huts in Harmin", "armed_attack", {"by": "Spy Service", "of": "other", "at": "Harmin"})
    band = (
        "The Dune Guard burnt huts in Harmin",
        "armed_attack",
        {"by": "Dune Guard", "of": "armed_group", "at": "Harmin"},
    )

    assert set(doers(burnt, spies)) == {"rebels", "Spy Service"}
    assert doers(burnt, band) == ["Dune Guard"]


def test_a_charge_beside_a_march_names_no_marchers() -> None:
    """Those who marched are told by the march; the army that they accuse of a raid did not march."""
    march = ("Traders marched in Harmin", "protest", {"by": "traders", "of": "civilians", "at": "Harmin"})
    charge = ("They accused the army of the raid", "accusation", {"by": "army", "of": "military", "word": "accused"})

    assert doers(march, charge) == ["traders"]


def test_raid_that_shares_only_the_day_names_no_doer() -> None:
    """Who bombs the province did not for that reason hit the mill, as long as others say who did."""
    page = report(
        "Shells hit a mill in Harmin. Villagers blamed Russia for the shells on the mill. The envoy spoke of bombs of the government."
    )
    told = [
        claim(page, "Shells hit a mill in Harmin", "facility_attack", at="Harmin", day="2018-03-06", to="mill"),
        claim(
            page, "Villagers blamed Russia for the shells on the mill", "accusation", by="Russia", speaker="villagers"
        ),
        claim(page, "The envoy spoke of bombs of the government", "airstrike", by="government", day="2018-03-06"),
    ]
    traits = traits_of(told, {page.id: page})
    voices: dict[str, frozenset[Voice]] = {one.id: frozenset() for one in told}

    assert [one.name for one in event(traits, Scene({page.id: page}, voices), "event:1").by] == ["Russia"]


def test_a_denial_alone_leaves_the_doer_whom_the_blow_names() -> None:
    """Russia denies a raid that one page lays to the army: nobody else says who did it, so the army stays named."""
    page = report("A raid by the army killed 30 soldiers in Harmin. Russia denied that its jets had taken part.")
    told = [
        claim(page, "A raid by the army killed 30 soldiers in Harmin", "airstrike", by="army", day="2018-03-06"),
        claim(page, "Russia denied that its jets had taken part", "denial", by="Russia", stance="denies"),
    ]
    voices: dict[str, frozenset[Voice]] = {one.id: frozenset() for one in told}

    made = event(traits_of(told, {page.id: page}), Scene({page.id: page}, voices), "event:1")

    assert [one.name for one in made.by] == ["army"]


def test_a_day_that_is_told_dates_an_event_before_one_that_is_guessed() -> None:
    """One outlet tells the sixth; what two others leave between the fifth and the seventh dates nothing beside it."""
    days = (("2018-03-06", None), ("2018-03-05/2018-03-06", GUESSED), ("2018-03-05/2018-03-07", GUESSED))
    pages = [report(f"Planes struck Harmin ({n}).", "2018-03-06", f"Outlet {n}") for n in range(len(days))]
    told = [
        claim(page, "Planes struck Harmin", "airstrike", at="Harmin", day=day, formula=formula)
        for page, (day, formula) in zip(pages, days, strict=True)
    ]
    (event,) = weigh(pages, told).events

    assert event.time == Interval.day(date(2018, 3, 6))


def test_a_planned_deed_is_vouched_for_by_nobody() -> None:
    """Who means to shell a town tells of no shelling; beside one who tells it as done, that one alone is counted."""
    words = "Shells hit Harmin at dawn."
    pages = [report(words, outlet="Courier"), report(f"{words} Or later.", outlet="Gazette")]
    told = [claim(page, words, "shelling", at="Harmin", day="2018-03-06") for page in pages]
    planned = [replace(one, modality="planned") for one in told]

    assert weigh(pages, [told[0], planned[1]]).events[0].grade == "single_voice"
    assert weigh(pages, planned).events[0].grade == "discounted"
