"""Whether what is told lies with the side of who speaks: what its own army, land or people do, and not another's."""

from __future__ import annotations

from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.claims.saying.duty import IMPERSONAL
from dateline.find.claims.saying.standing import against, binding, names_side, official, side_of
from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import dependents, has_dependent, under
from dateline.find.sentences.tags import ANY_SUBJECT, FIRST
from dateline.model import Attribution
from dateline.phenomena.types import VIOLENT
from dateline.words.kinds import PARTISAN
from dateline.words.mood import load_acts
from dateline.words.speech import load_speech

__all__ = ["own_act", "owns_up"]

PERSONAL: Final = frozenset({"he", "she", "they"})


def own_act(group: Group, voice: Attribution, verb: Word) -> bool:
    """Whether what lies ahead is the speaker's own to do: its subject is the speaker's side, or names no other."""
    if not any(map(official, voice.voices)):
        return False
    sides = {side_of(actor) for actor in voice.voices} | _named_with(group, voice)
    doers = {side_of(party) for frame in group.frames for party in frame.by if party.kind in PARTISAN}
    if sides & doers:
        return True
    words = group.sentence.words
    if has_dependent(words, verb, "expl"):
        return _none_of_it(words, verb)
    verbs = (verb, words[verb.head]) if verb.dep == "conj" else (verb,)
    subjects = [w for v in verbs for w in dependents(words, v, *ANY_SUBJECT)]
    if any(_of_side(group, w, sides) for w in subjects):
        return True
    if subjects and _of_the_subject(group.sentence, voice):
        return True
    told = any(actor.country is not None or actor.kind in PARTISAN for actor in voice.voices)
    if subjects and told and all(_of_another(group, w, sides) for w in subjects):
        return False
    own = _ours(voice) | FIRST | (frozenset() if voice.direct else _pronouns(group.sentence, voice))
    ours = any(child.lower in ("our", "my") for w in subjects for child in dependents(words, w))
    named = _named_owner if any(map(binding, voice.voices)) else _of_others
    return ours or not subjects or any(w.lower in own and not named(words, w) for w in subjects)


def _of_the_subject(sentence: Sentence, voice: Attribution) -> bool:
    """Whether somebody speaks for those whom the words ahead tell of: "the rebels will free two pilots, their spokesman said"."""
    offices = load_acts().offices | load_speech().offices
    told = sentence.words_in(voice.speaker) if voice.content.start < voice.cue.start else ()
    return any(w.lower in ("its", "their") and sentence.words[w.head].lemma in offices for w in told)


def _named_owner(words: tuple[Word, ...], subject: Word) -> bool:
    """Whether it is told whose those are that act: "the general's forces" are not those of who speaks."""
    return any(not w.tag.startswith("PRP") for w in dependents(words, subject, "poss"))


def _of_others(words: tuple[Word, ...], subject: Word) -> bool:
    """Whether those who act are told to be somebody's, to one who speaks for no side: "Western troops", "the general's forces"."""
    below = dependents(words, subject)
    named = any(w.dep in ("amod", "compound") and w.text[0].isupper() and w.i > 0 for w in below)
    return named or _named_owner(words, subject)


def _ours(voice: Attribution) -> frozenset[str]:
    """The words by which who speaks tells of their own side; to a rebel the army and the government are the other's."""
    foes = any(actor.kind == "armed_group" or against(actor) for actor in voice.voices)
    return load_acts().own - load_acts().governing if foes else load_acts().own


def _of_side(group: Group, subject: Word, sides: set[str]) -> bool:
    """Whether a subject names the state that a voice speaks for: a president who says what the country will do."""
    return any(a.kind in PARTISAN and a.start <= subject.start < a.end and side_of(a) in sides for a in group.actors)


def _of_another(group: Group, subject: Word, sides: set[str]) -> bool:
    """Whether a subject names a side that a voice does not speak for: "the Israeli army", said by another land's minister."""
    named = (a for a in group.actors if names_side(a, subject) and subject.tag != "PRP")
    return any(a.country is not None and side_of(a) not in sides for a in named)


def _named_with(group: Group, voice: Attribution) -> set[str]:
    """The sides that are named in the words for who speaks: "Colonel Omar Kor of the Northern Front"."""
    told = voice.speaker
    return {
        side_of(a) for a in group.actors if told is not None and told.start <= a.start < told.end and a.kind in PARTISAN
    }


def _pronouns(sentence: Sentence, voice: Attribution) -> frozenset[str]:
    """The pronouns by which whoever speaks is meant in what is told of their words; a band may have the name of a man."""
    if not any(actor.kind == "person" for actor in voice.voices):
        return IMPERSONAL
    told = sentence.words_in(voice.speaker)
    before = (word for word in sentence.words if told and word.i == told[0].i - 1)
    band = any(word.lemma in load_acts().bands for word in (*before, *told))
    return PERSONAL | IMPERSONAL if band else PERSONAL


def _none_of_it(words: tuple[Word, ...], verb: Word) -> bool:
    """Whether something is ruled out: "there will be no attack"."""
    return any(w.lower == "no" for w in under(words, verb)) and words[-1].text != "?"


def owns_up(group: Group) -> bool:
    """Whether those who speak say that a blow was their own: "the group said it was behind the raid"."""
    head, voice = group.head, group.voice
    if head is None or voice is None or head.negated or not any(f.type in VIOLENT for f in group.frames):
        return False
    words = group.sentence.words
    subjects = dependents(words, words[head.head], "nsubj")
    return head.type == "accusation" and not voice.direct and any(w.lower in ("it", "they") for w in subjects)
