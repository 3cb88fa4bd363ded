"""What a voice does by saying: as its cue tells, and what a plain "said" hides: duties, expectations, threats, pledges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.claims.modality.fended import fended
from dateline.find.claims.saying.branding import brands, slurs
from dateline.find.claims.saying.disowned import calls_false
from dateline.find.claims.saying.duty import (
    awaited,
    bidden,
    bound,
    needed,
    ordered,
    overdue,
    stressed,
    terms,
    waived,
)
from dateline.find.claims.saying.menace import (
    aims,
    answers,
    answers_any,
    brandishes,
    dealt,
    lapses,
    menaces,
    on_condition,
    or_else,
    strikes,
    subdues,
    suffers,
    told_aside,
    unless,
    warns,
)
from dateline.find.claims.saying.own import own_act
from dateline.find.claims.saying.standing import against, binding, bystander, names_side, official, side_of
from dateline.find.claims.saying.withheld import withheld
from dateline.find.notes import Frame, Sentence, Word
from dateline.find.sentences.dependents import dependent, dependents, has_dependent, under
from dateline.find.sentences.distance import VERBS
from dateline.find.sentences.tags import FIRST, NOUNS
from dateline.model import Actor, Attribution, Span, Stance
from dateline.phenomena import words_of
from dateline.phenomena.types import BLOWS, VIOLENT
from dateline.words.mood import load_acts
from dateline.words.speech import load_speech

__all__ = [
    "NOBODY",
    "blamed",
    "concedes",
    "done_to",
    "main_verbs",
    "of_mishap",
    "saying_of",
    "unsaid",
]

HOSTILE: Final = BLOWS | {"clash", "threat"}
"""What threatens whomever it is promised to; to retake a region is promised to one's own."""

RAZING: Final = "looting"
"""The phenomenon of what is burnt or wrecked: who says they will burn it down threatens."""

SENDING: Final = "reinforcement"
"""The phenomenon of troops that are sent somewhere."""

HARMING: Final = HOSTILE | {"casualty_figure", "detention"}
"""What whoever holds somebody may do to them."""

NOBODY: Final = frozenset({"no", "neither", "none", "nobody"})
"""What opens the words for a speaker where nobody speaks."""


def saying_of(group: Group) -> Stance:
    """What the voice of a group does by its words."""
    voice, head = group.voice, group.head
    if voice is None and head is not None and head.type == "demand" and or_else(group.sentence):
        return "threatens"
    if voice is None or unsaid(group):
        return "asserts"
    if voice.stance in ("promises", "threatens") and any(f.negated and f.type in BLOWS for f in group.frames):
        return "promises"
    if voice.stance == "promises" and any(_harms(f) and done_to(group, f) for f in _vowed_acts(group)):
        return "threatens"
    if voice.stance == "threatens" and head is None and not voice.voices:
        return "asserts"  # "revolts broke out, threatening the grip of old kings"
    if voice.stance == "demands" and or_else(group.sentence):
        return "threatens"
    if voice.stance == "accuses" and not voice.voices and (_nobody_named(group, voice) or _described(group, voice)):
        return "asserts"
    if voice.stance == "accuses" and of_mishap(group):
        return "asserts"
    if voice.stance != "asserts":
        return voice.stance
    if not voice.voices and _hoped_of(group, voice):
        return "demands"
    verbs = main_verbs(group.sentence, voice)
    if calls_false(group.sentence, voice, verbs):
        return "denies"
    if brands(group.sentence, voice, verbs) or slurs(group.sentence, voice):
        return "accuses"
    return "demands" if stressed(group.sentence, voice) else _hidden(group, voice, verbs)


def _hoped_of(group: Group, voice: Attribution) -> bool:
    """Whether somebody in office hopes that another side will act: "hopes that the parties will keep the truce"."""
    words, acts = group.sentence.words, load_acts()
    cue = group.sentence.words_in(voice.cue)
    told = voice.speaker
    if told is None or not any(word.lemma in acts.hoping for word in cue):
        return False
    hoping = [actor for actor in group.actors if told.start <= actor.start < told.end]
    sides = {side_of(actor) for actor in hoping}
    if not any(map(binding, hoping)):
        return False
    for verb in main_verbs(group.sentence, voice):
        below = dependents(words, verb)
        subject = next((w for w in below if w.dep == "nsubj"), None)
        if subject is not None and any(w.dep == "aux" and w.lower in acts.ahead for w in below):
            other = any(names_side(a, subject) and side_of(a) not in sides for a in group.actors)
            return subject.tag != "PRP" and (other or subject.lemma in ("party", "side"))
    return False


