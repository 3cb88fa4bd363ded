"""Frames: which phenomenon a clause names, and who plays which role in it, through the parse and across it.

From sentences, mentions and the phenomena to happenings with who plays which role in them, `Notes.frames`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from dateline.find.frames.coordinated import joined
from dateline.find.frames.fillers import governor, resolved
from dateline.find.frames.freed import keepers
from dateline.find.frames.nature import natural
from dateline.find.frames.nouns import noun_slots
from dateline.find.frames.parties import Known, known_in, parties, party_of
from dateline.find.frames.phrases import counting, named_words
from dateline.find.frames.players import acts_of, armed, partisans, players, role_fillers
from dateline.find.frames.slots import ACTS, Slots, phrase, verb_slots
from dateline.find.frames.triggers import Hit, Named, named
from dateline.find.frames.undone import negated, under
from dateline.find.frames.weapons import owners, owners_beside, struck_with
from dateline.find.notes import Frame, Notes, Sentence, Word
from dateline.find.sentences.dependents import children
from dateline.model import Party, Place, Span
from dateline.phenomena import load_classes, words_of
from dateline.phenomena.types import BLOWS, VIOLENT
from dateline.words.kinds import ARMED

__all__ = ["CROWDS", "FIRED_AT", "TAKING", "frames"]

STRIKE: Final = frozenset({"strike", "strikes"})
FROM_AIR: Final = "air_strike"
STOPPAGE: Final = "labour_strike"
STOPPAGES: Final = frozenset({STOPPAGE, "restriction"})
STRUCK_FROM_AFAR: Final = frozenset({FROM_AIR, "drone_strike", "missile_attack", "shelling"})
"""What "the strike" may mean in a report: nobody works, or something fell from afar."""

LOCATED: Final = frozenset(
    "armed_attack airstrike shelling clash facility_attack casualty_figure ceasefire_violation displacement_figure protest".split()
)
"""Types whose happening falls on a place without being done to it."""


CROWDS: Final = frozenset({"peaceful_protest", "labour_strike"})
"""Phenomena of crowds, in which no state takes part, and by which no attack is done: "raids on pipelines to protest the sale"."""


FIRED_AT: Final = ("on", "at", "into", "against", "toward", "towards")
"""Prepositions behind which stands what somebody aims at."""

STRUCK: Final = ("on", "onto", "into", "under", "beneath", "underneath")
"""Prepositions behind which stands what a weapon comes down on or goes off under."""

BESIDE: Final = ("near", "beside", "between", "among", "through", "outside")
"""Prepositions behind which stands what a weapon just misses."""

ANSWERS: Final = frozenset({"rejection", "concession"})

REPELLING: Final = frozenset({"repel", "repulse", "fend", "beat", "fight"})
FOILING: Final = frozenset({"foil", "thwart", "frustrate", "break"})
"""Verbs whose object is the attack of another."""

ATTEMPTS: Final = frozenset(
    "attempt infiltration bid plot plan advance violation breach aggression provocation".split()
)
"""Nouns for what is kept from being done, or answered."""

BREACHES: Final = frozenset({"violence", "violation", "breach", "aggression"})
"""Nouns for what goes on in spite of a truce."""

RESPONDING: Final = frozenset({"respond", "retaliate", "reply"})

FIRING: Final = frozenset({"fire", "launch", "lob", "hurl", "unleash"})
"""Verbs whose object is a weapon, and not what it strikes."""

ANYBODY: Final = frozenset(
    "anyone anybody someone somebody everyone everybody nothing anything everything something none".split()
)
DROPPED: Final = frozenset("drop throw lob hurl rain toss".split())
"""Verbs whose object goes off where it comes down."""

TAKEN: Final = frozenset({"nonstate_takeover", "government_advance"})
"""Phenomena of places that somebody takes."""

TAKING: Final = TAKEN | {"advance"}
"""Those, and of places that somebody is about to take."""

WHERE: Final = tuple("in at near on into outside around inside across over of to towards toward from".split())


def frames(notes: Notes) -> Notes:
    """Notes with a frame for every word that names a happening, in order of the text."""
    found = [
        _frame(n, sentence, known, told)
        for n, (sentence, known) in enumerate(zip(notes.sentences, known_in(notes), strict=True))
        for told in named(sentence, known)
        if not natural(sentence, told)
    ]
    return replace(notes, frames=tuple(_only_tried(notes.sentences[f.sentence], f) for f in _of_work(notes, found)))


def _only_tried(sentence: Sentence, frame: Frame) -> Frame:
    """The frame, the taking of a place that somebody only tried to take being the fight for it; who
    is trying may yet."""
    word = sentence.words[frame.head]
    above = sentence.words[word.head]
    tries = word.dep in ("xcomp", "acl") and above.lemma in TRYING and above.tag != "VBG"
    return replace(frame, phenomenon="armed_clash", type="clash") if tries and frame.phenomenon in TAKEN else frame


TRYING: Final = frozenset({"try", "attempt", "seek", "bid", "effort"})
"""Verbs and nouns of what is not yet done."""


def _of_work(notes: Notes, found: Sequence[Frame]) -> Iterator[Frame]:
    """The frames, a bare "strike" that hits nobody being the stoppage that the report tells of, where it tells of none
    that came from afar."""
    said = [notes.report.text[f.trigger.start : f.trigger.end].lower() for f in found]
    bare = [f.phenomenon == FROM_AIR and text in STRIKE for f, text in zip(found, said, strict=True)]
    told = {f.phenomenon for f, plain in zip(found, bare, strict=True) if not plain}
    stopped = any(
        f.phenomenon in STOPPAGES and "strike" in text and "hunger" not in text
        for f, text in zip(found, said, strict=True)
    )
    for frame, plain in zip(found, bare, strict=True):
        work = plain and stopped and not (frame.by or frame.to) and STRUCK_FROM_AFAR.isdisjoint(told)
        yield replace(frame, phenomenon=STOPPAGE, type="protest") if work else frame


def _frame(n: int, sentence: Sentence, known: Known, told: Named) -> Frame:
    hit, slots = told.hit, told.slots
    verb = hit.head if hit.trigger.kind == "verb" else governor(sentence, hit.head)
    first, last = _edges(sentence, verb) if verb is not None else (0, len(sentence.words) - 1)
    told_of = {} if hit.trigger.kind == "noun" or hit.phenomenon.type == "casualty_figure" else slots
    by, to = _by(sentence, known, hit, slots), _to(sentence, known, hit, slots)
    if hit.trigger.kind == "verb" and sentence.words[hit.head].lemma in REPELLING:
        by, to = _repelled(sentence, known, slots, by, to)
    if hit.trigger.kind == "verb" and sentence.words[hit.head].lemma in FOILING and not to:
        to = _attackers(sentence, known, slots.get("object", ()), ACTS | ATTEMPTS)
    if hit.trigger.kind == "verb" and sentence.words[hit.head].lemma in RESPONDING and not to:
        to = _attackers(sentence, known, [*slots.get("to", ()), *slots.get("against", ())], ACTS | ATTEMPTS)
    if hit.phenomenon.type == "ceasefire_violation" and not by:
        by = _attackers(sentence, known, slots.get("subject", ()), ACTS | BREACHES)
    if hit.phenomenon.name in ANSWERS and not to:
        to = _asking(sentence, known, slots)
    return Frame(
        start=sentence.words[min(first, hit.first)].start,
        end=sentence.words[max(last, hit.last)].end,
        sentence=n,
        trigger=Span(sentence.words[hit.first].start, sentence.words[hit.last].end),
        head=hit.head,
        phenomenon=hit.phenomenon.name,
        type=hit.phenomenon.type,
        by=by,
        to=to,
        place=_place(known, sentence, hit.head, slots),
        negated=negated(sentence, hit.head, verb if under(sentence, hit.head, verb) else None, told_of),
        score=told.score,
    )


def _repelled(
    sentence: Sentence, known: Known, slots: Slots, by: tuple[Party, ...], to: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Who attacked whom where an attack is told to be repelled: "the guards repelled a raid by rebels"."""
    attackers = _attackers(sentence, known, slots.get("object", ()), ACTS)
    acts = any(sentence.words[f].lemma in ACTS for f in slots.get("object", ()))
    return (attackers, by) if attackers else (by, () if acts else to)


