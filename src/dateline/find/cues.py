"""Words of saying in one parsed sentence: the cue, whose words they are, and what is said.

Relations lead, position helps where they err: a trailing "…, officials said" takes what stands before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.find.notes import Sentence, Word
from dateline.model import Stance
from dateline.words.speech import Cue, Speech

__all__ = ["Said", "sayings"]

FINITE = frozenset("VBD VBZ VBP MD".split())
CUTS = frozenset("WP WDT WP$ WRB VBG IN RB".split())
"""What after a comma no longer tells who someone is, but what they did or when."""
BELONGS = frozenset("aux auxpass neg".split())
CLAUSES = ("ccomp", "xcomp")


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
                    _extent(sentence, head.i),
                    speech.adverbs[word.lower],
                    False,
                    False,
                )


def _verb(sentence: Sentence, verb: Word, cue: Cue, speech: Speech, named: Sequence[tuple[int, int]]) -> Iterator[Said]:
    words = sentence.words
    if verb.dep in ("amod", "compound", "aux", "auxpass") or _idle(words, verb):
        return
    if not cue.vouches and verb.tag == "VB" and any(words[c].tag == "TO" for c in verb.children):
        return
    passive = any(words[c].dep == "auxpass" for c in verb.children)
    head, channel = _subject(sentence, verb, speech)
    ending = _ending(sentence, verb, cue, named) if "saying" in cue.takes and not passive else None
    listed: tuple[int, ...] = ()
    if ending is not None:
        *ends, listed = ending
        speaker: tuple[int, int] | None = (ends[0], ends[1])
        if head is None or not ends[0] <= head < ends[1] or head not in listed:
            head = listed[0]
        content: tuple[int, int] | None = (0, ends[0])
    else:
        after = _inverted(words, verb, named) if "saying" in cue.takes and not passive else None
        objectless = cue.takes == {"saying"} and not cue.prepositions
        if after is not None and (head is None or (head < verb.i and objectless)):
            head, speaker = after[1] - 1, _beyond(sentence, after)
            content = (0, verb.i) if any(word.tag in FINITE for word in words[: verb.i]) else None
        else:
            content = _content(sentence, verb, cue, passive, head)
            speaker = _speaker(sentence, head, verb) if head is not None else None
    if content is None and head is not None and head < verb.i and not passive:
        content = _rest(words, verb, cue)
    if content is None and not ("saying" in cue.takes and not passive and head is not None):
        return
    if channel is None:
        channel = _told(words, verb)
    if cue.speakerless and head is not None and content is not None:
        content = (min(content[0], _extent(sentence, head)[0]), content[1])
        head, speaker = None, None
    span = _cue_span(words, verb, content, speech)
    open_ = "saying" in cue.takes
    clause = ending is not None or any(words[c].dep == "ccomp" for c in verb.children)
    if verb.tag == "VB" and not clause and any(words[c].tag == "TO" for c in verb.children):
        return
    yield Said(verb.i, span, speaker, head, content, cue.stance, cue.vouches, open_, clause, channel, listed)


def _rest(words: Sequence[Word], verb: Word, cue: Cue) -> tuple[int, int] | None:
    """What follows the verb up to the end, where the parser sees no clause in it but "that" or a verb shows one."""
    after = words[verb.i + 1 :]
    if "saying" not in cue.takes or not after or after[0].text in (",", ".", ":"):
        return None
    that = next((w.i for w in after[:12] if w.lower == "that" and w.tag in ("IN", "WDT", "DT")), None)
    if that is not None and not any(w.tag in FINITE for w in words[verb.i + 1 : that]) and that + 2 < len(words):
        return that, len(words)
    if cue.takes == {"saying"} and any(w.tag in FINITE for w in after[1:]) and after[0].tag not in ("IN", "TO"):
        return verb.i + 1, len(words)
    return None


def _idle(words: Sequence[Word], verb: Word) -> bool:
    """Whether the verb says nothing here: "that is to say", "going to", "so-called"."""
    before = words[verb.i - 1].lower if verb.i else ""
    after = words[verb.i + 1].lower if verb.i + 1 < len(words) else ""
    if before == "-" or (
        verb.lemma == "say" and before == "to" and verb.i > 1 and words[verb.i - 2].lower in ("is", "needless")
    ):
        return True
    return verb.lemma == "go" and verb.lower in ("going", "gone", "go", "went", "goes") and after != ":"


# --- who says it ---


def _subject(sentence: Sentence, verb: Word, speech: Speech) -> tuple[int | None, int | None]:
    """The main word of who says it, and of who passes it on where another one is quoted."""
    words = sentence.words
    at, seen = _main(words, verb, speech), 0
    while seen < 8:
        seen += 1
        children = [words[c] for c in at.children]
        passive = any(c.dep == "auxpass" for c in children)
        if passive:
            agent = next((_object(words, c) for c in children if c.dep == "agent"), None)
            subject = next((c.i for c in children if c.dep == "nsubjpass"), None)
            if at.i != verb.i and at.lemma in ("quote", "cite", "expect", "report"):
                return subject, agent
            return (agent, None) if at.i == verb.i else (subject, None)
        subject = next((c.i for c in children if c.dep in ("nsubj", "expl")), None)
        if at.i != verb.i and at.lemma in ("quote", "cite"):
            quoted = next((c.i for c in children if c.dep == "dobj"), None)
            if quoted is not None:
                return quoted, subject
        if subject is not None:
            quoted = _quoted(words, words[subject]) or _quoted(words, verb) or _source(words, verb)
            return (quoted, subject) if quoted is not None else (subject, None)
        head = words[at.head]
        if head.i == at.i:
            return _shared(words, at), None
        if at.dep == "acl" and any(c.tag == "TO" for c in children) and head.tag.startswith("N"):
            at = words[head.head]
            if not at.tag.startswith("V"):
                return next((c for c in head.children if words[c].dep == "poss"), None), None
            continue
        if at.dep in ("acl", "relcl") and head.tag.startswith(("N", "PRP")):
            maker = _maker(words, head) if head.lemma in speech.papers else None
            return (maker if maker is not None else head.i), None
        if head.tag.startswith("N") or head.tag == "PRP":
            return (head.i, None) if at.dep in ("acl", "relcl", "appos") else (None, None)
        at = head
    return None, None


def _main(words: Sequence[Word], verb: Word, speech: Speech) -> Word:
    """The verb whose subject speaks: of "…, adding", the verb of saying that it follows."""
    if verb.tag != "VBG" or verb.dep not in ("advcl", "acl", "dep") or words[verb.i - 1].text != ",":
        return verb
    at = verb
    for _ in range(6):
        if at.head == at.i:
            break
        at = words[at.head]
        cue = speech.verbs.get(at.lemma) if at.tag.startswith("V") else None
        if (
            cue is not None
            and cue.vouches
            and "saying" in cue.takes
            and any(words[c].dep == "nsubj" for c in at.children)
        ):
            return at
    return verb


def _beyond(sentence: Sentence, span: tuple[int, int]) -> tuple[int, int]:
    """An actor with what hangs on it: an apposition, a place."""
    ends = [_extent(sentence, i) for i in range(*span)]
    last = max((end for first, end in ends if first >= span[0]), default=span[1])
    words = sentence.words
    while last > span[1] and words[last - 1].text in (",", ".", '"'):
        last -= 1
    return span[0], last


def _quoted(words: Sequence[Word], subject: Word) -> int | None:
    """Whom a subject or its verb quotes ("Interfax, citing two officers, reported")."""
    for c in subject.children:
        if words[c].lemma in ("quote", "cite") and words[c].tag == "VBG":
            return next((d for d in words[c].children if words[d].dep == "dobj"), None)
    return None


def _shared(words: Sequence[Word], verb: Word) -> int | None:
    """The subject that a verb without its own shares with the one before it in a list ("deplores …, urges … and …")."""
    for c in verb.children:
        if words[c].dep == "ccomp" and c < verb.i and words[verb.i - 1].text == ",":
            return next((d for d in words[c].children if words[d].dep == "nsubj"), None)
    return None


def _source(words: Sequence[Word], verb: Word) -> int | None:
    """From whom something was learned ("Interfax learned from an officer")."""
    if verb.lemma != "learn":
        return None
    return next((_object(words, words[c]) for c in verb.children if words[c].lower == "from"), None)


def _maker(words: Sequence[Word], paper: Word) -> int | None:
    """Who issued a paper: the subject of the verb it is the object of ("the guild issued a statement saying")."""
    verb = words[paper.head] if paper.dep == "dobj" else words[words[paper.head].head]
    if not verb.tag.startswith("V") or paper.dep not in ("dobj", "pobj"):
        return None
    return next((c for c in verb.children if words[c].dep == "nsubj"), None)


def _object(words: Sequence[Word], preposition: Word) -> int | None:
    return next((c for c in preposition.children if words[c].dep == "pobj"), None)


def _speaker(sentence: Sentence, head: int, verb: Word) -> tuple[int, int]:
    """The words of the speaker: all that hangs on the head on its side of the verb."""
    words = sentence.words
    inside = [w.i for w in sentence.subtree(head)]
    if head < verb.i:
        inside = [i for i in inside if i < verb.i]
    else:
        inside = [i for i in inside if i > verb.i]
    cut = next(
        (i for i in inside if i > head and words[i].tag in ("WP", "WDT", "WP$") and words[i - 1].text == ","), None
    )
    if cut is not None:
        inside = [i for i in inside if i < cut]
    first, last = (inside or [head])[0], (inside or [head])[-1]
    while last > head and words[last].text in (",", '"', "-", "'", ":"):
        last -= 1
    while first < head and words[first].text in (",", '"', "'", ":"):
        first += 1
    return first, last + 1


def _ending(
    sentence: Sentence, verb: Word, cue: Cue, named: Sequence[tuple[int, int]]
) -> tuple[int, int, tuple[int, ...]] | None:
    """The speaker, and the main words of those listed in it, where an actor and the verb end the sentence, after a whole clause: what they say is that clause.

    Pages lose their commas and the parser takes what is left for an object, so position decides. A list of actors after
    a comma is the speaker as a whole: "…killed nine farmers, doctors and officials say" leaves the farmers silent.
    """
    words = sentence.words
    if verb.tag not in ("VBD", "VBZ", "VBP", "VBN") or not _closes(words, verb, cue):
        return None
    before = [span for span in named if span[1] <= verb.i]
    if not before or before[-1][0] < 2:
        return None
    first, last = before[-1]
    between = words[last : _before(words, verb)]
    if any(word.tag in FINITE or word.tag in ("WDT", "WP", "WRB") for word in between):
        return None
    commas = [word.i for word in between if word.text == ","]
    if commas and not (commas == [words[verb.i - 1].i] and words[first - 1].text == ","):
        return None
    first, heads = _listed(words, before, len(commas) > 0)
    if not any(word.tag in FINITE for word in words[:first]) or words[first - 1].tag in ("WDT", "WP", "WRB"):
        return None
    end = _before(words, verb)
    return first, end - 1 if words[end - 1].text == "," else end, heads


def _closes(words: Sequence[Word], verb: Word, cue: Cue) -> bool:
    """Whether nothing is said after the verb: at most when, where, to whom, or that more was added."""
    for child in (words[c] for c in verb.children if c > verb.i):
        if child.dep in ("ccomp", "xcomp", "oprd", "acomp") and child.tag != "VBG":
            return False
        if (child.dep == "dobj" and verb.lemma not in TELLS) or (
            child.dep == "prep" and child.lower in cue.prepositions
        ):
            return False
    for word in words[verb.i + 1 :]:
        if word.tag in ("VBG", "WDT", "WP", "WRB") or word.lower in (
            "as",
            "while",
            "after",
            "when",
            "and",
            "but",
            "without",
        ):
            return True
        if word.tag in FINITE or word.text == ":" or word.lower == "that" or word.tag == "``":
            return False
    return True


def _listed(words: Sequence[Word], before: Sequence[tuple[int, int]], apposed: bool) -> tuple[int, tuple[int, ...]]:
    """Where the speakers start, and their main words: the last actor, those listed with it, who it serves ("head of"),
    and what a comma sets beside it.
    """
    first, last = before[-1]
    heads = [last - 1]
    for start, end in reversed(before[:-1]):
        gap = [word.lower for word in words[end:first] if word.lower != "the"]
        if gap in (["of"], ["for"], ["at"]) or not gap:
            first, heads[-1] = start, end - 1
        elif gap in (["and"], ["or"]):
            first = start
            heads.append(end - 1)
        elif apposed and gap == [","]:
            first = start
        else:
            break
    return first, tuple(reversed(heads))


def _inverted(words: Sequence[Word], verb: Word, named: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The actor right after the verb, where a clause or a quotation stands before it and none follows:
    "The ferry sank, said the harbour master".
    """
    after = next((span for span in named if span[0] > verb.i), None)
    if after is None or after[0] != verb.i + 1 or verb.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    before = words[verb.i - 1].text if verb.i else ""
    if before not in ('"', "''", "?", "!") and not any(word.tag in FINITE for word in words[: verb.i]):
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


