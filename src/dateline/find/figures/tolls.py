"""What a count measures, from the words around it: what is said of it, what is done to it, what it belongs to.

The words right and left of the count come first, for they hold where the parse is wrong; the parse decides at a distance.
"""

from __future__ import annotations

from dateline.find.figures.counts import Counted
from dateline.find.figures.labels import label_says
from dateline.find.figures.outcomes import (
    SURVIVE,
    ailing,
    became,
    bereft,
    died_later,
    fatally,
    gone_home,
    graded,
    unharmed,
    wounded,
)
from dateline.find.figures.pairs import either
from dateline.find.figures.passing import following
from dateline.find.figures.row import FINAL, Reading, Row
from dateline.find.figures.running import toll
from dateline.find.figures.turned import deed, turned
from dateline.find.sentences.dependents import children
from dateline.find.sentences.tags import SUBJECTS
from dateline.words.measures import Cue

__all__ = ["reading"]

PATH = frozenset(
    "nummod quantmod conj appos nsubj nsubjpass dobj attr pobj prep compound npadvmod oprd amod dep".split()
)
"""Relations by which a count hangs on what gives it its measure."""
DWELLING = frozenset(("population", "displaced", "sheltered", "returned", "aid_recipients", "affected"))
"""Measures of which one person or group without a number is no news."""
FAR = 25
"""Words between a camp and those it holds."""
CARRIED = 6
"""Words around a cue within which it is told who took people away: an ambulance, a flood."""
BURIED = 2
"""So many funerals at once are news of bloodshed."""
ASIDE = 12
"""The most words of an aside that names a source."""
SLOTS = {
    "nsubjpass": ("object", "either", "state", "subject"),
    "nsubj": ("subject", "either", "state"),
    "dobj": ("object", "either"),
    "oprd": ("object", "either"),
}
"""A noun's place at its verb → the roles it plays there."""


def reading(row: Row, one: Counted) -> Reading | None:
    """What one count measures, or None where nothing around it says so."""
    since = _died_since(row, one) or fatally(row, one)
    found = since or _own(row, one)
    label = label_says(row.sentence.words, one.first, row.measures)
    if (
        label is not None
        and row.numbered(one)
        and row.fits(label[0], one.noun)
        and (found is None or found.measure not in FINAL)
    ):
        return Reading(label[0], label[1], "label")
    if found is None or found.measure not in FINAL:
        inside = _inside(row, one)  # "two killed guards were taken to hospital"
        found = (
            became(inside, _right(row, one) or (_left(row, one) if inside.measure == "missing" else None))
            if inside is not None and inside.measure in FINAL
            else _first(row, one, found)
        )
        if found is None or found.way == "company" or found.measure not in FINAL:
            found = wounded(row, one) or bereft(row, one) or ailing(row, one) or found
    if found is not None and found.measure == "aid_recipients":
        found = toll(row, one) or found  # "the number of those killed reached 40 people"
    if found is None or _no_news(row, one, found) or (found.way != "own" and _ranked(row, one)):
        return None
    found = gone_home(row, one, found)
    died = died_later(row, found.cue) if found.measure == "injured" else None
    found = found if died is None else found._replace(measure="killed", cue=died)
    part = found.part or row.is_part(one) or graded(row, one, found) or (since is None and row.of_fallen(one))
    return either(row, one, found._replace(part=part, negated=_negated(row, one, found)))


def _died_since(row: Row, one: Counted) -> Reading | None:
    """What became of some of those who had been hurt: "two of the wounded died"."""
    if row.measures.own.get(one.said.rpartition(" ")[2]) != "injured" or "of" not in row.tokens[one.first : one.head]:
        return None
    told = (way(row, one) for way in (_right, _climbed))
    return next((found for found in told if found is not None and found.measure == "killed"), None)


def _ranked(row: Row, one: Counted) -> bool:
    """Whether a count only tells of how many one is the first or the last: "the first of five hostages was freed"."""
    at = one.first - 1 - (row.tokens[one.first - 1] == "the")
    share = row.tokens[max(0, at - 2) : max(0, at - 1)] in (
        ["a"],
        ["one"],
        ["two"],
        ["-"],
    )  # "a third of the 900 people hurt"
    return row.tokens[at] == "of" and row.small(at - 1, "ranks") and not share


