"""Slots of a noun that names a happening: those at the noun itself, and those of the verb it hangs on."""

from __future__ import annotations

from collections import defaultdict

from dateline.find.frames.fillers import RELATIVE, resolved
from dateline.find.frames.slots import ACTS, CHARGING, DYING, Slots, own_slots, prepositions, verb_slots
from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import children, dependents
from dateline.find.sentences.tags import PROPER, SUBJECTS
from dateline.phenomena import WordClass, words_of
from dateline.words.mood import load_acts
from dateline.words.speech import load_speech

__all__ = ["UNDERGOING", "noun_slots"]

SERIES = frozenset(
    "campaign wave series round string spate barrage night day commission number total dozen score hundred flurry succession".split()
)
"""Nouns for a row of happenings, or for the doing of one: "a wave of raids", "the commission of arson"."""
AIMED = ("by", "on", "against")
"""Prepositions at such a noun that tell of what it is a row of: "a wave of raids by rebels on farms"."""

UNDERTAKINGS = frozenset({"operation", "mission", "sortie", "campaign", "shell", "round"})
"""Nouns behind an act that tell no more than the act does: "strike operations", "phosphorus shells"."""

STRUCK = ("of", "on", "against", "in", "at", "near")
"""Prepositions at a blow behind which stands what it struck, or where."""

NESTING = frozenset({"of", "in", "at", "near", "outside", "on"})
"""Prepositions at what is struck that tell more of it, or where it lies."""

TALKS = frozenset({"talk", "talks", "negotiation", "dialogue", "discussion"})
ENGAGED = ("engage", "lock", "embroil")
"""Verbs of those who are told to be in a fight."""
MIDST = frozenset({"midst", "middle"})
"""Nouns for what its subject is "in", and what may stand between: "are in the midst of talks"."""

REPORTED = frozenset({"say", "report"})
"""Verbs by which a thing is told that nobody vouches for: "is said to have been dealt by rebels"."""

WORK = frozenset({"work", "handiwork", "doing"})
"""What an act is told to be of whoever dealt it: "the ambush was the work of rebels"."""

CROWDING = frozenset({"protest", "demonstration"})
"""Nouns for what the subject of a verb does "in" them: "burned tyres in protest"."""

UNDERGOING = frozenset({"come", "be", "remain"})
"""Verbs whose subject is struck where it is told to be "under" a blow."""

FACING = frozenset({"face", "endure", "suffer", "withstand", "weather"})
"""Verbs whose subject is struck by the blow that is their object: "the town endured a night of shelling"."""

REPLYING = frozenset({"respond", "retaliate", "reply"})
"""Verbs whose subject deals the blow that they do it "with": "responded with air raids"."""

CLAIMING = "claim"
PART = "part"
SHARING = frozenset({"take", "play"})
"""Verbs of whose object is a part in something."""

LINKING = tuple("on against in at near with over between from to inside outside across around".split())
"""Prepositions at a verb that may tell of its object or subject: "launched a raid [on a farm]"."""


def noun_slots(sentence: Sentence, i: int, support: WordClass, harm: WordClass) -> Slots:
    """Who fills which slot of the noun at `i`: its own prepositions, possessor and modifiers; the subject of the verb
    that supports it ("launched a raid on …") as "doer"; what it hits ("the raid killed …") as "victim"."""
    slots: Slots = defaultdict(list)
    prepositions(sentence, i, slots)
    for c in sentence.words[i].children:
        dep, tag = sentence.words[c].dep, sentence.words[c].tag
        if dep == "poss":
            slots["possessor"].append(c)
        elif dep in ("compound", "amod", "nmod") or (dep == "nsubj" and tag in PROPER and c == i - 1):
            whose = "victim" if sentence.words[c].lemma == "family" else "modifier"  # "the Haddad family massacre"
            slots[whose] += [c, *children(sentence, c, "compound", "nmod", "amod")]
            slots[whose] += children(sentence, c, "npadvmod") if sentence.words[c].lower == "led" else []
        elif dep in ("acl", "relcl"):
            inner = own_slots(sentence, c)
            slots["by" if _dealt(sentence, c, support) else "none"] += inner.get("subject", [])
            slots["by"] += _held_by(sentence, c, support)
            if sentence.words[c].lemma == CLAIMING and not children(sentence, c, "neg"):
                slots["by"] += inner.get("subject", [])  # "a raid claimed by the guild"
            if sentence.words[c].lemma in CHARGING:
                slots["by"] += inner.pop("on" if sentence.words[c].lemma == "blame" else "to", [])
            if tag == "VBN":
                for name in ("on", "against", "upon"):
                    slots[name] += inner.get(name, [])
            if tag == "VBG" or dep == "relcl":
                slots["victim"] += [f for f in inner.get("object", []) if sentence.words[f].tag not in RELATIVE]
    _governed(sentence, i, slots, support, harm)
    if (row := _series(sentence, i)) != i:
        above: Slots = defaultdict(list)
        prepositions(sentence, row, above)
        for name in AIMED:
            slots[name] += above.get(name, [])
    _nested_agent(sentence, slots)
    slots.pop("none", None)
    return {slot: resolved(sentence, fillers) for slot, fillers in slots.items() if fillers}


