"""The tense around a time expression: whether what it dates lies behind, ahead, or is bounded by "since" or "until"."""

from __future__ import annotations

import re

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.model import Time
from dateline.words.lemmas import lemma
from dateline.words.timex import Expression, ahead, awaited, unchanged

__all__ = ["PLURAL", "tense_of"]

WILL = frozenset(("will", "shall", "'ll", "wo"))
PAST = frozenset(("was", "were", "did", "have", "has", "'ve"))
IS = frozenset(("is", "are", "'s"))
SETTLING = {"since": "since", "until": "until", "till": "until", "by": "until", "later than": "until", "as of": "since"}
PLURAL = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)days", re.IGNORECASE)
"""A weekday in the plural, or one whose owner lost its apostrophe."""


def tense_of(sentence: Sentence, expression: Expression | Time) -> str:
    """The tense around an expression: past, present or future; or the word that settles it, since or until."""
    at = next((word.i for word in sentence.words if word.end > expression.start), None)
    if at is None:
        return "past"
    last = at
    while last + 1 < len(sentence.words) and sentence.words[last + 1].start < expression.end:
        last += 1
    if last + 1 < len(sentence.words) and sentence.words[last + 1].tag == "POS":
        return (
            "future"
            if _climbed(sentence, sentence.words[last], at) == "future" or _still_to_come(sentence, last)
            else "past"
        )
    if expression.type == "DATE" and PLURAL.fullmatch(
        sentence.text, expression.start - sentence.start, expression.end - sentence.start
    ):
        return "past"
    if last + 1 < len(sentence.words) and sentence.words[last + 1].lower in ("onward", "onwards"):
        return "since"
    if _set_for(sentence, at, last):
        return "until"
    ahead_of_it = [word.lower for word in sentence.words[max(0, at - 2) : at]]
    if len(ahead_of_it) == 2 and (pair := SETTLING.get(" ".join(ahead_of_it))):
        return pair
    if ("due" in ahead_of_it and not _had(sentence, at)) or "effective" in ahead_of_it:
        return "future"
    if ahead_of_it[-1:] and ahead_of_it[-1] in STARTING and any(word.tag == "MD" for word in sentence.words[:at]):
        return "future"
    if _to_begin(sentence, at):
        return "future"
    tense = _climbed(sentence, sentence.words[last], at)
    settled = SETTLING.get(ahead_of_it[-1]) if ahead_of_it else None
    return tense if settled is None or (settled == "until" and tense == "perfect") else settled


STARTING = frozenset(("starting", "beginning", "commencing"))
"""What tells when a thing to come begins: "they would hold talks, starting on Monday"."""


HALTS = frozenset(("truce", "ceasefire", "fire", "pause", "lull", "halt", "freeze", "cessation"))
"""What is announced or agreed on before it begins."""


def _to_begin(sentence: Sentence, at: int) -> bool:
    """Whether a day is that from which a truce is to hold that somebody just makes: "declared a truce from noon on Friday"."""
    words = sentence.words
    if at < 2 or words[at - 1].lower not in STARTING | {"from"}:
        return False
    verb = next((w for w in reversed(words[:at]) if w.tag[:2] == "VB" and w.i < at - 1), None)
    made = verb is not None and verb.lemma in SETTING | {"agree", "order", "offer"} and not _had(sentence, verb.i)
    return made and verb is not None and any(word.lemma in HALTS for word in words[verb.i : at])


TERMS = frozenset(("deadline", "ultimatum"))
SETTING = frozenset(("set", "give", "impose", "announce", "issue", "extend", "fix", "declare"))
"""Verbs by which a time limit is made, which then lies ahead: "set a Friday deadline", "gave them a deadline of Sunday"."""


