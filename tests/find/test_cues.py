"""Words of saying in odd places: within quotations, in relative clauses, beside papers, as acts."""

import pytest

from dateline.find.actors import actors
from dateline.find.notes import Notes
from dateline.find.parser import load_parser
from dateline.find.sentences import sentences
from dateline.find.voices import voices
from dateline.model import Attribution, Part, Published, Report
from dateline.words.actors import load_roster

pytestmark = pytest.mark.model


def found(text: str) -> tuple[Attribution, ...]:
    """The attributions of a report of plain text."""
    report = Report("r", "k", "0", text, (Part(0, len(text), "body"),), Published(None, "none"))
    return voices(actors(sentences(Notes(report), parser=load_parser()), roster=load_roster())).attributions


def spans(text: str) -> list[tuple[str | None, str | None, str]]:
    """Speaker, cue and content of each attribution, as words."""
    return [
        (
            text[a.speaker.start : a.speaker.end] if a.speaker else None,
            text[a.cue.start : a.cue.end] if a.cue else None,
            text[a.content.start : a.content.end],
        )
        for a in found(text)
    ]


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
        ("The deacon declined to say whether the bell was sold.", ("The deacon", "declined", "to say whether the bell was sold")),
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
