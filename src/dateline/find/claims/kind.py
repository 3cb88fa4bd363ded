"""What kind of claim a group is: its act, unless the saying, the toll, or a truce it breaks is the matter."""

from __future__ import annotations

from typing import Final

from dateline.find.claims.accusing import accuses, charges_breach
from dateline.find.claims.aloft import FIRST_TOLD, from_the_air
from dateline.find.claims.denied import denied, held_true
from dateline.find.claims.groups import BLOWS, VIOLENT, Group
from dateline.find.claims.known import told_type
from dateline.find.claims.matter import (
    causes,
    counts_over,
    displaces,
    kills,
    number_is_point,
    runs_since,
    toll_is_matter,
)
from dateline.find.claims.modality import modality_of
from dateline.find.claims.saying import NOBODY, charges_nobody, official, own_act, saying_of, unsaid
from dateline.find.claims.unsure import alleged, asked_about, habitual, heard_of, left_open
from dateline.find.notes import Frame, Notes, Sentence, Word
from dateline.find.sentences.distance import within
from dateline.model import Stance
from dateline.phenomena import load_classes
from dateline.words.mood import load_acts
from dateline.words.recall import load_recall

__all__ = ["kind_of", "owns_up", "stance_of", "tie_of"]


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
    "killed": "casualty_figure", "injured": "casualty_figure", "missing": "casualty_figure", "casualties": "casualty_figure",
    "displaced": "displacement_figure", "evacuated": "displacement_figure", "sheltered": "displacement_figure",
    "returned": "displacement_figure", "houses_destroyed": "displacement_figure", "facilities_hit": "facility_attack",
    "villages_taken": "territorial_control", "detained": "detention", "released": "prisoner_exchange",
    "aid_recipients": "humanitarian_aid", "violations": "ceasefire_violation", "strikes": "airstrike",
}  # fmt: skip
"""The type of a claim whose only matter is a figure."""

PLEDGED: Final = frozenset({"agreement", "ceasefire_start", "meeting", "humanitarian_aid", "prisoner_exchange"})
"""Types that stay what they are when they are promised."""

FAINT: Final = 0.2
"""A frame below this is named in passing; a figure beside it is the matter."""


COUNTED: Final = BLOWS | {"casualty_figure", "ceasefire_violation"}
UNASKED: Final = frozenset({"demand", "threat"})
"""What nobody does who does not ask for it: "we do not expect them to leave"."""

BEARABLE: Final = frozenset({"displacement_figure", "casualty_figure", "threat", "humanitarian_aid"})
DONE: Final = frozenset({"do", "does", "did", "has", "have", "had"})
NEUTRAL: Final = frozenset({"intergovernmental", "monitor", "ngo", "civilians"})
LIKELY: Final = frozenset("likely unlikely possible impossible inevitable necessary unnecessary premature".split())

DYING: Final = frozenset({"die", "kill", "perish", "lose"})
CALLING: Final = frozenset({"call", "describe", "label", "term", "dub", "brand"})
CONFIRMING: Final = frozenset({"confirm", "acknowledge", "verify", "welcome", "hail", "applaud", "regret"})

BROKEN: Final = frozenset({"looting", "damage"})
"""Phenomena of things that are burnt or broken, by whatever blow."""

FALLING: Final = frozenset({"attack", "ambush", "raid", "storm", "assault"})
"""Verbs by which one armed side falls upon another."""


YIELDING: Final = frozenset({"protest", "other"})
STANDING: Final = frozenset({"weapons_seized", "sanctions", "rescue", "surrender", "trial", "investigation"})
"""Phenomena that are the matter, whatever blow their reason or their setting was."""

GRAVE: Final = VIOLENT | {"casualty_figure", "detention"}
"""What is the matter where a crowd, or something unspecific, is named beside it."""
CLOSE: Final = 0.36


BREACHING: Final = frozenset({"despite", "notwithstanding"})
TIES: Final = frozenset({"despite", "since", "during", "under", "after", "amid"})
FIRM: Final = frozenset({"ceasefire", "cease-fire", "truce", "cessation"})
"""Instruments that an act of violence breaks; a zone or an area is none."""


