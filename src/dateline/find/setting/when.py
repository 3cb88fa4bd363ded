"""When a claim says that it happened: the time that its own words tie to its act, not to the saying of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Final

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.distance import FAR, Way, stamped, upward, way, within, word_at
from dateline.find.setting.lasting import compared, lasts_since, since_that, since_then, until_now
from dateline.find.times import DAY
from dateline.model import Attribution, Claim, Place, Span, Time
from dateline.times import Interval, resolve
from dateline.words.recall import load_recall

__all__ = [
    "HINGES",
    "LATELY",
    "NEWS",
    "REASON",
    "ahead_of",
    "covering",
    "day_of_saying",
    "day_told",
    "going_on",
    "hangs_on",
    "of_saying",
    "one_day",
]

NEWS: Final = "pub day+0 past1day"
"""The day before publication and the day of it; stays open until the date of publication is known."""

LATELY: Final = "pub day+0 past6day"
"""The week up to publication."""

TODAY: Final = "pub day+0"

REASON: Final = "no day is told; taken for news of the day of publication or the day before"

RECENT: Final = {
    "day": "pub day+0 past6day", "week": "pub day+0 past27day", "month": "pub day+0 past89day", "hour": "pub day+0 past1day",
}  # fmt: skip
"""What "recent days" or "the past few weeks" reach back to, by their unit; the words give no bound of their own."""

VAGUE: Final = re.compile(r"\b(?:past|back)X")
"""A formula that goes back without saying how far."""

FROM_TOLD: Final = re.compile(r"(?P<base>\S.*) (?P<way>on|back)X(?P<unit>[a-z]+)")
"""A formula that goes on or back from what was told, without saying how far."""

REACH: Final = {"day": 6, "week": 27, "month": 89}
"""How many days "days", "weeks" or "months" reach."""

LITERAL: Final = re.compile(r"P(?P<clock>T)?(?P<number>\d{1,3}|X)(?P<unit>[HDWMYS])")
"""The value of a bare length of time."""

UNITS: Final = {
    ("T", "H"): "hour", ("T", "M"): "minute", ("T", "S"): "second", ("", "D"): "day", ("", "W"): "week", ("", "M"): "month", ("", "Y"): "year",
}  # fmt: skip

NEAR: Final = 10
"""The cost up to which a time is taken for that of the act; beyond it, it tells something else of the sentence."""

DEEP: Final = 15
"""The same, where the act lies within what somebody is accused of, or denies."""

DENIED: Final = frozenset({"accusation", "denial"})
"""Types of which the act that somebody is accused of, or denies, may lie deep."""

BACK: Final = ("past", "recent", "last", "previous")

WEEKS: Final = timedelta(days=30)
"""How long before publication what is still planned cannot lie."""

EARLIER: Final = re.compile(r"earlier\b", re.IGNORECASE)
"""How words open that tell a part of a stretch which is over."""

HINGES: Final = frozenset({"after", "since", "following", "before", "despite", "until", "than"})
"""What a time behind these tells is another happening than the one before them, unless nothing else is told."""

SAID: Final = frozenset({"statement", "demand", "threat", "meeting", "agreement"})
"""Types that are sayings themselves: the day of the saying is theirs."""

PACTS: Final = frozenset({"agreement", "ceasefire_start"})
"""Types that may tell how a pact came about, on the day that is told of it."""


def day_told(notes: Notes, claim: Claim, sentence: Sentence, head: int) -> Time | None:
    """The time that the words of a claim give its act, or None where they give none."""
    told = [time for time in within(notes.times, Span(stamped(sentence), sentence.end)) if time.end <= sentence.end]
    meant = _meant_by_when(sentence, told, head)
    if meant is not None:
        return _denoting(meant, sentence, notes)
    ranked = []
    for time in told:
        at = word_at(sentence, Span(time.start, time.end))
        known = _counted_back(notes, time, sentence, head, told) or _known(time, sentence, notes)
        if known is not None and (claim.modality == "actual" or EARLIER.match(known.text)):
            known = None if ahead_of(notes, known) else _so_far(notes, known)
        if at is not None and known is not None and not (claim.modality == "planned" and _over(notes, claim, known)):
            there = way(sentence, at, head)
            counted = claim.figures and since_that(sentence, there)
            known = until_now(known, notes) if counted else _ranging(known, told, notes.report.text)
            ranked.append((_cost(notes, claim, sentence, time, there, head), time.timex in NOW, time.start, known))
    if (then := since_then(notes, sentence, head)) is not None:
        ranked.append((0.0, False, then.start, then))
    reach = DEEP if claim.type in DENIED else NEAR
    near = [one for one in ranked if one[0] <= reach]
    return min(near, key=lambda one: (one[1], one[0], one[2]))[3] if near else None


def _ranging(time: Time, told: Sequence[Time], text: str) -> Time:
    """The stretch between two times, where a time is the first of them: "between May and July 2019", "from 4 to 9 June"."""
    then = next((one for one in told if one.start > time.start), None)
    if then is None or time.when is None or then.when is None or time.when.end > then.when.start:
        return time
    opened = FROM.search(text, max(0, time.start - OPENED), time.start)
    if not RANGE.fullmatch(text, time.end, then.start) or (
        opened is None and text[time.end : then.start].strip() in TO
    ):
        return time
    return replace(time, timex=None, when=Interval(time.when.start, then.when.end, time.when.offset), formula=None)


FROM: Final = re.compile(r"\b(?:between|from) (?:the |early |late |mid-)?$", re.IGNORECASE)
RANGE: Final = re.compile(r" (?:and|to|until|till|through) (?:the |early |late |mid-)?| ?[-\u2013\u2014] ?")
TO: Final = ("and", "to", "until", "till", "through")
"""Words between two times, which make a stretch of them behind "between" or "from"."""

OPENED: Final = 20
"""Characters before a time within which those stand."""

NOW: Final = ("PRESENT_REF",)
"""Values of words that tell no more than the present, and give way to any other time."""


def _meant_by_when(sentence: Sentence, told: Sequence[Time], head: int) -> Time | None:
    """The time that a clause with "when" goes on about: "the worst raid since May, when forty were killed"."""
    for word in upward(sentence, head):
        if word.dep == "relcl" and any(sentence.words[i].lower == "when" for i in word.children):
            noun = sentence.words[word.head]
            return next((time for time in told if time.start <= noun.start < time.end), None)
    return None


def _so_far(notes: Notes, time: Time) -> Time:
    """A stretch up to publication, where it reaches beyond: what happened "this week" did so before it was told; up to the
    day before where it was "earlier this week"."""
    published = notes.report.published.when
    if published is None or time.when is None or time.when.end <= published.start or one_day(time):
        return time
    end = published.start if EARLIER.match(time.text) and time.when.start < published.start else published.end
    return time if time.when.end <= end else replace(time, when=Interval(time.when.start, end, time.when.offset))


def _over(notes: Notes, claim: Claim, time: Time) -> bool:
    """Whether a time was over weeks before publication: nothing is planned for then, though it may have been demanded then."""
    published = notes.report.published.when
    if published is None or time.when is None or claim.type in SAID:
        return False
    return published.start - time.when.end > WEEKS


def ahead_of(notes: Notes, time: Time) -> bool:
    """Whether a time lies after publication: what has happened did not happen then."""
    published = notes.report.published.when
    return published is not None and time.when is not None and time.when.start >= published.end


def _known(time: Time, sentence: Sentence, notes: Notes) -> Time | None:
    """A time that denotes an interval, now or once publication is dated; one since which something goes on lasts until then."""
    known = _denoting(time, sentence, notes)
    return until_now(known, notes) if known is time and lasts_since(time, sentence) else known


def _denoting(time: Time, sentence: Sentence, notes: Notes) -> Time | None:
    """A time that denotes an interval, now or once publication is dated; a vague recent stretch gets one."""
    formula = _recent(time) or _soon_after(time) or _up_to_now(time, notes.report.text)
    if formula is not None:
        return replace(time, when=resolve(formula, notes.report.published.when)[1], formula=formula)
    if time.formula == TODAY and _quoted(notes, sentence, time):
        return replace(time, timex=None, when=resolve(NEWS, notes.report.published.when)[1], formula=NEWS)
    if time.when is None and (time.formula is None or time.formula.startswith("=")):
        return None
    return time


def _quoted(notes: Notes, sentence: Sentence, time: Time) -> bool:
    """Whether a time stands in somebody's own words, which may be of the day before they are printed."""
    return any(
        said.direct and said.content.start <= time.start and time.end <= said.content.end
        for said in within(notes.attributions, sentence.span)
    )


