"""The unnumbered: "a boy was killed", "X was assassinated", "the murder of X", "civilians were wounded"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from dateline.amounts import Amount
from dateline.find.figures.counts import Counted
from dateline.find.figures.described import alike, clipped, described_so, is_so, nobody, reported
from dateline.find.figures.members import Member, listed_from, members, top_of_list
from dateline.find.figures.outcomes import died_later
from dateline.find.figures.plurals import person, plurals, registered
from dateline.find.figures.row import FINAL, VICTIMS, Reading, Row
from dateline.find.figures.singles import behind_names
from dateline.find.figures.turned import named_behind
from dateline.find.sentences.dependents import children, dependents, has_dependent
from dateline.words.measures import HARMED, Cue, Noun
from dateline.words.numbers import load_numbers

__all__ = ["meant", "told_once", "unnumbered"]

LASTING = frozenset(("are", "is"))
"""Auxiliaries of a habit, which is no news of anybody in particular; "are being" tells what goes on."""
FAR = 14
"""Words back to what makes a telling a question."""
GAP = 7
"""Words between a death and the "of" of whose it is."""
SINGULAR, PLURAL = frozenset(("NN", "NNP")), frozenset(("NNS", "NNPS"))
BEFORE = frozenset(("det", "compound", "amod", "poss", "nmod"))

Found = tuple[Counted, Reading]


def meant(row: Row, told: Collection[str]) -> Iterator[Found]:
    """Who is meant by "he", "she" or "him" and was killed or hurt: one, where no measure of the report has `told` of any yet.

    Whoever the pronoun goes back to was not counted before; where somebody was, it may well be the same.
    """
    open_to = HARMED.difference(told)
    glue = row.measures.glue
    if not open_to or (glue["persons"].isdisjoint(row.tokens) and glue["remains"].isdisjoint(row.tokens)):
        return
    for at in range(len(row.tokens)):
        if "killed" in open_to and _somebodys_body(row, at):
            yield person(row, at, at, Amount.told(1)), Reading("killed", at, "named")
            return
        for cue in row.cues(at):
            head = _victim(row, cue, at) if cue.measure in open_to and row.needs(cue, at + 1, at + 3) else None
            how = Reading(cue.measure, at, "named")
            denied = row.ill(how) or any(row.small(k, "negatives") for k in range(at - 3, at))
            denied = denied or row.tokens[at - 1] == "what"  # "what hurt him most"
            denied = denied or (cue.measure == "injured" and died_later(row, at) is not None)
            if head is not None and row.small(head, "persons") and not denied:
                yield person(row, head, head, Amount.told(1)), how
                return


def _somebodys_body(row: Row, at: int) -> bool:
    """Whether a noun is the body of somebody, and was found: "his body was found near the weir"."""
    if not row.small(at, "remains") or row.measures.glue["found_as"].isdisjoint(row.tokens):
        return False
    words = row.sentence.words
    return words[at].dep in ("nsubjpass", "dobj") and has_dependent(words, words[at], "poss")


def unnumbered(row: Row, taken: Sequence[Found], numbered: Sequence[Counted]) -> Iterator[Found]:
    """Those killed, hurt, missing or held of whom the sentence gives no number: one each, at least two where they are many.

    `taken` are the counts that have a reading; what else is `numbered` is a rate, or counts something else.
    """
    heads = {
        at: ""
        for one in (*numbered, *(one for one, _ in taken))
        for at in range(one.first, behind_names(row.sentence, one))
    }
    alone = [(one, how) for one, how in taken if not row.numbered(one) and how.measure != "casualties"]
    heads |= {at: how.measure for one, how in alone for at in range(one.first, one.last)}
    used = {how.cue for _, how in taken if how.way != "company"}
    for one, how in chain(_told(row, heads, used), _so_too(row, heads)):
        heads[one.head] = how.measure
        yield one, how
    for one, how in taken:
        if how.measure in VICTIMS and not how.part:
            yield from _beside(row, one, how, heads)


Heads = dict[int, str]
"""The tokens of those counted already, each with what befell them; nothing where that is told with a number."""


def _covered(heads: Heads, tokens: Iterable[int], measure: str) -> bool:
    """Whether one of the tokens is of somebody counted already: who was detained may have died too."""
    return any(heads.get(at, "-") in ("", measure) for at in tokens)


def told_once(row: Row, found: Sequence[Found]) -> list[Found]:
    """What was found, without those told a second time: "Omar Kor, a member of the guild and a poet, was killed"."""
    again = {at for measure in VICTIMS for at in _again(row, found, measure)}
    return [(one, how) for one, how in found if (how.measure, one.head) not in again] if again else list(found)


def _again(row: Row, found: Sequence[Found], measure: str) -> Iterator[tuple[str, int]]:
    """The measure and the nouns of those who are told a second time under it."""
    alone = [one.head for one, how in found if how.measure == measure and not row.numbered(one) and not how.part]
    if len(alone) > 1:
        for member in (member for at in alone for member in listed_from(row, at)):
            yield from ((measure, at) for at in [at for at in alone if at in member.same][1:])


def _told(row: Row, heads: Heads, used: set[int]) -> Iterator[Found]:
    """The victims of verbs and nouns that no count has taken."""
    for at, token in enumerate(row.tokens):
        if at not in heads and at not in used:
            yield from plurals(row, at, used)
        if token not in row.measures.cues or at in used:
            continue
        for cue in row.cues(at):
            ill = row.ill(Reading(cue.measure, at, "named"))
            if cue.measure in VICTIMS and row.needs(cue, at + 1, at + 5) and not ill:
                head = _victim(row, cue, at)
                if head is not None and nobody(row, head) and row.small(at - 1, "gravely"):
                    break  # "no one was seriously hurt" tells not that no one was hurt
                if head is not None and nobody(row, head):
                    yield (
                        person(row, min(_start(row, head), head - (row.tokens[head] == "one")), head, Amount.told(0)),
                        Reading(cue.measure, at, "named", negated=True),
                    )
                    break
                if head is not None and not _covered(heads, (head,), cue.measure) and row.tokens[head] not in cue.needs:
                    yield from _members(row, cue, at, head, heads)
                    break


def _so_too(row: Row, heads: Heads) -> Iterator[Found]:
    """Those told behind a victim to have fared the same: "Omar Kor was killed, as was his nephew"."""
    for at, head in alike(row):
        cue = next((cue for cue in row.cues(at) if cue.measure in VICTIMS and row.passive(at)), None)
        if cue is not None and not _covered(heads, (head,), cue.measure):
            yield from ((one, how._replace(way="company")) for one, how in _members(row, cue, at, head, heads))


def _beside(row: Row, one: Counted, how: Reading, heads: Heads) -> Iterator[Found]:
    """Single people listed beside a count: "two guards, their driver and a nurse were killed".

    Plurals are left out: who stands in the plural after a list may be the ones who tell it.
    """
    for member in _all_listed(row, one, how):
        if how.way == "company" and row.small(member.head, "persons") and member.head not in heads:
            heads[member.head] = how.measure
            yield person(row, member.head, member.head, Amount.told(1)), how  # "killed him alongside his wife"
        if heads.keys().isdisjoint(member.same) and row.tag(member.head) in SINGULAR:
            amount = _one(row, member.head)
            if amount is not None:
                heads[member.head] = how.measure
                yield person(row, _start(row, member.head), member.head, amount), how._replace(way="beside")


def _all_listed(row: Row, one: Counted, how: Reading) -> Iterator[Member]:
    """Those listed from a count on; where the parse gave it its measure, those listed before it; and whom it befell too."""
    at = next((k for k in (one.head, one.core) if row.sentence.words[k].dep in ("conj", "appos")), one.head)
    yield from listed_from(row, at) if how.way == "climb" else members(row, one.head)
    for cue in row.cues(how.cue):
        if cue.measure == how.measure and how.way in ("right", "climb", "company"):
            for head in _victims(row, cue, how.cue):
                yield from members(row, head)


def _victim(row: Row, cue: Cue, at: int) -> int | None:
    """The token of the noun that plays the cue's role."""
    return next(reversed(_victims(row, cue, at)), None)


