"""Sets of tags of the Penn Treebank, and of relations, that rules of every package ask for."""

from __future__ import annotations

from typing import Final

__all__ = ["FORMAL", "NOUNS", "PLURAL", "PROPER", "STATED", "SUBJECTS", "TENSED"]

PROPER: Final = frozenset({"NNP", "NNPS"})
"""Words of names."""

PLURAL: Final = frozenset({"NNS", "NNPS"})

NOUNS: Final = PROPER | {"NN", "NNS"}

TENSED: Final = frozenset({"VBD", "VBZ", "VBP"})
"""Verbs that tell their tense, and so have a subject of their own, though the parser may miss it."""

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})

FORMAL: Final = SUBJECTS | {"expl"}
"""Subjects, and what only stands for one: "there were"."""

STATED: Final = frozenset({"acomp", "attr", "oprd"})
"""What a thing is told, or called, to be."""
