"""Two readers: what one person decides counts for nothing until another decides the same."""

from dateline.model import Judgement
from dateline.weigh.seconded import parted, seconded


def said(by: str, verdict: str, subject: str = "event:1", at: str = "1", **fields: str) -> Judgement:
    """A decision."""
    return Judgement(subject, verdict, by, at, **fields)  # type: ignore[arg-type]  # a verdict in words


def test_one_person_is_not_enough() -> None:
    """Neither one decision nor the same person's second one counts."""
    assert seconded([said("ana", "accept"), said("ana", "accept", at="2")]) == ()


def test_two_who_agree_are() -> None:
    """The decision stands once, signed by both, dated when the second made it."""
    (one,) = seconded([said("ana", "reject"), said("bo", "reject", at="2")])

    assert (one.verdict, one.by, one.at) == ("reject", "ana and bo", "2")


def test_two_who_differ_are_listed_and_nothing_stands() -> None:
    """A disagreement is told, not decided by the later."""
    told = [said("ana", "accept"), said("bo", "reject", at="2")]

    assert seconded(told) == ()
    assert [[one.by for one in both] for both in parted(told)] == [["ana", "bo"]]


def test_a_third_settles_it_and_the_dissent_stays_listed() -> None:
    """Two against one stand; the one is still told."""
    told = [said("ana", "accept"), said("bo", "reject", at="2"), said("cleo", "accept", at="3")]

    assert [one.verdict for one in seconded(told)] == ["accept"]
    assert len(parted(told)) == 1


def test_one_takes_back_only_ones_own() -> None:
    """Taking back leaves what the other person decided, which then waits for a second one again."""
    told = [said("ana", "accept"), said("bo", "accept", at="2"), said("bo", "withdraw", at="3")]

    assert seconded(told) == ()
    assert [one.by for one in seconded([*told, said("cleo", "accept", at="4")])] == ["ana and cleo"]


def test_each_field_is_a_matter_of_its_own() -> None:
    """Two who correct different fields do not second each other; two who give one field other values differ."""
    place = said("ana", "correct", field="place", value="Tell Arwa")

    assert seconded([place, said("bo", "correct", field="type", value="clash")]) == ()
    assert len(parted([place, said("bo", "correct", field="place", value="Deir Nour")])) == 1


def test_a_pair_is_a_pair_either_way_round() -> None:
    """That two events are one can be seconded from the other of them."""
    told = [said("ana", "same", other="event:2"), said("bo", "same", subject="event:2", other="event:1")]

    assert len(seconded(told)) == 1
