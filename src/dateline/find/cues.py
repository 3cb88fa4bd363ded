"""Words of saying in one parsed sentence: the cue, whose words they are, and what is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.find.clauses import VERBAL, extent, is_passive, object_of, opening
from dateline.find.contents import content_of, rest
from dateline.find.notes import Sentence, Word
from dateline.find.speakers import beyond, closing, following, speaker_of, subject_of, told_to
from dateline.model import Stance
from dateline.words.speech import Cue, Speech

__all__ = ["Said", "sayings"]


DEEDS = ("accuses", "denies")
"""What is told by such a verb is a saying of its own within another's words, clause or not."""


class Said(NamedTuple):
    """A saying within a sentence, in numbers of words; ends are not included. `speaker_head` is the main word of the
    speaker; `content` is None where what is said lies outside the sentence, or only a quotation tells it.
    """

    at: int
    cue: tuple[int, int] | None
    speaker: tuple[int, int] | None
    speaker_head: int | None
    content: tuple[int, int] | None
    stance: Stance
    vouches: bool
    open: bool
    """Whether a quotation nearby may be its content."""
    clause: bool = False
    """Whether what is said is a whole clause, not only what it is about."""
    channel: int | None = None
    """The main word of the one who passed it on: the agency told, the station that quotes."""
    human: bool = False
    """Whether only people do what the cue tells."""
    listed: tuple[int, ...] = ()
    """The main words of all speakers, where several are listed or one is described beside the name."""


def sayings(sentence: Sentence, speech: Speech, named: Sequence[tuple[int, int]]) -> Iterator[Said]:
    """The sayings of a sentence, in order of their cues; `named` are the words of its actors."""
    words = sentence.words
    for word in words:
        if word.lower == "according":
            yield from _according(sentence, word)
        elif word.tag.startswith("VB"):
            cue = speech.verbs.get(word.lemma)
            if cue is not None:
                yield from _verb(sentence, word, cue, speech, named)
        elif word.dep in ("acomp", "oprd") and word.lower in speech.adjectives:
            yield from _adjective(sentence, word, speech)
        elif word.tag in ("NN", "NNS"):
            cue = speech.nouns.get(word.lemma)
            if cue is not None:
                yield from _noun(sentence, word, cue, speech)
        elif word.tag == "RB" and word.lower in speech.adverbs:
            head = words[word.head]
            if head.tag.startswith("V"):
                yield Said(
                    word.i,
                    (word.i, word.i + 1),
                    None,
                    None,
                    extent(sentence, head.i),
                    speech.adverbs[word.lower],
                    False,
                    False,
                )


def _verb(sentence: Sentence, verb: Word, cue: Cue, speech: Speech, named: Sequence[tuple[int, int]]) -> Iterator[Said]:
    words = sentence.words
    if verb.dep in ("amod", "compound", "aux", "auxpass") or _idle(words, verb) or _passes_on(words, verb, speech):
        return
    clause = cue.stance in DEEDS or any(words[c].dep == "ccomp" for c in verb.children)
    bare = _infinitive(words, verb)
    if (bare and not clause) or (not cue.vouches and (bare or verb.dep in ("pcomp", "conj"))):
        return
    passive = is_passive(words, verb)
    told = _told(sentence, verb, cue, subject_of(sentence, verb, speech), named)
    head, speaker, content = told.head, told.speaker, told.content
    seen = cue.onlooking and head is not None and words[head].lemma in speech.onlookers
    if cue.onlooking and not seen and "to" not in cue.takes:
        return
    hands_on = "saying" in cue.takes and not passive
    if content is None and head is not None and head < verb.i and not passive:
        content = rest(words, verb, cue)
    if content is None and not (hands_on and head is not None):
        return
    if cue.speakerless and head is not None and content is not None:
        content = (min(content[0], extent(sentence, head)[0]), content[1])
        head, speaker = None, None
    yield Said(
        verb.i, _cue_span(words, verb, content, speech), speaker, head, content, _stance(words, verb, cue), cue.vouches or seen,
        open="saying" in cue.takes, clause=clause or bool(told.listed), human=cue.human, listed=told.listed,
        channel=told.channel if told.channel is not None else told_to(words, verb),
    )  # fmt: skip


