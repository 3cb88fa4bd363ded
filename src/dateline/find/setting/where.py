"""Where a claim says that it happened: the tightest place that its own words tie to its act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.dependents import dependents, has_dependent
from dateline.find.sentences.distance import FAR, Way, upward, way, within, word_at
from dateline.find.sentences.tags import SUBJECTS
from dateline.find.setting.between import halfway
from dateline.find.setting.capitals import is_capital
from dateline.find.setting.elsewhere import at_border, elsewhere, gathered, hosting, of_a_pact
from dateline.find.setting.grain import LARGE, grain
from dateline.find.setting.holding import COARSE, holding
from dateline.find.setting.land import owns
from dateline.find.setting.pointing import HIT
from dateline.find.setting.spoken import covering, hangs_on
from dateline.find.setting.when import HINGES
from dateline.model import Attribution, Claim, Place, Span
from dateline.places.pins import PINNED
from dateline.words.places import load_place_words
from dateline.words.recall import load_recall

__all__ = ["place_told"]

FINENESS: Final = {"exact": 0.0, "near": 0.3, "unknown": 0.5, "admin2": 1.0, "admin1": 1.5, "country": 4.0}
"""How much worse a vaguer place is, in steps through the parse."""

WITHIN: Final = frozenset("in inside across within throughout into over around outside near".split())
"""Prepositions that put an act into a country; what comes of a country happens elsewhere."""

TOWARDS: Final = frozenset({"to", "towards", "toward"})
"""Prepositions that put what is sent into a country, but not those who flee there."""

SPOKEN: Final = frozenset("statement demand threat denial accusation".split())
"""Types whose place is where a thing was said."""

SAYINGS: Final = frozenset("statement demand threat".split())
"""Those of them of which a place in the words for who speaks tells only who that is."""

AGREEING: Final = frozenset({"agreement", "meeting"})
"""Types that happen where people agree."""

SAID_WITHIN: Final = 5
"""Words from a place up to the verb of saying that it belongs to."""

PLAIN: Final = frozenset({"civilians", "person"})
"""Kinds of voices that tell of where they are: residents, doctors."""


class _Act(NamedTuple):
    """An act whose place is asked for: its claim, its sentence and main word, the country that the report is about, who
    says it, and the words for states beside it."""

    claim: Claim
    sentence: Sentence
    head: int
    country: Place | None
    said: Sequence[Attribution]
    states: frozenset[Span]


class _Fit(NamedTuple):
    """How badly a place fits an act, where it starts, and the clauses between the two."""

    cost: float
    start: int
    place: Place
    apart: int


def place_told(
    notes: Notes, claim: Claim, sentence: Sentence, head: int, country: Place | None, beside: Sequence[Span] = ()
) -> Place | None:
    """The place that the words of a claim give its act, or None where they give none; not one that another claim, whose
    stretch is `beside` it, tells for itself. `country` is the one the report is about.
    """
    actors = (actor for actor in within(notes.actors, sentence.span) if actor.kind in ("state", "military"))
    states = frozenset(Span(actor.start, actor.end) for actor in actors)
    act = _Act(claim, sentence, head, country, covering(notes, sentence, claim), states)
    told = within(notes.places, sentence.span)
    if (there := _where(sentence, told, claim, head)) is not None:
        return there
    fits = [fit for place in _free(notes, act, told, beside) if (fit := _fit(act, place)) is not None]
    best = min(fits, key=lambda one: one[:2], default=None)
    if (best is None or best.apart) and (road := _on_the_road(claim, sentence, told, head)) is not None:
        return road
    if best is None or best.cost >= FAR:
        return _where_they_are(notes, act.said)
    near = (one for one in fits if one.cost <= best.cost + FINER and one.apart <= best.apart)
    finer = (one for one in near if _part_of(one.place, best.place))
    best = _known_beside(notes.report.text, min(finer, key=lambda one: one[:2], default=best), fits)
    return halfway(notes.report.text, told, best.place)


def _known_beside(text: str, best: _Fit, fits: Sequence[_Fit]) -> _Fit:
    """The place on the map that a name in no list is told to be in: "the Dura school in Karma"."""
    if best.place.precision != "unknown":
        return best
    known = (one for one in fits if one.place.precision != "unknown" and one.apart <= best.apart)
    return next((one for one in known if SITED.fullmatch(text, best.place.end, one.start)), best)


SITED: Final = re.compile(r"(?: [a-z-]+){1,3} in (?:the )?(?:[a-z-]+ ){0,3}")
"""What stands between a building and the town that it is in."""


def _where(sentence: Sentence, told: Sequence[Place], claim: Claim, head: int) -> Place | None:
    """The place before a clause that "where" opens and that is a claim of its own: "in Dura, where a bomb killed seven"."""
    verb = next((word for word in upward(sentence, head) if word.dep == "relcl"), None)
    below = dependents(sentence.words, verb) if verb is not None else ()
    opening = next((word for word in below if word.lower == "where"), None)
    if opening is None or abs(opening.start - claim.start) > 1:
        return None
    return next((place for place in reversed(told) if place.end <= opening.start), None)


def _free(notes: Notes, act: _Act, told: Sequence[Place], beside: Sequence[Span]) -> Iterator[Place]:
    """The places told in a sentence that are no part of the words for who acts or speaks, and do not only hold another."""
    parties = (*act.claim.by, *act.claim.speaker)
    barred = [Span(p.start, p.end) for p in parties if p.start is not None and p.end is not None]
    barred += [*(_teller(one) for one in act.said if one.speaker is not None), *beside]
    groups = (actor for actor in within(notes.actors, act.sentence.span) if actor.kind == "armed_group")
    barred += [Span(group.start, group.end) for group in groups if " of " in group.text]  # "the Free Front of Marenga"
    held = holding(notes, act.sentence, told)
    for place in told:
        span = Span(place.start, place.end)
        named = not place.metonym and place.start not in held and span in act.sentence.span
        if named and (not any(span in other for other in barred) or _hosts(act.sentence, span)):
            yield place


def _hosts(sentence: Sentence, place: Span) -> bool:
    """Whether a place is told to hold those who came to it, which makes it where they are: "Dura shelters 400 families"."""
    at = word_at(sentence, place)
    return at is not None and sentence.words[at].dep == "nsubj" and hosting(sentence, sentence.words[at].head)


def _fit(act: _Act, place: Place) -> _Fit | None:
    """How a place fits an act, or None where it is that of something else, or of whoever acts."""
    claim, sentence = act.claim, act.sentence
    span, own = Span(place.start, place.end), Span(claim.start, claim.end)
    at = word_at(sentence, span)
    if at is None or _said_there(claim, sentence, place, act.said) or _came_from(claim, sentence, at):
        return None
    there = way(sentence, at, act.head)
    if _of_another(act, place, there) or (claim.type in STRUCK and _home_of_strikers(sentence, there)):
        return None
    if span not in own and _clauses(there) and own.end - own.start < sentence.end - sentence.start - 2:
        return None
    into = WITHIN if claim.type == "displacement_figure" else WITHIN | TOWARDS
    if (
        (span not in act.states and place.precision != "country")
        or (_located(there, into) and not owns(sentence, at))
        or _befallen(sentence, at, act.head if claim.type in STRUCK else None)
    ):
        return _Fit(_cost(sentence, place, there, span in own), place.start, place, _apart(there))
    return None


def _of_another(act: _Act, place: Place, there: Way) -> bool:
    """Whether the words on the way to a place make it that of another matter: of who says it ("the member for X said"), of
    a meeting, of a pact made abroad."""
    claim, sentence = act.claim, act.sentence
    if claim.type in SAYINGS and any(word.dep in SUBJECTS for word in there.passed):
        return True
    if (
        _of_that_time(sentence, there)
        or (place.precision == "country" and there.passed and at_border(sentence, there.passed))
        or elsewhere(sentence, there, act.head)
        or (claim.type in STRUCK and gathered(sentence, there.passed, act.head))
    ):
        return True
    return claim.type not in AGREEING and _abroad(place, act.country) and of_a_pact(sentence, there.passed)


def _of_that_time(sentence: Sentence, there: Way) -> bool:
    """Whether a place only names the war that a stretch of time is counted from: "since the start of the Gaza war"."""
    word = there.passed[0] if there.passed else None
    named = word is not None and word.dep in ("compound", "poss", "nmod")
    war = named and word is not None and sentence.words[word.head].lemma in load_place_words().wars
    return war and any(passed.lower in SINCE for passed in there.passed)


SINCE: Final = frozenset({"since", "before", "until", "during"})
"""What counts a time from something."""


def _on_the_road(claim: Claim, sentence: Sentence, told: Sequence[Place], head: int) -> Place | None:
    """The place near which a blow was struck on the road there: "hit a mine on the road to Dura"."""
    if claim.type not in STRUCK:
        return None
    for place in told:
        at = word_at(sentence, place)
        there = way(sentence, at, head) if at is not None and not place.metonym else None
        if there is None or there.clauses or place.precision not in PINNED:
            continue
        to, road, on = (*there.passed, None, None, None, None)[1:4]
        if to and road and on and to.lower in TOWARDS and road.lemma in ROADS and on.lower in ("on", "along"):
            return replace(place, precision="near", radius_km=max(place.radius_km or 0.0, ROAD_KM))
    return None


ROADS: Final = frozenset({"road", "highway", "route", "track", "way"})
ROAD_KM: Final = 20.0
"""How far from a town "the road to" it may be."""


def _apart(there: Way) -> int:
    """The clauses and hinges ("following the raid on X") between a place and the act."""
    return _clauses(there) + sum(word.lower in HINGES for word in there.passed)


def _clauses(there: Way) -> int:
    """The clauses between a place and the act, without what only tells where a thing stands: "a house located in Dura"."""
    return there.clauses - sum(word.dep == "acl" and word.lower in STANDING for word in there.passed)


STANDING: Final = frozenset({"located", "situated"})


FINER: Final = 8.0
"""How much worse a finer place may fit that lies in the one that fits best: "killed in Chad in a raid on Adre"."""


def _part_of(fine: Place, coarse: Place) -> bool:
    """Whether a town or district lies in a region or a land."""
    if grain(coarse) not in LARGE or fine.precision == "unknown" or grain(fine) == "country":
        return False
    if fine.country is None or fine.country != coarse.country or COARSE[grain(fine)] >= COARSE[grain(coarse)]:
        return False
    return coarse.precision == "country" or fine.admin1 in (coarse.admin1, coarse.name)


def _abroad(place: Place, country: Place | None) -> bool:
    """Whether a place lies in another land than the one the report is about."""
    return country is not None and place.country is not None and place.country != country.country


def _cost(sentence: Sentence, place: Place, there: Way, inside: bool) -> float:
    """How badly a place fits the act: the way to it, its vagueness, and whether it stands in another clause."""
    apart = _clauses(there) + sum(_of_its_own(sentence, word) for word in there.passed)
    cost = there.steps + 3 * apart + FINENESS[grain(place)] + 5 * (not inside)
    located = _located(there) or (len(there.passed) == 1 and (there.passed[0].dep in HIT or _suffers(sentence, there)))
    return cost + 3 * (not located) + 3 * _hinged(sentence, there) + 6 * _home_of_doers(sentence, there)


def _home_of_doers(sentence: Sentence, there: Way) -> bool:
    """Whether a place only tells where those are from who act or suffer: "fighters from Dura reached Tiv", "a family from Dura
    was killed in Tiv"."""
    return any(
        who.dep in SUBJECTS and (who.tag == "NNS" or who.lemma in FOLK) for who in _at_home_there(sentence, there)
    )


