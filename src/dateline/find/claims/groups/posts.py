"""For whom somebody speaks or acts: the body that an office is held in, told once and meant from then on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from dateline.find.frames.parties import party_of
from dateline.find.notes import Notes
from dateline.model import Actor, Party
from dateline.words.actors import load_roster, plain

__all__ = ["FIRST_NAMED", "Posts", "held_by", "posts_of"]

Posts = Mapping[str, tuple[Party, ...]]
"""What tells somebody from others → the bodies that he or she holds an office in."""

FIRST_NAMED: Final = 300
"""Actors of a report among which the bodies are sought that its officials act for."""

BODIES: Final = frozenset({"armed_group", "military", "intergovernmental", "other", "ngo"})
NEAR: Final = 60
"""Characters between somebody's name and the body he or she is of."""

FAR: Final = 200
"""Characters between a body and the words that tell that somebody is its: "its spokesman"."""

AGAINST: Final = re.compile(r"\b(?:critic|defector|deserter|opponent|foe|victim|survivor|hostage|captive)s?\b")
"""Nouns for those who are of a body's enemies, or suffered from it."""

SIDES: Final = {
    "rebel": "rebels",
    "opposition": "opposition",
    "insurgent": "rebels",
    "guerrilla": "guerrillas",
    "army": "armed forces",
    "military": "armed forces",
}
"""What opens the words for somebody who speaks for a side, and how its name ends."""

LEFT: Final = ("ex-", "former ", "retired ", "non-", "anti-")
"""What tells that somebody is of that side no more: "an ex-military adviser"."""

LONGEST: Final = 8
"""Letters of the longest of these words."""

OFFICE: Final = (
    r"(?:spokes|commander|leader|chief|head|director|chair|official|officer|representative|negotiator|member)"
)
TITLED: Final = re.compile(rf"((?:[A-Z][\w\u2019'-]*\s+){{1,4}}?){OFFICE}")
"""A name before the office that is held in it: "DA spokesman Adam Oumar"."""

BEHIND: Final = re.compile(
    rf"(?:,?\s*(?:(?:an?|the|its|their)\s+)?(?:[\w-]+\s+){{0,3}}?{OFFICE}\w*)?,?\s*(?:for|of|from|with)\s+(?:(?:the|its)\s+(?:[\w-]+\s+){{0,2}}|\w+-\w+\s+)?"
)
"""What stands between somebody's name and the body he or she is of: ", a commander of the", ", from the"."""

OWNED: Final = re.compile(rf"['\u2019]s?\s+(?:[\w-]+\s+){{0,3}}?{OFFICE}")
"""What follows that body where the office is told as its own: "Ali Kor, the guild's chief spokesman"."""

HOLDER: Final = re.compile(rf".*{OFFICE}", re.IGNORECASE | re.DOTALL)
LETTERS: Final = re.compile(r"\b([A-Z]{3,6})(?:['\u2019]s)? $")
"""The letters of a body right before an office: "IBM's director Ana Ruiz"."""

CIVILIAN_OFFICES: Final = frozenset({"president", "minister", "premier", "king", "secretary"})
"""Offices that nobody holds in an army or a band."""

OF: Final = ("", "'s", "\u2019s")
WORD: Final = re.compile(r"\w+")


def posts_of(notes: Notes) -> Posts:
    """Who of a report is told to speak for, lead or be of which body; the first that is told of somebody stands."""
    told = notes.actors[:FIRST_NAMED]
    found: dict[str, tuple[Party, ...]] = {}
    for n, who in enumerate(told):
        if who.kind == "person" and _key(who) not in found:
            bodies = tuple(_bodies(notes.report.text, told, n)) or tuple(_sided(told, who))
            if bodies:
                found[_key(who)] = bodies
    return found


def held_by(posts: Posts, party: Actor | Party) -> tuple[Party, ...]:
    """The bodies that a party holds an office in."""
    return posts.get(_key(party), ()) if party.kind == "person" else ()


def _key(who: Actor | Party) -> str:
    """What tells one person from another: the name, or, of one that is only described, where that is."""
    return f"{who.name} {who.end}" if who.name.islower() else who.name


def _in_words_of(band: Actor, who: Actor) -> bool:
    """Whether the words for somebody tell a band, by the words used for it or by its name: a "Hezbollah spokesman"."""
    named = band.name[:1].isupper() and band.name.removesuffix("s") in who.name
    return named or (band.text[:1].isupper() and band.text in who.text)


