"""Actors: who is named, described or meant, and which mentions are of one and the same.

From sentences and places to who is named, described or meant, `Notes.actors`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dateline.find.actors.acronyms import with_explained
from dateline.find.actors.banners import banners
from dateline.find.actors.cast import Cast
from dateline.find.actors.mediators import mediates
from dateline.find.actors.names import Spot, spots
from dateline.find.actors.owners import lands_of, most_told
from dateline.find.actors.recent import FAMILY, Who
from dateline.find.actors.scene import Scene, owned
from dateline.find.actors.stage import land, story
from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.quotes import quotes
from dateline.find.sentences.tags import PLURAL, SUBJECTS
from dateline.model import Actor, Span
from dateline.words.actors import Roster
from dateline.words.men import load_men
from dateline.words.places import load_place_words
from dateline.words.speech import load_speech

__all__ = ["actors"]


def actors(notes: Notes, *, roster: Roster) -> Notes:
    """Notes with the mentions of actors, pronouns that stand for one included, in order of the text.

    Mentions of one actor share their name, the fullest the report gives.
    """
    roster = with_explained(roster, notes.report.text)
    when = notes.report.published.when
    day = when.start.date() if when is not None else None
    lines = [(sentence, spots(sentence, roster, day)) for sentence in notes.sentences]
    lines = [(sentence, _sure(sentence, found)) for sentence, found in lines]
    owners = most_told((spot for _, found in lines for spot in found), roster)
    acting = (s for told, found in lines for s in found if not mediates(told.words, s.first, s.last))
    plays = story(notes, acting, roster), land(notes, roster)
    cast = Cast(roster, day, plays, owners, banners(lines))
    for sentence, found in lines:
        for n in range(len(found)):
            cast.learn(_of_state(sentence.words, found, n))
    quoted = _within(quotes(notes))
    mentions: list[Actor] = []
    for number, (sentence, found) in enumerate(lines):
        mentions.extend(
            _mentions(
                notes, Scene(number, sentence.words, found, cast, lands_of(sentence.words, found, notes.places)), quoted
            )
        )
    return replace(notes, actors=tuple(sorted(mentions, key=lambda a: (a.start, a.end))))


def _of_state(words: Sequence[Word], found: Sequence[Spot], n: int) -> Spot:
    """An officeholder with the country whose office it is: "Chad's President Idris Deby"."""
    spot, before = found[n], found[n - 1] if n else None
    held = spot.office is not None or (spot.form == "body" and spot.kind in ("state", "military"))
    if before is None or not held or spot.country is not None or before.form != "state":
        return spot
    owned = [word.lower for word in words[before.last : spot.first]] in (["'s"], ["\u2019s"])
    return spot._replace(country=before.country) if owned else spot


def _sure(sentence: Sentence, found: list[Spot]) -> list[Spot]:
    """Bare names that something shows to be persons (they speak, or are told to be someone) as persons."""
    return [spot._replace(form="person") if _person(sentence.words, found, n) else spot for n, spot in enumerate(found)]


def _person(words: Sequence[Word], found: list[Spot], n: int) -> bool:
    spot = found[n]
    if spot.form != "bare" or spot.last - spot.first < 2:
        return False
    after = found[n + 1] if n + 1 < len(found) else None
    told = _apposed(words, spot, after) or _told(words, spot, found, n)
    return _speaks(words, spot) or told or _of_flesh(words, spot)


def _speaks(words: Sequence[Word], spot: Spot) -> bool:
    verbs = load_speech().verbs
    subject = next((w for w in words[spot.first : spot.last] if w.dep == "nsubj"), None)
    if subject is not None and words[subject.head].lemma in verbs and words[subject.head].tag.startswith("V"):
        return True
    before = words[max(0, spot.first - 2) : spot.first]
    return len(before) > 1 and (before[0].lower, before[1].lower) == ("according", "to")


def _of_flesh(words: Sequence[Word], spot: Spot) -> bool:
    """Whether what is told of a name is told of persons alone: "Ana Ruiz was buried on Monday", "the family of Omar Kor"."""
    name = words[spot.head]
    of = words[name.head]
    if name.dep == "pobj" and of.lower == "of" and words[of.head].lemma in FAMILY:
        return True
    suffers = (w for w in words[spot.first : spot.last] if w.dep == "nsubjpass")
    acts = (w for w in words[spot.first : spot.last] if w.dep == "nsubj")
    passive = any(words[w.head].lemma in BEFALLING for w in suffers)
    return passive or any(words[w.head].lemma in LIVING for w in acts)


BEFALLING = frozenset("bury bear marry arrest jail imprison sentence convict behead hang handcuff assassinate".split())
"""Verbs of what is done to persons alone."""
LIVING = frozenset("die marry speak kneel weep drown".split())
"""Verbs of what persons alone do, but those of saying."""


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
    gap = words[before.last : spot.first]
    if ALIAS.fullmatch(" ".join(word.lower for word in gap)):
        return True
    serves = 1 < len(gap) < 10 and gap[0].lower in ("of", "for", "at")
    return bool(gap) and gap[-1].text == "," and (len(gap) == 1 or serves)


def _mentions(notes: Notes, scene: Scene, quoted: Callable[[int], bool]) -> Iterator[Actor]:
    """The actors of one sentence, in order, with the pronouns between them."""
    words, cast, at, covered = scene.words, scene.cast, 0, -1
    for word in words:
        while at < len(scene.found) and scene.found[at].first <= word.i:
            spot = owned(scene, at)
            at, covered = at + 1, max(covered, spot.last)
            span = Span(words[spot.first].start, words[spot.last - 1].end)
            who = _who(scene, at - 1, spot)
            if who is not None and not _placed(notes, scene, spot, span):
                yield _actor(notes, span, who)
                if not quoted(span.start):
                    cast.recent.heed(who, spot, words, scene.number)
        if word.i >= covered and word.tag == "PRP":
            meant = cast.recent.meant(word, words, scene.number)
            if meant is not None and not quoted(word.start):
                yield _actor(notes, Span(word.start, word.end), meant)


def _who(scene: Scene, n: int, spot: Spot) -> Who | None:
    """Whom the spot numbered `n`, with its owner, means: by a name beside it, by itself, or by whom it serves."""
    who = _beside(scene, n) if spot.role is not None else None
    if who is None:
        who = scene.whose(spot)
        if who is not None and spot.role is not None and (_named_after(scene, n, who) or _another(scene, n, who)):
            who = Who(spot.own, spot.kind)
    if who is None or spot.role is None or not spot.role.titles or n + 1 == len(scene.found):
        return who
    return _serving(scene, who, spot, scene.found[n + 1])


def _named_after(scene: Scene, n: int, who: Who) -> bool:
    """Whether whom a title would mean is named later in the sentence: "the president met Ana Ruiz" tells of two."""
    rest = scene.found[n + 1 :]
    return who.kind == "person" and any(s.form in ("known", "person") and scene.whose(s) == who for s in rest)


def _another(scene: Scene, n: int, who: Who) -> bool:
    """Whether "the rebels" are not the armed group that they would mean, as the report has set them against it before, or does here."""
    pair = who.name, scene.found[n].own.lower()
    if _faces(scene, n, who):
        scene.cast.apart.add(pair)
    return pair in scene.cast.apart


def _faces(scene: Scene, n: int, who: Who) -> bool:
    """Whether the armed group that "the rebels" would mean does something to them, or with them, and so is another: "the Dune
    Army blamed the rebels", "the rebels and the Dune Army"."""
    words, spot = scene.words, scene.found[n]
    if who.kind != "armed_group" or spot.form != "role" or words[spot.head].tag not in PLURAL or spot.owner is not None:
        return False
    noun = words[spot.head]
    over = words[noun.head] if noun.dep == "dobj" else words[words[noun.head].head]
    verb = over.i if noun.dep in ("dobj", "pobj") and over.tag.startswith("V") else None
    named = [s for s in scene.found if s is not spot and s.form in NAMED and s.kind == "armed_group"]
    facing = (s for s in named if words[s.head].dep in SUBJECTS and words[s.head].head == verb)
    joined = (s for s in named if (noun.dep == "conj" and noun.head == s.head) or _joined_to(words, s, noun))
    return any((other := scene.whose(s)) is not None and other.name == who.name for s in (*facing, *joined))


