"""A sentence as a row of tokens around its counts: what stands beside what, what is skipped, what parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dateline.find.figures.counts import Counted
from dateline.find.figures.nouns import UNSAID
from dateline.find.notes import Sentence
from dateline.find.sentences.dependents import children
from dateline.find.sentences.pictures import fallen_thing, overlooks
from dateline.find.sentences.tags import NOUNS, SUBJECTS
from dateline.model import Modality
from dateline.words.measures import HARMED, Cue, Measures, Noun

__all__ = ["BEHIND", "DASHES", "FAR", "FINAL", "VICTIMS", "Reading", "Row"]

FAR = 18
"""Words between a count and what is said of it, asides left out."""
BEHIND = 5
"""Words before a noun in which the verb stands that makes it a toll: "has claimed the young lives of"."""
DASHES = frozenset(("-", "--", "–", "—"))
OBJECT = frozenset(("DT", "PRP$", "CD", "PDT", "PRP"))
LISTING = frozenset(("DT", "CC", "JJ", "PRP$", "PRP", ","))
"""Tags between the members of a list."""
FINAL = HARMED | {"missing", "casualties"}
"""Measures that a counted noun settles alone: what else is done to the dead or the wounded does not change them."""

VICTIMS = ("killed", "injured", "missing", "detained", "casualties")
"""Measures whose people are told without a number, and of which "some" is news: "some refugees" tells no figure."""

LIVING = HARMED | {"casualties", "displaced"}
"""Measures that only people come under: a noun that no list has is one of them, if no list has it as a thing."""


class Reading(NamedTuple):
    """What a count measures, the token that says so (its cue), and by which way it was found."""

    measure: str
    cue: int
    way: str
    part: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with its tokens in lower case, and the words that give measures."""

    sentence: Sentence
    tokens: Sequence[str]
    measures: Measures

    def small(self, at: int, kind: str) -> bool:
        """Whether the token at `at` is a small word of that kind."""
        return 0 <= at < len(self.tokens) and self.tokens[at] in self.measures.glue[kind]

    def tag(self, at: int) -> str:
        """The tag of a token, or nothing outside the sentence."""
        return self.sentence.words[at].tag if 0 <= at < len(self.tokens) else ""

    def cues(self, at: int) -> tuple[Cue, ...]:
        """What the token at `at` can make of a count."""
        return self.measures.cues.get(self.tokens[at], ()) if 0 <= at < len(self.tokens) else ()

    def fits(self, measure: str, noun: Noun) -> bool:
        """Whether a measure can count such a noun: a bare number and an unlisted noun can be people."""
        told = self.measures.measures[measure]
        units = told.units
        if noun.unit in units or noun.unit == UNSAID:
            return noun.unit != UNSAID or not told.named
        unlisted = "people" in units and noun.unit not in self.measures.things and not noun.unit.endswith("ing")
        return unlisted and (measure in LIVING or self.personal(noun.unit))

    def personal(self, noun: str) -> bool:
        """Whether a noun that no list has ends as the names of persons do: "baker", not "murder", not "number"."""
        thing = noun in self.measures.cues or noun in self.measures.own or noun in self.measures.glue["impersonal"]
        return not thing and noun.endswith(tuple(self.measures.glue["personal"]))

    def unit(self, measure: str) -> str:
        """The unit of a measure where the count does not say it."""
        units = self.measures.measures[measure].units
        return "people" if "people" in units else min(units)

    def needs(self, cue: Cue, near: int, far: int) -> bool:
        """Whether one of the words a cue needs stands between two tokens, or it needs none; before it for an "of"; right
        before it where it is an adverb: "fatally shot"; in no clause behind it: "stabbed two before he was shot dead"."""
        if cue.role == "of":
            near, far = max(0, near - BEHIND), near - 1
        clause = next((k for k in range(near, far) if self.small(k, "clausal") and not self._goes_on(k)), far)
        if not cue.needs or not cue.needs.isdisjoint(self.tokens[near:clause]):
            return True
        if self.tag(near - 2) == "RB" and self.tokens[near - 2] in cue.needs:
            return True
        while self.tag(near) == "JJ" or self.tokens[near : near + 1] == ["the"]:
            near += 1  # "left eastern Tovana"
        return "NNP" in cue.needs and self.tag(near) == "NNP"

    def _goes_on(self, at: int) -> bool:
        """Whether a word opens no clause of others: "treated nine after being hurt"."""
        return self.tokens[at] == "as" or self.tokens[at : at + 2] == ["after", "being"]

    def of_doer(self, one: Counted, at: int) -> bool:
        """Whether what follows befell who did something to the count: "stabbed two guards before being shot dead"."""
        return (
            self.tokens[at] == "being" and self.small(at - 1, "clausal") and self.sentence.words[one.head].dep == "dobj"
        )

    def nominal(self, cue: Cue, at: int) -> bool:
        """Whether a word that could be a verb is a noun here: "air strikes on a market"; not "kills six, wounds 14"."""
        if cue.measure in HARMED and cue.form == "s" and self.tag(at + 1) == "CD":
            return False
        return (
            cue.form in ("base", "s")
            and cue.role in ("object", "subject", "either")
            and not (self.tag(at).startswith("V") or self.small(at, "never_nouns"))
        )

    def passive(self, at: int) -> bool:
        """Whether a form of "be" stands right before the verb at `at`."""
        return self.small(at - 1, "be") or self.small(at - 2, "be")

    def acts(self, at: int) -> bool:
        """Whether the verb at `at` has an object after it: then what stands before it did it."""
        k = at + 1
        while self.tag(k) == "RB":
            k += 1
        if k >= len(self.tokens) or self.small(k, "timely"):
            return False
        tag = self.tag(k)
        more = tag == "JJR" and self.tokens[k + 1 : k + 2] == ["than"]  # "displaced more than 3,000"
        return tag in OBJECT or tag in NOUNS or more or (tag == "JJ" and self.tag(k + 1) in NOUNS)

    def coordinated(self, left: Counted, right: Counted) -> bool:
        """Whether two counts stand side by side in one list."""
        between = self.tokens[left.last : right.first]
        if self.tag(right.last) in ("VBD", "VBZ", "VBP") and not (
            self.cues(right.last) or self.small(right.last, "aux")
        ):
            return False  # "six were killed, a guard said"
        if self._other_verb(left, right):
            return False
        if not between:
            return not left.bare  # the comma lost: "six women five children"
        word = self.sentence.words[right.head]
        if word.dep == "conj" and word.head == left.head:
            return True
        if not right.bare:
            between = self._unnamed(left.last, right.first)
        return len(between) <= 4 and self.measures.glue["joints"].issuperset(between)

    def _other_verb(self, left: Counted, right: Counted) -> bool:
        """Whether what is done to a count ends before another's verb: "attacked six monks, and one cook was detained"."""
        object_, subject = self.sentence.words[left.head], self.sentence.words[right.head]
        return object_.dep == "dobj" and subject.dep in SUBJECTS and object_.head != subject.head

    def _unnamed(self, first: int, last: int) -> Sequence[str]:
        """The tokens between two, without the name and the age that follow a person: "a girl named Ana Kor (9), and a boy"."""
        of = (
            self.tokens[first : first + 1] == ["of"] and self.tag(first + 1) == "NNP"
        )  # "a reporter of Radio Ostrel, two nuns"
        if self.tag(first) != "NNP" and not self.small(first, "naming") and not of:
            return self.tokens[first:last]
        k, aside = first + of, False
        while k < last and (aside or self.tag(k) == "NNP" or self.small(k, "naming") or self.tokens[k] == "("):
            aside = self.tokens[k] == "(" or (aside and self.tokens[k] != ")")
            k += 1
        return self.tokens[k:last]

    def among(self, how: Reading) -> bool:
        """Whether a reading is of some of those told before: "were among the dead", "those killed included"."""
        before = self.tokens[max(0, how.cue - 2) : how.cue]
        return how.way == "list" or (before[:1] == ["among"] and before[1:] in (["the"], ["those"], ["them"]))

    def ill(self, how: Reading) -> bool:
        """Whether those who died did so of an illness, or nobody did: "died of cancer", "cost 60 men their jobs", "truth was the
        first casualty"."""
        if overlooks(self.sentence, how.cue) or fallen_thing(self.sentence, how.cue):
            return True
        verb = self.sentence.words[how.cue].head if self.tokens[how.cue] in ("life", "lives") else how.cue
        if how.measure == "killed" and self.tokens[verb].startswith(("kill", "claim", "took", "take", "cost")):
            return self._by_plague(verb) or self._costs_less(verb)
        if how.way == "named" and self.tokens[how.cue].startswith("funeral"):
            return True  # "the funeral of the pope"
        if how.measure != "killed" or not self.tokens[how.cue].startswith(("die", "death", "dead")):
            return False
        if self.tokens[how.cue + 1 : how.cue + 2] == ["down"]:
            return True  # "fighting between the two brigades died down"
        if "born" in self.tokens[: how.cue] or any(self.small(k, "obituary") for k in range(how.cue + 1, how.cue + 5)):
            return True  # "who has died aged 83"
        dies = self.tokens[how.cue].startswith("die") and self.tokens[how.cue + 1 : how.cue + 2] == ["at"]
        if dies and self.tag(how.cue + 2) == "CD":
            return not self.tag(how.cue + 3).startswith("N")  # "dies at 63"
        cause = range(how.cue + 1, min(how.cue + 14, len(self.tokens)))
        told = (k for k in cause if self.small(k, "illnesses"))
        return any(self.small(at, "causing") for k in told for at in range(how.cue + 1, k))

    def _costs_less(self, verb: int) -> bool:
        """Whether something but their lives is what people are told to have lost: "cost 60 men their jobs"."""
        lost = children(self.sentence, verb, "dobj") if self.tokens[verb].startswith("cost") else []
        owned = (k for k in lost if any(self.tag(child) == "PRP$" for child in self.sentence.words[k].children))
        return any(self.tokens[k] not in ("lives", "life") for k in owned)

    def _by_plague(self, at: int) -> bool:
        """Whether what kills is an illness: "the virus has killed 60 people", "an outbreak that killed them"."""
        words = self.sentence.words
        verbs = [at, words[at].head] if words[at].dep == "conj" else [at]
        doers = [child for verb in verbs for child in children(self.sentence, verb, "nsubj")]
        doers += [i for child in words[at].children if words[child].lower == "by" for i in words[child].children]
        doers += [words[at].head] if words[at].dep == "relcl" else []
        return any(self.small(doer, "plagues") for doer in doers)

    def numbered(self, one: Counted) -> bool:
        """Whether a number was said: "a boy" and "the mayor" are counted without one."""
        alone = one.number_end == one.core + 1 and self.small(one.core, "single")  # "a boy", not "a dozen"
        return one.core < one.number_end and not alone

    def unproven(self, at: int) -> bool:
        """Whether what a token tells is what nobody saw, or somebody denies: "no sign that the raid killed anybody"."""
        for k in range(at - 1, max(-1, at - FAR), -1):
            if self.tokens[k] in (",", ";", "but", "and"):
                return False
            if self._not_so(k):
                return True
            told = self.tokens[k + 1 : k + 2] == ["that"] or self._right_behind(k, at) or self._claims(k, at)
            if self.small(k, "denying") and told:
                return True  # "denied that it killed 40", "denied it had killed 40", "denied the killing of 40"
            if self.small(k, "evidence") and not {"of", "that"}.isdisjoint(self.tokens[k + 1 : k + 4]):
                denied = any(self.small(i, "denying") for i in range(k - 4, k)) or self._untrue(k, at)
                return denied or not {"no", "without", "little"}.isdisjoint(self.tokens[max(0, k - 2) : k])
        return False

    def _not_so(self, at: int) -> bool:
        """Whether a clause is told to be untrue before it opens: "it is not true that 30 died", "it is false that"."""
        said = self.tokens[max(0, at - 2) : at + 1]
        return said[-1:] == ["that"] and (said[:2] == ["not", "true"] or self.small(at - 1, "untrue"))

    def _untrue(self, report: int, at: int) -> bool:
        """Whether reports turned out to be wrong: "reports that 30 died were false", "contrary to reports that 30 died"."""
        if "contrary" in self.tokens[max(0, report - 4) : report]:
            return True
        for k in range(at, min(at + FAR, len(self.tokens))):
            if self.tokens[k] in (",", ";", "but", "and"):
                return False
            if self.small(k, "untrue"):
                return True
        return False

    def _claims(self, at: int, told: int) -> bool:
        """Whether what is told stands in the clause that a verb of denying opens without a "that"."""
        words = self.sentence.words
        return any(words[k].dep == "ccomp" and words[k].head == at for k in range(at + 1, told + 1))

    def _right_behind(self, at: int, told: int) -> bool:
        """Whether nothing but an article stands between a verb of denying and what is denied; who rejects a murder bewails it."""
        near = told == at + 1 or (told == at + 2 and self.tag(at + 1) in ("DT", "PRP$"))
        return near and self.tokens[at].startswith(("den", "refut"))

    def apart(self, one: Counted) -> bool:
        """Whether a count has a verb of its own that says nothing of a measure: "90 people affected by …", "40 have deserted"."""
        if any(self.small(k, "unhurt") for k in range(one.last, one.last + 4)):
            return True
        at = one.last
        while self.small(at, "aux") or (at > one.last and (self.tag(at) == "RB" or self.small(at, "skip"))):
            at += 1
        if self.tag(at) not in ("VBN", "VBD") or self.small(at, "skip"):
            return False
        said = any(self.fits(cue.measure, one.noun) and self.needs(cue, at + 1, at + 8) for cue in self.cues(at))
        return not said and (at > one.last or self.tag(at + 1) == "IN")

    def gapped(self, one: Counted) -> bool:
        """Whether a bare number leaves its verb unsaid: "90 died in the north and 14 in the south"."""
        before = self.tokens[one.first - 1] if one.first else ""
        behind = one.last + (self.small(one.last, "more") and self.tag(one.last + 1) == "IN")  # "three more in Ostrel"
        return (
            one.bare
            and (before in ("and", "plus", ",", ";", ":") or before in DASHES)
            and self.tag(behind) in ("IN", "TO")
        )

    def is_part(self, one: Counted) -> bool:
        """Whether a count is told as a part of another: "including three women", "30 of them children"."""
        if one.part:
            return True
        if self.small(one.first - 1, "including") or self.small(one.first - 2, "including"):
            return not (
                self.tokens[one.first - 1] == "among" and self.tokens[one.first] == "the"
            )  # "among the 30 dead"
        if one.first and (
            self.tokens[one.first - 1] == ":" or self.tokens[one.first - 1 : one.first + 1] == [",", "both"]
        ):
            return True
        if self.tokens[one.first - 1 : one.first] == [","] and self._of_opens(one.first - 1):
            return True  # "of the 30 dead, 12 …"
        if self.tokens[max(0, one.first - 2) : one.first] in (["of", "whom"], ["of", "them"]):
            return True
        return self.among_them(one) or self.among_dead(one) or self._listed_part(one)

    def _of_opens(self, comma: int) -> bool:
        """Whether the clause that a comma ends opens with "of": "of the 30 dead,", "by its count, of the 30 dead,"."""
        for k in range(comma - 1, max(-1, comma - FAR), -1):
            if self.tokens[k] == ",":
                return self.tokens[k + 1] == "of"
        return self.tokens[0] == "of" and comma < FAR

    def _listed_part(self, one: Counted) -> bool:
        """Whether a count goes on with a list of parts that nobody counted: "including the mayor and his deputy"."""
        if self.small(one.last, "aux") or self.numbered(one):
            return False
        k = one.first - 1
        while k > one.first - BEHIND and (self.tag(k) in NOUNS or self.tag(k) in LISTING):
            k -= 1
        return k < one.first - 1 and self.small(k, "including") and self.tokens[k : k + 2] != ["among", "the"]

    def among_them(self, one: Counted) -> bool:
        """Whether a count is told as some of those told before: "among them were two nurses", "two nurses among
        them"."""
        at = one.first - self.small(one.first - 1, "be")
        return ["among", "them"] in (self.tokens[max(0, at - 2) : at], self.tokens[one.last : one.last + 2])

    def drawn_from(self, one: Counted, whole: Counted) -> bool:
        """Whether a count is told as some of those counted right behind it: "six nuns were among the 34 dead"."""
        between = self.tokens[one.last : whole.first]
        return between[-1:] == ["among"] and all(self.small(k, "be") for k in range(one.last, whole.first - 1))

    def among_more(self, one: Counted) -> bool:
        """Whether the dead are told to be some of those counted: "the dead were among nearly 40 miners"."""
        at = one.first - 1
        told = self.tokens[at : at + 1] == ["among"] and at > 1 and self.small(at - 1, "be")
        return told and (self.small(at - 2, "fallen") or self._fallen_so(at - 2))

    def among_dead(self, one: Counted) -> bool:
        """Whether a count is told as some of the dead or hurt: "among the dead were two nurses", "those killed include …"."""
        at = one.first - 1
        if not (self.small(at, "be") or self.small(at, "including")) or self.tokens[at] == "among":
            return False
        if self.small(at, "be") and self.tokens[0] == "among" and self.tokens[1] in ("the", "those"):
            return any(self._fallen_so(k) for k in range(2, 5))  # "among those killed in the raid were two nurses"
        return self._fallen_so(at - 1) and self.tokens[max(0, at - 3) : at - 1] in (
            ["among", "the"],
            ["among", "those"],
            ["those"],
        )

    def _fallen_so(self, at: int) -> bool:
        """Whether a token says of people what befell them: the dead, those wounded."""
        own = self.measures.own.get(self.tokens[at]) if at < len(self.tokens) else None
        return own is not None or any(cue.role == "state" for cue in self.cues(at))

    def of_fallen(self, one: Counted) -> bool:
        """Whether a count is drawn from the dead or hurt whom others told before: "60 of the dead were women"."""
        if self.tokens[one.last : one.last + 2] == ["of", "those"]:
            return any(cue.role == "state" for cue in self.cues(one.last + 2))  # "one of those murdered"
        drawn = self.tokens[one.number_end : one.head]
        known = any(self.small(k, "definite") for k in range(one.number_end, one.head))
        return self.small(one.head, "fallen") and known and "of" in drawn

    def told_to_be(self, one: Counted) -> str | None:
        """The subgroup of those of the dead or hurt of whom it is said: "five of the dead were children"."""
        if not (self.of_fallen(one) and self.small(one.last, "be")):
            return None
        listed = self.measures.nouns.get(self.tokens[one.last + 3]) if one.last + 3 < len(self.tokens) else None
        if self.small(one.last + 2, "joins") and listed is not None:
            return None  # "were women and children"
        noun = self.measures.nouns.get(self.tokens[one.last + 1]) if one.last + 1 < len(self.tokens) else None
        return None if noun is None else noun.subgroup

    def tells_apart(self, before: Counted, one: Counted) -> bool:
        """Whether some of the fallen are told from others: "seven of the dead were women and three were children"."""
        joined = self.tokens[one.first - 1] in ("and", ",") and self.small(one.number_end, "be")
        return joined and self.of_fallen(before) and self.small(before.last, "be")

    def opens_list(self, one: Counted) -> bool:
        """Whether a count opens the list that spells out another: "14 dead: nine soldiers", "302 - 232 in the capital"."""
        at = one.first - 1
        return at > 0 and (self.tokens[at] == ":" or (self.tokens[at] in DASHES and self.blank_before(at)))

    def _opens_clause(self, k: int) -> bool:
        """Whether a word opens a clause of its own: "the toll may rise because 30 were hurt", but not "as many as 30"."""
        return self.small(k, "clausal") and self.tag(k) in ("IN", "WRB") and self.tokens[k + 1 : k + 2] != ["many"]

    def _supposed(self, at: int) -> bool:
        """Whether a verb goes on with what an "if" supposes: "if the jets were to hit a mill and kill its cooks"."""
        words = self.sentence.words
        while at >= 0 and self.tag(at) == "VB" and words[at].dep == "conj":
            at = words[at].head
            above = (at, words[at].head)
            if any(words[k].lower == "if" and words[k].dep == "mark" for verb in above for k in words[verb].children):
                return True
        return False

    def blank_before(self, at: int) -> bool:
        """Whether a blank stands before a token: before a dash it does, before a hyphen it does not."""
        words = self.sentence.words
        return at == 0 or words[at - 1].end < words[at].start

    def accompanies(self, one: Counted) -> bool:
        """Whether a count stands in the company of others: "alongside two guards"."""
        first = one.first - self.small(one.first - 1, "definite")
        before = " ".join(self.tokens[max(0, first - 3) : first])
        return any(f" {before}".endswith(f" {said}") for said in self.measures.glue["company"])

    def befell_with(self, one: Counted) -> int | None:
        """The verb that a "with" before people hangs on: "was killed, with two of her sons"; None where it joins nobody."""
        at = one.first - 1 - self.small(one.first - 1, "definite")
        if self.tokens[max(0, at)] != "with" or one.bare or one.noun.unit in self.measures.things:
            return None
        before = self.measures.nouns.get(self.tokens[at - 1])
        if before is not None and before.unit == "happenings":
            return None  # "were wounded in the battle with 20 rebels"
        word = self.sentence.words[at]
        return word.head if word.dep == "prep" and self.tag(word.head).startswith("V") else None

    def modality(self, how: Reading, one: Counted) -> Modality:
        """Whether the words before the cue tell a plan or a possibility."""
        aimed = (
            self.tag(how.cue) == "VB" and self.tokens[how.cue - 1] == "to" and not self.small(how.cue - 2, "managing")
        )
        if aimed and (how.measure in FINAL or how.measure in ("detained", "released")):
            return "hypothetical"
        window = range(max(0, min(how.cue, one.first) - 4), max(how.cue, one.last)) if how.cue >= 0 else range(0)
        if any(self.small(k, "asking") and self.tokens[k + 1 : k + 2] == ["for"] for k in window):
            return "hypothetical"  # "called for the arrest of two guards"
        if self.small(how.cue - 1, "seeking") or (self.small(how.cue - 2, "seeking") and self.tag(how.cue - 1) == "DT"):
            return "hypothetical"  # "sought the arrest of two guards"
        if self._supposed(how.cue):
            return "hypothetical"
        # No month, "since May", and no manner of telling, "we can confirm".
        own = range(one.core, one.number_end)  # "hundreds, if not thousands"
        opens = max((k for k in range(window.start, one.first) if self._opens_clause(k)), default=window.start)
        meant = (
            k
            for k in range(opens, window.stop)
            if self.tag(k) != "NNP" and k not in own and not self.small(k + 1, "telling")
        )
        modals = (self.measures.modals.get(self.tokens[k]) for k in meant)
        return next((mood for mood in modals if mood is not None), "actual")
