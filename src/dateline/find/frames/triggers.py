"""Triggers: the words of a sentence that name a happening, each with the phenomenon that they name best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Final, NamedTuple

from dateline.find.frames.fillers import opener
from dateline.find.frames.nouns import UNDERGOING, noun_slots
from dateline.find.frames.parties import Filler, Known, filler
from dateline.find.frames.pictured import pictured
from dateline.find.frames.slots import Slots, verb_slots
from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import children
from dateline.phenomena import Phenomenon, Trigger, WordClass, load_classes, load_phenomena, words_of
from dateline.phenomena.loader import GAP
from dateline.words.measures import load_measures
from dateline.words.recall import load_recall
from dateline.words.speech import load_speech

__all__ = ["Hit", "Named", "named"]

WIDEST_GAP: Final = 4
LONGEST: Final = 14
"""Words that a trigger with a gap may reach over where a long name fills it."""
NAME: Final = frozenset({"NNP", "NNPS", "HYPH", "POS", "-LRB-", "-RRB-", "XX", "``", "''"})
"""Tags of the words of a name, which the gap within a trigger does not count."""
DETERMINERS: Final = 3
"""Articles and adjectives that may follow a preposition inside a trigger: "collapse of a fragile ceasefire"."""
LINKS: Final = frozenset({"of", "on", "for", "in", "to"})
NOMINAL: Final = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "appos", "conj", "compound", "poss", "nmod"})
MONTHS: Final = frozenset({"march"})
"""Months whose name is an act as well; written as a name they are the month."""

COSTS: Final[dict[str, float]] = {
    "ROOT": 0.0, "conj": 0.04, "ccomp": 0.05, "xcomp": 0.04, "dobj": 0.1, "nsubjpass": 0.1, "nsubj": 0.1, "attr": 0.04,
    "parataxis": 0.05, "dep": 0.05, "advcl": 0.22, "relcl": 0.22, "acl": 0.2, "appos": 0.2, "pobj": 0.06, "prep": 0.08,
    "agent": 0.04, "pcomp": 0.1, "compound": 0.3, "amod": 0.3, "nmod": 0.3, "poss": 0.3, "advmod": 0.3,
}  # fmt: skip
"""What each step from a trigger up to the sentence's head predicate takes from its standing."""
OCCURRING: Final = frozenset({"happen", "occur", "take", "erupt"})
"""Verbs that say of an act only that it was, the one of "took place" among them."""

ASIDE: Final = 0.3
"""What a phrase such as "despite …", "after …" takes besides: it tells the setting, not the act."""
RESULT: Final = 0.25
"""What a participle of what came of it takes besides: "fought on, prompting them to ask for help" tells of fighting."""
RESULTING: Final = frozenset({"prompt", "force", "lead", "compel", "oblige"})

AIM: Final = 0.15
"""What an infinitive of purpose takes besides: "launched an assault to seize" tells an assault."""


SAYING: Final = frozenset({"say", "tell", "add", "claim", "report", "argue", "warn", "insist", "describe", "believe"})
"""Verbs whose subject speaks."""

ANYTHING: Final = "*"
"""Stands in a trigger for whatever fills a slot."""

FACILITY: Final = "facility_attack"
"""What is hit stands beside how it is hit: one word may name both, "shelled" a hospital."""


HELD: Final = "territorial_control"
"""The type of who holds a place; a place that is only told apart by who holds it changes no hands."""


class Hit(NamedTuple):
    """A trigger's words in a sentence: the numbers of their first, last and main word."""

    phenomenon: Phenomenon
    trigger: Trigger
    first: int
    last: int
    head: int
    worth: float
    """How surely the words by themselves name it: more of them, and more that they ask for, are surer."""


@dataclass(frozen=True, slots=True)
class Named:
    """A happening that a word names best, the slots around that word, and how far it carries the sentence."""

    hit: Hit
    slots: Slots
    score: float


