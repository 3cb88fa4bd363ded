"""What is counted and what a count says of it: units, subgroups and measures, from measures.toml."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from dateline.errors import BadWords
from dateline.model import Modality
from dateline.tables import load_table
from dateline.words.lemmas import irregular

__all__ = ["HARMED", "Cue", "Measure", "Measures", "Noun", "forms", "load_measures"]

HARMED: Final = frozenset({"killed", "injured"})
"""Measures of the people whom violence harms."""


@dataclass(frozen=True, slots=True)
class Noun:
    """What a counted noun says: its unit, and the subgroup where it names one."""

    unit: str
    subgroup: str | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """That a word gives a count a measure, and the role the count must play: the word's object, subject, either, a
    state said of it, or what stands after its "of"; `needs` are words one of which must follow, where there are any,
    and stand before where the role is "of"."""

    measure: str
    role: str
    needs: frozenset[str] = frozenset()
    form: str = "base"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure: what it means, what it counts, and sentences that carry it or do not."""

    name: str
    label: str
    definition: str
    units: frozenset[str]
    named: bool
    """Whether it counts nothing but what is named: "took 30" takes no villages."""
    examples: tuple[tuple[str, float, str], ...]
    refusals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """The tables of measures.toml, turned for looking words up."""

    measures: Mapping[str, Measure]
    nouns: Mapping[str, Noun]
    """Counted nouns, of up to four tokens."""
    longest: Mapping[str, int]
    """First token of a counted noun → the most tokens such a noun has."""
    cues: Mapping[str, tuple[Cue, ...]]
    """Word as it stands → what it can make of a count."""
    own: Mapping[str, str]
    """Counted noun → the measure it is itself: deaths, evacuees, strikes."""
    tolls: Mapping[str, str]
    """What takes its number with to, at, of or is: "toll", "death toll" → measure."""
    before: Mapping[tuple[str, ...], str]
    """Words right before a count → measure."""
    things: frozenset[str]
    """Units that are surely no people."""
    glue: Mapping[str, frozenset[str]]
    """Lists of small words, by what they do between a count and its cue."""
    modals: Mapping[str, Modality]


@cache
def load_measures() -> Measures:
    """The packaged tables, read once. Raises BadWords where a measure counts a unit that is none."""
    told = load_table("words/measures.toml")
    glue, given = told["glue"], told["measures"]
    glue["skip"] += glue["aux"]
    nouns = _nouns(told)
    known = {noun.unit for noun in nouns.values()}
    measures = {name: _measure(name, row) for name, row in given.items()}
    for measure in measures.values():
        if strange := measure.units - known:
            raise BadWords(f"measures.toml, measures.{measure.name}.units", f"{sorted(strange)} not in {sorted(known)}")
    return Measures(
        measures,
        nouns,
        _longest(nouns),
        _cues(given, {name: frozenset(verbs) for name, verbs in told["spelling"].items()}),
        _own(given, told["units"]),
        {said: name for name, row in given.items() for said in row.get("toll", ())},
        {tuple(said.split()): name for name, row in given.items() for said in row.get("before", ())},
        frozenset(told["units"]),
        {name: frozenset(said) for name, said in glue.items() if name != "modals"},
        {said: name for name, said_all in glue["modals"].items() for said in said_all},
    )


def forms(verb: str, doubled: frozenset[str] = frozenset()) -> dict[str, str]:
    """Every form of a verb, each with its kind: base, s, ed or ing; `doubled` verbs double their last letter.

    >>> forms("raze") == {"raze": "base", "razes": "s", "razed": "ed", "razing": "ing"}
    True
    >>> forms("flee")["fled"]
    'ed'
    >>> forms("burn")["burnt"], forms("burn")["burned"]
    ('ed', 'ed')
    """
    odd = {form for form, base in irregular().items() if base == verb}
    past = {form for form in odd if not form.endswith(("s", "ing"))}
    stem = verb + verb[-1] if verb in doubled else verb.removesuffix("e")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        regular, third = f"{verb[:-1]}ied", f"{verb[:-1]}ies"
    else:
        regular, third = f"{stem}ed", verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    gerund = (verb if verb.endswith("ee") else stem) + "ing" if not verb.endswith("ie") else f"{verb[:-2]}ying"
    found = {verb: "base", third: "s", gerund: "ing"} | {form: "ing" for form in odd if form.endswith("ing")}
    return found | dict.fromkeys(past | {regular} if f"{verb}t" in past else past or {regular}, "ed")


def _measure(name: str, row: Mapping[str, Any]) -> Measure:
    examples = tuple((said, value, qualifier) for said, value, qualifier in row["examples"])
    return Measure(
        name,
        row["label"],
        row["definition"],
        frozenset(row["units"]),
        row.get("named", False),
        examples,
        tuple(row["refusals"]),
    )


def _nouns(told: Mapping[str, Any]) -> dict[str, Noun]:
    """Every counted noun; a subgroup's word wins over one of the people at large, and that over a unit's."""
    units = {said: Noun(unit) for unit, said_all in told["units"].items() for said in said_all}
    people = {said: Noun("people") for said in told["people"]["words"]}
    for row in told["measures"].values():
        if "people" in row["units"]:
            people |= {said: Noun("people") for said in row.get("nouns", ())}
    narrow = {said: Noun("people", name) for name, said_all in told["subgroups"].items() for said in said_all}
    return units | people | narrow


def _longest(nouns: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for said in nouns:
        row = said.split()
        longest[row[0]] = max(longest.get(row[0], 0), len(row))
    return longest


def _own(given: Mapping[str, Any], units: Mapping[str, list[str]]) -> dict[str, str]:
    own = {said: name for name, row in given.items() for said in row.get("nouns", ())}
    alone = {
        said: name for name, row in given.items() if row.get("alone") for unit in row["units"] for said in units[unit]
    }
    return alone | own


def _forms(verb: str, spelling: Mapping[str, frozenset[str]]) -> dict[str, str]:
    return forms(verb, spelling["doubled"]) | ({verb: "ed"} if verb in spelling["same"] else {})


def _cues(given: Mapping[str, Any], spelling: Mapping[str, frozenset[str]]) -> dict[str, tuple[Cue, ...]]:
    """Word as it stands → its cues, in the order of the file; a verb stands in all its forms."""
    found: dict[str, list[Cue]] = {}
    for name, row in given.items():
        for role in ("either", "object", "subject"):
            for verb in row.get(role, ()):
                for said, form in _forms(verb, spelling).items():
                    found.setdefault(said, []).append(Cue(name, role, form=form))
        for key, role in (("with", "either"), ("done", "object"), ("doing", "subject")):
            for verb, needs in row.get(key, {}).items():
                for said, form in _forms(verb, spelling).items():
                    found.setdefault(said, []).append(Cue(name, role, frozenset(needs), form))
        for said, verbs in row.get("of_after", {}).items():
            behind = frozenset(form for verb in verbs for form in _forms(verb, spelling))
            found.setdefault(said, []).append(Cue(name, "of", behind))
        for role in ("state", "of"):
            for said in row.get(role, ()):
                found.setdefault(said, []).append(Cue(name, role, form="ed" if role == "state" else "base"))
    return {said: tuple(cues) for said, cues in found.items()}