def _nobody_named(group: Group, voice: Attribution) -> bool:
    """Whether a thing is told as alleged that nobody is told to have done: "were allegedly killed"."""
    cue = group.sentence.words_in(voice.cue)
    alleged = any(word.lower in load_speech().adverbs and word.tag == "RB" for word in cue)
    return alleged and (group.head is None or not group.head.by)


def of_mishap(group: Group) -> bool:
    """Whether what is blamed is nobody's will: "blamed the deaths on cholera", "blamed heavy rain for the landslide"."""
    words, acts = group.sentence.words, [group.sentence.words[group.head.head]] if group.head is not None else []
    for cue in (w for w in (*acts, *group.cue) if w.lemma in load_acts().blaming):
        led = (w for w in group.sentence.subtree(cue.i) if w.dep == "prep" and w.lower == "on" and w.i > cue.i)
        on = [cause for prep in led for cause in dependents(words, prep, "pobj")]
        blamed = on or dependents(words, cue, "dobj")
        if blamed and blamed[-1].lemma in words_of("mishaps"):
            return True
    return False


def _described(group: Group, voice: Attribution) -> bool:
    """Whether a charge only tells of whom something else is told: "men accused of plotting were tried"."""
    cue = group.sentence.words_in(voice.cue)
    charged = any(word.tag == "VBN" and word.dep in ("acl", "amod") for word in cue)
    return charged and group.head is not None and group.head.type != "accusation"


def _vowed_acts(group: Group) -> Sequence[Frame]:
    """The acts that may be what is vowed: the head, and where that is only the vow itself, what one vows to do."""
    head, words = group.head, group.sentence.words
    if head is None or head.phenomenon != "promise":
        return () if head is None else (head,)
    acts = (frame for frame in group.frames if words[frame.head].tag == "VB")
    return [act for act in acts if has_dependent(words, words[act.head], "dobj", "ccomp")]


def _harms(act: Frame) -> bool:
    """Whether an act harms somebody; whoever vows "to kill" counts no dead."""
    return act.type in HOSTILE or (act.type == "casualty_figure" and not act.negated)


def done_to(group: Group, head: Frame) -> bool:
    """Whether a hostile act is itself what is vowed: not one that is to be ended, nor what only tells of whom a vow is."""
    word = group.sentence.words[head.head]
    above = group.sentence.words[word.head]
    if group.voice is not None and head.trigger.overlaps(group.voice.cue):
        return True
    if (word.dep == "pobj" and above.lower == "against") or word.lemma == "die":
        return False  # "will fight against attacks on our faith", "vowed to die a martyr"
    if word.tag.startswith("NN") and not dealt(group.sentence.words, word):
        return False
    if word.dep in ("acl", "relcl", "amod", "advcl") or above.lemma in load_acts().ending:
        return False
    return not fended(group.sentence, word.i)


def concedes(group: Group) -> bool:
    """Whether a voice admits what it tells, and so charges nobody else with it: "the truce was broken, it conceded"."""
    return any(word.lemma in load_acts().conceding for word in group.cue)


def unsaid(group: Group) -> bool:
    """Whether a voice is told not to have said, or not to have denied, a thing: "did not specify whether"."""
    if group.voice is None:
        return False
    who = group.sentence.words_in(group.voice.speaker)
    if any(word.lower in NOBODY for word in who[:1]):
        return True
    words, cue = group.sentence.words, group.cue
    if any(w.dep == "neg" or _neither(words, w) or waived(words, w) for w in cue):
        return True
    if group.voice.stance == "accuses" and any(withheld(words, w) for w in cue):
        return True
    if group.voice.stance == "promises" and any(w.lower == "no" for w in cue):
        return True  # "gave no guarantee that the road would stay open"
    if group.voice.stance == "accuses" and any(
        child.tag == "MD" for w in cue for child in dependents(words, _helped(words, w))
    ):
        return True  # "sanctions that they could blame" blames nobody, nor does "will be found and held accountable"
    return any(_silent(words, verb) for verb in main_verbs(group.sentence, group.voice)[:1])


