"""The cast of one report: which name, office, description or pronoun means whom."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Levenshtein

from dateline.find.actors.names import Spot
from dateline.find.actors.owners import FORCES, strain
from dateline.find.actors.recent import FAR, Recent, Who, plains
from dateline.words.actors import Known, Roster, plain, skeleton
from dateline.words.kinds import ARMED, STATELY
from dateline.words.men import load_men
from dateline.words.mood import load_acts
from dateline.words.places import at_peace

__all__ = ["Cast"]

NEAR = 2
""""The army" means the army of the country told this few sentences ago, else that of the story."""
MOST = 40
"""No more namesakes than this are compared: a report of a million names must not cost their square."""
PROPERLY = 100
"""How many times more an adjective weighs than a country's mere name, as headlines put it before an army."""
ARTICLES = frozenset("al el as ash ad an ar at ul".split())
FAMILY_FIRST = 2
"""Words of a name whose second is joined of two, the family's before it: "Ban Ki-moon"."""
OTHERS = frozenset("regime rebel opposition insurgent".split())
"""What no state calls its own."""
RULING = "regime"
"""Whom rebels rise against: where a report tells whose regime it is, it need not play in that land."""


class Cast:
    """What has been learned of a report's actors: full names first, then who was met last."""

    def __init__(
        self,
        roster: Roster,
        day: dt.date | None,
        plays: tuple[str | None, str | None],
        owners: Mapping[str, str],
        banners: Mapping[str, Known],
    ) -> None:
        self.roster, self.day, self.owners, self.banners = roster, day, owners, banners
        self.story, self.land = plays
        self.persons: dict[str, Who] = {}
        self.alike: dict[str, list[str]] = {}
        self.called: dict[str, str] = {}
        self.bodies: dict[str, Who] = {}
        self.worded: dict[str, list[Who]] = {}
        self.monitors: list[Who] = []
        self.offices: dict[str, Who] = {}
        self.holders: dict[str, list[Who]] = {}
        self.adjectives: dict[str, Counter[str]] = {}
        self.rising: Counter[str] = Counter()
        self.recent = Recent(roster)
        self.apart: set[tuple[str, str]] = set()  # armed groups, each with a word for others who are told to face them

    # --- learning the names, before anyone is resolved ---

    def learn(self, spot: Spot) -> None:
        """Takes note of a full name, so that earlier and later short ones can mean it."""
        if spot.known is not None and spot.form == "known":
            who = Who(spot.known.name, spot.known.kind, spot.known.country, spot.known.id)
            if who.kind == "person":
                self._surname(spot.known.name, who)
                self._surname(spot.own, who)
                if len(plains(spot.own)) > max(1, len(plains(self.called.get(who.name, "")))):
                    self.called[who.name] = spot.own
            else:
                self._body_named(who)
            self._office(spot, who)
        elif spot.form == "person":
            self._office(spot, self._person(spot))
        elif spot.form == "body":
            self._body_named(Who(spot.own, spot.kind, spot.country))
        elif spot.role is not None and spot.role.name is not None:
            self.rising.update(RISEN & set(plains(spot.own)) if spot.role.name == REBELLING else ())
            if spot.country is not None:
                self._told_by(spot, spot.country)

    def _told_by(self, spot: Spot, country: str) -> None:
        """Takes note of the word that tells whose arms or government it is: "the Burmese army", "the Myanmar army"."""
        texts = spot.own.split()
        told = self.roster.match(texts, [plain(text) for text in texts], 0, self.day)
        if told is not None and told[1].country == country and told[1].form in ("country", "demonym"):
            form = " ".join(texts[: told[0]]).replace(".", "")
            self.adjectives.setdefault(country, Counter())[form] += PROPERLY if told[1].form == "demonym" else 1

    def _adjective(self, country: str) -> str:
        """The word for what is a country's: what the report says most, but its mere name only where it says that again."""
        told = self.adjectives.get(country)
        best, times = told.most_common(1)[0] if told else ("", 0)
        return best if times > 1 else self.roster.countries[country].demonym

    def _body_named(self, who: Who) -> None:
        parts = plains(who.name)
        if self.bodies.setdefault(" ".join(parts), who) is who:
            if who.kind == "monitor":
                self.monitors.append(who)
            for part in parts:
                self.worded.setdefault(part, []).append(who)

    def _person(self, spot: Spot) -> Who:
        parts = plains(spot.own)
        if not parts:
            return Who(spot.own, "person", spot.country)
        known = self._like(parts)
        if known is not None:
            return self._called(known)
        who = Who(spot.own, "person", spot.country)
        if len([part for part in parts if part not in ARTICLES]) > 1:
            self._surname(spot.own, who)
        return who

    def _surname(self, name: str, who: Who) -> None:
        parts = [part for part in plains(name) if part not in ARTICLES]
        given = name.split()
        if len(given) == FAMILY_FIRST and "-" in given[1] and given[1].partition("-")[2].islower():
            parts = parts[:1]
        if parts and self.persons.setdefault(parts[-1], who) is who:
            self.alike.setdefault(parts[-1][:1], []).append(parts[-1])

    def _office(self, spot: Spot, who: Who) -> None:
        if spot.office:
            last = spot.office.split()[-1]
            country = spot.country or who.country
            for office in (spot.office, last, f"{country} {spot.office}", f"{country} {last}"):
                self.offices.setdefault(office, who)
            if who not in (holders := self.holders.setdefault(spot.office, []))[:MOST]:
                holders.append(who)

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
        first = plains(found.name)[0]
        near = first == parts[0] or _spelled(first, parts[0]) or parts[0] in plains(found.name)
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
        parts = plains(spot.own)
        if spot.known is None or spot.known.form != "country" or len(parts) != 1 or spot.country == self.story:
            return None
        return self.persons.get(parts[0])

    def _called(self, who: Who) -> Who:
        """A known person by the fullest name this report gives; the id stays."""
        return who._replace(name=self.called.get(who.name, who.name))

    def _bare(self, spot: Spot) -> Who | None:
        parts = plains(spot.own)
        known = self._like(parts) if parts else None
        return None if known is None else self._called(known)

    def _body(self, spot: Spot) -> Who:
        parts = set(plains(spot.own))
        for who in self.worded.get(min(parts, default=""), [])[:MOST]:
            apart = None not in (who.country, spot.country) and who.country != spot.country
            if (
                parts < set(plains(who.name)) and len(parts) > 1 and {who.kind, spot.kind} != ARMED and not apart
            ):  # a state's army is no armed group
                return who
        return self.bodies.get(" ".join(plains(spot.own)), Who(spot.own, spot.kind, spot.country))

    def _role(self, spot: Spot, number: int) -> Who | None:
        assert spot.role is not None
        met = _of_owner(spot) or self._met(spot, number)
        if met is not None:
            return met
        if spot.role.generic and spot.kind == "other":
            return None
        country = spot.country or (spot.owner.country if spot.owner is not None else None)
        banner = self._banner(spot, number) if country is None or country == self.story else None
        if banner is not None:
            return banner
        if spot.role.national and country is None:
            if spot.own.lower().endswith(MANY) and (spot.modified or not spot.definite):
                return Who(spot.own, spot.kind)
            country = self._told_country(spot, number)
        if country is None and spot.role.name == FLYING and spot.own.lower().startswith(OFFICIAL):
            return Who(spot.own, spot.kind, self._told_country(spot, number))
        if spot.role.name == REBELLING and (band := self._band(spot, number)) is not None:
            return band
        if spot.role.name is not None and (spot.role.national or country is not None):
            return self._national(spot, country)
        if spot.definite and not spot.modified and spot.country is None:
            was, at = self.recent.last(f"the {plains(spot.own)[-1]}")
            if was is not None and number - at <= FAR:
                return was
        band = self._band(spot, number)
        if band is not None:
            return band
        demonym = self._adjective(country) if country is not None and country in self.roster.countries else ""
        named = spot.kind == "state" and demonym and not self._owned(spot, country)
        serves = spot.kind == "person" and country is None and spot.side == "government"
        kind = "armed_group" if _left(spot) else spot.kind
        return Who(f"{demonym} {spot.own}" if named else spot.own, kind, self.story if serves else country)

    def _banner(self, spot: Spot, number: int) -> Who | None:
        """The armed group that "the militants" are of: that whose men were so called lately, else the only one whose men the
        report calls so; rebels need no article for it.
        """
        name = spot.role.name if spot.role is not None else None
        word = plains(spot.own)[-1]
        called = self.banners.get(f"{word.removesuffix('s')}s") if spot.kind == "armed_group" else None
        if called is not None and load_men().apart.isdisjoint(spot.own.lower().split()):
            return Who(called.name, called.kind, called.country, called.id)
        if spot.modified or spot.kind != "armed_group" or not (spot.definite or name):
            return None
        was, at = self.recent.last(f"the {word}")
        named = was is not None and was.kind == "armed_group" and not was.name.endswith(name or " ")
        if named and number - at <= FAR:
            return was
        single = word.removesuffix("s")
        group = self.banners.get(single) or (self.banners.get(f"the {single}") if spot.definite else None)
        return Who(group.name, group.kind, group.country, group.id) if group is not None else None

    def _band(self, spot: Spot, number: int) -> Who | None:
        """The only armed group that the report names, for "the militants" of whom it has told nothing before, right behind."""
        if spot.modified or spot.country is not None or not spot.definite or spot.own.lower() not in load_men().ranks:
            return None
        met, at = self.recent.last("armed_group")
        names = {who.id or who.name for who in self.bodies.values() if who.kind == "armed_group"}
        sole = met is not None and met.name[:1].isupper() and names == {met.id or met.name}
        fights = met is not None and met.name.split()[-1].lower() not in load_men().talking
        return met if sole and fights and number - at <= NEAR else None

    def _owned(self, spot: Spot, country: str | None) -> bool:
        """Whether the words of a description tell its country themselves: "the U.S. embassy", "the Chadian ministry"."""
        texts = spot.own.split()
        told = (self.roster.match(texts, [plain(text) for text in texts], at, self.day) for at in range(len(texts)))
        return any(match is not None and match[1].country == country for match in told)

    def _told_country(self, spot: Spot, number: int) -> str | None:
        """The country told with such an actor lately or mostly, else the story's; none where an acting state may be meant."""
        tie = strain(spot, self.roster)
        was, at = self.recent.last(f"the {tie}")
        if was is not None and number - at <= NEAR and not spot.modified:
            return was.country
        if spot.here is not None and spot.here == self.story:
            return self.story
        if tie in self.owners:
            return self.owners[tie]
        side = tie.removesuffix(FORCES)
        if tie in OTHERS or side != tie:
            return self.owners.get(RULING) or self.land or self.story or self.owners.get(side)
        return None if spot.rivals - {self.story} or self._strikes(tie, number) else self.story

    def _strikes(self, tie: str, number: int) -> bool:
        """Whether a state that is not the story's did something just before, not only said it: its army may be meant."""
        state, at = self.recent.last("state")
        spoke, _ = self.recent.last("speaking body")
        foreign = state is not None and state != spoke and state.country != self.story
        return tie in ("armed forces", "air force") and foreign and number - at <= 1

    def _met(self, spot: Spot, number: int) -> Who | None:
        """Whom "the spokesman", "the monitor" or "the Observatory" means, met before or named elsewhere in the report."""
        assert spot.role is not None
        if spot.kind == "monitor" and not spot.own.endswith("s"):
            return self.monitors[0] if len(self.monitors) == 1 else self.recent.lately("monitor", number)
        if spot.kind == "person" and (spot.definite or _sole(spot)):
            return self._holder(spot, number)
        if spot.kind != "person" and ALLIES in spot.own.lower().split() and spot.country is None:
            allied = {who.name: who for who in self.worded.get(ALLIES, [])[:MOST]}
            return next(iter(allied.values())) if len(allied) == 1 else None
        if not spot.definite:
            return None
        if spot.own.lower() == AGENCY:
            return self.recent.agency(number)
        if spot.role.generic and spot.own.endswith("s"):
            return None  # "the terrorist groups", "the parties"
        if spot.role.generic and spot.kind == "armed_group":
            group = self.recent.lately(spot.kind, number)
            return group if group is not None and spot.country in (None, group.country) else None
        if spot.modified:
            tied = spot.role.generic and spot.country is None and any(word in spot.own.lower() for word in TIED)
            return self.recent.lately("armed_group", number) if tied else None
        own = plains(spot.own)
        if spot.role.generic and (near := self._body_near(own, number)) is not None:
            return near
        if own and (spot.own[:1].isupper() or spot.role.generic):
            last, _ = self.recent.last(f"the {own[-1]}")
            named = [
                who
                for who in self.worded.get(own[-1], [])[:MOST]
                if " " in who.name and ({who.kind, spot.kind} != ARMED or who == last)
            ]
            if named:
                return named[0]
        if spot.role.generic:
            body = self.recent.lately("body", number) if own[-1:] and own[-1] not in BANDS else None
            return body if body is not None and body.kind not in STATELY else self.recent.group(number)
        return self.recent.lately(spot.kind, number) if spot.kind in BODIES else None

    def _body_near(self, own: Sequence[str], number: int) -> Who | None:
        """The body just told of that "the organisation" means, or the union of states that "the alliance" does."""
        if own[-1:] == [ALLIED]:
            union = self.recent.lately("intergovernmental", number)
            return union if union is not None and union.name in load_acts().alliances else None
        if own and own[-1] in UNIONS:
            body = self.recent.lately("intergovernmental", number)
            return body if body is not None and (own[-1] == BLOC or own[-1] in plains(body.name)) else None
        return self.recent.just_told(number) if own and own[-1] in BANDS else None

    def _holder(self, spot: Spot, number: int) -> Who | None:
        """Who holds an office: of several, whoever was told of last; nobody where another held it, or one of another kind."""
        own, office = spot.own.lower(), spot.office or spot.own.lower()
        past = not PAST.isdisjoint(own.split())
        met = self.offices.get(own)
        if not past and (office not in SEVERAL or own in SEVERAL):
            theirs = self.offices.get(f"{spot.country} {office}") if spot.country is not None else None
            met = theirs or self._last_met(office, number) or self.offices.get(office) or met
        if met is not None and (spot.country is None or met.country in (None, spot.country)):
            return self._called(met)
        country = spot.country or self.story
        if past or self.day is None or spot.office is None:
            return None
        named = {w.id: w.id in self.recent.seen for w in self.persons.values() if w.id and spot.country is None}
        known = self.roster.holder(spot.office.replace("defense", "defence"), country, self.day, named)
        return self._called(Who(known.name, known.kind, known.country, known.id)) if known is not None else None

    def _last_met(self, office: str, number: int) -> Who | None:
        """Whoever was told of last among several who hold an office of that name."""
        told = [(self.recent.seen.get(who.id or who.name, (0, 0)), who) for who in self.holders.get(office, [])[:MOST]]
        near = [(at, who) for at, who in told if at[1] and number - at[0] <= NEAR]
        return max(near, key=lambda one: one[0])[1] if near else None

    def _national(self, spot: Spot, country: str | None) -> Who:
        """A government, its forces or its opponents by the country's name."""
        assert spot.role is not None
        name, kind = spot.role.name or spot.own, spot.kind
        if spot.side == "rebels" and kind == "military":
            name, kind = "rebels", "armed_group"
        if name == REBELLING and 2 * sum(self.rising[word] for word in INSURGENTS) > self.rising.total():
            name = "insurgents"
        if kind == "armed_group" and self._named_rebels(spot):
            return Who(" ".join(spot.own.split()[-2:]), kind, country)
        elsewhere = kind == "armed_group" and at_peace(country) and not self._owned(spot, country)
        if country is None or elsewhere or country not in self.roster.countries:  # a territory has no army of its own
            return Who(f"{spot.own}s" if spot.own == "rebel" else spot.own, kind)
        known_as = f"iso:{country}" if spot.kind == "state" else None
        return Who(f"{self._adjective(country)} {name}", kind, country, known_as)

    def _named_rebels(self, spot: Spot) -> bool:
        """Whether a name that is no land's tells which rebels they are: "BFF rebels", "Tuareg rebels"."""
        before = " ".join(spot.own.split()[-2:-1])
        named = before[:1].isupper() and spot.own.split()[-1].islower() and before.lower() not in self.roster.sides
        return named and self.roster.match([before], [plain(before)], 0, self.day) is None


