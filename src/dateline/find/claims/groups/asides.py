"""Acts told beside what somebody says or does: "threatened to strike, after an attack killed eight soldiers" is two claims,
and so are a charge and its denial."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from dateline.find.notes import Frame, Sentence, Word
from dateline.find.sentences.clauses import VERBAL
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.sentences.kin import mourned
from dateline.find.sentences.tags import SUBJECTS
from dateline.model import Figure, Span
from dateline.phenomena import load_classes, words_of
from dateline.phenomena.types import FOUGHT, TRUCES, VIOLENT
from dateline.words.measures import HARMED

__all__ = ["AFTER", "GROUND", "OWN", "Branch", "aside", "stretch"]

SPOKEN: Final = frozenset("meeting statement demand threat agreement humanitarian_aid protest other".split())
"""Types of a sentence's head beside which a clause may count the victims of an act."""

GROUND: Final = FOUGHT | {"displacement_figure"}
"""Types of what happens on the ground."""

COUNTED: Final = HARMED | {"displaced", "villages_taken", "facilities_hit"}
"""Measures whose count makes an act on the side a claim of its own."""

HELD: Final = COUNTED | {"detained"}

TALK: Final = frozenset("meeting statement demand threat agreement".split())
"""Types of a sentence's head beside which a blow dealt at the time is another matter, counted or not."""

WHILE: Final = frozenset({"as", "while"})
"""What opens a clause that tells what happens at the time."""

DENIAL: Final = "denial"

OWN: Final = 0.55
"""How high an act stands in a clause of its own."""

TOLD: Final = 0.35
"""How high an act must stand beside a loss that only tells whose kin somebody is."""

BOUNDS: Final = frozenset({"since", "until", "before"})
"""What opens a clause that only bounds the time of a count."""

AFTER: Final = frozenset({"after", "following"})
"""What opens a stretch that tells what happened before."""

HIGHEST: Final = 8
"""Words climbed from an act to the clause that holds it."""


class Branch(NamedTuple):
    """A stretch of a sentence that tells one happening, and the frames in it, best first."""

    span: Span
    frames: tuple[Frame, ...]
    aside: bool = False
    """Whether a clause of time tells it, which is no part of what somebody asks for, denies or threatens with."""


def aside(sentence: Sentence, frames: Sequence[Frame], figures: Sequence[Figure]) -> Branch | None:
    """The clause of a sentence that counts the victims of an act, where its head tells something else; frames best first."""
    disowned = _disputed(sentence, frames) or _committed(sentence, frames) or _of_kin(sentence, frames)
    if disowned is not None:
        return disowned
    if frames and frames[0].type in (*GROUND, "ceasefire_violation"):
        return (
            _of_truce(sentence, frames) or _before(sentence, frames, figures) or _of_others(sentence, frames, figures)
        )
    if not frames or frames[0].type not in SPOKEN:
        return None
    for frame in frames[1:]:
        span = None
        if frame.type in GROUND:
            span = _clause(sentence, frame.head, frames[0].head) or _cause(sentence, frame, frames[0])
        if span is not None and any(
            f.measure in COUNTED and f.numbered and span.start <= f.start < span.end for f in figures
        ):
            return _apart(frames, span, frame)
    return _at_the_time(sentence, frames)


def _disputed(sentence: Sentence, frames: Sequence[Frame]) -> Branch | None:
    """What denies the rest of its sentence: "accused the army of arson, a charge the general denies", "…, which he denied"."""
    for frame in frames[1:]:
        verb = sentence.words[frame.head]
        if frame.phenomenon != DENIAL or verb.dep not in ("relcl", "acl") or frames[0].type == frame.type:
            continue
        noun = sentence.words[verb.head]
        charge = noun.lemma in words_of("charges")
        which = any(w.lower == "which" for w in dependents(sentence.words, verb))
        if _has_subject(sentence, verb) and (charge or which):
            span = stretch(sentence, noun.i if charge else verb.i)
            if frames[0].trigger not in span:
                return _apart(frames, span, frame)
    return None


def _committed(sentence: Sentence, frames: Sequence[Frame]) -> Branch | None:
    """What tells who committed a crime for which something is asked: "hold him accountable for the crime his forces committed"."""
    for frame in frames[1:]:
        verb = sentence.words[frame.head]
        crime = frame.type == "accusation" and verb.dep in ("relcl", "acl") and verb.tag in VERBAL
        span = stretch(sentence, verb.head) if crime and frames[0].type == "demand" else None
        if span is not None and frames[0].trigger not in span:
            return _apart(frames, span, frame)
    return None


def _of_kin(sentence: Sentence, frames: Sequence[Frame]) -> Branch | None:
    """The loss that tells whose kin somebody is who does something, or to whom it is done."""
    for frame in frames:
        lost = mourned(sentence, sentence.words[frame.head])
        span = stretch(sentence, lost.i) if lost is not None and frame.type in GROUND else None
        if span is not None and any(other.score >= TOLD and other.trigger not in span for other in frames):
            return _apart(frames, span, frame)
    return None


