"""Numbers as they are told, in digits, in words, vaguely, bounded and as ranges: read from a row of lower-case tokens."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from dateline.amounts import Amount, merged
from dateline.tables import load_table

__all__ = ["Number", "Numbers", "load_numbers", "read_numbers", "read_share"]

DIGITS = re.compile(r"(\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?)(k|m|bn|\+|-(?=[a-z]))?")
LONGEST = 18
"""A longer row of digits is no amount of anything."""
THREE = re.compile(r"\d{3}")
GROUP = re.compile(r"\d{2,3}")
PERCENT = frozenset((("percent",), ("per", "cent"), ("%",), ("pct",)))
HALF = ["and", "a", "half"]
OF_THEM = frozenset((("of", "them"), ("of", "whom"), ("of", "those")))
SHORT = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}


class Number(NamedTuple):
    """A number in a row of tokens: `first..last` are its tokens with its qualifier, half-open, `core` where it begins itself."""

    first: int
    core: int
    last: int
    amount: Amount
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """The tables of numbers.toml; phrases are rows of tokens, in lower case, found by their first or last one."""

    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    vague: Mapping[tuple[str, ...], str]
    fixed: Mapping[tuple[str, ...], int]
    before: Mapping[tuple[str, ...], str]
    after: Mapping[tuple[str, ...], str]
    joins: frozenset[tuple[str, ...]]
    rising: frozenset[str]
    opens: frozenset[str]
    """Every token that can begin a number in words."""
    labels: frozenset[str]
    months: frozenset[str]
    clock: frozenset[str]
    year_before: frozenset[str]
    shares: Mapping[tuple[str, ...], tuple[int, int]]
    """Words for a part of those told before → so many of how many: a third is one of three."""
    shared: frozenset[str]
    """The first words of those."""
    worth: frozenset[str]
    """What "millions in …" is money for."""


@cache
def load_numbers() -> Numbers:
    """The packaged tables, read once."""
    told = load_table("words/numbers.toml")
    vague, fixed = _rows(told["vague"]), _rows(told["fixed"])
    cardinals = told["cardinals"] | _joined(told["cardinals"])
    names = told["not_counts"]
    return Numbers(
        cardinals,
        told["scales"],
        vague,
        fixed,
        {tuple(said.split()): name for name, phrases in told["before"].items() for said in phrases},
        {tuple(said.split()): name for name, phrases in told["after"].items() for said in phrases},
        frozenset(tuple(said.split()) for said in told["joins"]["range"]),
        frozenset(told["joins"]["rising"]),
        frozenset(cardinals) | {row[0] for row in (*vague, *fixed)},
        frozenset(names["labels"]),
        frozenset(names["months"]),
        frozenset(names["clock"]),
        frozenset(names["year_before"]),
        {said: (share[0], share[1]) for said, share in _rows(told["shares"]).items()},
        frozenset(said[0] for said in _rows(told["shares"])),
        frozenset(names["worth"]),
    )


def _joined(cardinals: Mapping[str, int]) -> dict[str, int]:
    """Tens and ones written without a hyphen: "thirtyfour"."""
    tens = {said: n for said, n in cardinals.items() if n >= 20}
    ones = {said: n for said, n in cardinals.items() if 0 < n < 10}
    return {ten + one: n + m for ten, n in tens.items() for one, m in ones.items()}


def read_numbers(tokens: Sequence[str], words: Numbers) -> list[Number]:
    """Every number in a row of lower-case tokens, in order; ranges are one number.

    >>> read = lambda said: [(n.first, n.last, n.amount.low, n.amount.high) for n in read_numbers(said.split(), load_numbers())]
    >>> read("at least nine hundred and twenty - one families and 1.3 million others")
    [(0, 8, 921, None), (10, 12, 1300000, 1300000)]
    >>> read("between 30 and 40 of them")
    [(0, 4, 30, 40)]
    """
    found: list[Number] = []
    i, size = 0, len(tokens)
    opens = words.opens
    while i < size:
        token = tokens[i]
        if token in opens or token[0].isdigit():
            number = _number(tokens, i, words)
            if number is not None:
                if found and found[-1].last > number.first:
                    found.pop()  # "some 3,000" is one number, though "some" alone is one too
                found.append(number)
                i = number.last
                continue
        i += 1
    return _ranged(found, tokens, words) if len(found) > 1 else found


def read_share(
    tokens: Sequence[str], at: int, words: Numbers, *, whole: bool = False
) -> tuple[int, int, str, tuple[int, int]] | None:
    """The share of those told before that stands at a token, or of the `whole` behind its "of": where it begins with its
    qualifier and ends, both, and how many of how many; None where none does.

    >>> read_share("19 died , more than half of them boys".split(), 5, load_numbers())
    (3, 6, 'more_than', (1, 2))
    >>> read_share("some 12.5 per cent of the town".split(), 1, load_numbers(), whole=True)
    (0, 4, 'about', (125, 1000))
    """
    for length in (3, 2, 1):
        share = words.shares.get(tuple(tokens[at : at + length])) or _percentage(tokens[at : at + length])
        behind = tuple(tokens[at + length : at + length + 2])
        if share is not None and (behind[:1] == ("of",) if whole else behind in OF_THEM):
            first, said = _before(tokens, at, words)
            return first, at + length, said or "about", share
    return None


def _percentage(tokens: Sequence[str]) -> tuple[int, int] | None:
    """So many of a thousand, where a row of tokens is a percentage."""
    plain = tokens[0].isascii() and tokens[0].replace(".", "", 1).isdigit()
    return (round(float(tokens[0]) * 10), 1000) if plain and tuple(tokens[1:]) in PERCENT else None


def _rows(table: Mapping[str, Any]) -> dict[tuple[str, ...], Any]:
    return {tuple(said.split()): value for said, value in table.items()}


def _number(tokens: Sequence[str], i: int, words: Numbers) -> Number | None:
    """The number that begins at token `i`, with the qualifiers around it."""
    value, last, scaled = _cardinal(tokens, i, words)
    fixed, fixed_last = _phrase(tokens, i, words.fixed)
    vague, vague_last = _phrase(tokens, i, words.vague)
    if fixed is not None and fixed_last > last:
        value, last = fixed, fixed_last
    if vague is not None and vague_last > last:
        first, _ = _before(tokens, i, words)
        return Number(first, i, vague_last, Amount.vague(vague))
    if value is None:
        return None
    if tokens[last : last + 3] == HALF and tokens[last - 1] in words.scales:
        value, last = _plain(value + words.scales[tokens[last - 1]] / 2), last + 3  # "a million and a half"
    first, said = _before(tokens, i, words)
    last, later = _after(tokens, last, words)
    if tokens[i].endswith("+"):
        later = "at_least"
    return Number(first, i, last, Amount.told(value, said or later or "exact"), scaled)


def _phrase(tokens: Sequence[str], i: int, table: Mapping[tuple[str, ...], Any]) -> tuple[Any, int]:
    """The value of the longest phrase of a table that begins at `i`, and where it ends."""
    for length in (6, 5, 4, 3, 2, 1):
        row = tuple(tokens[i : i + length])
        if len(row) == length and row in table:
            return table[row], i + length
    return None, i


def _cardinal(tokens: Sequence[str], i: int, words: Numbers) -> tuple[float | None, int, bool]:
    """The value of a number in digits or words that begins at `i`, where it ends, and whether a scale word is in it."""
    total, current, at, scaled = 0.0, None, i, False
    whole, size = 0, len(tokens)
    while at < size:
        token = tokens[at]
        if token == "and" and current is None and total and _small(tokens, at + 1, words):
            at += 1
        elif tokens[at : at + 3] == HALF and current is not None:
            current, at = current + 0.5, at + 3  # "two and a half million"
        elif token in words.scales and (current is not None or total):
            scale = words.scales[token]
            if scale == 100 and current is not None:
                current, at = current * 100, at + 1
                at += at < size and tokens[at] == "and" and _small(tokens, at + 1, words)
            else:
                total, current, at = total + (current or 1) * scale, None, at + 1
            scaled = True
        elif token == "-" and current is not None and at + 1 < size and tokens[at + 1] in words.scales:
            at += 1  # "1-million"
            continue
        elif (more := _piece(tokens, at, words)) and (
            current is None or (current % 100 == 0 and current < 1000 and scaled)
        ):
            current, at = (current or 0) + more[0], more[1]
        else:
            break
        whole = at
    if not whole:
        return None, i, False
    value = total + (current or 0)
    return _plain(value), at, scaled


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value


def _small(tokens: Sequence[str], at: int, words: Numbers) -> bool:
    return at < len(tokens) and tokens[at] in words.cardinals


def _piece(tokens: Sequence[str], at: int, words: Numbers) -> tuple[float, int] | None:
    """A number below a hundred in words, or one in digits, at `at`; and where it ends."""
    token = tokens[at]
    if token in words.cardinals:
        units = words.cardinals[token]
        ahead = at + 1 + (at + 1 < len(tokens) and tokens[at + 1] == "-")
        if units >= 20 and ahead < len(tokens) and 0 < words.cardinals.get(tokens[ahead], 0) < 10:
            return units + words.cardinals[tokens[ahead]], ahead + 1
        return units, at + 1
    match = DIGITS.match(token)
    if match is None or (match.end() < len(token) and match[2] != "-") or len(match[1]) > LONGEST:
        return None
    value: float = float(match[1].replace(",", "")) * SHORT.get(match[2] or "", 1)
    at += 1
    if (apart := _apart(tokens, at)) is not None and match[0].isdigit():
        return float(match[0] + apart[0]), apart[1]
    # "9 300 households": a blank for the comma, if what follows is three digits and what went before is not a number alone.
    while match[1].isdigit() and len(match[1]) < 4 and at < len(tokens) and THREE.fullmatch(tokens[at]):
        value, at = value * 1000 + int(tokens[at]), at + 1
    return value, at


def _apart(tokens: Sequence[str], at: int) -> tuple[str, int] | None:
    """The other digits of a number broken behind its commas, and where it ends: ", 000" of "2, 000", ", 10, 000" of "1, 10, 000".

    What does not end in three noughts may be another number.
    """
    said, k = "", at
    while len(said) < LONGEST and tokens[k : k + 1] == [","] and k + 1 < len(tokens) and GROUP.fullmatch(tokens[k + 1]):
        said, k = said + tokens[k + 1], k + 2
    return (said, k) if said.endswith("000") and tokens[k - 1] == "000" else None


def _before(tokens: Sequence[str], i: int, words: Numbers) -> tuple[int, str | None]:
    """Where the words that qualify the number at `i` begin, and what they make of it."""
    first, said = i, None
    for _ in range(2):
        for length in (4, 3, 2, 1):
            name = words.before.get(tuple(tokens[first - length : first])) if first >= length else None
            if name is not None:
                first = first - length
                said = name if said in (None, "exact", "about") and name != "exact" else said or name
                break
        else:
            break
    if said == "up_to" and tokens[first] == "up" and first and tokens[first - 1] in words.rising:
        return i, None  # "has gone up to 36"
    return first, said


def _after(tokens: Sequence[str], last: int, words: Numbers) -> tuple[int, str | None]:
    for length in (2, 1):
        row = tuple(tokens[last : last + length])
        if row in words.after:
            return last + len(row), words.after[row]
    return last, None


def _ranged(found: list[Number], tokens: Sequence[str], words: Numbers) -> list[Number]:
    """The numbers with every two that are the ends of one range made one."""
    joined = [found[0]]
    for right in found[1:]:
        left = joined[-1]
        one = _range(left, right, tokens, words)
        joined[-1:] = [left, right] if one is None else [one]
    return joined


def _ceiling(between: tuple[str, ...]) -> bool:
    """Whether what joins two numbers makes the second the ceiling: "at least 40 and up to over 70"."""
    return between[:1] in (("and",), ("to",), ("or",), (",",)) and between[1:3] in (("up", "to"), ("as", "many"))


def _range(left: Number, right: Number, tokens: Sequence[str], words: Numbers) -> Number | None:
    """Two numbers as one: the ends of a range, or the last value of a running toll; None where they are two."""
    opener = tokens[left.first - 1] if left.first else ""
    between = tuple(tokens[left.last : right.core])
    if None in (left.amount.best, right.amount.best) or len(between) > 6:
        return None
    if opener in ("from", "by") and between in (("to",), ("to", "about"), ("to", "at", "least")):
        if not words.rising.isdisjoint(tokens[max(0, left.first - 12) : left.first]):
            return right._replace(first=left.first - 1)
    elif opener not in ("between", "from") and between not in words.joins and not _ceiling(between):
        return None
    if opener in ("between", "from") and between[:1] not in (("and",), ("to",), ("-",)):
        return None
    amount = merged(left.amount, right.amount, scale=right.scaled and not left.scaled)
    first = left.first - (opener in ("between", "from"))
    return None if amount is None else Number(first, left.core, right.last, amount, right.scaled)
