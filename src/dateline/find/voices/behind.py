"""Who is behind a speaker's words: an actor named, described or meant by a pronoun, whoever made a paper; and the channel."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.clauses import extent, object_of
from dateline.find.sentences.dependents import dependent, dependents, has_dependent
from dateline.find.sentences.tags import PROPER
from dateline.find.voices.again import heard_again
from dateline.find.voices.said import Said
from dateline.find.voices.subjects import DAYS
from dateline.model import Actor, Attribution, Span
from dateline.phenomena import words_of
from dateline.words.mood import load_acts
from dateline.words.speech import load_speech

__all__ = ["actors_in", "channel_of", "span_of", "who_speaks"]


def who_speaks(notes: Notes, sentence: Sentence, saying: Said, before: Sequence[Attribution]) -> tuple[Actor, ...]:
    """The actors behind the speaker's words; whoever only prints them is an outlet, whatever else the name may be of."""
    voices = _speakers(notes, sentence, saying, before)
    prints = saying.speaker_head is not None and _prints(sentence.words, saying, sentence.words[saying.speaker_head])
    return tuple(map(_outlet, voices)) if prints else voices


def _speakers(notes: Notes, sentence: Sentence, saying: Said, before: Sequence[Attribution]) -> tuple[Actor, ...]:
    if saying.speaker is None or saying.speaker_head is None:
        return ()
    words = sentence.words
    head, span = words[saying.speaker_head], span_of(sentence, saying.speaker)
    if span is None or head.lower == "nobody" or any(w.lower in ("no", "neither") for w in dependents(words, head)):
        return ()
    if head.tag in ("WP", "WDT") and words[saying.at].dep == "relcl":
        head = words[words[saying.at].head]
        span = Span(min(head.start, span.start), span.end)
    if head.lemma in load_speech().papers and head.tag == "NN":
        return _of_paper(notes, sentence, saying, head, span) or _again(
            sentence, words[saying.speaker[0]], span, before
        )
    told = _told(notes, span)
    one = _titled(sentence, head, span, told) or _named_last(notes, sentence, head, span)
    one = one or _agency(notes, sentence, head, span)
    if one is not None:
        return (one,)
    heard = heard_again(notes, sentence, head, span, before)
    if heard:
        return heard
    heads = _heads(words, head, saying)
    speaking = _once([a for a in told if any(a.start <= words[h].start < a.end for h in heads)])
    speaking = [a for a in speaking if not _ends_name(words, head, a) and not _only_quoted(notes, sentence, head, a)]
    speaking = [a for a in speaking if head.lower != "they" or not _only_told(notes, a, before)]
    if head.lemma == "side" and told and told[-1].kind in ("state", "armed_group") and told[-1].end <= head.start:
        return (told[-1],)
    called = _called(notes, sentence, head, span, told)
    if called is not None:
        return (called,)
    if speaking:
        return tuple({a.name: a for a in speaking}.values())
    if told and (_some_of(words, head) or _owned_paper(words, head, told[0])):
        return tuple(told[:1])
    speaks = saying.human or head.lemma in load_speech().collective
    if head.tag.startswith("NNP") or (head.tag in ("NN", "NNS") and speaks):
        return (_described(notes, sentence, head, span),)
    return ()


def _prints(words: Sequence[Word], saying: Said, head: Word) -> bool:
    """Whether a name follows a verb by which papers tell: "the mill burned, reports The Tern"."""
    verb = words[saying.at]
    return verb.lemma == "report" and verb.i < head.i and head.tag in PROPER


def _outlet(actor: Actor) -> Actor:
    """Whoever tells so, as an outlet where no list knows them and no title stands before their name."""
    bare = actor.text.lower().removeprefix("the ") == actor.name.lower()
    unknown = actor.kind in ("person", "other") and actor.id is None
    return replace(actor, kind="media") if bare and unknown else actor


