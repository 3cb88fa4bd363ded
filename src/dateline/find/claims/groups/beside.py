"""Whether what one voice says stands beside what another one says in its sentence, and is a claim of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.claims.groups.branches import SETTING
from dateline.find.notes import Frame, Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.model import Attribution, Figure, Span
from dateline.phenomena.types import BLOWS
from dateline.words.measures import HARMED

__all__ = [
    "COUNTED",
    "counts_before",
    "counts_beside",
    "opens",
    "set_against",
    "staged",
    "talks_first",
    "told_besides",
]

COUNTED: Final = HARMED | {"displaced"}
"""Measures whose count makes what a voice says a claim of its own."""

CLEAR: Final = 0.5
"""How high a deed must stand beside which somebody tells a happening."""


def opens(sentence: Sentence, said: Attribution) -> bool:
    """Whether somebody begins to speak behind a semicolon, as in a sentence of its own: "declared a truce; the rebels said
    they would keep it"."""
    if said.speaker is None or said.speaker.start > said.content.start:
        return False
    return sentence.text[: said.start - sentence.start].rstrip().endswith(";")


def counts_beside(head: Frame, voice: Attribution, figures: Sequence[Figure]) -> bool:
    """Whether the head of a sentence, beside what a voice counts, has a count of its own: "…, he said, while a mine hurt two",
    "nine were killed, and the army said two were hurt"."""
    own = Span(head.start, head.end)
    tolls = [f for f in figures if f.measure in COUNTED and _in(own, f)]
    if not own.overlaps(voice.content):
        return bool(tolls)
    apart = bool(voice.voices) and head.trigger.end <= voice.start  # not "nine were killed and two reportedly hurt"
    return apart and bool(_told_first(tolls, voice.start))


def counts_before(share: Sequence[Frame], voices: Sequence[Attribution], figures: Sequence[Figure]) -> bool:
    """Whether the outlet itself tells a toll before that of a voice: "nine were killed in Gao; the army said four died in Kidal"."""
    first = min((voice.start for voice in voices if voice.voices), default=0)
    tolls = _told_first([f for f in figures if f.measure in HARMED], first)
    stretch = Span(share[0].start, share[0].end) if share else None
    return stretch is not None and any(_in(stretch, f) for f in tolls)


def _told_first(figures: Sequence[Figure], start: int) -> list[Figure]:
    """The tolls told before somebody begins to speak of others, none of which is a part of them."""
    wholes = {f.part_of for f in figures if f.start >= start}
    behind = any(f.start >= start and f.numbered for f in figures)
    first = [f for f in figures if f.end <= start and f.numbered and f.part_of is None and f.start not in wholes]
    return first if behind else []


def talks_first(sentence: Sentence, head: Frame, voices: Sequence[Attribution], at: int) -> bool:
    """Whether the head of a sentence is mere talk, joined to the saying that counts: "voiced alarm at the raids and said nine
    were killed"."""
    cue = sentence.words_in(voices[at].cue)[:1] if at >= 0 else []
    if head.type != "statement" or not cue or cue[0].dep != "conj":
        return False
    first = sentence.words[cue[0].head].start
    talk = [v.cue for n, v in enumerate(voices) if n != at and v.voices == voices[at].voices]
    return any(told.start <= first < told.end and told.overlaps(head.trigger) for told in talk)


def set_against(sentence: Sentence, voices: Sequence[Attribution], at: int) -> bool:
    """Whether what a voice says is set beside what another one says: "the rebels said …, but the army blamed …", "in Gao
    … said …, while in Kidal … said …", or beside what it denies itself: "denied …, and said …".
    """
    cues = [sentence.words_in(voice.cue)[:1] for voice in voices]
    if at < 0 or not cues[at]:
        return False
    own = cues[at][0]
    names = {actor.name for actor in voices[at].voices}
    for n, cue in enumerate(cues):
        if n == at or not cue:
            continue
        joined = _joined(sentence, cue[0], voices[at]) or _joined(sentence, own, voices[n])
        if joined and {voices[n].stance, voices[at].stance} == {"denies", "asserts"}:
            return True
        apart = names.isdisjoint(actor.name for actor in voices[n].voices)
        if apart and (joined or _contrasted(sentence, own) or _contrasted(sentence, cue[0])):
            return True
    return False


def told_besides(sentence: Sentence, said: Attribution, head: Frame) -> bool:
    """Whether somebody tells a happening besides what else they do: "called for talks after claiming that nine were killed",
    "criticised the envoy, telling reporters that nine were killed"."""
    vouched = said.stance == "asserts" and len(said.voices) > 0 and head.score >= CLEAR
    cue = sentence.words_in(said.cue)[-1:] if vouched else []
    if not cue or cue[0].tag != "VBG" or not (cue[0].dep in ("advcl", "pcomp") or _behind_comma(sentence, cue[0])):
        return False
    clause = any(word.i > cue[0].i for word in dependents(sentence.words, cue[0], "ccomp"))
    return clause and not said.content.overlaps(head.trigger) and not said.cue.overlaps(head.trigger)


def staged(sentence: Sentence, said: Attribution, frame: Frame) -> bool:
    """Whether a phrase beside a saying tells the blow that what is said was part of: "in the Gao clashes, she said, nine fell",
    "nine fell, she said, in the latest unrest"."""
    word, cue = sentence.words[frame.head], sentence.words_in(said.cue)[:1]
    while word.dep in ("compound", "amod", "nmod") and word.head != word.i:
        word = sentence.words[word.head]
    led = sentence.words[word.head]
    beside = bool(cue) and led.dep == "prep" and led.head == cue[0].i and led.lower in ("in", "during", "amid")
    return beside and word.dep == "pobj" and frame.type in STAGES and said.stance == "asserts"


STAGES: Final = BLOWS | {"clash", "protest"}
"""Types of what a saying may be told of."""


def _behind_comma(sentence: Sentence, word: Word) -> bool:
    return word.dep == "acl" and sentence.words[word.i - 1].text == ","


def _joined(sentence: Sentence, cue: Word, other: Attribution) -> bool:
    """Whether a saying is joined to another one, or, as the parse has it, to what that says."""
    above = sentence.words[cue.head]
    return cue.dep == "conj" and any(above in sentence.words_in(span) for span in (other.cue, other.content))


def _contrasted(sentence: Sentence, cue: Word) -> bool:
    """Whether a saying is set against another one: "while residents said"."""
    below = dependents(sentence.words, cue)
    return cue.dep == "advcl" and any(w.dep == "mark" and w.lower in SETTING for w in below)


def _in(span: Span, figure: Figure) -> bool:
    return span.start <= figure.start < span.end
