"""The times of what is said: whether a time tells when a thing was said, and the day on which a claim was."""

from __future__ import annotations

import re
from typing import Final

from dateline.find.notes import Notes, Sentence
from dateline.find.sentences.distance import within, word_at
from dateline.find.setting.days import ahead_of, one_day
from dateline.model import Attribution, Claim, Place, Span, Time
from dateline.words.recall import load_recall

__all__ = ["covering", "day_of_saying", "hangs_on", "of_saying", "said_besides"]


def covering(notes: Notes, sentence: Sentence, claim: Claim) -> list[Attribution]:
    """The attributions of a sentence whose content holds the act of a claim."""
    own = Span(claim.trigger.start, claim.trigger.end)
    return [said for said in within(notes.attributions, sentence.span) if said.content.overlaps(own)]


def of_saying(notes: Notes, sentence: Sentence, time: Time, claim: Claim) -> bool:
    """Whether a time tells when a thing was said: it stands beside what an attribution covers, or hangs on its cue."""
    if not one_day(time) or _of_act(sentence, time, claim):
        return False
    return any(
        _beside(said, time) or hangs_on(sentence, time, said.cue)
        for said in covering(notes, sentence, claim)
        if _is_said(notes.report.text, said.cue) and not _closed(notes.report.text, said, time)
    )


def _is_said(text: str, cue: Span) -> bool:
    """Whether a cue tells of a saying, which has a day of its own; "reportedly" does not."""
    return not text[cue.start : cue.end].endswith("ly")


def _of_act(sentence: Sentence, time: Time, claim: Claim) -> bool:
    """Whether a time hangs on the noun of the act, or of the blow that the act is of: "the abduction last Friday", "Friday's raid"."""
    at = word_at(sentence, time)
    if at is None or sentence.words[at].dep not in NAMING:
        return False
    noun = sentence.words[sentence.words[at].head]
    own = claim.trigger.start <= noun.start < claim.trigger.end
    return noun.tag.startswith("NN") and (own or (noun.tag == "NN" and noun.lemma in load_recall().blows))


NAMING: Final = frozenset({"poss", "npadvmod", "nmod", "compound"})
"""How a time hangs on the noun that it dates."""


def day_of_saying(notes: Notes, claim: Claim, sentence: Sentence) -> Time | None:
    """The one day on which a claim was said, where its sentence tells it beside what is said."""
    told, others = covering(notes, sentence, claim), said_besides(notes, sentence, claim)
    return next(
        (
            time
            for time in within(notes.times, sentence.span)
            if time.end <= sentence.end and one_day(time) and not ahead_of(notes, time)
            if not any(other.start <= time.start < other.end for other in others)
            if not _of_act(sentence, time, claim)
            if any(
                _is_said(notes.report.text, s.cue)
                and not _closed(notes.report.text, s, time)
                and (_beside(s, time) or hangs_on(sentence, time, s.cue))
                for s in told
            )
        ),
        None,
    )


def said_besides(notes: Notes, sentence: Sentence, claim: Claim) -> list[Span]:
    """What is said in a sentence beside the words that a claim tells: "said …, adding that …"."""
    said = [one.content for one in within(notes.attributions, sentence.span)]
    own = [content for content in said if content.overlaps(claim.trigger)]
    return [other for other in said if own and not any(other.overlaps(content) for content in own)]


def hangs_on(sentence: Sentence, time: Time | Place, cue: Span, steps: int = 2) -> bool:
    """Whether a time or a place hangs on a cue within so many words, and not on the verb of what is said."""
    at, verb = word_at(sentence, time), word_at(sentence, cue)
    if at is None or verb is None:
        return False
    word = sentence.words[at]
    for _ in range(steps):
        if word.dep == "ccomp":
            return False
        if word.head == verb:
            return True
        word = sentence.words[word.head]
    return False


def _beside(said: Attribution, time: Time) -> bool:
    return not (said.content.start <= time.start and time.end <= said.content.end)


def _closed(text: str, said: Attribution, time: Time) -> bool:
    """Whether a time closes what is said, with a comma or a quote before the cue: "was killed Monday, the army said"."""
    return said.content.start <= time.start and CLOSES.match(text, time.end, said.cue.start) is not None


CLOSES: Final = re.compile(r"[.]?(?:,[\"\u201d']?|[\"\u201d])\s")
