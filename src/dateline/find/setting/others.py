"""Times that tell when something else was than the act beside them: a saying, a blow spoken of, a pact, who somebody is."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import pairwise
from typing import Final

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.sentences.distance import Way, upward
from dateline.find.sentences.tags import PROPER, SUBJECTS
from dateline.find.setting.days import ahead_of, one_day
from dateline.find.setting.lasting import compared
from dateline.find.setting.spoken import of_saying
from dateline.model import Claim, Time
from dateline.phenomena import words_of
from dateline.phenomena.types import BLOWS, CALLS, PACTS
from dateline.words.recall import load_recall
from dateline.words.speech import load_speech

__all__ = ["DENIED", "SAID", "next_above", "of_another"]

SAID: Final = frozenset({"statement", "demand", "threat", "meeting", "agreement"})
"""Types that are sayings themselves: the day of the saying is theirs."""

DENIED: Final = frozenset({"accusation", "denial"})
"""Types of which the act that somebody is accused of, or denies, may lie deep."""


def of_another(notes: Notes, claim: Claim, sentence: Sentence, time: Time, there: Way, head: int) -> bool:
    """Whether a time tells when something else was: a saying, a blow spoken of, what a person is told by, a pact, what is asked."""
    return (
        (_of_blow(sentence, there) if claim.type in SAID else of_saying(notes, sentence, time, claim))
        or compared(sentence, time, there)
        or _of_party(sentence, time, there)
        or (claim.type not in BLOWS and _of_cause(sentence, there))
        # "the wounded, who are now at home", tells when they are
        or (there.clauses > 0 and time.timex == "PRESENT_REF")
        or (claim.type in CALLS and _by_then(notes, claim, sentence, time))
        or (claim.modality != "actual" and _on_condition(sentence, time, there))
        or _of_subject(claim, sentence, there)
        or _was_before(sentence, there, head)
        or (claim.type not in PACTS | DENIED and _of_pact(sentence, there, head))
        or (claim.type not in SAID and one_day(time) and _of_count(sentence, there, head))
        or (claim.type not in SAID - {"agreement"} and _of_bearer(notes, claim, time, sentence, there))
    )


def _of_cause(sentence: Sentence, there: Way) -> bool:
    """Whether a time only tells for which blow something is done: "was jailed for a 2016 bombing", "over the May raid"."""
    causes = any(word.dep == "prep" and word.lower in ("over", "for", "about") for word in there.passed)
    return causes and _of_blow(sentence, there)


def _by_then(notes: Notes, claim: Claim, sentence: Sentence, time: Time) -> bool:
    """Whether a time tells by when a thing is asked, not when it was: "demanded that they leave by Friday"."""
    return _bounded(sentence, time) or (claim.type == "demand" and ahead_of(notes, time))


def _bounded(sentence: Sentence, time: Time) -> bool:
    before = (word for word in reversed(sentence.words) if word.end <= time.start)
    return next((word.lower for word in before if word.dep != "det"), None) in BOUNDS


BOUNDS: Final = frozenset({"by", "until", "till", "within"})


def _on_condition(sentence: Sentence, time: Time, there: Way) -> bool:
    """Whether a time only tells by when a condition is to be met: "should it fail to do so within a week, it will …"."""
    return _bounded(sentence, time) and any(word.dep == "advcl" for word in there.passed)


def _of_count(sentence: Sentence, there: Way, head: int) -> bool:
    """Whether a time tells when a count was brought up, and not when people died: "the toll rose to nine on Monday"."""
    line = (*there.passed, *next_above(sentence, there))
    verb = next((word for word in line if word.tag.startswith("VB")), None)
    if verb is None or not any(word.i == verb.i for word in upward(sentence, head)):
        return False
    counts = [w for w in dependents(sentence.words, verb, "nsubj") if w.lemma in COUNTS]
    return bool(counts) and not any(word in counts for word in there.passed)


COUNTS: Final = frozenset({"toll", "tally"})
"""Nouns for a count, which somebody brings up to date."""


def _of_bearer(notes: Notes, claim: Claim, time: Time, sentence: Sentence, there: Way) -> bool:
    """Whether a time of long ago only tells something of who bears an act: "a baker born in 1971", "the men taken in May"; a
    clause that counts the victims tells the act itself."""
    published = notes.report.published.when
    if published is None or time.when is None or published.start - time.when.end <= LONG_AGO:
        return False
    for low, high in pairwise((*there.passed, *next_above(sentence, there))):
        if low.dep in ("acl", "relcl") and high.tag.startswith("NN") and not _happens(high):
            return not _counts(claim, sentence, low)
    return False


def _counts(claim: Claim, sentence: Sentence, clause: Word) -> bool:
    """Whether a clause counts those of whom a claim tells."""
    below = sentence.subtree(clause.i)
    return any(below[0].start <= figure.start < below[-1].end for figure in claim.figures)


def _of_subject(claim: Claim, sentence: Sentence, there: Way) -> bool:
    """Whether a time stands in a clause on the side about who acts, or about anybody where something is said: "the mayor, who fled
    on Monday, blamed the guard", "in Goma, freed a week ago, the union spoke"."""
    for low, high in pairwise((*there.passed, *next_above(sentence, there))):
        if claim.type in SAID and _of_place(sentence, low):
            return True
        if low.dep not in ("acl", "relcl") or not high.tag.startswith("N") or _happens(high) or _strikes(high):
            continue
        spoke = (low.dep == "acl" and low.tag == "VBG") or low.lemma in load_speech().verbs
        if spoke or _counts(claim, sentence, low):
            return False  # who blames somebody "speaking on Monday" does so on Monday
        apart = sentence.words[sentence.subtree(low.i)[0].i - 1].text in APART
        said = claim.type in SAID - {"meeting"}
        return (apart and said) or (_of_doer(sentence, high) and (apart or said))
    return False


