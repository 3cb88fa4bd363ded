"""Whether a decision makes sense on what it is about: told before it is kept, for nothing kept is ever taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, get_args, get_type_hints

from dateline.errors import Misjudged
from dateline.model import Event, Judgement, Modality, Stance, Verdict
from dateline.phenomena.types import TYPES
from dateline.places import load_gazetteer
from dateline.places.pins import pin
from dateline.rows import Row
from dateline.times import Interval

__all__ = ["FIELDS", "MOST_LETTERS", "PAIRED", "SAYS", "made_sense"]

Find = Callable[[str], tuple[str, Row] | None]

PAIRED: Final = ("same", "different", "merge")
"""Verdicts on two things."""

FIELDS: Final = {
    "claims": ("type", "time", "place", "by", "to", "speaker", "via", "stance", "modality", "background", "deadline"),
    "events": ("title", "type", "grade", "time", "place"),
}
"""What can be corrected, by table."""

SAYS: Final[dict[str, tuple[str, ...]]] = {
    "type": tuple(sorted(TYPES)),
    "stance": get_args(Stance),
    "modality": get_args(Modality),
    "grade": get_args(get_type_hints(Event)["grade"]),
    "background": ("true", "false"),
}
"""What a field can say, where it says one of a few words."""

DAYS: Final = ("time", "deadline")
MOST_LETTERS: Final = 2000


def made_sense(find: Find, told: Judgement) -> Judgement:
    """The decision, where it makes sense, a place with its point. Raises Misjudged, telling what would be right, elsewhere.

    >>> made_sense(lambda name: ("claims", {}), Judgement("claim:1", "correct", "ana", "", None, "colour", "red"))
    Traceback (most recent call last):
    dateline.errors.Misjudged: claims have no field 'colour' to correct; they have type, time, place, by, to, speaker, via, stance, modality, background, deadline
    """
    if told.verdict not in get_args(Verdict):
        raise Misjudged(f"{told.verdict!r} is not one of {', '.join(get_args(Verdict))}")
    if told.verdict != "unsure" and (told.verdict in PAIRED) != bool(told.other):
        raise Misjudged(f"{told.verdict} takes {'no second id' if told.other else 'a second id'}")
    if told.subject == told.other:
        raise Misjudged(f"{told.verdict} takes two ids, and these are one")
    if max(len(part or "") for part in (told.note, told.value, told.by, told.other)) > MOST_LETTERS:
        raise Misjudged(f"a note or value has at most {MOST_LETTERS:,} characters")
    found = [_found(find, name) for name in (told.subject, told.other or None) if name is not None]
    if told.verdict in (*PAIRED, "split") and not {table for table, _ in found} <= FIELDS.keys():
        raise Misjudged(f"{told.verdict} is said of events and claims")
    if told.verdict == "correct":
        table, row = found[0]
        _corrects(table, told.field or "", told.value or "")
        if told.field == "place" and told.value:
            expected = (row.get("place") or {}).get("country")
            return replace(told, value=pin(told.value, load_gazetteer(), expected))
    elif told.field or told.value:
        raise Misjudged("only correct takes a field and a value")
    return told


def _found(find: Find, name: str) -> tuple[str, Row]:
    found = find(name)
    if found is None:
        raise Misjudged(f"nothing in the record has the id {name!r}")
    return found


def _corrects(table: str, field: str, value: str) -> None:
    """Whether a field of a table's rows can be corrected to say this, or nothing. Raises Misjudged where it cannot."""
    if not field:
        raise Misjudged("correct takes a field and what it should say")
    if table not in FIELDS:
        raise Misjudged(f"only claims and events are corrected, and this is one of the {table}")
    if field not in FIELDS[table]:
        raise Misjudged(f"{table} have no field {field!r} to correct; they have {', '.join(FIELDS[table])}")
    if field in SAYS and value not in SAYS[field]:
        raise Misjudged(f"{value!r} is no {field}; it is one of {', '.join(SAYS[field])}")
    if field == "title" and not value.strip():
        raise Misjudged("a title is not empty")
    if field in DAYS and value and not _is_time(value):
        raise Misjudged(f"{value!r} is no {field}; write it as 2020-01-31, 2020-01 or 2020-01-09/2020-01-12")


def _is_time(value: str) -> bool:
    start, _, end = value.partition("/")
    try:
        Interval.parse(start, end or None)
    except (ValueError, OverflowError):
        return False
    return True
