"""Counts: every amount in a sentence with what is counted. Dates, years, clocks, ages and names with a number are none."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from dateline.amounts import Amount, merged
from dateline.find.figures.labels import label_noun
from dateline.find.figures.mended import mended
from dateline.find.figures.nouns import FAR, MEASURED, NAMES, UNSAID, noun_of
from dateline.find.notes import Notes, Sentence, Word
from dateline.find.sentences.tags import PLURAL, SUBJECTS
from dateline.model import Count, Time
from dateline.words.measures import HARMED, Measures, Noun, load_measures
from dateline.words.numbers import Number, Numbers, load_numbers, read_numbers

__all__ = ["Counted", "counted", "counts", "done_to"]


MONEY = frozenset("$€£")
DIMENSIONS = frozenset(("long", "wide", "high", "deep", "tall", "thick", "strong"))
BEFALLING = HARMED | {"missing", "detained"}
"""What befalls a "one" that is a person."""
DRAWING = frozenset(("IN", "DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "POS", "JJ"))
"""Tags between a number and the one it is drawn from."""
ENDS = frozenset((".", ",", ":", "CC", "IN"))
"""Tags behind a "one" that has no noun."""
IN_PLACE_OF = (["rather", "than"], ["instead", "of"], [",", "not"], ["and", "not"], ["not"])
"""What stands between a number and one that does not hold: "twelve rather than 20 guards", "twelve, not 20, guards"."""
OR_MORE = (
    ["and", "possibly"],
    ["and", "perhaps"],
    ["and", "maybe"],
    ["or", "possibly"],
    ["or", "perhaps"],
    [",", "possibly"],
)
"""What stands between the least and the most of a count."""
AS_MANY = (["and", "as", "many"], [",", "as", "many"])
"""What stands for the number told first: "nine were killed and as many wounded"."""
RUN = frozenset((",", "and"))
"""What joins the ages of several."""
AGED = frozenset(("children", "women", "men"))
OPENING = frozenset(("DT", "JJS", "IN", "PRP", "PRP$", "WRB", "EX"))
"""Tags of the words that open a sentence."""
HOUR = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
"""A time of day before an entry: "14.05 Shells fall again"."""


WAYS = frozenset(("in", "at", "by", "on", "from", "for", "before", "during", "with", "to"))
"""What follows a "both" that tells two ways, places or times."""
DAYS = 31
"""The most days of a month: "in March 62 soldiers were killed" counts."""


class Counted(NamedTuple):
    """A count in its sentence: tokens `first..last` with qualifier and noun, half-open; its number begins at `core`,
    its noun's last token is `head` (the number's own last one where no noun is said); `part` where "of them" says so.
    """

    first: int
    core: int
    number_end: int
    last: int
    head: int
    amount: Amount
    noun: Noun
    said: str
    part: bool = False

    @property
    def bare(self) -> bool:
        """Whether no noun is said."""
        return self.noun.unit == UNSAID


def counts(notes: Notes) -> Notes:
    """Notes with every count; their spans run from the qualifier to the noun."""
    numbers, measures = load_numbers(), load_measures()
    found = [
        _mention(notes, sentence, one)
        for sentence in map(mended, notes.sentences)
        for one in counted(sentence, notes.times, numbers, measures)
    ]
    return replace(notes, counts=tuple(found))


def counted(sentence: Sentence, times: Sequence[Time], numbers: Numbers, measures: Measures) -> list[Counted]:
    """The counts of one sentence, in order; `times` are the report's, in order of the text."""
    words = sentence.words
    tokens = [word.lower for word in words]
    found: list[Counted] = []
    read = read_numbers(tokens, numbers)
    for i, number in enumerate(read):
        if not _dated(number, words, times):
            one = _counted(number, words, tokens, measures)
            if i + 1 < len(read) and _draws(words, number.last, read[i + 1].first):
                noun, start, end, part = noun_of(words, tokens, read[i + 1].last, measures)
                one = one._replace(last=end, head=end - 1, noun=noun, said=" ".join(tokens[start:end]), part=part)
            elif i + 1 < len(read) and read[i + 1].first == number.last:
                one = _sized(one, _counted(read[i + 1], words, tokens, measures), words, tokens, measures)
            elif i + 1 < len(read):
                one = _with_noun_behind(one, read[i + 1], words, tokens, measures)
            if tokens[max(0, number.core - 1) : number.last] == ["not", "one"] and not one.bare:
                one = one._replace(amount=Amount.told(0))  # "not one guard was hurt"
            if tokens[number.last - 3 : number.last] in AS_MANY and found:
                one = one._replace(amount=found[0].amount)
            if _counts(one, number, words, tokens, numbers, measures) or _place_by_place(one, found, tokens):
                found.append(one)
    return found


