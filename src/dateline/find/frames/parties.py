"""Parties: a noun phrase in a role becomes someone or something known, by the mentions that overlap it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from dateline.find.frames.belonging import LOYAL, owner
from dateline.find.frames.fillers import opener, paired, with_conjuncts
from dateline.find.frames.phrases import facility_of, named_words
from dateline.find.frames.slots import SAYING, phrase
from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.dependents import children
from dateline.find.sentences.tags import PROPER, SUBJECTS
from dateline.model import Actor, Mention, Party, Place, Span, Time
from dateline.phenomena import WordClass, load_classes, words_of
from dateline.words.calendar import MONTHS, WEEKDAYS

__all__ = ["WEST", "Filler", "Known", "filler", "known_in", "parties", "party_of"]

M = TypeVar("M", Actor, Place, Time)

MEANT = frozenset({"it", "they", "we"})
"""Pronouns by which those who speak mean themselves."""

COUNTING = frozenset({"other", "dozen", "score", "hundred", "thousand", "million", "more", "less", "least", "than"})
"""Words for people where they stand alone; before another noun they only count: "several hundred rifles"."""

MONEY = frozenset("$ £ € % cent percent".split())
"""What makes a noun phrase an amount that nobody can hit."""

BEFORE = frozenset({"compound", "amod", "nmod"})
"""How a word hangs on the noun that it stands before: "militant raids"."""

WEST = "Western"
"""What tells of powers as "Russian" tells of one: "Western strikes"."""

NAMING = frozenset({"call", "name", "know", "dub", "style"})
"""Verbs behind a description that tell its name."""

BANDS = frozenset("group militia band faction brigade battalion outfit gang".split())
"""What stands beside a name that is that of men in arms, though a town may bear it too: "Ostrel 35, a militia"."""

SKIPPED = ("PRP", "PRP$", "WP", "WDT", "EX", "WP$", "DT", "WRB", "RB")
"""Tags of words that name nobody by themselves."""

SIDED = frozenset({"state", "military", "armed_group", "person"})
"""Kinds of those whom two words joined by "and" may tell apart: "government and rebel forces"."""

DAYS = frozenset((*WEEKDAYS, *MONTHS)) | frozenset(
    "today yesterday tomorrow tonight morning evening afternoon night day week month year dawn noon midnight weekend hour minute".split()
)


@dataclass(frozen=True, slots=True)
class Known:
    """The mentions within one sentence."""

    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]


def known_in(notes: Notes) -> list[Known]:
    """The mentions of each sentence, in the order of the sentences."""
    actors, places = _sliced(notes.sentences, notes.actors), _sliced(notes.sentences, notes.places)
    times = _sliced(notes.sentences, notes.times)
    return [Known(a, p, t) for a, p, t in zip(actors, places, times, strict=True)]


class Filler(NamedTuple):
    """What a noun phrase says of itself: its words, the kinds of actor its head names, whether it names a place."""

    words: frozenset[str]
    kinds: frozenset[str]
    place: bool

    def belongs(self, wanted: WordClass) -> bool:
        """Whether it is of a class of words."""
        return (
            not self.words.isdisjoint(wanted.words)
            or not self.kinds.isdisjoint(wanted.kinds)
            or (self.place and wanted.place)
        )


COUNT = "count"
"""What a bare number is, which counts whoever is meant: "killed 12"."""


def filler(sentence: Sentence, known: Known, i: int) -> Filler:
    """What the noun phrase of the word at `i` says of itself; of a pronoun in what is said, what its speaker's does."""
    i = _sayer(sentence, i)
    words, head = phrase(sentence, i), sentence.words[i]
    core = Span(words[0].start, words[-1].end)
    kinds: set[str] = {a.kind for a in known.actors if a.start <= head.start < a.end}
    telling = (w for w in words if not _against(sentence, w) and (w.i == i or w.lemma not in COUNTING))
    told = {said for word in telling for said in (word.lemma, word.lower)}
    bare = head.tag == "CD" and sentence.words[head.head].tag != "VBG"  # "seized the town, killing 12" tells one thing
    kinds = kinds | {COUNT} if bare else kinds
    if "armed_group" in kinds and head.tag in PROPER:
        told -= words_of("state")  # the "Dune Army" is no state's
    if head.tag in PROPER and head.lower in MONTHS and any(t.start <= head.start < t.end for t in known.times):
        told.discard(head.lower)  # who "joined the war in March" joined no march
    return Filler(
        frozenset(told | {opener(sentence)} if words[0].i == 0 and words[0].tag in PROPER else told),
        frozenset(kinds | {"amount"} if any(word.text in MONEY for word in words) else kinds),
        any(_meets(p, core) for p in known.places),
    )


