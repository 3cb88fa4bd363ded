"""By when a claim says that something is due: a demand's day, an ultimatum's hour, what a plan is planned for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.deadlines import deadline_of
from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import within
from dateline.find.setting.days import ahead_of, one_day
from dateline.find.setting.spoken import day_of_saying, of_saying
from dateline.find.times import tense_of
from dateline.model import Claim, Time
from dateline.phenomena import words_of
from dateline.phenomena.types import CALLS, PACTS
from dateline.times import resolve

__all__ = ["due", "same_deadline"]

AHEAD: Final = re.compile(r">|\bnext|\+[1-9]|\bend$")
"""A formula that tells what lies ahead of its anchor."""

BOUND: Final = frozenset({"by", "until", "till", "within", "before"})
"""Prepositions that tell by when a thing is due."""

DUE: Final = BOUND | {"in", "to", "for", "from", "at", "on"}
"""Those that do where the time lies ahead."""

TERMS: Final = frozenset({"ultimatum", "deadline", "notice", "grace"})
"""Nouns for the time that somebody is given."""

GIVING: Final = frozenset({"give", "have", "get", "grant", "allow", "set"})
"""Verbs by which somebody is given so long for a thing: "gave them two days to leave"."""

PENDING: Final = frozenset(
    {"demand", "threat", "ceasefire_start", "ceasefire_end", "agreement", "statement", "humanitarian_aid"}
)

ASKED: Final = frozenset({"demand", "threat", "statement", "accusation"})
"""Types of what is asked, and of what follows where it is not done: they share one deadline."""

ENDING: Final = frozenset({"expire", "lapse"})
"""Verbs of a time that runs out: "the ultimatum expires on Sunday"."""


def due(notes: Notes, claim: Claim, n: int, when: Time | None = None) -> tuple[str | None, Time] | None:
    """The day or instant by which a thing demanded, threatened, promised or planned is due, and the words for it.

    `n` is the number of the sentence, `when` the time that the claim's own words give it. The day is None where it waits for the
    date of publication. What is asked without a day is due by that of the sentence that tells what follows otherwise.
    """
    sentence, after = notes.sentences[n], notes.sentences[n + 1 : n + 2]
    ahead = claim.modality != "actual"
    asked = ELSE.match(sentence.text) or any(word.lemma in TERMS for word in sentence.words)
    if claim.type not in PENDING and not (ahead and asked) and not _named(sentence):
        return _told(notes, claim, sentence, when, strict=True) if ahead else None
    told = _told(notes, claim, sentence, when)
    if told is None and claim.type in ASKED and (claim.modality, claim.stance) != ("actual", "asserts") and after:
        return _told(notes, claim, after[0], when) if ELSE.match(after[0].text) else None
    return told


def _named(sentence: Sentence) -> bool:
    """Whether a deadline or an ultimatum is what a sentence tells of: "extended the deadline", not "fled after the ultimatum"."""
    words = sentence.words
    terms = (w for w in words if w.lemma in TERMS)
    heads = (words[w.head] if words[w.head].dep != "prep" else words[words[w.head].head] for w in terms)
    return any(head.head == head.i for head in heads)


def _told(
    notes: Notes, claim: Claim, sentence: Sentence, when: Time | None, *, strict: bool = False
) -> tuple[str | None, Time] | None:
    """The deadline that the words of a sentence tell for a claim, rather one told by what bounds it than another time.

    `strict` takes only what a word for it bounds: "are to leave by Friday".
    """
    done = claim.modality == "actual" and claim.stance == "asserts"
    times = [time for time in within(notes.times, sentence.span) if time.end <= sentence.end]
    open_yet = claim.type in PACTS or _named(sentence) or any(word.lemma in ENDING for word in sentence.words)
    if not times or (done and not open_yet):
        return None
    last = {time.start for time in times if _ends_range(sentence, time, times)}
    held = [
        time for time in times if time.start in last or _before(sentence, time, 1) & BOUND or _if_so(sentence, time)
    ]
    ends = [time for time in times if time in held or not of_saying(notes, sentence, time, claim)]
    for time in sorted(ends, key=lambda time: (time.start not in last, not _before(sentence, time, 1) & BOUND)):
        if strict and not _before(sentence, time, 1) & BOUND:
            continue
        longer = time.type == "DURATION" and _longer(sentence, time)
        since = _asked_on(notes, claim, sentence, time, when) if time.type == "DURATION" else "pub"
        told = _deadline(
            _not_behind(notes, sentence, time, claim),
            notes,
            sentence,
            since,
            OVER_ASKED if claim.type in CALLS else OVER,
        )
        bound = longer or time.start in last or _before(sentence, time, NEAR) & BOUND
        if told is not None and (bound or not done or _given(sentence, time, length=time.type == "DURATION")):
            return told
    return None


def _ends_range(sentence: Sentence, time: Time, times: Sequence[Time]) -> bool:
    """Whether a time is the later end of a stretch told by both: "from 23 June to 26 June", "ends on 26 June", "extended to 26 June"."""
    words = [word for word in sentence.words if word.end <= time.start]
    near = words[-1].lower if words else ""
    if near in ("on", "at", "") and len(words) > 1:
        return words[-2].lemma in (*ENDING, "end") and words[-2].tag.startswith("VB")
    if near in ("to", "until", "till") and not LENGTHENING.isdisjoint(word.lemma for word in words[-GIVEN:]):
        return True
    early = [other for other in times if other.end < time.start]
    return near in ("to", "until", "till", "through") and any(_before(sentence, other, 1) & {"from"} for other in early)


def _longer(sentence: Sentence, length: Time) -> bool:
    """Whether something is made longer by a length of time: "a two-day extension", "extended for two more days"."""
    words = sentence.words
    after = [word.lemma for word in words if word.start >= length.end][:2]
    before = [word.lemma for word in words if word.end <= length.start][-GIVEN:]
    return "extension" in after[:1] or not LENGTHENING.isdisjoint(before)


LENGTHENING: Final = frozenset({"extend", "prolong", "renew", "extension", "prolongation"})
"""Words for making a time longer."""


def _not_behind(notes: Notes, sentence: Sentence, time: Time, claim: Claim) -> Time:
    """A weekday's deadline that is still to be met, where its verb is in the past: "if they did not meet the Friday deadline"."""
    after = next((word for word in sentence.words if word.start >= time.end), None)
    if claim.modality == "actual" or after is None or after.lemma not in TERMS or "<=" not in (time.formula or ""):
        return time
    formula = (time.formula or "").replace("<=", ">=")
    timex, when = resolve(formula, notes.report.published.when)
    return time if when is None else replace(time, timex=timex, when=when, formula=formula)


