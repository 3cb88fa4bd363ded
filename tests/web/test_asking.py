"""What is asked in the address is what comes back: every filter, alone and with others."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest
from visiting import Visitor

from dateline.web.asked import Asked, Misasked


@pytest.fixture(scope="module")
def visitor(weighed: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    """One visitor for all of these tests, who only asks."""
    one = Visitor(Path(copyfile(weighed, tmp_path_factory.mktemp("asked") / "dateline.db")))
    with one.client:
        yield one


def found(visitor: Visitor, **asked: object) -> int:
    """How many events match."""
    answer = visitor.client.get("/events.json", params=asked)
    assert answer.status_code == 200, answer.text
    return int(answer.json()["total"])


@pytest.mark.parametrize(
    "asked",
    [
        {"type": "shelling"}, {"grade": "contested"}, {"place": "Tell Arwa"}, {"actor": "the army"}, {"outlet": "Gulf Ledger"},
        {"speaker": "medics"}, {"precision": "exact"}, {"review": "open"}, {"told": "news"}, {"q": "market"}, {"q": '"shells struck"'},
        {"q": "mark"}, {"from": "2021-03-01"}, {"to": "2021-03-02"}, {"area": "36,35,37,36"}, {"changed": "2021-03-03"},
        {"type": ["shelling", "agreement"], "outlet": "Harbour Daily"},
    ],
    ids=str,
)  # fmt: skip
def test_each_filter_finds(visitor: Visitor, asked: dict[str, object]) -> None:
    """Each filter lets the shelling through."""
    assert found(visitor, **asked) >= 1


@pytest.mark.parametrize(
    "asked",
    [
        {"type": "airstrike"}, {"grade": "denied"}, {"place": "Nowhere"}, {"q": "submarine"}, {"from": "2021-04-01"}, {"to": "2021-01-01"},
        {"area": "0,0,1,1"}, {"changed": "2022-01-01"}, {"review": "accepted"}, {"type": "shelling", "outlet": "Nobody"},
    ],
    ids=str,
)  # fmt: skip
def test_each_filter_holds_back(visitor: Visitor, asked: dict[str, object]) -> None:
    """Each filter holds everything back where nothing is so."""
    assert found(visitor, **asked) == 0


@pytest.mark.parametrize(
    "asked", [{"from": "yesterday"}, {"area": "1,2"}, {"area": "nan,0,1,1"}, {"page": "0"}, {"sort": "luck"}], ids=str
)
def test_what_cannot_be_asked_is_told(visitor: Visitor, asked: dict[str, str]) -> None:
    """A day that is none, an area that is no box: told, never guessed at."""
    assert visitor.client.get("/events.json", params=asked).status_code in (400, 422)
    assert visitor.client.get("/", params=asked).status_code == 400


@pytest.mark.parametrize(
    "days", [("0001-01-01", "9999-12-31"), ("9999-12-31", "0001-01-01"), ("", "9999-12-31"), ("0001-01-01", "")]
)
def test_no_days_break_the_picture(visitor: Visitor, days: tuple[str, str]) -> None:
    """A calendar's first and last day can be asked for like any other."""
    assert visitor.client.get("/", params={"from": days[0], "to": days[1]}).status_code == 200


@pytest.mark.parametrize("words", ['"', "AND", "a OR", "*", "NEAR(", "x:y", "-", "(((", "ق", "'; DROP", "\x00"])
def test_no_words_break_the_search(visitor: Visitor, words: str) -> None:
    """Whatever is typed is looked for as words, never read as a query."""
    assert visitor.client.get("/", params={"q": words}).status_code == 200


def test_an_address_comes_back_as_asked() -> None:
    """A question written into an address and read again is the same question."""
    asked = Asked(
        "bridge", date(2021, 1, 1), None, date(2021, 2, 1), (1.0, 2.0, 3.0, 4.0), {"grade": ("denied",)}, "voices", 2
    )

    assert Asked.of(asked.pairs()) == asked


def test_too_much_picked_is_told() -> None:
    """A question has an end."""
    with pytest.raises(Misasked, match="at most"):
        Asked.of([("actor", str(n)) for n in range(500)])


def test_counts_leave_out_their_own_filter(visitor: Visitor) -> None:
    """Having picked one kind, a reader still sees how many there are of the others."""
    page = visitor.see("/?type=shelling")

    assert 'value="agreement"' in page