def _sayer(sentence: Sentence, i: int) -> int:
    """The subject of the verb that says a clause, where a pronoun acts in that clause: "the rebels said they had left"."""
    word, words = sentence.words[i], sentence.words
    verb = words[word.head]
    if word.tag != "PRP" or word.lower not in MEANT or word.dep not in SUBJECTS or verb.dep not in ("ccomp", "conj"):
        return i
    verb = words[verb.head] if verb.dep == "conj" else verb
    if verb.dep != "ccomp" or verb.head == verb.i:
        return i
    return next((c for c in children(sentence, verb.head, "nsubj") if c < i), i)


def _several_say(sentence: Sentence, i: int) -> bool:
    """Whether several say something: "the rebels said", not what they know or want."""
    word = sentence.words[i]
    return word.tag in ("NNS", "NNPS") and sentence.words[word.head].lemma in SAYING


def _against(sentence: Sentence, word: Word) -> bool:
    """Whether "anti-" stands before a word: anti-government rebels are no government."""
    return word.i > 1 and sentence.words[word.i - 1].text == "-" and sentence.words[word.i - 2].lower == "anti"


def parties(sentence: Sentence, known: Known, fillers: Iterable[int], wanted: WordClass) -> tuple[Party, ...]:
    """The parties that the fillers of a role name, each once, flagged either-or where "or" joins them.

    `wanted` tells what can play the role: words that name it, and whether a place can.
    """
    found: dict[str, Party] = {}
    heads = list(fillers)
    either = len(heads) > 1 and any(sentence.words[c].lower == "or" for f in heads for c in children(sentence, f, "cc"))
    for f in heads:
        alone = _party(sentence, known, f, wanted)
        told = _named_beside(sentence, known, f, wanted) or ([alone] if alone is not None else [])
        joined = list(_joined(sentence, known, f, alone))
        or_else = either or (bool(joined) and _one_of(sentence, f))
        for party in [*joined, *told]:
            if not (found and party.kind == "other" and _describes(sentence.words[f])):
                found.setdefault(party.name, replace(party, either=True) if or_else else party)
    return tuple(found.values())


def _one_of(sentence: Sentence, i: int) -> bool:
    """Whether "or" joins the words that tell whose men are meant: "Malian or French troops"."""
    before = children(sentence, i, *BEFORE)
    return any(sentence.words[c].lower == "or" for b in before for c in children(sentence, b, "cc"))


def _named_beside(sentence: Sentence, known: Known, i: int, wanted: WordClass) -> list[Party]:
    """Those whom a description means that their names stand beside: "its allies Mali and Chad", "a band called Dune Army"."""
    head = sentence.words[i]
    actor = next((a for a in known.actors if a.start <= head.start < a.end), None)
    described = head.lemma in words_of("related") or head.lemma in wanted.words or head.lower in wanted.words
    if not described or (
        actor is not None and actor.name.split()[-1][:1].isupper() and head.lemma not in words_of("related")
    ):
        return []
    served = _served(sentence, known, i)
    if served:
        return served
    beside = (n for name in _names(sentence, i) for n in with_conjuncts(sentence, name))
    names = (name for n in beside for name in _names(sentence, n) or [n])
    told = [party for n in names if (party := _party(sentence, known, n, wanted)) is not None]
    return told if all(party.kind != "media" for party in told) else []