def _victims(row: Row, cue: Cue, at: int) -> list[int]:
    """The tokens of the nouns that play the cue's role, in order: several where the parse parts a long list."""
    if cue.role == "of":
        return _after_of(row, at)
    if cue.role == "subject":  # not "her voice drowned him out"
        return _subjects(row, at, ("nsubj",)) if cue.form != "base" and not children(row.sentence, at, "dobj") else []
    borne = None
    if cue.form == "ed":
        borne = reported(row, at) or clipped(row, at) or _among(row, at) or is_so(row, at) or named_behind(row, at)
    if cue.measure in HARMED and cue.form == "ed" and borne is None and described_so(row, at):
        borne = row.sentence.words[at].head
    if cue.role == "state" or borne is not None:
        return [] if borne is None else [borne]
    passive = cue.form == "ed" and (
        row.passive(at) or children(row.sentence, at, "auxpass") or children(row.sentence, at, "nsubjpass")
    )
    if passive or (cue.form == "ed" and _elided(row, at)):
        return _subjects(row, at, ("nsubjpass", "nsubj"))
    done = children(row.sentence, at, "dobj")
    if cue.role == "either" and cue.form != "base" and all(row.tokens[k] in cue.needs for k in done):
        return _subjects(row, at, ("nsubj",))  # "a guard sustained injuries"
    return _about(row, at, done) if cue.form in ("ed", "ing", "s") else []


