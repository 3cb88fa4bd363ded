"""Whom an accusation charges, and with harm to whom: the accused acts, and the accuser vouches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from dateline.find.claims.groups import CIVIL, Group
from dateline.find.claims.saying import blamed
from dateline.find.frames.parties import party_of
from dateline.find.notes import Frame, Word
from dateline.find.sentences.dependents import dependent, dependents, has_dependent
from dateline.model import Party, Span
from dateline.phenomena import words_of
from dateline.phenomena.types import FOUGHT, VIOLENT
from dateline.words.measures import HARMED

__all__ = ["Roles", "accused", "charged", "unlike", "victims"]

ACTING: Final = frozenset({"state", "military", "armed_group", "person", "other", "intergovernmental"})
"""Kinds of actors that can be charged with an act."""

OWNING: Final = ("poss", "amod", "compound", "nmod")

Roles = tuple[tuple[Party, ...], tuple[Party, ...], tuple[Party, ...]]
"""Who acts, who is acted on, who vouches."""


def accused(group: Group, speaker: tuple[Party, ...]) -> Roles:
    """Who is charged, whom the harm was done to, and who vouches; `speaker` are those who speak."""
    head = group.head
    if head is None:
        verb = next((word.i for word in group.cue if word.tag.startswith("V")), None)
        return charged(group, verb) if verb is not None else (), (), speaker
    acts = [f for f in group.frames if f.type in VIOLENT]
    inner = next(iter(acts), None)
    to = next((f.to for f in (*acts, *group.frames) if f.to and f.type in FOUGHT), ())
    if head.type == "accusation":
        return _by_its_word(group, head, inner, to, speaker)
    word = blamed(group.sentence, Span(group.span.start, group.sentence.end))
    if word is not None and (named := group.named_at(word)):
        return tuple(map(party_of, named)), victims(group), speaker
    condemned = charged(group, head.head) if group.voice is not None and head.type == "statement" else ()
    return condemned or head.by or (inner.by if inner else ()), head.to or to or victims(group), speaker


def _by_its_word(
    group: Group, head: Frame, inner: Frame | None, to: tuple[Party, ...], speaker: tuple[Party, ...]
) -> Roles:
    """The roles of an accusation that a word of its own tells; `inner` is the act one is accused of, `to` whom it harmed."""
    vouching = speaker or head.by
    if not head.to and _mutual(group, head.head):
        return head.by or speaker, to, vouching
    if not head.to and not speaker and _passive(group, head.head):
        return head.by, to, ()
    if not head.to and inner is not None and _blamed_on(group, head.head):
        return inner.to or inner.by, (), vouching
    within_it = next((f.to for f in group.frames if f is not head and f.type == "accusation" and f.to), ())
    crime = unlike(head.by, speaker) if group.sentence.words[head.head].tag.startswith("NN") and speaker else ()
    doers = head.to or (inner.by if inner else ()) or within_it or crime or charged(group, head.head)
    return doers, unlike(to, doers) or victims(group), vouching


def charged(group: Group, at: int) -> tuple[Party, ...]:
    """The party whose act is the object of the verb at `at`, or who is held to have done it: "condemned violence by the
    guards", "their crackdown"."""
    words = group.sentence.words
    named = (actor for word in _doers(words, words[at]) for actor in group.named_at(word))
    return tuple(party_of(actor) for actor in named if actor.kind in ACTING)[:1]


def _doers(words: Sequence[Word], verb: Word) -> Iterator[Word]:
    """The words that can name the doer, the surest first; "by" may have been hung on the verb that condemns."""
    if verb.tag.startswith("NN"):
        yield from _agents(words, verb)
    if has_dependent(words, verb, "dobj"):
        yield from (w for w in _agents(words, verb) if w.start > verb.start)
    for child in dependents(words, verb):
        if child.dep in ("ccomp", "xcomp", "oprd"):
            yield from dependents(words, child, "nsubj")
        if child.dep == "dobj":
            yield from _agents(words, child)
            if child.tag.startswith("NN") and child.lemma not in words_of("people") | words_of("agents"):
                yield from dependents(words, child, *OWNING)


def _agents(words: Sequence[Word], act: Word) -> Iterator[Word]:
    """Who stands behind "by" at an act, or at what the act is done to."""
    for word in dependents(words, act):
        if word.dep == "acl" and word.tag == "VBN":
            yield from _agents(words, word)
        if word.dep in ("prep", "agent"):
            inner = dependents(words, word, "pobj")
            if word.lower == "by":
                yield from inner
            elif word.lower in ("of", "against", "on"):
                for noun in inner:
                    yield from _agents(words, noun)


def _passive(group: Group, at: int) -> bool:
    """Whether a headline's verb of blame has no object: its subject is who is blamed."""
    words = group.sentence.words
    return not has_dependent(words, words[at], "dobj", "ccomp")


def _mutual(group: Group, at: int) -> bool:
    """Whether those who accuse accuse each other."""
    words = group.sentence.words
    behind = dependents(words, words[at], "dobj", "prep")
    objects = [x for w in behind for x in ((w,) if w.dep == "dobj" else dependents(words, w, "pobj"))]
    return any(w.lower in ("other", "another") and w.i > 0 and words[w.i - 1].lower in ("each", "one") for w in objects)


def _blamed_on(group: Group, at: int) -> bool:
    """Whether a blow is blamed on somebody: "blamed the raid on the rebels"."""
    words = group.sentence.words
    blow = dependent(words, words[at], "dobj")
    return words[at].lemma == "blame" and blow is not None and any(w.lower == "on" for w in dependents(words, blow))


def victims(group: Group) -> tuple[Party, ...]:
    """Civilians, where the counted of a claim are said to be."""
    for figure in group.figures:
        if figure.measure not in HARMED:
            continue
        for word in group.sentence.words_in(group.span):
            if word.lower in CIVIL:
                return (Party("civilians", word.text, word.start, word.end, kind="civilians"),)
    return ()


def unlike(parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties without the others: nobody strikes himself, and what is told of those who act goes before."""
    names = {party.name for party in others}
    return tuple(party for party in parties if party.name not in names)
