"""Parses set right where the model took an aside for the main clause, hung a verb of saying on what was said, a
relative clause on a verb, or the subject of a second clause on the first.

"Jets struck a mill, hours after a truce began" tells of a strike; "said it had struck a mill and denied hitting
houses" tells two things that were said. Only relations change: every word keeps its offsets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.asides import (
    Moves,
    blow_to_subject,
    described_subject,
    from_aside,
    off_the_carrier,
    off_the_source,
    over_its_object,
    said_of_it,
    to_left_out,
)
from dateline.find.sentences.blaming import to_the_blamed
from dateline.find.sentences.dependents import dependent, dependents, has_dependent
from dateline.find.sentences.tags import NOUNS, SUBJECTS, TENSED
from dateline.phenomena import words_of
from dateline.words.calendar import WEEKDAYS
from dateline.words.mood import load_acts
from dateline.words.places import load_place_words
from dateline.words.recall import load_recall
from dateline.words.speech import load_speech

__all__ = ["rooted"]

SUBORDINATING: Final = frozenset("after before since as while when because although though until".split())
"""What opens a clause that is no main clause."""

ARTICLES: Final = frozenset({"a", "an", "the"})

ANTECEDENT: Final = 4
"""Words from a noun to the relative pronoun that means it."""

JOINED: Final = frozenset({"accompany", "escort", "join", "lead", "reinforce"})
"""What others do, besides backing somebody, who act then themselves."""

HELPERS: Final = frozenset({"was", "were", "is", "are", "has", "have", "had", "will"})
"""What makes the verb behind it that of a sentence."""

CAPTIVE: Final = frozenset({"hostage", "captive", "prisoner"})
TAKEN: Final = frozenset(
    "hold abduct kidnap detain arrest capture jail accuse suspect convict imprison displace kill wound injure trap strand deport "
    "expel sentence charge besiege seize take gun shoot stab murder assassinate behead hang execute poison".split()
)
"""Verbs whose bare participle tells of whom the sentence is: "a nurse held for a year was freed"."""


def rooted(notes: Notes) -> Notes:
    """Notes whose sentences have a main clause at their root, and verbs of saying beside each other."""
    return replace(notes, sentences=tuple(map(_mended, notes.sentences)))


def _mended(sentence: Sentence) -> Sentence:
    words = sentence.words
    moves: Moves = {}
    mends = (
        _to_main,
        _at_semicolon,
        _to_finite,
        _to_deed,
        _to_charge,
        _to_saying,
        _day_of_saying,
        _off_the_day,
        _to_what_is_told,
        _to_clause,
        _to_antecedent,
        _to_gap,
        _to_noun,
        _to_subject,
        _to_nearest,
        _off_the_count,
        from_aside,
        off_the_source,
        off_the_carrier,
        to_left_out,
        blow_to_subject,
        described_subject,
        said_of_it,
        over_its_object,
        to_the_blamed,
    )
    for mend in mends:
        moves = moves or _sound(words, mend(words))
    return replace(sentence, words=_moved(words, moves)) if moves else sentence


def _to_main(words: Sequence[Word]) -> Moves:
    """The root under the clause before it, where a word such as "after" opens the root's own clause."""
    root = next((w for w in words if w.head == w.i and w.tag.startswith("V")), None)
    mark = next((w for w in dependents(words, root) if _opens(w)), None) if root is not None else None
    if root is None or mark is None:
        return {}
    before = [w for w in dependents(words, root) if w.i < mark.i]
    main = next((w for w in before if w.dep == "ccomp" and w.tag in TENSED and _acts(words, w)), None)
    if main is None:
        return {}
    moves: Moves = {w.i: (main.i, w.dep) for w in before if w is not main and w.dep in ("punct", "parataxis", "cc")}
    moves |= _stop(words, root, main)
    return moves | {main.i: (main.i, "ROOT"), root.i: (main.i, "advcl")}


