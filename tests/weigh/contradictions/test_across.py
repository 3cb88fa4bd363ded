"""What the claims of one story contradict across its events."""

from dataclasses import replace

from scenes import claim, report

from dateline.model import Claim, Event, Report, Time
from dateline.times import Interval
from dateline.weigh import weigh
from dateline.weigh.contradictions.across import LOOKS, Story
from dateline.weigh.settled import traits_of
from dateline.weigh.voices import voices_of

DAY = "2018-03-06"
Told = tuple[Report, Claim]


def told(words: str, kind: str, outlet: str = "Courier", printed: str = DAY, **more: object) -> Told:
    """A page of one story that makes one claim of one day, in Harmin unless it says where."""
    page = report(f"{words}.", printed, outlet, story="one")
    return page, claim(page, words, kind, **{"at": "Harmin", "day": DAY, **more})


def found(*pages: Told, events: tuple[Event, ...] = ()) -> set[tuple[str, str]]:
    """Field and kind of what the looks find in a story."""
    reports = {page.id: page for page, _ in pages}
    voices = {one.id: voices_of(one, reports, {}) for _, one in pages}
    homes = {one.id: [event for event in events if one.id in event.claims] for _, one in pages}
    story = Story(traits_of([one for _, one in pages], reports), homes, voices)
    return {(item.field, item.kind) for look in LOOKS for item in look(story)}


def test_a_denial_of_the_event_is_held_against_the_deed_it_denies() -> None:
    """The ministry knows of no shelling on the day on which a baker tells of it."""
    deed = told("A baker said shells fell on Harmin all morning", "shelling", by="Syrian army", speaker="baker")
    denial = told(
        "The army said there had been no shelling anywhere", "denial", "Post", by="Syrian army", speaker="Syrian army"
    )

    assert ("whether it happened", "conflict") in found(deed, denial)


def test_a_denial_is_not_held_against_the_deed_of_somebody_else() -> None:
    """What the rebels fired is nothing that the army denied of its own men."""
    deed = told("Rebels fired shells at Harmin", "shelling", by="rebels")
    denial = told(
        "The army said there had been no shelling anywhere", "denial", "Post", by="Syrian army", speaker="Syrian army"
    )

    assert found(deed, denial) == set()


def test_that_nobody_fought_denies_no_raid() -> None:
    """A visitor who saw no fighting has not looked at the sky."""
    raid = told("Planes of the army bombed the port", "airstrike", by="Syrian army", speaker="porters")
    calm = told("The army said there was no fighting", "denial", "Post", by="Syrian army", speaker="Syrian army")

    assert found(raid, calm) == set()


def test_no_dead_against_a_number_of_dead() -> None:
    """One page counts the dead and quotes who says that there are none."""
    page = report("Eleven people died in Harmin. The army denied it had killed any civilians there.", DAY, story="one")
    dead = claim(page, "Eleven people died in Harmin", "casualty_figure", day=DAY, figures=[("killed", 11)])
    none = claim(page, "The army denied it had killed any civilians", "denial", day=DAY, by="army", speaker="army")

    assert ("victims", "conflict") in found((page, dead), (page, none))


def test_one_word_for_the_days_of_a_count_is_no_other_time() -> None:
    """Two pages repeat that 1,900 were moved since Monday; a third says since when the operation ran."""
    moved = {"kind": "displacement_figure", "figures": [("evacuated", 1900)], "day": "2018-03-05/2018-03-06"}
    first = told("Some 1,900 were moved", **moved)
    again = told("Again 1,900 were moved", outlet="Post", **{**moved, "day": "2018-03-05/2018-03-07"})
    dated = Time(0, 6, "Monday", "DATE", None, Interval.parse("2018-03-05", "2018-03-07"))
    repeated = (again[0], replace(again[1], time=dated))
    same = (first[0], replace(first[1], time=replace(dated, when=Interval.parse("2018-03-05", "2018-03-06"))))

    assert ("evacuated: since when", "granularity") in found(first, again)
    assert found(same, repeated) == set()


