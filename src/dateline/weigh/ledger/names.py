"""Who a name means to the ledger: the state behind its ministries, the fighting side behind its forces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from dateline.model import Claim, Party
from dateline.words.ledger import instrument_nouns
from dateline.words.weigh import actor_keys, is_state, of_a_band, plain, table

__all__ = ["country_name", "is_paper", "known_persons", "merged", "sides", "stripped", "with_country"]


def country_name(code: str | None) -> str | None:
    """The English name of a country code, or None where the code is none or unknown.

    >>> country_name("YE"), country_name(None)
    ('Yemen', None)
    """
    told = table("countries.toml").get(code or "")
    return None if told is None else str(told["name"])


def sides(parties: Iterable[Party], home: str | None) -> frozenset[str]:
    """The sides that parties stand for; forces of a nameless state are those of `home`, the country of the fighting.

    >>> both = Party("Yemeni government", ""), Party("Houthis", "")
    >>> sorted(sides(both, "YE"))
    ['YE', 'houthis']
    >>> sorted(sides([Party("army", "")], "SD"))
    ['SD']
    """
    return frozenset().union(
        *(_side(party.name, party.kind, party.country, home, listed=party.id is not None) for party in parties)
    )


def known_persons(claims: Iterable[Claim]) -> dict[str, str]:
    """Person → country, where claims that tell one agree on it."""
    told: dict[str, set[str]] = {}
    for claim in claims:
        for party in (*claim.by, *claim.to, *claim.speaker):
            if party.kind == "person" and party.country is not None:
                told.setdefault(party.name, set()).add(party.country)
    return {name: next(iter(codes)) for name, codes in told.items() if len(codes) == 1}


def with_country(claim: Claim, persons: Mapping[str, str]) -> Claim:
    """The claim with the countries of persons that other claims tell."""
    told = (*claim.by, *claim.to, *claim.speaker)
    if not any(party.country is None and party.name in persons for party in told):
        return claim
    by, to, speaker = (
        tuple(replace(p, country=p.country or persons.get(p.name)) for p in parties)
        for parties in (claim.by, claim.to, claim.speaker)
    )
    return replace(claim, by=by, to=to, speaker=speaker)


@cache
def _side(name: str, kind: str, country: str | None, home: str | None, *, listed: bool) -> frozenset[str]:
    keys = actor_keys(stripped(name))
    if listed and of_a_band(kind, keys):
        return frozenset({plain(name)})
    if "~state" in keys and home is not None:
        keys = keys - {"~state"} | {home}
    if kind in ("state", "military", "person") and country is not None and not any(map(is_state, keys)):
        return frozenset({country})
    return keys


@cache
def stripped(name: str) -> str:
    """The side of a name with a bracket: the office in it tells whose voice a person is.

    >>> stripped("Ana Ruiz (Colombian presidency)"), stripped("Ana Ruiz")
    ('Colombian presidency', 'Ana Ruiz')
    """
    before, bracket, rest = name.partition("(")
    inner = rest.partition(")")[0].strip()
    return inner if bracket and inner and actor_keys(inner) and _tells(inner) else before.strip() or name


def _tells(inner: str) -> bool:
    return any(map(is_state, actor_keys(inner))) or len(inner.split()) > 1


def is_paper(party: Party) -> bool:
    """Whether a name is that of an agreement, which is no party to it and vouches for none.

    >>> is_paper(Party("Minsk ceasefire", "", 0, 0)), is_paper(Party("Mali", "", 0, 0))
    (True, False)
    """
    return bool(instrument_nouns(party.name.lower()))


def merged(parties: Sequence[Party], home: str | None) -> tuple[Party, ...]:
    """One party a side, under the name most often used for it (the shorter of two; a person's only where no other is), sides in order of first mention.

    >>> told = [Party("Sudanese army", ""), Party("army", ""), Party("Sudanese army", ""), Party("RSF", "")]
    >>> [party.name for party in merged(told, "SD")]
    ['Sudanese army', 'RSF']
    """
    groups: dict[frozenset[str], list[Party]] = {}
    for party in parties:
        groups.setdefault(sides([party], home) or frozenset({plain(party.name)}), []).append(party)
    return tuple(_best(group) for group in groups.values())


def _best(group: list[Party]) -> Party:
    bodies = [party for party in group if party.kind != "person"]
    counted = Counter(party.name for party in bodies or group)
    name = min(counted, key=lambda told: (-counted[told], len(told), told))
    known = next((party for party in group if party.id is not None), None)
    chosen = next(party for party in group if party.name == name)
    return Party(name, name, id=chosen.id or (known.id if known else None), kind=chosen.kind, country=chosen.country)
