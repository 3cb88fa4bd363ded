"""Who acts and who is acted on in a claim: what its frame says, else what the rest of its sentence says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.claims.groups.posts import FIRST_NAMED, held_by
from dateline.find.claims.roles.accused import Roles, accused, unlike, victims
from dateline.find.claims.roles.crowds import cheering, driven_off, only_shouted
from dateline.find.claims.roles.dealers import HARM, SEQUENCE, SUFFERED, dealt, subjects_of
from dateline.find.claims.roles.fled import fled
from dateline.find.claims.roles.sayers import SIDED, SPOKEN, roles_of_saying
from dateline.find.claims.roles.signatories import both, breakers, brought_together, unmediated
from dateline.find.claims.saying import saying_of, unsaid
from dateline.find.claims.saying.own import owns_up
from dateline.find.frames import TAKING
from dateline.find.frames.parties import party_of
from dateline.find.notes import Frame, Notes, Sentence, Word
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import upward, within
from dateline.find.sentences.tags import FIRST, PROPER, THIRD
from dateline.model import Actor, Attribution, Party, Span
from dateline.phenomena import words_of
from dateline.phenomena.types import BLOWS, PACTS, VIOLENT
from dateline.places import load_gazetteer
from dateline.words.kinds import PARTISAN
from dateline.words.mood import load_acts

__all__ = ["roles_of"]

SHARED: Final = frozenset({"prisoner_exchange", "agreement", "ceasefire_start", "ceasefire_end", "meeting"})
"""Types of which a sentence names more than one word, with those who act beside one of them."""

BESIDE: Final = frozenset({"other", "protest", "statement"})
"""Types of a sentence's head beside which harm may be the matter: "police look into the murder of a clerk"."""

BEFALLEN: Final = frozenset({"under", "from", "by", "amid", "during"})
"""Prepositions behind which stands an act that befalls the subject of a verb."""

OWNED: Final = VIOLENT | {"demand", "threat", "meeting", "agreement", "territorial_control"}
"""Types of acts that are told to be somebody's: "its raids", "his visit"."""

RANKS: Final = frozenset({"troops", "soldiers", "forces"})
"""What an army calls its own men."""

SUFFERING: Final = frozenset({"lose", "die", "perish", "suffer", "sustain", "succumb"})
"""Verbs whose subject did nothing."""
MANY: Final = frozenset({"we", "they"})
LANDS: Final = frozenset({"country", "nation", "kingdom", "republic"})
VOTED: Final = "resolution"
"""The phenomenon of papers that a council adopts."""
PAPERS: Final = frozenset({"resolution", "security council resolution"})
ADOPTING: Final = ("Security Council", "General Assembly")


REPORTING: Final = frozenset("say tell report add state explain recall recount".split())
"""Verbs by which somebody vouches for what is told, and does nothing else."""


def roles_of(notes: Notes, group: Group, kind: str) -> Roles:
    """Who acts, who is acted on, who vouches. Of an accusation the accused acts, and the accuser vouches."""
    speaker = tuple(party_of(actor) for actor in group.voice.voices) if group.voice else ()
    speaker = speaker or _described(group)
    by, to, vouching = _roles(notes, group, kind, speaker)
    to = tuple(p for p in to if kind not in HARM or not any(_same_words(p, voice) for voice in vouching))
    if kind == "casualty_figure" and not to and group.head is not None:
        to = _losing(group, group.head.head, speaker)
    by = tuple(
        own for party in by if not (_might(group, party) or _spot(party)) for own in _served_by(group, party, speaker)
    )
    by = tuple(_itself(group, party, speaker) for party in by)
    return tuple(_meant(notes, party, speaker) for party in by), to, vouching


def _itself(group: Group, party: Party, speaker: tuple[Party, ...]) -> Party:
    """The one who speaks, where the words for who does it only call them something: "the group denied it"."""
    told = group.voice.speaker if group.voice is not None else None
    called = [word for word in group.sentence.words_in(told) if word.tag != "DT"]
    alone = len(called) == 1 == len(speaker) and called[0].start == party.start and party.kind == "other"
    return speaker[0] if alone and party.name.islower() and speaker[0].name[:1].isupper() else party


