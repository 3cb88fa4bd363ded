"""One sentence with its actors, and whose soldiers, government or aircraft a description in it means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dateline.find.actors.cast import Cast
from dateline.find.actors.names import Spot
from dateline.find.actors.owners import Land, governs, leading, owned_by_sentence
from dateline.find.actors.recent import Who
from dateline.find.notes import Word
from dateline.words.actors import Known
from dateline.words.mood import load_acts
from dateline.words.speech import load_speech

__all__ = ["Scene", "owned"]


class Scene(NamedTuple):
    """One sentence with its spots, counted from 0, and the cast that plays in it."""

    number: int
    words: Sequence[Word]
    found: Sequence[Spot]
    cast: Cast
    lands: Sequence[Land]

    def whose(self, spot: Spot) -> Who | None:
        return self.cast.recent.speaking_on(spot, self.words, self.number) or self.cast.whose(spot, self.number)

    def gap(self, first: Spot, second: Spot) -> list[str]:
        """The words between two spots, in small letters."""
        return [word.lower for word in self.words[first.last : second.first]]


def owned(scene: Scene, n: int) -> Spot:
    """A description with the country of whoever it is said to belong to ("Assad's forces")."""
    spot = scene.found[n]
    before = scene.found[n - 1] if n else None
    if spot.role is None or spot.country is not None:
        return spot
    if before is not None and scene.gap(before, spot) == ["'s"]:
        return _of_whom(spot, scene.whose(before))
    if before is not None and before.form == "state" and scene.gap(before, spot) == ["]"]:
        return spot._replace(country=before.country, modified=True)
    shared = _shared(scene, n)
    if shared is not None:
        return spot._replace(country=shared, modified=True, definite=False)
    serving = _commanded(scene, n)
    if serving is not None:
        return serving
    if spot.role.titles and (land := _held_in(scene, spot)) is not None:
        return spot._replace(country=land, modified=True)
    if spot.owner is not None or not (spot.role.national or _possessed(scene, spot)):
        return spot
    country = owned_by_sentence(scene.words, spot, _lands_against(scene, spot)) or _his(scene, spot)
    if country is not None:
        return spot._replace(country=country, modified=True, definite=False)
    return spot._replace(
        rivals=frozenset(land.country for land in scene.lands if land.acts and land.last <= spot.first)
    )


def _of_whom(spot: Spot, whose: Who | None) -> Spot:
    """Those who are told to be somebody's: of his land, or by his name where he is known to have none: "Kabir's troops"."""
    if whose is None:
        return spot
    strangers = whose.kind == "person" and whose.country is None and spot.kind in ("military", "armed_group")
    return _under(spot, f"{whose.name}'s {spot.own}") if strangers else spot.of_land(whose.country)


def _commanded(scene: Scene, n: int) -> Spot | None:
    """Those in arms with whom they fight for: "units loyal to the emir", "gunmen from the Dune Army", "the DA [Dune Army]
    guerrillas"."""
    spot = scene.found[n]
    if spot.kind not in ("military", "armed_group") or spot.owner is not None:
        return None
    theirs = _theirs(scene, n)
    if theirs is not None:
        return theirs
    leader = _leader(scene, n)
    if (
        leader is not None
        and leader.name.split()[-1].istitle()
        and (leader.country is None or spot.kind == "armed_group")
    ):
        return _under(spot, f"{leader.name}'s {spot.own}")
    before, after = scene.found[n - 1] if n else None, scene.found[n + 1] if n + 1 < len(scene.found) else None
    if before is not None and scene.gap(before, spot) in ([")"], ["]"]):
        whose = scene.whose(before)
        if whose is not None and whose.kind == "armed_group":
            return _fighting(spot, whose)
    if after is not None:
        gap = [word for word in scene.gap(spot, after) if word not in UNSAID]
        tied = after.last < len(scene.words) and scene.words[after.last].lower in TIES
        whose = scene.whose(after) if gap in LOYAL or (gap in FROM and not tied) else None
        if whose is not None and whose.kind == "armed_group":
            return _fighting(spot, whose)
        if gap in ALLIED and spot.kind == "armed_group":
            return None  # a militia allied to a government is its own
        if whose is not None and gap in LOYAL and (whose.country is not None or (whose.kind == "person" and whose.id)):
            return _loyal(spot, whose)
    return None


def _theirs(scene: Scene, n: int) -> Spot | None:
    """Those in arms of the group or union that "its" or "their" means: "the Dune Army said its fighters left", "the African
    Union lost three of its soldiers"; the body that the sentence before was about where none acts in this one."""
    spot = scene.found[n]
    before = scene.words[max(0, spot.first - 2) : spot.first]
    quoted = len(before) == 2 and before[1].tag in ("``", "''")
    if (before[0] if quoted else scene.words[spot.first]).lower not in ("its", "their"):
        return None
    acting = [one for one in scene.found[:n] if leading(scene.words, one)]
    acting = [one for one in acting if governs(scene.words, one, spot)] or acting
    whose = scene.whose(acting[-1]) if acting else scene.cast.recent.about(scene.number)
    if whose is not None and quoted and whose.kind in ("state", "military") and whose.country is not None:
        return spot.of_land(whose.country)
    if whose is None or whose.name.islower() or not _commands(whose):
        return None
    if whose.kind != "intergovernmental" or spot.role is None:
        return _fighting(spot, whose)
    own = f"{whose.name} {scene.words[spot.head].lower}"
    return spot._replace(own=own, role=spot.role._replace(name=None, national=False), definite=False, modified=True)


