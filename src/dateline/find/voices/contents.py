"""What a verb of saying hands on: a clause, what it is done to, or the clause that it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.clauses import FINITE, NOISES, TELLS, VERBAL, closes, extent, is_infinitive, is_taking
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.sentences.tags import FORMAL, NOUNS, TENSED
from dateline.words.mood import load_acts
from dateline.words.speech import Cue, load_speech

__all__ = ["ASKS", "content_of", "own_words", "related", "rest", "retold"]


def related(sentence: Sentence, verb: Word, cue: Cue) -> tuple[int, int] | None:
    """What a relative clause says something of: "the raid that the army denied"."""
    words = sentence.words
    noun = words[verb.head]
    if verb.dep != "relcl" or "object" not in cue.takes or cue.objects or not noun.tag.startswith(("N", "DT")):
        return None
    below = dependents(words, verb)
    subject = next((c for c in below if c.dep == "nsubj"), None)
    taken = any(c.dep in ("dobj", "ccomp", "xcomp", "oprd", "acomp", "prep") and c.i > verb.i for c in below)
    if subject is None or taken or subject.lower in ("who", "which", "that"):
        return None
    first, last = extent(sentence, noun.i)[0], extent(sentence, verb.i)[0]
    return (first, last) if first < last else None


def retold(sentence: Sentence, head: int, content: tuple[int, int]) -> tuple[int, int]:
    """What is denied without the charge that was told before: of "the rebels accused the army of it, a charge the army denies"
    the charge."""
    words, last = sentence.words, extent(sentence, head)[0]
    named = words[last - 1]
    if not content[0] < last <= content[1] or not (named.lemma in load_acts().hearsay or named.lower == "something"):
        return content
    comma = next((i for i in range(last - 1, max(content[0], last - RETOLD), -1) if words[i].text == ","), None)
    return content if comma is None else (comma + 1, last)


HANDING = ("clause", "saying")

REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "ourselves", "myself", "yourself", "yourselves"})
"""Whom somebody binds to what they promise: "committed itself to pay"."""

RETOLD = 5
"""Words within which a charge is named again, behind its comma: "a charge", "both serious allegations"."""


WITH = frozenset("as for of over about against to from between toward towards with".split())
"""What an object of saying is followed by and still is what is said ("praised the crews for their calm")."""


PREPOSED = frozenset("for of in on about against to with at over upon".split())


def content_of(sentence: Sentence, verb: Word, cue: Cue, passive: bool, head: int | None) -> tuple[int, int] | None:
    """The words a verb of saying hands on, from first up to last; `head` is the main word of its speaker. An act that the parse
    hangs on the verb belongs to the clause behind it: "the guild said [shelling by rebels] killed nine".
    """
    if passive:
        return _of_passive(sentence, verb, cue)
    words = sentence.words
    children = dependents(words, verb)
    clauses = [c for c in children if c.dep == "ccomp" and not _bracketed(words, c) and not _parted(words, c, verb)]
    if clauses and "saying" in cue.takes and "object" not in cue.takes:
        acts = [c for c in children if c.dep == "xcomp" and c.tag == "VBG" and verb.i < c.i < clauses[0].i]
        hull = _hull(sentence, verb, [*acts, *clauses] if clauses[0].i > verb.i else clauses[:1], head)
        return hull if hull is None or hull[0] < verb.i else (hull[0], _said_on(sentence, verb, hull[1]))
    infinitives = [c for c in children if c.dep == "xcomp" and (c.tag != "VB" or cue.takes & {"to", "people"})]
    bound = "to" in cue.takes and any(c.dep == "dobj" and c.lower in REFLEXIVE for c in children)
    if "people" in cue.takes or bound:  # "committed itself to pay"
        infinitives += [c for c in children if c.dep == "advcl" and c.i > verb.i and is_infinitive(words, c)]
    objects = _objects(words, verb, cue, head, asked=bool(clauses or infinitives))
    dealt = [c for c in children if c.tag == "VBN" and objects and c.i == objects[-1].i + 1]  # "gave nine killed"
    if cue.objects and not _of_kind(sentence, verb, cue, objects, dealt):
        objects, dealt = [], []
        clauses = [c for c in clauses if not c.tag.startswith("NN") and not cue.takes.isdisjoint(HANDING)]
        if not clauses and not infinitives:
            return None
    taken = any(o.dep == "dobj" for o in objects) or any(_stands_for(c, verb) for c in children)
    phrases = _phrases(words, verb, cue, cue.prepositions | WITH if taken else cue.prepositions)
    parts = [*clauses, *infinitives, *objects, *phrases, *(dealt if cue.objects else ())]
    if parts:
        hull = _hull(sentence, verb, parts, head)
        if hull is not None and cue.objects:
            return hull[0], _counted_on(words, hull[1])
        told = hull is not None and clauses and hull[0] > verb.i
        return (hull[0], _said_on(sentence, verb, hull[1])) if hull is not None and told else hull
    if "saying" not in cue.takes:
        return None
    after_it = rest(words, verb, cue) if head is not None and head < verb.i else None
    return after_it or _around(sentence, verb, cue, head)


def own_words(sentence: Sentence, verb: Word, content: tuple[int, int]) -> tuple[int, int]:
    """What is said without what somebody else says against it, which the parse takes for a part of it: "the guild said nine boats
    were lost, but the millers said they had seen none".
    """
    words = sentence.words
    for other in words[max(verb.i + 1, content[0]) : content[1]]:
        cue = load_speech().verbs.get(other.lemma) if other.dep == "conj" and other.tag in TENSED else None
        subject = next((w for w in dependents(words, other, "nsubj") if w.tag in NOUNS), None)
        if cue is None or "saying" not in cue.takes or subject is None or words[other.head].i <= verb.i:
            continue
        start = extent(sentence, subject.i)[0]
        if start - 1 > content[0] and words[start - 1].tag == "CC":
            return content[0], start - 1 - (words[start - 2].text == ",")
    return content


def _of_passive(sentence: Sentence, verb: Word, cue: Cue) -> tuple[int, int] | None:
    """What is said where the verb is passive: its subject, and what follows it; or the noun that it tells of."""
    words = sentence.words
    children = dependents(words, verb)
    if cue.objects and not any(c.lemma in cue.objects for c in children):
        return None
    if cue.takes == {"as"} and not any(c.lower == "as" or c.dep in ("oprd", "acomp") for c in children):
        return None  # "ballots were cast"
    told = [c for c in children if c.dep in PASSIVE or (c.dep == "prep" and c.i > verb.i and c.lower != "according")]
    told += [words[verb.head]] if verb.dep == "acl" and not told else []
    spans = [extent(sentence, part.i) for part in told]
    return (min(s for s, _ in spans), max(e for _, e in spans)) if spans else None


def _phrases(words: Sequence[Word], verb: Word, cue: Cue, prepositions: frozenset[str]) -> list[Word]:
    """What is said behind prepositions, what follows it with "as", and clauses that such a preposition opens."""
    after = [w for w in dependents(words, verb) if w.i > verb.i]
    phrases = [c for c in after if c.dep == "prep" and c.lower in prepositions]
    phrases += [c for c in after if phrases and c.dep == "prep" and c.lower == "as" and c not in phrases]
    return phrases + [c for c in after if c.dep == "advcl" and _marked(words, c) in cue.prepositions]


def _of_kind(sentence: Sentence, verb: Word, cue: Cue, objects: Sequence[Word], dealt: Sequence[Word]) -> bool:
    """Whether a verb that says only some things has one of them as its object, or as what became of those it counts."""
    words = sentence.words
    if verb.lemma == "put" and _rated(sentence, dependents(words, verb)):
        return True
    told = [*objects, *dealt, *(w for o in objects for w in dependents(words, o))]
    return any(w.lemma in cue.objects or w.lower in cue.objects for w in told)


def _counted_on(words: Sequence[Word], last: int) -> int:
    """Where a count ends that goes on with more of those it is of: "counted nine killed and thousands wounded"."""
    start = last - (words[last - 1].tag == "CC")
    if start >= len(words) or words[start].tag != "CC":
        return last
    end = next((w.i for w in words[start + 1 :] if w.text in STOPS or w.tag in FINITE), len(words))
    return next((i + 1 for i in range(end - 1, start, -1) if words[i].lower in STRUCK), last)


STOPS = (",", ".", ";", ":")
STRUCK = frozenset("killed wounded injured hurt missing dead displaced detained arrested".split())
"""What those are who are counted."""


def _stands_for(word: Word, verb: Word) -> bool:
    """Whether "which" or "what" is what a verb is done to: "a raid which the army describes as a blunder"."""
    return word.dep == "dobj" and word.i < verb.i and word.lower in ("which", "what")


def _rated(sentence: Sentence, children: Sequence[Word]) -> bool:
    """Whether something is put at a number: "puts the damage at 90 percent"."""
    at = next((c for c in children if c.dep == "prep" and c.lower == "at"), None)
    told = sentence.subtree(at.i) if at is not None else []
    return any(w.tag == "CD" for w in told[:5]) and not any(w.lower in CLOCK or ":" in w.text for w in told)


CLOCK = frozenset("am pm a.m. p.m. o'clock gmt".split())


def _bracketed(words: Sequence[Word], clause: Word) -> bool:
    """Whether a bracket opens right before a clause, or with it: "Ana Diaz (pictured in May) said"."""
    return words[clause.i - 1].text == "(" or any(w.text == "(" for w in dependents(words, clause))


def _parted(words: Sequence[Word], clause: Word, verb: Word) -> bool:
    """Whether a clause ends before the saying begins, which has one of its own: "rebels fired on the port; the army said nobody
    was hit", "rebels fired on the port as the army said it was calm".
    """
    if any(word.text == ";" for word in words[clause.i : verb.i]):
        return True
    below = dependents(words, verb)
    subject = next((w for w in below if w.dep == "nsubj" and clause.i < w.i < verb.i), None)
    if subject is None or not any(w.dep == "ccomp" and w.i > verb.i for w in below):
        return False
    return words[min(subject.i, *subject.children, verb.i) - 1].lower in MEANWHILE


MEANWHILE = frozenset({"as", "while", "when"})

PASSIVE = ("nsubjpass", "nsubj", "xcomp", "ccomp", "oprd")


def _objects(words: Sequence[Word], verb: Word, cue: Cue, head: int | None, *, asked: bool) -> list[Word]:
    """What the verb is done to: any object, one who is asked for something, one who is called something."""
    after = [w for w in dependents(words, verb, "dobj", "oprd", "acomp") if w.i > verb.i]
    called = "calling" in cue.takes and any(c.dep == "oprd" for c in after)
    found = "finding" in cue.takes and head is not None and words[head].lemma in load_speech().papers
    shown = "as" in cue.takes and any(
        w.lower == "as" for at in (verb, *after) for w in dependents(words, at) if w.i > verb.i
    )
    if (
        "object" in cue.takes
        or found
        or shown
        or ("people" in cue.takes and asked and verb.lemma not in TELLS)
        or called
    ):
        return after or _shared(words, verb)
    return []


def _said_on(sentence: Sentence, verb: Word, last: int) -> int:
    """Where what is said ends that the parse joins to the verb of saying: "said it would send boats, but would not arm
    them", "said it had suffered nine killed and thirty wounded". A helper that tells what was said before, or lies ahead
    of it, shows it; who goes on to say something else speaks anew.
    """
    words, speech = sentence.words, load_speech()
    if verb.tag not in TENSED:
        return last
    for word in (w for w in dependents(words, verb, "conj") if w.i > last):
        first, end = extent(sentence, word.i)
        below = [w for w in dependents(words, word) if w.i < word.i]
        tallied = word.lower in STRUCK and words[word.i - 1].tag == "CD"
        told = any(w.dep == "aux" and w.lower in BACKSHIFTED for w in below) and word.lemma not in speech.verbs
        told = told and not any(w.dep in FORMAL for w in below)
        if not (told or tallied) or not all(w.tag in JOINING for w in words[last:first]):
            break
        last = end
    return last


BACKSHIFTED = frozenset({"had", "would", "could", "might"})
"""Helpers of what is told in the words of one who spoke in the past."""

JOINING = ("CC", ",", "''", "RB")
"""Tags of what stands between two parts of what is said."""


def _shared(words: Sequence[Word], verb: Word) -> list[Word]:
    """The object of the verb that one without its own is joined to: "promised and then broke a truce"."""
    joined = [w for w in dependents(words, verb, "conj") if w.tag in (verb.tag, "VBD")]
    if any(w.i > verb.i and w.dep not in ("cc", "conj", "punct", "advmod") for w in dependents(words, verb)):
        return []
    return [w for other in joined[:1] for w in dependents(words, other, "dobj") if w.i > other.i]


def _marked(words: Sequence[Word], clause: Word) -> str | None:
    return next((w.lower for w in dependents(words, clause, "mark")), None)


def rest(words: Sequence[Word], verb: Word, cue: Cue) -> tuple[int, int] | None:
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


def _hull(sentence: Sentence, verb: Word, parts: Sequence[Word], head: int | None) -> tuple[int, int] | None:
    """From the first to the last word of the parts; those on the other side of the verb are left out."""
    spans = [extent(sentence, part.i) for part in sorted(parts)]
    after = [span for span in spans if span[0] > verb.i]
    before = [span for span in spans if span[0] < verb.i]
    chosen = after or before
    first, last = min(s for s, _ in chosen), max(e for _, e in chosen)
    if chosen is before and first < verb.i < last:
        last = max((e for _, e in before), default=verb.i)
    elif chosen is before:
        last = min(last, head if head is not None and first < head < verb.i else verb.i)
    words = sentence.words
    if words[first].text in PREPOSED and words[first].dep == "prep":
        first += 1
    if chosen is after:
        last = _asides(sentence, verb, first, last)
    return (first, last) if first < last else None


def _asides(sentence: Sentence, verb: Word, first: int, last: int) -> int:
    """Where what is said ends and the outlet goes on: at a lone dash, at a comma before a relative clause or another
    verb of saying, at a verb whose form shows that it is not part of what is said.
    """
    words, quoted = sentence.words, False
    dashes = [w.i for w in words[first + 1 : last] if w.text in DASHES and w.start > words[w.i - 1].end]
    for word in words[first + 1 : last]:
        quoted = quoted != (word.text in ('"', "''", "``"))
        if quoted:
            continue
        comma = words[word.i - 1].text == ","
        if len(dashes) == 1 and word.i == dashes[0]:
            return word.i
        aside = comma and word.tag in RELATIVE and not _told_on(sentence, word)
        if aside and extent(sentence, words[word.head].i)[1] >= last - 1:
            return word.i - 1
        if comma and word.lower in CONTRAST and word.i > first + 2:
            return word.i - 1
        if comma and word.tag == "VBG" and word.lemma in load_speech().verbs and not is_taking(words, word):
            return word.i - 1
        joined = words[word.i - 1].tag == "CC" and word.dep == "conj"
        if joined and (_another(verb, words[word.head], word) or _speaks_on(words, verb, words[word.head], word)):
            return word.i - 1
    return last


def _told_on(sentence: Sentence, where: Word) -> bool:
    """Whether a clause of place or time goes on with the story: "said gunmen came to the mill, where they shot a man"."""
    return where.tag == "WRB" and sentence.words[where.head].tag == "VBD"


CONTRAST = frozenset("while whereas though although even".split())
"""What after a comma sets something against what is said, in the outlet's own words."""

