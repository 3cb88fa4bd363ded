"""Mending: blanks left out, words run together parted, words broken at a hyphen joined; every offset stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.find.figures.mended import mended
from dateline.find.notes import Sentence, Word
from dateline.words.glued import load_glued, parted


def row(*said: str) -> Sentence:
    """A sentence of tokens, all hanging on the first; a token that begins with + follows without a blank."""
    words, at = [], 0
    for i, token in enumerate(said):
        token, at = token.removeprefix("+"), at if token.startswith("+") or not i else at + 1
        tag = "_SP" if token.isspace() else "NN"
        words.append(Word(i, at, at + len(token), token, token.lower(), token.lower(), tag, "dep", 0, ()))
        at += len(token)
    return Sentence(0, at, " ".join(said), "body", 0, tuple(words))


def test_words_run_together_are_two() -> None:
    """Both halves keep their offsets, and the second hangs on the first."""
    words = mended(row("ninety", "familieswere", "moved")).words
    assert [word.text for word in words] == ["ninety", "families", "were", "moved"]
    assert [(word.i, word.head) for word in words][2] == (2, 1)
    assert (words[2].start, words[2].end) == (15, 19)


def test_a_word_broken_over_a_line_is_one() -> None:
    """A hyphen inside a counted noun is none; two words of their own stay apart."""
    assert [word.lower for word in mended(row("40", "fami", "+-", "+lies")).words] == ["40", "families"]
    assert len(mended(row("north", "+-", "+east")).words) == 3


def test_brackets_around_a_number_that_counts_are_left_out() -> None:
    """A number alone in brackets counts what follows; where nothing follows they stay."""
    assert [word.text for word in mended(row("(", "+40", "+)", "shops")).words] == ["40", "shops"]
    assert len(mended(row("shops", "(", "+40", "+)")).words) == 4


def test_blanks_are_left_out() -> None:
    """A run of blanks parts no number from its noun."""
    assert [word.i for word in mended(row("six", "  ", "shops")).words] == [0, 1]


@pytest.mark.parametrize(
    "said", ["household", "overall", "McCarthy", "homeland", "displacement", "B52", "2nd", "YouTube"]
)
def test_words_of_their_own_stay_whole(said: str) -> None:
    """What only looks like two words is one."""
    assert parted(said, load_glued()) is None


@given(st.text(max_size=20))
def test_a_part_is_within_its_word(said: str) -> None:
    """Wherever a token parts, both halves have characters."""
    found = parted(said, load_glued())
    assert found is None or 0 < found[0] < len(said)
