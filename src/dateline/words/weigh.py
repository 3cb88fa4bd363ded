"""What weigh.toml says: names and their lattice, subgroups, facilities, and families of claim types."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set
from functools import cache
from itertools import pairwise
from typing import Any, Final

from dateline.model import Party
from dateline.tables import load_table

__all__ = [
    "KINDS",
    "actor_keys",
    "affinity",
    "begins",
    "country_called",
    "country_code",
    "demonym",
    "facilities_in",
    "family",
    "is_broad",
    "is_country",
    "is_state",
    "matters",
    "names_dealers",
    "nations",
    "of_a_band",
    "plain",
    "subgroup_key",
    "tells_name",
    "within",
]

_LISTED = re.compile(r" (?:and|or) ")
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_PROPER = re.compile(r"\b[A-Z][\w']+")
KINDS: Final = frozenset(("militants", "militia", "rebels"))
"""Kinds of armed men, which are no names of a band."""


def table(name: str = "weigh.toml") -> dict[str, Any]:
    """A data file of this package."""
    return load_table(f"words/{name}")


@cache
def begins(section: str, key: str) -> re.Pattern[str]:
    """The cues of a section of weigh.toml, each as the beginning of a word.

    >>> begins("blame", "words").search("an airstrike") is None
    True
    """
    return re.compile(r"\b(?:" + "|".join(table()[section][key]) + r")")


@cache
def plain(text: str) -> str:
    """Lower case without accents, dots or typographic marks.

    >>> plain("Sedat Önal’s U.N. team")
    "sedat onal's un team"
    """
    folded = unicodedata.normalize("NFKD", text.replace("’", "'")).encode("ascii", "ignore").decode().lower()
    return folded.replace(".", "")


@cache
def _empty() -> frozenset[str]:
    return frozenset(table()["names"]["empty"].split())


@cache
def _wordset(key: str) -> frozenset[str]:
    return frozenset(table()["names"][key].split())


@cache
def countries() -> dict[str, str]:
    """Word or words → country code: names, demonyms and capitals, and the metonyms of weigh.toml."""
    found: dict[str, str] = {}
    for code, told in table("countries.toml").items():
        if isinstance(told, dict) and len(code) == 2:
            for name in (told.get("name", ""), told.get("capital", ""), *told.get("demonyms", ())):
                if name:
                    found.setdefault(plain(name), code)
    found.update(table()["names"]["metonyms"])
    return found


@cache
def _country_names() -> frozenset[str]:
    told = [row for code, row in table("countries.toml").items() if isinstance(row, dict) and len(code) == 2]
    return frozenset(plain(name) for row in told for name in (row.get("name", ""), *row.get("aliases", ())) if name)


def country_code(name: str | None) -> str | None:
    """The ISO code of a country told by code or by name, or None.

    >>> country_code("Yemen"), country_code("YE"), country_code(None)
    ('YE', 'YE', None)
    """
    if name is None:
        return None
    return name if len(name) == 2 and name.isupper() else countries().get(plain(name))


def is_state(key: str) -> bool:
    """Whether the key of somebody who acts is a state's: the code of its country.

    >>> is_state("LY"), is_state("mill front")
    (True, False)
    """
    return len(key) == 2


def is_country(name: str) -> bool:
    """Whether a place name is a country's.

    >>> is_country("Libya"), is_country("Tripoli")
    (True, False)
    """
    return plain(name) in _country_names()


@cache
def bodies() -> tuple[tuple[str, str], ...]:
    """(spelling, the name we keep), longest spelling first."""
    pairs = [(plain(s), name) for name, said in table()["names"]["bodies"].items() for s in said]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))


@cache
def actor_keys(name: str) -> frozenset[str]:
    """Who a name may mean: country codes for states, names of bodies, `~aircraft` and the like where no side is told.

    >>> sorted(actor_keys("Syrian or Russian warplanes")), sorted(actor_keys("A-10 jets"))
    (['RU', 'SY'], ['~aircraft'])
    >>> sorted(actor_keys("Damascus government")), sorted(actor_keys("Syrian Observatory for Human Rights"))
    (['SY'], ['syrian observatory'])
    >>> sorted(actor_keys("South Sudanese rebels")), sorted(actor_keys("Mai-Kafta rebels"))
    (['rebels'], ['mai kafta'])
    """
    said = f" {' '.join(_WORD.findall(plain(name).replace('-', ' ')))} "
    found: set[str] = set()
    for spelling, body in bodies():
        key = f" {spelling.replace('-', ' ')} "
        if key in said:
            found.add(body)
            said = said.replace(key, " ")
    if "civilians" in found and len(found) > 1:
        found.discard("civilians")
    found = set(_particular(name, found, said))
    left = [word for word in said.split() if word not in _empty()]
    states = _states(left, said)
    others = bool(found) or any(word in _wordset("other") for word in left)
    if not others or _LISTED.search(said):
        found |= states
    rest = [w for w in left if w not in countries() and not any(w in _wordset(k) for k in ("state", "vague", "kinds"))]
    if not found and not all(word.isdigit() for word in rest):
        found.add(" ".join(rest))
    if not found and any(w in _wordset(k) for w in said.split() for k in ("vague", "state", "kinds")):
        found.add(_vague(said))
    return frozenset(found)


def _particular(name: str, found: Set[str], said: str) -> Set[str]:
    """Bodies without the mere kinds of them, militants or rebels, where the name says whose they are."""
    kinds = found & KINDS
    if not kinds or found - KINDS:
        return found - KINDS or found
    land = {word for words in countries() if " " in words and f" {words} " in said for word in words.split()}
    proper = [key for word in _PROPER.findall(name) if f" {(key := plain(word))} " in said and key not in land]
    own = [key for key in proper if not _tells_kind(key)]
    return {" ".join(own)} if own else found


def _tells_kind(word: str) -> bool:
    known = word in countries() or any(word in _wordset(key) for key in ("kinds", "state", "other", "vague"))
    return known or word in _empty()


def party_keys(party: Party) -> frozenset[str]:
    """Who a party may be: a state or its military by its country, where that is known; else by its name.

    >>> sorted(party_keys(Party("the 4th Division", "the 4th Division", kind="military", country="SY")))
    ['SY']
    """
    if party.kind in ("state", "military") and party.country is not None and len(party.country) == 2:
        told = actor_keys(party.name)
        return told if any(len(key) == 2 for key in told) else frozenset({party.country})
    if _namesake(party):
        return frozenset({plain(party.name)})
    keys = actor_keys(party.name)
    return frozenset({plain(party.name)}) if party.id is not None and of_a_band(party.kind, keys) else keys


def _namesake(party: Party) -> bool:
    """Whether a person bears a common name of who leads or led a state, and is not told to be of it.

    >>> [_namesake(Party(name, name, kind="person", country=land))
    ...  for name, land in (("Omar Saleh", None), ("Ali Abdullah Saleh", "YE"), ("Saleh", None), ("Saadi Gaddafi", None))]
    [True, False, False, False]
    >>> _namesake(Party("Bashir Salihi-Magash", "Bashir Salihi-Magash", kind="person"))
    True
    """
    names = plain(party.name).split()
    if party.kind != "person" or len(names) < 2:
        return False
    return any(name in _wordset("common") and countries()[name] != party.country for name in names)


def of_a_band(kind: str, keys: frozenset[str]) -> bool:
    """Whether the keys of an armed group on the roster tell its country only: it is no state, whatever land its name holds.

    >>> of_a_band("armed_group", actor_keys("National Liberation Army of Colombia")), of_a_band("state", frozenset({"CO"}))
    (True, False)
    """
    return kind == "armed_group" and all(len(key) == 2 or key.startswith("~") for key in keys)


def _vague(said: str) -> str:
    if re.search(r"government|regime|army|authorities|military|state", said):
        return "~state"
    return "~aircraft" if re.search(r"plane|jet|aircraft|copter|drone", said) else "~forces"


def _states(left: list[str], said: str) -> set[str]:
    found = {countries()[word] for word in left if word in countries()}
    for first, second in pairwise(left):
        if f"{first} {second}" in countries():
            found.add(countries()[f"{first} {second}"])
    if found == {"SY"} and "national coalition" in said:
        return set()
    return found


@cache
def within() -> dict[str, frozenset[str]]:
    """Wider name → the names that may be within it."""
    return {name: frozenset(finer) for name, finer in table()["within"].items()}


@cache
def _subgroups() -> dict[str, str]:
    return {word: key for key, words in table()["subgroups"].items() for word in words.split()}


@cache
def subgroup_key(subgroup: str | None) -> str | None:
    """The subgroup a description means, or the description itself; None is everybody.

    >>> subgroup_key("minors under ten"), subgroup_key("government soldiers"), subgroup_key("mostly women")
    ('children', 'soldiers', None)
    """
    if subgroup is None:
        return None
    words = _WORD.findall(plain(subgroup))
    if any(_subgroups().get(word) == "everybody" for word in words):
        return None
    hits = [_subgroups()[word] for word in words if word in _subgroups()]
    if not hits:
        return " ".join(words) or None
    return "children" if "children" in hits else hits[-1]


@cache
def tells_name(word: str) -> bool:
    """Whether a word is a name's own and not the kind of those it names, their country or people in general.

    >>> tells_name("naxals"), tells_name("gunmen"), tells_name("afghan"), tells_name("villagers")
    (True, False, False, False)
    """
    return not (_tells_kind(word) or word in nations() or word in _subgroups() or names_dealers([word]))


def names_dealers(words: Sequence[str]) -> bool:
    """Whether words name those who dealt a blow, and not those whom it hit.

    >>> names_dealers(["other", "attackers"]), names_dealers(["farmers"])
    (True, False)
    """
    return any(word in _dealers() for word in words)


@cache
def _dealers() -> frozenset[str]:
    return frozenset(table()["names"]["dealers"].split())


@cache
def _facilities() -> dict[str, str]:
    return {word: kind for kind, words in table()["facilities"].items() for word in words.split()}


def facilities_in(words: Sequence[str]) -> frozenset[str]:
    """The kinds of facility that words name, in their order; an office or a trade is none.

    >>> sorted(facilities_in("shells hit a hospital and a school".split())), facilities_in("the health ministry said".split())
    (['health', 'school'], frozenset())
    """
    behind = (*words[1:], "")
    return frozenset(
        _facilities()[word]
        for word, after in zip(words, behind, strict=False)
        if word in _facilities() and after not in _offices()
    )


@cache
def _offices() -> frozenset[str]:
    return frozenset(table()["offices"]["words"].split())


@cache
def family(kind: str) -> str:
    """The family of a claim type.

    >>> family("airstrike"), family("denial")
    ('strike', 'speech')
    """
    return next((name for name, kinds in table()["families"].items() if kind in kinds), "other")


@cache
def matters() -> dict[str, str]:
    """Word → the family of claims whose matter it names.

    >>> matters()["refugee"], matters().get("weather")
    ('displacement', None)
    """
    return {word: name for name, words in table()["matters"].items() for word in words.split()}


@cache
def affinity(one: str, other: str) -> float:
    """How well claims of two families tell one happening, from -1 to 1."""
    told = table()["affinity"]
    worth = told.get(" ".join(sorted((one, other))), told["same" if one == other else "else"])
    return float(worth)


@cache
def is_broad(name: str) -> bool:
    """Whether a place name is that of an area, by its words.

    >>> is_broad("Idlib province"), is_broad("Saraqib")
    (True, False)
    """
    return any(word in table()["places"]["broad"].split() for word in _WORD.findall(plain(name)))


@cache
def _called() -> dict[str, str]:
    return {
        code: row["name"] for code, row in table("countries.toml").items() if isinstance(row, dict) and "name" in row
    }


def country_called(code: str) -> str:
    """The name of a country by its code; any other word is its own name.

    >>> country_called("SD"), country_called("activists")
    ('Sudan', 'activists')
    """
    return _called().get(code, code)


@cache
def nations() -> dict[str, str]:
    """Word → the country code of those whom it calls by their country: Tajiks, Somali.

    >>> nations()["thai"], nations()["chinese"], nations().get("thailand")
    ('TH', 'CN', None)
    """
    told = [(code, told) for code, told in table("countries.toml").items() if isinstance(told, dict) and len(code) == 2]
    names = {plain(name) for _, one in told for name in (one.get("name", ""), one.get("capital", ""))}
    of = countries()  # the Chinese are those of China, whoever else is called by that name
    single = {word: of.get(word, code) for code, one in told for word in map(plain, one.get("demonyms", ()))}
    found = {word: code for word, code in single.items() if word not in names}
    return found | {f"{word}s": code for word, code in found.items() if f"{word}s" not in names}


def demonym(code: str) -> str:
    """The adjective of a country, or its name where none is known.

    >>> demonym("YE")
    'Yemeni'
    """
    told = table("countries.toml").get(code, {})
    return str(next(iter(told.get("demonyms", ())), told.get("name", code)))