def _ends_name(words: Sequence[Word], head: Word, actor: Actor) -> bool:
    """Whether a capital only ends the name of a body: "Task Force Baghdad" is no state."""
    led = (w for w in dependents(words, head, "compound") if w.tag in PROPER)
    return actor.kind == "state" and actor.start == head.start and any(w.end <= actor.start for w in led)


def _only_quoted(notes: Notes, sentence: Sentence, he: Word, actor: Actor) -> bool:
    """Whether "he" behind a quotation, or at the end of what is said, would be somebody whom only those words name: "“We will
    catch Omar Kor,” he said", "Omar Kor was hurt, he added"."""
    before = sentence.words[max(0, he.i - 2) : he.i]
    trails = bool(before) and before[-1].text == "," and len(sentence.words) - he.i <= TRAILING
    if he.lower not in ("he", "she") or not (trails or any(w.text in CLOSED for w in before)):
        return False
    named = [a for a in actors_in(notes.actors, Span(sentence.start, he.start)) if a.name == actor.name]
    earlier = any(
        a.name == actor.name for a in actors_in(notes.actors, Span(max(0, sentence.start - NEAR), sentence.start))
    )
    return bool(named) and not earlier


def _only_told(notes: Notes, they: Actor, before: Sequence[Attribution]) -> bool:
    """Whether "they" would be those whom nobody but the one heard last has named: "the miller said raiders came. They said …"."""
    named = [a for a in notes.actors if a.name == they.name and a.end <= they.start]
    return (
        bool(before)
        and bool(named)
        and all(before[-1].content.start <= a.start < before[-1].content.end for a in named)
    )


CLOSED = ('"', "''", "”")
TRAILING = 4
"""Words from a pronoun to the end of a sentence that "…, he said" closes."""
NEAR = 200
"""How far before a quotation whoever says it was named."""


def _told(notes: Notes, span: Span) -> list[Actor]:
    """The actors named within some words."""
    return [a for a in actors_in(notes.actors, span) if a.end <= span.end]


def _of_paper(notes: Notes, sentence: Sentence, saying: Said, paper: Word, span: Span) -> tuple[Actor, ...]:
    """Who made the paper that tells it: "a statement by the guild"."""
    return _makers(notes, sentence, _told(notes, span)) or _maker(notes, sentence, paper, span)


def _again(sentence: Sentence, first: Word, span: Span, before: Sequence[Attribution]) -> tuple[Actor, ...]:
    """Who spoke last, where a paper without a maker is told to be theirs: "the statement", "a statement from his office"."""
    own = first.lower in ("the", "it") or any(w.lower in ("his", "her") for w in sentence.words_in(span))
    return next((a.voices for a in reversed(before) if a.voices), ()) if own else ()


def _some_of(words: Sequence[Word], head: Word) -> bool:
    """Whether only some of those speak who are named behind: "two of the guards"."""
    some = head.tag in ("CD", "DT") or head.lower in PARTS
    return some and any(w.lower in ("of", "among", "from", "in") for w in dependents(words, head))


def _owned_paper(words: Sequence[Word], papers: Word, owner: Actor) -> bool:
    """Whether somebody stands right before papers and made them: "UN estimates"; not who only reads the "local news reports"."""
    below = dependents(words, papers)
    printed = any(w.lemma in ("news", "media", "press") for w in below) and owner.kind != "media"
    below += [child for w in below if w.lower in ("by", "from", "of") for child in dependents(words, w)]
    owned = any(owner.start <= w.start < owner.end for w in below)
    return papers.lemma in load_speech().papers and owned and not printed


def _titled(sentence: Sentence, head: Word, span: Span, told: Sequence[Actor]) -> Actor | None:
    """Who is named after what they are, set off by commas: "Acting Director, River Police, Colonel Omar Kor, said"."""
    last = told[-1] if told else None
    if last is None or last.kind != "person" or last.start <= head.start or not NAMED.search(last.text):
        return None
    after = span.end - last.end <= 1
    before = [w for w in sentence.words_in(Span(span.start, last.start)) if w.tag not in TITLES or w.text == ","]
    speech = load_speech()
    office = head.lower in speech.offices | speech.callings | speech.humans
    return last if after and office and before and before[-1].text == "," else None


