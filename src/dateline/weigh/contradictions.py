"""What the claims of one event say that cannot all be so, or is said more finely, or was replaced.

Each field has its table: values and the claims that hold them. A value that one claim alone holds counts as well.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.model import Contradiction, Event, Value, content_id
from dateline.weigh.explain import number, sentence
from dateline.weigh.figures import Told, told_figures
from dateline.weigh.kinds import Kind, kind_of
from dateline.weigh.traits import Traits
from dateline.weigh.voices import Voice
from dateline.words.weigh import country_called, means_alike, means_in, names_keeping, plain, within

__all__ = ["contradictions"]

Voices = Mapping[str, frozenset[Voice]]
ATTACKS: Final = frozenset(("airstrike", "shelling", "armed_attack", "facility_attack"))


NEAR: Final = 0.12
"""Degrees within which two towns' counts may be of one place."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A difference in one field: values in order, each with the claims that hold it."""

    field: str
    kind: Kind
    values: dict[str, list[str]]


def contradictions(event: Event, group: Sequence[Traits], voices: Voices) -> tuple[Contradiction, ...]:
    """The contradictions within an event, in the order of their fields."""
    found = [item for look in LOOKS for item in look(group, voices)]
    return tuple(_contradiction(event, item, voices) for item in found)


def _contradiction(event: Event, found: _Found, voices: Voices) -> Contradiction:
    values = tuple(Value(value, tuple(sorted(set(claims)))) for value, claims in found.values.items())
    said = [(v.value, sorted({voice.name for claim in v.claims for voice in voices[claim]})) for v in values]
    name = content_id("contradiction", event.id, found.field, *((v.value, v.claims) for v in values))
    return Contradiction(name, event.id, found.field, found.kind, values, sentence(found.field, found.kind, said))


def _counts(group: Sequence[Traits], voices: Voices) -> Iterator[_Found]:
    running, truce = any(one.series is not None for one in group), _of_truce(group)
    for (measure, subgroup, _), said_all in _tolls(group, voices, running=running).items():
        if truce and measure != "violations":
            continue  # the dead of a truce died in many incidents
        told = _firm(_of_one_place([one for one in said_all if _counted(one.one)]))
        values = _numbers(told)
        if len(values) > 1:
            field = f"{measure} {subgroup.replace('_', ' ')}" if subgroup else measure
            yield _Found(
                field,
                kind_of(_one_each(told), running=running),
                {v: [t.one.claim.id for t in said] for v, said in values.items()},
            )


def _tolls(group: Sequence[Traits], voices: Voices, *, running: bool) -> dict[tuple[str, str | None, str], list[Told]]:
    """Figures by measure and subgroup; civilians are everybody where no claim tells them apart."""
    told = told_figures(group, voices)
    for measure, subgroup, unit in sorted(told, key=repr):
        whole = told.get((measure, None, unit), [])
        part = told.get((measure, subgroup, unit), [])
        if subgroup == "civilians" and whole and not running and not _claims(whole) & _claims(part):
            told[measure, None, unit] = [*whole, *part]
            del told[measure, subgroup, unit]
    return told


def _counted(one: Traits) -> bool:
    return not one.denies and one.claim.modality == "actual"


def _firm(told: Sequence[Told]) -> list[Told]:
    """The figures without vague words that a number bears out: dozens, where somebody counts 65."""
    least = max((one.figure.best or 0 for one in told if not one.vague), default=0)
    return [one for one in told if not one.vague or (one.figure.best or 0) > least]


def _of_one_place(told: Sequence[Told]) -> list[Told]:
    """The figures of the town that most are told of, and those told of no town."""
    towns = Counter(one.one.place for one in told if one.one.town)
    if not towns:
        return list(told)
    most = min(towns, key=lambda place: (-towns[place], place or ""))
    return [one for one in told if not one.one.town or one.one.place == most or _near(one.one, told, most)]


def _near(one: Traits, told: Sequence[Told], place: str | None) -> bool:
    there = next(other.one for other in told if other.one.place == place)
    return abs(one.lat - there.lat) < NEAR and abs(one.lon - there.lon) < NEAR


def _numbers(told: Sequence[Told]) -> dict[str, list[Told]]:
    """Figures by the number they name; where all name one number, by how firmly they name it."""
    by_number: dict[float, list[Told]] = defaultdict(list)
    for one in told:
        by_number[one.figure.best or 0].append(one)
    if len(by_number) > 1:
        return {number(said[0].figure): said for _, said in sorted(by_number.items())}
    firm: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.figure.qualifier != "about":  # about 45 and 45 are the same to a reader
            firm[number(one.figure)].append(one)
    return dict(sorted(firm.items()))


def _one_each(told: Sequence[Told]) -> list[Told]:
    """One figure for each number and day, so that an outlet that repeats itself weighs no more."""
    seen: dict[tuple[float, float], Told] = {}
    for one in told:
        seen.setdefault((one.figure.best or 0, one.one.printed), one)
    return list(seen.values())


