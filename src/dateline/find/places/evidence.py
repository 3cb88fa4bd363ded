"""What speaks for and against a known name being a place here: signs by name, each a weight in places.toml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import log10
from typing import Final

from dateline.find.notes import Sentence, Word
from dateline.find.places.toponyms import APPOSED, COUNCIL_BEHIND, HOSTING, Capital, Stretch
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import upward
from dateline.phenomena import words_of
from dateline.places.spelling import bare
from dateline.words.places import PlaceWords

__all__ = ["ACRONYM", "signs"]


def signs(stretch: Stretch, sentence: Sentence, at: Mapping[int, Word], words: PlaceWords) -> Iterator[str]:
    """The signs that a stretch shows; `at` gives the sentence's words by where they start."""
    known = _known(stretch, words)
    yield from (DATED.get(sign, sign) for sign in known) if sentence.part == "dateline" else known
    beside = _beside(stretch, sentence, words)
    yield from _names_only(beside, stretch, at) if sentence.text.isupper() else beside
    yield from _around(stretch, sentence, words)
    first = at.get(stretch.start)
    last = at.get(stretch.run[stretch.last - 1].start) or first
    if last:
        yield f"tag_{last.tag}" if last.tag in ("NNP", "NNPS", "NN", "JJ", "NNS") else "tag_other"
        yield f"dep_{last.dep}"
        head = sentence.words[last.head]
        done = last.dep in ("dobj", "nsubjpass") and head.lemma in words.befalls and head.tag[:2] == "VB"
        if done or (stretch.entries and (_come_under(sentence, last, words) or _taken(sentence, last))):
            yield "befallen"
        if not stretch.entries and not stretch.shape and _set_in(sentence, last, stretch.end, words):
            yield "suffered_in"


def _come_under(sentence: Sentence, last: Word, words: PlaceWords) -> bool:
    """Whether a name is what comes under attack or is hit by arms: "X came under fire", "X was hit by rockets"."""
    head = sentence.words[last.head]
    if _elsewhere(sentence):
        return False  # "Kor was hit by a shell in Goma"
    if last.dep == "nsubj" and head.lemma in ("come", "be", "remain"):
        under = (w for w in dependents(sentence.words, head, "prep") if w.lower == "under")
        return any(noun.lemma in words.under for w in under for noun in dependents(sentence.words, w, "pobj"))
    if last.dep != "nsubjpass" or head.lemma not in words.hit:
        return False
    by = dependents(sentence.words, head, "agent", "prep")
    return any(noun.lemma in ARMS for w in by for noun in dependents(sentence.words, w, "pobj"))


def _taken(sentence: Sentence, last: Word) -> bool:
    """Whether a name is what fell to somebody in arms, or is in their control: "X fell to the rebels", "X is under the control of the
    army"; in somebody's hands people are too."""
    head = sentence.words[last.head]
    if last.dep != "nsubj" or head.lemma not in HELD:
        return False
    at = (w for w in dependents(sentence.words, head, "prep") if w.lower in HELD[head.lemma])
    under = [noun for w in at for noun in dependents(sentence.words, w, "pobj")]
    held = [n for n in under if n.lemma == "control"]
    whose = [
        n for h in held for w in dependents(sentence.words, h, "prep") for n in dependents(sentence.words, w, "pobj")
    ]
    return any(noun.lemma in words_of("forces") for noun in (*(under if head.lemma == "fall" else ()), *whose))


HELD: Final = {"fall": ("to", "under"), "be": ("under",), "remain": ("under",), "come": ("under",)}
"""Verbs by which a place is told to be somebody's, and what stands before who that is."""


def _elsewhere(sentence: Sentence) -> bool:
    """Whether a sentence puts something into another name."""
    return any(word.lower in SPOTS and other.tag == "NNP" for word, other in pairwise(sentence.words))


ARMS: Final = frozenset(
    "rocket shell missile drone bomb airstrike strike mortar artillery blast explosion shelling bombardment fire raid clash fighting gunfire".split()
)
"""What hits a town, and no person of the news."""


def _set_in(sentence: Sentence, last: Word, end: int, words: PlaceWords) -> bool:
    """Whether something is suffered in what a name tells, or a sentence opens with it: "In X, the army said that nine fell"."""
    while last.dep == "compound" and sentence.words[last.head].end == end:  # "al" of "al-Dura"
        last = sentence.words[last.head]
    spot = sentence.words[last.head]
    if last.dep != "pobj" or spot.lower not in SPOTS:
        return False
    opens = spot.i == 0 and sentence.text[end - sentence.start :][:1] == ","
    return opens or _suffered(sentence, spot, words)