def _before(words: Sequence[Word], verb: Word) -> int:
    at = verb.i
    while at > 0 and words[at - 1].head == verb.i and words[at - 1].dep in (*BELONGS, "advmod"):
        at -= 1
    return at


def _last_noun(words: Sequence[Word], first: int, last: int) -> int | None:
    return next((w.i for w in reversed(words[first:last]) if w.tag.startswith(("N", "PRP"))), None)


def _told(words: Sequence[Word], verb: Word) -> int | None:
    """Whom it was told to: the object of telling, or after "to" or "with"."""
    for c in verb.children:
        child = words[c]
        if child.dep in ("dobj", "dative") and verb.lemma in ("tell", "inform"):
            return child.i if child.dep == "dobj" or not child.children else _object(words, child) or child.i
        if child.dep in ("prep", "dative") and child.lower in ("to", "with", "by", "in"):
            return _object(words, child)
    return None


# --- what is said ---


def _content(sentence: Sentence, verb: Word, cue: Cue, passive: bool, head: int | None) -> tuple[int, int] | None:
    words = sentence.words
    children = [words[c] for c in verb.children]
    clause = [
        c
        for c in children
        if c.dep == "ccomp" or (c.dep == "xcomp" and (c.tag != "VB" or cue.takes & {"to", "people"}))
    ]
    if "saying" in cue.takes and clause and "object" not in cue.takes:
        return _hull(sentence, verb, clause[:1], head)
    parts = list(clause)
    if ("object" in cue.takes or ("people" in cue.takes and clause)) and verb.lemma not in TELLS:
        parts += [c for c in children if c.dep in ("dobj", "oprd", "acomp") and c.i > verb.i]
        if cue.objects and not any(
            {part.lemma, *(words[c].lemma for c in part.children)} & cue.objects for part in parts
        ):
            return None
    prepositions = cue.prepositions | WITH if any(part.dep == "dobj" for part in parts) else cue.prepositions
    parts += [c for c in children if c.dep == "prep" and c.i > verb.i and c.lower in prepositions]
    parts += [c for c in children if c.dep == "advcl" and c.i > verb.i and _marked(words, c) in cue.prepositions]
    if passive:
        told = [
            c
            for c in children
            if c.dep in ("nsubjpass", "xcomp", "ccomp", "oprd") or (c.dep == "prep" and c.i > verb.i)
        ]
        spans = [_extent(sentence, part.i) for part in told]
        return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None
    if "calling" in cue.takes and any(c.dep == "oprd" for c in children):
        parts += [c for c in children if c.dep in ("dobj", "oprd") and c.i > verb.i]
    if parts:
        return _hull(sentence, verb, parts, head)
    return _around(sentence, verb, cue, head) if "saying" in cue.takes else None


