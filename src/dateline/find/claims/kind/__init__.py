"""What kind of claim a group is: its act, unless the saying, the toll, or a truce it breaks is the matter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.find.claims.groups import DOES, Group
from dateline.find.claims.kind.accusing import accuses, charges_breach, plots, spared
from dateline.find.claims.kind.denied import TALKS, breached, by_us, denied, held_true, uncounted, undone
from dateline.find.claims.kind.opinion import (
    conditioned,
    confirmed,
    doubted,
    feared,
    first_told,
    judged,
    only_could_threaten,
    only_fights_wrong,
    spoken_of,
    stands_so,
    unable,
    warns_of_fact,
)
from dateline.find.claims.matter import (
    DEADLY,
    counts_over,
    displaces,
    hurt_in,
    kills,
    only_cause,
    runs_since,
    toll_is_matter,
)
from dateline.find.claims.matter.aloft import FIRST_TOLD, from_the_air
from dateline.find.claims.matter.deed import GRAVE, act_of
from dateline.find.claims.matter.known import told_type
from dateline.find.claims.matter.ties import breaks
from dateline.find.claims.modality import beside, modality_of
from dateline.find.claims.modality.fended import fended
from dateline.find.claims.modality.unmade import unmade
from dateline.find.claims.modality.unsure import alleged, asked_about, habitual, left_open, unclear
from dateline.find.claims.roles.blameless import charges_nobody
from dateline.find.claims.saying import NOBODY, concedes, done_to, saying_of, unsaid
from dateline.find.claims.saying.duty import bound
from dateline.find.claims.saying.own import own_act, owns_up
from dateline.find.claims.saying.standing import binds, official
from dateline.find.notes import Frame, Notes, Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.tags import FIRST, SUBJECTS
from dateline.model import Attribution, Stance
from dateline.phenomena import words_of
from dateline.phenomena.types import BLOWS, CALLS, VIOLENT
from dateline.words.mood import load_acts

__all__ = ["kind_of", "stance_of"]


OWN: Final = {kind: stance for stance, kind in DOES.items()}
"""The stance that a type of claim carries by itself."""

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

RESTRICTION: Final = "restriction"
"""What those in power announce and do by it: "said it would ban travel"."""

WONDERED: Final = frozenset({"meeting", "territorial_control", "agreement", "prisoner_exchange", "humanitarian_aid"})
"""What nothing is told of by who says that it is not clear."""

FAINT: Final = 0.2
"""A frame below this is named in passing; a figure beside it is the matter."""

LEFT: Final = frozenset({"withdrawal", "nonviolent_transfer"})
"""The acts of those who leave, or hand a place over: nobody is threatened with them."""

HELD: Final = frozenset({"hostage", "prisoner", "detainee", "captive", "massacre"})
"""What, besides armed people and arms, a side may say it has none of."""

LEAVING: Final = frozenset(
    "besiege bus evacuate evacuation evacuee exchange leave siege surrender swap transfer".split()
)
"""What a deal speaks of that lets people out, besides a truce."""

THING: Final = frozenset({"it", "this", "that"})
"""Subjects of what should come about: "that should stop the water"."""

DONE: Final = frozenset({"do", "does", "did", "has", "have", "had"})
ADVISING: Final = frozenset({"adviser", "advisor", "advisory", "trainer", "instructor", "training", "train", "advise"})
"""Words for those who are sent to teach, and for what they do."""
NEUTRAL: Final = frozenset({"intergovernmental", "monitor", "ngo", "civilians"})


@dataclass(frozen=True, slots=True)
class _Told:
    """What a group tells, its head, and how it is said."""

    notes: Notes
    group: Group
    head: Frame
    stance: Stance

    @property
    def plainly(self) -> bool:
        """Whether it is said without more: neither charged, denied, asked for, threatened with nor promised."""
        return self.stance == "asserts"


def kind_of(notes: Notes, group: Group) -> str:
    """The contract's type of what a group claims: that of the first rule that knows one, else of the act told."""
    head, stance = group.head, saying_of(group)
    charge = head if head is not None and head.type == "accusation" else None
    if spared(group, charge) or (unsaid(group) and not (charge is not None and left_open(group.sentence, charge))):
        return "statement"
    bare = head is None or (head.type == "statement" and group.voice is not None and _of_cue(group.voice, head))
    if bare and stance == "asserts" and not group.figures and _disowned(group):
        return "denial"
    if head is None or (head.score < FAINT and any(f.measure in MEASURES for f in group.figures)):
        return _of_figures(notes, group) if stance not in DOES else DOES[stance]
    told = _Told(notes, group, head, stance)
    return next((kind for rule in RULES if (kind := rule(told)) is not None), None) or _of_act(told)


