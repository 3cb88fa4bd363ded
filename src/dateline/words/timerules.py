"""The rules of the grammar of time made ready: patterns over letters, one letter for each class of tokens."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from dateline.errors import BadWords
from dateline.words.dates import table
from dateline.words.timetokens import Token, kinds

__all__ = ["Rule", "fits", "letters"]

Stage = Literal["reduce", "rule"]
LETTERS = string.ascii_letters + string.digits + "".join(map(chr, range(0xC0, 0x250)))
TERM = re.compile(r"(<!|<|!|&)?(?:([a-z])=)?([a-z_0-9]+(?:\|[a-z_0-9]+)*)(\?)?")
AROUND = {"<": "(?<=", "<!": "(?<!", "&": "(?=", "!": "(?!"}
BRACKETS = {"(": "(?:", ")": ")", ")?": ")?", "|": "|"}


class Rule(NamedTuple):
    """A rule made ready: what it makes, the formula's pattern, and the groups that fill it."""

    makes: str
    formula: str
    and_formula: str | None
    """The second's, where the rule makes two of one row: "4 and 6 May"."""
    fills: tuple[tuple[str, int], ...]


def letters(told: Sequence[Token]) -> str:
    """The tokens as a string, a letter each."""
    letter = _alphabet()
    return "".join([letter[token.kind] for token in told])


def fits(stage: Stage, written: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Where the rules of a stage fit a row of letters, from left to right: at each place the first rule that does.

    Only the rules that can start with the letter at hand are tried, so most words of a text cost nothing.
    """
    start = _starts(stage)
    begin = start.search(written)
    while begin:
        pattern, rules = _starting(stage, begin.group())
        match = pattern.match(written, begin.start())
        if match:
            yield rules[match.lastgroup or ""], match
        begin = start.search(written, match.end() if match else begin.end())


@cache
def _alphabet() -> dict[str, str]:
    return dict(zip(kinds(), LETTERS, strict=False))


@cache
def _starts(stage: Stage) -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted({letter for row in table()[stage] for letter in _first(row)}))}]")


@cache
def _starting(stage: Stage, letter: str) -> tuple[re.Pattern[str], dict[str, Rule]]:
    """The rules that can start with a letter as one pattern, and each by the name of its group."""
    rows = {f"r{number}": row for number, row in enumerate(table()[stage]) if letter in _first(row)}
    pattern = re.compile("|".join(f"(?P<{name}>{_pattern(name, row)})" for name, row in rows.items()))
    return pattern, {name: _ready(pattern, name, row) for name, row in rows.items()}


def _ready(pattern: re.Pattern[str], name: str, row: dict[str, Any]) -> Rule:
    fills = [(group.split("_")[1], at) for group, at in pattern.groupindex.items() if group.startswith(f"{name}_")]
    return Rule(row.get("makes") or row["type"], row["formula"], row.get("and_formula"), tuple(fills))


def _pattern(name: str, row: dict[str, Any]) -> str:
    """The regular expression of one rule."""
    parts = []
    for number, term in enumerate(row["of"].split()):
        if term in BRACKETS:
            parts.append(BRACKETS[term])
            continue
        around, label, names, lacking = _term(term, row["of"])
        wrapped = f"{AROUND[around]}[{names}])" if around else f"[{names}]"
        parts.append((f"(?P<{name}_{label}_{number}>{wrapped})" if label else wrapped) + lacking)
    return "".join(parts)


def _term(term: str, of: str) -> tuple[str, str, str, str]:
    """The parts of a term: what it looks around for, its name, its letters, and ? where it may lack.

    Raises BadWords where it is not understood.
    """
    told = TERM.fullmatch(term)
    unions, alphabet = table()["unions"], _alphabet()
    classes = [kind for name in told[3].split("|") for kind in unions.get(name, [name])] if told else []
    if told is None or not all(kind in alphabet for kind in classes):
        raise BadWords(f"timex.toml: {of}", f"{term!r} is no class, no bracket and no mark")
    return told[1] or "", told[2] or "", "".join(alphabet[kind] for kind in classes), told[4] or ""


def _first(row: dict[str, Any]) -> set[str]:
    """The letters a rule can start with."""
    return _opening(iter(row["of"].split()), row["of"])[0]


def _opening(terms: Iterator[str], of: str) -> tuple[set[str], bool]:
    """The letters that can open a row of terms up to its closing bracket, and whether the row can be empty."""
    found: set[str] = set()
    empty, ever_empty = True, False
    for term in terms:
        if term == "|":
            empty, ever_empty = True, ever_empty or empty
        elif term in (")", ")?"):
            return found, ever_empty or empty or term == ")?"
        elif term == "(":
            inner, hollow = _opening(terms, of)
            found |= inner if empty else set()
            empty = empty and hollow
        else:
            around, _, names, lacking = _term(term, of)
            found |= set(names) if empty and not around else set()
            empty = empty and bool(around or lacking)
    return found, ever_empty or empty
