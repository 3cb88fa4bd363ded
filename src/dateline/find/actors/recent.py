"""Who was met last in a report: whom "he", "they", "the group" or "his troops" can mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from dateline.find.actors.names import Spot
from dateline.find.actors.owners import strain
from dateline.find.notes import Word
from dateline.find.sentences.dependents import dependent, dependents, has_dependent
from dateline.find.sentences.tags import SUBJECTS
from dateline.phenomena import words_of
from dateline.words.actors import Roster, plain
from dateline.words.kinds import ARMED, STATELY
from dateline.words.speech import load_speech

__all__ = ["FAMILY", "FAR", "NEAR", "Recent", "Who", "plains"]

NEAR: Final = 2
"""A pronoun of those who speak means whoever spoke this few sentences ago."""
FAR: Final = 8
"""A pronoun or "the group" means no one last met more sentences ago than this."""
GROUPS: Final = ("armed_group", "ngo", "monitor", "other")
"""Kinds of bodies that "the group" can mean, the likelier first."""
UNARMED: Final = ("ngo", "monitor", "other")
DOING: Final = frozenset(("armed_group", "state", "military", "intergovernmental"))
IDLE: Final = frozenset("be seem appear remain come follow happen mean take cost emerge".split())
"""Verbs whose "it" is nobody."""
OPENING: Final = 3
"""Words before the "it" that opens a sentence."""
OBJECTS: Final = {"him": "he", "her": "she"}
"""The pronouns of persons as objects."""
SPEAKING_FOR: Final = frozenset(
    "lawyer attorney solicitor wife husband mother father brother sister son daughter uncle aunt cousin relative widow".split()
)
"""Nouns for somebody who speaks of the one they belong to."""


FAMILY: Final = SPEAKING_FOR | {"family", "relative", "parent", "friend", "colleague"}
"""Those, besides, who speak of the one whose family or friends they are."""


OF_LIKE: Final = {
    "he": frozenset("husband father brother son uncle nephew".split()),
    "she": frozenset("wife widow mother sister daughter aunt niece".split()),
}
"""Those of them whom the pronoun may mean themselves."""


class Who(NamedTuple):
    """One actor of the report."""

    name: str
    kind: str
    country: str | None = None
    id: str | None = None


class Recent:
    """Who was met last under each word that can mean them again."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self.slots: dict[str, tuple[Who, int]] = {}
        self.seen: dict[str, tuple[int, int]] = {}
        """Person → the sentence he or she was last told of in, and where in it."""
        self.named: dict[str, tuple[Who | None, int, int]] = {}
        """"he" or "she" → the person last told whom it can mean, the sentence, and the last word of the name."""
        self.main: dict[str, int] = {}
        """Slot → the last sentence whose main subject filled it."""

    def heed(self, who: Who, spot: Spot, words: Sequence[Word], number: int) -> None:
        """Takes note of who is spoken of, so that a pronoun can mean them; a subject before anyone else."""
        subject = any(w.dep in SUBJECTS for w in _acting(words, spot))
        subject = subject or _behind_quotation(words, spot)
        before = [word.lower for word in words[max(0, spot.first - 2) : spot.first]]
        told = before == ["according", "to"] or (
            before[-1:] in (["from"], ["by"]) and before[0] in load_speech().papers
        )
        slots = self._gendered(who, words[spot.first : spot.last]) if who.kind == "person" else ["body", who.kind]
        if spot.role is not None and who.kind != "person" and _one(words[spot.head]):
            slots = self._gendered(who, words[spot.first : spot.last]) if subject or told else []
        elif spot.role is not None and (
            words[spot.head].tag in ("NNS", "NNPS") or spot.kind in ("civilians", "armed_group")
        ):
            slots = ["many"]
        elif words[spot.head].tag == "NNPS":
            slots.append("many")
        self._heed_served(who, spot, number)
        self._heed_named(who, slots, spot, number)
        if spot.served is not None:
            slots.append(f"the {strain(spot, self.roster)}")
        if spot.form in ("body", "known", "role") and who.kind != "person":
            slots.append(f"the {plains(who.name)[-1]}")
        if spot.form == "role" and spot.owner is not None and who.kind == "armed_group":
            slots.append(f"the {words[spot.head].lower}")
        main = any(w.dep in SUBJECTS and words[w.head].dep == "ROOT" for w in words[spot.first : spot.last])
        if subject and main and not _adds_who_says(words, spot):
            self.slots["subject"] = (who, number)
        for slot in slots:
            was = self.slots.get(slot)
            if self.main.get(slot) == number and not (main or told) and len(slots) > 1 and "he" in slots:
                continue  # "Ruiz says Ana Haro left. He …" goes on with Ruiz
            if main:
                self.main[slot] = number
            if subject or told or was is None or number - was[1] > 2 or slot.startswith("the "):
                self.slots[slot] = (who, number)
        if told or _says(words, spot):
            self.slots[f"speaking {slots[0]}"] = (who, number)

    def _heed_named(self, who: Who, slots: Sequence[str], spot: Spot, number: int) -> None:
        """Takes note of where a person is told of."""
        if who.kind == "person":
            self.seen[who.id or who.name] = (number, spot.last)
            self.named |= dict.fromkeys(slots, (who, number, spot.last - 1))

    def _heed_served(self, who: Who, spot: Spot, number: int) -> None:
        """Takes note of the group that somebody is of: "the group" that a "Dune Army spokesman" tells of is the Dune Army."""
        group = spot.owner if spot.role is not None and who.kind == "person" else None
        if group is not None and group.kind in GROUPS:
            self.slots[group.kind] = (Who(group.name, group.kind, group.country, group.id), number)

    def _gendered(self, who: Who, words: Sequence[Word]) -> list[str]:
        """The pronouns that can mean a person: a woman by her first name or title, a man if he is known beforehand."""
        women = self.roster.women
        if who.name.split()[0].lower() in women or any(word.lower in women for word in words):
            return ["she"]
        return ["he"] if who.id is not None else ["he", "she"]

    def meant(self, word: Word, words: Sequence[Word], number: int) -> Who | None:
        """Whom a pronoun means: a person by he or she, him or her; a body or a group by it or they where it speaks."""
        if word.dep == "dobj" and word.lower in OBJECTS:
            return self.lately(OBJECTS[word.lower], number)
        if word.dep not in SUBJECTS:
            return None
        if word.lower in ("he", "she"):
            if (kin := self._of_kin(word, words, number)) is not None:
                return kin
            another = _spoken_for(word, words) or self._another(word, words, number)
            who = None if another else self.lately(word.lower, number)
            return None if who is not None and _does_it_to(who, word, words) else who
        head = words[word.head]
        speaks = head.lemma in load_speech().verbs and head.tag.startswith("V") and not _takes_lives(head, words)
        slot = {"it": "body", "they": "many"}.get(word.lower)
        if slot == "many" and not speaks and word.dep == "nsubj":
            who, at = self.last(slot)
            acts = who is not None and who.kind in ARMED and not any(map(_suffering, words[: word.i]))
            return who if acts and number - at == 1 else None
        if slot == "body" and not speaks:
            return self._going_on(word, words, number)
        if slot is None or not speaks or self._unnamed(slot, word, words, number):
            return None
        spoke, at = self.last(f"speaking {slot}")
        return spoke if spoke is not None and number - at <= NEAR else self.lately(slot, number)

    def _going_on(self, it: Word, words: Sequence[Word], number: int) -> Who | None:
        """The group or state that the sentence before was about, where "it" opens this one and does something: "It has burnt
        two farms", but not "It was the third raid"."""
        verb = words[it.head]
        who = self.about(number)
        if who is None or who.kind not in DOING or verb.dep != "ROOT" or it.i > OPENING:
            return None
        if verb.lemma in IDLE or not verb.tag.startswith("V"):
            return None
        self.slots["subject"] = (who, number)
        return who

    def _of_kin(self, word: Word, words: Sequence[Word], number: int) -> Who | None:
        """Whom those of a family mean who are told by that person's name: "the family of Omar Kor said he was shot"."""
        verb = words[word.head]
        above = words[verb.head]
        while verb.dep == "ccomp" and above.dep == "ccomp":
            verb, above = above, words[above.head]
        speaker = dependent(words, above, "nsubj")
        if verb.dep != "ccomp" or speaker is None or speaker.lemma not in FAMILY - OF_LIKE[word.lower]:
            return None
        of = next((w for w in dependents(words, speaker, "prep") if w.lower == "of"), None)
        name = dependent(words, of, "pobj") if of is not None else None
        who = self.named.get(word.lower, (None, 0, 0))
        return who[0] if name is not None and who[1:] == (number, name.i) else None

    def _another(self, word: Word, words: Sequence[Word], number: int) -> bool:
        """Whether a pronoun means a person named only here: "Ruiz said he would go", where nobody knows Ruiz; "the mother
        said she was beaten"; "Ruiz, a nurse, brought letters that she said were hers"."""
        if _of_whom(word, words):
            return True
        if self.last(word.lower)[1] == number:
            return False
        verb, above = words[word.head], words[words[word.head].head]
        while above.dep in ("acl", "dobj"):
            above = words[above.head]  # "Ruiz put out a paper saying he would go"
        if verb.dep == "ccomp" and any(_human(w) for w in dependents(words, above)):
            return True
        full = (w for w in words[: word.i] if w.dep == "nsubj" and w.tag == "NNP" and w.text.istitle())
        return any(has_dependent(words, w, "appos") for w in full)

    def _unnamed(self, slot: str, word: Word, words: Sequence[Word], number: int) -> bool:
        """Whether a body that nobody knows speaks of itself: "the main party said it wanted a vote"."""
        verb, above = words[word.head], words[words[word.head].head]
        told = verb.dep == "ccomp" and any(w.tag[:2] == "NN" for w in dependents(words, above, "nsubj"))
        return told and self.last(slot)[1] != number

    def his(self, pronoun: str, number: int) -> str | None:
        """The country of the person whom "his" or "her" means, or of the body that was told of in the sentence before."""
        if pronoun == "its":
            body, at = self.last("body")
            return body.country if body is not None and number - at == 1 else None
        who = self.lately({"his": "he", "her": "she"}.get(pronoun, ""), number)
        return who.country if who is not None else None

    def lately(self, slot: str, number: int) -> Who | None:
        """Who filled a slot last, unless that is too long ago."""
        who, at = self.last(slot)
        return who if who is not None and number - at <= FAR else None

    def agency(self, number: int) -> Who | None:
        """The outlet, or the agency of several states or for relief, that was told of last: "the agency"."""
        told = (self.last(kind) for kind in ("media", "intergovernmental", "ngo"))
        near = [(at, who) for who, at in told if who is not None and number - at <= FAR]
        return max(near, key=lambda one: one[0])[1] if near else None

    def about(self, number: int) -> Who | None:
        """Whom the sentence before this one was about: the subject of its main verb."""
        who, at = self.last("subject")
        return who if who is not None and number - at == 1 else None

    def group(self, number: int) -> Who | None:
        """The body told last that "the group" can mean: no state, no union of states."""
        told = [self.last(kind) for kind in GROUPS]
        near = [(at, who) for who, at in told if who is not None and number - at <= FAR]
        body = self.lately("body", number)
        return (
            max(near, key=lambda one: one[0])[1]
            if near
            else body
            if body is not None and body.kind not in (*STATELY, "media")
            else None
        )

    def speaking_on(self, spot: Spot, words: Sequence[Word], number: int) -> Who | None:
        """The watchers or helpers who spoke in the sentence before and speak on as "the group", not those whom they told of."""
        bare = spot.role is not None and spot.role.generic and spot.definite and not spot.modified
        who, at = self.last("speaking body")
        if not bare or who is None or who.kind not in UNARMED or number - at > 1:
            return None
        return who if plains(spot.own)[-1:] == ["group"] and _says(words, spot) else None

    def just_told(self, number: int) -> Who | None:
        """The body of this sentence, or of the one before, that "the organisation" can mean."""
        told = (self.last(kind) for kind in (*GROUPS, "intergovernmental"))
        near = [(at, who) for who, at in told if who is not None and number - at <= 1]
        return max(near, key=lambda one: one[0])[1] if near else None

    def last(self, slot: str) -> tuple[Who | None, int]:
        """Who filled a slot last, and in which sentence."""
        return self.slots.get(slot, (None, 0))


