"""The subject of a verb of saying, through the parse: its own, that of a verb above it, or whom the parser lost."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.clauses import FINITE, is_passive, object_of
from dateline.find.sentences.dependents import dependent, dependents, has_dependent
from dateline.find.sentences.tags import PROPER, SUBJECTS, TENSED
from dateline.phenomena import words_of
from dateline.words.calendar import WEEKDAYS
from dateline.words.speech import Speech, load_speech

__all__ = ["DAYS", "clipped", "subject_of", "verbless"]


def subject_of(sentence: Sentence, verb: Word, speech: Speech) -> tuple[int | None, int | None]:
    """The main word of who says it, and of who passes it on where another one is quoted."""
    words = sentence.words
    lost = clipped(words, verb)
    if lost is not None:
        return lost, None
    at = _main(words, verb, speech)
    for _ in range(MOST_UP):
        own = _of_passive(words, at, verb) if is_passive(words, at) else _own_subject(words, at, verb)
        if own is not None:
            return own
        above = _verb_above(words, at)
        if above is None:
            return _without_verb(words, at, speech), None
        at = above
    return None, None


MOST_UP = 8
"""Verbs up from a saying among which its subject is looked for."""


def _of_passive(words: Sequence[Word], at: Word, verb: Word) -> tuple[int | None, int | None]:
    """Who speaks by a passive verb, and who passes it on: its agent, or who is quoted by one."""
    children = dependents(words, at)
    agents = (object_of(words, c) for c in children if c.lower == "by" and c.dep in ("agent", "prep"))
    agent = next(agents, None)
    subject = next((c.i for c in children if c.dep in SUBJECTS), None)
    if at.i == verb.i:
        return agent, None
    return subject, agent if at.lemma in ("quote", "cite", "expect", "report") else None


def _own_subject(words: Sequence[Word], at: Word, verb: Word) -> tuple[int | None, int | None] | None:
    """Who speaks by a verb in the active, and who passes it on; None where the verb has no subject of its own."""
    children = dependents(words, at)
    subject = next((c.i for c in reversed(children) if c.dep in ("nsubj", "expl") and c.lower not in DAYS), None)
    subject = subject if subject is not None else _of_aside(words, children, at)
    if at.i != verb.i and at.lemma in ("quote", "cite"):
        quoted = next((c.i for c in children if c.dep == "dobj"), None)
        if quoted is not None:
            return quoted, subject
    if subject is None:
        return None
    quoted = _quoted(words, words[subject]) or _quoted(words, verb) or _cited_last(words, verb) or _source(words, verb)
    return (quoted, subject) if quoted is not None else (subject, None)


def _of_aside(words: Sequence[Word], children: Sequence[Word], at: Word) -> int | None:
    """The subject that the parser gives to what is set beside it: "Omar Kor, minding the shop, said"."""
    for aside in children:
        if aside.dep == "advcl" and aside.tag == "VBG" and aside.i < at.i and words[at.i - 1].text == ",":
            own = next((w.i for w in dependents(words, aside, "nsubj")), None)
            if own is not None and words[own + 1].text == ",":
                return own
    return None


def _verb_above(words: Sequence[Word], at: Word) -> Word | None:
    """The verb whose subject a verb without one may share, or None where there is none."""
    head = _above(words, at)
    if head.i == at.i or (at.dep == "advcl" and at.tag in TENSED):
        return None
    if _infinitive_of(words, at, head):
        return words[head.head] if words[head.head].tag.startswith("V") else None
    told_of = at.dep in ("acl", "relcl") and head.tag.startswith(("N", "PRP"))
    return None if told_of or head.tag.startswith("N") or head.tag == "PRP" else head


def _above(words: Sequence[Word], at: Word) -> Word:
    """What a verb hangs on; where it goes on with the saying around the verb it is joined to, what that hangs on."""
    head = words[at.head]
    if at.dep == "conj" and (told := _set_in(words, head)) is not None:
        return told
    return words[head.head] if at.dep == "conj" and head.dep == "ccomp" and _unlike(words, head, at) else head


def _set_in(words: Sequence[Word], saying: Word) -> Word | None:
    """The verb of what is told around a saying between two commas, which what is joined to it goes on with: "He vowed to stay, she
    said, and denied the charge".
    """
    below = dependents(words, saying)
    subject = next((w for w in below if w.dep == "nsubj" and w.i == saying.i - 1), None)
    if subject is None or [words[i].text for i in (subject.i - 1, saying.i + 1)] != [",", ","]:
        return None
    return next((w for w in below if w.dep == "ccomp" and w.i < subject.i), None)


def _infinitive_of(words: Sequence[Word], at: Word, noun: Word) -> bool:
    """Whether a verb is what a noun is there for: "a vow to leave"."""
    return at.dep == "acl" and noun.tag.startswith("N") and any(w.tag == "TO" for w in dependents(words, at))


def _without_verb(words: Sequence[Word], at: Word, speech: Speech) -> int | None:
    """Who speaks where no verb above tells it: the noun that a clause is about, its owner, or whom the parser lost."""
    head = _above(words, at)
    if head.i == at.i:
        return _shared(words, at)
    if at.dep == "advcl" and at.tag in TENSED:
        return None
    if _infinitive_of(words, at, head):
        return next((w.i for w in dependents(words, head, "poss")), None)
    if at.dep in ("acl", "relcl"):
        maker = _maker(words, head) if head.lemma in speech.papers or _mute(words, at, head) else None
        return maker if maker is not None else head.i
    if at.dep == "conj" and head.tag.startswith("N"):
        return _before_noun(words, head)
    return head.i if at.dep == "appos" else None


def _before_noun(words: Sequence[Word], noun: Word) -> int | None:
    """The subject of a verb that the parser takes for a part of its object: "The envoy voiced alarm and called for …"."""
    verbs = (w for w in dependents(words, noun, "amod") if w.tag in ("VBN", "VBD"))
    return next((w.i for verb in verbs for w in dependents(words, verb, "nsubj")), None)


def _unlike(words: Sequence[Word], one: Word, other: Word) -> bool:
    """Whether a verb cannot share the subject of the one it is joined to, and goes on with the saying around that:
    "demanded that it stop and appealed for calm", "they say he is ill but have asked for proof".
    """
    first, second = _form(words, one), _form(words, other)
    if any(w.tag == "MD" for w in dependents(words, one)):
        return second in TENSED and other.lower != other.lemma  # "he would stay and hoped for rain"
    bare = first == "VB" and not has_dependent(words, one, "aux")
    return second in TENSED and (bare or {first, second} == {"VBZ", "VBP"})


def _form(words: Sequence[Word], verb: Word) -> str:
    """The tag of the verb, or of what helps it, that shows number and tense."""
    helped = (w.tag for w in dependents(words, verb, "aux", "auxpass"))
    return next((tag for tag in helped if tag in TENSED), verb.tag)


DAYS = frozenset((*WEEKDAYS, "yesterday", "today"))


def _root(words: Sequence[Word]) -> Word | None:
    return next((word for word in words if word.head == word.i and word.dep == "ROOT"), None)


def clipped(words: Sequence[Word], verb: Word) -> int | None:
    """The main word of who says it where the parser takes the main verb of a sentence for a participle: "The guild, based
    in Lima, called for a strike", "The dean, who had left, called it a trick".
    """
    if verb.tag != "VBN" or verb.dep != "acl" or verb.i < 2 or words[verb.i - 1].text != ",":
        return None
    if has_dependent(words, verb, "agent"):
        return None
    root = _root(words)
    return root.i if root is not None and root.tag.startswith("N") and root.i < verb.i and verbless(words) else None


def verbless(words: Sequence[Word]) -> bool:
    """Whether the parser sees no finite verb but in relative clauses, and so took the main verb for something else."""
    root = _root(words)
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
        if cue is not None and cue.vouches and "saying" in cue.takes and has_dependent(words, at, "nsubj"):
            return at
    return verb


def _quoted(words: Sequence[Word], subject: Word) -> int | None:
    """Whom a subject or its verb quotes ("Interfax, citing two officers, reported")."""
    for verb in dependents(words, subject):
        if verb.lemma in ("quote", "cite") and verb.tag == "VBG":
            return next((w.i for w in dependents(words, verb, "dobj") if _speaks(w)), None)
    return None


def _cited_last(words: Sequence[Word], verb: Word) -> int | None:
    """Who is cited at the end of what is passed on, wherever the parse hangs it: "Interfax reported that …, citing two
    officers".
    """
    if verb.lemma not in REPORTS:
        return None
    for word in words[verb.i + 1 :]:
        if word.tag == "VBG" and word.lemma in ("quote", "cite") and words[word.i - 1].text == ",":
            cited = dependents(words, word, "dobj")
            return next((w.i for w in cited if _vouching(w, verb)), None)
    return None


def _vouching(cited: Word, verb: Word) -> bool:
    """Whether who is cited is somebody who told it; a body is where a verb only reports: "said it would leave, citing the army"."""
    speech = load_speech()
    body = cited.tag in PROPER or cited.lemma in speech.outlets | speech.collective | words_of("agents")
    return cited.lemma in speech.offices | speech.humans or (body and verb.lemma != "say")


REPORTS = ("report", "say", "write")
"""Verbs by which an outlet passes on what somebody told it."""


def _speaks(cited: Word) -> bool:
    """Whether what is cited can speak: officers and reports do, not concerns or a lack of proof."""
    speech = load_speech()
    abstract = cited.lemma in speech.nouns or cited.lemma in speech.grounds
    return cited.lemma in speech.papers or not abstract


def _shared(words: Sequence[Word], verb: Word) -> int | None:
    """The subject that a verb without its own shares with the one before it in a list ("deplores …, urges … and …")."""
    if words[verb.i - 1].text != ",":
        return None
    before = next((w for w in dependents(words, verb, "ccomp") if w.i < verb.i), None)
    subject = dependent(words, before, "nsubj") if before is not None else None
    return subject.i if subject is not None else None


def _source(words: Sequence[Word], verb: Word) -> int | None:
    """From whom something was learned ("Interfax learned from an officer")."""
    if verb.lemma != "learn":
        return None
    return next((object_of(words, w) for w in dependents(words, verb) if w.lower == "from"), None)


def _mute(words: Sequence[Word], verb: Word, noun: Word) -> bool:
    """Whether the noun before "saying" only ends the clause of who says it: "broke into tears saying"."""
    after = words[noun.head] if noun.dep == "pobj" else None
    return after is not None and verb.tag == "VBG" and verb.i == noun.i + 1 and after.lower in ("into", "in", "to")


def _maker(words: Sequence[Word], paper: Word) -> int | None:
    """Who issued a paper: the subject of the verb it is the object of ("the guild issued a statement saying")."""
    verb = words[paper.head] if paper.dep == "dobj" else words[words[paper.head].head]
    if not verb.tag.startswith("V") or paper.dep not in ("dobj", "pobj"):
        return None
    return next((w.i for w in dependents(words, verb, "nsubj")), None)
