"""Deadlines, ultimatums, demands, promises and threats: what was uttered once is one row, whoever prints it."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from dateline.model import Commitment, Party, content_id
from dateline.weigh.ledger.binding import SIDES, binds, of_the_war, pledges_itself, supports
from dateline.weigh.ledger.dates import last_day
from dateline.weigh.ledger.due import asked_within, due_of
from dateline.weigh.ledger.names import merged, sides
from dateline.weigh.ledger.outcomes import Draft, outcome, tells_unkept
from dateline.weigh.ledger.readings import Reading
from dateline.weigh.ledger.wording import DULL, condition_of, content_of, follows
from dateline.words.ledger import cue, duties

__all__ = ["commitments"]

SEASON = timedelta(days=3)
"""Reports of one utterance come within these days."""
MONTH = timedelta(days=31)
"""Within these days the same words are still the same utterance, quoted again."""
AGAIN = 0.6
"""How much of two wordings must be shared for the same words, and not only the same content."""
FEW = 3
"""Fewer telling words than these are a set phrase."""
NEAR = 800
"""Characters between a demand and the threat behind it."""
RECENT = 40
"""So many utterances of a side, the latest, are held against another claim of it."""
LIKE = 0.22
"""How much of two wordings must be shared for one content."""
_UNREAL = re.compile(r"\bif\b.*\bhad\b")
"""What would have been: "if it had fallen within two weeks"."""
_WORD = re.compile(r"[a-z]{4,}")
ASKS = frozenset({"demand", "threat", "ultimatum", "deadline"})


def commitments(read: Sequence[Reading]) -> tuple[Commitment, ...]:
    """The commitments in readings, each with what later reports show of it."""
    found: list[Commitment] = []
    for home in sorted({one.home for one in read}, key=str):
        own = [one for one in read if one.home == home]
        drafts = [draft for one in own if (draft := _draft(one)) is not None]
        found += [_commitment(group, own) for group in _groups(drafts)]
    return tuple(found)


# --- one claim ---------------------------------------------------------------------------------------------------------


def _draft(one: Reading) -> Draft | None:
    kind = _kind(one)
    if kind is None or _long_past(one):
        return None
    due = due_of(one, kind)
    if not binds(one, kind) or (due is None and kind in ("promise", "demand") and not of_the_war(one)):
        return None
    if kind == "demand" and due is not None:
        kind = "deadline"
    return Draft(kind, one, _makers(one, kind), due)


def _long_past(one: Reading) -> bool:
    """Whether it was uttered long before the report, and nothing tells that it was not kept: history, not a thing to wait for."""
    if not one.claim.background or one.when is None or one.printed is None:
        return False
    return one.printed - one.when.last > MONTH and not tells_unkept(one)


def _makers(one: Reading, kind: str) -> frozenset[str]:
    return sides(_who(one, kind), one.home)


def _who(one: Reading, kind: str) -> tuple[Party, ...]:
    """Who makes it: whoever acts; where the one to act is somebody else than the voice that asks, that voice."""
    return one.claim.speaker if _asks_another(one, kind) else one.claim.by or one.claim.speaker


def _toward(one: Reading, kind: str) -> tuple[Party, ...]:
    """Whom it is addressed to; of a demand another voice makes, whoever is to act."""
    return one.claim.by if _asks_another(one, kind) else one.claim.to


def _asks_another(one: Reading, kind: str) -> bool:
    """Whether a claim names, as who acts, the side that is asked: "Kyiv wants Moscow to stop"."""
    return kind != "promise" and bool(one.speaker) and bool(one.by) and not one.to and not one.by & one.speaker


def _kind(one: Reading) -> str | None:
    claim = one.claim
    asked = claim.stance == "demands" or claim.type == "demand"
    if cue("phrases", "warning").search(one.clause) and not (asked and claim.deadline):
        return None
    if asked:
        return _asking(one)
    if claim.stance == "threatens" or claim.type == "threat":
        if claim.stance == "promises":
            return "promise"
        if not claim.by or not cue("commitments", "uttered").search(one.clause):
            return None
        if supports(one):
            return "promise"
        return "ultimatum" if cue("commitments", "ultimatum").search(one.clause) and claim.to else "threat"
    if claim.type == "ceasefire_start":
        return "promise" if claim.stance == "promises" and not one.strong else None
    if claim.stance == "promises" and cue("commitments", "or_else").search(one.clause):
        return "ultimatum"
    if claim.stance == "promises" or _pledges(one) or (claim.stance not in ("denies", "accuses") and _undertakes(one)):
        return "promise"
    if claim.stance == "accuses" and claim.type == "agreement" and _undertakes(one):
        return "promise"
    if claim.stance == "asserts" and asked_within(one.clause) is not None:
        return None if cue("commitments", "no_asks").search(one.clause) else "demand"
    if claim.deadline is None or claim.type == "ceasefire_end" or _lasts(one):
        return None
    step = bool(cue("commitments", "by_then").search(one.clause))
    ahead = claim.modality != "actual" and claim.type != "agreement" and _binds(one)
    return "deadline" if ahead or (claim.type == "agreement" and step) else None


def _binds(one: Reading) -> bool:
    """Whether what is planned for a day is a duty of somebody, or a step of a truce; a journey or a forecast binds nobody."""
    if (
        one.claim.type == "casualty_figure"
        or cue("commitments", "guess").search(one.clause)
        or _UNREAL.search(one.clause)
    ):
        return False
    side = any(party.kind in SIDES for party in one.claim.by)
    return bool(one.nouns or cue("commitments", "duty").search(one.clause) or (side and duties(one.clause)))


def _lasts(one: Reading) -> bool:
    """Whether a day only ends a stretch, or that by which a truce would be made longer: "holds from Monday until Friday"."""
    stretch = one.when is not None and one.when.days > 1 and cue("commitments", "stretch").search(one.clause)
    return bool(stretch) or (one.strong and bool(cue("states", "extended", "cues").search(one.clause)))


def _asking(one: Reading) -> str | None:
    """A demand asks somebody to do something, in words; "will not" of one's own is a promise."""
    if one.claim.stance == "promises":
        return "promise"
    if not one.to and _pledges(one):
        return "promise"
    if cue("commitments", "no_asks").search(one.clause) or one.clause.rstrip().endswith("?"):
        return None
    return "demand" if any(cue("commitments", told).search(one.clause) for told in ("asks", "musts")) else None


