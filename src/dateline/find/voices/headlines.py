"""Headlines whose verb of saying the tagger takes for a noun: "Guild rebuffs the mayor's offer"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.clauses import FINITE
from dateline.find.sentences.tags import NOUNS
from dateline.find.voices.said import Said
from dateline.words.speech import Cue, Speech

__all__ = ["headline", "verb_of_headline"]

OPENS = ("TO", "DT", "NNP", "NNPS", "JJ", "PRP$", "``", "''", "NN", "NNS")
"""Tags of what may follow such a verb."""

LEADS = ("NNP", "NNPS", "NN", "NNS", "JJ", "POS", "CD", "CC", "DT")
"""Tags of what may stand before it: who says it."""


def verb_of_headline(words: Sequence[Word], word: Word, speech: Speech) -> Cue | None:
    """What a headline's verb tells that the tagger takes for a noun: "Guild rebuffs the mayor's offer"."""
    lower = word.lower
    if word.i == 0 or lower[-1:] != "s":
        return None
    cue = speech.verbs.get(lower[:-1]) or speech.verbs.get(lower[:-2])
    if cue is None or not cue.vouches or word.i + 2 >= len(words):
        return None
    first, last = _part(words, word.i)
    after = words[word.i + 1]
    follows = after.tag in OPENS or (after.tag == "IN" and after.lower in cue.prepositions and after.lower != "of")
    leads = all(w.tag in LEADS for w in words[first : word.i]) and words[word.i - 1].tag in NOUNS
    clipped = first < word.i and follows and leads and words[first].text[:1].isupper()
    return cue if clipped and not any(w.tag in FINITE or w.tag == "VBP" for w in words[first:last]) else None


def headline(sentence: Sentence, verb: Word, cue: Cue) -> Iterator[Said]:
    """What such a verb gives to the words before it, up to the next semicolon."""
    words = sentence.words
    first, last = _part(words, verb.i)
    start = verb.i + 1 + (words[verb.i + 1].tag == "IN")
    if start < last:
        yield Said(
            verb.i,
            (verb.i, start),
            (first, verb.i),
            verb.i - 1,
            (start, last),
            cue.stance,
            cue.vouches,
            "saying" in cue.takes,
        )


def _part(words: Sequence[Word], at: int) -> tuple[int, int]:
    """The part of a headline around a word, between semicolons."""
    first = next((i + 1 for i in range(at - 1, -1, -1) if words[i].text == ";"), 0)
    return first, next((i for i in range(at + 1, len(words)) if words[i].text == ";"), len(words))
