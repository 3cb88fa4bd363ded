"""Who acts in a saying, and toward whom: who asks, threatens, denies or states, and the state an official speaks for."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.claims.groups.posts import FIRST_NAMED, held_by
from dateline.find.claims.modality import beside
from dateline.find.claims.roles.accused import Roles, unlike, victims
from dateline.find.claims.roles.cleared import aimed, cleared, done
from dateline.find.claims.roles.conditioned import hanging_on, reneging
from dateline.find.claims.saying import main_verbs, saying_of
from dateline.find.claims.saying.asked import bound_by
from dateline.find.claims.saying.standing import against, bases, side_of
from dateline.find.frames.parties import party_of
from dateline.find.notes import Frame, Notes, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import upward
from dateline.find.sentences.tags import FIRST, FORMAL, THIRD
from dateline.model import Party
from dateline.phenomena import words_of
from dateline.phenomena.types import VIOLENT
from dateline.words.kinds import PARTISAN
from dateline.words.mood import load_acts
from dateline.words.speech import load_speech

__all__ = ["SIDED", "SPOKEN", "roles_of_saying"]

SPOKEN: Final = frozenset({"demand", "threat", "statement", "denial"})
"""Types whose doer is the one who speaks."""

SIDED: Final = PARTISAN | {"person", "intergovernmental", "other"}

CARRIED: Final = ("xcomp", "ccomp", "dobj", "prep", "acl")
"""Relations of what somebody threatens with to the word that tells of the threat."""


def roles_of_saying(notes: Notes, group: Group, kind: str, speaker: tuple[Party, ...]) -> Roles:
    """By whom, to whom and on whose word a thing is said; a demand binds nobody who only hears it, and not who puts it."""
    by, to, vouching = _roles(notes, group, kind, speaker)
    to = unlike(to, by)
    if kind not in ("demand", "threat"):
        return by, to, vouching
    to = tuple(party for party in to if not (party.kind == "media" and party.id))
    return by, to or (bound_by(group, by) if kind == "demand" else hanging_on(group, by)), vouching


def _roles(notes: Notes, group: Group, kind: str, speaker: tuple[Party, ...]) -> Roles:
    """The roles as the words of the saying, or the act that is told in it, tell them."""
    head = group.head
    if head is not None and head.type in SPOKEN and head.type == kind:
        return _named(notes, group, head, speaker)
    if kind == "statement" and (own := _of_things(group)) is not None:
        return own, head.to if head is not None else (), speaker
    if head is None:
        told = _told_of(group) if kind != "demand" else ()
        verbs = [verb.i for verb in main_verbs(group.sentence, group.voice)] if kind == "denial" and group.voice else []
        return _for_state(notes, group, told or speaker, kind), aimed(group, verbs) if verbs else (), speaker
    if kind == "denial":
        inner = next((f for f in group.frames if f.type in VIOLENT and f.by), head)
        known = tuple(p for p in inner.by if p.country is not None or p.kind in ("armed_group", "state"))
        done_to = inner.to or done(group) or head.to
        denying = known or _told_of(group) or speaker
        return _for_state(notes, group, denying, kind), done_to or victims(group), speaker
    does = group.sentence.words[head.head].tag.startswith("VB")  # "said the court will investigate" tells of the court
    aside = head.type in VIOLENT and saying_of(group) == "promises" and beside(group.sentence, head.head)
    does = does and group.sentence.words[head.head].dep != "advcl" and not aside
    silent = kind == "statement" and (head.type in VIOLENT or (group.voice is None and head.negated))
    charged = {party for f in group.frames if silent and f.type == "accusation" for party in f.to}
    by = head.by if kind == "statement" and does and head.by else speaker or unlike(head.by, tuple(charged))
    to = _others(head.by, by) if kind == "demand" else head.to
    return _for_state(notes, group, by, kind), to, speaker or (() if silent else by)


def _named(notes: Notes, group: Group, head: Frame, speaker: tuple[Party, ...]) -> Roles:
    """The roles of a saying that its own word names: "demanded", "the threat"."""
    kind = head.type
    if kind == "statement" and (unkept := reneging(group, head)):
        return unkept, head.to, speaker
    by, to = (speaker if _thing(head.by) else head.by) or speaker, head.to
    threatened = group.sentence.words[head.head].lemma == "threaten"
    if kind in ("demand", "threat") and not head.by and (_unowned(group, head) or _of_others(group, head.head)):
        return (), to, speaker
    if (kind == "demand" or threatened) and not head.by and _was_told(group, head.head):
        return (), to, speaker
    if kind == "threat" and not to:
        to = next((f.to for f in group.frames[1:] if f.to and _threatened(group, head, f)), ())
    if kind == "denial":
        by, to = cleared(group, by, to)
    vouching = speaker or (head.by if kind != "statement" else ())
    met = next((f.to for f in group.frames if f.type == "meeting" and f.to), ()) if kind == "statement" else ()
    return _for_state(notes, group, by, kind), _others(to or met, by), vouching


def _thing(parties: tuple[Party, ...]) -> bool:
    """Whether no party is known to be somebody: a lorry asks for nothing, who says that it was stopped does."""
    agents = words_of("agents")
    plain = all(p.kind == "other" and p.country is None and p.text.islower() for p in parties)
    return len(parties) > 0 and plain and all(agents.isdisjoint(bases(p.text)) for p in parties)


def _unowned(group: Group, head: Frame) -> bool:
    """Whether a call is only told of, by somebody who says so plainly: "the calls for a truce came late, he said"."""
    plain = group.voice is not None and group.voice.stance == "asserts"
    if group.sentence.words[head.head].dep in ("attr", "ROOT"):
        return False  # "this is our last warning"
    return (
        plain
        and group.sentence.words[head.head].tag.startswith("NN")
        and "PRP$" not in {w.tag for w in dependents(group.sentence.words, group.sentence.words[head.head])}
    )


def _of_others(group: Group, at: int) -> bool:
    """Whether whoever speaks only tells what others did: "they have threatened me, he said", "he said some had warned them"."""
    voice, words = group.voice, group.sentence.words
    if voice is None or words[at].lemma not in load_speech().verbs:
        return False
    if voice.cue.start <= words[at].start < voice.cue.end:
        return False
    below = dependents(words, words[at])
    subjects = [w for w in below if w.dep == "nsubj" and not any(v.lower in load_acts().duty for v in below)]
    own = FIRST | (frozenset() if voice.direct else THIRD)
    who = voice.speaker
    return any(
        w.lower not in own and w.tag != "WP" and not (who is not None and who.start <= w.start < who.end)
        for w in subjects
    )


def _was_told(group: Group, at: int) -> bool:
    """Whether whoever is asked is only told to have been: "the clerks said they had been ordered to leave"."""
    words = group.sentence.words
    verbs = (at, words[at].head) if words[at].dep == "conj" and words[at].tag == "VBN" else (at,)
    below = [w for verb in verbs for w in dependents(words, words[verb])]
    bound = any(w.dep == "aux" and w.lower in load_acts().duty for w in below)
    return any(w.dep == "auxpass" for w in below) and not bound


def _threatened(group: Group, head: Frame, act: Frame) -> bool:
    """Whether an act is what is threatened with: it hangs on the threat, and no condition opens it."""
    below = list(takewhile(lambda word: word.i != head.head, upward(group.sentence, act.head)))
    hangs = len(below) > 0 and below[-1].head == head.head
    return hangs and below[-1].dep in CARRIED and not any(word.dep in ("advcl", "relcl") for word in below)


def _told_of(group: Group) -> tuple[Party, ...]:
    """Who does what a voice tells of: the state of "said the republic had abandoned the plan"; who only is told to be
    something does nothing."""
    if group.voice is None or group.voice.stance not in ("asserts", "denies"):
        return ()
    for verb in main_verbs(group.sentence, group.voice):
        if verb.lemma == "be":
            return ()
        subjects = dependents(group.sentence.words, verb, "nsubj")
        known = [actor for w in subjects for actor in group.named_at(w)]
        return tuple(party_of(a) for a in known if a.kind in SIDED)
    return ()


def _of_things(group: Group) -> tuple[Party, ...] | None:
    """Whose things those are of which something is plainly stated, if anybody's: "the emir's days are numbered", "the road was
    open"; None where somebody is told to act or to be."""
    voice, words = group.voice, group.sentence.words
    if voice is None or voice.stance != "asserts" or (group.head is not None and group.head.by):
        return None
    subjects = [w for verb in main_verbs(group.sentence, voice) for w in dependents(words, verb, *FORMAL)]
    if not subjects or not all(_thing_word(words, subject) for subject in subjects):
        return None
    if group.head is None and _told_of(group):
        return None
    owners = [w for thing in subjects for w in dependents(words, thing, "poss")]
    known = [actor for w in owners for actor in group.named_at(w)]
    return tuple(party_of(a) for a in known if a.kind in SIDED)