def plains(name: str) -> list[str]:
    return [part for part in (plain(word) for word in name.replace("-", " ").split()) if part]


def _suffering(word: Word) -> bool:
    """Whether "they" are told to be acted on, and so are hardly who acted before: "they were shot as they fled"."""
    return word.lower == "they" and word.dep == "nsubjpass"


def _one(word: Word) -> bool:
    """Whether a word tells of one person who has no office: a witness, a fighter, but no crowd and no militia."""
    return word.tag == "NN" and word.lemma in words_of("people")


def _human(subject: Word) -> bool:
    """Whether the subject of a verb is somebody: a name, or a word for one person of a family."""
    return subject.dep == "nsubj" and (subject.tag == "NNP" or subject.lemma in SPEAKING_FOR)


def _spoken_for(word: Word, words: Sequence[Word]) -> bool:
    """Whether a pronoun means somebody for whom another speaks: "the editor's lawyer said she had been beaten"."""
    verb = words[word.head]
    speaker = dependent(words, words[verb.head], "nsubj")
    if verb.dep != "ccomp" or speaker is None or speaker.lemma not in SPEAKING_FOR:
        return False
    return has_dependent(words, speaker, "poss")


def _of_whom(word: Word, words: Sequence[Word]) -> bool:
    """Whether a pronoun stands in a clause about somebody without a name: "the woman who came saying she had been beaten"."""
    verb = words[word.head]
    while verb.dep in ("ccomp", "xcomp", "advcl", "conj") and verb.head != verb.i:
        verb = words[verb.head]
    return verb.dep == "relcl" and words[verb.head].lemma in load_speech().humans


