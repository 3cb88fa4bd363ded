"""Who is bound by an instrument and who vouches for it."""

from __future__ import annotations

import re
from itertools import pairwise

from dateline.model import Party
from dateline.phenomena.types import PACTS
from dateline.weigh.ledger.facts import announces
from dateline.weigh.ledger.homes import KINETIC
from dateline.weigh.ledger.instrument import Instrument
from dateline.weigh.ledger.names import country_name, is_paper, merged, sides
from dateline.weigh.ledger.readings import Reading, broken_later
from dateline.words.actors import load_roster
from dateline.words.actors import plain as plain_name
from dateline.words.calendar import MONTH_NAMES
from dateline.words.ledger import cue
from dateline.words.weigh import countries, demonym, is_state

__all__ = ["parties_of"]

FIGHTS = KINETIC | {"accusation", "ceasefire_violation"}
"""Types of claims that tell who fights."""
_WORD = re.compile(r"[a-z][a-z'-]*")
_BETWEEN = re.compile(
    r"\bbetween\s+(?:the\s+)?(?P<one>[\w'’.-]+(?:\s+[\w'’.-]+){0,4}?)\s+and\s+(?:the\s+)?"
    r"(?P<other>[\w'’-]+(?:\s+[\w'’-]+){0,4}?)"
    r"(?=[.,;:]|\s+(?:took|takes?|entered|enters|came|comes|has|have|had|was|is|were|that|which|brokered|began|begins|starts?|started|in|on|to|from|for"
    r"|at|after|will|would|collapsed|ended|expired|holds?|held|since|goes|went|broke|fell|remains?|lasted|by|under|until|and|as|which|who|when|where|while|must|may|could|should)\b|$)"
)
_STOP = re.compile(r"[.;:,\"]|\b(?:last|that|which|in|on|has|had|was|to|after)\b")
_MADE_BY = re.compile(r"\b(?:that|which)\s+(?:[\w'-]+\s+){1,5}$")
"""Who did it in "a truce that A and B brokered"."""
_NAMES = re.compile(r"[\w'’-]+")
_WITH = re.compile(r"\bwith\b")
_BROKERED = re.compile(r"\b(?:broker|mediat|negotiat|sponsor)(?:ed|s|ing)\b(?! by\b)")
"""What who brings others together does."""
_BACKED = re.compile(r"\b[\w'’]+-(?:backed|led|supported|aligned|allied|funded|armed)\b")
"""Who stands behind one that makes a truce, and does not make it: "the Saudi-backed government"."""
_DAY = re.compile(r"\b(?:" + "|".join(sorted(MONTH_NAMES)) + r")\.? \d|\d (?:" + "|".join(sorted(MONTH_NAMES)) + r")\b")
_JOINED = re.compile(r"[\w'-]+(?: and [\w'-]+)?-$")
"""Names joined to what follows: "Swiss- and Omani-" brokered."""


def parties_of(item: Instrument) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who is bound and who vouches. Those told to have brokered it are bound only where nobody else is."""
    told = [party for m in item.mentions if _binds(m.reading, item) for party in _signing(m.reading, item)]
    bound = [party for party in merged(told, item.home) if _can_sign(party, item.home)]
    brokers = _brokers(item)
    if not bound:
        bound = [party for party in merged(_own_word(item), item.home) if _can_sign(party, item.home)]
    if len(bound) < 2:
        bound = list(merged([*bound, *_named_parties(item, brokers)], item.home))
    if len(bound) < 2:
        bound = list(merged([*bound, *_prolonging(item)], item.home))
    if len(bound) < 2:
        bound = list(merged([*bound, *_accused(item)], item.home))
    left = [party for party in bound if not sides([party], item.home) & brokers]
    named = [party for party in bound if party not in left] if left else []
    bound = left or bound
    known = sides(bound, item.home)
    vouching = [
        p for m in item.founding if m.reading.kind in PACTS for p in m.reading.claim.speaker if _vouches(p, item, known)
    ]
    brokering = [_country(code) for code in sorted(brokers - known - sides(named, item.home))]
    brokering += [
        p
        for m in item.founding
        for p in m.reading.claim.by
        if _BROKERED.search(m.reading.clause) and _vouches(p, item, known)
    ]
    brokering += [party for party in _bodies(item) if not sides([party], item.home) & known]
    bound = [_state_bound(party, item.home) for party in bound]
    vouching = [_office_state(party, item.home) for party in vouching]
    return tuple(bound), merged([*named, *vouching, *brokering], item.home)


def _state_bound(party: Party, home: str | None) -> Party:
    """Who is bound by the word of somebody: a president's binds the state."""
    codes = sorted(sides([party], home))
    return _country(codes[0]) if party.kind == "person" and len(codes) == 1 and is_state(codes[0]) else party


