"""Sayings that a noun or an adjective carries: claims, doubts, states of mind, and idioms such as "took issue with"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.clauses import FINITE, extent, is_carried, is_infinitive, is_passive, object_of, opening
from dateline.find.sentences.dependents import dependent, dependents, has_dependent
from dateline.find.sentences.tags import SUBJECTS
from dateline.find.voices.said import Said
from dateline.find.voices.speakers import speaker_of
from dateline.find.voices.subjects import subject_of
from dateline.words.speech import Cue, Speech

__all__ = ["LIGHTEST", "idiom", "issued", "of_adjective", "of_noun"]


def idiom(sentence: Sentence, verb: Word, speech: Speech) -> Said | None:
    """What is said by a verb and the word that it says it with: "made clear that", "took issue with"."""
    words, with_it = sentence.words, speech.idioms.get(verb.lemma)
    if with_it is None or verb.dep in ("amod", "aux") or is_passive(words, verb):
        return None
    near = (words[i] for i in range(verb.i + 1, min(verb.i + 9, len(words))))
    said = next((w for w in near if w.lemma in with_it and _hangs(words, w, verb)), None)
    if said is None:
        return None
    cue = with_it[said.lemma]
    content = _meant(words, verb, said, cue)
    head, _ = subject_of(sentence, verb, speech)
    if content is None or head is None or (is_infinitive(words, verb) and not is_carried(words, verb)):
        return None
    first, last = extent(sentence, content.i)
    phrase = content.dep == "prep"
    made = issued(words, verb, speech)
    start = opening(words, made if made is not None else verb)
    span = (start, content.i + 1 if phrase and content.i == said.i + 1 else said.i + 1)
    speaker = speaker_of(sentence, head, verb)
    vouches = cue.vouches and not is_infinitive(words, verb)
    return Said(verb.i, span, speaker, head, (first + phrase, last), cue.stance, vouches, False, clause=not phrase)


def issued(words: Sequence[Word], verb: Word, speech: Speech) -> Word | None:
    """The verb by which a paper came out that goes on with what it says: "issued a statement saying"."""
    if verb.dep in ("acl", "relcl"):
        paper = words[verb.head]
    elif verb.dep == "advcl" and verb.tag == "VBG" and words[verb.i - 1].text != ",":
        paper = dependent(words, words[verb.head], "dobj") or verb
    else:
        return None
    made = words[paper.head]
    own = any(w.tag not in ("WDT", "WP") for w in dependents(words, verb, "nsubj"))
    if own or verb.i - made.i > LIGHTEST:
        return None
    out = paper.dep == "dobj" and paper.lemma in speech.papers and made.tag.startswith("VB")
    return made if out and made.i < paper.i < verb.i else None


LIGHTEST = 7
"""Words between a verb that says nothing itself and the saying that it helps."""


def _hangs(words: Sequence[Word], word: Word, verb: Word) -> bool:
    """Whether a word hangs on a verb, itself or by a preposition."""
    above = words[word.head]
    taken = any(w.i < word.i for w in dependents(words, verb, "dobj"))
    return above.i == verb.i or (above.dep == "prep" and above.head == verb.i and not taken)


def _meant(words: Sequence[Word], verb: Word, said: Word, cue: Cue) -> Word | None:
    """What an idiom is about: a clause, or a phrase after one of its prepositions; "call into question" has an object."""
    below = [w for at in (said, verb) for w in dependents(words, at) if w.i > said.i]
    free = said.tag.startswith("JJ")
    clause = next(
        (w for w in below if w.dep in CLAUSES and (free or has_dependent(words, w, "mark"))),
        next((w for w in below if w.dep == "acl" and w.head == said.i and _that(words, w)), None),
    )
    phrase = next((w for w in below if w.dep == "prep" and w.lower in cue.prepositions and w.children), None)
    other = next((w for w in below if w.dep == "dobj" and w.head == verb.i), None) if said.dep == "pobj" else None
    return clause or phrase or other


CLAUSES = ("ccomp", "csubj", "advcl", "acl", "relcl")


def _held(sentence: Sentence, noun: Word) -> Iterator[Said]:
    """What somebody is for or against: "The dean is a critic of the levy"."""
    words = sentence.words
    verb = words[noun.head]
    head = dependent(words, verb, "nsubj")
    of = next((w for w in dependents(words, noun) if w.lower in ("of", "in") and w.i == noun.i + 1), None)
    if head is None or of is None or not of.children:
        return
    content = (of.i + 1, extent(sentence, of.i)[1])
    span = (opening(words, verb), of.i + 1)
    yield Said(noun.i, span, speaker_of(sentence, head.i, verb), head.i, content, "asserts", False, False)


def of_noun(sentence: Sentence, noun: Word, speech: Speech) -> Iterator[Said]:
    """A noun of saying and what it says; who holds something. An idiom that the noun belongs to goes before."""
    cue = None if _purpose(sentence.words, noun) else speech.nouns.get(noun.lemma)
    if cue is not None and (noun.dep != "dobj" or idiom(sentence, sentence.words[noun.head], speech) is None):
        yield from _claim(sentence, noun, cue, speech)
    elif noun.dep == "attr" and noun.lemma in speech.holders:
        yield from _held(sentence, noun)


def _purpose(words: Sequence[Word], noun: Word) -> bool:
    """Whether a noun only tells what something is done for: "in order to"."""
    return noun.lemma == "order" and noun.dep == "pobj" and words[noun.head].lower == "in" and noun.head == noun.i - 1


def _claim(sentence: Sentence, noun: Word, cue: Cue, speech: Speech) -> Iterator[Said]:
    """A noun of saying with an owner or an author, and a clause, an infinitive or a phrase as its content."""
    words, verb = sentence.words, sentence.words[noun.head]
    content = _content(sentence, noun, cue)
    if content is None:
        return
    head = _author(words, noun, content)
    done = head is None and noun.dep == "dobj"
    light, borne = done and verb.lemma in speech.light, done and verb.lemma in speech.suffered
    if light:
        head, _ = subject_of(sentence, verb, speech)
    clause = content.dep != "prep"
    if head is None and not clause and not cue.unowned:
        return
    speaker = speaker_of(sentence, head, verb) if light and head is not None else _owner_told(sentence, head)
    first, last = extent(sentence, content.i)
    behind = content.head == verb.i > noun.i
    end = verb.i + 1 if behind else noun.i + 1
    first, end = (first, end) if clause or first + 1 == last else (first + 1, end + (first == end))
    told = behind and words[noun.i - 1].tag == "DT"
    span = (opening(words, verb) if (light or borne) and noun.i - verb.i <= NEAR else noun.i - told, end)
    unmade = light and has_dependent(words, verb, "neg")
    stance, vouches = "asserts" if unmade else cue.stance, cue.vouches and head is not None and not unmade
    yield Said(noun.i, span, speaker, head, (first, last), stance, vouches, False, clause=clause)


def _content(sentence: Sentence, noun: Word, cue: Cue) -> Word | None:
    """The main word of what a noun of saying hands on: a clause at it, what its prepositions tell, or a clause after "is"."""
    words = sentence.words
    children, verb = dependents(words, noun), words[noun.head]
    clauses = (c for c in children if c.dep in ("acl", "relcl", "ccomp") and c.i > noun.i and _that(words, c))
    about = (c for c in children if c.dep == "prep" and c.lower in cue.prepositions and c.lower not in ("by", "from"))
    content = next(chain(clauses, about), None)
    if content is None and noun.dep == "nsubj" and verb.lemma == "be":
        content = next((w for w in dependents(words, verb, "ccomp", "xcomp") if w.i > verb.i), None)
    return content if content is not None else _bare_clause(sentence, noun)


def _author(words: Sequence[Word], noun: Word, content: Word) -> int | None:
    """The main word of whose claim it is: an owner, a name right before a claim that is told as a clause, or who made it."""
    children = dependents(words, noun)
    owner = next((c for c in children if c.dep == "poss"), None)
    if owner is None and content.dep != "prep":
        named = (c for c in children if c.dep in ("amod", "compound") and c.i < noun.i and c.text[0].isupper())
        owner = next(named, None)
    if owner is not None:
        return owner.i
    author = next((c for c in children if c.dep == "prep" and c.lower in ("by", "from", "among")), None)
    return object_of(words, author) if author is not None else None


def _owner_told(sentence: Sentence, head: int | None) -> tuple[int, int] | None:
    """The words for an owner, without the mark of the possessive."""
    if head is None:
        return None
    first, last = extent(sentence, head)
    return (first, last - 1) if sentence.words[last - 1].tag == "POS" and last - first > 1 else (first, last)


def _bare_clause(sentence: Sentence, noun: Word) -> Word | None:
    """The verb of a clause that follows a noun of saying at once, without "that": "Danish claims its boat was rammed"."""
    words = sentence.words
    if noun.lemma not in BARE or noun.i + 2 >= len(words) or words[noun.i + 1].tag not in STARTS:
        return None
    for verb in words[noun.i + 2 : noun.i + REACH]:
        subject = dependent(words, verb, *SUBJECTS)
        if verb.tag in FINITE and subject is not None and extent(sentence, subject.i)[0] == noun.i + 1:
            return verb if verb.dep not in ("relcl", "ROOT") else None
    return None


BARE = frozenset({"claim", "report", "allegation", "accusation", "assertion"})
"""Nouns that a clause may follow without "that"."""

STARTS = ("PRP$", "DT", "PRP", "JJ", "NN", "NNS", "NNP", "CD", "EX")
REACH = 9
"""Words within which the verb of such a clause stands."""

NEAR = 5
"""Words between a noun of saying and the verb that adds nothing to it."""


def of_adjective(sentence: Sentence, word: Word, speech: Speech) -> Iterator[Said]:
    """A state of mind and what it is about: "the growers are confident that the frost is over"; also set beside who is
    in it: "Confident of rain, they sowed".
    """
    words = sentence.words
    cue = speech.adjectives[word.lower]
    top = words[word.head] if word.dep == "conj" else word
    verb = words[top.head]
    children = [w for w in dependents(words, word) if w.i > word.i]
    told = next((c for c in children if c.dep in ("ccomp", "xcomp")), None)
    about = next((c for c in children if c.dep == "prep" and c.lower in cue.prepositions and c.children), None)
    beside = verb.tag.startswith("N") and top.i > verb.i
    stated = word if is_passive(words, word) else verb
    head = next((w.i for w in dependents(words, stated, *SUBJECTS)), verb.i if beside else None)
    if head is None or (told is None and about is None):
        return
    first, last = (
        extent(sentence, told.i) if told is not None else extent(sentence, about.i if about is not None else 0)
    )
    start = word.i if word.dep != top.dep or beside or word.dep == "advcl" else opening(words, stated)
    end = word.i + 1
    if told is None:
        first, end = first + 1, end + (first == end)
    yield Said(
        word.i,
        (start, end),
        speaker_of(sentence, head, word if beside else stated),
        head,
        (first, last),
        cue.stance,
        cue.vouches,
        False,
    )


def _that(words: Sequence[Word], clause: Word) -> bool:
    """Whether a clause tells what a noun says: it opens with "that" as a conjunction, or is an infinitive."""
    return any(w.dep == "mark" or (w.dep == "aux" and w.lower == "to") for w in dependents(words, clause))
