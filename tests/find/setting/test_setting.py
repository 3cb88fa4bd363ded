"""Where and when of claims: their own words first, then the story they continue, each inference with its reason."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

import pytest

from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.find.setting import settings
from dateline.find.times import times
from dateline.model import Attribution, Claim, Figure, Part, Place, Published, Report, Span, Stance
from dateline.times import Interval

pytestmark = pytest.mark.model
Precision = Literal["exact", "near", "admin2", "admin1", "country", "unknown"]


def span(text: str, words: str) -> Span:
    """Where some words stand in a text."""
    return Span(text.index(words), text.index(words) + len(words))


def told(
    text: str,
    acts: Sequence[tuple[str, str]],
    places: Sequence[str] = (),
    cues: Sequence[str] = (),
    out: str = "2021-05-05",
    precisions: Mapping[str, Precision] | None = None,
    modality: Literal["actual", "hypothetical"] = "actual",
) -> list[Claim]:
    """The claims named by (trigger, type), one a sentence, after their setting."""
    report = Report(
        "r",
        "r.txt",
        "0",
        text,
        (Part(0, len(text), "body"),),
        Published(Interval.parse(out, None), "given"),
        language="en",
    )
    notes = times(sentences(Notes(report), parser=load_parser()))
    claims = []
    for trigger, kind in acts:
        at = span(text, trigger)
        home = next(s for s in notes.sentences if at in s.span)
        stance: Stance = "demands" if kind == "demand" else "asserts"
        claims.append(Claim(trigger, "r", home.start, home.end, home.text, kind, at, stance=stance))
    claims[-1:] = [replace(claim, modality=modality) for claim in claims[-1:]]
    toponyms = tuple(_place(span(text, name), name, (precisions or {}).get(name, "exact")) for name in places)
    said = tuple(
        Attribution(at.start, at.end, cue, None, at, home.span, direct=False)
        for cue in cues
        for at in [span(text, cue)]
        for home in [next(s for s in notes.sentences if at in s.span)]
    )
    noted = Notes(report, notes.sentences, notes.times, toponyms, (), (), (), said, (), tuple(claims))
    return list(settings(noted).claims)


def _place(at: Span, name: str, precision: Precision) -> Place:
    """A place of one country, a land of its own; an unknown one has no point."""
    land = "XB" if precision == "country" else "XA"
    point = None if precision == "unknown" else 1.0
    return Place(at.start, at.end, name, name, country=land, lat=point, lon=point, precision=precision)


def day(claim: Claim) -> tuple[str, str] | None:
    """The interval of a claim's time."""
    return claim.time.when.iso() if claim.time and claim.time.when else None


def test_a_day_tied_to_the_act() -> None:
    """The day in the clause of the act is the act's."""
    (claim,) = told("Shelling killed four people in Dura on Monday.", [("Shelling", "shelling")])

    assert day(claim) == ("2021-05-03", "2021-05-04")


def test_a_day_of_saying_is_not_the_day_of_the_act() -> None:
    """ "The monitor said on Wednesday" dates the saying; the toll goes on about what was dated before."""
    text = "A raid hit Dura on Monday. The raid killed four people, the monitor said on Wednesday."
    first, second = told(text, [("raid hit", "airstrike"), ("killed", "casualty_figure")], cues=["said"])

    assert day(first) == day(second) == ("2021-05-03", "2021-05-04")
    assert any("goes on about" in reason for reason in second.because)


def test_undated_news_is_of_the_last_two_days() -> None:
    """Where nothing gives a day, the interval up to publication holds it, and says so."""
    (claim,) = told("The ministers met in Geneva.", [("met", "meeting")])

    assert day(claim) == ("2021-05-04", "2021-05-06")
    assert any("no day is told" in reason for reason in claim.because)


def test_since_lasts_until_the_report() -> None:
    """ "Since April 28" is a stretch, not that day."""
    (claim,) = told("Since April 28, eleven clinics have been struck.", [("struck", "facility_attack")])

    assert day(claim) == ("2021-04-28", "2021-05-06")


def test_recent_weeks_reach_back() -> None:
    """A vague recent stretch gets an interval that ends with the report."""
    (claim,) = told("Thousands have fled the valley in recent weeks.", [("fled", "displacement_figure")])

    assert day(claim) == ("2021-04-08", "2021-05-06")


