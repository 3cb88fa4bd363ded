"""Which names in a report are places: signs of each mention and of its namesakes in the report, weighed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from math import fsum

from dateline.find.notes import Notes, Sentence
from dateline.find.places.evidence import ACRONYM, signs
from dateline.find.places.links import behind
from dateline.find.places.shouted import little, shouted, signs_shouted
from dateline.find.places.toponyms import (
    Capital,
    Stretch,
    capitals,
    runs,
    stretches,
    told_by_part,
    whole_names,
)
from dateline.find.sentences.titles import lowered
from dateline.places import Entry, Gazetteer
from dateline.places.spelling import bare, plain
from dateline.words.actors import armed_groups
from dateline.words.outlets import agencies
from dateline.words.places import PlaceWords, load_place_words

__all__ = ["GREAT", "LISTING", "Candidate", "candidates", "enumerations", "recognised"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may name a place, the number of its sentence, and the signs for and against."""

    sentence: int
    stretch: Stretch
    signs: frozenset[str]


def recognised(notes: Notes, gazetteer: Gazetteer, words: PlaceWords, peopled: Collection[str]) -> list[Candidate]:
    """The candidates whose signs weigh more than nothing; `peopled` are the lands whose peoples are named. `fsum` gives one
    sum in whatever order a set has its signs."""
    weights = words.weights
    bias = weights["bias"]
    found = candidates(notes, gazetteer, words, peopled)
    sums = [bias + fsum(weights.get(sign, 0.0) for sign in one.signs) for one in found]
    for members in enumerations(found, notes.report.text):
        if sum(sums[n] > 0 for n in members) >= ENOUGH:
            for n in members:
                sums[n] += weights["enumerated"]
    return [one for one, total in zip(found, sums, strict=True) if total > 0]


ENOUGH = 2
"""Places in an enumeration that make it likely that its other members are some too."""


def enumerations(found: Sequence[Candidate], text: str) -> Iterator[range]:
    """The numbers of candidates that are told one after another as "A, B and C" or "A, B, C, D"; "A, B, C" may tell what lies in what."""
    for members in _lists([one.stretch for one in found], text):
        told = [found[n].stretch for n in members]
        joined = {text[one.end : other.start] for one, other in pairwise(told)}
        alike = len(told) > 1 and ALIKE_AFTER.match(text, told[-1].end) is not None
        if alike or len(told) > CHAIN + 1 or (len(told) > ENOUGH and joined != {", "}):
            yield members


def _lists(told: Sequence[Stretch], text: str) -> Iterator[range]:
    """The numbers of names that stand in one list; a comma behind "and" opens what is none of it: "in Tiv and Dura, Hale said"."""
    first, closed = 0, False
    for n in range(len(told)):
        between = text[told[n].end : told[n + 1].start] if n + 1 < len(told) else ""
        if between in LISTING and not (closed and between == ", "):
            closed = closed or between in CLOSING
            continue
        yield range(first, n + 1)
        first, closed = n + 1, False


ALIKE_AFTER = re.compile(
    r" (?:regions|provinces|states|governorates|oblasts|districts|counties|villages|towns|cities|townships|departments|municipalities)\b"
)
"""Nouns behind a list that tell all its members to be of one kind."""

CHAIN = 2
"""Commas in the longest chain of a place, its region and its country."""


def candidates(notes: Notes, gazetteer: Gazetteer, words: PlaceWords, peopled: Collection[str]) -> list[Candidate]:
    """Every stretch that may name a place, with its own signs and those of its namesakes in the report."""
    found: list[Candidate] = []
    people: set[str] = set()
    lands: set[str] = set(peopled)
    text = notes.report.text
    told = [list(capitals(lowered(sentence.text), sentence.start, gazetteer)) for sentence in notes.sentences]
    in_runs = [list(runs(capital)) for capital in told]
    whole = whole_names(chain.from_iterable(in_runs), text, gazetteer, words)
    for number, (sentence, capital, all_runs) in enumerate(zip(notes.sentences, told, in_runs, strict=True)):
        if capital:
            people.update(name for run in all_runs for name in _surnames(run, words))
            found.extend(_of_sentence(number, sentence, all_runs, text, gazetteer, words, whole))
    lands.update(e.country for one in found for e in one.stretch.entries if e.kind == "country")
    lands.update(land for one in found if (land := _land_of_region(one.stretch)))
    lands.update(_lands_shared(found, words))
    found = _spelt_otherwise(_whole_villages(found, lands, text, gazetteer, words), lands, people, gazetteer)
    if shouted(notes.sentences):
        found = [replace(one, signs=signs_shouted(one.stretch, one.signs)) for one in found if not little(one.stretch)]
    return _with_namesakes([_landed(one, lands) for one in found], people, _small_words(notes.sentences))