# --- the rules, each of which knows a type or none ------------------------------------------------------------------------


def _displaced(told: _Told) -> str | None:
    """People brought away or taken in; where they are the hurt, these are the matter; under a deal, their leaving is the deal's."""
    if told.head.phenomenon != "evacuation":
        return "displacement_figure" if told.plainly and displaces(told.group, told.head) else None
    if told.plainly and kills(told.group):
        return "casualty_figure"
    if told.stance in ("asserts", "promises") and not _under_deal(told.notes):
        if _moved(told.group):
            return "displacement_figure"
        return "statement" if told.stance == "promises" else "other"
    return None


def _promised(told: _Told) -> str | None:
    """A promise of force is a threat; of an agreement, aid or talks it is told as those."""
    head = told.head
    if told.stance != "promises":
        return None
    vowed = not head.negated and not beside(told.group.sentence, head.head)
    if (
        (head.type in VIOLENT or _sends(told.group.sentence, head))
        and vowed
        and head.phenomenon not in LEFT
        and done_to(told.group, head)
    ):
        return "threat"
    kept = (
        (head.type in PLEDGED or head.phenomenon == RESTRICTION)
        and not head.negated
        and not _until(told.group.sentence, head)
    )
    return head.type if kept else "statement"


def _no_one_blow(told: _Told) -> str | None:
    """What somebody is known for, what is only asked about, and what must be or must not."""
    head, sentence = told.head, told.group.sentence
    if told.plainly and (habitual(sentence, head) or (head.type in WONDERED and unclear(sentence, head))):
        return "statement"
    if head.type in BLOWS and not head.by and asked_about(sentence, head):
        return "statement"
    if head.type in BLOWS and _forgone(told.group, head):
        return "statement"
    return "demand" if told.plainly and head.type in BLOWS and _owed(sentence, head) else None


def _forgone(group: Group, head: Frame) -> bool:
    """Whether a side is only told to be about to deal no more of its own blows: "pledged to cease shelling"."""
    doers = [party.start for frame in group.frames if frame.type in BLOWS for party in frame.by]
    own = any(start is not None and start < head.trigger.start for start in doers)
    return own and fended(group.sentence, head.head)


def _thought(told: _Told) -> str | None:
    """What somebody thinks, fears, confirms or cannot do."""
    head, group = told.head, told.group
    repeated = confirmed(group.sentence, head) and not (head.type == "casualty_figure" and kills(group))
    repeated = repeated and not first_told(told.notes, group, head)
    if repeated and any(frame.type == "ceasefire_violation" and not frame.negated for frame in group.frames):
        return "ceasefire_violation"  # "described the raid as a breach of the truce"
    if head.phenomenon == "threat" and plots(group, head):
        return "accusation"
    if told.plainly and (judged(group, head) or doubted(group, head) or repeated):
        charged = repeated and any(frame.type == "accusation" for frame in group.frames)
        return "accusation" if charged else "statement"
    if told.plainly and spoken_of(group, head):
        return "statement"
    if told.stance != "threatens" and feared(group, head):
        return "statement"
    if head.phenomenon == "threat" and (
        warns_of_fact(group, head)
        or only_could_threaten(group.sentence, head)
        or only_fights_wrong(group.sentence, head)
    ):
        return "statement"
    if head.type == "accusation" and modality_of(group.sentence, head.head, "asserts") != "actual":
        word = group.sentence.words[head.head]
        if word.lemma == "hold" or (told.plainly and word.tag.startswith("NN")):
            return "statement"  # "will be held accountable"
    if told.plainly and (conditioned(group, head) or unmade(group.sentence, head)):
        return "statement"
    if stands_so(group, head):
        return "other"
    return "statement" if told.stance in ("asserts", "threatens") and unable(group, head) else None


def _counted(told: _Told) -> str | None:
    """A toll that runs on, or is of many blows."""
    if told.head.type not in DEADLY or told.stance not in ("accuses", "asserts"):
        return None
    running = kills(told.group) and runs_since(told.group)
    return "casualty_figure" if running or (told.plainly and counts_over(told.notes, told.group)) else None


def _breach(told: _Told) -> str | None:
    """A truce that is said to be broken, or that nobody broke."""
    head, group = told.head, told.group
    if head.type == "ceasefire_violation" and not breached(group, head) and (none := _denied(told)) is not None:
        return none
    if told.stance not in ("accuses", "asserts"):
        return None
    broken = head.type == "ceasefire_violation" or breaks(group, head) or _charged(group, head)
    return "ceasefire_violation" if broken else None


