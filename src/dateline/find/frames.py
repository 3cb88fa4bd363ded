"""Frames: which phenomenon a clause names, and who plays which role in it, through the parse and across it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dateline.find.notes import Frame, Notes, Sentence, Word
from dateline.find.parties import Known, belongs, known_in, parties
from dateline.find.slots import Slots, children, governor, noun_slots, verb_slots
from dateline.model import Party, Place, Span
from dateline.phenomena import Phenomenon, Trigger, load_classes, load_phenomena
from dateline.phenomena.loader import GAP

__all__ = ["frames"]

WIDEST_GAP: Final = 4
DETERMINERS: Final = 3
"""Articles and adjectives that may follow a preposition inside a trigger: "collapse of a fragile ceasefire"."""
LINKS: Final = frozenset({"of", "on", "for", "in", "to"})
NOMINAL: Final = ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "ROOT", "compound", "poss", "nmod")
COSTS: Final[dict[str, float]] = {
    "ROOT": 0.0, "conj": 0.04, "ccomp": 0.05, "xcomp": 0.04, "dobj": 0.1, "nsubjpass": 0.1, "nsubj": 0.1, "attr": 0.04,
    "parataxis": 0.05, "dep": 0.05, "advcl": 0.22, "relcl": 0.22, "acl": 0.2, "appos": 0.2, "pobj": 0.06, "prep": 0.08,
    "agent": 0.04, "pcomp": 0.1, "compound": 0.3, "amod": 0.3, "nmod": 0.3, "poss": 0.3, "advmod": 0.3,
}  # fmt: skip
"""What each step from a trigger up to the sentence's head predicate takes from its standing."""
ASIDE: Final = 0.3
"""What a phrase such as "despite …", "after …" takes besides: it tells the setting, not the act."""

BACKING: Final = frozenset({"back", "support", "assist", "help"})
LOCATED: Final = frozenset(
    {
        "armed_attack",
        "airstrike",
        "shelling",
        "clash",
        "facility_attack",
        "casualty_figure",
        "ceasefire_violation",
        "displacement_figure",
    }
)
"""Types whose happening falls on a place without being done to it."""

AIM: Final = 0.15
"""What an infinitive of purpose takes besides: "launched an assault to seize" tells an assault."""

WHERE: Final = (
    "in",
    "at",
    "near",
    "on",
    "into",
    "outside",
    "around",
    "inside",
    "across",
    "over",
    "of",
    "to",
    "towards",
    "toward",
    "from",
)


@dataclass(frozen=True, slots=True)
class _Hit:
    phenomenon: Phenomenon
    trigger: Trigger
    first: int
    last: int
    head: int


def frames(notes: Notes) -> Notes:
    """Notes with a frame for every word that names a happening, in order of the text."""
    found = [
        frame
        for n, (sentence, known) in enumerate(zip(notes.sentences, known_in(notes), strict=True))
        for frame in _framed(n, sentence, known)
    ]
    return replace(notes, frames=tuple(found))


@cache
def _index() -> Mapping[str, tuple[tuple[Phenomenon, Trigger], ...]]:
    """First word of a trigger → the triggers that begin with it."""
    found: dict[str, list[tuple[Phenomenon, Trigger]]] = defaultdict(list)
    for phenomenon in load_phenomena():
        for trigger in phenomenon.triggers:
            found[trigger.words[0]].append((phenomenon, trigger))
    return {word: tuple(rows) for word, rows in found.items()}


def _framed(n: int, sentence: Sentence, known: Known) -> Iterator[Frame]:
    """The best frame of each word that heads a trigger."""
    near = {word.lemma for word in sentence.words} | {word.lower for word in sentence.words}
    best: dict[int, Frame] = {}
    slots: dict[tuple[int, str], Slots] = {}
    for hit in _hits(sentence):
        key = (hit.head, hit.trigger.kind)
        if key not in slots:
            slots[key] = _slots(sentence, hit)
        if not _allowed(sentence, known, hit.trigger, slots[key], near) or _timed(known, sentence.words[hit.head]):
            continue
        score = _standing(sentence, hit)
        if hit.head not in best or score > best[hit.head].score:
            best[hit.head] = _frame(n, sentence, known, hit, slots[key], score)
    yield from (best[i] for i in sorted(best))