def _whole_villages(
    found: Sequence[Candidate], lands: set[str], text: str, gazetteer: Gazetteer, words: PlaceWords
) -> list[Candidate]:
    """The candidates, the end of a longer name as that whole name where only towns of lands that are not told are called by the
    end alone: "in Banyali Kilo", which is no Kilo of Finland."""
    told = lands | {land for one in found if (land := _sole_land(one.stretch))}
    whole = {
        n: _lengthened(one, text) for n, one in enumerate(found) if _ends_village(one, told, text, gazetteer, words)
    }
    taken = sorted((one.stretch.start, one.stretch.end) for one in whole.values())
    return [whole.get(n, one) for n, one in enumerate(found) if n in whole or not _inside(one.stretch, taken)]


def _inside(stretch: Stretch, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a name is but a part of a longer one, by the starts and ends of those, in order."""
    at = bisect_right(taken, stretch.start, key=lambda span: span[0])
    return at > 0 and stretch.end <= taken[at - 1][1]


def _ends_village(one: Candidate, lands: set[str], text: str, gazetteer: Gazetteer, words: PlaceWords) -> bool:
    """Whether a town's name only ends a name in no list, which something is told to be in: of no land that is told."""
    stretch = one.stretch
    if "left_name" not in one.signs or "kind_town" not in one.signs or not lands:
        return False
    if {entry.country for entry in stretch.entries} & lands or one.signs & {"right_name", "qualified"}:
        return False
    word = stretch.run[stretch.first - 1]
    before = text[max(0, word.start - 12) : word.start].split()
    alone = stretch.first == 1 or word.glue not in (" ", "article")
    known = gazetteer.named(word.text) or word.lower in words.bodies or word.lower in words.tails
    return bool(before) and before[-1].lower() in words.at_place and alone and not known


def _lengthened(one: Candidate, text: str) -> Candidate:
    """A candidate with the word before it, as a village in no list."""
    run, first, last = one.stretch.run, one.stretch.first - 1, one.stretch.last
    start, end = run[first].start, one.stretch.end
    signs = frozenset(("kind_none", "none_long", "at_place", "none_told"))
    return Candidate(one.sentence, Stretch(run, first, last, start, end, text[start:end], ()), signs)


def _spelt_otherwise(
    found: Sequence[Candidate], lands: set[str], people: set[str], gazetteer: Gazetteer
) -> list[Candidate]:
    """The candidates, a name in no list as that of the town that sounds like it, where something is told to be "in" it and
    the report tells of its land: "in Tajoura", which a list spells "Tajura"."""
    heard: dict[str, tuple[Entry, ...]] = {}
    for one in found:
        name = one.stretch.text
        if (
            one.signs >= HEARD
            and one.signs & WHERE
            and len(name) >= ENOUGH_LETTERS
            and name.lower() not in people | heard.keys()
        ):
            alike = (told for told in gazetteer.sounding(name) if told.alike >= ALIKE)
            heard[name.lower()] = tuple(t.entry for t in alike if _known(t.entry) and t.entry.country in lands)
    return [_as_heard(one, heard.get(one.stretch.text.lower(), ())) for one in found]


def _known(entry: Entry) -> bool:
    """Whether a place is a town large enough to be told by another spelling of its name."""
    return entry.kind == "town" and entry.population >= KNOWN


def _as_heard(one: Candidate, entries: tuple[Entry, ...]) -> Candidate:
    if not entries or "kind_none" not in one.signs:
        return one
    signs = one.signs - {"kind_none", "none_told"} | {"kind_town"}
    return Candidate(one.sentence, one.stretch._replace(entries=entries), signs)


HEARD = frozenset(("kind_none", "at_place"))
WHERE = frozenset(("dep_pobj", "list_at"))
"""Signs of a name in no list that something is told to be in, alone or with others."""

KNOWN = 10_000
"""People of such a town."""

ALIKE = 0.9
"""How alike a town in a list must look to a name that sounds so."""
ENOUGH_LETTERS = 5
"""Letters of a name that few towns sound like."""


def _land_of_region(stretch: Stretch) -> str | None:
    """The country of a region whose name no other place has but its seat: "West Bank", "North Kivu"."""
    return _sole_land(stretch) if " " in stretch.text else None


def _sole_land(stretch: Stretch) -> str | None:
    """The one country in which all lies that has the name of a region."""
    lands = {entry.country for entry in stretch.entries}
    region = any(entry.kind == "admin1" for entry in stretch.entries)
    return lands.pop() if region and len(lands) == 1 else None


def _lands_shared(found: Sequence[Candidate], words: PlaceWords) -> Iterator[str]:
    """The countries that some names have in common which lie nowhere else: a paper need not name its own country."""
    alone = {
        (name, lands.pop())
        for one in found
        if len(lands := {entry.country for entry in one.stretch.entries if entry.kind != "country"}) == 1
        and (name := one.stretch.text.lower()) not in words.common
    }
    return (land for land, names in Counter(land for _, land in alone).items() if names >= IN_COMMON)


IN_COMMON = 3
"""Names that lie in one country only, from which a report plays there."""

OWN_LETTERS = frozenset(("US", "GB", "CA", "AU", "IE", "NZ"))
"""Where most English words in capitals are the name of some place."""


def _landed(one: Candidate, lands: set[str]) -> Candidate:
    """The candidate with whether a namesake lies in a country that the report tells of."""
    if "kind_town" not in one.signs or not lands:
        return one
    found = {entry.country for entry in one.stretch.entries} & lands
    sign = "land_away" if not found else "land_told" if found - OWN_LETTERS else "land_english"
    settled = sign == "land_told" and one.signs >= SETTLED and "the" not in one.signs  # "in Pale township"
    return Candidate(one.sentence, one.stretch, (one.signs - {"common"} if settled else one.signs) | {sign})


def _of_sentence(
    number: int,
    sentence: Sentence,
    all_runs: list[tuple[Capital, ...]],
    text: str,
    gazetteer: Gazetteer,
    words: PlaceWords,
    whole: frozenset[str],
) -> Iterator[Candidate]:
    at = {word.start: word for word in sentence.words}
    own = [
        (stretch, set(signs(stretch, sentence, at, words)))
        for run in all_runs
        for stretch in stretches(run, text, gazetteer, words, whole)
        if not _people(stretch, words, gazetteer) and not _in_name(stretch, sentence, words)
    ]
    _mark_pairs(own, text)
    _mark_lists(own, text)
    for stretch, shown in own:
        if stretch.text.lower() in gazetteer.capitals and "kind_country" not in shown:
            shown.add("capital")
        if "kind_none" in shown and "qualified_other" in shown and shown & LOCATED:
            shown.add("none_qualified")
        if "shape_building" in shown and not stretch.entries and told_by_part(stretch, gazetteer, words):
            shown.add("shape_named")
        if "qualified" in shown:  # "Clinton, Iowa" is no surname
            shown.discard("public")
        if stretch.text in agencies() and not shown & SITED:
            continue
        opens = next((word.tag for word in sentence.words[:1] if word.start == stretch.start), None)
        if "kind_none" in shown and opens in DESCRIBING:
            continue
        if "kind_none" not in shown or (shown & PLACED_AT_ALL and not _named_for_others(stretch, words)):
            yield Candidate(number, stretch, frozenset(shown))


DESCRIBING = ("JJ", "JJR", "VBN", "VBG", "RB")
"""Tags of what opens a sentence with a capital and is no name: "Several districts in Borno", "Affected villages"."""
SITED = frozenset(("at_place", "noun_after", "noun_of", "qualified", "list_at"))
"""Signs of a place that a news agency has its name from: "in Petra", "Fars province"."""
LOCATED = frozenset(("at_place", "prep_of", "prep_from", "prep_to"))
PLACED = frozenset(
    "at_place noun_of noun_before noun_after qualified_other prep_between prep_to prep_from prep_of direction_before hyphen_based list_noun list_at none_told".split()
)
"""An unlisted name must show one of these to be thought a place at all."""
PLACED_AT_ALL = PLACED | {"prep_on", "befallen"}
"""Or one of these, where a noun tells it to be a village elsewhere in the report: "the village of X", "rockets fell on X"."""
SETTLED = frozenset(("at_place", "noun_after"))
"""Signs of a town or district of a land that is told, however common its name is as a word."""
PEOPLE = ("ese", "ians", "ites")
"""How the names of peoples end that are in no list."""


def _named_for_others(stretch: Stretch, words: PlaceWords) -> bool:
    """Whether a name in no list is that of somebody in the news or of a body, whatever stands beside it: "Gaddafi's camp"."""
    last = stretch.run[stretch.last - 1]
    if stretch.last - stretch.first > 1:
        return last.lower in words.bodies
    return (
        last.lower.endswith(PEOPLE) or (last.text.isupper() and len(last.text) <= ACRONYM) or last.lower in words.public
    )


def _people(stretch: Stretch, words: PlaceWords, gazetteer: Gazetteer) -> bool:
    """Whether it is the name of a people or an armed group, which acts and is no place."""
    name, whole = bare(stretch.text), plain(stretch.text)
    group = whole in armed_groups() and whole.split()[-1] not in words.noun  # "Sinai Province" is a land as well
    if (name in words.never and name != whole) or whole in words.never_bodies or group:
        return True
    return stretch.last - stretch.first == 1 and (
        stretch.run[stretch.first].lower in words.demonyms or stretch.text in gazetteer.peoples
    )


def _in_name(stretch: Stretch, sentence: Sentence, words: PlaceWords) -> bool:
    """Whether it only stands in the name of a paper, a station or a group: "The Juba Times", "Islamic State in Mali and …"."""
    after = stretch.run[stretch.last] if stretch.last < len(stretch.run) else None
    start, end = stretch.start - sentence.start, stretch.end - sentence.start
    if (after is not None and after.glue == " " and after.lower in words.press) or CARTEL.match(sentence.text, end):
        return True
    if NEWS_AFTER.match(sentence.text, end) and not any(entry.population >= GREAT for entry in stretch.entries):
        return True
    body = IN_BODY.search(sentence.text[max(0, start - 40) : start])
    return body is not None and (body[1] is None or sentence.text.startswith(" and ", end))


CARTEL = re.compile(r"(?:(?: and)?(?: [A-Z][\w-]+){1,3})?(?: drug)? cartels?\b")
"""What makes a band of a name: "the Durango drug cartel", "the Zamora and Tarin cartels"."""
NEWS_AFTER = re.compile(r" news (?:agency|site|outlet|channel|and|said|reported)\b")
"""What makes an outlet of a name that is no great town's: "Safa news reported"."""
GREAT = 100_000
"""People of a town that is meant by its bare name, whatever longer names the report tells."""
IN_BODY = re.compile(r"Islamic State (?:of|in \w+ and|(in))(?: the)? $")
"""A group whose name tells lands."""


Own = list[tuple[Stretch, set[str]]]


def _mark_pairs(own: Own, text: str) -> None:
    """Marks "Goma, North Kivu": a place and the region or country that holds it."""
    for (one, shown), (other, shown_too) in pairwise(own):
        close = one.end + 1 == other.start and text[one.end] == " " and one.text.lower() not in load_place_words().given
        if not other.entries or not (close or behind().fullmatch(text, one.end, other.start)):
            continue
        held = {
            (e.country, e.name if e.kind == "admin1" else None)
            for e in other.entries
            if e.kind in ("country", "admin1")
        }
        if held:
            inside = any((e.country, None) in held or (e.country, e.admin1) in held for e in one.entries)
            if close and inside:  # pages that lost their commas: "Goma DR Congo"
                shown.discard("right_name")
                shown_too.discard("left_name")
            if not close or inside:
                shown.add("qualified" if inside else "qualified_other")
                shown_too.add("qualifies" if inside else "qualifies_other")


LISTING = frozenset((", ", " and ", ", and ", " or ", " to ", " & ", "/"))
"""What stands between the members of a list of names, or between two names of one place."""
CLOSING = frozenset((" and ", ", and "))
"""What stands before the last member."""
LIST_SIGNS = {"noun_after": "list_noun", "noun_of": "list_noun", "at_place": "list_at", "kind_country": "list_country"}


def _mark_lists(own: Own, text: str) -> None:
    """Marks the members of a list of names with what the other members show."""
    for numbers in _lists([stretch for stretch, _ in own], text):
        members = [own[n] for n in numbers]
        if len(members) < ENOUGH:
            continue
        shared = {LIST_SIGNS[sign] for _, shown in members for sign in shown if sign in LIST_SIGNS}
        for _, shown in members:
            shown.update(shared)
        if _all_told(members, text):
            for stretch, shown in members:
                shown.update(() if stretch.entries or stretch.shape else ("none_told",))


def _all_told(members: Own, text: str) -> bool:
    """Whether a noun for many places is said of a list: "Dura and Tiv villages", "villages such as Dura and Tiv"."""
    last = members[-1][0]
    before = text[max(0, members[0][0].start - LOOK) : members[0][0].start]
    if THE.search(before) and COMMUNITIES.match(text, last.end):  # "the Dura and Tiv communities" are of peoples
        return False
    return MANY_AFTER.match(text, last.end) is not None or MANY_BEFORE.search(before) is not None


THE = re.compile(r"\b[Tt]he (?:[a-z-]+ )?$")
COMMUNITIES = re.compile(r" communities\b")
MANY = "villages|communities|hamlets|towns|districts|townships|settlements|neighbou?rhoods|communes|municipalities|barangays"
MANY_AFTER = re.compile(rf" (?:{MANY})\b")
MANY_BEFORE = re.compile(rf"\b(?:{MANY})(?: of|,? such as|,? including|,? like)?(?: the)? $")
LOOK = 40
"""Characters before a list in which its noun is sought."""


def _surnames(run: tuple[Capital, ...], words: PlaceWords) -> Iterator[str]:
    """What follows a given name or a title: the names by which people are called later."""
    for i, word in enumerate(run[:-1]):
        lower = word.lower.rstrip(".")
        if lower in words.given or lower in words.titles:
            for name in run[i + 1 : i + 3]:
                if name.glue != " " or name.lower in words.tails or name.lower in words.bodies:
                    break
                yield name.lower


def _small_words(sentences: Iterable[Sentence]) -> frozenset[str]:
    return frozenset(word.text for sentence in sentences for word in sentence.words if word.text.islower())


SHARED = frozenset(
    "at_place noun_of noun_before noun_after qualified dash_after left_given left_title left_initial title_before left_name "
    "saying_after right_body right_name prep_to prep_from shape_known list_noun none_told".split()
)
"""Signs that speak for or against the other mentions of a name too."""


def _with_namesakes(found: Sequence[Candidate], people: set[str], small: frozenset[str]) -> list[Candidate]:
    shown: dict[str, Counter[str]] = defaultdict(Counter)
    for one in found:
        if _placed(one):
            shown[one.stretch.text.lower()].update(one.signs & SHARED)
    told = []
    for one in found:
        name = one.stretch.text.lower()
        more = {f"doc_{sign}" for sign, times in shown[name].items() if times > (sign in one.signs)}
        if name in people:
            more.add("doc_person")
        if name in small:
            more.add("doc_lower")
        if _placed(one) or "doc_none_told" in more:
            told.append(Candidate(one.sentence, one.stretch, one.signs | more))
    return told


def _placed(one: Candidate) -> bool:
    """Whether a name is in a list, or what stands beside it may make it a place."""
    return "kind_none" not in one.signs or bool(one.signs & PLACED)