def _suffered(sentence: Sentence, spot: Word, words: PlaceWords) -> bool:
    """Whether something is suffered where a preposition tells, or what stands there is hit: "killed in X", "hit a house in X"."""
    for word in upward(sentence, spot.i)[1:]:
        if word.lemma in words.suffers | words.befalls:
            return True
        if word.tag[:2] not in ("NN", "IN"):
            return False
    return False


DATED: Final = {"acronym": "upper", "acronym_town": "upper"}
"""What the capitals of a short name tell in a dateline, whose town is written so: "GOMA, June 3"."""


def _known(stretch: Stretch, words: PlaceWords) -> Iterator[str]:
    if stretch.shape:
        yield f"shape_{words.tails[stretch.shape]}"
        if stretch.entries:
            yield "shape_known"
        return
    if not stretch.entries:
        yield "kind_none"
        if stretch.last - stretch.first > 1:
            yield "none_long"
        return
    kind, people = _main_kind(stretch)
    yield f"kind_{kind}"
    if kind == "town":
        yield f"people_{min(6, int(log10(people + 1)))}"
    last = stretch.run[stretch.last - 1].lower
    named = bare(last)
    if stretch.text.lower() in (last, f"al {last}") and named in words.public and kind in ("town", "admin2", "county"):
        yield "public"
    if stretch.last - stretch.first > 1:
        yield "long"
        if stretch.run[stretch.last - 1].lower in words.tails:
            yield "tail_in"
    else:
        if stretch.text.isupper() and len(stretch.text) > 1:
            yield "upper" if len(stretch.text) > ACRONYM else "acronym"
            if len(stretch.text) < ACRONYM and kind in ("town", "admin2", "county"):
                yield "acronym_town"
        lower = stretch.run[stretch.first].lower
        if lower in words.given and kind != "country":
            yield "given_itself"
        if lower in words.common:
            yield "common"
        if stretch.text[0].islower() or "-" in stretch.text:
            yield "hyphen"
        if "." in stretch.text:
            yield "dotted"


ORDER = ("country", "admin1", "area", "water")


def _main_kind(stretch: Stretch) -> tuple[str, int]:
    """The kind that the name most likely tells, and for towns the people of the largest."""
    kinds = {entry.kind for entry in stretch.entries}
    for kind in ORDER:
        if kind in kinds:
            return kind, 0
    towns = [entry.population for entry in stretch.entries if entry.kind == "town"]
    if towns and max(towns) >= SMALL:
        return "town", max(towns)
    plain = stretch.text.lower()
    if any(entry.kind == "admin2" and entry.name.lower() == plain for entry in stretch.entries):
        return "admin2", 0
    return ("town", max(towns)) if towns else ("county", 0)


ACRONYM = 5
"""Letters of the longest acronym that is likely."""
SMALL = 5_000
"""People of a town that a name means before it means a district."""


def _beside(stretch: Stretch, sentence: Sentence, words: PlaceWords) -> Iterator[str]:
    """What other words in capitals stand beside it in its run."""
    before = stretch.run[stretch.first - 1] if stretch.first else None
    after = stretch.run[stretch.last] if stretch.last < len(stretch.run) else None
    shortened = SHORTENED.match(sentence.text, stretch.run[-1].end - sentence.start) if after else None
    if before and stretch.run[stretch.first].glue == " ":
        yield f"left_{_left(before, words)}"
    elif before and stretch.run[stretch.first].glue in ("of", "de"):
        yield "of_body" if before.lower in words.bodies or before.lower in words.never else "of_name"
    elif before and stretch.run[stretch.first].glue == "and":
        yield "and_left"
    if after and after.glue == " ":
        yield f"right_{_right(after, words)}"
        if shortened and "".join(word.lower[0] for word in stretch.run[stretch.first :]) == shortened[1].lower():
            yield "in_body"
    elif after and after.glue == "and":
        yield "and_right"


def _names_only(told: Iterator[str], stretch: Stretch, at: Mapping[int, Word]) -> Iterator[str]:
    """The signs of a name's neighbours where all is written in capitals: only those that the parse takes for names tell one."""
    beside = {"left_name": stretch.first - 1, "right_name": stretch.last}
    for sign in told:
        word = at.get(stretch.run[beside[sign]].start) if sign in beside else None
        if sign not in beside or (word is not None and word.tag in ("NNP", "NNPS")):
            yield sign


