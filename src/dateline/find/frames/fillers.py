"""Which nouns fill a slot: through coordination, relative clauses, measures and pronouns to whom or what is meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from dateline.find.notes import Sentence, Word
from dateline.find.sentences.dependents import children, dependents
from dateline.find.sentences.tags import SUBJECTS
from dateline.phenomena import load_classes, words_of
from dateline.words.lemmas import lemma

__all__ = [
    "RELATIVE",
    "among",
    "at_hands",
    "beside_nouns",
    "governor",
    "opener",
    "paired",
    "resolved",
    "stands",
    "with_conjuncts",
]

RELATIVE = ("WDT", "WP", "WP$")
"""Tags of pronouns that stand for the noun before them."""

MEANWHILE = {"advcl": frozenset({"when", "while", "as", "after"}), "relcl": frozenset({"where"})}
"""What opens a clause of time or place in which a pronoun means the subject outside it."""

MEANT = {
    **dict.fromkeys(("they", "them"), ("NNS", "NNPS")),
    **dict.fromkeys(("it", "he", "she"), ("NN", "NNP")),
}
"""Tags of the nouns that a pronoun can mean."""

BUILDINGS = ("health", "school", "worship", "market", "things")
"""Classes of words for what stands somewhere."""


def opener(sentence: Sentence) -> str:
    """The base form of the word that opens a sentence, whose capital the model may take for a name's: "Rockets hit …"."""
    first = sentence.words[0] if sentence.words else None
    return "" if first is None else lemma(first.lower, "NNS") if first.tag in ("NNP", "NNPS") else first.lemma


def with_conjuncts(sentence: Sentence, i: int) -> list[int]:
    """A word and the nouns coordinated with it, by a hyphen too: "US-UK raids", "Chadian-Malian raids"; of buildings, those too
    that the parse takes for another name of the first: "a mill, a garage and two kiosks".
    """
    found = [i, *paired(sentence.words, i)]
    for c in children(sentence, i, "conj"):
        found += with_conjuncts(sentence, c)
    if stands(sentence.words[i]):
        for c in children(sentence, i, "appos"):
            found += with_conjuncts(sentence, c) if stands(sentence.words[c]) and not _not(sentence, c) else []
    return found


def paired(words: Sequence[Word], i: int) -> list[int]:
    """The word that a hyphen pairs with another one, where both tell lands or bodies."""
    if i < HYPHENED or words[i - 1].text != "-" or words[i - HYPHENED].head != i:
        return []
    both = (words[i - HYPHENED], words[i])
    lands = all(len(w.text) > 1 and (w.text.isupper() or (w.tag == "JJ" and w.text.istitle())) for w in both)
    return [i - HYPHENED] if lands else []


HYPHENED = 2
"""Words from one of a pair to the other."""


def governor(sentence: Sentence, i: int) -> int | None:
    """The verb whose clause holds the word at `i`, climbing noun phrases and prepositions; None at a verbless root."""
    at = i
    while not sentence.words[at].tag.startswith(("VB", "MD")) or at == i:
        if sentence.words[at].head == at:
            return None
        at = sentence.words[at].head
    return at


def resolved(sentence: Sentence, fillers: list[int]) -> list[int]:
    """The fillers with relative pronouns turned into what they stand for, and their conjuncts added, each once."""
    found: list[int] = []
    for f in fillers:
        meant = _antecedent(sentence, f) if _relative(sentence.words[f]) else _outer(sentence, f)
        for c in with_conjuncts(sentence, meant):
            found += [m for m in _measured(sentence, c) if m not in found]
    return found


def _relative(word: Word) -> bool:
    """Whether a word stands for the noun before it; a "that" with a role of its own is no mark of a clause, whatever its tag."""
    return word.tag in RELATIVE or (word.lower == "that" and word.tag == "IN" and word.dep in (*SUBJECTS, "dobj"))


