"""Whether a claim recalls something other than the day's news, and the reason in words a reader accepts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import cache
from typing import Final, NamedTuple

from dateline.find.claims.matter import UPROOTED
from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import upward
from dateline.find.sentences.kin import mourned
from dateline.find.sentences.likeness import likened
from dateline.find.setting.eras import LEAD, by_era, by_toll, of_the_war, perfect
from dateline.find.setting.order import CARRIED, CARRIED_WITHIN, STALE, by_order, governing
from dateline.model import Figure, Time
from dateline.phenomena import words_of
from dateline.times import Interval
from dateline.words.recall import load_recall

__all__ = ["GONE_ON", "GONE_ON_SINCE", "background_reason", "long_ago", "old_beside"]

OLD: Final = timedelta(days=30)
"""What ended longer before publication is no longer the day's news."""


FADED: Final = timedelta(days=9)
"""What ended longer before publication, on a day that its own words tell, is recalled below the head of a report."""

KNOWN: Final = timedelta(days=3)
"""How long before publication a blow ended that is named by its day alone, as one that readers know of."""

SINCE_THEN: Final = re.compile(r"\bsince then\b", re.IGNORECASE)
"""What opens a count that the story goes on with, however long it runs."""

BYGONE: Final = timedelta(days=14)
"""The same for the middle of a longer stretch that is over: "last month"."""

SOME_DAYS: Final = 10
"""Days up to which a stretch told by its first and last day is one of days."""

EARLIER: Final = re.compile(r"earlier\b", re.IGNORECASE)
"""How words open that tell a part of a stretch which is over: "earlier this year"."""

LASTING: Final = timedelta(days=21)
"""What has gone on for longer is no news of the day."""

LONG: Final = timedelta(days=180)
"""What spans a longer time is no news of the day."""

COUNTED: Final = timedelta(days=60)
"""A count over a longer period is a total that news is set against: "since January 118 have been killed"."""


GONE_ON: Final = "it has gone on for weeks"
GONE_ON_SINCE: Final = "it has gone on since something long past"
"""Why what goes on is no news of the day; who denies that anything did denies it now."""


class Told(NamedTuple):
    """A happening as its sentence tells it: its main word, its time, what is counted; and when the report was printed."""

    sentence: Sentence
    word: Word
    time: Time | None
    figures: tuple[Figure, ...]
    published: Interval | None

    @property
    def bound(self) -> timedelta:
        """How far back a time may reach that the news still is of: not as far for a count, but those who fled are counted on and on."""
        return COUNTED if self.figures and not any(f.measure in UPROOTED for f in self.figures) else LONG

    @property
    def goes_on(self) -> bool:
        """Whether it counts since what was told before: "since then", however long ago that is, the story goes on."""
        return bool(self.figures) and SINCE_THEN.search(self.sentence.text) is not None


def background_reason(
    sentence: Sentence, head: int, time: Time | None, figures: tuple[Figure, ...], published: Interval | None
) -> str | None:
    """Why the happening whose main word is `head` is recalled, or None where it is the day's news."""
    told = Told(sentence, sentence.words[head], time, figures, published)
    return next((why for reason in REASONS if (why := reason(told)) is not None), None)


def _by_time(told: Told) -> str | None:
    """What its own time tells: it is over for weeks, it spans months, or is older and told in passing."""
    sentence, word, time, published = told.sentence, told.word, told.time, told.published
    if time is None or time.when is None or published is None or told.goes_on:
        return None
    if (reason := long_ago(time, published)) is not None:
        return reason
    age = published.start - time.when.end
    to_come = any(w.tag == "MD" for w in dependents(sentence.words, word))
    lasting = published.start - time.when.start
    if lasting > told.bound and time.when.end > published.start - OLD and not to_come:
        return "it spans more than half a year" if lasting > LONG else "it counts over months"
    if published.start - time.when.start > OLD and _since_clause(sentence, time):
        return GONE_ON_SINCE
    if age >= STALE and _in_passing(sentence, word):
        return "it is older and told in passing"
    if age >= KNOWN and _of_known_blow(sentence, time):
        return f"“{time.text}” only tells which blow is meant"
    return _over_below_the_head(sentence, time, age)


