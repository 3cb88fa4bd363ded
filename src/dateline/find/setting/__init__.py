"""Where and when: each claim gets the time and place its own words give, else those of the story it continues.

A report tells one main happening, dates it once, and goes on. What its words leave open a claim takes from the last
happening told, with the reason; what no words give stays an interval up to publication, or empty.

From claims, times and places to the same claims with when and where, or by when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Final

from dateline.find.notes import Notes, Sentence
from dateline.find.sentences.distance import sentence_at, way, within, word_at
from dateline.find.setting.background import GONE_ON, GONE_ON_SINCE, background_reason, long_ago, old_beside
from dateline.find.setting.blows import at_large, of_that_blow, often, tells_blow
from dateline.find.setting.bulletin import label_at, labels
from dateline.find.setting.bureaus import grounds, of_those_hit
from dateline.find.setting.chronicle import chronicled, day_above
from dateline.find.setting.continued import day_of_story
from dateline.find.setting.days import on_day, one_day
from dateline.find.setting.due import due, same_deadline
from dateline.find.setting.eras import ERA
from dateline.find.setting.grain import LARGE, grain
from dateline.find.setting.land import crosses, entered, left, people_of, story_country, tells_of_others, theatre
from dateline.find.setting.offices import governed
from dateline.find.setting.order import told_as_of_before
from dateline.find.setting.pointing import Pointed, pointed_at
from dateline.find.setting.scene import NEXT, Scene, after, last_place, under
from dateline.find.setting.spoken import covering
from dateline.find.setting.story import (
    ACTS,
    GROUND,
    Namings,
    faded,
    fought_over,
    in_town,
    main_place,
    named_before,
    named_beside,
    namings,
    place_of_story,
    spoken_of,
    wider,
)
from dateline.find.setting.taken import taken
from dateline.find.setting.when import day_told
from dateline.find.setting.where import place_told
from dateline.model import Claim, Place, Span, Time
from dateline.phenomena.types import OF_TRUCES, TRUCES

__all__ = ["settings"]

NEIGHBOURS: Final = 3
"""Claims before and behind one whose stretches may stand in its sentence."""

SPEECH: Final = frozenset("meeting statement demand threat denial accusation agreement".split())
"""Types whose place is where a thing was said or done, if the report tells: never taken from the story."""

DEEDS: Final = frozenset(
    "reinforcement weapons_seized looting siege blockade rescue surrender search base_established evacuation".split()
) | {None}
"""Phenomena of no type of their own that happen on the ground, where the rest of the story does."""

BEFORE: Final = timedelta(days=2)
"""How long before the main event of a report a happening is recalled."""

OLD: Final = timedelta(days=7)
"""How long before publication something ended that needs not be where the story plays."""

LONG: Final = 27
"""Days beyond which what is told is no part of the story of a day: a month, or since one."""

PLACED: Final = GROUND | TRUCES
"""Types of what is recalled of the story's country where no words tell another one."""

DISPLACED: Final = frozenset({"displaced", "evacuated", "sheltered", "returned"})
"""Measures whose own place is that of a claim of displacement."""


Found = tuple[Claim, tuple[int, Sentence] | None]
"""A claim with the sentence of its trigger, and its number."""


def settings(notes: Notes) -> Notes:
    """Notes whose claims have their time, place, background and deadline, each inferred one with its reason."""
    country, named = story_country(notes), namings(notes)
    heads = labels(notes.report.text, notes.places)
    over = [label_at(heads, claim.start) for claim in notes.claims]
    beside = [tuple(near) for near in _beside(notes.claims)]
    told = [
        (_told(notes, claim, _land_of(label, named) or country, near), sentence_at(notes, claim.trigger.start))
        for claim, near, label in zip(notes.claims, beside, over, strict=True)
    ]
    told = _sharing(told)
    country = theatre(notes, [claim for claim, _ in told], country)
    main = main_place(notes, [claim for claim, _ in told], country)
    finer = (c.start for c, _ in told if c.place is not None and c.type in ACTS and grain(c.place) not in LARGE)
    scene = Scene(
        named,
        main_place=main,
        coming=_first_day([claim for claim, _ in told]),
        opened=next(finer, 0),
        spoken=tuple(spoken_of(notes)),
        grounds=grounds([claim for claim, _ in told]),
    )
    settled = []
    for (claim, found), label in zip(told, over, strict=True):
        scene = under(scene, label)
        block = found[1].block if found else scene.block
        near = scene.day if block <= scene.block + 1 else None
        known = _recalled(_clocked(claim, notes, near), found[1] if found else None, scene)
        done = taken(_inferred(known, notes, found, scene, _land_of(label, named) or country))
        settled.append(done)
        scene = after(scene, done, block, found[1] if found else None)
    return replace(notes, claims=tuple(settled))