def _office_state(party: Party, home: str | None) -> Party:
    """The state whose ministry vouches; a person does so by his own name."""
    codes = sorted(sides([party], home))
    return _country(codes[0]) if party.kind == "state" and len(codes) == 1 and is_state(codes[0]) else party


def _signing(one: Reading, item: Instrument) -> tuple[Party, ...]:
    """Who signs: whoever made it, and with whom; of one only sought, who asks and who is asked, or two whom an outsider asks."""
    if item.founding and _BROKERED.search(one.clause) and len(one.claim.to) > 1:
        return one.claim.to
    if item.founding:
        return (*one.claim.by, *one.claim.to) if _WITH.search(one.clause) else one.claim.by
    return one.claim.to if len(one.to) > 1 and not one.shows("extended") else (*one.claim.by, *one.claim.to)


def _own_word(item: Instrument) -> list[Party]:
    """Where no claim tells who made it: the sides that fight at home and announce or confirm it themselves."""
    made = [m.reading for m in item.founding if m.reading.kind in PACTS]
    told = [one.claim for one in made if one.shows("announced") or one.shows("agreed")]
    voices = [party for claim in told for party in claim.by or claim.speaker]
    doers = frozenset().union(*(m.reading.by for m in item.mentions if m.reading.claim.type in FIGHTS))
    fighting = {item.home, "rebels", *(side for side in doers if not side.startswith("~"))}
    own = [party for party in voices if sides([party], item.home) & fighting]
    nameless = any(sides([party], item.home) == {"~forces"} for party in voices)
    return own or ([_forces(item.home)] if nameless and item.home is not None else [])


def _forces(code: str) -> Party:
    """The forces of a country at war, where reports say no more than "the armed forces"."""
    name = f"{demonym(code)} armed forces"
    return Party(name, name, kind="military", country=code)


def _prolonging(item: Instrument) -> list[Party]:
    """Where fewer than two are told to have made it: those who prolong it together."""
    told = [m.reading for m in item.mentions if m.reading.shows("extended") and len(m.reading.by) > 1]
    both = [party for one in told if not announces(one) for party in one.claim.by]
    return [party for party in both if _can_sign(party, item.home)]


def _accused(item: Instrument) -> list[Party]:
    """Where fewer than two are told: the sides at home that are accused of breaking it, for only a party can."""
    if not item.founding:
        return []
    broken = [m.reading for m in item.mentions if m.reading.claim.type == "ceasefire_violation"]
    told = [party for one in broken for party in one.claim.by]
    return [
        party for party in told if _can_sign(party, item.home) and party.kind in ("armed_group", "military", "state")
    ]


def _country(code: str) -> Party:
    name = country_name(code) or code
    return Party(name, name, kind="state", country=code)


def _between(item: Instrument) -> list[Party]:
    """The two of "a truce between A and B", first of where it was made; of a long description, the countries in it; of a
    capital its country."""
    for mention in (*item.founding, *item.mentions):
        hit = _BETWEEN.search(mention.reading.said)
        if hit is not None and mention.reading.strong:
            two = [party for name in (hit["one"].strip(), hit["other"].strip()) for party in _described(name)]
            return [] if any(map(_no_side, two)) else two
    return []


def _described(name: str) -> list[Party]:
    codes = countries_in(name.lower())
    plain = name.lower() in countries() or len(name.split()) > 2
    return [_country(code) for code in codes] if codes and plain else [Party(name, name)]


