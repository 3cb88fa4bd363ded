"""Contradictions by the written rule, and what is none."""

from dataclasses import replace

import pytest
from scenes import claim, report, strike_pages

from dateline.model import Contradiction, Figure, Place, Value
from dateline.weigh import weigh
from dateline.weigh.contradictions import each_once
from dateline.weigh.figures import Told
from dateline.weigh.kinds import kind_of, meet
from dateline.weigh.settled import traits_of


def found(*counts, measure: str = "killed"):
    """The contradictions in a count told as (day of print, number, qualifier, speaker)."""
    pages = [
        report(f"Planes bombed the market of Harmin and {n} died, told by {who} ({q}).", day, f"Outlet {i}")
        for i, (day, n, q, who) in enumerate(counts)
    ]
    claims = [
        claim(
            p,
            p.text[:-1],
            "airstrike",
            at="Harmin",
            day="2018-03-06",
            to="market",
            speaker=who,
            figures=[(measure, n, q)],
        )
        for p, (_, n, q, who) in zip(pages, counts, strict=True)
    ]
    return [one for one in weigh(pages, claims).contradictions if one.field == measure]


def test_later_and_greater_is_an_update() -> None:
    """A toll that rises the next day replaces the first."""
    (one,) = found(("2018-03-06", 12, "exact", "SOHR"), ("2018-03-07", 19, "exact", "SOHR"))

    assert one.kind == "update"
    assert "12" in one.explanation
    assert "19" in one.explanation


def test_two_numbers_of_one_edition_conflict() -> None:
    """Two voices on one day with two exact numbers cannot both be right."""
    (one,) = found(("2018-03-06", 12, "exact", "SOHR"), ("2018-03-06", 31, "exact", "the governor"))

    assert one.kind == "conflict"


@pytest.mark.parametrize(
    ("first", "then", "kind"),
    [
        ("At first {} dead were told by a guard", "Nurses counted {} dead", "update"),
        ("The toll had risen to {}, said a guard", "The toll rose further to {}, said nurses", "update"),
        ("A guard counted {} dead", "Nurses counted {} dead", "conflict"),
    ],
)
def test_a_report_may_tell_how_its_count_rose(first: str, then: str, kind: str) -> None:
    """A report of no known day counts six, then eleven: by its words the one is the first, or the other the last."""
    said = [words.format(n) for words, n in ((first, 6), (then, 11))]
    page = report(f"Planes bombed Harmin. {said[0]}. {said[1]}.", None)
    claims = [
        claim(page, words, "casualty_figure", at="Harmin", speaker=who, figures=[("killed", n)])
        for words, who, n in zip(said, ("a guard", "nurses"), (6, 11), strict=True)
    ]

    assert [one.kind for one in weigh([page], claims).contradictions if one.field == "killed"] == [kind]


@pytest.mark.parametrize(("count", "kind"), [(90, "update"), (600, "scope")])
def test_a_toll_grows_only_so_far(count: int, kind: str) -> None:
    """Fifteen times the least known is an update a day later, a hundred times counts something else."""
    pages = [report(f"A raid on Harmin killed {n}.", day) for day, n in (("2018-03-06", 6), ("2018-03-07", count))]
    claims = [
        claim(page, page.text[:-1], "airstrike", figures=[("killed", n, "at_least")])
        for page, n in zip(pages, (6, count), strict=True)
    ]
    told = [Told(one, one.claim.figures[0], "") for one in traits_of(claims, {page.id: page for page in pages})]

    assert kind_of(told, running=False) == kind


@pytest.mark.parametrize(("days", "kind"), [("2018-03-02/2018-03-06", "scope"), ("2018-03-05/2018-03-06", "update")])
def test_the_dead_of_a_week_are_no_rise_of_a_days(days: str, kind: str) -> None:
    """Nine died on Tuesday and 31 within five days: they do not count the same."""
    told = (("2018-03-06", "2018-03-06", 9), ("2018-03-07", days, 31))
    pages = [report(f"Shells on Harmin killed {n}.", printed) for printed, _, n in told]
    claims = [
        claim(page, page.text[:-1], "shelling", day=day, figures=[("killed", n)])
        for page, (_, day, n) in zip(pages, told, strict=True)
    ]
    counted = [Told(one, one.claim.figures[0], "") for one in traits_of(claims, {page.id: page for page in pages})]

    assert kind_of(counted, running=False) == kind