def _named_last(notes: Notes, sentence: Sentence, head: Word, span: Span) -> Actor | None:
    """Who is named behind what they are, though the parse sets the name beside something else: "One of the mayor's sons,
    Omar", "A clerk of the river guild, Omar Kor".
    """
    words = sentence.words_in(span)
    last = next((k for k in range(len(words) - 1, -1, -1) if words[k].tag not in ("NNP", "NNPS")), len(words))
    if last + 1 >= len(words) or words[last].text != "," or words[last].i < head.i:
        return None
    start, end = words[last + 1].start, words[-1].end
    name, one = notes.report.text[start:end], head.lower == "one"
    known = next((a for a in actors_in(notes.actors, Span(start, end)) if a.start >= start), None)
    speech = load_speech()
    office = head.tag in ("NN", "NNP") and head.lower in speech.offices | speech.callings | speech.humans
    if known is not None:
        return known if one and known.end == end else None
    named = NAMED.match(name) is not None
    return Actor(start, end, name, name, kind="person") if one or (office and named) else None


NAMED = re.compile(r"[A-Z][\w'’-]+[ -]+(?:\S+ )*[A-Z]")
"""What a name of somebody looks like: two words or more in capitals."""

TITLES = ("NNP", "NNPS", ".")
"""Tags of what stands between a comma and a name: a rank, its stop."""


def _once(speaking: Sequence[Actor]) -> list[Actor]:
    """Who speaks, without what only tells again who that is: "Ana Diaz, the guild's envoy"."""
    people = [a for a in speaking if a.kind == "person" and not a.name.islower()]
    again = people and len(speaking) == 2 and speaking[1].name.islower() and speaking[1].kind in ("person", "other")
    return people[:1] if again and people[0] is speaking[0] else list(speaking)


def _called(notes: Notes, sentence: Sentence, head: Word, span: Span, told: Sequence[Actor]) -> Actor | None:
    """The armed group whose name stands behind what it is: "the rebel faction, Jaish al-Tern, said"."""
    words = sentence.words
    what = next((a for a in told if a.start <= head.start < a.end), None)
    if head.tag != "NN" or what is None or what.kind != "armed_group" or head.lemma not in load_acts().bands:
        return None
    named = next((w for w in dependents(words, head, "appos") if w.tag.startswith("NNP")), None)
    if named is None or not span.start <= named.start < span.end:
        return None
    known = next((a for a in told if a.start <= named.start < a.end), None)
    if known is not None:
        return known if known.kind == "armed_group" else None
    first, last = extent(sentence, named.i)
    start, end = words[first + (words[first].tag == "DT")].start, min(span.end, words[last - 1].end)
    name = notes.report.text[start:end].split(",")[0]
    return Actor(start, start + len(name), name, name, kind="armed_group", country=what.country)


def _agency(notes: Notes, sentence: Sentence, head: Word, span: Span) -> Actor | None:
    """The name of an agency or a paper that stands behind what it is, or opens with that: "the country's official news
    agency, SABA", "the Daily Tern".
    """
    words = sentence.words
    what = (
        head
        if head.lemma in load_speech().outlets
        else next((w for w in dependents(words, head) if w.lemma in load_speech().outlets), None)
    )
    if what is None or (what.text[:1].isupper() and any(a.start < what.start < a.end for a in _told(notes, span))):
        return None  # "Tern News Agency"
    names = [w for w in sentence.words_in(span) if w.i > what.i and w.tag in ("NNP", "NNPS")]
    if not names or not (head in names or any(w in names for w in dependents(words, what) if w.dep != "conj")):
        return None
    opens = what.text[:1].isupper() and names[0].i == what.i + 1
    start, end = what.start if opens else names[0].start, names[-1].end
    known = [a for a in actors_in(notes.actors, Span(start, end)) if a.start >= start and a.kind != "person"]
    name = notes.report.text[start:end]
    return known[0] if known else Actor(start, end, name, name, kind="media")


