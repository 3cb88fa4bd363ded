"""The cast of one report: which name, office, description or pronoun means whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from dateline.find.names import Spot
from dateline.find.notes import Word
from dateline.find.owners import strain
from dateline.words.actors import Roster, plain, skeleton
from dateline.words.speech import load_speech

__all__ = ["Cast", "Who"]

NEAR = 2
""""The army" means the army of the country told this few sentences ago, else that of the story."""
MOST = 40
"""No more namesakes than this are compared: a report of a million names must not cost their square."""
ARTICLES = frozenset("al el as ash ad an ar at ul".split())
OTHERS = frozenset("regime rebel opposition insurgent".split())
"""What no state calls its own."""
FAR = 8
"""A pronoun or "the group" means no one last met more sentences ago than this."""


ARMED = frozenset(("armed_group", "military"))
OBJECTS = {"him": "he", "her": "she"}
"""The pronouns of persons as objects."""


class Who(NamedTuple):
    """One actor of the report."""

    name: str
    kind: str
    country: str | None = None
    id: str | None = None


class Cast:
    """What has been learned of a report's actors: full names first, then who was met last."""

    def __init__(
        self, roster: Roster, day: dt.date | None, plays: tuple[str | None, str | None], owners: Mapping[str, str]
    ) -> None:
        self.roster, self.day, self.owners = roster, day, owners
        self.story, self.land = plays
        self.persons: dict[str, Who] = {}
        self.alike: dict[str, list[str]] = {}
        self.called: dict[str, str] = {}
        self.bodies: dict[str, Who] = {}
        self.worded: dict[str, list[Who]] = {}
        self.monitors: list[Who] = []
        self.offices: dict[str, Who] = {}
        self.last: dict[str, tuple[Who, int]] = {}

    # --- learning the names, before anyone is resolved ---

    def learn(self, spot: Spot) -> None:
        """Takes note of a full name, so that earlier and later short ones can mean it."""
        if spot.known is not None and spot.form == "known":
            who = Who(spot.known.name, spot.known.kind, spot.known.country, spot.known.id)
            if who.kind == "person":
                self._surname(spot.known.name, who)
                if len(_plains(spot.own)) > max(1, len(_plains(self.called.get(who.name, "")))):
                    self.called[who.name] = spot.own
            else:
                self._body_named(who)
            self._office(spot, who)
        elif spot.form == "person":
            self._office(spot, self._person(spot))
        elif spot.form == "body":
            self._body_named(Who(spot.own, spot.kind, spot.country))

    def _body_named(self, who: Who) -> None:
        parts = _plains(who.name)
        if self.bodies.setdefault(" ".join(parts), who) is who:
            if who.kind == "monitor":
                self.monitors.append(who)
            for part in parts:
                self.worded.setdefault(part, []).append(who)

    def _person(self, spot: Spot) -> Who:
        parts = _plains(spot.own)
        if not parts:
            return Who(spot.own, "person", spot.country)
        known = self._like(parts)
        if known is not None:
            return self._called(known)
        who = Who(spot.own, "person", spot.country)
        if len(parts) > 1:
            self._surname(spot.own, who)
        return who

    def _surname(self, name: str, who: Who) -> None:
        parts = [part for part in _plains(name) if part not in ARTICLES]
        if parts and self.persons.setdefault(parts[-1], who) is who:
            self.alike.setdefault(parts[-1][:1], []).append(parts[-1])

    def _office(self, spot: Spot, who: Who) -> None:
        if spot.office:
            self.offices.setdefault(spot.office, who)
            self.offices.setdefault(spot.office.split()[-1], who)

    def _like(self, parts: Sequence[str]) -> Who | None:
        """The person whose surname these words end with, however it is spelled."""
        parts = [part for part in parts if part not in ARTICLES] or parts
        surname = parts[-1]
        found = self.persons.get(surname) or self.persons.get(surname.removesuffix("s"))
        if found is None:
            near_ones = self.alike.get(surname[:1], [])[:MOST]
            found = next((self.persons[name] for name in near_ones if _spelled(name, surname)), None)
        if found is None or len(parts) == 1:
            return found
        first = _plains(found.name)[0]
        near = first == parts[0] or _spelled(first, parts[0]) or parts[0] in _plains(found.name)
        return found if near else None

    # --- resolving mentions, in order of the text ---

    def whose(self, spot: Spot, number: int) -> Who | None:
        """The actor a mention means, or None where it means nobody that can be told."""
        if spot.known is not None:
            if spot.form == "state" and (person := self._namesake(spot)) is not None:
                return person
            return self._called(Who(spot.known.name, spot.known.kind, spot.known.country, spot.known.id))
        if spot.form == "person":
            return self._person(spot)
        if spot.form == "bare":
            return self._bare(spot)
        if spot.form == "body":
            return self._body(spot)
        return self._role(spot, number)

    def _namesake(self, spot: Spot) -> Who | None:
        """The person of the report who bears a country's name, where the report does not play there: "Ms Jordan"."""
        parts = _plains(spot.own)
        if spot.known is None or spot.known.form != "country" or len(parts) != 1 or spot.country == self.story:
            return None
        return self.persons.get(parts[0])

    def _called(self, who: Who) -> Who:
        """A known person by the fullest name this report gives; the id stays."""
        return who._replace(name=self.called.get(who.name, who.name))

    def _bare(self, spot: Spot) -> Who | None:
        parts = _plains(spot.own)
        known = self._like(parts) if parts else None
        return None if known is None else self._called(known)

    def _body(self, spot: Spot) -> Who:
        parts = set(_plains(spot.own))
        for who in self.worded.get(min(parts, default=""), [])[:MOST]:
            if parts < set(_plains(who.name)) and len(parts) > 1:
                return who
        return self.bodies.get(" ".join(_plains(spot.own)), Who(spot.own, spot.kind, spot.country))

    def _role(self, spot: Spot, number: int) -> Who | None:
        assert spot.role is not None
        met = self._met(spot, number)
        if met is not None:
            return met
        if spot.role.generic:
            return None
        if spot.owner is not None and spot.owner.kind == "armed_group" and spot.kind in ("armed_group", "military"):
            return Who(spot.owner.name, spot.owner.kind, spot.owner.country, spot.owner.id)
        country = spot.country or (spot.owner.country if spot.owner is not None else None)
        if spot.role.national and country is None:
            country = self._told_country(spot, number)
        if spot.role.name is not None and (spot.role.national or country is not None):
            return self._national(spot, country)
        if spot.definite and not spot.modified and spot.country is None:
            was, at = self.last.get(f"the {_plains(spot.own)[-1]}", (None, 0))
            if was is not None and number - at <= FAR:
                return was
        known = self.roster.countries.get(country or "")
        demonym = known.demonym if known is not None else ""
        named = spot.kind == "state" and demonym and demonym.lower() not in spot.own.lower()
        return Who(f"{demonym} {spot.own}" if named else spot.own, spot.kind, country)

    def _told_country(self, spot: Spot, number: int) -> str | None:
        """The country that such an actor was told with lately or mostly, else that of the story; none where a state that
        acts in the sentence may have been meant as well.
        """
        tie = strain(spot, self.roster)
        was, at = self.last.get(f"the {tie}", (None, 0))
        if was is not None and number - at <= NEAR and not spot.modified:
            return was.country
        if spot.here is not None and spot.here == self.story:
            return self.story
        if tie in self.owners:
            return self.owners[tie]
        if tie in OTHERS:
            return self.land or self.story
        return None if spot.rivals - {self.story} or self._strikes(tie, number) else self.story

    def _strikes(self, tie: str, number: int) -> bool:
        """Whether a state that is not the story's did something just before, not only said it: its army may be meant."""
        state, at = self.last.get("state", (None, 0))
        spoke, _ = self.last.get("speaking body", (None, 0))
        foreign = state is not None and state != spoke and state.country != self.story
        return tie in ("armed forces", "air force") and foreign and number - at <= 1

    def _met(self, spot: Spot, number: int) -> Who | None:
        """Whom "the spokesman", "the monitor" or "the Observatory" means, met before or named elsewhere in the report."""
        assert spot.role is not None
        if spot.kind == "monitor" and not spot.own.endswith("s"):
            return self.monitors[0] if len(self.monitors) == 1 else self._lately("monitor", number)
        if not spot.definite:
            return None
        if spot.kind == "person":
            return self._holder(spot)
        if spot.modified:
            return None
        own = _plains(spot.own)
        if own and (spot.own[:1].isupper() or spot.role.generic):
            named = [who for who in self.worded.get(own[-1], [])[:MOST] if " " in who.name]
            if named:
                return named[0]
        return (
            self._lately("body" if spot.role.generic else spot.kind, number)
            if spot.kind in BODIES or spot.role.generic
            else None
        )

    def _holder(self, spot: Spot) -> Who | None:
        office = spot.own.lower()
        met = self.offices.get(spot.office or office) or self.offices.get(office)
        if met is not None and (spot.country is None or met.country in (None, spot.country)):
            return self._called(met)
        country = spot.country or self.story
        if self.day is None or country is None or spot.office is None:
            return None
        known = self.roster.holder(spot.office.replace("defense", "defence"), country, self.day)
        return self._called(Who(known.name, known.kind, known.country, known.id)) if known is not None else None

    def _national(self, spot: Spot, country: str | None) -> Who:
        """A government, its forces or its opponents by the country's name."""
        assert spot.role is not None
        name, kind = spot.role.name or spot.own, spot.kind
        if spot.side == "rebels" and kind == "military":
            name, kind = "rebels", "armed_group"
        if country is None:
            return Who(spot.own, kind)
        known_as = f"iso:{country}" if spot.kind == "state" else None
        return Who(f"{self.roster.countries[country].demonym} {name}", kind, country, known_as)

    # --- who was met last ---

    def heed(self, who: Who, spot: Spot, words: Sequence[Word], number: int) -> None:
        """Takes note of who is spoken of, so that a pronoun can mean them; a subject before anyone else."""
        subject = any(w.dep in ("nsubj", "nsubjpass") for w in words[spot.first : spot.last])
        before = [word.lower for word in words[max(0, spot.first - 2) : spot.first]]
        told = before == ["according", "to"] or (
            before[-1:] in (["from"], ["by"]) and before[0] in load_speech().papers
        )
        slots = self._gendered(who, words[spot.first : spot.last]) if who.kind == "person" else ["body", who.kind]
        if spot.role is not None and (
            words[spot.head].tag in ("NNS", "NNPS") or spot.kind in ("civilians", "armed_group")
        ):
            slots = ["many"]
        elif words[spot.head].tag == "NNPS":
            slots.append("many")
        if spot.role is not None and spot.role.name is not None and spot.country is not None:
            slots.append(f"the {strain(spot, self.roster)}")
        if spot.form in ("body", "known", "role") and who.kind != "person":
            slots.append(f"the {_plains(who.name)[-1]}")
        if spot.form == "role" and spot.owner is not None and who.kind == "armed_group":
            slots.append(f"the {words[spot.head].lower}")
        for slot in slots:
            was = self.last.get(slot)
            if subject or told or was is None or number - was[1] > 2 or slot.startswith("the "):
                self.last[slot] = (who, number)
        if told or _says(words, spot):
            self.last[f"speaking {slots[0]}"] = (who, number)

    def _gendered(self, who: Who, words: Sequence[Word]) -> list[str]:
        """The pronouns that can mean a person: a woman by her first name or title, a man if he is known beforehand."""
        women = self.roster.women
        if who.name.split()[0].lower() in women or any(word.lower in women for word in words):
            return ["she"]
        return ["he"] if who.id is not None else ["he", "she"]

    def meant(self, word: Word, words: Sequence[Word], number: int) -> Who | None:
        """Whom a pronoun means: a person by he or she, him or her; a body or a group by it or they where it speaks."""
        if word.dep == "dobj" and word.lower in OBJECTS:
            return self._lately(OBJECTS[word.lower], number)
        if word.dep not in ("nsubj", "nsubjpass"):
            return None
        if word.lower in ("he", "she"):
            return self._lately(word.lower, number)
        head = words[word.head]
        speaks = head.lemma in load_speech().verbs and head.tag.startswith("V")
        slot = {"it": "body", "they": "many"}.get(word.lower)
        if slot == "many" and not speaks and word.dep == "nsubj":
            who, at = self.last.get(slot, (None, 0))
            return who if who is not None and who.kind in ARMED and number - at == 1 else None
        if slot is None or not speaks:
            return None
        spoke, at = self.last.get(f"speaking {slot}", (None, 0))
        return spoke if spoke is not None and number - at <= NEAR else self._lately(slot, number)

    def _lately(self, slot: str, number: int) -> Who | None:
        who, at = self.last.get(slot, (None, 0))
        return who if who is not None and number - at <= FAR else None


def _says(words: Sequence[Word], spot: Spot) -> bool:
    """Whether the words of a mention are the subject of a verb of saying."""
    verbs = load_speech().verbs
    subject = next((w for w in words[spot.first : spot.last] if w.dep == "nsubj"), None)
    return subject is not None and words[subject.head].lemma in verbs and verbs[words[subject.head].lemma].vouches


BODIES = frozenset(("monitor", "ngo", "media", "intergovernmental"))


def _plains(name: str) -> list[str]:
    return [part for part in (plain(word) for word in name.replace("-", " ").split()) if part]


def _spelled(one: str, other: str) -> bool:
    """Whether two plain words are spellings of one name: same consonants, or one letter apart.

    >>> _spelled("erdogan", "erdrogan"), _spelled("lavrov", "larkin")
    (True, False)
    """
    if len(one) < 4 or len(other) < 4 or one[0] != other[0]:
        return one == other
    near = Levenshtein.distance(one, other, score_cutoff=1) <= 1 and min(len(one), len(other)) > 5
    return near or (skeleton(one) == skeleton(other) and len(skeleton(one)) > 2)
