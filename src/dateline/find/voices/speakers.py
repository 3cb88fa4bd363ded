"""Who a verb of saying gives its words to: by the parse, and by position where the parse errs."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.clauses import FINITE, VERBAL, closes, extent, is_passive, object_of, opening
from dateline.words.speech import Cue, Speech, load_speech

__all__ = [
    "DAYS",
    "beside",
    "beyond",
    "clipped",
    "closed_by",
    "closing",
    "fellows",
    "following",
    "inserted",
    "speaker_of",
    "subject_of",
    "told_to",
    "verbless",
]

CUTS = frozenset("WP WDT WP$ WRB VBG IN RB".split())
"""What after a comma no longer tells who someone is, but what they did or when."""


def subject_of(sentence: Sentence, verb: Word, speech: Speech) -> tuple[int | None, int | None]:
    """The main word of who says it, and of who passes it on where another one is quoted."""
    words = sentence.words
    lost = clipped(words, verb)
    if lost is not None:
        return lost, None
    at, seen = _main(words, verb, speech), 0
    while seen < 8:
        seen += 1
        children = [words[c] for c in at.children]
        if is_passive(words, at):
            agent = next(
                (object_of(words, c) for c in children if c.lower == "by" and c.dep in ("agent", "prep")), None
            )
            subject = next((c.i for c in children if c.dep in ("nsubjpass", "nsubj")), None)
            if at.i != verb.i and at.lemma in ("quote", "cite", "expect", "report"):
                return subject, agent
            return (agent, None) if at.i == verb.i else (subject, None)
        subject = next((c.i for c in reversed(children) if c.dep in ("nsubj", "expl") and c.lower not in DAYS), None)
        if at.i != verb.i and at.lemma in ("quote", "cite"):
            quoted = next((c.i for c in children if c.dep == "dobj"), None)
            if quoted is not None:
                return quoted, subject
        if subject is not None:
            quoted = _quoted(words, words[subject]) or _quoted(words, verb) or _source(words, verb)
            return (quoted, subject) if quoted is not None else (subject, None)
        head = words[at.head]
        if at.dep == "conj" and head.dep == "ccomp" and _unlike(words, head, at):
            head = words[head.head]
        if head.i == at.i:
            return _shared(words, at), None
        if at.dep == "advcl" and at.tag in OWN:
            return None, None
        if at.dep == "acl" and any(c.tag == "TO" for c in children) and head.tag.startswith("N"):
            at = words[head.head]
            if not at.tag.startswith("V"):
                return next((c for c in head.children if words[c].dep == "poss"), None), None
            continue
        if at.dep in ("acl", "relcl") and head.tag.startswith(("N", "PRP")):
            maker = _maker(words, head) if head.lemma in speech.papers or _mute(words, at, head) else None
            return (maker if maker is not None else head.i), None
        if at.dep == "conj" and head.tag.startswith("N"):
            return _before_noun(words, head), None
        if head.tag.startswith("N") or head.tag == "PRP":
            return (head.i, None) if at.dep in ("acl", "relcl", "appos") else (None, None)
        at = head
    return None, None


def _before_noun(words: Sequence[Word], noun: Word) -> int | None:
    """The subject of a verb that the parser takes for a part of its object: "The envoy voiced alarm and called for …"."""
    verbs = (words[c] for c in noun.children if words[c].dep == "amod" and words[c].tag in ("VBN", "VBD"))
    return next((c for verb in verbs for c in verb.children if words[c].dep == "nsubj"), None)


def _unlike(words: Sequence[Word], one: Word, other: Word) -> bool:
    """Whether a verb cannot share the subject of the one it is joined to, and goes on with the saying around that:
    "demanded that it stop and appealed for calm", "they say he is ill but have asked for proof".
    """
    first, second = _form(words, one), _form(words, other)
    if any(words[c].tag == "MD" for c in one.children):
        return second in OWN and other.lower != other.lemma  # "he would stay and hoped for rain"
    bare = first == "VB" and not any(words[c].dep == "aux" for c in one.children)
    return second in OWN and (bare or {first, second} == {"VBZ", "VBP"})


def _form(words: Sequence[Word], verb: Word) -> str:
    """The tag of the verb, or of what helps it, that shows number and tense."""
    helped = (words[c].tag for c in verb.children if words[c].dep in ("aux", "auxpass"))
    return next((tag for tag in helped if tag in OWN), verb.tag)


OWN = ("VBD", "VBZ", "VBP")
"""Tags of a verb that has a subject of its own, though the parser may miss it."""

DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())


def clipped(words: Sequence[Word], verb: Word) -> int | None:
    """The main word of who says it where the parser takes the main verb of a sentence for a participle: "The guild, based
    in Lima, called for a strike", "The dean, who had left, called it a trick".
    """
    if verb.tag != "VBN" or verb.dep != "acl" or verb.i < 2 or words[verb.i - 1].text != ",":
        return None
    if any(words[c].dep == "agent" for c in verb.children):
        return None
    root = next((word for word in words if word.head == word.i and word.dep == "ROOT"), None)
    return root.i if root is not None and root.tag.startswith("N") and root.i < verb.i and verbless(words) else None


def verbless(words: Sequence[Word]) -> bool:
    """Whether the parser sees no finite verb but in relative clauses, and so took the main verb for something else."""
    root = next((word for word in words if word.head == word.i and word.dep == "ROOT"), None)
    bare = root is not None and root.tag.startswith("N")
    return bare and not any(word.tag in FINITE and not _in_relative(words, word) for word in words)


def _in_relative(words: Sequence[Word], verb: Word) -> bool:
    """Whether a verb stands in a relative clause: "the dean, who had left"."""
    at = verb
    for _ in range(6):
        if at.dep == "relcl":
            return True
        if at.head == at.i:
            return False
        at = words[at.head]
    return False


def _main(words: Sequence[Word], verb: Word, speech: Speech) -> Word:
    """The verb whose subject speaks: of "…, adding", the verb of saying that it follows."""
    if verb.tag != "VBG" or verb.dep not in ("advcl", "acl", "dep"):
        return verb
    cue = speech.verbs.get(verb.lemma)
    if cue is None or (words[verb.i - 1].text != "," and not (verb.dep == "advcl" and cue.human)):
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


def _quoted(words: Sequence[Word], subject: Word) -> int | None:
    """Whom a subject or its verb quotes ("Interfax, citing two officers, reported")."""
    for c in subject.children:
        if words[c].lemma in ("quote", "cite") and words[c].tag == "VBG":
            return next((d for d in words[c].children if words[d].dep == "dobj" and _speaks(words[d])), None)
    return None


def _speaks(cited: Word) -> bool:
    """Whether what is cited can speak: officers and reports do, not concerns or a lack of proof."""
    speech = load_speech()
    abstract = cited.lemma in speech.nouns or cited.lemma in speech.grounds
    return cited.lemma in speech.papers or not abstract


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
    return next((object_of(words, words[c]) for c in verb.children if words[c].lower == "from"), None)


def _mute(words: Sequence[Word], verb: Word, noun: Word) -> bool:
    """Whether the noun before "saying" only ends the clause of who says it: "broke into tears saying"."""
    after = words[noun.head] if noun.dep == "pobj" else None
    return after is not None and verb.tag == "VBG" and verb.i == noun.i + 1 and after.lower in ("into", "in", "to")


def _maker(words: Sequence[Word], paper: Word) -> int | None:
    """Who issued a paper: the subject of the verb it is the object of ("the guild issued a statement saying")."""
    verb = words[paper.head] if paper.dep == "dobj" else words[words[paper.head].head]
    if not verb.tag.startswith("V") or paper.dep not in ("dobj", "pobj"):
        return None
    return next((c for c in verb.children if words[c].dep == "nsubj"), None)


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
    more = tuple(c for c in words[head].children if words[c].dep == "conj")
    subjects = tuple(c for c in verb.children if words[c].dep == "nsubj" and c < verb.i)
    if len(subjects) > 1 and head in subjects and all(words[c].tag in NAMES for c in subjects):
        return (*subjects, *more)
    first, above = speaker[0], words[verb.head]
    apart = verb.dep == "parataxis" and above.tag in NAMES and first > 0 and words[first - 1].text == ","
    return (above.i, head, *more) if apart and more and above.i == first - 2 else ()


NAMES = ("NNP", "NNPS")


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
    if verb.tag not in ("VBD", "VBZ", "VBP", "VBN") or not closes(words, verb, cue):
        return None
    if verb.dep == "conj" and words[verb.head].dep == "acl" and any(words[c].dep == "agent" for c in verb.children):
        return None  # "a letter sent to the mayor and read to the press by a clerk"
    if _passive_of(words, verb, named):
        return None
    before = [
        span for span in named if span[1] <= verb.i and words[span[1] - 1].dep not in ("amod", "nmod", "npadvmod")
    ]
    if not before or before[-1][0] < 2:
        return None
    first, last = before[-1]
    between = words[last : opening(words, verb)]
    if any(word.tag in FINITE or word.tag in ("WDT", "WP", "WRB") for word in between):
        return None
    opened = words[extent(sentence, words[last - 1].i)[0] - 1]
    if (opened.i == verb.head and opened.lemma in load_speech().verbs) or (
        opened.lower == "that" and opened.head == verb.i
    ):
        return None
    commas = [word.i for word in between if word.text == ","]
    if commas and not (commas == [words[verb.i - 1].i] and words[first - 1].text == ","):
        return None
    subject = _subject_over(sentence, verb, last)
    first, heads = subject or _listed(words, before, len(commas) > 0)
    paper = None if subject else _paper_of(sentence, first)
    if paper is not None:
        first, heads = extent(sentence, paper)[0], (paper,)
    first = first if subject or paper is not None else _owned(sentence, first, heads[0])
    if not any(word.tag in VERBAL for word in words[:first]) or words[first - 1].tag in ("WDT", "WP", "WRB"):
        return None
    end = opening(words, verb)
    return first, end - 1 if words[end - 1].text == "," else end, heads


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
    head = next((words[c] for c in verb.children if words[c].dep == "nsubj" and c < last), None)
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
    if verb.tag not in OWN:
        return None
    end = verb.i
    if words[verb.i - 1].text.endswith(")"):
        end = next((i for i in range(verb.i - 1, 0, -1) if words[i].text.startswith("(")), verb.i)
        if words[end - 1].tag in NAMES:
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
    if words[first - 1].tag == "CC" and whole < first and words[whole].head == head:
        return whole
    if words[first - 1].tag == "POS":
        return extent(sentence, words[first - 1].head)[0]
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
        elif gap == ["("]:
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
    closed = after[1] + 2 < len(words) and words[after[1]].text == ","
    return closed and verb.i > 1 and words[verb.i - 1].text == "," and words[verb.i + 1].i == after[0]


def closed_by(words: Sequence[Word], verb: Word, cue: Cue, after: tuple[int, int]) -> bool:
    """Whether a verb after a comma and who follows it end a sentence: "The boats sank, reported the Tern Post"."""
    ends = after[1] == len(words) or (words[after[1]].text == "." and after[1] == len(words) - 1)
    alone = not any(words[c].dep in ("nsubj", "cc", "aux") for c in verb.children)
    return ends and alone and words[verb.i - 1].text == "," and "people" not in cue.takes


def told_to(words: Sequence[Word], verb: Word) -> int | None:
    """Whom it was told to: the object of telling, or after "to" or "with"."""
    for c in verb.children:
        child = words[c]
        if child.dep in ("dobj", "dative") and verb.lemma in ("tell", "inform"):
            return child.i if child.dep == "dobj" or not child.children else object_of(words, child) or child.i
        if child.dep in ("prep", "dative") and child.lower in ("to", "with", "by", "in"):
            return object_of(words, child)
    return None