def _stance(words: Sequence[Word], verb: Word, cue: Cue) -> Stance:
    """What a verb does by saying: to call somebody something names, to call for something demands."""
    if "calling" not in cue.takes:
        return cue.stance
    below = [words[c] for c in verb.children]
    named = any(w.dep in ("dobj", "oprd") and w.i > verb.i for w in below)
    to = any(words[c].lower == "to" and words[c].dep == "aux" for w in below for c in w.children)
    asks = to or (not named and any(w.lower in cue.prepositions for w in below))
    return cue.stance if asks else "asserts"


def _passes_on(words: Sequence[Word], verb: Word, speech: Speech) -> bool:
    """Whether a verb only tells whose words follow: "cited an officer as saying"; those are the saying."""
    if verb.lemma not in ("quote", "cite"):
        return False
    after = (words[c] for c in verb.children if words[c].lower == "as")
    return any(words[c].tag == "VBG" and words[c].lemma in speech.verbs for w in after for c in w.children)


class _Told(NamedTuple):
    """Who says what by one verb; `listed` where position told it, `channel` who passes it on."""

    head: int | None
    speaker: tuple[int, int] | None
    content: tuple[int, int] | None
    channel: int | None
    listed: tuple[int, ...] = ()


def _told(
    sentence: Sentence, verb: Word, cue: Cue, subject: tuple[int | None, int | None], named: Sequence[tuple[int, int]]
) -> _Told:
    """By position where an actor and the verb close the sentence or the actor follows it, else by the parse."""
    words, (head, channel) = sentence.words, subject
    passive = is_passive(words, verb)
    if "saying" in cue.takes and not passive:
        ending = closing(sentence, verb, cue, named)
        if ending is not None and channel is not None and head is not None:
            return _Told(head, speaker_of(sentence, head, verb), (0, ending[0]), channel, (head,))
        if ending is not None:
            first, last, listed = ending
            return _Told(head if head in listed else listed[0], (first, last), (0, first), channel, listed)
        after = following(words, verb, named)
        objectless = cue.takes == {"saying"} and not cue.prepositions
        if after is not None and (head is None or (head < verb.i and objectless)):
            content = (0, verb.i) if any(word.tag in VERBAL for word in words[: verb.i]) else None
            return _Told(after[1] - 1, beyond(sentence, after), content, channel)
    speaker = speaker_of(sentence, head, verb) if head is not None else None
    content = content_of(sentence, verb, cue, passive, head)
    quoted = words[words[verb.head].head].lemma in ("quote", "cite")
    if content is None and speaker is not None and quoted and words[speaker[0] - 1].text == ",":
        content = (0, speaker[0] - 1)  # "…, officers were quoted as saying"
    return _Told(head, speaker, content, channel)


def _infinitive(words: Sequence[Word], verb: Word) -> bool:
    return verb.tag == "VB" and any(words[c].tag == "TO" for c in verb.children)


def _idle(words: Sequence[Word], verb: Word) -> bool:
    """Whether the verb says nothing here: "that is to say", "so-called", "known as", "continued to fight"."""
    before = words[verb.i - 1].lower if verb.i else ""
    after = words[verb.i + 1].lower if verb.i + 1 < len(words) else ""
    if before == "-" or (
        verb.lemma == "say" and before == "to" and verb.i > 1 and words[verb.i - 2].lower in ("is", "needless")
    ):
        return True
    if verb.lemma == "continue" and any(words[c].dep == "xcomp" for c in verb.children):
        return True
    named = verb.lower in NAMED and verb.dep == "acl" and after not in ("on", "upon", "for", "to", "by")
    return named or (verb.lower == "known" and after in ("as", "for", "by"))


NAMED = frozenset({"called", "named", "dubbed", "nicknamed"})
"""What follows a noun to tell its name: "a village called Orum"."""


def _cue_span(words: Sequence[Word], verb: Word, content: tuple[int, int] | None, speech: Speech) -> tuple[int, int]:
    """The verb with its auxiliaries, negation and adverbs, the preposition it takes, and where it was said."""
    first = opening(words, verb)
    while words[first].dep == "advmod" and words[first].tag == "WRB":
        first += 1
    last = verb.i + 1
    if (
        content is not None
        and content[0] == last + 1
        and words[last].tag in ("IN", "RP", "TO")
        and words[last].head == verb.i
    ):
        return first, last + 1
    if last + 2 < len(words) and words[last].lower == "in" and words[last].head == verb.i:
        place = object_of(words, words[last])
        if place is not None and words[place].lemma in speech.settings:
            return first, place + 1
    return first, last


