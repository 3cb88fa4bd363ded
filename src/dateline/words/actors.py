"""Who acts: names known beforehand, what unnamed actors are called, and the words around names; loaded from TOML."""

from __future__ import annotations

import csv
import datetime as dt
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from dateline.errors import BadWords
from dateline.tables import load_table

__all__ = [
    "KINDS",
    "Known",
    "Office",
    "Role",
    "Roster",
    "Way",
    "armed_groups",
    "load_roster",
    "plain",
    "skeleton",
    "split",
]

KINDS = frozenset("state armed_group military person intergovernmental monitor ngo media civilians other".split())
Form = Literal["name", "country", "capital", "demonym"]


class Office(NamedTuple):
    """An office and the days between which someone holds it; `until` is not one of them."""

    office: str
    since: dt.date | None
    until: dt.date | None


class Known(NamedTuple):
    """An actor known beforehand. `form` tells how the words name it: by name, or a state by its capital or demonym."""

    name: str
    kind: str
    id: str | None = None
    country: str | None = None
    form: Form = "name"
    since: dt.date | None = None
    until: dt.date | None = None
    offices: tuple[Office, ...] = ()


class Role(NamedTuple):
    """What an unnamed actor is called. `national`: it takes the country of the story when told of no other;
    `titles`: it stands before a person's name ("activist Omar Zaid"); `generic`: it only stands for someone named.
    """

    kind: str
    name: str | None = None
    national: bool = False
    titles: bool = False
    generic: bool = False


class Country(NamedTuple):
    """A country's name and the adjective made of it."""

    name: str
    demonym: str


class Way(NamedTuple):
    """One way to write a known actor: its words made plain, and whether it must stand in capitals."""

    words: tuple[str, ...]
    acronym: bool
    known: Known


@dataclass(frozen=True, slots=True)
class Roster:
    """Everything known of actors beforehand. `known` is keyed by first word, `roles` by last word, longest first."""

    known: Mapping[str, tuple[Way, ...]]
    roles: Mapping[str, tuple[tuple[tuple[str, ...], Role], ...]]
    openers: frozenset[str]
    """The first words of roles, for a quick no."""
    countries: Mapping[str, Country]
    heads: Mapping[str, str]
    honorifics: frozenset[str]
    locative: frozenset[str]
    tied: frozenset[str]
    located: frozenset[str]
    sides: Mapping[str, str]
    women: frozenset[str]
    """First names and words that tell of a woman, in small letters."""
    persons: Mapping[str | None, tuple[Known, ...]]
    """Who holds or held an office, by country."""

    def match(
        self, texts: Sequence[str], plains: Sequence[str], at: int, day: dt.date | None
    ) -> tuple[int, Known] | None:
        """The longest known actor that the words from `at` name on that day, and where it ends. `plains` are the
        words made plain, empty for hyphens and apostrophes.
        """
        opening = plains[at]
        found = self.known.get(opening, ()) or self.known.get(_bare(opening), ())
        if opening and plains[at + 1 : at + 2] == ["s"]:
            found = (*self.known.get(opening + "s", ()), *found)
        for way in found:
            end = _end(way.words, plains, at)
            if end is None or not _fits(way, texts[at:end]) or not _holds(way.known, day):
                continue
            return end, way.known
        return None

    def role(self, lowers: Sequence[str], lemmas: Sequence[str], last: int, first: int) -> tuple[int, Role] | None:
        """The longest role that ends with the word at `last` and does not start before `first`, and its start."""
        for words, role in self.roles.get(lemmas[last], ()) or self.roles.get(lowers[last], ()):
            start = last + 1 - len(words)
            if start >= first and list(words[:-1]) == list(lowers[start:last]):
                return start, role
        return None

    def holder(
        self, office: str, country: str | None, day: dt.date, named: Mapping[str, bool] = MappingProxyType({})
    ) -> Known | None:
        """Who holds an office on a day, where exactly one can be meant: whoever holds that of a country; but where a report names
        only one of another country who holds such an office, he does, or nobody where he is named but later on.

        `named` gives those whom the report names, by their ids, and whether they are told of before.
        """
        held = [p for p in self.persons.get(country, ()) if country is not None and _holds_office(p, office, day)]
        own = held[0] if len(held) == 1 else None
        known = (p for those in self.persons.values() for p in those if p.id in named)
        others = {p.id: p for p in known if p.id is not None and p not in held and _holds_office(p, office, day)}
        if not others or any(p.id in named for p in held):
            return own
        told = [other for key, other in others.items() if named[key]]
        return told[0] if len(told) == 1 == len(others) else None


