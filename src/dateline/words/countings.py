"""What weighing reads off the words of a count: whether it runs on, takes another one's place, or is of somebody's kin.

The cues stand in weigh.toml. Texts are plain: lower case, without accents, dots or typographic marks.
"""

from __future__ import annotations

from dateline.words.weigh import begins

__all__ = ["counts_anew", "counts_first", "counts_kin", "counts_lower", "counts_since", "counts_while"]


def counts_since(text: str) -> bool:
    """Whether plain words count on from a time long before.

    >>> counts_since("since then 90 villagers have died"), counts_since("nine have died since dawn")
    (True, False)
    """
    return begins("running", "words").search(text) is not None


def counts_while(text: str) -> bool:
    """Whether plain words count what an offensive, or violence at large, has done while it lasts.

    >>> counts_while("the army's offensive has uprooted 900 people"), counts_while("the offensive killed nine on monday")
    (True, False)
    """
    return begins("running", "while").search(text) is not None


def counts_anew(text: str) -> bool:
    """Whether plain words tell a toll as one that takes the place of an earlier one.

    >>> counts_anew("the toll of the raid rose to nineteen"), counts_anew("the raid killed nineteen")
    (True, False)
    """
    return begins("rising", "words").search(text) is not None


def counts_lower(text: str) -> bool:
    """Whether plain words tell a toll in the place of another that does not hold.

    >>> counts_lower("the toll of the raid was lowered to nine"), counts_lower("five, not eight, were killed")
    (True, True)
    >>> counts_lower("the raid killed nine, not far from the mill")
    False
    """
    return begins("rising", "lowered").search(text) is not None


def counts_first(text: str) -> bool:
    """Whether plain words tell a toll as the first of several.

    >>> counts_first("initial reports spoke of six dead"), counts_first("the raid killed six")
    (True, False)
    """
    return begins("rising", "first").search(text) is not None


def counts_kin(text: str) -> bool:
    """Whether the plain words of a count, with what stands before them, are of those of one's own house.

    >>> counts_kin("his three small children"), counts_kin("three children")
    (True, False)
    """
    return begins("kin", "words").search(text) is not None
