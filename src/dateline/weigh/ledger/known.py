"""Agreements known beforehand, and the words that name one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model import Claim, Party, Place, Reference
from dateline.phenomena.types import FOUGHT
from dateline.text import fold
from dateline.times import Interval
from dateline.weigh.ledger.names import sides
from dateline.weigh.ledger.readings import Reading
from dateline.words.calendar import MONTH_NAMES
from dateline.words.ledger import cue, instrument_nouns
from dateline.words.weigh import countries, plain, table

__all__ = ["Known", "known_agreements", "named_known"]

BESIDE = 40
"""Characters around a noun in which the name of an agreement stands: "the Arta accords", "the deal signed at Arta"."""
LEAST = 3
"""A name of no more letters than this names nothing."""
_PROPER = re.compile(r"\b[A-Z][\w'’-]*(?:\s+(?:I{1,3}\b|IV\b|[A-Z][\w'’-]*))*")
_AREA = re.compile(
    r"(?<!signed )(?<!made )(?<!reached )(?<!struck )\b(?:for|in|over|around|covering|between)\s+(?:the\s+)?$"
)
_WORD = re.compile(r"[\w'-]+")


@dataclass(frozen=True, slots=True)
class Known:
    """A reference with the words it is known by and the family of instruments its name tells."""

    reference: Reference
    when: Interval
    names: tuple[str, ...]
    family: str | None

    @property
    def label(self) -> str:
        """Its id, else its name."""
        return self.reference.id or self.reference.name

    def sides(self, home: str | None) -> frozenset[str]:
        """The sides of its parties."""
        return sides((Party(name, name) for name in self.reference.parties), home)


def known_agreements(references: Iterable[Reference], claims: Iterable[Claim] = ()) -> tuple[Known, ...]:
    """References as the ledger looks for them, in order of their dates; a place that claims tell of fighting in names none.

    >>> [one.names for one in known_agreements([Reference("Arta accords for the Afar coast", "2021-05-04", ("Yemen",))])]
    [('arta',)]
    """
    areas = frozenset(word for one in claims if one.type in FOUGHT and one.place for word in _place_words(one.place))
    found = [Known(one, Interval.parse(one.date, None), _names(one, areas), _family(one.name)) for one in references]
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.when, one.label)))


def _family(name: str) -> str | None:
    said = fold(name).lower()
    strong = next((noun.family for noun in instrument_nouns(said) if not noun.weak), None)
    return strong or ("declaration" if cue("phrases", "papers").search(said) else None)


def _place_words(place: Place) -> list[str]:
    return [word for said in (place.name, place.text, place.admin1 or "") for word in _words(said)]


def _names(one: Reference, areas: frozenset[str]) -> tuple[str, ...]:
    """What only this agreement is called: the first proper name in its name that is neither an area, a party nor a noun."""
    parties = sides((Party(name, name) for name in one.parties), None)
    dull = {word for said in (*one.parties, one.place or "") for word in _words(said)} | areas
    name = fold(one.name)
    runs = [hit for hit in _PROPER.finditer(name) if not _AREA.search(name[: hit.start()])]
    told = [" ".join(w for w in _words(run.group()) if w not in dull and not _common(w, parties)) for run in runs]
    return tuple(said for said in told if len(said) > LEAST)[:1]


def _common(word: str, parties: frozenset[str]) -> bool:
    """Whether a word of a name is a month, a noun for instruments, a number, or a country or capital of the parties."""
    parts = word.split("-")
    noun = instrument_nouns(word) or cue("phrases", "papers").search(word)
    named = all(part in countries() and (not _is_capital(part) or countries()[part] in parties) for part in parts)
    return bool(noun) or named or word in MONTH_NAMES or word in ("the", "of", "and") or word.isdigit()


def _is_capital(word: str) -> bool:
    """Whether a word is a capital: accords are named after the city that hosted them."""
    return plain(str(table("countries.toml")[countries()[word]].get("capital", ""))) == word


def _words(said: str) -> list[str]:
    return _WORD.findall(fold(said).lower())


def named_known(one: Reading, known: Sequence[Known]) -> Known | None:
    """The known agreement a reading names beside a noun for one; of two of that name the last made by its day."""
    if not known:
        return None
    said = one.clause
    nouns = [(noun.start, noun.end) for noun in instrument_nouns(said)]
    nouns += [hit.span() for hit in cue("phrases", "papers").finditer(said)]
    around = [f" {' '.join(_words(_beside(said, *noun)))} " for noun in nouns]
    found = [item for item in known for name in item.names if any(f" {name} " in words for words in around)]
    past = [item for item in found if one.day is None or item.when.first <= one.day]
    return past[-1] if past and (one.day is not None or len(past) == 1) else None


def _beside(said: str, start: int, end: int) -> str:
    """The words around a noun, whole ones only, and none beyond a stop."""
    before = re.split(r"[.;:!?,]\s", said[max(0, start - BESIDE) : start])[-1]
    after = re.split(r"[.;:!?,](?:\s|$)", said[end : end + BESIDE])[0]
    return f"{before} {said[start:end]} {after}"