def _does_it_to(who: Who, word: Word, words: Sequence[Word]) -> bool:
    """Whether somebody is whom a pronoun does something to, and so is not who it means: "he accused Ruiz of lying"."""
    objects = dependents(words, words[word.head], "dobj")
    return any(one.tag == "NNP" and plains(one.text) == plains(who.name)[-1:] for one in objects)


def _behind_quotation(words: Sequence[Word], spot: Spot) -> bool:
    """Whether a person stands right behind a quotation, and so said it: '"We left," Ana Ruiz, a nurse, told the paper'."""
    before = words[spot.first - 1] if spot.first else None
    return spot.kind == "person" and before is not None and before.tag == "''"


def _acting(words: Sequence[Word], spot: Spot) -> Sequence[Word]:
    """The words of a mention, and the noun for what it is that its name stands before: "the Frontex mission"."""
    own = words[spot.first : spot.last]
    body = words[own[-1].head]
    return (*own, body) if own[-1].dep in ("compound", "nmod") and body.lemma in WHAT else own


WHAT: Final = frozenset("mission group movement force office agency body command organisation organization".split())


def _takes_lives(verb: Word, words: Sequence[Word]) -> bool:
    """Whether a verb that may say something tells of the dead: "it has claimed nine lives"."""
    return any(w.lemma in ("life", "victim") for w in dependents(words, verb, "dobj"))


def _adds_who_says(words: Sequence[Word], spot: Spot) -> bool:
    """Whether a mention stands behind what it says, which is what a sentence is about: "the flood killed nine, the mayor said"."""
    heads = (words[word.head] for word in words[spot.first : spot.last] if word.dep in SUBJECTS)
    return any(told.i < spot.first for verb in heads for told in dependents(words, verb, "ccomp"))


def _says(words: Sequence[Word], spot: Spot) -> bool:
    """Whether the words of a mention are the subject of a verb of saying."""
    verbs = load_speech().verbs
    subject = next((w for w in _acting(words, spot) if w.dep == "nsubj"), None)
    return subject is not None and words[subject.head].lemma in verbs and verbs[words[subject.head].lemma].vouches
