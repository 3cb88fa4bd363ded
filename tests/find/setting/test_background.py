"""What a report recalls is told apart from its news; the data's own sentences are the test."""

import pytest

from dateline.find.notes import Sentence
from dateline.find.sentences.parser import load_parser
from dateline.find.setting.background import background_reason, old_beside
from dateline.find.setting.chronicle import chronicled, day_above
from dateline.model import Figure, Time
from dateline.times import Interval
from dateline.words.recall import load_recall

PUBLISHED = Interval.parse("2019-06-12", None)
MARCH = Time(0, 10, "March 2017", "DATE", "2017-03", Interval.parse("2017-03", None))
RECALLED = sorted(load_recall().recalled)
NEWS = sorted(load_recall().news)


def reason(marked: str, time: Time | None = None) -> str | None:
    """The reason for the word between « and »."""
    at, text = marked.index("«"), marked.replace("«", "").replace("»", "")
    sentence = Sentence(0, len(text), text, "body", 0, load_parser()([text])[0])
    head = next(word.i for word in sentence.words if word.start <= at < word.end)
    return background_reason(sentence, head, time, (), PUBLISHED)


@pytest.mark.model
@pytest.mark.parametrize("marked", RECALLED)
def test_recalled(marked: str) -> None:
    """Each of these is recalled."""
    assert reason(marked, MARCH if "2017" in marked else None) is not None


@pytest.mark.model
@pytest.mark.parametrize("marked", NEWS)
def test_news(marked: str) -> None:
    """None of these is."""
    assert reason(marked) is None


@pytest.mark.model
def test_an_old_day_is_recalled() -> None:
    """What ended a month ago or longer is recalled, whatever the clause."""
    assert reason("Shelling «killed» four people in the port in March 2017.", MARCH) is not None


@pytest.mark.model
def test_an_old_date_deep_in_the_clause() -> None:
    """A date of long ago that stands in the clause of a happening without a day recalls it; one after "since" counts from."""
    text = "Troops retook the port after a siege of the harbours there in March 2017."
    since = "Troops retook the port in the hardest fighting since March 2017."

    assert beside(text, "retook") is not None
    assert beside(since, "retook") is None


def beside(text: str, verb: str) -> str | None:
    """The reason that the date in a text gives for recalling the happening of a verb."""
    sentence = Sentence(0, len(text), text, "body", 0, load_parser()([text])[0])
    at = text.index("March")
    time = Time(at, at + 10, "March 2017", "DATE", "2017-03", Interval.parse("2017-03", None))
    return old_beside(sentence, next(w.i for w in sentence.words if w.text == verb), (time,), PUBLISHED)


def entry(block: int, words: str, at: int) -> Sentence:
    """A sentence of a paragraph."""
    return Sentence(at, at + len(words), words, "body", block)


@pytest.mark.parametrize(("mark", "old"), [(" - ", True), (": ", True), (" ", False)])
def test_an_entry_of_a_chronology_is_recalled(mark: str, old: bool) -> None:
    """All that stands under an older day parted from it by a dash or a colon is; a day that only opens a sentence dates it."""
    first = f"March 2017{mark}Rebels take the port."
    text = f"{first} The army flees."
    sentences = [entry(3, first, 0), entry(3, "The army flees.", len(first) + 1)]

    assert (chronicled(day_above(text, sentences, 1, [MARCH]), PUBLISHED) is not None) is old


@pytest.mark.parametrize(("block", "low", "old"), [(5, 4000, True), (0, 4000, False), (5, 40, False)])
def test_thousands_of_dead_below_the_head_are_a_wars(block: int, low: int, old: bool) -> None:
    """A toll that no day had is a total of the war, unless the report opens with it."""
    text = "Fighting killed many."
    sentence = Sentence(0, len(text), text, "body", block, load_parser()([text])[0])
    figure = Figure("killed", low, low, low, "exact", 9, 20, "killed many")

    assert (background_reason(sentence, 1, None, (figure,), PUBLISHED) is not None) is old


@pytest.mark.model
def test_what_is_to_come_is_not_recalled_by_what_led_to_it() -> None:
    """A stretch of years that ends now recalls what it lasted for, not what will come of it."""
    years = Time(0, 10, "three years", "DURATION", "P3Y", Interval.parse("2016-06-12", "2019-06-13"))

    assert reason("Raids «killed» four people in three years.", years) is not None
    assert reason("Villagers will not «accept» him after three years of raids.", years) is None