def _heads(words: Sequence[Word], head: Word, saying: Said) -> set[int]:
    """The main words of all who speak: those listed, or joined to the head, or who share it ("Turkish and Russian
    officials"); what somebody once was does not speak ("Ana Kor, a former rebel").
    """
    heads = {*saying.listed, head.i}
    if not saying.listed:
        told = (w for w in dependents(words, head, "appos") if not _once_was(words, w))
        heads |= {w.i for w in told} | _joined(words, head)
    led = dependents(words, head, *LED)
    shared = any(has_dependent(words, word, "conj") for word in led)
    return heads | {word.i for word in led} if shared else heads


def _once_was(words: Sequence[Word], noun: Word) -> bool:
    """Whether a noun tells what somebody is no more."""
    return any(w.lower in words_of("former") for w in dependents(words, noun, "amod"))


def _joined(words: Sequence[Word], head: Word) -> set[int]:
    """What is listed with a word: the parser hangs each of a list on the one before it."""
    found: set[int] = set()
    new = {w.i for w in dependents(words, head, "conj")}
    while new:
        found |= new
        new = {w.i for c in new for w in dependents(words, words[c], "conj")} - found
    return found


LED = ("amod", "nmod")
"""Relations by which a nationality stands before who has it."""


def _described(notes: Notes, sentence: Sentence, head: Word, span: Span) -> Actor:
    """An actor that no list knows, by the name set beside it, else as the words describe it."""
    named = dependent(sentence.words, head, "appos")
    if named is not None and named.tag.startswith("NNP") and not head.tag.startswith("NNP"):
        told = span_of(sentence, extent(sentence, named.i))
        name = notes.report.text[told.start : told.end].split(",")[0] if told is not None else ""
        if told is not None and " " in name and span.start <= told.start and told.end <= span.end:
            return Actor(told.start, told.start + len(name), name, name)
    text = notes.report.text[span.start : span.end]
    name = next((text[len(lead) :] for lead in ("The ", "the ", "A ", "a ") if text.startswith(lead)), text)
    name = RELATED.split(name.split(",")[0], maxsplit=1)[0].removesuffix(" himself").removesuffix(" herself")
    serves = SERVES.match(name) if head.tag in PROPER else None
    name = serves[1] if serves is not None else name
    outlet = load_speech().outlets
    beside = head.children if head.tag.startswith("NNP") else ()
    lemmas = {head.lemma, *(sentence.words[c].lemma for c in beside if sentence.words[c].dep != "prep")}
    one = serves is not None or (head.tag != "NNS" and not lemmas.isdisjoint(words_of("kin")))
    kind = "media" if not lemmas.isdisjoint(outlet) else "person" if one else "other"
    return Actor(span.start, span.end, text, name, kind=kind)


RELATED = re.compile(r"\s+(?:(?:who|that|which|whose|whom)\b|on [A-Z]\w+day\b)")
"""Where it begins what tells more of a described speaker, or when they spoke."""


SERVES = re.compile(r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+) (?:from|at|with|of (?:the|an?) (?=[a-z]))")
"""A name of somebody with what tells whom they are of: "Omar Kor from the river guild"."""


def _carries(sentence: Sentence, actor: Actor) -> bool:
    """Whether an actor only passes a paper on: "the statement carried by state news agency Interfax"."""
    words = sentence.words
    at = next((w.i for w in words if w.start >= actor.start), 0)
    by = next((i for i in range(at - 1, max(0, at - 6), -1) if words[i].lower in ("by", "on")), 0)
    return actor.kind == "media" and by > 0 and words[by - 1].lemma in load_speech().carrying


def _makers(notes: Notes, sentence: Sentence, told: Sequence[Actor]) -> tuple[Actor, ...]:
    """Who made a paper together: the first who is named, and those joined with them; not who only carries it."""
    made = [actor for actor in told if not _carries(sentence, actor)]
    first = made[:1]
    for one, other in pairwise(made):
        if notes.report.text[one.end : other.start].strip() not in ("and", "and the") or other.name == one.name:
            break
        first.append(other)
    return tuple(first)