def _said(told: _Told) -> str | None:
    """What the saying does: it accuses, denies, demands or threatens; or it only says that something is looked into or not asked for."""
    if charges_nobody(told.group):
        return "statement"
    if told.stance in DOES:
        return DOES[told.stance]
    inquired = told.head.phenomenon == "investigation" and told.group.voice is not None
    return "statement" if told.plainly and (inquired or _unasked(told.group, told.head)) else None


def _owned(told: _Told) -> str | None:
    """A blow that those who speak say was theirs."""
    return _open(told.notes, told.group) if owns_up(told.group) else None


def _denied(told: _Told) -> str | None:
    """An act that a voice says did not happen, or only that there was none, or talks that it turns down."""
    voice = told.group.voice
    heard = voice is not None and bool(voice.voices) and told.plainly
    if heard and denied(told.group, told.head):
        return "denial"
    turned_down = heard and told.head.phenomenon == TALKS and told.head.negated
    return "statement" if turned_down or (told.plainly and undone(told.group, told.head)) else None


def _toll(told: _Told) -> str | None:
    """The dead and hurt of a blow told before, or beside mere talk."""
    if told.head.type in (*BLOWS, "casualty_figure") and toll_is_matter(told.notes, told.group, told.head):
        return "casualty_figure"
    if told.head.type == "clash" and kills(told.group) and hurt_in(told.notes, told.group, told.head):
        return "casualty_figure"
    return "casualty_figure" if kills(told.group) and _only_talk(told.group, told.head) else None


def _left_open(told: _Told) -> str | None:
    """A blow of which it is left open who dealt it; who admits a thing charges nobody with it."""
    if told.head.type == "accusation" and concedes(told.group):
        return "statement"
    if told.head.type == "accusation" and left_open(told.group.sentence, told.head):
        return _open(told.notes, told.group)
    return None


def _of_act(told: _Told) -> str:
    """The type of the act that is the matter, or the charge that it is."""
    group, act = told.group, act_of(told.group, told.head)
    if group.voice is not None and accuses(group, group.voice, act) and held_true(group, act):
        return "accusation"
    if act.type in BLOWS and act.by and alleged(group.sentence, act):
        return "accusation"
    if act.type == "protest" and kills(group) and not only_cause(group, act):
        return "casualty_figure"
    kind = told_type(told.notes, act)
    return from_the_air(told.notes, act) if kind == act.type else kind


RULES: Final[tuple[Callable[[_Told], str | None], ...]] = (
    _displaced,
    _promised,
    _no_one_blow,
    _thought,
    _counted,
    _breach,
    _said,
    _owned,
    _denied,
    _toll,
    _left_open,
)
"""In this order: what did not happen goes before what was counted, and that before what was done."""


def stance_of(kind: str, group: Group) -> Stance:
    """How it is said: as the voice says it, else as the kind goes. A side that reports a breach accuses."""
    saying = saying_of(group)
    if saying != "asserts":
        return "asserts" if kind == "statement" and saying in ("threatens", "accuses") else saying
    if kind == "ceasefire_violation":
        return "accuses" if charges_breach(group) else "asserts"
    return OWN.get(kind, "asserts")


def _only_talk(group: Group, head: Frame) -> bool:
    """Whether nothing that would be the matter stands beside somebody's talk, or beside something unspecific."""
    if head.type == "statement":
        return not any(frame.type in BLOWS and frame.score >= FAINT for frame in group.frames)
    return head.type == "other" and not any(frame.type in GRAVE for frame in group.frames)


def _until(sentence: Sentence, head: Frame) -> bool:
    """Whether an act only bounds what is promised: "would fight on until the hostages were freed"."""
    below = dependents(sentence.words, sentence.words[head.head])
    return any(w.dep == "mark" and w.lower in ("until", "unless", "if", "before") for w in below)


def _of_cue(voice: Attribution, head: Frame) -> bool:
    """Whether the act named is only that of saying: "insisted that"."""
    return head.trigger.overlaps(voice.cue)


def _moved(group: Group) -> bool:
    """Whether people are counted who are brought away."""
    return any(f.measure in ("evacuated", "sheltered", "displaced") for f in group.figures)


def _under_deal(notes: Notes) -> bool:
    """Whether a report tells of a deal by which those who are brought away may leave; a trade pact lets out nobody."""
    deals = (f for f in notes.frames[:FIRST_TOLD] if f.type == "agreement" and f.phenomenon != "evacuation")
    told = LEAVING | words_of("truce")
    return any(w.lemma in told for f in deals for w in notes.sentences[f.sentence].words)


