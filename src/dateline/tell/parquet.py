"""Parquet files of the tables and sheets, with a data package that tells every column: for DuckDB, Polars, R and Spark.

Written in groups of rows, so a record of any size takes the memory of one group.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

from dateline.tell.about import about
from dateline.tell.parts import part
from dateline.tell.sheet import Column, Sheet, cells, package, resource
from dateline.tell.view import View

__all__ = ["parquet_of"]

GROUP: Final = 10_000
"""Rows held at once."""

TYPES: Final = {"string": "string", "integer": "int64", "number": "float64", "boolean": "bool_", "date": "date32"}


def parquet_of(sheets: Iterable[Sheet], view: View, out: Path) -> list[Path]:
    """Write one Parquet file a sheet into the folder `out`, and `datapackage.json` beside them.

    Raises MissingPart where pyarrow is not installed.
    """
    out.mkdir(parents=True, exist_ok=True)
    arrow, writer = part("pyarrow", "parquet"), part("pyarrow.parquet", "parquet")
    told = tuple(sheets)
    facts = {b"dateline": json.dumps(about(view), ensure_ascii=False).encode()}
    paths = [_written(arrow, writer, sheet, view, out / f"{sheet.name}.parquet", facts) for sheet in told]
    described = package(view, [resource(sheet, path.name) for sheet, path in zip(told, paths, strict=True)])
    beside = out / "datapackage.json"
    beside.write_text(json.dumps(described, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return [*paths, beside]


def _written(arrow: Any, writer: Any, sheet: Sheet, view: View, path: Path, facts: dict[bytes, bytes]) -> Path:
    fields = [
        arrow.field(c.name, getattr(arrow, TYPES[c.kind])(), metadata={b"description": c.meaning.encode()})
        for c in sheet.columns
    ]
    schema = arrow.schema(fields, metadata=facts)
    with writer.ParquetWriter(path, schema, compression="zstd") as file:
        for group in _groups(cells(sheet, view)):
            columns = [
                arrow.array([_value(row[n], c) for row in group], schema.field(n).type)
                for n, c in enumerate(sheet.columns)
            ]
            file.write_table(arrow.Table.from_arrays(columns, schema=schema))
    return path


def _groups(rows: Iterator[list[object]]) -> Iterator[list[list[object]]]:
    for first in rows:
        yield list(chain((first,), islice(rows, GROUP - 1)))


def _value(cell: Any, column: Column) -> object:
    """A cell in the type its column promises."""
    if cell is None or cell == "":
        return None
    if column.kind == "date":
        return date.fromisoformat(cell)
    return {"integer": int, "number": float, "boolean": bool, "string": str}[column.kind](cell)
