"""The gazetteer: the packaged table and those a user adds, looked into by spelling, without articles, or by consonants."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from dateline.errors import MissingPart
from dateline.places.readers import Landmarks
from dateline.places.spelling import bare, consonants, key_number, likeness, plain, unbroken
from dateline.places.store import compiled, kept, store_file
from dateline.places.table import Entry, Table

__all__ = ["PACKAGED", "Country", "Gazetteer", "Heard", "add_file", "capital_of", "demonyms", "load_gazetteer"]

PACKAGED = Path(__file__).parent / "data"


class Country(NamedTuple):
    """What is known of a country besides where it lies; `capital` is a plain name, `neighbours` are ISO codes."""

    code: str
    demonyms: tuple[str, ...]
    people: int
    capital: str
    neighbours: frozenset[str]


class Heard(NamedTuple):
    """A place that sounds like a name, and how alike that one of its names looks which does, from 0 to 1."""

    entry: Entry
    alike: float


class Gazetteer:
    """Tables of places, the packaged one first."""

    def __init__(self, tables: Sequence[Table], countries: Mapping[str, Country]) -> None:
        self.tables = tuple(tables)
        self.countries = countries
        self.capitals = frozenset(country.capital for country in countries.values() if country.capital)
        self.named = lru_cache(1 << 14)(self._named)
        self.sounding = lru_cache(1 << 13)(self._sounding)
        self.lands = frozenset(entry.name for entry in _by_code(self).values())
        self.peoples = {people: code for people, code in _demonyms(countries).items() if people not in self.lands}
        """Countries by the name of their people, where that is not the country's own; of two, the one with more."""

    @classmethod
    def open(cls, extra: Sequence[Path] = ()) -> Gazetteer:
        """The packaged gazetteer and these: folders that hold compact tables, or files in a form that `readers` knows.

        Raises MissingPart where the packaged table is not built, Unreadable where a file is in no known form.
        """
        packaged = cls([Table(PACKAGED)], _countries())
        folders = chain.from_iterable(_folders(path, packaged) for path in extra)
        more = [Table(folder, i) for i, folder in enumerate(folders, 1)]
        return cls([*packaged.tables, *more], packaged.countries)

    def country(self, code: str) -> Entry | None:
        """The country with this ISO code."""
        return _by_code(self).get(code)

    def is_capital(self, entry: Entry) -> bool:
        """Whether an entry is the capital of its country, or where its government sits."""
        if entry.kind != "town" or entry.country not in self.countries:
            return False
        return plain(entry.name) in (self.countries[entry.country].capital, SEATS.get(entry.country))

    def region(self, country: str, name: str | None) -> Entry | None:
        """The first-order region of a country with this name."""
        found = self.named(name) if name else ()
        return next((entry for entry in found if entry.kind == "admin1" and entry.country == country), None)

    @property
    def landmarks(self) -> Landmarks:
        """What a reader of other gazetteers asks of this one."""
        return Landmarks(self.code_of, self._region_among)

    def _region_among(self, country: str, names: Sequence[str]) -> str | None:
        """The name here of a country's region that elsewhere has these names."""
        for found in (self.named, lambda name: [heard.entry for heard in self.sounding(name)]):
            for name in names:
                for entry in found(name):
                    if entry.kind == "admin1" and entry.country == country:
                        return entry.name
        return None

    def code_of(self, name: str) -> str | None:
        """The ISO code of the country with this name."""
        return next((entry.country for entry in self.named(name) if entry.kind == "country"), None)

    def near(self, one: str, other: str) -> bool:
        """Whether two countries, by ISO code, are the same or share a border."""
        return one == other or (one in self.countries and other in self.countries[one].neighbours)

    def _named(self, name: str) -> tuple[Entry, ...]:
        """The places spelt so, or so without articles: `Al-Bab` and `Bab` are one spelling; a letter that a broken page lost
        may have been any."""
        names = (*unbroken(name),) or (name,)
        spelt = dict.fromkeys(chain.from_iterable((plain(one), bare(one)) for one in names))
        return tuple(self._filed([key_number("n", one) for one in spelt]))

    def opened_by(self, name: str) -> tuple[Entry, ...]:
        """The towns whose name is this one and one word more: "Tell Zurud Sharqi", which many call "Tell Zurud"."""
        return tuple(self._filed([key_number("o", bare(name))]))

    def spelt(self, name: str) -> frozenset[tuple[int, int]]:
        """Which places, by `Entry.place`, are spelt just so, the article too where one is told."""
        number = key_number("n", plain(name))
        return frozenset((table.number, row) for table in self.tables for row in table.rows(number))

    def _sounding(self, name: str) -> tuple[Heard, ...]:
        """The places that share the name's consonants, where names reach English by transliteration."""
        sounds = consonants(name)
        return tuple(self._heard(name, [key_number("c", sounds)])) if sounds else ()

    def nearly_sounding(self, name: str) -> tuple[Heard, ...]:
        """The places whose consonants are the name's with one left out, put in or put in place of another."""
        sounds = consonants(name)
        if len(sounds) < ENOUGH:
            return ()
        return tuple(self._heard(name, [key_number("c", slip) for slip in _slips(sounds)]))

    def _heard(self, name: str, numbers: Sequence[int]) -> Iterator[Heard]:
        for table in self.tables:
            alike: dict[int, float] = {}
            for number in numbers:
                for row, spelt in table.sounding(number):
                    alike[row] = max(alike.get(row, 0.0), likeness(name, spelt))
            yield from (Heard(table.entry(row), share) for row, share in alike.items())

    def _filed(self, numbers: Sequence[int]) -> Iterator[Entry]:
        for table in self.tables:
            rows = dict.fromkeys(row for number in numbers for row in table.rows(number))
            yield from (table.entry(row) for row in rows)