def _helped(words: Sequence[Word], verb: Word) -> Word:
    """The verb that has the helping verbs of another: the first of two that share them."""
    return words[verb.head] if verb.dep == "conj" and verb.tag == "VBN" == words[verb.head].tag else verb


def _silent(words: Sequence[Word], verb: Word) -> bool:
    """Whether what is said is that nothing will be: "would not comment on the raid"."""
    below = dependents(words, verb)
    ahead = any(w.dep == "aux" and w.lower in load_acts().ahead for w in below)
    return ahead and verb.lemma in load_acts().withholding and any(w.dep == "neg" for w in below)


def _neither(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb is the second of two that nobody did: "neither confirm nor deny", "would not confirm or deny it"."""
    first = words[verb.head]
    if verb.dep != "conj" or verb.tag != first.tag:
        return False
    joined = {w.lower for w in dependents(words, first, "cc", "preconj")}
    return "nor" in joined or ("or" in joined and has_dependent(words, first, "neg"))


def blamed(sentence: Sentence, span: Span) -> Word | None:
    """Whom a participle blames within a span: "… were killed, blaming the army for the raid"."""
    words = sentence.words
    for word in sentence.words_in(span):
        if word.tag == "VBG" and word.lemma in load_acts().blaming and word.dep in ("acl", "advcl"):
            return dependent(words, word, "dobj")
    return None


def _hidden(group: Group, voice: Attribution, verbs: Sequence[Word]) -> Stance:
    """What is done with a plain "said": what must be is demanded, what the speaker's own side will do is promised."""
    found: list[Stance] = []
    for verb in (v for v in verbs if not _asked(group.sentence, v)):
        found += [stance for rule in RULES if (stance := rule(group, voice, verb)) is not None][:1]
    if found:
        return "threatens" if found[0] == "promises" and "threatens" in found else found[0]
    whole = Span(voice.content.start, max(voice.content.end, group.span.end))
    return "accuses" if blamed(group.sentence, whole) else "asserts"


def _asked(sentence: Sentence, verb: Word) -> bool:
    """Whether a verb stands in a question: "Would they bomb the port?"."""
    return next((w.text for w in sentence.words[verb.i :] if w.text in ENDS), "") == "?"


ENDS: Final = frozenset({"?", '"', "”", "'", "’", "!", "."})
"""What may end a clause, or the words quoted."""


def _helpers(sentence: Sentence, verb: Word) -> set[str]:
    """The helping verbs of a verb."""
    return {w.lower for w in dependents(sentence.words, verb, "aux")}


def _outright(group: Group, voice: Attribution, verb: Word) -> Stance | None:
    """What is disowned, done by saying so, or held against another side."""
    sentence = group.sentence
    if (done := _performed(sentence, verb) or _disclaimed(group, voice, verb)) is not None:
        return done
    feigned = _feigned(sentence, verb) and any(map(_takes_sides, voice.voices))
    return "accuses" if feigned and not own_act(group, voice, verb) else None


def _menacing(group: Group, voice: Attribution, verb: Word) -> Stance | None:
    """What threatens though nobody is told to strike: a target named, a reprisal, the end of a deal, guns within range."""
    sentence = group.sentence
    ahead = _helpers(sentence, verb) & load_acts().ahead
    acting, bound_to = any(map(official, voice.voices)), any(map(binding, voice.voices))
    aimed = aims(sentence.words, verb) and (warns(sentence, voice) or bound_to)
    repaid = acting and ahead and menaces(sentence.words, verb)
    left = bound_to and ahead and lapses(sentence, verb)
    return "threatens" if aimed or repaid or left or (acting and brandishes(sentence, voice)) else None


def _asked_for(group: Group, voice: Attribution, verb: Word) -> Stance | None:
    """What a side says must be, is waited for, is needed, or ordered outright."""
    sentence = group.sentence
    acting, bound_to = any(map(official, voice.voices)), any(map(binding, voice.voices))
    strict = _helpers(sentence, verb) & load_acts().strict
    asked = any(word.text == "?" for word in sentence.words)
    if not asked and bound(sentence, verb) and (bound_to or strict):
        return "threatens" if or_else(sentence) else "demands"
    if bound_to and (overdue(sentence, verb) or terms(sentence, verb)):
        return "demands"
    if (awaited(sentence, verb) and bound_to) or (needed(sentence, verb) and acting):
        return "demands"
    if voice.direct and ordered(verb, sentence.words) and acting:
        return "threatens" if or_else(sentence) else "demands"
    return None


def _vowed(group: Group, voice: Attribution, verb: Word) -> Stance | None:
    """What one's own side will or may do."""
    acts, sentence = load_acts(), group.sentence
    helpers = _helpers(sentence, verb)
    wished = "would" in helpers and verb.lemma in acts.liking
    ahead = (helpers & acts.ahead and "have" not in helpers and not wished) or _ready(sentence, verb)
    if _silent(sentence.words, verb) or suffers(sentence.words, verb):
        return None
    if ahead and not _after_deed(group, verb) and own_act(group, voice, verb):
        return _pledge(group, verb)
    if "will" in helpers and unless(sentence) and _dealt_to(group, verb) and any(map(official, voice.voices)):
        return "threatens"
    negated = any(w.dep == "neg" or w.lower == "longer" for w in dependents(sentence.words, verb))
    may = helpers & MAY and not negated and warns(sentence, voice) and not all(map(bystander, voice.voices))
    return "threatens" if may and own_act(group, voice, verb) else None


RULES: Final[tuple[Callable[[Group, Attribution, Word], Stance | None], ...]] = (
    _outright,
    _menacing,
    _asked_for,
    _vowed,
)
"""What is done by a verb of what is said, by rules in a row: the first that knows one."""


def _after_deed(group: Group, verb: Word) -> bool:
    """Whether what is promised only follows a deed that is told first: "had left the port and would not come back"."""
    head, words, at = group.head, group.sentence.words, verb
    if head is None or head.type not in VIOLENT or head.negated:
        return False
    while at.dep == "conj" and at.i != head.head:
        at = words[at.head]
    return verb.dep == "conj" and at.i == head.head


def _dealt_to(group: Group, verb: Word) -> bool:
    """Whether harm is told to be done to somebody by whoever speaks, who is left out: "the hostages will be killed"."""
    below = dependents(group.sentence.words, verb)
    passive = any(w.dep == "auxpass" for w in below) and not any(w.dep in ("agent", "neg") for w in below)
    return passive and any(f.head == verb.i and f.type in HARMING for f in group.frames)


MAY: Final = frozenset({"may", "might", "could", "can"})


def _performed(sentence: Sentence, verb: Word) -> Stance | None:
    """What is done by saying so oneself: "we demand", "I ask all sides to", "I asked the rebels to go"; None where nothing is."""
    below = dependents(sentence.words, verb)
    urged = verb.tag in ("VBD", "VBN") and has_dependent(sentence.words, verb, "dobj") and bidden(sentence.words, verb)
    cue = load_speech().verbs.get(verb.lemma) if verb.tag in ("VBP", "VB") or urged else None
    own = any(w.dep == "nsubj" and w.lower in FIRST for w in below)
    polite = verb.lemma in load_acts().urging and any(w.dep == "aux" and w.lower == "would" for w in below)
    held = any(w.dep == "neg" or (w.dep == "aux" and not polite) for w in below)
    if cue is None or cue.stance == "asserts" or not own or held:
        return None
    if "calling" in cue.takes:
        return cue.stance if any(w.dep == "prep" and w.lower in cue.prepositions for w in below) else None
    asks = cue.stance != "demands" or any(w.dep in ("ccomp", "xcomp", "prep") for w in below)
    return cue.stance if asks or any(w.dep == "dobj" and w.tag in NOUNS for w in below) else None


def _disclaimed(group: Group, voice: Attribution, verb: Word) -> Stance | None:
    """Whether one's own side is said to have had no part in it: "had nothing to do with", "had no hand in", "did not call for"."""
    words = group.sentence.words
    below = dependents(words, verb)
    taken = [w for w in below if w.dep == "dobj"] if verb.lemma == "have" else []
    nothing = any(w.lower == "nothing" for w in taken)
    apart = any(
        w.lemma in load_acts().shares and any(child.lower == "no" for child in dependents(words, w)) for w in taken
    )
    cue = load_speech().verbs.get(verb.lemma)
    unasked = cue is not None and cue.stance in ("demands", "threatens") and any(w.dep == "neg" for w in below)
    past = any(w.dep == "aux" and w.lower in ("did", "have", "has", "had") for w in below)
    parts = nothing and any(w.lemma == "do" for w in under(words, verb))
    return "denies" if (parts or apart or (unasked and past)) and own_act(group, voice, verb) else None


def _feigned(sentence: Sentence, verb: Word) -> bool:
    """Whether what somebody does is said to serve for something else: "using the truce to regroup", "to buy time"."""
    acts, words = load_acts(), sentence.words
    for word in under(words, verb):
        below = dependents(words, word)
        gained = word.lemma in acts.gaining and any(w.dep == "dobj" and w.lemma == "time" for w in below)
        if (gained or word.lemma in acts.feigning) and any(w.lower == "to" and w.dep == "aux" for w in below):
            return True
    return False


def _takes_sides(actor: Actor) -> bool:
    """Whether somebody stands for a side or against one: "a rebel spokesman", "an opposition member"."""
    return binding(actor) or against(actor)


def _pledge(group: Group, verb: Word) -> Stance:
    """Threats and promises: what one's own side is about to do, and whether it is done to somebody."""
    head, words = group.head, group.sentence.words
    negated = any(w.dep == "neg" or w.lower == "no" for w in under(words, verb))
    whole = head is not None and head.phenomenon == "promise"
    kinds = {frame.type for frame in group.frames if whole or frame.head == verb.i}
    razes = any(f.head == verb.i and f.phenomenon == RAZING for f in group.frames)
    deadly = any(f.head == verb.i and f.type == "casualty_figure" and not f.negated for f in group.frames)
    kills = deadly and any(w.lower not in OURSELVES for w in dependents(words, verb, "dobj"))
    aside = head is not None and told_aside(words, verb, words[head.head])
    hostile = (
        head is not None and not aside and done_to(group, head) and not kinds.union((head.type,)).isdisjoint(HOSTILE)
    )
    sends = any(f.head == verb.i and f.phenomenon == SENDING for f in group.frames)
    warned = group.voice is not None and warns(group.sentence, group.voice)
    repaid = answers_any(words, verb)
    hostile = (
        hostile
        or any(repaid is not None and f.head == repaid.i and f.type in VIOLENT for f in group.frames)
        or kills
        or razes
        or (sends and (warned or subdues(words, verb)))
        or strikes(words, verb)
        or (answers(words, verb) and on_condition(group.sentence, group.span))
    )
    return "threatens" if (hostile and not negated) or unless(group.sentence) else "promises"


OURSELVES: Final = frozenset({"me", "us"})


def main_verbs(sentence: Sentence, voice: Attribution) -> list[Word]:
    """The main verbs of what is said in this sentence: those that nothing within the content governs, and what is
    coordinated with them."""
    inside = sentence.words_in(voice.content)
    numbers = {word.i for word in inside}
    top = {w.i for w in inside if w.tag in (*VERBS, "MD") and (w.head not in numbers or w.head == w.i)}
    agreed = {i for i in top if sentence.words[i].lemma in load_acts().agreeing}
    told: dict[int, Word] = {}
    for w in inside:
        joined = w.dep == "conj" and w.tag in VERBS and w.head in told
        if w.i in top or joined or (w.dep == "ccomp" and w.head in agreed):
            told[w.i] = w
    return list(told.values())


def _ready(sentence: Sentence, verb: Word) -> bool:
    """Whether a side says that it is ready to do something; not that it is not."""
    below = dependents(sentence.words, verb)
    ready = any(w.lemma in load_acts().ready and w.dep == "acomp" for w in below)
    return ready and not any(w.dep == "neg" or w.lower in ("yet", "never") for w in below)
