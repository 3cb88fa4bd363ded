"""Words of saying in one parsed sentence: the cue, whose words they are, and what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.clauses import (
    FINITE,
    NOISES,
    VERBAL,
    extent,
    is_carried,
    is_infinitive,
    is_passive,
    object_of,
    opening,
)
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.sentences.tags import NOUNS, SUBJECTS, TENSED
from dateline.find.voices.contents import ASKS, content_of, own_words, related, rest, retold
from dateline.find.voices.headlines import headline, verb_of_headline
from dateline.find.voices.mute import held_by_nobody, is_act, is_mute, of_name
from dateline.find.voices.nominal import LIGHTEST, idiom, issued, of_adjective, of_noun
from dateline.find.voices.said import Said
from dateline.find.voices.sources import according, accounted
from dateline.find.voices.speakers import (
    beside,
    beyond,
    closed_by,
    closing,
    fellows,
    following,
    inserted,
    speaker_of,
    told_to,
)
from dateline.find.voices.subjects import subject_of, verbless
from dateline.model import Stance
from dateline.words.speech import Cue, Speech, load_speech

__all__ = ["sayings"]


TOPICS = ("about", "on", "over")
"""What a question follows that is only put, and asks for nothing: "asked the mayor about the dam"."""

SAYS = ("say", "add", "tell")

DEEDS = ("accuses", "denies")
"""What is told by such a verb is a saying of its own within another's words, clause or not."""


STATES = ("acomp", "oprd", "advcl")
"""Relations by which an adjective tells the state somebody is in."""


def sayings(sentence: Sentence, speech: Speech, named: Sequence[tuple[int, int]]) -> Iterator[Said]:
    """The sayings of a sentence, in order of their cues; `named` are the words of its actors."""
    words = sentence.words
    for word in words:
        if word.lower == "according":
            yield from according(sentence, word)
        elif word.tag.startswith("VB") and not of_name(words, word):
            cue = _phrasal(words, word, speech) or speech.verbs.get(word.lemma)
            phrase = idiom(sentence, word, speech)
            if phrase is not None:
                yield phrase
            elif cue is not None:
                yield from _verb(sentence, word, cue, speech, named)
            elif word.tag == "VBN" and word.lower in speech.adjectives and is_passive(words, word):
                yield from of_adjective(sentence, word, speech)
        elif word.lower in speech.adjectives and _stands(words, word):
            yield from of_adjective(sentence, word, speech)
        elif word.dep == "prep" and word.lower in ("in", "by"):
            yield from accounted(sentence, word, speech)
        elif word.tag in NOUNS and (cue := verb_of_headline(words, word, speech)) is not None:
            yield from headline(sentence, word, cue)
        elif word.tag in ("NN", "NNS"):
            yield from of_noun(sentence, word, speech)
        elif word.tag == "RB" and word.lower in speech.adverbs and words[word.head].tag.startswith("V"):
            content, stance = extent(sentence, word.head), speech.adverbs[word.lower]
            yield Said(word.i, (word.i, word.i + 1), None, None, content, stance, False, False)


def _stands(words: Sequence[Word], word: Word) -> bool:
    """Whether an adjective tells the state of somebody: after a verb, joined to one that does, or right behind a noun."""
    above = words[word.head]
    joined = word.dep == "conj" and above.dep in STATES
    return (
        word.dep in STATES or joined or (word.dep in ("amod", "acl") and above.tag.startswith("N") and word.i > above.i)
    )


def _phrasal(words: Sequence[Word], verb: Word, speech: Speech) -> Cue | None:
    """What a verb and the particle that makes another verb of it tell: "lashed out at", "ruled out"; what is "pushed out" by
    somebody is no word of theirs."""
    particles = speech.phrasal.get(verb.lemma)
    if particles is None:
        return None
    near = (w for w in words[verb.i + 1 : verb.i + 5] if w.head == verb.i and (w.dep in PARTED or w.i == verb.i + 1))
    cue = next((particles[w.lower] for w in near if w.lower in particles), None)
    done = cue is not None and cue.takes <= OBJECTLESS and is_passive(words, verb)
    return None if done else cue


