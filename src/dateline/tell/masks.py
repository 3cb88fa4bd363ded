"""Leaving names out of words: whole names, as whole words, in any case that begins with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

__all__ = ["Masks", "aged", "is_name", "without_points"]

WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")

POINTS: Final = re.compile(
    r"\b\d{1,3}\.\d{3,}(?:°|\s?[NSEW]\b)?\s?[,;/ ]\s?\d{1,3}\.\d{3,}(?:°|\s?[NSEW]\b)?"
    r"|\b\d{1,2}[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{2,5}\s?\d{2,5}\b|\b\d{1,3}°\s?\d{1,2}['’′][^,;]{0,12}[NSEW]\b"
)
"""Coordinates in words: decimal degrees, a grid reference, degrees and minutes."""

NAME: Final = (
    r"[^\W\d_a-z][^\W\d_]{1,40}(?:[ -](?:(?:al|el|bin|ibn|abu|de|von|van)[ -])?[^\W\d_a-z][^\W\d_]{1,40}){1,3}"
)
AGED: Final = re.compile(
    rf"\b({NAME})(?:, (?:aged )?| aged | \()(\d{{1,2}})(?=[,.;)]| years)|\b(\d{{1,2}})-year-old ({NAME})"
)


def is_name(words: str) -> bool:
    """Whether words are a name rather than a description: more than one, each with a capital but for particles.

    >>> is_name("Rana Aswad"), is_name("a shop owner"), is_name("NATO ambassadors")
    (True, False, False)
    """
    told = WORD.findall(words)
    return len(told) > 1 and told[0][0].isupper() and all(w[0].isupper() or len(w) < 4 for w in told)


def aged(text: str) -> list[tuple[str, int]]:
    """Names that are told with an age, and the age.

    >>> aged("Nour Sabbagh, 9, and 41-year-old Adnan Rifai were hurt. By Friday March 12, Hana Kell (7) was home.")
    [('Nour Sabbagh', 9), ('Adnan Rifai', 41), ('Hana Kell', 7)]
    """
    return [(m[1] or m[4], int(m[2] or m[3])) for m in AGED.finditer(text)]


def without_points(text: str, left_out: str) -> str:
    """The text without coordinates.

    >>> without_points("It stood at 35.9312, 36.6011 until May.", "[…]")
    'It stood at […] until May.'
    """
    return POINTS.sub(left_out, text)


@dataclass(frozen=True)
class Masks:
    """Names to leave out, by their first word, each with what stands in its place."""

    by_word: dict[str, tuple[tuple[tuple[str, ...], str], ...]]

    @classmethod
    def of(cls, names: Iterable[tuple[str, str]]) -> Masks:
        """Masks for names and what stands for each; longer names are tried first."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for name, instead in sorted(set(names)):
            words = tuple(word.casefold() for word in WORD.findall(name))
            if words:
                found.setdefault(words[0], []).append((words, instead))
        return cls({word: tuple(sorted(told, key=lambda n: -len(n[0]))) for word, told in found.items()})

    def text(self, text: str) -> str:
        """The text without the names.

        >>> Masks.of([("Rana Aswad", "[…]")]).text("RANA ASWAD spoke; Rana Aswad's aunt wept.")
        "[…] spoke; […]'s aunt wept."
        """
        words = [(m[0], m.start(), m.end()) for m in WORD.finditer(text)]
        plain = [word.casefold().removesuffix("'s").removesuffix("’s") for word, _, _ in words]
        told, at, n = [], 0, 0
        while n < len(words):
            hit = self._at(plain, n) if words[n][0][0].isupper() else None
            if hit is None:
                n += 1
                continue
            size, instead = hit
            last, end = words[n + size - 1][0], words[n + size - 1][2]
            told += [text[at : words[n][1]], instead]
            at, n = end - (2 if last.endswith(("'s", "’s")) else 0), n + size
        return "".join([*told, text[at:]])

    def value(self, value: Any) -> Any:
        """A row, list or word without the names, however deep they lie."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {name: self.value(inner) for name, inner in value.items()}
        return [self.value(inner) for inner in value] if isinstance(value, list) else value

    def _at(self, words: list[str], n: int) -> tuple[int, str] | None:
        for name, instead in self.by_word.get(words[n], ()):
            if tuple(words[n : n + len(name)]) == name:
                return len(name), instead
        return None
