"""What binds two claims beyond what each of them tells: that they stand near, go on from each other, or have something in common;
and what parts two of one report without ruling out that they are one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from dateline.weigh.same.apart import loose, named, of_no_town, talks_and_deed
from dateline.weigh.same.tables import Mask, Table, both, column, differ, either, mask, other_entry, shared
from dateline.weigh.settled import DEEDS
from dateline.weigh.traits import Traits

__all__ = ["binding", "continuity", "leads", "nearness", "other_footing", "strangers", "turned"]

SPOKEN: Final = 0.3
"""How well what is said of "the attack", or "the toll", goes on from a blow of its report, where a blow that tells neither day nor town does wholly."""
ONE_DAY: Final = 0.9
"""How well days fit that are one, told as finely."""
ONE_PLACE: Final = 0.6
"""How well places fit of which one lies in the other."""
TELLING: Final = 0.2
"""The share of their telling words from which two claims have something in common."""
OF_WAR: Final = ("strike", "ground", "displacement")
"""Families of what is done in war, one of which a story is about."""
HARDLY: Final = 0.6
"""How much less what two reports of one story say, or an essay, is one matter that shares nothing telling, beside two stories."""
LEAD: Final = 3
"""Claims with which a report begins."""
FAR: Final = 3
"""How many claims further down what names neither day nor town goes on less firmly from a blow of a page whose blows name no town."""
LESS_FIRM: Final = 0.5
"""How well it does."""
REMOTE: Final = 5
"""How many claims away what is said in a report is hardly about what shares nothing telling with it."""
A_LITTLE: Final = 0.17
"""How much less that is one matter, beside two stories."""
OF_ITSELF: Final = ("meeting", "displacement", "other")
"""Families of what is a matter of its own, and seldom part of a raid, a truce or another such matter."""
DONE: Final = (*DEEDS, "truce", "aid")
"""Families of what a page of news tells as done."""
OF_DEEDS: Final = 0.2
"""The share of a page's claims that tell a deed as news, below which it is a page of talk."""
BESIDE: Final = 0.5
"""How much less two matters that share nothing telling are one where they stand side by side, beside two stories."""


def nearness(block: Sequence[Traits]) -> Table:
    away = _away(block)
    near = np.where(away <= 1, 1.0, np.where(away <= 3, 0.3, -0.2))
    return np.where(~_of_one_report(block) | (talks_and_deed(block) & (near > 0)), 0.0, near)


def leads(block: Sequence[Traits]) -> Table:
    """1 where two reports of one story begin with both, and both are of one kind: what a story is about is told first."""
    first = both(block, lambda one: one.order < LEAD and not one.claim.background)
    alike = ~differ(block, lambda one: one.story) & ~differ(block, lambda one: one.family)
    return (first & alike & differ(block, lambda one: one.claim.report)).astype(np.float64)


def strangers(block: Sequence[Traits], fields: Mapping[str, Table]) -> Table:
    """1 where two stories tell no day, town, name, number or telling words in common: they are alike in kind only.

    A story of many reports has many matters: what two of its reports say, and no blow, is then hardly one matter either; nor
    is what one page says here and there that names no town. A little so is what somebody says far from what it may be about.
    Nor is one what the one tells of talks or a flight, or both merely say, or a page of talk says.
    """
    day = (fields["time"] > 0) & both(block, lambda one: one.firm_time)
    town = (fields["place"] > 0.5) & both(block, lambda one: one.firm_place and one.town)
    name = shared(block, lambda one: named(one.by | one.to | one.speakers), clash=0.0) > 0
    number = (fields["figures"] > 0.9) | both(block, lambda one: one.series is not None)
    said = (fields["words"] > TELLING) | (fields["truce"] > 0)
    stories = differ(block, lambda one: one.story)
    of_peace = both(block, lambda one: one.family not in OF_WAR)
    essay = of_no_town(block) & (fields["nearness"] < 1)
    hardly = np.where(differ(block, lambda one: one.claim.report), of_peace, essay)
    remote = _of_one_report(block) & (_away(block) > REMOTE) & either(block, lambda one: one.spoken)
    within = np.where(hardly, HARDLY, np.where(remote, A_LITTLE, 0.0))
    apart = np.where(fields["nearness"] < 1, 1.0, BESIDE)
    within = np.where(_two_matters(block) & (fields["continuity"] <= 0), np.maximum(within, apart), within)
    return np.where(day | town | name | number | said, 0.0, np.where(stories, 1.0, within))