def _served_by(group: Group, party: Party, speaker: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whose arms those are that are told as the speaker's own: the army of "the army said its planes had hit a boat"."""
    named = party.id is not None or party.country is not None or party.kind not in ("military", "armed_group")
    before = group.sentence.words_in(Span(group.sentence.start, party.start or 0))[-2:]
    owning = next((w.lower for w in before if w.tag == "PRP$" and w.lower not in ("my", "their")), None)
    if not named and owning is None and party.text.lower() in RANKS:
        return _own_army(group, speaker) or (party,)
    if named or len(speaker) != 1 or owning is None:
        return (party,)
    one = speaker[0]
    if owning != "our" and (owning == "its") == (one.kind == "person"):
        return (party,)  # "the rebels said his planes had come"
    return (one,) if one.kind in PARTISAN else held_by(group.posts, one) or (party,)


def _own_army(group: Group, speaker: tuple[Party, ...]) -> tuple[Party, ...]:
    """The army that tells what "troops" did, or that whoever tells it serves: "the army chief said troops had shot nine"."""
    served = speaker if len(speaker) != 1 or speaker[0].kind != "person" else held_by(group.posts, speaker[0])
    return served if len(served) == 1 and served[0].kind == "military" and served[0].country else ()


def _might(group: Group, party: Party) -> bool:
    """Whether "force" is what is used, and nobody: "respond with great force"; "a force of nine" and "UN peacekeeping force" are somebody."""
    if not party.text.endswith("force") or party.country is not None:
        return False
    told = group.sentence.words_in(Span(party.start or 0, party.end or 0))
    before = group.sentence.words[told[0].i - 1 : told[0].i] if told else ()
    return bool(told) and not any(word.tag in ("DT", "PRP$", *PROPER) for word in (*before, *told))


def _spot(party: Party) -> bool:
    """Whether a party is a town or a province that stands for nobody: "the province holds two million people"."""
    listed = party.kind == "other" and party.id is not None and party.id.startswith("geonames:")
    return listed and party.country is not None and party.name not in load_gazetteer().lands


def _same_words(party: Party, voice: Party) -> bool:
    """Whether the words for somebody are those for who speaks: "nine farmers were killed, guards and clerks say"."""
    if party.start is None or party.end is None or voice.start is None or voice.end is None:
        return False
    return party.start < voice.end and voice.start < party.end


def _meant(notes: Notes, party: Party, speaker: tuple[Party, ...]) -> Party:
    """Whom a word for a state or a paper means: "the country" is that of the official who speaks, "the resolution" does
    what the council does that adopted it."""
    if party.kind != "other" or party.name.lower() not in (*LANDS, *PAPERS):
        return party
    if party.name.lower() in PAPERS:
        return next(iter(_adopters(notes)), party)
    told = notes.actors[:FIRST_NAMED]
    land = next((voice.country for voice in speaker if voice.country is not None), None)
    state = next((a for a in told if a.kind == "state" and a.country == land and a.id), None) if land else None
    return party if state is None else party_of(state)


def _adopters(notes: Notes) -> tuple[Party, ...]:
    """The council that a report tells of whose papers "the resolution" means."""
    made = next((a for a in notes.actors[:FIRST_NAMED] if a.name.endswith(ADOPTING)), None)
    return () if made is None else (party_of(made),)


def _roles(notes: Notes, group: Group, kind: str, speaker: tuple[Party, ...]) -> Roles:
    """The parties as the frame, or the rest of the sentence, tells them."""
    head = _acting(group, kind)
    if kind == "accusation":
        return accused(group, speaker)
    if kind in SPOKEN:
        return roles_of_saying(notes, group, kind, speaker)
    if kind in VIOLENT and owns_up(group):
        return speaker, next((f.to for f in group.frames if f.type == kind), ()), speaker
    if head is None:
        return (), victims(group), speaker
    own = (
        head.by
        if head.phenomenon == "displacement"
        else head.by
        or _self(group, head.head, speaker)
        or _whose(notes, group, head, speaker)
        or _fired(group, head, speaker)
    )
    by, to = (head.to, ()) if head.type == "accusation" else (own, head.to)
    if head.type in SHARED:
        by, to = _agreed(notes, group, head, by, to, speaker)
    if kind == "meeting":
        by, to = _met(group, by, to)
        by = by or (speaker if group.voice is not None and saying_of(group) == "promises" else ())
    if head.type in HARM:
        by, to = dealt(notes, group, kind, head, by, to)
    if kind == "ceasefire_violation":
        by = by or next((f.by for f in group.frames if f.type == kind and f.by), ()) or breakers(group, head)
    if kind == "detention":
        by = unlike(by, to)
    if kind == "protest" == head.type:
        by = cheering(group, head, by)
        to, speaker = driven_off(group, head, by, to), () if only_shouted(group, head) else speaker
    return by, fled(to) if kind == "displacement_figure" else to, speaker


def _agreed(
    notes: Notes, group: Group, head: Frame, by: tuple[Party, ...], to: tuple[Party, ...], speaker: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who makes a deal and with whom, by any word of the sentence for it; one "with the rebels" is theirs as well."""
    ended = head.type == "ceasefire_end"  # who brokered a truce does not end it
    deals = [f for f in group.frames if f.type in SHARED and (f.type == head.type or not ended)]
    made = head.type == "agreement"
    by = both(group, head, unmediated(group, by), speaker) if made else by
    to = to or (brought_together(group, head) if made else ())
    by = by or next((told for f in deals if (told := unmediated(group, f.by) if made else f.by)), ())
    by = by or next((whose for f in deals if (whose := _whose(notes, group, f, speaker))), ())
    by = by or (_adopters(notes) if head.phenomenon == VOTED else ())
    if head.type not in PACTS:
        return by, to
    to = to or tuple(p for p in unlike(next((f.to for f in deals if f.to), ()), by) if not _spot(p))
    theirs = not by and all(party.kind in PARTISAN for party in to)
    return (to, ()) if theirs else (by, to)


def _described(group: Group) -> tuple[Party, ...]:
    """Who speaks, by the words for them, where those name or describe somebody and no known actor: "a local resistance group"."""
    voice = group.voice
    span = voice.speaker if voice is not None else None
    words = group.sentence.words_in(span)
    held = {word.i for word in words}
    head = next((word for word in words if word.head not in held), None)
    if span is None or head is None or (voice is not None and unsaid(group)):
        return ()
    if not any(word.lemma in REPORTING or word.lower == "according" for word in group.cue):
        return ()
    known = words_of("agents")
    if head.tag not in ("NN", "NNS", "NNP", "NNPS") or not (head.tag.startswith("NNP") or head.lemma in known):
        return ()
    first = next((word for word in words if word.tag not in ("DT", "PRP$")), head)
    text = group.sentence.text[first.start - group.sentence.start : span.end - group.sentence.start]
    return (Party(text, text, first.start, span.end),)


def _met(group: Group, by: tuple[Party, ...], to: tuple[Party, ...]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who meets whom: whom talks are with, not the town that one travels to for them; of two who meet, the other."""
    if to and all(p.kind == "other" for p in to):
        to = next((f.to for f in group.frames[1:] if f.type == "meeting" and f.to), to)
    return (by[:1], by[1:]) if not to and len(by) > 1 else (by, to)


def _acting(group: Group, kind: str) -> Frame | None:
    """The frame whose parties a claim has: its head, or the act that is the matter beside a search, a crowd or talk."""
    head = group.head
    if head is not None and head.phenomenon in TAKING and kind in BLOWS:
        return next((f for f in group.frames[1:] if f.type in (*BLOWS, "clash") and f.by == head.by and f.to), head)
    if head is None or kind not in (*HARM, "detention") or head.type not in BESIDE:
        return head
    return next((f for f in group.frames[1:] if f.type == kind), None)


def _self(group: Group, at: int, speaker: tuple[Party, ...]) -> tuple[Party, ...]:
    """The speaker, where a pronoun acts in what is said: "the rebels said they had mined the road"; "they" and "we" of one
    person who speaks are those whom he speaks for."""
    voice, word = group.voice, group.sentence.words[at]
    under = any(w.lower == "under" for w in dependents(group.sentence.words, word, "prep"))
    if voice is None or word.lemma in SUFFERING or under:
        return ()  # "it came under fire"
    if not (word.tag.startswith("V") or _carried(group.sentence, word)):
        return ()
    return _meaning(group, voice, at, speaker)


def _losing(group: Group, at: int, speaker: tuple[Party, ...]) -> tuple[Party, ...]:
    """The body of whoever speaks, where it tells its own losses: "we lost nine men, the army spokesman said"."""
    if group.voice is None or group.sentence.words[at].lemma not in SUFFERING:
        return ()
    return tuple(own for own in _meaning(group, group.voice, at, speaker) if own not in speaker)


def _meaning(group: Group, voice: Attribution, at: int, speaker: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whom the pronoun means that is the subject of an act in what is said: the speaker, or those whom he speaks for."""
    acting = {w.lower for w in subjects_of(group, at) if not (_before(w, voice) or _other(group, w, voice))}
    if not (acting & FIRST or (acting & THIRD and not voice.direct)):
        return ()
    person = len(speaker) == 1 and speaker[0].kind == "person"
    if person and acting == {"it"}:
        return held_by(group.posts, speaker[0])
    one = person and not acting.isdisjoint(MANY)
    served = held_by(group.posts, speaker[0]) if one else ()
    return served or (() if one and "they" in acting else speaker)


def _before(word: Word, voice: Attribution) -> bool:
    """Whether "he", "she" or "it" stands before whoever speaks, and so is somebody, or something, told of before: "she shot nine,
    the captain said", "it has killed 85, the ministry said"."""
    return word.lower in ("he", "she", "it") and voice.speaker is not None and word.start < voice.speaker.start


def _other(group: Group, word: Word, voice: Attribution) -> bool:
    """Whether "he" is not who speaks, whom "she" means: "she said he had come twice"."""
    told = group.sentence.words_in(voice.speaker)
    return {word.lower, *(w.lower for w in told)} >= {"he", "she"}


def _whose(notes: Notes, group: Group, head: Frame, speaker: tuple[Party, ...]) -> tuple[Party, ...]:
    """Whose act it is by a pronoun: "resumed its raids", "their advance"; the subject before it, else who speaks."""
    words = group.sentence.words
    below = [*dependents(words, words[head.head]), *_hands(words, words[head.head])]
    whose = next((w.lower for w in below if w.tag == "PRP$"), None)
    if whose is None or head.type not in OWNED or head.phenomenon in SUFFERED:
        return ()
    if whose in ("our", "my"):
        served = held_by(group.posts, speaker[0]) if whose == "our" and len(speaker) == 1 else ()
        return served or speaker
    before = Span(group.sentence.start, words[head.head].start)
    acting = [a for a in within(notes.actors, before) if a.kind in SIDED and _subject(group.sentence, a)]
    if acting:
        return (party_of(acting[-1]),)
    quoted = group.voice is not None and group.voice.direct
    return () if quoted else tuple(voice for voice in speaker if voice.country or voice.kind in PARTISAN)


def _fired(group: Group, head: Frame, speaker: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who speaks, or whom they speak for, where their own arms strike in what is said: "the guild said its rockets hit a mill"."""
    words, arms = group.sentence.words, words_of("munition") | words_of("gun") | words_of("drone") | words_of("missile")
    subjects = [w for w in dependents(words, words[head.head], "nsubj") if w.lemma in arms]
    owned = {w.lower for subject in subjects for w in dependents(words, subject, "poss")} & {"its", "their", "our"}
    if head.type not in BLOWS or not owned or len(speaker) != 1 or _others_before(group, subjects[0]):
        return ()
    one = speaker[0]
    return held_by(group.posts, one) if one.kind == "person" else () if one.kind == "media" else speaker


def _others_before(group: Group, arms: Word) -> bool:
    """Whether what is said tells of what others did before it tells of arms, which may be theirs: "the army said rebels fled and
    their shells hit a mill"."""
    cue = group.voice.cue if group.voice is not None else None
    said = (actor for actor in group.actors if cue is not None and cue.end <= actor.start < arms.start)
    return any(actor.kind in PARTISAN and _subject(group.sentence, actor) for actor in said)


def _hands(words: Sequence[Word], verb: Word) -> list[Word]:
    """The words before the hands that a place is in, or the control it is under: "is under our control"."""
    under = (w for w in dependents(words, verb) if w.lower in ("under", "in"))
    hands = (w for prep in under for w in dependents(words, prep) if w.lemma in ("control", "hand"))
    return [w for hand in hands for w in dependents(words, hand)]


def _subject(sentence: Sentence, actor: Actor) -> bool:
    """Whether an actor is the subject of a verb."""
    return any(w.dep == "nsubj" for w in sentence.words_in(Span(actor.start, actor.end)))


def _carried(sentence: Sentence, noun: Word) -> bool:
    """Whether the verb above an act only carries it out: "they launched a raid", but not "they filmed the raid", nor what they
    did "after the raid", or what they were "under", fled "from", were woken "by" or "had no details of".
    """
    words = sentence.words
    line = upward(sentence, noun.i)
    doing = next((word for word in line if word.tag.startswith("V")), line[-1])
    if any(word.lemma in load_acts().knowledge for word in (*line, *dependents(words, doing, "dobj"))):
        return False
    while noun.head != noun.i and (noun.dep == "conj" or words[noun.head].lower == "of"):
        noun = words[noun.head] if noun.dep == "conj" else words[words[noun.head].head]
    verb = words[noun.head]
    if verb.lower in SEQUENCE or verb.lower in BEFALLEN or words[verb.head].lemma in SUFFERING:
        return False
    return not verb.tag.startswith("V") or verb.lemma in words_of("support_verbs")
