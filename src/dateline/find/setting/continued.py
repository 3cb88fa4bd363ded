"""The day of the story: that of the happening a claim goes on about, where its own words tell none; else the days up to the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.find.claims.worth.echoes import ABOVE
from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import sentence_at, upward, way, within, word_at
from dateline.find.sentences.tags import SUBJECTS
from dateline.find.setting.blows import of_the_blow
from dateline.find.setting.days import LATELY, NEWS, ahead_of, one_day
from dateline.find.setting.scene import NEXT, Scene
from dateline.find.setting.spoken import day_of_saying
from dateline.find.setting.story import ACTS
from dateline.find.setting.when import REASON, going_on
from dateline.model import Claim, Time
from dateline.phenomena.types import TRUCES
from dateline.times import resolve
from dateline.words.places import load_place_words
from dateline.words.recall import load_recall

__all__ = ["day_of_story"]

BESIDE: Final = frozenset({"abduction", "looting", "damage", "weapons_seized"})
"""Phenomena that are none of the acts and are done with them: "they burned the mill and took nine men"."""


def day_of_story(claim: Claim, notes: Notes, scene: Scene, block: int) -> tuple[Time, str]:
    """The day of the happening a claim goes on about; else the two days up to publication."""
    found = sentence_at(notes, claim.trigger.start)
    said = day_of_saying(notes, claim, found[1]) if found else None
    if (during := _stretch_of(scene.stretch, claim, found[1] if found else None)) is not None:
        return during, f"no day is told; it goes on about what is dated “{during.text}”"
    if claim.type in ACTS and found is not None and (lasts := going_on(found[1], claim.trigger)) is not None:
        return _on_going(claim, notes, found[1]), f"no day is told; “{lasts}” tells of more than one"
    day = _gone_on_about(claim, notes, scene, block, said)
    if day is not None and not (said is not None and _later(day, said)):
        return day, f"no day is told; it goes on about what is dated “{day.text}”"
    if claim.type == "accusation" and found is not None and of_the_blow(found[1], claim):
        day = scene.day or scene.main_day
        if day is not None and not (said is not None and _later(day, said)):
            return day, f"no day is told; it is about what is dated “{day.text}”"
    if said is not None and _by_saying(claim):
        return said, f"done by saying so, “{said.text}”"
    if said is not None and said.formula is not None:
        formula = f"{said.formula} day+0 past1day"
        timex, when = resolve(formula, notes.report.published.when)
        return replace(said, timex=timex, when=when, formula=formula), f"told “{said.text}”: that day or the day before"
    start, end = claim.trigger.start, claim.trigger.end
    _, when = resolve(NEWS, notes.report.published.when)
    return Time(start, end, notes.report.text[start:end], "DATE", None, when, NEWS), REASON


def _gone_on_about(claim: Claim, notes: Notes, scene: Scene, block: int, said: Time | None) -> Time | None:
    """The day of the blow that a claim goes on about: that told just before, else the first of the report."""
    found = sentence_at(notes, claim.trigger.start)
    beside = claim.phenomenon in BESIDE and found is not None and not _up_to_now(found[1], claim)
    if claim.type not in ACTS and not beside:
        return None
    near = scene.day if block <= scene.block + 1 else None
    told = _at_large_before(notes, found[0]) if found is not None else None
    told = near if told is None or (near is not None and told.when is None) else told
    if told is None and said is None and claim.type == "casualty_figure" and scene.main_day is None:
        told = _of_said(scene, claim)
    if told is not None or said is not None or beside:
        return told
    return scene.main_day or _awaited(scene, found[1] if found else None)


def _of_said(scene: Scene, claim: Claim) -> Time | None:
    """The day of the saying, or the one before, to which the blow told just before was put: its toll is of the same."""
    told = scene.said
    return told.time if told is not None and claim.start - told.end < NEXT else None


def _at_large_before(notes: Notes, number: int) -> Time | None:
    """The day on which the sentence before tells of violence at large, where no claim is made of it: "Fighting went on across
    the valley on Monday. In Dura a shell killed two"."""
    before = notes.sentences[number - 1] if number else None
    if before is None or before.part in ABOVE or any(c.trigger.overlaps(before.span) for c in notes.claims):
        return None
    days = [time for time in within(notes.times, before.span) if one_day(time) and not ahead_of(notes, time)]
    if len(days) != 1 or (at := word_at(before, days[0])) is None:
        return None
    root = next((word for word in before.words if word.dep == "ROOT"), None)
    words = load_recall().blows | load_recall().violence
    at_large = root is not None and any(word.lemma in words for word in _told_of(before, root))
    if root is None or not at_large:
        return None
    bare = root.tag.startswith("NN")  # "violence flared" as the parse may have it: violence that was flared
    return days[0] if way(before, at, root.i).clauses <= bare else None