def _subjects(row: Row, at: int, deps: Sequence[str]) -> list[int]:
    """Of whom a verb is said: its own subject, that of the verb it goes on with, or whom its clause is about."""
    word = row.sentence.words[at]
    own = next((found for dep in deps if (found := children(row.sentence, at, dep))), [])
    if not own and word.dep == "conj" and row.tag(word.head).startswith("V"):
        own = children(row.sentence, word.head, "nsubjpass") or children(row.sentence, word.head, "nsubj")
    return _about(row, at, [k for k in own if "-" not in row.tokens[k : k + 2]] or own)  # "Al-Kor"


def _about(row: Row, at: int, told: list[int]) -> list[int]:
    """The nouns told, or the one that a clause is about where only a pronoun stands for it, "Kor, who was killed"; of several the
    first that the parse lists, "Kor and Dorn, who were killed"."""
    word = row.sentence.words[at]
    if not told or not row.small(told[-1], "relatives") or word.dep != "relcl":
        return told
    several = any(row.tokens[k] == "were" for k in word.children) and row.tag(word.head) in SINGULAR
    return [top_of_list(row, word.head) if several else word.head]


def _elided(row: Row, at: int) -> bool:
    """Whether a verb goes on with a passive without saying so again: "six were killed and others wounded"."""
    word = row.sentence.words[at]
    return word.dep == "conj" and row.passive(word.head) and not children(row.sentence, at, "dobj")


def _among(row: Row, at: int) -> int | None:
    """Who is told to be one of the dead or hurt: "the mayor was among the dead"."""
    if row.tokens[max(0, at - 2) : at - 1] != ["among"] or row.tokens[at - 1] not in ("the", "those"):
        return None
    if any(row.tokens[k] in ("if", "whether") for k in range(max(0, at - FAR), at)):
        return None  # "it is not clear whether the mayor was among the dead"
    words = row.sentence.words
    verb = words[at - 2].head
    told = (_subjects(row, k, ("nsubj", "nsubjpass")) for k in (verb, words[verb].head) if k < at - 2)
    return next((heads[-1] for heads in told if heads), None)


