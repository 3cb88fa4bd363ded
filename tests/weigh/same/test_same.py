"""Which claims tell one happening, and which look alike and do not."""

from dataclasses import replace

import numpy as np
from scenes import claim, report, strike_pages, together

from dateline.model import Claim, Party
from dateline.weigh import weigh
from dateline.weigh.same import how_well
from dateline.weigh.same.alike import Likeness, likeness
from dateline.weigh.settled import traits_of


def test_one_strike_of_two_outlets_is_one_event() -> None:
    """Same town, same day, same market: one event with both voices."""
    reports, claims = strike_pages()
    weighed = weigh(reports, claims)

    assert together(weighed, *claims)
    assert len(weighed.events) == 1


def test_strikes_on_following_days_are_two() -> None:
    """The same town bombed again the next day is another strike."""
    one = report("Planes bombed Harmin on Tuesday.")
    two = report("Planes bombed Harmin on Wednesday.", "2018-03-07")
    told = [
        claim(one, "Planes bombed Harmin on Tuesday", "airstrike", at="Harmin", day="2018-03-06"),
        claim(two, "Planes bombed Harmin on Wednesday", "airstrike", at="Harmin", day="2018-03-07"),
    ]

    assert not together(weigh([one, two], told), *told)


def test_same_day_in_another_town_is_another_strike() -> None:
    """Two towns sixty kilometres apart are two happenings, however alike the words."""
    page = report("Planes bombed Harmin. Planes bombed Qasra.")
    told = [
        claim(page, "Planes bombed Harmin", "airstrike", at="Harmin", day="2018-03-06"),
        claim(page, "Planes bombed Qasra", "airstrike", at="Qasra", day="2018-03-06"),
    ]

    assert not together(weigh([page], told), *told)


def test_denial_joins_what_it_denies() -> None:
    """A denial printed a day later belongs to the strike it speaks of."""
    reports, claims = strike_pages()
    page = report("The army denied that its planes bombed the market in Harmin.", "2018-03-07", "State Herald")
    denial = claim(
        page, page.text[:-1], "denial", at="Harmin", day="2018-03-07", by="Syrian army", speaker="Syrian army"
    )

    assert together(weigh([*reports, page], [*claims, denial]), *claims, denial)


def test_war_toll_is_no_bridge() -> None:
    """A count of the whole war is a series of its own, not part of the day's attack."""
    reports, claims = strike_pages()
    page = report("The war has killed more than 90,000 people since 2013.", "2018-03-06", "Evening Post")
    war = claim(
        page,
        page.text[:-1],
        "casualty_figure",
        day="2013/2018-03-06",
        figures=[("killed", 90_000, "more_than")],
        background=True,
    )

    weighed = weigh([*reports, page], [*claims, war])

    assert not together(weighed, claims[0], war)
    assert together(weighed, *claims)


def test_what_an_offensive_has_done_is_no_blow_of_the_day() -> None:
    """What violence has done while it lasts, told on the day of a strike in its town, is counted apart from the strike."""
    reports, claims = strike_pages()
    text = "A new wave of violence has killed 140 people in Harmin. The army's offensive has uprooted 9,000 people."
    page = report(text, "2018-03-06", "Evening Post")
    told = {"at": "Harmin", "day": "2018-03-06", "formula": "pub past1day"}
    killed = claim(page, text[:55], "casualty_figure", figures=[("killed", 140)], **told)
    fled = claim(page, text[56:-1], "displacement_figure", figures=[("displaced", 9000)], **told)

    weighed = weigh([*reports, page], [*claims, killed, fled])

    assert not together(weighed, claims[0], killed)
    assert not together(weighed, claims[0], fled)
    assert together(weighed, killed, fled)


def test_what_clashes_of_one_day_have_killed_is_the_blow_of_that_day() -> None:
    """A count told with its day is none of an offensive that goes on: the same toll in another report is of one event."""
    texts = ("Clashes on Tuesday have killed 14 people in Harmin.", "On Tuesday 14 people were killed in Harmin.")
    pages = [report(text, "2018-03-06", paper) for text, paper in zip(texts, ("Gulf Mail", "Radio Plain"), strict=True)]
    killed = [
        claim(page, page.text[:-1], "casualty_figure", at="Harmin", day="2018-03-06", figures=[("killed", 14)])
        for page in pages
    ]

    assert together(weigh(pages, killed), *killed)


