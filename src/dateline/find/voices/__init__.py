"""Who says what: sayings of each sentence, joined with quotations and with the actors behind the words.

From sentences and actors to who says what, on whose word, `Notes.attributions`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.clauses import FINITE, closes
from dateline.find.sentences.quotes import quotes
from dateline.find.sentences.tags import PROPER
from dateline.find.voices.again import sided
from dateline.find.voices.answers import answered, shared
from dateline.find.voices.behind import actors_in, channel_of, span_of, who_speaks
from dateline.find.voices.colons import headed
from dateline.find.voices.cues import sayings
from dateline.find.voices.said import Said
from dateline.find.voices.subjects import DAYS
from dateline.find.voices.turns import opened_by, turns
from dateline.model import Attribution, Span
from dateline.words.speech import load_speech

__all__ = ["voices"]

OURS = frozenset("I we We you You us Us".split())
"""Pronouns of whoever speaks, or is spoken to; "US" is a state."""

LOOSE = " \t\u00a0,;:.-–—"


def voices(notes: Notes) -> Notes:
    """Notes with who says what in the report, in order of the text."""
    speech = load_speech()
    said = quotes(notes)
    spoken = turns(notes)
    found: list[Attribution] = []
    for number, sentence in enumerate(notes.sentences):
        if not sentence.words:
            continue
        told: list[tuple[Said, Attribution]] = []
        turn = opened_by(spoken, sentence.span) if spoken else None
        for saying in sayings(sentence, speech, _named(notes, sentence)):
            named = turn is not None and sentence.words[saying.at].start < turn.content.start
            if not named and not _own(said, sentence, saying):
                attribution = _attribution(notes, sentence, saying, said, found)
                if attribution is not None:
                    told.append((saying, attribution))
        found.extend(_outer(_once(sentence, shared(sentence, answered(sentence, told)))))
        if turn is None:
            found.extend(headed(notes, number, actors_in(notes.actors, sentence.span)))
        elif turn.voices:
            found.append(turn)
    found = _free(_continued(notes, found, said), said)
    return replace(notes, attributions=tuple(sorted(found, key=lambda a: (a.start, a.end, a.content.start))))


def _attribution(
    notes: Notes, sentence: Sentence, saying: Said, said: Sequence[Span], before: Sequence[Attribution]
) -> Attribution | None:
    text = notes.report.text
    quote = _quote(said, sentence, saying) if saying.open else None
    content = span_of(sentence, saying.content)
    if saying.open and quote is None and saying.content is None and sentence.text.endswith(":"):
        content = _below(notes, sentence, said)
        quote = content if content is not None and text[content.start] in '"“' else None
    if quote is not None and (content is None or content.overlaps(quote)):
        content = Span(min(quote.start, content.start), max(quote.end, content.end)) if content is not None else quote
    elif content is None:
        return None
    content = _trimmed(text, content)
    if content is None:
        return None
    first, last = saying.cue
    cue = Span(sentence.words[min(first, saying.at)].start, sentence.words[last - 1].end)
    speaker = span_of(sentence, saying.speaker)
    spans = (cue, content) if speaker is None else (speaker, cue, content)
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    direct = quote is not None and quote.start - content.start < 8
    behind = who_speaks(notes, sentence, saying, before) if saying.vouches else ()
    behind = sided(notes, speaker, behind, before)
    via = channel_of(notes, sentence, saying)
    asked = sentence.words[saying.at].lemma == "ask" and direct and "?" in text[content.end - 2 : content.end + 1]
    stance = "asserts" if asked else saying.stance
    return Attribution(start, end, text[start:end], speaker, cue, content, direct, behind, via, stance)


def _below(notes: Notes, sentence: Sentence, said: Sequence[Span]) -> Span | None:
    """What stands below a sentence that ends with a colon: a quotation, else the next sentence's paragraph."""
    n = bisect_right(notes.sentences, sentence.start, key=lambda s: s.start)
    if n >= len(notes.sentences) or notes.sentences[n].block - sentence.block > 1:
        return None
    first = notes.sentences[n]
    quoted = next((q for q in _overlapping(said, first.start, first.end) if q.start == first.start), None)
    if quoted is not None:
        return quoted
    last = n
    while last + 1 < len(notes.sentences) and notes.sentences[last + 1].block == first.block:
        last += 1
    return Span(first.start, notes.sentences[last].end)