def _joined(sentence: Sentence, known: Known, i: int, party: Party | None) -> Iterator[Party]:
    """Whose men they are as well, by a word joined to the one that tells whose: "[Malian] and French troops"."""
    if party is None or party.kind not in SIDED:
        return
    for c in children(sentence, i, "amod", "nmod", "compound"):
        first = [c] if any(c < k < i for k in children(sentence, c, "conj")) else paired(sentence.words, c)
        for word in (sentence.words[k] for k in first):
            actor = next((a for a in known.actors if a.start <= word.start < a.end and a.kind in SIDED), None)
            if actor is not None and actor.name != party.name and actor.end < sentence.words[i].start:
                yield _like(party, actor, sentence.words[i]) or party_of(actor)


def _like(party: Party, land: Actor, head: Word) -> Party | None:
    """Those of another land who are only described: the "Somali pirates" of "Somali and Yemeni pirates"."""
    if land.kind != "state" or party.kind not in ("armed_group", "person", "civilians") or party.id is not None:
        return None
    name = f"{land.text} {head.text}"
    return Party(name, land.text, land.start, land.end, None, party.kind, land.country)


def _describes(word: Word) -> bool:
    """Whether a phrase only describes another one of the fillers: "the guild, a rival of the port"."""
    return word.lemma in words_of("related") and word.dep != "conj"


class _Phrase(NamedTuple):
    """The words around one filler, what they are without those before and behind them that name nobody, the kind of
    facility they name, and whether the filler is one of the words wanted."""

    sentence: Sentence
    head: Word
    words: Sequence[Word]
    core: Span
    facility: str | None
    fits: bool

    @property
    def text(self) -> str:
        return self.upto(self.core.end)

    def upto(self, end: int) -> str:
        """The words from the first that names somebody up to an end in the report."""
        return self.sentence.text[self.core.start - self.sentence.start : end - self.sentence.start]


def _party(sentence: Sentence, known: Known, i: int, wanted: WordClass) -> Party | None:
    """Whom or what a filler names: an actor, a band, a place, or whoever its own words describe; several who say what "they"
    did are they."""
    sayer, word = _sayer(sentence, i), sentence.words[i]
    if sayer != i and word.lower == "they" and _several_say(sentence, sayer):
        saying = _party(sentence, known, sayer, wanted)
        return None if saying is None else replace(saying, text=word.text, start=word.start, end=word.end)
    head, words = sentence.words[i], phrase(sentence, i)
    core = _trimmed(words)
    timed = head.lower in DAYS or any(t.start <= head.start < t.end for t in known.times)
    if core is None or timed or _asked(sentence, i):
        return None
    fits = head.lemma in wanted.words or head.lower in wanted.words
    told = _Phrase(sentence, head, words, core, facility_of(words), fits)
    party = _siding(told, known) or _acting(told, _meant(told, known), wanted) or _band(told)
    if party is not None:
        return party
    place = _named(known.places, head, core)
    if place is not None and _meets(place, Span(head.start, head.end)) and told.facility is None:
        return _place_party(place, told.text, core) if wanted.place or place.metonym else None
    return _described(told)


def _meant(told: _Phrase, known: Known) -> Actor | None:
    """The actor that a phrase names, or whose men it tells of."""
    head = told.head
    actor = _named(known.actors, head, told.core)
    if actor is not None and _owns(actor, head):
        actor = None
    if not told.fits or head.lemma in words_of("related") or (actor is not None and not actor.name.islower()):
        return actor
    if any(word.lower in words_of("former") for word in told.words):
        return actor
    whose = owner(told.sentence, known.actors, head.i)
    if whose is not None and (actor is None or actor.kind == "person" or not whose.name.islower()):
        return whose
    return actor


def _acting(told: _Phrase, actor: Actor | None, wanted: WordClass) -> Party | None:
    """The actor as a party, or the thing of theirs that the phrase tells, where one of the two can play the role."""
    if actor is None:
        return None
    head, core = told.head, told.core
    thing = told.facility is not None or head.lemma in words_of("carried")
    if _belongs(actor, head) or (thing and not actor.start <= head.start < actor.end):
        return Party(told.text, told.text, core.start, core.end, None, "other", actor.country, facility=told.facility)
    owned = head.lemma in words_of("munition")
    if not (told.fits or owned or wanted.place or _meets(actor, Span(head.start, head.end))):
        return None
    name = _several(actor, head) if told.facility is None else told.text
    return Party(name, told.text, core.start, core.end, actor.id, actor.kind, actor.country, facility=told.facility)