def _after_of(row: Row, at: int) -> list[int]:
    """Whose death a noun tells, a place between them left out: "the murder of a nun", "the murder in Ostrel of a nun"."""
    words = row.sentence.words
    here = [child for child in words[at].children if words[child].lower == "of"]
    if not here and row.small(at + 1, "spot"):
        behind = (k for k in range(at + 2, min(at + GAP, len(words))) if words[k].lower == "of")
        here = [k for k in behind if row.tag(k - 1) == "NNP" and not row.small(k - 1, "of_place")][:1]
    return [k for of in here[:1] for k in children(row.sentence, of, "pobj")][:1]


def _members(row: Row, cue: Cue, at: int, head: int, heads: Heads) -> Iterator[Found]:
    """The victim and those listed with it."""
    if row.unproven(at) or any(row.small(k, "negatives") for k in range(at - 3, at)):
        return  # "he was not hurt" counts nobody
    died = died_later(row, at) if cue.measure == "injured" else None
    how = Reading(cue.measure, at, "named") if died is None else Reading("killed", died, "named")
    listed = members(row, head)[: 1 if _of_one(row, head) or _either(row, head) else None]
    plurals = {k for k, _ in listed if row.tag(k) in PLURAL and k not in heads and not _capitals(row, k)}
    found = []
    for k, same in listed:
        if _covered(heads, same, how.measure) or (not cue.needs and _doubtful(row, at, k)):
            continue
        if plurals - {k} and k not in plurals and not _named(row, k):
            continue  # "killed guests, a waiter and dancers": nobody knows how many
        amount = _one(row, k) or _some(row, cue, at, k)
        if amount is not None:
            found.append(person(row, _start(row, k), k, amount))
    yield from ((one, how) for one in _one_crowd(found))


def _either(row: Row, head: int) -> bool:
    """Whether an "or" joins those listed with a noun: "the murder of a judge, a clerk or a nurse" tells of one."""
    words = row.sentence.words
    joined = [head]
    for at in joined:
        joined += children(row.sentence, at, "conj")
    return any(row.tokens[k] == "or" for at in joined for k in words[at].children)


def _of_one(row: Row, head: int) -> bool:
    """Whether bare nouns are told of one person: "poet and teacher Omar Kor was killed"."""
    words = row.sentence.words
    verb = words[head].head
    said = any(words[k].lower in ("was", "is", "has") for k in (verb, *words[verb].children))
    joined = dependents(words, words[head], "conj")
    marked = any(words[k].tag in ("DT", "PRP$", "CD", "POS") for word in (words[head], *joined) for k in word.children)
    return said and words[head].tag == "NN" and len(joined) == 1 and not marked


def _one_crowd(found: Sequence[Counted]) -> Iterator[Counted]:
    """The victims found in one list; plurals that nobody counted are one crowd: "killed women and children"."""
    several = [one for one in found if one.amount.qualifier.startswith("vague")]
    for one in found:
        if len(several) < 2 or one not in several:
            yield one
        elif one is several[0]:
            noun = one.noun if all(other.noun == one.noun for other in several) else Noun("people")
            yield one._replace(last=several[-1].last, noun=noun)


def _start(row: Row, k: int) -> int:
    """Where the noun phrase of a head begins."""
    words = row.sentence.words
    first = min([k, *(child for child in words[k].children if child < k and words[child].dep in BEFORE)])
    return first + (first < k and row.tokens[first] == "old")  # "63 year old Omar Kor"


def _barred(row: Row, k: int) -> bool:
    """Whether a noun is no victim: a pronoun, nobody, a thing."""
    listed = row.measures.nouns.get(row.tokens[k])
    if (
        row.small(k, "nobody")
        or row.small(k, "timely")
        or row.tokens[k] in load_numbers().months
        or row.tokens[k] in load_numbers().clock
        or (listed is not None and listed.unit != "people")
    ):
        return True
    words = row.sentence.words
    none = words[k].dep == "conj" and any(row.tokens[child] == "no" for child in words[words[k].head].children)
    return none or any(row.small(child, "nobody") for child in words[k].children)  # "no miners or guards were hurt"