def _attackers(sentence: Sentence, known: Known, told: Sequence[int], nouns: frozenset[str]) -> tuple[Party, ...]:
    """Whose act it is that another one fends off or answers: the rebels of "a raid by rebels", "the rebels' raids"."""
    acts = [f for f in told if sentence.words[f].lemma in nouns]
    inner = [noun_slots(sentence, f, load_classes()["support_verbs"], load_classes()["harm_verbs"]) for f in acts]
    heads = [f for found in inner for name in ("by", "of", "possessor") for f in found.get(name, ())]
    heads += [f for found in inner for f in found.get("from", ()) if armed(sentence, known, f)]
    heads += [f for found in inner for f in found.get("modifier", ()) if acts_of(sentence, known, f)]
    return parties(sentence, known, heads, players("agents", False))


def _asking(sentence: Sentence, known: Known, slots: Slots) -> tuple[Party, ...]:
    """Whose offer or plea is turned down or agreed to: "rejected the plea of the miners", "a call by the union"."""
    asked = [f for f in slots.get("object", ()) if sentence.words[f].lemma in words_of("pleas")]
    at = [c for f in asked for c in children(sentence, f, "prep") if sentence.words[c].lower in ("of", "by", "from")]
    whose = [c for f in asked for c in children(sentence, f, "poss", "compound", "amod") if acts_of(sentence, known, c)]
    heads = [o for c in at for o in children(sentence, c, "pobj")] + whose
    return parties(sentence, known, heads, players("agents", False)) if heads else ()