def test_blow_on_the_clinic_is_an_event_of_its_own() -> None:
    """A later blow on those who treated the victims is told apart from the first, by two reports alike."""
    reports, claims = strike_pages()
    pages = [
        report("A rocket later hit the clinic of Harmin as victims were being treated.", "2018-03-06", "Radio Plain"),
        report(
            "Another raid struck a hospital in Harmin while doctors treated the wounded.", "2018-03-06", "Gulf Mail"
        ),
    ]
    blows = [claim(p, p.text[:-1], "facility_attack", at="Harmin", day="2018-03-06", to="clinic") for p in pages]

    weighed = weigh([*reports, *pages], [*claims, *blows])

    assert together(weighed, *blows)
    assert not together(weighed, claims[0], blows[0])


def test_demands_of_two_are_two() -> None:
    """Two governments that ask for the same have each made a demand."""
    page = report("France demanded an inquiry into the raid. Iran demanded an inquiry into the raid.")
    told = [
        claim(
            page, "France demanded an inquiry into the raid", "demand", by="France", speaker="France", day="2018-03-06"
        ),
        claim(page, "Iran demanded an inquiry into the raid", "demand", by="Iran", speaker="Iran", day="2018-03-06"),
    ]

    assert not together(weigh([page], told), *told)


def test_old_day_recalled_joins_across_stories() -> None:
    """What a report of another week recalls belongs to the event it recalls."""
    reports, claims = strike_pages()
    page = report(
        "Aid reached Harmin, where a strike on the market killed 19 people on March 6.", "2018-03-25", "Gulf Mail"
    )
    recalled = claim(
        page,
        "a strike on the market killed 19 people on March 6",
        "airstrike",
        at="Harmin",
        day="2018-03-06",
        to="market",
        figures=[("killed", 19)],
        background=True,
    )

    assert together(weigh([*reports, page], [*claims, recalled]), claims[1], recalled)


def test_statement_that_two_reports_carry_is_a_matter_of_its_own() -> None:
    """What a minister said of the dam is an event, not a remark on the day's raid."""
    reports, claims = strike_pages()
    words = "The energy minister warned that the Asker dam would fail by summer"
    pages = [report(f"{words}, he said in Dorak ({n}).", "2018-03-06", f"Outlet {n}") for n in (1, 2)]
    told = [claim(p, words, "statement", day="2018-03-06", by="energy minister", speaker="Omar Feraz") for p in pages]

    weighed = weigh([*reports, *pages], [*claims, *told])

    assert together(weighed, *told)
    assert not together(weighed, claims[0], told[0])


def test_weekdays_of_an_undated_story_are_compared() -> None:
    """Where nothing dates a story, its Wednesday is still one day and its Thursday another; no date is made up."""
    page = report(
        "Planes bombed Harmin on Wednesday. Jets hit Harmin on Wednesday. Planes bombed Harmin on Thursday.", None
    )
    words = ("Planes bombed Harmin on Wednesday", "Jets hit Harmin on Wednesday", "Planes bombed Harmin on Thursday")
    told = []
    for said, formula in zip(words, ("pub wed<=", "pub wed<=", "pub thu<="), strict=True):
        one = claim(page, said, "airstrike", at="Harmin", day="2018", formula=formula)
        assert one.time is not None
        told.append(replace(one, time=replace(one.time, when=None, timex="XXXX")))

    weighed = weigh([page], told)

    assert together(weighed, told[0], told[1])
    assert not together(weighed, told[0], told[2])
    assert all(event.time is None for event in weighed.events)


def test_loose_end_joins_nothing_of_another_story() -> None:
    """What names neither day nor town is about what its own report tells."""
    one = report("Planes bombed the dairy of Harmin on Tuesday and slew a trio of herders.")
    two = report(
        "An earthquake shook the orchards of Qasra before dawn, broke its dam and cut the railway. Three guards perished.",
        "2018-03-06",
        "Evening Post",
    )
    blow = claim(one, one.text[:-1], "airstrike", at="Harmin", day="2018-03-06", figures=[("killed", 3)])
    loose = claim(two, "Three guards perished", "casualty_figure", figures=[("killed", 3)])

    assert not together(weigh([one, two], [blow, loose]), blow, loose)


def test_charge_joins_the_blow_on_what_it_names() -> None:
    """Of two blows of one day a charge that names the school is about the school."""
    page = report(
        "Shells hit the school of Harmin. Shells hit the bus of Harmin. Farmers blamed Norway for the school."
    )
    school, bus, charge = page.text.rstrip(".").split(". ")
    fields = {"at": "Harmin", "day": "2018-03-06"}
    claims = [claim(page, school, "facility_attack", **fields), claim(page, bus, "facility_attack", **fields)]
    claims.append(claim(page, charge, "accusation", by="Norway", speaker="farmers", day="2018-03-06"))
    weighed = weigh([page], claims)

    assert together(weighed, claims[0], claims[2])
    assert not together(weighed, claims[1], claims[2])


