"""The scene of a report: what it told last and what it tells mainly, which the next claim goes on about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dateline.find.notes import Sentence
from dateline.find.sentences.distance import upward, word_at
from dateline.find.setting.blows import tells_blow
from dateline.find.setting.days import LATELY, NEWS, one_day
from dateline.find.setting.elsewhere import treated_in
from dateline.find.setting.grain import TOWNS, grain
from dateline.find.setting.story import ACTS, GROUND, Namings
from dateline.model import Claim, Place, Span, Time
from dateline.phenomena import load_phenomena
from dateline.phenomena.types import BLOWS

__all__ = ["NEXT", "Scene", "after", "last_place", "under"]

BOMBED: Final = frozenset({"airstrike"})
"""Types whose claims go on about a happening of their own kind, whatever else is told between."""

STRUCK: Final = ACTS | {"protest"}
"""Types that move where the dead and hurt told next are."""

NEXT: Final = 300
"""Characters within which one happening goes on about another."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What the report told last, and what it tells mainly."""

    named: Namings
    day: Time | None = None
    place: Place | None = None
    main_day: Time | None = None
    main_place: Place | None = None
    coming: Time | None = None
    """The day of the first happening that the words of the report date, for what is told of it before."""
    block: int = -1
    stretch: Claim | None = None
    """What was told last of a stretch of time that lasts, or of a day that is none of the blows'."""
    said: Claim | None = None
    """What was told last where it was put to the day of the saying, or the one before."""
    aside: Claim | None = None
    """What was told last of another country than the story's."""
    bombed: Place | None = None
    """Where aircraft struck last."""
    struck: Place | None = None
    """Where a blow of any kind fell last: aid, arrests and flight may be told of other towns between."""
    recalled: Claim | None = None
    """The blow of the past told last, until news is told again."""
    opened: int = 0
    """Where the first claim starts whose own words tell a place finer than a land or a region."""
    spoken: Sequence[Place] = ()
    """Where the blows fell that are only spoken of: "treated nine after the raid on a clinic in Goma"."""
    grounds: frozenset[str] = frozenset()
    """The lands in which the report's own words put something on the ground, by ISO code."""
    label: Place | None = None
    """The place that stands over the story of a bulletin."""


def _lasting(time: Time | None) -> bool:
    """Whether a time is a stretch that words tell."""
    if time is None or one_day(time) or time.formula in (NEWS, LATELY) or " past1day" in (time.formula or ""):
        return False
    return time.when is None or time.when.days > 2


def _of_its_own_day(claim: Claim) -> bool:
    """Whether an arrest, a protest or a flight is of one day that is told, which goes on for what is told of it."""
    return claim.type not in ACTS and claim.time is not None and one_day(claim.time)


def _told_lately(time: Time) -> bool:
    """Whether a time is the day of a saying or the one before; an hour of no told day is none."""
    told = time.formula or ""
    return told != NEWS and told.endswith(LAST_TWO) and not told.startswith("pub T")


LAST_TWO: Final = " day+0 past1day"
"""How the formula of a day and the one before it ends."""


def last_place(scene: Scene, claim: Claim) -> Place | None:
    """The place told last, abroad only just before; else the main one."""
    last = scene.struck or _spoken(scene, claim) or scene.place if claim.type in ACTS else scene.place
    main = scene.main_place
    if claim.type in BOMBED and scene.bombed is not None and main is not None and scene.bombed.name == main.name:
        return main
    if scene.aside is not None and claim.start - scene.aside.end < NEXT:
        return scene.aside.place
    if last is not None and main is not None and grain(last) == "admin1" and grain(main) in TOWNS:
        inside = main.admin1 == last.admin1 or None in (main.admin1, last.admin1)
        return main if main.country == last.country and inside else last
    return last or main


def _brought_to(place: Place, sentence: Sentence) -> bool:
    at = word_at(sentence, place) if Span(place.start, place.end) in sentence.span else None
    return at is not None and treated_in(upward(sentence, at))


def _spoken(scene: Scene, claim: Claim) -> Place | None:
    """Where the blow fell that was spoken of last before a claim, in the land of the story; those who were treated elsewhere
    since may have died there."""
    if claim.type == "casualty_figure" and scene.place is not None:
        return None
    main = scene.main_place.country if scene.main_place is not None else None
    said = (place for place in reversed(scene.spoken) if place.start < claim.start and place.country == main)
    return next(said, None)


def under(scene: Scene, label: Place | None) -> Scene:
    """The scene as the story of a bulletin under a label finds it: a new one where the label is."""
    if label is None or label is scene.label:
        return scene
    return Scene(
        scene.named,
        spoken=scene.spoken,
        main_place=label,
        main_day=scene.main_day,
        block=scene.block,
        grounds=scene.grounds,
        label=label,
    )


def _charged(claim: Claim, sentence: Sentence | None) -> bool:
    """Whether a claim accuses of a blow, which fell where it is told."""
    if claim.type != "accusation" or sentence is None:
        return False
    return claim.phenomenon in _blows() or tells_blow(claim, sentence)


@cache
def _blows() -> frozenset[str]:
    """The phenomena that are blows."""
    return frozenset(phenomenon.name for phenomenon in load_phenomena() if phenomenon.type in BLOWS)


def after(scene: Scene, claim: Claim, block: int, sentence: Sentence | None) -> Scene:
    """The scene once a claim was told: only happenings that are news move it, and none to where the hurt were brought."""
    if claim.background and claim.type in (*ACTS, "accusation"):
        return replace(scene, recalled=claim)
    if claim.background or claim.modality != "actual" or not (claim.type in GROUND or _charged(claim, sentence)):
        return scene
    day = claim.time if claim.time is not None and claim.type in ACTS and one_day(claim.time) else None
    place = claim.place if claim.place is not None and claim.place.precision != "country" else None
    main = scene.main_place.country if scene.main_place is not None else None
    abroad = claim.place is not None and None not in (main, claim.place.country) and claim.place.country != main
    if abroad or (place is not None and sentence is not None and _brought_to(place, sentence)):
        place = None
    return replace(
        scene,
        stretch=claim if _lasting(claim.time) or _of_its_own_day(claim) else None,
        said=claim if claim.time is not None and _told_lately(claim.time) else None,
        day=day or scene.day,
        place=place or scene.place,
        bombed=place if place is not None and claim.type in BOMBED else scene.bombed,
        struck=place if place is not None and claim.type in STRUCK else scene.struck,
        aside=claim if abroad else None if claim.place is not None else scene.aside,
        main_day=scene.main_day or day,
        block=block if day is not None else scene.block,
        recalled=None if day is not None else scene.recalled,
    )
