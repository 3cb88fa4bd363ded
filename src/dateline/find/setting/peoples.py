"""Whose people a word names: "Malian troops", "the South Sudanese army", "40,000 Syrians"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from dateline.find.notes import Sentence
from dateline.places import demonyms

__all__ = ["People", "land_of", "people_at", "peoples"]

HYPHEN: Final = "-"


class People(NamedTuple):
    """A people that a text names: the ISO code of its country, where its name starts, and the name as it stands there."""

    code: str
    start: int
    text: str


def people_at(sentence: Sentence, at: int) -> People | None:
    """The people that the word at a place of a sentence names, with the word before where the name has two: "South Sudanese"."""
    word = sentence.words[at]
    if at > 0:
        start = sentence.words[at - 1].start
        text = sentence.text[start - sentence.start : word.end - sentence.start]
        if (code := land_of(text)) is not None:
            return People(code, start, text)
    code = land_of(word.text)
    return None if code is None else People(code, word.start, word.text)


def peoples(sentence: Sentence) -> Iterator[People]:
    """The peoples that a sentence names, in order, but for those that only part a word: "a French-led raid"."""
    for at, word in enumerate(sentence.words):
        if sentence.text[word.end - sentence.start :].startswith(HYPHEN):
            continue
        if (people := people_at(sentence, at)) is not None:
            yield people


def land_of(name: str) -> str | None:
    """The country of a people, as one or as many of them are called, in a headline too: "Malian", "Malians", "MALIAN"."""
    lands = demonyms()
    written = (name, name.removesuffix("s"), *((name.title(),) if name.isupper() else ()))
    return next((lands[one] for one in written if one in lands), None)