def test_alleged_blow_with_its_toll_is_the_blow() -> None:
    """What the outlet tells as alleged, with the dead, and the wounded told further on are one blow."""
    page = report("An alleged Norse raid on Harmin killed five. Two were hurt in the raid.")
    first, second = page.text.rstrip(".").split(". ")
    blow = claim(page, first, "accusation", by="Norway", at="Harmin", day="2018-03-06", figures=[("killed", 5)])
    rest = claim(page, second, "casualty_figure", figures=[("injured", 2)])

    assert together(weigh([page], [blow, rest]), blow, rest)


def test_toll_without_a_day_goes_by_the_day_of_the_blow() -> None:
    """A page about what a minister said on Wednesday recalls the dead of Tuesday's raid without naming the day."""
    raid = report("Planes bombed the market of Harmin on Tuesday and killed 12 traders.", "2018-03-06", "Courier")
    page = report(
        "The minister spoke on Wednesday of Harmin. The raid on its market killed 12 traders.", "2018-03-07", "Post"
    )
    blow = claim(
        raid, raid.text[:-1], "airstrike", at="Harmin", day="2018-03-06", to="market", figures=[("killed", 12)]
    )
    spoke = claim(page, "The minister spoke on Wednesday of Harmin", "statement", day="2018-03-07")
    toll = claim(
        page,
        "The raid on its market killed 12 traders",
        "casualty_figure",
        day="2018-03-06/2018-03-07",
        formula="pub day+0 past1day",
        figures=[("killed", 12)],
    )

    assert together(weigh([raid, page], [blow, spoke, toll]), blow, toll)


def test_the_answer_is_no_part_of_the_shelling_that_a_ministry_charges() -> None:
    """The charge of the first blow and the blow that answers it stand in one report of one day."""
    words = (
        "Syrian shells killed eight Turkish soldiers, the ministry said",
        "Turkish guns killed Syrian soldiers in answer",
    )
    page = report(". ".join(words) + ".", "2018-03-06")
    more = {"at": "Harmin", "day": "2018-03-06"}
    charge = claim(page, words[0], "accusation", by="Syrian army", to="Turkish soldiers", speaker="Turkey", **more)
    answer = claim(page, words[1], "shelling", by="Turkey", to="Syrian army", **more)

    assert not together(weigh([page], [charge, answer]), charge, answer)


def test_a_demand_is_of_the_day_it_was_said_and_not_of_its_deadline() -> None:
    """What is due at the end of the month is no part of what happens then."""
    page = report("The envoy told the army to leave Harmin by 30 March.", "2018-03-06")
    call = claim(page, page.text[:-1], "demand", at="Harmin", day="2018-03-30", deadline="2018-03-30")
    (told,) = traits_of([call], {page.id: page})

    assert told.printed - told.start == 1.0
    assert not told.firm_time


def live(between: str) -> bool:
    """Whether two undated blows of one page are one event, with these words at the start of the lines between them."""
    said = ("Gunmen opened fire on a bus, a driver said", "A grenade wounded two guards at a mill")
    text = f"8:05 a.m.: Shots near the port.\n9:40 a.m.: {said[0]}.\n{between}{said[1]}.\n11:20 a.m.: Calm.\n1:10 p.m.: Rain."
    page = report(text, "2018-03-06")
    told = {"day": "2018-03-05/2018-03-07", "formula": "pub past1day"}
    blows = [claim(page, words, "armed_attack", **told) for words in said]
    return together(weigh([page], blows), *blows)


def test_two_entries_of_a_live_page_do_not_go_on_from_each_other() -> None:
    """What a line of its own tells at its own hour is news of its own."""
    assert live("")
    assert not live("10:15 a.m.: ")


def test_contracts_of_two_stories_are_two_matters() -> None:
    """Both are agreements of one week and one country, and neither speaks of a truce."""
    pages = [report("Envoys agreed on a loan for the port.", outlet="Courier", story="one")]
    pages += [report("A firm signed for two copper pits.", outlet="Post", story="two")]
    told = [claim(page, page.text[:-1], "agreement", day="2018-03-05") for page in pages]
    block = traits_of(told, {page.id: page for page in pages})

    assert all(one.accord for one in block)
    assert likeness(block, {}).fields["truce"][0, 1] < 0


def test_saying_that_fits_two_is_about_the_one_of_which_more_is_told() -> None:
    """Two blows are as like it as each other; four claims tell of the second."""
    score = np.full((7, 7), 0.2)
    alike = Likeness(score, np.zeros((7, 7), dtype=np.bool_), np.ones((7, 7), dtype=np.bool_), {})

    assert how_well([6], [[0, 1], [2, 3, 4, 5]], alike).argmax() == 1


