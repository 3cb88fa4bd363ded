"""Claims made elsewhere: reports.jsonl and claims.jsonl in the contract's shape, checked row by row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final, TypeVar, get_args, get_type_hints

from dateline.errors import Unreadable
from dateline.model import Claim, Place, Report, Unread
from dateline.record import SAYS, Record
from dateline.rows import noun, row

__all__ = ["take_given"]

T = TypeVar("T", Report, Claim)

CLOSED: Final[dict[type, tuple[str, ...]]] = {Claim: ("type", "stance", "modality"), Report: ()}
"""Fields that say one of a few words."""
PRECISE: Final[tuple[str, ...]] = get_args(get_type_hints(Place)["precision"])
"""How precise a place can be told to be."""


def take_given(record: Record, folder: Path) -> None:
    """Keep the reports and claims of a folder in the record, with the ids and spans they come with.

    A row that cannot be taken goes to `unread` with the reason. Raises Unreadable where one of the two files is missing.
    """
    claims: dict[str, list[Claim]] = {}
    for claim in _nouns(record, folder / "claims.jsonl", Claim):
        claims.setdefault(claim.report, []).append(claim)
    known: set[str] = set()
    for report in _nouns(record, folder / "reports.jsonl", Report):
        known.add(report.id)
        said = claims.get(report.id, [])
        outside = [claim for claim in said if not 0 <= claim.start <= claim.end <= len(report.text)]
        record.keep([(row(report), [], [row(claim) for claim in said if claim not in outside])])
        for claim in outside:
            why = f"it stands at {claim.start}–{claim.end}, and its report has {len(report.text)} characters"
            record.keep_unread(Unread(f"{folder / 'claims.jsonl'}#{claim.id}", "malformed", why))
    for name in sorted(claims.keys() - known):
        record.keep_unread(
            Unread(
                f"{folder / 'claims.jsonl'}#{name}",
                "orphan",
                f"{len(claims[name])} claims name a report that reports.jsonl lacks",
            )
        )


def _nouns(record: Record, path: Path, kind: type[T]) -> Iterator[T]:
    """The nouns of a file's rows; one that cannot be taken, or whose id stands in an earlier row, goes to `unread`."""
    if not path.is_file():
        raise Unreadable("missing", f"{path} is not there; `weigh --from` needs reports.jsonl and claims.jsonl")
    lines: dict[str, int] = {}
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                told = _noun(line, kind)
            except Unreadable as error:
                record.keep_unread(Unread(f"{path}:{number}", error.reason, error.detail))
                continue
            if lines.setdefault(told.id, number) == number:
                yield told
            else:
                again = f"the id {told.id} stands in line {lines[told.id]} already; that one is kept"
                record.keep_unread(Unread(f"{path}:{number}", "duplicate", again))


def _noun(line: bytes, kind: type[T]) -> T:
    """The noun of a row of JSON. Raises Unreadable where the row is none, or holds what no file can."""
    try:
        told = json.loads(line.decode("utf-8"))
        json.dumps(told, ensure_ascii=False).encode()  # half a pair of surrogates can be written in JSON, but not kept
        found = noun(kind, told)
        for field in CLOSED[kind]:
            if told.get(field, SAYS[field][0]) not in SAYS[field]:
                raise Unreadable("malformed", f"{told[field]!r} is no {field}; it is one of {', '.join(SAYS[field])}")
        if isinstance(found, Claim) and found.place is not None and found.place.precision not in PRECISE:
            why = f"{found.place.precision!r} is no precision of a place; it is one of {', '.join(PRECISE)}"
            raise Unreadable("malformed", why)
        return found
    except UnicodeDecodeError as error:
        raise Unreadable("malformed", f"the row is not UTF-8 text, from its byte {error.start} on") from error
    except UnicodeEncodeError as error:
        raise Unreadable("malformed", "the row holds half a character (a lone surrogate)") from error
    except RecursionError as error:
        raise Unreadable("malformed", "the row is nested too deep") from error
    except ValueError as error:
        raise Unreadable("malformed", str(error)) from error
