"""Words as a person searches for them: folded alike in what is asked and in what is told."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

__all__ = ["Phrase", "folded", "phrases"]

_WORD = re.compile(r"[^\W_]+")


class Phrase(NamedTuple):
    """Words that follow each other; where it is `open`, the last one may go on."""

    words: tuple[str, ...]
    open: bool = False


def folded(text: str) -> list[str]:
    """The words of a text in small letters, without accents and vowel signs.

    >>> folded("Café at Tell-Arwa")
    ['cafe', 'at', 'tell', 'arwa']
    """
    if text.isascii():
        return _WORD.findall(text.lower())
    plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
    return _WORD.findall(plain)


def phrases(asked: str) -> list[Phrase]:
    """What is asked for: quoted words as one phrase, others each alone, the last one open unless it is quoted.

    >>> phrases('bridge "aid convoy" sha')
    [Phrase(words=('bridge',), open=False), Phrase(words=('aid', 'convoy'), open=False), Phrase(words=('sha',), open=True)]
    """
    parts = asked.split('"')
    told = [word for n, part in enumerate(parts) for word in ([part] if n % 2 else part.split())]
    found = [Phrase(words) for words in (tuple(folded(word)) for word in told) if words]
    if found and not asked.rstrip().endswith('"'):
        found[-1] = found[-1]._replace(open=True)
    return found