def _according(sentence: Sentence, word: Word) -> Iterator[Said]:
    words = sentence.words
    if word.i + 2 >= len(words) or words[word.i + 1].lower != "to":
        return
    head = object_of(words, words[word.i + 1])
    if head is None:
        head = next((w.i for w in words[word.i + 2 :] if w.tag.startswith(("N", "PRP"))), None)
        if head is None:
            return
    first, last = word.i + 2, extent(sentence, head)[1]
    while last - 1 > head and words[last - 1].text in (",", ".", '"'):
        last -= 1
    inside = words[first:last]
    end = next((w.i for w in inside if w.text == "," and w.i > head and not _apposed(sentence, w.i, head)), last)
    speaker = (first, end)
    if word.i <= 1:
        content = (end + 1 if end < len(words) and words[end].text == "," else end, len(words))
    elif end >= len(words) - 2:
        content = (0, word.i - 1 if words[word.i - 1].text == "," else word.i)
    else:
        content = (0, len(words))
    if content[0] < content[1]:
        yield Said(word.i, (word.i, word.i + 2), speaker, head, content, "asserts", True, False)


def _apposed(sentence: Sentence, comma: int, head: int) -> bool:
    """Whether an apposition or a relative clause of the head follows the comma."""
    words = sentence.words
    return any(words[c].dep in ("appos", "relcl", "acl", "conj") and words[c].i > comma for c in words[head].children)


def _noun(sentence: Sentence, noun: Word, cue: Cue, speech: Speech) -> Iterator[Said]:
    """A noun of saying with an owner or an author, and a clause, an infinitive or a phrase as its content."""
    words = sentence.words
    children = [words[c] for c in noun.children]
    content = next(
        (c for c in children if c.dep in ("acl", "relcl", "ccomp") and c.i > noun.i and _that(words, c)), None
    )
    owner = next((c for c in children if c.dep == "poss"), None)
    author = next((c for c in children if c.dep == "prep" and c.lower in ("by", "from", "among")), None)
    if content is None:
        content = next(
            (c for c in children if c.dep == "prep" and c.lower in cue.prepositions and c.lower not in ("by", "from")),
            None,
        )
    if content is None:
        return
    head = owner.i if owner is not None else object_of(words, author) if author is not None else None
    verb = words[noun.head]
    light = head is None and noun.dep == "dobj" and verb.lemma in speech.light
    if light:
        head, _ = subject_of(sentence, verb, speech)
    if head is None and content.dep == "prep":
        return
    speaker = None
    if head is not None:
        first, last = extent(sentence, head)
        speaker = (first, last - 1) if words[last - 1].tag == "POS" and last - first > 1 else (first, last)
    first, last = extent(sentence, content.i)
    if light and head is not None:
        speaker = speaker_of(sentence, head, verb)
    span = (opening(words, verb) if light else noun.i, noun.i + 1)
    clause = content.dep != "prep"
    yield Said(noun.i, span, speaker, head, (first, last), cue.stance, cue.vouches, False, clause=clause)


def _adjective(sentence: Sentence, word: Word, speech: Speech) -> Iterator[Said]:
    """A state of mind and what it is about: "the growers are confident that the frost is over"."""
    words = sentence.words
    cue, verb = speech.adjectives[word.lower], words[word.head]
    children = [words[c] for c in word.children if c > word.i]
    told = next((c for c in children if c.dep in ("ccomp", "xcomp")), None)
    about = next((c for c in children if c.dep == "prep" and c.lower in cue.prepositions and c.children), None)
    head = next((c for c in verb.children if words[c].dep == "nsubj"), None)
    if head is None or (told is None and about is None):
        return
    first, last = (
        extent(sentence, told.i) if told is not None else extent(sentence, about.i if about is not None else 0)
    )
    start = opening(words, verb)
    end = word.i + 1
    if told is None:
        first, end = first + 1, end + (first == end)
    yield Said(
        word.i, (start, end), speaker_of(sentence, head, verb), head, (first, last), cue.stance, cue.vouches, False
    )


def _that(words: Sequence[Word], clause: Word) -> bool:
    """Whether a clause tells what a noun says: it opens with "that" as a conjunction, or is an infinitive."""
    return any(words[c].dep == "mark" or (words[c].dep == "aux" and words[c].lower == "to") for c in clause.children)
