"""Who was heard before and is meant again: by a pronoun, by what they are ("the official"), by what a body is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import REMEMBERED, lately, within
from dateline.model import Actor, Attribution, Span
from dateline.phenomena import words_of
from dateline.words.kinds import STATELY
from dateline.words.speech import load_speech

__all__ = ["heard_again", "sided"]


def heard_again(
    notes: Notes, sentence: Sentence, head: Word, span: Span, before: Sequence[Attribution]
) -> tuple[Actor, ...]:
    """Who was heard before and is meant by the words of a span, whose main word is `head`; nobody where no one is."""
    if not before:
        return ()
    return (
        _same_calling(notes, sentence, head, before)
        or _same_office(notes, sentence, head, span, before)
        or _by_pronoun(notes, sentence, head, before)
        or _same_body(notes, sentence, head, before)
        or _same_noun(sentence, head, before)
    )


def sided(
    notes: Notes, span: Span | None, voices: tuple[Actor, ...], before: Sequence[Attribution]
) -> tuple[Actor, ...]:
    """The one who speaks, with the state whose office they hold: as the words beside the name tell ("spokesman for the
    Libyan army"), or told when they were heard first.
    """
    if len(voices) != 1 or voices[0].kind not in ("person", "other") or voices[0].country is not None:
        return voices
    one = _in_full(notes, voices[0])
    if one.kind != "person":
        return (one,)
    beside = within(notes.actors, span) if span is not None else ()
    whole = (a for a in beside if not notes.report.text[a.end : a.end + 2].strip()[:1].isupper())
    served = next((a.country for a in whole if a.kind in STATELY and a.country and a.name != one.name), None)
    lately_heard = reversed(before[-REMEMBERED:])
    heard = (v.country for a in lately_heard for v in a.voices if v.name == one.name and v.country)
    country = served or next(heard, None)
    return (one,) if country is None else (replace(one, country=country),)


def _in_full(notes: Notes, one: Actor) -> Actor:
    """Who is called by the first word of a name told in full before: "Seyoum Worku … Seyoum said"."""
    if not one.name.istitle() or not one.name.isalpha():
        return one
    told = lately(notes.actors, one.start)
    known = next((a for a in told if a.kind == "person" and a.name.startswith(one.name + " ")), None)
    return one if known is None else replace(known, start=one.start, end=one.end, text=one.text)


def _by_pronoun(notes: Notes, sentence: Sentence, it: Word, before: Sequence[Attribution]) -> tuple[Actor, ...]:
    """Who was heard in the sentence before, and goes on: "It said" is neither who carried the words nor whom they named."""
    kinds = MEANT.get(it.lower)
    if kinds is None and it.lower not in THEY:
        return ()
    last = before[-1]
    next_to = _number(notes, sentence.start) - _number(notes, last.end - 1) <= 1
    if kinds is None:
        plural = len(last.voices) > 1 or (len(last.voices) == 1 and _may_be_they(notes, last))
        return last.voices if next_to and plural and it.i + 1 < len(sentence.words) else ()
    opens = it.i <= 2 and not within(notes.actors, Span(sentence.start, it.start))
    quoted = any(word.text in QUOTES for word in (sentence.words[0], *sentence.words[max(0, it.i - 2) : it.i]))
    spoken = sentence.words[0].lower == "asked" or quoted
    trails = sentence.words[it.i - 1].text == "," and len(sentence.words) - it.i <= TRAILING
    if not (opens or spoken or trails or it.lower in OBLIQUE):
        return ()
    one = len(last.voices) == 1 and _fits(last.voices[0], kinds) and not _several(last.voices[0])
    told = within(notes.actors, Span(last.start, sentence.end)) if one else []
    one = one and not any(a.name == last.voices[0].name and a.text.lower() == OTHER.get(it.lower) for a in told)
    return last.voices if one and (next_to or _silent_since(notes, sentence, last)) else ()


def _may_be_they(notes: Notes, told: Attribution) -> bool:
    """Whether the one who spoke is several, or a band of which "they" can be said."""
    voice = told.voices[0]
    armed = voice.kind == "armed_group" and not _tells_of_several(notes, told)
    return armed or _several(voice) or _made_of(voice)


def _tells_of_several(notes: Notes, told: Attribution) -> bool:
    """Whether what was said tells of several whom "they" may mean as well: "the band said it had freed nine boys. They …"."""
    near = (s for s in notes.sentences[max(0, _number(notes, told.start)) :][:2])
    said = (word for sentence in near for word in sentence.words_in(told.content))
    return any(word.tag in ("NNS", "NNPS", "CD") for word in said)


QUOTES = ('"', "``", "''")
"""How a sentence opens that begins with somebody's words: whom they name does not say them."""

TRAILING = 4
"""Words from a pronoun to the end of a sentence that "…, he said" closes."""

OTHER = {"he": "she", "she": "he"}
"""By which pronoun somebody is told of whom the other one cannot mean."""

THEY = ("they", "them")
OBLIQUE = ("him", "her")
"""Pronouns after "according to"."""

MEANT = {
    "it": frozenset("state armed_group military intergovernmental monitor ngo media other".split()),
    **dict.fromkeys(("he", "she", *OBLIQUE), frozenset({"person"})),
}
"""The kinds of voices that a pronoun may stand for."""


def _fits(voice: Actor, kinds: frozenset[str]) -> bool:
    """Whether a pronoun may stand for a voice: he may be "a local man", or one by name whom no list knows."""
    last = voice.name.rsplit(None, 1)[-1]
    speech = load_speech()
    named = BY_NAME.fullmatch(voice.name) is not None and last.lower() not in speech.collective | speech.outlets
    person = last in speech.humans or (voice.kind == "other" and named)
    return voice.kind in kinds or ("person" in kinds and person)


BY_NAME = re.compile(r"(?:[Aa]l[- ]|[Ee]l[- ])?[A-Z][a-z][\w'’-]*(?: (?:[Aa]l[- ]?|[Ee]l[- ]?)?[A-Z][\w'’.-]*){0,3}")
"""What somebody is called by: few words in capitals."""


def _silent_since(notes: Notes, sentence: Sentence, last: Attribution) -> bool:
    """Whether nobody else was named since somebody was heard, a few sentences back."""
    near = _number(notes, sentence.start) - _number(notes, last.end - 1) <= 3
    between = within(notes.actors, Span(last.end, sentence.start)) if near and last.end < sentence.start else []
    return near and not any(actor.kind == last.voices[0].kind for actor in between)


def _same_calling(notes: Notes, sentence: Sentence, head: Word, before: Sequence[Attribution]) -> tuple[Actor, ...]:
    """Whoever was named and heard just before and is what "the doctor" tells."""
    if [w.lower for w in dependents(sentence.words, head)] != ["the"] or head.lemma not in load_speech().callings:
        return ()
    last = before[-1]
    near = _number(notes, sentence.start) - _number(notes, last.end - 1) <= 2
    named = len(last.voices) == 1 and last.voices[0].kind in ("person", "other") and last.voices[0].name.istitle()
    return last.voices if near and named else ()


def _same_office(
    notes: Notes, sentence: Sentence, head: Word, span: Span, before: Sequence[Attribution]
) -> tuple[Actor, ...]:
    """Whoever was told to be that when heard last: "the official" is the "senior official" of the paragraph above, "the
    army spokesman" the one named as the army's spokesman.
    """
    told_as = _named_as(sentence.words_in(span))
    if head.tag not in ("NN", "NNP") or _office(head.lower) not in load_speech().offices or not told_as:
        return ()
    for told in reversed(before[-FAR:]):
        if len(told.voices) == 1 and told.speaker is not None and told.voices[0].kind in ("person", "other"):
            then = SPLIT.split(notes.report.text[told.speaker.start : told.speaker.end].lower())
            ranked = {"officer"} if not load_speech().ranks.isdisjoint(then) else set()
            if told_as <= {_office(word) for word in then} | ranked:
                return told.voices
    return ()


SPLIT = re.compile(r"[^\w-]+|['’]s\b")


def _named_as(words: Sequence[Word]) -> set[str]:
    """What "the official" or "the spokesman for the army" tells of somebody; nothing where it is not said of one known."""
    if not words or words[0].lower not in ("the", "this", "that"):
        return set()
    end = next(
        (k for k, word in enumerate(words) if word.text == "," or word.tag in ("WP", "VBN", "-LRB-")), len(words)
    )
    return {_office(w.lower) for w in words[1:end] if w.text[:1].isalnum() and w.tag not in ("DT", "IN", "POS")}


def _office(word: str) -> str:
    """An office by one name: a spokeswoman is a spokesperson."""
    return "spokesperson" if word in ("spokesman", "spokeswoman") else word


FAR = 8
"""How many sayings back somebody is still meant by what they are."""


def _same_body(notes: Notes, sentence: Sentence, head: Word, before: Sequence[Attribution]) -> tuple[Actor, ...]:
    """The body heard last of those that "the organisation", "the group" or "the country" may mean; where it denies a thing, the
    one that the words heard last accuse: "the army says the Front burnt a mill. The group denied it"."""
    kinds = BODIES.get(head.lemma)
    beside = {w.lower for w in dependents(sentence.words, head) if w.tag not in ("POS", ",", "-LRB-")}
    if kinds is None or "the" not in beside or not beside <= WORK.keys():
        return ()
    told_by_press = any(voice.kind == "media" for told in before[-BACK:] for voice in told.voices)
    if head.lemma == "agency" and len(beside) == 1 and told_by_press:
        return ()  # it may as well be an agency of news
    kinds = frozenset.intersection(kinds, *(WORK[word] for word in beside))
    denies = sentence.words[head.head].lemma in words_of("denying") and len(before[-1].voices) == 1
    accused = within(notes.actors, before[-1].content) if denies else ()
    for other in accused:
        if other.kind in kinds and other.name[:1].isupper() and other.name != before[-1].voices[0].name:
            return (other,)
    for told in reversed(before[-BACK:]):
        if len(told.voices) == 1 and told.voices[0].kind in kinds and told.voices[0].name[:1].isupper():
            return told.voices
    return ()


def _same_noun(sentence: Sentence, head: Word, before: Sequence[Attribution]) -> tuple[Actor, ...]:
    """The body heard last that is told by the same noun: "the governor's office … the office said"."""
    if (
        [w.lower for w in dependents(sentence.words, head)] != ["the"]
        or head.tag != "NN"
        or head.lemma not in load_speech().collective
    ):
        return ()
    for told in reversed(before[-BACK:]):
        if len(told.voices) == 1 and told.voices[0].name.lower().endswith(" " + head.lemma):
            return told.voices
    return ()


BACK = 5
"""How many sayings back a body is still meant by "the organisation"."""

BODIES = {
    **dict.fromkeys(("organization", "organisation", "body"), frozenset("ngo monitor intergovernmental".split())),
    **dict.fromkeys(("charity", "watchdog", "monitor"), frozenset("ngo monitor".split())),
    "group": frozenset("ngo monitor armed_group".split()),
    "agency": frozenset("ngo intergovernmental".split()),
    **dict.fromkeys(("country", "nation"), frozenset({"state"})),
}
"""The kinds of voices that a noun for a body may stand for."""

ANY = frozenset("ngo monitor intergovernmental armed_group state".split())
WORK = {
    "the": ANY,
    **dict.fromkeys(("rights", "monitoring", "advocacy", "watchdog"), frozenset({"ngo", "monitor"})),
    **dict.fromkeys(
        ("aid", "relief", "refugee", "humanitarian", "charity", "medical", "health"),
        frozenset({"ngo", "intergovernmental"}),
    ),
    **dict.fromkeys(("un", "world", "international"), frozenset({"intergovernmental"})),
    **dict.fromkeys(("armed", "militant", "rebel", "jihadist", "insurgent"), frozenset({"armed_group"})),
}
"""The kinds of bodies that a word before such a noun leaves."""


def _number(notes: Notes, at: int) -> int:
    """The number of the sentence that holds a character."""
    return bisect_right(notes.sentences, at, key=lambda sentence: sentence.start) - 1


def _several(actor: Actor) -> bool:
    """Whether an actor is several people: "Danish officials"."""
    last = actor.name.rsplit(None, 1)[-1]
    return actor.kind in ("person", "media", "civilians", "other", "ngo") and last.islower() and last.endswith("s")


def _made_of(actor: Actor) -> bool:
    """Whether somebody is told as a band of people, who are "they": "a human rights group"."""
    return actor.kind in ("ngo", "monitor", "other") and actor.name.rsplit(None, 1)[-1] in CROWDS


CROWDS = frozenset(
    {"group", "team", "committee", "council", "delegation", "coalition", "network", "union", "family", "crew"}
)
"""What many people are called together."""