def _leader(scene: Scene, n: int) -> Who | None:
    """The person whose fighters "his fighters" are, where its sentence names nobody before; in a quotation they may be
    anybody's."""
    spot = scene.found[n]
    if scene.words[spot.first].lower not in ("his", "her") or n > 0 or _quoted(scene, spot):
        return None
    return scene.cast.recent.lately("he" if scene.words[spot.first].lower == "his" else "she", scene.number)


def _commands(whose: Who) -> bool:
    """Whether somebody has men in arms who are told by his name, and not by a country's."""
    named = whose.country is None or whose.id is not None
    return whose.kind in ("armed_group", "intergovernmental") or (whose.kind == "military" and named)


def _fighting(spot: Spot, whose: Who) -> Spot:
    """Those in arms as members of an armed group."""
    return spot._replace(owner=Known(whose.name, whose.kind, whose.id, whose.country), definite=False)


def _loyal(spot: Spot, whose: Who) -> Spot:
    """The arms of a state that they are loyal to; those of a person are told by that person: a general may have rebelled."""
    told = spot.of_land(whose.country)
    if whose.kind != "person" or spot.role is None:
        return told
    return _under(told, f"{spot.own} loyal to {whose.name}")


def _under(spot: Spot, name: str) -> Spot:
    """Those in arms by a name that tells who leads them, and no land's."""
    role = spot.role._replace(name=None, national=False) if spot.role is not None else None
    return spot._replace(own=name, role=role, modified=True, definite=False)


UNSAID = frozenset(("the", "ousted", "former", "'s"))
ALLIED = (["allied", "to"], ["allied", "with"], ["aligned", "with"])
LOYAL = (["loyal", "to"], ["faithful", "to"], ["belonging", "to"], *ALLIED)
FROM = (["from"], ["of"], ["with"])
TIES = frozenset("links ties connections sympathies backing support allegiance".split())
"""What somebody may have with a group without being of it."""
"""Words between those in arms and whom they fight for."""


def _his(scene: Scene, spot: Spot) -> str | None:
    """The country of the person whose soldiers "his soldiers" are; in a quotation they may be anybody's."""
    return None if _quoted(scene, spot) else scene.cast.recent.his(scene.words[spot.first].lower, scene.number)


def _quoted(scene: Scene, spot: Spot) -> bool:
    """Whether a spot stands in a quotation."""
    return sum(word.tag in ("``", "''") for word in scene.words[: spot.first]) % 2 == 1


OFFICES = ("minister", "secretary of state", "foreign secretary", "ambassador", "president")
"""Ends of the words for who holds an office in a state, and in no other body that "its" may mean."""


def _possessed(scene: Scene, spot: Spot) -> bool:
    """Whether a pronoun tells whose soldiers, aircraft, ministry or minister they are."""
    owner = scene.words[spot.first].lower
    if spot.kind == "person":
        return owner == "its" and spot.own.lower().endswith(OFFICES)
    return spot.kind in ("military", "state") and owner in ("his", "her", "its", "their")


def _shared(scene: Scene, n: int) -> str | None:
    """The country of an adjective before the first of two arms that "and" joins: "Turkish artillery and jets"."""
    spot, before = scene.found[n], scene.found[n - 1] if n else None
    if before is None or before.form != "state" or spot.role is None or spot.role.name not in ARMS:
        return None
    gap = scene.words[before.last : spot.first]
    joined = 1 < len(gap) < JOINED and gap[-1].lower in ("and", "or") and all(w.tag in LISTED for w in gap)
    return before.country if joined and scene.words[before.last - 1].tag == "JJ" else None


ARMS = frozenset(("armed forces", "air force", "navy", "police"))
LISTED = frozenset("NN NNS JJ CC HYPH CD".split())
JOINED = 6
"""No more words than this stand between a shared adjective and the last of the arms it tells of."""


def _held_in(scene: Scene, spot: Spot) -> str | None:
    """The country that an office is told to be of: "the minister of defence of Chad", "the king of Jordan"."""
    after = next((land for land in scene.lands if land.first >= spot.last and land.broad), None)
    if after is None or load_acts().offices.isdisjoint(spot.own.lower().split()):
        return None
    gap = [w.lower for w in scene.words[spot.last : after.first] if w.lower != "the"]
    named = any(w.text[0].isupper() for w in scene.words[after.last : after.last + 1])  # "of the Upper Nile Front"
    return after.country if gap == ["of"] and not named else None


def _lands_against(scene: Scene, spot: Spot) -> Sequence[Land]:
    """The lands of a sentence; a state elsewhere that only speaks of rebels does not rule them."""
    assert spot.role is not None
    if spot.role.name not in ("rebels", "opposition") or scene.cast.land is None:
        return scene.lands
    return [
        land
        for land in scene.lands
        if not land.rules or land.country == scene.cast.land or not _speaks_near(scene.words, land)
    ]


def _speaks_near(words: Sequence[Word], land: Land) -> bool:
    """Whether the actor that a land belongs to is the subject of a verb of saying."""
    verbs = load_speech().verbs
    near = words[land.first : land.last + SERVED]
    return any(word.dep == "nsubj" and words[word.head].lemma in verbs for word in near)


SERVED = 3
"""Words behind a state's name that tell who serves it: "Chadian foreign ministry officials"."""
