"""Whom an accusation charges, and with harm to whom: the accused acts, and the accuser vouches."""

from __future__ import annotations

from dateline.find.claims.charged import charged
from dateline.find.claims.groups import CIVIL, Group
from dateline.find.claims.posts import party_of
from dateline.find.claims.saying import blamed
from dateline.find.notes import Notes
from dateline.find.sentences.dependents import dependent, dependents, has_dependent
from dateline.find.sentences.distance import within
from dateline.model import Party, Span
from dateline.phenomena.types import VIOLENT
from dateline.words.measures import HARMED

__all__ = ["Roles", "accused", "unlike", "victims"]

Roles = tuple[tuple[Party, ...], tuple[Party, ...], tuple[Party, ...]]
"""Who acts, who is acted on, who vouches."""


def accused(notes: Notes, group: Group, speaker: tuple[Party, ...]) -> Roles:
    """Who is charged, whom the harm was done to, and who vouches; `speaker` are those who speak."""
    head = group.head
    if head is None:
        verb = next((word.i for word in group.cue if word.tag.startswith("V")), None)
        return charged_with(notes, group, verb) if verb is not None else (), (), speaker
    inner = next((f for f in group.frames if f.type in VIOLENT), None)
    harmed = next((f.to for f in group.frames if f.type in VIOLENT and f.to), ())
    to = harmed or next((f.to for f in group.frames if f.type == "casualty_figure" and f.to), ())
    if head.type == "accusation" and not head.to and _mutual(group, head.head):
        return head.by or speaker, to, speaker or head.by
    if head.type == "accusation" and not speaker and not head.to and _passive(group, head.head):
        return head.by, to, ()
    if head.type == "accusation" and not head.to and inner is not None and _blamed_on(group, head.head):
        return inner.to or inner.by, (), speaker or head.by
    if head.type == "accusation":
        within_it = next((f.to for f in group.frames if f is not head and f.type == "accusation" and f.to), ())
        crime = unlike(head.by, speaker) if group.sentence.words[head.head].tag.startswith("NN") and speaker else ()
        charged_as = (
            head.to or (inner.by if inner else ()) or within_it or crime or charged_with(notes, group, head.head)
        )
        return charged_as, unlike(to, charged_as) or victims(group), speaker or head.by
    word = blamed(group.sentence, Span(group.span.start, group.sentence.end))
    named = [a for a in within(notes.actors, group.sentence.span) if word is not None and a.start <= word.start < a.end]
    if named:
        return tuple(map(party_of, named)), victims(group), speaker
    condemned = charged_with(notes, group, head.head) if group.voice is not None and head.type == "statement" else ()
    return condemned or head.by or (inner.by if inner else ()), head.to or to or victims(group), speaker


def charged_with(notes: Notes, group: Group, at: int) -> tuple[Party, ...]:
    """The party whose act is what is condemned."""
    actor = charged(group.sentence, at, within(notes.actors, group.sentence.span))
    return (party_of(actor),) if actor is not None else ()


def _passive(group: Group, at: int) -> bool:
    """Whether a headline's verb of blame has no object: its subject is who is blamed."""
    words = group.sentence.words
    return not has_dependent(words, words[at], "dobj", "ccomp")


def _mutual(group: Group, at: int) -> bool:
    """Whether those who accuse accuse each other."""
    words = group.sentence.words
    objects = dependents(words, words[at], "dobj")
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