def _maker(notes: Notes, sentence: Sentence, paper: Word, span: Span) -> tuple[Actor, ...]:
    """The body that a paper is by, though no list knows it: "a report released by the Tern Institute"."""
    words = sentence.words
    for by in (w for w in sentence.words_in(span) if w.lower in ("by", "from", "of") and w.i > paper.i):
        at, passed = object_of(words, by), words[by.i - 1].lemma in load_speech().carrying
        if by.lower == "of" and not (at is not None and words[at].text.isupper()):
            continue
        if at is not None and words[at].tag in ("NNP", "NNPS") and not passed:
            first, last = extent(sentence, at)
            start, end = words[first + (words[first].lower == "the")].start, min(span.end, words[last - 1].end)
            name = notes.report.text[start:end]
            return (Actor(start, end, name, name.split(",")[0]),)
        own = at is not None and any(w.lower in ("his", "her") for w in dependents(words, words[at]))
        if (
            at is not None
            and words[at].tag == "NN"
            and words[at].lemma in load_speech().collective
            and not (own or passed)
        ):
            start, end = words[extent(sentence, at)[0]].start, words[at].end
            text = notes.report.text[start:end]
            return (Actor(start, end, text, LED_BY.sub("", text)),)
    return ()


LED_BY = re.compile(r"^(?:the|an?|its|their|his|her)\s+", re.IGNORECASE)
"""What opens the words for a body that no name is told of."""


PARTS = frozenset(
    "one some many several most few both all each none member members number dozens hundreds group team handful pair couple majority".split()
)
"""Heads that tell how many of those named after "of" speak."""


def channel_of(notes: Notes, sentence: Sentence, saying: Said) -> str | None:
    """The agency or station the words came through."""
    if saying.channel is None:
        span = span_of(sentence, saying.speaker)
        told = actors_in(notes.actors, span) if span is not None else []
        return next((a.name for a in reversed(told) if _carries(sentence, a)), None)
    at = sentence.words[saying.channel].start
    if sentence.words[saying.channel].lemma in load_speech().onlookers:
        return None
    near = [a for a in actors_in(notes.actors, Span(at, at + 1)) if a.start <= at < a.end]
    if any(a.kind == "media" for a in near):
        return next(a.name for a in near if a.kind == "media")
    return _unlisted(notes, sentence, saying.channel) if not near else None


def _unlisted(notes: Notes, sentence: Sentence, channel: int) -> str | None:
    """An outlet that no list knows: the report's own, or one by its name ("told the Tern Tribune")."""
    words = sentence.words
    first = last = channel
    while first > 0 and words[first - 1].tag in ("NNP", "NNPS"):
        first -= 1
    while last + 1 < len(words) and words[last + 1].tag in ("NNP", "NNPS") and words[last + 1].lower not in DAYS:
        last += 1
    name = notes.report.text[words[first].start : words[last].end]
    own = notes.report.outlet is not None and name == notes.report.outlet.removeprefix("The ")
    named = words[channel].tag in ("NNP", "NNPS") and any(
        w.lower in load_speech().mastheads for w in words[first : last + 1]
    )
    return notes.report.outlet if own else name if named else None


def actors_in(actors: Sequence[Actor], span: Span) -> list[Actor]:
    first = bisect_left(actors, span.start, key=lambda a: a.start)
    last = bisect_left(actors, span.end, key=lambda a: a.start)
    return (
        list(actors[max(0, first - 1) : last])
        if first and actors[first - 1].end > span.start
        else list(actors[first:last])
    )


def span_of(sentence: Sentence, told: tuple[int, int] | None) -> Span | None:
    if told is None or told[0] >= told[1]:
        return None
    return Span(sentence.words[told[0]].start, sentence.words[told[1] - 1].end)
