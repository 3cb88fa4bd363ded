"""Phenomena as they stand in their files: what happens, the words that name it, and the roles around those words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any, Final, Literal

from dateline.errors import BadWords
from dateline.phenomena.types import TYPES

__all__ = [
    "GAP",
    "Example",
    "Phenomenon",
    "Trigger",
    "WordClass",
    "load_classes",
    "load_phenomena",
    "read_phenomenon",
    "words_of",
]

CODES: Final = frozenset({"acled", "plover", "cameo", "hxl", "who"})
GAP: Final = ".."
"""In a trigger's words: up to four words may stand here, as in "take .. back"."""

ROLES: Final[dict[str, dict[str, str]]] = {
    "verb": {"subject": "by", "object": "to"},
    "noun": dict.fromkeys(("by", "doer", "possessor", "modifier"), "by")
    | dict.fromkeys(("on", "against", "of", "victim"), "to"),
}
"""The roles a slot holds unless the trigger says otherwise; "none" takes a slot's role away."""

Kind = Literal["verb", "noun"]


@dataclass(frozen=True, slots=True)
class WordClass:
    """Words, kinds of actors and whether places, any of which a filler may be."""

    words: frozenset[str]
    kinds: frozenset[str] = frozenset()
    place: bool = False
    facility: str | None = None

    def __or__(self, other: WordClass) -> WordClass:
        return WordClass(self.words | other.words, self.kinds | other.kinds, self.place or other.place)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that name a phenomenon: base forms in a row, the slots around them that hold roles, and what these must
    or must not hold. `head` counts the main word among `words`; `weight` is how surely the words name it."""

    words: tuple[str, ...]
    kind: Kind
    head: int
    weight: float
    roles: Mapping[str, str]
    needs: Mapping[str, WordClass]
    bars: Mapping[str, WordClass]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence that must be found, with the roles that must be read from it."""

    text: str
    by: str | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Phenomenon:
    """One thing that can happen. `name` is its file's name, `type` the contract's, `codes` those of the taxonomies."""

    name: str
    label: str
    definition: str
    type: str
    codes: Mapping[str, str]
    icon: str
    colour: str
    triggers: tuple[Trigger, ...]
    found: tuple[Example, ...]
    refused: tuple[str, ...]


@cache
def load_phenomena() -> tuple[Phenomenon, ...]:
    """All phenomena, in order of their names. Raises BadWords naming the file and key that break the rules.

    >>> [p.type for p in load_phenomena() if p.name == "air_strike"]
    ['airstrike']
    """
    classes = load_classes()
    paths = sorted(files("dateline.phenomena").iterdir(), key=lambda path: path.name)
    return tuple(
        read_phenomenon(path.name.removesuffix(".toml"), path.read_text("utf-8"), classes)
        for path in paths
        if path.name.endswith(".toml") and path.name != "classes.toml"
    )


