"""Which stretches of a report are sentences."""

from __future__ import annotations

from dateline.find.notes import Notes
from dateline.find.sentences import sentences, split
from dateline.model import Part, Published, Report, Span


def test_signs_alone_are_no_sentence() -> None:
    """A page of brackets or numbers costs no parse; one letter makes a stretch worth reading."""
    text = f"{'<' * 5000}\n\n12 345\n\nRebels left."
    report = Report("r", "r", "0" * 64, text, (Part(0, len(text), "body"),), Published(None, "none"))
    asked: list[str] = []

    def parser(texts: list[str]) -> list[tuple[()]]:
        asked.extend(texts)
        return [() for _ in texts]

    found = sentences(Notes(report), parser=parser)
    assert asked == ["Rebels left."] == [sentence.text for sentence in found.sentences]


def test_dots_before_a_small_letter_leave_something_out() -> None:
    """Where words are left out of a quotation, its sentence goes on."""
    text = "I hope this truce … can last. Rebels left … Nobody came."
    found = [text[span.start : span.end] for span in split(text, Span(0, len(text)))]
    assert found == ["I hope this truce … can last.", "Rebels left …", "Nobody came."]


def test_a_title_that_runs_into_a_sentence_is_parted_from_it() -> None:
    """A word that begins a sentence, with a capital letter in the middle of one and a small one behind it, begins one."""
    text = "Militia blamed for fires The blaze began at dusk NEW: Firemen hurt"
    found = [text[span.start : span.end] for span in split(text, Span(0, len(text)))]
    assert found == ["Militia blamed for fires", "The blaze began at dusk", "NEW: Firemen hurt"]


def test_a_capital_letter_within_a_name_begins_nothing() -> None:
    """A hall called A, what an article leads to, and a paper's name stay in their sentence."""
    for text in (
        "Guards said Hall A was hit.",
        "They argued against The third way.",
        "He told The Herald that he left.",
    ):
        assert [text[span.start : span.end] for span in split(text, Span(0, len(text)))] == [text]


def test_a_title_may_end_where_a_sentence_would_begin() -> None:
    """Nothing, or a bare word, behind "NEW:" is told as it stands."""
    for text, parted in (
        ("Riots spread NEW: ", ["Riots spread", "NEW:"]),
        ("Riots spread NEW: x", ["Riots spread", "NEW: x"]),
    ):
        assert [text[span.start : span.end] for span in split(text, Span(0, len(text)))] == parted