def _sharing(told: Sequence[Found]) -> list[Found]:
    """The claims, those with the deadline of what is asked, or threatened, beside them that share it."""
    shared = list(told)
    for i, (claim, found) in enumerate(told[1:], 1):
        before, at = shared[i - 1]
        sentence = found[1] if found else None
        shared[i - 1] = same_deadline(before, claim, sentence), at
        shared[i] = same_deadline(claim, before, sentence), found
    return shared


def _first_day(claims: Sequence[Claim]) -> Time | None:
    """The day of the first happening that is news and dated by its own words."""
    return next(
        (
            claim.time
            for claim in claims
            if claim.type in ACTS and claim.modality == "actual" and not claim.background
            if claim.time is not None and one_day(claim.time)
        ),
        None,
    )


def _beside(claims: Sequence[Claim]) -> Iterator[Iterator[Span]]:
    """The stretches of the claims around each one, where they share no word with it."""
    for i, claim in enumerate(claims):
        near = (*claims[max(0, i - NEIGHBOURS) : i], *claims[i + 1 : i + 1 + NEIGHBOURS])
        yield (Span(c.start, c.end) for c in near if c.end <= claim.start or claim.end <= c.start)


def _told(notes: Notes, claim: Claim, country: Place | None, beside: Sequence[Span]) -> Claim:
    """The claim with what its own words say: time, place, deadline, and whether it is recalled; where the claims `beside`
    it lie is told of them."""
    found = sentence_at(notes, claim.trigger.start)
    head = word_at(found[1], claim.trigger) if found else None
    if found is None or head is None:
        return claim
    sentence = found[1]
    above = day_above(notes.report.text, notes.sentences, found[0], notes.times)
    time = day_told(notes, claim, sentence, head) or above
    place = _counted_at(notes, claim) or place_told(notes, claim, sentence, head, country, beside)
    place = _homeland(notes, claim, place, sentence) or place
    if place is None and claim.type == "displacement_figure":
        place = entered(sentence, Span(claim.start, claim.end))
    pointed = pointed_at(notes, claim, sentence, head, country)
    if pointed is not None and place is not None and not _nearer(pointed, place, sentence, head):
        pointed = None
    deadline = due(notes, claim, found[0], time)
    published = notes.report.published.when
    reason = background_reason(sentence, head, time, claim.figures, published) or _said_before(notes, claim, sentence)
    if claim.stance == "denies" and reason in (GONE_ON, GONE_ON_SINCE):
        reason = None
    if reason is None and time is None:
        reason = old_beside(sentence, head, within(notes.times, sentence.span), published)
    if reason is None:
        reason = chronicled(above, published)
    return replace(
        claim,
        time=time,
        place=pointed.place if pointed else place,
        deadline=deadline[0] if deadline else claim.deadline,
        deadline_time=deadline[1] if deadline else claim.deadline_time,
        background=claim.background or reason is not None,
        because=(
            *claim.because,
            *([reason] if reason else []),
            *([f"“{pointed.words}” points to {pointed.place.name}"] if pointed else []),
        ),
    )


def _nearer(pointed: Pointed, place: Place, sentence: Sentence, head: int) -> bool:
    """Whether "the capital" is nearer to the act than a name in another clause: "protests in the capital after days of …"."""
    at = word_at(sentence, place)
    there = way(sentence, at, head) if at is not None else None
    return (
        there is not None
        and (there.clauses > 0 or pointed.steps < there.steps)
        and pointed.place.precision != "country"
    )


def _counted_at(notes: Notes, claim: Claim) -> Place | None:
    """The place of the first count of the displaced, where a claim tells of them: where they fled from, not where they are;
    that of a count whose act stands before it, "killed nine in Gao and five in Kidal"; and one that heads its line, "Gao: 9 killed".
    """
    count = next(iter(claim.figures), None)
    heads = count is not None and count.place is not None and count.place.start == claim.start
    if count is not None and count.place is not None and heads:
        between = notes.report.text[count.place.end : count.start]
        if between.strip() == ":":
            return count.place
    if not claim.trigger.overlaps(Span(claim.start, claim.end)):
        return next((figure.place for figure in claim.figures), None)
    if claim.type != "displacement_figure" and claim.phenomenon != "evacuation":
        return None
    return next((figure.place for figure in claim.figures if figure.measure in DISPLACED), None)


