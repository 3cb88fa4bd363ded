"""What changed between two versions of a page: a toll that was lowered is news, the more so where nobody says it was.

Claims of the two are paired by their words; what differs in a pair is told field by field, what has no pair as gone or
new. Words that stand around the story play no part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from rapidfuzz import fuzz, process

from dateline.model import Claim, Figure, Party, Report, content_id
from dateline.text import fold, story_of

__all__ = ["Revision", "revisions"]

Turn = Literal["lowered", "raised", "dropped", "added", "changed"]
Kind = Literal["headline", "figure", "voice", "doer", "place", "stance", "claim", "words"]

ALIKE: Final = 62.0
"""How alike the words of two claims must be, of 100, to be two states of one claim."""
MOST: Final = 400
"""Claims of one version that are compared: each is held against each."""
ADMITTED: Final = ("a correction", "an editor's note", "a note of an update")
"""How the notes of a report begin in which an outlet says that it changed something."""
NUMBERS = re.compile(
    r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds|thousands)\b"
)
LONGEST: Final = 300
"""Characters of words that a revision quotes."""
WHAT: Final[dict[Kind, str]] = {
    "headline": "the headline", "figure": "the figure of ", "voice": "who says so", "doer": "who did it", "place": "where it was",
    "stance": "how it is said", "claim": "a claim",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Revision:
    """One thing that a version of a page says otherwise than the one before it: what it was, and what it is now.

    `field` names the measure of a figure. `admitted` is whether the page says that it was changed. `claims` are those that
    say it, of both versions.
    """

    id: str
    report: str
    before: str
    url: str | None
    outlet: str | None
    kind: Kind
    field: str | None
    turn: Turn
    was: str | None
    now: str | None
    admitted: bool
    claims: tuple[str, ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two versions of a page, the earlier one first, with the claims of each."""

    before: Report
    after: Report
    was: tuple[Claim, ...]
    now: tuple[Claim, ...]


class _Turned(NamedTuple):
    """What one change turns on, before it is told."""

    kind: Kind
    turn: Turn
    was: str | None = None
    now: str | None = None
    claims: tuple[Claim, ...] = ()
    field: str | None = None


def revisions(reports: Iterable[Report], claims: Iterable[Claim]) -> tuple[Revision, ...]:
    """What changed between each version of a page and the one before it, by report and the order of its text.

    >>> revisions((), ())
    ()
    """
    known = {report.id: report for report in reports}
    later = [report for report in known.values() if report.version_of in known]
    wanted = {report.id for report in later} | {report.version_of for report in later}
    said: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.report in wanted:
            said.setdefault(claim.report, []).append(claim)
    pairs = (
        _Pair(known[after.version_of or ""], after, _ordered(said, after.version_of or ""), _ordered(said, after.id))
        for after in later
    )
    found = {one.id: one for pair in pairs for one in _revisions(pair)}
    return tuple(sorted(found.values(), key=lambda one: (one.report, one.id)))


def _ordered(said: dict[str, list[Claim]], report: str) -> tuple[Claim, ...]:
    return tuple(sorted(said.get(report, ()), key=lambda claim: (claim.start, claim.end, claim.id))[:MOST])


def _revisions(pair: _Pair) -> Iterator[Revision]:
    found = [*_headline(pair), *_claims(pair)]
    if not found and story_of(pair.before) != story_of(pair.after):
        found.append(_Turned("words", "changed"))
    return (_revision(pair, told) for told in found)


def _headline(pair: _Pair) -> Iterator[_Turned]:
    was, now = pair.before.title, pair.after.title
    if was and now and _plain(was) != _plain(now):
        yield _Turned("headline", "changed", was, now)


def _claims(pair: _Pair) -> Iterator[_Turned]:
    """The changes of claims. A claim in the same words is the same; the others are paired with what is most like them."""
    same = {_said(claim) for claim in pair.was} & {_said(claim) for claim in pair.now}
    was = [claim for claim in pair.was if _said(claim) not in same]
    now = [claim for claim in pair.now if _said(claim) not in same]
    paired = _paired(was, now)
    for i, j in paired:
        yield from _differences(was[i], now[j])
    gone, new = {i for i, _ in paired}, {j for _, j in paired}
    yield from (_Turned("claim", "dropped", one.text, None, (one,)) for i, one in enumerate(was) if i not in gone)
    yield from (_Turned("claim", "added", None, one.text, (one,)) for j, one in enumerate(now) if j not in new)


def _said(claim: Claim) -> tuple[str, str]:
    """By what a claim is known again: its type and its words."""
    return claim.type, _plain(claim.text)


