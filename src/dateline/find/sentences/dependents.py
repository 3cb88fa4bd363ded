"""What hangs on a word in the parse of its sentence: its subject, its object, its helping verbs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.find.notes import Sentence, Word

__all__ = ["children", "dependent", "dependents", "has_dependent", "under"]


def dependents(words: Sequence[Word], head: Word, *relations: str) -> list[Word]:
    """The words that hang on another one, in order of the text; of the relations given, or of any."""
    below = [words[i] for i in head.children]
    return [word for word in below if word.dep in relations] if relations else below


def dependent(words: Sequence[Word], head: Word, *relations: str) -> Word | None:
    """The first word that hangs on another one by one of the relations."""
    return next((words[i] for i in head.children if words[i].dep in relations), None)


def has_dependent(words: Sequence[Word], head: Word, *relations: str) -> bool:
    """Whether a word hangs on another one by one of the relations."""
    return any(words[i].dep in relations for i in head.children)


def under(words: Sequence[Word], head: Word) -> Iterator[Word]:
    """What hangs on a word, and what hangs on that."""
    for word in dependents(words, head):
        yield word
        yield from dependents(words, word)


def children(sentence: Sentence, i: int, *relations: str) -> list[int]:
    """The numbers of the words that hang on that at `i`; of the relations given, or of any."""
    return [word.i for word in dependents(sentence.words, sentence.words[i], *relations)]