def _place_by_place(one: Counted, found: Sequence[Counted], tokens: Sequence[str]) -> bool:
    """Whether a "one" goes on with a toll told place by place: "killed four in Ostrel, two in Marenga and one in Tovana"."""
    there = tokens[one.last : one.last + 1]
    joined = tokens[one.core] == "one" and tokens[one.core - 1] in ("and", ",") and bool(found)
    return joined and there in (["in"], ["near"], ["at"]) and tokens[found[-1].last : found[-1].last + 1] == there


def _sized(one: Counted, size: Counted, words: Sequence[Word], tokens: Sequence[str], measures: Measures) -> Counted:
    """A count with the noun behind the size of what is counted: "two 500-pound bombs", "five 12-year-old girls"."""
    if size.noun.unit not in MEASURED or not one.bare:
        return one
    noun, start, end, part = noun_of(words, tokens, size.last, measures)
    if noun.unit == UNSAID:
        return one
    return one._replace(last=end, head=end - 1, noun=noun, said=" ".join(tokens[start:end]), part=part)


def _with_noun_behind(
    one: Counted, other: Number, words: Sequence[Word], tokens: Sequence[str], measures: Measures
) -> Counted:
    """A count with the noun behind the number that it stands in place of, or that bounds it: "twelve, not 20, guards", "at least
    14 and possibly 20 people"."""
    between = tokens[one.number_end : other.first]
    if not one.bare or between not in (*IN_PLACE_OF, *OR_MORE):
        return one
    noun, start, end, part = noun_of(
        words, tokens, other.last + (tokens[other.last : other.last + 1] == [","]), measures
    )
    if noun.unit == UNSAID:
        return one
    amount = merged(one.amount, other.amount) if between in OR_MORE else None
    said = " ".join(tokens[start:end])
    return one._replace(amount=amount or one.amount, last=end, head=end - 1, noun=noun, said=said, part=part)


def _draws(words: Sequence[Word], at: int, other: int) -> bool:
    """Whether what stands between two numbers draws the first from the second: "150 of the village's more than 1,000 homes"."""
    between = words[at:other]
    owned = any(word.tag == "POS" for word in between)
    return owned and len(between) < FAR and between[0].lower == "of" and all(word.tag in DRAWING for word in between)


def _mention(notes: Notes, sentence: Sentence, one: Counted) -> Count:
    start, end = sentence.words[one.first].start, sentence.words[one.last - 1].end
    amount = one.amount
    return Count(
        start,
        end,
        notes.report.text[start:end],
        amount.low,
        amount.best,
        amount.high,
        amount.qualifier,
        one.noun.unit,
        one.noun.subgroup,
    )