def _no_news(row: Row, one: Counted, found: Reading) -> bool:
    """Whether a reading tells nothing of violence: a death by illness, diplomats sent home, one who lives somewhere."""
    if found.measure in DWELLING and (not row.numbered(one) or _whose(row, one)):
        return True  # "a crew that fled" is no count
    if found.measure == "evacuated" and not row.numbered(one) and row.small(found.cue, "leaving"):
        return True  # "a nurse who left the town at dawn"
    if found.measure == "population":
        return False
    if found.measure == "aid_recipients" and any(row.small(k, "phones") for k in range(found.cue, found.cue + 4)):
        return True  # "two residents reached by telephone"
    if unharmed(row, one, found) or (row.tokens[found.cue] == "remains" and "vague" in one.amount.qualifier):
        return True  # "the remains of several kings"
    if found.measure == "released" and found.way == "before" and not row.numbered(one):
        return True  # "in exchange for a life of ease"
    if row.tokens[found.cue].startswith("funeral") and (one.amount.best or 0) < BURIED:
        return True  # "the funeral of a nun": those of 30 people tell of bloodshed
    if found.measure == "returned" and row.tag(found.cue) in ("VBD", "VBZ", "VBP"):
        return row.acts(found.cue) and not row.small(found.cue + 1, "homeward") and not row.passive(found.cue)
    if found.measure == "detained":
        near = (k for k in range(max(0, found.cue - CARRIED), one.last + CARRIED) if not one.first <= k < one.last)
        carried = any(row.small(k, "carriers") for k in near)
        return carried or any(
            row.small(k, "pictures") and row.tokens[k - 1] == "on" for k in range(one.last, one.last + 5)
        )
    if found.measure == "displaced":
        drivers = row.small(found.cue, "driving") and one.last <= found.cue and not row.passive(found.cue)
        return drivers or (row.small(found.cue, "expelled") and row.small(one.head, "envoys")) or _runs(row, one, found)
    safe = next((k for k in range(one.last, one.last + 4) if row.small(k, "unhurt")), len(row.tokens))
    later = any(cue.role in ("subject", "either") and cue.measure == "killed" for cue in row.cues(found.cue))
    back = found.measure == "missing" and safe < len(row.tokens)  # "nine missing sailors were found alive"
    return row.ill(found) or ((safe < found.cue or back) and not later)


def _whose(row: Row, one: Counted) -> bool:
    """Whether a count only tells whose the people are who were counted before it: "three members of one displaced family"."""
    before = row.measures.nouns.get(row.tokens[one.first - 2]) if one.first > 1 else None
    of = row.tokens[one.first - 1] == "of" and one.amount.best == 1
    return of and before is not None and before.unit == "people" and row.tokens[one.first - 2] not in row.measures.own


def _runs(row: Row, one: Counted, found: Reading) -> bool:
    """Whether those who flee or cross a border are armed, or run from the law, "two gunmen fled on foot"; or only gather."""
    if any(row.small(k, "gatherings") for k in range(found.cue + 1, found.cue + 6)) and row.tag(found.cue + 1) == "IN":
        return True  # "thousands poured into the streets"
    armed = one.noun.subgroup in row.measures.glue["armed"] or row.small(one.head, "assailants")
    return armed and found.way not in ("own", "before") and not row.small(found.cue, "homeless")


def _first(row: Row, one: Counted, own: Reading | None) -> Reading | None:
    """The first way that gives a reading; how many live somewhere is the last thing a count can mean."""
    weak = None
    done = _left(row, one)
    if done is not None and row.tag(one.last) == "WP" and any(cue.role == "of" for cue in row.cues(done.cue)):
        return done  # "the release of two clerks whom rebels had taken"
    aside = row.tag(one.last) in ("VBN", "VBD") and not any(cue.measure in FINAL for cue in row.cues(one.last))
    if done is not None and done.measure in FINAL and aside and row.tokens[one.first - 1] == "of":
        return done  # "the injury of ten civilians displaced there"
    for way in (_right, _left, _inside, _company, None, toll, _climbed):
        found = own if way is None else way(row, one)
        dwells = found is not None and (row.small(found.cue, "dwell") or row.small(found.cue, "be"))
        if found is not None and not (found.measure == "population" and dwells):
            return _befell(row, one, found) or found
        weak = weak or found
    return weak and (_befell(row, one, weak) or weak)