REBELLING = "rebels"
INSURGENTS = frozenset(("insurgent", "insurgents"))
RISEN = INSURGENTS | {"rebel", "rebels", "opposition"}
"""What those who rise are called: insurgents only where the report has no other word for them."""
FLYING = "air force"
OFFICIAL = ("junta ", "regime ", "government ", "army ", "military ")
"""What opens the words for aircraft of a state that the report tells: "regime jets"."""

MANY = ("governments", "regimes", "armies", "administrations", "militaries")
"""Those of several countries, which are nobody's in particular."""
SOLE = frozenset(("president", "premier", "king", "emir", "sultan", "chancellor", "monarch", "ruler", "dictator"))
SOLELY = ("prime minister", "foreign minister", "defence minister", "defense minister", "interior minister")
"""Offices that one person at a time holds in a country: "Chad's president" is the president that the report names."""


def _of_owner(spot: Spot) -> Who | None:
    """The armed group or force whose members or very name a description tells: "Dune Army fighters", "the Dune Army group"."""
    owner = spot.owner
    if owner is None or (
        spot.kind not in ("armed_group", "military") and spot.own.split()[-1] not in load_men().movements
    ):
        return None
    if _left(spot):
        return None
    own = owner.kind == "armed_group" or (owner.kind == "military" and spot.role is not None and not spot.role.generic)
    return Who(owner.name, owner.kind, owner.country, owner.id) if own else None


