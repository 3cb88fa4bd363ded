"""Where an instrument holds and what it is called: not where it was announced, unless it holds there too."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Final

from dateline.model import Claim, Place
from dateline.places.resolve import apart_km
from dateline.weigh.ledger.dates import first_day, last_day
from dateline.weigh.ledger.instrument import Instrument
from dateline.weigh.ledger.names import country_name
from dateline.weigh.ledger.roles import Role
from dateline.words.weigh import country_code, plain
from dateline.words.wordings import names_seat, names_signing, names_truce

__all__ = ["elsewhere", "held_at", "name_of", "named_by", "site_of", "told_day"]

REACH_KM: Final = 130.0
"""How far apart two areas that one truce is told of may lie, beyond how far each of them reaches."""

BEFORE: Final = 70
"""Characters before a place in which the truce that holds there is named."""
_IN = re.compile(r"\b(?:in|for|on|across|around|over|throughout|of|at|near|between)\b(?: \S+){0,4} ?$")


def site_of(item: Instrument) -> Place | None:
    """The place most claims name as that of the truce itself; else the one they name; else the one they go on from.

    A town where the sides met or signed is none of these. A place that is only that of the page, such as the city it was written in, stands last; one in a country other than
    that of the fighting is where it was spoken of.
    """
    claims = [m.reading.claim for m in (item.founding or item.mentions)]
    placed = [(claim, claim.place) for claim in claims if claim.place is not None]
    seats = {place.name for claim, place in placed if _seat(claim, place)}
    held = {place.name for claim, place in placed if _holds_there(claim, place)}
    placed = [(claim, place) for claim, place in placed if place.name not in seats - held]
    at_home = [(claim, place) for claim, place in placed if _at_home(place, item.home)]
    pools: tuple[Sequence[Place], ...] = (
        [place for claim, place in at_home if _holds_there(claim, place)],
        [place for claim, place in at_home if _told(claim, place)],
        [place for _, place in at_home],
    )
    places = next((pool for pool in pools if pool), ())
    names = Counter(place.name for place in places)
    return min(places, key=lambda place: (-names[place.name], place.name), default=None)


def _at_home(place: Place, home: str | None) -> bool:
    return home is None or country_code(place.country) in (None, home)


def _told(claim: Claim, place: Place) -> bool:
    return claim.start <= place.start < claim.end


def _holds_there(claim: Claim, place: Place) -> bool:
    """Whether a claim's words put the truce in a place: a ceasefire in it, for it, across it."""
    before = _before(claim, place)
    put = names_truce(before) and _IN.search(before) is not None
    return _told(claim, place) and put and not (place.precision == "exact" and names_signing(before))


def _seat(claim: Claim, place: Place) -> bool:
    """Whether a town is where sides sat and talked: "met in Tunis", "signed a truce in Addis Ababa"."""
    told = _told(claim, place) and place.precision == "exact"
    after = plain(claim.text[place.end - claim.start :][:BEFORE]) if told else ""
    return told and (names_seat(_before(claim, place)) or names_signing(after)) and not _holds_there(claim, place)


def _before(claim: Claim, place: Place) -> str:
    """What stands in a claim right before a place, in plain words."""
    at = max(0, place.start - claim.start)
    return plain(claim.text[max(0, at - BEFORE) : at])


def elsewhere(claim: Claim, places: Sequence[Place]) -> bool:
    """Whether a claim is of a town or an area, and all places of its land that an instrument is told of lie far from it."""
    where = claim.place
    if where is None or _country(where) or any(map(_country, places)):
        return False
    own = [place for place in places if country_code(place.country) == country_code(where.country)]
    return bool(own) and all(_far(where, place) for place in own)


def _country(place: Place) -> bool:
    """Whether a place is a whole country, also where whoever gave the claim put a point on it."""
    code = country_code(place.name)
    return place.precision == "country" or (code is not None and code == country_code(place.country))


def named_by(claims: Sequence[Claim]) -> list[Place]:
    """The places that claims name in their own words."""
    return [claim.place for claim in claims if claim.place is not None and _told(claim, claim.place)]


def held_at(claims: Sequence[Claim]) -> list[Place]:
    """The places into which the words of claims put a truce; the town that a leader proclaims it from is none."""
    return [claim.place for claim in claims if claim.place is not None and _holds_there(claim, claim.place)]


def _far(one: Place, other: Place) -> bool:
    apart = apart_km(one, other)
    return apart is not None and apart > REACH_KM + (one.radius_km or 0.0) + (other.radius_km or 0.0)


def name_of(item: Instrument, kind: str, since: str | None) -> str:
    """What an instrument is called: its kind, where it holds, and from when.

    >>> name_of(Instrument("YE", "truce", None, None, ()), "de_escalation_zone", "2021-06")
    'De-escalation zone, Yemen, June 2021'
    """
    where = site_of(item)
    area = where.name if where is not None else country_name(item.home)
    sought = not item.founding and any(m.role is Role.SEEKS for m in item.mentions)
    when = told_day(item.anchor.first.isoformat() if item.anchor is not None else None) if sought else told_day(since)
    called = kind.replace("de_escalation", "de-escalation").replace("_", " ").capitalize()
    return ", ".join(part for part in (f"{called} sought" if sought else called, area, when) if part)


def told_day(told: str | None) -> str | None:
    """A date of the ledger as a reader writes it, without the hour.

    >>> told_day("2021-06-03T14:00:00"), told_day("2021-06"), told_day("2021-06-03/2021-06-05"), told_day("2021")
    ('3 June 2021', 'June 2021', '3 June 2021 to 5 June 2021', '2021')
    """
    if told is None or len(told) == len("2021"):
        return told
    if len(told) == len("2021-06"):
        return f"{first_day(told):%B %Y}"
    first, last = first_day(told), last_day(told)
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