def _at_semicolon(words: Sequence[Word]) -> Moves:
    """A clause before a semicolon beside the one behind it, under which the parse put it: "four died in Dura; three were hurt in Tiv"."""
    root = _root(words)
    below = dependents(words, root) if root is not None and root.tag.startswith("V") else []
    stop = next((w for w in below if w.text == ";"), None)
    if root is None or stop is None or root.i < stop.i:
        return {}
    first = next((w for w in below if w.dep == "ccomp" and w.i < stop.i and _acts(words, w)), None)
    acts = any(w.dep in SUBJECTS and stop.i < w.i < root.i for w in below)
    if first is None or not acts or any(w.dep == "ccomp" and w.i > stop.i for w in below):
        return {}  # "; the mayor said that …" is told by another
    moves: Moves = {w.i: (first.i, w.dep) for w in below if w.i <= stop.i and w is not first}
    return moves | _stop(words, root, first) | {first.i: (first.i, "ROOT"), root.i: (first.i, "conj")}


def _to_finite(words: Sequence[Word]) -> Moves:
    """A root that is a bare participle under its subject, where a finite verb goes on without "and": "Men thought to be
    poachers on Monday burnt a hut", "A nurse held hostage for a year was freed"."""
    root = next((w for w in words if w.head == w.i and w.tag in ("VBN", "VBD")), None)
    below = dependents(words, root) if root is not None else []
    subject = next((w for w in below if w.dep in SUBJECTS), None)
    had = any(w.dep in ("aux", "auxpass", "cc") or (w.dep == "dobj" and w.lower not in CAPTIVE) for w in below)
    if root is None or subject is None or had:
        return {}
    main = next((w for w in below if w.i > root.i and _goes_on(words, root, w)), None)
    if main is None:
        return {}
    moves: Moves = {w.i: (main.i, w.dep) for w in below if w.i > main.i or w.i < subject.i}
    passive = has_dependent(words, main, "auxpass")
    moves |= {subject.i: (main.i, "nsubjpass" if passive else "nsubj")}
    return moves | {main.i: (main.i, "ROOT"), root.i: (subject.i, "acl")}


def _to_deed(words: Sequence[Word]) -> Moves:
    """A noun at the root under the verb that was taken for a participle of those who help: "Troops backed by tanks clashed with
    rebels"."""
    root = _root(words)
    helped = dependent(words, root, "acl") if root is not None and root.tag in NOUNS else None
    with_them = helped is not None and helped.lemma in JOINED | words_of("backing")
    by = dependent(words, helped, "agent") if helped is not None and with_them else None
    helper = dependent(words, by, "pobj") if by is not None else None
    verb = dependent(words, helper, "acl") if helper is not None else None
    if root is None or helper is None or verb is None or verb.tag != "VBN" or verb.i != helper.i + 1:
        return {}
    if has_dependent(words, verb, "agent") or not verb.lower.endswith("ed"):
        return {}
    moves: Moves = {
        w.i: (verb.i, "advcl" if w.dep == "acl" else w.dep) for w in dependents(words, root) if w.i > verb.i
    }
    return moves | {verb.i: (verb.i, "ROOT"), root.i: (verb.i, "nsubj")}


def _root(words: Sequence[Word]) -> Word | None:
    """The word at the top of the parse."""
    return next((w for w in words if w.head == w.i), None)


def _goes_on(words: Sequence[Word], root: Word, verb: Word) -> bool:
    """Whether a verb without a subject goes on about that of the root: finite by itself beside a participle, or by "was"."""
    if _acts(words, verb) or verb.dep not in ("conj", "ccomp"):
        return False
    aside = words[root.i - 1].text == "," and root.lemma in TAKEN  # "the judge, shot on Friday, died"
    aside = aside and (verb.lemma == "be" or not has_dependent(words, root, "agent"))
    if (root.tag == "VBN" or aside) and verb.dep == "conj" and verb.tag in TENSED:
        return True
    held = root.lemma in load_acts().supposing and not _led(words, verb)
    held = held and any(w.i < verb.i for w in dependents(words, root, "xcomp"))  # "men thought to be guards fired"
    if held and verb.tag in TENSED:
        return True
    helped = dependents(words, verb, "aux", "auxpass")
    return (held or root.lemma in TAKEN) and any(w.lower in HELPERS for w in helped)


