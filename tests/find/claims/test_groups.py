"""Which frames make one claim: one a sentence, unless another voice, stance or counted clause stands in it."""

import pytest

from dateline.find.actors import actors
from dateline.find.claims.groups import Group, groups
from dateline.find.claims.groups.asides import aside
from dateline.find.figures import figures
from dateline.find.figures.counts import counts
from dateline.find.frames import frames
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.find.voices import voices
from dateline.model import Part, Published, Report
from dateline.words.actors import load_roster

pytestmark = pytest.mark.model


def noted(text: str) -> Notes:
    """A text with all that groups are made of."""
    report = Report("r", "r.txt", "0", text, (Part(0, len(text), "body"),), Published(None, "none"), language="en")
    notes = actors(sentences(Notes(report), parser=load_parser()), roster=load_roster())
    return frames(voices(figures(counts(notes))))


def grouped(text: str) -> list[Group]:
    """The groups of a text."""
    return list(groups(noted(text)))


def heads(found: list[Group]) -> list[str]:
    """The types of the groups' heads."""
    return [group.head.type if group.head else "" for group in found]


def test_coordinated_verbs_share_a_claim() -> None:
    """Two verbs of one subject, with one toll, are one claim."""
    (group,) = grouped("Mortars hit the harbour and killed four dockers, wounding two others.")

    assert len(group.figures) == 2


def test_a_denial_and_the_blame_beside_it() -> None:
    """Who denies and blames another makes two claims."""
    found = grouped("The Chadian army denied shelling the harbour, blaming the rebels for the attack.")

    assert len(found) == 2
    assert {group.voice.stance for group in found if group.voice} == {"denies", "accuses"}


def test_a_demand_over_its_content() -> None:
    """What is demanded is the demand's content, however strong its words."""
    (group,) = grouped("The union demanded that the officers be held accountable for the massacre.")

    assert heads([group]) == ["demand"]


def test_a_question_asks_nothing_of_anybody() -> None:
    """A reporter who asks whether something happened demands nothing."""
    found = grouped("Asked by reporters whether shells had hit the harbour, the mayor said nine people were killed.")

    assert all(group.voice is None or group.voice.stance != "demands" for group in found)


def test_the_blamed_of_a_headline_says_nothing() -> None:
    """In "Army blamed for raid" nobody speaks."""
    assert not any(group.voice.voices for group in grouped("Army blamed for raid on harbour") if group.voice)


def test_a_clause_that_counts_is_an_aside() -> None:
    """A clause with a subject and a count of victims of its own stands aside; one that counts nobody hurt does not."""
    told = noted("The envoy met the general after shells killed six people in the harbour.")
    apart = aside(told.sentences[0], sorted(told.frames, key=lambda f: -f.score), told.figures)
    within = noted("The envoy met the general, who leads six brigades.")

    assert apart is not None
    assert told.report.text[apart.span.start :].startswith("after shells")
    assert aside(within.sentences[0], sorted(within.frames, key=lambda f: -f.score), within.figures) is None


def test_a_paper_passes_on_who_says_so() -> None:
    """Where a paper reports what a state found, the state vouches."""
    (group,) = grouped("According to a BBC report, France has concluded that rebel gunmen bombed an aid convoy.")

    assert group.voice is not None
    assert [voice.name for voice in group.voice.voices] == ["France"]


def test_what_two_voices_set_against_each_other_is_two_claims() -> None:
    """Residents of one town and rebels in another one tell two things in a sentence."""
    first, second = grouped(
        "In Gao, residents said shells had hit the market, while in Kidal, rebels said they had repelled an army assault."
    )

    assert [voice.name for group in (first, second) if group.voice for voice in group.voice.voices] == [
        "residents",
        "rebels",
    ]
    assert second.sentence.text[second.span.start :].startswith("in Kidal, rebels said")


def test_what_is_not_said_stands_beside_what_is() -> None:
    """A voice that did not say one thing and said another makes a claim of each."""
    told = grouped("The Chadian army did not say who had shelled the port but said the rebels had raided Faya.")
    assert [group.head.type for group in told if group.head] == ["statement", "armed_attack"]


def test_what_opens_a_clause_is_no_part_of_its_claim() -> None:
    """What one of two voices says starts behind "that"."""
    text = "The group claimed on Friday that it had carried out the raid, but the army had refuted the claim."
    told = [text[group.span.start : group.span.end] for group in grouped(text)]
    assert told == ["it had carried out the raid", "the army had refuted the claim"]
