"""What binds and what parts the claims of one report."""

from collections.abc import Sequence

from scenes import claim, report

from dateline.weigh.same.alike import likeness
from dateline.weigh.settled import traits_of
from dateline.weigh.traits import weights


def fields(lines: Sequence[tuple[str, str, dict[str, str]]], name: str) -> list[float]:
    """A field of the first claim of one report, beside each claim of it."""
    page = report(". ".join(words for words, _, _ in lines) + ".")
    told = [claim(page, words, kind, **more) for words, kind, more in lines]
    block = list(traits_of(told, {page.id: page}))
    return [float(one) for one in likeness(block, weights(block)).fields[name][0]]


def test_a_report_turns_to_something_else() -> None:
    """What "Meanwhile" opens is not what stood before; what follows it may go on from either."""
    lines = [
        ("A mortar hit the mill", "shelling", {}),
        ("Meanwhile, a raid burnt the depot", "airstrike", {}),
        ("Four were hurt", "casualty_figure", {}),
    ]

    assert fields(lines, "turned") == [0.0, -1.0, 0.0]


def test_what_is_done_and_what_is_planned_are_hardly_one() -> None:
    """A raid that may come is not the one that came; a demand is no deed."""
    lines = [
        ("A raid burnt the depot", "airstrike", {}),
        ("Pilots plan more raids", "airstrike", {"modality": "planned"}),
        ("Villagers asked for calm", "demand", {"modality": "planned"}),
    ]

    assert fields(lines, "footing") == [0.0, -1.0, 0.0]


def test_far_down_a_page_whose_blows_name_no_town_goes_on_less_firmly() -> None:
    """The last of five blows goes on from the first as long as the page says where one of them was."""
    lines = [(f"A shell hit ward {n}", "shelling", {}) for n in range(5)]
    named = [("A shell hit Harmin", "shelling", {"at": "Harmin"}), *lines[1:]]

    assert fields(lines, "continuity")[1:] == [1.0, 1.0, 1.0, 0.5]
    assert fields(named, "continuity")[1:] == [1.0, 1.0, 1.0, 1.0]


def test_what_is_said_far_from_a_deed_needs_something_in_common() -> None:
    """A saying seven claims below a deed that shares nothing telling with it is hardly about that deed."""
    lines = [("Gunmen stormed Harmin", "armed_attack", {"at": "Harmin"})]
    lines += [(f"Nobody knew what came next in ward {n}", "statement", {}) for n in range(7)]
    lines += [("A shell hit Orvan", "shelling", {"at": "Orvan"})]
    found = fields(lines, "strangers")

    assert found[5] == 0.0 > found[6] == found[7]


def test_talks_and_sayings_are_matters_of_their_own() -> None:
    """Beside a raid that shares nothing with them stand talks, and who holds a town; a charge of the raid is about it."""
    lines = [
        ("Gunmen stormed Harmin", "armed_attack", {"at": "Harmin"}),
        ("Two envoys dined", "meeting", {}),
        ("Rebels hold most of the coast", "territorial_control", {}),
        ("Villagers blamed the guards", "accusation", {"stance": "accuses"}),
    ]
    talks, front, charge = fields(lines, "strangers")[1:]

    assert max(talks, front) < 0.0 == charge


def test_nothing_binds_what_a_page_of_talk_says() -> None:
    """Of readers' letters, one of which tells a deed, each is a matter of its own; a page of deeds goes on about them."""
    letters = [("Soldiers burnt huts", "armed_attack", {})]
    letters += [(f"Someone wants peace and bread {n}", "accusation", {"stance": "accuses"}) for n in range(6)]
    raids = [(words, "shelling" if n < 3 else kind, more) for n, (words, kind, more) in enumerate(letters)]

    assert fields(letters, "strangers")[4] < fields(raids, "strangers")[4]
