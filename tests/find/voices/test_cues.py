"""Words of saying in odd places: within quotations, in relative clauses, beside papers, as acts."""

import pytest
from heard import found, spans

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("“The dam burst. The governor says nobody knew,” said Omar Diallo, a miller.", ["said"]),
        ("The mayor told Reuters that “the levy the army announced is theft”.", ["told"]),
        ("The army “denied” that its boats were near.", ["denied"]),
    ],
)
def test_what_is_said_within_a_quotation_is_the_quoted_ones(text: str, cues: list[str]) -> None:
    """A cue in a quotation is no saying of its own, unless whoever says it stands outside."""
    assert [cue for _, cue, _ in spans(text)] == cues


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The guild issued a statement saying the quay was shut.", ("The guild", "issued a statement saying", "the quay was shut")),
        ("In a survey last month, two thirds of the herders were in debt.", ("a survey last month", "In", "two thirds of the herders were in debt")),
        ("The raid that the army denied killed nine goats.", ("the army", "denied", "The raid")),
        ("The deacon declined to say whether the bell was sold.", ("The deacon", "declined to", "say whether the bell was sold")),
        ("By the weavers' account, the frost is over.", ("the weavers", "By", "the frost is over")),
        ("The frost, in the dean's words, is a plague.", ("the dean", "in", "The frost, in the dean's words, is a plague")),
        ("The dean, who had left the guild, called the levy a theft.", ("The dean", "called", "the levy a theft")),
        ("The army struck what it describes as a den of thieves.", ("it", "describes", "as a den of thieves")),
        ("The guild continues to insist that the levy is a theft.", ("The guild", "continues to insist", "that the levy is a theft")),
        ("The frost was late and is expected to last.", (None, "is expected", "to last")),
        ("The survey puts the loss at nine percent.", ("The survey", "puts", "the loss at nine percent")),
        ("Guild rebuffs the mayor's offer", ("Guild", "rebuffs", "the mayor's offer")),
        ("The steward says he will not stay and calls the levy a theft.", ("The steward", "calls", "the levy a theft")),
    ],
)  # fmt: skip
def test_cues_of_several_words_and_of_relative_clauses(text: str, told: tuple[str, str, str]) -> None:
    """A paper that comes out saying so, a poll without a verb, what a clause is told of, what is not said."""
    assert told in spans(text)


def test_what_is_denied_in_passing_is_nobodys_denial() -> None:
    """What a relative clause says of a thing leaves the sentence to the outlet, and so does what somebody will not say."""
    for text in (
        "The raid that the army denied killed nine goats.",
        "The army declined to say whether the bell was sold.",
    ):
        assert [(a.stance, a.voices) for a in found(text)] == [("asserts", ())]


@pytest.mark.parametrize(
    "text",
    [
        "The inn added two rooms.",
        "The planes continued their raids.",
        "Both camps maintained the truce.",
        "Let us see the dam.",
        "Nine boys were found by the divers.",
        "The guards charged with clubs in hand.",
        "The frost was mild, compared with that of May.",
        "The dean appeared at the mill.",
        "The votes were cast.",
        "A clerk asked not to be identified.",
        "A diver was called to help with the search.",
        "The baker called 911 at noon.",
        "The frost kept the growers from complaining of the levy.",
    ],
)
def test_acts_are_no_sayings(text: str) -> None:
    """Verbs of saying with a plain object are acts."""
    assert spans(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The mayor made it clear the bridge would stay shut.", "made it clear"),
        ("The growers were glad of the rain and confident that the frost was over.", "confident"),
        ("Few voters unhappy with the bailiff stayed.", "unhappy with"),
        ("The bishop came to Lima to denounce the looting of the granary.", "to denounce"),
    ],
)
def test_states_of_mind_and_aims(text: str, cue: str) -> None:
    """Adjectives joined to others or behind a noun, and what somebody came to say."""
    assert cue in [told for _, told, _ in spans(text)], spans(text)
