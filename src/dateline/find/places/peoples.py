"""Of what lands a report tells by those it names: peoples, and bands whose land is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from dateline.find.notes import Sentence
from dateline.places import Gazetteer
from dateline.words.actors import Roster, plain

__all__ = ["ACTING", "bands_told", "peoples_told"]

ACTING: Final = 0.3
"""What a mention of a people, a band or a government tells of where a report plays, against one of a place."""


def peoples_told(sentences: Iterable[Sentence], gazetteer: Gazetteer) -> Counter[str]:
    """How often each country is told by the name of its people, who may act far from home."""
    return Counter(land for sentence in sentences for land in _peoples(sentence, gazetteer))


def bands_told(sentences: Iterable[Sentence], roster: Roster) -> Counter[str]:
    """How often each country is told by the name of a band of it, which may act far from home as well."""
    return Counter(land for sentence in sentences for land in _bands(sentence, roster))


def _peoples(sentence: Sentence, gazetteer: Gazetteer) -> Iterator[str]:
    """The countries whose peoples are named, in two words where they have two: "South Sudanese"."""
    before = ""
    for word in sentence.words:
        land = word.text[:1].isupper() and (
            gazetteer.peoples.get(f"{before} {word.text}") or gazetteer.peoples.get(word.text)
        )
        if land:
            yield land
        before = word.text


def _bands(sentence: Sentence, roster: Roster) -> Iterator[str]:
    """The countries of the bands that are named."""
    texts = [word.text for word in sentence.words]
    plains = [plain(text) if text[:1].isupper() else "" for text in texts]
    if roster.known.keys().isdisjoint(plains):
        return
    plains = [plain(text) for text in texts]
    at = 0
    while at < len(texts):
        told = roster.match(texts, plains, at, None) if texts[at][:1].isupper() else None
        if told is not None and told[1].kind == "armed_group" and told[1].country is not None:
            yield told[1].country
        at = told[0] if told is not None else at + 1
