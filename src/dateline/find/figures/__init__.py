"""Figures: what each count of a sentence measures, read as one tree: shared verbs and nouns, parts, anaphora, the unnumbered dead.

From sentences to amounts, `Notes.counts`, and what each measures, `Notes.figures`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import takewhile

from dateline.find.figures.adding import added_up
from dateline.find.figures.alike import fares_alike, placed_apart, told_of_none
from dateline.find.figures.breaches import often
from dateline.find.figures.counts import Counted, counted
from dateline.find.figures.growing import grown, taken_in
from dateline.find.figures.members import members
from dateline.find.figures.mended import mended
from dateline.find.figures.outcomes import FATALLY, attempted, outlived
from dateline.find.figures.pairs import head_of_list, of_one_side, second
from dateline.find.figures.periods import period
from dateline.find.figures.rates import rated
from dateline.find.figures.row import FINAL, VICTIMS, Reading, Row
from dateline.find.figures.running import in_all, totals
from dateline.find.figures.seats import place_of
from dateline.find.figures.singles import named, ones, shares
from dateline.find.figures.spread import spread
from dateline.find.figures.sums import restated, says_again, summed
from dateline.find.figures.tolls import reading
from dateline.find.figures.victims import meant, told_once, unnumbered
from dateline.find.notes import Notes
from dateline.find.sentences.distance import within
from dateline.model import Figure
from dateline.words.measures import load_measures
from dateline.words.numbers import load_numbers

__all__ = ["figures"]

NEAR = 600
"""Characters back to the toll of which some are said to be "among the dead"."""

LIFE = ("life", "lives")
"""What one loses, and never stands in a list of the lost."""

OPENS = (["("], ["or"])
"""What opens a count of the same in another unit."""

AGE = "span"
"""The unit of an age, which may stand within somebody: "a two-year-old girl"."""

UNDECIDED = frozenset(("injured", "missing", "detained"))
"""Measures of those who may still die."""

NEXT = 6
"""Words between a count of things and one of more of them."""

STATES = frozenset(("displaced", "returned", "evacuated"))
"""Measures whose nouns tell what people are, whatever else befalls them."""

BUILT = frozenset(("houses", "facilities", "villages", "arms", "vehicles", "posts", "munitions"))
"""Things of which a number may stand alone behind another."""


def figures(notes: Notes) -> Notes:
    """Notes with the figures of every sentence: measure, amount, subgroup, unit, period, and what each is a part of."""
    numbers, measures = load_numbers(), load_measures()
    found: list[Figure] = []
    told: set[str] = set()
    at = 0
    for broken in notes.sentences:
        while at < len(notes.counts) and notes.counts[at].start < broken.start:
            at += 1
        any_count = at < len(notes.counts) and notes.counts[at].start < broken.end
        if not any_count and all(word.lower not in measures.cues for word in broken.words):
            continue  # mending costs more than this look
        sentence = mended(broken)
        tokens = [word.lower for word in sentence.words]
        numbered = counted(sentence, notes.times, numbers, measures) if any_count else []
        row = Row(sentence, tokens, measures)
        new = _figures(notes, row, numbered, found, told)
        told.update(figure.measure for figure in new)
        found[-NEXT:] = taken_in(row, found[-NEXT:], new)
        found += new
    return replace(notes, figures=tuple(added_up(found, measures)))


def _figures(
    notes: Notes, row: Row, numbered: list[Counted], before: Sequence[Figure], measured: Collection[str]
) -> list[Figure]:
    """The figures of one sentence, in order of the text; `before` are those told already, `measured` what they measure."""
    numbered = [often(row, one) for one in numbered]
    counts = [one for one in numbered if one.noun.unit != AGE]
    alone = [*ones(row.sentence, row.measures), *named(row.sentence, row.measures)]
    single = [one for one in alone if not _within(one, counts)]
    parts = shares(row.sentence, numbered, load_numbers(), row.measures)
    apart = [one for one in numbered if one.noun.unit != AGE or not _within(one, single)]
    items = _with_nouns(row, sorted([*apart, *single, *parts], key=lambda one: one.first))
    read = _readings(row, items, before)
    wholes = {one.first: _whole(row, items, read, i) for i, one in enumerate(items)}
    sided = of_one_side(row, items)
    taken = [(one, how) for one, how in zip(sided, read, strict=True) if how is not None and not row.among_more(one)]
    told = [(one, how) for one, how in taken if not _empty(one, how)]
    told += [(one, other) for one, how in told if (other := second(row, one, how)) is not None]
    told += unnumbered(row, taken, numbered)
    told = outlived(row, told_once(row, told))
    told += meant(row, {*measured, *(how.measure for _, how in told)})
    listed = grown(row, summed(row, told))
    placed = {(place.start, place.end) for place in within(notes.places, row.sentence.span)}
    again, found = restated(row, [(one, how) for one, how, _ in listed]), []
    for one, how, whole in listed:
        figure = _figure(notes, row, one, how, (whole or wholes.get(one.first)) if how.part else None)
        if not figure.numbered and (figure.start, figure.end) in placed:
            continue  # "Ostrel died that day"
        if figure.modality == "hypothetical" and attempted(row, how):
            continue
        if row.among(how) or (how.part and (how.way == "lent" or row.of_fallen(one))):
            figure = replace(figure, part_of=_earlier(figure, before))
        if one.first in again:
            figure = replace(figure, restates=row.sentence.words[again[one.first]].start)
        found.append(figure)
    found += [
        replace(_figure(notes, row, share.one, share.how, share.whole), place=share.place)
        for share in spread(notes.places, row, told)
    ]
    return sorted(found, key=lambda figure: (figure.start, figure.end))


def _earlier(part: Figure, before: Sequence[Figure]) -> int | None:
    """The start of the toll told shortly before that a figure is a part of: "two boys were among the dead"."""
    if part.part_of is not None:
        return part.part_of
    wholes = (f for f in reversed(before) if f.measure == part.measure and f.part_of is None and f.numbered)
    whole = next(wholes, None)
    near = whole is not None and part.start - whole.end <= NEAR and (part.low or 0) <= (whole.high or whole.best or 0)
    return whole.start if whole is not None and near else None


def _empty(one: Counted, how: Reading) -> bool:
    """Whether an amount says next to nothing: "some" is news of victims alone, and "not many" of nobody."""
    return one.amount.qualifier == "vague:some" and (how.part or how.negated or how.measure not in VICTIMS)


def _drawn_on(one: Counted, others: Iterable[Counted]) -> bool:
    """Whether a count is only what another one is taken from: the 500 of "300 of the 500 residents fled"; what is counted
    by its own name, "18 of 31 lorries", stands."""
    return any(other.first < one.first and one.last <= other.last for other in others)


def _within(one: Counted, others: Iterable[Counted]) -> bool:
    return any(other.first < one.last and one.first < other.last for other in others)


Read = list[Reading | None]
"""What each count of a sentence measures, as far as it is known."""


def _readings(row: Row, items: Sequence[Counted], earlier: Sequence[Figure]) -> Read:
    """What each count measures: by its own words first, then by what it is coordinated with or a part of."""
    rates = [rated(row, one) for one in items]
    read = [None if rate else reading(row, one) for one, rate in zip(items, rates, strict=True)]
    read = _as_parts(row, items, read, earlier)
    read = _from_behind(row, items, read)
    read = _from_before(row, items, read)
    read = [how or told_of_none(row, one) or _anew(row, one, earlier) for one, how in zip(items, read, strict=True)]
    read = [
        None if rate or (_drawn_on(one, items) and how and not (how.way == "own" or _so_far(row, one, how))) else how
        for one, how, rate in zip(items, read, rates, strict=True)
    ]
    read = [how and (_outcome(row, one, how) or how) for one, how in zip(items, read, strict=True)]
    return [how and how._replace(part=how.part or _out_of(items, read, i)) for i, how in enumerate(read)]


def _outcome(row: Row, one: Counted, how: Reading) -> Reading | None:
    """What became of those of the hurt, missing or held of whom a verb tells: "two of the 14 people wounded have died"."""
    word = row.sentence.words[one.core]
    if how.measure not in UNDECIDED or word.dep != "nsubj" or row.tokens[one.number_end : one.number_end + 1] != ["of"]:
        return None
    died = any(cue.measure == "killed" and cue.role == "subject" and not cue.needs for cue in row.cues(word.head))
    return Reading("killed", word.head, "climb") if died and word.head >= one.last else None


def _as_parts(row: Row, items: Sequence[Counted], told: Read, earlier: Sequence[Figure]) -> Read:
    """Counts that are a part of one before them, or go on with such a list, measure what that one does."""
    read = list(told)
    for i, one in enumerate(items):
        at = _beside(row, items, i)
        last, before, own = (items[at], read[at], read[i]) if i else (None, None, read[i])
        listed = last is not None and (at < i - 1 or _goes_on(row, last, one) or row.tells_apart(last, one))
        part = row.is_part(one) or (own is None and _of_victims(row, one)) or _spelled_out(row, last, one)
        part = part or _shared_out(row, items, i)
        if own is not None and row.tokens[own.cue] in FATALLY:
            continue  # "four of them fatally" tells of dead, whatever befell the others
        if before is not None and before.part and listed and not (own is not None and own.way == "own"):
            read[i] = _lent(row, before, one, part=True) or own
        elif part and (_open(one, own) or _included(row, before, one)):
            parents = (read[j] for j in range(i - 1, -1, -1) if read[j] is not None and _holds(items[j], one))
            head = None if row.opens_list(one) else head_of_list(row, one)
            named = head if row.among_dead(one) else _lent(row, next(parents, None), one, part=True)
            read[i] = named or own or head or _recalled(row, one, earlier)
    return read


def _beside(row: Row, items: Sequence[Counted], i: int) -> int:
    """Which count the one at `i` stands beside, what only tells of some of that one left out: "six women, two of whom were
    pregnant, and five boys"."""
    word = row.sentence.words[items[i].head]
    past = i > 1 and items[i - 1].part and word.dep == "conj" and _narrow(items[i])
    clause = row.sentence.words[word.head]
    return i - 2 if past and items[i - 2].head in (word.head, clause.head) else i - 1