def _timed(known: Known, word: Word) -> bool:
    """Whether a word is part of a time: the month of March is no march."""
    return any(t.start <= word.start < t.end for t in known.times)


def _hits(sentence: Sentence) -> Iterator[_Hit]:
    index = _index()
    for word in sentence.words:
        rows = index.get(word.lemma, ())
        if word.lower != word.lemma:
            rows += index.get(word.lower, ())
        for phenomenon, trigger in rows:
            at = _matched(sentence.words, word.i, trigger.words)
            if at and _of_kind(sentence.words[at[trigger.head]], trigger):
                yield _Hit(phenomenon, trigger, word.i, at[-1], at[trigger.head])


def _matched(words: tuple[Word, ...], at: int, wanted: tuple[str, ...]) -> list[int]:
    """Where each of the wanted words stands, the first at `at`; a hyphen between two of them is passed over."""
    found, gap = [at], 0
    for want in wanted[1:]:
        if want == GAP:
            gap = WIDEST_GAP
            found.append(found[-1])
            continue
        gap = gap or (DETERMINERS if words[found[-1]].lower in LINKS else 0)
        i = found[-1] + 1
        if i < len(words) and words[i].text == "-":
            i += 1
        stop = min(i + gap + 1, len(words))
        while i < stop and want not in (words[i].lemma, words[i].lower):
            i += 1
        if i >= stop:
            return []
        found.append(i)
        gap = 0
    return found


def _of_kind(word: Word, trigger: Trigger) -> bool:
    """Whether a word is used as the trigger means it: as a verb, or as a noun."""
    if trigger.kind == "verb":
        return word.tag.startswith("VB") and word.dep not in ("amod", "compound", "aux", "auxpass")
    if word.tag == "VBG":
        return word.lower == trigger.words[trigger.head] and word.dep in NOMINAL and word.dep != "ROOT"
    return word.tag.startswith("NN") or (word.tag in ("JJ", "CD") and word.dep in NOMINAL)


def _slots(sentence: Sentence, hit: _Hit) -> Slots:
    if hit.trigger.kind == "verb":
        return verb_slots(sentence, hit.head, hit.trigger.roles.get("object") == "to")
    classes = load_classes()
    return noun_slots(sentence, hit.head, classes["support_verbs"], classes["harm_verbs"])


def _allowed(sentence: Sentence, known: Known, trigger: Trigger, slots: Slots, near: set[str]) -> bool:
    """Whether the slots, and the words "near" in the sentence, hold what the trigger needs and nothing it bars."""
    for slot, wanted in trigger.needs.items():
        if slot == "near":
            if near.isdisjoint(wanted.words):
                return False
        elif not any(belongs(sentence, known, f, wanted) for name in slot.split("|") for f in slots.get(name, ())):
            return False
    for slot, barred in trigger.bars.items():
        if slot == "near":
            if not near.isdisjoint(barred.words):
                return False
        elif any(belongs(sentence, known, f, barred) for name in slot.split("|") for f in slots.get(name, ())):
            return False
    return True


def _standing(sentence: Sentence, hit: _Hit) -> float:
    """How far the words carry the sentence: sure words near its head predicate come first."""
    trigger, aside = hit.trigger, load_classes()["past_phrases"].words
    score = trigger.weight + 0.08 * (len(trigger.words) - 1) + 0.04 * len(trigger.needs)
    i = hit.head
    while True:
        word = sentence.words[i]
        score -= COSTS.get(word.dep, 0.1)
        if (word.dep == "prep" and word.lower in aside) or (word.dep == "advcl" and _marked(sentence, i, aside)):
            score -= ASIDE
        if word.dep in ("acl", "advcl") and _aims(sentence, i):
            score -= AIM
        if word.head == i:
            return round(score, 4)
        i = word.head


def _aims(sentence: Sentence, i: int) -> bool:
    return any(sentence.words[c].lower == "to" for c in children(sentence, i, "aux"))


def _marked(sentence: Sentence, i: int, words: frozenset[str]) -> bool:
    """Whether a clause is introduced by one of the words: "after the jets left"."""
    return any(sentence.words[c].lower in words for c in children(sentence, i, "mark", "advmod"))