def _of_it_no_more(text: str, who: Actor) -> bool:
    """Whether somebody left or is against the body that the words for him tell: "a former Hezbollah spokesman", "a Hamas critic"."""
    words = f"{text[max(0, who.start - LONGEST) : who.start]}{who.text}".lower()
    return any(left in words for left in LEFT) or AGAINST.search(words) is not None


def _bodies(text: str, told: Sequence[Actor], n: int) -> Iterator[Party]:
    """The body that one mention of somebody tells: in its own words, right before it, or behind it."""
    who, named = told[n], TITLED.match(told[n].text)
    own = next((a for a in told if a.kind == "armed_group" and _in_words_of(a, who)), None)
    titles = [party_of(own)] if own is not None else list(_named(told, who, named[1])) if named is not None else []
    if titles:
        yield from () if _of_it_no_more(text, who) else titles
        return
    before, after = told[n - 1] if n else None, told[n + 1] if n + 1 < len(told) else None
    titled = " " in who.text and who.text.split()[0] not in who.name.split()
    letters = LETTERS.search(text, max(0, who.start - NEAR), who.start) if titled and HOLDER.match(who.text) else None
    theirs = _theirs(told, n) if who.text.lower().startswith(("its ", "their ")) else None
    if theirs is not None:
        yield party_of(theirs)
    elif titled and before is not None and _served(who, before) and text[before.end : who.start].strip() in OF:
        yield party_of(before)
    elif letters is not None:
        yield Party(letters[1], letters[1], letters.start(1), letters.end(1))
    elif after is not None and _served(who, after) and 0 < after.start - who.end < NEAR:
        owned = text[who.end : after.start].strip() == "," and OWNED.match(text, after.end) is not None
        yield from [party_of(after)] if owned or BEHIND.fullmatch(text, who.end, after.start) else ()


def _theirs(told: Sequence[Actor], n: int) -> Actor | None:
    """The body that "its" means before somebody's office: the last one that is named, not far before."""
    bodies = (a for a in reversed(told[max(0, n - 3) : n]) if a.kind not in ("person", "civilians"))
    last = next(bodies, None)
    return last if last is not None and told[n].start - last.end < FAR and _served(told[n], last) else None


def _served(who: Actor, body: Actor) -> bool:
    """Whether somebody can be told to hold an office in a body: a state's envoy to a union does not serve the union, and
    whom a state's officials serve their country tells."""
    if body.kind in ("armed_group", "military") and not CIVILIAN_OFFICES.isdisjoint(WORD.findall(who.text.lower())):
        return False
    if body.kind == "other":
        return body.name[:1].isupper() and body.country is None
    return body.kind in BODIES and (body.kind != "intergovernmental" or who.country is None)


def _sided(told: Sequence[Actor], who: Actor) -> Iterator[Party]:
    """The side that opens the words for somebody: "rebel commander Adam Oumar", "an army source"."""
    for word in islice(WORD.finditer(who.text), 3):
        side = SIDES.get(word[0].lower())
        if side is None or who.text[: word.start()].lower().endswith(LEFT):
            continue
        kind = "military" if side == "armed forces" else "other" if side == "opposition" else "armed_group"
        known = next((a for a in told if a.kind == kind and a.name.endswith(side) and _of_land(a, who)), None)
        if known is not None:
            yield party_of(known)
        elif kind != "military" or who.country in load_roster().countries:
            land = load_roster().countries[who.country].demonym if kind == "military" and who.country else ""
            start = who.start + word.start()
            yield Party(f"{land} {side}".strip(), word[0], start, start + len(word[0]), None, kind, who.country)


def _of_land(body: Actor, who: Actor) -> bool:
    return None in (body.country, who.country) or body.country == who.country


def _named(told: Sequence[Actor], who: Actor, words: str) -> Iterator[Party]:
    """The body whose name or letters open the words for somebody."""
    name = " ".join(words.split()).removeprefix("The ")
    known = next((a for a in told if _served(who, a) and name in (a.text, a.name, _letters(a.name))), None)
    if known is not None:
        yield party_of(known)
        return
    listed = _listed(name)
    if listed is not None:
        yield replace(listed, start=who.start, end=who.start + len(words.rstrip()))
    elif name.isupper() and name.isalnum() and len(name) > 2:
        yield Party(name, name, who.start, who.start + len(name))


def _listed(name: str) -> Party | None:
    """The body of a name that is known beforehand."""
    words = name.split()
    told = load_roster().match(words, [plain(word) for word in words], 0, None) if words else None
    if told is None or told[0] < len(words) or told[1].kind not in BODIES:
        return None
    return Party(told[1].name, name, None, None, told[1].id, told[1].kind, told[1].country)


def _letters(name: str) -> str:
    return "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())