def _doers(group: Sequence[Traits], voices: Voices) -> Iterator[_Found]:
    """Who did it: a name against another, or a name against a denial."""
    if not any(one.claim.type in ATTACKS for one in group) or _of_truce(group):
        return
    said: dict[frozenset[str], list[str]] = defaultdict(list)
    denied: list[Traits] = []
    for one in group:
        if one.denies:
            denied.append(one)
        elif (
            one.by
            and (one.claim.type in ATTACKS or one.accuses)
            and one.series is None
            and one.claim.modality != "hypothetical"
        ):
            said[one.by].append(one.claim.id)
    said.pop(frozenset({"civilians"}), None)
    accused = frozenset[str]().union(*said)
    denials = [one for one in denied if one.by & accused or (not one.by and one.speakers & accused)]
    if not said or not (denials or _at_odds(list(said))):
        return
    values = {_who(keys): said[keys] for keys in sorted(said, key=sorted)}
    for one in denials:
        values.setdefault(f"denied by {_who(one.speakers) or 'the accused'}", []).append(one.claim.id)
    if len(values) > 1:
        yield _Found("perpetrator", "conflict", values)


def _at_odds(sets: Sequence[frozenset[str]]) -> bool:
    """Whether two name different doers, neither of which may be the other told more widely."""
    wide = [keys.union(*(within().get(key, frozenset()) for key in keys)) for keys in sets]
    return any(
        not (a <= wide_b or b <= wide_a)
        for n, (a, wide_a) in enumerate(zip(sets, wide, strict=True))
        for b, wide_b in zip(sets[n + 1 :], wide[n + 1 :], strict=True)
    )


def _who(keys: frozenset[str]) -> str:
    return " and ".join(sorted(country_called(key).removeprefix("~") for key in keys))


def _of_truce(group: Sequence[Traits]) -> bool:
    """Whether a group tells of a truce, and not only of an act that broke one."""
    made = ("agreement", "ceasefire_start", "ceasefire_end")
    return any(one.family == "truce" and one.claim.type in made for one in group)


def _happened(group: Sequence[Traits], voices: Voices) -> Iterator[_Found]:
    """Whether it happened at all: told by some, denied by others who are not accused of it."""
    told = [
        one
        for one in group
        if one.claim.type in ATTACKS | {"casualty_figure", "clash"}
        and not one.denies
        and one.claim.modality == "actual"
    ]
    denied = [one for one in group if one.denies]
    if told and denied and not any(_doers(group, voices)):
        yield _Found(
            "whether it happened",
            "conflict",
            {"it happened": [o.claim.id for o in told], "it did not": [o.claim.id for o in denied]},
        )


def _toll_denied(group: Sequence[Traits], voices: Voices) -> Iterator[_Found]:
    """Whether there were victims at all."""
    counted = [one.claim.id for one in group if not one.denies and any(m == "killed" for m, _, _ in one.counts)]
    denied = [one.claim.id for one in group if one.denies and VICTIMS.search(one.claim.text.lower())]
    if counted and denied and not _of_truce(group):
        yield _Found("victims", "conflict", {"there were": counted, "there were none": denied})


def _kept(group: Sequence[Traits], voices: Voices) -> Iterator[_Found]:
    """Whether a truce is kept."""
    if not _of_truce(group):
        return
    broken = [one for one in group if one.claim.type in ("ceasefire_violation", "ceasefire_end")]
    kept = [
        one
        for one in group
        if one.family == "speech" and not one.accuses and (one.denies or names_keeping(one.claim.text.lower()))
    ]
    if broken and kept:
        yield _Found(
            "whether the truce is kept",
            "conflict",
            {"kept": [o.claim.id for o in kept], "broken": [o.claim.id for o in broken]},
        )


def _breakers(group: Sequence[Traits], voices: Voices) -> Iterator[_Found]:
    """Who broke a truce, where each side says the other."""
    if not _of_truce(group):
        return
    said: dict[frozenset[str], list[str]] = defaultdict(list)
    for one in group:
        if one.by and (one.claim.type == "ceasefire_violation" or one.claim.type == "accusation"):
            said[one.by].append(one.claim.id)
    if len(said) > 1:
        yield _Found("who broke it", "conflict", {_who(keys): said[keys] for keys in sorted(said, key=sorted)})


def _starts(group: Sequence[Traits], voices: Voices) -> Iterator[_Found]:
    """When a truce began."""
    said: dict[str, list[str]] = defaultdict(list)
    for one in group:
        when = one.claim.time.when if one.claim.time is not None else None
        if one.claim.type == "ceasefire_start" and when is not None:
            days = when.iso()
            said[days[0][:10] if one.dated else f"{days[0][:10]} to {days[1][:10]}"].append(one.claim.id)
    if len([day for day in said if " to " not in day]) > 1:
        yield _Found("start", "conflict", dict(sorted(said.items())))


