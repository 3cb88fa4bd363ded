"""What comes back word for word is one claim told again, and what two stories only have in kind is no bond."""

from dataclasses import replace

from scenes import claim, report, together

from dateline.model import Time
from dateline.times import Interval
from dateline.weigh import weigh
from dateline.weigh.same.alike import likeness
from dateline.weigh.same.repeated import gist, told_once
from dateline.weigh.settled import traits_of
from dateline.weigh.traits import Traits, weights

SAID = "Rescue crews in Harmin pleaded for diesel so that the bakery ovens could be fired again"


def traits(*told: tuple[str, str, str]) -> list[Traits]:
    """The traits of one claim a report: its words, its type and who says it."""
    pages = [report(f"{words}.", f"2018-03-{6 + n:02d}", f"Outlet {n}") for n, (words, _, _) in enumerate(told)]
    claims = [claim(p, words, kind, speaker=who) for p, (words, kind, who) in zip(pages, told, strict=True)]
    found = {one.claim.id: one for one in traits_of(claims, {page.id: page for page in pages})}
    return [found[one.id] for one in claims]


def test_sentence_that_comes_back_is_one_claim() -> None:
    """A follow-up of another week that repeats a sentence joins its event, however many other things both tell."""
    one = report(f"{SAID}. A bridge in Qasra was opened by the minister of roads.", "2018-03-06", "Courier")
    two = report(f"Snow closed the northern pass for lorries with timber. {SAID}.", "2018-03-19", "Post")
    told = [claim(page, SAID, "demand", speaker="rescue crews") for page in (one, two)]

    assert together(weigh([one, two], told), *told)


def test_word_for_word_is_one_whoever_is_taken_for_its_speaker() -> None:
    """Two reports print one sentence; the reader took it for two people's."""
    block = traits((SAID, "demand", "rescue crews"), (SAID, "demand", "the mayor"))

    assert told_once(block, weights(block), likeness(block, weights(block))) == [[0, 1]]


def test_nearly_the_same_words_of_two_are_two() -> None:
    """One word is another, and so is the speaker: two appeals."""
    words = SAID.replace("Rescue crews", "Hospital porters")
    block = traits((SAID, "demand", "rescue crews"), (words, "demand", "porters"))

    assert told_once(block, weights(block), likeness(block, weights(block))) == [[0], [1]]


def test_few_words_are_the_same_by_chance() -> None:
    """ "He denied it" is no sentence by which a report is known."""
    (one,) = traits(("He denied it", "denial", "the mayor"))

    assert gist(one, {}) is None


def test_saying_about_another_matter_is_not_about_the_deed() -> None:
    """Who denies talks has not denied the raid told in the same breath."""
    block = traits(
        ("Planes bombed a mill in Harmin", "airstrike", ""),
        ("The minister denied any negotiations with the rebels", "denial", "minister"),
        ("The minister denied any attack on the mill", "denial", "minister"),
    )
    table = likeness(block, weights(block)).fields["other_matter"]

    assert table[0].tolist() == [0, -1, 0]


def test_clash_told_with_its_bombs_and_raid_told_with_its_battle_are_of_one_kind() -> None:
    """Two deeds of two kinds that each name the other's matter count as nearly one kind."""
    block = traits(
        ("Bombs fell as fighters battled for the mill", "clash", ""),
        ("Planes struck fighters in the battle for the mill with bombs", "airstrike", ""),
        ("Planes bombed a mill", "airstrike", ""),
    )
    kind = likeness(block, weights(block)).fields["kind"]

    assert kind[0, 1] > kind[0, 2]


def test_two_stories_that_share_only_a_kind_of_news_are_strangers() -> None:
    """A town, a name, a number or a day that both tell is a bond; a clash here and a clash there is none."""
    pages = [
        report("Gunmen clashed near a dam.", "2018-03-06", "Courier"),
        report("Troops fought in hills.", "2018-03-06", "Post"),
    ]
    told = [claim(page, page.text[:-1], "clash") for page in pages]
    block = list(traits_of(told, {page.id: page for page in pages}))

    assert likeness(block, weights(block)).fields["strangers"][0, 1] == -1


def test_what_two_reports_of_one_story_say_needs_something_in_common() -> None:
    """A story of many reports has many matters; its blows still go together without a word in common."""

    def strangers(kind: str) -> float:
        pages = [
            report("Envoys want buses at the dam.", "2018-03-06", "Courier", story="one"),
            report("Nobody will wait longer.", "2018-03-06", "Post", story="one"),
        ]
        told = [claim(page, page.text[:-1], kind) for page in pages]
        block = list(traits_of(told, {page.id: page for page in pages}))
        return float(likeness(block, weights(block)).fields["strangers"][0, 1])

    assert strangers("statement") < 0 == strangers("clash")


def test_what_an_essay_tells_here_and_there_needs_something_in_common() -> None:
    """A page that names a town is about what was there; of one that names none only what stands side by side goes together."""
    page = report("Gunmen ruled the coast. Buses were burnt. Nobody forgets who starved.")
    told = [claim(page, words, "clash") for words in page.text[:-1].split(". ")]

    def strangers(**more: str) -> list[float]:
        placed = [*told, claim(page, "starved", "statement", **more)]
        block = list(traits_of(placed, {page.id: page}))
        return [float(one) for one in likeness(block, weights(block)).fields["strangers"][0, 1:3]]

    assert strangers(at="Harmin") == [0.0, 0.0]
    assert strangers()[0] == 0.0 > strangers()[1]


def test_what_is_said_of_every_blow_is_said_of_each() -> None:
    """A bulletin ends every entry with one sentence: said after raids of two days it is no bond; said of one, it is told again."""
    words = "Residents who named those behind the raid all blamed the air force of the government"

    def told(first: str, second: str) -> list[list[int]]:
        pages = {
            (page := report(f"Raid {n}. {words}.", f"2018-03-2{n}", f"Outlet {n}", story=f"story {n}")).id: page
            for n in (1, 2)
        }
        claims = [claim(page, words, "airstrike", speaker="residents") for page in pages.values()]
        claims = [
            replace(one, time=Time(0, 4, day, "DATE", day, Interval.parse(day, None), day))
            for one, day in zip(claims, (first, second), strict=True)
        ]
        block = traits_of(claims, pages)
        return told_once(block, weights(block), likeness(block, weights(block)))

    assert told("2018-03-06", "2018-03-09") == [[0], [1]]
    assert told("2018-03-06", "2018-03-06") == [[0, 1]]