def _befell(row: Row, one: Counted, told: Reading) -> Reading | None:
    """What the main verb tells of those of whom a clause tells first where they were: "three who were trapped there died",
    "four nuns taken hostage in May were freed"."""
    words = row.sentence.words
    word, clause = words[one.head], words[told.cue].dep in ("acl", "relcl")
    if told.measure != "population" and not (told.measure in ("detained", "missing", "injured") and clause):
        return None
    if word.dep not in SUBJECTS or word.head < told.cue:
        return None
    ends = ("killed",) if told.measure == "injured" else (*FINAL, "displaced", "evacuated", "released")
    befell = (c for c in row.cues(word.head) if c.measure in ends and c.measure != told.measure)
    said = (c for c in befell if _said_of(row, one, c, word.head, passive=row.passive(word.head)))
    so = _said_after(row, one, word.head)  # "were found dead"
    became = next((Reading(cue.measure, word.head, "right") for cue in said), so)
    return became if became is not None and became.measure in ends else None


def _right(row: Row, one: Counted) -> Reading | None:
    """The first thing said of the count to its right: "… were killed", "… dead", "… forced to flee"."""
    passive = joined = False
    weak = None
    if _object_here(row, one) or _aside_of(row, one) or _of_one(row, one):
        return None
    inner = row.small(one.first - 1, "inner") and not (row.is_part(one) or row.accompanies(one))
    inner = inner and not row.small(one.first - 2, "collectives")
    if row.tag(one.last) == "POS" and (done := deed(row, one)) is not None:
        return done
    for at in following(row, one.last):
        if row.of_doer(one, at):
            return weak
        passive, cues = passive or row.small(at, "be"), row.cues(at)
        if inner and (row.small(at, "aux") or (row.tag(at) == "VBD" and not cues)):
            return None  # "people from the four towns were …": the verb is not the towns'
        inner = inner and row.tag(at) not in ("WP", "WDT")
        for cue in cues:
            if _said_of(row, one, cue, at, passive=passive):
                if cue.measure != "population":
                    return Reading(cue.measure, at, "right")
                weak = weak or Reading(cue.measure, at, "right")
        if not (joined and row.tokens[at] in ("and", "or")):
            joined = row.tag(at) in ("VBN", "VBD") and row.tokens[at + 1 : at + 2] in (["and"], ["or"])
            if not (joined or row.small(at, "skip") or row.small(at, "passed") or row.tag(at) == "RB"):
                return weak
    return weak


def _of_one(row: Row, one: Counted) -> bool:
    """Whether the verb behind a plural is said of one told before: "the leader, who had nine wives, was arrested"."""
    several = row.tag(one.head) == "NNS" and one.amount.best != 1 and not row.small(one.first - 2, "collectives")
    return several and row.small(one.last, "aux_of_one")


def _aside_of(row: Row, one: Counted) -> bool:
    """Whether a count is what those told before make up: "twenty people, forming six households, were killed"."""
    at = one.first - 1
    opens = row.tokens[at - 1 : at] == [","] and row.tag(at) == "VBG"
    return opens and not (row.cues(at) or row.small(at, "including") or row.small(at, "to_noun"))


def _object_here(row: Row, one: Counted) -> bool:
    """Whether a verb right before the count did it to it, and what follows is said of others: "the blast that killed nine
    has …", "killed nine, including two boys, and several were hurt"."""
    at = one.first - 1
    verbs = (cue for cue in row.cues(at) if cue.role == "object" and cue.measure in FINAL and not cue.needs)
    done = any(row.fits(cue.measure, one.noun) for cue in verbs)
    if not done or row.tag(at) not in ("VBD", "VBZ", "VBP", "VBG") or row.passive(at):
        return False
    words = row.sentence.words
    head = words[one.head]
    shelters = head.dep == "nsubj" and words[head.head].tag == "VBG" and words[head.head].head == at
    return row.small(one.last, "aux") or (head.head == at and head.dep == "dobj") or shelters


def _said_of(row: Row, one: Counted, cue: Cue, at: int, *, passive: bool) -> bool:
    """Whether a cue to the right of a count is said of it."""
    if cue.role == "of" or not row.fits(cue.measure, one.noun) or row.nominal(cue, at):
        return False
    if cue.role == "subject" and cue.needs and row.cues(at + 1):
        return False  # "left dead"
    if cue.measure == "population" and one.bare and row.small(at, "dwell"):
        return False  # "a mother of three living in Ostrel"
    if cue.role in ("object", "state"):
        told = at + 1 + (row.tokens[at + 1 : at + 2] == ["to"])  # "shot dead a judge", "beaten to death a thief"
        acts = row.acts(at) or (bool(cue.needs) and row.acts(told))
        return cue.form == "ed" and (passive or not acts) and _complete(row, one, cue, at, passive=passive)
    if cue.needs and (_a_thing(row, one) or (not passive and row.tag(at + 1) == "CD")):
        return False
    return _complete(row, one, cue, at, passive=passive)