def _left(word: Capital, words: PlaceWords) -> str:
    lower = word.lower.rstrip(".")
    if lower in words.titles:
        return "title"
    if lower in words.given:
        return "given"
    if len(lower) == 1 or "." in word.text:
        return "initial"
    if lower in words.directions:
        return "direction"
    if lower in words.at_place or lower in words.any:
        return "preposition"
    return "stop" if lower in words.never else "name"


def _right(word: Capital, words: PlaceWords) -> str:
    lower = word.lower
    if lower in words.tails:
        return "tail"
    if lower in words.titles:
        return "title"
    if lower in words.bodies:
        return "body"
    if lower in words.demonyms:  # pages that lost their commas: "Goma Rwandan troops"
        return "people"
    return "stop" if lower in words.never else "name"


def _around(stretch: Stretch, sentence: Sentence, words: PlaceWords) -> Iterator[str]:
    """What stands before and after it in the sentence, whatever its case."""
    start = stretch.start - sentence.start
    left = sentence.text[max(0, start - 40) : start]
    if CALLED_SO.search(sentence.text[max(0, start - LISTED) : start]):
        yield "called_so"
    if _shortens(
        stretch, sentence.text[max(0, start - LISTED) : start], sentence.text[stretch.end - sentence.start :][:1]
    ):
        yield "shortens"
    right = sentence.text[stretch.end - sentence.start : stretch.end - sentence.start + LOOK]
    before = left.lower().split()
    if not left.strip():
        yield "opens"
    elif JOINED_NAME.search(left):
        yield "in_body"
    if before:
        yield from _word_before(stretch, before, words)
    peoples = COMMUNITY.match(right) and PEOPLES.search(left)  # "the Dura and Tiv communities" are of peoples
    if not peoples or (COMMUNITY_AT.match(right) and left.endswith((" in the ", " from the "))):
        yield from _word_after(stretch, right, words)


def _shortens(stretch: Stretch, left: str, after: str) -> bool:
    """Whether a name in brackets is the initials of the words before it: "Northern Congress (NC)"."""
    bracketed = left.endswith(" (") and after == ")" and len(stretch.text) > 1
    return bracketed and "".join(INITIALS.findall(left[:-2])).endswith(stretch.text)


def _word_before(stretch: Stretch, before: list[str], words: PlaceWords) -> Iterator[str]:
    last = before[-1]
    two = before[-2] if len(before) > 1 else ""
    if last == "the":
        yield "the"
        last = two
    if last in words.directions:
        yield "direction_before"
        last = two
    if last in words.at_place:
        yield "at_place"
    elif last == "of" and (two in words.noun or (two in ("post", "posts") and before[-3:-2] == ["administrative"])):
        yield "noun_of"
        if words.noun.get(two, "admin2") in TOLD and not stretch.entries:
            yield "none_told"
    elif last in CALLED and two in words.noun:
        yield "noun_of"
        if not stretch.entries:
            yield "none_told"
    elif last == "of" and two in words.folk and stretch.entries:
        yield "folk"
    elif (last == "of" and two in words.directions) or (last == "from" and two in MEASURES):
        yield "at_place"
    elif last in words.any:
        yield f"prep_{last}"
    elif last in words.noun:
        small = last in SMALL_NOUNS and not stretch.entries and not _office(stretch, words)
        yield from ("noun_of", "none_told") if small else ("noun_before",)
    elif last.endswith(","):
        yield "comma_before"
    elif last.rstrip(".") in words.titles:
        yield "title_before"
    elif last == "&":
        yield "ampersand"
    elif last[-1:] in "\"“(:'":
        yield "quote_before"


def _word_after(stretch: Stretch, right: str, words: PlaceWords) -> Iterator[str]:
    if AGENCY.match(right):
        yield "agency_after"
    right = COUNCIL_BEHIND.sub(" district", HOSTS.sub("", right, count=1), count=1)
    after = right.split(None, 2)[:2]
    if right[:1] == ",":
        yield "comma_after"
        if not stretch.entries and (MEASURED.match(right) or APPOSED.match(right)):
            yield "none_told"
        elif not stretch.entries and right.startswith(", where "):
            yield "none_where"
    elif right[:2] in ("'s", "’s", "‘s"):
        yield "possessive"
        if stretch.entries and not words.civic.isdisjoint(_owned(right[2:])):
            yield "civic"
    elif right[:1] == "-" and not right[1:2].isdigit():  # "Zolote-4" is a part of Zolote
        tail = right[1:].split(None, 1)[:1]
        yield "hyphen_" + (tail[0].strip(".,;") if tail and tail[0].strip(".,;") in words.hyphened else "after")
    elif right[1:2].isdigit():
        yield "number_after"
    elif right[:1] == " " and after:
        word = after[0].lower().strip(".,;:")
        if after[0][0].isupper() and word in words.bodies:  # "the Northern War Front"
            return
        if words.noun.get(word) == "part" and not PARTED.match(right):
            return
        if word in words.noun or word in words.thing or (stretch.entries and word in words.named_for):
            yield "noun_after"
            if words.noun.get(word) in TOLD and not stretch.entries:
                yield "none_told"
        elif word in words.saying:
            yield "saying_after"
        elif word == "&":
            yield "ampersand"
        elif word in ("-", "–", "—", "--", "("):
            yield "dash_after"


