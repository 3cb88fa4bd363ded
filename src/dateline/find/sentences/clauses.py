"""The parse of one sentence, asked plainly: how far a word reaches, what a preposition governs, whether a verb closes."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.sentences.tags import TENSED
from dateline.words.calendar import WEEKDAYS
from dateline.words.recall import load_recall
from dateline.words.speech import Cue, load_speech

__all__ = [
    "BELONGS", "FINITE", "NOISES", "TELLS", "VERBAL", "closes", "extent", "finite", "is_aimed", "is_carried", "is_infinitive", "is_passive", "is_taking",
    "kept_from", "object_of", "opening",
]  # fmt: skip

FINITE = frozenset("VBD VBZ VBP MD".split())


VERBAL = FINITE | {"VBN"}
"""Tags that show a whole clause: the parser takes many a past tense for a participle ("Raids on the port killed two …")."""

BELONGS = frozenset("aux auxpass neg".split())


TELLS = frozenset("tell inform notify assure reassure remind brief".split())


NOISES = frozenset("chant shout yell cry scream roar cheer jeer wail howl bellow whisper mutter sing".split())
"""What people do without words as well: "as the crowd chanted" hands on no clause before it."""


OWN = frozenset("nsubj nsubjpass aux auxpass dobj".split())
"""Relations of what a verb has that is not only the second of two."""

MOVED = frozenset("convince persuade assure reassure inform".split())
"""What is done to somebody by words: "convinced that" tells of their belief."""


def extent(sentence: Sentence, i: int) -> tuple[int, int]:
    inside = sentence.subtree(i)
    return inside[0].i, inside[-1].i + 1


def object_of(words: Sequence[Word], preposition: Word) -> int | None:
    return next((w.i for w in dependents(words, preposition, "pobj")), None)


def opening(words: Sequence[Word], verb: Word) -> int:
    at = verb.i
    while at > 0 and words[at - 1].head == verb.i and words[at - 1].dep in (*BELONGS, "advmod"):
        at -= 1
    return at


def is_passive(words: Sequence[Word], verb: Word) -> bool:
    """Whether the verb is said of its subject: with "was", or without it where nothing else is the verb's object
    ("a clerk accused of theft", "Pilots told to wait").
    """
    children = dependents(words, verb)
    if any(c.dep == "auxpass" for c in children):
        return True
    if verb.tag == "VBN" and verb.dep == "acl" and any(c.dep == "agent" for c in children):
        return True
    first = words[verb.head]
    if verb.tag == "VBN" == first.tag and verb.dep == "conj" and not any(c.dep in OWN for c in children):
        return is_passive(words, first)  # "were arrested and accused of theft"
    after = words[verb.i + 1] if verb.i + 1 < len(words) else None
    if after is None or verb.lemma not in load_speech().addressed or verb.tag not in ("VBN", "VBD"):
        return False
    helped = any(c.dep == "aux" for c in children)
    led = (
        after.tag == "TO"
        or (after.lower == "that" and verb.lemma in MOVED)
        or (after.head == verb.i and after.lower in ("for", "of", "over", "by"))
    )
    return led and not helped and not any(c.dep in ("dobj", "dative", "iobj") and c.i > verb.i for c in children)


def closes(words: Sequence[Word], verb: Word, cue: Cue) -> bool:
    """Whether nothing is said after the verb: at most when, where, to whom, or that more was added."""
    for child in (w for w in dependents(words, verb) if w.i > verb.i):
        act = child.tag == "VBG" and child.lemma not in load_speech().verbs  # "denied hitting", not "reported citing"
        if child.dep == "xcomp" and child.i == verb.i + 1 and act:
            return False
        own = child.tag != "VBG" or has_dependent(words, child, "nsubj")
        if child.dep in ("ccomp", "xcomp", "oprd", "acomp") and own:
            return False
        taken = child.dep == "dobj" and verb.lemma not in TELLS and bool(cue.takes - {"saying"})
        if taken or (child.dep == "prep" and child.lower in cue.prepositions):
            return False
    for word in words[verb.i + 1 :]:
        if word.tag in ("VBG", "WDT", "WP", "WRB") or word.lower in (
            "as",
            "while",
            "after",
            "when",
            "and",
            "but",
            "without",
        ):
            return True
        if word.tag in FINITE or word.text == ":" or word.lower == "that" or word.tag == "``":
            return False
    return True


def is_infinitive(words: Sequence[Word], verb: Word) -> bool:
    return verb.tag == "VB" and any(w.tag == "TO" for w in dependents(words, verb))


def is_carried(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb only fills another that says nothing itself: "went on to describe", "tried to defend"."""
    governor = words[verb.head]
    silent = governor.lemma == "continue" or governor.lemma not in load_speech().verbs
    helps = (governor.tag.startswith("VB") and silent) or governor.lower in PROMPT
    onward = verb.dep == "advcl" and any(w.tag == "RP" and w.i == verb.i - 2 for w in dependents(words, governor))
    return (verb.dep == "xcomp" or onward) and helps and governor.i < verb.i


PROMPT = frozenset({"quick", "careful", "slow", "late", "first", "last"})
"""How somebody is who says a thing: "was quick to deny"."""


def is_taking(words: Sequence[Word], verb: Word) -> bool:
    """Whether something is claimed, or sought, without words: "claimed nine lives", "sought shelter in a mill", "swore allegiance"."""
    owned = load_speech().owned
    return verb.lemma in ("claim", "seek", "pledge", "swear") and any(
        words[c].lemma in owned for c in (*verb.children, verb.head)
    )


def kept_from(words: Sequence[Word], verb: Word) -> bool:
    """Whether somebody is kept from doing a thing: "to prevent them from threatening the king", "refrained from blaming it"; not
    what is done beside another thing, "apart from blaming it".
    """
    kept = verb.dep == "pcomp" and words[verb.head].lower == "from"
    return kept and words[verb.head - 1].lower not in ("apart", "aside")


def finite(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb tells what is or was, without a helper of what may, must or will be."""
    tags = {verb.tag} | {w.tag for w in dependents(words, verb, "aux", "auxpass")}
    return "MD" not in tags and not tags.isdisjoint(TENSED)


def is_aimed(words: Sequence[Word], blow: Word) -> bool:
    """Whether a noun names a blow that struck somebody: whose it is told to be dealt it, "Rabat's bombardment of Dura"."""
    aims = (w for w in dependents(words, blow, "prep") if w.lower in ("of", "on", "against"))
    struck = (object_of(words, aim) for aim in aims if blow.lemma in load_recall().blows)
    return any(at is not None and words[at].lower not in WEEKDAYS for at in struck)
