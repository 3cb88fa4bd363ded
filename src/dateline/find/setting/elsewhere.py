"""Places in the words of a claim that are not where its act was: where others went, talked, or did the like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import Way
from dateline.find.sentences.likeness import likened
from dateline.find.sentences.tags import SUBJECTS
from dateline.words.places import load_place_words
from dateline.words.recall import load_recall

__all__ = ["at_border", "beside_the_point", "elsewhere", "gathered", "hosting", "of_a_pact", "spoken_in", "treated_in"]

AHEAD: Final = frozenset({"to", "towards", "toward", "on", "for", "into", "from"})
"""Prepositions before a goal that was not reached yet, or where those who act set out from."""

FROM: Final = frozenset({"from"})
ROADS: Final = frozenset({"road", "way", "route", "journey"})
"""What leads somewhere, and is not yet there."""

WITH: Final = frozenset({"with", "to"})
"""Prepositions between a border and the land beyond it."""

ANSWERED: Final = frozenset({"to", "for", "over"})
"""Prepositions between an answer and what it answers."""

HELD: Final = ("prep", "compound", "poss", "nmod")
"""How a place hangs on the name of a gathering that was held there."""

HIT: Final = SUBJECTS | {"dobj"}
"""What a gathering is to the verb of what befalls it."""

SEATED: Final = frozenset({"in", "at", "from", "near", "outside", "during", "after"})
"""Prepositions between a seat or an origin and its place."""

THAN: Final = frozenset({"than", "unlike"})
AS: Final = frozenset({"as", "than"})
TALKING: Final = SUBJECTS | {"appos"}


def elsewhere(sentence: Sentence, there: Way, act: int) -> bool:
    """Whether the way from a place to an act shows that the act was not there: "marching on X", "officials in X are debating"."""
    passed = there.passed
    return (
        beside_the_point(sentence, passed)
        or _ahead(sentence, passed, act)
        or _answered(sentence, passed)
        or _at_home(sentence, passed)
        or _of_whom(sentence, passed, act)
        or _set_against(sentence, passed)
        or (there.clauses > 0 and (_of_talkers(passed) or _of_another(passed)))
    )


def beside_the_point(sentence: Sentence, passed: Sequence[Word]) -> bool:
    """Whether the words on the way up from a place show that nothing told happened there: "on the border with X"."""
    return _beyond(passed) or _compared(sentence, passed) or _likeness(sentence, passed)


def _likeness(sentence: Sentence, passed: Sequence[Word]) -> bool:
    """Whether a name only stands for what happened there: "another Somalia", "turn into a new Somalia"."""
    below = dependents(sentence.words, passed[0]) if passed else []
    return any(word.dep == "det" and word.lower in ("a", "an", "another") for word in below)


TOLD: Final = frozenset({"say", "tell", "speak", "announce", "warn", "add"})


def spoken_in(sentence: Sentence, word: Word) -> bool:
    """Whether a place is only where somebody spoke: "told lawmakers in Ankara"."""
    before = sentence.words[word.head]
    verb = sentence.words[before.head]
    verb = sentence.words[verb.head] if verb.tag.startswith("NN") and verb.dep == "dobj" else verb
    return word.dep == "pobj" and before.lower == "in" and verb.lemma in TOLD


def _ahead(sentence: Sentence, passed: Sequence[Word], act: int) -> bool:
    """Whether those who act were only on their way there, or set out from there.

    Where the going itself is told, its goal is the nearest place, and so it is of "a new advance on X".
    """
    heading = load_place_words().heading
    return any(
        high.lemma in heading
        and high.i != act
        and low.lower in (FROM if high.tag.startswith("NN") and high.lemma not in ROADS else AHEAD)
        for low, high in pairwise((*passed, *_next(sentence, passed)))
    )


def _beyond(passed: Sequence[Word]) -> bool:
    """Whether a land lies beyond a border: "on the border with Chad"."""
    borders = load_place_words().frontiers
    return any(low.lower in WITH and high.lemma in borders for low, high in pairwise(passed))


def at_border(sentence: Sentence, passed: Sequence[Word]) -> bool:
    """Whether a name only tells which border something is near: "in the east, near the Chad border"."""
    return passed[0].dep in HELD[1:] and sentence.words[passed[0].head].lemma in load_place_words().frontiers


def _compared(sentence: Sentence, passed: Sequence[Word]) -> bool:
    """Whether the place is only that of something like the act: "as quickly as leaders in Egypt did", "unlike in Egypt"."""
    done = any(word.lower in THAN or (word.dep == "advcl" and _like(sentence, word)) for word in passed)
    return done or likened(sentence, (*passed, *_next(sentence, passed)))


def _answered(sentence: Sentence, passed: Sequence[Word]) -> bool:
    """Whether the act only answers a blow that was dealt there: "in response to shelling of X", "to avenge the raid on X".

    What answers protests in a town is done in that town.
    """
    words, blows = load_place_words(), load_recall().blows
    above = (*passed, *_next(sentence, passed))
    for blow, low, high in zip(above, above[1:], above[2:], strict=False):
        if low.lower in ANSWERED and high.lemma in words.replies and blow.lemma in blows | words.shots:
            return True
    return any(low.dep == "dobj" and high.lemma == "avenge" for low, high in pairwise(above))


def _at_home(sentence: Sentence, passed: Sequence[Word]) -> bool:
    """Whether a place only tells where somebody is from or has a seat: "a council based in X", "she was from X"."""
    homes = load_place_words().homes
    for low, high in pairwise((*passed, *_next(sentence, passed))):
        if low.lower in SEATED and high.lemma in homes and high.tag.startswith("V"):
            return True
        if low.lower == "from" and high.i < low.i and (high.lemma == "be" or high.tag in ("NNP", "NNPS")):
            return True
    return False


def _of_whom(sentence: Sentence, passed: Sequence[Word], act: int) -> bool:
    """Whether a clause only tells where somebody else is than those who act or suffer: "to stop the return of Ruiz, who was in X"."""
    for verb in passed:
        if verb.dep == "relcl" and verb.lemma == "be" and sentence.words[verb.head].head != act:
            return any(word.lower == "who" for word in dependents(sentence.words, verb, *SUBJECTS))
    return False


def treated_in(passed: Sequence[Word]) -> bool:
    """Whether the words on the way up from a place tell that the hurt were brought or treated there: "died in a hospital in X"."""
    words = load_place_words()
    for low, high in pairwise(passed):
        if high.lemma in words.brought and low.dep == "prep":
            return True
    ward = any(word.lemma in words.wards for word in passed)
    return ward and any(word.lemma in words.treated for word in passed)


def gathered(sentence: Sentence, passed: Sequence[Word], act: int) -> bool:
    """Whether a place is only where people met: "after a summit in X, jets struck"; but not "a bomb hit a meeting in X"."""
    gatherings = load_place_words().gatherings
    for low, high in pairwise((*passed, *_next(sentence, passed))):
        if high.lemma in gatherings and high.i != act and low.dep in HELD:
            above = sentence.words[high.head]
            return high.dep not in HIT and not (high.dep == "pobj" and above.head == act)
    return False


def of_a_pact(sentence: Sentence, passed: Sequence[Word]) -> bool:
    """Whether a place only names an agreement that was reached there: "since the X accord", "under a deal struck in X".

    Where a truce is to hold may name it too: only of a place abroad does this tell that nothing happened there.
    """
    words = load_place_words()
    for low, high in pairwise((*passed, *_next(sentence, passed))):
        if high.lemma in words.pacts and low.dep in HELD:
            return True
        if (
            high.lemma in words.reached
            and low.lower in SEATED
            and (high.lemma != "strike" or _struck_a_deal(sentence, high))
        ):
            return True
    return False


def _struck_a_deal(sentence: Sentence, strike: Word) -> bool:
    """Whether an agreement was struck, and no blow: "under a deal struck in X", but not "aircraft struck in X"."""
    beside = (sentence.words[strike.head], *dependents(sentence.words, strike))
    return any(word.lemma in load_place_words().pacts for word in beside)


def hosting(sentence: Sentence, at: int) -> bool:
    """Whether a verb tells that its subject holds people who came to it: "shelters", "is home to"."""
    verb = sentence.words[at]
    home = any(w.lower == "home" for w in dependents(sentence.words, verb))
    return verb.lemma in load_place_words().hosts or (verb.lemma == "be" and home)


def _like(sentence: Sentence, verb: Word) -> bool:
    """Whether a clause stands for the act told before it: "as they did in Egypt"."""
    marks = (w.lower for w in dependents(sentence.words, verb) if w.i < verb.i)
    return verb.lemma in ("do", "be", "have") and verb.tag != "VBG" and any(mark in AS for mark in marks)


def _set_against(sentence: Sentence, passed: Sequence[Word]) -> bool:
    """Whether the place stands in a clause of its own that is set against the act's: "but the siege of X went on"."""
    last = passed[-1] if passed else None
    if last is None or not last.tag.startswith("V"):
        return False
    beside = dependents(sentence.words, sentence.words[last.head])
    return last.dep == "conj" and any(word.lower == "but" and word.dep == "cc" for word in beside)


def _of_talkers(passed: Sequence[Word]) -> bool:
    """Whether the place is where those are who talk of the act: "officials in Paris are debating whether …"."""
    talkers = load_place_words().talkers
    return any(low.dep == "prep" and high.dep in TALKING and high.lemma in talkers for low, high in pairwise(passed))


def _of_another(passed: Sequence[Word]) -> bool:
    """Whether the place only tells who somebody is, beside whom another is told of: "the chief in X; Y, who was held"; not
    where the camp is that was hit: "shelled the depot, a facility in X"."""
    words = load_place_words()
    return any(
        word.dep == "appos" and word.lower not in words.sites and word.lower not in words.noun for word in passed[1:]
    )


def _next(sentence: Sentence, passed: Sequence[Word]) -> Iterator[Word]:
    if passed:
        yield sentence.words[passed[-1].head]