def _in_the_midst(sentence: Sentence, word: Word) -> list[int]:
    """Those who are told to be "in talks" or in the midst of them, or "locked in battles"."""
    words = sentence.words
    prep = words[word.head]
    if prep.lower == "of" and words[prep.head].lemma in MIDST:
        prep = words[words[prep.head].head]
    verb = words[prep.head]
    joined = ("be", "engage") if word.lemma in TALKS else ENGAGED
    if prep.lower != "in" or verb.lemma not in joined:
        return []
    outer = verb_slots(sentence, verb.i, False)
    return outer.get("subject", []) or outer.get("object", [])


def _dealt(sentence: Sentence, i: int, support: WordClass) -> bool:
    """Whether a clause behind a noun tells who did it, not who spoke of it or did something else: "the raid launched by
    the army", "that the army had ordered", but neither "condemned by the union" nor "on which the army is silent"."""
    return sentence.words[i].lemma in support.words and not children(sentence, i, "neg")


def _held_by(sentence: Sentence, i: int, support: WordClass) -> list[int]:
    """Whom an act is held to be by: "a raid believed to be by the army", "thought to have been carried out by rebels"; who filmed
    it did not do it."""
    doing = (c for c in children(sentence, i, "xcomp") if sentence.words[c].lemma in support.words | {"be"})
    for c in doing:
        by = [at for at in children(sentence, c, "prep", "agent") if sentence.words[at].lower == "by"]
        if by:
            return children(sentence, by[0], "pobj")
    return []


def _nested_agent(sentence: Sentence, slots: Slots) -> None:
    """Take the agent from inside the object: "the shelling of [a farm by soldiers]" tells who shelled, and so does "a raid on
    [a farm blamed on soldiers]"."""
    inner: Slots = defaultdict(list)
    for f in slots.get("of", ()):
        prepositions(sentence, f, inner)
    if not inner.get("by"):
        inner["by"] = [o for name in STRUCK for f in slots.get(name, ()) for o in _dealing(sentence, f)]
    for f in (f for name in ("of", "on", "against") for f in slots.get(name, ())):
        for c in children(sentence, f, "acl"):
            if sentence.words[c].lemma in CHARGING:
                blamed = own_slots(sentence, c)
                inner["by"] += blamed.get("on", []) + blamed.get("to", [])
    if inner.get("by") and not slots.get("by"):
        slots["by"] = inner["by"]


def _dealing(sentence: Sentence, i: int) -> list[int]:
    """Who dealt a blow, where the parse hangs "by" on what it struck or on the place of that: "a raid on [a mill in Gao by
    rebels]"; what something lies "by" dealt none."""
    words, waiting = sentence.words, [i]
    doing = words_of("agents") | words_of("gun") | words_of("aircraft") | words_of("drone")
    while waiting:
        at = waiting.pop()
        for c in children(sentence, at, "prep"):  # whoever is the agent of a verb runs the mill: "a mill run by rebels"
            objects = children(sentence, c, "pobj")
            if words[c].lower == "by":
                told = [o for o in objects if words[o].tag in (*PROPER, "NNS") or words[o].lemma in doing]
                if told:
                    return told
            elif words[c].lower in NESTING:
                waiting += objects
    return []


def _series(sentence: Sentence, i: int) -> int:
    """The word for a row of happenings that one is of: the wave of "a wave of raids", the operations of "strike operations";
    any other stands for itself."""
    words = sentence.words
    if words[i].dep == "compound" and words[words[i].head].lemma in UNDERTAKINGS:
        return words[i].head
    of = words[words[i].head]
    counted = words[i].dep == "pobj" and of.lower == "of" and words[of.head].lemma in SERIES
    return of.head if counted else i


def _governed(sentence: Sentence, i: int, slots: Slots, support: WordClass, harm: WordClass) -> None:
    """Fill the slots of a noun with what hangs on the verb above it: as its object, its subject, or behind a preposition."""
    top = _series(sentence, i)
    while sentence.words[top].dep == "conj" and not sentence.words[sentence.words[top].head].tag.startswith("VB"):
        top = sentence.words[top].head
    word = sentence.words[top]
    head = sentence.words[word.head]
    if word.dep == "pobj":
        _behind(sentence, i, word, slots, support, harm)
    elif head.tag.startswith("VB") and head.i != top:
        _at_verb(sentence, i, word, slots, support, harm)


def _made_known(sentence: Sentence, blow: Word, verb: Word) -> bool:
    """Whether a blow is only made known, by whoever that is: "announced the shelling of a farm", but "announced a raid"."""
    struck = any(w.lower == "of" for w in dependents(sentence.words, blow, "prep"))
    known = any(w.lower == "the" for w in dependents(sentence.words, blow, "det"))
    return verb.lemma == "announce" and blow.lemma in ACTS and struck and known


