"""Quotations: where they open and close, on pages that have lost a mark too."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.find.notes import Notes, Sentence
from dateline.find.sentences import split
from dateline.find.sentences.quotes import quotes
from dateline.model import Part, Published, Report, Span
from dateline.text import lines


def found(text: str) -> list[str]:
    """The quotations of a plain text, each line a paragraph."""
    report = Report("r", "k", "0", text, (Part(0, len(text), "body"),), Published(None, "none"))
    told = tuple(
        Sentence(span.start, span.end, text[span.start : span.end], "body", block)
        for block, line in enumerate(lines(text))
        for span in split(text, line)
    )
    return [text[quote.start : quote.end] for quote in quotes(Notes(report, told))]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('"It leaks," he said. "It always has."', ['"It leaks,"', '"It always has."']),
        ("“It leaks,” he said.", ["“It leaks,”"]),
        ("''It leaks,'' he said.", ["''It leaks,''"]),
        ("“It leaks. It always has\n“And it will.”", ["“It leaks. It always has", "“And it will.”"]),
        ('"It leaks.\nIt always has."\nHe left.', ['"It leaks.\nIt always has."']),
        ('"It leaks.\nIt always has.\nIt will."\nHe left.', ['"It leaks.\nIt always has.\nIt will."']),
        ('"It leaks.\nRain fell.\nSnow fell. He said "no".', ['"It leaks.', '"no"']),
        ('He said "it leaks. The clerk left. Rain fell.', ['"it leaks.']),
        ('He said: "It leaks. It always has.\n"And it will."', ['"It leaks. It always has.', '"And it will."']),
        ("It's the mayor's house.", []),
    ],
)
def test_quotations(text: str, said: list[str]) -> None:
    """Curly, straight and doubled marks; one left open ends with its sentence, or goes on to a mark that closes it."""
    assert found(text) == said


@given(st.text(alphabet='ab ."“”\n', max_size=60))
def test_quotations_lie_within_the_text_in_order(text: str) -> None:
    """Quotations follow each other and none is empty."""
    report = Report("r", "k", "0", text, (Part(0, len(text), "body"),), Published(None, "none"))
    told = tuple(Sentence(s.start, s.end, text[s.start : s.end], "body", n) for n, s in enumerate(lines(text)))
    said = quotes(Notes(report, told))

    assert all(isinstance(q, Span) and 0 <= q.start < q.end <= len(text) for q in said)
    assert all(one.end <= other.start for one, other in pairwise(said))
