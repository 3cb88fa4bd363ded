"""Whether a claim recalls something other than the day's news, and the reason in words a reader accepts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Final, NamedTuple

from dateline.find.notes import Sentence, Word
from dateline.find.setting.eras import LEAD, by_era, by_toll, of_the_war, perfect
from dateline.model import Figure, Time
from dateline.times import Interval
from dateline.words.recall import load_recall

__all__ = ["STALE", "background_reason", "long_ago", "old_beside", "told_as_of_before"]

OLD: Final = timedelta(days=30)
"""What ended longer before publication is no longer the day's news."""

STALE: Final = timedelta(days=2)
"""What ended longer ago than this, and is told in passing, is recalled: news of the last two days is often told again."""

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


class Told(NamedTuple):
    """A happening as its sentence tells it: its main word, its time, what is counted; and when the report was printed."""

    sentence: Sentence
    word: Word
    time: Time | None
    figures: tuple[Figure, ...]
    published: Interval | None

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
    to_come = any(sentence.words[i].tag == "MD" for i in word.children)
    lasting = published.start - time.when.start
    if lasting > (COUNTED if told.figures else LONG) and time.when.end > published.start - OLD and not to_come:
        return "it spans more than half a year" if lasting > LONG else "it counts over months"
    if published.start - time.when.start > OLD and _since_clause(sentence, time):
        return "it has gone on since something long past"
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


def _since_clause(sentence: Sentence, time: Time) -> bool:
    """Whether a time tells when something happened since which an act goes on: "since the rains began in May"."""
    day = next((word for word in sentence.words if word.start == time.start), None)
    clauses = [step for step in _up(sentence, day) if step.dep == "advcl"] if day is not None else []
    return any(
        sentence.words[i].dep == "mark" and sentence.words[i].lower == "since"
        for step in clauses
        for i in step.children
    )


def _of_known_blow(sentence: Sentence, time: Time) -> bool:
    """Whether a day only tells which blow is meant, as one that readers know of: "Saturday's attack killed six"."""
    day = next((word for word in sentence.words if word.start == time.start), None)
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
        word = next((word for word in sentence.words if word.start == time.start), None) if old else None
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
    for step in _up(sentence, word):
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
    if any(told.published.start - period.start > COUNTED for period in periods):
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
    for step in _up(sentence, word):
        homes = step.lemma == "be" and any(sentence.words[i].lower in words.homes for i in step.children)
        if step.i == word.i and _held(sentence, step):
            return "it tells how things stand, not what happened"
        if homes or (step.tag in ("VBZ", "VBP") and step.lemma in words.lasting and step.i == word.i):
            return "it tells how things stand, not what happened"
    return None


def _held(sentence: Sentence, word: Word) -> bool:
    """Whether a clause on the side tells who holds or rules something: "rebels, who have controlled the port, …"."""
    has = any(sentence.words[i].lower in ("has", "have") for i in word.children)
    rules = word.tag in ("VBZ", "VBP") or (word.tag == "VBN" and has)
    return word.dep == "relcl" and rules and word.lemma in load_recall().holding


def told_as_of_before(sentence: Sentence, at: int) -> str | None:
    """Why the doing or saying whose verb stands at a number is of the past of the news, or None."""
    adverbs = load_recall().adverbs
    below = (sentence.words[i] for i in sentence.words[at].children)
    told = any(word.lower in adverbs and word.dep == "advmod" for word in below)
    return "it is told as of before" if told else None


def _some_time_after(sentence: Sentence, word: Word) -> bool:
    """Whether a clause is what something came days or years after: "weeks after a mine killed six"."""
    if word.dep != "advcl":
        return False
    marks = [sentence.words[i] for i in word.children if sentence.words[i].dep == "mark"]
    spans = load_recall().spans
    return any(mark.lower == "after" and mark.i > 0 and sentence.words[mark.i - 1].lower in spans for mark in marks)


def _since_then(sentence: Sentence, word: Word) -> bool:
    """Whether a clause tells of an upheaval since which something goes on: "since troops invaded the island"."""
    marks = [sentence.words[i].lower for i in word.children if sentence.words[i].dep == "mark"]
    return word.dep == "advcl" and "since" in marks and word.lower in load_recall().upheavals