def _edges(sentence: Sentence, i: int) -> tuple[int, int]:
    """The first and the last word of the clause that a verb heads."""
    first = last = i
    while sentence.words[first].children and sentence.words[first].children[0] < first:
        first = sentence.words[first].children[0]
    while sentence.words[last].children and sentence.words[last].children[-1] > last:
        last = sentence.words[last].children[-1]
    return first, last


def _by(sentence: Sentence, known: Known, hit: Hit, slots: Slots) -> tuple[Party, ...]:
    """Who acts, with those who are said to support them: "troops backed by the air force"."""
    agents = players("agents", True)
    fillers = [*role_fillers(sentence, known, hit.trigger, slots, "by"), *slots.get("hands", ())]
    heads = [h for h in fillers if not (_nobody(sentence, h) or struck_with(sentence.words[h].lower))]
    heads += owners_beside(sentence, known, fillers, heads)
    heads = heads or [h for h in owners(sentence, known, hit, slots) if not _nobody(sentence, h)]
    heads = heads or _firing(known, sentence, hit, slots)
    heads = heads or keepers(sentence, hit, slots)
    backers = [
        f
        for head in heads
        for c in children(sentence, head, "acl")
        if sentence.words[c].lemma in words_of("backing")
        for f in verb_slots(sentence, c, True).get("subject", ())
        if f != head
    ]
    acting = parties(sentence, known, _crowd(sentence, hit) or heads, agents)
    acting = tuple(p for p in acting if not (_town(known, hit, p) or _unmanned(p) or _land(hit, p)))
    if not acting and hit.phenomenon.type in VIOLENT:
        acting = partisans(sentence, fillers)
    names = {party.name for party in acting}
    return acting + tuple(
        p for p in parties(sentence, known, backers, agents) if p.kind != "other" and p.name not in names
    )


def _unmanned(party: Party) -> bool:
    """Whether a party is but a drone, of which nobody is told to fly it."""
    words = party.text.lower().split()
    return party.kind == "other" and party.country is None and words[-1].removesuffix("s") in ("drone", "uav")


def _land(hit: Hit, party: Party) -> bool:
    """Whether a party is but the state in whose land a crowd is out: "Malian protests" are no government's."""
    return hit.phenomenon.name in CROWDS and party.kind == "state" and party.id is not None


def _town(known: Known, hit: Hit, party: Party) -> bool:
    """Whether a party is but a town, which strikes nobody: what a dateline names, or where somebody was."""
    return hit.phenomenon.type in LOCATED and any(
        p.start == party.start and not p.metonym and p.precision != "country" and p.name == party.name
        for p in known.places
    )


def _firing(known: Known, sentence: Sentence, hit: Hit, slots: Slots) -> list[int]:
    """Those from whom fire comes: "mortar fire from army soldiers", but not from a hill; "came under attack from Chad"."""
    came = slots.get("from", ()) if hit.phenomenon.type in (*BLOWS, "clash") else ()
    under = sentence.words[sentence.words[hit.head].head].lower == "under"
    lands = {p.start for p in known.places if under and p.precision == "country"}
    return [f for f in came if armed(sentence, known, f) or sentence.words[f].start in lands]


def _crowd(sentence: Sentence, hit: Hit) -> list[int]:
    """The crowd itself, where it names the happening: "protesters blocked the bridge"."""
    word = sentence.words[hit.head]
    crowd = hit.phenomenon.type == "protest" and hit.trigger.kind == "noun" and word.lemma in words_of("agents")
    return [hit.head] if crowd and word.dep in ("nsubj", "pobj", "conj") and word.tag == "NNS" else []


