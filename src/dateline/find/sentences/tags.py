"""Sets of tags of the Penn Treebank, of relations, and of pronouns, that rules of every package ask for."""

from __future__ import annotations

from typing import Final

__all__ = ["ANY_SUBJECT", "FIRST", "FORMAL", "NOUNS", "PLURAL", "PROPER", "STATED", "SUBJECTS", "TENSED", "THIRD"]

PROPER: Final = frozenset({"NNP", "NNPS"})
"""Words of names."""

PLURAL: Final = frozenset({"NNS", "NNPS"})

NOUNS: Final = PROPER | {"NN", "NNS"}

TENSED: Final = frozenset({"VBD", "VBZ", "VBP"})
"""Verbs that tell their tense, and so have a subject of their own, though the parser may miss it."""

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})

FORMAL: Final = SUBJECTS | {"expl"}
"""Subjects, and what only stands for one: "there were"."""

ANY_SUBJECT: Final = SUBJECTS | {"csubj"}
"""Subjects, be they clauses: "that they came was told"."""

STATED: Final = frozenset({"acomp", "attr", "oprd"})
"""What a thing is told, or called, to be."""

FIRST: Final = frozenset({"i", "we"})
THIRD: Final = frozenset({"he", "she", "it", "they"})
"""By which one tells, in words that are not quoted, of who speaks."""
