"""Who of those that speak is one person: a surname for a full name in the same story, and a name spelt in several ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dateline.model import Claim, Report
from dateline.places.spelling import heard
from dateline.weigh.voices import Voice, named
from dateline.words.weigh import actor_keys, is_state, plain

__all__ = ["held", "one_person", "with_persons"]

SAME: Final = 3
"""First letters by which two first names are taken for one: Pavlo, Pavel."""
LONGEST: Final = 4
"""More words than these are a description."""

LINKS: Final = frozenset(("the", "of", "for", "in", "and"))
_OPEN: Final = re.compile(r"^an?\b|s$")
"""Who is told as one of several, or as several, is nobody in particular."""

Names = Counter[str]
"""Name → how many claims tell it."""


def with_persons(
    voices: Mapping[str, frozenset[Voice]], claims: Sequence[Claim], reports: Mapping[str, Report]
) -> dict[str, frozenset[Voice]]:
    """The voices behind claims, each person under one name."""
    story_of: dict[str, str] = {}
    stories: dict[str, Names] = defaultdict(Counter)
    for claim in claims:
        if told := _persons(claim):
            story_of[claim.id] = _story(claim, reports)
            stories[story_of[claim.id]].update(told)
    posts = _posts(claims, story_of)
    meant = {story: held(one_person(names), posts[story]) for story, names in stories.items()}
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


def held(meant: Mapping[str, str], posts: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """The same, a bare post being whoever of the story alone is told to hold it; `posts` are the words before each name.

    >>> told = {"Pavlo Brenko": frozenset({"regional", "governor"}), "governor": frozenset(), "mayor": frozenset()}
    >>> held({name: name for name in told}, told)
    {'Pavlo Brenko': 'Pavlo Brenko', 'governor': 'Pavlo Brenko', 'mayor': 'mayor'}
    """
    known: dict[str, set[str]] = defaultdict(set)
    for name, words in posts.items():
        if words:
            known[meant.get(name, name)] |= words
    bare = {name: set(plain(name).split()) - LINKS for name in posts if name in meant and name.islower()}
    fits = {name: [full for full, told in known.items() if words <= told] for name, words in bare.items() if words}
    return dict(meant) | {name: full for name, (full, *more) in _some(fits) if not more}


def _some(fits: Mapping[str, list[str]]) -> list[tuple[str, list[str]]]:
    return [(name, full) for name, full in fits.items() if full]


def _posts(claims: Iterable[Claim], story_of: Mapping[str, str]) -> dict[str, dict[str, frozenset[str]]]:
    """Story → name of who speaks → the words told before it; none for a bare post, as long as it is told of one only: the governor."""
    found: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for claim in claims:
        for party in claim.speaker if claim.id in story_of else ():
            before = frozenset(plain(party.text).split()) - frozenset(plain(party.name).split()) - LINKS
            of_story = found[story_of[claim.id]]
            if _is_name(party.name):
                of_story[party.name] = of_story.get(party.name, frozenset()) | before
            elif party.name.islower() and not _OPEN.search(party.text.lower()):
                of_story[party.name] = frozenset()
    return found


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