def _thing_word(words: Sequence[Word], subject: Word) -> bool:
    """Whether a subject is no person, no body and no name; what is promised not to be ("there will be no raid") is an act."""
    if subject.dep == "expl":
        return not any(w.lower in ("will", "shall") for w in dependents(words, words[subject.head]))
    return subject.tag in ("NN", "NNS") and subject.lemma not in words_of("agents")


def _others(parties: tuple[Party, ...], by: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties that stand on no side of those who act."""
    sides = {side_of(party) for party in by}
    return tuple(party for party in parties if side_of(party) not in sides)


def _for_state(notes: Notes, group: Group, by: tuple[Party, ...], kind: str) -> tuple[Party, ...]:
    """Officials with the state they act for, where the report names it."""
    if kind not in SPOKEN:
        return by
    bodies = {party.name: held_by(group.posts, party) for party in by}
    armed = {name for name, served in bodies.items() if any(body.kind == "armed_group" for body in served)}
    by = (*by, *(body for served in bodies.values() for body in served))
    named = {party.name for party in by}
    first = reversed(notes.actors[:FIRST_NAMED])
    states = {a.country: a for a in first if a.kind == "state" and a.country and a.id and a.name not in named}
    served = {
        p.country: states[p.country]
        for p in by
        if _in_office(p) and p.country in states and p.name not in armed and not against(p)
    }
    return by + tuple(party_of(actor) for actor in served.values())


def _in_office(party: Party) -> bool:
    """Whether somebody is not the state itself but may act for it: a person, a ministry told by its own name."""
    return party.kind == "person" or (party.kind == "state" and party.id is None)