def _days(group: Sequence[Traits], voices: Voices) -> Iterator[_Found]:
    """On which day: one day apart may be one visit or one night; further apart is somebody's error."""
    told = [
        one for one in group if one.family in ("meeting", "strike", "ground") and one.series is None and one.claim.time
    ]
    exact = [one for one in told if one.end - one.start <= 1 and one.firm_time]
    recalled = [one for one in told if one.claim.background and one.town]
    said: dict[tuple[float, float], list[Traits]] = defaultdict(list)
    for one in exact or recalled:
        said[one.start, one.end].append(one)
    spans = sorted(said)
    apart = [(a, b) for a in spans for b in spans if a[1] <= b[0]]
    if apart and not _of_truce(group):
        values = {_day_of(said[span][0]): [one.claim.id for one in said[span]] for span in spans}
        yield _Found("date", "granularity" if spans[-1][1] - spans[0][0] <= 2 else "conflict", values)


def _day_of(one: Traits) -> str:
    when = one.claim.time.when if one.claim.time is not None else None
    if when is None:
        return ""
    return when.iso()[0][:10] if when.days <= 1 else " to ".join(when.iso())


def _towns(group: Sequence[Traits], voices: Voices) -> Iterator[_Found]:
    """In which town: names of neighbours are one place told more or less finely."""
    said: dict[str, list[str]] = defaultdict(list)
    for one in group:
        if one.town and one.claim.place is not None and (one.family in ("strike", "meeting") or one.accuses):
            said[one.claim.place.name].append(one.claim.id)
    names = sorted(said)
    shared = [set(a.lower().split()) & set(b.lower().split()) for a in names for b in names if a != b]
    if len(names) > 1 and not any(shared) and not _of_truce(group):
        yield _Found("place", "granularity", {name: said[name] for name in names})


def _means(group: Sequence[Traits], voices: Voices) -> Iterator[_Found]:
    """By what means: some names may be one thing told more or less finely."""
    if _of_truce(group) or any(one.series is not None for one in group):
        return
    for sort in ("delivery", "agent"):
        said: dict[str, list[str]] = defaultdict(list)
        for one in group:
            if one.family == "strike" or one.accuses:
                names = means_in(plain(one.claim.text), sort)
                if not names and sort == "delivery" and one.claim.type == "airstrike":
                    names = ("airstrike",)
                for name in names[-1:]:
                    said[name].append(one.claim.id)
        if len(said) > 1:
            kind: Kind = "granularity" if means_alike(list(said), sort) else "conflict"
            yield _Found("weapon", kind, {name: said[name] for name in sorted(said)})


def _scopes(group: Sequence[Traits], voices: Voices) -> Iterator[_Found]:
    """All against some: running counts of everybody, and of civilians or soldiers, that nobody tells as whole and part."""
    told = told_figures(group, voices) if any(one.series is not None for one in group) else {}
    for measure, subgroup, unit in sorted(told, key=repr):
        whole, part = told.get((measure, None, unit), []), told[measure, subgroup, unit]
        if subgroup in ("civilians", "soldiers") and whole and not _claims(whole) & _claims(part):
            yield _Found(
                f"{measure}: of whom",
                "scope",
                {
                    number(whole[0].figure): sorted(_claims(whole)),
                    f"{number(part[0].figure)} {subgroup}": sorted(_claims(part)),
                },
            )


def _claims(told: Sequence[Told]) -> set[str]:
    return {one.one.claim.id for one in told}


Look = Callable[[Sequence[Traits], Voices], Iterator[_Found]]


def _control(group: Sequence[Traits], voices: Voices) -> Iterator[_Found]:
    """Who holds a place."""
    said: dict[frozenset[str], list[str]] = defaultdict(list)
    for one in group:
        if one.claim.type == "territorial_control" and one.by and one.claim.modality == "actual":
            said[one.by].append(one.claim.id)
    if any(not a & b for a in said for b in said):
        yield _Found("control", "conflict", {_who(keys): said[keys] for keys in sorted(said, key=sorted)})


def _promised(group: Sequence[Traits], voices: Voices) -> Iterator[_Found]:
    """What was promised not to be done, and is told as done."""
    promised = [one.claim.id for one in group if one.claim.stance == "promises" and NOT.search(one.claim.text.lower())]
    done = [
        one.claim.id
        for one in group
        if one.family in ("strike", "ground") and one.claim.modality == "actual" and not one.denies
    ]
    if promised and done and not _of_truce(group):
        yield _Found("promise and deed", "conflict", {"promised not to": promised, "told as done": done})


VICTIMS: Final = re.compile(r"\b(?:dead|deaths?|died|kill\w*|casualt\w*|victims?|wounded|injur\w*)\b")
NOT: Final = re.compile(r"\b(?:no|not|never|n't|neither|nor)\b")
LOOKS: Final[tuple[Look, ...]] = (
    _counts,
    _doers,
    _happened,
    _toll_denied,
    _kept,
    _breakers,
    _starts,
    _days,
    _towns,
    _means,
    _scopes,
    _control,
    _promised,
)
"""One look a field."""
