"""One event from the claims of a group: its type, place, time, doers, title and codes, each by a stated rule.

Place and time are the finest that most claims agree with; who did it is told accuser by accuser, with the denials.

From a group of claims to one event: its fields fused, its tolls bounded, its grade.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.model import Agreement, Claim, Event, Party, Perpetrator, Report
from dateline.phenomena.types import INSTRUMENTS
from dateline.times import Interval
from dateline.weigh.contradictions.cores import one_blow
from dateline.weigh.events.grades import grade
from dateline.weigh.events.tolls import fused_figures
from dateline.weigh.titles import title
from dateline.weigh.traits import Traits, actors_of, is_body
from dateline.weigh.voices import Voice
from dateline.weigh.whereabouts import place_of
from dateline.words.weigh import KINDS, family, names_dealers, plain, within

__all__ = ["Scene", "event"]

SAYINGS = ("statement", "denial", "accusation", "casualty_figure", "displacement_figure", "other", "demand", "threat")
"""Types that name an event only where nothing more telling does, the least telling last but for calls."""

CALLS = ("statement", "demand", "threat")
"""Types of events that are what somebody says: who says it is who acts, and whom it is said to is acted on."""

OF_BLOWS = (
    "killed",
    "injured",
    "missing",
    "casualties",
    "facilities_hit",
    "strikes",
    "weapons_fired",
    "equipment_destroyed",
)
"""Measures of blows, which a clause on a truce may count beside it; they are no figures of the truce."""

PEACEFUL = frozenset({"protest", "meeting", "humanitarian_aid", "prisoner_exchange"})
"""Types of what nobody is charged with: a charge told beside a march is one of a blow."""
FIGHTS = ("armed_attack", "clash", "territorial_control")
"""Types of events that are told by who fights on the ground."""

PLAIN = "armed_attack"
"""The type that any blow may be called by: of as many claims each, those count that say what was struck, or how."""

SURE = 2
"""Days that a time told may be wide to date an event before one that is guessed."""

MANY = 500
"""Claims of an event, at most, among which one is sought that tells the same blow."""

FOUNDED = 5
"""One claim in so many must tell the instrument itself; below that the group is about a blow that names it in passing."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What fusing needs beside the claims: their reports, and the voices behind each claim."""

    reports: Mapping[str, Report]
    voices: Mapping[str, frozenset[Voice]]


def event(
    group: Sequence[Traits],
    scene: Scene,
    name: str,
    because: tuple[str, ...] = (),
    instrument: Agreement | None = None,
) -> Event:
    """The event that a group of claims tells; `name` is its id, `instrument` the agreement that it is, if it is one."""
    claims = tuple(one.claim for one in group)
    kind = _type(claims) if instrument is None else _type_of_instrument(claims)
    telling = _telling(group, kind)
    time, place = _time(telling), place_of(telling, kind)
    if instrument is not None:
        time, place = _since(instrument) or time, instrument.place or place
    reports = sorted({claim.report for claim in claims})
    voices = frozenset(voice for claim in claims for voice in scene.voices[claim.id])
    who = _bound([one for one in telling if _tells_who(one, kind)], telling)
    figures = fused_figures(telling, scene.voices)
    return Event(
        id=name,
        type=kind,
        title=title(kind, claims, place, time) if instrument is None else instrument.name,
        claims=tuple(sorted(claim.id for claim in claims)),
        reports=tuple(reports),
        outlets=_outlets(reports, scene.reports),
        voices=tuple(sorted(_names(voices))),
        place=place,
        time=time,
        figures=figures if kind not in INSTRUMENTS else tuple(f for f in figures if f.measure not in OF_BLOWS),
        by=_perpetrators(who, kind, scene),
        to=_targets(group if kind not in INSTRUMENTS else telling, kind),
        grade=grade(group if kind not in INSTRUMENTS else telling, scene.voices, who),
        codes=_codes(claims, kind),
        first_seen=_first_seen(reports, scene.reports),
        background=all(claim.background for claim in claims),
        because=because,
    )


def _since(instrument: Agreement) -> Interval | None:
    """The day, or the days, from which an instrument holds."""
    if instrument.since is None:
        return None
    first, _, last = instrument.since.partition("/")
    days = Interval.parse(first[:10], None)
    return days if not last else Interval(days.start, Interval.parse(last[:10], None).end)