def _to_noun(words: Sequence[Word]) -> Moves:
    """A noun for a blow that ends in "ing" beside the noun before it: "came under air raids and shelling on Sunday"."""
    for word in words[2:]:
        before, joint = words[word.i - 2], words[word.i - 1]
        named = word.tag == "VBG" and word.dep == "conj" and word.lower in load_recall().blows
        beside = joint.tag == "CC" and before.tag in ("NN", "NNS") and word.head != before.i
        if named and beside and not has_dependent(words, word, "dobj", "nsubj", "aux"):
            return {word.i: (before.i, "conj")}
    return {}


def _to_subject(words: Sequence[Word]) -> Moves:
    """A noun under the finite verb that it stands before, where it was taken for a second object of the verb before:
    "jets struck Rafah and militants fired rockets"."""
    for verb in words:
        if verb.tag not in TENSED or verb.dep not in ("conj", "advcl", "ccomp") or _led(words, verb):
            continue
        moves = _from_subject(words, verb) if verb.dep == "ccomp" else _from_object(words, verb)
        if moves:
            return moves
    return {}


def _from_object(words: Sequence[Word], verb: Word) -> Moves:
    """The second of two objects under the verb behind it that has no subject, with the place that stands between."""
    before = next((w for w in reversed(words[verb.head + 1 : verb.i]) if w.tag not in ("RB", "MD")), None)
    if before is None or verb.head > verb.i or _acts(words, verb):
        return {}
    moves: Moves = {verb.i: (verb.head, "conj")}
    while before.dep in ("pobj", "prep", "compound") and verb.head < before.i:
        if before.dep == "prep" and before.head == verb.head:
            moves[before.i] = (before.i - 1, "prep")
            before = words[before.i - 1]
        else:
            before = words[before.head]
    joined = before.dep == "conj" and before.tag.startswith("NN") and verb.head < before.head < before.i
    if not joined or not any(w.i < before.i for w in dependents(words, words[before.head], "cc")):
        return {}
    return moves | {before.i: (verb.i, "nsubj")}


def _from_subject(words: Sequence[Word], verb: Word) -> Moves:
    """The first of two subjects under the verb before it, which is none of saying and has no object."""
    outer = words[verb.head]
    first = dependent(words, verb, *SUBJECTS)
    second = dependent(words, first, "conj") if first is not None else None
    if first is None or second is None or outer.i >= first.i or outer.lemma in load_speech().verbs:
        return {}
    if outer.tag != "VBD" or has_dependent(words, outer, "dobj") or outer.i + 1 != first.i:
        return {}
    return {first.i: (outer.i, "dobj"), second.i: (verb.i, "nsubj"), verb.i: (outer.i, "conj")}


def _to_nearest(words: Sequence[Word]) -> Moves:
    """A harm in "ing" behind a clause of time under the verb of that clause: "will send aid as fighting raged, killing nine"."""
    for harm in words[2:]:
        comma = words[harm.i - 1]
        if (
            harm.tag != "VBG"
            or harm.dep != "advcl"
            or comma.text != ","
            or harm.lemma not in load_place_words().suffers
        ):
            continue
        between = (w for w in reversed(words[harm.head + 1 : harm.i]) if w.dep == "advcl" and w.tag in TENSED)
        verb = next((w for w in between if _acts(words, w) and _led(words, w)), None)
        if verb is not None and verb.i > harm.head and _end(words, verb) == comma.i - 1:
            return {harm.i: (verb.i, "advcl")}
    return {}


def _off_the_count(words: Sequence[Word]) -> Moves:
    """A count before an article apart from who speaks, where a comma is lost: "has risen to 61 a monitor said"."""
    for article in words[1:]:
        count, noun = words[article.i - 1], words[article.head]
        if article.lower not in ARTICLES or article.dep != "det" or count.tag != "CD" or count.head != noun.i:
            continue
        before = words[count.i - 1] if count.i else noun
        moves: Moves = {count.i: (before.i, "pobj" if before.tag in ("IN", "TO") else "dobj")}
        says = next(
            (w for w in words[noun.i + 1 : noun.i + 3] if w.lemma in load_speech().verbs and w.tag in TENSED), None
        )
        if says is not None and not _acts(words, says):
            moves |= {noun.i: (says.i, "nsubj")}
        return moves
    return {}


