"""Differences between counts: of one measure, subgroup and place; and between all and some."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from dateline.weigh.contradictions.differences import Difference, Voices, of_many_blows, of_truce
from dateline.weigh.contradictions.explain import number
from dateline.weigh.contradictions.whose import each_side, fallen_of, is_addition, is_household
from dateline.weigh.figures import FORCES, Told, told_figures
from dateline.weigh.kinds import A_FEW, OTHER, kind_of, meet
from dateline.weigh.traits import Traits

__all__ = ["called_otherwise", "counts", "one_source", "status", "whole_and_part"]

NEAR: Final = 0.12
"""Degrees within which two towns' counts may be of one place."""


def counts(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Counts of one measure and subgroup that differ."""
    running, truce = any(one.series is not None for one in group), of_truce(group)
    fallen = fallen_of(group)
    for (measure, subgroup, _), said_all in _tolls(group, voices, running=running).items():
        if truce and measure != "violations":
            continue  # the dead of a truce died in many incidents
        field = f"{measure} {subgroup.replace('_', ' ')}" if subgroup else measure
        whole = [one for one in said_all if _counted(one.one)]
        whole = [one for one in whole if not is_addition(one, said_all) and not is_household(one, whole)]
        for side in each_side(whole, fallen):
            told = _firm(_of_one_place(_one_a_claim(side)))
            values = _numbers(told)
            if len(values) > 1:
                yield Difference(
                    field,
                    kind_of(_one_each(told), running=running),
                    {v: [t.one.claim.id for t in said] for v, said in values.items()},
                )


def one_source(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Two numbers of one source: reports of one day credit it with counts of everybody that do not meet."""
    if of_many_blows(group):
        return
    for (measure, part, _), told in sorted(told_figures(group, voices).items(), key=repr):
        quoted = [one for one in told if part is None and one.one.speakers and _counted(one.one) and not one.vague]
        said: dict[str, list[str]] = defaultdict(list)
        for one in quoted:
            if any(_credited_otherwise(one, other) for other in quoted):
                said[number(one.figure)].append(one.one.claim.id)
        if len(said) > 1:
            yield Difference(f"{measure}, as one source is quoted", "conflict", dict(said))


def _credited_otherwise(one: Told, other: Told) -> bool:
    """Whether one source is given other numbers by another report of the same day, none of them many times the other."""
    same = one.voice == other.voice or len(_called(one.one) & _called(other.one)) > 1
    same = same and one.one.words != other.one.words  # one sentence with two counts, copied, counts the same twice
    at_once = one.one.claim.report != other.one.claim.report and one.one.printed == other.one.printed
    less, more = sorted((one.figure.best or 0, other.figure.best or 0))
    return same and at_once and less * OTHER > more and not meet(one.figure, other.figure)


def _called(one: Traits) -> frozenset[str]:
    """The telling words in the names of those who speak."""
    return frozenset(word for key in one.speakers for word in key.split())


def _tolls(group: Sequence[Traits], voices: Voices, *, running: bool) -> dict[tuple[str, str | None, str], list[Told]]:
    """Figures by measure and subgroup; civilians are everybody where no claim tells them apart."""
    told = told_figures(group, voices)
    for measure, subgroup, unit in sorted(told, key=repr):
        whole = told.get((measure, None, unit), [])
        part = told.get((measure, subgroup, unit), [])
        if subgroup == "civilians" and whole and not running and not _claims(whole) & _claims(part):
            beside = {
                claim
                for (m, group, _), some in told.items()
                if m == measure and group in FORCES
                for claim in _claims(some)
            }
            told[measure, None, unit] = [*whole, *(one for one in part if one.one.claim.id not in beside)]
            del told[measure, subgroup, unit]
    return told


def _counted(one: Traits) -> bool:
    return not one.denies and one.claim.modality == "actual"


def _one_a_claim(told: Sequence[Told]) -> list[Told]:
    """The greatest figure of each claim and, of one voice in one report, the greatest: what is less are parts of it."""
    most: dict[tuple[str, str], Told] = {}
    for one in told:
        key = (one.one.claim.report, one.voice)
        best = most.get(key)
        if best is None or (one.figure.best or 0) > (best.figure.best or 0):
            most[key] = one
    kept = {key: one.figure.best for key, one in most.items()}
    same = [one for one in told if one.figure.best == kept[one.one.claim.report, one.voice]]
    return list({one.one.claim.id: one for one in same}.values())


def _firm(told: Sequence[Told]) -> list[Told]:
    """The figures without vague words that a number bears out (dozens, where somebody counts 65); numbers there must be."""
    if all(one.vague for one in told):
        return []
    least = max(one.figure.best or 0 for one in told if not one.vague)
    return [one for one in told if not one.vague or (one.figure.best or 0) > least]


def _of_one_place(told: Sequence[Told]) -> list[Told]:
    """The figures of the town that most are told of, and those told of no town."""
    towns = Counter(one.one.place for one in told if one.one.town)
    if not towns:
        return _of_one_land(told)
    most = min(towns, key=lambda place: (-towns[place], place or ""))
    return [one for one in told if not one.one.town or one.one.place == most or _near(one.one, told, most)]


def _of_one_land(told: Sequence[Told]) -> list[Told]:
    """The figures of the land or region that most are told of by name, and those told of none."""
    lands = Counter(_land(one.one) for one in told if one.one.firm_place)
    most = min(lands, key=lambda land: (-lands[land], land or ""), default=None)
    return [one for one in told if not one.one.firm_place or _land(one.one) == most]


def _land(one: Traits) -> str | None:
    return one.country or one.place


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
    """One figure for each number, firmness and day, so that an outlet that repeats itself weighs no more."""
    seen: dict[tuple[float, str, float], Told] = {}
    for one in told:
        seen.setdefault((one.figure.best or 0, one.figure.qualifier, one.one.printed), one)
    return list(seen.values())


def whole_and_part(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """All against some: running counts of everybody, and of civilians or soldiers, that nobody tells as whole and part."""
    told = told_figures([one for one in group if one.series is not None], voices)
    for measure, subgroup, unit in sorted(told, key=repr):
        whole, part = told.get((measure, None, unit), []), told[measure, subgroup, unit]
        if subgroup in ("civilians", "soldiers") and whole and not _claims(whole) & _claims(part):
            yield Difference(
                f"{measure}: of whom",
                "scope",
                {
                    number(whole[0].figure): sorted(_claims(whole)),
                    f"{number(part[0].figure)} {subgroup}": sorted(_claims(part)),
                },
            )


def status(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Who the dead were: all of a number called civilians by one report, while another counts fighters among as many."""
    told = told_figures(group, voices) if not of_truce(group) else {}
    for measure, subgroup, unit in sorted(told, key=repr):
        forces = [one for one in told[measure, subgroup, unit] if one.people in FORCES]
        counting = _claims(forces)
        everybody = [one for one in told.get((measure, None, unit), []) if one.figure.best is not None]
        whole = {one.figure.best for one in everybody if one.one.claim.id in counting}
        everybody = [one for one in everybody if one.figure.best in whole]
        civilians = [one for one in told.get((measure, "civilians", unit), []) if one.figure.best in whole]
        if civilians and not _claims(civilians) & counting:
            yield Difference(
                f"{measure}: who they were",
                "conflict",
                {
                    f"{number(civilians[0].figure)} civilians": sorted(_claims(civilians)),
                    f"{number(everybody[0].figure)}, among them {number(forces[0].figure)} {forces[0].part}": sorted(
                        _claims([*everybody, *forces])
                    ),
                },
            )


def called_otherwise(group: Sequence[Traits], voices: Voices) -> Iterator[Difference]:
    """Who the dead were: one report counts as many civilians as another one counts fighters, and neither counts both."""
    told = told_figures(group, voices) if not of_truce(group) else {}
    for measure, subgroup, unit in sorted(told, key=repr):
        civilians = told[measure, subgroup, unit] if subgroup == "civilians" else []
        forces = [one for key, some in told.items() if (key[0], key[2]) == (measure, unit) for one in some]
        forces = [one for one in forces if one.people in FORCES and _counted(one.one)]
        pairs = [(a, b) for a in civilians for b in forces if _one_number(a, b) and _counted(a.one)]
        reports = [frozenset(one.one.claim.report for one in some) for some in (civilians, forces)]
        if pairs and reports[0].isdisjoint(reports[1]):
            civil, armed = pairs[0]
            yield Difference(
                f"{measure}: who they were",
                "conflict",
                {
                    f"{number(civil.figure)} civilians": [a.one.claim.id for a, _ in pairs],
                    f"{number(armed.figure)} {armed.part}": [b.one.claim.id for _, b in pairs],
                },
            )


def _one_number(one: Told, other: Told) -> bool:
    """Whether two voices give one number of more than a few."""
    return one.figure.best == other.figure.best and (one.figure.best or 0) > A_FEW and one.voice != other.voice


def _claims(told: Sequence[Told]) -> set[str]:
    return {one.one.claim.id for one in told}