def _at_the_time(sentence: Sentence, frames: Sequence[Frame]) -> Branch | None:
    """A blow that a clause tells beside talk: "vowed to hold out, even as mortars hit the port"."""
    if frames[0].type not in TALK:
        return None
    for frame in frames[1:]:
        verb = sentence.words[frame.head]
        verb = sentence.words[verb.head] if verb.dep in SUBJECTS else verb
        opened = any(w.lower in WHILE for w in dependents(sentence.words, verb, "mark"))
        told = verb.dep == "advcl" and verb.tag in VERBAL and _has_subject(sentence, verb)
        own = any(w.lower in ("we", "i", "you") for w in dependents(sentence.words, verb))
        if frame.type not in VIOLENT or frame.negated or own or not (opened and told):
            continue
        span = stretch(sentence, verb.i)
        if frames[0].trigger not in span:
            return _apart(frames, span, frame)
    return None


def _cause(sentence: Sentence, frame: Frame, head: Frame) -> Span | None:
    """The blow that people protest against, where it is named by a noun: "marched over the killing of nine"."""
    word = sentence.words[frame.head]
    below = head.type == "protest" and word.tag in ("NN", "NNS", "VBG") and word.dep in ("dobj", "pobj")
    return stretch(sentence, word.i) if below else None


def _of_truce(sentence: Sentence, frames: Sequence[Frame]) -> Branch | None:
    """The clause of time of a blow that tells what became of a truce."""
    for frame in frames[1:]:
        verb = sentence.words[frame.head]
        span = _clause(sentence, frame.head, frames[0].head) if frame.type in TRUCES and verb.dep == "advcl" else None
        if span is not None:
            return _apart(frames, span, frame)
    return None


def _before(sentence: Sentence, frames: Sequence[Frame], figures: Sequence[Figure]) -> Branch | None:
    """What counts the victims of the blow that another one answered or followed: nobody is charged with both."""
    acts = [frame for frame in frames if frame.type in VIOLENT]
    for frame in acts:
        span = _earlier(sentence, frame.head)
        if span is None or all(act.trigger in span for act in acts):
            continue
        if any(f.measure in COUNTED and span.start <= f.start < span.end for f in figures):
            return _apart(frames, span, frame)
    return None


def _of_others(sentence: Sentence, frames: Sequence[Frame], figures: Sequence[Figure]) -> Branch | None:
    """What is told of somebody in a blow, or of another day, besides: "the army fights a band that abducted 270 girls"."""
    for frame in frames[1:]:
        verb = sentence.words[frame.head]
        then = frame.type in GROUND and any(w.lower == "when" for w in dependents(sentence.words, verb))
        who = frame.type in {*VIOLENT, "detention"} and _animate(sentence.words[verb.head])
        if verb.dep == "relcl" and (then or who):
            span = stretch(sentence, verb.i)
            if any(f.measure in HELD and f.numbered and span.start <= f.start < span.end for f in figures):
                return _apart(frames, span, frame)
    return None


def _animate(word: Word) -> bool:
    """Whether a word is one for somebody, or a name."""
    classes = load_classes()
    return word.tag in ("NNP", "NNPS") or any(word.lemma in classes[name].words for name in ("people", "forces"))


def _apart(frames: Sequence[Frame], span: Span, frame: Frame) -> Branch:
    """A clause with its act first, as high as an act in a clause of its own stands, and what else is told in it."""
    return Branch(span, (replace(frame, score=max(OWN, frame.score)), *_within(frames, span, frame)))


def _within(frames: Sequence[Frame], span: Span, head: Frame) -> tuple[Frame, ...]:
    """The other frames in a stretch, best first."""
    return tuple(f for f in frames if f.trigger in span and f is not head)


def _earlier(sentence: Sentence, i: int) -> Span | None:
    """The stretch around a word that tells what came before: "after …", "following …", "in retaliation for …"."""
    word = sentence.words[i]
    for _ in range(HIGHEST):
        head = sentence.words[word.head]
        if word.dep == "advcl" and any(w.lower in AFTER for w in dependents(sentence.words, word, "mark")):
            return stretch(sentence, word.i)
        if word.dep == "pobj" and (head.lower in AFTER or sentence.words[head.head].lemma in words_of("answers")):
            return stretch(sentence, head.i)
        if word.head == word.i:
            return None
        word = head
    return None


def stretch(sentence: Sentence, i: int) -> Span:
    """What stands from the first word under a word to the last."""
    told = sentence.subtree(i)
    return Span(told[0].start, told[-1].end)


def _clause(sentence: Sentence, i: int, head: int) -> Span | None:
    """The subordinate clause, with a subject of its own, that holds a word and not the head."""
    word = sentence.words[i]
    for _ in range(HIGHEST):
        if word.dep in ("advcl", "relcl") and _has_subject(sentence, word):
            if any(w.lower in BOUNDS for w in dependents(sentence.words, word, "mark")):
                return None
            told = sentence.subtree(word.i)
            return None if any(w.i == head for w in told) else Span(told[0].start, told[-1].end)
        if word.head == word.i:
            return None
        word = sentence.words[word.head]
    return None


def _has_subject(sentence: Sentence, verb: Word) -> bool:
    return has_dependent(sentence.words, verb, *SUBJECTS)