def _paired(was: Sequence[Claim], now: Sequence[Claim]) -> list[tuple[int, int]]:
    """The numbers of claims that are two states of one, the likest first; numbers of people play no part in the likeness."""
    if not was or not now:
        return []
    likeness = process.cdist(
        [_bare(claim) for claim in was], [_bare(claim) for claim in now], scorer=fuzz.token_sort_ratio
    )
    ranked = sorted(
        (-float(likeness[i, j]) - 10.0 * (one.type == other.type), abs(i - j), i, j)
        for i, one in enumerate(was)
        for j, other in enumerate(now)
        if likeness[i, j] >= ALIKE
    )
    found: list[tuple[int, int]] = []
    taken: tuple[set[int], set[int]] = (set(), set())
    for *_, i, j in ranked:
        if i not in taken[0] and j not in taken[1]:
            found.append((i, j))
            taken[0].add(i)
            taken[1].add(j)
    return sorted(found)


def _bare(claim: Claim) -> str:
    return NUMBERS.sub("#", _plain(claim.text))


def _plain(text: str) -> str:
    return " ".join(fold(text).lower().split())


def _differences(was: Claim, now: Claim) -> Iterator[_Turned]:
    """What two states of one claim say differently."""
    sides: tuple[tuple[Kind, str | None, str | None], ...] = (
        ("voice", _names(was.speaker), _names(now.speaker)),
        ("doer", _names(was.by), _names(now.by)),
        ("place", was.place.name if was.place else None, now.place.name if now.place else None),
        ("stance", _mood(was), _mood(now)),
    )
    yield from _figures(was, now)
    for kind, before, after in sides:
        if before != after:
            turn: Turn = "dropped" if after is None else "added" if before is None else "changed"
            yield _Turned(kind, turn, before, after, (was, now))


def _names(parties: Sequence[Party]) -> str | None:
    return ", ".join(sorted({party.name for party in parties})) or None


def _mood(claim: Claim) -> str:
    return claim.stance if claim.modality == "actual" else f"{claim.stance}, {claim.modality}"


def _figures(was: Claim, now: Claim) -> Iterator[_Turned]:
    """The figures of two states of one claim that differ, by what they measure."""
    before, after = _by_measure(was), _by_measure(now)
    for key in sorted({*before, *after}, key=str):
        old, new = before.get(key), after.get(key)
        turn = _turn(old, new)
        if turn is not None:
            field = ", ".join(word for word in key[:2] if word)
            yield _Turned("figure", turn, old.text if old else None, new.text if new else None, (was, now), field)


def _by_measure(claim: Claim) -> dict[tuple[str, str | None, str], Figure]:
    return {(figure.measure, figure.subgroup, figure.unit): figure for figure in claim.figures}


def _turn(old: Figure | None, new: Figure | None) -> Turn | None:
    """Which way a figure went; None where it stayed."""
    if old is None or new is None:
        return "added" if old is None else "dropped"
    if (old.low, old.best, old.high, old.negated) == (new.low, new.best, new.high, new.negated):
        return None
    for before, after in ((old.best, new.best), (old.low, new.low), (old.high, new.high)):
        if before is not None and after is not None and before != after:
            return "lowered" if after < before else "raised"
    return "changed"


def _revision(pair: _Pair, told: _Turned) -> Revision:
    admitted = _admits(pair)
    was, now = (None if said is None else " ".join(said.split())[:LONGEST] for said in (told.was, told.now))
    claims = tuple(claim.id for claim in told.claims)
    return Revision(
        id=content_id("revision", pair.before.id, pair.after.id, told.kind, told.field, was, now, *claims),
        report=pair.after.id,
        before=pair.before.id,
        url=pair.after.url,
        outlet=pair.after.outlet,
        kind=told.kind,
        field=told.field,
        turn=told.turn,
        was=was,
        now=now,
        admitted=admitted,
        claims=claims,
        explanation=_explained(told, was, now) + ("" if admitted else "; the page does not say that it was changed"),
    )


def _admits(pair: _Pair) -> bool:
    """Whether the later version says that it was changed, in a note that the earlier one lacks."""
    before = set(pair.before.notes)
    return any(note.startswith(ADMITTED) and note not in before for note in pair.after.notes)


def _explained(told: _Turned, was: str | None, now: str | None) -> str:
    """A change in words.

    >>> _explained(_Turned("figure", "lowered", field="killed"), "nine people", "six people")
    'the figure of killed was lowered: “nine people” before, “six people” now'
    """
    if told.kind == "words":
        return "the story was put in other words; no claim was found to differ"
    sides = [f"“{said}” {when}" for said, when in ((was, "before"), (now, "now")) if said is not None]
    return f"{WHAT[told.kind]}{told.field or ''} was {told.turn}: {', '.join(sides)}"