def named(sentence: Sentence, known: Known) -> list[Named]:
    """The best happening of each word that heads a trigger, in order of the text; of what it hits, the best besides."""
    near = {said for word in sentence.words for said in (word.lemma, word.lower)} | {opener(sentence)}
    best: dict[tuple[int, bool], Hit] = {}
    slots: dict[tuple[int, str], Slots] = {}
    said = cache(partial(filler, sentence, known))
    for hit in _hits(sentence, known, near):
        key = (hit.head, hit.phenomenon.type == FACILITY)
        if key in best and hit.worth <= best[key].worth:
            continue
        around = (hit.head, hit.trigger.kind)
        if around not in slots:
            slots[around] = _slots(sentence, hit)
        meant = not pictured(sentence, hit.head, hit.phenomenon.type, slots[around])
        if meant and _allowed(hit.trigger, slots[around], near, said):
            best[key] = hit
    depths = {head: _depth(sentence, head) for head, _ in best}
    return [
        Named(hit, slots[hit.head, hit.trigger.kind], round(hit.worth - depths[hit.head], 4))
        for _, hit in sorted(best.items(), key=lambda item: item[0])
    ]


class _Row(NamedTuple):
    """A trigger in the index: all its words as a set, to pass it over where one of them is not in the sentence."""

    phenomenon: Phenomenon
    trigger: Trigger
    worth: float
    words: frozenset[str]


@cache
def _index() -> Mapping[str, tuple[_Row, ...]]:
    """First word of a trigger → the triggers that begin with it, the surest first."""
    found: dict[str, list[_Row]] = defaultdict(list)
    for phenomenon in load_phenomena():
        for trigger in phenomenon.triggers:
            worth = trigger.weight + 0.08 * (len(trigger.words) - 1) + 0.04 * len(trigger.needs)
            found[trigger.words[0]].append(_Row(phenomenon, trigger, worth, frozenset(trigger.words) - {GAP}))
    return {word: tuple(sorted(rows, key=lambda row: -row.worth)) for word, rows in found.items()}


def _hits(sentence: Sentence, known: Known, near: set[str]) -> Iterator[Hit]:
    index = _index()
    for word in sentence.words:
        rows = index.get(word.lemma, ())
        if word.lower != word.lemma:
            rows += index.get(word.lower, ())
        elif word.i == 0:
            rows = rows or index.get(opener(sentence), ())
        for phenomenon, trigger, worth, words in (
            rows if rows and not (_timed(known, word) or _names(known, word)) else ()
        ):
            if not words <= near:
                continue
            at = [word.i] if len(words) == 1 else _matched(sentence.words, word.i, trigger.words)
            head = sentence.words[at[trigger.head]] if at else word
            fits = at and _of_kind(sentence, head, trigger) and not (_says(sentence, head) or _readying(sentence, head))
            if fits and not (phenomenon.type == HELD and _describes(sentence.words, head)):
                yield Hit(phenomenon, trigger, word.i, at[-1], at[trigger.head], worth)


def _says(sentence: Sentence, word: Word) -> bool:
    """Whether a noun is somebody who speaks: what "a defector said" is no defection."""
    above = sentence.words[word.head]
    person = word.dep == "nsubj" and word.lemma in words_of("agents")
    says = above.lemma in SAYING or (above.lemma in load_speech().verbs and bool(children(sentence, above.i, "ccomp")))
    return person and above.tag.startswith("V") and says


def _describes(words: Sequence[Word], word: Word) -> bool:
    """Whether a participle only tells which place, or who, is meant: "in areas held by the rebels", "rebels holding the port
    shot nine"; "it is the last town held" tells.
    """
    noun = words[word.head]
    who = word.tag == "VBG" and noun.dep == "nsubj" and words[noun.head].tag.startswith("V")
    which = word.tag == "VBN" and noun.dep != "attr"
    return (who or which) and word.dep == "acl" and word.lemma in load_recall().holding


def _readying(sentence: Sentence, word: Word) -> bool:
    """Whether a participle only tells who is meant: "struck gunmen preparing to fire on the port" threatens nobody."""
    readying = word.tag == "VBG" and word.lemma in ("prepare", "plan", "plot") and word.dep in ("acl", "ccomp")
    return readying and not children(sentence, word.i, "aux", "mark")


def _timed(known: Known, word: Word) -> bool:
    """Whether a word is part of a time: the month of March is no march."""
    return any(t.start <= word.start < t.end for t in known.times)