def _homeland(notes: Notes, claim: Claim, place: Place | None, sentence: Sentence) -> Place | None:
    """The land that the displaced are of who are told to be in another one, not to have left it: of "Chad hosts 40,000
    Sudanese refugees" Sudan; and of who goes home: "40,000 Sudanese crossed the border from Chad"."""
    first = next((figure for figure in claim.figures if figure.measure == "displaced"), None)
    at = word_at(sentence, first) if first is not None else None
    people = people_of(sentence, at) if at is not None else None
    if at is None or people is None or (place is not None and place.precision != "country"):
        return None
    lands = [one for one in within(notes.places, Span(claim.start, claim.end)) if one.precision == "country"]
    gone = any(left(sentence, Span(one.start, one.end)) for one in lands)
    told = len(lands) == 1 and crosses(sentence, at) if gone else place is not None
    return (
        people if told and people.country not in {one.country for one in (*lands, place) if one is not None} else None
    )


def _said_before(notes: Notes, claim: Claim, sentence: Sentence) -> str | None:
    """Why what is said is recalled: its saying is told as of before."""
    verbs = (word_at(sentence, said.cue) for said in covering(notes, sentence, claim))
    return next((why for verb in verbs if verb is not None and (why := told_as_of_before(sentence, verb))), None)


def _inferred(
    claim: Claim, notes: Notes, found: tuple[int, Sentence] | None, scene: Scene, country: Place | None
) -> Claim:
    """The claim with what its words leave open taken from the story."""
    reasons = list(claim.because)
    sentence = found[1] if found else None
    block = sentence.block if sentence else scene.block
    time, place = claim.time, claim.place
    if time is None and (counted := _counted_over(claim)) is not None:
        time = counted
        reasons.append(f"it counts over the time told by “{counted.text}”")
    if time is None and not claim.background:
        time, reason = day_of_story(claim, notes, scene, block)
        old = long_ago(time, notes.report.published.when)
        claim = replace(claim, background=old is not None)
        reasons += [reason, *([old] if old is not None else [])]
    if claim.background and place is None and (ERA in reasons or claim.type in PLACED):
        ours = country is not None and sentence is not None and not tells_of_others(notes, sentence, country)
        place = _place_recalled(replace(claim, time=time), notes, scene, country, old=ERA in reasons) if ours else None
        reasons += [f"recalled of the story: {place.name}"] if place is not None else []
    if _on_the_ground(claim, sentence) and not claim.background:
        told = _where_it_goes_on(replace(claim, place=place), notes, sentence, scene, country, time)
        if told is not None:
            place = told
            reasons.append(f"the place is that of the story it continues: {told.name}")
    if place is not None and (quarter := in_town(place, scene.main_place, sentence)) is not None:
        place = quarter
        reasons.append(f"{place.name} lies nowhere known; taken to be in the town the report is about")
    return replace(claim, time=time, place=place, because=tuple(reasons))


def _where_it_goes_on(
    claim: Claim, notes: Notes, sentence: Sentence | None, scene: Scene, country: Place | None, time: Time | None
) -> Place | None:
    """The place of the story, where a claim on the ground tells none, or only a wider one, or where people went; `time` is its
    day as far as it is known, that of its own words the claim's."""
    place = claim.place
    wide = _long(claim.time or _counted_over(claim))
    wide = wide or (sentence is not None and (often(sentence) or at_large(sentence, claim)))
    told = country if wide else place_of_story(claim, notes, scene.named, last_place(scene, claim), country)
    if place is None:
        told = told and (named_before(notes, claim, told, country) or _still(told, claim, notes, scene))
        told = told and (governed(notes, claim, sentence, told) or of_those_hit(claim, sentence, told, scene.grounds))
        moved = claim.type == "displacement_figure"
        return told or (named_beside(notes, claim.trigger.start, country) if moved else None)
    if told is None or (_only_goal(notes, claim, place) and grain(told) not in LARGE):
        return told
    opening = claim.start < scene.opened and claim.type in ACTS and (time is None or one_day(time))
    return told if wider(told, place, sentence, opening=opening) and _counted_at(notes, claim) is None else None


def _only_goal(notes: Notes, claim: Claim, place: Place) -> bool:
    """Whether a place only tells where the displaced went, who are counted where they left: "survivors have fled to Goma"."""
    moved = claim.type == "displacement_figure" and all(figure.measure == "displaced" for figure in claim.figures)
    before = notes.report.text[max(0, place.start - LOOK) : place.start]
    return moved and place.precision != "country" and GOAL.search(before) is not None


