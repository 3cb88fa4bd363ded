"""Verbs that the model takes for nouns, most of them in headlines: the "shells" of "Army shells town", "was overrun".

A headline leaves out the articles by which a noun is told from a verb. A word that may be a verb stands for one where nouns that
agree with it stand before it, what it is done to stands behind it, and no other verb is in the same stretch.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableSequence, Sequence
from typing import Final, NamedTuple

from dateline.find.sentences.tags import NOUNS, TENSED
from dateline.words.headlines import load_headlinese

__all__ = ["Clipped", "above_tolls", "clipped_verbs"]

LEADS: Final = NOUNS | {"JJ", "CD", "POS", "HYPH", "VBN", "CC"}
"""Tags of what may stand before such a verb: who does it."""

OPENS: Final = NOUNS | {"JJ", "CD", "DT", "PRP$", "VBN"}
"""Tags of what may stand behind it: to whom or what it is done."""

LOOSE: Final = frozenset({"IN", "TO", "RB", "RP"})
"""Tags of what may stand behind a verb without an object."""

SMALL: Final = frozenset({"IN", "PRP", "PRP$", "WP", "WDT", "WRB", "MD", "TO", "CC", "EX", "RB", "VBD", "VBG"})
"""Tags of words that are written with a capital only because they come first."""

FINITE: Final = TENSED | {"MD"}

STOPS: Final = frozenset({",", ";", ":", "|", "–", "—"})
PARTING: Final = frozenset(
    {"as", "after", "while", "when", "before", "since", "until", "that", "because", "amid", "despite"}
)
"""Words at which a stretch of a headline ends, and another one begins."""

AT: Final = frozenset({"on", "at", "into"})
AND: Final = frozenset({"and", "then"})
FALLEN: Final = frozenset({"dead", "killed", "wounded", "injured", "hurt", "missing", "held"})
"""What those are told to be who are counted behind a headline: "…, 7 dead"."""

PASSIVE: Final = frozenset({"was", "were", "is", "are", "be", "been", "being"})
NUMBER: Final = {"number": "VBP", "numbered": "VBD"}
ABOUT: Final = frozenset({"at", "about", "around", "some", "more", "nearly", "almost", "over"})

ARTICLES: Final = frozenset({"the", "a", "an", "this", "that", "these", "those", "his", "her", "their", "its"})


class Clipped(NamedTuple):
    """A verb of a headline: which word it is, its tag, and a form of a verb like it that is no noun."""

    at: int
    tag: str
    plain: str


def clipped_verbs(said: Sequence[str], tags: Sequence[str]) -> tuple[Clipped, ...]:
    """The verbs of a headline by the words and the tags that a model gave them.

    >>> clipped_verbs("Army shells town in Sudan".split(), ["NNP", "NNS", "NN", "IN", "NNP"])
    (Clipped(at=1, tag='VBZ', plain='took'),)
    >>> clipped_verbs("Army shells near town".split(), ["NNP", "NNS", "IN", "NN"])
    ()
    """
    found = [verb for at in range(1, len(said) - 1) if (verb := _rare(said, tags, at)) is not None]
    for first, last in _stretches(said):
        verb = _first_verb(said, tags, first, last)
        if verb is None and found and said[first - 1] == ",":
            verb = _another(said, tags, first, last, found[-1])
        if verb is not None:
            found += [verb, *_joined(said, tags, verb, last)]
    return tuple(found)


def _rare(said: Sequence[str], tags: Sequence[str], at: int) -> Clipped | None:
    """A verb that looks like a noun by the words beside it: "the town was overrun", "a sniper shot dead a clerk", "the dead number 58"."""
    lower, before, after = said[at].lower(), said[at - 1].lower(), said[at + 1].lower()
    if tags[at] != "VBN" and lower in load_headlinese().participles and before in PASSIVE:
        return Clipped(at, "VBN", "taken")
    if lower == "shot" and after == "dead" and tags[at] in NOUNS and tags[at - 1] in NOUNS:
        return Clipped(at, "VBD", "took")
    counted = said[at - 2 if before in ("now", "already") and at > 1 else at - 1].lower() in FALLEN
    if lower in NUMBER and counted and (tags[at + 1] == "CD" or after in ABOUT):
        return Clipped(at, NUMBER[lower], "reached")
    return None


def _stretches(said: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a headline between its stops and its conjunctions."""
    start = 0
    for at, text in enumerate(said):
        if text in STOPS or text.lower() in PARTING:
            yield start, at
            start = at + 1
    yield start, len(said)


def _first_verb(said: Sequence[str], tags: Sequence[str], first: int, last: int) -> Clipped | None:
    """The last word of a stretch that may be its verb, with none but nouns before it: of "Army shells pound suburb" that is "pound"."""
    found = None
    for at in range(first, last):
        if at > first and _deed(said[at]) and _agrees(said, tags, at) and _opens(said, tags, at, last):
            found = _clipped(said, tags, at)
        elif at > first and _stirs(said, tags, at, last):
            found = Clipped(at, "VBP", "came")
        elif not (tags[at] in LEADS or _deed(said[at]) or _name(said[at], tags[at])) or said[at].lower() in ARTICLES:
            break
    return found