def test_a_saying_that_two_of_five_bar_is_about_something_else() -> None:
    """Who charges another with a blow does not speak of the blow that answered it, though threats stand beside that."""
    never = np.zeros((6, 6), dtype=np.bool_)
    never[5, :2] = True
    alike = Likeness(np.full((6, 6), 0.2), never, np.ones((6, 6), dtype=np.bool_), {})

    assert how_well([5], [[0, 1, 2, 3, 4], [2, 3, 4]], alike).tolist()[0][0] == -1
    assert how_well([5], [[0, 2, 3, 4]], alike)[0, 0] > 0


def test_a_saying_is_about_what_its_report_tells_of() -> None:
    """A mourner who tells no day speaks of the raid that his report tells, not of what it turns to; of two raids of a round-up
    he may mean either."""
    word = "We have buried our neighbours and cannot sleep"

    def joined(second: tuple[str, str, str]) -> bool:
        text, kind, town = second
        reports, claims = strike_pages()
        page = report(f"Planes bombed the market in Harmin. {text}. {word}, a baker said.")
        deeds = [
            claim(page, "Planes bombed the market in Harmin", "airstrike", at="Harmin", day="2018-03-06"),
            claim(page, text, kind, at=town, day="2018-03-06"),
        ]
        said = claim(page, word, "statement", day="2018-03-05/2018-03-07", speaker="a baker")
        return together(weigh([*reports, page], [*claims, *deeds, said]), deeds[0], said)

    assert joined(("Planes bombed the market again in Harmin", "airstrike", "Harmin"))
    assert not joined(("Shells fell on Qasra", "shelling", "Qasra"))
    assert joined(("Separately, shells fell on Qasra", "shelling", "Qasra"))


def test_reports_of_one_story_begin_with_one_thing() -> None:
    """Leads of one kind are more alike than what the reports tell further down; leads of two kinds are not."""
    pages = [report(" ".join(f"Word{n} came from {town}." for n in range(5))) for town in ("Harmin", "Qasra")]
    pages = [replace(page, story="one") for page in pages]
    told = [
        claim(page, text, "shelling" if n else "statement")
        for page in pages
        for n, text in enumerate(page.text[:-1].split(". "))
    ]
    leads = likeness(traits_of(told, {page.id: page for page in pages}), {}).fields["leads"]
    at = {one.claim.text: i for i, one in enumerate(traits_of(told, {page.id: page for page in pages}))}

    def of(one: int, other: int) -> float:
        return float(leads[at[f"Word{one} came from Harmin"], at[f"Word{other} came from Qasra"]])

    assert (of(1, 2), of(0, 1), of(1, 4)) == (1.0, 0.0, 0.0)


def test_a_guessed_day_is_that_of_the_story() -> None:
    """Words without a day fit the raid of their story; a meeting does not, nor do words of weeks before."""
    pages = [
        replace(report(f"{word} struck Harmin. Elders met and mourned."), story="one") for word in ("Planes", "Jets")
    ]

    def fit(kind: str, day: str) -> float:
        told = [
            claim(pages[0], "Planes struck Harmin", "airstrike", day="2018-03-06"),
            claim(pages[1], "Elders met and mourned", kind, day=day, formula="pub day+0 past1day"),
        ]
        of = {page.id: page for page in pages}
        return float(likeness(traits_of(told, of), {}).fields["time"].min())

    assert fit("statement", "2018-03-04") == 0.7
    assert fit("meeting", "2018-03-04") == 0.0
    assert fit("statement", "2018-02-01") == 0.0


def test_deeds_told_as_news_weeks_apart_are_two() -> None:
    """What two pages tell as the news of their day speaks against one deed, where weeks lie between the days; a saying may come late."""
    pages = [replace(report(f"Planes struck Harmin ({n})."), story="one") for n in range(2)]

    def fit(kind: str, day: str) -> float:
        told = [
            claim(page, "Planes struck Harmin", what, day=when, formula="pub day+0 past1day")
            for page, what, when in zip(pages, ("airstrike", kind), ("2018-03-01", day), strict=True)
        ]
        return float(likeness(traits_of(told, {page.id: page for page in pages}), {}).fields["time"].min())

    assert (fit("airstrike", "2018-03-27"), fit("airstrike", "2018-03-07"), fit("statement", "2018-03-27")) == (
        -0.5,
        0.0,
        0.0,
    )


