"""Names in capitals, and the stretches of them that may name a place: known ones, and ones that their words give away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dateline.places import Entry, Gazetteer
from dateline.places.spelling import likeness, plain
from dateline.words.glued import load_glued
from dateline.words.places import PlaceWords

__all__ = [
    "APPOSED",
    "COUNCIL",
    "COUNCIL_BEHIND",
    "HOSTING",
    "Capital",
    "Stretch",
    "capitals",
    "runs",
    "stretches",
    "told_by_part",
    "whole_names",
]

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽḐḨṢṬẒ"
ARTICLE = "(?:[AaEe][lnstdrz]|[Aa]sh|[Aa]dh|[Uu]l)"
LEADING = f"(?:[AaEe]l[-‐ ]|{ARTICLE}[-‐])"
WORD = f"[{UPPER}][\\w\ufffd]*(?:(?:['’‘ʿ`]|—È|€™)[\\w\ufffd]+)*"
SHORT = (
    "St|Mt|Ft|Ste|Ave|Blvd|Rd|Dr|Hwy|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev"
    "|Okla|Ont|Ore|Pa|Tenn|Tex|Vt|Va|Wash|Wis|Wyo"
)
CAPITAL = re.compile(
    rf"(?<![\w@#])(?:(?:[A-Z]\.){{2,4}}|W\.\s?Va\.|[NS]\.\s?[A-Z]\.|[NSEW]\.(?=\s[{UPPER}])|(?:{SHORT})\.(?=[\s,;)]|$)|"
    rf"(?:{LEADING})?['’‘ʿ`]?{WORD}(?:[-‐](?:{ARTICLE}[-‐])?[\w'’]+)*)"
)
"""A word in capitals: dotted letters, a state's short form, or a word with its article and hyphens."""

GLUE = {" ": " ", "\u00a0": " ", " of ": "of", " of the ": "of", " and ": "and", " de ": "de", " la ": "de", " del ": "de", " di ": "de",
        " upon ": "de", " on ": "on", " the ": "de", " de la ": "de", " du ": "de", " do ": "de", " da ": "de", "-": "-", "‐": "-"}  # fmt: skip
"""What may stand between the words of one name."""

ARABIC = "al el ul ad ed an en ash esh as es at et ar er az ez adh"
GLUE |= {f" {article} ": "article" for article in ARABIC.split()}

LONGEST = 5
"""Words in the longest name looked up."""


class Capital(NamedTuple):
    """A word in capitals with its offsets in the report; `glue` tells what binds it to the one before, "" if nothing."""

    start: int
    end: int
    text: str
    lower: str
    glue: str


class Stretch(NamedTuple):
    """Words `first` up to `last` of a run that may name a place; `shape` is its last word where that tells its kind."""

    run: tuple[Capital, ...]
    first: int
    last: int
    start: int
    end: int
    text: str
    entries: tuple[Entry, ...]
    shape: str = ""


def capitals(text: str, offset: int, gazetteer: Gazetteer) -> Iterator[Capital]:
    """The words in capitals of a sentence that starts at `offset` in its report, without a possessive's ending.

    A hyphenated word that is no known name is taken apart: "Goma-Bukavu".
    """
    end = 0
    councils = [match.span() for match in COUNCILS.finditer(text)] if any(sign in text for sign in GOVERNED) else []
    for match in CAPITAL.finditer(text):
        word = match.group()
        if word in HOSTED or any(first <= match.start() < last for first, last in councils):
            continue
        if (owning := OWNING.search(word)) is not None:
            word = word[: owning.start()]
        elif word[-1] == "s" and _lost_apostrophe(word, gazetteer):
            word = word[:-1]
        elif word.endswith(load_glued().ends):
            word = _run_on(word, gazetteer)
        between = text[end : match.start()]
        glue = GLUE.get(" " if between.isspace() else between, "") if end else ""
        end = match.start() + len(word)
        start = offset + match.start()
        if "-" in word[3:] and not gazetteer.named(word):
            yield from _parts(word, start, glue)
        else:
            yield Capital(start, start + len(word), word, word.lower(), glue)