def _left(spot: Spot) -> bool:
    """Whether men have left the armed group whose name stands before them: "Dune Army dissidents"."""
    armed = spot.owner is not None and spot.owner.kind in ARMED
    return armed and not load_men().apart.isdisjoint(spot.own.lower().split())


AGENCY = "agency"
TIED = ("pro-", "-backed", "-linked", "-aligned", "-allied", "-affiliated", "-inspired")
"""What the words before "group" hold where a group in arms is meant that was named before: "the Iran-backed group"."""
BLOC = "bloc"
UNIONS = ("union", "league", BLOC)
"""What several states are that are one body: one by that name, but any is a bloc."""
ALLIED = "alliance"
ALLIES = "coalition"
"""What a report calls the only such alliance that it names."""
BANDS = frozenset({"group", "groups", "organisation", "organization", "organisations", "organizations"})
"""What no state and no army is called."""


def _sole(spot: Spot) -> bool:
    """Whether a country's only holder of an office is meant: "Chad's president", but not "a former Chadian president"."""
    words = spot.own.lower().split()
    own = spot.country is not None and PAST.isdisjoint(words)
    return own and (words[-1] in SOLE or spot.own.lower().endswith(SOLELY))


SEVERAL = ("minister", "secretary")
"""Offices of which a government has several kinds."""
PAST = frozenset(
    ("former", "ex", "late", "ousted", "deposed", "vice", "deputy", "next", "future", "a", "an", "another")
)
BODIES = frozenset(("monitor", "ngo", "media", "intergovernmental"))


def _spelled(one: str, other: str) -> bool:
    """Whether two plain words are spellings of one name: same consonants, or one letter apart.

    >>> _spelled("erdogan", "erdrogan"), _spelled("lavrov", "larkin")
    (True, False)
    """
    if len(one) < 4 or len(other) < 4 or one[0] != other[0]:
        return one == other
    near = Levenshtein.distance(one, other, score_cutoff=1) <= 1 and min(len(one), len(other)) > 5
    return near or (skeleton(one) == skeleton(other) and len(skeleton(one)) > 2)