def _nobody(sentence: Sentence, i: int) -> bool:
    """Whether a phrase says that there is nobody, or only for whom others act: "no group", "neither side", "pro-emir raids"."""
    favoured = [word.lower for word in sentence.words[max(0, i - 2) : i]] in (["pro", "-"], ["anti", "-"])
    return favoured or any(sentence.words[c].lower in ("no", "neither") for c in children(sentence, i, "det"))


AIMS = frozenset({"target", "site"})
"""What is hit that is somebody only where it is told to be theirs: "Houthi targets"."""


def _whose(sentence: Sentence, known: Known, i: int) -> bool:
    """Whether the words before a noun tell whose it is."""
    return any(acts_of(sentence, known, c) for c in children(sentence, i, "compound", "amod", "poss", "nmod"))


def _to(sentence: Sentence, known: Known, hit: Hit, slots: Slots) -> tuple[Party, ...]:
    """Who or what is acted on. Where an attack falls is its place; the place that is taken, or asked, is acted on."""
    heads = role_fillers(sentence, known, hit.trigger, slots, "to") + _controlled(sentence, hit, slots)
    nobody = words_of("nobody")
    used = _used(sentence, hit, slots)
    words = {f: sentence.words[f] for f in heads if f not in used}
    held = hit.phenomenon.type in LOCATED or hit.phenomenon.type == "territorial_control"
    around = {f for f, w in words.items() if held and w.lemma == "side" and sentence.words[w.head].lower == "on"}
    named = [f for f, w in words.items() if w.lemma not in nobody and not counting(w) and f not in around]
    named = [f for f in named if words[f].lemma not in AIMS or _whose(sentence, known, f)]
    named = [_town_named(sentence, f) for f in named] if hit.phenomenon.type == "territorial_control" else named
    told = parties(sentence, known, named, players("targets", hit.phenomenon.type not in LOCATED))
    if not told and hit.phenomenon.name in TAKING:
        sites = (f for f in named if sentence.words[f].tag == "NN" and sentence.words[f].lemma in words_of("taken"))
        told = tuple(party for f in sites if (party := _thing(sentence, known, f)) is not None)
    if hit.phenomenon.type == "displacement_figure":
        told = tuple(party for party in told if not _left(party))
    if not told and hit.phenomenon.type == "displacement_figure" and heads:
        people = next((f for f in heads if sentence.words[f].tag not in ("NNP", "NNPS")), heads[0])
        word = sentence.words[people]
        return (Party("civilians", word.text, word.start, word.end, kind="civilians"),)
    return joined(sentence, told, _things(sentence, known, hit, slots))


def _controlled(sentence: Sentence, hit: Hit, slots: Slots) -> list[int]:
    """Over what somebody has or takes control: "regained control of the port"."""
    held = [f for f in slots.get("object", ()) if sentence.words[f].lemma == "control"]
    if hit.phenomenon.type != "territorial_control" or not held:
        return []
    at = [c for f in held for c in children(sentence, f, "prep") if sentence.words[c].lower in ("of", "over")]
    return resolved(sentence, [o for c in at for o in children(sentence, c, "pobj")])


def _town_named(sentence: Sentence, i: int) -> int:
    """The name behind the word for a town: Ostrel of "took the town of Ostrel"; any other word stands for itself."""
    if sentence.words[i].lemma not in words_of("settlements"):
        return i
    of = (c for c in children(sentence, i, "prep") if sentence.words[c].lower == "of")
    return next((o for c in of for o in children(sentence, c, "pobj") if sentence.words[o].tag == "NNP"), i)


def _left(party: Party) -> bool:
    """Whether a party is but the land that people flee: "9,000 fled Mali"."""
    return party.kind == "state" and party.id is not None and party.name == party.text


def _used(sentence: Sentence, hit: Hit, slots: Slots) -> frozenset[int]:
    """The weapons among the objects of a verb that uses them: mines that are laid, drones that are launched."""
    classes, verb = load_classes(), sentence.words[hit.head].lemma
    weapons = classes["munition"].words | classes["gun"].words if verb in FIRING else words_of("laid")
    objects = slots.get("object", ()) if hit.phenomenon.type in BLOWS else ()
    return frozenset(f for f in objects if not weapons.isdisjoint((sentence.words[f].lemma, sentence.words[f].lower)))