SEATS = {
    "BO": "la paz",
    "CI": "abidjan",
    "BJ": "cotonou",
    "ZA": "pretoria",
    "NL": "the hague",
    "TZ": "dar es salaam",
    "LK": "colombo",
}
"""Where governments sit that have another capital by law, by country."""
ENOUGH = 3
"""Consonants without which a slip makes another name."""
LETTERS = "abdfhjklmnprstwxyz"
"""The letters that `consonants` leaves."""


def _slips(sounds: str) -> Iterator[str]:
    for i in range(len(sounds) + 1):
        before, after = sounds[:i], sounds[i:]
        yield from (before + letter + after for letter in LETTERS)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in LETTERS if letter != after[0])


def capital_of(code: str) -> str | None:
    """The plain name of a country's capital, by ISO code."""
    return _countries()[code].capital or None if code in _countries() else None


@cache
def demonyms() -> Mapping[str, str]:
    """ISO codes of countries by the name of their people; of two that share it, the one with more of them."""
    return _demonyms(_countries())


def _demonyms(countries: Mapping[str, Country]) -> dict[str, str]:
    return {people: country.code for country in _by_people(countries) for people in country.demonyms}


def _by_people(countries: Mapping[str, Country]) -> list[Country]:
    """Those with the most people last, so that they overwrite others of the same name."""
    return sorted(countries.values(), key=lambda country: (country.people, country.code))


def load_gazetteer(extra: Sequence[Path] = ()) -> Gazetteer:
    """The packaged gazetteer, what `places add` keeps, and these files or folders; opened once a process.

    Raises MissingPart where the packaged table is not built, Unreadable where a file is in no known form.
    """
    return _opened((*kept(), *extra))


@lru_cache(4)
def _opened(paths: tuple[Path, ...]) -> Gazetteer:
    return Gazetteer.open(paths)


def add_file(source: Path, store: Path) -> int:
    """Keeps a gazetteer file as a compact table in `store`; gives the number of its places.

    Raises MissingPart where the packaged table is not built, Unreadable where the file is in no known form.
    """
    return store_file(source, store, Gazetteer.open().landmarks)


def _folders(path: Path, packaged: Gazetteer) -> list[Path]:
    if not path.is_dir():
        return [compiled(path, packaged.landmarks)]
    return sorted({rows.parent for rows in path.glob("**/rows.npy")})


@cache
def _countries() -> dict[str, Country]:
    file = PACKAGED / "countries.json"
    if not file.is_file():
        raise MissingPart("the gazetteer is not built; run `make setup`")
    told = json.loads(file.read_text("utf-8"))
    return {
        code: Country(code, tuple(row["demonyms"]), row["people"], plain(row["capital"]), frozenset(row["neighbours"]))
        for code, row in told.items()
    }


@lru_cache(8)
def _by_code(gazetteer: Gazetteer) -> dict[str, Entry]:
    table = gazetteer.tables[0]
    rows = (table.entry(row) for row in range(len(gazetteer.countries)))
    return {entry.country: entry for entry in rows if entry.kind == "country"}