def test_falling_toll_conflicts() -> None:
    """A later, lower count is no update."""
    (one,) = found(("2018-03-06", 40, "exact", "SOHR"), ("2018-03-07", 22, "exact", "the governor"))

    assert one.kind == "conflict"


def test_at_least_and_exactly_are_one_number() -> None:
    """At least 12 and 12 differ in firmness only."""
    (one,) = found(("2018-03-06", 12, "at_least", "SOHR"), ("2018-03-06", 12, "exact", "the governor"))

    assert one.kind == "granularity"


def test_same_number_told_twice_is_none() -> None:
    """Agreement is no contradiction."""
    assert found(("2018-03-06", 12, "exact", "SOHR"), ("2018-03-07", 12, "exact", "the governor")) == []


@pytest.mark.parametrize(
    ("number", "word", "one"),
    [(30, "dozens", True), (300, "dozens", False), (5, "dozens", False), (250, "hundreds", True)],
)
def test_vague_word_meets_what_it_can_mean(number: int, word: str, one: bool) -> None:
    """Dozens are 24 to 96."""
    floor = {"dozens": 24, "hundreds": 200}[word]
    vague = Figure("killed", floor, floor, None, f"vague:{word}", 0, 0, word)

    assert meet(vague, Figure("killed", number, number, number, "exact", 0, 0, str(number))) is one


def test_two_accused_conflict_and_a_wider_name_does_not() -> None:
    """Russia against Turkey conflicts; warplanes against Russia is one told more finely."""
    reports, claims = strike_pages()
    for first, second, kinds in (("Russia", "Turkey", ["conflict"]), ("warplanes", "Russia", [])):
        pages = [report(f"{who} bombed the market of Harmin ({who}).", "2018-03-06", who) for who in (first, second)]
        more = [
            claim(p, p.text[:-1], "airstrike", by=who, at="Harmin", day="2018-03-06", to="market")
            for p, who in zip(pages, (first, second), strict=True)
        ]
        weighed = weigh([*reports, *pages], [*claims, *more])

        assert [one.kind for one in weighed.contradictions if one.field == "perpetrator"] == kinds


def test_neighbouring_towns_are_granularity() -> None:
    """A village and the town beside it name one place."""
    pages = [
        report(f"Shells hit a school in {town} on Tuesday and killed 9 pupils.", "2018-03-06", town)
        for town in ("Harmin", "Telbin")
    ]
    claims = [
        claim(p, p.text[:-1], "shelling", at=town, day="2018-03-06", to="school", figures=[("killed", 9)])
        for p, town in zip(pages, ("Harmin", "Telbin"), strict=True)
    ]
    weighed = weigh(pages, claims)

    assert [(one.field, one.kind) for one in weighed.contradictions] == [("place", "granularity")]


def test_difference_that_another_event_tells_with_more_is_told_once() -> None:
    """Claims that stand in two events contradict each other once, where most is said about it."""

    def told(name: str, *claims: str) -> Contradiction:
        values = tuple(Value(claim, (claim,)) for claim in claims)
        return Contradiction(name, f"event of {name}", "killed", "conflict", values, "")

    few, many, other = told("a", "c1", "c2"), told("b", "c1", "c2", "c3"), told("c", "c1", "c4")

    assert each_once([few, many, other]) == [many, other]


def credited(first: int, second: int, printed: str) -> list[tuple[str, str]]:
    """What is found where two reports credit one clinic with two numbers of dead, the second printed on a day."""
    pages = [
        report("The raid on the mill of Harmin killed many, the clinic said.", "2018-03-06", "Courier"),
        report("The clinic counted those killed in the raid on the mill of Harmin.", printed, "Post"),
    ]
    told = [
        claim(
            page, page.text[:-1], "airstrike", at="Harmin", day="2018-03-06", speaker="clinic", figures=[("killed", n)]
        )
        for page, n in zip(pages, (first, second), strict=True)
    ]
    return [(one.field, one.kind) for one in weigh(pages, told).contradictions]


def test_one_source_credited_with_two_numbers_on_one_day() -> None:
    """Thirty and forty of one clinic on one day cannot both be what it said; a day later the toll may have risen."""
    assert ("killed, as one source is quoted", "conflict") in credited(30, 40, "2018-03-06")
    assert "killed, as one source is quoted" not in [field for field, _ in credited(30, 40, "2018-03-07")]


