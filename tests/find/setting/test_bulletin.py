"""The places that stand over the stories of a bulletin."""

from dateline.find.setting.bulletin import label_at, labels
from dateline.model import Place


def over(text: str, *names: str) -> list[str]:
    """The names that stand over stories, of those that a text has as places."""
    places = [Place(text.index(name), text.index(name) + len(name), name, name, precision="country") for name in names]
    return [place.name for _, place in labels(text, places)]


def test_names_with_a_colon_stand_over_what_follows() -> None:
    """A name opens a line and a colon follows it."""
    text = "Chad: Nine herders were killed near a well.\n\n• Mali: The army said it had lost two lorries."
    assert over(text, "Chad", "Mali") == ["Chad", "Mali"]


def test_names_on_lines_of_their_own_stand_over_what_follows() -> None:
    """So does a name that is a whole line."""
    text = "Chad\nNine herders were killed near a well on Friday.\nMali\nThe army said it had lost two lorries there."
    assert over(text, "Chad", "Mali") == ["Chad", "Mali"]


def test_a_menu_tells_no_stories() -> None:
    """Names with nothing told under them are no labels, nor is one alone."""
    assert over("Chad\nMali\nNiger\nThe army of Benin said it had lost two lorries.", "Chad", "Mali", "Niger") == []
    assert over("Chad: Nine herders were killed near a well, the army said on Friday.", "Chad") == []


def test_what_is_told_stands_under_the_last_name() -> None:
    """A character has the label told last before it; above the first one it has none."""
    text = "News\nChad: Nine herders were killed near a well.\nMali: The army said it had lost two lorries."
    places = [
        Place(text.index(name), text.index(name) + 4, name, name, precision="country") for name in ("Chad", "Mali")
    ]
    found = labels(text, places)
    assert label_at(found, 0) is None
    told = label_at(found, text.index("well"))
    assert told is not None
    assert told.name == "Chad"