def _counted(number: Number, words: Sequence[Word], tokens: Sequence[str], measures: Measures) -> Counted:
    first, core, last, amount, _ = number
    joined = _joined(tokens[core], measures) if last == core + 1 else None
    if joined is not None:
        return Counted(first, core, last, last, core, amount, joined, tokens[core].rpartition("-")[2])
    noun, start, end, part = noun_of(words, tokens, last, measures)
    if core and tokens[core - 1] in MONEY:
        noun = Noun("money")
    if noun.unit == UNSAID:
        pair = measures.nouns.get(tokens[last - 1]) if last > core + 1 else None  # "an elderly couple"
        noun = label_noun(words, first, measures) or pair or noun
    said = " ".join(tokens[start:end])
    return Counted(first, core, last, end, end - 1, amount, noun, said, part)


def _joined(token: str, measures: Measures) -> Noun | None:
    """The noun of "20-vehicle" and "12-year-old"."""
    _, hyphen, said = token.partition("-")
    if not hyphen or (not said.isalpha() and "-" not in said):
        return None
    return measures.nouns.get(said.partition("-")[0], Noun(said))


def _dated(number: Number, words: Sequence[Word], times: Sequence[Time]) -> bool:
    """Whether a number lies within a time expression. Binary search: a report has many times."""
    start, end = words[number.core].start, words[number.last - 1].end
    at = bisect_right(times, start, key=lambda time: time.start)
    return any(time.start < end and start < time.end for time in times[max(0, at - 1) : at + 1])


def _counts(
    one: Counted, number: Number, words: Sequence[Word], tokens: Sequence[str], numbers: Numbers, measures: Measures
) -> bool:
    """Whether a number counts: it is no date, no year, no clock, no age and no part of a name."""
    core, last = number.core, number.last
    before = tokens[core - 1] if core else ""
    after = tokens[last] if last < len(tokens) else ""
    behind = tokens[last + 1] if after == "-" and last + 1 < len(tokens) else ""
    if behind in DIMENSIONS or behind in measures.glue["fractions"]:
        return False  # "a 100m-long wall", "one-sixth of the town"
    sized = behind and words[last + 1].tag == "NN" and words[min(last + 2, len(words) - 1)].tag in NAMES
    if sized and not (behind in measures.nouns or behind in numbers.cardinals or behind in numbers.scales):
        return False  # "a 90-bed clinic"
    if "vague" in number.amount.qualifier:
        money = one.bare and after == "in" and one.last + 1 < len(words) and tokens[one.last + 1] in numbers.worth
        named = (
            tokens[last - 1] == "number" and not one.bare and "of" not in tokens[last : last + 2]
        )  # "302 deaths, a number the monitors called low"
        return not (money or named) and before != "how" and _vaguely(one, after)
    if tokens[core] == "both" and (words[one.last - 1].tag in ("NN", "NNP", "JJ") or _paired(one, words)):
        return False  # "both the dead and the injury tolls"
    alone = one.bare and after != "of" and number.amount.qualifier == "exact"
    if one.bare and before == "of" and words[core - 2].tag == "NN" and _aged(tokens[core - 2], measures):
        return False  # "a girl of seven"
    among = words[one.last].tag == "VBN" and _drawn(words, last) if one.last < len(words) else False
    among = among and not (words[core].dep in SUBJECTS and words[core].head > one.last)
    if tokens[core] == "one" and (alone or among or _outstanding(words, last)):
        return alone and _one_alone(words, core, measures)
    if before == "not" and number.first == core and tokens[core] != "one" and "vague" not in number.amount.qualifier:
        return False  # "nine people, not six as first reported, were killed"
    if before == "." and tokens[core - 2 : core - 1] == ["no"]:
        before = "no."
    if number.first == core and _named_by(one, before, tokens, numbers, measures):
        return False
    in_digits = tokens[core][0].isdigit() and number.first == core
    return ":" not in tokens[core] and not (in_digits and _dates(one, number, words, tokens, numbers))


def _named_by(one: Counted, before: str, tokens: Sequence[str], numbers: Numbers, measures: Measures) -> bool:
    """Whether a number only names one of several things: "unit 3", "units 3 and 4"; not "the wounded number 14"."""
    if before in measures.glue["totalling"] and tokens[one.core - 2] in measures.own:
        return False
    return before in numbers.labels or (one.bare and _labelled(tokens, one.core, numbers))


