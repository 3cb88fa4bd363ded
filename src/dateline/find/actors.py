"""Actors: who is named, described or meant, and which mentions are of one and the same."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.find.cast import Cast, Who
from dateline.find.names import Spot, spots
from dateline.find.notes import Notes, Sentence, Word
from dateline.find.quotes import quotes
from dateline.model import Actor, Span
from dateline.words.actors import Roster
from dateline.words.speech import load_speech

__all__ = ["actors"]

Line = tuple[Sentence, list[Spot]]


def actors(notes: Notes, *, roster: Roster) -> Notes:
    """Notes with the mentions of actors, pronouns that stand for one included, in order of the text.

    Mentions of one actor share their name, the fullest the report gives.
    """
    when = notes.report.published.when
    day = when.start.date() if when is not None else None
    lines = [(sentence, spots(sentence, roster, day)) for sentence in notes.sentences]
    lines = [(sentence, _sure(sentence, found)) for sentence, found in lines]
    cast = Cast(roster, day, _story(notes, lines, roster))
    for sentence, found in lines:
        for spot in found:
            cast.learn(spot, sentence.words)
    said = quotes(notes)
    starts = [span.start for span in said]
    mentions: list[Actor] = []
    for number, (sentence, found) in enumerate(lines):
        mentions.extend(_mentions(notes, number, sentence, found, cast, (said, starts)))
    return replace(notes, actors=tuple(sorted(mentions, key=lambda a: (a.start, a.end))))


def _sure(sentence: Sentence, found: list[Spot]) -> list[Spot]:
    """Bare names that something shows to be persons (they speak, or are told to be someone) as persons."""
    return [spot._replace(form="person") if _person(sentence.words, found, n) else spot for n, spot in enumerate(found)]


def _person(words: Sequence[Word], found: list[Spot], n: int) -> bool:
    spot = found[n]
    if spot.form != "bare" or spot.last - spot.first < 2:
        return False
    after = found[n + 1] if n + 1 < len(found) else None
    return _speaks(words, spot) or _apposed(words, spot, after) or _told(words, spot, found, n)


def _speaks(words: Sequence[Word], spot: Spot) -> bool:
    verbs = load_speech().verbs
    subject = next((w for w in words[spot.first : spot.last] if w.dep == "nsubj"), None)
    if subject is not None and words[subject.head].lemma in verbs and words[subject.head].tag.startswith("V"):
        return True
    before = words[max(0, spot.first - 2) : spot.first]
    return len(before) > 1 and (before[0].lower, before[1].lower) == ("according", "to")


def _apposed(words: Sequence[Word], spot: Spot, after: Spot | None) -> bool:
    """Whether a description of a person follows after a comma."""
    if after is None or after.role is None or not after.role.titles or after.first - spot.last > 1:
        return False
    if spot.first and words[spot.first - 1].lower in ("of", "in", "at", "near"):
        return False
    if after.first == spot.last:
        return after.last < len(words) and words[after.last].lower in ("of", "for", "at")
    return after.first == spot.last + 1 and words[spot.last].text in (",", "-", "(")


def _told(words: Sequence[Word], spot: Spot, found: Sequence[Spot], n: int) -> bool:
    """Whether a description of a person stands right before, after a comma or at its end ("its head, Ana Ruiz")."""
    before = found[n - 1] if n else None
    if before is not None and before.role is None and n > 1 and found[n - 2].last + 3 > before.first:
        served = found[n - 2]
        if served.role is not None and served.role.titles and words[served.last].lower in ("of", "for", "to", "at"):
            return words[spot.first - 1].text == "," or before.last == spot.first
    if before is None or before.role is None or not before.role.titles:
        return False
    return before.last + 1 == spot.first and words[before.last].text == ","


def _story(notes: Notes, lines: Sequence[Line], roster: Roster) -> str | None:
    """The country a report is about: whose government, forces and towns it names most."""
    votes: Counter[str] = Counter()
    for _, found in lines:
        for spot in found:
            if spot.role is not None and spot.role.national and spot.country is not None:
                votes[spot.country] += 3
            elif spot.known is not None and spot.known.country is not None:
                votes[spot.known.country] += 1
    for place in notes.places:
        if place.country is not None and not place.metonym:
            votes[place.country] += 2
    if not votes:
        return None
    (top, most), *rest = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    return top if top in roster.countries and (not rest or most > rest[0][1]) else None


def _mentions(
    notes: Notes,
    number: int,
    sentence: Sentence,
    found: Sequence[Spot],
    cast: Cast,
    said: tuple[tuple[Span, ...], list[int]],
) -> Iterator[Actor]:
    """The actors of one sentence, in order, with the pronouns between them."""
    spans, starts = said
    waiting = list(found)
    covered = -1
    for word in sentence.words:
        while waiting and waiting[0].first <= word.i:
            spot = waiting.pop(0)
            covered = max(covered, spot.last)
            at = sentence.words[spot.first].start
            quoted = _inside(spans, starts, at)
            who = _beside(spot, sentence.words, found, cast, number) or cast.whose(spot, sentence.words, number)
            if who is not None and waiting and spot.role is not None and spot.role.titles:
                who = _serving(who, spot, waiting[0], sentence.words, cast, number)
            if who is not None and not _placed(notes, at, sentence.words[spot.last - 1].end, spot):
                yield _actor(notes, Span(at, sentence.words[spot.last - 1].end), who)
                if not quoted:
                    cast.heed(who, spot, sentence.words, number)
        if word.i >= covered and word.tag == "PRP":
            meant = cast.meant(word, sentence.words, number)
            if meant is not None and not _inside(spans, starts, word.start):
                yield _actor(notes, Span(word.start, word.end), meant)


def _beside(spot: Spot, words: Sequence[Word], found: Sequence[Spot], cast: Cast, number: int) -> Who | None:
    """Whom a description means that a name stands beside: "Ana Ruiz, head of the clinic", "the monitor Airwars"."""
    if spot.role is None:
        return None
    n = found.index(spot)
    before = found[n - 1] if n else None
    if before is not None and before.form in NAMED and spot.role.titles and _fitting(before, spot):
        between = [word.text for word in words[before.last : spot.first]]
        if between in ([], [","]):
            return cast.whose(before, words, number)
    for after in found[n + 1 : n + 3]:
        gap = words[spot.last : after.first]
        if _fitting(after, spot) and after.form in NAMED:
            serves = bool(gap) and gap[0].lower in ("of", "for", "to", "at")
            touching = after is not found[n + 1] and found[n + 1].last == after.first
            if not gap or (gap[-1].text == "," and len(gap) == 1) or (serves and (gap[-1].text == "," or touching)):
                return cast.whose(after, words, number) if gap or not spot.role.titles else None
    return None


NAMED = ("known", "person", "body")


def _fitting(name: Spot, role: Spot) -> bool:
    """Whether a name can be of someone who is so described: a person of an office, a body of its kind."""
    assert role.role is not None
    return name.kind == "person" if role.role.titles else name.kind == role.kind and name.kind != "person"


def _serving(who: Who, spot: Spot, after: Spot, words: Sequence[Word], cast: Cast, number: int) -> Who:
    """A person of an office with whom they hold it for: "a spokesman for the Chadian president"."""
    gap = [word.lower for word in words[spot.last : after.first]]
    if not gap or gap[0] not in ("for", "of", "at") or len(gap) > 2 or who.name[:1].isupper():
        return who
    whose = cast.whose(after, words, number)
    if whose is None:
        return who
    return who._replace(name=f"{who.name} {gap[0]} {whose.name}", country=who.country or whose.country)


def _inside(spans: Sequence[Span], starts: Sequence[int], at: int) -> bool:
    n = bisect_right(starts, at) - 1
    return n >= 0 and spans[n].start < at < spans[n].end


def _placed(notes: Notes, start: int, end: int, spot: Spot) -> bool:
    """Whether a bare name is already known as a place."""
    if spot.form != "bare":
        return False
    n = bisect_right([place.start for place in notes.places], start) - 1
    return n >= 0 and notes.places[n].end >= end


def _actor(notes: Notes, span: Span, who: Who) -> Actor:
    return Actor(
        span.start, span.end, notes.report.text[span.start : span.end], who.name, who.id, who.kind, who.country
    )
