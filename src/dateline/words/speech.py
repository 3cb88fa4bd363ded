"""Words of saying: the verbs, nouns and phrases that give words to someone, and the stance each tells; from TOML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal, get_args

from dateline.errors import BadWords
from dateline.model import Stance
from dateline.tables import load_table
from dateline.words.lemmas import lemma

__all__ = ["Cue", "Speech", "Takes", "load_speech"]

Takes = Literal["saying", "clause", "object", "to", "about", "people", "calling", "as", "finding"]


@dataclass(frozen=True, slots=True)
class Cue:
    """What one word of saying tells: its stance, what its content can be, and whether it is anyone's word at all."""

    stance: Stance
    takes: frozenset[Takes] = frozenset()
    prepositions: frozenset[str] = frozenset()
    vouches: bool = True
    objects: frozenset[str] = frozenset()
    """The only objects that make it a saying ("put the toll at nine"); any, where empty."""
    speakerless: bool = False
    """The subject is what is spoken of, not who speaks ("the road seems to be shut")."""
    human: bool = False
    """Only people do it, so that its subject is a voice even where nothing else is known of it."""
    unowned: bool = False
    """A noun that tells of words even where nobody is said to have spoken them ("questions about the dam")."""
    onlooking: bool = False
    """Onlookers vouch by it ("a witness saw"), whatever it is in others."""


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of saying, by base form."""

    verbs: Mapping[str, Cue]
    phrasal: Mapping[str, Mapping[str, Cue]]
    """Verbs that a particle makes verbs of saying, by base form and particle."""
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    idioms: Mapping[str, Mapping[str, Cue]]
    """Verbs that say something with another word, by the base forms of both: "take issue"."""
    adverbs: Mapping[str, Stance]
    settings: frozenset[str]
    papers: frozenset[str]
    collective: frozenset[str]
    carrying: frozenset[str]
    """Verbs by which a paper comes through an agency or a station."""
    onlookers: frozenset[str]
    grounds: frozenset[str]
    """Nouns for what is cited as a reason."""
    light: frozenset[str]
    suffered: frozenset[str]
    """Verbs by which words are met: whoever faces a charge does not make it."""
    gathered: frozenset[str]
    """Nouns for words that a page gathers from one speech."""
    acting: frozenset[str]
    """Verbs of demand that are acts where nobody is told what to do."""
    silent: frozenset[str]
    """Verbs that, denied, tell that nothing was said."""
    outlets: frozenset[str]
    """Nouns for who prints or airs what others say."""
    callings: frozenset[str]
    """Nouns for what somebody is who may be meant by them again."""
    offices: frozenset[str]
    """What somebody is by office or trade who may be meant by it again, whatever stands beside it."""
    ranks: frozenset[str]
    """What an officer is, who may be meant again as "the officer"."""
    mastheads: frozenset[str]
    """Words that the names of outlets are made of."""
    blows: frozenset[str]
    """What is answered by deeds, not by words."""
    humans: frozenset[str]
    """Nouns for one person of whom nothing more is known."""
    owned: frozenset[str]
    """What is claimed by taking it, or by a death, and not by words."""
    doing: frozenset[str]
    """Verbs of saying that are acts where they have an object."""
    withheld: frozenset[str]
    laid: frozenset[str]
    """What is denied to somebody by deeds, and not by words."""
    blind: frozenset[str]
    """What threatens without a will of its own."""
    polls: frozenset[str]
    """Papers that tell what people think, or how many."""
    withholding: frozenset[str]
    """Verbs that tell what somebody will not say."""
    rubrics: frozenset[str]
    assent: frozenset[str]
    """What opens an answer that says yes to what was asked."""
    dissent: frozenset[str]
    holders: frozenset[str]
    """Nouns for somebody who holds something: a critic, a supporter."""
    accounts: frozenset[str]
    """Nouns for how somebody tells a thing, after "by" or "in"."""
    addressed: frozenset[str]
    """Verbs that name whom they are said to or of right after them, unless they are passive."""


@cache
def load_speech() -> Speech:
    """The packaged words of saying.

    >>> load_speech().verbs["vow"].stance
    'promises'
    """
    table = load_table("words/speech.toml")
    phrases = table["phrases"]
    told: dict[str, Any] = {
        "verbs": _cues([group for group in table["verbs"] if "particles" not in group], "verbs"),
        "phrasal": _phrasal([group for group in table["verbs"] if "particles" in group]),
        "nouns": _cues(table["nouns"], "nouns"),
        "adjectives": _cues(table["adjectives"], "adjectives"),
        "idioms": _idioms(table["idioms"]),
        "adverbs": {word: stance for stance, words in phrases["adverbs"].items() for word in words},
    }
    told |= {field.name: frozenset(phrases[field.name]) for field in fields(Speech) if field.name not in told}
    return Speech(**told)


def _cues(groups: list[Mapping[str, Any]], table: str) -> dict[str, Cue]:
    """A cue for each word. A word of several groups takes what each of them does and has the stance of the first."""
    cues: dict[str, Cue] = {}
    for group in groups:
        told = _cue(group, table)
        for word in group["lemmas"]:
            was = cues.get(word)
            cues[word] = told if was is None else _joined(was, told)
    return {form: cue for word, cue in reversed(cues.items()) for form in _forms(word, table)} | cues


def _phrasal(groups: list[Mapping[str, Any]]) -> dict[str, dict[str, Cue]]:
    """The cues of each verb by the particle it needs."""
    found: dict[str, dict[str, Cue]] = {}
    for group in groups:
        for word, cue in _cues([group], "verbs").items():
            found.setdefault(word, {}).update(dict.fromkeys(group["particles"], cue))
    return found


def _idioms(groups: list[Mapping[str, Any]]) -> dict[str, dict[str, Cue]]:
    """The cues of each verb by the word it says something with."""
    found: dict[str, dict[str, Cue]] = {}
    for phrase, cue in _cues([_crossed(group) for group in groups], "idioms").items():
        verb, word = phrase.split()
        for form in _forms(verb, "verbs"):
            found.setdefault(form, {})[word] = cue
    return found


def _crossed(group: Mapping[str, Any]) -> Mapping[str, Any]:
    """A group of idioms with each of its verbs beside each of its nouns, where it tells them apart."""
    if "nouns" not in group:
        return group
    return {**group, "lemmas": [f"{verb} {noun}" for verb in group["lemmas"] for noun in group["nouns"]]}


def _forms(word: str, table: str) -> tuple[str, ...]:
    """A word and what `lemma` makes of its regular forms, which is not always the word ("voiced" gives "voic")."""
    if table != "verbs" or not word.endswith("e"):
        return (word,)
    return word, lemma(word + "d", "VBD"), lemma(word[:-1] + "ing", "VBG")


def _cue(group: Mapping[str, Any], table: str) -> Cue:
    takes = frozenset(group.get("takes", ()))
    unknown = takes - set(get_args(Takes))
    if unknown or group["stance"] not in get_args(Stance):
        raise BadWords(
            f"speech.toml: {table}: {group['lemmas'][0]}", f"{sorted(unknown) or group['stance']} is not known"
        )
    return Cue(
        group["stance"],
        takes,
        frozenset(group.get("with", ())),
        group.get("vouches", True),
        frozenset(group.get("objects", ())),
        group.get("speakerless", False),
        group.get("human", False),
        group.get("unowned", False),
        group.get("onlooking", False),
    )


def _joined(one: Cue, other: Cue) -> Cue:
    any_object = any("object" in cue.takes and not cue.objects for cue in (one, other))
    objects = frozenset[str]() if any_object else one.objects | other.objects
    return Cue(
        one.stance,
        one.takes | other.takes,
        one.prepositions | other.prepositions,
        one.vouches and other.vouches,
        objects,
        one.speakerless,
        one.human or other.human,
        one.unowned or other.unowned,
        one.onlooking or other.onlooking,
    )