def test_a_place_tied_to_the_act() -> None:
    """The place the act hangs on is its place, not one on the way."""
    text = "Shelling hit Dura, which lies on the road to Basir."
    (claim,) = told(text, [("hit", "shelling")], places=["Dura", "Basir"])

    assert claim.place is not None
    assert claim.place.name == "Dura"


def test_the_story_gives_the_place_that_a_claim_leaves_open() -> None:
    """A toll without a place belongs where the strike was told to be, with the reason."""
    text = "Shelling hit Dura on Monday. Four people were killed."
    _, toll = told(text, [("hit", "shelling"), ("killed", "casualty_figure")], places=["Dura"])

    assert toll.place is not None
    assert toll.place.name == "Dura"
    assert any("the story it continues" in reason for reason in toll.because)


def test_a_meeting_takes_no_place_from_the_story() -> None:
    """Speech is placed only where its own report places it."""
    text = "Shelling hit Dura on Monday. The ministers met."
    _, meeting = told(text, [("hit", "shelling"), ("met", "meeting")], places=["Dura"])

    assert meeting.place is None


def test_a_demand_has_its_deadline() -> None:
    """What is demanded "by Friday" is due that day."""
    (claim,) = told("The general demanded that the rebels leave the port by Friday.", [("demanded", "demand")])

    assert claim.deadline == "2021-05-07"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The general demanded on Tuesday that the rebels leave the port.", None),
        ("The general demanded that the rebels leave the port on Friday.", "2021-05-07"),
        ("The general demanded to know who had taken the port within an hour.", None),
        ("The general demanded that they quit the port within two days.", "2021-05-07"),
        ("On Monday the general demanded that they be given ten days to quit the port.", "2021-05-13"),
        ("The general demanded, in a 48-hour ultimatum, that they leave the port.", "2021-05-07"),
        ("The general demanded that they keep to a deadline of May 9.", "2021-05-09"),
        ("The general demanded a 20-day truce, and asked for a ten-day pause.", None),
        (
            "The general demanded that they leave. Should they fail to do so by May 8, he will send troops.",
            "2021-05-08",
        ),
        ("The general demanded that they leave. The mill should not be sold by May 8.", None),
    ],
)
def test_a_day_behind_is_no_deadline(text: str, due: str | None) -> None:
    """The day of the demand, and the time a thing took, are no dates it is due."""
    (claim,) = told(text, [("demanded", "demand")])

    assert claim.deadline == due


@pytest.mark.parametrize(
    ("text", "trigger", "span"),
    [
        ("The convoy set out days after gunmen killed two guards.", "killed", ("2021-04-29", "2021-05-06")),
        ("The convoy left two weeks after gunmen killed two guards.", "killed", ("2021-04-19", "2021-04-26")),
        ("On Monday, a day after gunmen killed two guards, it left.", "killed", ("2021-05-02", "2021-05-03")),
        ("Barely a week since shells hit the mill, it burned.", "hit", ("2021-04-26", "2021-05-03")),
    ],
)
def test_an_act_after_which_something_happened(text: str, trigger: str, span: tuple[str, str]) -> None:
    """What a thing is told to come so long after lies so long before the day told, or before publication."""
    (claim,) = told(text, [(trigger, "armed_attack")])

    assert day(claim) == span


def test_days_later_count_from_what_was_told() -> None:
    """ "Days later" reaches some days on from the last time told."""
    _, raid = told(
        "Troops reached Dura in March. Days later shells hit the port.",
        [("reached", "territorial_control"), ("hit", "shelling")],
    )

    assert day(raid) == ("2021-03-01", "2021-04-07")


def test_the_displaced_are_where_they_were_counted() -> None:
    """A claim of displacement takes the place of its count: where they left, not the nearer one where they are."""
    text = "In Dura 900 people were displaced to camps at Basir."
    (before,) = told(text, [("displaced", "displacement_figure")], places=["Dura", "Basir"])
    assert before.place is not None
    left = Place(
        *_ends(text, "Dura"),
        "Dura",
        "Dura",
        country="XA",
        lat=1.0,
        lon=1.0,
        precision="exact",
    )
    counted = Figure("displaced", 900, 900, 900, "exact", *_ends(text, "900 people"), "900 people", place=left)
    assert _settled(text, replace(before, place=None, figures=(counted,))).place == left


