"""Places that stand for their government: "Ankara said", "talks between Damascus and Moscow"."""

from __future__ import annotations

from dateline.find.notes import Sentence, Word
from dateline.find.places.recognition import Candidate
from dateline.find.sentences.clauses import is_aimed
from dateline.find.sentences.tags import SUBJECTS
from dateline.places import Entry, Gazetteer
from dateline.places.spelling import plain
from dateline.words.places import PlaceWords

__all__ = ["is_metonym"]


def is_metonym(one: Candidate, entry: Entry, sentence: Sentence, words: PlaceWords, gazetteer: Gazetteer) -> bool:
    """Whether a country or a capital acts here, or is dealt with, as only a government does."""
    if one.signs & PLACED or not _governs(entry, gazetteer):
        return False
    word = next((w for w in sentence.words if w.end == one.stretch.end), None)
    if word is None:
        return False
    head = sentence.words[word.head]
    while word.dep in ("conj", "appos") and head is not word and head.tag.startswith("NNP"):
        word, head = head, sentence.words[head.head]
    return _acts(word, head, sentence, words, entry.kind)


REGIMES = frozenset(("regime", "junta", "leadership", "cabinet", "government"))
"""What rules from a capital that is named before it: "the Damascus regime"."""

PLACED = frozenset(("at_place", "noun_of", "noun_after", "qualified", "qualifies"))


def _governs(entry: Entry, gazetteer: Gazetteer) -> bool:
    return (
        entry.kind == "country"
        or (entry.kind == "town" and plain(entry.name) in gazetteer.capitals)
        or entry.name == "European Union"
    )


def _acts(word: Word, head: Word, sentence: Sentence, words: PlaceWords, kind: str) -> bool:
    if word.dep in SUBJECTS:
        return head.lemma in words.acts or (kind == "country" and head.tag[0] == "V" and head.lemma not in words.lies)
    if word.dep in ("dobj", "iobj", "dative"):
        return head.lemma in words.dealt
    if word.dep == "pobj":
        over = sentence.words[head.head]
        if head.lower == "by":
            return kind == "country" or over.lemma in words.acts or over.tag == "VBN"
        if head.lower == "from":
            return over.lemma in words.uttered
        return head.lower in ("between", "with", "against", "on", "to") and over.lemma in words.dealings
    if word.dep in ("compound", "amod", "nmod") and head.lemma in REGIMES:
        return True
    if word.dep == "poss":
        return head.lemma in words.wills or is_aimed(sentence.words, head)
    return False