def _pledges(one: Reading) -> bool:
    """Whether a side tells what it will or will not do itself."""
    own = bool(one.by & one.speaker) or (one.claim.type == "denial" and bool(one.speaker))
    ahead = one.claim.modality != "actual" or one.claim.type in ("statement", "denial")
    said = one.clause
    hit = cue("commitments", "pledge").search(said)
    pledged = hit is not None and not cue("commitments", "no_pledge").search(said) and pledges_itself(one, hit.start())
    return own and ahead and pledged


def _undertakes(one: Reading) -> bool:
    """Whether a claim of an agreement, or of one not kept, tells what somebody undertook to do."""
    if not one.by or one.claim.type not in ("agreement", "statement", "other"):
        return False
    if one.claim.type != "agreement" and not one.nouns:
        return False
    said = one.clause
    return bool(cue("commitments", "promise").search(said)) and not cue("commitments", "no_promise").search(said)


# --- one utterance -----------------------------------------------------------------------------------------------------


def _groups(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Drafts by utterance. Only those of one side and season are compared."""
    groups: list[list[Draft]] = []
    by_side: dict[str, list[int]] = {}
    for draft in drafts:
        near = sorted({at for side in draft.who for at in by_side.get(side, [])[-RECENT:]}, reverse=True)
        at = next((at for at in near[:RECENT] if _one_utterance(groups[at], draft)), None)
        if at is None:
            at = len(groups)
            groups.append([])
        groups[at].append(draft)
        for side in draft.who:
            told = by_side.setdefault(side, [])
            if at not in told[bisect_left(told, at) :][:1]:
                insort(told, at)
    return groups


def _one_utterance(group: Sequence[Draft], draft: Draft) -> bool:
    first = group[0]
    if (first.kind in ASKS) != (draft.kind in ASKS) or not _same_due(first, draft):
        return False
    if not _near(first.day, draft.day):
        return any(_quoted_again(other, draft) for other in group)
    return any(_alike(other, draft) or _goes_on(other, draft) for other in group)


def _near(one: date | None, other: date | None, within: timedelta = SEASON) -> bool:
    return one is None or other is None or abs(one - other) <= within


def _quoted_again(one: Draft, other: Draft) -> bool:
    """Whether a later report says the same words again."""
    a, b = one.reading.clause, other.reading.clause
    return _near(one.day, other.day, MONTH) and len(_words(a) & _words(b)) >= FEW and _likeness(a, b) >= AGAIN


def _same_due(one: Draft, other: Draft) -> bool:
    if one.due is None or other.due is None:
        return one.due is other.due or (
            one.reading.claim.report == other.reading.claim.report and one.kind != "deadline" != other.kind
        )
    return last_day(one.due) == last_day(other.due)


def _alike(one: Draft, other: Draft) -> bool:
    """Whether two wordings say one thing: one deadline, one truce asked of one side, or shared words."""
    addressed = _addressed(one, other)
    if (
        one.due is not None
        and one.due == other.due
        and (addressed or one.reading.claim.speaker == other.reading.claim.speaker)
    ):
        return True
    like = _likeness(one.reading.clause, other.reading.clause)
    if one.kind not in ASKS:
        return like >= LIKE
    both = duties(one.reading.clause), duties(other.reading.clause)
    if addressed and one.reading.strong and other.reading.strong and "watch" not in both[0] | both[1]:
        return True
    return addressed and like >= (LIKE / 2 if both[0] & both[1] else LIKE)


def _addressed(one: Draft, other: Draft) -> bool:
    """Whether two ask the same side, as far as both tell whom they ask."""
    asked = _bearer(one), _bearer(other)
    return bool(asked[0] & asked[1]) or not asked[0] or not asked[1]


def _bearer(draft: Draft) -> frozenset[str]:
    return sides(_toward(draft.reading, draft.kind), draft.reading.home)


def _goes_on(one: Draft, other: Draft) -> bool:
    """Whether a demand goes on in the same passage of one speaker to one side, or an "or else" stands behind it."""
    if one.reading.claim.report != other.reading.claim.report or one.kind not in ASKS:
        return False
    if not one.reading.voice & other.reading.voice or not _addressed(one, other):
        return False
    if abs(one.reading.claim.start - other.reading.claim.start) > NEAR:
        return False
    threats = [draft for draft in (one, other) if draft.kind in ("threat", "ultimatum")]
    return all(cue("commitments", "ultimatum").search(draft.reading.clause) for draft in threats)


@cache
def _words(said: str) -> frozenset[str]:
    return frozenset(word[:5] for word in _WORD.findall(said)) - {word[:5] for word in DULL}


def _likeness(one: str, other: str) -> float:
    a, b = _words(one), _words(other)
    return len(a & b) / len(a | b) if a and b else 0.0


# --- the row -----------------------------------------------------------------------------------------------------------


def _commitment(group: Sequence[Draft], read: Sequence[Reading]) -> Commitment:
    first = group[0]
    kind = _joint_kind({draft.kind for draft in group})
    result, evidence = outcome(group, kind, read)
    claims = tuple(dict.fromkeys(draft.reading.claim.id for draft in group))
    home = first.reading.home
    return Commitment(
        id=content_id("commitment", kind, min(claims), first.due),
        kind=kind,  # type: ignore[arg-type]  # the kinds of drafts are those of the model
        who=merged([party for draft in group for party in _who(draft.reading, draft.kind)], home),
        toward=merged([party for draft in group for party in _toward(draft.reading, draft.kind)], home),
        what=content_of(first.reading.claim),
        due=next((draft.due for draft in group if draft.due is not None), None),
        condition=next((said for draft in group if (said := condition_of(draft.reading)) is not None), None),
        consequence=next((follows(d.reading) for d in group if d.kind in ("threat", "ultimatum")), None),
        claims=claims,
        outcome=result,
        evidence=evidence,
    )


def _joint_kind(kinds: set[str]) -> str:
    """A demand with a threat behind it is an ultimatum."""
    if "ultimatum" in kinds or {"demand", "threat"} <= kinds or {"deadline", "threat"} <= kinds:
        return "ultimatum"
    return min(kinds)
