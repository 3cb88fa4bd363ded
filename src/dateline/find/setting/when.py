"""When a claim says that it happened: the time that its own words tie to its act, not to the saying of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final, NamedTuple

from dateline.find.notes import Notes, Sentence
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import FAR, Way, stamped, upward, way, within, word_at
from dateline.find.setting.counted import counted_from, counts_from
from dateline.find.setting.days import EARLIER, ahead_of, denoting, one_day, ranging, so_far
from dateline.find.setting.lasting import lasts_since, since_that, since_then, until_now
from dateline.find.setting.others import DENIED, SAID, next_above, of_another
from dateline.find.setting.parted import hinged, own_day
from dateline.find.setting.spoken import said_besides
from dateline.model import Claim, Span, Time
from dateline.words.measures import HARMED
from dateline.words.recall import load_recall

__all__ = ["HINGES", "REASON", "day_told", "going_on"]

REASON: Final = "no day is told; taken for news of the day of publication or the day before"

NEAR: Final = 10
"""The cost up to which a time is taken for that of the act; beyond it, it tells something else of the sentence."""

DEEP: Final = 15
"""The same, where the act lies within what somebody is accused of, or denies."""

WEEKS: Final = timedelta(days=30)
"""How long before publication what is still planned cannot lie."""

HINGES: Final = frozenset({"after", "since", "following", "before", "despite", "until", "than"})
"""What a time behind these tells is another happening than the one before them, unless nothing else is told."""

NOW: Final = ("PRESENT_REF",)
"""Values of words that tell no more than the present, and give way to any other time."""


class Fit(NamedTuple):
    """A time that may be that of an act: whether it only tells the present, how badly it fits, and where it stands."""

    now: bool
    cost: float
    start: int
    time: Time


def day_told(notes: Notes, claim: Claim, sentence: Sentence, head: int) -> Time | None:
    """The time that the words of a claim give its act, or None where they give none."""
    others = [*said_besides(notes, sentence, claim), *hinged(notes, sentence, claim)]
    told = [
        time
        for time in within(notes.times, Span(stamped(sentence), sentence.end))
        if time.end <= sentence.end and not any(other.start <= time.start < other.end for other in others)
    ]
    meant = own_day(claim, told) or _meant_by_when(sentence, told, head) or _of_toll(claim, sentence, told)
    if meant is not None:
        return denoting(meant, sentence, notes)
    fits = [fit for time in told if (fit := _fit(notes, claim, sentence, time, head, told)) is not None]
    if (then := since_then(notes, sentence, head)) is not None:
        fits.append(Fit(False, 0.0, then.start, then))
    reach = DEEP if claim.type in DENIED else NEAR
    near = [fit for fit in fits if fit.cost <= reach]
    near = [fit for fit in near if not any(counts_from(other.time, fit.time) for other in near)]
    return min(near, key=lambda fit: fit[:3]).time if near else None


def _fit(notes: Notes, claim: Claim, sentence: Sentence, time: Time, head: int, told: Sequence[Time]) -> Fit | None:
    """How a time fits an act, and what it denotes for it; None where it denotes nothing that the act can be of."""
    at = word_at(sentence, time)
    known = counted_from(notes, time, sentence, head, told) or _known(time, sentence, notes)
    if known is not None and (claim.modality == "actual" or EARLIER.match(known.text)):
        known = None if ahead_of(notes, known) else so_far(notes, known)
    if at is None or known is None:
        return None
    there = way(sentence, at, head)
    if claim.modality == "planned" and _over(notes, claim, known, there):
        return None
    counted = claim.figures and since_that(sentence, there)
    known = until_now(known, notes) if counted else ranging(known, told, notes.report.text)
    return Fit(time.timex in NOW, _cost(notes, claim, sentence, time, there, head), time.start, known)


def _meant_by_when(sentence: Sentence, told: Sequence[Time], head: int) -> Time | None:
    """The time that a clause with "when" goes on about: "the worst raid since May, when forty were killed"."""
    for word in upward(sentence, head):
        if word.dep == "relcl" and any(w.lower == "when" for w in dependents(sentence.words, word)):
            noun = sentence.words[word.head]
            return next((time for time in told if time.start <= noun.start < time.end), None)
    return None


def _of_toll(claim: Claim, sentence: Sentence, told: Sequence[Time]) -> Time | None:
    """The day of the blow whose toll a claim tells, on whatever day it rose: "two died on Tuesday, bringing the toll of Monday's
    raid to nine", "two died of their wounds on Tuesday after Monday's raid".
    """
    if all(figure.measure not in HARMED for figure in claim.figures):
        return None
    later = LATER.search(claim.text) is not None
    for time in within(told, Span(claim.start, claim.end)):
        at = word_at(sentence, time) if one_day(time) else None
        owns = at is not None and sentence.words[at].dep in ("poss", "nmod", "compound")
        if at is None or not owns:
            continue
        noun = sentence.words[sentence.words[at].head]
        if any(word.lemma in TOLLS for word in upward(sentence, at)):
            return time
        if later and noun.lemma in load_recall().blows:
            return time
    return None


LATER: Final = re.compile(
    r"\b(?:died|dies|succumbed|succumbs) (?:of|from|to) (?:\w+ ){0,3}(?:wounds?|injuries|burns)\b"
)
"""What tells that those hurt by a blow died of it afterwards."""

TOLLS: Final = frozenset({"toll", "number", "count", "total"})
"""Nouns for how many died by a blow."""


def _known(time: Time, sentence: Sentence, notes: Notes) -> Time | None:
    """A time that denotes an interval, now or once publication is dated; one since which something goes on lasts until then."""
    known = denoting(time, sentence, notes)
    return until_now(known, notes) if known is time and lasts_since(time, sentence) else known


def _over(notes: Notes, claim: Claim, time: Time, there: Way) -> bool:
    """Whether a time was over weeks before publication: nothing is planned for then, though it may have been demanded then;
    not where a clause on the side tells it ("urged it to free those who were seized in March").
    """
    published = notes.report.published.when
    aside = any(word.dep == "relcl" for word in there.passed)
    if published is None or time.when is None or (claim.type in SAID and not aside):
        return False
    return published.start - time.when.end > WEEKS


def _cost(notes: Notes, claim: Claim, sentence: Sentence, time: Time, there: Way, head: int) -> float:
    """How badly a time fits the act: steps and clauses between them, a hinge, the saying it belongs to instead."""
    if of_another(notes, claim, sentence, time, there, head):
        return FAR
    outside = not (claim.start <= time.start and time.end <= claim.end)
    hinge = any(word.lower in HINGES and word.dep in ("prep", "mark", "pcomp") for word in there.passed)
    since = hinge and there.steps <= 3
    cost = there.steps + 3 * there.clauses + 4 * outside + (2 if since else 6) * hinge
    return min(cost, NEAR) if _sets_scene(sentence, there, hinge) and not one_day(time) else cost


def _sets_scene(sentence: Sentence, there: Way, hinge: bool) -> bool:
    """Whether a stretch of time opens its sentence, and so holds for all of it: "In June 2016 a report said …"."""
    last = next_above(sentence, there)
    return not hinge and bool(last) and last[0].dep == "ROOT" and there.passed[0].i < last[0].i


def going_on(sentence: Sentence, trigger: Span) -> str | None:
    """The words that tell of an act that goes on or comes back: "have been fighting", "repeatedly"; None where none do."""
    at = word_at(sentence, trigger)
    verb = next((word for word in upward(sentence, at) if word.tag.startswith("V")), None) if at is not None else None
    if verb is None:
        return None
    below = dependents(sentence.words, verb)
    often = next((word.text for word in below if word.lower in load_recall().often), None)
    has = next((word for word in below if word.lower in ("has", "have", "'ve", "’ve") and word.dep == "aux"), None)
    if has is not None and verb.tag == "VBG":
        return f"{has.text} been {verb.text}"
    return often