GOAL: Final = re.compile(
    r"\b(?:flee|fled|fleeing|escaped)\b[^.;]{0,40}\b(?:to|into) (?:the )?(?:[a-z-]+ ){0,3}$"
    r"|\b(?:refuge|shelter)\b[^.;]{0,20}\bin (?:the )?(?:[a-z-]+ ){0,3}$"
)
"""What stands before the place that people fled to."""

LOOK: Final = 80
"""Characters before a place in which that stands."""


def _place_recalled(claim: Claim, notes: Notes, scene: Scene, country: Place | None, *, old: bool) -> Place | None:
    """Where what is recalled happened: a toll and what is dated to the last days where the story plays, else in the country."""
    lately = claim.type == "casualty_figure" or claim.time is not None
    if old or not lately or _long(claim.time) or _old(claim, notes):
        abroad = scene.aside.place if scene.aside is not None and claim.start - scene.aside.end < NEXT else None
        home = fought_over(scene.named, country) if claim.type in OF_TRUCES else country
        return _land_of(abroad, scene.named) or home
    return place_of_story(claim, notes, scene.named, last_place(scene, claim), country)


def _on_the_ground(claim: Claim, sentence: Sentence | None) -> bool:
    """Whether a claim is of what happens somewhere on the ground, or accuses of a blow: nothing that is only said or decided."""
    if claim.type == "accusation":
        return sentence is not None and tells_blow(claim, sentence)
    return claim.type not in SPEECH and (claim.type != "other" or claim.phenomenon in DEEDS)


def _counted_over(claim: Claim) -> Time | None:
    """The stretch of weeks and more that every count of a claim is of: "since September 1,300 have been killed"."""
    periods = [figure.period for figure in claim.figures]
    first = next(iter(periods), None)
    return first if _long(first) and all(period == first for period in periods) else None


def _long(time: Time | None) -> bool:
    """Whether a time is a stretch in which more than one story plays."""
    return time is not None and time.when is not None and time.when.days > LONG


def _still(told: Place, claim: Claim, notes: Notes, scene: Scene) -> Place | None:
    """The place of the story that still holds for a claim: that told last, else the main one, else only the land."""
    main = scene.main_place if scene.main_place is not None and scene.main_place.country == told.country else told
    if not _old(claim, notes) or _of_those_days(claim, scene):
        for place in (told, main):
            if not faded(notes, scene.named, place, claim.start):
                return place
    return _land_of(told, scene.named)


def _land_of(place: Place | None, named: Namings) -> Place | None:
    """The country of a place, where the report names it."""
    if place is None or place.precision == "country":
        return place
    return named.lands.get(place.country)


def _old(claim: Claim, notes: Notes) -> bool:
    """Whether a claim's own words date it well before publication, so that it is no part of the day's story."""
    published = notes.report.published.when
    when = claim.time.when if claim.time is not None else None
    return published is not None and when is not None and published.start - when.end > OLD


def _of_those_days(claim: Claim, scene: Scene) -> bool:
    """Whether a claim of more than a week ago lies in the days that the report told of last: it goes on there."""
    then = scene.stretch.time if scene.stretch is not None else scene.day
    when, told = claim.time.when if claim.time else None, then.when if then is not None else None
    if when is None or told is None:
        return False
    return when.start < told.end and told.start < when.end


def _clocked(claim: Claim, notes: Notes, day: Time | None) -> Claim:
    """The claim with an hour that tells no day of its own on the day of the happening told just before; it is then no older one."""
    published = notes.report.published.when
    old = long_ago(claim.time, published)
    recalled = claim.background and old not in claim.because
    if claim.time is None or day is None or recalled or claim.type not in GROUND:
        return claim
    time = on_day(claim.time, day, published)
    if time is claim.time:
        return claim
    why = f"“{time.text}” tells no day; it goes on about what is dated “{day.text}”"
    because = tuple(reason for reason in claim.because if reason != old)
    return replace(claim, time=time, background=False, because=(*because, why))


def _recalled(claim: Claim, sentence: Sentence | None, scene: Scene) -> Claim:
    """The claim as recalled, where it goes back to a blow of the past or lies days before what the report tells mainly."""
    if claim.background:
        return claim
    then = scene.recalled
    if then is not None and claim.time is None and sentence is not None and of_that_blow(sentence):
        why = "it goes on about a blow of the past"
        return replace(
            claim, time=then.time, place=claim.place or then.place, background=True, because=(*claim.because, why)
        )
    main, own = scene.main_day, claim.time
    if main is None or own is None or main.when is None or own.when is None or claim.type not in ACTS:
        return claim
    if main.when.start - own.when.end >= BEFORE:
        return replace(claim, background=True, because=(*claim.because, "it is days older than what the report tells"))
    return claim