def _home_of_strikers(sentence: Sentence, there: Way) -> bool:
    """Whether a place only tells where those are from who strike: "youths from Dura ambushed a patrol"."""
    return any(who.dep == "nsubj" and who.tag == "NNS" for who in _from_there(sentence, there))


def _from_there(sentence: Sentence, there: Way) -> Iterator[Word]:
    """Those who are told to be from a place."""
    return (sentence.words[word.head] for word in there.passed if word.lower == "from" and word.head < word.i)


def _at_home_there(sentence: Sentence, there: Way) -> Iterator[Word]:
    """Those who are told to be from a place, or to live in it: "a trader resident in Dura", "a man living in Dura"."""
    yield from _from_there(sentence, there)
    for word in there.passed:
        above = sentence.words[word.head]
        if word.lower == "in" and above.lemma == RESIDENT:
            yield above
        elif word.lower == "in" and above.dep == "acl" and above.lemma in LIVING:
            yield sentence.words[above.head]


FOLK: Final = frozenset({"family", "man", "woman", "boy", "girl", "resident"})
"""Single ones who are from somewhere."""

RESIDENT: Final = "resident"
LIVING: Final = frozenset({"live", "reside"})
"""How somebody is told to be at home "in" a place."""


def _of_its_own(sentence: Sentence, word: Word) -> bool:
    """Whether a coordinated verb has a subject of its own: "he was held in Goma, and the others fled to Bukavu"."""
    if word.dep != "conj" or not word.tag.startswith("VB"):
        return False
    return has_dependent(sentence.words, word, *SUBJECTS)