def _doubtful(row: Row, at: int, k: int) -> bool:
    """Whether a cue may have been done to a thing, and what it was done to is not surely a person: "captured Ostrel"."""
    things = any("people" not in row.measures.measures[cue.measure].units for cue in row.cues(at))
    return things and row.tokens[k] not in row.measures.nouns


def _one(row: Row, k: int) -> Amount | None:
    """One, where a noun names a single person."""
    single = row.tag(k) in SINGULAR or _capitals(row, k)
    if not single or _barred(row, k) or not row.tokens[k][:1].isalpha():
        return None
    others = "other" in row.tokens[k - 2 : k] and row.tag(_start(row, k)) == "JJ"  # "guards and other staff"
    if others or row.small(k, "collectives") or row.measures.own.get(row.tokens[k]) in FINAL:
        return None  # "the death of a man and the injury of his wife"
    return Amount.told(1) if _named(row, k) or _person_noun(row, k) or _title(row, k) else None


def _person_noun(row: Row, k: int) -> bool:
    """Whether a noun is in a list, or ends as those of persons do."""
    listed = row.measures.nouns.get(row.tokens[k])
    return row.personal(row.tokens[k]) if listed is None else listed.unit == "people"


def _title(row: Row, k: int) -> bool:
    """Whether a noun tells what the bearer of the name right behind it is: "the hero Omar Kor"."""
    beside = (child for child in children(row.sentence, k, "appos") if row.tag(child) == "NNP")
    return any(all(row.tag(i) in ("NNP", "HYPH") for i in range(k + 1, name)) for name in beside)


def _capitals(row: Row, k: int) -> bool:
    """Whether what looks like a plural may end a name, as all is in capitals: "ERNESTO BENAVIDES"."""
    words = row.sentence.words
    first = any(words[child].tag == "NNP" for child in words[k].children if child < k)
    return row.tag(k) in PLURAL and first and row.tokens[k] not in row.measures.nouns and row.sentence.text.isupper()


def _named(row: Row, k: int) -> bool:
    """Whether a noun is a name: by its tag, or, all in capitals, where a name looks like any noun, with no article."""
    own = row.sentence.words[k].children
    titled = any(
        row.tag(child) == "NN" and _person_noun(row, child) for child in own if child < k
    )  # "the weaver Omar Kor"
    determined = not titled and any(row.tag(child) == "DT" for child in own)
    return not determined and (row.tag(k) == "NNP" or row.sentence.text.isupper())


def _some(row: Row, cue: Cue, at: int, k: int) -> Amount | None:
    """At least two, where a listed plural is newly told of by what has happened."""
    if row.tag(k) not in PLURAL or _barred(row, k) or row.tokens[k] not in row.measures.nouns:
        return None
    known = any(row.small(child, "definite") for child in row.sentence.words[k].children)
    known = known or not {"without", "how"}.isdisjoint(row.tokens[max(0, k - 4) : k]) or _attribute(row, k)
    known = known or registered(row, k)
    return Amount.vague("some") if not known and _happened(row, cue, at) else None


def _attribute(row: Row, k: int) -> bool:
    """Whether a plural only tells who those told before were: "many of the victims were boys and girls"."""
    words = row.sentence.words
    while words[k].dep == "conj" and words[k].head < k:
        k = words[k].head
    return words[k].dep == "attr"


def _happened(row: Row, cue: Cue, at: int) -> bool:
    """Whether a cue tells of what was done once: "killed villagers", "…, wounding guards"; not "they are killing villagers"."""
    words = row.sentence.words
    said = {w.lower for w in dependents(words, words[at])}
    if row.tag(at) == "VB" or (said & LASTING and "being" not in said):
        return False  # "some go too far and hurt others", "women are beaten"
    goes_on = has_dependent(words, words[at], "aux")  # "when they are killing villagers"
    return cue.form == "ed" or (cue.form == "ing" and words[at].dep in ("advcl", "conj", "acl") and not goes_on)