def _shared_out(row: Row, items: Sequence[Counted], i: int) -> bool:
    """Whether a toll is told place by place right behind it: "five people, three in Ostrel and two in Tovana, were killed"."""
    whole, one = items[i - 1], items[i]
    if (
        i == 0
        or row.tokens[whole.last : one.first] not in ([","], ["("], ["-"], ["--"], ["–"])
        or not row.numbered(whole)
    ):
        return False
    run = list(takewhile(lambda told: told.bare and row.tag(told.last) == "IN", items[i:]))
    return len(run) > 1 and sum(told.amount.best or 0 for told in run) == whole.amount.best


def _from_behind(row: Row, items: Sequence[Counted], told: Read) -> Read:
    """Counts without a measure take that of the one joined behind them: "nine soldiers and two guards were killed"."""
    read = list(told)
    for i in range(len(items) - 2, -1, -1):
        one, other, after = items[i], items[i + 1], read[i + 1]
        joined = row.coordinated(one, other) and _alike(one, other)
        joined = joined and not any(row.small(k, "unhurt") for k in range(one.last, other.first))
        says = after is not None and after.way == "own"  # "1,000 migrants and 17 casualties"
        if read[i] is None and row.drawn_from(one, other):
            read[i] = _lent(row, after, one, part=True)
        elif read[i] is None and joined and not other.part and (one.bare or not says):
            read[i] = _lent(row, after, one, part=_of_parts(row, items, i))
        elif read[i] is None and _broken_off(row, one):
            read[i] = _lent(row, _joined_behind(row, items, read, i), one)
    return read