def _suffers(sentence: Sentence, there: Way) -> bool:
    """Whether a town is told to see or suffer the act: "Dura came under attack"."""
    word = there.passed[0]
    verb = sentence.words[word.head].lemma
    return word.dep == "nsubj" and (verb == "come" or verb in load_place_words().lies)


def _hinged(sentence: Sentence, there: Way) -> bool:
    """Whether the place is that of another happening, which the act came after: "fled to X after raids on Y"."""
    below = (w for word in there.passed if word.dep == "advcl" for w in dependents(sentence.words, word))
    return any(word.lower in HINGES and word.dep in ("prep", "mark", "pcomp") for word in (*there.passed, *below))


def _located(there: Way, prepositions: frozenset[str] | None = None) -> bool:
    """Whether a preposition on the way puts an act at the place: a country that acts is not where it acts."""
    those = load_place_words().located if prepositions is None else prepositions
    return any(word.lower in those for word in there.passed)


STRUCK: Final = frozenset("armed_attack airstrike shelling clash facility_attack protest casualty_figure".split())
"""Types whose object is where they happen: "jets bombed Sudan", "protests swept Sudan"."""


def _befallen(sentence: Sentence, at: int, act: int | None) -> bool:
    """Whether something befalls a land: "Sudan saw", "Sudan's civil war", "rockets hit Sudan"."""
    word = sentence.words[at]
    head = sentence.words[word.head]
    words = load_place_words()
    if act is not None and word.dep in ("dobj", "nsubjpass") and (head.i == act or sentence.words[act].head == head.i):
        return True
    if head.lower == "of" and sentence.words[head.head].lemma in words.noun.keys() | PARTS:
        return _befallen(sentence, head.head, act)
    if head.lemma == "have" and _elsewhere(sentence, head):
        return False
    if act is not None and head.lower in ("on", "against") and head.head == act and _is_blow(sentence.words[act]):
        return True
    return (word.dep in SUBJECTS and head.lemma in words.lies) or (
        word.dep in ("poss", "compound") and head.lemma in words.wars
    )


