"""Readers of gazetteer files: GeoNames' country dumps, Who's On First exports, OCHA's tables of places with P-codes."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any, NamedTuple

from dateline.errors import Unreadable
from dateline.places.table import Kind, Row

__all__ = ["Landmarks", "geonames_rows", "ocha_rows", "read_rows", "wof_rows"]

CountryOf = Callable[[str], str | None]


class Landmarks(NamedTuple):
    """The packaged gazetteer's names: a country's ISO code from its name, a region's name from its country and names."""

    country_of: CountryOf
    region_of: Callable[[str, Sequence[str]], str | None]


OWN_LETTERS = frozenset({"US", "GB", "CA", "AU", "IE", "NZ"})
"""Where English letters are the names' own, so that consonants alone tell nothing."""

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))


def read_rows(source: Path, country_of: CountryOf) -> Iterator[Row]:
    """The places of a file in one of the known forms, told by its first lines. Raises Unreadable for any other."""
    lines = _lines(source)
    first = next(lines, "")
    whole = chain([first], lines)
    if first.lstrip().startswith("{"):
        return wof_rows(whole, country_of)
    if first.count("\t") == GEONAMES_COLUMNS - 1:
        return geonames_rows(whole)
    if PCODE.search(first):
        return ocha_rows(whole, country_of)
    raise Unreadable(
        "format", f"{source.name} is no GeoNames dump (19 columns), no Who's On First JSONL and no table with P-codes"
    )


def _lines(source: Path) -> Iterator[str]:
    try:
        yield from _decoded(source)
    except UnicodeDecodeError as error:
        raise Unreadable(
            "malformed", f"{source.name} is not UTF-8 text: {error.reason} at byte {error.start}"
        ) from error
    except (zipfile.BadZipFile, gzip.BadGzipFile, EOFError) as error:
        raise Unreadable("malformed", f"{source.name} cannot be unpacked: {error}") from error


def _decoded(source: Path) -> Iterator[str]:
    if source.suffix == ".zip":
        with zipfile.ZipFile(source) as archive:
            name = max((i for i in archive.infolist()), key=lambda i: i.file_size)
            yield from io.TextIOWrapper(archive.open(name), "utf-8-sig")
        return
    with gzip.open(source, "rb") if source.suffix == ".gz" else source.open("rb") as file:
        yield from io.TextIOWrapper(file, "utf-8-sig")


# --- GeoNames: https://download.geonames.org/export/dump/readme.txt -------------------------------------------------

GEONAMES_COLUMNS = 19
CLASSES: dict[str, Kind] = {"P": "town", "T": "area", "L": "area", "H": "water"}
CODES: dict[str, Kind] = {"PCLI": "country", "ADM1": "admin1", "ADM2": "admin2"}


def geonames_rows(lines: Iterable[str]) -> Iterator[Row]:
    """Places of a GeoNames country dump: inhabited ones, regions, mountains, areas and waters."""
    for line in lines:
        told = line.rstrip("\r\n").split("\t")
        if len(told) != GEONAMES_COLUMNS:
            continue
        gid, name, ascii_name, spelt, lat, lon, group, code, country, _, one, two = told[:12]
        kind = CODES.get(code) or CLASSES.get(group)
        if not kind or code in ("PPLH", "PPLQ", "PPLW"):
            continue
        region = f"{country}.{one}"
        key = {"country": country, "admin1": region, "admin2": f"{region}.{two}"}.get(kind, gid)
        yield Row(
            key, kind, name, country, float(lat), float(lon), (ascii_name, *filter(None, spelt.split(","))),
            int(told[14] or 0), int(gid), "" if kind in ("country", "admin1") else region,
            "" if kind in ("country", "admin1", "admin2") else f"{region}.{two}", RADII.get(kind, 0.0), country not in OWN_LETTERS,
        )  # fmt: skip


# --- Who's On First -------------------------------------------------------------------------------------------------

WOF_KINDS: dict[str, Kind] = {
    "country": "country", "region": "admin1", "macroregion": "area", "county": "admin2", "macrocounty": "admin2",
    "localadmin": "admin2", "locality": "town", "borough": "town", "neighbourhood": "town", "campus": "town",
}  # fmt: skip
RADII: dict[str, float] = {"country": 300.0, "admin1": 100.0, "admin2": 25.0, "area": 10.0, "water": 10.0}


NEEDED = frozenset({"id", "type", "name", "names"})


def _place(number: int, line: str) -> dict[str, Any]:
    """The place that a line tells. Raises Unreadable where it tells none."""
    try:
        told = json.loads(line)
    except ValueError as error:
        raise Unreadable("malformed", f"line {number} is no JSON: {error}") from error
    if not isinstance(told, dict) or NEEDED - told.keys():
        raise Unreadable("malformed", f"line {number} is no place of Who's On First, with id, type, name and names")
    return told