def _from_before(row: Row, items: Sequence[Counted], told: Read) -> Read:
    """Counts without a measure take that of the one before them: "killed nine soldiers and two guards"."""
    read = list(told)
    for i in range(1, len(items)):
        last, one = items[i - 1], items[i]
        joined = row.coordinated(last, one) and not (row.apart(one) or _acting(row, one))
        opens = row.tokens[last.last : one.first][:1]
        bracketed = (opens in OPENS and says_again(row, last, one)) or in_all(row, one)
        if read[i] is None and (joined or row.gapped(one) or bracketed or placed_apart(row, last, one)):
            read[i] = _lent(row, read[i - 1], one)
        elif read[i] is None and fares_alike(row, one, read[i - 1]):
            alike = _lent(row, read[i - 1], one)
            read[i] = alike and alike._replace(negated=False, part=False)  # "no guards were hurt but nine cooks were"
    return read


def _so_far(row: Row, one: Counted, how: Reading) -> bool:
    """Whether a participle right behind a count that others are drawn from tells what befell all of it: "eight of the 34
    people injured are children"; not "300 of the 500 residents displaced others"."""
    right = how.way == "right" and how.cue == one.last and how.measure in FINAL and row.tag(how.cue) == "VBN"
    return right and (row.small(how.cue + 1, "aux") or row.tag(how.cue + 1) in ("IN", "VBD"))