def _things(sentence: Sentence, known: Known, hit: Hit, slots: Slots) -> tuple[Party, ...]:
    """The things that a blow is dealt to, whatever they are called: "bombed three satellite dishes", "an attack on the
    command post"; those in arms whose they are, where that is told: "attacked a position of the guards"."""
    if sentence.words[hit.head].lemma == "use" or hit.phenomenon.type not in (*BLOWS, "detention"):
        return ()
    heads = [f for name in _aims(sentence, hit, slots) for f in slots.get(name, ())]
    vague = _vague() if "object" in _aims(sentence, hit, slots) else _vague() | words_of("spots")
    vague = vague | ANYBODY
    nouns = [f for f in dict.fromkeys(heads) if _common(sentence.words[f])]
    things = [f for f in nouns if sentence.words[f].lemma not in vague or _dug(sentence, f)]
    return tuple(party for f in things if (party := _thing(sentence, known, f)) is not None)


def _dug(sentence: Sentence, i: int) -> bool:
    """Whether a mine is one that is dug, and no weapon: "a gold mine"."""
    before = (sentence.words[c] for c in children(sentence, i, "compound", "amod"))
    return sentence.words[i].lemma == "mine" and any(word.lemma in words_of("ores") for word in before)


def _common(word: Word) -> bool:
    """Whether a noun is a common one, or the last of a name that tells what stands there: "Ostrel Airport"."""
    return word.tag in ("NN", "NNS") or (word.tag == "NNP" and word.lower in words_of("things"))


def _aims(sentence: Sentence, hit: Hit, slots: Slots) -> tuple[str, ...]:
    """The slots that hold what is hit: the object, or, of a weapon that is fired, what it is fired at."""
    roles = hit.trigger.roles
    if hit.trigger.kind == "noun":
        return tuple(name for name in ("on", "against") if roles.get(name) == "to")
    weapons = (words_of("munition") | words_of("gun")) - words_of("laid")
    used = frozenset(words_of("laid") if sentence.words[hit.head].lemma in DROPPED else ()) | weapons
    fired = any(sentence.words[f].lemma in used for f in slots.get("object", ()))
    struck = tuple(name for name in STRUCK if roles.get(name) == "to")
    if struck and "object" not in slots:
        return struck if "subject" in roles else (*struck, *BESIDE)
    return FIRED_AT if fired else ("object",) if roles.get("object") == "to" else ()


@cache
def _vague() -> frozenset[str]:
    """Nouns that name nothing in particular that is hit."""
    named = ("generic_sites", "nobody", "munition", "gun", "firearm", "gas", "crowd_weapon")
    return words_of("unstruck").union(*(load_classes()[name].words for name in named))


def _thing(sentence: Sentence, known: Known, i: int) -> Party | None:
    """A thing that is hit, or those in arms whose it is."""
    words = sentence.words
    of = (c for c in children(sentence, i, "prep") if words[c].lower in ("of", "belonging"))
    owners = [o for c in of for o in children(sentence, c, "pobj")]
    owners += [word.i for word in phrase(sentence, i)[:-1]] if words[i].lemma in words_of("holdings") else []
    whose = next(
        (a for o in owners for a in known.actors if a.kind in ARMED and a.start <= words[o].start < a.end), None
    )
    if whose is not None:
        return party_of(whose)
    kept = named_words(phrase(sentence, i))
    if not kept or any(t.start <= kept[-1].start < t.end for t in known.times):
        return None
    text = sentence.text[kept[0].start - sentence.start : kept[-1].end - sentence.start]
    return Party(text, text, kept[0].start, kept[-1].end)


def _place(known: Known, sentence: Sentence, head: int, slots: Slots) -> Place | None:
    """Where it happened: the finest place in a slot of the trigger that tells where, else the finest and nearest one of
    the sentence; one that stands for its government, or is a part of an actor's name, is where nothing happens."""
    real = [p for p in known.places if not p.metonym and not _in_name(known, p)]
    if not real:
        return None
    spots = [sentence.words[f].start for name in WHERE for f in slots.get(name, ())]
    at = sentence.words[head].start
    return min(
        real,
        key=lambda p: (
            p.precision == "country",
            not any(p.start <= spot < p.end for spot in spots),
            abs(p.start - at),
            p.start,
        ),
    )


def _in_name(known: Known, place: Place) -> bool:
    return any(a.start <= place.start and place.end <= a.end for a in known.actors)