def _was_before(sentence: Sentence, there: Way, head: int) -> bool:
    """Whether a time tells of what was, and the act is what is now: "the port rose up in May, and it is now under attack"."""
    for word in upward(sentence, head):
        first = sentence.words[word.head]
        if word.dep == "conj" and word.tag in ("VBZ", "VBP") and first.tag == "VBD":
            line = (*there.passed, *next_above(sentence, there))
            return has_dependent(sentence.words, word, *SUBJECTS) and any(w.i == first.i for w in line)
    return False


def _of_place(sentence: Sentence, clause: Word) -> bool:
    """Whether a participle tells of the place before it, which the parse may hang below it: "in Goma, freed a week ago, …"."""
    before = sentence.words[max(0, clause.i - 2) : clause.i]
    bare = clause.tag in ("VBN", "VBD") and not has_dependent(sentence.words, clause, *SUBJECTS)
    return bare and len(before) == 2 and before[0].dep == "pobj" and before[0].tag in PROPER and before[1].text == ","


APART: Final = frozenset({",", "-", "--", "\u2013", "\u2014", "("})
"""What stands before a clause on the side."""


def _strikes(noun: Word) -> bool:
    """Whether a noun is of what explodes: the bomb "that went off on Monday" killed then."""
    return any(noun.lemma in words_of(name) for name in ("bomb", "gun", "missile", "blow"))


def _of_doer(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun stands in the subject of a verb."""
    for word in upward(sentence, noun.i):
        if word.dep in SUBJECTS:
            return True
        if word.tag.startswith("V"):
            return False
    return False


LONG_AGO: Final = timedelta(days=30)
"""How long before publication a time ended that tells who somebody is; a later one is rather that of the story."""


def _happens(noun: Word) -> bool:
    recall = load_recall()
    told = recall.blows | recall.happenings | recall.pacts
    return (noun.tag == "NN" and noun.lemma.endswith("ing")) or noun.lemma in told


def _of_blow(sentence: Sentence, there: Way) -> bool:
    """Whether a time only tells which blow is spoken of: "Tuesday's strike"."""
    for low, high in pairwise((*there.passed, *next_above(sentence, there))):
        if high.lemma in load_recall().blows and low.dep in ("poss", "compound", "nmod", "amod", "nummod"):
            return True
    return False


def _of_party(sentence: Sentence, time: Time, there: Way) -> bool:
    """Whether a time only tells who somebody is: "Ruiz, the runner-up in 2008, warned", "the chief, in power since 2001"."""
    if IN_OFFICE.search(sentence.text, max(0, time.start - sentence.start - OFFICE), time.start - sentence.start):
        return True
    return there.passed[1:2] != () and there.passed[1].dep == "prep" and any(w.dep == "appos" for w in there.passed[2:])


IN_OFFICE: Final = re.compile(r"\bin (?:power|office|charge) (?:since|for|after)(?: \w+){0,2} $")
"""What somebody has held since a time that tells nothing of the act."""

OFFICE: Final = 40
"""Characters before a time within which that stands."""


def _of_pact(sentence: Sentence, there: Way, head: int) -> bool:
    """Whether a time only tells which truce or deal is kept or broken: "the freeze that began on Monday", "the May deal"."""
    tied = False
    for low, high in pairwise((*there.passed, *next_above(sentence, there))):
        tied = tied or low.dep in ("poss", "compound", "nmod", "acl", "relcl") or low.lower == "of"
        if tied and high.i != head and high.lemma in load_recall().pacts:
            return True
    return False


def next_above(sentence: Sentence, there: Way) -> tuple[Word, ...]:
    return (sentence.words[there.passed[-1].head],) if there.passed else ()