def _disowned(group: Group) -> bool:
    """Whether an official voice says that its side does or did no such thing: "has not used them"."""
    voice, words = group.voice, group.sentence.words
    if voice is None or not any(map(official, voice.voices)):
        return False
    side = binds(group.sentence, voice)
    for verb in group.sentence.words_in(voice.content):
        if verb.tag.startswith("VB") and verb.lemma not in load_acts().mind and verb.dep not in ("relcl", "advcl"):
            below = dependents(words, verb)
            never = any(w.lower == "never" for w in below) and verb.tag in ("VBD", "VBN")
            helped = (never or any(w.dep == "aux" and w.lower in DONE for w in below)) and not _owes(below)
            own = (side or by_us(words, verb)) and own_act(group, voice, verb)
            if helped and own and any(w.dep == "neg" for w in below):
                return True
            if side and _nowhere(words, verb):
                return True
    return False


def _owes(below: Sequence[Word]) -> bool:
    """Whether the words below a verb tell what should or would be, or what is not yet: "should not have stood"."""
    return any(w.tag == "MD" or w.lower == "yet" for w in below)


def _nowhere(words: Sequence[Word], verb: Word) -> bool:
    """Whether it is told that there are no armed people, arms or captives: "there were no tanks in the town"."""
    below = dependents(words, verb)
    if not any(w.dep == "expl" for w in below) or any(w.tag == "MD" for w in below):
        return False
    none = (
        w for w in below if w.dep in ("attr", "nsubj") and any(child.lower == "no" for child in dependents(words, w))
    )
    return any(w.lemma in words_of("forces") | words_of("arms") | HELD for w in none)


def _unasked(group: Group, head: Frame) -> bool:
    """Whether nothing is asked for or threatened with; what must not be is. Who orders a thing done does it."""
    words, duty = group.sentence.words, load_acts().duty
    below = dependents(words, words[head.head])
    subjects = {w.lower for w in below if w.dep in SUBJECTS}
    if head.type == "demand" and subjects & NOBODY:
        return True
    supposed = words[head.head].lemma == "be" or subjects & (THING | FIRST)
    if head.type == "demand" and supposed and not bound(group.sentence, words[head.head]):
        return True
    told = group.voice is not None and head.trigger.overlaps(group.voice.cue)
    if told and words[head.head].lemma == "order" and any(w.dep == "ccomp" for w in below):
        return True
    owed = any(w.lower in duty for w in dependents(words, words[head.head], "aux"))
    return head.negated and head.type in CALLS | {"denial"} and not owed


def _of_figures(notes: Notes, group: Group) -> str:
    """The type of what is only counted; houses destroyed where blows are told were attacked, by nobody where a flood is told."""
    nature = any(word.lemma in words_of("weather") for word in group.sentence.words)
    counted = [
        f.measure for f in group.figures if f.measure in MEASURES and not (nature and f.measure == "facilities_hit")
    ]
    measure = next(iter(counted), None)
    if measure is None or uncounted(group):
        return "statement" if group.voice else "other"
    razed = measure == "houses_destroyed" and any(f.type in BLOWS for f in notes.frames[:FIRST_TOLD])
    return "facility_attack" if razed else MEASURES[measure]


def _charged(group: Group, head: Frame) -> bool:
    """Whether somebody is accused of breaking a truce, or an act condemned as breaking it."""
    breaches = (f for f in group.frames[1:] if f.type == "ceasefire_violation" and not f.negated)
    return head.phenomenon in ("accusation", "condemnation") and any(
        modality_of(group.sentence, f.head, "asserts") == "actual" for f in breaches
    )


def _sends(sentence: Sentence, head: Frame) -> bool:
    """Whether somebody's own troops are sent to fight: those who keep a peace, watch it, or only advise threaten nobody."""
    if head.phenomenon != "reinforcement" or any(party.kind in NEUTRAL for party in head.by):
        return False
    return all(word.lemma not in ADVISING for word in sentence.subtree(head.head))


def _owed(sentence: Sentence, head: Frame) -> bool:
    """Whether a blow is only what must, or must not, be dealt: "schools should not be bombed"."""
    below = dependents(sentence.words, sentence.words[head.head])
    duty = any(w.dep == "aux" and w.lower in ("must", "should", "ought") for w in below)
    asked = any(word.text == "?" for word in sentence.words)
    return duty and not asked and not any(w.lower == "have" or w.dep == "mark" for w in below)


def _open(notes: Notes, group: Group) -> str:
    """The type of a blow of which nobody says who dealt it."""
    act = next((f for f in group.frames if f.type in VIOLENT), None)
    if act is None:
        return "statement"
    if any(f.phenomenon == "investigation" for f in group.frames):
        return "other"
    air = any(f.type == "airstrike" and f.sentence < act.sentence for f in notes.frames[:FIRST_TOLD])
    return "airstrike" if air else "armed_attack" if act.type == "clash" else act.type