def _out_of(items: Sequence[Counted], read: Sequence[Reading | None], i: int) -> bool:
    """Whether a count is drawn from one behind it that keeps its reading."""
    behind, own = (read[i + 1], read[i]) if i + 1 < len(items) else (None, None)
    return behind is not None and own is not None and behind.measure == own.measure and _drawn_on(items[i + 1], items)


def _with_nouns(row: Row, items: Sequence[Counted]) -> list[Counted]:
    """The counts; what stands alone behind a count of things, and tells what only things undergo, counts more of those:
    "destroyed 150 houses and damaged another 900"."""
    found: list[Counted] = []
    for one in items:
        before = found[-1] if found else None
        if before is not None and totals(row, one):
            found.append(one._replace(noun=before.noun))
        elif one.bare and before is not None and before.noun.unit in BUILT and one.first - before.last <= NEXT:
            more = one._replace(noun=before.noun)
            how = reading(row, more)
            told = how is not None and how.way != "climb" and "people" not in row.measures.measures[how.measure].units
            found.append(more if told and reading(row, one) is None else one)
        else:
            found.append(one)
    return found


def _acting(row: Row, one: Counted) -> bool:
    """Whether a count is the subject of a verb that says nothing of a measure: "… hurt, some of his allies refuse to"."""
    word = row.sentence.words[one.head]
    return word.dep == "nsubj" and row.tag(word.head) in ("VBD", "VBP", "VBZ") and not row.cues(word.head)


def _goes_on(row: Row, before: Counted, one: Counted) -> bool:
    """Whether a list of parts goes on: "including 14 soldiers and three cooks", not "…, and 30 were hurt"."""
    if row.gapped(one):
        return True
    bound = row.tokens[before.last : one.first] in (["and"], ["&"], [","])
    if row.coordinated(before, one):
        return _narrow(one) or (bound and not row.small(one.last, "aux"))
    return _narrow(one) and any(one.head in member.same for member in members(row, before.head))


def _spelled_out(row: Row, whole: Counted | None, one: Counted) -> bool:
    """Whether a dash or a colon opens the list that spells a toll out: "42 were killed -- 17 rebels and 25 soldiers"."""
    opens = row.opens_list(one) or (row.tokens[one.first - 1] == "(" and _narrow(one))  # "131 (45 rebels and 86 nuns)"
    if whole is None or not opens or not row.numbered(one):
        return False
    return (one.amount.low or 0) < (whole.amount.high or whole.amount.best or 0)


def _included(row: Row, before: Reading | None, one: Counted) -> bool:
    """Whether "including" stands right behind the verb of the toll before: "nine were killed, including a cook, and six hurt"."""
    at = one.first - 1 if row.small(one.first - 1, "including") else one.first - 2
    return before is not None and row.small(at, "including") and at - 2 <= before.cue < at


def _broken_off(row: Row, one: Counted) -> bool:
    """Whether asides part a numbered subject from its verb, so that the parse gives it none: "37 of the clan, coming from two
    towns and including 12 women, and up to 50 others were killed"."""
    word = row.sentence.words[one.head]
    return row.numbered(one) and word.dep == "ROOT" and word.tag.startswith("NN") and not row.is_part(one)


def _joined_behind(row: Row, items: Sequence[Counted], read: Sequence[Reading | None], i: int) -> Reading | None:
    """The reading of the first count behind the one at `i` that an "and" joins, and that is no part of others."""
    joined = (j for j in range(i + 1, len(items)) if row.tokens[items[j].first - 1] == "and")
    return next((read[j] for j in joined if read[j] is not None and not _of_parts(row, items, j)), None)


def _holds(whole: Counted, part: Counted) -> bool:
    """Whether so many can be some of as many."""
    return (part.amount.low or 0) <= (whole.amount.high or whole.amount.best or 0)


def _of_parts(row: Row, items: Sequence[Counted], i: int) -> bool:
    """Whether a count stands in a list of parts: "including 12 women and 13 children"."""
    while i > 0 and not row.is_part(items[i]) and _goes_on(row, items[i - 1], items[i]):
        i -= 1
    return row.is_part(items[i])