def _over_below_the_head(sentence: Sentence, time: Time, age: timedelta) -> str | None:
    """What was over a while ago and stands below the head of a report."""
    if time.when is None or sentence.block <= LEAD or time.start < sentence.start:
        return None
    middle = age + (time.when.end - time.when.start) / 2
    over = age >= timedelta(0) or EARLIER.match(time.text) is not None
    days = time.when.days <= (1.5 if time.formula else SOME_DAYS)
    if over and middle > (FADED if days else BYGONE):
        return f"it happened some {middle.days} days before publication"
    return None


def _opening(sentence: Sentence, time: Time) -> Word | None:
    """The word that a time begins with."""
    return next((word for word in sentence.words if word.start == time.start), None)


def _since_clause(sentence: Sentence, time: Time) -> bool:
    """Whether a time tells when something happened since which an act goes on: "since the rains began in May"."""
    day = _opening(sentence, time)
    clauses = [step for step in governing(sentence, day) if step.dep == "advcl"] if day is not None else []
    return any(w.lower == "since" for step in clauses for w in dependents(sentence.words, step, "mark"))


def _of_known_blow(sentence: Sentence, time: Time) -> bool:
    """Whether a day only tells which blow is meant, as one that readers know of: "Saturday's attack killed six"."""
    day = _opening(sentence, time)
    owned = sentence.words[day.head] if day is not None and day.dep in ("poss", "compound", "nmod") else None
    return owned is not None and owned.lemma in load_recall().blows


def long_ago(time: Time | None, published: Interval | None) -> str | None:
    """Why what happened at a time is no longer the day's news, or None where it may be."""
    age = published.start - time.when.end if time is not None and time.when is not None and published else None
    return f"it happened {age.days} days before publication" if age is not None and age > OLD else None


def old_beside(sentence: Sentence, head: int, times: Iterable[Time], published: Interval | None) -> str | None:
    """Why a happening without a time of its own is recalled: a date of long ago stands in its clause, if deep in it, or it came
    soon after what that date tells: "the truce announced in May fell apart within days".
    """
    soon = _soon_after(sentence, head)
    for time in times:
        old = time.when is not None and published is not None and published.start - time.when.end > OLD
        word = _opening(sentence, time) if old else None
        if word is not None and time.type == "DATE" and (soon or _in_clause(sentence, word, head)):
            return f"“{time.text}” stands with it"
    return None


def _soon_after(sentence: Sentence, head: int) -> bool:
    """Whether an act is told by the time that went by since another: "within days", "weeks later"."""
    words, spans = sentence.words, load_recall().spans
    for word in words:
        if word.lower not in spans:
            continue
        above = words[word.head]
        if (above.lower == "within" and above.head == head) or (above.lower == "later" and above.head == head):
            return True
    return False


def _in_clause(sentence: Sentence, word: Word, head: int) -> bool:
    """Whether a word hangs on the head with no verb between them."""
    for step in governing(sentence, word):
        if step.i == head:
            return True
        if step.lower == "since" or step.dep == "appos" or (step.tag.startswith("VB") and step.dep != "prep"):
            return False
    return False


def _by_period(told: Told) -> str | None:
    """A count over months: a total, not that of the news."""
    periods = [f.period.when for f in told.figures if f.period is not None and f.period.when is not None]
    if told.published is None or told.goes_on:
        return None
    if any(told.published.start - period.start > told.bound for period in periods):
        return "it counts over months"
    return None