PARTED = ("prt", "advmod")
OBJECTLESS = frozenset({"saying", "about"})
"""What a verb takes whose words are no object of it, and so no subject of its passive."""


def _verb(sentence: Sentence, verb: Word, cue: Cue, speech: Speech, named: Sequence[tuple[int, int]]) -> Iterator[Said]:
    """What a verb of saying gives to whom, where it says anything here."""
    words = sentence.words
    if verb.dep in ("amod", "compound") and verb.i and words[verb.i - 1].tag in NAMES and _finite(words, verb):
        yield from _misread(sentence, verb, cue)
    elif verb.dep in ("amod", "compound", "aux", "auxpass") or is_mute(words, verb, cue, speech):
        return
    elif verb.lemma in ASKS and verb.tag == "VBN" and verb.dep == "advcl":
        yield from _asked(sentence, verb)
    elif not _only_wished(words, verb, cue, speech):
        yield from _said(sentence, verb, _after_quote(words, verb, cue, named), speech, named)


def _after_quote(words: Sequence[Word], verb: Word, cue: Cue, named: Sequence[tuple[int, int]]) -> Cue:
    """What a verb tells that stands between a closing quotation, or the comma after a clause, and who is named: whatever
    else it does, it says.
    """
    if verb.dep == "acl" and verb.tag == "VBG" and words[words[verb.head].head].lemma in SAYS:
        return replace(cue, takes=cue.takes - {"saying"})  # "said an expert now advising the council"
    if verb.i == 0 or words[verb.i - 1].text not in CLOSING or verb.tag not in ("VBD", "VBZ") or "saying" in cue.takes:
        return cue
    after = next((span for span in named if verb.i < span[0] <= verb.i + 2), None)
    comma = words[verb.i - 1].text == ","
    if after is None or (comma and not ("clause" in cue.takes and closed_by(words, verb, cue, after))):
        return cue
    return replace(cue, takes=cue.takes | {"saying"}, vouches=True)


CLOSING = ("''", '"', "”", ",")


def _only_wished(words: Sequence[Word], verb: Word, cue: Cue, speech: Speech) -> bool:
    """Whether nothing was said with a verb: what is meant to be said, done without saying it, or a deed."""
    first = words[verb.head] if verb.dep == "conj" and verb.tag == "VB" else verb
    if first is not verb and is_infinitive(words, first) and words[first.head].lemma in speech.withholding:
        return True
    if is_infinitive(words, verb):
        says = cue.vouches and (_clausal(words, verb, cue) or verb.dep == "advcl")
        if words[verb.head].lemma in speech.withholding or not (says or _meant(words, verb, cue)):
            return True
    if is_act(words, verb):
        return True
    if verb.dep == "pcomp":
        return not cue.vouches or words[verb.head].lower == "without"
    return not cue.vouches and verb.dep == "conj" and not _conjugated(words, verb)


def _clausal(words: Sequence[Word], verb: Word, cue: Cue) -> bool:
    """Whether a verb hands on a whole clause, or does what it says."""
    return cue.stance in DEEDS or has_dependent(words, verb, "ccomp")


def _said(sentence: Sentence, verb: Word, cue: Cue, speech: Speech, named: Sequence[tuple[int, int]]) -> Iterator[Said]:
    """Who says what, where somebody is there to say it or something is said; or what it is only about."""
    words, passive = sentence.words, is_passive(sentence.words, verb)
    told = _told(sentence, verb, cue, subject_of(sentence, verb, speech), named)
    head, content = told.head, told.content
    if passive and head is None and held_by_nobody(cue):
        return
    seen = cue.onlooking and head is not None and words[head].lemma in speech.onlookers
    if cue.onlooking and not seen and "to" not in cue.takes:
        return
    active = head is not None and not passive
    if content is None and active and head is not None and head < verb.i:
        content = rest(words, verb, cue)
    if cue.stance == "denies" and active and content is not None and head is not None and head < verb.i:
        content = retold(sentence, head, content)
    aside = related(sentence, verb, cue) if content is None and active else None
    if aside is not None:
        span = _cue_span(words, verb, aside, speech)
        yield Said(verb.i, span, told.speaker, head, aside, "asserts", False, False)
    elif content is not None or (active and "saying" in cue.takes):
        vouches = _vouched(words, verb, cue, speech) or seen
        vouches = vouches and not _unsaid(words, verb, speech) and not _of_noun(words, verb)
        yield _saying(sentence, verb, cue, speech, told._replace(content=content), vouches)


