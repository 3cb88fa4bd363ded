"""What can never be one happening, whatever else is alike; days, places and facilities part where they are compared."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import permutations

import numpy as np

from dateline.places.spelling import called
from dateline.weigh.kinds import GROWN, OTHER, stretch
from dateline.weigh.same.tables import Mask, both, column, differ, either, kilometres, mask, other_entry, shared
from dateline.weigh.settled import DEEDS
from dateline.weigh.traits import Traits
from dateline.words.weigh import facilities_in, plain, subgroup_key

__all__ = [
    "TOLL",
    "answered",
    "loose",
    "named",
    "not_yet",
    "of_no_town",
    "other_arm",
    "other_blow",
    "other_caller",
    "other_land",
    "other_target",
    "over_days",
    "parted",
    "talks_and_deed",
    "talks_and_demand",
    "told_apart",
    "ultimatum",
]

_WORD = re.compile(r"\w+")
TOLL = "casualty_figure"
TREATED = "health"
"""The kind of facility to which the wounded are brought, often in another town."""
DOWNED = "shootdown"
"""The phenomenon of an aircraft that is brought down."""
FAR_KM = 700.0
"""Between points of two lands, from which on neither a border nor a point that stands for a whole land makes two of one happening."""
BEFORE = 4
"""Words before a name among which its preposition stands."""
PAST = "past"
"""How the steps of a formula begin that lead over the days before: "the past five days"."""
SLACK = 2.0
"""Days after its printing on which a report may still have been changed."""


def parted(block: Sequence[Traits]) -> Mask:
    """Pairs of happenings that their towns part: each told with its day or its count; or those for which one report names both."""
    told = both(block, lambda one: _there(one) and (one.firm_time or bool(one.counts)))
    return told | (both(block, _stays) & ~differ(block, lambda one: one.claim.report))


def _stays(one: Traits) -> bool:
    """Whether a deed was in the town that it names, or goes on in the last one named on a day that it tells ("At dawn it was
    shelled"); the dead may be counted elsewhere, and what tells neither may be of any."""
    goes_on = one.family in DEEDS and one.firm_time and one.claim.type != TOLL and not one.claim.background
    return goes_on or (_there(one) and not _home_of_dead(one))


def _there(one: Traits) -> bool:
    """Whether a claim tells a happening at the place it names, and not where the wounded were treated."""
    treated = one.claim.type == TOLL and TREATED in one.facilities
    return one.family in DEEDS and one.firm_place and not treated


def _home_of_dead(one: Traits) -> bool:
    """Whether the town that a toll names is the one that the dead were from: "a family displaced from Norrby"."""
    place = one.claim.place
    if one.claim.type != TOLL or place is None:
        return False
    return "from" in plain(one.claim.text[: place.start - one.claim.start]).split()[-BEFORE:]


def other_land(block: Sequence[Traits]) -> Mask:
    """Pairs of happenings in two lands far from each other, be the land named or only taken over from the story.

    Not where who acts or is hit in the one is of the land of the other: a missile has a land it was fired from.
    """
    named = _lands_named(block)
    deeds = [one.family in DEEDS and one.series is None and (one.claim.report, one.country) in named for one in block]
    land = [(one.country or "") if deed else "" for one, deed in zip(block, deeds, strict=True)]
    at = {name: i for i, name in enumerate(sorted({*land}))}
    home = np.zeros((len(block), len(at)), dtype=np.bool_)
    for row, one in enumerate(block):
        home[row, [at[name] for name in _homes(one) if name in at]] = True
    abroad = home[:, [at[name] for name in land]]
    told = np.array([name != "" for name in land])
    two = told[:, None] & told[None, :] & (kilometres(block) > FAR_KM)
    names = np.array(land)
    return np.asarray(two & (names[:, None] != names[None, :]) & ~(abroad | abroad.T))


def _lands_named(block: Sequence[Traits]) -> set[tuple[str, str | None]]:
    """The lands of each report that it names, or of which it names two places: one town alone may be pinned in the wrong one."""
    places: dict[tuple[str, str | None], set[str | None]] = defaultdict(set)
    for one in block:
        place = one.claim.place
        whole = place is not None and place.precision == "country"
        places[one.claim.report, one.country].update((one.place, None) if whole else (one.place,))
    return {at for at, names in places.items() if len(names) > 1}


def _homes(one: Traits) -> Iterable[str]:
    """The lands of who acts and who is hit."""
    return (party.country for party in (*one.claim.by, *one.claim.to) if party.country is not None)


def other_blow(block: Sequence[Traits]) -> Mask:
    """Blows of different stories, or entries of one live page, are two where they killed different numbers, or where one names no day and no town.

    Numbers may contradict within one story, and where both tell their day and their place, by which they are known, as long
    as the greater is not many times the lesser; in one story what names neither goes on about what its report tells.
    """
    told = [toll_of(one) for one in block]
    low = np.array([math.nan if toll is None else toll[0] for toll in told])
    high = np.array([math.nan if toll is None else toll[1] for toll in told])
    apart = (low[:, None] > high[None, :]) | (low[None, :] > high[:, None])
    blows = both(block, lambda one: one.family == "strike" and one.series is None)
    printed, vague = column(block, lambda one: one.printed), either(block, loose)
    known = both(block, lambda one: one.firm_time and one.firm_place)
    grown = (printed[:, None] - printed[None, :] >= 1) | known
    beyond = low[:, None] > np.where(grown, GROWN, OTHER) * high[None, :]
    # one report tells the parts of its own toll
    beyond = (beyond | beyond.T) & differ(block, lambda one: one.claim.report)
    other_story = differ(block, lambda one: one.story) | other_entry(block)
    return np.asarray((other_story & ((apart & ~known) | (blows & vague))) | beyond)


def other_target(block: Sequence[Traits]) -> Mask:
    """Blows that two reports tell are two where they killed other numbers, and hit other kinds of facility or other villages: one town may be hit twice a day.

    Of villages on no map it is not known how far they lie apart; by their names they are two.
    """
    told = [toll_of(one) for one in block]
    low = np.array([math.nan if toll is None else toll[0] for toll in told])
    high = np.array([math.nan if toll is None else toll[1] for toll in told])
    toll = (low[:, None] > high[None, :]) | (low[None, :] > high[:, None])
    site = shared(block, lambda one: _site(one) if one.family == "strike" else frozenset(), clash=1.0)
    return np.asarray(((site < 0) | other_village(block)) & toll & differ(block, lambda one: one.claim.report))


def other_village(block: Sequence[Traits]) -> Mask:
    """Pairs of towns of which one is on no map, and which are not one name in two spellings."""
    there = both(block, lambda one: one.town and one.firm_place and one.family in DEEDS)
    names = sorted({one.place or "" for one in block})
    apart = np.array([[_named_apart(a, b) for b in names] for a in names], dtype=np.bool_)
    index = {name: i for i, name in enumerate(names)}
    at = np.array([index[one.place or ""] for one in block])
    return np.asarray(there & apart[at[:, None], at[None, :]] & np.isnan(kilometres(block)))


def _site(one: Traits) -> frozenset[str]:
    """The kinds of facility that were hit: those named as hit, else those its words name, but not where the wounded were taken."""
    hit = facilities_in([word for party in one.claim.to for word in (*plain(party.name).split(), "")])
    return hit or one.facilities - {TREATED}


def loose(one: Traits) -> bool:
    """Whether a claim of the news names neither its day nor its place."""
    return not one.firm_time and not one.firm_place and not one.claim.background


def toll_of(one: Traits) -> tuple[float, float] | None:
    """The stretch of the whole number of dead that a claim of a blow tells."""
    if one.family != "strike" or one.series is not None or one.claim.background:
        return None
    for figure in one.claim.figures:
        whole = figure.part_of is None and subgroup_key(figure.subgroup) in (None, "civilians")
        if figure.measure == "killed" and whole and figure.numbered and figure.best:
            return stretch(figure)
    return None


def other_caller(block: Sequence[Traits]) -> Mask:
    """Demands and threats of two that have nobody in common are two, however alike their words."""
    call = mask(block, lambda one: one.family == "call")
    table = shared(block, lambda one: (one.by | one.speakers) if one.family == "call" else frozenset(), clash=1.0)
    return (table < 0) & call[:, None] & call[None, :]


def not_yet(block: Sequence[Traits]) -> Mask:
    """The deed that a report tells as done cannot be one that was done after the report was printed."""
    done = mask(block, lambda one: one.family in DEEDS and one.series is None and one.claim.modality == "actual")
    printed = column(block, lambda one: one.printed)
    start = np.where(mask(block, lambda one: one.firm_time), column(block, lambda one: one.start), math.nan)
    after = (start[:, None] > printed[None, :] + SLACK) & done[:, None] & done[None, :]
    return np.asarray(after | after.T)


def answered(block: Sequence[Traits]) -> Mask:
    """A blow, or the charge of one, and the blow that answers it are two: who dealt the one was hit by the other, each by name."""
    strikes = [(one.family == "strike" or (one.accuses and not one.denies)) and one.series is None for one in block]
    doers = [named(one.by) if deed else frozenset() for one, deed in zip(block, strikes, strict=True)]
    hit = [named(one.to) if deed else frozenset() for one, deed in zip(block, strikes, strict=True)]
    found = np.zeros((len(block), len(block)), dtype=np.bool_)
    for i in (n for n, keys in enumerate(doers) if keys):
        for j in (n for n, keys in enumerate(hit) if keys):
            if doers[i] & hit[j] and doers[j] and not doers[i] & doers[j]:
                found[i, j] = found[j, i] = True
    return found


def other_arm(block: Sequence[Traits]) -> Mask:
    """A raid from the air, dealt by no band, and what a band dealt on the ground are two: rebels have no warplanes.

    So are an aircraft brought down, and the offensive or the flight of people below it.
    """
    downed = mask(block, lambda one: one.claim.phenomenon == DOWNED)
    below = mask(block, lambda one: one.family in ("ground", "displacement"))
    air = mask(block, lambda one: one.claim.type == "airstrike" and not _of_band(one))
    band = mask(block, lambda one: one.family == "strike" and one.claim.type != "airstrike" and _of_band(one))
    other = (air[:, None] & band[None, :]) | (downed[:, None] & below[None, :])
    return np.asarray(other | other.T)


def ultimatum(block: Sequence[Traits]) -> Mask:
    """What somebody sets a day for and what is done are two, though the one may have been the answer to the other."""
    call = mask(block, lambda one: one.family == "call" and one.claim.deadline is not None)
    done = mask(block, lambda one: one.family in (*DEEDS, "aid", "exchange"))
    found = call[:, None] & done[None, :]
    return np.asarray(found | found.T)


def over_days(block: Sequence[Traits]) -> Mask:
    """The toll of several days ("in the last five days", "since Tuesday") and what was done on one of them are two; a week that
    is only named ("this week") leaves the day open."""
    news = mask(block, lambda one: one.family in DEEDS and one.series is None and not one.claim.background)
    day, span = news & mask(block, lambda one: one.dated), news & mask(block, _counts_days)
    found = span[:, None] & day[None, :]
    return np.asarray(found | found.T)


def _counts_days(one: Traits) -> bool:
    """Whether a toll tells the days over which it was counted, and no week of which the day was one."""
    time = one.claim.time
    told = one.claim.type == TOLL and one.firm_time and not one.dated
    return told and time is not None and PAST in (time.formula or PAST)


def talks_and_demand(block: Sequence[Traits]) -> Mask:
    """Talks that one report tells, and what is demanded in another, are two: who talks goes on demanding; a visitor may threaten."""
    talks, call = mask(block, lambda one: one.family == "meeting"), mask(block, lambda one: one.family == "call")
    found = talks[:, None] & call[None, :]
    return np.asarray((found | found.T) & differ(block, lambda one: one.claim.report))


def talks_and_deed(block: Sequence[Traits]) -> Mask:
    """Pairs of talks and a deed: that they are told beside each other says nothing."""
    talks, done = mask(block, lambda one: one.family == "meeting"), mask(block, lambda one: one.family in DEEDS)
    found = talks[:, None] & done[None, :]
    return np.asarray(found | found.T)


def of_no_town(block: Sequence[Traits], told: Mask | None = None) -> Mask:
    """Pairs of claims of pages, or of entries of one, that name no town in their news, or in those claims of it that `told` holds:
    in an essay or a speech there is no place at which what it leaves open could have been."""
    news = mask(block, lambda one: one.town and one.firm_place and not one.claim.background)
    rooted = {
        (one.claim.report, one.entry)
        for one, names in zip(block, news if told is None else news & told, strict=True)
        if names
    }
    return both(block, lambda one: (one.claim.report, one.entry) not in rooted)


def told_apart(block: Sequence[Traits]) -> Mask:
    """Pairs of towns that one report names both: they are two, unless one bears the other's name, as a part of it does."""
    told: dict[str, set[str]] = {}
    for one in block:
        if one.town and one.firm_place and one.place is not None:
            told.setdefault(one.claim.report, set()).add(one.place)
    names = sorted({one.place or "" for one in block})
    index = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(names), len(names)), dtype=np.bool_)
    for those in told.values():
        for a, b in permutations(sorted(those), 2):
            table[index[a], index[b]] |= _named_apart(a, b)
    at = np.array([index[one.place or ""] for one in block])
    return np.asarray(table[at[:, None], at[None, :]])


def _named_apart(one: str, other: str) -> bool:
    """Whether neither name of a town is the other in another spelling, or holds a word of it."""
    return called(one) != called(other) and _words_of(one).isdisjoint(_words_of(other))


@lru_cache(1 << 14)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(_WORD.findall(name))


def _of_band(one: Traits) -> bool:
    """Whether an armed group alone is told to have dealt it, as a fact and not as somebody's charge."""
    return not one.accuses and bool(one.claim.by) and all(party.kind == "armed_group" for party in one.claim.by)


def named(keys: frozenset[str]) -> frozenset[str]:
    """The keys that tell somebody apart from others."""
    return frozenset(key for key in keys if not key.startswith("~") and key != "civilians")