@cache
def load_classes() -> Mapping[str, WordClass]:
    """The classes of words that triggers ask for, by name."""
    table = _table("classes", files("dateline.phenomena").joinpath("classes.toml").read_text("utf-8"))
    return {
        name: WordClass(
            _widened(table, name), frozenset(row.get("kinds", ())), bool(row.get("place")), row.get("facility")
        )
        for name, row in table.items()
    }


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of a class.

    >>> "barrage" in words_of("fire")
    True
    """
    return load_classes()[name].words


def _widened(table: Mapping[str, Any], name: str) -> frozenset[str]:
    """The words of a class, those of the classes it takes in ("@people") included."""
    words = table[name].get("words", ())
    inner = (_widened(table, word[1:]) for word in words if word.startswith("@"))
    return _single(f"phenomena/classes.toml, {name}", words).union(*inner)


def read_phenomenon(name: str, toml: str, classes: Mapping[str, WordClass]) -> Phenomenon:
    """The phenomenon that a file tells. Raises BadWords naming the key that breaks the rules."""
    where, table = f"phenomena/{name}.toml", _table(name, toml)
    for key in ("label", "definition", "type", "codes", "shows", "triggers"):
        if not table.get(key) and key != "codes":
            raise BadWords(f"{where}, {key}", "is missing")
    if table["type"] not in TYPES:
        raise BadWords(f"{where}, type", f"{table['type']!r} is not one of {', '.join(sorted(TYPES))}")
    if unknown := set(table.get("codes", {})) - CODES:
        raise BadWords(f"{where}, codes", f"{sorted(unknown)} are not among {', '.join(sorted(CODES))}")
    examples = table.get("examples", {})
    return Phenomenon(
        name=name,
        label=table["label"],
        definition=table["definition"],
        type=table["type"],
        codes=table.get("codes", {}),
        icon=table["shows"]["icon"],
        colour=table["shows"]["colour"],
        triggers=tuple(t for n, row in enumerate(table["triggers"]) for t in _triggers(f"{where}, triggers[{n}]", row, classes)),
        found=tuple(_example(f"{where}, found", row) for row in examples.get("found", ())),
        refused=tuple(examples.get("refused", ())),
    )  # fmt: skip


def _table(name: str, toml: str) -> dict[str, Any]:
    try:
        return tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        raise BadWords(f"phenomena/{name}.toml", str(error)) from error


def _example(where: str, row: str | dict[str, str]) -> Example:
    if isinstance(row, str):
        return Example(row)
    if "text" not in row or set(row) - {"text", "by", "to"}:
        raise BadWords(where, f"a found sentence has text, by and to, not {sorted(row)}")
    return Example(**row)


def _triggers(where: str, row: dict[str, Any], classes: Mapping[str, WordClass]) -> Iterator[Trigger]:
    if unknown := set(row) - {"verbs", "nouns", "weight", "roles", "needs", "bars"}:
        raise BadWords(where, f"{sorted(unknown)} are not keys of a trigger")
    needs = {slot: _class(f"{where}.needs.{slot}", words, classes) for slot, words in row.get("needs", {}).items()}
    bars = {slot: _class(f"{where}.bars.{slot}", words, classes) for slot, words in row.get("bars", {}).items()}
    kinds: tuple[tuple[Kind, str], ...] = (("verb", "verbs"), ("noun", "nouns"))
    for kind, key in kinds:
        roles = {slot: role for slot, role in (ROLES[kind] | row.get("roles", {})).items() if role != "none"}
        if wrong := set(roles.values()) - {"by", "to"}:
            raise BadWords(f"{where}.roles", f"{sorted(wrong)} are not by, to or none")
        for phrase in row.get(key, ()):
            for words in product(*(part.split("|") for part in phrase.split())):
                _single(f"{where}.{key}", words)
                yield Trigger(words, kind, _head(words, kind), float(row.get("weight", 0.6)), roles, needs, bars)


def _head(words: tuple[str, ...], kind: Kind) -> int:
    """Which word of a phrase governs it: a verb phrase's first; a noun phrase's last before a preposition."""
    if kind == "verb":
        return 0
    links = [
        i
        for i, word in enumerate(words)
        if i and word in ("of", "on", "for", "in", "to", "against", "at", "with", "into", "down", GAP)
    ]
    return (links[0] if links else len(words)) - 1


def _class(where: str, words: list[str], classes: Mapping[str, WordClass]) -> WordClass:
    """The class of words listed, "@name" standing for all of a class of classes.toml."""
    found = WordClass(_single(where, words))
    for name in (word[1:] for word in words if word.startswith("@")):
        if name not in classes:
            raise BadWords(where, f"no class of words is named {name!r}; there are {', '.join(sorted(classes))}")
        found |= classes[name]
    return found


def _single(where: str, words: Iterable[str]) -> frozenset[str]:
    """The words listed, without the classes among them. Raises BadWords where one is several to a parse, which parts words at
    blanks and hyphens: it would never match.
    """
    told = frozenset(word for word in words if not word.startswith("@"))
    if several := sorted(word for word in told if " " in word or "-" in word):
        raise BadWords(where, f"{several} are several words each")
    return told