def _vouched(words: Sequence[Word], verb: Word, cue: Cue, speech: Speech) -> bool:
    """Whether who says it stands for it: also with an infinitive, where it is done by that ("went on to say")."""
    onward = not is_infinitive(words, verb) or words[verb.head].lemma in ONWARD
    return cue.vouches and (onward or _clausal(words, verb, cue))


def _saying(sentence: Sentence, verb: Word, cue: Cue, speech: Speech, told: _Told, vouches: bool) -> Said:
    """What is said, by whom, and how, from what was found around the verb."""
    words = sentence.words
    head, speaker, content = told.head, told.speaker, told.content
    if cue.speakerless and head is not None and content is not None:
        content = (min(content[0], extent(sentence, head)[0]), content[1])
        head, speaker = None, None
    put = verb.lemma in ASKS and content is not None and _question(words, content)
    aimed = is_infinitive(words, verb) and not vouches  # "marched to demand an end": what they did is march
    stance = "asserts" if put or (aimed and verb.dep == "advcl") else _stance(words, verb, cue)
    span = _cue_span(words, verb, content, speech)
    if content is not None and span[1] == verb.i + 1 and _keeps_to(words, verb, cue, speech):
        span, content = (span[0], span[1] + 1), (content[0] + (content[0] == span[1]), content[1])
    before = bool(told.listed) and content is not None and content[0] < verb.i
    return Said(
        verb.i, span, speaker, head, content, stance, vouches and not put,
        open="saying" in cue.takes, clause=before or _clausal(words, verb, cue), human=cue.human, listed=told.listed,
        channel=told.channel if told.channel is not None else told_to(words, verb),
    )  # fmt: skip


def _question(words: Sequence[Word], content: tuple[int, int]) -> bool:
    """Whether what is asked is a question: "asked the mayor about the dam", "Where is the oil, they asked?"."""
    return words[content[0] - 1].lower in TOPICS or any(w.text == "?" for w in words[slice(*content)])


def _keeps_to(words: Sequence[Word], verb: Word, cue: Cue, speech: Speech) -> bool:
    """Whether a verb only tells that words were kept back, or seem to be said: the "to" after it is its own ("declined to
    name the pilot").
    """
    if verb.i + 2 >= len(words) or not (cue.speakerless or verb.lemma in speech.withholding):
        return False
    to = words[verb.i + 1]
    return to.lower == "to" and to.dep == "aux" and words[to.head].lemma in speech.verbs


