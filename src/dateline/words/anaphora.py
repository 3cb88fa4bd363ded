"""What of a report a sentence goes back to: a blow already told, its toll, its day; or that it turns to something else.

The cues stand in weigh.toml and recall.toml. Texts are plain: lower case, without accents, dots or typographic marks.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.words.recall import load_recall
from dateline.words.weigh import begins, table

__all__ = ["dates_blow", "recalls_blow", "recalls_toll", "sums_up", "turns"]


@cache
def _recalled() -> re.Pattern[str]:
    told, words = table()["recalled"], load_recall()
    apart = "|".join(sorted({*words.other, *told["apart"]}))
    nouns = "|".join(sorted(words.blows))
    return re.compile(rf"\b(?:{'|'.join(told['known'])}) (?:(?!(?:{apart})\b)[\w'-]+ ){{0,2}}?(?:{nouns})s?\b")


def recalls_blow(text: str) -> bool:
    """Whether plain words speak of a blow as of one already told.

    >>> recalls_blow("she condemned the brutal attack"), recalls_blow("she condemned any attack")
    (True, False)
    >>> recalls_blow("the second raid hit the mill")
    False
    """
    return _recalled().search(text) is not None


def recalls_toll(text: str) -> bool:
    """Whether plain words count the dead of a blow as of one already told.

    >>> recalls_toll("it had put the toll at 14"), recalls_toll("the war took its toll")
    (True, False)
    >>> recalls_toll("fourteen people were killed")
    False
    """
    return begins("recalled", "toll").search(text) is not None


def sums_up(text: str) -> bool:
    """Whether plain words begin as a sentence does that says what a blow just told was.

    >>> sums_up("it was the worst drone strike in months"), sums_up("it was hit by the worst strike in months")
    (True, False)
    """
    return begins("recalled", "sums_up").match(text) is not None


@cache
def _dated_blows() -> re.Pattern[str]:
    nouns = "|".join(sorted(load_recall().blows))
    noun = rf"(?:[\w'-]*-)?(?:{nouns})s?\b"
    return re.compile(
        rf"\b\w+day'?s (?:[\w'-]+ ){{0,3}}?{noun}|\b{noun}(?: (?!rose|ris)[\w'-]+){{0,9}}? on \w*day\b|\bon \w+day (?:when|as|after)\b"
    )


def dates_blow(text: str, day: str) -> bool:
    """Whether plain words tell a day as that of a blow, and not as that on which its dead were counted.

    >>> dates_blow("monday's raid on the mill killed six", "monday"), dates_blow("six died on tuesday of burns", "tuesday")
    (True, False)
    >>> dates_blow("the toll of monday's raid on the mill rose to nine on tuesday", "tuesday")
    False
    """
    return any(day in told[0] for told in _dated_blows().finditer(text))


def turns(text: str) -> bool:
    """Whether plain words begin as a report does that turns to something else than it told before.

    >>> turns("meanwhile, a shell hit the mill"), turns("a shell hit the mill meanwhile")
    (True, False)
    >>> turns("on monday another shell hit the mill"), turns("another miller said so")
    (True, False)
    """
    return begins("recalled", "turns").match(text) is not None