DASHES = ("-", "--", "—", "–")
RELATIVE = ("WP", "WDT", "WRB", "WP$")


def _another(cue: Word, one: Word, other: Word) -> bool:
    """Whether a verb joined to another goes on with the saying instead: it cannot share its subject and helper, and
    stands in the tense of the cue ("said he would go and warned them", "acknowledging … but warning").
    """
    if one.tag == "VB":
        return other.tag in TENSES and TENSES.get(other.tag) == TENSES.get(cue.tag, TENSES[other.tag])
    return one.tag in TENSES and other.tag == "VBG"


def _speaks_on(words: Sequence[Word], cue: Word, one: Word, other: Word) -> bool:
    """Whether a verb of saying in the tense of the cue is joined to a verb whose helper it cannot share: "says he will not
    run and calls her a friend".
    """
    helped = any(w.tag == "MD" or w.lemma == "have" for w in dependents(words, one, "aux"))
    own = has_dependent(words, other, "nsubj", "aux", "auxpass")
    speaks = other.lemma in load_speech().verbs and other.tag in ("VBD", "VBZ") and other.tag == cue.tag
    return speaks and helped and not own


TENSES = {"VBD": "past", "VBZ": "present", "VBP": "present", "VBN": "past"}


def _around(sentence: Sentence, verb: Word, cue: Cue, head: int | None) -> tuple[int, int] | None:
    """The clause that an inserted or trailing saying belongs to."""
    words = sentence.words
    start = min([verb.i, *([extent(sentence, head)[0]] if head is not None and head < verb.i else [])])
    marks = [w.lower for w in dependents(words, verb, "mark", "advmod")]
    as_said = (
        "as" in marks
        and verb.lemma not in NOISES
        and all(w.dep in LIGHT for w in dependents(words, verb) if w.i > verb.i)
    )
    if verb.head != verb.i and (verb.dep == "parataxis" or (verb.dep in CLAUSAL and as_said)):
        first, last = extent(sentence, verb.head)
        first = _after_question(sentence, words[verb.head], first)
        first = first if first < start or last <= verb.i + 2 else verb.i + 1
        return (first, last) if last > extent(sentence, verb.i)[1] else (first, min(last, start))
    after = words[verb.i + 1] if verb.i + 1 < len(words) else None
    if after is not None and after.text == ":" and after.i + 1 < len(words):
        return after.i + 1, len(words)
    if "that" in marks or not closes(words, verb, cue) or any(w.i > verb.i for w in dependents(words, verb, "dobj")):
        return None
    parted = start > 2 and words[start - 1].text in (",", '"', "'", "''")
    return (0, start) if parted and any(w.tag in VERBAL for w in words[:start]) else None


def _after_question(sentence: Sentence, said: Word, first: int) -> int:
    """Where an answer starts after the question that opens its sentence: "Asked whether …, he said, “No”"."""
    words = sentence.words
    asked = next((w for w in dependents(words, said, "advcl") if w.tag == "VBN"), None)
    if asked is None or asked.lemma not in ASKS or extent(sentence, asked.i)[0] > first:
        return first
    last = extent(sentence, asked.i)[1]
    return last + (words[last].text == ",")


ASKS = frozenset({"ask", "press", "question", "quiz"})
"""Verbs by which the press puts a question."""

LIGHT = ("punct", "npadvmod", "advmod", "prep", "prt")
CLAUSAL = ("advcl", "ccomp", "conj", "dep")
