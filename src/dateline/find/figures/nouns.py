"""The noun that a number counts: the last one in the tables of the phrase behind it, or the words that no table has."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.find.notes import Word
from dateline.find.sentences.tags import PLURAL
from dateline.words.measures import Measures, Noun
from dateline.words.numbers import load_numbers

__all__ = ["FAR", "MEASURED", "NAMES", "UNSAID", "noun_of"]

UNSAID = "unsaid"
"""The unit of an amount that stands alone: "six were hurt"."""
MODIFIES = frozenset(("JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "VBN", "VBG", "VBD", "POS", "HYPH", "RB", "AFX"))
NAMES = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ"))
PAIRED = frozenset(("JJ", "NN", "NNP"))
DEMONYM = ("ans", "is", "ese", "iots", "ards")
MOUNTED = frozenset(("VBN", "VBD"))
"""Tags behind the hyphen of a thing that only describes another: "truck-mounted launchers"."""
QUOTES = frozenset(("“", "‘", '"', "``"))
MEASURED = frozenset(("span", "percent", "money", "distance", "mass"))
OWN = (["their"], ["its"], ["his"], ["her"])
FAR = 9
"""No noun is sought farther than this from its number."""


def noun_of(words: Sequence[Word], tokens: Sequence[str], at: int, measures: Measures) -> tuple[Noun, int, int, bool]:
    """What is counted by a number that ends before token `at`: the noun, its tokens, and whether it is a part of others."""
    k, part = _opening(tokens, at, measures)
    listed, run = _heads(words, tokens, k, measures)
    if listed is not None:
        return *listed, part
    if run is None or not words[run[1] - 1].tag.startswith("NN"):
        return Noun(UNSAID), at, at, part
    last = words[run[1] - 1]
    people = last.tag == "NNPS" or (last.text[:1].isupper() and last.lower.endswith(DEMONYM))
    return Noun("people" if people else last.lower), run[0], run[1], part


def _opening(tokens: Sequence[str], at: int, measures: Measures) -> tuple[int, bool]:
    """Where the noun behind a number may begin, and whether the words between make the number a part: "30 of them"."""
    glue, size = measures.glue, len(tokens)
    k, part = at, False
    if tokens[k : k + 1] == ["the"] and _is_number(tokens[k - 1]):
        return k, part  # "brought to 40 the number of dead"
    while k < min(size, at + 4) and (tokens[k] in glue["to_noun"] or (part and tokens[k] in glue["to_part_noun"])):
        part = part or tokens[k] in glue["parting"]
        if tokens[k : k + 2] == ["out", "of"] and tokens[k + 2 : k + 3] in OWN:
            break  # "drove 900 out of their homes"
        drawn = tokens[k] in ("of", "the", "its", "his", "her", "their") and k + 1 < size and _is_number(tokens[k + 1])
        k += 1 + drawn  # "18 of 31 lorries"
    return k, part


def _is_number(token: str) -> bool:
    return token[0].isdigit() or token in load_numbers().cardinals


def _heads(
    words: Sequence[Word], tokens: Sequence[str], k: int, measures: Measures
) -> tuple[tuple[Noun, int, int] | None, tuple[int, int] | None]:
    """The last listed noun of the phrase that begins at `k`, and the run of nouns that no list has."""
    hit: tuple[Noun, int, int] | None = None
    run: tuple[int, int] | None = None
    stop = min(len(tokens), k + FAR)
    while k < stop:
        adjective = tokens[k] in measures.glue["adjectives"] and k + 1 < stop and words[k + 1].tag.startswith("NN")
        adjective = adjective or (k + 2 < stop and tokens[k + 1] == "-" and words[k + 2].tag in MOUNTED)
        adjective = adjective or _sizes(words, tokens, k, measures)
        if (hit is None or words[k].tag == "NNP") and (aside := _within_phrase(words, k)):
            k, hit, run = k + aside, None, None  # "five “commanders”", "two Marenga Police Force (MPF) men"
            continue
        match = None if adjective or _of_a_name(words, k, measures) else _listed(tokens, k, measures)
        owner = match is not None and match[1] < stop and words[match[1]].tag == "POS"
        if match is not None and owner and _deed_behind(words, tokens, match[1] + 1, measures):
            return (match[0], k, match[1]), run  # "the six priests' murder"
        if match is not None and owner:
            k, run = match[1] + 1, None  # "three of the leader's grandchildren"
            continue
        if hit is not None and match is None and (beyond := _last_noun(words, tokens, k, stop, measures)) is not None:
            return None, beyond
        if match is not None and not (hit is not None and _ends(hit[0], words, k, measures)):
            narrow = hit is not None and hit[0].subgroup is not None and match[0] == Noun("people")
            hit = (hit[0] if hit is not None and narrow else match[0], k, match[1])  # "eleven civilian deaths"
            k = match[1]
        elif hit is None and _within(words, k, measures) and not _said_of(words, k, run):
            if words[k].tag in NAMES and tokens[k] not in measures.cues and (run is None or run[1] == k):
                run = (k if run is None else run[0], k + 1)
            k += 1
        elif hit is None and _pairs(words, k, measures):
            run, k = None, k + 1
        else:
            break
    return hit, run


def _last_noun(
    words: Sequence[Word], tokens: Sequence[str], k: int, stop: int, measures: Measures
) -> tuple[int, int] | None:
    """The noun in no list that a listed one only tells the sort of: "two death threats", "90 family food packs"."""
    behind = k + (words[k].tag == "NN" and k + 1 < stop)
    ends = words[behind].tag == "NNS" and words[k - 1].tag == "NN"
    return (k, behind + 1) if ends and _listed(tokens, behind, measures) is None else None


def _sizes(words: Sequence[Word], tokens: Sequence[str], k: int, measures: Measures) -> bool:
    """Whether a word of measure only tells how big the thing behind it is: "six multi-storey buildings"."""
    if tokens[k - 1] != "-" or k < 2 or _is_number(tokens[k - 2]) or k + 1 >= len(words):
        return False
    noun = measures.nouns.get(tokens[k])
    return noun is not None and noun.unit in MEASURED and words[k + 1].tag.startswith("NN")


def _deed_behind(words: Sequence[Word], tokens: Sequence[str], k: int, measures: Measures) -> bool:
    """Whether what somebody has is what was done to them, told once: a murder, an arrest."""
    while k < len(tokens) and words[k].tag == "JJ":
        k += 1
    cues = measures.cues.get(tokens[k], ()) if k < len(tokens) and words[k].tag == "NN" else ()
    return tokens[k : k + 1] != ["body"] and any(cue.role == "of" and not cue.needs for cue in cues)


def _within_phrase(words: Sequence[Word], k: int) -> int:
    """How many tokens of a quotation mark, or of a name with its acronym in brackets, stand within a noun phrase at a token."""
    if words[k].text in QUOTES:
        return int(k + 1 < len(words) and words[k + 1].tag in NAMES | PLURAL)
    at = next((i for i in range(k, min(k + FAR, len(words))) if words[i].tag != "NNP"), k)
    bracketed = words[at].text == "(" and at + 3 < len(words) and words[at + 2].text == ")"
    short = bracketed and words[at + 1].text.isupper() and words[at + 3].tag in NAMES | PLURAL
    return at + 3 - k if short else 0


def _of_a_name(words: Sequence[Word], k: int, measures: Measures) -> bool:
    """Whether a word that measures stands within a name: "four New York Times reporters"."""
    noun = measures.nouns.get(words[k].lower)
    named = (
        noun is not None and noun.unit in MEASURED and words[k].tag in ("NNP", "NNPS") and not words[k].text.isupper()
    )
    return named and words[k].text[:1].isupper() and words[k - 1].tag == "NNP" and words[k - 1].text[:1].isupper()


def _said_of(words: Sequence[Word], k: int, run: tuple[int, int] | None) -> bool:
    """Whether a verb follows the plural that it is said of: "loved ones mourned", not "army trained guards"."""
    plural = run is not None and run[1] == k and words[k - 1].tag in PLURAL
    return plural and words[k].tag in ("VBD", "VBN")


def _pairs(words: Sequence[Word], k: int, measures: Measures) -> bool:
    """Whether a token joins two words that describe one listed noun: "eight Chadian and Malian soldiers"."""
    if words[k].lower not in ("and", "or") or words[k - 1].tag not in PAIRED:
        return False
    at = k + 1
    while at < min(len(words), k + 4) and words[at].tag in PAIRED:
        if words[at].tag in PLURAL and words[at].lower in measures.nouns:
            return at > k + 1
        at += 1
    return at > k + 1 and at < len(words) and words[at].tag in PLURAL and words[at].lower in measures.nouns


def _within(words: Sequence[Word], k: int, measures: Measures) -> bool:
    """Whether a word can stand in a noun phrase before its noun."""
    word = words[k]
    if word.lower in measures.glue["never_nouns"]:
        return False
    if word.lower in measures.glue["be"] and words[min(k + 1, len(words) - 1)].lower in measures.cues:
        return False  # "nine were wounded", but "nine were women"
    if word.lower in measures.cues:
        return _modifies(words, k, measures)
    if word.tag == "RP":
        return words[k - 1].tag == "HYPH"  # "burned-out cars"
    return word.tag in MODIFIES and word.lower not in measures.glue["aux"]


def _listed(tokens: Sequence[str], k: int, measures: Measures) -> tuple[Noun, int] | None:
    """The longest counted noun that begins at `k`, and where it ends."""
    for length in range(measures.longest.get(tokens[k], 0), 0, -1):
        noun = measures.nouns.get(" ".join(tokens[k : k + length]) if length > 1 else tokens[k])
        if noun is not None and k + length <= len(tokens):
            return noun, k + length
    return None


def _ends(noun: Noun, words: Sequence[Word], k: int, measures: Measures) -> bool:
    """Whether a noun is whole before a token: a measure's is ("12 years"), a plural, and one before its state ("six dead")."""
    state = any(cue.role == "state" for cue in measures.cues.get(words[k].lower, ()))
    return noun.unit in MEASURED or words[k - 1].tag == "NNS" or state


def _modifies(words: Sequence[Word], k: int, measures: Measures) -> bool:
    """Whether a participle stands before its noun: "displaced families", not "12 killed", nor "12 suffered wounds"."""
    after = words[k + 1] if k + 1 < len(words) else None
    if after is not None and any(after.lower in cue.needs for cue in measures.cues[words[k].lower]):
        return False
    return after is not None and (after.tag in ("NNS", "NNPS", "JJ", "HYPH") or after.lower in measures.nouns)
