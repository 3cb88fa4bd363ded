"""The public's view of a record: what can hurt people is left out or made vague, by the written rules of public.toml.

It goes by what was found: a name that no reader of the record could find, the rules cannot find either. Whoever
publishes reads through the result once more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from dateline.rows import Row
from dateline.tables import load_table
from dateline.tell.masks import Masks, aged, is_name, without_points
from dateline.tell.nations import nations
from dateline.tell.view import View, notices

__all__ = ["Public", "rules"]

PARTIES = ("by", "to", "speaker")
LISTS = ("claims", "evidence")


@dataclass(frozen=True)
class Findings:
    """What the rules found in a view: names and sites to leave out, claims to drop, places to make vague."""

    persons: frozenset[str]
    minors: frozenset[str]
    surnames: frozenset[str]
    sites: frozenset[str]
    dropped: frozenset[str]
    vague: frozenset[str]
    spots: frozenset[tuple[str, int]]

    def masks(self) -> Masks:
        """The names to leave out: whole ones, the last word of a person's, by which the words go on, and sites' own."""
        told, here = rules()["persons"]["left_out"], rules()["sites"]["left_out"]
        persons = self.persons | self.minors | self.surnames
        return Masks.of([*((name, told) for name in persons), *((name, here) for name in self.sites)])


class Public:
    """A view with the rules applied. `notices` says what they did."""

    def __init__(self, under: View) -> None:
        self.under = under

    @property
    def notices(self) -> tuple[str, ...]:
        """What was left out, in words."""
        found = self._found
        return (
            *notices(self.under),
            "for the public: texts of reports left out",
            f"{len(found.persons | found.minors)} names of persons left out",
            f"{len(found.vague)} claims of sites made vague, {len(found.sites)} names of sites left out",
            f"{len(found.dropped)} accusations of private persons left out",
        )

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of one table, as the public may see them."""
        for row in self.under.rows(table):
            told = self._seen(table, row)
            if told is not None:
                yield told

    def find(self, subject: str) -> tuple[str, Row] | None:
        """The table and row of anything the public may see that has an id, or None."""
        found = self.under.find(subject)
        told = None if found is None else self._seen(*found)
        return None if found is None or told is None else (found[0], told)

    def _seen(self, table: str, row: Row) -> Row | None:
        found = self._found
        if row.get("id") in found.dropped:
            return None
        if table == "revisions" and not found.dropped.isdisjoint(row["claims"]):
            return None
        kept = _without(row, found.dropped)
        if table == "events" and not kept["claims"]:
            return None
        if table == "reports":
            kept = {**kept, "text": "", "key": kept["url"] or re.split(r"[/\\]", kept["key"].rstrip("/\\"))[-1]}
        if table in ("unread", "judgements"):
            return None
        if self._is_vague(table, row):
            kept = _made_vague(table, kept)
        return {name: _pointless(self._masks.value(value)) for name, value in kept.items()}

    def _is_vague(self, table: str, row: Row) -> bool:
        found = self._found
        if table == "mentions":
            return row["kind"] == "place" and ((row["report"], row["start"]) in found.spots or _is_named_site(row))
        if table not in ("claims", "events", "agreements"):
            return False
        touched = row["id"] in found.vague if table == "claims" else not found.vague.isdisjoint(row["claims"])
        return touched or bool(row["place"] and _is_named_site(row["place"]))

    @cached_property
    def _masks(self) -> Masks:
        return self._found.masks()

    @cached_property
    def _found(self) -> Findings:
        """Three ways through the view: who is private and where sites are, which events that touches, what to leave out."""
        private: set[str] = set()
        public: set[str] = set()
        minors: set[str] = set()
        sites: set[str] = set()
        vague: set[str] = set()
        for claim in self.under.rows("claims"):
            for party in (
                p for field in PARTIES for p in claim[field] if p["kind"] == "person" and _is_persons(p["name"])
            ):
                (public if party["id"] or _in_office(party["text"]) else private).add(party["name"])
            for name, age in ((name, age) for name, age in aged(claim["text"]) if _is_persons(name)):
                (minors if age < rules()["persons"]["adult"] else private).add(name)
            if _is_site(claim):
                vague.add(claim["id"])
                sites.update(_own_names(claim))
        verified: set[str] = set()
        for event in self.under.rows("events"):
            if event["grade"] in rules()["accusations"]["verified"]:
                verified.update(event["claims"])
            if not vague.isdisjoint(event["claims"]):
                vague.update(event["claims"])
        persons = frozenset(private - public)
        dropped, spots = self._third(persons | minors, verified, vague)
        return Findings(
            persons,
            frozenset(minors),
            _surnames(persons | minors, public),
            frozenset(sites),
            dropped,
            frozenset(vague),
            spots,
        )

    def _third(
        self, private: Set[str], verified: Set[str], vague: Set[str]
    ) -> tuple[frozenset[str], frozenset[tuple[str, int]]]:
        """Which claims accuse a private person, and where in which report the vague places are told."""
        dropped, spots = set(), set()
        for claim in self.under.rows("claims"):
            accused = {party["name"] for party in claim["by"]}
            if _accuses(claim) and claim["id"] not in verified and accused & private:
                dropped.add(claim["id"])
            if claim["id"] in vague and claim["place"]:
                spots.add((claim["report"], claim["place"]["start"]))
        return frozenset(dropped), frozenset(spots)


