"""Members: who one noun phrase lists, each once however often it is told."""

import pytest

from dateline.find.figures.members import listed_from, members, top_of_list
from dateline.find.figures.row import Row
from dateline.find.notes import Sentence, Word
from dateline.words.measures import load_measures


def row(*told: tuple[str, str, str, int]) -> Row:
    """A row of words told as text, tag, relation and head."""
    below: dict[int, list[int]] = {}
    for i, (_, _, dep, head) in enumerate(told):
        if dep != "ROOT":
            below.setdefault(head, []).append(i)
    words, at = [], 0
    for i, (text, tag, dep, head) in enumerate(told):
        words.append(
            Word(i, at, at + len(text), text, text.lower(), text.lower(), tag, dep, head, tuple(below.get(i, ())))
        )
        at += len(text) + 1
    said = " ".join(text for text, *_ in told)
    sentence = Sentence(0, len(said), said, "body", 0, tuple(words))
    return Row(sentence, [word.lower for word in words], load_measures())


KOR = ("Kor", "NNP", "ROOT", 0)


@pytest.mark.parametrize(
    ("told", "heads"),
    [
        ((KOR, (",", ",", "punct", 0), ("a", "DT", "det", 3), ("cook", "NN", "appos", 0)), [0]),
        (
            (
                KOR,
                (",", ",", "punct", 0),
                ("his", "PRP$", "poss", 3),
                ("wife", "NN", "appos", 0),
                ("Ana", "NNP", "appos", 3),
            ),
            [0, 3],
        ),
        ((KOR, ("(", "-LRB-", "punct", 0), ("Iridal", "NNP", "appos", 0), (")", "-RRB-", "punct", 0)), [0]),
        ((KOR, (",", ",", "punct", 0), ("Iridal", "NNP", "appos", 0)), [0, 2]),
        (
            (
                KOR,
                ("and", "CC", "cc", 0),
                ("Iridal", "NNP", "conj", 0),
                ("and", "CC", "cc", 2),
                ("Ana", "NNP", "conj", 2),
            ),
            [0, 2, 4],
        ),
        (
            (
                ("sons", "NNS", "ROOT", 0),
                ("Omar", "NNP", "appos", 0),
                ("and", "CC", "cc", 1),
                ("Ali", "NNP", "conj", 1),
            ),
            [0],
        ),
        (
            (
                ("son", "NN", "ROOT", 0),
                (",", ",", "punct", 0),
                ("Omar", "NNP", "appos", 0),
                (",", ",", "punct", 2),
                ("a", "DT", "det", 5),
                ("cook", "NN", "appos", 2),
            ),
            [0],
        ),
    ],
)
def test_whoever_is_told_again_is_no_other_member(
    told: tuple[tuple[str, str, str, int], ...], heads: list[int]
) -> None:
    """Names of those told by kin, and offices of those told by name, add nobody."""
    assert [member.head for member in members(row(*told), 0)] == heads


def test_a_list_is_found_from_any_of_its_members() -> None:
    """The top of a list is its first noun; a list is the same from wherever it is asked for."""
    told = row(KOR, ("and", "CC", "cc", 0), ("Iridal", "NNP", "conj", 0))
    assert top_of_list(told, 2) == 0
    assert listed_from(told, 2) == members(told, 0)
