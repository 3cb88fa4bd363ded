"""The outward shape: every noun as a row of the contract, and rows back into nouns.

Rows are plain dictionaries, ready for JSON. What the contract names otherwise than we do is listed in `NAMES`;
a row may hold fields we do not know, and lack any that has a default.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Hashable, Mapping
from functools import cache, partial
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from dateline.model import Actor, Agreement, Attribution, Count, Mention, Place, Published, Span, Time
from dateline.times import Interval

__all__ = ["Row", "mention_row", "noun", "row"]

Row = dict[str, Any]
T = TypeVar("T")
Reader = Callable[[Any], Any]

NAMES: dict[type, dict[str, str]] = {Agreement: {"since": "from"}}
"""Our field → the contract's."""

FITS: dict[type, tuple[type, ...]] = {str: (str,), int: (int,), float: (int, float), bool: (bool,)}
"""What a plain field takes, by its type."""

WORDS: dict[type, str] = {str: "text", int: "whole number", float: "number", bool: "true or false"}

PLAIN = (str, int, float, bool)
"""Types of values that stand in a row as they are."""

LONGEST = 60
"""Characters of a wrong value told in a message."""

KINDS: dict[type, str] = {Time: "time", Place: "place", Actor: "actor", Count: "count", Attribution: "attribution"}
"""What the contract calls each kind of mention."""


def row(noun: Any) -> Row:
    """The row of one noun. A report's row holds its text; leave it out where it is not wanted.

    >>> from dateline.model import Part
    >>> row(Part(0, 12, "headline"))
    {'start': 0, 'end': 12, 'part': 'headline'}
    """
    told = {name: _out(getattr(noun, field)) for field, name in _names(type(noun))}  # type: ignore[arg-type]  # as below
    if isinstance(noun, Attribution):
        told |= {name: _pair(getattr(noun, name)) for name in ("speaker", "cue", "content")}
    if isinstance(noun, (Time, Published)):
        start, end = noun.when.iso() if noun.when else (None, None)
        del told["when"]
        told |= {"from": start, "to": end}
    return told


def mention_row(report: str, mention: Mention) -> Row:
    """The row of a mention: its kind and fields side by side. An actor's own kind would hide the mention's, so an
    actor's fields stand under `actor` as well, as the contract allows.

    >>> from dateline.model import Actor
    >>> mention_row("report:1", Actor(0, 6, "Ankara", "Turkey", kind="state", country="TR"))["actor"]["kind"]
    'state'
    """
    told = row(mention)
    kind = KINDS[type(mention)]
    own = {kind: {name: told[name] for name in ("name", "id", "kind", "country")}} if isinstance(mention, Actor) else {}
    return {**told, **own, "report": report, "kind": kind}


def noun(kind: type[T], told: Mapping[str, Any]) -> T:
    """The noun of a row; a null is as good as no field. Raises ValueError naming the field that is missing or wrong.

    >>> from dateline.model import Part
    >>> noun(Part, {"start": 0, "end": 12, "part": "headline"})
    Part(start=0, end=12, part='headline')
    """
    if not isinstance(told, Mapping):
        raise ValueError(f"{kind.__name__}: {_short(told)} is no object with fields")
    values: dict[str, Any] = {}
    for field, name, reader, read_null in _fields(kind):  # type: ignore[arg-type]  # a class is hashable, whatever its instances are
        value = told.get(name)
        if value is None and not (read_null and name in told):
            continue
        try:
            values[field] = reader(value)
        except (TypeError, KeyError, AttributeError, ValueError) as error:
            raise ValueError(f"{kind.__name__}.{name}: {error}") from error
    if kind in (Time, Published):
        values["when"] = _interval(told)
    try:
        return kind(**values)
    except TypeError as error:
        raise ValueError(f"{kind.__name__} lacks {', '.join(_lacking(kind, values))}") from error


def _lacking(kind: Any, values: Mapping[str, Any]) -> list[str]:
    names = NAMES.get(kind, {})
    needed = (f for f in dataclasses.fields(kind) if f.default is f.default_factory is dataclasses.MISSING)
    return [names.get(f.name, f.name) for f in needed if f.name not in values]


def _nullable(hint: Any) -> bool:
    return get_origin(hint) is tuple or type(None) in get_args(hint)


def _short(value: Any) -> str:
    told = repr(value)
    return told if len(told) <= LONGEST else told[:LONGEST] + "…"


def _pair(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _interval(told: Mapping[str, Any]) -> Interval | None:
    return Interval.parse(told["from"], told.get("to")) if told.get("from") else None


def _out(value: Any) -> Any:
    if value is None or isinstance(value, PLAIN):
        return value
    if isinstance(value, Interval):
        return dict(zip(("from", "to"), value.iso(), strict=True))
    if isinstance(value, (tuple, list)):
        return [_out(item) for item in value]
    if isinstance(value, Mapping):
        return dict(value)
    return row(value) if hasattr(value, "__dataclass_fields__") else value


@cache
def _names(kind: type) -> tuple[tuple[str, str], ...]:
    """Of each field of a noun its name and the contract's."""
    names = NAMES.get(kind, {})
    return tuple((field.name, names.get(field.name, field.name)) for field in dataclasses.fields(kind))


@cache
def _fields(kind: Hashable) -> tuple[tuple[str, str, Reader, bool], ...]:
    """Of each field of a noun its name, the contract's, how its value is read, and whether a null says more than that the
    field is left out."""
    names = NAMES.get(kind, {})  # type: ignore[call-overload]  # only classes of nouns come here
    told = get_type_hints(kind).items()
    as_null = {field.name for field in dataclasses.fields(kind) if field.default in (None, ())}  # type: ignore[arg-type]  # as above
    return tuple(
        (field, names.get(field, field), _reader(hint), _nullable(hint) and field not in as_null)
        for field, hint in told
    )


@cache
def _reader(hint: Any) -> Reader:
    """How a value of a type is made of a row's: worked out once a type, for a record has millions of values."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        some = _reader(next(h for h in inner if h is not type(None)))
        return lambda value: None if value is None else some(value)
    if origin is tuple:
        item = _reader(inner[0])
        return lambda value: () if value is None else tuple([item(one) for one in value])
    if origin is dict:
        return dict
    if origin is Literal:
        return _fitting(str)
    if hint in FITS:
        return _fitting(hint)
    if hint is Span:
        return lambda value: Span(*value) if isinstance(value, (list, tuple)) else noun(Span, value)
    if hint is Interval:
        return _interval
    return partial(noun, hint) if dataclasses.is_dataclass(hint) and isinstance(hint, type) else _same


def _fitting(hint: type) -> Reader:
    fits, word = FITS[hint], WORDS[hint]

    def read(value: Any) -> Any:
        if not isinstance(value, fits):
            raise TypeError(f"{_short(value)} is no {word}")
        return value

    return read


def _same(value: Any) -> Any:
    return value