def _type_of_instrument(claims: Sequence[Claim]) -> str:
    """A truce is its start, where any claim tells that, else what was agreed: never the raids that broke it, nor its end."""
    return "agreement" if all(claim.type != "ceasefire_start" for claim in claims) else "ceasefire_start"


def _names(voices: Iterable[Voice]) -> list[str]:
    """One name a voice: the first in order, for a voice goes by several."""
    named: dict[str, str] = {}
    for voice in sorted(voices):
        named.setdefault(voice.key, voice.name)
    return list(named.values())


def _telling(group: Sequence[Traits], kind: str) -> Sequence[Traits]:
    """The claims that tell the happening itself: of a truce those that made or ended it, not the raids that broke it."""
    return [one for one in group if one.claim.type in INSTRUMENTS] or group if kind in INSTRUMENTS else group


def _type(claims: Sequence[Claim]) -> str:
    founding = Counter(claim.type for claim in claims if claim.type in INSTRUMENTS)
    if sum(founding.values()) * FOUNDED >= len(claims):
        return min(founding, key=lambda kind: (-founding[kind], kind))
    told = Counter(claim.type for claim in claims if claim.modality == "actual") or Counter(c.type for c in claims)
    telling = {kind: n for kind, n in told.items() if kind not in SAYINGS} or told
    return min(telling, key=lambda kind: (-telling[kind], kind == PLAIN, kind))


def _time(group: Sequence[Traits]) -> Interval | None:
    """The narrowest time that overlaps with the most others; of a saying, or one that is guessed, only where nothing else is dated."""
    dated = [one for one in group if one.claim.time is not None and one.claim.time.when is not None]
    done = [one for one in dated if not one.spoken] or dated
    told = [one.claim.time.when for one in done if one.claim.time is not None and one.claim.time.when is not None]
    if not told:
        return None
    sure = Counter(when for one, when in zip(done, told, strict=True) if one.firm_time and when.days <= SURE)
    counted = Counter(told)
    return min(
        sure or counted,
        key=lambda when: (
            -sum(n for w, n in counted.items() if w.overlaps(when)),
            when.days,
            -counted[when],
            when.iso(),
        ),
    )


def _tells_who(one: Traits, kind: str) -> bool:
    """Whether a claim can say who did it: who tells what happened, or charges, claims or denies it. Who fights or withdraws
    nearby did not for that reason bomb the hospital: a clash names the doers of a fight alone."""
    if one.blames and kind in PEACEFUL:
        return False
    blow = family(kind) in ("strike", "ground")
    tells = one.family in ("strike", "truce" if blow else family(kind))
    return (
        one.blames or one.denies or one.owns or tells or one.claim.type == kind or (one.tells_blow and kind in FIGHTS)
    )


def _bound(who: Sequence[Traits], told: Sequence[Traits]) -> Sequence[Traits]:
    """Without the blows that share neither town nor target, toll or words with any other claim, where others say who did it:
    they came in by their day alone."""

    places = Counter(one.place for one in told)

    def bound(one: Traits) -> bool:
        here = one.town and one.firm_place and places[one.place] > 1
        others = (other for other in told[:MANY] if other is not one)
        return not one.by or one.family != "strike" or here or any(one_blow(one, other) for other in others)

    kept = [one for one in who if bound(one)]
    return kept if any(one.by and not one.denies for one in kept) else who


def _perpetrators(group: Sequence[Traits], kind: str, scene: Scene) -> tuple[Perpetrator, ...]:
    """Each who is said to have done it, by which claims, and who denies it, those that most claims name first; mere planes
    only where nobody is named."""
    said: dict[str, list[Traits]] = defaultdict(list)
    denied: dict[str, set[str]] = defaultdict(set)
    for one in group:
        for key in sorted(one.by):
            if one.denies:
                denied[key].update(voice.name for voice in scene.voices[one.claim.id])
            elif (
                one.blames or one.owns or (_tells_of(one, kind) and not (family(kind) == "strike" and _hits_back(one)))
            ):
                said[key].append(one)
    for key in said:
        denied[key].update(name for finer in sorted(within().get(key, ())) for name in denied.get(finer, ()))
    named = [key for key in said if not key.startswith("~")]
    if any(_is_band(key, said[key]) for key in named):
        named = [key for key in named if key not in KINDS]  # militants may be the band that is named, and are no state
    if kind not in CALLS:
        named = [key for key in named if _is_body(key, said[key])] or named
    found = [_perpetrator(key, _vouched(said[key]), denied[key]) for key in sorted(named or said)]
    return tuple(sorted(_each_once(found), key=lambda one: -len(one.claims)))