def _marked(words: Sequence[Word], clause: Word) -> str | None:
    return next((words[c].lower for c in clause.children if words[c].dep == "mark"), None)


WITH = frozenset("as for of over about against".split())
"""What an object of saying is followed by and still is what is said ("praised the crews for their calm")."""
TELLS = frozenset("tell inform notify assure reassure remind brief".split())


def _hull(sentence: Sentence, verb: Word, parts: Sequence[Word], head: int | None) -> tuple[int, int] | None:
    """From the first to the last word of the parts; those on the other side of the verb are left out."""
    spans = [_extent(sentence, part.i) for part in sorted(parts)]
    after = [span for span in spans if span[0] > verb.i]
    before = [span for span in spans if span[0] < verb.i]
    chosen = after or before
    first, last = min(s for s, _ in chosen), max(e for _, e in chosen)
    if chosen is before and first < verb.i < last:
        last = max((e for _, e in before), default=verb.i)
    elif chosen is before:
        last = min(last, head if head is not None and first < head < verb.i else verb.i)
    words = sentence.words
    if words[first].text in PREPOSED and len(chosen) == 1 and parts[0].dep == "prep":
        inner = words[first]
        return (first + 1, last) if inner.children else None
    if chosen is after:
        last = _asides(sentence, first, last)
    return (first, last) if first < last else None


