"""An instrument as a row: its name, kind, parties and mediators, its validity, terms, states and breaches."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from dateline.model import Agreement, Party, Place, content_id
from dateline.weigh.ledger.assigned import is_there
from dateline.weigh.ledger.breaches import Tied, Validity, breach, near_breaches, tied_breaches
from dateline.weigh.ledger.dates import first_day, last_day, told_date
from dateline.weigh.ledger.facts import Fact, announces, facts, plan_of, started
from dateline.weigh.ledger.instrument import VAGUE, Instrument
from dateline.weigh.ledger.names import country_name, merged, sides
from dateline.weigh.ledger.readings import Reading
from dateline.weigh.ledger.roles import MADE, Role
from dateline.weigh.ledger.states import flags, states
from dateline.weigh.ledger.terms import terms
from dateline.words.ledger import cue, phase
from dateline.words.weigh import countries

__all__ = ["agreement"]

_WORD = re.compile(r"[a-z][a-z'-]*")
_BETWEEN = re.compile(
    r"\bbetween\s+(?:the\s+)?(?P<one>[\w'’.-]+(?:\s+[\w'’.-]+){0,4}?)\s+and\s+(?:the\s+)?"
    r"(?P<other>[\w'’-]+(?:\s+[\w'’-]+){0,4}?)"
    r"(?=[.,;:]|\s+(?:took|takes?|entered|enters|came|comes|has|have|had|was|is|were|that|which|brokered|began|begins|starts?|started|in|on|to|from|for"
    r"|at|after|will|would|collapsed|ended|expired|holds?|held|since)\b|$)"
)
_STOP = re.compile(r"[.;:,\"]|\b(?:last|that|which|in|on|has|had|was|to|after)\b")
_MADE_BY = re.compile(r"\b(?:that|which)\s+(?:[\w'-]+\s+){1,5}$")
"""Who did it in "a truce that A and B brokered"."""
_JOINED = re.compile(r"[\w'-]+(?: and [\w'-]+)?-$")
"""Names joined to what follows: "Swiss- and Omani-" brokered."""


def agreement(item: Instrument, around: Sequence[Reading], excluded: frozenset[str]) -> Agreement:
    """The row of an instrument; `around` are all readings of the reports that speak of it, `excluded` what they leave out."""
    parties, mediators = _parties(item)
    told = facts(item, ())
    since, until = _since(item, told), _until(item, told)
    tied = _tied(item, around, _validity(item, (*parties, *mediators), (since, until), excluded))
    own = {m.reading.claim.id for m in item.mentions}
    told = _while_valid(facts(item, [one for one in tied if one.reading.claim.id in own]), since, until)
    kept = tuple(one for one in tied if one.out is None)
    rows, kind = states(told, item.home), _kind(item)
    denials = [one for one in around if one.kind == "denial" or one.claim.stance == "denies"]
    return Agreement(
        id=content_id("agreement", item.home, item.family, item.local, _identity(item)),
        name=_name(item, kind, since),
        kind=kind,
        parties=parties,
        mediators=mediators,
        place=_place(item),
        since=since,
        until=until,
        terms=terms(item, [one.reading.claim.id for one in kept]),
        states=rows,
        violations=tuple(breach(one, denials) for one in kept),
        extends=None,
        claims=tuple(m.reading.claim.id for m in item.mentions),
        because=(*flags(rows, kind), *(f"{one.reading.claim.id} is no breach: {one.out}" for one in tied if one.out)),
    )


def _while_valid(told: Sequence[Fact], since: str | None, until: str | None) -> list[Fact]:
    """Facts without those that let it hold before its start or after its end."""
    first = None if since is None else first_day(since)
    last = None if until is None else last_day(until)
    return [
        f
        for f in told
        if phase(f.state) != "holding"
        or ((first is None or last_day(f.date) >= first) and (last is None or first_day(f.date) <= last))
    ]


def _identity(item: Instrument) -> str:
    chosen = item.founding or item.mentions
    return min(m.reading.claim.id for m in chosen)


def _tied(item: Instrument, around: Sequence[Reading], validity: Validity) -> list[Tied]:
    if not item.founding and any(m.role is Role.SEEKS for m in item.mentions):
        return []
    by_word = tied_breaches(item, around, validity)
    accused = frozenset().union(*(one.reading.by for one in by_word))
    wider = Validity(validity.start, validity.end, validity.bound | accused, validity.excluded)
    own = {m.reading.claim.id for m in item.mentions}
    found = by_word + near_breaches(by_word, around, wider)
    return sorted(
        found,
        key=lambda one: (
            str(one.reading.printed),
            one.reading.claim.report,
            one.reading.claim.start,
            one.reading.claim.id not in own,
        ),
    )


def _validity(
    item: Instrument, who: Sequence[Party], when: tuple[str | None, str | None], excluded: frozenset[str]
) -> Validity:
    since, until = when
    return Validity(
        start=first_day(since) if since is not None else item.first if item.founding else None,
        end=last_day(until) if until is not None else None,
        bound=sides(who, item.home) | ({item.home} if item.home is not None else set()),
        excluded=excluded,
    )


# --- who ---------------------------------------------------------------------------------------------------------------


def _parties(item: Instrument) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who is bound and who vouches. Those told to have brokered it are bound only where nobody else is."""
    told = [party for m in item.mentions if _binds(m.reading, item) for party in _signing(m.reading, item)]
    bound = [party for party in merged(told, item.home) if _can_sign(party, item.home)]
    brokers = _brokers(item)
    if not bound:
        bound = [party for party in merged(_own_word(item), item.home) if _can_sign(party, item.home)]
    if len(bound) < 2:
        bound = list(merged([*bound, *_named_parties(item, brokers)], item.home))
    left = [party for party in bound if not sides([party], item.home) & brokers]
    named = [party for party in bound if party not in left] if left else []
    bound = left or bound
    known = sides(bound, item.home)
    vouching = [
        p for m in item.founding if m.reading.kind in MADE for p in m.reading.claim.speaker if _vouches(p, item, known)
    ]
    brokering = [_country(code) for code in sorted(brokers - known - sides(named, item.home))]
    return tuple(bound), merged([*named, *vouching, *brokering], item.home)