def _behind(sentence: Sentence, i: int, word: Word, slots: Slots, support: WordClass, harm: WordClass) -> None:
    """Those of a verb on which the noun hangs by a preposition: "killed in a raid", "came under fire from the hill"."""
    head = sentence.words[word.head]
    verb, shares = _carrying(sentence, head)
    if head.lower == "under" and verb.lemma in UNDERGOING:
        outer = verb_slots(sentence, verb.i, False)
        slots["victim"] += outer.get("subject", [])
        slots["by"] += outer.get("by", [])
        slots["from"] += outer.get("from", [])
    if head.lower == "with" and verb.lemma == "meet":  # "the patrol was met with gunfire from the hill"
        outer = verb_slots(sentence, verb.i, False)
        slots["victim"] += outer.get("object", [])
        slots["by"] += outer.get("from", []) + outer.get("subject", [])
    slots["doer"] += _in_the_midst(sentence, word)
    if not verb.tag.startswith("VB"):
        return
    if head.lower == "in" and word.lemma in CROWDING and head.i > verb.i:
        slots["doer"] += verb_slots(sentence, verb.i, False).get("subject", [])
    if head.lower not in ("in", "by", "from", "with", "during", "to", "under") and verb.lemma != "embark":
        return
    if verb.lemma in harm.words:
        harmed = verb_slots(sentence, verb.i, True)
        slots["victim"] += harmed.get("object", [])
        if children(sentence, verb.i, "nsubjpass") and "by" not in slots:
            slots["by"] += [f for f in harmed.get("subject", []) if f > i]  # "hit in a raid by rebels"
        if verb.lemma in DYING and "by" not in slots:
            slots["by"] += [f for f in harmed.get("by", []) if f > i]
    if verb.lemma in support.words or shares or (head.lower == "with" and verb.lemma in REPLYING):
        slots["doer"] += verb_slots(sentence, verb.i, False).get("subject", [])


def _carrying(sentence: Sentence, prep: Word) -> tuple[Word, bool]:
    """The verb that a preposition hangs on, and whether its subject has a part in what stands behind that: "took part in the
    raid", however the parse hangs "in", but not "took no part in it"."""
    words = sentence.words
    verb = words[prep.head] if words[prep.head].lower != PART else words[words[prep.head].head]
    part = next((c for c in children(sentence, verb.i, "dobj") if words[c].lower == PART), None)
    shares = prep.lower == "in" and part is not None and verb.lemma in SHARING and not children(sentence, part, "det")
    return verb, shares


def _at_verb(sentence: Sentence, i: int, word: Word, slots: Slots, support: WordClass, harm: WordClass) -> None:
    """Those of the verb of which the noun is the object or the subject: "launched a raid on", "the raid left nine dead"."""
    head = sentence.words[word.head]
    outer = verb_slots(sentence, head.i, False)
    if word.dep in ("dobj", "nsubjpass") and head.lemma in CHARGING:
        slots["by"] += outer.get("to", []) + outer.get("on", []) or slots.pop("on", [])
    if word.dep == "dobj" and "by" not in slots and head.lemma in load_speech().verbs:
        # "reported [breaches of the truce] [by the guards]", but not "laid bodies by the road"
        slots["by"] += own_slots(sentence, head.i).get("by", [])
    if word.dep == "dobj" and head.lemma in FACING:
        slots["victim"] += outer.get("subject", [])
    if word.dep in ("dobj", "nsubjpass") and head.lemma in support.words and not _made_known(sentence, word, head):
        slots["doer"] += outer.get("subject", [])
    if word.dep == "nsubjpass" and head.lemma in load_acts().supposing | REPORTED:
        slots["by"] += _held_by(sentence, head.i, support) or _at_work(sentence, head.i)
    if word.dep == "nsubj" and head.lemma in harm.words:
        slots["victim"] += outer.get("object", []) + outer.get("through", []) + outer.get("into", [])
    elif word.dep == "nsubj":
        joined = children(sentence, head.i, "conj")
        harms = (c for c in joined if sentence.words[c].lemma in harm.words)
        unowned = (c for c in harms if not children(sentence, c, *SUBJECTS))
        slots["victim"] += [f for c in unowned for f in children(sentence, c, "dobj")]
    for name in LINKING if word.dep != "ccomp" else ():  # "said on Facebook that shelling hit it"
        slots[name] += [f for f in outer.get(name, []) if f != i]
    if word.dep == "nsubj" and head.lemma == "be":
        for c in children(sentence, head.i, "acomp"):  # "clashes are common between …"
            prepositions(sentence, c, slots)
        slots["by"] += _whose_work(sentence, head.i)


def _whose_work(sentence: Sentence, be: int) -> list[int]:
    """Whose work an act is told to be by the verb at `be`: "the ambush was the work of rebels"."""
    works = (c for c in children(sentence, be, "attr") if sentence.words[c].lemma in WORK)
    return [f for c in works for f in own_slots(sentence, c).get("of", [])]


def _at_work(sentence: Sentence, held: int) -> list[int]:
    """Whose work an act is held to be: "the ambush is thought to be the work of rebels"."""
    return [f for c in children(sentence, held, "xcomp") for f in _whose_work(sentence, c)]