def _end(words: Sequence[Word], verb: Word) -> int:
    """The last word of what hangs on a verb."""
    last, waiting = verb.i, [verb.i]
    while waiting:
        at = waiting.pop()
        last = max(last, at)
        waiting.extend(words[at].children)
    return last


def _led(words: Sequence[Word], verb: Word) -> bool:
    """Whether a clause is opened by a word such as "after" or "where"."""
    return any(w.dep == "mark" or w.tag.startswith("W") for w in dependents(words, verb))


def _opens(word: Word) -> bool:
    return word.dep in ("mark", "advmod") and word.lower in SUBORDINATING


def _acts(words: Sequence[Word], verb: Word) -> bool:
    return has_dependent(words, verb, *SUBJECTS)


def _stop(words: Sequence[Word], root: Word, main: Word) -> Moves:
    """The full stop of a sentence under what is to be its root."""
    return {w.i: (main.i, "punct") for w in dependents(words, root) if w.i > root.i and w.text in ".!?"}


def _to_charge(words: Sequence[Word]) -> Moves:
    """A root that denies what stands before it under the charge that it names: "accused the army of arson, a charge the
    general denies"."""
    root = _root(words)
    clauses = dependents(words, root, "ccomp") if root is not None else ()
    main = next((w for w in clauses if w.tag in TENSED and _acts(words, w)), None)
    if root is None or main is None or root.lemma not in words_of("denying"):
        return {}
    named = (w for w in words[main.i + 2 : root.i] if w.dep == "dobj" and w.head == root.i)
    charge = next((w for w in named if w.lemma in words_of("charges")), None)
    if charge is None:
        return {}
    moves: Moves = {
        w.i: (main.i, "punct") for w in dependents(words, root) if w.i < charge.i and w.text in (",", "-", "--")
    }
    moves |= _stop(words, root, main)
    return moves | {main.i: (main.i, "ROOT"), charge.i: (main.i, "appos"), root.i: (charge.i, "relcl")}


def _to_saying(words: Sequence[Word]) -> Moves:
    """A past verb of saying, coordinated with a perfect that is said, beside the verb that says it."""
    for word in words:
        if word.dep != "conj" or word.tag != "VBD" or word.lemma not in load_speech().verbs or _acts(words, word):
            continue
        first = words[word.head]
        outer = words[first.head]
        perfect = first.tag == "VBN" and any(w.lower == "had" for w in dependents(words, first))
        if perfect and first.dep == "ccomp" and outer.tag == "VBD" and outer.lemma in load_speech().verbs:
            return {word.i: (outer.i, "conj")}
    return {}


def _day_of_saying(words: Sequence[Word]) -> Moves:
    """What stands between a verb of saying and the subject of what is said, under that verb: "said on Monday it would"."""
    for verb in words:
        if verb.lemma not in load_speech().verbs or not verb.tag.startswith("V"):
            continue
        for said in (w for w in dependents(words, verb, "ccomp") if w.i > verb.i):
            begins = min((w.i for w in dependents(words, said, *SUBJECTS)), default=0)
            first = dependent(words, said, "prep", "npadvmod")
            if first is not None and first.i == verb.i + 1 and first.i < begins:
                return {first.i: (verb.i, first.dep)}
    return {}


def _off_the_day(words: Sequence[Word]) -> Moves:
    """A noun that was taken for one name with the day before it, under the verb behind it: "said on Friday army jets had
    struck".
    """
    for day in words[:-2]:
        noun, on = words[day.head], words[words[day.head].head]
        if day.dep != "compound" or day.lower not in WEEKDAYS or on.lower != "on" or noun.dep != "pobj":
            continue
        below = (w for w in dependents(words, words[on.head], "ccomp") if w.i > noun.i)
        said = next((w for w in below if w.tag.startswith("V") and not _acts(words, w)), None)
        if said is not None and all(w.head == said.i for w in words[noun.i + 1 : said.i]):
            return {day.i: (on.i, "pobj"), noun.i: (said.i, "nsubj")}
    return {}


