"""Who makes a deal: those it is between, not whoever brings them together; and whose breach of one it is called."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dateline.find.actors.mediators import BROKERING, mediates
from dateline.find.claims.groups import Group
from dateline.find.frames.parties import party_of
from dateline.find.notes import Frame, Word
from dateline.find.sentences.distance import upward
from dateline.model import Actor, Party, Span
from dateline.phenomena import words_of

__all__ = ["both", "breakers", "brought_together", "unmediated"]

UP: Final = 4
"""Words up from a noun for a deal to the verb by which it is made."""
NAMING: Final = 4
"""Words at most between "between" or "of" and the end of the name behind it: "between the Sudanese armed forces"."""


def brought_together(group: Group, head: Frame) -> tuple[Party, ...]:
    """Those between whom somebody brokers a deal: "Togo brokered a truce between the guard and the clans"."""
    brokers = group.sentence.words[head.head].lemma in BROKERING
    return _between(group, head) if brokers else ()


def both(group: Group, head: Frame, by: tuple[Party, ...], speaker: tuple[Party, ...]) -> tuple[Party, ...]:
    """Those who make a deal: of two who are told together, both, where the parse gives but one of them, or only who announces it."""
    if len(by) > 1:
        return by
    announces = bool(by) and not brought_together(group, head) and by[0].name in {voice.name for voice in speaker}
    pair = _between(group, head) or (() if announces else _before(group, head))
    if announces:
        return pair or by
    return pair if not by or any(party.start == by[0].start for party in pair) else by


def unmediated(group: Group, by: Iterable[Party]) -> tuple[Party, ...]:
    """Those of the parties who do not only bring others together."""
    words = group.sentence.words
    if group.head is not None and words[group.head.head].lemma in BROKERING:
        return tuple(by)
    found = []
    for party in by:
        named = [word.i for word in group.sentence.words_in(Span(party.start or 0, party.end or 0))]
        if not named or not mediates(words, named[0], named[-1] + 1):
            found.append(party)
    return tuple(found)


def breakers(group: Group, head: Frame) -> tuple[Party, ...]:
    """Those whose breach of a truce somebody calls it, wherever the parse hangs them: "called a breach of the truce by the guard"."""
    words = group.sentence.words
    if not words[head.head].tag.startswith("NN"):
        return ()
    behind = words[head.head + 1 : head.head + 1 + NAMING + 1]
    by = next((word for word in behind if word.lower == "by"), None)
    if by is None or not any(word.lower == "of" for word in behind[:1]):
        return ()
    return tuple(party_of(actor) for actor in _named(group, by)[:1])


def _between(group: Group, head: Frame) -> tuple[Party, ...]:
    words, truces = group.sentence.words, words_of("accord")
    for word in words[1:]:
        before = words[word.i - 1]
        if word.lower == "between" and (before.lemma in truces or before.i == head.head):
            pair = _pair(group, word)
            if pair:
                return pair
    return ()


def _pair(group: Group, word: Word) -> tuple[Party, ...]:
    """The two named right behind a word, with "and" between them."""
    first = _named(group, word)
    if not first:
        return ()
    link = next((w for w in group.sentence.words if w.start >= first[0].end), None)
    second = _named(group, link) if link is not None and link.lower == "and" else []
    return (party_of(first[0]), party_of(second[0])) if second else ()


def _before(group: Group, head: Frame) -> tuple[Party, ...]:
    verb = next((word for word in upward(group.sentence, head.head)[:UP] if word.tag.startswith("VB")), None)
    if verb is None:
        return ()
    ended = [actor for actor in group.actors if actor.end <= verb.start]
    last = max(ended, key=lambda actor: actor.end, default=None)
    if last is None or len(group.sentence.words_in(Span(last.end, verb.start))) > 1:
        return ()
    link = [w for w in group.sentence.words if w.end <= last.start and w.tag != "DT"][-1:]
    if [w.lower for w in link] != ["and"]:
        return ()
    other = max((a for a in ended if a.end <= link[0].start), key=lambda actor: actor.end, default=None)
    beside = other is not None and not group.sentence.words_in(Span(other.end, link[0].start))
    return (party_of(other), party_of(last)) if other is not None and beside else ()


def _named(group: Group, word: Word) -> list[Actor]:
    """Those who are named right behind a word, an article between them at most, the longest first."""
    start = next((w.start for w in group.sentence.words[word.i + 1 :] if w.tag != "DT"), None)
    found = [actor for actor in group.actors if start is not None and actor.start <= start < actor.end]
    return sorted(found, key=lambda actor: actor.start - actor.end)
