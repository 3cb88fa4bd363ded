"""Parses set right where an aside, or a clause without its own verb's mark, took a subject from the verb that it belongs to.

"Rebels, a guard said, burnt the mill" tells what the rebels did; "a mill that rebels burnt on Monday has closed" does, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dateline.find.notes import Word
from dateline.find.sentences.dependents import dependent, dependents, has_dependent
from dateline.find.sentences.tags import NOUNS, PROPER, SUBJECTS, TENSED
from dateline.words.recall import load_recall
from dateline.words.speech import load_speech

__all__ = [
    "Moves",
    "blow_to_subject",
    "described_subject",
    "from_aside",
    "off_the_carrier",
    "off_the_source",
    "over_its_object",
    "said_of_it",
    "to_left_out",
]

Moves = dict[int, tuple[int, str]]
"""The number of a word → the number of its new head, and its relation to it."""


def from_aside(words: Sequence[Word]) -> Moves:
    """The first of two subjects of a verb of saying set between commas, under the verb behind it that has none: "Rebels, a
    guard said, burnt the mill"."""
    for says in words[3:-1]:
        verb = words[says.head]
        if says.dep != "parataxis" or says.lemma not in load_speech().verbs or verb.i < says.i:
            continue
        told = dependents(words, says, "nsubj")
        told += dependents(words, told[0], "appos") if len(told) == 1 else []
        between = [w.i for w in words[: says.i] if w.text == ","]
        apart = len(told) > 1 and any(told[0].i < comma < told[1].i for comma in between)
        if apart and words[says.i + 1].text == "," and not has_dependent(words, verb, *SUBJECTS):
            passive = has_dependent(words, verb, "auxpass")
            moves: Moves = {w.i: (told[1].i, "appos") for w in told[2:]}  # "a monitor, Tern Watch, said"
            return moves | {told[0].i: (verb.i, "nsubjpass" if passive else "nsubj"), told[1].i: (says.i, "nsubj")}
    return {}


def off_the_source(words: Sequence[Word]) -> Moves:
    """Who tells a thing, behind "according to", under that, where the parse took them for its subject, and who did it for another
    one, or for another name of theirs: "According to the miller, Omar Kor, the Dune Guard burnt it"."""
    for to in words[1:-2]:
        if to.lower != "to" or words[to.i - 1].lower != "according":
            continue
        office = dependent(words, to, "pobj")
        teller = next((w for w in words[to.i + 1 :] if w.dep in SUBJECTS), None)
        doer = _behind_comma(words, teller) if teller is not None else None
        if teller is None or doer is None or teller.head < doer.i:
            continue
        closed = any(w.text == "," for w in words[doer.i : teller.head])  # "the Guard, a band of millers, burnt it"
        if not closed and (office is None or _names(words, office, teller)):
            over = (to.i, "pobj") if office is None else (office.i, "appos")
            return {teller.i: over, doer.i: (teller.head, teller.dep)}
    return {}


def _names(words: Sequence[Word], office: Word, name: Word) -> bool:
    """Whether a name stands right behind the office that somebody holds, set off by a comma: "the mayor, Omar Kor,"."""
    between = words[office.i + 1 : name.i + 1]
    holds = office.lower in load_speech().offices | load_speech().callings | load_speech().humans
    return holds and between[:1] != () and between[0].text == "," and all(w.tag in PROPER for w in between[1:])


def _behind_comma(words: Sequence[Word], subject: Word) -> Word | None:
    """What stands behind the comma after a subject, and is another one of the same verb, or set beside it."""
    beside = (*dependents(words, subject, "appos"), *dependents(words, words[subject.head], *SUBJECTS))
    apart = words[subject.i + 1].text == "," if subject.i + 1 < len(words) else False
    return next((w for w in beside if w.i > subject.i + 1), None) if apart else None


def to_left_out(words: Sequence[Word]) -> Moves:
    """A main verb at the root that the parse took for a relative clause of its subject, and the verb of that clause for a
    participle: "The mill that rebels burnt on Monday has closed"."""
    noun = next((w for w in words if w.head == w.i and w.tag in NOUNS), None)
    main = dependent(words, noun, "relcl") if noun is not None else None
    if noun is None or main is None or not any(w.tag in TENSED for w in (main, *dependents(words, main, "aux"))):
        return {}
    that = next((w for w in dependents(words, main, "dobj") if w.lower in ("that", "which")), None)
    subject = dependent(words, main, "nsubj")
    verb = dependent(words, subject, "acl") if subject is not None else None
    if that is None or subject is None or verb is None or not that.i < subject.i < verb.i < main.i:
        return {}
    if verb.tag not in ("VBN", "VBD") or verb.i != subject.i + 1 or has_dependent(words, verb, "agent", "dobj"):
        return {}
    moves: Moves = {w.i: (main.i, w.dep) for w in dependents(words, noun) if w.i > main.i}
    moves |= {subject.i: (verb.i, "nsubj"), that.i: (verb.i, "dobj"), verb.i: (noun.i, "relcl")}
    return moves | {noun.i: (main.i, "nsubj"), main.i: (main.i, "ROOT")}


