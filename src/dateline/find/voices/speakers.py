"""The words for who speaks: those around the subject that the parse gives, or by position where the parse errs."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.clauses import FINITE, VERBAL, closes, extent, object_of, opening
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.sentences.tags import PROPER, TENSED
from dateline.words.speech import Cue, load_speech

__all__ = [
    "beside",
    "beyond",
    "closed_by",
    "closing",
    "fellows",
    "following",
    "inserted",
    "speaker_of",
    "told_to",
]

CUTS = frozenset("WP WDT WP$ WRB VBG IN RB".split())
"""What after a comma no longer tells who someone is, but what they did or when."""


def speaker_of(sentence: Sentence, head: int, verb: Word) -> tuple[int, int]:
    """The words of the speaker: all that hangs on the head on its side of the verb."""
    words = sentence.words
    inside = [w.i for w in sentence.subtree(head)]
    inside = [i for i in inside if (i < verb.i if head < verb.i else i > verb.i)]
    cut = next((i for i in inside if i > head and words[i].tag in CUTS and words[i - 1].text == ","), None)
    if cut is not None:
        inside = [i for i in inside if i < cut]
    first, last = (inside or [head])[0], (inside or [head])[-1]
    while last > head and words[last].text in (",", '"', "-", "'", ":"):
        last -= 1
    while first < head and (words[first].text in (",", '"', "'", ":") or words[first].dep == "mark"):
        first += 1
    closed = [i for i in inside if first <= i < head and words[i].text == ")"]
    if closed and not any(words[i].text == "(" for i in inside if i < closed[-1]):
        first = closed[-1] + 1  # "(5 p.m. ET) Officials said"
    return first, last + 1


def fellows(sentence: Sentence, verb: Word, head: int, speaker: tuple[int, int]) -> tuple[int, ...]:
    """The main words of all who speak together where the parse keeps one of them apart: "Ana Diaz and Omar Kor wrote"
    with two subjects, "Ana Diaz, Omar Kor and Lu Wen wrote" with the first one outside.
    """
    words = sentence.words
    more = tuple(w.i for w in dependents(words, words[head], "conj"))
    subjects = tuple(w.i for w in dependents(words, verb, "nsubj") if w.i < verb.i)
    if len(subjects) > 1 and head in subjects and all(words[c].tag in PROPER for c in subjects):
        return (*subjects, *more)
    first, above = speaker[0], words[verb.head]
    apart = verb.dep == "parataxis" and above.tag in PROPER and first > 0 and words[first - 1].text == ","
    return (above.i, head, *more) if apart and more and above.i == first - 2 else ()


def beyond(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """An actor with what hangs on it: an apposition, a place; not what they did or when."""
    words = sentence.words
    ends = [extent(sentence, i) for i in range(*span)]
    last = max((end for first, end in ends if first >= span[0]), default=span[1])
    last = next((i - 1 for i in range(span[1] + 1, last) if words[i].tag in CUTS and words[i - 1].text == ","), last)
    while last > span[1] and words[last - 1].text in (",", ".", '"'):
        last -= 1
    return span[0], last


def closing(
    sentence: Sentence, verb: Word, cue: Cue, named: Sequence[tuple[int, int]]
) -> tuple[int, int, tuple[int, ...]] | None:
    """The speaker, and the main words of those listed in it, where an actor and the verb end the sentence, after a whole clause: what they say is that clause.

    Pages lose their commas and the parser takes what is left for an object, so position decides. A list of actors after
    a comma is the speaker as a whole: "…killed nine farmers, doctors and officials say" leaves the farmers silent.
    """
    words = sentence.words
    if verb.tag not in (*TENSED, "VBN") or not closes(words, verb, cue):
        return None
    if verb.dep == "conj" and words[verb.head].dep == "acl" and has_dependent(words, verb, "agent"):
        return None  # "a letter sent to the mayor and read to the press by a clerk"
    led = _leading(words, verb, named)
    if led is not None and any(word.tag in VERBAL for word in words[: led[0]]):
        return led[0], opening(words, verb), (led[1] - 1,)
    before = [span for span in named if span[1] <= verb.i and words[span[1] - 1].dep not in WITHIN]
    if not before or before[-1][0] < 2 or _passive_of(words, verb, named) or not _reaches(sentence, before[-1], verb):
        return None
    first, last = before[-1]
    end = opening(words, verb)
    subject = _subject_over(sentence, verb, last)
    first, heads = subject or _listed(words, before, any(word.text == "," for word in words[last:end]))
    paper = None if subject else _paper_of(sentence, first)
    if paper is not None:
        first, heads = extent(sentence, paper)[0], (paper,)
    first = first if subject or paper is not None else _owned(sentence, first, heads[0])
    if not any(word.tag in VERBAL for word in words[:first]) or words[first - 1].tag in RELATIVE:
        return None
    return first, end - 1 if words[end - 1].text == "," else end, heads


def _leading(words: Sequence[Word], verb: Word, named: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Who opens what stands between a comma and the verb, whose place or body follows: "…, Omar Kor of the river guild said"."""
    end = opening(words, verb)
    first = next((w.i + 1 for w in reversed(words[1:end]) if w.text in (",", "''")), end)
    one = next((span for span in named if span[0] == first), None)
    if one is None or one[1] >= end or words[one[1]].lower not in OF_WHOM or words[one[1] - 1].tag not in PROPER:
        return None
    told = words[one[1] : end]
    return None if any(w.tag in FINITE or w.tag in (*RELATIVE, "CC", "VBG") for w in told) else one


