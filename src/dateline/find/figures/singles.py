"""Counts without a number of their own: single people and things, "a woman", "another", several told by name, "his sons Sami
and Nur", and shares of those told before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.amounts import Amount, share_of
from dateline.find.figures.counts import Counted, done_to
from dateline.find.figures.nouns import UNSAID, noun_of
from dateline.find.notes import Sentence, Word
from dateline.words.measures import Measures, Noun
from dateline.words.numbers import Numbers, load_numbers, read_share

__all__ = ["behind_names", "named", "ones", "shares"]

AGE: Final = re.compile(r"\d+-(year|month|week|day)s?(-old)?")
AGES: Final = frozenset(("year", "month", "week", "day"))
SINGLES: Final = frozenset(("facilities", "arms"))
"""Units of which one thing without a number is counted."""

NAMES: Final = frozenset(("NNP", "NNPS", "HYPH"))
ARTICLES: Final = frozenset(("a", "an"))
ASIDE: Final = 8
"""Tokens within which a bracket behind a name closes: "Sami Korda (8 or 9 years old)"."""
OPENS: Final = frozenset((",", ":", "-", "--", "–", "—", "namely", "named"))
"""What may stand between a plural and the names that spell it out."""
IN_LAW: Final = ["-", "in", "-", "law"]
TELLS: Final = frozenset(("VBD", "VBZ", "VBP", "POS"))
"""Tags behind a list of names that is no list of those before it: "two nuns fell ill, Ostrel and Tovana said"."""


def ones(sentence: Sentence, measures: Measures) -> list[Counted]:
    """The single people and things of a sentence, "a woman", "her son", "an old clinic": counts of one without a number."""
    words = sentence.words
    tokens = [word.lower for word in words]
    found, found_as = [], measures.glue["found_as"]
    for at, token in enumerate(tokens):
        third = (
            tokens[at - 1 : at] == ["a"] and token in measures.glue["ranks"]
        )  # "two died at once and a third in hospital"
        if (token == "another" or third) and _other_one(words, at, measures):
            found.append(Counted(at, at, at + 1, at + 1, at, Amount.told(1), Noun(UNSAID), token))
        elif token in measures.glue["single"]:
            noun, start, last, _ = noun_of(words, tokens, _after_age(tokens, at + 1), measures)
            if tokens[last : last + 4] == IN_LAW:
                noun, last = Noun("people"), last + 4
                if last < len(words) and words[last].tag in NAMES:
                    continue  # "his brother-in-law Omar Kor": the name is counted
            owned = token in measures.glue["definite"]
            remains = not owned and tokens[last - 1] in measures.glue["remains"] and not found_as.isdisjoint(tokens)
            behind = words[last] if last < len(words) else None
            described = behind is not None and behind.tag == "NN" and behind.lower not in measures.cues
            owns = described or (behind is not None and behind.tag == "POS")
            itself = tokens[last - 1] in measures.own or " ".join(tokens[start:last]) in measures.own
            lost = owned and tokens[last - 1] == "life" and words[at - 1].lemma == "lose"
            if (itself and not remains) or owns or lost:
                continue  # "a death", "her body": no one counts them; "a rebel spokesman" is no rebel; who "lost her life" does
            if (noun.unit == "people" or (noun.unit in SINGLES and not owned)) and words[last - 1].tag in ("NN", "NNP"):
                said = " ".join(tokens[start:last])
                many = 0 if tokens[at - 1 : at + 2] == ["not", "a", "single"] else 1
                found.append(Counted(at, at, at + 1, last, last - 1, Amount.told(many), noun, said))
    return found


def named(sentence: Sentence, measures: Measures) -> list[Counted]:
    """The plurals of a sentence that names spell out, "his sons Sami and Nur": counts of as many as there are names."""
    words = sentence.words
    found = []
    for at in (word.i for word in words if word.tag == "NNS"):
        noun = measures.nouns.get(words[at].lower)
        if noun is None or noun.unit != "people" or _told_with(words, at):
            continue
        many, last = _spelled_out(words, at)
        behind = words[last] if last < len(words) else None
        tells = behind is not None and behind.tag in TELLS and behind.lower not in measures.glue["aux"]
        if many > 1 and not (tells and words[at + 1].text in OPENS):
            first = min((child for child in words[at].children if words[child].tag in ("DT", "PRP$")), default=at)
            found.append(Counted(min(first, at), at, at, last, at, Amount.told(many), noun, words[at].lower))
    return found


def _told_with(words: Sequence[Word], at: int) -> bool:
    """Whether the number before another noun is of those at a token too: "the four brothers and cousins, …"."""
    listed = words[at].dep == "conj" and words[at].head < at
    return listed and any(words[child].tag == "CD" for child in words[words[at].head].children)


def behind_names(sentence: Sentence, one: Counted) -> int:
    """Where a count ends, with the names that spell it out: "two clerks, Ana Sol, 31, and Omar Kor"."""
    many, last = _spelled_out(sentence.words, one.head)
    return last if many > 1 and many == one.amount.best else one.last


def _spelled_out(words: Sequence[Word], at: int) -> tuple[int, int]:
    """How many names spell out the plural at a token, and where they end."""
    return _names(words, at + 1 + (at + 1 < len(words) and words[at + 1].text in OPENS))


def _names(words: Sequence[Word], at: int) -> tuple[int, int]:
    """How many names stand in the list that begins at a token, ages left out, and where it ends; none where no "and" closes it."""
    tokens = [word.lower for word in words]
    many, k, closed = 0, at, False
    while k < len(words):
        aged = k + 1 < len(words) and tokens[k] in ARTICLES and words[k + 1].tag == "CD"
        k = _after_age(tokens, k + aged)
        end = k
        while end < len(words) and words[end].tag in NAMES:
            end += 1
        if end == k:
            return 0, at
        many, k = many + 1, _behind_bracket(tokens, end)
        if closed:
            return many, k
        joint = 2 if tokens[k : k + 2] == [",", "and"] else 1 if k < len(words) and tokens[k] in (",", "and") else 0
        closed = "and" in tokens[k : k + joint]
        if not joint:
            return 0, at
        k += joint
    return 0, at


def _behind_bracket(tokens: Sequence[str], at: int) -> int:
    """Behind the age or the bracket that opens at a token and closes soon: "Sami Korda, 11,", "Sami Korda (11)"."""
    if tokens[at : at + 1] == [","] and tokens[at + 2 : at + 3] in ([","], ["and"]) and tokens[at + 1].isdigit():
        return at + 2
    if tokens[at : at + 1] != ["("] or ")" not in tokens[at : at + ASIDE]:
        return at
    return tokens.index(")", at) + 1


def shares(sentence: Sentence, told: Sequence[Counted], numbers: Numbers, measures: Measures) -> list[Counted]:
    """The parts of those counted that are told as a share, "half of them children", each as the number it comes to."""
    tokens = [word.lower for word in sentence.words]
    found = []
    for at in (k for k, token in enumerate(tokens) if token in numbers.shared or token[0].isdigit()):
        if (drawn := _share_of(sentence.words, tokens, at, told, numbers)) is not None:
            found.append(drawn)
            continue
        share = read_share(tokens, at, numbers)
        whole = next((one for one in reversed(told) if one.last <= at and not one.part), None)
        if share is not None and whole is not None and whole.noun.unit not in measures.things:
            first, end, qualifier, (parts, among) = share
            noun, start, last, part = noun_of(sentence.words, tokens, end, measures)
            amount = share_of(whole.amount, parts, among, qualifier)
            if noun.unit != UNSAID:
                found.append(Counted(first, at, end, last, last - 1, amount, noun, " ".join(tokens[start:last]), part))
    return found


def _share_of(
    words: Sequence[Word], tokens: Sequence[str], at: int, told: Sequence[Counted], numbers: Numbers
) -> Counted | None:
    """A share of those counted right behind it, as the number it comes to: "half of the town's 60,000 people"."""
    share = read_share(tokens, at, numbers, whole=True)
    whole = next((one for one in told if one.first > at), None)
    if share is None or whole is None or whole.bare or "vague" in whole.amount.qualifier:
        return None
    first, end, qualifier, (parts, among) = share
    between = words[end + 1 : whole.core]
    if any(words[child].dep in ("acl", "relcl") and child >= whole.last for child in words[whole.head].children):
        return None  # "half of the 900 people displaced in May went home": the clause tells of all of them
    if whole.core - end > WHOSE or any(word.tag not in OWNING for word in between):
        return None
    amount = share_of(whole.amount, parts, among, qualifier)
    return Counted(first, at, end, whole.last, whole.head, amount, whole.noun, whole.said)


WHOSE: Final = 7
"""Words between a share and the number it is of."""
OWNING: Final = frozenset(("DT", "JJ", "NN", "NNP", "NNS", "POS", "PRP$", "RB", "JJR", "JJS", "VBN"))
"""Tags of what may stand there: whose they are, and how sure the number is."""


def _other_one(words: Sequence[Word], at: int, measures: Measures) -> bool:
    """Whether "another" stands for one more person: "a guard was killed and another wounded", "killing two and hurting a third"."""
    if done_to(words, at - 1 - (words[at - 1].lower == "a"), at + 1, measures):
        return True
    k = at + 1
    while k < len(words) and (words[k].lower in measures.glue["aux"] or words[k].tag == "RB"):
        k += 1
    return k < len(words) and words[k].tag in ("VBN", "VBD", "JJ") and words[k].lower in measures.cues


def _after_age(tokens: Sequence[str], at: int) -> int:
    """Behind an age: "a 14-year-old girl" in one token or in several."""
    if at < len(tokens) and AGE.match(tokens[at]):
        return at + 1 + (at + 1 < len(tokens) and tokens[at + 1] == "old")
    if (
        at + 1 < len(tokens)
        and (tokens[at][0].isdigit() or tokens[at] in load_numbers().cardinals)
        and not AGES.isdisjoint(tokens[at + 1 : at + 3])
    ):
        return next((k + 1 for k in range(at + 1, min(len(tokens), at + 6)) if tokens[k] == "old"), at)
    return at
