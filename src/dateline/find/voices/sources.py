"""Sayings that no verb carries: "according to the guild", "by the guild's account", "in a survey"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.clauses import extent, object_of
from dateline.find.sentences.dependents import dependents
from dateline.find.voices.said import Said
from dateline.words.calendar import MONTH_NAMES, WEEKDAYS
from dateline.words.speech import Speech

__all__ = ["according", "accounted"]


def according(sentence: Sentence, word: Word) -> Iterator[Said]:
    """Whose words a clause is told to be by "according to"."""
    words = sentence.words
    if word.i + 2 >= len(words) or words[word.i + 1].lower != "to":
        return
    head = object_of(words, words[word.i + 1])
    if head is None:
        head = next((w.i for w in words[word.i + 2 :] if w.tag.startswith(("N", "PRP"))), None)
        if head is None:
            return
    issuer = _issuer(words, words[head])
    first, last = (word.i + 2, extent(sentence, head)[1]) if issuer is None else extent(sentence, issuer)
    head = head if issuer is None else issuer
    while last - 1 > head and words[last - 1].text in (",", ".", '"'):
        last -= 1
    inside = words[first:last]
    end = next((w.i for w in inside if w.text == "," and w.i > head and not _apposed(sentence, w.i, head)), last)
    speaker = (first, end)
    if word.i <= 1:
        content = (end + 1 if end < len(words) and words[end].text == "," else end, len(words))
    elif end >= len(words) - 2:
        content = (0, word.i - 1 if words[word.i - 1].text == "," else word.i)
    else:
        content = (0, len(words))
    if content[0] < content[1]:
        yield Said(word.i, (word.i, word.i + 2), speaker, head, content, "asserts", True, False, clause=True)


FIGURES = frozenset("figure figures data statistics numbers count tally estimate estimates record records".split())
"""What tells how many, and is told by somebody; "a number of nurses from Goma" are many who tell."""


def _issuer(words: Sequence[Word], told: Word) -> int | None:
    """Who gave the figures out that something is told by: "figures released by the ministry"; None where nobody is told to."""
    made = dependents(words, told, "acl") if told.lower in FIGURES else []
    by = [w for verb in made for w in dependents(words, verb, "agent")]
    by += [w for w in dependents(words, told, "prep") if not made and w.lower in ("by", "from")]
    issuers = (at for w in by if (at := object_of(words, w)) is not None)
    return next((at for at in issuers if words[at].lower not in (*WEEKDAYS, *MONTH_NAMES)), None)


def _apposed(sentence: Sentence, comma: int, head: int) -> bool:
    """Whether an apposition or a relative clause of the head follows the comma."""
    words = sentence.words
    return any(w.i > comma for w in dependents(words, words[head], "appos", "relcl", "acl", "conj"))


def accounted(sentence: Sentence, word: Word, speech: Speech) -> Iterator[Said]:
    """What is so as somebody tells it, or a poll: after "in", or "by"."""
    if word.lower == "in":
        yield from _polled(sentence, word, speech)
    yield from _told_by(sentence, word, speech)


def _told_by(sentence: Sentence, word: Word, speech: Speech) -> Iterator[Said]:
    """What is so as somebody tells it: "By the ministry's account, the truce held", "in the guild's words, a theft"."""
    words = sentence.words
    told = object_of(words, word)
    if (
        told is None
        or words[told].lemma not in speech.accounts
        or (word.i and words[word.i - 1].text not in (",", "-"))
    ):
        return
    owner = next((w.i for w in dependents(words, words[told], "poss")), None)
    of = next((w for w in dependents(words, words[told]) if w.lower == "of"), None)
    if owner is None and of is not None and words[told].lemma == "word":
        owner = object_of(words, of)
    if owner is None:
        return
    first, last = extent(sentence, owner)
    last -= words[last - 1].tag == "POS"
    end = extent(sentence, word.i)[1]
    closing = end >= len(words) - 1
    start = end + (end < len(words) and words[end].text == ",")
    content = (start, len(words)) if word.i == 0 else (0, word.i - 1) if closing else (0, len(words))
    if first < last and content[0] < content[1]:
        yield Said(word.i, (word.i, word.i + 1), (first, last), owner, content, "asserts", True, False, clause=True)


def _polled(sentence: Sentence, word: Word, speech: Speech) -> Iterator[Said]:
    """What a poll found, where no verb says so: "In a survey last month, two thirds of the herders were in debt"."""
    words = sentence.words
    head, verb = object_of(words, word), words[word.head]
    if word.i > 1 or head is None or words[head].lemma not in speech.polls or verb.lemma in speech.verbs:
        return
    last = extent(sentence, word.i)[1]
    content = (last + 1, len(words))
    if words[head].tag != "NNS" and last + 2 < len(words) and words[last].text == ",":
        yield Said(word.i, (word.i, word.i + 1), (word.i + 1, last), head, content, "asserts", False, False)