def _is_body(key: str, said: Sequence[Traits]) -> bool:
    """Whether it is a state, a force or a band by which somebody is said to have acted, or one who is charged."""
    return any(one.blames for one in said) or any(is_body(party) for party in _meant(key, said))


def _is_band(key: str, said: Sequence[Traits]) -> bool:
    """Whether it is a band by its name, whom "the militants" may mean."""
    return key not in KINDS and any(party.kind == "armed_group" for party in _meant(key, said))


def _meant(key: str, said: Sequence[Traits]) -> list[Party]:
    """The parties by which claims tell of whoever has a key."""
    return [party for one in said for party in one.claim.by if key in actors_of((party,), one.country)]


def _each_once(found: Iterable[Perpetrator]) -> list[Perpetrator]:
    """Those who are said to have done it, once a name: one name may be that of a body and of the body it belongs to."""
    by_name: dict[str, Perpetrator] = {}
    for one in found:
        other = by_name.get(one.name, one)
        claims, denied = {*other.claims, *one.claims}, {*other.denied_by, *one.denied_by}
        by_name[one.name] = replace(other, claims=tuple(sorted(claims)), denied_by=tuple(sorted(denied)))
    return list(by_name.values())


def _tells_of(one: Traits, kind: str) -> bool:
    """Whether a claim's parties are those of the event: who calls for a deed did not do it, but is who calls for it."""
    return not one.spoken or (kind in CALLS and one.claim.type == kind)


def _hits_back(one: Traits) -> bool:
    """Whether a claim tells what was done to those who dealt the blow, and so nothing of who dealt it."""
    return any(names_dealers(plain(party.name).split()) for party in one.claim.to)


def _vouched(said: Sequence[Traits]) -> Sequence[Traits]:
    """Without the charges that nobody in particular makes ("X blamed"), where somebody else says the same."""
    return [one for one in said if one.speakers or not one.accuses] or said


def _perpetrator(key: str, said: Sequence[Traits], denied: set[str]) -> Perpetrator:
    named = _meant(key, said)
    count = Counter(party.name for party in named)
    name = min(count, key=lambda n: (-count[n], len(n), n)) if count else key
    ids = sorted({party.id for party in named if party.id is not None})
    return Perpetrator(
        name, ids[0] if ids else None, tuple(sorted(one.claim.id for one in said)), tuple(sorted(denied))
    )


def _targets(group: Sequence[Traits], kind: str) -> tuple[Party, ...]:
    """Who or what was acted on, once for each who is meant, by the name that most claims give; who most claims name first."""
    found: dict[str, list[Party]] = defaultdict(list)
    for one in group:
        if _tells_of(one, kind):
            for party in one.claim.to:
                found[" ".join(sorted(actors_of((party,), one.country)))].append(party)
    count = Counter(party.name for parties in found.values() for party in parties)
    order = sorted(found, key=lambda key: (-len(found[key]), key))
    return tuple(min(found[key], key=lambda p: (-count[p.name], p.name, p.start or 0)) for key in order)


def _codes(claims: Sequence[Claim], kind: str) -> dict[str, str]:
    """For each scheme the code that most claims of the event's type carry."""
    told = Counter(item for claim in claims if claim.type == kind for item in sorted(claim.codes.items()))
    codes: dict[str, str] = {}
    for scheme, code in sorted(told, key=lambda item: (-told[item], item)):
        codes.setdefault(scheme, code)
    return dict(sorted(codes.items()))


def _outlets(reports: Iterable[str], known: Mapping[str, Report]) -> tuple[str, ...]:
    found = (known[name].outlet for name in reports if name in known)
    return tuple(sorted({outlet for outlet in found if outlet is not None}))


def _first_seen(reports: Iterable[str], known: Mapping[str, Report]) -> str | None:
    printed = [known[name].published.when for name in reports if name in known]
    return min((when.iso()[0] for when in printed if when is not None), default=None)