def _labelled(tokens: Sequence[str], core: int, numbers: Numbers) -> bool:
    """Whether a number goes on with those that a label counts: "two brothers, aged 9 and 11", "units 3 and 4"."""
    k = core - 1
    if k < 1 or tokens[k] not in ("and", "or", ","):
        return False
    while k >= 0 and (tokens[k] in ("and", "or", ",") or tokens[k].isdigit()):
        k -= 1
    return k >= 0 and k < core - 2 and tokens[k] in numbers.labels


def _dates(one: Counted, number: Number, words: Sequence[Word], tokens: Sequence[str], numbers: Numbers) -> bool:
    """Whether a number in digits tells a day, a year or an hour, marks a note, or belongs to a name: it counts nothing."""
    core, last = number.core, number.last
    before = tokens[core - 1] if core else ""
    after = tokens[last] if last < len(tokens) else ""
    day = before in numbers.months and (one.bare or (number.amount.best or 0) <= DAYS)
    if day or after in numbers.months or _year(number, one, before, tokens[core], numbers):
        return True
    if _note(words, last, core) or _numbered_place(one, words):
        return True
    if not one.bare:
        return False
    if after in numbers.clock or _clock(tokens, core) or (core == 0 and HOUR.fullmatch(tokens[core])):
        return True
    named = core > 0 and words[core - 1].tag in ("NNP", "NNPS", "LS") and before != "kills"
    return named or _aside(before, after) or _age_of(words, core, after) or _ages(words, core)


def _ages(words: Sequence[Word], core: int) -> bool:
    """Whether bare numbers stand as an aside behind a plural: its ages, "two daughters, 4 and 6, died", "(4 and 6)"."""
    first, last = core, core + 1
    while first and (words[first - 1].lower in RUN or words[first - 1].text.isdigit()):
        first -= 1
    while last < len(words) and (words[last].lower in RUN or words[last].text.isdigit()):
        last += 1
    last -= words[last - 1].lower == "and"
    closed = words[last - 1].text == "," or (last < len(words) and words[last].text in (")", "."))
    opened = words[first].text == "," or words[first - 1].text == "("
    several = sum(word.text.isdigit() for word in words[first:last]) > 1
    return first > 0 and several and opened and closed and words[first - (words[first].text != ",") - 1].tag in PLURAL


def _age_of(words: Sequence[Word], core: int, after: str) -> bool:
    """Whether a bare number behind somebody and a comma ends what is told: "killing Omar Kor, 40."."""
    told = words[core - 2 : core - 1]
    return words[core - 1].text == "," and after in (".", ";", "") and bool(told) and told[0].tag in ("NN", "NNP")


def _note(words: Sequence[Word], last: int, core: int) -> bool:
    """Whether a number only marks a note before a sentence: "27 Most of them are …"."""
    return core == 0 and last < len(words) and words[last].text.istitle() and words[last].tag in OPENING


def _aged(noun: str, measures: Measures) -> bool:
    """Whether a noun tells one person of whom an age is told: a boy, a woman."""
    listed = measures.nouns.get(noun)
    return listed is not None and listed.subgroup in AGED


def _vaguely(one: Counted, after: str) -> bool:
    """Whether a vague amount counts: with its noun, or alone where the word behind says so, or it says more than "some"."""
    told = after in ("of", "are", "were", "have", "more")
    return not one.bare or told or one.amount.qualifier not in ("vague:some", "vague:several")


