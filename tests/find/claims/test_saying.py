"""What a plain "said" hides; the data's own sentences are the test."""

import pytest

from dateline.find.actors import actors
from dateline.find.claims.groups import Group, groups
from dateline.find.claims.kind.accusing import accuses
from dateline.find.claims.roles.blameless import charges_nobody
from dateline.find.claims.saying import blamed, saying_of
from dateline.find.claims.saying.menace import on_condition
from dateline.find.frames import frames
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.find.voices import voices
from dateline.model import Part, Published, Report, Span
from dateline.words.actors import load_roster
from dateline.words.mood import load_acts

pytestmark = pytest.mark.model

STANCES = ("demands", "threatens", "promises", "accuses", "denies", "asserts")
EXAMPLES = [(text, stance) for stance in STANCES for text in sorted(getattr(load_acts(), stance))]


def group_of(text: str) -> Group:
    """The first group of a text."""
    report = Report("r", "r.txt", "0", text, (Part(0, len(text), "body"),), Published(None, "none"), language="en")
    notes = actors(sentences(Notes(report), parser=load_parser()), roster=load_roster())
    return next(groups(frames(voices(notes))))


@pytest.mark.parametrize(("text", "stance"), EXAMPLES, ids=[text[:40] for text, _ in EXAMPLES])
def test_examples(text: str, stance: str) -> None:
    """Each sentence of the data does by saying what its list tells."""
    assert saying_of(group_of(text)) == stance


def test_a_participle_blames() -> None:
    """ "…, blaming the army" adds an accusation, and tells whom."""
    group = group_of("The rebels said nine farmers were killed in a raid, blaming the Peruvian army for the attack.")

    assert saying_of(group) == "accuses"
    word = blamed(group.sentence, group.span)
    assert word is not None
    assert word.lower == "army"


def test_a_condition_within_what_is_said() -> None:
    """A threat that hangs on "unless" hangs on a condition; one without does not."""
    bound = group_of("The general threatened to shell the harbour unless the boats left.").sentence
    plain = group_of("The general threatened to shell the harbour.").sentence

    assert on_condition(bound, Span(bound.start, bound.end))
    assert not on_condition(plain, Span(plain.start, plain.end))


@pytest.mark.parametrize(
    ("text", "accusing"),
    [
        ("The Red Cross said the Peruvian army bombed a hospital in Tarma.", True),
        ("Local monitors said planes bombed a hospital in Tarma.", False),
        ("Bolivia said Chile had ignored the warning.", True),
        ("The Peruvian army said the Peruvian army bombed a hospital in Tarma.", False),
    ],
)
def test_a_crime_accuses(text: str, accusing: bool) -> None:
    """To name the doer of a crime, or who flouts what binds it, accuses; not where nobody or one's own side is named."""
    group = group_of(text)

    assert group.voice is not None
    assert group.head is not None
    assert accuses(group, group.voice, group.head) is accusing


@pytest.mark.parametrize(
    ("text", "accusing"),
    [
        ("The Peruvian army said gunmen shelled the harbour of Callao.", False),
        ("The Peruvian army said the Chilean army shelled the harbour of Callao.", True),
    ],
)
def test_a_side_accuses_a_side(text: str, accusing: bool) -> None:
    """To say who of the other side dealt a blow accuses; armed people of no side are nobody to accuse."""
    group = group_of(text)

    assert group.voice is not None
    assert group.head is not None
    assert accuses(group, group.voice, group.head) is accusing


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The envoy condemned the killing of two nurses.", True),
        ("The envoy condemned the Peruvian army for the raid.", False),
        ("The envoy condemned the crime that was committed by the Peruvian army.", False),
        ("The envoy said the raid was a crime.", False),
        ("Officials blamed the deaths of nine children on cholera.", True),
        ("Officials blamed the deaths of nine children on the militia.", False),
    ],
)
def test_whom_a_condemnation_charges(text: str, nobody: bool) -> None:
    """To condemn an act of which nobody is told to be the doer charges nobody."""
    group = group_of(text)

    assert charges_nobody(group) is nobody