def wof_rows(lines: Iterable[str], country_of: CountryOf) -> Iterator[Row]:
    """Places of a Who's On First export: one JSON object a line, superseded and deprecated ones left out."""
    told = [_place(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    codes = {row["id"]: country_of(row["name"]) for row in told if row["type"] == "country"}
    default = _commonest(chain(codes.values(), _hasc(told)))
    for row in told:
        over = (row.get("hier") or [{}])[0]
        kind = WOF_KINDS.get(row["type"], "area")
        if row.get("dep") or row.get("sup") or row.get("lat") is None or not row.get("name"):
            continue
        yield Row(
            f"w{row['id']}", kind, _english(row), codes.get(over.get("country_id")) or default or "",
            float(row["lat"]), float(row["lon"]), tuple(sorted({row["name"], *(n for ns in row["names"].values() for n in ns)})),
            _people(row, kind), int((row.get("conc") or {}).get("gn:id") or 0),
            f"w{over['region_id']}" if "region_id" in over and kind != "admin1" else "",
            f"w{over['county_id']}" if "county_id" in over and kind == "town" else "", RADII.get(kind, 0.0),
        )  # fmt: skip


def _people(row: dict[str, Any], kind: Kind) -> int:
    """Its people as told; of a town of which none are told, as many as its renown lets expect: how many tongues name it."""
    told = int(row.get("pop") or 0)
    return told or (PEOPLE_A_TONGUE * len({names[:3] for names in row["names"]}) if kind == "town" else 0)


PEOPLE_A_TONGUE = 300


def _english(row: dict[str, Any]) -> str:
    """Its English name where its own is in other letters."""
    told = row["names"].get("eng_x_preferred")
    return str(row["name"] if row["name"][:1] <= LAST_LATIN or not told else told[0])


LAST_LATIN = "\u02ff"


def _hasc(told: Iterable[dict[str, Any]]) -> Iterator[str]:
    return (code[:2] for row in told if (code := (row.get("conc") or {}).get("hasc:id")))


def _commonest(codes: Iterable[str | None]) -> str | None:
    found = Counter(code for code in codes if code)
    return min(found, key=lambda c: (-found[c], c)) if found else None


# --- OCHA: common operational datasets ------------------------------------------------------------------------------

PCODE = re.compile(r"(?i)p-?code")
LEVEL = re.compile(r"(?i)^adm(?:in)?_?(\d)_?(name|pcode|alt|ref|[a-z]{2}\b)?(?:_?\d?_?([a-z]{2}))?$")
POINT = (
    ("latitude", "longitude"),
    ("lat", "lon"),
    ("lat", "long"),
    ("lat", "lng"),
    ("center_lat", "center_lon"),
    ("y", "x"),
)
LEVELS: dict[int, Kind] = {0: "country", 1: "admin1", 2: "admin2"}


def ocha_rows(lines: Iterable[str], country_of: CountryOf) -> Iterator[Row]:
    """Places of a table with one column a level and language (`ADM3_EN`, `admin4Name_ar`) and their P-codes.

    A row is a place of its finest level; regions get the mean point of their first hundred rows.
    """
    told = list(csv.DictReader(lines))
    columns = {column.strip().lower(): column for column in (told[0] if told else {}) if column}
    point = next(((columns[a], columns[b]) for a, b in POINT if a in columns and b in columns), None)
    if not point:
        raise Unreadable("format", "the table with P-codes has no column of latitudes and longitudes")
    seen: dict[str, list[dict[str, str]]] = {}
    for row in told:
        for level in range(5):
            if code := _code(row, level):
                seen.setdefault(code, []).append(row)
    for code, rows in seen.items():
        if found := _ocha_row(code, rows, point, country_of):
            yield found


def _levels(row: dict[str, str]) -> Iterator[tuple[int, str, str]]:
    """Level, what is told ("pcode" or "name") and value of each column that has one."""
    for column, value in row.items():
        match = LEVEL.match(column.strip()) if column else None
        if match and value:
            yield int(match[1]), "pcode" if (match[2] or "").lower() == "pcode" else "name", value.strip()


def _code(row: dict[str, str], level: int) -> str:
    return next((value for at, what, value in _levels(row) if at == level and what == "pcode"), "")


def _ocha_row(code: str, rows: list[dict[str, str]], point: tuple[str, str], country_of: CountryOf) -> Row | None:
    first = rows[0]
    levels = list(_levels(first))
    at = next(level for level, what, value in levels if what == "pcode" and value == code)
    names = [value for level, what, value in levels if level == at and what == "name"]
    points = [(float(r[point[0]]), float(r[point[1]])) for r in islice(rows, 100) if r[point[0]] and r[point[1]]]
    if not names or not points:
        return None
    land = next((country_of(value) for level, what, value in levels if level == 0 and what == "name"), None)
    kind = LEVELS.get(at, "town")
    return Row(
        code, kind, names[0], land or code[:2], sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points),
        tuple(names[1:]), 0, 0, _code(first, 1) if at > 1 else "", _code(first, 2) if at > 2 else "", RADII.get(kind, 0.0),
    )  # fmt: skip
