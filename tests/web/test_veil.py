"""Distressing words are veiled by a written rule until a reader asks for them, with a script or without."""

import pytest
from visiting import Visitor

from dateline.web.veil import distressing, groups

EXAMPLES = [(sentence, True) for group in groups() for sentence in group["found"]]
EXAMPLES += [(sentence, False) for group in groups() for sentence in group["refused"]]


@pytest.mark.parametrize(("sentence", "veiled"), EXAMPLES, ids=lambda told: str(told)[:40])
def test_the_rule_holds_on_its_own_examples(sentence: str, veiled: bool) -> None:
    """Each group finds what it says it finds, and refuses what it says it refuses."""
    assert distressing(sentence) is veiled


def test_every_group_has_examples_of_both() -> None:
    """No words without a sentence that needs them, none without one that must be left alone."""
    assert all(group["found"] and group["refused"] for group in groups())


def test_a_bomber_is_no_suicide() -> None:
    """The name of a weapon is the record's matter."""
    assert not distressing("Two suicide bombers struck the gate.")
    assert distressing("The suicide of a former prisoner was told on Friday.")


def test_words_are_veiled_until_asked_for(visitor: Visitor) -> None:
    """On by default; a form without a script lifts the veil, and it stays lifted."""
    assert 'class="reading veiled"' in visitor.see("/report/report:r1")
    visitor.client.post("/veil", data={"token": visitor.token(), "words": "off", "back": "/"})

    assert 'class="reading"' in visitor.see("/report/report:r1")
    visitor.client.post("/veil", data={"token": visitor.token(), "words": "on", "back": "/"})
    assert 'class="reading veiled"' in visitor.see("/report/report:r1")


def test_a_veiled_paragraph_can_be_reached_by_keyboard(visitor: Visitor) -> None:
    """What is veiled takes the focus, which shows it, and says what it is."""
    page = visitor.see("/report/report:r5")

    assert '<div class="veil" tabindex="0" role="group" aria-label="Distressing words; this shows them">' in page
    assert "charred" in page


def test_no_list_quotes_distressing_words(visitor: Visitor) -> None:
    """The overview passes them over."""
    assert "charred" not in visitor.see("/")