def _name(text: str, tag: str) -> bool:
    """Whether a word is written as a name, whatever the model takes it for: "Houthis"."""
    return text[:1].isupper() and tag not in SMALL


def _stirs(said: Sequence[str], tags: Sequence[str], at: int, last: int) -> bool:
    """Whether a word tells what many do, with no object: "Thousands flee", "Rebels advance on port"."""
    if said[at].lower() not in load_headlinese().stirs or not _named(said, tags, at - 1) or not _many(said[at - 1]):
        return False
    follows = at + 1 == last or tags[at + 1] in LOOSE
    return follows and not any(_tells(said, tags, n) for n in range(at + 1, last))


def _deed(text: str) -> str | None:
    """The base form of a word that may be such a verb, in the present."""
    lower, deeds = text.lower(), load_headlinese().deeds
    bases = (lower, lower.removesuffix("s"), lower.removesuffix("es"))
    return next((base for base in bases if base in deeds), None)


def _clipped(said: Sequence[str], tags: Sequence[str], at: int) -> Clipped:
    lower, base = said[at].lower(), _deed(said[at])
    aimed = base in load_headlinese().aimed and said[at + 1].lower() in AT
    plain = "VBP" if tags[at] != "VBD" else "VBD"  # "hit"
    return Clipped(at, plain if lower == base else "VBZ", "fired" if aimed else "took")


def _agrees(said: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether the noun before a verb is of its number."""
    plain = said[at].lower() == _deed(said[at])
    return _named(said, tags, at - 1) and (
        said[at - 1].lower() in load_headlinese().many or _many(said[at - 1]) == plain
    )


def _named(said: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a word names somebody, or something that is done by them: "Army shells hit mill"."""
    known, lower = load_headlinese(), said[at].lower()
    does = tags[at] in NOUNS or _name(said[at], tags[at]) or lower in known.many
    return does or (_deed(lower) is not None and lower not in known.deeds)


def _many(text: str) -> bool:
    lower = text.lower()
    return lower == "police" or (lower.endswith(("s", "men", "people", "children")) and not lower.endswith("ss"))


def _opens(said: Sequence[str], tags: Sequence[str], at: int, last: int) -> bool:
    """Whether what is done to somebody is told behind a verb, and no other verb is."""
    if at + 1 >= last:
        return False
    after, known = said[at + 1].lower(), load_headlinese()
    told = tags[at + 1] in OPENS and (tags[at + 1] != "VBN" or (at + 2 < last and tags[at + 2] in ("NN", "NNS")))
    if not (told or (after in AT and _deed(said[at]) in known.aimed)):
        return False
    compound = said[at].lower() in known.deeds and after.removesuffix("s") in known.of_deeds
    return not compound and not any(_tells(said, tags, n) for n in range(at + 1, last))


def _tells(said: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a word is a verb of its own, and not what was done by whoever "by" names."""
    by = said[at + 1 : at + 2] == ["by"]
    return tags[at] in FINITE and not by


def _joined(said: Sequence[str], tags: Sequence[str], verb: Clipped, last: int) -> Iterator[Clipped]:
    """The verbs that "and" joins to one: "Gunmen storm school and kidnap pupils"."""
    for at in range(verb.at + 1, last - 1):
        if said[at].lower() in AND and (other := _another(said, tags, at + 1, last, verb)) is not None:
            yield other


def _another(said: Sequence[str], tags: Sequence[str], at: int, last: int, verb: Clipped) -> Clipped | None:
    """A verb of the same form and the same doer: the "torch" of "Rebels raid village, torch homes"."""
    if at >= last or not _deed(said[at]) or not _opens(said, tags, at, last):
        return None
    other = _clipped(said, tags, at)
    return other if other.tag == verb.tag else None


def above_tolls(
    verbs: Sequence[Clipped], said: Sequence[str], heads: MutableSequence[int], deps: MutableSequence[str]
) -> None:
    """Makes the verb of a headline the head of the toll told behind it; changes the parse in place.

    >>> verbs = clipped_verbs("Army shells town , 7 dead".split(), ["NNP", "NNS", "NN", ",", "CD", "JJ"])
    >>> heads, deps = [1, 5, 1, 1, 5, 5], ["nsubj", "ccomp", "dobj", "punct", "nsubj", "ROOT"]
    >>> above_tolls(verbs, "Army shells town , 7 dead".split(), heads, deps)
    >>> heads, deps
    ([1, 1, 1, 1, 5, 1], ['nsubj', 'ROOT', 'dobj', 'punct', 'nsubj', 'advcl'])
    """
    for verb in verbs:
        toll = heads[verb.at]
        if toll > verb.at and heads[toll] == toll and said[toll].lower() in FALLEN:
            heads[verb.at] = heads[toll] = verb.at
            deps[verb.at], deps[toll] = "ROOT", "advcl"