def _two_matters(block: Sequence[Traits]) -> Mask:
    """Pairs that are two matters unless they share something: talks or a flight and anything else, two mere sayings, who holds
    what and a raid, and whatever a page of talk holds."""
    talk = both(block, lambda one: one.family == "speech" and not (one.accuses or one.denies or one.owns))
    held, raid = mask(block, lambda one: one.family == "ground"), mask(block, lambda one: one.family == "strike")
    front = held[:, None] & raid[None, :]
    return talk | front | front.T | either(block, lambda one: one.family in OF_ITSELF) | _of_talk(block)


def _of_talk(block: Sequence[Traits]) -> Mask:
    """Pairs of which one stands in a page, or an entry of one, that hardly tells a deed: a speech, an essay, readers' letters."""
    told = Counter((one.claim.report, one.entry) for one in block)
    deeds = Counter((one.claim.report, one.entry) for one in block if _news_of_a_deed(one))
    talk = {page for page, claims in told.items() if deeds[page] < OF_DEEDS * claims}
    return either(block, lambda one: (one.claim.report, one.entry) in talk)


def _news_of_a_deed(one: Traits) -> bool:
    return one.family in DONE and one.claim.modality == "actual" and not one.claim.background


def binding(block: Sequence[Traits], fields: Mapping[str, Table]) -> Mask:
    """Pairs that share a day or a place that both tell, telling words, who was hit, a truce or what was hit, or stand side by
    side; and what is said of the blow itself: what speaks of "the attack", or claims, charges or denies one.
    """
    day = (fields["time"] >= ONE_DAY) & both(block, lambda one: one.firm_time)
    place = (fields["place"] >= ONE_PLACE) & both(block, lambda one: one.firm_place)
    hit = shared(block, lambda one: named(one.to - one.speakers), clash=0.0) > 0
    matter = (fields["truce"] > 0) | (fields["matter"] > 0) | (fields["words"] > TELLING)
    of_blow = either(block, lambda one: one.recalls or one.owns or one.accuses or one.denies)
    return np.asarray(day | place | hit | matter | of_blow | (fields["nearness"] >= 1))


def continuity(block: Sequence[Traits]) -> Table:
    """1 where a blow or a toll that names neither its day nor its place goes on from another one of its report.

    A little where somebody says something of the attack, or counts the toll, and the report tells of one.
    """
    report = _of_one_report(block)
    blow = mask(block, lambda one: one.family == "strike" and not one.claim.background and one.series is None)
    spoken = mask(block, _speaks_of_one)
    of_blow = spoken[:, None] & blow[None, :]
    goes_on = blow[:, None] & blow[None, :] & either(block, loose)
    firm = np.where(of_no_town(block, blow) & (_away(block) > FAR), LESS_FIRM, 1.0)
    return np.where(report & goes_on, firm, np.where(report & (of_blow | of_blow.T), SPOKEN, 0.0))


def _speaks_of_one(one: Traits) -> bool:
    """Whether a saying or a toll is of a blow already told."""
    toll = one.claim.type == "casualty_figure" and one.series is None
    return one.recalls and (toll or one.spoken)


def other_footing(block: Sequence[Traits]) -> Table:
    """-1 for a deed that is done and one that is only planned, feared or possible."""
    done = mask(block, lambda one: not one.spoken and one.claim.modality == "actual")
    open_ = mask(block, lambda one: not one.spoken and one.claim.modality != "actual")
    found = done[:, None] & open_[None, :]
    return -(found | found.T).astype(np.float64)


def turned(block: Sequence[Traits]) -> Table:
    """-1 for what a report turns to ("Meanwhile", "In a separate raid"), and what it told before."""
    at = column(block, lambda one: float(one.order))
    turns = mask(block, lambda one: one.turns)
    before = turns[:, None] & (at[:, None] > at[None, :]) & _of_one_report(block)
    return -(before | before.T).astype(np.float64)


def _of_one_report(block: Sequence[Traits]) -> Mask:
    return ~(differ(block, lambda one: one.claim.report) | other_entry(block))


def _away(block: Sequence[Traits]) -> Table:
    """How many claims lie between each pair of one report, and one."""
    order = column(block, lambda one: float(one.order))
    return np.asarray(np.abs(order[:, None] - order[None, :]))