def _to_what_is_told(words: Sequence[Word]) -> Moves:
    """A root that only tells what somebody says of a noun, under that noun: "shelled the mercenaries they say he uses"."""
    root = _root(words)
    if root is None or root.tag not in TENSED or root.lemma not in load_speech().verbs or root.i < 3:
        return {}
    teller, noun = words[root.i - 1], words[root.i - 2]
    clauses = dependents(words, root, "ccomp")
    main = next((w for w in clauses if w.i < noun.i and w.tag in (*TENSED, "VBN") and _acts(words, w)), None)
    gap = (
        teller.head == root.i
        and teller.tag == "PRP"
        and noun.tag in ("NN", "NNS")
        and any(w.i > root.i for w in clauses)
    )
    if main is None or not gap:
        return {}
    moves: Moves = _stop(words, root, main)
    return moves | {main.i: (main.i, "ROOT"), root.i: (noun.i, "relcl")}


def _to_clause(words: Sequence[Word]) -> Moves:
    """What a participle of saying after a comma hands on, under it, where it was taken for the subject: "said, warning the toll
    was likely to rise"."""
    for cue in words[2:]:
        verb = words[cue.head]
        if cue.dep != "csubj" or cue.tag != "VBG" or words[cue.i - 1].text != "," or verb.tag not in TENSED:
            continue
        taken = dependent(words, cue, "dobj")
        if taken is not None and cue.lemma in load_speech().verbs and verb.head < cue.i:
            return {taken.i: (verb.i, "nsubj"), verb.i: (cue.i, "ccomp"), cue.i: (verb.head, "advcl")}
    return {}


def _to_antecedent(words: Sequence[Word]) -> Moves:
    """A clause with a relative pronoun for its subject under the noun before it: "fire on the town that killed two"."""
    moves: Moves = {}
    for pronoun in words:
        verb = words[pronoun.head]
        if pronoun.tag != "WDT" or pronoun.dep not in SUBJECTS or verb.dep != "advcl":
            continue
        before = (w for w in reversed(words[: pronoun.i]) if w.tag in ("NN", "NNS") and w.dep in ("pobj", "dobj"))
        noun = next(before, None)
        if noun is not None and pronoun.i - noun.i <= ANTECEDENT and verb.i > pronoun.i:
            moves[verb.i] = (noun.i, "relcl")
    return moves


def _to_gap(words: Sequence[Word]) -> Moves:
    """A clause with a relative pronoun for its object under the noun before it, where the parse hung its subject on the
    pronoun and took its verb for a participle: "the raid, which the army blamed on rebels"."""
    for pronoun in words:
        subject = dependent(words, pronoun, "nsubj")
        if pronoun.tag != "WDT" or subject is None:
            continue
        verb = next((w for w in dependents(words, subject, "acl") if w.i > subject.i), None)
        noun = next((w for w in reversed(words[: pronoun.i]) if w.tag in ("NN", "NNS")), None)
        if verb is not None and noun is not None and verb.tag == "VBN" and pronoun.i - noun.i <= ANTECEDENT:
            return {verb.i: (noun.i, "relcl"), subject.i: (verb.i, "nsubj"), pronoun.i: (verb.i, "dobj")}
    return {}


def _sound(words: Sequence[Word], moves: Moves) -> Moves:
    """The moves; none where they would hang a word on one below it, for a parse that goes round in a ring has no top."""
    for word in moves:
        at, passed = word, set[int]()
        while (above := moves[at][0] if at in moves else words[at].head) != at:
            if at in passed:
                return {}
            passed.add(at)
            at = above
    return moves


def _moved(words: Sequence[Word], moves: Moves) -> tuple[Word, ...]:
    """The words under their new heads."""
    heads = [moves.get(w.i, (w.head, w.dep)) for w in words]
    children: list[list[int]] = [[] for _ in words]
    for i, (head, _) in enumerate(heads):
        if head != i:
            children[head].append(i)
    return tuple(
        w._replace(head=head, dep=dep, children=tuple(children[w.i]))
        for w, (head, dep) in zip(words, heads, strict=True)
    )