OF_WHOM = ("of", "from", "at", "with", "for", "in")
"""What follows a name to tell whom somebody is of."""

WITHIN = ("amod", "nmod", "npadvmod")
"""Relations by which the end of a name only tells of the word behind it."""
RELATIVE = ("WDT", "WP", "WRB")
"""Tags of what opens a clause on somebody."""


def _reaches(sentence: Sentence, span: tuple[int, int], verb: Word) -> bool:
    """Whether nothing stands between an actor and the verb behind it that parts the two: a verb, a clause, a lone comma, or
    a verb of saying or "that" which takes the actor into what is said."""
    words = sentence.words
    first, last = span
    between = words[last : opening(words, verb)]
    if any(word.tag in FINITE or word.tag in RELATIVE for word in between):
        return False
    before = words[extent(sentence, words[last - 1].i)[0] - 1]
    if (before.i == verb.head and before.lemma in load_speech().verbs) or (
        before.lower == "that" and before.head == verb.i
    ):
        return False
    commas = [word.i for word in between if word.text == ","]
    return not commas or (commas == [words[verb.i - 1].i] and words[first - 1].text == ",")


def _passive_of(words: Sequence[Word], verb: Word, named: Sequence[tuple[int, int]]) -> bool:
    """Whether a participle only tells of the thing right before it: "the truce announced in May"; a name would speak, but
    for what is done to somebody: "the millers found at dawn".
    """
    noun = words[verb.i - 1]
    if verb.tag == "VBN" and verb.dep == "acl" and verb.head == noun.i and verb.lemma == "find":
        return True
    thing = verb.tag == "VBN" and verb.dep == "acl" and verb.head == noun.i and noun.tag in ("NN", "NNS")
    return thing and not any(first <= noun.i < last for first, last in named)


def _paper_of(sentence: Sentence, first: int) -> int | None:
    """The paper that whoever starts there only made: "a statement from the guild said"."""
    words = sentence.words
    made = first > 2 and words[first - 1].lower in ("from", "by", "of")
    return first - 2 if made and words[first - 2].lemma in load_speech().papers else None


def _subject_over(sentence: Sentence, verb: Word, last: int) -> tuple[int, tuple[int, ...]] | None:
    """Where the subject starts that the last name before the verb only belongs to: "the envoy to Peru said", "a report
    by the guild said"; with its main word.
    """
    words = sentence.words
    head = next((w for w in dependents(words, verb, "nsubj") if w.i < last), None)
    if head is None or head.i >= last - 1 or not head.tag.startswith("N"):
        return None
    first, end = extent(sentence, head.i)
    told = words[first:end]
    broken = any(w.text in (",", '"', "''") or w.tag in FINITE or w.tag == "CC" for w in told)
    after = words[head.i + 1]
    held = after.dep == "prep" or (after.dep == "acl" and after.tag == "VBN")
    return (first, (head.i,)) if last <= end <= verb.i and held and not broken else None


def beside(words: Sequence[Word], verb: Word, named: Sequence[tuple[int, int]]) -> int | None:
    """The main word of the actor right before a verb whose subject the parser misses, with what commas set between."""
    if verb.i < 2:
        return None
    if verb.tag == "VBG":
        return next((last - 1 for _, last in named if last == verb.i - 1 and words[last].text == ","), None)
    if verb.tag not in TENSED:
        return None
    end = verb.i
    if words[verb.i - 1].text.endswith(")"):
        end = next((i for i in range(verb.i - 1, 0, -1) if words[i].text.startswith("(")), verb.i)
        if words[end - 1].tag in PROPER:
            return end - 1
    elif words[verb.i - 1].text == ",":
        end = next((i for i in range(verb.i - 2, 0, -1) if words[i].text == ","), verb.i - 1)
    elif verb.dep == "ROOT":
        end = next((i for i in range(verb.i - 2, max(0, verb.i - WHO), -1) if words[i].lower == "who"), verb.i)
    return next((last - 1 for _, last in named if last == end), None)


WHO = 16
"""Words from a relative clause of who speaks to the verb: "a clerk who asked not to be named said"."""


