"""Who of those that speak is one person: a surname for a full name in the same story, and a name spelt in several ways."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from dateline.model import Claim, Report
from dateline.places.spelling import heard
from dateline.weigh.voices import Voice, named
from dateline.words.weigh import actor_keys, is_state

__all__ = ["one_person", "with_persons"]

SAME: Final = 3
"""First letters by which two first names are taken for one: Pavlo, Pavel."""
LONGEST: Final = 4
"""More words than these are a description."""

Names = Counter[str]
"""Name → how many claims tell it."""


def with_persons(
    voices: Mapping[str, frozenset[Voice]], claims: Iterable[Claim], reports: Mapping[str, Report]
) -> dict[str, frozenset[Voice]]:
    """The voices behind claims, each person under one name."""
    story_of: dict[str, str] = {}
    stories: dict[str, Names] = defaultdict(Counter)
    for claim in claims:
        if told := _persons(claim):
            story_of[claim.id] = _story(claim, reports)
            stories[story_of[claim.id]].update(told)
    meant = {story: one_person(names) for story, names in stories.items()}
    counted: Names = Counter()
    for story, names in stories.items():
        for name, count in names.items():
            counted[meant[story][name]] += count
    best = _spelt_best(counted)
    known = {
        story: {key: named(best[full]) for name, full in those.items() for key in _keys(name)}
        for story, those in meant.items()
    }
    return {
        claim: those if claim not in story_of else frozenset(known[story_of[claim]].get(one.key, one) for one in those)
        for claim, those in voices.items()
    }


def one_person(names: Names) -> dict[str, str]:
    """Each name of a story → the full name of who is meant by it; itself, where two of one surname are told.

    >>> one_person(Counter({"Pavlo Brenko": 2, "Pavel Brenko": 1, "Brenko": 5, "Mira Solt": 1, "Ivo Solt": 1, "Solt": 1}))["Brenko"]
    'Pavlo Brenko'
    """
    families: dict[str, Names] = defaultdict(Counter)
    for name, count in names.items():
        if _is_name(name):
            families[heard(name.split()[-1])][name] = count
    meant = {name: full for family in families.values() for name, full in _of_family(family).items()}
    return {name: meant.get(name) or meant.get(_ending(name), name) for name in names}


def _is_name(name: str) -> bool:
    """Whether it is a name, and no description: all its words begin with a capital, and they are few."""
    words = name.split()
    return len(words) <= LONGEST and all(word[:1].isupper() for word in words)


def _ending(name: str) -> str:
    """The last two words, which are the name in "head of the district Pavlo Brenko"."""
    return " ".join(name.split()[-2:])


def _of_family(names: Names) -> dict[str, str]:
    first: dict[str, Names] = defaultdict(Counter)
    for name, count in names.items():
        if " " in name:
            first[heard(name.split()[0])[:SAME]][name] = count
    meant = {name: _most(those) for those in first.values() for name in those}
    alone = [name for name in names if " " not in name]
    if len(first) > 1:
        return meant | {name: name for name in alone}
    known = next(iter(first.values()), Counter({name: names[name] for name in alone}))
    return meant | dict.fromkeys(alone, _most(known))


def _spelt_best(names: Names) -> dict[str, str]:
    """Each name → the spelling of it that is told most."""
    ways: dict[str, Names] = defaultdict(Counter)
    for name, count in names.items():
        ways[heard(name)][name] = count
    return {name: _most(those) for those in ways.values() for name in those}


def _most(names: Names) -> str:
    return min(names, key=lambda name: (-names[name], len(name), name))


def _keys(name: str) -> list[str]:
    """The keys of a name that are a person's own: not the state he or she speaks for."""
    return [key for key in actor_keys(name) if not is_state(key) and not key.startswith("~")]


def _persons(claim: Claim) -> list[str]:
    """The names of persons who speak, and single names that may be a person's."""
    told = [party.name for party in claim.speaker if party.kind == "person"]
    return told + [p.name for p in claim.speaker if p.kind == "other" and " " not in p.name and p.name[:1].isupper()]


def _story(claim: Claim, reports: Mapping[str, Report]) -> str:
    report = reports.get(claim.report)
    return claim.report if report is None or report.story is None else report.story