def _names(known: Known, word: Word) -> bool:
    """Whether a word in capitals is part of a longer name, or short for one: a front for the liberation of a land liberates
    nothing here, and who told Amnesty told a body."""
    if not word.text[:1].isupper() or word.tag not in ("NNP", "NNPS"):
        return False
    return any(
        a.start <= word.start < a.end and len(word.text) < max(a.end - a.start, len(a.name)) for a in known.actors
    )


def _matched(words: tuple[Word, ...], at: int, wanted: tuple[str, ...]) -> list[int]:
    """Where each of the wanted words stands, the first at `at`; a hyphen between two of them is passed over."""
    found, gap = [at], 0
    for want in wanted[1:]:
        if want == GAP:
            gap = WIDEST_GAP
            found.append(found[-1])
            continue
        gap = gap or (DETERMINERS if words[found[-1]].lower in LINKS else 0)
        i = found[-1] + 1
        if i < len(words) and words[i].text == "-":
            i += 1
        stop = min(i + gap + 1, len(words))
        while i < stop and want not in (words[i].lemma, words[i].lower):
            stop += gap == WIDEST_GAP and words[i].tag in NAME and stop < min(at + LONGEST, len(words))
            i += 1
        if i >= stop:
            return []
        found.append(i)
        gap = 0
    return found


def _of_kind(sentence: Sentence, word: Word, trigger: Trigger) -> bool:
    """Whether a word is used as the trigger means it: as a verb, or as a noun."""
    if trigger.kind == "verb":
        named = word.dep in NOMINAL and bool(children(sentence, word.i, "det"))  # "the accused" are people
        if word.dep == "acl" and sentence.words[word.head].lemma in ("right", "freedom"):
            return False  # "the right to protest"
        return word.tag.startswith("VB") and word.dep not in ("amod", "compound", "aux", "auxpass") and not named
    if (word.tag == "NNP" and word.lower in MONTHS) or _only_met(sentence, word) or _at_request(sentence, word):
        return False
    if (word.dep == "compound" and _of_equipment(sentence, word)) or _in_general(sentence, word):
        return False
    if word.tag == "VBG":
        joined = word.dep == "conj" and sentence.words[word.head].tag.startswith(
            "VB"
        )  # "are burning homes and killing"
        return word.lower == trigger.words[trigger.head] and word.dep in NOMINAL and word.dep != "ROOT" and not joined
    return word.tag.startswith("NN") or (word.tag in ("JJ", "CD") and word.dep in NOMINAL)


def _of_equipment(sentence: Sentence, word: Word) -> bool:
    """Whether a noun only tells what a thing or somebody is for: a bomb squad, "bomb technician Ana Ruiz"."""
    named = {sentence.words[word.head].lemma, *(behind.lemma for behind in sentence.words[word.i + 1 : word.i + 2])}
    return not named.isdisjoint(words_of("equipment"))


def _in_general(sentence: Sentence, word: Word) -> bool:
    """Whether a noun only names a crime, or how often it is committed: "wanted for murder", "the murder rate", "9 raids per month"."""
    rated = word.dep == "compound" and sentence.words[word.head].lemma in words_of("tallies")
    bare = word.tag == "NN" and word.lemma in words_of("crimes") and word.dep in ("pobj", "dobj", "conj")
    told = children(sentence, word.i, "det", "poss", "amod", "compound", "nummod", "prep", "relcl")
    return rated or _often(sentence, word) or (bare and not told)


def _often(sentence: Sentence, word: Word) -> bool:
    """Whether it is told how often a thing is done: "9 raids per month"; "the raid a month later" was one."""
    each, span, behind = [*(w.lower for w in sentence.words[word.i + 1 : word.i + 4]), "", "", ""][:3]
    counted = each in ("every", "each", "a") and span in ("year", "month")
    return each == "per" or (counted and behind not in load_measures().glue["period_not"])


def _only_met(sentence: Sentence, word: Word) -> bool:
    """Whether a crowd only stands in what others do: "the need to spare peaceful protesters" tells of no protest; and
    whether an attacker is only caught."""
    if word.lemma in ATTACKERS:
        verb = sentence.words[word.head]
        return word.dep in ("dobj", "nsubjpass") and verb.lemma in words_of("catching")
    if word.lemma not in CROWD:
        return False
    of = sentence.words[word.head]
    many = word.dep == "pobj" and of.lower == "of" and sentence.words[of.head].lemma in words_of("quantities")
    dep = sentence.words[of.head].dep if many else word.dep
    return dep in ("pobj", "dobj", "compound", "poss")