def _by_terms(told: Told) -> str | None:
    """An agreement that something else happens or lies under, as one made before; a picture of another day."""
    words = load_recall()
    sentence, word = told.sentence, told.word
    above = sentence.words[word.head]
    if told.time is None and word.dep == "pobj" and above.lower == "under" and word.lemma in words.happenings:
        return "it was agreed before what is told"
    lowers = sentence.text.lower()
    return "the picture is of another day" if any(mark in lowers for mark in words.archives) else None


ASIDE: Final = ("acl", "relcl")


def _by_state(told: Told) -> str | None:
    """What simply is: a population, a border."""
    words = load_recall()
    sentence, word = told.sentence, told.word
    for step in governing(sentence, word):
        if _usual(sentence, word, step):
            return "it tells how things stand, not what happened"
        homes = step.lemma == "be" and any(w.lower in words.homes for w in dependents(sentence.words, step))
        if step.i == word.i and (
            _held(sentence, step) or (not told.figures and _habit(sentence, step, dated=told.time is not None))
        ):
            return "it tells how things stand, not what happened"
        if homes or (step.tag in ("VBZ", "VBP") and step.lemma in words.lasting and step.i == word.i):
            return "it tells how things stand, not what happened"
    return None


def _usual(sentence: Sentence, word: Word, verb: Word) -> bool:
    """Whether happenings are only said to come about often: "clashes are common there"."""
    told = dependents(sentence.words, verb, "acomp")
    often = verb.lemma == "be" and any(w.lower in load_recall().usual for w in told)
    return often and word.dep == "nsubj" and word.tag == "NNS" and word.head == verb.i


def _held(sentence: Sentence, word: Word) -> bool:
    """Whether a clause on the side tells who holds or rules something: "rebels, who have controlled the port, …"."""
    has = any(w.lower in ("has", "have") for w in dependents(sentence.words, word))
    rules = word.tag in ("VBZ", "VBP") or (word.tag == "VBN" and has)
    return word.dep == "relcl" and rules and word.lemma in load_recall().holding


def _habit(sentence: Sentence, word: Word, *, dated: bool) -> bool:
    """Whether a main clause in the body tells what is done time and again: "the bands kidnap travellers", "are often robbed"; where
    a time is told, only with a word for "often".
    """
    main = word.dep == "ROOT" or (word.dep == "conj" and sentence.words[word.head].dep == "ROOT")
    below = {w.lower for w in dependents(sentence.words, word, "aux", "auxpass", "advmod")}
    now = word.tag in ("VBZ", "VBP") or (
        word.tag == "VBN" and not below.isdisjoint(("is", "are")) and "being" not in below
    )
    told = now and not word.text.isupper() and word.lemma in load_recall().habits
    often = not below.isdisjoint(load_recall().often)
    return main and told and sentence.part == "body" and (often or not (dated or _on_one(sentence, word)))


def _on_one(sentence: Sentence, verb: Word) -> bool:
    """Whether one is told of, or so many, to whom it is done: news told in the present, "bandits kill a priest"."""
    for whom in dependents(sentence.words, verb, "dobj", "nsubjpass"):
        lasting = whom.tag != "NN" or whom.lemma in words_of("forces")  # "they fight the army"
        if any(
            w.dep == "nummod" or w.lower in ("a", "an") or (w.lower == "the" and not lasting)
            for w in dependents(sentence.words, whom)
        ):
            return True
    return False


def _by_recap(told: Told) -> str | None:
    """What a report opens with words of recalling: "As reported, …", "It will be recalled that …"."""
    return "the report recalls it" if _recaps().match(told.sentence.text) else None


@cache
def _recaps() -> re.Pattern[str]:
    """One pattern for the openings by which a report recalls a thing."""
    return re.compile(r"[-–—•*“\"\s]*(?:" + "|".join(sorted(load_recall().recaps)) + r")(?!\w)", re.IGNORECASE)