def _siding(told: _Phrase, known: Known) -> Party | None:
    """Several by whom they stand for or against: "supporters of the emir", "Deby supporters", "men loyal to the emir"."""
    head, words = told.head, told.sentence.words
    named = any(a.start <= head.start < a.end for a in known.actors)
    tied = [a for a in children(told.sentence, head.i, "amod", "acl") if a > head.i and words[a].lower in LOYAL]
    loyal = bool(tied) and not named
    if head.tag != "NNS" or not (loyal or head.lemma in words_of("siding")):
        return None
    at, joins = (tied[0], ("to", "with")) if loyal else (head.i, ("of", "to"))
    of = (c for c in children(told.sentence, at, "prep") if c == at + 1 and words[c].lower in joins)
    whose = [o for c in of for o in children(told.sentence, c, "pobj")]
    if not named and not loyal:
        whose += children(told.sentence, head.i, "compound", "poss")
    actor = next((a for o in whose for a in known.actors if a.start <= words[o].start < a.end), None)
    if actor is None or actor.name.islower() or (loyal and actor.kind != "person"):
        return None
    name, end = f"{head.lower} {'loyal to' if loyal else 'of'} {actor.name}", max(actor.end, head.end)
    return Party(name, told.upto(end), told.core.start, end, kind="armed_group" if loyal else "other")


def _band(told: _Phrase) -> Party | None:
    """Men in arms by a name beside which they are told to be such: "Ostrel 35, a militia"."""
    words = told.sentence.words
    beside = children(told.sentence, told.head.i, "appos") if told.head.tag in PROPER else []
    if not any(words[c].lemma in BANDS for c in beside):
        return None
    numbers = children(told.sentence, told.head.i, "nummod")
    end = max((words[c].end for c in numbers), default=told.core.end)
    return Party(told.upto(end), told.upto(end), told.core.start, end, kind="armed_group")


def _described(told: _Phrase) -> Party | None:
    """Whom the words tell of that are no name of an actor or a place: a name in no list, a word that fits the role."""
    head, core, text = told.head, told.core, told.text
    stands = told.facility is not None and head.lemma in words_of("stands")
    fits = told.fits or stands or head.tag in ("NNP", "NNPS") or head.text == WEST
    if head.tag in SKIPPED or not fits or told.words[0].text in ("Operation", "Exercise"):
        return None
    if head.text == WEST and head.dep in BEFORE:
        return Party("Western powers", text, core.start, core.end, kind="state")
    alone = len(told.words) == 1 and head.dep in BEFORE and text.islower()
    if alone and head.lemma in words_of("rebels"):
        return Party(f"{head.lemma.removesuffix('s')}s", text, core.start, core.end, kind="armed_group")
    end = _full(told.sentence, head) if head.tag in PROPER else core.end
    return Party(told.upto(end), told.upto(end), core.start, end, facility=told.facility)


def _asked(sentence: Sentence, i: int) -> bool:
    """Whether a phrase asks who it is, or is only a sign: "which group", "•"."""
    head = sentence.words[i]
    return not head.text[:1].isalnum() or any(
        sentence.words[c].lower in ("which", "what", "whose") for c in children(sentence, i, "det", "poss")
    )


def _several(actor: Actor, head: Word) -> str:
    """The name of an actor; of fighters whose sort only stands before their act, that of several: "jihadist attacks"."""
    sort = actor.kind == "armed_group" and head.dep in BEFORE and actor.name.islower() and " " not in actor.name
    return f"{actor.name}s" if sort and not actor.name.endswith(("s", "men")) else actor.name