def _frame(n: int, sentence: Sentence, known: Known, hit: _Hit, slots: Slots, score: float) -> Frame:
    verb = hit.head if hit.trigger.kind == "verb" else governor(sentence, hit.head)
    clause = sentence.subtree(verb) if verb is not None else list(sentence.words)
    return Frame(
        start=clause[0].start,
        end=clause[-1].end,
        sentence=n,
        trigger=Span(sentence.words[hit.first].start, sentence.words[hit.last].end),
        head=hit.head,
        phenomenon=hit.phenomenon.name,
        type=hit.phenomenon.type,
        by=_by(sentence, known, hit.trigger, slots),
        to=_to(sentence, known, hit, slots),
        place=_place(known, sentence, hit.head, slots),
        negated=_negated(sentence, hit.head, verb),
        score=score,
    )


def _by(sentence: Sentence, known: Known, trigger: Trigger, slots: Slots) -> tuple[Party, ...]:
    """Who acts, with those who are said to support them: "troops backed by the air force"."""
    agents = replace(load_classes()["agents"], place=True)
    heads = _fillers(sentence, known, trigger, slots, "by")
    backers = [
        f
        for head in heads
        for c in children(sentence, head, "acl")
        if sentence.words[c].lemma in BACKING
        for f in verb_slots(sentence, c, True).get("subject", ())
        if f != head
    ]
    acting = parties(sentence, known, heads, agents)
    names = {party.name for party in acting}
    return acting + tuple(
        p for p in parties(sentence, known, backers, agents) if p.kind != "other" and p.name not in names
    )


def _to(sentence: Sentence, known: Known, hit: _Hit, slots: Slots) -> tuple[Party, ...]:
    """Who or what is acted on. Where an attack falls is its place; the place that is taken, or asked, is acted on."""
    heads = _fillers(sentence, known, hit.trigger, slots, "to")
    nobody = load_classes()["nobody"].words
    named = [f for f in heads if sentence.words[f].lemma not in nobody and sentence.words[f].tag != "CD"]
    told = parties(sentence, known, named, replace(load_classes()["targets"], place=hit.phenomenon.type not in LOCATED))
    if not told and hit.phenomenon.type == "displacement_figure" and heads:
        word = sentence.words[heads[0]]
        return (
            Party(
                "civilians",
                sentence.text[word.start - sentence.start : word.end - sentence.start],
                word.start,
                word.end,
                kind="civilians",
            ),
        )
    return told


def _fillers(sentence: Sentence, known: Known, trigger: Trigger, slots: Slots, role: str) -> list[int]:
    """The words in the slots of a role, each once; of what stands before a noun only what names an actor."""
    return list(
        dict.fromkeys(
            f
            for slot, held in trigger.roles.items()
            if held == role
            for f in slots.get(slot, ())
            if slot != "modifier" or _acts(sentence, known, f)
        )
    )


def _acts(sentence: Sentence, known: Known, i: int) -> bool:
    """Whether a word before a noun names who acts: "regime shelling", "Russian raids", not "heavy shelling"."""
    classes = load_classes()
    word = sentence.words[i]
    if any(a.start < word.end and word.start < a.end for a in known.actors):
        return True
    return word.lemma in classes["state"].words or word.lemma in classes["rebels"].words


def _place(known: Known, sentence: Sentence, head: int, slots: Slots) -> Place | None:
    """Where it happened: the finest place in a slot of the trigger that tells where, else the finest and nearest one of
    the sentence; one that stands for its government, or is a part of an actor's name, is where nothing happens."""
    real = [p for p in known.places if not p.metonym and not _in_name(known, p)]
    if not real:
        return None
    spots = [sentence.words[f].start for name in WHERE for f in slots.get(name, ())]
    at = sentence.words[head].start
    return min(
        real,
        key=lambda p: (
            p.precision == "country",
            not any(p.start <= spot < p.end for spot in spots),
            abs(p.start - at),
            p.start,
        ),
    )


def _in_name(known: Known, place: Place) -> bool:
    return any(a.start <= place.start and place.end <= a.end for a in known.actors)


def _negated(sentence: Sentence, head: int, verb: int | None) -> bool:
    """Whether the clause itself says that it did not happen: "did not strike", "no raids were carried out"."""
    if any(
        sentence.words[c].lower in ("no", "neither", "nor") for c in children(sentence, head, "det", "preconj", "cc")
    ):
        return True
    return verb is not None and bool(children(sentence, verb, "neg"))