def _asides(sentence: Sentence, first: int, last: int) -> int:
    """Where the outlet's own aside ends what is said: at a dash, or at a comma before a relative clause."""
    words, quoted = sentence.words, False
    for word in words[first + 1 : last]:
        quoted = quoted != (word.text in ('"', "''", "``", "“", "”"))
        aside = word.tag in ("WP", "WDT", "WRB", "WP$") and words[word.i - 1].text == ","
        dash = word.text in ("-", "--", "—", "–") and word.start > words[word.i - 1].end
        if not quoted and (dash or (aside and _extent(sentence, words[word.head].i)[1] >= last - 1)):
            return word.i - aside
    return last


PREPOSED = frozenset("for of on about against to with at over upon".split())


def _extent(sentence: Sentence, i: int) -> tuple[int, int]:
    inside = sentence.subtree(i)
    return inside[0].i, inside[-1].i + 1


def _around(sentence: Sentence, verb: Word, cue: Cue, head: int | None) -> tuple[int, int] | None:
    """The clause that an inserted or trailing saying belongs to."""
    words = sentence.words
    start = min([verb.i, *([_extent(sentence, head)[0]] if head is not None and head < verb.i else [])])
    if verb.dep in ("parataxis", "advcl", "ccomp", "conj", "dep") and verb.head != verb.i:
        governor = words[verb.head]
        marks = [words[c].lower for c in verb.children if words[c].dep in ("mark", "advmod")]
        as_said = "as" in marks and not any(words[c].dep in ("xcomp", "dobj", "prt") for c in verb.children)
        if verb.dep == "parataxis" or as_said:
            first, last = _extent(sentence, governor.i)
            return (first, last) if last > _extent(sentence, verb.i)[1] else (first, min(last, start))
    after = words[verb.i + 1] if verb.i + 1 < len(words) else None
    if after is not None and after.text == ":" and after.i + 1 < len(words):
        return after.i + 1, len(words)
    bare = _closes(words, verb, cue) and not any(words[c].dep == "dobj" and c > verb.i for c in verb.children)
    if (
        bare
        and start > 2
        and words[start - 1].text in (",", '"', "'", "''")
        and any(w.tag in FINITE for w in words[:start])
    ):
        return 0, start
    return None