def _outer(sentence: Sentence, i: int) -> int:
    """Whom a pronoun means in a clause of time or place: the subject outside it, "the guards slept when they came under
    fire", "gunmen came to a farm, where they shot two", "the guards slept when thieves beat them"; any other word stands
    for itself."""
    word, words = sentence.words[i], sentence.words
    clause, nouns = words[word.head], MEANT.get(word.lower)
    if word.lower == "them" and clause.dep == "conj":
        clause = words[clause.head]
    stands = ("dobj",) if word.lower == "them" else SUBJECTS
    if nouns is None or word.dep not in stands or clause.dep not in ("advcl", "relcl"):
        return i
    if not any(w.lower in MEANWHILE[clause.dep] for w in dependents(words, clause)):
        return i
    top = governor(sentence, clause.i) if clause.dep == "relcl" else clause.head
    verb = words[top] if top is not None else clause
    while verb.dep in ("xcomp", "conj") and not children(sentence, verb.i, *SUBJECTS):
        verb = words[verb.head]
    told = children(sentence, verb.i, *SUBJECTS)
    many = words_of("squads") if word.lower in ("they", "them") else frozenset[str]()
    return next((c for c in told if c < i and (words[c].tag in nouns or words[c].lemma in many)), i)


def _measured(sentence: Sentence, i: int) -> list[int]:
    """What a word of quantity measures, the civilians of "dozens of civilians", or a part belongs to, the school of "the windows of
    a school"; any other word stands for itself."""
    word = sentence.words[i]
    named = children(sentence, i, "appos") if word.tag == "JJ" else []
    if named:
        return named[:1]  # "shelling by the paramilitary Dune Guard", cut by the parse
    if word.lower in ("that", "those") and (owners := _behind(sentence, i, "of")):
        return owners  # "by Malian jets or those of France"
    if word.lemma in words_of("parts"):
        whole = [o for o in _behind(sentence, i, "of", "in") if stands(sentence.words[o])]
        return whole or [i]
    if word.tag != "CD" and word.lemma not in words_of("remnants") and word.lemma not in words_of("quantities"):
        return [i]
    things = _behind(sentence, i, "of")
    return [m for o in things for m in with_conjuncts(sentence, o)] or [i]


def _not(sentence: Sentence, i: int) -> bool:
    """Whether a noun is told not to be meant: "the port, not the airfield"."""
    return any(w.lower == "not" for w in dependents(sentence.words, sentence.words[i]))


def _behind(sentence: Sentence, i: int, *prepositions: str) -> list[int]:
    """What stands behind one of some prepositions at a word."""
    at = (c for c in children(sentence, i, "prep") if sentence.words[c].lower in prepositions)
    return [o for c in at for o in _objects(sentence, c)]


def stands(word: Word) -> bool:
    """Whether a word is for a building."""
    return word.lemma in _built()


@cache
def _built() -> frozenset[str]:
    """The words for what is built."""
    return frozenset().union(*(load_classes()[name].words for name in BUILDINGS))


def _objects(sentence: Sentence, prep: int) -> list[int]:
    """What a preposition governs; those too whom the parse makes the subject of what they are told to do: "remnants of
    [rebels looking for food]"."""
    doing = (d for c in children(sentence, prep, "pcomp") for d in children(sentence, c, "nsubj") if d < c)
    return children(sentence, prep, "pobj") or list(doing)


def _antecedent(sentence: Sentence, i: int) -> int:
    """What a relative pronoun stands for; the pronoun itself where no relative clause holds it, nor one that tells who "it
    was": "it was Chad that shelled the port"."""
    verb = sentence.words[i].head
    while sentence.words[verb].dep not in ("relcl", "ROOT", "ccomp") and sentence.words[verb].head != verb:
        verb = sentence.words[verb].head
    if sentence.words[verb].dep == "ccomp":
        return _singled_out(sentence, sentence.words[verb].head, i)
    noun = sentence.words[verb].head
    return noun if sentence.words[verb].dep == "relcl" and not _left_open(sentence, noun) else i


