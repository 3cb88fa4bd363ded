"""Which of the acts told together is the matter: the blow that killed, in which a thing was broken, or beside which a crowd stood."""

from __future__ import annotations

from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.claims.matter import causes, kills, number_is_point
from dateline.find.notes import Frame
from dateline.find.sentences.dependents import has_dependent
from dateline.phenomena.types import BLOWS, FOUGHT

__all__ = ["GRAVE", "act_of"]

BROKEN: Final = frozenset({"looting", "damage"})
"""Phenomena of things that are burnt or broken, by whatever blow."""

FALLING: Final = frozenset({"attack", "ambush", "raid", "storm", "assault"})
"""Verbs by which one armed side falls upon another."""

BODIES: Final = frozenset({"body", "corpse", "remains"})
"""What is found of the dead, whatever killed them: finding them is the matter."""

YIELDING: Final = frozenset({"protest", "other"})
STANDING: Final = frozenset(
    {"accident", "calm", "weapons_seized", "sanctions", "rescue", "surrender", "trial", "investigation"}
)
"""Phenomena that are the matter, whatever blow their reason or their setting was."""

GRAVE: Final = FOUGHT | {"detention"}
"""What is the matter where a crowd, or something unspecific, is named beside it."""

OCCASION: Final = frozenset({"after", "following", "since", "amid", "despite"})
"""What stands before the blow on whose occasion something else was done."""

CLOSE: Final = 0.36
"""How far below the head such an act may stand."""


def act_of(group: Group, head: Frame) -> Frame:
    """The frame that names the matter: the blow that killed, unless the number itself is the point."""
    totals = any(figure.measure == "killed" and figure.period is not None for figure in group.figures)
    toll = next((f for f in group.frames if f.type == "casualty_figure"), None)
    if toll is not None and (totals or number_is_point(group)):
        return toll
    if head.phenomenon in BROKEN and (blow := _within(group, head)) is not None:
        return blow
    if head.phenomenon == "weapons_seized" and (caught := _caught(group, head)) is not None:
        return caught
    if head.phenomenon == "release" and (stormed := _stormed(group, head)) is not None:
        return stormed
    if head.type in YIELDING and head.phenomenon not in STANDING:
        beside = (f for f in group.frames[1:] if f.type in GRAVE and not f.negated and not _occasion(group, f))
        return next((f for f in beside if f.score >= head.score - CLOSE), head)
    if head.type == "casualty_figure" and group.sentence.words[head.head].lemma not in BODIES:
        return next((f for f in group.frames[1:] if _strikes(group, f, head) and causes(group, f, head)), head)
    return head


def _caught(group: Group, head: Frame) -> Frame | None:
    """The arrest at which weapons were found as well: "arrested a smuggler and seized nine rifles"."""
    caught = (f for f in group.frames[1:] if f.type == "detention" and not f.negated and f.head < head.head)
    return next((f for f in caught if f.score >= head.score - CLOSE), None)


def _stormed(group: Group, head: Frame) -> Frame | None:
    """The attack by which captives were freed: "gunmen attacked the prison and freed ninety inmates"."""
    verb = group.sentence.words[head.head]
    stormed = (f for f in group.frames[1:] if f.type in BLOWS and not f.negated and f.head == verb.head)
    return next(stormed, None) if verb.dep in ("conj", "advcl") else None


def _occasion(group: Group, blow: Frame) -> bool:
    """Whether a blow that nobody is counted in is only what something was done after: "imposed a curfew after the raid"."""
    word = group.sentence.words[blow.head]
    after = group.sentence.words[word.head]
    return word.dep == "pobj" and after.lower in OCCASION and after.dep == "prep" and not kills(group) and not blow.by


def _within(group: Group, head: Frame) -> Frame | None:
    """The blow in which a thing was broken: "two cars were destroyed in the attack"."""
    words = group.sentence.words
    passive = has_dependent(words, words[head.head], "auxpass")
    acts = (f for f in group.frames[1:] if passive and f.type in BLOWS and f.phenomenon not in BROKEN and not f.negated)
    for act in acts:
        word = words[act.head]
        by = words[word.head]
        if word.dep == "pobj" and by.lower in ("in", "during", "by", "from") and by.head == head.head:
            return act
    return None


def _strikes(group: Group, frame: Frame, toll: Frame) -> bool:
    """Whether a frame tells of a blow: one side falls upon the other, or it is a fight itself that leaves the dead, and does not
    only go on beside them."""
    word = group.sentence.words[frame.head]
    falls = word.tag.startswith("V") and word.lemma in FALLING
    leaves = word.dep == "nsubj" and word.head == toll.head
    return frame.type in BLOWS or (frame.type == "clash" and (falls or leaves))