def _recalled(row: Row, one: Counted, before: Sequence[Figure]) -> Reading | None:
    """What "two of them" and "among them" measure: the last toll told, if it is near and holds as many."""
    if not before or not (one.part or row.among_them(one) or _of_victims(row, one)):
        return None
    if row.tokens[one.number_end : one.number_end + 2] == ["of", "which"]:
        return None  # "six bridges, two of which fell"
    some = (f for f in reversed(before) if (one.amount.low or 0) <= (f.high or f.best or 0))
    told = _of_victims(row, one)
    last = next(some, None) if told else before[-1]
    if last is None:
        return None
    near = row.sentence.start - last.end <= (NEAR if told else NEAR // 3)
    near = near and last.measure in VICTIMS and not last.negated
    if not near or (one.amount.low or 0) > (last.high or last.best or 0) or not row.fits(last.measure, one.noun):
        return None
    return Reading(last.measure, one.first, "list", part=True)


def _anew(row: Row, one: Counted, before: Sequence[Figure]) -> Reading | None:
    """What "the figure" measures that somebody puts at a number: what the last count did, if that is near."""
    told = (figure for figure in reversed(before) if figure.numbered or figure is before[0])
    last = next(told, None) if totals(row, one) else None
    near = last is not None and row.sentence.start - last.end <= NEAR // 3
    return Reading(last.measure, one.first, "list") if last is not None and near else None


def _of_victims(row: Row, one: Counted) -> bool:
    """Whether a count is of some of those whom a toll told before: "eleven of the victims were weavers"."""
    return row.tokens[one.head] == "victims" and row.of_fallen(one)


def _narrow(one: Counted) -> bool:
    """Whether a count names a kind of people who can be a part of others: women, not civilians."""
    return one.noun.subgroup is not None and one.noun.subgroup != "civilians"


def _open(one: Counted, how: Reading | None) -> bool:
    """Whether a reading may give way to that of the whole it is a part of: "28 men were held, among them nine refugees", but
    not "(two of whom were released)"."""
    climbs = how is not None and how.way == "climb" and not (one.part and how.cue >= one.last)
    return how is None or climbs or (how.way == "own" and how.measure in STATES)


def _alike(left: Counted, right: Counted) -> bool:
    return left.bare or right.bare or left.noun.unit == right.noun.unit


def _lent(row: Row, other: Reading | None, one: Counted, *, part: bool = False) -> Reading | None:
    """Another count's reading for this one, where its measure can count it."""
    if other is None or not row.fits(other.measure, one.noun) or row.tokens[one.head] in LIFE:
        return None
    way = other.way if other.way in ("company", "list") else "lent"
    return other._replace(part=other.part or part, way=way)


def _whole(row: Row, items: Sequence[Counted], read: Sequence[Reading | None], i: int) -> Counted | None:
    """The count that the one at `i` is a part of: the nearest before it of its measure that is none itself."""
    how = read[i]
    if how is None or not how.part:
        return None
    drawn = items[i + 1] if i + 1 < len(items) else None
    if drawn is not None and row.drawn_from(items[i], drawn):
        return drawn
    for j in range(i - 1, -1, -1):
        other = read[j]
        holds = j == i - 1 or _holds(items[j], items[i])
        if other is not None and other.measure == how.measure and not other.part and row.numbered(items[j]) and holds:
            return items[j]
    told = drawn is not None and (row.of_fallen(items[i]) or _out_of(items, read, i))
    return drawn if told and drawn is not None and drawn.last <= items[i].last else None


def _subgroup(row: Row, one: Counted, how: Reading, whole: Counted | None) -> str | None:
    """Whom a count tells: of a part, what its whole does not tell already: "two civilians, one of them a civilian named Kor"."""
    if not how.part:
        return one.noun.subgroup
    if whole is not None and whole.noun.subgroup == one.noun.subgroup:
        return row.told_to_be(one)
    return one.noun.subgroup or row.told_to_be(one)


def _figure(notes: Notes, row: Row, one: Counted, how: Reading, whole: Counted | None) -> Figure:
    words, measures = row.sentence.words, row.measures
    start, end = words[one.first].start, words[one.last - 1].end
    unit = one.noun.unit if one.noun.unit in measures.measures[how.measure].units else row.unit(how.measure)
    return Figure(
        how.measure,
        one.amount.low,
        one.amount.best,
        one.amount.high,
        one.amount.qualifier,
        start,
        end,
        notes.report.text[start:end],
        _subgroup(row, one, how, whole),
        unit,
        period(notes.times, row, one.head, notes.report.published.when),
        None if whole is None else words[whole.first].start,
        row.modality(how, one),
        how.negated,
        row.numbered(one),
        place_of(notes.places, row, how.measure, one.first, one.last),
    )
