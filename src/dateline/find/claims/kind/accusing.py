"""Whether telling of an act charges somebody with it: a side speaks of what another side did, or did not keep."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.claims.groups.posts import held_by
from dateline.find.claims.modality.fended import fended
from dateline.find.claims.saying import concedes
from dateline.find.claims.saying.standing import against, binding, official, partial, side_of
from dateline.find.claims.saying.withheld import withheld
from dateline.find.notes import Frame, Sentence, Word
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.model import Actor, Attribution, Party
from dateline.phenomena.types import BLOWS
from dateline.words.kinds import PARTISAN, STATELY
from dateline.words.mood import load_acts
from dateline.words.speech import load_speech

__all__ = ["accuses", "charges_breach", "plots", "spared"]

REPORTING: Final = frozenset({"media", "monitor"})
"""Kinds of voices that tell what was done, and by whom, without charging anybody."""

BETWEEN: Final = REPORTING | {"intergovernmental", "ngo", "civilians"}
"""Kinds of voices that stand between the sides: who broke a truce they report."""

KEPT: Final = frozenset({"agreement", "statement", "ceasefire_start"})
"""What a side is blamed for if it does not do it: to keep a word or a deal."""

OFFICES: Final = frozenset("spokesman spokeswoman spokesperson commander leader chief general colonel official".split())
"""What somebody is who speaks for a group."""


PLOTTING: Final = frozenset({"plan", "plot", "prepare", "conspire"})
"""Verbs of making ready for a deed."""

TAKEN: Final = "abduction"
"""The phenomenon of people carried off, which is a charge like a blow."""

FLYING: Final = frozenset(
    "jet jets plane planes warplane warplanes aircraft helicopter helicopters drone drones".split()
)
"""What strikes from the air for a side that nobody names."""


def accuses(group: Group, voice: Attribution, head: Frame) -> bool:
    """Whether a side to the conflict speaks of what another side did, or did not keep: that accuses, where a monitor
    reports. A crime is an accusation whoever else tells of it. That the other side fights is none.
    """
    if fended(group.sentence, head.head):
        return False
    known = any(party.country is not None for party in head.by)
    acts = {head.head, *(_beside(group.sentence, head) if known else ())}
    crime = any(f.head in acts and f.phenomenon in load_acts().crimes for f in group.frames)
    bad = crime or _unkept(group.sentence, head)
    if (
        (head.type not in BLOWS and head.phenomenon != TAKEN and not bad)
        or _owned(group.sentence, head, voice)
        or _of_friends(voice, head)
    ):
        return False
    speaks = binding if bad else partial
    sides = {side_of(actor) for actor in voice.voices if (crime or speaks(actor)) and not _reports(actor)}
    sides |= {side_of(actor) for actor in group.actors if _served(group.sentence, voice, actor)}
    sides |= {side_of(body) for actor in voice.voices for body in held_by(group.posts, actor) if sides}
    if not sides and any(_called(party, load_acts().enemies) for party in head.by):
        sides = {actor.name for actor in voice.voices if official(actor)}
    suffered = crime and not any(actor.kind in PARTISAN or official(actor) for actor in voice.voices)
    rising = bool(sides) and all(actor.kind == "armed_group" for actor in voice.voices)  # whose foes any soldiers are
    doers = {
        side_of(party)
        for party in head.by
        if _sided(party)
        or (party.kind == "other" and _called(party, load_acts().slurs))
        or (suffered and _armed(party))
        or (bad and _of_land(party))
        or (rising and party.kind == "military" and FLYING.isdisjoint(party.text.lower().split()))
    }
    doers |= {side_of(actor) for actor in group.actors if _sided(actor) and _with(group.sentence, head, actor)}
    return bool(sides and doers) and sides.isdisjoint(doers)


def plots(group: Group, head: Frame) -> bool:
    """Whether a side tells what another one is planning: "the rebels said the army was preparing a raid"."""
    voice, verb = group.voice, group.sentence.words[head.head]
    if voice is None or voice.stance != "asserts" or verb.lemma not in PLOTTING:
        return False
    sides = {side_of(actor) for actor in voice.voices if binding(actor)}
    doers = {side_of(party) for party in head.by if _sided(party)}
    return bool(sides and doers) and sides.isdisjoint(doers)


def spared(group: Group, charge: Frame | None) -> bool:
    """Whether the charge that a group tells is one that nobody makes: "stopped short of blaming them"."""
    return charge is not None and withheld(group.sentence.words, group.sentence.words[charge.head])


def _of_friends(voice: Attribution, head: Frame) -> bool:
    """Whether the blow may be the speaker's own side's, or struck their foes: "jets hit the boat, the ministry said", a rebel's
    "the planes bombed the army".
    """
    nameless = [actor for actor in voice.voices if actor.kind in STATELY and actor.country is None]
    if nameless and len(nameless) == len(voice.voices) and all(party.kind in STATELY for party in head.by):
        return True
    rebels = [actor for actor in voice.voices if actor.kind == "armed_group" or against(actor)]
    return len(rebels) > 0 and len(head.to) > 0 and all(party.kind in STATELY for party in head.to)


def _beside(sentence: Sentence, head: Frame) -> Iterator[int]:
    """The verbs that are coordinated with that of an act: "is burning homes and killing villagers"."""
    verb = sentence.words[head.head]
    if verb.dep == "conj" and verb.tag == sentence.words[verb.head].tag:
        yield verb.head
    yield from (w.i for w in dependents(sentence.words, verb, "conj") if w.tag == verb.tag)


def _owned(sentence: Sentence, head: Frame, voice: Attribution) -> bool:
    """Whether those who act are told as the speaker's own: "its forces had hit the depot"; "his men" are, where they open
    what is said.
    """
    words = sentence.words
    owners = [w for who in dependents(words, words[head.head], "nsubj") for w in dependents(words, who, "poss")]
    opening = next((w.start for w in sentence.words_in(voice.content) if w.lower != "that"), -1)
    return any(w.lower in ("its", "our") or (w.start == opening and w.tag == "PRP$") for w in owners)


def charges_breach(group: Group) -> bool:
    """Whether whoever tells of a breach of a truce charges a side with it: another side does; a monitor, or who lives there,
    reports it, and so does an outlet that gives the doer no bad name.
    """
    head, voice = group.head, group.voice
    doers = head.by if head is not None else ()
    if voice is None:
        return any(_called(party, load_acts().foes) for party in doers)
    if any(map(official, voice.voices)):
        return not concedes(group)
    told = group.sentence.words_in(voice.speaker)
    if not load_acts().onlooking.isdisjoint(w.lemma for w in told) or any(v.kind in BETWEEN for v in voice.voices):
        return False
    sided = bool(voice.voices) or not load_acts().factions.isdisjoint(w.lemma for w in told)
    return sided and len(doers) > 0 and not concedes(group)


def _called(party: Party, names: frozenset[str]) -> bool:
    """Whether the words for a doer hold one of some names, in one or many: "the occupiers"."""
    return not names.isdisjoint(word.removesuffix("s") for word in party.text.lower().split())


def _of_land(party: Party) -> bool:
    """Whether a doer is a person whose land is known: "President Kor has ignored this warning"."""
    return party.kind == "person" and party.country is not None


def _armed(party: Party) -> bool:
    """Whether a doer bears arms for somebody, and is no masked man or bare plane."""
    words = party.text.lower().split()
    return party.kind in PARTISAN and load_acts().faceless.isdisjoint(words) and FLYING.isdisjoint(words)


def _served(sentence: Sentence, voice: Attribution, actor: Actor) -> bool:
    """Whether one person who speaks is told to hold an office of an armed group: "Omar Kor, a spokesman for the rebels"."""
    if len(voice.voices) != 1 or voice.voices[0].kind != "person" or voice.speaker is None:
        return False
    within = voice.speaker.start <= actor.start < voice.speaker.end
    return actor.kind == "armed_group" and within and any(w.lemma in OFFICES for w in sentence.words_in(voice.speaker))


def _reports(actor: Actor) -> bool:
    """Whether a voice only tells what was done: a monitor, an outlet, known or by its name ("National Press Agency")."""
    return actor.kind in REPORTING or actor.name.rsplit(None, 1)[-1].lower() in load_speech().outlets


def _unkept(sentence: Sentence, head: Frame) -> bool:
    """Whether a side is said not to keep what binds it: "did not commit to the deal", "ignored the warning"."""
    acts, verb = load_acts(), sentence.words[head.head]
    flouted = head.type == "statement" and (verb.lemma in acts.flouting or _fails(sentence, verb))
    return flouted or (head.negated and head.type in KEPT)


def _fails(sentence: Sentence, verb: Word) -> bool:
    """Whether somebody fails to keep what binds them: "failed to comply", or did not comply."""
    acts, above = load_acts(), sentence.words[verb.head]
    if verb.lemma in acts.failing:
        return any(w.lemma in acts.keeping for w in dependents(sentence.words, verb, "xcomp"))
    negated = has_dependent(sentence.words, verb, "neg")
    return verb.lemma in acts.keeping and (negated or (verb.dep == "xcomp" and above.lemma in acts.failing))


def _with(sentence: Sentence, head: Frame, actor: Actor) -> bool:
    """Whether an actor is named in the subject of an act, beside the one found to do it: "British and French jets"."""
    subjects = dependents(sentence.words, sentence.words[head.head], "nsubj")
    return any(actor.start <= word.start < actor.end for who in subjects for word in sentence.subtree(who.i))


def _sided(party: Actor | Party) -> bool:
    """Whether a doer has a side: bare warplanes, or gunmen, may be anybody's."""
    words = party.text.lower().split()
    if party.kind in ("military", "other"):
        rising = not load_acts().rising.isdisjoint(words)
        return rising or (party.kind == "military" and party.country is not None)
    named = (*words, *party.name.lower().split(), party.text.lower())
    return party.kind in PARTISAN and load_acts().faceless.isdisjoint(named)