def _recent(time: Time) -> str | None:
    """How far back a vague stretch reaches: "recent days", "the past few weeks", "now"."""
    lower = time.text.lower()
    value = time.timex or ("PX" if time.formula and VAGUE.search(time.formula) else "")
    if time.when is not None or not value.startswith("P") or "FUTURE" in value:
        return None
    if time.timex == "PRESENT_REF":
        return NEWS
    back = time.timex == "PAST_REF" or any(word in lower for word in BACK)
    return next((formula for unit, formula in RECENT.items() if back and unit in lower), None)


def _up_to_now(time: Time, text: str) -> str | None:
    """The stretch that ends with the report where "in the last week" tells no week of the calendar, as "last week" does."""
    told = LAST.fullmatch(time.formula or "")
    return f"pub past1{told[1]}" if told and IN_THE.search(text, max(0, time.start - 12), time.start) else None


LAST: Final = re.compile(r"pub (day|week|month|year)-1")
IN_THE: Final = re.compile(r"\b(?:in|over|during|within|for) the $", re.IGNORECASE)


def _soon_after(time: Time) -> str | None:
    """How far a vague stretch reaches from what was told before it: "days later", "weeks earlier"."""
    told = FROM_TOLD.fullmatch(time.formula or "")
    if told is None or told["unit"] not in REACH:
        return None
    return f"{told['base']} {'next' if told['way'] == 'on' else 'past'}{REACH[told['unit']]}day"