@cache
def rules() -> dict[str, Any]:
    """The rules, as public.toml has them."""
    return load_table("tell/public.toml")


def _is_persons(name: str) -> bool:
    """Whether capitals that are taken for a person can be one's name.

    >>> _is_persons("Rana Aswad"), _is_persons("On July"), _is_persons("Monday August")
    (True, False, False)
    """
    told, words = rules()["persons"], name.casefold().split()
    return is_name(name) and words[0] not in (*told["opens"], *told["weekdays"]) and words[-1] not in told["months"]


def _surnames(private: Set[str], public: Set[str]) -> frozenset[str]:
    """The last words of private names that no public person bears too, and no thing or country: those stand for more than the person."""
    kept = {word for name in public for word in re.split(r"[ -]", name.casefold())}
    kept |= {*rules()["persons"]["things"], *nations()}
    last = {name.split()[-1] for name in private}
    return frozenset(word for word in last if len(word) > 3 and word.casefold() not in kept)


def _in_office(words: str) -> bool:
    told = f" {' '.join(words.lower().split())} "
    return any(f" {office} " in told for office in rules()["persons"]["offices"])


def _accuses(claim: Row) -> bool:
    return bool(claim["stance"] == "accuses" or claim["type"] == "accusation")


def _is_site(claim: Row) -> bool:
    kinds = {party["facility"] for field in ("by", "to") for party in claim[field]}
    return not kinds.isdisjoint(rules()["sites"]["kinds"]) or _site_words().search(claim["text"]) is not None


def _is_named_site(place: Row) -> bool:
    return _site_words().search(place["name"]) is not None


def _own_names(claim: Row) -> Iterator[str]:
    """The names of the sites a claim tells of, without their article: "Cedar clinic" of "the Cedar clinic"."""
    for party in (p for field in ("by", "to") for p in claim[field] if p["facility"] in rules()["sites"]["kinds"]):
        name = re.sub(r"^(?:the|a|an) ", "", party["text"].strip(), flags=re.IGNORECASE)
        if name[:1].isupper() and " " in name:
            yield name


@cache
def _site_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(rules()['sites']['words'])})\b", re.IGNORECASE)


def _made_vague(table: str, row: Row) -> Row:
    place = row if table == "mentions" else row["place"]
    if not place or place["lat"] is None:
        return row
    sites = rules()["sites"]
    coarse = {
        **place,
        "lat": round(place["lat"], sites["decimals"]),
        "lon": round(place["lon"], sites["decimals"]),
        "radius_km": max(place["radius_km"] or 0.0, sites["radius_km"]),
        "precision": "near" if place["precision"] == "exact" else place["precision"],
    }
    return coarse if table == "mentions" else {**row, "place": coarse}


def _without(row: Row, dropped: frozenset[str]) -> Row:
    """A row without references to dropped claims, at any depth that the contract has them."""
    if not dropped:
        return row
    told = {}
    for name, value in row.items():
        if name in LISTS and isinstance(value, list):
            told[name] = [one for one in value if one not in dropped]
        elif isinstance(value, list):
            inner = [_without(one, dropped) if isinstance(one, dict) else one for one in value]
            told[name] = [
                one
                for one in inner
                if not isinstance(one, dict) or (one.get("claims") != [] and one.get("claim") not in dropped)
            ]
        else:
            told[name] = value
    return told


def _pointless(value: Any) -> Any:
    """A value without coordinates in its words."""
    if isinstance(value, str):
        return without_points(value, rules()["sites"]["left_out"])
    if isinstance(value, dict):
        return {name: _pointless(inner) for name, inner in value.items()}
    return [_pointless(inner) for inner in value] if isinstance(value, list) else value