def test_pages_about_other_towns_are_of_other_days() -> None:
    """Two pages of one story that name a town each: the day that one leaves open is not taken for the other's."""
    pages = [replace(report(f"Planes struck {town}. Nobody slept."), story="one") for town in ("Harmin", "Qasra")]
    struck, mourned = (
        claim(pages[0], "Planes struck Harmin", "airstrike", at="Harmin", day="2018-03-06"),
        claim(pages[1], "Nobody slept", "statement", day="2018-03-04", formula="pub day+0 past1day"),
    )
    other = claim(pages[1], "Planes struck Qasra", "airstrike", at="Qasra", day="2018-03-04")
    of = {page.id: page for page in pages}

    def fit(told: list[Claim]) -> float:
        told = sorted(told, key=lambda one: (one.report, one.start))
        at = [one.text for one in told]
        table = likeness(traits_of(told, of), {}).fields["time"]
        return float(table[at.index("Planes struck Harmin"), at.index("Nobody slept")])

    assert fit([struck, mourned]) == 0.7
    assert fit([struck, mourned, other]) == 0.0


def test_militants_are_no_other_party_than_a_band() -> None:
    """Two named bands are two; "militants" in the other report may be the band that is named."""
    pages = [report(f"{who} raided Harmin.") for who in ("Ansar", "Militants", "Nusra")]
    names = ("Ansar Brigade", "militants", "Nusra Front")
    told = [
        claim(page, page.text[:-1], "armed_attack", by=name, day="2018-03-06")
        for page, name in zip(pages, names, strict=True)
    ]
    traits = traits_of(told, {page.id: page for page in pages})
    actors = likeness(traits, {}).fields["actors"]
    at = {next(iter(one.claim.by)).name: i for i, one in enumerate(traits)}

    assert actors[at["Ansar Brigade"], at["militants"]] == 0.0
    assert actors[at["Ansar Brigade"], at["Nusra Front"]] < 0.0


def test_rebels_have_no_warplanes() -> None:
    """Rockets that militants fired and the raid of warplanes on the same day are two, however near they are told."""
    page = report("Militants fired rockets. Warplanes struck twice. Rebels bombed a post.")
    band, planes = Party("militants", "militants", kind="armed_group"), Party("warplanes", "warplanes", kind="military")

    def barred(words: str, kind: str) -> bool:
        told = [
            replace(claim(page, "Militants fired rockets", "shelling"), by=(band,)),
            replace(claim(page, words, kind), by=(planes if "Warplanes" in words else band,)),
        ]
        return bool(likeness(traits_of(told, {page.id: page}), {}).never.any())

    assert barred("Warplanes struck twice", "airstrike")
    assert not barred("Rebels bombed a post", "armed_attack")


def test_two_towns_that_one_report_names_are_two() -> None:
    """Harmin and Qasra lie next to each other; a quarter that bears the town's name is of the town."""

    def fit(first: str, second: str) -> float:
        page = report(f"Shells fell on {first}. Shells fell on {second}.")
        told = [claim(page, f"Shells fell on {name}", "shelling", at=name) for name in (first, second)]
        told = [
            replace(one, place=replace(one.place, lat=34.5, lon=37.5, precision="near")) for one in told if one.place
        ]
        return float(likeness(traits_of(told, {page.id: page}), {}).fields["place"][0, 1])

    assert fit("Harmin", "Qasra") < 0 < fit("Harmin", "Old Harmin")


def test_what_is_said_of_the_attack_goes_on_from_it() -> None:
    """A mayor on "the attack" speaks of the one his report tells; on the harvest he does not."""
    page = report("Shells fell on Harmin. The mayor condemned the brutal attack. The mayor praised the harvest.")
    kinds = ("shelling", "statement", "statement")
    told = [claim(page, words, kind) for words, kind in zip(page.text[:-1].split(". "), kinds, strict=True)]
    goes_on = likeness(traits_of(told, {page.id: page}), {}).fields["continuity"]

    assert goes_on[0, 1] > 0 == goes_on[0, 2] == goes_on[1, 2]


def test_the_toll_is_that_of_the_blow_already_told() -> None:
    """A toll put at 14 the evening before counts the dead of the report's blow; fourteen who died elsewhere do not."""
    page = report("Shells fell on Harmin. It had put the toll at 14. A fire in Dorak killed 14.")
    kinds = ("shelling", "casualty_figure", "casualty_figure")
    told = [
        claim(page, words, kind, background=n > 0)
        for n, (words, kind) in enumerate(zip(page.text[:-1].split(". "), kinds, strict=True))
    ]
    goes_on = likeness(traits_of(told, {page.id: page}), {}).fields["continuity"]

    assert goes_on[0, 1] > 0 == goes_on[0, 2]