def _counted_back(notes: Notes, time: Time, sentence: Sentence, head: int, told: Sequence[Time]) -> Time | None:
    """The time of an act that so long ago is told after: "a day after a raid killed six", "a week since they agreed".

    It is counted from the day that the sentence tells, else from the publication; None where the act is another one.
    """
    length = LITERAL.fullmatch(time.timex or "") if time.type == "DURATION" else None
    at = next((word.i for word in sentence.words if word.start >= time.end), None)
    if length is None or at is None or sentence.words[at].lower not in ("after", "since"):
        return None
    if not any(at in (word.i, *word.children) for word in _above(sentence, head)) or head <= at:
        return None
    day = next((one.formula for one in told if one.end < time.start and one.formula and one_day(one)), None)
    formula = _back(day, length["number"], UNITS[length["clock"] or "", length["unit"]])
    timex, when = resolve(formula, notes.report.published.when)
    return replace(time, type="DATE", timex=timex, when=when, formula=formula)


def _back(day: str | None, number: str, unit: str) -> str:
    """The formula of so long before a day, or before the news of the publication where none is told."""
    if unit not in (*REACH, "year"):
        return NEWS
    if number == "X":
        return f"{day or 'pub'} past{REACH.get(unit, 999)}day"
    if unit == "day":
        return f"{day} day-{number}" if day else f"pub day-{number} past1day"
    return f"{day or 'pub'} back{number}{unit}"


def _above(sentence: Sentence, i: int) -> Iterator[Word]:
    """A word and what governs it, up to the root."""
    word, steps = sentence.words[i], 0
    yield word
    while word.head != word.i and steps < FAR:
        word, steps = sentence.words[word.head], steps + 1
        yield word


def _cost(notes: Notes, claim: Claim, sentence: Sentence, time: Time, there: Way, head: int) -> float:
    """How badly a time fits the act: steps and clauses between them, a hinge, the saying it belongs to instead."""
    saying = claim.type in SAID
    other = _of_blow(sentence, there) if saying else of_saying(notes, sentence, time, claim)
    if other or compared(sentence, time, there) or _of_party(sentence, time, there):
        return FAR
    if there.clauses and time.timex == "PRESENT_REF":
        return FAR  # "the wounded, who are now at home", tells when they are
    if claim.type not in PACTS | DENIED and _of_pact(sentence, there, head):
        return FAR
    outside = not (claim.start <= time.start and time.end <= claim.end)
    hinge = any(word.lower in HINGES and word.dep in ("prep", "mark", "pcomp") for word in there.passed)
    since = hinge and there.steps <= 3
    cost = there.steps + 3 * there.clauses + 4 * outside + (2 if since else 6) * hinge
    return min(cost, NEAR) if _sets_scene(sentence, there, hinge) and not one_day(time) else cost


def _sets_scene(sentence: Sentence, there: Way, hinge: bool) -> bool:
    """Whether a stretch of time opens its sentence, and so holds for all of it: "In June 2016 a report said …"."""
    last = _next(sentence, there)
    return not hinge and bool(last) and last[0].dep == "ROOT" and there.passed[0].i < last[0].i


def _of_blow(sentence: Sentence, there: Way) -> bool:
    """Whether a time only tells which blow is spoken of: "Tuesday's strike"."""
    for low, high in pairwise((*there.passed, *_next(sentence, there))):
        if high.lemma in load_recall().blows and low.dep in ("poss", "compound", "nmod", "amod", "nummod"):
            return True
    return False