def _full(sentence: Sentence, head: Word) -> int:
    """The end of a name with what "of" adds to it: "Sons of the Reef"."""
    words = sentence.words
    of = next(
        (words[c] for c in children(sentence, head.i, "prep") if c == head.i + 1 and words[c].lower == "of"), None
    )
    named = next((words[o] for o in children(sentence, of.i, "pobj") if words[o].tag in PROPER), None) if of else None
    return named.end if named is not None else head.end


def _served(sentence: Sentence, known: Known, i: int) -> list[Party]:
    """The states whose leaders or envoys act together: "the foreign ministers of Mali and Chad"."""
    head = sentence.words[i]
    if head.tag != "NNS" or head.lemma not in words_of("envoys"):
        return []
    of = (c for c in children(sentence, i, "prep") if sentence.words[c].lower in ("of", "from"))
    states = [n for c in of for o in children(sentence, c, "pobj") for n in with_conjuncts(sentence, o)]
    return [party for n in states if (party := _state(known, sentence.words[n])) is not None]


def party_of(actor: Actor) -> Party:
    """An actor as a party to a happening."""
    return Party(actor.name, actor.text, actor.start, actor.end, actor.id, actor.kind, actor.country)


def _state(known: Known, word: Word) -> Party | None:
    """The state that a word names, as an actor or as the land that it rules."""
    actor = next((a for a in known.actors if a.kind == "state" and a.start <= word.start < a.end), None)
    if actor is not None:
        return party_of(actor)
    land = next((p for p in known.places if p.precision == "country" and p.start <= word.start < p.end), None)
    if land is None:
        return None
    return Party(land.name, land.text, land.start, land.end, f"iso:{land.country}", "state", land.country)


def _names(sentence: Sentence, i: int) -> list[int]:
    """The head of the name beside a description that holds none: "a new group, the Sons of the Reef"."""
    words = sentence.words
    if words[i].tag not in ("NN", "NNS") or any(
        words[c].tag in PROPER for c in children(sentence, i, "compound", "nmod")
    ):
        return []
    below = children(sentence, i, "appos")
    for c in children(sentence, i, "acl", "relcl"):
        if words[c].lemma in NAMING:
            below += children(sentence, c, "oprd", "dobj", "attr")
            below += [o for at in children(sentence, c, "prep") for o in children(sentence, at, "pobj")]
    return [n for n in below if n > i and words[n].tag in PROPER][:1]


def _owns(actor: Actor, head: Word) -> bool:
    """Whether an actor only stands in a relation to whom the phrase names: "the president's oldest ally", "a rebel backer"."""
    return actor.end <= head.start and head.lemma in words_of("related")


def _belongs(actor: Actor, head: Word) -> bool:
    """Whether a phrase names a thing or a person of a state or in its capital, and not the state: "Peru's main airport",
    "Dutch sailors"."""
    classes = load_classes()
    people = head.lemma in classes["people"].words or head.lemma in words_of("crews")
    unarmed = people and head.lemma not in classes["forces"].words
    named = unarmed or head.lemma in classes["things"].words
    return actor.kind == "state" and actor.end <= head.start and named


def _place_party(place: Place, text: str, core: Span) -> Party:
    return Party(place.name, text, core.start, core.end, place.id, "state" if place.metonym else "other", place.country)


def _trimmed(words: Sequence[Word]) -> Span | None:
    """The span of a noun phrase without its articles; None where nothing else is there."""
    told = named_words(words)
    return Span(told[0].start, told[-1].end) if told else None


def _named(mentions: Iterable[M], head: Word, core: Span) -> M | None:
    """The mention that holds the head word, else the last one that overlaps the phrase."""
    found = None
    for mention in mentions:
        if mention.start < head.end and head.start < mention.end:
            return mention
        if _meets(mention, core):
            found = mention
    return found


def _meets(mention: Mention, span: Span) -> bool:
    return mention.start < span.end and span.start < mention.end


def _sliced(sentences: Sequence[Sentence], mentions: Sequence[M]) -> list[tuple[M, ...]]:
    starts = [mention.start for mention in mentions]
    return [tuple(mentions[bisect_left(starts, s.start) : bisect_left(starts, s.end)]) for s in sentences]
