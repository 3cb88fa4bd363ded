"""What a report recalls is told apart from its news; the data's own sentences are the test."""

import pytest

from dateline.find.background import background_reason, old_beside
from dateline.find.notes import Sentence
from dateline.find.parser import load_parser
from dateline.model import Time
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