def _conjugated(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb, or what helps it, is finite: "is expected", "has hoped"."""
    return verb.tag in FINITE or any(w.tag in TENSED for w in dependents(words, verb, "aux", "auxpass"))


def _finite(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb that the parser takes for a part of what follows has a subject: "The envoy voiced alarm"."""
    before = words[verb.i - 1]
    if verb.tag == "VBD" or (verb.tag == "VBN" and before.head == verb.i and before.dep == "nsubj"):
        return True
    return verb.tag == "VBN" and before.tag == "NNP" and verbless(words)


def _unsaid(words: Sequence[Word], verb: Word, speech: Speech) -> bool:
    """Whether somebody is told not to have said a thing: "did not say how many"."""
    return verb.lemma in speech.silent and has_dependent(words, verb, "neg")


def _of_noun(words: Sequence[Word], verb: Word) -> bool:
    """Whether a gerund only tells what a noun is about: "a role in convincing the rebels", "the risk of telling them"."""
    at = words[verb.head] if verb.dep == "conj" and verb.tag == "VBG" else verb
    prep = words[at.head]
    return at.tag == "VBG" and at.dep == "pcomp" and words[prep.i - 1].tag in NOUNS and prep.lower in OF_NOUN


OF_NOUN = ("in", "of", "for", "at", "about", "to", "from")


def _meant(words: Sequence[Word], verb: Word, cue: Cue) -> bool:
    """Whether an infinitive tells of words: "Turkey to announce a truce", "went on to describe"."""
    if verb.dep == "ROOT":
        return has_dependent(words, verb, "nsubj")
    return cue.vouches and is_carried(words, verb)


def _stance(words: Sequence[Word], verb: Word, cue: Cue) -> Stance:
    """What a verb does by saying: to call somebody something names, to call for something demands."""
    below = dependents(words, verb)
    if verb.lemma == "charge" and any(w.dep == "ccomp" for w in below):
        return "accuses"  # that somebody did a thing; with a crime a court charges him
    if verb.lemma in load_speech().acting and not any(_told_that(words, w) for w in below):
        return "asserts"
    if "calling" not in cue.takes:
        return cue.stance
    named = any(w.dep in ("dobj", "oprd") and w.i > verb.i for w in below)
    to = any(child.lower == "to" for w in below for child in dependents(words, w, "aux"))
    asks = to or (not named and any(w.lower in cue.prepositions for w in below))
    return cue.stance if asks else "asserts"


def _told_that(words: Sequence[Word], clause: Word) -> bool:
    """Whether a clause tells what is to be done: with "that", or "to"; of "was ordered held" none does."""
    marked = any(w.dep == "mark" or w.lower == "to" for w in dependents(words, clause))
    return (marked and clause.dep in ("ccomp", "advcl", "xcomp")) or (clause.dep == "xcomp" and clause.tag != "VBN")


class _Told(NamedTuple):
    """Who says what by one verb; `listed` where position told it, `channel` who passes it on."""

    head: int | None
    speaker: tuple[int, int] | None
    content: tuple[int, int] | None
    channel: int | None
    listed: tuple[int, ...] = ()


MAIN = ("ROOT", "ccomp", "conj", "advcl")
"""Relations of a verb that can have a subject of its own."""


def _told(
    sentence: Sentence, verb: Word, cue: Cue, subject: tuple[int | None, int | None], named: Sequence[tuple[int, int]]
) -> _Told:
    """By position where an actor and the verb close the sentence or the actor follows it, else by the parse."""
    words, (head, channel) = sentence.words, subject
    passive = is_passive(words, verb)
    if head is None and (cue.human or cue.vouches) and not passive and verb.dep in MAIN:
        head = beside(words, verb, named)
    noisy = verb.lemma in NOISES and not has_dependent(words, verb, "ccomp")
    if "saying" in cue.takes and not passive and not noisy:
        ending = closing(sentence, verb, cue, named)
        if ending is not None and channel is not None and head is not None:
            return _Told(head, speaker_of(sentence, head, verb), (0, ending[0]), channel, (head,))
        if ending is not None:
            first, last, listed = ending
            upto = len(words) if _goes_on(words, first, verb) else first
            return _Told(head if head in listed else listed[0], (first, last), (0, upto), channel, listed)
        after = following(words, verb, named)
        objectless = cue.takes == {"saying"} and not cue.prepositions
        plain = after is not None and (
            closed_by(words, verb, cue, after) or (objectless and not inserted(words, verb, after))
        )
        if after is not None and (head is None or (head < verb.i and plain)):
            content = (0, verb.i) if any(word.tag in VERBAL for word in words[: verb.i]) else None
            if inserted(words, verb, after):
                return _Told(after[1] - 1, after, (0, len(words)) if content else (after[1] + 1, len(words)), channel)
            return _Told(after[1] - 1, beyond(sentence, after), content, channel)
    speaker = speaker_of(sentence, head, verb) if head is not None else None
    joined = fellows(sentence, verb, head, speaker) if head is not None and speaker is not None and not passive else ()
    if speaker is not None and joined:
        speaker = (min(speaker[0], extent(sentence, joined[0])[0]), speaker[1])
    content = content_of(sentence, verb, cue, passive, head)
    content = own_words(sentence, verb, content) if content is not None else None
    quoted = words[words[verb.head].head].lemma in ("quote", "cite")
    if content is None and speaker is not None and quoted and words[speaker[0] - 1].text == ",":
        content = (0, speaker[0] - 1)  # "…, officers were quoted as saying"
    elif content is None and quoted and channel is not None and channel > 1:
        first = extent(sentence, channel)[0]
        content = (0, first - 1) if words[first - 1].text == "," else None  # "…, Interfax quoted an officer as saying"
    return _Told(head, speaker, content, channel, joined)


def _goes_on(words: Sequence[Word], first: int, verb: Word) -> bool:
    """Whether a saying between commas is followed by the rest of what is said: "Nine drowned, he says, where the river
    bends"."""
    between = verb.i + 2 < len(words) and words[first - 1].text == "," == words[verb.i + 1].text
    return between and words[verb.i + 2].tag in ("WRB", "WDT")


NAMES = ("PRP", "NNP", "NNPS", "NN", "NNS")


def _misread(sentence: Sentence, verb: Word, cue: Cue) -> Iterator[Said]:
    """What a verb says that the parser takes for a part of what follows: "She implied growers were at fault"."""
    words = sentence.words
    before = words[verb.i - 1]
    head = before.i if before.head != verb.i or before.dep in ("nsubj", "npadvmod") else verb.head
    while words[head].head < verb.i and words[head].head != head:
        head = words[head].head
    named = words[head].tag.startswith("NNP") or words[head].tag == "PRP"
    if (
        head >= verb.i
        or words[head].tag not in NAMES
        or not (cue.human or (named and cue.takes & {"saying", "object"}))
    ):
        return
    above = words[head].head if words[head].dep in (*SUBJECTS, "nmod", "compound") else verb.head
    above = words[verb.head].head if words[verb.head].dep in SUBJECTS else above
    speaker, last = (extent(sentence, head)[0], verb.i), extent(sentence, above)[1]
    speaker = (min(speaker[0], head), verb.i)
    content = (verb.i + 1, last)
    if content[0] < last:
        yield Said(
            verb.i,
            (verb.i, verb.i + 1),
            speaker,
            head,
            content,
            cue.stance,
            cue.vouches,
            False,
            clause=True,
            human=cue.human,
        )


def _asked(sentence: Sentence, verb: Word) -> Iterator[Said]:
    """What whoever answers was asked: "Asked whether the dam was safe, she laughed"; by whom is often unsaid."""
    words = sentence.words
    children = dependents(words, verb)
    if any(c.dep in ("nsubj", "dobj") for c in children):
        return
    told = next((c for c in children if c.i > verb.i and c.dep in ("ccomp", "advcl", "xcomp")), None)
    agent = next((object_of(words, c) for c in children if c.lower == "by"), None)
    told = told or next((c for c in children if c.i > verb.i and c.lower in ("about", "on", "over")), None)
    if told is None:
        return
    first, last = extent(sentence, told.i)
    first += told.dep == "prep"
    speaker = extent(sentence, agent) if agent is not None else None
    end = first if told.dep == "prep" and first == verb.i + 2 else verb.i + 1
    yield Said(
        verb.i, (opening(words, verb), end), speaker, agent, (first, last), "asserts", False, False, asked=True
    )  # fmt: skip


ONWARD = frozenset("go continue begin start proceed come rush keep step".split())
"""What one does who does say it: not what is only tried, or not managed."""


def _cue_span(words: Sequence[Word], verb: Word, content: tuple[int, int] | None, speech: Speech) -> tuple[int, int]:
    """The verb with its auxiliaries, negation and adverbs, the preposition it takes, and where it was said."""
    near = verb.i - words[verb.head].i <= LIGHTEST
    filled = near and is_carried(words, verb) and (is_infinitive(words, verb) or words[verb.head].lemma in ONWARD)
    made = issued(words, verb, speech)
    first = opening(words, made if made is not None else words[verb.head] if filled else verb)
    while words[first].dep == "advmod" and words[first].tag == "WRB":
        first += 1
    last = verb.i + 1
    upto = last
    while content is not None and upto < content[0] <= upto + 2 and words[upto].tag in LINKS:
        upto += 1
    if content is not None and upto == content[0] > last and words[last].head == verb.i:
        return first, upto
    if last + 2 < len(words) and words[last].lower == "in" and words[last].head == verb.i:
        place = object_of(words, words[last])
        if place is not None and words[place].lemma in speech.settings:
            return first, place + 1
    return first, last


LINKS = ("IN", "RP", "TO", "RB")
"""Tags of what belongs to a cue between its verb and what is said: "lashed out at", "talked about"."""