def _owned(sentence: Sentence, first: int, head: int) -> int:
    """Where a speaker starts with what stands before it: "the mayor", "Peru's navy", "Danish and Norwegian envoys"."""
    words = sentence.words
    whole = extent(sentence, head)[0]
    while first and words[first - 1].tag in PROPER and words[first - 1].dep == "compound":
        first -= 1
    if words[first - 1].tag == "CC" and whole < first and words[whole].head == head:
        return whole
    if words[first - 1].tag == "POS":
        return extent(sentence, words[first - 1].head)[0]
    if first and words[first - 1].tag == "CD" and words[first - 1].head == head:
        first -= 1
    return first - (words[first - 1].tag in ("DT", "PRP$"))


def _listed(words: Sequence[Word], before: Sequence[tuple[int, int]], apposed: bool) -> tuple[int, tuple[int, ...]]:
    """Where the speakers start, and their main words: the last actor, those listed with it, who it serves ("head of"),
    and what a comma sets beside it.
    """
    first, last = before[-1]
    heads = [last - 1]
    for start, end in reversed(before[:-1]):
        gap = [word.lower for word in words[end:first] if word.lower != "the"]
        if gap in (["of"], ["for"], ["at"]) or (
            end == first and words[first].text.islower() and words[first].tag != "DT"
        ):
            first, heads[-1] = start, end - 1
        elif gap in (["("], ["'s"]):
            first = start
        elif gap in (["and"], ["or"]):
            first = start
            heads.append(end - 1)
        elif apposed and gap == [","]:
            first = start
        else:
            break
    return first, tuple(reversed(heads))


def following(words: Sequence[Word], verb: Word, named: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The actor right after the verb, where a clause or a quotation stands before it and none follows:
    "The ferry sank, said the harbour master".
    """
    after = next((span for span in named if span[0] > verb.i), None)
    if after is not None and words[after[0] - 1].tag in ("DT", "PRP$"):
        after = (max(after[0] - 1, verb.i + 1), after[1])
    if after is None or after[0] != verb.i + 1 or verb.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    if _possessor(words, after):
        owned = next((last for first, last in named if after[1] < first <= after[1] + 2), None)
        after = after if owned is None else (after[0], owned)
    if verb.i and (words[verb.i - 1].tag in ("WP", "WDT", "CC") or _possessor(words, after)):
        return None
    if inserted(words, verb, after):
        return after
    before = words[verb.i - 1].text if verb.i else ""
    quoted_before = verb.i == 0 and verb.text.islower()
    if (
        not quoted_before
        and before not in ('"', "''", "?", "!")
        and not any(word.tag in VERBAL for word in words[: verb.i])
    ):
        return None
    open_ = True
    for word in words[after[1] :]:
        if word.lower in ("who", "which", "that", "and", "but", "as", "while", "when", "after") or word.tag == "VBG":
            open_ = False
        elif open_ and word.tag in FINITE:
            return None
        elif word.text in (",", '"', "''", "``", "."):
            open_ = word.text == ","
    return after


def _possessor(words: Sequence[Word], span: tuple[int, int]) -> bool:
    """Whether somebody only owns what follows: "the governor's refusal"."""
    return span[1] < len(words) and words[span[1]].tag == "POS"


def inserted(words: Sequence[Word], verb: Word, after: tuple[int, int]) -> bool:
    """Whether a verb and who follows it stand between commas: "And since then, say officials, the dam has held"."""
    closed = after[1] + 2 < len(words) and words[after[1]].text == "," and not _apposed(words, after[1] + 1)
    return closed and verb.i > 1 and words[verb.i - 1].text == "," and words[verb.i + 1].i == after[0]


def _apposed(words: Sequence[Word], first: int) -> bool:
    """Whether the rest of a sentence only names who speaks, or tells what they are: "…, Omar Kor.", "…, a clerk of the mill"."""
    rest = words[first:]
    return bool(rest) and rest[0].tag in APPOSED and not any(w.tag in FINITE or w.text == "," for w in rest)


APPOSED = ("NNP", "DT", "NN")
"""Tags of what opens a name or a calling set beside who speaks."""


def closed_by(words: Sequence[Word], verb: Word, cue: Cue, after: tuple[int, int]) -> bool:
    """Whether a verb after a comma and who follows it end a sentence: "The boats sank, reported the Tern Post"."""
    ends = after[1] == len(words) or (words[after[1]].text == "." and after[1] == len(words) - 1)
    ends = ends or (words[after[1]].text == "," and _apposed(words, after[1] + 1))
    alone = not has_dependent(words, verb, "nsubj", "cc", "aux")
    return ends and alone and words[verb.i - 1].text == "," and "people" not in cue.takes


def told_to(words: Sequence[Word], verb: Word) -> int | None:
    """Whom it was told to: the object of telling, or after "to" or "with"."""
    for child in dependents(words, verb):
        if child.dep in ("dobj", "dative") and verb.lemma in ("tell", "inform"):
            return child.i if child.dep == "dobj" or not child.children else object_of(words, child) or child.i
        if child.dep in ("prep", "dative") and child.lower in ("to", "with", "by", "in"):
            return object_of(words, child)
    return None