def _complete(row: Row, one: Counted, cue: Cue, at: int, *, passive: bool) -> bool:
    """Whether a verb said of a count has what it needs behind it, or in what is counted: "eighteen lives were lost"."""
    counted = passive and cue.form == "ed" and row.tokens[one.head] in cue.needs
    return counted or row.needs(cue, at + 1, _others(row, at))


def _others(row: Row, at: int) -> int:
    """Where others are counted behind a verb, at the furthest behind what it may need: "six were shot, two of them fatally"."""
    joined = (k for k in range(at + 2, at + 8) if row.tag(k) == "CD" and row.small(k - 1, "joins"))
    return next(joined, at + 8)


def _a_thing(row: Row, one: Counted) -> bool:
    return one.noun.unit in row.measures.things and one.noun.unit != "households"


def _left(row: Row, one: Counted) -> Reading | None:
    """What is done to the count by the verb before it, or the noun whose "of" it follows."""
    apposed = row.sentence.words[one.head].dep == "appos"  # ", said Omar Kor, a member of the guild"
    before = _before_aside(row, one.first)
    if apposed and row.tokens[before + 1 : before + 2] != ["according"]:
        before = one.first
    if (behind := turned(row, one)) is not None:
        return behind
    for at in range(before - 1, max(-1, before - 9), -1):
        cues = row.cues(at)
        for cue in cues:
            if _done_to(row, one, cue, at):
                return Reading(cue.measure, at, "left")
        joins = row.tokens[at] in ("and", "or") and bool(row.cues(at - 1) and row.cues(at + 1))
        leads = one.noun.unit == "facilities" and row.small(at, "near")
        leads = leads or (
            row.small(at, "collectives") and row.tokens[at + 1] == "of"
        )  # "killed the whole family of six"
        if not (joins or leads or row.small(at, "object_links") or row.tag(at) in ("RB", "RP", "JJ")):
            return None
    return None


def _before_aside(row: Row, at: int) -> int:
    """Where an aside that names a source begins, if one ends before a token: "of, according to the mayor, 40 people"."""
    if at == 0 or row.tokens[at - 1] != ",":
        return _before_place(row, at)
    opens = (k for k in range(at - 2, max(-1, at - ASIDE), -1) if row.tokens[k] == "," and row.small(k + 1, "sourced"))
    return next(opens, at)


def _before_place(row: Row, at: int) -> int:
    """Where the phrase of a place begins that stands between a deed and its "of": "the arrest in Ostrel of four nuns"."""
    k = at - 2
    if row.tokens[k + 1] != "of" or row.tag(k) != "NNP":
        return at
    while k > 0 and row.tag(k) == "NNP":
        k -= 1
    return k if row.small(k, "spot") and row.tag(k - 1).startswith("N") and row.cues(k - 1) else at


def _done_to(row: Row, one: Counted, cue: Cue, at: int) -> bool:
    """Whether a cue to the left of a count governs it."""
    strange = cue.needs and _a_thing(row, one) and not row.measures.measures[cue.measure].named
    if not row.fits(cue.measure, one.noun) or row.nominal(cue, at) or strange:
        return False
    between = row.tokens[at + 1 : one.first]
    if cue.role == "of":
        leads = "of" in between[:3] or (between[:1] in (["to"], ["on"]) and cue.measure in FINAL)
        return leads and row.needs(cue, at + 1, at)
    if cue.role in ("subject", "state") or "of" in between[:-1]:
        return False
    if not cue.needs:
        return not (cue.form == "ed" and row.passive(at)) and (cue.role == "object" or cue.form != "s")
    if one.bare and "lives" in cue.needs:
        return False
    return row.needs(cue, at + 1, one.last + 8)


def _company(row: Row, one: Counted) -> Reading | None:
    """What befell those in whose company the count is: "was killed alongside his two sons", "… with two of her sons"."""
    verb = None if row.accompanies(one) else row.befell_with(one)
    if verb is None and not row.accompanies(one):
        return None
    for at in range(one.first - 1, max(-1, one.first - 20), -1) if verb is None else (verb,):
        for cue in row.cues(at):
            befell = cue.role in ("object", "subject", "state") and row.needs(cue, at + 1, one.first)
            if cue.measure in FINAL and befell and row.fits(cue.measure, one.noun):
                return Reading(cue.measure, at, "company")
    return None


def _inside(row: Row, one: Counted) -> Reading | None:
    """What an adjective between number and noun says: "400 displaced families"."""
    for at in range(one.number_end, one.head):
        for cue in row.cues(at):
            if cue.role == "state" and row.fits(cue.measure, one.noun):
                return Reading(cue.measure, at, "inside")
    return None