def _by_length(told: Told) -> str | None:
    """What has been going on for weeks and is not counted: a count that runs since then is brought up to the day."""
    if told.figures:
        return None
    sentence, word, time, published = told.sentence, told.word, told.time, told.published
    when = time.when if time is not None else None
    began = when is not None and published is not None and published.start - when.start > LASTING
    lasts = began and time is not None and perfect(sentence, word) and _since(sentence, time)
    return GONE_ON if lasts or _for_long(sentence, word) else None


def _since(sentence: Sentence, time: Time) -> bool:
    """Whether a time is told as one since which something goes on."""
    before = [word.lower for word in sentence.words if word.end <= time.start]
    return "since" in before[-SINCE_WITHIN:]


SINCE_WITHIN: Final = 3


def _for_long(sentence: Sentence, word: Word) -> bool:
    """Whether something has been going on for weeks or longer, or went on for years: "has been shelled for months"."""
    carriers = _carriers(sentence, word)
    below = (w for step in carriers for w in dependents(sentence.words, step))
    preps = [prep for prep in below if prep.lower in ("for", "in", "over")]
    spans = [(prep.lower, w.lower) for prep in preps for w in dependents(sentence.words, prep)]
    if word.tag == "VBD" or (word.tag == "VBN" and not perfect(sentence, word)):
        return any(span in YEARS for _, span in spans)
    return perfect(sentence, carriers[-1]) and any(prep == "for" and span in SPANS for prep, span in spans)


def _carriers(sentence: Sentence, word: Word) -> list[Word]:
    """A happening and, where several are told by a noun, what carries them: "has been" of "has been the scene of raids"."""
    line = [word]
    while word.tag == "NNS" and line[-1].dep in (*CARRIED, "attr") and len(line) <= CARRIED_WITHIN:
        line.append(sentence.words[line[-1].head])
    return line


SPANS: Final = frozenset({"weeks", "months", "years", "decades"})
YEARS: Final = frozenset({"years", "decades"})


def _in_passing(sentence: Sentence, word: Word) -> bool:
    """Whether the happening hangs on another one: in a relative clause, or after "since", "despite", "following"."""
    hinges = load_recall().hinges
    return any(
        step.dep in ("relcl", "acl")
        or (step.dep == "advcl" and not _alongside(sentence, step))
        or (step.dep == "prep" and step.lower in hinges)
        for step in governing(sentence, word)
    )


def _alongside(sentence: Sentence, word: Word) -> bool:
    """Whether a clause goes on beside its main one, and has no word that hangs it there: "they marched, demanding wages"."""
    return word.tag == "VBG" and not any(w.i < word.i for w in dependents(sentence.words, word, "mark", "prep"))


def _of_kin(told: Told) -> str | None:
    """A loss somewhere, on no told day, that only tells whose kin somebody is: "the mother of a soldier killed in Nyala marched"."""
    lost = mourned(told.sentence, told.word) if told.time is None else None
    words = told.sentence.words
    away = any(word.lower == "in" for word in dependents(words, told.word, "prep"))
    return f"it only tells whose {words[words[lost.head].head].lower} somebody is" if lost and away else None


REASONS: Final[tuple[Callable[[Told], str | None], ...]] = (
    _by_time,
    _by_period,
    lambda told: by_toll(told.sentence, told.figures) if told.time is None and not told.goes_on else None,
    lambda told: by_era(told.sentence, told.word),
    lambda told: of_the_war(told.sentence, told.word) if _undated_of_war(told) else None,
    _by_recap,
    _by_state,
    lambda told: by_order(told.sentence, told.word, told.time, told.published),
    _by_terms,
    _by_length,
    _of_kin,
    lambda told: (
        "something else is only likened to it" if likened(told.sentence, upward(told.sentence, told.word.i)) else None
    ),
)
"""Why a happening may be recalled; the first that holds is told."""


def _undated_of_war(told: Told) -> bool:
    return told.time is None and (bool(told.figures) or told.word.dep in ASIDE)