PARTS: Final = frozenset({"part", "swathe", "corner"})
"""What of a land is hit with it, beside the nouns for kinds of places: "jets hit parts of northern Sudan"."""


def _is_blow(word: Word) -> bool:
    """Whether a noun names a blow, which befalls what it is on: "the attack on Marenga"."""
    return word.tag.startswith("NN") and word.lemma in load_recall().blows


def _elsewhere(sentence: Sentence, have: Word) -> bool:
    """Whether what a land has is told to be somewhere: "Chad has nine posts in the valley"."""
    return any(word.lower in WITHIN for word in sentence.subtree(have.i) if word.dep == "prep" and word.i > have.i)


def _teller(said: Attribution) -> Span:
    """The words for who speaks, with what is said of them up to the verb of saying: "the guild, which works in Goma, said"."""
    speaker = said.speaker or said.content
    if said.cue.start < speaker.end or speaker.start <= said.content.start < said.cue.start:
        return speaker
    return Span(speaker.start, said.cue.end)


def _said_there(claim: Claim, sentence: Sentence, place: Place, said: Sequence[Attribution]) -> bool:
    """Whether a place only tells where an act was spoken of: "told reporters in Geneva"."""
    if claim.type in SPOKEN or _right_behind(claim, sentence, place):
        return False
    beside = [one for one in said if not one.content.start <= place.start < one.content.end]
    if place.precision in PINNED and beside and all(_seen_from(one, place, sentence) for one in beside):
        return False
    return any(_hangs_on(sentence, place, one.cue) for one in beside)


