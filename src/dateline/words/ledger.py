"""What ledger.toml and moves.toml say: names of instruments, cues of their states and terms, and the moves they allow."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.errors import BadWords
from dateline.tables import load_table

__all__ = [
    "Noun",
    "allowed",
    "cue",
    "duties",
    "instrument_nouns",
    "order",
    "pattern",
    "phase",
    "starts",
    "state_in",
    "state_of",
    "term_kinds",
]


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for an instrument in a text; a weak one ("deal") names a truce only in the company of other words."""

    start: int
    end: int
    kind: str
    family: str
    weak: bool


def pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """One pattern for phrases in lower case: `*` ends a word openly, ` .. ` lets up to six words stand between.

    >>> bool(pattern(["suspend* .. truce"]).search("they suspended the shaky truce"))
    True
    >>> bool(pattern(["suspend* .. truce"]).search("they suspended talks. the truce"))
    False
    """
    return re.compile("|".join(sorted(map(_one, phrases), key=lambda said: (-len(said), said))))


def _one(phrase: str) -> str:
    parts = [re.escape(part).replace(r"\*", r"[\w-]*").replace(r"\ ", r"\s+") for part in phrase.split(" .. ")]
    said = r"(?:\s+[^\s.;:!?]+){0,6}?\s+".join(parts)
    start = "" if phrase.startswith("-") else r"\b"
    return start + said + (r"" if phrase.endswith("*") else r"\b")


@cache
def cue(group: str, name: str, field: str | None = None) -> re.Pattern[str]:
    """The pattern of a list of cues: cue("states", "agreed", "vetoes"), cue("phrases", "new").

    Raises BadWords where the file has no such list.
    """
    told = load_table("words/ledger.toml").get(group, {}).get(name)
    found = told if field is None or told is None else told.get(field, [])
    if found is None:
        raise BadWords(f"ledger.toml {group}.{name}", "a list of cues is needed here")
    return pattern(found) if found else re.compile(r"(?!)")


@cache
def _nouns() -> tuple[tuple[re.Pattern[str], str, str, bool], ...]:
    told = load_table("words/ledger.toml")["instruments"].items()
    return tuple((pattern(e["nouns"]), e.get("kind", name), e["family"], e.get("weak", False)) for name, e in told)


@cache
def _any_noun() -> re.Pattern[str]:
    return pattern(noun for entry in load_table("words/ledger.toml")["instruments"].values() for noun in entry["nouns"])


@lru_cache(maxsize=1 << 14)
def instrument_nouns(said: str) -> tuple[Noun, ...]:
    """The nouns for instruments in a folded text in lower case, in their order; of two that overlap the longer stays.

    >>> [(noun.kind, noun.weak) for noun in instrument_nouns("a humanitarian truce and another deal")]
    [('humanitarian_pause', False), ('ceasefire', True)]
    """
    if _any_noun().search(said) is None:
        return ()
    found = [
        Noun(hit.start(), hit.end(), kind, family, weak)
        for search, kind, family, weak in _nouns()
        for hit in search.finditer(said)
    ]
    kept: list[Noun] = []
    for noun in sorted(found, key=lambda n: (n.start - n.end, n.start)):
        if not any(noun.start < other.end and other.start < noun.end for other in kept):
            kept.append(noun)
    return tuple(sorted(kept, key=lambda n: n.start))


@lru_cache(maxsize=1 << 16)
def state_in(state: str, said: str) -> bool:
    """Whether words of a state stand in a folded text in lower case, and none that undo them.

    >>> state_in("extended", "the truce was prolonged by a week"), state_in("extended", "it can be prolonged")
    (True, False)
    """
    return bool(cue("states", state, "cues").search(said)) and not cue("states", state, "vetoes").search(said)


@cache
def state_of(phenomenon: str | None) -> str | None:
    """The state that a finer kind of claim shows, or None.

    >>> state_of("ceasefire_extended"), state_of("air_strike")
    ('extended', None)
    """
    told = load_table("words/ledger.toml")["states"].items()
    return next((str(state) for state, entry in told if phenomenon in entry.get("phenomena", ())), None)


@cache
def term_kinds() -> tuple[str, ...]:
    """The kinds of obligation an instrument may hold, in the order of the file."""
    return tuple(load_table("words/ledger.toml")["terms"])


@cache
def duties(said: str) -> frozenset[str]:
    """What a commitment in folded lower text is about; an inquiry is about itself and not about what it looks into.

    >>> sorted(duties("they must let relief in and withdraw"))
    ['aid', 'leave']
    """
    found = frozenset(kind for kind in load_table("words/ledger.toml")["duties"] if cue("duties", kind).search(said))
    return frozenset({"probe"}) if "probe" in found else found


@cache
def order() -> dict[str, int]:
    """State → its place within one day."""
    return {state: at for at, state in enumerate(load_table("words/moves.toml")["order"])}


@cache
def phase(state: str) -> str:
    """What a state says of an instrument: asked, agreed, holding, over or rejected.

    >>> phase("violated"), phase("proposed")
    ('holding', 'asked')
    """
    return next(str(name) for name, states in load_table("words/moves.toml")["phase"].items() if state in states)


@cache
def starts() -> frozenset[str]:
    """The states in which an instrument may first be heard of."""
    return frozenset(load_table("words/moves.toml")["start"])


@cache
def allowed(kind: str) -> dict[str, frozenset[str]]:
    """State → the states that may follow it, for a kind of agreement. Raises BadWords for an unknown kind.

    >>> "extended" in allowed("truce")["in_force"], "in_force" in allowed("truce")["ended"]
    (True, False)
    """
    for told in load_table("words/moves.toml")["moves"].values():
        if kind in told["kinds"]:
            return {state: frozenset(after) for state, after in told.items() if state != "kinds"}
    raise BadWords("moves.toml", f"no table of moves lists the kind {kind!r}")