PLAIN = str.maketrans("ıøł", "iol")
ALIKE = str.maketrans("bqgczvw", "pkkksff")
"""Consonants that spellings of one foreign sound take turns with."""


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> str:
    """A word without accents, dots, apostrophes and capitals.

    >>> [plain(word) for word in ("Erdoğan", "U.N.", "Sana'a", "-")]
    ['erdogan', 'un', 'sanaa', '']
    """
    bare = unicodedata.normalize("NFKD", text.lower()).lower().translate(PLAIN)  # "Ǿ" is "ø" and an accent
    return "".join(letter for letter in bare if letter.isalnum())


@lru_cache(maxsize=1 << 16)
def skeleton(word: str) -> str:
    """The consonants of a plain word, doubled ones once: what spellings of one foreign name share.

    >>> skeleton("tayyip"), skeleton("tayib"), skeleton("qaddafi") == skeleton("gaddafi")
    ('tp', 'tp', True)
    """
    kept = [letter for letter in word.translate(ALIKE) if letter not in "aeiouyh"]
    return "".join(letter for at, letter in enumerate(kept) if at == 0 or kept[at - 1] != letter)


def load_roster(extra: Sequence[Path] = ()) -> Roster:
    """The packaged roster and the user's files of `[[actors]]`, which come first. Raises BadWords naming the entry."""
    return _roster(tuple(extra))


@cache
def _roster(extra: tuple[Path, ...]) -> Roster:
    packaged = files("dateline.words")
    told = [_read(path.read_text("utf-8"), path.name) for path in extra]
    told.append(_read(packaged.joinpath("actors.toml").read_text("utf-8"), "actors.toml"))
    told.append(_officials(packaged.joinpath("terms.tsv").read_text("utf-8")))
    countries = load_table("words/countries.toml")
    words = load_table("words/roles.toml")
    named = [way for entries in told for entry in entries for way in _ways(entry)]
    around, names, roles = words["around"], words["names"], _by_last(words["roles"])
    return Roster(
        known=_by_first([*named, *_states(countries)]),
        roles=roles,
        openers=frozenset(told[0][0] for ways in roles.values() for told in ways),
        countries={code: Country(c["name"], (c["demonyms"] or [c["name"]])[0]) for code, c in countries.items()},
        heads={head: kind for kind, heads in names["heads"].items() for head in heads},
        honorifics=frozenset(names["honorifics"]),
        locative=frozenset(around["locative"]),
        tied=frozenset(around["tied"]),
        located=frozenset(around["located"]),
        sides={word: side for side, words in around["sides"].items() for word in words},
        women=frozenset(name.lower() for name in (*names["women"], *names["womanly"])),
        persons=_by_country(dict.fromkeys(way.known for way in named if way.known.offices)),
    )


@cache
def armed_groups() -> frozenset[str]:
    """The plain names of the armed groups of the packaged roster.

    >>> {"m23", "boko haram"} <= armed_groups()
    True
    """
    ways = (way for found in load_roster().known.values() for way in found)
    return frozenset(" ".join(way.words) for way in ways if way.known.kind == "armed_group")


def _read(text: str, file: str) -> list[tuple[Known, list[str]]]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadWords(file, str(error)) from error
    return [_entry(row, file) for row in table.get("actors", [])]


def _entry(row: Mapping[str, Any], file: str) -> tuple[Known, list[str]]:
    name, kind = row.get("name"), row.get("kind", "other")
    if not isinstance(name, str) or not name:
        raise BadWords(file, "an entry of [[actors]] has no name")
    if kind not in KINDS:
        raise BadWords(f"{file}: {name}", f"kind {kind!r} is not one of {', '.join(sorted(KINDS))}")
    offices = tuple(
        Office(o["office"], _day(o.get("from"), name, file), _day(o.get("until"), name, file))
        for o in row.get("offices", [])
    )
    known = Known(
        name,
        kind,
        f"wikidata:{row['id']}" if row.get("id") else f"dateline:{'-'.join(split(name))}",
        row.get("country"),
        "name",
        _day(row.get("from"), name, file),
        _day(row.get("until"), name, file),
        offices,
    )
    return known, [name, *row.get("aliases", [])]


def _officials(text: str) -> list[tuple[Known, list[str]]]:
    """Who held an office, of a table of country, name, Wikidata's id, office, and the days that bound the term.

    Nobody is known before the first term or after the last: rebels become ministers and ministers leave for the
    opposition or the United Nations, and many a shopkeeper bears a minister's name.
    """
    held: dict[tuple[str, str, str], list[Office]] = {}
    for country, name, item, office, since, until in csv.reader(text.splitlines(), delimiter="\t"):
        term = Office(office, _day(since or None, name, "terms.tsv"), _day(until or None, name, "terms.tsv"))
        held.setdefault((country, name, item), []).append(term)
    return [
        (_official(name, f"wikidata:{item}" if item else f"dateline:{'-'.join(split(name))}", country, terms), [name])
        for (country, name, item), terms in held.items()
    ]