def _told_of(sentence: Sentence, root: Word) -> Iterator[Word]:
    """What a main clause is about: its subject, and what a land saw or suffered."""
    yield root
    yield from dependents(sentence.words, root, *SUBJECTS)
    if root.lemma in load_place_words().lies:
        yield from dependents(sentence.words, root, "dobj")


def _by_saying(claim: Claim) -> bool:
    """Whether who makes or ends a truce is who says so: the day of the saying is then its day."""
    return claim.type in TRUCES and not {one.name for one in claim.by}.isdisjoint(one.name for one in claim.speaker)


def _awaited(scene: Scene, sentence: Sentence | None) -> Time | None:
    """The day that a report tells only below its head, for what its head tells."""
    return scene.coming if sentence is not None and sentence.part in ABOVE else None


def _later(day: Time, said: Time) -> bool:
    """Whether a day lies after that of the saying: what was said on Friday did not happen on Saturday."""
    return day.when is not None and said.when is not None and day.when.start >= said.when.end


def _on_going(claim: Claim, notes: Notes, sentence: Sentence) -> Time:
    """The days for which what goes on is told to have done so, "for three days"; else the week up to publication."""
    at, text = claim.trigger, notes.report.text
    days = next((days for time in within(notes.times, sentence.span) if (days := _days_long(time, text))), None)
    formula = f"pub day+0 past{days - 1}day" if days is not None else LATELY
    when = resolve(formula, notes.report.published.when)[1]
    return Time(at.start, at.end, text[at.start : at.end], "DATE", None, when, formula)


def _days_long(time: Time, text: str) -> int | None:
    """How many days something is told to have gone on: "for three days"; a day and more of hours are the days they fill."""
    length = DAYS.fullmatch(time.timex or "") if time.type == "DURATION" else None
    if length is None or not FOR.search(text, max(0, time.start - LOOK), time.start):
        return None
    number = int(length["number"])
    days = number if length["unit"] == "D" else number // 24 + 1
    return days if 1 < days <= FORTNIGHT else None


DAYS: Final = re.compile(r"PT?(?P<number>\d{1,3})(?P<unit>D|H)")
"""The value of a length in days or hours."""

FOR: Final = re.compile(r"\bfor (?:[a-z]+ ){0,3}$", re.IGNORECASE)
"""What stands before the length of what goes on: "for the past three days", "for more than two days"."""

LOOK: Final = 30
"""Characters before a length in which that stands."""

FORTNIGHT: Final = 14
"""Days up to which a length tells a stretch of the news, not of a war."""


def _stretch_of(before: Claim | None, claim: Claim, sentence: Sentence | None) -> Time | None:
    """The stretch of time, or the day, of the same kind of happening told just before: "Two of them were hit twice"; what has
    been done since, or is still going on, is of no day before."""
    if before is None or before.type != claim.type or claim.start - before.end > NEXT:
        return None
    past = before.time is None or not one_day(before.time) or not _up_to_now(sentence, claim)
    return before.time if past else None


def _up_to_now(sentence: Sentence | None, claim: Claim) -> bool:
    """Whether a claim tells what has been done by now, or is going on: "police have arrested two", "400 are sheltering"."""
    at = word_at(sentence, claim.trigger) if sentence is not None else None
    if sentence is None or at is None:
        return False
    verb = next((word for word in upward(sentence, at) if word.tag.startswith("V")), None)
    helps = dependents(sentence.words, verb, "aux", "auxpass") if verb is not None else []
    return any(word.lower in NOW for word in (verb, *helps) if word is not None and word.tag in ("VBP", "VBZ"))


NOW: Final = frozenset({"has", "have", "is", "are", "'ve", "’ve", "remain", "remains"})
"""Forms of verbs that tell the present, or what has been done by now."""