def _signing(one: Reading, item: Instrument) -> tuple[Party, ...]:
    """Who signs: whoever made it; of one only sought, who asks and who is asked, or two whom an outsider asks."""
    if item.founding:
        return one.claim.by
    return one.claim.to if len(one.to) > 1 else (*one.claim.by, *one.claim.to)


def _own_word(item: Instrument) -> list[Party]:
    """Where no claim tells who made it: the sides at home that announce or confirm it themselves."""
    made = [m.reading for m in item.founding if m.reading.kind in MADE]
    told = [one.claim for one in made if one.shows("announced") or one.shows("agreed")]
    voices = [party for claim in told for party in (*claim.speaker, *claim.by)]
    return [party for party in voices if sides([party], item.home) & {item.home, "rebels"}]


def _country(code: str) -> Party:
    name = country_name(code) or code
    return Party(name, name, kind="state", country=code)


def _between(item: Instrument) -> list[Party]:
    """The two of "a truce between A and B"; of a long description, the countries in it."""
    for mention in item.founding:
        hit = _BETWEEN.search(mention.reading.said)
        if hit is not None and mention.reading.strong:
            return [party for name in (hit["one"].strip(), hit["other"].strip()) for party in _described(name)]
    return []


def _described(name: str) -> list[Party]:
    codes = _named(name.lower())
    return [_country(code) for code in codes] if codes and len(name.split()) > 2 else [Party(name, name)]


def _named_parties(item: Instrument, brokers: frozenset[str]) -> list[Party]:
    """Where no claim tells who made it: two or more countries that its own words name, "the Turkish-Russian truce"."""
    if two := _between(item):
        return two
    for mention in item.founding:
        found = [code for code in _named(mention.reading.clause) if code not in brokers]
        if len(found) > 1 and mention.reading.claim.type in MADE:
            return [_country(code) for code in found]
    return []


def _binds(one: Reading, item: Instrument) -> bool:
    if not item.founding:
        return bool(one.by) and bool(one.to)
    if one.kind == "ceasefire_end":
        return len(one.by) > 1
    founding = any(m.reading.claim.id == one.claim.id for m in item.founding) and not announces(one)
    made = one.claim.type in MADE and not one.shows("violated")
    return founding and made and one.claim.stance != "demands"


def _can_sign(party: Party, home: str | None) -> bool:
    """Whether a party is a side that could be bound: no council, no crowd, no "delegates" without a name."""
    keys = sides([party], home)
    place = party.id is not None and party.id.startswith("geonames:") and party.kind != "state"
    if place or party.kind in ("media", "monitor", "ngo", "civilians"):
        return False
    if not keys or all(key.startswith("~") for key in keys):
        return False
    nameless = party.name == party.name.lower() and cue("phrases", "nameless").search(party.name)
    return not nameless and not keys <= {"united nations", "security council", "civilians", "warring"}


def _vouches(party: Party, item: Instrument, bound: frozenset[str]) -> bool:
    keys = sides([party], item.home)
    return bool(keys) and not keys & bound and item.home not in keys and all(len(key) == 2 for key in keys)