def _official(name: str, item: str, country: str, terms: Sequence[Office]) -> Known:
    starts = [term.since for term in terms if term.since is not None]
    ends = [term.until for term in terms if term.until is not None]
    return Known(
        name,
        "person",
        item,
        country,
        since=min(starts) if len(starts) == len(terms) else None,
        until=max(ends) if len(ends) == len(terms) else None,
        offices=tuple(terms),
    )


def _by_country(persons: Iterable[Known]) -> dict[str | None, tuple[Known, ...]]:
    found: dict[str | None, list[Known]] = {}
    for person in persons:
        found.setdefault(person.country, []).append(person)
    return {country: tuple(those) for country, those in found.items()}


def _day(text: str | None, name: str, file: str) -> dt.date | None:
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise BadWords(f"{file}: {name}", f"{text!r} is not a day like 2016-02-27") from error


def _ways(entry: tuple[Known, list[str]]) -> Iterator[Way]:
    known, names = entry
    for name in names:
        yield Way(split(name), name.isupper() and len(name) <= 7, known)


def _states(countries: Mapping[str, Mapping[str, Any]]) -> Iterator[Way]:
    for code, country in countries.items():
        state = Known(country["name"], "state", f"iso:{code}", code, "country")
        for name in [country["name"], *country["aliases"]]:
            yield Way(split(name), name.isupper(), state)
        for name in country["demonyms"]:
            yield Way(split(name), False, state._replace(form="demonym"))
        if country["capital"]:
            yield Way(split(country["capital"]), False, state._replace(form="capital"))


def split(name: str) -> tuple[str, ...]:
    """The plain words of a name, as the parser would cut it.

    >>> split("Fateh al-Sham Front")
    ('fateh', 'al', 'sham', 'front')
    """
    words = name.replace("-", " ").replace("/", " ").replace("’", "'").split()
    return tuple(word for word in map(plain, words) if word)


def _by_first(ways: Iterable[Way]) -> dict[str, tuple[Way, ...]]:
    found: dict[str, list[Way]] = {}
    for way in ways:
        found.setdefault(way.words[0], []).append(way)
    return {first: tuple(sorted(ways, key=lambda way: -len(way.words))) for first, ways in found.items()}


def _by_last(rows: Iterable[Mapping[str, Any]]) -> dict[str, tuple[tuple[tuple[str, ...], Role], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
    for row in rows:
        role = Role(
            row["kind"],
            row.get("name"),
            row.get("national", False),
            row.get("titles", False),
            row.get("generic", False),
        )
        for noun in row["nouns"]:
            words = tuple(noun.replace("-", " - ").split())
            found.setdefault(words[-1], []).append((words, role))
    return {last: tuple(sorted(roles, key=lambda told: -len(told[0]))) for last, roles in found.items()}


def _bare(word: str) -> str:
    """A name whose possessive has lost its apostrophe ("Assads government"), without the s."""
    return word[:-1] if len(word) > 4 and word.endswith("s") else word


def _end(words: tuple[str, ...], plains: Sequence[str], at: int) -> int | None:
    """Where the words of a name end, should they stand at `at`; the parser cuts the 's of "People's" off."""
    for n, word in enumerate(words):
        while n and at < len(plains) and not plains[at]:
            at += 1
        if at >= len(plains):
            return None
        owning = plains[at : at + 2] == [word[:-1], "s"] and word.endswith("s")
        if not (owning or plains[at] == word or (n == len(words) - 1 and _bare(plains[at]) == word)):
            return None
        at += 1 + owning
    return at


def _fits(way: Way, texts: Sequence[str]) -> bool:
    if way.acronym:
        return all(text.isupper() or (len(text) > 3 and text[:-1].isupper()) for text in texts)
    if way.known.form == "demonym" and texts[-1].endswith("s") and not way.words[-1].endswith("s"):
        return False
    return any(text[:1].isupper() for text in texts) and not (
        len(texts) == 1 and texts[0].isupper() and len(texts[0]) < 3
    )


def _holds(known: Known, day: dt.date | None) -> bool:
    grace = dt.timedelta(30 if known.offices else 365)  # news goes on about who resigned, and longer about a name
    return day is None or (
        (known.since is None or known.since <= day) and (known.until is None or day <= known.until + grace)
    )


def _holds_office(known: Known, office: str, day: dt.date) -> bool:
    return any(
        o.office == office and (o.since is None or o.since <= day) and (o.until is None or day < o.until)
        for o in known.offices
    )
