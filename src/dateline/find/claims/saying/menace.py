"""What threatens in what is said: what will be done to whoever strikes, a war to be fought, a duty with its "or else"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependent, dependents, under
from dateline.find.sentences.tags import ANY_SUBJECT, FIRST
from dateline.model import Attribution, Span
from dateline.phenomena import words_of
from dateline.words.mood import load_acts

__all__ = [
    "aims",
    "answers",
    "answers_any",
    "brandishes",
    "dealt",
    "fights_wrong",
    "lapses",
    "menaces",
    "on_condition",
    "or_else",
    "strikes",
    "subdues",
    "suffers",
    "told_aside",
    "turned",
    "unless",
    "warns",
]


def menaces(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb tells what will be done to whoever strikes: "will be met with force", "will not go unpunished",
    "will bear the consequences", "will be treated as enemies".
    """
    acts, below = load_acts(), list(under(words, verb))
    passive = any(w.dep == "auxpass" and w.head == verb.i for w in below)
    if verb.lemma == "go":
        return any(w.lower in acts.unanswered for w in below) and any(w.dep == "neg" for w in below)
    if verb.lemma in acts.regarding and passive:
        return any(w.lemma in acts.hostile and w.dep == "pobj" for w in below)
    if verb.lemma in acts.answering and passive:
        return any(w.lemma in acts.reprisals for w in below) or verb.lemma != "meet"
    if passive and verb.lemma in acts.striking | SLAIN and _whoever(words, verb):
        return True
    things = [w for w in below if w.lemma in acts.reprisals and w.head == verb.i]
    borne = any(w.dep in ("dobj", "nsubj", "attr") for w in things)
    harsh = any(w.lower in acts.harsh for w in below)
    if verb.lemma == "be":  # "a strong answer will be needed" threatens nobody
        there = any(w.dep == "expl" for w in below)
        harsh = harsh if there else any(w.dep == "acomp" and w.lower in acts.harsh for w in below)
    if verb.lemma == "regret":
        return not any(w.dep == "nsubj" and w.lower in FIRST for w in dependents(words, verb))
    if verb.lemma == "pay" and not any(w.dep == "dobj" for w in below):
        return any(
            w.dep == "nsubj" and w.head == verb.i and (w.lower in GUILTY or w.lemma in acts.slurs) for w in below
        )
    bears = verb.lemma in acts.bearing and not suffers(words, verb)
    return borne and (bears or (verb.lemma in acts.dealing and harsh))


SLAIN: Final = frozenset({"shoot", "kill", "target", "bomb", "sink", "hit", "execute", "hang", "burn", "down"})
"""What is done to whoever comes, besides what those do who strike: "anybody on the bridge will be shot"."""

WHOEVER: Final = frozenset({"any", "anyone", "anybody", "everyone", "everybody", "whoever", "every", "those"})


def _whoever(words: Sequence[Word], verb: Word) -> bool:
    """Whether it is left open to whom a thing will be done: "any plane over the port will be shot down"."""
    subjects = dependents(words, verb, "nsubjpass", "csubjpass")
    return any(not WHOEVER.isdisjoint({w.lower, *(x.lower for x in dependents(words, w))}) for w in subjects)


GUILTY: Final = frozenset({"those", "whoever", "culprit", "culprits", "perpetrators", "killers"})
"""Who will pay, if nothing tells what: "those behind the raid will pay"."""