def off_the_carrier(words: Sequence[Word]) -> Moves:
    """What is said, behind the name of whoever carried it, under the verb that says it: "said in a note carried by the Tern Post
    that rebels had burnt the mill"."""
    for clause in words:
        carrier = words[clause.head]
        marked = any(w.lower == "that" for w in dependents(words, clause, "mark"))
        if (
            clause.dep != "relcl"
            or not marked
            or carrier.tag not in PROPER
            or not has_dependent(words, clause, *SUBJECTS)
        ):
            continue
        at = carrier
        while at.head != at.i and not (at.lemma in load_speech().verbs and at.tag in TENSED):
            at = words[at.head]
        if at.lemma in load_speech().verbs and not has_dependent(words, at, "ccomp"):
            return {clause.i: (at.i, "ccomp")}
    return {}


def blow_to_subject(words: Sequence[Word]) -> Moves:
    """A blow that ends in "ing" as the subject of the verb right behind it: "said shelling hit a mill", "spoke when bombing broke
    out"; taken for a verb, it would be done by who spoke."""
    for blow, verb in pairwise(words):
        if blow.tag != "VBG" or blow.lower not in load_recall().blows or verb.tag not in TENSED:
            continue
        if has_dependent(words, blow, "dobj", "aux", *SUBJECTS) or has_dependent(words, verb, *SUBJECTS):
            continue
        if blow.dep == "aux" and blow.head == verb.i:
            return {blow.i: (verb.i, "nsubj")}
        if verb.head == blow.i and verb.dep in ("xcomp", "ccomp") and blow.head != blow.i:
            return {blow.i: (verb.i, "nsubj"), verb.i: (blow.head, "ccomp")}
    return {}


def described_subject(words: Sequence[Word]) -> Moves:
    """The subject of an adjective that only describes it, under the verb that goes on about it: "forces loyal to the emir burnt
    it"; and forces taken for an adjective of what they did: "Chad's military burnt it"."""
    for verb in words[1:]:
        if verb.tag not in TENSED or has_dependent(words, verb, *SUBJECTS):
            continue
        before = words[verb.i - 1]
        if before.head == verb.i and before.dep == "amod" and before.lower in OURS:
            owners = {w.i: (before.i, "poss") for w in dependents(words, verb, "poss")}
            return {before.i: (verb.i, "nsubj")} | owners
        trait = next((w for w in words[: verb.i] if w.tag == "JJ" and w.lower in SIDING and w.dep in CLAUSES), None)
        noun = dependent(words, trait, "nsubj") if trait is not None else None
        beside = trait is not None and verb.head in (trait.i, trait.head) and not has_dependent(words, trait, "cop")
        if trait is not None and noun is not None and beside and noun.i + 1 == trait.i:
            top = (verb.i, "ROOT") if trait.head == trait.i else (trait.head, trait.dep)
            return {noun.i: (verb.i, "nsubj"), trait.i: (noun.i, "amod"), verb.i: top}
    return {}


OURS = frozenset({"military", "opposition", "paramilitary"})
"""Words for forces that are adjectives as well."""

SIDING = frozenset({"loyal", "allied", "opposed", "close", "sympathetic"})
"""Adjectives that tell whose men somebody is, or whose not."""

CLAUSES = ("ROOT", "ccomp", "advcl", "conj")
"""Relations of a clause."""


def said_of_it(words: Sequence[Word]) -> Moves:
    """What befell somebody, behind a verb that only says, as what is said: "Army says nine millers shot in Gao"."""
    for noun in words[1:-1]:
        says = words[noun.head]
        fate = next((w for w in dependents(words, noun, "acl") if w.tag == "VBN" and w.i > noun.i), None)
        if noun.dep != "dobj" or says.lemma != "say" or says.tag not in TENSED or fate is None or noun.i < says.i:
            continue
        if fate.i == noun.i + 1 and not has_dependent(words, says, "ccomp"):
            moves: Moves = {w.i: (fate.i, w.dep) for w in dependents(words, says, "prep", "npadvmod") if w.i > fate.i}
            return moves | {noun.i: (fate.i, "nsubjpass"), fate.i: (says.i, "ccomp")}
    return {}


def over_its_object(words: Sequence[Word]) -> Moves:
    """A verb of telling over the name behind it, where it was taken for a part of that: "State radio quoted mayor Omar Kor as saying",
    "A local official accused millers of arson"."""
    for verb in words[1:-1]:
        noun, before = words[verb.head], words[verb.i - 1]
        while noun.dep == "compound":
            noun = words[noun.head]
        if verb.dep != "amod" or verb.lemma not in LEADING or noun.dep != "ROOT" or noun.i < verb.i:
            continue
        link = next((w for w in dependents(words, noun, "prep") if w.lower == LEADING[verb.lemma]), None)
        speaks = before.head == verb.i or before.lower in load_speech().offices | load_speech().humans
        if link is None or not link.children or not speaks or before.tag not in (*NOUNS, "JJ"):
            continue
        moves: Moves = {w.i: (before.i, w.dep) for w in dependents(words, noun) if w.i < before.i}
        moves |= {w.i: (verb.i, w.dep) for w in dependents(words, noun) if w.i >= link.i}
        return moves | {verb.i: (verb.i, "ROOT"), noun.i: (verb.i, "dobj"), before.i: (verb.i, "nsubj")}
    return {}


LEADING = {"quote": "as", "cite": "as", "accuse": "of", "blame": "for"}
"""Verbs of telling, each with the preposition behind its object."""
