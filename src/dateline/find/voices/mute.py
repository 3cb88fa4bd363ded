"""Verbs of saying that say nothing where they stand: parts of names, acts, what is so called, what is only quoted."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.find.notes import Word
from dateline.find.sentences.clauses import FINITE, is_infinitive, is_taking, kept_from, object_of
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.voices.subjects import clipped
from dateline.phenomena import words_of
from dateline.words.speech import Cue, Speech, load_speech

__all__ = ["held_by_nobody", "is_act", "is_mute", "of_name"]


def is_mute(words: Sequence[Word], verb: Word, cue: Cue, speech: Speech) -> bool:
    """Whether the verb says nothing, or only hands on whose words follow."""
    idle = _idle(words, verb) or _opens_recap(words, verb) or (cue.human and _by_a_thing(words, verb))
    idle = idle or (
        verb.lemma == "call" and any(w.lower == "off" for w in words[verb.i + 1 : verb.i + 2])
    )  # "called off the truce"
    idle = idle or _set_right(words, verb) or _raised_by_deeds(words, verb)
    return idle or _as_was_said(words, verb) or _passes_on(words, verb, speech) or _intended(words, verb, cue)


def _as_was_said(words: Sequence[Word], verb: Word) -> bool:
    """Whether a participle only tells that what is done was said before: "freed the crew as promised", "left, as agreed, on Monday"."""
    ends = verb.i + 1 >= len(words) or words[verb.i + 1].text in (".", ",", ";", "!", "?")
    return verb.tag in ("VBN", "VBD") and verb.i > 1 and words[verb.i - 1].lower == "as" and ends


def _set_right(words: Sequence[Word], verb: Word) -> bool:
    """Whether somebody only said a number that the report sets right: "nine died, not 20 as the rebels claimed"."""
    opens = next((w.i for w in reversed(words[max(0, verb.i - CLAIMED) : verb.i]) if w.lower == "as"), None)
    if opens is None or verb.lemma in BEARS_OUT or any(w.text in (",", ";") for w in words[opens : verb.i]):
        return False
    at = opens - 1 - (words[opens - 1].text == ",")
    at -= words[at].tag in ("NNS", "NN")
    before = [w.lower for w in words[max(0, at - 3) : at]]
    return words[at].tag == "CD" and (before[-1:] == ["not"] or before[-2:] in (["rather", "than"], ["instead", "of"]))


BEARS_OUT = frozenset({"confirm", "verify", "acknowledge", "admit", "concede", "clarify"})
"""Verbs by which somebody says that what was told before them is so."""

CLAIMED = 7
"""The most words of who claimed a number that is set right."""


def _raised_by_deeds(words: Sequence[Word], verb: Word) -> bool:
    """Whether it is those who died that raise a toll, and nobody tells it: "two more died, raising the toll to nine"; not "said
    the ministry, raising the toll"."""
    free = verb.tag == "VBG" and verb.dep in ("advcl", "acl") and not has_dependent(words, verb, "nsubj")
    return free and verb.lemma in ("raise", "lift") and words[verb.head].lemma not in load_speech().verbs


def _by_a_thing(words: Sequence[Word], verb: Word) -> bool:
    """Whether what does it to somebody is no one: "were blasted by a mine"."""
    agents = (object_of(words, w) for w in dependents(words, verb, "agent"))
    doers = [*dependents(words, verb, "nsubj"), *(words[at] for at in agents if at is not None)]
    return any(w.lemma in load_speech().blind for w in doers)