def _asked_on(notes: Notes, claim: Claim, sentence: Sentence, length: Time, when: Time | None) -> str | None:
    """The formula of the day from which a length of time runs: that on which a thing was asked, else the publication; None
    where it was asked in days gone by that are not told one by one."""
    day = day_of_saying(notes, claim, sentence) or when
    published = notes.report.published.when
    if day is None or day.start == length.start or ahead_of(notes, day):
        return "pub"
    if not one_day(day):
        behind = published is not None and day.when is not None and day.when.end < published.start
        return None if behind else "pub"
    return day.formula or "pub"


def _lasts(sentence: Sentence, length: Time) -> bool:
    """Whether a length of time is how long a truce is to last: "called for a ten-day truce", of which no beginning is told."""
    after = next((word for word in sentence.words if word.start >= length.end), None)
    return after is not None and after.lemma in words_of("truce") and after.dep != "punct"


NEAR: Final = 5
"""Words before a time among which that stands by which it is a deadline."""


OVER: Final = ("past", "perfect")
"""Tenses in which what is told by a bound is over: "had left by Friday"."""

OVER_ASKED: Final = ("perfect",)
"""Those in which it is in what is asked: the verb may stand in the form of its past, "demanded that they quit within a week"."""


def _deadline(
    time: Time, notes: Notes, sentence: Sentence, since: str | None, over: tuple[str, ...]
) -> tuple[str | None, Time] | None:
    length = time.type == "DURATION" and time.when is None
    near = _before(sentence, time, 1 if length else NEAR)
    given = _given(sentence, time, length=length)
    if length and (since is None or (since == "pub" and _lasts(sentence, time))):
        return None
    longer = length and _longer(sentence, time)
    past = near & BOUND and not _if_so(sentence, time) and tense_of(sentence, time) in over
    if not (given or longer) and (not near & DUE or past):
        return None
    published = notes.report.published.when
    known = time
    if length and time.timex:
        within_it = given or longer or bool(near & {"in", *BOUND})
        formula = (
            _ahead(time, since or "pub") if within_it or not time.timex.endswith("Y") else None
        )  # "would rule for 30 years"
        timex, when = resolve(formula, published) if formula else (None, None)
        known = replace(time, timex=timex, when=when, formula=formula)
    looks_ahead = known.formula is not None and AHEAD.search(known.formula) is not None
    if published is None and looks_ahead:
        return None, known
    if not (near & BOUND or looks_ahead or ahead_of(notes, known)):
        return None
    deadline = deadline_of(known)
    if deadline is None or (published is not None and deadline[:10] < published.start.date().isoformat()):
        return None
    return deadline, known


