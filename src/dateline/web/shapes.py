"""The description of the interface: each shape worked out from its noun, each field's meaning taken from one file."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable
from functools import cache
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from fastapi import FastAPI

from dateline.model import Published, Time
from dateline.rows import NAMES
from dateline.tables import load_table
from dateline.times import Interval
from dateline.web import outward

__all__ = ["described", "meanings", "rows", "table", "written"]

Schema = dict[str, Any]
Answers = dict[int | str, dict[str, Any]]

PLAIN: Final[dict[Any, Schema]] = {
    str: {"type": "string"}, int: {"type": "integer"}, float: {"type": "number"}, bool: {"type": "boolean"}, type(None): {"type": "null"},
}  # fmt: skip
MOMENT: Final[Schema] = {"anyOf": [{"type": "string"}, {"type": "null"}]}

SPREAD: Final = {outward.SeenEvent: "event", outward.Decided: "judgement", outward.StandingAgreement: "agreement"}
"""Shapes that lay the fields of a noun beside their own."""

REFUSALS: Final = {
    400: "What is asked cannot be: a day that is none, an area that is no box.",
    401: "Where the page is shared: nobody is signed in.",
    403: "The token is none of ours, or the role does not reach so far.",
    404: "Nothing has that id.",
    409: "Somebody else decided on the same thing meanwhile; nothing was kept.",
    413: "The request is larger than anything this page takes.",
    414: "The address is too long.",
    421: "The request was made to another name than this page goes by.",
    429: "Too many writes at once.",
}
"""Why nothing may be given or kept, by status."""


def rows(name: str) -> Answers:
    """The answers of an address that gives rows of a shape."""
    return {200: _body(name, "The rows."), **_refusals("application/json")}


def table() -> Answers:
    """The answers of an address that gives a table as CSV."""
    told = {"description": "The table.", "content": {"text/csv": {"schema": {"type": "string"}}}}
    return {200: told, **_refusals("application/json")}


def written(name: str, status: int = 200) -> Answers:
    """The answers of an address that takes a write: rows for a program, the way to a page for a form."""
    onward = {"description": "Where a browser goes on."}
    malformed = {"application/json": {"schema": _ref("HTTPValidationError")}, "text/html": {"schema": PLAIN[str]}}
    return {
        status: _body(name, "What was kept."), 303: onward, **_refusals("application/json", "text/html"),
        422: {"description": "A field is missing, too long or of another kind.", "content": malformed},
    }  # fmt: skip


def _body(name: str, said: str) -> dict[str, Any]:
    return {"description": said, "content": {"application/json": {"schema": _ref(name)}}}


def _refusals(*kinds: str) -> Answers:
    schemas = {"application/json": _ref("Refusal"), "text/html": {"type": "string"}, "text/plain": {"type": "string"}}
    content = {kind: {"schema": schemas[kind]} for kind in (*kinds, "text/plain")}
    return {status: {"description": said, "content": content} for status, said in REFUSALS.items()}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def described(app: FastAPI) -> Callable[[], Schema]:
    """What gives the description of an app's interface, the shapes of its answers among it."""

    @cache
    def openapi() -> Schema:
        told: Schema = FastAPI.openapi(app)
        told.setdefault("components", {}).setdefault("schemas", {}).update(shapes())
        return told

    return openapi


@cache
def shapes() -> dict[str, Schema]:
    """Every shape that answers are made of, by name."""
    found: dict[str, Schema] = {}
    for name in outward.__all__:
        _schema(getattr(outward, name), found, name)
    return found


@cache
def meanings() -> dict[str, dict[str, str]]:
    """What each field of each shape means: shape, field, words."""
    return load_table("web/fields.toml")


def _schema(hint: Any, found: dict[str, Schema], name: str | None = None) -> Schema:
    """The schema of what a field holds; shapes met on the way are added to those found."""
    origin, inner = get_origin(hint), get_args(hint)
    if hint in PLAIN:
        return dict(PLAIN[hint])
    if origin in (Union, types.UnionType):
        return {"anyOf": [_schema(one, found) for one in inner]}
    if origin is Literal:
        return {"type": "string", "enum": list(inner)}
    if origin is tuple:
        told = {"type": "array", "items": _schema(inner[0], found)}
        return found.setdefault(name, told) if name else told
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(inner[1], found)}
    return _shape(hint, found)


def _shape(kind: type, found: dict[str, Schema]) -> Schema:
    name = kind.__name__
    if name not in found:
        found[name] = {}
        properties = {
            field: {**told, "description": _meaning(name, field)} for field, told in _fields(kind, found).items()
        }
        found[name] = {
            "type": "object",
            "title": name,
            "description": (kind.__doc__ or "").split("\n\n")[0].replace("\n", " "),
            "properties": properties,
            "required": list(properties),
        }
    return _ref(name)


def _fields(kind: type, found: dict[str, Schema]) -> dict[str, Schema]:
    """The outward fields of a noun, as `rows` writes them."""
    if kind is Interval:
        return {"from": dict(MOMENT), "to": dict(MOMENT)}
    hints, names = get_type_hints(kind), NAMES.get(kind, {})
    held = SPREAD.get(kind)
    told: dict[str, Schema] = _fields(hints[held], found) if held else {}
    for field in dataclasses.fields(kind):
        if field.name != held and not (kind in (Time, Published) and field.name == "when"):
            told[names.get(field.name, field.name)] = _schema(hints[field.name], found)
    return told | ({"from": dict(MOMENT), "to": dict(MOMENT)} if kind in (Time, Published) else {})


def _meaning(shape: str, field: str) -> str:
    """What a field means; one that a shape shares with the noun it spreads is described there."""
    told = meanings()
    held = next((kind for kind in SPREAD if kind.__name__ == shape), None)
    if held is not None and field not in told.get(shape, {}):
        return _meaning(get_type_hints(held)[SPREAD[held]].__name__, field)
    return told.get(shape, {}).get(field, "")