def _at_request(sentence: Sentence, word: Word) -> bool:
    """Whether a thing is only told to be done because somebody had asked: "flew there at the army's request"."""
    return word.lemma == "request" and word.dep == "pobj" and sentence.words[word.head].lower in ("at", "upon")


CROWD: Final = frozenset({"protester", "protestor", "demonstrator", "marcher"})
"""Those whose name is what they do."""

ATTACKERS: Final = frozenset({"bomber", "attacker"})
"""Those whose name is the blow that they deal, or were to deal."""


def _slots(sentence: Sentence, hit: Hit) -> Slots:
    if hit.trigger.kind == "verb":
        return verb_slots(sentence, hit.head, hit.trigger.roles.get("object") == "to")
    classes = load_classes()
    return noun_slots(sentence, hit.head, classes["support_verbs"], classes["harm_verbs"])


def _allowed(trigger: Trigger, slots: Slots, near: set[str], said: Callable[[int], Filler]) -> bool:
    """Whether the slots, and the words "near" in the sentence, hold what the trigger needs and nothing it bars."""
    return all(_holds(slot, wanted, slots, near, said) for slot, wanted in trigger.needs.items()) and not any(
        _holds(slot, barred, slots, near, said) for slot, barred in trigger.bars.items()
    )


def _holds(slot: str, wanted: WordClass, slots: Slots, near: set[str], said: Callable[[int], Filler]) -> bool:
    if slot == "near":
        return not near.isdisjoint(wanted.words)
    if ANYTHING in wanted.words:
        return any(slots.get(name) for name in slot.split("|"))
    return any(said(f).belongs(wanted) for name in slot.split("|") for f in slots.get(name, ()))


def _depth(sentence: Sentence, i: int) -> float:
    """How far a word stands below the head predicate of its sentence."""
    aside, cost = words_of("past_phrases"), 0.0
    if sentence.words[i].dep == "nsubj" and sentence.words[sentence.words[i].head].lemma in OCCURRING:
        cost -= COSTS["nsubj"]  # "the raid took place" tells a raid as surely as a verb would
    while True:
        word = sentence.words[i]
        cost += COSTS.get(word.dep, 0.1)
        if (word.dep == "prep" and word.lower in aside and not _undergone(sentence, word)) or (
            word.dep == "advcl" and _marked(sentence, i, aside)
        ):
            cost += ASIDE
        if word.dep == "pobj" and word.lemma in words_of("reactions") and sentence.words[word.head].lower == "in":
            cost += ASIDE
        if word.tag == "VBG" and _who(sentence, word):
            cost += AIM
        if word.dep in ("acl", "advcl") and _aims(sentence, i):
            cost += AIM
        if _readying(sentence, word):
            cost += ASIDE
        if word.dep == "advcl" and word.tag == "VBG" and word.lemma in RESULTING:
            cost += RESULT
        if word.head == i:
            return cost
        i = word.head


def _undergone(sentence: Sentence, word: Word) -> bool:
    """Whether "under" tells what befalls somebody, and no setting: "the camp came under attack"."""
    return word.lower == "under" and sentence.words[word.head].lemma in UNDERGOING


def _who(sentence: Sentence, word: Word) -> bool:
    """Whether a participle only tells who acts: "forces advancing on the port shelled a mill" tells of shelling."""
    noun = sentence.words[word.head]
    if word.dep == "csubj":
        return bool(children(sentence, word.i, "nsubj"))
    acts = noun.lemma in words_of("agents") | words_of("forces")
    return acts and word.dep == "acl" and noun.dep == "nsubj" and sentence.words[noun.head].tag.startswith("V")


def _aims(sentence: Sentence, i: int) -> bool:
    return any(sentence.words[c].lower == "to" for c in children(sentence, i, "aux"))


def _marked(sentence: Sentence, i: int, words: frozenset[str]) -> bool:
    """Whether a clause is introduced by one of the words: "after the jets left"."""
    return any(sentence.words[c].lower in words for c in children(sentence, i, "mark", "advmod"))