def _joined_to(words: Sequence[Word], spot: Spot, noun: Word) -> bool:
    """Whether a mention is joined to a noun before it."""
    return words[spot.head].dep == "conj" and words[spot.head].head == noun.i


def _beside(scene: Scene, n: int) -> Who | None:
    """Whom a description means that a name stands beside: "Ana Ruiz, head of the clinic", "the monitor Airwars"."""
    found, spot = scene.found, scene.found[n]
    before = found[n - 1] if n else None
    one = scene.words[spot.head].tag not in PLURAL  # "held by men of Ana Ruiz, nine clerks slept"
    if (
        before is not None
        and one
        and _fitting(before, spot)
        and _titled(spot)
        and scene.gap(before, spot) in ([], [","])
    ):
        return scene.whose(before)
    for after in found[n + 1 : n + 4]:
        gap = scene.gap(spot, after)
        if ALIAS.fullmatch(" ".join(gap)) and after.form in NAMED and (after.kind == "person") == _titled(spot):
            return scene.whose(after)
        if not _fitting(after, spot) or _tells_of(scene, after, spot):
            continue
        serves = bool(gap) and gap[0] in ("of", "for", "to", "at", "in")
        touching = after is not found[n + 1] and found[n + 1].last == after.first
        if (
            _serves(scene, spot, after)
            or gap == [","]
            or (not gap and not _titled(spot))
            or (serves and (gap[-1] == "," or touching))
        ):
            return scene.whose(after)
    return None


