"""What kind of claim a group is: its act, unless the saying, the toll, or a truce it breaks is the matter."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from dateline.find.distance import way
from dateline.find.groups import Group
from dateline.find.notes import Frame, Notes, Sentence
from dateline.model import Actor, Attribution, Party, Stance
from dateline.phenomena import load_classes

__all__ = ["VIOLENT", "kind_of", "stance_of", "tie_of"]

VIOLENT: Final = frozenset({"armed_attack", "airstrike", "shelling", "clash", "facility_attack", "territorial_control"})
BLOWS: Final = VIOLENT - {"territorial_control", "clash"}
"""Acts that kill at once; fighting goes on beside a toll rather than causing one count of it."""

OWN: Final[dict[str, Stance]] = {
    "accusation": "accuses",
    "denial": "denies",
    "demand": "demands",
    "threat": "threatens",
}
"""The stance that a type of claim carries by itself."""

TYPES: Final[dict[Stance, str]] = {stance: kind for kind, stance in OWN.items()}
"""The type that a voice's stance gives to a claim, whatever act it speaks of."""

MEASURES: Final[dict[str, str]] = {
    "killed": "casualty_figure", "injured": "casualty_figure", "missing": "casualty_figure", "displaced": "displacement_figure",
    "evacuated": "displacement_figure", "returned": "displacement_figure", "facilities_hit": "facility_attack",
    "villages_taken": "territorial_control", "detained": "detention", "violations": "ceasefire_violation", "strikes": "airstrike",
}  # fmt: skip
"""The type of a claim whose only matter is a figure."""

PARTISAN: Final = frozenset({"state", "armed_group", "military"})
DUTY: Final = frozenset({"must", "should", "ought"})
AHEAD: Final = frozenset({"will", "would", "shall", "'ll", "wo"})
SELF: Final = frozenset({"i", "we", "it", "he", "she", "they", "there"})
HOSTILE: Final = frozenset({"armed_attack", "airstrike", "shelling", "clash", "facility_attack", "threat"})
"""What threatens whomever it is promised to; to retake a region is promised to one's own."""

PLEDGED: Final = frozenset({"agreement", "ceasefire_start", "meeting", "humanitarian_aid", "prisoner_exchange"})
"""Types that stay what they are when they are promised."""

FAINT: Final = 0.2
"""A frame below this is named in passing; a figure beside it is the matter."""

YIELDING: Final = frozenset({"protest", "other"})
GRAVE: Final = VIOLENT | {"casualty_figure", "detention"}
"""What is the matter where a crowd, or something unspecific, is named beside it."""
CLOSE: Final = 0.3

TOLLS: Final = frozenset({"toll", "dead", "number"})
"""Nouns that make the number the point of a sentence."""

KNOWN: Final = frozenset({"the", "these", "those", "this", "that", "its", "their", "his"})
"""What stands before a blow that was told already: the number is then the news."""

STRIKES: Final = frozenset({"strike", "raid", "bombardment", "bombing", "bomb", "missile", "bombard"})
"""Words for an attack from the air once a report has told that it came from the air."""

AIRCRAFT: Final = frozenset(
    {
        "warplane",
        "warplanes",
        "jet",
        "jets",
        "plane",
        "planes",
        "aircraft",
        "helicopter",
        "helicopters",
        "bomber",
        "bombers",
    }
)
BREACHING: Final = frozenset({"despite", "notwithstanding"})
TIES: Final = frozenset({"despite", "since", "during", "under", "after", "amid"})
FIRM: Final = frozenset({"ceasefire", "cease-fire", "truce", "cessation"})
"""Instruments that an act of violence breaks; a zone or an area is none."""


def kind_of(notes: Notes, group: Group) -> str:
    """The contract's type of what a group claims."""
    head, stance = group.head, _saying(group)
    if head is None or (head.score < FAINT and any(f.measure in MEASURES for f in group.figures)):
        return _of_figures(group) if stance not in TYPES else TYPES[stance]
    if stance == "promises":
        return "threat" if head.type in VIOLENT else head.type if head.type in PLEDGED else "statement"
    if stance in ("accuses", "asserts") and (head.type == "ceasefire_violation" or _breaks(group, head)):
        return "ceasefire_violation"
    if stance in TYPES:
        return TYPES[stance]
    if group.voice is not None and head.negated and head.type in (*VIOLENT, "casualty_figure"):
        return "denial"
    if group.figures and head.type in BLOWS and _number_is_point(group):
        return "casualty_figure"
    act = _act(group, head)
    if group.voice is not None and act.type in VIOLENT and _accuses(group.voice, act):
        return "accusation"
    return _from_the_air(notes, act)


def stance_of(kind: str, group: Group) -> Stance:
    """How it is said: as the voice says it, else as the kind goes. A side that reports a breach accuses."""
    saying = _saying(group)
    if saying != "asserts":
        return saying
    if kind == "ceasefire_violation" and group.voice is not None and any(map(_partial, group.voice.voices)):
        return "accuses"
    return OWN.get(kind, "asserts")