def _cue_span(words: Sequence[Word], verb: Word, content: tuple[int, int] | None, speech: Speech) -> tuple[int, int]:
    """The verb with its auxiliaries, negation and adverbs, the preposition it takes, and where it was said."""
    first = _before(words, verb)
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
        place = _object(words, words[last])
        if place is not None and words[place].lemma in speech.settings:
            return first, place + 1
    return first, last


# --- other cues ---


def _according(sentence: Sentence, word: Word) -> Iterator[Said]:
    words = sentence.words
    if word.i + 2 >= len(words) or words[word.i + 1].lower != "to":
        return
    head = _object(words, words[word.i + 1])
    if head is None:
        head = next((w.i for w in words[word.i + 2 :] if w.tag.startswith(("N", "PRP"))), None)
        if head is None:
            return
    first, last = word.i + 2, _extent(sentence, head)[1]
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
    head = owner.i if owner is not None else _object(words, author) if author is not None else None
    verb = words[noun.head]
    light = head is None and noun.dep == "dobj" and verb.lemma in speech.light
    if light:
        head, _ = _subject(sentence, verb, speech)
    if head is None and content.dep == "prep":
        return
    speaker = None
    if head is not None:
        first, last = _extent(sentence, head)
        speaker = (first, last - 1) if words[last - 1].tag == "POS" and last - first > 1 else (first, last)
    first, last = _extent(sentence, content.i)
    if light and head is not None:
        speaker = _speaker(sentence, head, verb)
    span = (_before(words, verb) if light else noun.i, noun.i + 1)
    yield Said(noun.i, span, speaker, head, (first, last), cue.stance, cue.vouches, False)


def _that(words: Sequence[Word], clause: Word) -> bool:
    """Whether a clause tells what a noun says: it opens with "that" as a conjunction, or is an infinitive."""
    return any(words[c].dep == "mark" or (words[c].dep == "aux" and words[c].lower == "to") for c in clause.children)
