"""Maps, timelines and strips: what is drawn lies where it should, and nothing is drawn of nothing."""

import re
from itertools import combinations

import pytest

from dateline.rows import Row
from dateline.tell.outlines import Window, countries, lands
from dateline.tell.pictures import HIGH, WIDTH, place_map, timeline

SYRIA = Window(35.5, 32.5, 42.5, 37.5)


def event(name: str, lat: float, lon: float) -> Row:
    """An event at a point, as its row."""
    place = {"name": name, "lat": lat, "lon": lon, "radius_km": 5.0, "precision": "near"}
    return {"id": f"event:{name}", "title": name, "grade": "confirmed", "voices": ["a"], "background": False,
            "place": place, "time": {"from": "2021-05-03", "to": "2021-05-04"}}  # fmt: skip


@pytest.mark.skipif(next(lands(SYRIA), None) is None, reason="the outlines are brought by `make setup`")
def test_the_land_of_a_window() -> None:
    """The window of a country holds its name, and pieces of land that reach into it."""
    assert "Syria" in [country.name for country in countries(SYRIA)]
    assert all(len(land) > 3 and land[0] == land[-1] for land in lands(SYRIA))
    assert not list(lands(Window(-30, 20, -29, 21)))


def test_events_lie_in_the_picture_as_on_the_ground() -> None:
    """The northern event is drawn above, the eastern one to the right, both inside, and each leads to its page."""
    drawn = place_map([event("North", 36.5, 36.0), event("East", 35.0, 39.0)], lambda name: f"{name}.html")
    at = {
        name: (float(x), float(y))
        for name, x, y in re.findall(r'href="event:(\w+)\.html"><circle[^>]*cx="([\d.]+)" cy="([\d.]+)"', drawn)
    }

    assert at["North"][1] < at["East"][1]
    assert at["North"][0] < at["East"][0]
    assert all(0 < x < WIDTH and 0 < y < HIGH for x, y in at.values())


def test_a_vague_place_is_drawn_whole() -> None:
    """The circle of a province lies inside the picture, also where a town beside it is all else there is."""
    province = event("Upland", 47.0, 38.0)
    province["place"] = {**province["place"], "radius_km": 160.0, "precision": "admin1"}
    drawn = place_map([event("Town", 48.5, 37.5), province])
    circles = [tuple(map(float, one)) for one in re.findall(r'cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"', drawn)]

    assert len(circles) == 2
    assert all(x - r > 0 and x + r < WIDTH and y - r > 0 and y + r < HIGH for x, y, r in circles)


def test_names_do_not_lie_on_each_other() -> None:
    """Of many places at one spot, those whose names find no room are left without."""
    drawn = place_map([event(f"Tel Number {n}", 36.0, 36.0 + n / 10000) for n in range(9)])
    rows = re.findall(r'class="spot" x="([\d.]+)" y="([\d.]+)"', drawn)

    assert len(rows) == len({y for _, y in rows}) == 3


@pytest.mark.skipif(next(lands(SYRIA), None) is None, reason="the outlines are brought by `make setup`")
def test_names_of_countries_give_way() -> None:
    """On a map of half the world the large countries are named, one name nowhere on another's, and no place's under them."""
    drawn = place_map([event("Chad", 15.0, 18.5), event("Borneo", 1.0, 114.0), event("Kivu", -2.0, 29.0)])
    names = re.findall(r'class="country" x="(-?\d+)" y="(-?\d+)">([^<]+)', drawn)
    boxes = [(float(x), float(y), 5 * len(name)) for x, y, name in names]

    assert {"India", "Saudi Arabia"} <= {name for *_, name in names}
    assert not {"Chad", "Rwanda", "Qatar"} & {name for *_, name in names}
    assert not [(a, b) for a, b in combinations(boxes, 2) if abs(a[1] - b[1]) < 10 and abs(a[0] - b[0]) < a[2] + b[2]]


def test_nothing_is_drawn_of_nothing() -> None:
    """No event with a point or a day gives no picture."""
    assert place_map([]) == timeline([]) == ""