def _brokers(item: Instrument) -> frozenset[str]:
    """The countries named right beside "brokered by" and its like."""
    found: set[str] = set()
    for mention in item.mentions:
        said = mention.reading.sentence
        for hit in cue("phrases", "brokers").finditer(said):
            found.update(_named(_STOP.split(said[hit.end() : hit.end() + 60])[0]))
            made = _MADE_BY.search(said[max(0, hit.start() - 60) : hit.start()])
            found.update(_named(made.group()) if made is not None else ())
            joined = _JOINED.search(said[max(0, hit.start() - 40) : hit.start()])
            found.update(_named(joined.group()) if joined is not None else ())
    return frozenset(found)


def _named(said: str) -> list[str]:
    """The countries that folded lower words name, by name, capital or adjective, in their order; not where they met."""
    words = _WORD.findall(said.replace("-", " ").replace("'s", ""))
    told = [pair for pair in zip(["", *words], words, strict=False) if pair[0] not in ("in", "at", "near")]
    names = [*(f"{one} {other}" for one, other in pairwise(words)), *(word for _, word in told)]
    return list(dict.fromkeys(countries()[name] for name in names if name in countries()))


# --- when and what -----------------------------------------------------------------------------------------------------


def _since(item: Instrument, told: Sequence[Fact]) -> str | None:
    """The first moment: the earliest a voice dates it, else as planned, as announced, or as its name tells."""
    if item.undated and item.first is not None and not any("T" in f.date for f in told):
        return item.first.isoformat()
    began = [fact.date for fact in told if fact.state == "in_force"]
    if began:
        return _exact(item, min(began, key=lambda d: (first_day(d), last_day(d))), began)
    plan = plan_of(item)
    if plan is not None:
        return plan[0]
    announced = [fact.date for fact in told if fact.state in ("announced", "agreed")]
    if not item.founding or item.anchor is None:
        return None
    if announced and item.anchor.days <= VAGUE:
        return started(item, min(first_day(d) for d in announced))
    return told_date(item.anchor)


def _exact(item: Instrument, told: str, all_told: Sequence[str]) -> str:
    """The most exact way in which that day is told."""
    if "/" in told or len(told) < 10:
        return told
    same = [d for d in all_told if d[:10] == told[:10] and "/" not in d]
    return max([*same, started(item, first_day(told))], key=lambda d: (len(d), d))


def _until(item: Instrument, told: Sequence[Fact]) -> str | None:
    """The last moment agreed or prolonged to; else the day it ended, unless a voice says then or later that it stands."""
    over = [fact for fact in told if phase(fact.state) == "over"]
    stands = [f for f in told if f.state in ("in_force", "extended") and f.by and f.reading.printed is not None]
    if over:
        day = min(over, key=lambda f: last_day(f.date))
        voices = frozenset().union(*(fact.voice for fact in over))
        doubted = any(
            f.reading.printed and f.reading.printed >= last_day(day.date) and not f.voice & voices for f in stands
        )
        if not doubted:
            return day.date
    return _agreed_end(item)


def _agreed_end(item: Instrument) -> str | None:
    """The last day agreed on, unless a report printed after it speaks of the instrument as there."""
    due = [
        m.reading.claim.deadline for m in item.mentions if m.reading.claim.deadline is not None and _runs_to(m.reading)
    ]
    told = max(due, key=last_day, default=None)
    if told is None:
        return None
    on = any(
        m.reading.printed is not None and m.reading.printed > last_day(told) and is_there(m.reading)
        for m in item.mentions
    )
    return None if on else told


def _runs_to(one: Reading) -> bool:
    """Whether the deadline of a claim is the end of the instrument, not the hour it begins."""
    due = one.claim.deadline
    if due is None or one.kind not in MADE:
        return False
    return one.when is not None and last_day(due) > one.when.first


def _kind(item: Instrument) -> str:
    told = Counter(m.kind for m in item.mentions if m.kind is not None)
    if not told:
        return "ceasefire"
    if told.get("humanitarian_pause"):
        return "humanitarian_pause"
    made = Counter(m.kind for m in item.founding if m.kind is not None)
    return min(made or told, key=lambda kind: (-(made or told)[kind], str(kind))) or "ceasefire"


def _place(item: Instrument) -> Place | None:
    places = [m.reading.claim.place for m in (item.founding or item.mentions) if m.reading.claim.place is not None]
    names = Counter(place.name for place in places)
    return min(places, key=lambda place: (-names[place.name], place.name), default=None)


def _name(item: Instrument, kind: str, since: str | None) -> str:
    where = _place(item)
    area = where.name if where is not None else country_name(item.home)
    sought = not item.founding and any(m.role is Role.SEEKS for m in item.mentions)
    when = "sought " + item.anchor.first.isoformat() if sought and item.anchor is not None else since
    return ", ".join(part for part in (f"{kind.replace('_', ' ')}", area, when) if part)
