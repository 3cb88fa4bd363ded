"""Modality is read off the words that govern a happening; the data's own sentences are the test."""

import pytest

from dateline.find.claims.modality import modality_of
from dateline.find.notes import Sentence
from dateline.find.sentences.parser import load_parser
from dateline.words.mood import load_moods

EXAMPLES = [(sentence, name) for name, mood in load_moods().items() for sentence in mood.examples]


def judged(marked: str) -> tuple[Sentence, int]:
    """A parsed sentence and the number of the word between « and »."""
    at, text = marked.index("«"), marked.replace("«", "").replace("»", "")
    sentence = Sentence(0, len(text), text, "body", 0, load_parser()([text])[0])
    return sentence, next(word.i for word in sentence.words if word.start <= at < word.end)


@pytest.mark.model
@pytest.mark.parametrize(("marked", "expected"), EXAMPLES, ids=[text[:40] for text, _ in EXAMPLES])
def test_examples(marked: str, expected: str) -> None:
    """Each sentence of the data reads as its list says."""
    assert modality_of(*judged(marked), "asserts") == expected


@pytest.mark.model
def test_what_is_demanded_has_not_happened() -> None:
    """A demand lies ahead; one that hangs on a condition is hypothetical."""
    plain = judged("The council demanded that the rebels «withdraw» from the port.")
    bound = judged("The minister threatened to «strike» unless the rebels left the port.")

    assert modality_of(*plain, "demands") == "planned"
    assert modality_of(*bound, "threatens") == "hypothetical"