def _left_open(sentence: Sentence, noun: int) -> bool:
    """Whether it is denied or asked who "it was": "it was not Chad that shelled the port", "whether it was Chad that did"."""
    be = sentence.words[noun].head
    asked = any(sentence.words[c].lower in ("whether", "if") for c in children(sentence, be, "mark"))
    told = sentence.words[noun].dep == "attr" and _it_is(sentence, be)
    return told and (asked or bool(children(sentence, be, "neg")))


def _singled_out(sentence: Sentence, verb: int, pronoun: int) -> int:
    """Who is told to be the one of whom a clause tells, by "it was": Chad of "it was Chad that"; else the pronoun itself."""
    it = _it_is(sentence, verb) and not children(sentence, verb, "neg")
    told = children(sentence, verb, "attr") if it else []
    return next((c for c in told if c < pronoun), pronoun)


def _it_is(sentence: Sentence, verb: int) -> bool:
    """Whether a verb tells what "it" is."""
    words = sentence.words
    return words[verb].lemma == "be" and any(words[c].lower == "it" for c in children(sentence, verb, "nsubj"))


def at_hands(sentence: Sentence, i: int) -> list[int]:
    """At whose hands something is suffered: "nine died at the hands of the guards"."""
    if sentence.words[i].lower != "hands":
        return []
    of = (c for c in children(sentence, i, "prep") if sentence.words[c].lower == "of")
    return [o for c in of for o in children(sentence, c, "pobj")] + children(sentence, i, "poss")


def among(sentence: Sentence, noun: Word) -> list[int]:
    """Who is told to be among those of whom a participle tells: "a clerk was among those killed"."""
    prep = sentence.words[noun.head]
    verb = sentence.words[prep.head]
    among = noun.dep == "pobj" and prep.lower == "among" and verb.lemma == "be"
    return children(sentence, verb.i, "nsubj") if among else []


def beside_nouns(sentence: Sentence, slots: Mapping[str, Sequence[int]]) -> dict[str, list[int]]:
    """What the words beside the nouns of a verb fill: `sort`, and `owner`, whose the object is: the rebels of "halted rebel raids",
    "halted the rebels' raids"."""
    whose = [c for i in slots.get("object", ()) for c in children(sentence, i, "compound", "amod", "nmod", "poss")]
    owners = [c for c in whose if sentence.words[c].tag != "PRP$"]
    return _sorts(sentence, slots) | ({"owner": sorted(owners)} if owners else {})


def _sorts(sentence: Sentence, slots: Mapping[str, Sequence[int]]) -> dict[str, list[int]]:
    """What sort of accord the subject or the object of a verb is: the trade of "a trade deal", the gas of "a deal on gas"; a truce on
    whatever is a truce."""
    heads = [
        i
        for slot in ("subject", "object")
        for i in slots.get(slot, ())
        if sentence.words[i].lemma in words_of("accord")
    ]
    behind = [c for i in heads for c in children(sentence, i, "prep") if sentence.words[c].lower in CONCERNING]
    told = _described_by(sentence, heads)
    told += _described_by(sentence, told)
    matters = [i for c in behind for i in children(sentence, c, "pobj")]
    told += matters + _described_by(sentence, matters)
    truce = any(sentence.words[i].lemma in words_of("truce") | {PEACE} for i in (*heads, *told))
    return {"sort": sorted(set(told))} if told and not truce else {}


def _described_by(sentence: Sentence, nouns: Sequence[int]) -> list[int]:
    """The words before nouns that tell of what sort they are, with those joined to them."""
    return [
        c
        for i in nouns
        for before in children(sentence, i, "compound", "amod", "nmod")
        for c in with_conjuncts(sentence, before)
    ]


PEACE = "peace"
"""What an accord may be about that ends a war."""

CONCERNING = frozenset({"on", "for", "over", "about"})
"""Prepositions behind which stands what an accord is about."""