def kind_of(notes: Notes, group: Group) -> str:
    """The contract's type of what a group claims."""
    head, stance = group.head, saying_of(group)
    if unsaid(group) and not (head is not None and head.type == "accusation" and left_open(group.sentence, head)):
        return "statement"
    if head is None and stance == "asserts" and not group.figures and _disowned(group):
        return "denial"
    if head is None or (head.score < FAINT and any(f.measure in MEASURES for f in group.figures)):
        return _of_figures(group) if stance not in TYPES else TYPES[stance]
    if head.phenomenon == "evacuation" and stance in ("asserts", "promises") and not _under_deal(notes):
        return "displacement_figure" if _moved(group) else "statement" if stance == "promises" else "other"
    if stance == "asserts" and displaces(group, head):
        return "displacement_figure"
    if stance == "asserts" and habitual(group.sentence, head):
        return "statement"
    if stance == "promises":
        threat = (head.type in VIOLENT or _sends(head)) and not head.negated
        kept = head.type in PLEDGED and not _until(group.sentence, head)
        return "threat" if threat else head.type if kept else "statement"
    if head.type in BLOWS and not head.by and asked_about(group.sentence, head):
        return "statement"
    if stance == "asserts" and head.type in BLOWS and bound(group.sentence, head):
        return "demand"
    repeated = _confirmed(group.sentence, head) and not (head.type == "casualty_figure" and kills(group))
    if stance == "asserts" and (_judged(group, head) or repeated):
        return "statement"
    if (stance != "threatens" and _feared(group, head)) or (
        head.phenomenon == "threat" and _warns_of_fact(group.sentence, head)
    ):
        return "statement"
    if _stands_so(group, head):
        return "other"
    if head.negated and head.type == "detention" and stance == "asserts":
        return "statement"
    if stance in ("asserts", "threatens") and _unable(group, head):
        return "statement"
    if stance in ("accuses", "asserts") and head.type in COUNTED and kills(group) and runs_since(group):
        return "casualty_figure"
    if stance == "asserts" and head.type in COUNTED and counts_over(notes, group):
        return "casualty_figure"
    if stance in ("accuses", "asserts") and (
        head.type == "ceasefire_violation"
        or _breaks(group, head)
        or _charged(group, head)
        or (head.type in VIOLENT and any(f.measure == "violations" for f in group.figures))
    ):
        return "ceasefire_violation"
    if charges_nobody(group, within(notes.actors, group.sentence.span)):
        return "statement"
    if stance in TYPES:
        return TYPES[stance]
    if head.phenomenon == "investigation" and group.voice is not None and stance == "asserts":
        return "statement"
    if stance == "asserts" and _unasked(group, head):
        return "statement"
    if owns_up(group):
        return _open(notes, group)
    if group.voice is not None and group.voice.voices and stance == "asserts" and denied(group, head):
        return "denial"
    if head.type in (*BLOWS, "casualty_figure") and toll_is_matter(notes, group, head):
        return "casualty_figure"
    if kills(group) and _only_talk(group, head):
        return "casualty_figure"
    if head.type == "accusation" and left_open(group.sentence, head):
        return _open(notes, group)
    act = _act(group, head)
    if (
        group.voice is not None
        and accuses(group, group.voice, act, within(notes.actors, group.sentence.span))
        and held_true(group, act)
    ):
        return "accusation"
    if act.type in BLOWS and act.by and alleged(group.sentence, act):
        return "accusation"
    if act.type == "protest" and kills(group):
        return "casualty_figure"
    told = told_type(notes, act)
    return from_the_air(notes, act) if told == act.type else told


def stance_of(kind: str, group: Group) -> Stance:
    """How it is said: as the voice says it, else as the kind goes. A side that reports a breach accuses."""
    saying = saying_of(group)
    if saying != "asserts":
        return "asserts" if kind == "statement" and saying in ("threatens", "accuses") else saying
    if kind == "ceasefire_violation":
        return "accuses" if charges_breach(group) else "asserts"
    return OWN.get(kind, "asserts")


def tie_of(group: Group) -> str | None:
    """The words that tie the act to a truce: "despite the ceasefire announced in May"."""
    sentence, truce = group.sentence, load_classes()["truce"].words
    for word in sentence.words:
        if word.lower in TIES and word.dep in ("prep", "mark"):
            told = sentence.subtree(word.i)
            if any(w.lemma in truce for w in told):
                return sentence.text[told[0].start - sentence.start : told[-1].end - sentence.start]
    return None


def _only_talk(group: Group, head: Frame) -> bool:
    """Whether nothing that would be the matter stands beside somebody's talk, or beside something unspecific."""
    if head.type == "statement":
        return not any(frame.type in BLOWS and frame.score >= FAINT for frame in group.frames)
    return head.type == "other" and not any(frame.type in GRAVE for frame in group.frames)


def _until(sentence: Sentence, head: Frame) -> bool:
    """Whether an act only bounds what is promised: "would fight on until the hostages were freed"."""
    below = (sentence.words[i] for i in sentence.words[head.head].children)
    return any(w.dep == "mark" and w.lower in ("until", "unless", "if", "before") for w in below)