def _once(sentence: Sentence, told: Sequence[tuple[Said, Attribution]]) -> list[tuple[Said, Attribution]]:
    """The sayings of a sentence without those of a noun that another's cue holds, and by which nobody else vouches: the
    statement of "said in a statement that"."""
    cues = [(saying, range(*saying.cue)) for saying, _ in told]
    return [
        (saying, attribution)
        for saying, attribution in told
        if attribution.voices
        or not sentence.words[saying.at].tag.startswith("NN")
        or not any(other is not saying and saying.at in cue for other, cue in cues)
    ]


def _outer(told: Sequence[tuple[Said, Attribution]]) -> Iterator[Attribution]:
    """The attributions of a sentence that stand on their own, and those within another's words that hand a clause to
    a voice: what "the envoy says the army claims" makes of both. Beliefs and wishes within what someone says are theirs.
    """
    for saying, attribution in told:
        around = [
            other
            for _, other in told
            if other is not attribution and _inside(attribution, other) and not _inside(other, attribution)
        ]
        outlets = [voice for other in around for voice in other.voices]
        passed_on = {voice.kind for voice in outlets} == {"media"}
        if not around or (saying.vouches and attribution.voices and (saying.clause or passed_on)):
            via = outlets[0].name if passed_on and attribution.via is None else attribution.via
            yield replace(attribution, via=via)


def _inside(one: Attribution, other: Attribution) -> bool:
    return other.content.start <= one.start and one.end <= other.content.end


def _free(found: Sequence[Attribution], said: Sequence[Span]) -> list[Attribution]:
    """Without what lies within a quotation: those words are the quoted one's. Who is named outside of it speaks for
    himself: "the army “denied” it".
    """
    ordered = sorted(found, key=lambda a: (a.content.start, a.content.end))
    kept = []
    for attribution in found:
        n = bisect_right(ordered, attribution.start, key=lambda a: a.content.start)
        near = [other for other in ordered[max(0, n - AROUND) : n] if other is not attribution]
        quoted = _quoted(attribution, said)
        told = any(_holds(other, attribution) and other.content != attribution.content for other in near)
        if not quoted or (not told and _apart(attribution, said)):
            kept.append(attribution)
    return kept


def _holds(other: Attribution, attribution: Attribution) -> bool:
    """Whether what one says holds the cue of another, and is not held by it."""
    own = attribution.content.start <= other.cue.start < attribution.content.end
    within = other.content.start <= attribution.cue.start and attribution.cue.end <= other.content.end
    return within and (not own or _inside(attribution, other) or other.direct)


def _apart(attribution: Attribution, said: Sequence[Span]) -> bool:
    """Whether somebody vouches, or is named outside of the quotation that holds the cue."""
    speaker = attribution.speaker
    return speaker is not None and (len(attribution.voices) > 0 or not _covers(said, speaker))


AROUND = 4
"""How many sayings that begin before another one may hold it: few are nested deeper."""


def _own(said: Sequence[Span], sentence: Sentence, saying: Said) -> bool:
    """Whether a speaker only tells of themselves within a quotation ("I think", "we want")."""
    words = sentence.words
    first = saying.speaker_head is not None and words[saying.speaker_head].text in OURS
    if saying.vouches and not first:
        return False
    return any(q.start <= words[saying.at].start < q.end for q in _overlapping(said, sentence.start, sentence.end))


