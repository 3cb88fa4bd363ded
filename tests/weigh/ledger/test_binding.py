"""What binds nobody: forms of promise, demand and threat that nobody could be held to, each beside one that binds."""

from dataclasses import replace

import pytest
from tales import Said, kept, page, said

from dateline.model import Commitment, Party


def told(*claims: Said) -> tuple[Commitment, ...]:
    """The commitments of a page of May with these claims."""
    text = ". ".join(claim.words for claim in claims) + "."
    return kept(page("2021-05-10", text, *claims, country="Sudan")).commitments


def promise(words: str, by: str = "Chad", **more: str) -> Said:
    """What somebody says of things to come."""
    return said(words, "statement", by=by, speaker=by, stance="promises", modality="planned", **more)


def demand(words: str, by: str = "", to: str = "") -> Said:
    """What somebody asks."""
    return said(words, "demand", by=by, speaker=by, to=to)


@pytest.mark.parametrize(
    ("words", "binds"),
    [
        ("Chad said its president would travel to Khartoum", False),
        ("Chad said its president would address the nation", False),
        ("Chad will not comment on the raid", False),
        ("Chad said the cuts would be ruinous", False),
        ("Chad said the prisoners would be freed", True),
        ("Chad said it would send two battalions", True),
        ("Chad vowed that its answer would be harsh", True),
        ("We will be on the hill until the siege ends, Chad said", True),
    ],
)
def test_what_only_happens_is_no_promise(words: str, binds: bool) -> None:
    """A journey, a speech, silence towards the press and how things will be bind nobody; what is to be done does."""
    assert bool(told(promise(words))) is binds


@pytest.mark.parametrize(
    ("claim", "binds"),
    [
        (demand("no guard should ever have to fight so far from home"), False),
        (demand("the guards should leave the port", to="guards"), False),
        (demand("The guards were told to leave the port, as Chad demanded", to="guards"), True),
        (demand("We must be patient, Chad said", by="Chad"), False),
        (demand("The shelling must stop, Chad said: the attacks must end", by="Chad"), True),
        (demand("Chad said any deal should be thought through", by="Chad"), False),
        (demand("Chad said the clans must leave the port", by="Chad", to="clans"), True),
        (demand("Chad was asked what it had seen", to="Chad"), False),
        (demand("Chad can call on nine battalions", by="Chad"), False),
        (demand("Chad urged its citizens to defer all travel", by="Chad", to="citizens"), False),
        (demand("You have to see the port, a witness said", by="witness", to="readers"), False),
        (demand("An analyst called on the clans to leave the port", by="analyst", to="clans"), False),
    ],
)  # fmt: skip
def test_a_demand_has_somebody_who_asks_or_is_asked(claim: Said, binds: bool) -> None:
    """What a paper thinks should be, what all should do, questions, notices to travellers and wishes of onlookers are none."""
    assert bool(told(claim)) is binds


def test_what_may_come_of_it_is_no_threat() -> None:
    """A forecast is none; what somebody will do is."""
    may = said("The strip may find peace or face a long war, Chad said", "threat", by="Chad", speaker="Chad")
    will = said("Unless the camps go, it will raid the strip, Chad said", "threat", by="Chad", speaker="Chad")

    assert [bool(told(one)) for one in (may, will)] == [False, True]


def test_support_vowed_is_promised_not_threatened() -> None:
    """What is vowed for somebody is a promise."""
    aid = said("Chad vowed to support the clans", "threat", by="Chad", speaker="Chad")
    raid = said("Chad vowed to crush the clans", "threat", by="Chad", speaker="Chad")

    assert [one.kind for one in (*told(aid), *told(raid))] == ["promise", "threat"]


@pytest.mark.parametrize(
    ("words", "binds"), [("he will not give up the farm", False), ("he will not leave while the rebels shell the farm", True)]
)  # fmt: skip
def test_a_man_of_no_office_promises_where_it_is_of_the_war(words: str, binds: bool) -> None:
    """What somebody of no known country or office says he will do counts only where its own words are of the war."""
    report, claims = page("2021-05-10", f"Idris Bello said {words}.", promise(f"Idris Bello said {words}", by="Idris Bello"), country="Sudan")  # fmt: skip
    man = (Party("Idris Bello", "Idris Bello", kind="person"),)
    claim = replace(claims[0], by=man, speaker=man)

    assert bool(kept((report, (claim,))).commitments) is binds


def test_what_the_costs_will_not_do_is_no_promise() -> None:
    """ "Will not" binds whoever stands before it."""
    words = ("Chad said the costs will not ruin it", "Chad said it will not enter the strip")
    found = []
    for text in words:
        report, claims = page("2021-05-10", f"{text}.", said(text, "statement", modality="planned"), country="Sudan")
        by = (Party("Chad", "Chad", 0, 4),)
        found.append(bool(kept((report, (replace(claims[0], by=by, speaker=by),))).commitments))

    assert found == [False, True]


@pytest.mark.parametrize(
    ("words", "when", "due"),
    [
        ("Chad said on Wednesday that its men would leave the strip", "2021-05-12", None),
        ("Chad said its men would leave the strip on Wednesday", "2021-05-12", "2021-05-12"),
        ("Chad announced this week that its men would leave the strip", "2021-05-10..2021-05-16", None),
        ("Chad said its men would leave the strip by the end of this week", "2021-05-10..2021-05-16", "2021-05-16"),
    ],
)
def test_the_day_of_saying_is_no_due_day(words: str, when: str, due: str | None) -> None:
    """A promise is due on the day of what is promised, not on that of the words."""
    report, claims = page("2021-05-10", f"{words}.", promise(words, when=when), country="Sudan")
    assert claims[0].time is not None
    day = next(word for word in ("Wednesday", "this week") if word in words)
    at = words.index(day)
    (one,) = kept(
        (report, (replace(claims[0], time=replace(claims[0].time, start=at, end=at + len(day))),))
    ).commitments

    assert one.due == due


def test_the_week_of_the_words_is_no_deadline() -> None:
    """ "In a speech earlier this week he called on them to fight" gives nobody until Sunday."""
    words = "In a speech earlier this week Chad called on the clans to fight"
    asked = said(words, "demand", by="Chad", speaker="Chad", to="clans", deadline="2021-05-16")

    assert [(one.kind, one.due) for one in told(asked)] == [("demand", None)]


def test_what_a_man_of_no_office_says_will_come_is_no_threat() -> None:
    """A threat of somebody of no known country or office is one where he vows or warns; a forecast of the war is none."""
    words = ("The forces will fall apart as the war goes on, Idris Bello said", "Idris Bello vowed to fight the forces")
    found = []
    for text in words:
        report, claims = page("2021-05-10", f"{text}.", said(text, "threat"), country="Sudan")
        man = (Party("Idris Bello", "Idris Bello", kind="person"),)
        found.append(bool(kept((report, (replace(claims[0], by=man, speaker=man),))).commitments))

    assert found == [False, True]


def test_a_year_that_is_not_asked_for_is_no_deadline() -> None:
    """ "Asked for his discharge this year" gives nobody until its last day; "by the end of the year" does."""
    loose = said(
        "Chad asked the clans for a new census this year",
        "demand",
        by="Chad",
        speaker="Chad",
        to="clans",
        deadline="2021-12-31",
    )
    bound = said("Chad asked the clans for a census by the end of the year", "demand", by="Chad", speaker="Chad", to="clans", deadline="2021-12-31")  # fmt: skip

    assert [one.due for one in (*told(loose), *told(bound))] == [None, "2021-12-31"]
