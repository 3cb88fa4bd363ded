"""Who speaks for a side: whose word binds one, and which side that is."""

from __future__ import annotations

from dateline.find.notes import Sentence, Word
from dateline.model import Actor, Attribution, Party
from dateline.phenomena import words_of
from dateline.words.kinds import PARTISAN
from dateline.words.mood import load_acts
from dateline.words.speech import load_speech

__all__ = ["against", "bases", "binding", "binds", "bystander", "names_side", "official", "partial", "side_of"]


def official(actor: Actor) -> bool:
    """Whether a voice can bind a side: persons in office are often named without the state they serve, bands by what they are."""
    return actor.kind in (*PARTISAN, "person") or (actor.kind == "other" and _band(actor)) or _allied(actor)


def _allied(actor: Actor) -> bool:
    """Whether somebody is an alliance of states that fights: its word binds a side, and its planes are its own."""
    return actor.kind == "intergovernmental" and actor.name in load_acts().alliances


def _band(actor: Actor) -> bool:
    """Whether somebody is told as a band that acts for itself: "the group", "the rebel alliance"; an aid group is none."""
    acts, words = load_acts(), actor.text.lower().split()
    return len(words) > 0 and words[-1] in acts.bands and acts.serving.isdisjoint(words)


def partial(actor: Actor) -> bool:
    """Whether a voice stands for a side that is known: a state, its arms, an armed group, an opposition, or someone in office."""
    known = actor.kind in ("person", "other") and actor.country is not None
    return actor.kind in PARTISAN or known or _allied(actor)


def binding(actor: Actor) -> bool:
    """Whether a voice stands for a side, though it be told by the office alone: "a rebel spokesman said"."""
    return partial(actor) or (actor.kind in ("person", "other") and _in_office(actor))


def bystander(actor: Actor) -> bool:
    """Whether a voice stands for no side and has no name: "analysts", "a lawyer", "a travel notice"."""
    return not binding(actor) and actor.kind in ("person", "other", "civilians", "media") and actor.name.islower()


def _in_office(actor: Actor) -> bool:
    """Whether the words for somebody tell their side: "the president", "a rebel spokesman"; "an opposition activist" has none."""
    acts, words = load_acts(), actor.text.lower().replace("-", " ").split()
    held = {w for text in (actor.text, actor.name) for w in bases(text)}
    return not held.isdisjoint(acts.offices) or (
        not acts.factions.isdisjoint(words) and not held.isdisjoint(load_speech().offices)
    )


def bases(text: str) -> tuple[str, ...]:
    """The last of some words in small letters, as it stands and without its plural."""
    return (last := text.lower().rsplit(None, 1)[-1], last.removesuffix("s")) if text.strip() else ()


def against(actor: Actor | Party) -> bool:
    """Whether somebody stands against the state of his or her country: "an opposition source", "a rebel spokesman"."""
    words = f"{actor.name} {actor.text}".lower().replace("-", " ").split()
    return not words_of("opposed").isdisjoint(words)


def side_of(actor: Actor | Party) -> str:
    """The side an actor stands on: a state's arms are its own, an armed group or an opposition stands for itself."""
    return actor.country if actor.country and actor.kind in ("state", "military", "person") else actor.name


def names_side(actor: Actor, word: Word) -> bool:
    """Whether a word names a side to the conflict."""
    return actor.kind in PARTISAN and actor.start <= word.start < actor.end


def binds(sentence: Sentence, voice: Attribution) -> bool:
    """Whether who speaks stands for a side, by name or by the office told beside it: "army spokesman Omar Kor"."""
    if any(map(binding, voice.voices)):
        return True
    told = sentence.words_in(voice.speaker) if voice.speaker is not None and len(voice.voices) == 1 else []
    acts, words = load_acts(), {word.lower for word in told}
    return not words.isdisjoint(acts.factions) and not words.isdisjoint(load_speech().offices)