def _tells_of(scene: Scene, name: Spot, role: Spot) -> bool:
    """Whether a name is of who tells of somebody so described: "the raid killed a commander, Ana Ruiz said"."""
    words = scene.words
    teller, told = words[name.head], words[role.head]
    return teller.dep == "nsubj" and told.dep in OBJECTS and teller.head != told.head


OBJECTS = ("dobj", "pobj", "nsubjpass", "attr")
"""Relations of somebody to whom something is done."""


def _serves(scene: Scene, office: Spot, name: Spot) -> bool:
    """Whether the body that an office is held in stands between it and a name: "Director, Army Press Bureau, Colonel Ana Ruiz"."""
    between = scene.words[office.last : name.first]
    if not _titled(office) or not INSIDE < len(between) < OUTSIDE or (between[0].text, between[-1].text) != (",", ","):
        return False
    return all(word.text[:1].isupper() or word.lower in ("of", "and", "for", "'s") for word in between[1:-1])


INSIDE, OUTSIDE = 2, 10
"""More words, commas included, than the one, and fewer than the other, stand between an office and who holds it."""

NAMED = ("known", "person", "body")

ALIAS = re.compile(
    r"(?:, )?(?:(?:also |better |otherwise |commonly |locally |popularly )*known as|aka|a\.k\.a\.|going by the name(?: of)?|"
    r"who (?:gave (?:his|her|their) name as|goes by(?: the name)?(?: of)?)|"
    r"(?:who )?(?:calling|calls|called|identified|identifying) (?:himself|herself|themselves|itself)(?: as)?|"
    r"identified as)(?: the| dr\.?| mr\.?)?"
)
"""What stands between a description and the name that somebody goes by."""


def _titled(spot: Spot) -> bool:
    return spot.role is not None and spot.role.titles


def _fitting(name: Spot, role: Spot) -> bool:
    """Whether a name can be of someone who is so described: a person of an office, a body of its kind."""
    if name.form not in NAMED:
        return False
    return name.kind == "person" if _titled(role) else name.kind == role.kind and name.kind != "person"


SERVES = frozenset(("for", "of", "at", "in", "within", "from"))
"""What joins an office to those it is held for: "a source in the Chadian army"."""


def _serving(scene: Scene, who: Who, spot: Spot, after: Spot) -> Who:
    """A person of an office with whom they hold it for: "a spokesman for the Chadian president"; those who have left an armed
    group are one: "dissidents of the Dune Army"."""
    gap = scene.gap(spot, after)
    if not gap or gap[0] not in SERVES or len(gap) > 2 or who.name[:1].isupper():
        return who
    whose = scene.whose(after)
    if whose is None:
        return who
    left = whose.kind == "armed_group" and spot.own.lower() in load_men().apart
    name, kind = f"{who.name} {gap[0]} {whose.name}", "armed_group" if left else who.kind
    return who._replace(name=name, kind=kind, country=who.country or whose.country)


def _within(spans: Sequence[Span]) -> Callable[[int], bool]:
    """A test of whether a position lies within one of some spans that follow each other."""
    starts = [span.start for span in spans]

    def inside(at: int) -> bool:
        n = bisect_right(starts, at) - 1
        return n >= 0 and spans[n].start < at < spans[n].end

    return inside


def _placed(notes: Notes, scene: Scene, spot: Spot, span: Span) -> bool:
    """Whether a bare name is already known as a place, or a country's or capital's as a place in another country, or as that
    where something was agreed: "the Minsk accords"."""
    n = bisect_right(notes.places, span.start, key=lambda place: place.start) - 1
    if n < 0 or notes.places[n].end < span.end or spot.form not in ("bare", "state"):
        return False
    place, word = notes.places[n], scene.words[spot.head]
    words = load_place_words()
    agreed = (
        place.precision != "country"
        and word.dep in ("compound", "nmod")
        and scene.words[word.head].lemma in words.pacts | words.gatherings
    )
    return spot.form == "bare" or agreed or place.country not in (None, spot.country)


def _actor(notes: Notes, span: Span, who: Who) -> Actor:
    return Actor(
        span.start, span.end, notes.report.text[span.start : span.end], who.name, who.id, who.kind, who.country
    )