def _before(sentence: Sentence, time: Time, many: int) -> set[str]:
    """The last words before a time, the article and what approximates it aside."""
    words = [word.lower for word in sentence.words if word.end <= time.start and word.lower not in APPROX]
    return set(words[-many:])


APPROX: Final = frozenset("the a an next coming about another up less than no more additional further extra".split())


def _if_so(sentence: Sentence, time: Time) -> bool:
    """Whether a time stands in a clause of condition: "if it is not met before 25 June"."""
    at = next((word for word in sentence.words if word.end > time.start), None)
    for _ in range(GIVEN):
        if at is None or at.head == at.i:
            return False
        if any(w.lower in ("if", "unless") for w in dependents(sentence.words, at)):
            return True
        at = sentence.words[at.head]
    return at is not None and any(w.lower in ("if", "unless") for w in dependents(sentence.words, at))


def _given(sentence: Sentence, time: Time, *, length: bool) -> bool:
    """Whether a time is that which somebody is given: "a 48-hour ultimatum", "a deadline of Sunday", "gave them a week to …"."""
    words = sentence.words
    first = next((word.i for word in words if word.end > time.start), len(words))
    after = next((word for word in words if word.start >= time.end), None)
    if after is not None and after.lemma in TERMS:
        return True
    if (
        first > 1
        and words[first - 1].lower in ("of", "for", "on", "is", "was", "until", "to", "by")
        and _is_term(words, first - 1)
    ):
        return True
    if (
        after is not None
        and after.lower == "as"
        and any(word.lemma in TERMS for word in words[after.i + 1 : after.i + 4])
    ):
        return True
    return length and after is not None and after.lower in GIVEN_FOR and _had_been_given(words, first)


def _is_term(words: Sequence[Word], at: int) -> bool:
    """Whether a noun for a deadline stands before a place among the words, only what it is for between them."""
    near = next((word for word in reversed(words[max(0, at - GIVEN) : at]) if word.lemma in TERMS), None)
    return near is not None and not any(word.tag in ("VBD", "VBP", "VBZ") for word in words[near.i + 1 : at])


GIVEN_FOR: Final = frozenset({"to", "in", "as", "or", "before"})
"""What follows a length of time that somebody is given."""


def _had_been_given(words: Sequence[Word], at: int) -> bool:
    """Whether a verb of giving stands close before a length of time, with no other verb between."""
    verb = next((word for word in reversed(words[max(0, at - GIVEN) : at]) if word.tag.startswith("VB")), None)
    return verb is not None and verb.lemma in GIVING


GIVEN: Final = 8
"""Words before a length of time within which a verb gives it to somebody."""


def _ahead(time: Time, since: str) -> str | None:
    """A bare duration as a length of time from a day: "in 24 hours", "within 60 days"."""
    value = (time.timex or "").removeprefix("P").removeprefix("T")
    if (time.timex or "").startswith("PT") and value.endswith("M"):
        return None
    units = {"H": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}
    if value[:-1].isdigit() and value[-1:] in units:
        return f"{since} next{value[:-1]}{units[value[-1]]}"
    return None


ELSE: Final = re.compile(
    r"\W*(?:(?:but|and) )?(?:otherwise|or else|failing (?:that|this|which)|after that|"
    r"(?:if|should|unless) (?:[\w’'-]+ ){1,6}?(?:not|fails?|failed|refuses?|refused|do so|comply|complies|obey|heed)\b|"
    r"if not\b|if (?:[\w’'-]+ ){1,4}(?:doesn|don|didn|isn|aren)[’']t\b)",
    re.IGNORECASE,
)
"""How a sentence opens that tells what follows where a thing asked before is not done."""

NEXT: Final = 60
"""Characters between what is asked and the sentence that tells what follows."""


def same_deadline(claim: Claim, other: Claim, sentence: Sentence | None) -> Claim:
    """A claim with the deadline of its neighbour, where the later of the two tells what follows when what the earlier one asks is
    not done, in `sentence`: "they must leave by Friday. Otherwise …".
    """
    if claim.deadline_time is not None or other.deadline_time is None or sentence is None:
        return claim
    late, early = (claim, other) if claim.start > other.start else (other, claim)
    close = sentence.start <= late.start and early.end <= sentence.start < early.end + NEXT
    asked = early.type in ASKED and late.modality != "actual" and "denies" not in (claim.stance, other.stance)
    if not (close and asked and ELSE.match(sentence.text)):
        return claim
    words = other.deadline_time.text
    return replace(
        claim,
        deadline=other.deadline,
        deadline_time=other.deadline_time,
        because=(*claim.because, f"due as what stands beside it: “{words}”"),
    )
