"""What several counts of a sentence are together: those listed as victims of one verb are one toll, and so are "six nuns and
two more people"; "400 families, or 2,100 people" is one count told twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from dateline.amounts import total
from dateline.find.figures.counts import Counted
from dateline.find.figures.members import listed_from
from dateline.find.figures.nouns import UNSAID
from dateline.find.figures.pairs import SIDES
from dateline.find.figures.row import Reading, Row
from dateline.find.figures.singles import behind_names
from dateline.words.measures import HARMED, Noun

__all__ = ["restated", "says_again", "summed"]

HOMES: Final = frozenset({"households", "houses"})
"""Units that are told again in people."""

CROWDED: Final = 15
"""The most people a home is taken to hold."""

SUMMED: Final = HARMED | {"detained", "missing"}
"""Measures of which those listed are one toll."""

SIGNS: Final = frozenset((",", "-", "--", "–", "—", ":"))
"""What may open the list of those who make up a toll."""

OWNER: Final = 7
"""The most words of what somebody belongs to, in a list."""

SIBLINGS: Final = frozenset(("son", "sons", "brother", "brothers", "sister", "sisters"))
"""Who may be one of somebody's children, though no word says so."""

FAR: Final = 30
"""Words between two members of one list."""

Found = tuple[Counted, Reading]


def summed(row: Row, found: Iterable[Found]) -> list[tuple[Counted, Reading, Counted | None]]:
    """What a sentence counts, in order of the text, each with the toll it is a part of, if it is summed here.

    The members of one list are one toll; those told with a number, or of a subgroup of their own, are parts of it.
    """
    done: list[tuple[Counted, Reading, Counted | None]] = []
    for group in _lists(row, sorted(found, key=lambda pair: (pair[0].first, pair[0].last))):
        done += _as_one(row, group)
    return done


def _lists(row: Row, found: Sequence[Found]) -> list[list[Found]]:
    """What was found, by the lists it stands in."""
    lists: list[list[Found]] = []
    for pair in found:
        home = next((one for one in reversed(lists) if _one_list(row, one, pair)), None)
        if home is None:
            lists.append([pair])
        else:
            home.append(pair)
    return lists


def _one_list(row: Row, group: Sequence[Found], right: Found) -> bool:
    """Whether a count goes on with a list of victims: befallen by one thing, side by side or in one another's company."""
    (before, first), (one, how) = group[-1], right
    if (
        first.measure != how.measure
        or not _one_cue(row, first, right)
        or first.part
        or how.part
        or first.negated
        or how.negated
    ):
        return False
    ends = min(behind_names(row.sentence, before), one.first)
    if "vague" in before.amount.qualifier + one.amount.qualifier or one.first - ends > FAR:
        return False
    if any(row.small(k, "including") for k in range(ends, one.first)):
        return False  # "twelve people, among them a mayor and his deputy"
    joined = row.measures.glue["joints"].issuperset(_ageless(row, _past_owner(row, ends, one.first), one.first))
    if joined and before.noun == one.noun and (_more(row, one) or not (row.numbered(before) or row.numbered(one))):
        return True
    if how.way == "inside" or row.among(how) or first.measure not in SUMMED or row.gapped(one):
        return False
    if not (_sums(row, before.noun) and _sums(row, one.noun)):
        return False
    if row.numbered(before) and row.numbered(one) and (before.said == one.said or _again(row, before, one)):
        return False  # "three women in Ostrel and two women in Tovana"
    return joined or how.way == "company" or row.accompanies(one) or _listed(row, group, one)


def _one_cue(row: Row, first: Reading, right: Found) -> bool:
    """Whether one thing is told to have befallen two counts: by one word, or by "left … dead" around them."""
    one, how = right
    around = row.small(first.cue, "leaving") and how.way == "right" and how.cue == one.last
    return first.cue == how.cue or around


def _past_owner(row: Row, first: int, last: int) -> int:
    """Behind whose or of what one is: "a teacher of the village school and a nurse"."""
    if row.tokens[first] != "of" or row.tokens[last - 1] != "and" or last - first > OWNER:
        return first
    plain = all(row.tag(k) in ("DT", "JJ", "NN", "NNP", "PRP$") for k in range(first + 1, last - 1))
    return last - 1 if plain else first


def _ageless(row: Row, first: int, last: int) -> list[str]:
    """The tokens between two, without an age between commas: "Omar Kor, 12, and his brother"."""
    return [row.tokens[k] for k in range(first, last) if not (row.tag(k) == "CD" and row.tokens[k - 1] in (",", "("))]


def _sums(row: Row, noun: Noun) -> bool:
    """Whether a noun tells people, and none whose dead are counted apart."""
    return noun.unit != UNSAID and noun.unit not in row.measures.things and noun.subgroup not in SIDES


def _listed(row: Row, group: Sequence[Found], one: Counted) -> bool:
    """Whether the parse lists a count with all those before it, and with nobody who was not counted."""
    counts = (*(member for member, _ in group), one)
    known = {at for member in counts for at in range(member.first, behind_names(row.sentence, member))}
    listed = listed_from(row, one.head)
    return len(listed) > 1 and all(not known.isdisjoint(member.same) for member in listed if member.head <= one.head)


