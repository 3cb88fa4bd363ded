"""Whether the dead and hurt are the matter of a claim, or the blow that struck them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.notes import Frame, Notes, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import upward, way, within
from dateline.model import Span, Time
from dateline.phenomena.types import BLOWS
from dateline.words.calendar import WEEKDAYS
from dateline.words.measures import HARMED
from dateline.words.recall import load_recall

__all__ = [
    "DEADLY",
    "KNOWN",
    "UPROOTED",
    "causes",
    "counts_over",
    "displaces",
    "hurt_in",
    "kills",
    "number_is_point",
    "only_cause",
    "runs_since",
    "toll_is_matter",
]

DEADLY: Final = BLOWS | {"casualty_figure", "ceasefire_violation"}
"""Types of claims that may count dead."""

TOLLS: Final = frozenset({"toll", "dead", "number"})
"""Nouns that make the number the point of a sentence."""

NOMINAL: Final = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "attr", "ROOT"})
"""How "the dead" stand in a sentence; who is shot dead stands otherwise."""

KNOWN: Final = frozenset({"the", "these", "those", "this", "that", "its", "their", "his"})
"""What stands before a blow that was told already: the number is then the news."""

DAYS: Final = frozenset((*WEEKDAYS, "yesterday"))

MANY: Final = 5
"""Dead from which on a count over months is of many blows; of one blow months ago it may be that of the day."""

MONTHS: Final = 45
"""Days from which on a time lasts for months."""

DATING: Final = frozenset({"earlier", "late", "later", "early", "last"})
"""What stands before a time that only dates: "late last year"."""

RUNNING: Final = (
    "between",
    "this year",
    "so far",
    "the past",
    "the last",
    "past",
    "last few",
    "since",
    "the first",
    "from",
)
"""How a time begins over which something is counted."""

UPROOTED: Final = frozenset({"displaced", "evacuated", "sheltered"})
"""Measures of those who are away for as long as a war drives them out."""

HOUSING: Final = frozenset({"shelter", "host", "house", "accommodate"})
"""Verbs for giving people who left their homes somewhere to stay."""

CAUSE: Final = frozenset({"over", "against", "about", "for"})
"""What stands before that over which a crowd is out."""

KEEPING: Final = frozenset({"document", "record", "register", "log", "count", "verify", "tally"})
"""Verbs for keeping count of the dead."""

SERIES: Final = frozenset({"wave", "campaign", "spate", "spree"})
"""Nouns for many blows: "a wave of violence killed ninety" counts the dead of all of them."""

NEW: Final = frozenset({"bombing", "suicide_bombing"})
"""Blows whose dead are told with them, however often they are told, but where a clause is about those who came to harm."""

SUFFERED: Final = frozenset({"in", "from", "during"})
"""What stands before a blow in which people come to harm."""


def toll_is_matter(notes: Notes, group: Group, head: Frame) -> bool:
    """Whether the dead and hurt of a blow are the matter: it was told before, or they are counted over a time."""
    harmed = kills(group)
    if not harmed or head.phenomenon in NEW:
        return harmed and (number_is_point(group) or _suffered(notes, group, head))
    many = group.sentence.words[head.head].lemma in SERIES
    known = _known(notes, group, head) or _suffered(notes, group, head)
    return many or _tallied(group, head) or number_is_point(group) or known


def kills(group: Group) -> bool:
    """Whether a claim counts dead or hurt."""
    return any(f.measure in HARMED and f.modality == "actual" for f in group.figures)


def only_cause(group: Group, act: Frame) -> bool:
    """Whether the dead that are counted are only what an act is over: "marched over the killing of a clerk"."""
    counted = [f for f in group.figures if f.measure in HARMED]
    firsts = [group.sentence.words_in(Span(f.start, f.end))[:1] for f in counted]
    return all(_over(group, first[0], act.head) for first in firsts if first)


def _over(group: Group, word: Word, head: int) -> bool:
    """Whether a word stands behind what tells the cause of an act."""
    above = upward(group.sentence, word.i)
    line = above[: next((n for n, w in enumerate(above) if w.i == head), 0)]
    return any(w.dep == "prep" and w.lower in CAUSE for w in line)


def runs_since(group: Group) -> bool:
    """Whether a count runs from some time on: "since then, forty have been killed in raids"."""
    words = group.sentence.words
    opened = [w for w in words if w.lower == "since" and w.dep in ("prep", "mark", "advmod", "pcomp")]
    verbs = [words[w.head] for w in opened]
    verbs += [words[verb.head] for verb in verbs if verb.dep == "advcl"]
    return any(w.lower in ("have", "has") for verb in verbs for w in dependents(words, verb, "aux"))


def _known(notes: Notes, group: Group, blow: Frame) -> bool:
    """Whether a blow was told before: "the strikes also wounded six", "Monday's attack killed nine"."""
    told = next((f.sentence for f in notes.frames if f.type in BLOWS), blow.sentence)
    if told >= blow.sentence:
        return False
    words = group.sentence.words
    verb = words[blow.head]
    nouns = [verb] if verb.tag.startswith("NN") else dependents(words, verb, "nsubj")
    return any(noun.lemma in load_recall().blows and _definite(words, noun) for noun in nouns)


def _suffered(notes: Notes, group: Group, blow: Frame) -> bool:
    """Whether people are told to have come to harm in a blow that was told before: "nine more were hurt in the blast"."""
    return group.sentence.words[blow.head].lemma in load_recall().blows and hurt_in(notes, group, blow)


def hurt_in(notes: Notes, group: Group, act: Frame) -> bool:
    """Whether people are told to have come to harm in a blow or a fight that was told before: "seven were hurt in the clashes"."""
    kinds = BLOWS | {act.type}
    if next((f.sentence for f in notes.frames if f.type in kinds), act.sentence) >= act.sentence:
        return False
    words = group.sentence.words
    noun = words[act.head]
    if noun.dep != "pobj" or not any(w.lower in KNOWN for w in dependents(words, noun)):
        return False
    prep = words[noun.head]
    harmed = any(f.type == "casualty_figure" and f.head == prep.head for f in group.frames)
    return prep.lower in SUFFERED and harmed


def _definite(words: tuple[Word, ...], noun: Word) -> bool:
    """Whether a noun that acts is one that is known, and no clause only now tells which: "the attack", "Monday's raid"."""
    below = dependents(words, noun)
    known = any(w.lower in KNOWN or w.dep == "poss" or w.lower.removesuffix("s") in DAYS for w in below)
    return known and noun.dep in ("nsubj", "poss") and not any(w.dep == "relcl" for w in below)


def number_is_point(group: Group) -> bool:
    """Whether a noun for the number governs the sentence: "the death toll has risen", "were among the dead"."""
    words = group.sentence.words
    return bool(group.figures) and any(
        word.lemma in TOLLS
        and (words[word.head].dep in ("ROOT", "ccomp") or words[word.head].lower == "among")
        and (word.lower != "dead" or word.dep in NOMINAL)
        for word in words
    )


def counts_over(notes: Notes, group: Group) -> bool:
    """Whether the dead are counted over months and so are a total of many blows: "between March and July", "this year"."""
    many = any(f.measure == "killed" and (f.low or 0) >= MANY and f.modality == "actual" for f in group.figures)
    return many and any(_runs(group, time, after) for time, after in _pairs(within(notes.times, group.span)))


def _pairs(times: Sequence[Time]) -> Iterable[tuple[Time, Time | None]]:
    """Each time with the one that follows it, or None."""
    return zip(times, (*times[1:], None), strict=True) if times else ()


def _runs(group: Group, time: Time, after: Time | None) -> bool:
    """Whether a time lasts for months, alone or up to another one; by the name of a year, or "earlier this year", it only
    dates.
    """
    words = group.sentence.words
    first = next((w.i for w in words if w.start >= time.start), 0)
    before = words[first - 1].lower if first else ""
    last = after if before in ("between", "from") and after is not None else time
    if time.when is None or last.when is None or (last.when.end - time.when.start).days < MONTHS:
        return False
    opened = last is after or before in ("since", "between", "from")
    return before not in DATING and (opened or time.text.lower().startswith(RUNNING))


def _tallied(group: Group, head: Frame) -> bool:
    """Whether somebody who keeps count tells how many were killed: "documented the killing of 140 civilians"."""
    word = group.sentence.words[head.head]
    many = any(f.measure == "killed" and (f.low or 0) >= MANY for f in group.figures)
    return many and word.dep == "dobj" and group.sentence.words[word.head].lemma in KEEPING


def displaces(group: Group, head: Frame) -> bool:
    """Whether people who had to leave are the matter, and only told as those whom somebody houses: "is sheltering 900 families"."""
    counted = any(f.measure in UPROOTED and f.numbered and f.modality == "actual" for f in group.figures)
    housed = head.phenomenon == "aid" and group.sentence.words[head.head].lemma in HOUSING
    return counted and housed and not kills(group)


def causes(group: Group, blow: Frame, toll: Frame) -> bool:
    """Whether a blow is told here first, and near enough to a toll to be what caused it."""
    there = way(group.sentence, blow.head, toll.head)
    word = group.sentence.words[blow.head]
    known = any(w.lower in KNOWN for w in dependents(group.sentence.words, word))
    return there.steps <= 4 and there.clauses <= 1 and not known