def test_who_vowed_not_to_storm_a_town_and_did() -> None:
    """The vow of Tuesday and the tanks of Wednesday; tanks elsewhere break no vow."""
    words = "The army said it will not storm Harmin"
    vow = told(words, "statement", by="Syrian army", speaker="Syrian army", stance="promises")
    tanks = {"day": "2018-03-07", "by": "Syrian army", "printed": "2018-03-07"}
    there = told("Army tanks rolled into Harmin", "clash", "Post", **tanks)
    elsewhere = told("Army tanks rolled into Dorak", "clash", "Post", at="Dorak", **tanks)

    assert found(vow, there) == {("promise and deed", "conflict")}
    assert found(vow, elsewhere) == set()


def test_an_empty_town_and_the_gunmen_left_in_it() -> None:
    """An official calls the town clear while a monitor counts those who stayed."""
    empty = told("The mayor said Harmin was clear of gunmen", "statement", speaker="mayor")
    stayed = told("Ninety gunmen stayed behind in Harmin", "other", "Post", figures=[("population", 90, "gunmen")])
    came = told("Ninety gunmen came to Harmin", "other", "Post", figures=[("population", 90, "gunmen")])

    assert ("who is left", "conflict") in found(empty, stayed)
    assert found(empty, came) == set()


def sum_of(whole: int) -> set[tuple[str, str]]:
    """What is found where one page counts a whole, 14 in one town and 5 in another."""
    page = report("The dead of both towns. Fourteen died in Harmin. Five died in Dorak.", DAY, story="one")
    more = {"kind": "casualty_figure", "day": DAY, "speaker": "doctor"}
    return found(
        (page, claim(page, "The dead of both towns", figures=[("killed", whole)], **more)),
        (page, claim(page, "Fourteen died in Harmin", at="Harmin", figures=[("killed", 14)], **more)),
        (page, claim(page, "Five died in Dorak", at="Dorak", figures=[("killed", 5)], **more)),
    )


def test_parts_that_add_up_are_the_whole_told_more_finely() -> None:
    """Nineteen in all, fourteen here and five there; thirty is no sum of those."""
    assert sum_of(19) == {("killed: sum", "granularity")}
    assert sum_of(30) == set()


def test_one_number_told_of_two_spans() -> None:
    """Sixty villages taken since a named day, and sixty villages taken, no day told."""
    taken = {"kind": "territorial_control", "by": "Syrian army", "figures": [("villages_taken", 60)]}
    dated = told("On Saturday and since, the army has taken sixty villages", day="2018-03-03", **taken)
    loose = told("Sixty villages are now the army's", outlet="Post", formula="pub past1day", **taken)

    assert found(dated, loose) == {("villages taken: since when", "granularity")}
    assert found(dated, told("The army has taken sixty villages", outlet="Post", day="2018-03-03", **taken)) == set()


def truce(name: str, *claims: Claim) -> Event:
    """The event of a truce that holds these claims."""
    rest = {"reports": (), "outlets": (), "voices": (), "place": None, "time": None, "figures": (), "by": (), "to": ()}
    ids = tuple(one.id for one in claims)
    more = {"grade": "corroborated", "codes": {}, "first_seen": None, "background": False}
    return Event(id=name, type="ceasefire_start", title=name, claims=ids, **rest, **more)


def test_two_truces_that_one_raid_is_said_to_break() -> None:
    """One page ties the shelling to the spring truce, another to the accord of the year before."""
    spring = told("The army shelled Harmin in breach of the spring truce", "ceasefire_violation", by="Syrian army")
    accord = told("The army broke the accord of 2017 at Harmin", "ceasefire_violation", "Post", by="Syrian army")
    two = (truce("Truce of spring", spring[1]), truce("Accord of 2017", accord[1]))

    assert ("which truce", "scope") in found(spring, accord, events=two)
    assert found(spring, accord, events=(truce("Truce of spring", spring[1], accord[1]),)) == set()