def suffers(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb tells what those who speak will bear themselves: "we will pay a heavy price"."""
    below = dependents(words, verb)
    ours = any(w.dep == "nsubj" and w.lower in FIRST for w in below)
    return ours and verb.lemma in load_acts().bearing and any(w.lemma in load_acts().reprisals for w in below)


def aims(words: Sequence[Word], verb: Word) -> bool:
    """Whether somebody is called a target: "the bases are now legitimate targets"; what could be one is only feared for."""
    below = dependents(words, verb)
    feared = any(w.dep == "aux" and w.lower in ("could", "may", "might", "can") for w in below)
    none = any(w.dep in ("neg", "preconj") or w.lower == "neither" for w in under(words, verb))
    targets = [w for w in below if w.lemma == "target" and w.dep == "attr"]
    told = verb.tag == "VBD" and not any(
        child.lower in ("legitimate", "fair") for w in targets for child in dependents(words, w)
    )
    return verb.lemma == "be" and not feared and not none and not told and len(targets) > 0


def lapses(sentence: Sentence, verb: Word) -> bool:
    """Whether a verb tells that a deal will end if something goes on: "the truce would collapse if the raids went on"."""
    acts, below = load_acts(), dependents(sentence.words, verb)
    ended = verb.lemma in acts.lapsing or (verb.lemma == "be" and any(w.lower in acts.lapsed for w in below))
    of_pact = any(w.dep == "nsubj" and w.lemma in acts.pacts for w in below)
    marks = {word.lower for w in below if w.dep == "advcl" for word in dependents(sentence.words, w)}
    return ended and of_pact and not marks.isdisjoint(acts.conditions)


def warns(sentence: Sentence, voice: Attribution) -> bool:
    """Whether what is said is a warning."""
    cue = sentence.words_in(voice.cue)
    return any(word.lemma in load_acts().warning for word in cue)


def strikes(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb tells of fighting somebody: "will fight on", "will enter a war"; to fight hunger, or against attacks on a
    faith, threatens nobody.
    """
    acts = load_acts()
    taken = all(_somebody(w) for w in dependents(words, verb, "dobj"))
    waged = any(w.lemma in acts.waged for w in under(words, verb))
    return waged or (verb.lemma in acts.striking and taken and not fights_wrong(words, verb))


def subdues(words: Sequence[Word], verb: Word) -> bool:
    """Whether somebody is told to be sent to fight: "will send soldiers to crush the revolt"."""
    aims_at = dependents(words, verb, "advcl")
    return any(strikes(words, aim) or aim.lemma in load_acts().subduing for aim in aims_at)


def fights_wrong(words: Sequence[Word], verb: Word) -> bool:
    """Whether a thing, and nobody, is what a verb says one fights: "against poverty", "fight the ruling"; who retaliates
    against a blow does so against whoever deals it."""
    foes = [child for w in dependents(words, verb) if w.lower == "against" for child in dependents(words, w)]
    foes += dependents(words, verb, "dobj") if verb.lemma == "fight" else []
    dealt_by = words_of("blow") if verb.lemma != "fight" else ()
    return any(w.tag in ("NN", "NNS") and not _somebody(w) and w.lemma not in dealt_by for w in foes)


def _somebody(word: Word) -> bool:
    """Whether a word tells of people, as far as a list or a pronoun knows."""
    return word.lower in ("them", "him", "her") or word.lemma in words_of("forces") | words_of("agents")


def dealt(words: Sequence[Word], noun: Word) -> bool:
    """Whether an act that a noun names is what is done: "launch a wave of raids", "the raids will go on"; not "tell of the raid",
    "shield the town from raids", "have no raids".
    """
    if any(w.lower == "no" for w in dependents(words, noun)):
        return False
    if noun.dep != "pobj":
        return True
    prep = words[noun.head]
    if prep.lower != "of":
        return prep.lower not in APART
    return words[prep.head].lemma in words_of("quantities") | COURSE and dealt(words, words[prep.head])


APART: Final = frozenset(
    "from against about over during after before since until to between despite amid following on".split()
)
"""What stands before an act that is not itself done."""

COURSE: Final = frozenset({"campaign", "barrage", "state", "act", "use", "course", "kind", "sort"})
"""What, besides a number of them, an act can be: "a campaign of raids"."""


def answers(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb tells of an answer by force: "will respond", "will hit back"; to a letter one replies otherwise."""
    below = dependents(words, verb)
    return verb.lemma in load_acts().replying and not any(w.dep in ("dobj", "ccomp") or w.lower == "to" for w in below)


def answers_any(words: Sequence[Word], verb: Word) -> Word | None:
    """What an answer is told to be to, whenever it comes: the incursion of "will respond to any incursion"."""
    if verb.lemma not in load_acts().replying:
        return None
    told = (child for w in dependents(words, verb) if w.lower == "to" for child in dependents(words, w, "pobj"))
    return next((w for w in told if any(d.lower == "any" for d in dependents(words, w, "det"))), None)


def unless(sentence: Sentence) -> bool:
    """Whether what one will do hangs on another's not doing something, or going on with it: "if they do not leave", "unless
    they leave", "if not, …", "should they refuse".
    """
    acts = load_acts()
    if any(a.lower == "if" and b.lower == "not" for a, b in pairwise(sentence.words[:3])):
        return True
    for word in sentence.words:
        if turned(sentence, word) or (word.dep in ("mark", "advmod") and word.lower in acts.conditions):
            clause = sentence.words[word.head]
            told = [clause, *under(sentence.words, clause)]
            if word.lower == "unless" or any(w.dep == "neg" or w.lower in ("no", "not") for w in told):
                return True
            if clause.lemma in acts.balking:
                return True
    return False


def on_condition(sentence: Sentence, span: Span) -> bool:
    """Whether what is said within a span hangs on a condition: "if", "unless", "should he stay"."""
    marks = load_acts().conditions
    return any(
        (word.lower in marks and word.dep in ("mark", "prep", "advmod")) or turned(sentence, word)
        for word in sentence.words_in(span)
    )


def turned(sentence: Sentence, word: Word) -> bool:
    """Whether "should" opens a condition, before its subject: "should he stay"."""
    clause = sentence.words[word.head]
    if word.lower != "should" or word.dep != "aux" or clause.dep not in ("advcl", "ccomp"):
        return False
    subject = dependent(sentence.words, clause, *ANY_SUBJECT)
    return subject is not None and word.i < subject.i and sentence.words[-1].text != "?"


def or_else(sentence: Sentence) -> bool:
    """Whether a duty comes with what follows if it is not kept: "or face", "otherwise they will fire"."""
    lowers = [word.lower for word in sentence.words]
    ends = any(a == "or" and b in ("else", "face", "risk") for a, b in pairwise(lowers))
    return ends or any(_else(sentence.words, word) for word in sentence.words[1:] if word.lower == "otherwise")


def _else(words: Sequence[Word], word: Word) -> bool:
    """Whether "otherwise" opens what follows; not "the otherwise calm port", "unless otherwise agreed", "said otherwise"."""
    verb, modal = words[word.head], next((w for w in words[word.i + 2 : word.i + 5] if w.tag == "MD"), None)
    follows = modal is not None and words[modal.head].i > modal.i
    return follows or (verb.tag.startswith(("VB", "MD")) and verb.i > word.i + 1)


@cache
def _brandished() -> re.Pattern[str]:
    """One pattern for the phrases that threaten by themselves."""
    return re.compile(r"\b(?:" + "|".join(sorted(load_acts().brandished)) + r")\b", re.IGNORECASE)


def brandishes(sentence: Sentence, voice: Attribution) -> bool:
    """Whether a voice says what threatens without telling an act: "all options are on the table", "within range of our guns"."""
    start, end = max(voice.content.start, sentence.start), min(voice.content.end, sentence.end)
    return _brandished().search(sentence.text[start - sentence.start : end - sentence.start]) is not None


def told_aside(words: Sequence[Word], verb: Word, act: Word) -> bool:
    """Whether an act only tells of whom a vow is, or when it is kept: "a woman whom soldiers had robbed will be heard", "when
    they attack we will leave"."""
    for _ in range(DEEPEST):
        if act.i in (verb.i, act.head):
            return False
        opened = any(w.lower in OPENING for w in dependents(words, act, "mark", "advmod"))
        if act.dep in ("relcl", "acl") or (act.dep == "advcl" and (opened or act.tag in ("VBD", "VBN"))):
            return True
        act = words[act.head]
    return False


OPENING: Final = frozenset({"when", "whenever", "while", "as", "if", "once"})

DEEPEST: Final = 6
"""Words from an act up to the verb of the vow that it may belong to."""