def _ends(text: str, words: str) -> tuple[int, int]:
    at = span(text, words)
    return at.start, at.end


def _settled(text: str, claim: Claim) -> Claim:
    """One claim of a text without known places after its setting."""
    report = Report("r", "r.txt", "0", text, (Part(0, len(text), "body"),), Published(None, "none"))
    notes = sentences(Notes(report), parser=load_parser())
    (done,) = settings(replace(notes, claims=(claim,))).claims
    return done


def test_a_place_where_nothing_happened_is_no_place_of_the_story() -> None:
    """A city that is only named gives no claim its place."""
    text = "The film was shot in Dura. Four people were killed."
    (toll,) = told(text, [("killed", "casualty_figure")], places=["Dura"])

    assert toll.place is None


def test_what_may_happen_is_not_pinned_to_a_town() -> None:
    """A raid that may come is not where the last one was."""
    text = "Shelling hit Dura on Monday. A raid may follow."
    _, raid = told(text, [("hit", "shelling"), ("raid", "armed_attack")], places=["Dura"], modality="hypothetical")

    assert raid.place is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shelling hit Dura on Monday. Later, shells struck the town.", "Dura"),
        ("Shelling hit Dura on Monday. Later, shells struck in the city.", "Dura"),
    ],
)
def test_the_town_is_the_one_named_before(text: str, name: str) -> None:
    """ "The town" points back to the town named last, with the reason."""
    *_, shells = told(text, [("shells struck", "shelling")], places=[name])

    assert shells.place is not None
    assert shells.place.name == name
    assert any("points to" in reason for reason in shells.because)


def test_who_is_based_somewhere_does_not_act_there() -> None:
    """The seat of a monitor is no place of what it reports."""
    (toll,) = told(
        "A Dura-based monitor said four people were killed.", [("killed", "casualty_figure")], places=["Dura"]
    )

    assert toll.place is None


def test_a_region_holds_the_village_told() -> None:
    """Of "the village, in the region" the village is the place."""
    (raid,) = told(
        "A raid hit a depot in Karo, Dura.",
        [("raid", "armed_attack")],
        places=["Karo", "Dura"],
        precisions={"Dura": "admin1"},
    )

    assert raid.place is not None
    assert raid.place.name == "Karo"


@pytest.mark.parametrize(
    ("text", "trigger", "where"),
    [
        ("Rockets hit Karoland on Monday.", "hit", "Karoland"),
        ("Rockets hit an area of Karoland on Monday.", "hit", "Karoland"),
        ("Karoland witnessed three raids on Monday.", "raids", "Karoland"),
        ("Nine people died in Karoland's civil war.", "died", "Karoland"),
    ],
)
def test_a_land_is_a_place_where_something_befalls_it(text: str, trigger: str, where: str | None) -> None:
    """A land that is hit, that sees or suffers something is where it happens."""
    (claim,) = told(text, [(trigger, "armed_attack")], places=["Karoland"], precisions={"Karoland": "country"})

    assert (claim.place.name if claim.place else None) == where


def test_another_land_of_which_a_claim_tells_is_its_place() -> None:
    """What another land experienced is not put where the story plays."""
    text = "Shelling hit Dura on Monday. Karoland experienced protests too."
    _, protest = told(
        text,
        [("hit", "shelling"), ("protests", "protest")],
        places=["Dura", "Karoland"],
        precisions={"Karoland": "country"},
    )

    assert protest.place is not None
    assert protest.place.name == "Karoland"


def test_a_quarter_in_no_list_lies_in_the_town_of_the_story() -> None:
    """An unlisted quarter without a town gets the circle of the town that the report is about, with the reason."""
    text = "Shelling hit Dura on Monday. A shell hit the Basir neighbourhood."
    _, shell = told(
        text,
        [("hit Dura", "shelling"), ("shell hit", "shelling")],
        places=["Dura", "Basir"],
        precisions={"Basir": "unknown"},
    )

    assert shell.place is not None
    assert (shell.place.name, shell.place.precision, shell.place.lat) == ("Basir", "near", 1.0)
    assert any("nowhere known" in reason for reason in shell.because)


