"""The codebook of figures: every measure finds its examples and refuses its refusals."""

import pytest

from dateline.find.figures import figures
from dateline.find.figures.counts import counts
from dateline.find.notes import Notes
from dateline.find.sentences import sentences
from dateline.find.sentences.parser import load_parser
from dateline.model import Figure, Part, Published, Report
from dateline.words.measures import forms, load_measures

MEASURES = load_measures().measures
EXAMPLES = [(m.name, *example) for m in MEASURES.values() for example in m.examples]
REFUSALS = [(m.name, said) for m in MEASURES.values() for said in m.refusals]


def read(said: str) -> tuple[Figure, ...]:
    """The figures of a text of one part."""
    report = Report("r", "r", "", said, (Part(0, len(said), "body"),), Published(None, "none"))
    return figures(counts(sentences(Notes(report), parser=load_parser()))).figures


@pytest.mark.model
@pytest.mark.parametrize(("measure", "said", "value", "qualifier"), EXAMPLES)
def test_an_example_carries_its_measure(measure: str, said: str, value: float, qualifier: str) -> None:
    """Each example has a figure of its measure, with that number under that qualifier."""
    assert (measure, value, qualifier) in [(f.measure, f.best, f.qualifier) for f in read(said)]


@pytest.mark.model
@pytest.mark.parametrize(("measure", "said"), REFUSALS)
def test_a_refusal_does_not(measure: str, said: str) -> None:
    """A refusal has no figure of the measure that is not negated."""
    assert measure not in [f.measure for f in read(said) if not f.negated]


def test_every_measure_is_a_page_of_the_codebook() -> None:
    """Every measure has a label, a definition, an example and a refusal."""
    assert all(m.label and m.definition.endswith(".") and m.examples and m.refusals for m in MEASURES.values())


@pytest.mark.parametrize(
    ("verb", "said"),
    [("kidnap", "kidnapped"), ("flee", "fleeing"), ("raze", "razing"), ("bury", "buried"), ("die", "dying")],
)
def test_verbs_are_known_in_all_their_forms(verb: str, said: str) -> None:
    """Irregular, doubled and silent endings are formed."""
    assert said in forms(verb, frozenset(("kidnap",)))