def _named(notes: Notes, sentence: Sentence) -> list[tuple[int, int]]:
    """The words of a sentence's actors, and of papers that speak for one ("the statement"), from first up to last."""
    words, papers = sentence.words, load_speech().papers
    starts = [word.start for word in words]
    actors = actors_in(notes.actors, sentence.span)
    named = [(bisect_right(starts, a.start) - 1, bisect_left(starts, a.end)) for a in actors]
    named += [(w.i - 1, w.i + 1) for w in words[1:] if w.lemma in papers and words[w.i - 1].lower == "the"]
    known = {i for first, last in named for i in range(first, last)}
    bodies = (w for w in words[2:-1] if w.tag == "NN" and w.lemma in load_speech().collective and w.i not in known)
    named += [(w.i - 1, w.i + 1) for w in bodies if words[w.i + 1].lemma == "say" and words[w.i - 2].lower == "the"]
    return sorted(named + _after_verbs(words, known) + _before_verbs(words, known))


def _after_verbs(words: Sequence[Word], known: set[int]) -> list[tuple[int, int]]:
    """Those who are named or described right after a verb of saying that closes a sentence, though no list knows them:
    "…, added the harbour master", "…, reported the Tern Post".
    """
    speech, found = load_speech(), []
    for verb in words[2:-1]:
        if verb.tag not in ("VBD", "VBZ") or verb.lemma not in speech.verbs or words[verb.i - 1].text not in SET_OFF:
            continue
        first = verb.i + 1 + (words[verb.i + 1].tag == "DT")
        last = first
        while last < len(words) and words[last].tag in NAMING:
            last += 1
        told = last > first and (last == len(words) or words[last].text in (".", ","))
        who = words[last - 1]
        speaks = who.tag in PROPER or who.lemma in speech.offices | speech.callings | speech.humans
        told = told and words[first].lower not in DAYS
        if told and speaks and not known & set(range(first, last)):
            found.append((first, last))
    return found


def _before_verbs(words: Sequence[Word], known: set[int]) -> list[tuple[int, int]]:
    """Who is named between a comma and a verb of saying that closes a sentence, though nothing else tells of them: "…, Omar
    Kor of the river guild said".
    """
    speech, found = load_speech(), []
    for verb in words[3:]:
        if (
            verb.tag not in ("VBD", "VBZ")
            or verb.lemma not in speech.verbs
            or not closes(words, verb, speech.verbs[verb.lemma])
        ):
            continue
        first = next((w.i + 1 for w in reversed(words[1 : verb.i - 1]) if w.text in SET_OFF), verb.i)
        last = first
        while last < verb.i and words[last].tag in (*PROPER, "HYPH"):
            last += 1
        named = last > first + 1 and (last == verb.i or words[last].tag == "IN")
        if named and not any(w.tag in FINITE for w in words[last : verb.i]) and not known & set(range(first, last)):
            found.append((first, last))
    return found


SET_OFF = (",", '"', "''", "?", "!")
NAMING = ("NNP", "NNPS", "NN", "JJ")
"""Tags of words that name or describe one who speaks."""


def _trimmed(text: str, span: Span) -> Span | None:
    """The content without blanks and stops at its ends; the stop before a closing quotation mark stays."""
    start, end = span.start, span.end
    while start < end and text[start] in LOOSE:
        start += 1
    while end > start and text[end - 1] in LOOSE:
        end -= 1
    return Span(start, end) if start < end else None


def _quote(said: Sequence[Span], sentence: Sentence, saying: Said) -> Span | None:
    """The quotation a saying hands on: one that shares its sentence and does not hold the cue itself."""
    verb = sentence.words[saying.at]
    near = [q for q in _overlapping(said, sentence.start, sentence.end) if not (q.start <= verb.start < q.end)]
    content = span_of(sentence, saying.content)
    if content is not None:
        touching = [q for q in near if q.overlaps(content)]
        if content.end <= verb.start and touching[1:]:
            touching = [q for q in touching if q.start < verb.start] or touching
        return Span(touching[0].start, touching[-1].end) if touching else None
    before = [q for q in near if q.end <= verb.start] or _just_before(said, sentence, saying)
    return before[-1] if before else near[0] if near else None