def _lately(time: Time | None, published: Interval | None) -> bool:
    """Whether words tell one of the last days: what "had come on Friday" is news on Saturday."""
    if time is None or time.formula is None or not LATELY.fullmatch(time.formula):
        return False
    return time.when is None or published is None or published.start - time.when.end < STALE


LATELY: Final = re.compile(r"pub (?:(?:mon|tue|wed|thu|fri|sat|sun)<=|day-1)(?: T\S+)?")
"""The formula of a weekday just past, or of yesterday."""


def _by_order(told: Told) -> str | None:
    """What is set apart as earlier: by a word, by what it is told beside, or by its tense."""
    sentence, word = told.sentence, told.word
    return _by_words(sentence, word) or _by_tense(sentence, word, lately=_lately(told.time, told.published))


def _by_words(sentence: Sentence, word: Word) -> str | None:
    """A happening called previous or former, or told under what is itself past."""
    words = load_recall()
    nouns = [sentence.words[i] for i in word.children if sentence.words[i].dep in ("nsubj", "nsubjpass", "dobj")]
    verbs = [step for step in _up(sentence, word) if step.tag.startswith("V")]
    nouns += [sentence.words[i] for v in verbs[:1] for i in v.children if sentence.words[i].dep == "nsubjpass"]
    for noun in (word, *nouns):
        happens = noun.i == word.i or noun.tag == "CD" or noun.lemma in words.blows | words.happenings
        if (
            happens
            and noun.tag.startswith(("NN", "CD"))
            and any(sentence.words[i].lower in words.other and sentence.words[i].dep == "amod" for i in noun.children)
        ):
            return "it is set apart as an earlier one"
    if (before := told_as_of_before(sentence, word.i)) is not None:
        return before
    if any(step.lemma in words.remembrances for step in _up(sentence, word)):
        return "it is remembered"
    if any(_since_then(sentence, step) for step in _up(sentence, word)):
        return "everything told is of the time since it"
    if _in_old_days(sentence, word):
        return "it ended what is told as of before"
    if _some_time_after(sentence, word):
        return "what is told came some time after it"
    return "it is told as of before" if _in_the_past(sentence, word) else None


def _by_tense(sentence: Sentence, word: Word, *, lately: bool) -> str | None:
    """A past perfect in a clause on the side; in a main clause only where it is not told of the last days."""
    perfect = _had(sentence, word)
    aside = word.dep == "advcl" or (word.dep == "relcl" and not _cleft(sentence, word))
    if perfect and (aside or _earlier(sentence, word)):
        return "it had happened before what is told"
    main = _main(sentence, word)
    back = not lately and _had(sentence, main) and _told_back(sentence, main)
    return "it had happened before what is told" if back or _below_what_had_been(sentence, word) else None


def _below_what_had_been(sentence: Sentence, word: Word) -> bool:
    """Whether a happening hangs on what a report goes back to: "they had been pressing them to call off the raid"."""
    line = list(_up(sentence, word))
    root = line[-1]
    if root.dep != "ROOT" or any(step.dep in ("ccomp", "relcl", "parataxis", "conj") for step in line):
        return False
    return root.tag == "VBG" and _had(sentence, root) and _told_back(sentence, root)


def _main(sentence: Sentence, word: Word) -> Word:
    """The verb that carries a happening in its clause: "had urged" of "had urged them to begin a raid"."""
    for _ in range(CARRIED_WITHIN):
        if word.dep not in CARRIED:
            break
        word = sentence.words[word.head]
    return word


CARRIED: Final = ("xcomp", "dobj", "pobj", "prep")
CARRIED_WITHIN: Final = 4


def _earlier(sentence: Sentence, word: Word) -> bool:
    """Whether something was done earlier, and not only earlier in the day."""
    at = [i for i in word.children if sentence.words[i].lower == "earlier" and sentence.words[i].dep == "advmod"]
    return any(i + 1 == len(sentence.words) or sentence.words[i + 1].lower not in SAME_DAY for i in at)


SAME_DAY: Final = frozenset({"in", "on", "today", "this", "that"})


def _by_length(told: Told) -> str | None:
    """What has been going on for weeks and is not counted: a count that runs since then is brought up to the day."""
    if told.figures:
        return None
    sentence, word, time, published = told.sentence, told.word, told.time, told.published
    when = time.when if time is not None else None
    began = when is not None and published is not None and published.start - when.start > LASTING
    lasts = began and time is not None and perfect(sentence, word) and _since(sentence, time)
    return "it has gone on for weeks" if lasts or _for_long(sentence, word) else None


