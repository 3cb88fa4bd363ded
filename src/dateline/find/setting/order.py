"""What is told as of before the news: set apart by a word, by what it is told beside, or by its tense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.tags import SUBJECTS
from dateline.model import Time
from dateline.times import Interval
from dateline.words.recall import load_recall

__all__ = ["CARRIED", "CARRIED_WITHIN", "STALE", "by_order", "governing", "told_as_of_before"]

STALE: Final = timedelta(days=2)
"""What ended longer ago than this, and is told in passing, is recalled: news of the last two days is often told again."""


def by_order(sentence: Sentence, word: Word, time: Time | None, published: Interval | None) -> str | None:
    """Why a happening is earlier than the news: by a word, by what it is told beside, or by its tense; None where it is not."""
    return _by_words(sentence, word) or _by_tense(sentence, word, lately=_lately(time, published))


def _by_words(sentence: Sentence, word: Word) -> str | None:
    """A happening called previous or former, or told under what is itself past."""
    words = load_recall()
    nouns = dependents(sentence.words, word, *SUBJECTS, "dobj")
    verbs = [step for step in governing(sentence, word) if step.tag.startswith("V")]
    nouns += [w for v in verbs[:1] for w in dependents(sentence.words, v, "nsubjpass")]
    for noun in (word, *nouns):
        happens = noun.i == word.i or noun.tag == "CD" or noun.lemma in words.blows | words.happenings
        if (
            happens
            and noun.tag.startswith(("NN", "CD"))
            and any(w.lower in words.other for w in dependents(sentence.words, noun, "amod"))
        ):
            return "it is set apart as an earlier one"
    done = (word.i, word.head) if word.dep in ("dobj", "nsubjpass") else (word.i,)
    if (before := next((why for i in done if (why := told_as_of_before(sentence, i))), None)) is not None:
        return before
    if any(step.lemma in words.remembrances for step in governing(sentence, word)):
        return "it is remembered"
    if any(_since_then(sentence, step) for step in governing(sentence, word)):
        return "everything told is of the time since it"
    if _in_old_days(sentence, word):
        return "it ended what is told as of before"
    if _some_time_after(sentence, word):
        return "what is told came some time after it"
    return "it is told as of before" if _in_the_past(sentence, word) else None


def _by_tense(sentence: Sentence, word: Word, *, lately: bool) -> str | None:
    """A past perfect in a clause on the side; in a main clause only where it is not told of the last days."""
    perfect = _had(sentence, word)
    aside = word.dep == "advcl" or (word.dep == "relcl" and not _cleft(sentence, word))
    if perfect and (aside or _earlier(sentence, word)):
        return "it had happened before what is told"
    main = _main(sentence, word)
    back = not lately and _had(sentence, main) and _told_back(sentence, main)
    return "it had happened before what is told" if back or _below_what_had_been(sentence, word) else None


def told_as_of_before(sentence: Sentence, at: int) -> str | None:
    """Why the doing or saying whose verb stands at a number is of the past of the news, or None."""
    adverbs = load_recall().adverbs
    below = dependents(sentence.words, sentence.words[at])
    told = any(word.lower in adverbs and word.dep == "advmod" for word in below)
    has = any(word.lower in HAS and word.dep == "aux" for word in below)
    before = any(word.lower == "before" and word.dep == "advmod" and not word.children for word in below)
    return "it is told as of before" if told or (has and before) else None


HAS: Final = frozenset({"has", "have", "had", "'ve", "’ve"})


def _some_time_after(sentence: Sentence, word: Word) -> bool:
    """Whether a clause is what something came days or years after, not hours: "weeks after a mine killed six"."""
    if word.dep != "advcl":
        return False
    marks = dependents(sentence.words, word, "mark")
    spans = load_recall().spans - {"hour", "hours"}
    return any(mark.lower == "after" and mark.i > 0 and sentence.words[mark.i - 1].lower in spans for mark in marks)


def _since_then(sentence: Sentence, word: Word) -> bool:
    """Whether a clause tells of an upheaval since which something goes on: "since troops invaded the island"."""
    marks = [w.lower for w in dependents(sentence.words, word, "mark")]
    return word.dep == "advcl" and "since" in marks and word.lower in load_recall().upheavals


def _lately(time: Time | None, published: Interval | None) -> bool:
    """Whether words tell one of the last days: what "had come on Friday" is news on Saturday."""
    if time is None or time.formula is None or not LATELY.fullmatch(time.formula):
        return False
    return time.when is None or published is None or published.start - time.when.end < STALE


LATELY: Final = re.compile(r"pub (?:(?:mon|tue|wed|thu|fri|sat|sun)<[=~]|day-1)(?: T\S+)?")
"""The formula of a weekday just past, or of yesterday."""


def _below_what_had_been(sentence: Sentence, word: Word) -> bool:
    """Whether a happening hangs on what a report goes back to: "they had been pressing them to call off the raid"."""
    line = list(governing(sentence, word))
    root = line[-1]
    if root.dep != "ROOT" or any(step.dep in ("ccomp", "relcl", "parataxis", "conj") for step in line):
        return False
    return root.tag == "VBG" and _had(sentence, root) and _told_back(sentence, root)


def _main(sentence: Sentence, word: Word) -> Word:
    """The verb that carries a happening in its clause: "had urged" of "had urged them to begin a raid"."""
    for _ in range(CARRIED_WITHIN):
        if word.dep not in CARRIED:
            break
        word = sentence.words[word.head]
    return word


CARRIED: Final = ("xcomp", "dobj", "pobj", "prep")

CARRIED_WITHIN: Final = 4


def _earlier(sentence: Sentence, word: Word) -> bool:
    """Whether something was done earlier, and not only earlier in the day."""
    told = [w for w in dependents(sentence.words, word, "advmod") if w.lower == "earlier"]
    return any(w.i + 1 == len(sentence.words) or sentence.words[w.i + 1].lower not in SAME_DAY for w in told)


SAME_DAY: Final = frozenset({"in", "on", "today", "this", "that"})


def _had(sentence: Sentence, word: Word) -> bool:
    """Whether a verb is in the past perfect."""
    return any(w.lower in ("had", "'d") for w in dependents(sentence.words, word, "aux"))


def _told_back(sentence: Sentence, word: Word) -> bool:
    """Whether a report itself goes back to what had been: in a main clause, by nothing that happened meanwhile."""
    below = dependents(sentence.words, word)
    since = any(w.lower in SO_FAR or w.dep == "ccomp" for w in below)
    return word.dep == "ROOT" and word.tag in ("VBN", "VBG") and not since


SO_FAR: Final = frozenset({"by", "when", "already", "until", "as", "than", "just"})
"""What makes a past perfect tell how far things have come: "had taken six villages by Tuesday"."""


def _in_the_past(sentence: Sentence, word: Word) -> bool:
    """Whether a happening is told of the past at large: "in the past", "years ago"."""
    for step in governing(sentence, word):
        for prep in dependents(sentence.words, step, "prep"):
            nouns = dependents(sentence.words, prep, "pobj")
            if prep.lower == "in" and any(noun.lower == "past" for noun in nouns):
                return True
        if step.tag.startswith("VB"):
            return False
    return False


def _cleft(sentence: Sentence, word: Word) -> bool:
    """Whether a relative clause only tells who did the matter: "it was the militia who had killed him"."""
    noun = sentence.words[word.head]
    verb = sentence.words[noun.head]
    return noun.dep == "attr" and any(w.lower == "it" for w in dependents(sentence.words, verb))


def _in_old_days(sentence: Sentence, word: Word) -> bool:
    """Whether a happening ended a state that a clause on the side tells of: "which was a border until the army took it"."""
    above = sentence.words[word.head]
    ends = any(w.lower in ("until", "before") for w in dependents(sentence.words, word, "mark"))
    return ends and word.dep == "advcl" and above.dep == "relcl" and above.lemma == "be"


def governing(sentence: Sentence, word: Word) -> Iterator[Word]:
    """A word and what governs it, as far as a clause reaches."""
    for _ in range(6):
        yield word
        if word.head == word.i:
            return
        word = sentence.words[word.head]
