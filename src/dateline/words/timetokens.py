"""The tokens of the grammar of time: words by their class, numbers put together, clocks and dates in figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from dateline.errors import BadWords
from dateline.words.dates import clock_of, offset_of, table

__all__ = ["CAPITAL", "Token", "kinds", "lexicon", "tokens"]

CAPITAL = ("month", "may", "shortmonth", "weekday", "weekdays", "shortday", "holiday")
"""Classes of words that are written with a capital; in small letters they are something else, or nothing."""

FIGURES = {
    "iso": r"(?<![\w.-])[12]\d{3}-\d\d-\d\d(?!-?\d)(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?",
    "dmy": r"(?<![\w./-])\d{1,2}(?P<sep>[/.])\d{1,2}(?P=sep)(?:[12]\d{3}|\d\d)(?![\w/-])",
    "dm": r"(?<![\w./-])\d{1,2}/\d{1,2}(?![\w/-])",
    "century": r"(?:\d{1,2}(?:st|nd|rd|th)|(?:eighteen|nineteen|twentie)th|twenty-first)[ -]century\b",
    "ordinal": r"\d{1,2}(?:st|nd|rd|th)\b",
    "decade": r"(?:(?:1[0-9]|20)\d0|'\d0)s\b",
    "clock": r"\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.m\.|[ap]\.?m\b)|\d{1,2}(?: o'clock)? in the (?:morning|afternoon|evening)\b|\d{1,2} o'clock\b|(?<![\d:])\d{1,2}:\d\d(?::\d\d)?(?![\d:])"
    r"|(?<![\d.,])[012]\d[0-5]\d(?= ?(?:GMT|UTC|hours|hrs|local time))|(?<![\d.])\d{1,2}\.\d\d(?= ?(?:GMT|UTC|local time))",
    "zone": r"(?:GMT|UTC) ?[+-]\d{1,2}(?::?\d\d)?\b",
    "fraction": r"\d{1,3} 1/2\b",
    "number": r"\d{1,3}(?:,\d{3})+\b|\d{1,30}(?:\.\d{1,30})?",
}
HALVES = {"a": "am", "p": "pm", "m": "am", "n": "pm", "e": "pm"}
CENTURIES = {"eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty": 21}


class Token(NamedTuple):
    """A token: where it stands, the class it belongs to, and the piece that a formula gets from it."""

    start: int
    end: int
    kind: str
    piece: str


def tokens(text: str) -> list[Token]:
    """The tokens of a folded text.

    >>> [(t.kind, t.piece) for t in tokens("at 10 p.m. on Feb. 3, twenty-four shells")][1:6]
    [('clock', 'T22:00'), ('on', ''), ('shortmonth', '2'), ('dot', ''), ('n31', '3')]
    """
    return list(_counted([_token(match) for match in _splitter().finditer(text)]))


@cache
def lexicon() -> dict[str, tuple[str, str]]:
    """Word in small letters → its class and piece. Raises BadWords where a word has two."""
    found: dict[str, tuple[str, str]] = {}
    words = table()
    rows = [(word, kind, piece) for kind, pieces in words["classes"].items() for word, piece in pieces.items()]
    rows += [(word, _month_kind(word), str(number)) for word, number in words["months"].items()]
    rows += [(word, "weekday" if len(word) > 5 else "shortday", piece) for word, piece in words["weekdays"].items()]
    rows += [(word + "s", "weekdays", piece) for word, piece in words["weekdays"].items() if len(word) > 5]
    rows += [(word, "count", str(number)) for word, number in words["numbers"].items()]
    rows += [(word, "zone", offset) for word, offset in words["zones"].items() if len(word) > 1]
    for word, kind, piece in rows:
        if word in found:
            raise BadWords(f"timex.toml: {word}", f"stands under {found[word][0]} and {kind}; a word has one class")
        found[word] = kind, piece
    return found


@cache
def kinds() -> tuple[str, ...]:
    """Every class a token can have."""
    made = {rule["makes"] for rule in table()["reduce"]}
    others = set(
        "word name num n31 nth year oldyear decade century clock holiday feast hyphen instant daymonth".split()
    )
    return tuple(sorted({kind for kind, _ in lexicon().values()} | made | others))


def _month_kind(word: str) -> str:
    return "may" if word in ("may", "march") else "month" if len(word) > 4 or word in ("june", "july") else "shortmonth"


@cache
def _splitter() -> re.Pattern[str]:
    figures = "|".join(f"(?P<{name}>{form})" for name, form in FIGURES.items())
    holidays = "|".join(map(re.escape, sorted(table()["holidays"], key=len, reverse=True)))
    feasts = "|".join(map(re.escape, sorted(table()["feasts"], key=len, reverse=True)))
    named = rf"(?P<holiday>\b(?:{holidays})\b)|(?P<feast>\b(?:{feasts})\b)"
    words = rf"{named}|(?P<word>[^\W\d_]+)|(?P<hyphen>(?<=\w)-(?=\w))|(?P<mark>'s\b|[^\w\s-]|-+|\n)"
    return re.compile(rf"(?=\d|'\d)(?:{figures})|{_in_letters()}|{words}", re.IGNORECASE)


def _in_letters() -> str:
    midnight = r"(?P<midnight>(?:one|a) minute (?:past|after|before|to) midnight\b)"
    century = rf"(?P<century_in_letters>(?:{'|'.join(CENTURIES)})(?:-first)?[ -]century\b)"
    return rf"{midnight}|{century}|(?P<zone_ahead>{FIGURES['zone']})"


def _token(match: re.Match[str]) -> Token:
    return Token(match.start(), match.end(), *_meaning(match.group(), match.lastgroup or ""))


@lru_cache(1 << 14)  # most words of a text are said again and again
def _meaning(said: str, form: str) -> tuple[str, str]:
    """The class and the piece of what is written in a form."""
    return _word(said, form) if form in ("word", "mark") else READERS[form](said)


def _word(said: str, form: str) -> tuple[str, str]:
    plain = "word" if form == "mark" or said[0].islower() else "name"
    kind, piece = lexicon().get(said.lower(), (plain, ""))
    return ("word", "") if kind in CAPITAL and said[0].islower() else (kind, piece)


def _iso(said: str) -> tuple[str, str]:
    day, _, clock = said.partition("T")
    zone = clock[-6:] if clock[-6:-5] in ("+", "-") else "+00:00" if clock.endswith(("Z", "z")) else ""
    return ("instant", f"{day} T{clock[:5]} {zone}") if clock else ("day", day)


def _dmy(said: str) -> tuple[str, str]:
    """Day, month and year in figures; one that could be read both ways round is no date, unless dots tell the order."""
    first, second, year = (int(part) for part in re.split("[/.]", said))
    year += 0 if year > 99 else 2000 if year < 70 else 1900
    if second > 12 and "/" in said:
        first, second = second, first
    if (
        not 1 <= second <= 12
        or not 1 <= first <= 31
        or (first <= 12 and first != second and "/" in said and said[0] != "0")
    ):
        return "word", ""
    return "day", f"{year}-{second:02}-{first:02}"


def _dm(said: str) -> tuple[str, str]:
    first, second = (int(part) for part in said.split("/"))
    day, month = max(first, second), min(first, second)
    return ("daymonth", f"m{month:02}-{day:02}") if 12 < day <= 31 and 1 <= month <= 12 else ("word", "")


def _century(said: str) -> tuple[str, str]:
    figures = re.match(r"\d+", said)
    return "century", str((int(figures[0]) if figures else CENTURIES[re.split("[ -]", said.lower())[0]]) - 1)


def _decade(said: str) -> tuple[str, str]:
    return "decade", said[:4] if said[0] != "'" else f"19{said[1:3]}"


def _clock(said: str) -> tuple[str, str]:
    hour, _, minute = re.match(r"(\d{1,2})([:.]?)(\d\d)?", said).groups()  # type: ignore[union-attr]
    half = re.search(r"[ap](?=\.?m\b)|p(?=\.?m)|\bm(?=orning)|(?<=afternoo)n|\be(?=vening)", said, re.IGNORECASE)
    at = clock_of(int(hour), int(minute or 0), HALVES[half[0][0].lower()] if half else None)
    return ("clock", f"T{at:%H:%M}") if at else ("word", "")


def _number(said: str) -> tuple[str, str]:
    number = said.replace(",", "")
    if not number.isdigit() or len(number) > 6:
        return ("num" if number.endswith(".5") and len(number) < 7 else "word"), number
    if len(said) == 4 and "1700" <= said < "2100":
        return "year" if said >= "1900" else "oldyear", said
    return "n31" if 1 <= int(number) <= 31 else "num", number


READERS: dict[str, Callable[[str], tuple[str, str]]] = {
    "iso": _iso, "dmy": _dmy, "dm": _dm, "century": _century, "century_in_letters": _century, "decade": _decade, "clock": _clock,
    "number": _number,
    "ordinal": lambda said: ("nth", said[:-2]),
    "zone": lambda said: ("zone", offset_of(said) or ""),
    "zone_ahead": lambda said: ("zone", offset_of(said) or ""),
    "fraction": lambda said: ("num", said.split()[0] + ".5"),
    "midnight": lambda said: ("clock", "T00:01" if re.search("past|after", said, re.IGNORECASE) else "T23:59"),
    "hyphen": lambda said: ("hyphen", ""),
    "feast": lambda said: ("feast", table()["feasts"][said.lower()]) if said[0].isupper() else ("word", ""),
    "holiday": lambda said: ("holiday", table()["holidays"][said.lower()]) if said[0].isupper() else ("word", ""),
}  # fmt: skip


def _counted(told: list[Token]) -> Iterator[Token]:
    """The tokens with each row of number words as one number: "twenty-four", "two hundred", "nineteen ninety-seven"."""
    at = 0
    while at < len(told):
        if told[at].kind != "count":
            yield told[at]
            at += 1
            continue
        end = at + 1
        while end < len(told) and end - at < 12 and (told[end].kind == "count" or _joins(told, end)):
            end += 1
        kind, piece = _total([int(token.piece) for token in told[at:end] if token.kind == "count"])
        yield Token(told[at].start, told[end - 1].end, kind, piece)
        at = end


def _joins(told: list[Token], at: int) -> bool:
    """Whether a hyphen or "and" joins two number words."""
    if at + 1 >= len(told) or told[at + 1].kind != "count":
        return False
    tens, ones = int(told[at - 1].piece or 0), int(told[at + 1].piece)
    return (told[at].kind == "hyphen" and 20 <= tens < 100 and ones < 10) or (
        told[at].kind == "and" and tens in (100, 1000)
    )


def _total(parts: list[int]) -> tuple[str, str]:
    if len(parts) > 1 and 10 <= parts[0] < 22 and 10 <= parts[1] < 100 and sum(parts[1:]) < 100:
        return "year", str(parts[0] * 100 + sum(parts[1:]))
    total = below = 0
    for part in parts:
        if part == 1000:
            total, below = total + max(1, below) * 1000, 0
        else:
            below = max(1, below) * 100 if part == 100 else below + part
    return "num", str(total + below)