def _opens_recap(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb only tells that what follows was reported before, or expected: "As earlier reported, …"."""
    closed = 0 < verb.i < RECAP_WITHIN and verb.i + 1 < len(words) and words[verb.i + 1].text == ","
    return closed and words[0].lower == "as" and all(w.tag == "RB" for w in words[1 : verb.i])


RECAP_WITHIN = 4
"""The highest number of a verb that opens a sentence so."""


def is_act(words: Sequence[Word], verb: Word) -> bool:
    """Whether something is done and not said: "added two rooms", "responded to the shelling", "denied them entry"."""
    return (
        _does(words, verb)
        or _answers(words, verb)
        or _withholds(words, verb)
        or _hides(words, verb)
        or _prays(words, verb)
        or _looms(words, verb)
        or _lays(words, verb)
        or _commits(words, verb)
        or _undergone(words, verb)
        or kept_from(words, verb)
    )


def of_name(words: Sequence[Word], verb: Word) -> bool:
    """Whether what the parser takes for a verb is a part of a name ("Pyu Saw Htee"), or of an aside ("(continues below)")."""
    if verb.i == 0 or verb.i + 1 >= len(words):
        return False
    if words[verb.i - 1].text in ("(", "["):
        return True
    if not verb.text[0].isupper() or not words[verb.i - 1].text[0].isupper() or not words[verb.i + 1].text[0].isupper():
        return False
    return any(w.tag in FINITE and w.text.islower() for w in words)


def _does(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb that hands on clauses has an object instead, and is an act: "added two rooms", "continued its raids"."""
    inverted = words[verb.i - 1].text in MARKED and not has_dependent(words, verb, "nsubj")
    if verb.lemma not in load_speech().doing or inverted:
        return False
    below = [w for w in dependents(words, verb) if w.i > verb.i]
    taken = next((w for w in below if w.dep == "dobj"), None)
    plain = taken is not None and taken.tag in ("NN", "NNS", "NNP") and words[verb.i + 1].text not in MARKED
    return plain and not any(w.dep in ("ccomp", "xcomp", "prt") or w.text in (":", ",") for w in below)


MARKED = ('"', "``", "''", "'", ":", ",")


def _answers(words: Sequence[Word], verb: Word) -> bool:
    """Whether an attack is answered, or answers, by deeds: "responded to the shelling", "responded with more shelling"."""
    if verb.lemma not in ("respond", "react", "reply"):
        return False
    behind = (object_of(words, w) for w in dependents(words, verb) if w.lower in ("to", "with"))
    return any(at is not None and words[at].lemma in load_speech().blows for at in behind)


def _withholds(words: Sequence[Word], verb: Word) -> bool:
    """Whether what is denied is kept from somebody by deeds: "denied them entry", "was denied bail"."""
    if verb.lemma not in ("deny", "refuse"):
        return False
    kept = dependents(words, verb, "dobj", "nsubjpass", "oprd")
    return any(w.lemma in load_speech().withheld for w in kept)


def _hides(words: Sequence[Word], verb: Word) -> bool:
    """Whether somebody only asks not to be named: "a guard who pleaded anonymity", "asked not to be identified"."""
    below = dependents(words, verb)
    return any(
        (w.dep == "dobj" and w.lower == "anonymity") or (w.dep in ("xcomp", "ccomp") and w.lower in HIDDEN)
        for w in below
    )


def _prays(words: Sequence[Word], verb: Word) -> bool:
    """Whether what is asked is asked of a god: "asked that God grant them mercy"."""
    clauses = dependents(words, verb, "ccomp", "dobj", "dative")
    return verb.lemma in ("ask", "call", "appeal", "urge") and any(
        w.lower in GODS or any(child.lower in GODS for child in dependents(words, w, "nsubj")) for w in clauses
    )


GODS = frozenset({"god", "allah", "lord"})


HIDDEN = ("identified", "named", "quoted")
"""What somebody asks not to be, or refuses to be, who tells a thing unnamed."""


def _undergone(words: Sequence[Word], verb: Word) -> bool:
    """Whether it is only told that somebody was threatened or ordered, by whom is not said: "Threatened with death, the clerk left"."""
    active = has_dependent(words, verb, "agent", "nsubj", "aux", "mark", "dobj")
    return verb.lemma in UNDERGONE and verb.tag == "VBN" and verb.dep == "advcl" and not active


UNDERGONE = frozenset({"threaten", "order", "urge", "warn", "tell", "invite"})
"""What is said to somebody, of whom the participle then stands: "Ordered to leave, the crew sailed"."""


def _commits(words: Sequence[Word], verb: Word) -> bool:
    """Whether a crime is committed by somebody, who commits themselves to nothing: "killings committed by the guard"."""
    return verb.lemma == "commit" and has_dependent(words, verb, "agent")


def _lays(words: Sequence[Word], verb: Word) -> bool:
    """Whether something is laid, and no law: "laid down their arms", "laid a wreath"."""
    return verb.lemma == "lay" and any(w.lemma in load_speech().laid for w in dependents(words, verb, "dobj"))


def _looms(words: Sequence[Word], verb: Word) -> bool:
    """Whether what threatens is no one, or only a danger: "the rains threaten to cut the road", "too few to threaten him",
    "the rebels now threaten the town"."""
    if verb.lemma != "threaten":
        return False
    below = dependents(words, verb)
    aim = verb.dep in ("advcl", "acl", "ccomp") and verb.tag == "VB" and any(w.dep == "dobj" for w in below)
    danger = any(w.lemma in words_of("endangered") for w in below if w.dep == "dobj")
    said = any(w.dep == "xcomp" or w.lower == "with" for w in below)
    return aim or (danger and not said) or any(w.lemma in load_speech().blind for w in below if w.dep == "nsubj")


def _intended(words: Sequence[Word], verb: Word, cue: Cue) -> bool:
    """Whether a participle behind a thing only tells what it is meant for, or where a paper is: "talks aimed at an end",
    "a statement posted on its site".
    """
    below = dependents(words, verb)
    told = any(w.dep in ("agent", "ccomp", "xcomp", "dobj") or w.lower == "by" for w in below)
    if verb.tag != "VBN" or verb.dep != "acl" or (told and cue.vouches) or any(w.lower == "by" for w in below):
        return False
    return words[verb.head].lemma in load_speech().papers or (not cue.vouches and verb.head == verb.i - 1)


def _passes_on(words: Sequence[Word], verb: Word, speech: Speech) -> bool:
    """Whether a verb only tells whose words follow: "cited an officer as saying"; those are the saying."""
    if verb.lemma not in ("quote", "cite"):
        return False
    if verb.tag == "VBN" and words[verb.i - 1].lower == "as":
        return True  # "he said, as quoted by Interfax"
    if (
        verb.tag == "VBN"
        and verb.dep == "acl"
        and words[words[verb.head].head].lemma in speech.verbs
        and words[verb.head].dep == "nsubj"
    ):
        return True  # "the officer quoted by Interfax said"
    after = (w for w in dependents(words, verb) if w.lower == "as")
    return any(child.tag == "VBG" and child.lemma in speech.verbs for w in after for child in dependents(words, w))


def held_by_nobody(cue: Cue) -> bool:
    """Whether an attitude without its holder says nothing: "cars were backed up", not "is thought to be"."""
    return not cue.vouches and "to" not in cue.takes and not {"saying", "object"} <= cue.takes


def _idle(words: Sequence[Word], verb: Word) -> bool:
    """Whether the verb says nothing here: "that is to say", "so-called", "known as", "continued to fight"."""
    return _set_phrase(words, verb) or is_taking(words, verb) or _means_a_deed(words, verb) or _only_named(words, verb)


def _set_phrase(words: Sequence[Word], verb: Word) -> bool:
    """Whether the words right around a verb make a phrase with it that says nothing: "needless to say", "pressed on"."""
    before = words[verb.i - 1].lower if verb.i else ""
    after = words[verb.i + 1].lower if verb.i + 1 < len(words) else ""
    if before == "-" and words[verb.i - 1].end == verb.start:
        return True
    if verb.lemma == "say":
        ahead = before == "to" and verb.i > 1 and words[verb.i - 2].lower in ("is", "needless")
        return ahead or (is_infinitive(words, verb) and words[verb.head].lower in ("safe", "fair", "easy", "hard"))
    if verb.lower == "compared" and verb.dep in ("advcl", "prep", "acl"):
        return after in ("with", "to")
    if verb.lemma == "order" and before == "in":
        return after == "to"
    return after in FOLLOWED.get(verb.lemma, ())


FOLLOWED = {
    "plead": ("guilty", "innocent", "not", "no"),
    "press": ("on", "ahead", "forward", "into"),
    "swear": ("in",),
}
"""What makes another verb of one when it follows: "pleaded guilty to two counts", "pressed ahead"."""


def _means_a_deed(words: Sequence[Word], verb: Word) -> bool:
    """Whether what hangs on a verb, or does not, makes it tell of a deed."""
    below = dependents(words, verb)
    if verb.lemma == "continue" and any(w.dep == "xcomp" for w in below):
        return True
    if verb.lemma == "find" and verb.tag == "VBN" and not any(w.dep in TOLD for w in below):
        return any(w.dep == "agent" for w in below)  # "nine boys were found by soldiers"
    if verb.lemma == "charge" and not any(w.dep in ("dobj", "nsubjpass", "ccomp") for w in below):
        return True  # "the guards charged with clubs"
    if verb.lemma == "appear" and not any(w.dep in TOLD or w.lower == "to" for w in below):
        return True  # "appeared at a rally"
    if verb.lemma == "call" and any((w.dep == "prt" and w.lower in CALLED) or w.tag == "CD" for w in below):
        return True  # "the army was called in to restore calm", "she called 911"
    if verb.lemma == "call" and any(w.dep == "auxpass" for w in below) and not any(w.dep in NAMING for w in below):
        return True  # "a helicopter was called to help with the search"
    return verb.dep == "ccomp" and words[verb.head].lemma == "let"


def _only_named(words: Sequence[Word], verb: Word) -> bool:
    """Whether a participle only tells what somebody is called: "two teachers identified as Ana and Omar"."""
    after = words[verb.i + 1].lower if verb.i + 1 < len(words) else ""
    if verb.lower == "known" and after in ("as", "for", "by"):
        return True
    if verb.dep != "acl":
        return False
    own = verb.tag == "VBD" and has_dependent(words, verb, "nsubj", "oprd", "dobj")
    named = verb.lower in NAMED and not own and after not in ("on", "upon", "for", "to", "by")
    return (named and clipped(words, verb) is None) or (verb.tag == "VBN" and after == "as")


CALLED = ("in", "up", "off", "out")
"""Particles by which somebody is fetched, or a thing ended, and nothing asked for."""

NAMING = ("oprd", "ccomp", "attr", "prep", "dobj", "agent")
"""What follows "was called" where it names, or asks for a thing."""

TOLD = ("xcomp", "ccomp", "oprd", "acomp")

NAMED = frozenset({"called", "named", "dubbed", "nicknamed"})
"""What follows a noun to tell its name: "a village called Orum"."""
