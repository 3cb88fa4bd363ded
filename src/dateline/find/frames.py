"""Frames: which phenomenon a clause names, and who plays which role in it, through the parse and across it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from dateline.find.notes import Frame, Notes, Sentence
from dateline.find.parties import WEST, Known, known_in, parties
from dateline.find.slots import Slots, children, governor, phrase, verb_slots
from dateline.find.triggers import Hit, Named, named
from dateline.model import Party, Place, Span
from dateline.phenomena import Trigger, WordClass, load_classes

__all__ = ["frames"]

BACKING: Final = frozenset({"back", "support", "assist", "help"})
LOCATED: Final = frozenset(
    "armed_attack airstrike shelling clash facility_attack casualty_figure ceasefire_violation displacement_figure".split()
)
"""Types whose happening falls on a place without being done to it."""

OF_WAR: Final = frozenset({"military", "national", "armed", "air", "terrorist", "terror"})
"""Words before a noun that tell what sort of act it is, not whose."""

DEALT: Final = frozenset({"armed_attack", "airstrike", "shelling", "facility_attack"})
VAGUE: Final = frozenset(
    "foot mile metre meter kilometre kilometer yard inch number cooperation peace effort relation stability unity right freedom interest process talk idea economy image life hope morale target fire one round shot bullet missile rocket shell bomb way hour day night week time side toll".split()
)
"""Nouns that name nothing that is hit."""

WHERE: Final = tuple("in at near on into outside around inside across over of to towards toward from".split())


def frames(notes: Notes) -> Notes:
    """Notes with a frame for every word that names a happening, in order of the text."""
    found = [
        _frame(n, sentence, known, told)
        for n, (sentence, known) in enumerate(zip(notes.sentences, known_in(notes), strict=True))
        for told in named(sentence, known)
    ]
    return replace(notes, frames=tuple(found))


def _frame(n: int, sentence: Sentence, known: Known, told: Named) -> Frame:
    hit, slots = told.hit, told.slots
    verb = hit.head if hit.trigger.kind == "verb" else governor(sentence, hit.head)
    first, last = _edges(sentence, verb) if verb is not None else (0, len(sentence.words) - 1)
    return Frame(
        start=sentence.words[min(first, hit.first)].start,
        end=sentence.words[max(last, hit.last)].end,
        sentence=n,
        trigger=Span(sentence.words[hit.first].start, sentence.words[hit.last].end),
        head=hit.head,
        phenomenon=hit.phenomenon.name,
        type=hit.phenomenon.type,
        by=_by(sentence, known, hit, slots),
        to=_to(sentence, known, hit, slots),
        place=_place(known, sentence, hit.head, slots),
        negated=_negated(sentence, hit.head, verb if _under(sentence, hit.head, verb) else None),
        score=told.score,
    )


def _edges(sentence: Sentence, i: int) -> tuple[int, int]:
    """The first and the last word of the clause that a verb heads."""
    first = last = i
    while sentence.words[first].children and sentence.words[first].children[0] < first:
        first = sentence.words[first].children[0]
    while sentence.words[last].children and sentence.words[last].children[-1] > last:
        last = sentence.words[last].children[-1]
    return first, last


def _by(sentence: Sentence, known: Known, hit: Hit, slots: Slots) -> tuple[Party, ...]:
    """Who acts, with those who are said to support them: "troops backed by the air force"."""
    agents = _players("agents", True)
    heads = [h for h in _fillers(sentence, known, hit.trigger, slots, "by") if not _nobody(sentence, h)]
    heads = heads or _owners(sentence, known, slots) or _firing(known, sentence, hit, slots)
    backers = [
        f
        for head in heads
        for c in children(sentence, head, "acl")
        if sentence.words[c].lemma in BACKING
        for f in verb_slots(sentence, c, True).get("subject", ())
        if f != head
    ]
    acting = parties(sentence, known, heads or _crowd(sentence, hit), agents)
    names = {party.name for party in acting}
    return acting + tuple(
        p for p in parties(sentence, known, backers, agents) if p.kind != "other" and p.name not in names
    )


def _firing(known: Known, sentence: Sentence, hit: Hit, slots: Slots) -> list[int]:
    """Those from whom fire comes: "mortar fire from army soldiers", but not from a hill."""
    armed = [a for a in known.actors if a.kind in ("military", "armed_group")]
    came = slots.get("from", ()) if hit.phenomenon.type in ("shelling", "armed_attack") else ()
    return [f for f in came if any(a.start <= sentence.words[f].start < a.end for a in armed)]


def _owners(sentence: Sentence, known: Known, slots: Slots) -> list[int]:
    """Whose weapon it is that strikes: "Chadian missiles hit the mill", "rebel rockets fell on the port"."""
    weapons = load_classes()["munition"].words
    return [
        c
        for f in slots.get("subject", ())
        if sentence.words[f].lemma in weapons
        for c in children(sentence, f, "compound", "amod", "nmod", "poss")
        if _acts(sentence, known, c)
    ]


def _crowd(sentence: Sentence, hit: Hit) -> list[int]:
    """The crowd itself, where it names the happening: "protesters blocked the bridge"."""
    word = sentence.words[hit.head]
    crowd = (
        hit.phenomenon.type == "protest" and hit.trigger.kind == "noun" and word.lemma in load_classes()["agents"].words
    )
    return [hit.head] if crowd and word.dep in ("nsubj", "pobj", "conj") and word.tag == "NNS" else []


def _nobody(sentence: Sentence, i: int) -> bool:
    """Whether a phrase says that there is nobody: "no group", "neither side"."""
    return any(sentence.words[c].lower in ("no", "neither") for c in children(sentence, i, "det"))


def _to(sentence: Sentence, known: Known, hit: Hit, slots: Slots) -> tuple[Party, ...]:
    """Who or what is acted on. Where an attack falls is its place; the place that is taken, or asked, is acted on."""
    heads = _fillers(sentence, known, hit.trigger, slots, "to")
    nobody = load_classes()["nobody"].words
    named = [f for f in heads if sentence.words[f].lemma not in nobody and sentence.words[f].tag != "CD"]
    told = parties(sentence, known, named, _players("targets", hit.phenomenon.type not in LOCATED))
    if not told and hit.phenomenon.type == "displacement_figure" and heads:
        word = sentence.words[heads[0]]
        return (Party("civilians", word.text, word.start, word.end, kind="civilians"),)
    return told or _things(sentence, hit, slots)


def _things(sentence: Sentence, hit: Hit, slots: Slots) -> tuple[Party, ...]:
    """The things that a blow is dealt to, whatever they are called: "bombed three satellite dishes"."""
    if (
        hit.trigger.kind != "verb"
        or sentence.words[hit.head].lemma == "use"
        or hit.phenomenon.type not in DEALT
        or hit.trigger.roles.get("object") != "to"
    ):
        return ()
    classes = load_classes()
    vague = VAGUE.union(
        *(classes[name].words for name in ("generic_sites", "nobody", "munition", "firearm", "gas", "crowd_weapon"))
    )
    heads = (sentence.words[f] for f in dict.fromkeys(slots.get("object", ())))
    things = [w for w in heads if w.tag in ("NN", "NNS") and w.lemma not in vague]
    phrases = [phrase(sentence, w.i) for w in things]
    kept = ([w for w in told if w.tag not in ("DT", "PRP$", "PDT")] for told in phrases)
    spans = [Span(told[0].start, told[-1].end) for told in kept if told]
    texts = [sentence.text[s.start - sentence.start : s.end - sentence.start] for s in spans]
    return tuple(Party(text, text, s.start, s.end) for text, s in zip(texts, spans, strict=True))


@cache
def _players(name: str, place: bool) -> WordClass:
    """The class of those who can play a role, and whether a place can."""
    return replace(load_classes()[name], place=place)


def _fillers(sentence: Sentence, known: Known, trigger: Trigger, slots: Slots, role: str) -> list[int]:
    """The words in the slots of a role, each once; of what stands before a noun only what names an actor. Whose act it
    is told to be did it, where it is also told to whom: "the guild's arrest of a clerk", but "the clerk's arrest".
    """
    of = slots.get("of")
    return list(
        dict.fromkeys(
            f
            for slot, held in trigger.roles.items()
            if ("by" if of and slot == "possessor" and held != "none" else held) == role
            for f in slots.get(slot, ())
            if not (role == "by" and slot == "object" and slots.get("subject") and "subject" in trigger.roles)
            if slot != "modifier"
            or _acts(sentence, known, f)
            or (held == "to" and sentence.words[f].lemma in load_classes()["targets"].words)
        )
    )


def _acts(sentence: Sentence, known: Known, i: int) -> bool:
    """Whether a word before a noun names who acts: "regime shelling", "Russian raids", not "military shelling"."""
    classes = load_classes()
    word = sentence.words[i]
    if word.lemma in OF_WAR or (i > 1 and sentence.words[i - 2].lower == "anti" and sentence.words[i - 1].text == "-"):
        return False
    if word.text == WEST or any(a.start < word.end and word.start < a.end for a in known.actors):
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
    return verb is not None and (bool(children(sentence, verb, "neg")) or _forgone(sentence, verb))


def _under(sentence: Sentence, head: int, verb: int | None) -> bool:
    """Whether what denies a verb denies the happening: "launched no raid", "not at the hands of the raiders" tells of one."""
    if verb is None or head == verb:
        return True
    word, steps = sentence.words[head], 0
    while word.i != verb and word.head != word.i:
        steps += word.dep == "pobj"
        word = sentence.words[word.head]
    return steps < 2


def _forgone(sentence: Sentence, verb: int) -> bool:
    """Whether something was done in the act's place: "fled rather than attack", "instead of shelling it"."""
    words = sentence.words
    word = words[verb]
    above = words[word.head]
    if word.dep == "conj" and any(words[c].lower == "than" for c in children(sentence, above.i, "cc")):
        return any(words[c].lower == "rather" for c in (*above.children, *word.children, word.i - 2) if c >= 0)
    return word.dep == "pcomp" and above.lower in ("of", "than") and words[above.i - 1].lower in ("instead", "rather")