def called(first: str, second: str) -> list[str]:
    """What is found where two reports call one place of the gazetteer by two names."""
    pages = [report(f"Shells fell on {name} at noon.", outlet=name) for name in (first, second)]
    told = [claim(page, page.text[:-1], "shelling", day="2018-03-06") for page in pages]
    where = [Place(one.start + 15, one.start + 15 + len(name), name, "Ayn", "geonames:1", "Syria", None, 36.9, 38.4, None, "exact")
             for one, name in zip(told, (first, second), strict=True)]  # fmt: skip
    told = [replace(one, place=place) for one, place in zip(told, where, strict=True)]
    return [one.kind for one in weigh(pages, told).contradictions if one.field == "name of the place"]


def test_one_place_under_two_names() -> None:
    """A Kurdish name and an Arabic one are two names; two spellings, or one with its article, are one."""
    assert called("Girgevir", "Tell al-Abyar") == ["naming"]
    assert called("Sarmit", "Sarmeet") == []
    assert called("al-Zallum", "Zallum") == []


def accused(*doers: str, denied: str | None = None) -> list[list[str]]:
    """The doers of one raid on a market as the contradiction between outlets tells them; `denied` is who denies it."""
    told = [(f"The raid on the market of Harmin was the work of {who}", "airstrike", who) for who in doers]
    told += [(f"{denied} denied that it bombed the market of Harmin", "denial", denied)] if denied else []
    pages = [report(f"{words}.", outlet=f"Outlet {n}") for n, (words, _, _) in enumerate(told)]
    more = {"at": "Harmin", "day": "2018-03-06", "to": "market"}
    claims = [
        claim(page, words, kind, by=who, speaker=who if kind == "denial" else f"witness {n}", **more)
        for n, (page, (words, kind, who)) in enumerate(zip(pages, told, strict=True))
    ]
    found = [one for one in weigh(pages, claims).contradictions if one.field == "perpetrator"]
    return [[value.value for value in one.values] for one in found]


def test_a_kind_of_armed_men_or_a_shorter_name_is_no_other_doer() -> None:
    """Militants may be of any band, and the coalition is the one named; two bands are two."""
    assert accused("militants", "Boko Haram") == accused("the coalition", "the Saudi-led coalition") == []
    assert accused("Boko Haram", "the Mill Front") == [["boko haram", "mill front"]]


def test_what_a_side_calls_its_enemy_names_nobody() -> None:
    """Invaders are no other doer than the army that somebody names."""
    assert accused("Russia", "the invaders", "the enemy") == []
    assert accused("Russia", "the occupiers", "Ukraine") == [["Russia", "Ukraine"]]


def test_who_denies_a_charge_repeats_it() -> None:
    """That one is said by oneself to have done what one denies sets nobody against anybody."""
    page = report(
        "Russia spoke of a raid on Harmin that it was alleged to have flown. Russia denied it was behind the raid."
    )
    told, none = page.text[:-1].split(". ")
    more = {"at": "Harmin", "day": "2018-03-06", "by": "Russia", "speaker": "Russia"}
    claims = [claim(page, told, "airstrike", **more), claim(page, none, "denial", **more)]

    assert not [one for one in weigh([page], claims).contradictions if one.field == "perpetrator"]


def test_a_member_denies_what_its_coalition_is_charged_with() -> None:
    """Saudi Arabia denies a raid of the coalition that it leads."""
    assert accused("the Saudi-led coalition", denied="Saudi Arabia") == [
        ["saudi-led coalition", "denied by Saudi Arabia"]
    ]


def test_a_toll_that_is_not_final_is_no_denial_of_victims() -> None:
    """An official who calls a count not final denies nobody's death."""
    page = report("Shells on Harmin killed nine. The governor said that the toll was not yet final.")
    shells, said = page.text[:-1].split(". ")
    more = {"at": "Harmin", "day": "2018-03-06"}
    claims = [
        claim(page, shells, "shelling", figures=[("killed", 9)], **more),
        claim(page, said, "denial", speaker="governor", **more),
    ]

    assert not [one for one in weigh([page], claims).contradictions if one.field == "victims"]
