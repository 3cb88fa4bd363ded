"""The words around the names of places."""

from dateline.words.places import load_place_words


def test_every_list_has_words() -> None:
    """No list is empty, and every word is in small letters."""
    words = load_place_words()
    for name, found in words._asdict().items():
        assert found, name
        assert name == "weights" or all(word == word.lower() for word in found), name


def test_a_word_has_one_place_before_a_name() -> None:
    """What only places follow is not listed among what anything may follow."""
    words = load_place_words()
    assert not words.at_place & words.any


def test_weights_are_of_moderate_size() -> None:
    """No single sign decides against all others."""
    assert all(-5 < weight < 5 for weight in load_place_words().weights.values())