def _of_party(sentence: Sentence, time: Time, there: Way) -> bool:
    """Whether a time only tells who somebody is: "Ruiz, the runner-up in 2008, warned", "the chief, in power since 2001"."""
    if IN_OFFICE.search(sentence.text, max(0, time.start - sentence.start - OFFICE), time.start - sentence.start):
        return True
    return there.passed[1:2] != () and there.passed[1].dep == "prep" and any(w.dep == "appos" for w in there.passed[2:])


IN_OFFICE: Final = re.compile(r"\bin (?:power|office|charge) (?:since|for|after)(?: \w+){0,2} $")
"""What somebody has held since a time that tells nothing of the act."""

OFFICE: Final = 40
"""Characters before a time within which that stands."""


def _of_pact(sentence: Sentence, there: Way, head: int) -> bool:
    """Whether a time only tells which truce or deal is kept or broken: "the freeze that began on Monday", "the May deal"."""
    tied = False
    for low, high in pairwise((*there.passed, *_next(sentence, there))):
        tied = tied or low.dep in ("poss", "compound", "nmod", "acl", "relcl") or low.lower == "of"
        if tied and high.i != head and high.lemma in load_recall().pacts:
            return True
    return False


def _next(sentence: Sentence, there: Way) -> tuple[Word, ...]:
    return (sentence.words[there.passed[-1].head],) if there.passed else ()


def of_saying(notes: Notes, sentence: Sentence, time: Time, claim: Claim) -> bool:
    """Whether a time tells when a thing was said: it stands beside what an attribution covers, or hangs on its cue."""
    return one_day(time) and any(
        _beside(said, time) or hangs_on(sentence, time, said.cue)
        for said in covering(notes, sentence, claim)
        if said.cue and not _closed(notes.report.text, said, time)
    )


def _closed(text: str, said: Attribution, time: Time) -> bool:
    """Whether a time closes what is said, with a comma or a quote before the cue: "was killed Monday, the army said"."""
    return (
        said.cue is not None
        and said.content.start <= time.start
        and CLOSES.match(text, time.end, said.cue.start) is not None
    )


CLOSES: Final = re.compile(r"[.]?(?:,[\"\u201d']?|[\"\u201d])\s")


def _beside(said: Attribution, time: Time) -> bool:
    return not (said.content.start <= time.start and time.end <= said.content.end)


def covering(notes: Notes, sentence: Sentence, claim: Claim) -> list[Attribution]:
    """The attributions of a sentence whose content holds the act of a claim."""
    own = Span(claim.trigger.start, claim.trigger.end)
    return [said for said in within(notes.attributions, sentence.span) if said.content.overlaps(own)]


def day_of_saying(notes: Notes, claim: Claim, sentence: Sentence) -> Time | None:
    """The one day on which a claim was said, where its sentence tells it beside what is said."""
    told = covering(notes, sentence, claim)
    return next(
        (
            time
            for time in within(notes.times, sentence.span)
            if time.end <= sentence.end and one_day(time) and not ahead_of(notes, time)
            if any(
                s.cue is not None
                and not _closed(notes.report.text, s, time)
                and (_beside(s, time) or hangs_on(sentence, time, s.cue))
                for s in told
            )
        ),
        None,
    )


def going_on(sentence: Sentence, trigger: Span) -> str | None:
    """The words that tell of an act that goes on or comes back: "have been fighting", "repeatedly"; None where none do."""
    at = word_at(sentence, trigger)
    verb = next((word for word in _above(sentence, at) if word.tag.startswith("V")), None) if at is not None else None
    if verb is None:
        return None
    below = [sentence.words[i] for i in verb.children]
    often = next((word.text for word in below if word.lower in load_recall().often), None)
    has = next((word for word in below if word.lower in ("has", "have", "'ve", "’ve") and word.dep == "aux"), None)
    if has is not None and verb.tag == "VBG":
        return f"{has.text} been {verb.text}"
    return often


def one_day(time: Time) -> bool:
    """Whether a time tells one day, as far as it can be known yet."""
    if time.when is not None:
        return time.when.days <= 1.5
    return time.formula is not None and DAY.fullmatch(time.formula.split()[-1]) is not None


def hangs_on(sentence: Sentence, time: Time | Place, cue: Span, steps: int = 2) -> bool:
    """Whether a time or a place hangs on a cue within so many words, and not on the verb of what is said."""
    at, verb = word_at(sentence, Span(time.start, time.end)), word_at(sentence, cue)
    if at is None or verb is None:
        return False
    word = sentence.words[at]
    for _ in range(steps):
        if word.dep == "ccomp":
            return False
        if word.head == verb:
            return True
        word = sentence.words[word.head]
    return False
