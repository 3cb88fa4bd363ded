"""The capital that words point to: "the capital", "Libya's capital", "the capital of Chad", "the South Sudanese capital"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Final

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import within
from dateline.find.setting.land import land_told
from dateline.find.setting.peoples import people_at
from dateline.model import Place
from dateline.places import capital_of, load_gazetteer
from dateline.places.pins import extent
from dateline.places.spelling import plain, readable
from dateline.words.places import load_place_words

__all__ = ["capital", "capital_noun", "definite", "is_capital", "listed", "town_named"]

DEFINITE: Final = frozenset({"the", "this", "that"})


def definite(below: Iterable[Word]) -> bool:
    """Whether an article or a "that" among the words below a noun tells it to be a known one."""
    return any(word.dep == "det" and word.lower in DEFINITE for word in below)


def is_capital(place: Place) -> bool:
    """Whether a place is the capital of its land."""
    return (capital_of(place.country or "") or "") in (plain(place.name), plain(place.name).split(",")[0])


def capital_noun(sentence: Sentence, word: Word) -> Word:
    """The noun that stands for the town: "city" of "the capital city", else the word itself."""
    above = sentence.words[word.head]
    return above if word.dep in ("compound", "amod") and above.lemma == "city" else word


def capital(notes: Notes, sentence: Sentence, word: Word, country: Place | None) -> Place | None:
    """The capital that a word means: of the land told with it, else of the `country` that the report is about.

    None where it is that of a province, or of who is no state, or where its name stands beside it; one that the report does not
    name is no finer than the land, and may be that of a province told before.
    """
    noun = capital_noun(sentence, word)
    below = [*dependents(sentence.words, noun), *(dependents(sentence.words, word) if noun is not word else ())]
    lesser = any(w.lower in load_place_words().lesser for w in below)
    called = any(w.dep == "appos" and w.tag.startswith("NNP") for w in below)
    if lesser or called or (noun is word and word.dep in ("compound", "nmod", "amod")):
        return None
    of = [w for prep in below if prep.lower == "of" for w in dependents(sentence.words, prep)]
    owners = [*(w for w in below if w.dep in ("poss", "amod", "compound", "nmod") and w is not word), *of]
    land = next((land for w in owners if (land := _land(notes, sentence, w)) is not None), None)
    if land is not None:
        return town_named(notes, land.country, capital_of(land.country or "")) or listed(land)
    owned = of or any(w.dep in ("poss", "compound", "nmod") and w is not word for w in below)
    if owned or not definite(below) or country is None:
        return None
    named = town_named(notes, country.country, capital_of(country.country or ""))
    return named or (None if _of_less(notes) else country)


OF: Final = re.compile(r"\bcapital of (?:the )?")


def _of_less(notes: Notes) -> bool:
    """Whether a report tells of the capital of less than a land: "Goma, the capital of North Kivu", "the provincial capital"."""
    text = notes.report.text
    starts = {match.end() for match in OF.finditer(text)}
    less = any(place.start in starts and place.precision != "country" for place in notes.places)
    return less or _lesser().search(text) is not None


@cache
def _lesser() -> re.Pattern[str]:
    """What a text calls the capital of less than a land."""
    return re.compile(rf"\b(?:{'|'.join(sorted(load_place_words().lesser))}) capital\b")


def _land(notes: Notes, sentence: Sentence, word: Word) -> Place | None:
    """The land that a word names, or whose people it names."""
    named = (
        p for p in within(notes.places, sentence.span) if p.precision == "country" and p.start <= word.start < p.end
    )
    people = people_at(sentence, word.i)
    return next(named, None) or (land_told(*people) if people is not None else None)


def town_named(notes: Notes, land: str | None, name: str | None) -> Place | None:
    """The town of a country that the report names so, by its plain name."""
    fits = (p for p in notes.places if p.country == land and plain(p.name) == name and p.precision != "admin1")
    return next(fits, None) if name else None


def listed(country: Place | None) -> Place | None:
    """The capital of a country that the report does not name, at the words that tell the country."""
    name = capital_of(country.country) if country is not None and country.country is not None else None
    gazetteer = load_gazetteer()
    found = (e for e in gazetteer.named(name) if gazetteer.is_capital(e)) if name else iter(())
    entry = next((e for e in found if country is not None and e.country == country.country), None)
    if entry is None or country is None:
        return None
    radius, precision = extent(entry)
    name = readable(entry.name, entry.country)
    return replace(
        country, name=name, id=entry.id, admin1=entry.admin1, precision=precision,
        lat=round(entry.lat, 5), lon=round(entry.lon, 5), radius_km=round(radius, 1),
    )  # fmt: skip