def _one_alone(words: Sequence[Word], core: int, measures: Measures) -> bool:
    """Whether a "one" without a noun is a person killed, hurt or held: "killing one and wounding three", "one was killed"."""
    glue, size = measures.glue, len(words)
    if core and words[core - 1].lower in glue["any_one"]:
        return False
    if core and done_to(words, core - 1, core + 1, measures):
        return True
    k = core + 1
    while k < size and (words[k].lower in glue["aux"] or words[k].lower in glue["more"] or words[k].tag == "RB"):
        k += 1
    k += k + 1 < size and words[k].tag == "VBN" and words[k + 1].tag == "JJ"  # "one is confirmed dead"
    said = measures.cues.get(words[k].lower, ()) if k < size and words[k].tag in ("VBN", "VBD", "JJ") else ()
    return any(cue.measure in BEFALLING and cue.role in ("state", "subject") and not cue.needs for cue in said)


def done_to(words: Sequence[Word], verb: int, end: int, measures: Measures) -> bool:
    """Whether a verb kills, hurts or holds somebody told without a noun, behind whom the token `end` stands: "killing one"."""
    cues = measures.cues.get(words[verb].lower, ()) if words[verb].tag.startswith("V") else ()
    done = any(cue.role == "object" and cue.measure in BEFALLING and not cue.needs for cue in cues)
    return done and (end == len(words) or (words[end].tag in ENDS and words[end].lower != "of"))


def _numbered_place(one: Counted, words: Sequence[Word]) -> bool:
    """Whether a number belongs to a name before it: "the Tovana 22 neighbourhood"."""
    named = one.first == one.core and one.core > 0 and words[one.core - 1].tag == "NNP"
    return (
        named and (one.amount.best or 0) > 1 and one.noun.unit not in ("people", UNSAID) and words[one.head].tag == "NN"
    )


def _paired(one: Counted, words: Sequence[Word]) -> bool:
    """Whether "both" tells two things and no number: "both guards and prisoners", "both light and heavy wounds", "both by
    road and by sea"."""
    said = [word.lower for word in words[one.core : one.last + 1]]
    behind = words[one.last + 1].tag if one.last + 1 < len(words) else ""
    ways = one.bare and (said[-1] in WAYS or [w.tag for w in words[one.last : one.last + 2]] == ["RB", "CC"])
    return "and" in said[:-1] or (said[-1] == "and" and behind in NAMES | PLURAL) or ways


def _year(number: Number, one: Counted, before: str, said: str, numbers: Numbers) -> bool:
    value = number.amount.best or 0
    return (
        1900 <= value < 2100
        and number.amount.qualifier == "exact"
        and "," not in said
        and number.last == number.core + 1
        and (before in numbers.year_before or before in numbers.months or one.bare or not before)
        and not (one.noun.unit == "people" and not before)
    )


def _outstanding(words: Sequence[Word], at: int) -> bool:
    """Whether "one of" describes somebody rather than counts: "one of the last people to leave", "one of the worst"."""
    if at >= len(words) or words[at].lower != "of":
        return False
    return any(
        word.tag in ("JJS", "RBS") or word.lower in ("last", "first", "few", "many") for word in words[at + 1 : at + 4]
    )


def _drawn(words: Sequence[Word], at: int) -> bool:
    """Whether "one of" is followed by a number: "one of the 53 cooks killed" tells of 53."""
    return words[at].lower == "of" and any(word.tag == "CD" for word in words[at + 1 : at + 3])


def _clock(tokens: Sequence[str], core: int) -> bool:
    """Whether a bare number is a time of day in four digits: "at 0930", "on Monday, at 1745"; not "the toll stood at 1300"."""
    said = tokens[core]
    if len(said) != 4 or not said.isdigit() or int(said) >= 2400 or int(said[2:]) >= 60:
        return False
    opens = core < 2 or tokens[core - 2] == "," or tokens[core - 2].isdigit()
    return said.startswith("0") or (opens and tokens[core - 1 : core] == ["at"])


def _aside(before: str, after: str) -> bool:
    """Whether a bare number stands between commas or in brackets, as an age does."""
    return before in (",", "(") and after in (",", ")")
