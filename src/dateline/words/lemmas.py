"""The base form of a word from its tag: an irregular form looked up, a regular ending taken off."""

from __future__ import annotations

from functools import cache

from dateline.tables import load_table

__all__ = ["hyphened", "lemma"]

VOWELS = "aeiou"

DOUBLED = frozenset(
    "control compel cancel expel patrol shel travel repel quel pummel dispel rebel level propel signal fuel marshal".split()
)
"""Verbs that end in one l and double it before an ending."""


@cache
def irregular() -> dict[str, str]:
    """Irregular form → base form, from lemmas.toml, which lists each base form with its forms."""
    table = load_table("words/lemmas.toml")
    return {form: base for kind in ("verbs", "nouns") for base, forms in table[kind].items() for form in forms}


@cache
def silent_e() -> frozenset[str]:
    """Verb stems that take their final e back: what is left of "fired" and "firing" without the ending."""
    table = load_table("words/lemmas.toml")
    return frozenset(verb[:-1] for verb in table["silent_e"])


@cache
def also_base() -> frozenset[str]:
    """Past forms that are base forms of other verbs as well: to found, to wound, to saw."""
    table = load_table("words/lemmas.toml")
    return frozenset(table["also_base"])


@cache
def hyphened() -> dict[str, str]:
    """Words that some write with a hyphen → their base form: a "cease-fire" is a ceasefire."""
    table = load_table("words/lemmas.toml")
    return dict(table["hyphened"])


@cache
def lemma(lower: str, tag: str) -> str:
    """The base form of a word in lower case, by its Penn Treebank tag.

    >>> [lemma("struck", "VBD"), lemma("bombing", "VBG"), lemma("villages", "NNS"), lemma("accused", "VBN")]
    ['strike', 'bomb', 'village', 'accuse']
    >>> [lemma("retook", "VBP"), lemma("found", "VB"), lemma("herdsmen", "NNS")]
    ['retake', 'found', 'herdsman']
    """
    if tag in ("VBD", "VBN", "VBG", "VBZ", "NNS", "NNPS") and lower in irregular():
        return irregular()[lower]
    if tag in ("VB", "VBP") and lower in irregular() and lower not in also_base():
        return irregular()[lower]
    if tag in ("VBD", "VBN") and lower.endswith("ed"):
        return _stem(lower[:-2]) if not lower.endswith("ied") else lower[:-3] + "y"
    if tag == "VBG" and lower.endswith("ing") and len(lower) > 5:
        return _stem(lower[:-3])
    if tag in ("NNS", "NNPS") and lower.endswith("men"):
        return lower[:-3] + "man"
    if tag in ("VBZ", "NNS") and lower.endswith("s"):
        return _singular(lower)
    return lower


def _stem(stem: str) -> str:
    """A verb's stem with the silent e that it lost before an ending, and without the letter that it doubled there."""
    if stem in silent_e():
        return stem + "e"
    if stem.endswith(("eat", "oat", "our")):
        return stem
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lszf" + VOWELS:
        return stem[:-1]
    if len(stem) > 3 and stem[-2:] == "ll" and stem[:-1] in DOUBLED:
        return stem[:-1] if stem != "shell" else stem
    return stem + "e" if stem.endswith(OPEN) and stem not in CLOSED else stem


OPEN = (
    "at", "v", "u", "c", "eas", "ur", "ag", "az", "ez", "iz", "ys", "is", "os", "us", "rg", "dg", "eg",
    "bl", "dl", "fl", "gl", "kl", "pl", "tl", "zl",
)  # fmt: skip
"""Ends of stems that have lost a silent e: "schedul" has, "haul" has not, and only a list tells them apart."""

CLOSED = frozenset(
    "treat beat defeat repeat seat retreat heat occur focus combat threat drag blur recur incur quiz".split()
)
"""Stems that end like those and have lost nothing."""


def _singular(lower: str) -> str:
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "shes", "ches", "xes")):
        return lower[:-2]
    if lower.endswith(("ss", "us")) or len(lower) < 4:
        return lower
    return lower[:-1]