def _just_before(said: Sequence[Span], sentence: Sentence, saying: Said) -> Sequence[Span]:
    """The quotation that ends where a short sentence of saying starts: after "?" or "!" it is a sentence of its own."""
    n = bisect_right(said, sentence.start, key=lambda q: q.end) - 1
    return said[n : n + 1] if n >= 0 and sentence.start - said[n].end < 3 and saying.at < 12 else ()


def _overlapping(said: Sequence[Span], start: int, end: int) -> Sequence[Span]:
    first = bisect_right(said, start, key=lambda q: q.end)
    last = bisect_left(said, end, key=lambda q: q.start)
    return said[first:last]


def _continued(notes: Notes, found: list[Attribution], said: Sequence[Span]) -> list[Attribution]:
    """With the quotations that go on after someone's words and that no one else is given."""
    outside = [i for i, a in enumerate(found) if a.speaker is not None and not _quoted(a, said)]
    given = sorted((found[i].content.start, found[i].content.end) for i in outside)
    order = sorted(outside, key=lambda i: (found[i].end, -found[i].start))
    grown, at = list(found), -1
    for quote in said:
        while at + 1 < len(order) and found[order[at + 1]].end <= quote.start:
            at += 1
        n = bisect_right(given, (quote.start + 1, 0)) - 1
        taken = (n >= 0 and given[n][1] > quote.start) or (n + 1 < len(given) and given[n + 1][0] < quote.end)
        i = _quoting(notes, grown, order, at) if at >= 0 and not taken else -1
        if i >= 0 and _goes_on(notes, grown[i], quote):
            told = grown[i]
            start, end = told.start, max(told.end, quote.end)
            content = Span(told.content.start, quote.end)
            grown[i] = replace(told, content=content, end=end, text=notes.report.text[start:end])
    return grown


def _quoting(notes: Notes, grown: Sequence[Attribution], order: Sequence[int], at: int) -> int:
    """The number of whoever was quoted last in the sentence that the last words end, else of whoever said those: "“No,”
    said the mayor, who thinks it a trick. “Never.”".
    """
    last = grown[order[at]]
    number = partial(bisect_right, notes.sentences, key=lambda sentence: sentence.start)
    for i in (order[k] for k in range(at, max(-1, at - ASIDES), -1)):
        if number(grown[i].cue.start) != number(last.cue.start):
            break
        if grown[i].direct:
            return i
    return order[at]


ASIDES = 4
"""How many sayings back whoever is quoted is sought: asides about the speaker are few."""


def _quoted(attribution: Attribution, said: Sequence[Span]) -> bool:
    """Whether an attribution is itself part of a quotation."""
    return _covers(said, attribution.cue)


def _covers(said: Sequence[Span], span: Span) -> bool:
    """Whether a quotation holds where a span starts."""
    return any(q.start <= span.start < q.end for q in _overlapping(said, span.start, span.end))


def _goes_on(notes: Notes, told: Attribution, quote: Span) -> bool:
    """Whether a quotation follows on from what was told: in the same sentence after the cue, or opening the next one,
    which may open the next paragraph.
    """
    number = partial(bisect_right, notes.sentences, key=lambda sentence: sentence.start)
    here, there = number(quote.start) - 1, number(told.end - 1) - 1
    sentence, before = notes.sentences[here], notes.sentences[there]
    if here == there:
        between = notes.report.text[told.end : quote.start].strip(LOOSE)
        return told.content.end <= told.cue.start and len(between) < NEARBY
    led = all(word.tag in LEADS for word in sentence.words_in(Span(sentence.start, quote.start)))
    return here - there == 1 and sentence.block - before.block < 2 and led and quote.start - sentence.start < NEARBY


LEADS = ("CC", "RB", "IN", ",", "``", "''")
"""Tags of what may lead into a quotation that goes on: "But lately “…”"."""

NEARBY = 40
"""How many characters may part a cue from the rest of the quotation it stands in ("said last month in Oslo")."""