def _since(sentence: Sentence, time: Time) -> bool:
    """Whether a time is told as one since which something goes on."""
    before = [word.lower for word in sentence.words if word.end <= time.start]
    return "since" in before[-SINCE_WITHIN:]


SINCE_WITHIN: Final = 3


def _for_long(sentence: Sentence, word: Word) -> bool:
    """Whether something has been going on for weeks or longer, or went on for years: "has been shelled for months"."""
    carriers = _carriers(sentence, word)
    below = (sentence.words[i] for step in carriers for i in step.children)
    preps = [prep for prep in below if prep.lower in ("for", "in", "over")]
    spans = [(prep.lower, sentence.words[i].lower) for prep in preps for i in prep.children]
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


def _had(sentence: Sentence, word: Word) -> bool:
    """Whether a verb is in the past perfect."""
    return any(sentence.words[i].lower in ("had", "'d") and sentence.words[i].dep == "aux" for i in word.children)


def _told_back(sentence: Sentence, word: Word) -> bool:
    """Whether a report itself goes back to what had been: in a main clause, by nothing that happened meanwhile."""
    below = [sentence.words[i] for i in word.children]
    since = any(w.lower in SO_FAR or w.dep == "ccomp" for w in below)
    return word.dep == "ROOT" and word.tag in ("VBN", "VBG") and not since


SO_FAR: Final = frozenset({"by", "when", "already", "until", "as", "than", "just"})
"""What makes a past perfect tell how far things have come: "had taken six villages by Tuesday"."""


def _in_the_past(sentence: Sentence, word: Word) -> bool:
    """Whether a happening is told of the past at large: "in the past", "years ago"."""
    for step in _up(sentence, word):
        for prep in (sentence.words[i] for i in step.children if sentence.words[i].dep == "prep"):
            nouns = [sentence.words[i] for i in prep.children if sentence.words[i].dep == "pobj"]
            if prep.lower == "in" and any(noun.lower == "past" for noun in nouns):
                return True
        if step.tag.startswith("VB"):
            return False
    return False


def _cleft(sentence: Sentence, word: Word) -> bool:
    """Whether a relative clause only tells who did the matter: "it was the militia who had killed him"."""
    noun = sentence.words[word.head]
    verb = sentence.words[noun.head]
    return noun.dep == "attr" and any(sentence.words[i].lower == "it" for i in verb.children)


def _in_old_days(sentence: Sentence, word: Word) -> bool:
    """Whether a happening ended a state that a clause on the side tells of: "which was a border until the army took it"."""
    above = sentence.words[word.head]
    ends = any(
        sentence.words[i].lower in ("until", "before") and sentence.words[i].dep == "mark" for i in word.children
    )
    return ends and word.dep == "advcl" and above.dep == "relcl" and above.lemma == "be"


def _in_passing(sentence: Sentence, word: Word) -> bool:
    """Whether the happening hangs on another one: in a relative clause, or after "since", "despite", "following"."""
    hinges = load_recall().hinges
    return any(
        step.dep in ("relcl", "acl")
        or (step.dep == "advcl" and not _alongside(sentence, step))
        or (step.dep == "prep" and step.lower in hinges)
        for step in _up(sentence, word)
    )


def _alongside(sentence: Sentence, word: Word) -> bool:
    """Whether a clause goes on beside its main one, and has no word that hangs it there: "they marched, demanding wages"."""
    return word.tag == "VBG" and not any(
        sentence.words[i].dep in ("mark", "prep") and i < word.i for i in word.children
    )


REASONS: Final[tuple[Callable[[Told], str | None], ...]] = (
    _by_time,
    _by_period,
    lambda told: by_toll(told.sentence, told.figures) if told.time is None and not told.goes_on else None,
    lambda told: by_era(told.sentence, told.word),
    lambda told: of_the_war(told.sentence, told.word) if _undated_of_war(told) else None,
    _by_state,
    _by_order,
    _by_terms,
    _by_length,
)
"""Why a happening may be recalled; the first that holds is told."""


def _undated_of_war(told: Told) -> bool:
    return told.time is None and (bool(told.figures) or told.word.dep in ASIDE)


def _up(sentence: Sentence, word: Word) -> Iterator[Word]:
    for _ in range(6):
        yield word
        if word.head == word.i:
            return
        word = sentence.words[word.head]