def _as_one(row: Row, group: Sequence[Found]) -> list[tuple[Counted, Reading, Counted | None]]:
    """A list as one toll with its parts; its members as they are where the first of them is the toll of the others."""
    (lead, how), *others = group
    if not others:
        return [(lead, how, None)]
    company = any(said.way == "company" for _, said in others)  # "one more relative, Kor, died alongside her son"
    if not company and _spells_out(row, lead, [one for one, _ in others]):
        return [(lead, how, None), *((one, said._replace(part=True), lead) for one, said in others)]
    counts = [one for one, _ in group]
    number = next((one for one in counts if row.numbered(one)), lead)
    same = all(one.noun == lead.noun for one in counts)
    whole = lead._replace(
        core=number.core,
        number_end=number.number_end,
        last=max(one.last for one in counts),
        head=counts[-1].head if same else lead.head,
        amount=total(one.amount for one in counts[: _told_twice(row, counts)]),
        noun=lead.noun if same else Noun("people"),
    )
    plain = same and (not any(map(row.numbered, counts)) or all(_more(row, one) for one in counts[1:]))
    told = [] if plain else [pair for pair in group if row.numbered(pair[0]) or pair[0].noun.subgroup is not None]
    return [(whole, how, None), *((one, said._replace(part=True), whole) for one, said in told)]


def _told_twice(row: Row, counts: Sequence[Counted]) -> int:
    """Where those begin who spell out the member before them: "his wife and their two children: a girl of four", "their three
    children, Ana and her brothers Omar and Sami"."""
    for i, (before, one) in enumerate(pairwise(counts), 1):
        between, many = row.tokens[before.last : one.first], before.amount.best or 0
        parted = "and" not in between and (SIGNS.issuperset(between[1:]) or before.noun.subgroup == "children")
        exact = parted and many == sum(told.amount.best or 0 for told in counts[i:])
        if many > 1 and (
            ":" in between or (exact and between and len(between) <= OWNER and _of_one_kind(row, counts[i - 1 :]))
        ):
            return i
    return len(counts)


def _of_one_kind(row: Row, counts: Sequence[Counted]) -> bool:
    """Whether those behind a count may be the same people: told by name, or all of its subgroup; not "two guards, a driver and a nurse"."""
    kind = counts[0].noun.subgroup
    return all(
        row.tag(one.head).startswith("NNP")
        or (kind is not None and one.noun.subgroup == kind)
        or (kind == "children" and row.tokens[one.head] in SIBLINGS)
        for one in counts[1:]
    )


def _spells_out(row: Row, lead: Counted, others: Sequence[Counted]) -> bool:
    """Whether a toll is followed by those who make it up: "seven people, two women and five boys, were killed"."""
    numbered = any(row.numbered(one) for one in others)
    if not numbered and SIGNS & set(row.tokens[lead.last : others[0].first]):
        # "one civilian, a baker named Omar Kor", "one guard, Omar Kor", "one Omar, a guard", "one of the wounded, a boy"
        told = "NNP" in (row.tag(lead.head), row.tag(others[0].head)) or row.tokens[lead.first + 1] == "of"
        alone = lead.amount.best == 1 and len(others) == 1 and told
        return _general(row, lead) or (row.numbered(lead) and alone)
    if not _general(row, lead) or row.tokens[others[0].first - 1] not in SIGNS:
        return False
    return sum(one.amount.low or 0 for one in others) <= (lead.amount.high or lead.amount.best or 0)


def restated(row: Row, found: Sequence[Found]) -> dict[int, int]:
    """For the first token of each count that says one of another unit again, the first token of that one; in order of the text."""
    again = {}
    for (before, first), (one, how) in pairwise(found):
        if first.measure == how.measure and says_again(row, before, one):
            again[one.first] = before.first
    return again


def says_again(row: Row, before: Counted, one: Counted) -> bool:
    """Whether a count tells the one before it in another unit: "400 families, or 2,100 people", "900 people (160 households)"."""
    between = row.tokens[before.last : one.first]
    return bool(between) and row.measures.glue["restating"].issuperset(between) and _one_crowd(before, one)


def _one_crowd(left: Counted, right: Counted) -> bool:
    """Whether one counts homes and the other as many people as may live in them."""
    homes, people = (left, right) if left.noun.unit in HOMES else (right, left)
    if homes.noun.unit not in HOMES or people.noun.unit in HOMES or not homes.amount.best or not people.amount.best:
        return False
    return 1 < people.amount.best / homes.amount.best <= CROWDED


def _again(row: Row, before: Counted, one: Counted) -> bool:
    """Whether two numbers of people may be of the same ones: "eleven members of the guild, and possibly up to 30 people"."""
    return _general(row, before) and row.tokens[one.first - 1] not in SIGNS and not _more(row, one)


def _general(row: Row, one: Counted) -> bool:
    """Whether a count says no more than that they are people."""
    return row.numbered(one) and row.small(one.head, "general")


def _more(row: Row, one: Counted) -> bool:
    """Whether a count tells of more of the same: "two more people", "a further three people"."""
    return any(row.small(k, "more") for k in range(one.first, one.last))