def _lost_apostrophe(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a page that lost its apostrophes has the name of a country or a large place here: "Yemens ports"."""
    if word[:-1] in gazetteer.lands:
        return word not in gazetteer.lands
    return len(word) > 4 and not gazetteer.named(word) and any(_large(e, word[:-1]) for e in gazetteer.named(word[:-1]))


def _run_on(word: str, gazetteer: Gazetteer) -> str:
    """The name that a broken page has run into the small word behind it: "Belmoraand" tells of Belmora, where that is one
    and the whole is none."""
    small = max((end for end in load_glued().ends if word.endswith(end)), key=len)
    name = word.removesuffix(small)
    return name if len(name) >= WHOLE and not gazetteer.named(word) and gazetteer.named(name) else word


OWNING = re.compile("(?:(?:['’‘]|Š—È|â€™)s|['’]S)$")
"""The ending of a possessive."""

WHOLE = 5
"""Letters of a name that is told for sure when a small word is taken off."""

HOSTED = ("IDP", "IDPs")
COUNCIL = r"[Ll]ocal [Gg]overnment(?: [Aa]reas?)?|LGAs?|L\.G\.As?\.?"
"""How Nigeria's districts are called, in capitals behind their names."""
COUNCIL_BEHIND = re.compile(rf"^ (?:{COUNCIL})(?!\w)")
COUNCILS = re.compile(rf"(?<=\w )(?:{COUNCIL})(?!\w)")
GOVERNED = ("LGA", "Local Government", "L.G.A")
PART = re.compile(rf"(?:{ARTICLE}[-‐])?[\w'’]+")


def _parts(word: str, start: int, glue: str) -> Iterator[Capital]:
    """The capitalised parts of a hyphenated word."""
    for match in PART.finditer(word):
        part = match.group()
        if part[0].isupper() or "-" in part:
            yield Capital(
                start + match.start(), start + match.end(), part, part.lower(), "-" if match.start() else glue
            )


def runs(found: Sequence[Capital]) -> Iterator[tuple[Capital, ...]]:
    """Words in capitals that may make up one name."""
    run: list[Capital] = []
    for word in found:
        if run and not word.glue:
            yield tuple(run)
            run = []
        run.append(word)
    if run:
        yield tuple(run)


def whole_names(
    runs: Iterable[tuple[Capital, ...]], text: str, gazetteer: Gazetteer, words: PlaceWords
) -> frozenset[str]:
    """The names of two words and more, in small letters, that what follows them tells whole somewhere in a report."""
    told = (_told_by_noun(run, text, gazetteer, words) for run in runs)
    return frozenset(one.text.lower() for one in told if one is not None)


def stretches(
    run: tuple[Capital, ...],
    text: str,
    gazetteer: Gazetteer,
    words: PlaceWords,
    whole_too: frozenset[str] = frozenset(),
) -> Iterator[Stretch]:
    """The longest stretches of a run that may name a place, from the left, none over another; `text` is the report's, and
    the names `whole_too`, which are in no list, are not taken apart."""
    whole = _told_by_noun(run, text, gazetteer, words)
    stop = whole.first if whole else len(run)
    at = unknown = 0
    while at < stop:
        halved = at > unknown and run[at - 1].lower in KIN and run[at].glue in (" ", "article")
        found = _told_elsewhere(run[:stop], at, text, whole_too) if whole_too else None
        if not halved and found is None:
            found = _shaped(run[:stop], at, text, gazetteer, words) or _longest(run[:stop], at, text, gazetteer, words)
        if found:
            yield from _unlisted(run, unknown, at, text, words)
            yield found
            unknown = found.last
        at = found.last if found else at + 1
    yield from _unlisted(run, unknown, stop, text, words)
    if whole:
        yield whole


def _told_elsewhere(run: tuple[Capital, ...], at: int, text: str, whole: frozenset[str]) -> Stretch | None:
    """A name that another sentence tells whole: "near Bir Issa", where "Bir Issa village" was told."""
    for last in range(min(len(run), at + LONGEST), at + 1, -1):
        name = text[run[at].start : run[last - 1].end]
        if name.lower() in whole:
            return Stretch(run, at, last, run[at].start, run[last - 1].end, name, ())
    return None


KIN = frozenset(
    (
        "abu abou umm oum ibn bint san santa santo los las bab bir deir dayr ras tal tel tell jabal jebel wadi ain ayn khan kafr kfar beit bayt burj"
        " qalat qasr marj sidi souk suq shatt puerto puerta villa ciudad nueva nuevo rio cerro monte port fort pueblo barangay sitio"
    ).split()
)
"""Words that open a name and are none where more of it follows; nor is what follows them the whole name."""
OF_PEOPLE = frozenset(
    (
        "abu abou umm oum ibn bint khan san santa santo los las puerto puerta villa ciudad nueva nuevo rio cerro monte port fort pueblo barangay sitio"
    ).split()
)
"""Those that open the names of people too, or names that are spelt one way."""
HOSTING = r"(?: (?:IDPs?|refugees?|displacement|displaced|displaced (?:people|persons)['’]?s?)(?= (?:camp|settlement|site)s?\b))?"
"""Whom a camp takes in, said between its name and its noun: "the Himbi IDP camp"."""
NOUN_AFTER = re.compile(HOSTING + r" ([a-z-]{4,13})\b")
SMALL_AFTER = re.compile(r" (?:village|hamlet)\b")
"""Nouns behind a name that make it none of a great town or region, whatever name it ends in."""
APPOSED = re.compile(
    r", an? (?:[a-z-]+ ){0,3}(?:village|hamlet|town|city|suburb|neighbou?rhood|settlement|locality|district|commune|barangay|camp)"
    r" (?:(?:[a-z]+ )?(?:in|of|near|on|outside) |(?:(?:about|some|just|around|roughly|nearly) )?[\w.-]{1,6} (?:km|kilomet(?:re|er)s?|miles?)\b)|"
    r", (?:just )?(?:near|outside|close to|not far from) (?:the )?(?:[a-z]+ )?(?:(?:town|city|village|district) of )?[A-Z]"
)
"""What makes a place of a name: ", a small town in Dura district", ", near the town of Dura"."""
TOLD_BEFORE = re.compile(
    r"\b(?:village|hamlet) (?:of |called |named )?$"
    r"|\b(?:province|region|department|governorate|commune|district|municipality|municipalitie)s? of (?:the )?$"
)
"""Nouns before such a name."""
SAINTS = frozenset("san santa santo sao são saint".split())
"""Words before given names that are those of places."""
HOLDER_AFTER = re.compile(rf", (?:in (?:the )?(?:[a-z-]+ )?)?[{UPPER}]")


def _told_by_noun(run: tuple[Capital, ...], text: str, gazetteer: Gazetteer, words: PlaceWords) -> Stretch | None:
    """The end of a run, whole, where what follows tells a place and no part of it is a known large one: "Bir Issa village"."""
    if len(run) < 2 or not _followed(run, text, words):
        return None
    first = len(run) - 1
    while (
        first
        and run[first].glue in (" ", "article")
        and _may_begin(run[first - 1], words)
        and len(run) - first < LONGEST
    ):
        first -= 1
    name = text[run[first].start : run[-1].end]
    if len(run) - first < 2 or gazetteer.named(name) or run[-1].lower.rstrip(".") in words.tails:
        return None
    told = run[first : first + 1] if SMALL_AFTER.match(text, run[-1].end) else run[first:]
    if any(_large(entry, word.text) for word in told for entry in gazetteer.named(word.text)):
        return None
    if any(word.lower in words.demonyms or word.text in gazetteer.peoples for word in run[first:]):
        return None
    return Stretch(run, first, len(run), run[first].start, run[-1].end, name, ())


def _followed(run: tuple[Capital, ...], text: str, words: PlaceWords) -> bool:
    noun = NOUN_AFTER.match(text, run[-1].end)
    if noun:
        return words.noun.get(noun[1]) in ("town", "area", "spot", "admin2")
    if APPOSED.match(text, run[-1].end) or TOLD_BEFORE.search(text, max(0, run[0].start - 24), run[0].start):
        return True
    if not HOLDER_AFTER.match(text, run[-1].end):
        return False
    before = text[max(0, run[0].start - 12) : run[0].start].lower().split()
    return (
        bool(before)
        and before[-1] in words.at_place
        and not any(word.lower in words.bodies for word in run)
        and (run[0].lower in SAINTS or not any(word.lower in words.given for word in run))
    )


def _may_begin(word: Capital, words: PlaceWords) -> bool:
    return word.lower in KIN or (word.lower not in words.never and word.lower not in words.directions)


def _large(entry: Entry, name: str) -> bool:
    known = entry.kind in ("country", "admin1", "area") or entry.population >= LARGE
    return known and plain(entry.name) == plain(name)


LARGE = 300_000


def _unlisted(run: tuple[Capital, ...], first: int, last: int, text: str, words: PlaceWords) -> Iterator[Stretch]:
    """Each row of words between two known stretches that no blank or only blanks bind, without common words around it."""
    at = first
    while at < last:
        end = at + 1
        while end < last and run[end].glue in (" ", "article", "-"):
            end += 1
        start = at
        while start < end and run[start].lower in words.never and not (run[start].lower in KIN and start + 1 < end):
            start += 1
        if start < end <= start + 3 and len(run[start].text) > 2:
            yield Stretch(
                run, start, end, run[start].start, run[end - 1].end, text[run[start].start : run[end - 1].end], ()
            )
        at = end


PEOPLES = re.compile(r"People[’']?s $")
"""What stands before the name of a republic that the name alone does not tell: "the People's Republic of China"."""


def _longest(run: tuple[Capital, ...], at: int, text: str, gazetteer: Gazetteer, words: PlaceWords) -> Stretch | None:
    if run[at].lower == "republic" and PEOPLES.search(text, max(0, run[at].start - 9), run[at].start):
        return None
    opens = run[at].lower in KIN and at + 1 < len(run) and run[at + 1].glue in (" ", "article")
    for last in range(min(len(run), at + LONGEST), at + opens, -1):
        name = text[run[at].start : run[last - 1].end]
        if _may_be_name(name, run[at:last], words) or _articled(run, at, last, name, gazetteer):
            entries = gazetteer.named(name) or _transliterated(name, run[at:last], gazetteer)
            entries = _told_in_full(name, text[: run[at].start], entries)
            if not entries and last - at > 1 and run[at].lower in words.sides and run[at + 1].glue == " ":
                rest = gazetteer.named(text[run[at + 1].start : run[last - 1].end])
                entries = tuple(entry for entry in rest if _large(entry, entry.name))
            if entries:
                return Stretch(run, at, last, run[at].start, run[last - 1].end, name, entries)
    return None


STATES = frozenset(SHORT.split("|"))


def _told_in_full(name: str, before: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The entries, without the state that a name is short for where nothing shows that it is: "his son Mo" is not Missouri, as
    "Joplin, Mo" is."""
    if name not in STATES or before.endswith((", ", "(", "-")):
        return entries
    return tuple(entry for entry in entries if (entry.kind, entry.country) != ("admin1", "US"))


LIKE = 0.75
GREAT = 100_000
"""People of towns with names in so many tongues that some of them sounds like anything."""


def _transliterated(name: str, parts: tuple[Capital, ...], gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """The places that sound like a name with an Arabic article in it, or that opens with a word for a spring or a hill:
    such names have many spellings."""
    if len(parts) < 2:
        return ()
    if parts[0].lower not in KIN - OF_PEOPLE and not any(
        ARTICLED.match(part.text) or part.glue == "article" for part in parts
    ):
        return ()
    heard = (entry for entry, alike in gazetteer.sounding(name) if alike >= LIKE)
    return tuple(entry for entry in heard if entry.population < GREAT or likeness(name, entry.name) >= LIKE)


ARTICLED = re.compile(f"{ARTICLE}[-‐ ]")


def _may_be_name(name: str, parts: tuple[Capital, ...], words: PlaceWords) -> bool:
    if len(parts) == 1:
        title = name.endswith(".") and parts[0].lower.rstrip(".") in words.titles  # "Dr." is no Daraa
        return len(name) > 1 and not title and (parts[0].lower not in words.never or name == "US")
    return parts[0].lower not in NO_START and parts[-1].lower not in NO_START


ARTICLES = frozenset(("as", "an", "at"))
"""Arabic articles that are English words too."""
NO_START = frozenset("a an as at in on of from by for to is he she it they we i and but or".split())


def _articled(run: tuple[Capital, ...], at: int, last: int, name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name opens with an article that is an English word too, and is spelt with it in a list: "As Salamiyah"."""
    return last - at > 1 and run[at].lower in ARTICLES and bool(gazetteer.spelt(name))


def _shaped(run: tuple[Capital, ...], at: int, text: str, gazetteer: Gazetteer, words: PlaceWords) -> Stretch | None:
    """A name whose last word tells what it is: "Kivu Road". It ends at the last such word that a blank binds."""
    first = run[at].lower.rstrip(".")
    article = first in ARTICLES and at + 1 < len(run)
    if first in words.never and first not in words.opens and first not in KIN and not article:
        return None
    last = at + 1
    best = 0
    while last < len(run) and last - at < LONGEST and run[last].glue in (" ", "article"):
        last += 1
        if run[last - 1].lower.rstrip(".") in words.tails:
            best = last
    if not best:
        return None
    name = text[run[at].start : run[best - 1].end]
    end = run[best - 1].end
    if best < len(run) and run[best].glue == " " and run[best].text[:1].isupper():
        return None  # "Kano State Assembly" is no place
    tail = run[best - 1].lower.rstrip(".")
    entries = gazetteer.named(name) or _seated(text[run[at].start : run[best - 2].end], tail, gazetteer, words)
    kind = words.tails[tail]
    if article and not gazetteer.spelt(text[run[at].start : run[best - 2].end]):
        return None
    if not entries and kind in ("seat", "town") and _ends_known(run[at : best - 1], text, gazetteer):
        return None
    if tail == "state" and run[best - 2].lower == "islamic":
        return None
    if kind == "town" and not gazetteer.named(name) and entries:
        return None  # "Lusaka City": the name is the town's
    if kind == "held" and (not entries or OF_SOMETHING.match(text, end)):
        return None  # "Sixth Division" is no place, nor "Kassala Department of Health", as "Kassala Region" is
    return Stretch(run, at, best, run[at].start, end, name, entries, tail)


OF_SOMETHING = re.compile(r" (?:of|for) [A-Z]")


def _ends_known(parts: tuple[Capital, ...], text: str, gazetteer: Gazetteer) -> bool:
    """Whether the last of these words are a known name without the first: "Kaduna Zamfara" before "State"."""
    return any(gazetteer.named(text[part.start : parts[-1].end]) for part in parts[1:])


def _seated(base: str, tail: str, gazetteer: Gazetteer, words: PlaceWords) -> tuple[Entry, ...]:
    """The regions or towns that a name with its kind in capitals means: "Idlib Province"."""
    kinds = TAILED.get(words.noun.get(tail, ""), ())
    return tuple(entry for entry in gazetteer.named(base) if entry.kind in kinds)


TAILED = {"admin1": ("admin1",), "admin2": ("admin2",), "town": ("town",), "part": ("admin1", "admin2")}
"""Kinds of places by that of the noun in capitals behind their names."""


def told_by_part(stretch: Stretch, gazetteer: Gazetteer, words: PlaceWords) -> tuple[Entry, ...]:
    """The places that an unlisted building, district or town is named for: "Goma Airport" lies in or near Goma."""
    if words.tails.get(stretch.shape) not in ("building", "seat", "town"):
        return ()
    for last in range(stretch.last - 1, stretch.first, -1):
        if stretch.run[last - 1].lower in words.never or stretch.run[last - 1].lower in words.sides:
            continue
        entries = gazetteer.named(stretch.text[: stretch.run[last - 1].end - stretch.start])
        if entries:
            return entries
    return ()