def _own(row: Row, one: Counted) -> Reading | None:
    """What the counted noun says itself, deaths, evacuees, strikes; or the words right before: "home to 3,000 people"."""
    own = row.measures.own
    measure = own.get(one.said) or own.get(one.said.rpartition(" ")[2])
    if measure is not None and row.fits(measure, one.noun):
        return Reading(measure, one.head, "own")
    if not row.fits("population", one.noun):
        return None
    for length in (4, 3, 2, 1):
        said = row.measures.before.get(tuple(row.tokens[max(0, one.first - length) : one.first]))
        if said is not None:
            at = max(0, one.first - length)
            camp = said == "population" and any(row.small(k, "camps") for k in range(max(0, at - FAR), at))
            return Reading("sheltered" if camp else said, at, "before")
    return None


def _climbed(row: Row, one: Counted) -> Reading | None:
    """The verb or noun that the parse hangs the count on, through lists and "of"."""
    words = row.sentence.words
    for child in children(row.sentence, one.head, "acl", "relcl"):
        if child > one.head and not _of_some(row, child) and not row.small(child, "dwell"):
            for cue in row.cues(child):
                if _said_of(row, one, cue, child, passive=row.passive(child)):
                    return Reading(cue.measure, child, "climb")
    at, slot = one.head, ""
    for _ in range(6):
        word = words[at]
        if word.head == at or word.dep not in PATH or (word.dep == "prep" and word.lower not in ("of", "including")):
            return None
        outside = word.lower == "of" and not one.first <= word.head < one.last
        slot = slot if word.dep in ("conj", "appos") and slot not in SLOTS else word.dep
        at = word.head
        joined = row.tokens[one.first - 1 - row.small(one.first - 1, "definite")] == "and"
        drawn = slot == "prep" and one.core <= word.i < one.number_end  # "killed Omar Kor and five of his guards"
        if (not slot or drawn) and word.dep == "conj" and row.tag(at).startswith("V") and joined:
            slot = "dobj"  # "abducted the mayor, and some 50 others", "and his two aides"
        for cue in row.cues(at):
            if row.fits(cue.measure, one.noun) and _plays(row, cue, slot, at):
                return Reading(cue.measure, at, "climb")
        if outside:
            return None  # "residents of two towns were …": not the towns
        if slot in SLOTS:
            return _said_after(row, one, at)
    return None


def _of_some(row: Row, clause: int) -> bool:
    """Whether a clause tells of some of those it hangs on: "five nurses, two of whom were released"."""
    return any(row.tag(k) == "CD" for k in children(row.sentence, clause, *SUBJECTS))


def _said_after(row: Row, one: Counted, verb: int) -> Reading | None:
    """What hangs on the verb whose subject the count is: "are now homeless", "were forced to flee"."""
    for child in children(row.sentence, verb, "acomp", "attr", "oprd", "xcomp"):
        for cue in row.cues(child) if child > verb else ():
            said = cue.role in ("state", "subject", "either") and row.needs(cue, child + 1, child + 8)
            if said and row.fits(cue.measure, one.noun):
                return Reading(cue.measure, child, "climb")
    return None


def _plays(row: Row, cue: Cue, slot: str, at: int) -> bool:
    """Whether a count in this slot of the parse plays the role the cue needs."""
    if cue.role == "of":
        return slot == "prep" and row.needs(cue, at + 1, at)
    if cue.role not in SLOTS.get(slot, ()) or (slot == "nsubj" and cue.role == "state" and row.acts(at)):
        return False
    return row.needs(cue, at + 1, _others(row, at) if slot == "nsubjpass" else at + 8)


def _past_relative(row: Row, at: int) -> int:
    """Behind a relative clause that commas set off: "a guard, whom nobody named, died" denies no death."""
    if row.tokens[at : at + 1] != [","] or row.tag(at + 1) not in ("WP", "WDT", "WP$", "WRB"):
        return at
    return next((k + 1 for k in range(at + 1, min(len(row.tokens), at + ASIDE)) if row.tokens[k] == ","), at)


def _negated(row: Row, one: Counted, found: Reading) -> bool:
    if row.unproven(min(one.first, found.cue)):
        return True
    if found.measure == "killed" and row.tokens[found.cue] == SURVIVE:
        return False  # who "did not survive" is dead
    near = row.tokens[max(0, one.first - 2) : one.first]
    between = (row.tokens[at] for at in following(row, _past_relative(row, one.last)) if at < found.cue)
    return any(token in row.measures.glue["negatives"] for token in (*near, *between))