def _owned(right: str) -> list[str]:
    """The words behind an owner, up to where what it owns ends: "main market" of "'s main market on Monday"."""
    told = OWNED.match(right)
    return told[1].lower().split() if told else []


OWNED = re.compile(
    r" ((?:(?:main|central|largest|biggest|only|old|international|northern|southern|eastern|western) )*[a-z]+)\b"
)
"""What somebody has or a town does, behind its name."""

SPOTS = frozenset(("in", "at", "near", "outside"))
"""Prepositions between what is suffered and where."""

INITIALS = re.compile(r"\b[A-Z]")

CALLED_SO = re.compile(
    r"\b(?:identified|named) as(?: (?:[A-Z][\w'’.-]*|and|alias|bin|ul|al|e|\(?\d+\)?),?)* $|"
    r"\b(?:group|militia|band|faction|gang|outfit|movement)s? (?:called|named|dubbed|known as|calling itself) (?:the )?[\"“‘']?$"
)
"""What stands before a name in a list of people, or before that of a band: "identified as Omar Kor, ", "a militia called "."""
LISTED = 160
"""Characters before a name in which such a list opens."""

CALLED = frozenset(("called", "named"))
"""What stands between a noun and the name of what it tells: "the village called Dura"."""

MEASURES = frozenset(("km", "kms", "kilometers", "kilometres", "miles", "mile", "kilometer", "kilometre", "away"))
"""What stands before "from" where a way from a place is told: "9 km from Goma"."""

MEASURED = re.compile(
    r", (?:[a-z]+ ){0,2}(?:\d[\d.,]* ?(?:km|kilomet(?:re|er)s|miles)\b[^,.]{0,24} of|(?:north|south)?[ -]?(?:east|west|north|south) of) [A-Z]"
)
"""What measures a place from another one: ", 9 km south of Goma", ", west of Goma"."""

AGENCY = re.compile(r" (?:state |official )?(?:news (?:agency|website|site|outlet)|newspaper|daily)\b")
"""What makes a name that of a news agency or a paper: "the Fars news agency"."""
HOSTS = re.compile(rf"^{HOSTING}")
LOOK = 60
"""Characters beside a name in which signs are sought."""

SHORTENED = re.compile(r" \(([A-Z][A-Za-z]{1,8})\)")
"""The short form of the name of a body, told behind it: "(KLA)"."""

JOINED_NAME = re.compile(
    r"\b(?:Islamic|National|People's) [A-Z][a-z]+ (?:of|for) (?:the )?(?:[A-Z][a-z]+ ){1,3}and (?:the )?$"
)
"""What stands before the last word of a body's name with two names in it: "the National Union of Benin and Togo"."""

PARTED = re.compile(r" [a-z-]+ (?:of|in) (?:the )?[A-Z]")
"""What tells that a division or a zone is part of a land."""

COMMUNITY = re.compile(r"(?:(?:,| and|, and) [A-Z][\w’'-]{1,20}){0,3} communit(?:y|ies)\b")
COMMUNITY_AT = re.compile(r" community (?:near|located|in|of|outside|on) ")
"""What tells that a community is a village: "in the Dura community near the border"."""
PEOPLES = re.compile(r"\b[Tt]he (?:[a-z-]+ )?(?:[A-Z][\w’'-]{1,20}(?:, | and |, and )){0,3}$")
"""What stands around the names of peoples."""

SMALL_NOUNS = ("village", "hamlet")
"""Nouns before the name of what they tell: "the village Dura"."""


def _office(stretch: Stretch, words: PlaceWords) -> bool:
    """Whether words behind "village" are what somebody is there: "the village Head"."""
    return any(word.lower in words.titles or word.lower in words.bodies for word in stretch.run[stretch.first :])


TOLD = ("town", "admin2", "admin1", "spot", "area", "part")
"""Kinds whose noun makes a place of a name in no list."""