def test_the_tolls_of_one_war_differ_wherever_they_stand() -> None:
    """Two pages count the dead of one war from its first year on; many times more would count something else."""
    war = {"kind": "casualty_figure", "day": "2011-03-15/2018-03-06", "at": "Syria"}
    least = told("The war has killed 310,000 people", figures=[("killed", 310_000)], **war)
    most = told("The war has left 420,000 people dead", outlet="Post", figures=[("killed", 420_000)], **war)

    assert found(least, most) == {("killed", "conflict")}


def test_two_agents_of_one_attack() -> None:
    """Experts name sarin in one report and chlorine in another of the same story."""
    blame = {"kind": "accusation", "by": "Syrian army"}
    sarin = told("Experts blamed the army for sarin", speaker="experts", **blame)
    chlorine = told("Medics blamed the army for chlorine", outlet="Post", speaker="medics", **blame)

    assert ("weapon", "granularity") in found(sarin, chlorine)


def test_no_comment_from_a_government_that_denied_it() -> None:
    """Nobody is quoted as silent; the words say from whom nothing was heard."""
    page = report("There was no comment from Ankara on the raid. Turkey denied the raid.", DAY, story="one")
    silence = claim(page, "There was no comment from Ankara on the raid", "statement", day=DAY)
    denial = claim(page, "Turkey denied the raid", "denial", day=DAY, by="Turkey", speaker="Turkey")

    assert ("reaction", "error") in found((page, silence), (page, denial))


def test_no_further_shells_deny_none() -> None:
    """Who tells of a quiet evening denies nothing that fell in the morning."""
    deed = told("Rockets fell on Harmin, a rebel said", "shelling", by="Syrian army", speaker="rebel")
    quiet = told("A clerk told of no further shelling so far", "denial", "Post", by="Syrian army", speaker="clerk")

    assert found(deed, quiet) == set()


def test_one_voice_does_not_contradict_its_own_denial() -> None:
    """The doctor who counts the dead of one street says that nobody died in the next."""
    dead = told("Six died in Harmin, the doctor said", "casualty_figure", speaker="doctor", figures=[("killed", 6)])
    none = told("The doctor denied there had been any dead", "denial", "Post", speaker="doctor")

    assert found(dead, none) == set()


RAIDED = ("Jets bombed a mill in Harmin", "Jets bombed a school in Dorak")


def disputed(*denials: tuple[str, str]) -> set[tuple[str, ...]]:
    """The titles of the places of blows at which somebody is told to deny them; denials are told of a place."""
    page = report(". ".join([*RAIDED, *(words for words, _ in denials)]) + ".")
    raids = [
        claim(page, words, "airstrike", at=words.split()[-1], day=DAY, by="Syrian army", speaker="miller")
        for words in RAIDED
    ]
    said = [claim(page, words, "denial", at=at, day=DAY, speaker="Syrian army") for words, at in denials]
    done = weigh([page], [*raids, *said])
    places = {event.id: event.place.name for event in done.events if event.place is not None}
    return {places[one.event] for one in done.contradictions if one.field == "perpetrator"}


def test_a_denial_of_a_days_raids_is_shown_at_each_of_them() -> None:
    """The army flew no sortie in the land that day; two towns were bombed in it."""
    assert disputed(("The army said it had flown no sortie that day", "Syria")) == {"Harmin", "Dorak"}


def test_a_denial_of_one_raid_is_shown_at_that_one() -> None:
    """What is denied of one town is not denied of the other."""
    assert disputed(("The army denied it had bombed anything in Harmin", "Harmin")) == {"Harmin"}


def test_what_two_pages_copy_word_for_word_tells_one_span() -> None:
    """One sentence on two pages counts the same people over the same days, whenever it was printed."""
    moved = {"kind": "displacement_figure", "figures": [("evacuated", 1900)]}
    first = told("Some 1,900 were moved by ship", day="2018-03-05/2018-03-06", **moved)
    again = told("Some 1,900 were moved by ship", outlet="Post", day="2018-03-05/2018-03-07", **moved)

    assert found(first, again) == set()