def _right_behind(claim: Claim, sentence: Sentence, place: Place) -> bool:
    """Whether a place follows the act with a preposition between: "documented nine deaths in Dura"."""
    between = sentence.text[max(0, claim.trigger.end - sentence.start) : max(0, place.start - sentence.start)]
    return len(between.split()) == 1


def _hangs_on(sentence: Sentence, place: Place, cue: Span) -> bool:
    """Whether a place outside what is said belongs to the saying: "he said in Dura", but not "he said, in the town of Dura"."""
    behind = sentence.text[max(0, cue.end - sentence.start) : max(0, place.start - sentence.start)]
    return hangs_on(sentence, place, cue, SAID_WITHIN) and not behind.startswith(",")


def _seen_from(said: Attribution, place: Place, sentence: Sentence) -> bool:
    """Whether those on the spot tell what they see from a place told before them: "in Dura, residents said"."""
    if said.speaker is None or place.end > said.speaker.start:
        return False
    told = sentence.text[said.speaker.start - sentence.start : said.speaker.end - sentence.start]
    near = not load_place_words().onlookers.isdisjoint(told.lower().split())
    local = _fronts(sentence, place) and not is_capital(place)
    return near or (
        bool(said.voices)
        and all(v.kind == "civilians" or (local and v.kind == "person" and v.name.islower()) for v in said.voices)
    )


def _fronts(sentence: Sentence, place: Place) -> bool:
    """Whether a sentence opens with where something was: "In Dura, officials reported nine deaths"."""
    opens = sentence.words[0].lower in WITHIN and place.start - sentence.start < FRONT
    return opens and sentence.text[place.end - sentence.start :].startswith(",")


FRONT: Final = 40
"""Characters within which the place stands that a sentence opens with: "In the central city of Dura, …"."""


def _tells_of_home(said: Attribution) -> bool:
    """Whether those speak who tell of where they are: "in Dura, residents said"."""
    return bool(said.voices) and all(voice.kind in PLAIN and voice.country is None for voice in said.voices)


def _came_from(claim: Claim, sentence: Sentence, at: int) -> bool:
    """Whether what struck only came from a place: "a rocket fired from Gaza", "jets flying from Latakia"."""
    if claim.type not in STRUCK and claim.type not in ("accusation", "territorial_control"):
        return False
    start = sentence.words[sentence.words[at].head]
    if start.lower == "from" and _reached(sentence, sentence.words[start.head]):
        return True
    shots = load_place_words().shots
    return any(
        before.lower == "from" and (above.lemma in SENT or (above.tag in ("NNS", "NN") and above.lemma in shots))
        for before, above in pairwise(upward(sentence, at))
    )


def _reached(sentence: Sentence, verb: Word) -> bool:
    """Whether the goal of those who came from somewhere is told beside it, "stormed into Marenga from Ostrel", or what they then
    did there: "came from Ostrel and killed nine people in Marenga"."""
    told = (verb.lemma in COMING and word.dep == "conj" for word in dependents(sentence.words, verb))
    into = (word.lower in ("into", "onto") for word in dependents(sentence.words, verb))
    return verb.tag.startswith("V") and any((*told, *into))


COMING: Final = frozenset({"come", "arrive", "cross", "advance", "march", "ride", "drive", "move", "travel"})
"""What those do first who strike somewhere else."""


SENT: Final = frozenset("fire launch fly shoot lob scramble take".split())
"""What is done with what strikes somewhere else."""


def _where_they_are(notes: Notes, said: Sequence[Attribution]) -> Place | None:
    """Where those are who tell what they see: "a doctor in the port said", but not "the archbishop of the port"."""
    for one in said:
        if one.speaker is not None and _tells_of_home(one):
            titled = any(voice.kind == "person" for voice in one.voices)
            for place in within(notes.places, one.speaker):
                inside = one.speaker.start < place.start and place.end <= one.speaker.end
                of = notes.report.text[max(0, place.start - 3) : place.start] == "of "
                if inside and not (of and titled) and not place.metonym and place.precision in PINNED:
                    return place
    return None
