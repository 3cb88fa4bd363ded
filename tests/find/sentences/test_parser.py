"""The parser reads capitals and broken lines as plain text, and gives back the words as they stand."""

import pytest

from dateline.find.sentences.parser import load_parser

pytestmark = pytest.mark.model


def test_words_keep_their_own_capitals():
    """A text in capitals is parsed as if it were not, and its words stay as they are written."""
    (words,) = load_parser()(["REBELS ATTACKED THE TOWN."])
    assert [word.text for word in words] == ["REBELS", "ATTACKED", "THE", "TOWN", "."]
    assert [word.lemma for word in words if word.dep == "ROOT"] == ["attack"]


def test_a_broken_line_breaks_no_clause():
    """Words keep their places across a line end, and no word is a line end."""
    text = "The army left\nthe town."
    (words,) = load_parser()([text])
    assert [text[word.start : word.end] for word in words] == [word.text for word in words]
    assert [words[word.head].text for word in words if word.text == "town"] == ["left"]


def test_a_name_that_is_written_as_a_verb_is_a_name():
    """IS is a group, and says what it says; that something "IS so" is only told loudly."""
    (said, loud) = load_parser()(["IS said it took the ford.", "What is said IS true, for it IS told."])
    assert (said[0].text, said[0].dep) == ("IS", "nsubj")
    assert [word.tag for word in loud if word.text == "IS"][-1] == "VBZ"


def test_a_verb_among_capitals_is_no_name():
    """A headline of which only the end is small still has its verbs."""
    (words,) = load_parser()(["NINE DIE IN MILL FIRE, OWNER IS BLAMED, mayor says"])
    assert [word.tag for word in words if word.text == "IS"] == ["VBZ"]


@pytest.mark.parametrize(
    "text", ['The mayor said,"Look at the weir."', '"We left,"he said.', "The mayor said:'Nobody came.'"]
)
def test_a_quotation_without_its_blank_is_parted(text: str):
    """The mark and the comma before it are words of their own, each at its place."""
    (words,) = load_parser()([text])
    assert all(word.text.isalpha() or not any(letter.isalpha() for letter in word.text) for word in words)
    assert [text[word.start : word.end] for word in words] == [word.text for word in words]


@pytest.mark.parametrize(
    "text",
    [
        "At least 12 killed in Harran shelling, nurse says Italy and Spain call for more flights",
        "Two dead in Harran shelling",
        "Nine died in Varnan shelling near the weir.",
        "Varnan shelling, two dead in Harran bombing and firing, nurse says",
    ],
)
def test_a_parse_has_a_top(text: str):
    """A blow that is made a noun hangs on no word below itself: a ring would never be climbed to its end."""
    (words,) = load_parser()([text])
    for word in words:
        at, climbed = word, 0
        while at.head != at.i and climbed <= len(words):
            at, climbed = words[at.head], climbed + 1
        assert at.head == at.i