def _saying(group: Group) -> Stance:
    """What a voice does by its words: as its cue tells, and what a plain "said" hides: duties, threats and pledges."""
    voice, head = group.voice, group.head
    if voice is not None and voice.stance == "promises" and head is not None and head.type in HOSTILE:
        return "threatens"
    if voice is None or head is None or voice.stance != "asserts" or not any(map(_partial, voice.voices)):
        return voice.stance if voice is not None else "asserts"
    helpers = _helpers(group.sentence, head)
    if helpers & DUTY:
        return "threatens" if _or_else(group.sentence) else "demands"
    if helpers & AHEAD and _own_act(group, voice, head):
        return "threatens" if head.type in HOSTILE and not head.negated else "promises"
    return "asserts"


def _helpers(sentence: Sentence, head: Frame) -> frozenset[str]:
    """The auxiliaries of the verb that carries or governs the act."""
    word = sentence.words[head.head]
    for _ in range(3):
        told = {sentence.words[i].lower for i in word.children if sentence.words[i].dep == "aux"}
        if told or word.tag.startswith("V") or word.head == word.i:
            return frozenset(told)
        word = sentence.words[word.head]
    return frozenset()


def _or_else(sentence: Sentence) -> bool:
    """Whether a duty comes with what follows if it is not kept: "or face"."""
    lowers = [word.lower for word in sentence.words]
    return any(a == "or" and b in ("else", "face", "risk") for a, b in pairwise(lowers))


def _own_act(group: Group, voice: Attribution, head: Frame) -> bool:
    """Whether what lies ahead is the speaker's own to do."""
    sides = {_side(actor) for actor in voice.voices}
    doers = {_side(party) for party in head.by}
    subjects = (group.sentence.words[i] for i in group.sentence.words[head.head].children)
    return bool(sides & doers) or (not doers and any(w.dep == "nsubj" and w.lower in SELF for w in subjects))


def tie_of(group: Group) -> str | None:
    """The words that tie the act to a truce: "despite the ceasefire announced in May"."""
    sentence, truce = group.sentence, load_classes()["truce"].words
    for word in sentence.words:
        if word.lower in TIES and word.dep in ("prep", "mark"):
            told = sentence.subtree(word.i)
            if any(w.lemma in truce for w in told):
                return sentence.text[told[0].start - sentence.start : told[-1].end - sentence.start]
    return None


def _of_figures(group: Group) -> str:
    measured = (MEASURES[f.measure] for f in group.figures if f.measure in MEASURES)
    return next(measured, "statement" if group.voice else "other")


def _breaks(group: Group, head: Frame) -> bool:
    """Whether an act of violence is said to happen in spite of a truce."""
    if head.type not in (*BLOWS, "territorial_control", "casualty_figure") or head.negated:
        return False
    tie = tie_of(group)
    return tie is not None and tie.split()[0].lower() in BREACHING and any(word in tie.lower() for word in FIRM)


def _act(group: Group, head: Frame) -> Frame:
    """The frame that names the matter: the blow that killed, unless the number itself is the point."""
    totals = any(figure.measure == "killed" and figure.period is not None for figure in group.figures)
    toll = next((f for f in group.frames if f.type == "casualty_figure"), None)
    if toll is not None and (totals or _number_is_point(group)):
        return toll
    if head.type in YIELDING:
        return next((f for f in group.frames[1:] if f.type in GRAVE and f.score >= head.score - CLOSE), head)
    if head.type == "casualty_figure":
        return next((f for f in group.frames[1:] if f.type in BLOWS and _causes(group, f, head)), head)
    return head


def _number_is_point(group: Group) -> bool:
    """Whether a noun for the number governs the sentence: "the death toll has risen", "were among the dead"."""
    words = group.sentence.words
    return bool(group.figures) and any(
        word.lemma in TOLLS and (words[word.head].dep == "ROOT" or words[word.head].lower == "among") for word in words
    )


def _causes(group: Group, blow: Frame, toll: Frame) -> bool:
    """Whether a blow is told here first, and near enough to a toll to be what caused it."""
    there = way(group.sentence, blow.head, toll.head)
    word = group.sentence.words[blow.head]
    known = word.tag.startswith("NN") and any(group.sentence.words[i].lower in KNOWN for i in word.children)
    return there.steps <= 4 and there.clauses <= 1 and not known


def _accuses(voice: Attribution, head: Frame) -> bool:
    """Whether a side to the conflict speaks of what another side did: that accuses, where a monitor reports."""
    sides = {_side(actor) for actor in voice.voices if _partial(actor)}
    doers = {_side(party) for party in head.by if party.kind in PARTISAN}
    return bool(sides and doers) and sides.isdisjoint(doers)


def _partial(actor: Actor) -> bool:
    """Whether a voice stands for a side: a state, its arms, an armed group, or someone in office."""
    return actor.kind in PARTISAN or (actor.kind == "person" and actor.country is not None)


def _side(actor: Actor | Party) -> str:
    """The side an actor stands on: a state's arms are its own, an armed group or an opposition stands for itself."""
    return actor.country if actor.country and actor.kind in ("state", "military", "person") else actor.name


def _from_the_air(notes: Notes, act: Frame) -> str:
    """The act's type; an attack told plainly is an air strike where aircraft do it, or the report has said so before."""
    if act.type != "armed_attack":
        return act.type
    doers = {word for party in act.by for word in party.text.lower().split()}
    sentence = notes.sentences[act.sentence]
    told = sentence.words[act.head].lemma in STRIKES and any(f.type == "airstrike" for f in notes.frames)
    return "airstrike" if doers & AIRCRAFT or told else act.type
