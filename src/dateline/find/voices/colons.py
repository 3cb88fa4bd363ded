"""Words given to someone by a colon: transcripts, headlines ("Ferry lost: coastguard"), and quotations after a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.quotes import quotes
from dateline.model import Actor, Attribution, Span
from dateline.text import trim
from dateline.words.speech import load_speech

__all__ = ["headed"]

QUOTES = ('"', "''", "``", "'")
MARKS = (":", "-", "--", "–", "—")


def headed(notes: Notes, number: int, told: Sequence[Actor]) -> Iterator[Attribution]:
    """What a sentence, counted from 0, gives to a name by a colon; `told` are its actors."""
    sentence = notes.sentences[number]
    words = sentence.words
    colon = next((word for word in words if word.text == ":"), None)
    gathered = _gathered(notes, number, colon, told) if colon is not None else None
    if gathered is not None:
        yield gathered
        return
    if colon is None or colon.i + 2 >= len(words) or _closed(words, colon, told):
        yield from _signed(notes, sentence, told)
        return
    lead = words[1 : colon.i] if words[0].text in QUOTES else words[: colon.i]
    if not lead:
        return
    after = words[colon.i + 1]
    whole = Span(lead[0].start, lead[-1].end)
    speaker = next((a for a in told if a.end == whole.end), None)
    verbs = load_speech().verbs
    if any(word.lemma in verbs and word.tag in ("VBD", "VBZ", "VBP", "VBG") for word in lead):
        return
    if after.text in QUOTES and speaker is not None:
        yield _given(notes, Span(speaker.start, speaker.end), colon, _turn(notes, number, colon, long=True), speaker)
    elif (
        _heads(lead, speaker)
        and not _topic(sentence, speaker, told)
        and (after.text[:1].isupper() | after.text[:1].isdigit() | (after.text in QUOTES) or _small(sentence, speaker))
    ):
        known = speaker if speaker is not None and speaker.start <= whole.start else None
        yield _given(
            notes,
            whole,
            colon,
            _turn(notes, number, colon, long=notes.report.text[whole.start : whole.end].isupper()),
            known,
        )


def _gathered(notes: Notes, number: int, colon: Word, told: Sequence[Actor]) -> Attribution | None:
    """What a list of quotations gives to whoever its first line names: "Following are quotes from the mayor's speech:"."""
    words, speech = notes.sentences[number].words, load_speech()
    noun = next((w for w in words[: colon.i] if w.lemma in speech.gathered), None)
    who = next((a for a in told if noun is not None and noun.end < a.start and a.end <= colon.start), None)
    if noun is None or who is None or words[noun.i + 1].lower not in ("from", "by", "of"):
        return None
    said, end = quotes(notes), notes.sentences[number].end
    for later in notes.sentences[number + 1 : number + LISTED]:
        quoted = any(q.start < later.end and later.start < q.end for q in said)
        if not quoted:
            break
        end = later.end
    content = trim(notes.report.text, Span(colon.end, end))
    if not any(q.start < content.end and content.start < q.end for q in said):
        return None
    mark = Span(noun.start, noun.end)
    start = min(mark.start, who.start)
    return Attribution(
        start,
        content.end,
        notes.report.text[start : content.end],
        Span(who.start, who.end),
        mark,
        content,
        True,
        (who,),
    )


LISTED = 60
"""Sentences of the longest list of quotations."""


def _closed(words: Sequence[Word], colon: Word, told: Sequence[Actor]) -> bool:
    """Whether nothing but a name follows the colon: "Ferry lost: coastguard"."""
    return bool(told) and told[-1].start == words[colon.i + 1].start and told[-1].end >= words[-1].start


def _heads(lead: Sequence[Word], known: Actor | None) -> bool:
    """Whether words before a colon can be a speaker's name, or a paper's ("Poll"), and no rubric ("CORRECTION"); `known`
    is the actor that they end with.
    """
    speech = load_speech()
    if lead[-1].lower in speech.rubrics:
        return False
    if len(lead) == 1 and (lead[0].lower in speech.papers or lead[0].lemma in speech.collective):
        return True
    if known is not None and known.start <= lead[0].start and len(lead) < LONGEST:
        return True
    return len(lead) < 5 and all(
        word.text[:1].isupper() and (word.text.isupper() or word.tag in ("NNP", "NNPS", "NN", "JJ", "VBG"))
        for word in lead
    )


def _topic(sentence: Sentence, known: Actor | None, told: Sequence[Actor]) -> bool:
    """Whether a land's name before a colon tells what a paragraph is about: it speaks only at the head of a page, of
    another land.
    """
    if known is None or known.id is None or not known.id.startswith("iso:"):
        return False
    if not known.text.isupper() and known.text.lower() != known.name.lower():
        return False  # a capital stands for its government
    abroad = any(a.country is not None and a.country != known.country for a in told)
    return sentence.block > HIGHEST or not abroad


def _small(sentence: Sentence, known: Actor | None) -> bool:
    """Whether a headline may go on in small letters after who says it: "Police: two held after raid"."""
    bodies = known is not None and known.kind in ("military", "state", "person", "ngo", "monitor", "intergovernmental")
    return bodies and sentence.block <= HIGHEST and sentence.words[-1].text != "."


HIGHEST = 2
"""The last paragraph that may be a headline."""

LONGEST = 7
"""Words of the longest speaker that a colon follows: "Libyan Red Crescent official: …"."""


def _signed(notes: Notes, sentence: Sentence, told: Sequence[Actor]) -> Iterator[Attribution]:
    """A headline that ends with a mark and who says so."""
    words = sentence.words
    if not told or sentence.block > 2 or told[-1].end != words[-1].end:
        return
    last = told[-1]
    mark = next((word for word in reversed(words) if word.end <= last.start), None)
    if (
        mark is not None
        and mark.text in MARKS
        and mark.i > 2
        and mark.start > words[mark.i - 1].end - (mark.text == ":")
    ):
        content = trim(notes.report.text, Span(sentence.start, mark.start))
        yield _given(notes, Span(last.start, last.end), mark, content, last)


def _turn(notes: Notes, number: int, colon: Word, *, long: bool) -> Span:
    """What follows the colon: the sentence, or the whole paragraph of a transcript or a quotation."""
    sentence = notes.sentences[number]
    end = sentence.end
    if long:
        for later in notes.sentences[number + 1 : number + 40]:
            if later.block != sentence.block:
                break
            end = later.end
    return trim(notes.report.text, Span(colon.end, end))


def _given(notes: Notes, speaker: Span, mark: Word, content: Span, who: Actor | None) -> Attribution:
    start, end = min(speaker.start, content.start), max(speaker.end, content.end)
    text = notes.report.text
    direct = text[content.start] in '"“'
    voices = (who,) if who is not None else ()
    return Attribution(start, end, text[start:end], speaker, Span(mark.start, mark.end), content, direct, voices)