def owns_up(group: Group) -> bool:
    """Whether those who speak say that a blow was their own: "the group said it was behind the raid"."""
    head, voice = group.head, group.voice
    if head is None or voice is None or head.negated or not any(f.type in BLOWS for f in group.frames):
        return False
    words = group.sentence.words
    subjects = [words[i] for i in words[head.head].children if words[i].dep == "nsubj"]
    return head.type == "accusation" and not voice.direct and any(w.lower in ("it", "they") for w in subjects)


def _moved(group: Group) -> bool:
    """Whether people are counted who are brought away."""
    return any(f.measure in ("evacuated", "sheltered", "displaced") for f in group.figures)


def _under_deal(notes: Notes) -> bool:
    """Whether a report tells of a deal, by which those who are brought away may leave."""
    return any(f.type == "agreement" and f.phenomenon != "evacuation" for f in notes.frames[:FIRST_TOLD])


def _disowned(group: Group) -> bool:
    """Whether an official voice says that its side does or did no such thing: "has not used them"."""
    voice, words = group.voice, group.sentence.words
    if voice is None or not any(map(official, voice.voices)):
        return False
    for verb in group.sentence.words_in(voice.content):
        if verb.tag.startswith("VB") and verb.lemma not in load_acts().mind and verb.dep != "relcl":
            below = [words[i] for i in verb.children]
            helped = any(w.dep == "aux" and w.lower in DONE for w in below) and own_act(group, voice, verb)
            if helped and any(w.dep == "neg" for w in below):
                return True
    return False


def _unasked(group: Group, head: Frame) -> bool:
    """Whether nothing is asked for or threatened with; what must not be is. Who orders a thing done does it."""
    words, duty = group.sentence.words, load_acts().duty
    below = [words[i] for i in words[head.head].children]
    if head.type == "demand" and any(w.lower in NOBODY for w in below if w.dep in ("nsubj", "nsubjpass")):
        return True
    told = group.voice is not None and group.voice.cue is not None and head.trigger.overlaps(group.voice.cue)
    if told and words[head.head].lemma == "order" and any(w.dep == "ccomp" for w in below):
        return True
    bound = any(words[i].lower in duty for i in words[head.head].children if words[i].dep == "aux")
    return head.negated and head.type in UNASKED and not bound


def _of_figures(group: Group) -> str:
    measured = (MEASURES[f.measure] for f in group.figures if f.measure in MEASURES)
    return next(measured, "statement" if group.voice else "other")


def _breaks(group: Group, head: Frame) -> bool:
    """Whether an act of violence is said to happen in spite of a truce."""
    if head.type not in (*BLOWS, "territorial_control", "casualty_figure") or head.negated:
        return False
    tie = tie_of(group)
    return tie is not None and tie.split()[0].lower() in BREACHING and any(word in tie.lower() for word in FIRM)


def _charged(group: Group, head: Frame) -> bool:
    """Whether somebody is accused of breaking a truce."""
    breaches = (f for f in group.frames[1:] if f.type == "ceasefire_violation" and not f.negated)
    return head.phenomenon == "accusation" and any(
        modality_of(group.sentence, f.head, "asserts") == "actual" for f in breaches
    )


def _act(group: Group, head: Frame) -> Frame:
    """The frame that names the matter: the blow that killed, unless the number itself is the point."""
    totals = any(figure.measure == "killed" and figure.period is not None for figure in group.figures)
    toll = next((f for f in group.frames if f.type == "casualty_figure"), None)
    if toll is not None and (totals or number_is_point(group)):
        return toll
    if head.phenomenon in BROKEN and (blow := _within(group, head)) is not None:
        return blow
    if head.type in YIELDING and head.phenomenon not in STANDING and not heard_of(group.sentence, head):
        beside = (f for f in group.frames[1:] if f.type in GRAVE and not f.negated)
        return next((f for f in beside if f.score >= head.score - CLOSE), head)
    if head.type == "casualty_figure":
        return next((f for f in group.frames[1:] if _strikes(group, f, head) and causes(group, f, head)), head)
    return head


def _within(group: Group, head: Frame) -> Frame | None:
    """The blow in which a thing was broken: "two cars were destroyed in the attack"."""
    words = group.sentence.words
    passive = any(words[i].dep == "auxpass" for i in words[head.head].children)
    acts = (f for f in group.frames[1:] if passive and f.type in BLOWS and f.phenomenon not in BROKEN and not f.negated)
    for act in acts:
        word = words[act.head]
        by = words[word.head]
        if word.dep == "pobj" and by.lower in ("in", "during", "by", "from") and by.head == head.head:
            return act
    return None