def _set_for(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a day is that of a time limit which somebody set, and had not set before."""
    words = sentence.words
    at = last + 1 if last + 1 < len(words) and words[last + 1].lemma in TERMS else None
    if at is None and first > 1 and words[first - 1].lower in ("of", "for") and words[first - 2].lemma in TERMS:
        at = first - 2
    if at is None:
        return False
    verb = words[words[at].head]
    return verb.lemma in SETTING and not _had(sentence, verb.i)


def _still_to_come(sentence: Sentence, day: int) -> bool:
    """Whether what a day owns was still awaited: "Thursday's planned march"."""
    owned = sentence.words[sentence.words[day].head]
    return any({w.lemma, w.lemma + "e"} & awaited() for w in dependents(sentence.words, owned) if w.tag == "VBN")


def _climbed(sentence: Sentence, word: Word, start: int) -> str:
    """The tense of the verb a word hangs on. A noun between them names something known, unless "will" is said."""
    noun, last = False, word.i
    for _ in range(12):
        if word.tag[:2] in ("VB", "MD"):
            tense = _verb_tense(sentence, word)
            return "future" if tense == "will" else "known" if noun else tense
        if word.head == word.i:
            break
        word = sentence.words[word.head]
        noun = noun or (word.tag[:2] == "NN" and not start <= word.i <= last)
    return "past"


def _verb_tense(sentence: Sentence, verb: Word) -> str:
    """past, perfect (had done), present, future, or will, where that is said."""
    helpers = dependents(sentence.words, verb, "aux", "auxpass")
    said = {helper.lower for helper in helpers}
    if said & WILL:
        return "will"
    if "had" in said or "'d" in said:
        return "perfect"
    if verb.tag in ("VBN", "VBD") and {verb.lemma, verb.lemma + "e"} & awaited():
        if any(w.lower in ("originally", "initially", "previously") for w in dependents(sentence.words, verb)):
            return "past"
        if any(w.lower == "as" for w in dependents(sentence.words, verb)) and verb.head != verb.i:
            return _verb_tense(sentence, sentence.words[verb.head])  # "left, as planned, on Monday"
        return "future"
    if said & PAST or verb.tag == "VBD" or (verb.tag in ("VB", "VBP") and not helpers and _past_form(verb.lower)):
        return "past"
    head = sentence.words[verb.head]
    if verb.tag == "VB" and verb.dep == "conj" and not helpers and head.tag[:2] == "VB" and head.i < verb.i:
        return _verb_tense(sentence, head)
    if any(helper.tag == "TO" for helper in helpers):
        if head.lemma == "be" and head.tag in ("VBZ", "VBP"):
            return "will"  # "the council is to meet on Thursday"
        if _had(sentence, head.i):
            return "past"
        if head.lemma in UNDERTAKEN and verb.dep == "acl" and sentence.words[head.head].tag == "VBD":
            return "past"  # "launched an offensive to take the port on May 3"
        if (head.lower in ABLE or _ranked(sentence, head)) and head.head != head.i:
            return _verb_tense(sentence, sentence.words[head.head])
        return "past" if head.tag in ("VBD", "VBN") and not {head.lemma, head.lemma + "e"} & ahead() else "future"
    if any(helper.tag == "MD" for helper in helpers):
        # "could not be reached on Monday" was tried on Monday; "could come on Monday" is still ahead.
        return "past" if "could" in said and _denied(sentence, verb) else "future"
    if verb.tag == "VBN":
        asked = said & IS and any(w.lower in ("if", "unless") for w in dependents(sentence.words, verb))
        return "future" if asked else "past"  # "unless it is paid on Friday"
    if verb.tag == "VBG" and not helpers:
        return "past" if head.i == verb.i or head.tag[:2] != "VB" else _verb_tense(sentence, head)
    return "present" if verb.lemma in ("say", "be", "have") else "future"


UNDERTAKEN = frozenset(
    "offensive operation campaign attack assault raid attempt bid effort push mission drive advance".split()
)
"""What was undertaken on the day that is told beside what it was for."""

ABLE = frozenset(("able", "unable"))
"""What somebody was, and so did or did not do a thing then: "she was able to leave on Monday"."""


def _ranked(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun is the first or the last to do a thing, which so was done: "the first state to send aid on Monday"."""
    return noun.lower in RANKS or any(w.lower in RANKS for w in dependents(sentence.words, noun))


RANKS = frozenset(("first", "second", "third", "last", "latest", "only"))


def _had(sentence: Sentence, at: int) -> bool:
    """Whether what is awaited was so before: "had been due to expire on Friday"."""
    return any(word.lower == "had" for word in sentence.words[max(0, at - BEEN) : at])


BEEN = 3
"""Words before "due" or "scheduled" within which "had" puts it into the past."""


def _denied(sentence: Sentence, verb: Word) -> bool:
    """Whether a verb is negated, or its subject: "neither he nor she could be reached"."""
    near = dependents(sentence.words, verb)
    return any(
        word.dep == "neg" or any(sentence.words[i].lower in NOBODY for i in (word.i, *word.children)) for word in near
    )


NOBODY = frozenset(("neither", "nor", "no", "none", "nobody"))


def _past_form(lower: str) -> bool:
    """Whether a verb the tagger took for a present has the form of a past: "retook", "bombed", "hit"."""
    return lower in unchanged() or (lemma(lower, "VBD") != lower and not lower.endswith("eed"))