def _named_parties(item: Instrument, brokers: frozenset[str]) -> list[Party]:
    """Where no claim tells who made it: two or more countries that its own words name, "the Turkish-Russian truce"."""
    if two := _between(item):
        return two
    for mention in sorted(item.founding, key=lambda m: m.reading.kind != "agreement"):
        vouching = mention.reading.speaker - mention.reading.by
        told = countries_in(_BACKED.sub("", mention.reading.clause))
        found = [code for code in told if code not in brokers | vouching]
        if "announced by" in mention.reading.clause and item.home not in found:
            continue  # announced by two from outside, who vouch for it
        if len(found) > 1 and mention.reading.claim.type in PACTS and not announces(mention.reading):
            return [_country(code) for code in found]
    return []


def _binds(one: Reading, item: Instrument) -> bool:
    if not item.founding:
        prolong = one.shows("extended") and len(one.by) > 1 and not announces(one)
        return prolong or (bool(one.by) and bool(one.to))
    if one.kind == "ceasefire_end":
        return len(one.by) > 1 and one.claim.type == "ceasefire_end"
    founding = any(m.reading.claim.id == one.claim.id for m in item.founding) and not announces(one)
    made = one.claim.type in PACTS and (not one.shows("violated") or broken_later(one.clause))
    return founding and made and one.claim.stance != "demands"


def _can_sign(party: Party, home: str | None) -> bool:
    """Whether a party is a side that could be bound: no council, no crowd, no "delegates" without a name."""
    keys = sides([party], home)
    place = party.id is not None and party.id.startswith("geonames:") and party.kind != "state"
    if place or party.kind in ("media", "monitor", "ngo", "civilians") or _no_side(party):
        return False
    if not keys or all(key.startswith("~") for key in keys):
        return False
    nameless = party.name == party.name.lower() and cue("phrases", "nameless").search(party.name)
    return not nameless and not keys <= {"united nations", "security council", "civilians", "warring"}


def _no_side(party: Party) -> bool:
    """Whether a name is that of an agreement itself or of a day, or of whom or what a deal is about: "girls", "weapons"."""
    said = party.name.lower()
    freed = party.name == said and cue("phrases", "matter").search(said)
    return bool(is_paper(party) or _DAY.search(said) or freed)


def _vouches(party: Party, item: Instrument, bound: frozenset[str]) -> bool:
    keys = sides([party], item.home)
    body = party.kind == "intergovernmental"
    told = bool(keys) and not keys & bound and item.home not in keys and (body or all(map(is_state, keys)))
    return told and not is_paper(party)


def _brokers(item: Instrument) -> frozenset[str]:
    """The countries named right beside "brokered by" and its like."""
    found: set[str] = set()
    for mention in item.mentions:
        said = mention.reading.sentence
        for hit in cue("phrases", "brokers").finditer(said):
            behind = _STOP.split(said[hit.end() : hit.end() + 60])[0].partition(" between ")[0]
            found.update(countries_in(behind))
            made = _MADE_BY.search(said[max(0, hit.start() - 60) : hit.start()])
            active = made is not None and behind.split()[:1] != ["by"]
            found.update(countries_in(made.group()) if made is not None and active else ())
            joined = _JOINED.search(said[max(0, hit.start() - 40) : hit.start()])
            found.update(countries_in(joined.group()) if joined is not None else ())
    return frozenset(found)


def _bodies(item: Instrument) -> list[Party]:
    """The bodies of states named right behind "brokered by" and its like: "a deal mediated by the African Union"."""
    found = []
    for said in dict.fromkeys(mention.reading.said for mention in item.mentions):
        for hit in cue("phrases", "brokers").finditer(said.lower()):
            words = _NAMES.findall(_STOP.split(said[hit.end() : hit.end() + 60])[0])
            plains = [plain_name(word) for word in words]
            named = (load_roster().match(words, plains, at, None) for at in range(len(words)))
            known = [match[1] for match in named if match is not None and match[1].kind == "intergovernmental"]
            found += [Party(one.name, one.name, id=one.id, kind=one.kind) for one in known]
    return found


def countries_in(said: str) -> list[str]:
    """The countries that folded lower words name, by name, capital or adjective, in their order; not where they met."""
    words = _WORD.findall(said.replace("-", " ").replace("'s", ""))
    told = [pair for pair in zip(["", *words], words, strict=False) if pair[0] not in ("in", "at", "near")]
    names = [*(f"{one} {other}" for one, other in pairwise(words)), *(word for _, word in told)]
    return list(dict.fromkeys(countries()[name] for name in names if name in countries()))