def _strikes(group: Group, frame: Frame, toll: Frame) -> bool:
    """Whether a frame tells of a blow: one side falls upon the other, or it is a fight itself that leaves the dead, and does not
    only go on beside them."""
    word = group.sentence.words[frame.head]
    falls = word.tag.startswith("V") and word.lemma in FALLING
    leaves = word.dep == "nsubj" and word.head == toll.head
    return frame.type in BLOWS or (frame.type == "clash" and (falls or leaves))


def _sends(head: Frame) -> bool:
    """Whether somebody's own troops are sent: those who keep a peace, or watch it, threaten nobody."""
    return head.phenomenon == "reinforcement" and not any(party.kind in NEUTRAL for party in head.by)


def bound(sentence: Sentence, head: Frame) -> bool:
    """Whether a blow is only what must, or must not, be dealt: "schools should not be bombed"."""
    below = [sentence.words[i] for i in sentence.words[head.head].children]
    duty = any(w.dep == "aux" and w.lower in ("must", "should", "ought") for w in below)
    return duty and not any(w.lower == "have" or w.dep == "mark" for w in below)


def _judged(group: Group, head: Frame) -> bool:
    """Whether a voice only tells what it thinks of a thing, or what would come of it: "a pullout would help the enemy",
    "a settlement was unlikely"."""
    words = group.sentence.words
    noun, verb = words[head.head], words[words[head.head].head]
    if group.voice is None or kills(group) or noun.dep != "nsubj" or not noun.tag.startswith("NN"):
        return False
    below = [words[i] for i in verb.children]
    would = any(w.dep == "aux" and w.lower in ("would", "could", "might") for w in below)
    thought = verb.lemma == "be" and any(w.dep == "acomp" and w.lower in LIKELY for w in below)
    return (would and head.type not in COUNTED) or thought


def _feared(group: Group, head: Frame) -> bool:
    """Whether the dead are only those of a time to come: "thousands will die if they land"."""
    dies = group.sentence.words[head.head].lemma in DYING
    return dies and head.type == "casualty_figure" and modality_of(group.sentence, head.head, "asserts") != "actual"


def _warns_of_fact(sentence: Sentence, head: Frame) -> bool:
    """Whether somebody only warns that a thing is so: "warned the palace that the war was feeding hatred"."""
    verb = sentence.words[head.head]
    told = (sentence.words[i] for i in verb.children if sentence.words[i].dep == "ccomp")
    return verb.lemma in ("warn", "caution") and any(_finite(sentence.words, w) for w in told)


def _finite(words: tuple[Word, ...], verb: Word) -> bool:
    """Whether a verb tells what is or was, without a helper of what may, must or will be."""
    tags = {verb.tag} | {words[i].tag for i in verb.children if words[i].dep in ("aux", "auxpass")}
    return "MD" not in tags and not tags.isdisjoint(("VBD", "VBZ", "VBP"))


def _confirmed(sentence: Sentence, head: Frame) -> bool:
    """Whether somebody only says of a thing told before that it is so, or what it is: "the ministry confirmed the attack",
    "called the raid a crime"."""
    noun, verb = sentence.words[head.head], sentence.words[sentence.words[head.head].head]
    known = any(sentence.words[i].lower in ("the", "these", "this") for i in noun.children)
    above = sentence.words[verb.head]
    called = noun.dep == "nsubj" and verb.dep in ("ccomp", "oprd") and above.lemma in CALLING
    if known and (called or (noun.dep == "dobj" and verb.lemma in CALLING)):
        return True
    return known and noun.dep in ("dobj", "nsubjpass") and verb.lemma in CONFIRMING and noun.tag.startswith("NN")


def _stands_so(group: Group, head: Frame) -> bool:
    """Whether how many live somewhere is told: "the valley shelters two million people"."""
    lasting = group.sentence.words[head.head].lemma in load_recall().lasting
    return lasting and any(figure.measure == "population" for figure in group.figures)


def _unable(group: Group, head: Frame) -> bool:
    """Whether an official only says what cannot be borne or done: "said the port could take no more refugees"."""
    voice, words = group.voice, group.sentence.words
    if voice is None or head.type not in BEARABLE or group.figures or not any(map(official, voice.voices)):
        return False
    for verb in group.sentence.words_in(voice.content):
        below = [words[i] for i in verb.children]
        if any(w.lower in ("can", "could", "ca") and w.dep == "aux" for w in below):
            return any(w.dep == "neg" or w.lower == "longer" for w in below)
    return False


def _open(notes: Notes, group: Group) -> str:
    """The type of a blow of which nobody says who dealt it."""
    act = next((f for f in group.frames if f.type in BLOWS), None)
    if act is None:
        return "statement"
    if any(f.phenomenon == "investigation" for f in group.frames):
        return "other"
    air = any(f.type == "airstrike" and f.sentence < act.sentence for f in notes.frames[:FIRST_TOLD])
    return "airstrike" if air else act.type
