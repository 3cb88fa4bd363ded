"""What goes with the saying of a sentence: a question answered with a yes or a no, a hope or a fear told in the same breath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.find.notes import Sentence, Word
from dateline.find.voices.said import Said
from dateline.model import Attribution, Stance
from dateline.words.mood import load_acts
from dateline.words.speech import load_speech

__all__ = ["answered", "shared"]

MARKS = ("if", "whether")
REPEATED = ("PRP", "VBZ", "VBP", "VBD", "MD", "RB", "EX", ",", ".", "``", "''", ":", '"')
"""Tags of an answer that only repeats the verb of the question: "he is", "they had not"."""


def answered(sentence: Sentence, told: Sequence[tuple[Said, Attribution]]) -> list[tuple[Said, Attribution]]:
    """The sayings of a sentence, with the words of a question given to whoever answers it with a yes, or a no: "Asked
    whether the army had left, the mayor said: “Yes.”".
    """
    replies = [attribution for saying, attribution in told if not saying.asked and attribution.voices]
    if not replies or not any(saying.asked for saying, _ in told):
        return list(told)
    reply = replies[0]
    yes = _yes(sentence.words_in(reply.content))
    return [
        (saying, replace(attribution, voices=reply.voices, stance=_stance(sentence, attribution, yes)))
        if saying.asked and yes is not None and _closed(sentence.words_in(attribution.content))
        else (saying, attribution)
        for saying, attribution in told
    ]


def _stance(sentence: Sentence, asked: Attribution, yes: bool) -> Stance:
    """What an answer does: who says no denies, but for what one knows or thinks."""
    mind = load_acts().mind
    verb = next((w for w in sentence.words_in(asked.content) if w.tag in FINITE and w.dep != "aux"), None)
    return "asserts" if yes or (verb is not None and verb.lemma in mind) else "denies"


FINITE = ("VBD", "VBZ", "VBP", "VBN")


def shared(sentence: Sentence, told: Sequence[tuple[Said, Attribution]]) -> list[tuple[Said, Attribution]]:
    """The sayings of a sentence, with what somebody hopes or fears by their own words given to them: "said he would stay
    but hoped for rain", "he said, fearing a flood". What the outlet alone tells of a mind stays nobody's word.
    """
    return [
        (saying, replace(attribution, voices=voice.voices))
        if not attribution.voices and not saying.asked and (voice := _beside(sentence, saying, told)) is not None
        else (saying, attribution)
        for saying, attribution in told
    ]


def _beside(sentence: Sentence, mind: Said, told: Sequence[tuple[Said, Attribution]]) -> Attribution | None:
    """The saying that a state of mind is joined to, by the same subject or by a pronoun for it."""
    words = sentence.words
    verb = words[mind.at]
    if mind.speaker_head is None:
        return None
    if words[mind.speaker_head].tag == "PRP$":
        heard = (attribution for saying, attribution in told if saying.vouches and saying.at < mind.speaker_head)
        return next((attribution for attribution in heard if attribution.voices), None)
    if verb.dep not in JOINED:
        return None
    for saying, attribution in told:
        same = mind.speaker_head == saying.speaker_head
        beside = same or (verb.head == saying.at and words[mind.speaker_head].tag == "PRP")
        if saying.vouches and attribution.voices and not mind.vouches and beside and saying.at < mind.at:
            return attribution
    return None


JOINED = ("conj", "advcl")


def _closed(asked: Sequence[Word]) -> bool:
    """Whether a question can be answered with a yes or a no."""
    return bool(asked) and asked[0].lower in MARKS


def _yes(answer: Sequence[Word]) -> bool | None:
    """Whether an answer says yes, or no; None where it says something of its own."""
    speech = load_speech()
    spoken = [word for word in answer if word.text[:1].isalnum()]
    if not spoken:
        return None
    if spoken[0].lower in speech.assent:
        return True
    if spoken[0].lower in speech.dissent:
        return False
    if len(spoken) > 1 and spoken[0].tag == "PRP" and all(word.tag in REPEATED and _helps(word) for word in answer):
        return not any(word.dep == "neg" for word in spoken)
    return None


def _helps(word: Word) -> bool:
    """Whether a word is no verb, or one that only helps another."""
    return not word.tag.startswith("V") or word.lemma in ("be", "do", "have")