def test_a_land_that_owns_something_is_not_where_it_is() -> None:
    """An envoy of a land is attacked where the story plays."""
    text = "Shelling hit Dura on Monday. Gunmen attacked at a Karoland embassy."
    acts = [("hit", "shelling"), ("attacked", "armed_attack")]
    _, raid = told(text, acts, places=["Dura", "Karoland"], precisions={"Karoland": "country"})

    assert raid.place is not None
    assert raid.place.name == "Dura"


def test_the_city_before_a_name_in_another_clause() -> None:
    """ "In the town, after unrest in Basir" is in the town named before."""
    text = "Shelling hit Dura on Monday. Protests broke out in the town after days of unrest in Basir."
    _, protest = told(text, [("hit", "shelling"), ("Protests", "protest")], places=["Dura", "Basir"])

    assert protest.place is not None
    assert protest.place.name == "Dura"


def test_a_place_named_long_ago_no_longer_holds() -> None:
    """Sentences on, among other places, a claim is put no finer than in the land."""
    text = (
        "Shells hit Dura on Monday. Talks went on in Tarin. A convoy reached Kesh. Aid came to Merv. "
        "Schools shut in Ostrel. Rain fell on Lodva in Marenga. Snipers killed two guards."
    )
    places = ["Dura", "Tarin", "Kesh", "Merv", "Ostrel", "Lodva", "Marenga"]
    claims = told(text, [("hit", "shelling"), ("killed", "armed_attack")], places, precisions={"Marenga": "country"})

    assert claims[1].place is None or claims[1].place.name != "Dura"


def test_what_goes_on_has_no_one_day() -> None:
    """What "has been" going on, or comes back, is of the week up to publication, not of the day told last."""
    text = "Shells hit Dura on Monday. Rebels have been fighting in the hills. Jets repeatedly bombed Kesh."
    claims = told(text, [("hit", "shelling"), ("fighting", "clash"), ("bombed", "airstrike")], ["Dura", "Kesh"])

    assert [day(claim) for claim in claims[1:]] == [("2021-04-29", "2021-05-06")] * 2


def test_nothing_happened_after_it_was_told() -> None:
    """What was told on a day is not dated by a later day of the story."""
    text = "Shells hit Dura on Tuesday. Gunmen killed two men in Kesh, police said on Sunday."
    claims = told(text, [("hit", "shelling"), ("killed", "armed_attack")], ["Dura", "Kesh"], cues=["said"])

    assert day(claims[1]) == ("2021-05-01", "2021-05-03")


def test_a_day_beside_a_place_is_of_the_act() -> None:
    """A bare weekday behind the place of what is told is the act's, not the saying's."""
    text = "Rockets struck Dura Sunday, killing 19 people, an official told the station."
    (claim,) = told(text, [("struck", "shelling")], ["Dura"], cues=["told"])

    assert day(claim) == ("2021-05-02", "2021-05-03")


def test_those_killed_in_the_war_are_recalled() -> None:
    """A count of no day "in the war" is no news."""
    (claim,) = told("She spoke for families of soldiers killed in the war.", [("killed", "casualty_figure")])

    assert claim.background


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The truce of April 3 was read out. Shells hit Dura on Monday. By the afternoon hundreds had fled.", "2021-05-03T12:00:00"),
        ("Shells hit Dura on Monday. The truce of April 3 was read out. By the afternoon hundreds had fled.", "2021-05-03T12:00:00"),
        ("Shells hit Dura on Monday. Today calm held. By 2 p.m. hundreds had fled.", "2021-05-05T14:00:00"),
    ],
    ids=["told last", "an older day between", "today"],
)  # fmt: skip
def test_an_hour_is_of_the_day_that_the_story_plays_on(text: str, start: str) -> None:
    """A day told in passing is not that of the hours that follow; today is."""
    *_, flight = told(text, [("Shells hit", "shelling"), ("fled", "displacement_figure")])

    assert day(flight) is not None
    assert (day(flight) or ("",))[0] == start
