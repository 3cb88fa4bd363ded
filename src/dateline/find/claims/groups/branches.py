"""The happenings that one sentence tells apart: "attacked Kirkuk, killing three, while a bomb in Tikrit hurt eight"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from dateline.find.claims.groups.asides import AFTER, GROUND, OWN, Branch, stretch
from dateline.find.claims.groups.listed import one_place, placed_days, placed_tolls
from dateline.find.notes import Frame, Sentence, Word
from dateline.find.sentences.dependents import dependent, dependents
from dateline.find.sentences.distance import upward, within
from dateline.find.sentences.tags import FORMAL, THIRD
from dateline.model import Figure, Place, Span, Time
from dateline.phenomena.types import BLOWS, INSTRUMENTS, OF_TRUCES, UTTERED
from dateline.words.measures import HARMED

__all__ = ["SETTING", "Told", "branches", "meanwhile"]

HAPPENS: Final = GROUND | {"detention", "protest", "ceasefire_violation"}
"""Types of what happens at a place and a time."""

FINER: Final = frozenset({"damage", "expulsion", "looting"})
"""Phenomena of other types that do."""

TRUCE_TOLD: Final = OF_TRUCES | {"statement"}
"""Types of a main clause that tells of the truce itself, with its day."""

TOLLS: Final = frozenset({"casualty_figure", "displacement_figure"})
"""Types of what came of a happening."""

DEEDS: Final = BLOWS | {"territorial_control", "detention"}
"""Types of what one does to another: two of them, by two, are two happenings."""

COUNTED: Final = HARMED | {"displaced", "detained"}
"""Measures whose count belongs to one happening."""

PLAIN: Final = 0.35
"""How high what somebody says besides must stand."""

SETTING: Final = frozenset({"while", "whereas"})
"""What opens a clause that is set beside something else."""

MEANWHILE: Final = AFTER | SETTING | {"as"}
"""What opens a clause of what happened while, or before, somebody spoke."""

LOOSE: Final = frozenset({",", ":", "CC"})
"""Tags of what joins two stretches and belongs to neither."""

OPENING: Final = FORMAL | {"csubj"}

ANOTHER: Final = frozenset("nearby another elsewhere separate separately neighbouring neighboring".split())
"""What sets a happening apart from the one told before."""

CONTENT: Final = frozenset({"ccomp", "xcomp", "acl", "pcomp"})
"""Relations of what somebody says to the verb by which they do."""

BOUNDS: Final = frozenset({"since", "until", "when", "where", "if", "unless", "because"})
"""What opens a clause that only bounds, explains or fills what its sentence tells."""


class Told(NamedTuple):
    """What stands in a sentence beside its frames."""

    figures: Sequence[Figure]
    places: Sequence[Place]
    times: Sequence[Time]

    def dates(self, span: Span) -> bool:
        """Whether a time is told within a span."""
        return bool(within(self.times, span))

    def counts(self, span: Span) -> bool:
        """Whether people are counted within a span."""
        return any(f.measure in COUNTED and f.numbered and span.start <= f.start < span.end for f in self.figures)

    def names(self, span: Span) -> bool:
        """Whether a place is named within a span."""
        return bool(within(self.places, span))

    def elsewhere(self, span: Span) -> bool:
        """Whether a place is named within a span, and another one in the rest; a land is no other place than a town in it."""
        own = within(self.places, span)
        rest = [p for p in self.places if p not in own]
        return bool(own and rest) and not any(one_place(a, b) for a in own for b in rest)


def branches(sentence: Sentence, whole: Span, frames: Sequence[Frame], told: Told) -> Iterator[Branch]:
    """The stretch of the best frame, then those of other happenings with a place, a day or a count of their own; frames best first.
    What becomes of a truce stays in the rest as well, which it dates.
    """
    if not frames:
        yield Branch(whole, ())
        return
    apart = list(_dated(sentence, whole, frames, told)) if len(frames) > 1 else []
    rest = _outside(frames, apart)
    if not rest:
        apart, rest = [], tuple(frames)
    rest = _main_first(sentence, whole, rest, told)
    apart += [branch for branch in _joined(sentence, whole, rest, told) if branch.span in whole]
    apart = [part for branch in apart for part in _spelled_out(sentence, branch, told)]
    apart += list(_listed(sentence, rest, told, apart))
    cut = [branch.span for branch in apart if branch.frames[0].type not in INSTRUMENTS]
    yield Branch(_without(sentence, whole, rest[0], cut), _outside(frames, apart))
    yield from apart


def _outside(frames: Sequence[Frame], apart: Sequence[Branch]) -> tuple[Frame, ...]:
    return tuple(f for f in frames if not any(f.trigger in branch.span for branch in apart))


def _dated(sentence: Sentence, whole: Span, frames: Sequence[Frame], told: Told) -> Iterator[Branch]:
    """What a clause on the side tells with a day of its own: "which took Kutkai in December", "before the army retook it in May",
    "the truce that began on Friday", "where six had died last June"."""
    for frame in sorted(frames, key=lambda f: f.start):
        verb = sentence.words[frame.head]
        verb = sentence.words[verb.head] if verb.dep in OPENING else verb
        span = stretch(sentence, verb.i)
        others = [f for f in frames if f.trigger not in span]
        where = verb.dep == "relcl" and "where" in _opened(sentence, verb) and told.counts(span)
        if not others or span not in whole or not told.dates(span) or (others[0].type == frame.type and not where):
            continue
        if frame.type in INSTRUMENTS:
            stands = verb.dep in ("relcl", "advcl") and others[0].type not in TRUCE_TOLD
            span = span if verb.dep == "advcl" else stretch(sentence, verb.head)
        else:
            later = verb.dep == "advcl" and "before" in _opened(sentence, verb)
            stands = ((verb.dep == "relcl" and _set_off(sentence, span)) or later) and bool(frame.by)
            stands = where or (stands and _happens(frame) and frame.type not in TOLLS)
        if stands:
            yield Branch(span, _first(frame, [f for f in frames if f.trigger in span]))


def _joined(sentence: Sentence, whole: Span, frames: Sequence[Frame], told: Told) -> Iterator[Branch]:
    """What clauses beside the main one tell, at another place, before it, or with counts of their own."""
    roots = [_clause(sentence, frame.head) for frame in frames]
    for root in dict.fromkeys(roots[1:]):
        if root is None or root == roots[0]:
            continue
        share = [frame for frame, at in zip(frames, roots, strict=True) if at == root]
        span = stretch(sentence, root)
        second = _second(sentence, sentence.words[root])
        acts = [
            f
            for f in share
            if _happens(f) or (second and f.score >= PLAIN and f.type not in (frames[0].type, "statement"))
        ]
        act = next((frame for frame in acts if frame.type not in TOLLS), acts[0] if acts else None)
        if act is None or frames[0].trigger in span:
            continue
        distinct = second and act.type not in (*TOLLS, frames[0].type)
        if distinct or _stands(sentence, root, act, frames[0], span, whole, told):
            same = not act.by and _meant(sentence, sentence.words[root])
            aside = sentence.words[root].dep == "advcl"
            yield Branch(span, _first(replace(act, by=frames[0].by) if same else act, share), aside)


def _main_first(sentence: Sentence, whole: Span, frames: Sequence[Frame], told: Told) -> tuple[Frame, ...]:
    """The frames, that of the main clause first where the best one stands in a clause that tells another happening: "a bomb
    killed six in Gao and gunmen shot a judge in Timbuktu"; of two things said, a toll first: "that six of its men were killed and
    that it killed nine rebels"."""
    roots = [_clause(sentence, frame.head) for frame in frames]
    best = roots[0] if roots else None
    if best is None or sentence.words[best].dep != "conj":
        return tuple(frames)
    main = next((f for f, root in zip(frames, roots, strict=True) if root is None and _happens(f)), None)
    span = stretch(sentence, best)
    second = _second(sentence, sentence.words[best]) and told.counts(span)
    tolls = told.elsewhere(span) and told.counts(span) and any(map(told.counts, _rest(whole, span)))
    acts = main is not None and (second or tolls or main.type not in TOLLS) and main.score >= PLAIN
    if main is None or not acts or not _happens(frames[0]):
        return tuple(frames)
    turned = (main, *(frame for frame in frames if frame is not main))
    return turned if any(frames[0].trigger in b.span for b in _joined(sentence, whole, turned, told)) else tuple(frames)


def _listed(sentence: Sentence, frames: Sequence[Frame], told: Told, apart: Sequence[Branch]) -> Iterator[Branch]:
    """What a list by places tells besides the best frame, each with its own count or day."""
    counts = [f for f in told.figures if f.measure in COUNTED and f.numbered]
    free = [f for f in counts if not any(b.span.start <= f.start < b.span.end for b in apart)]
    tolls = list(placed_tolls(sentence, frames, free, told.times))
    yield from tolls
    if not tolls and _happens(frames[0]):
        places = [p for p in told.places if not any(b.span.start <= p.start < b.span.end for b in apart)]
        yield from placed_days(sentence, frames[0], places, told.times, free)


def _spelled_out(sentence: Sentence, branch: Branch, told: Told) -> Iterator[Branch]:
    """A branch, or what each place tells that it lists: "…; three died in Gao; and two died in Kidal"."""
    counts = [f for f in told.figures if f.measure in COUNTED and f.numbered]
    own = [f for f in counts if branch.span.start <= f.start < branch.span.end]
    tolls = list(placed_tolls(sentence, branch.frames, own, told.times))
    spans = [part.span for part in tolls]
    left = _without(sentence, branch.span, branch.frames[0], spans)
    yield branch._replace(span=left, frames=_outside(branch.frames, tolls)) if tolls else branch
    yield from tolls


def _second(sentence: Sentence, verb: Word) -> bool:
    """Whether a clause is the second thing that somebody says: "said that … and that talks would be held"."""
    opened = any(w.lower == "that" for w in dependents(sentence.words, verb, "mark"))
    return opened and verb.dep == "conj" and sentence.words[verb.head].dep == "ccomp"


def _meant(sentence: Sentence, verb: Word) -> bool:
    """Whether who acts is only meant, being told before: "and on Tuesday they raided Gwoza"."""
    subject = _subject(sentence, verb)
    return subject is not None and subject.lower in THIRD


def _first(act: Frame, share: Sequence[Frame]) -> tuple[Frame, ...]:
    """The frames of a branch, its act first and as high as an act in a clause of its own stands."""
    return (replace(act, score=max(OWN, act.score)), *(frame for frame in share if frame.trigger != act.trigger))


def meanwhile(sentence: Sentence, content: Span) -> Span | None:
    """The clause of time at the end of what is said that tells what happened: "promised aid as fighting raged"."""
    for verb in sentence.words_in(content):
        if verb.dep != "advcl" or verb.tag != "VBD" or _subject(sentence, verb) is None:
            continue
        span = stretch(sentence, verb.i)
        if _opened(sentence, verb) & MEANWHILE and content.start < span.start and span.end >= content.end - 1:
            return span
    return None


def _set_off(sentence: Sentence, span: Span) -> bool:
    """Whether a clause only adds something: a comma or a dash stands before it."""
    before = sentence.text[: span.start - sentence.start].rstrip()
    return before.endswith((",", "-", "–", "—", "("))


def _happens(frame: Frame) -> bool:
    return (frame.type in HAPPENS or frame.phenomenon in FINER) and not frame.negated


def _clause(sentence: Sentence, i: int) -> int | None:
    """The verb of the outermost clause that holds a word beside the main one: joined to it, or with a subject of its own."""
    found = None
    for word in upward(sentence, i):
        beside = _subject(sentence, word) is not None or (found is None and _going_on(sentence, word))
        if (beside and word.dep == "advcl") or (word.dep == "conj" and word.tag.startswith(("VB", "MD"))):
            found = word.i
    return found


def _stands(sentence: Sentence, root: int, act: Frame, head: Frame, span: Span, whole: Span, told: Told) -> bool:
    """Whether a clause tells a happening of its own: at another place than the rest, before what answered it, or of another
    kind and with a count as the rest has one.
    """
    verb = sentence.words[root]
    opened, subject = _opened(sentence, verb), _subject(sentence, verb)
    if opened & BOUNDS or (subject is None and not act.by) or _uttered(sentence, verb, head, opened):
        return False
    counts = told.counts(span) and any(map(told.counts, _rest(whole, span)))
    if subject is None and verb.dep == "advcl":
        own = root in (act.head, sentence.words[act.head].head)
        deeds = {act.type, head.type}
        return own and len(deeds) == 2 and deeds <= DEEDS and not deeds <= BLOWS  # "bombed it, killing nine" is one
    if told.elsewhere(span) and (act.type not in TOLLS or (counts and subject is not None)):
        return True
    if act.type not in TOLLS and (
        _another(sentence, subject) or _another(sentence, dependent(sentence.words, verb, "dobj"))
    ):
        return True
    if subject is not None and _of_another(act, head) and not opened - SETTING:
        return True
    if opened & AFTER:
        past = verb.tag not in ("VBZ", "VBP") and act.type not in TOLLS
        return past and head.type not in GROUND - {"displacement_figure"} and (told.counts(span) or told.names(span))
    if subject is None or (opened and not opened & SETTING):
        return False
    return counts and act.type != head.type and not {act.type, head.type} & TOLLS


def _going_on(sentence: Sentence, verb: Word) -> bool:
    """Whether a participle behind a comma tells what the same did besides: "advanced on the town, shelling it"."""
    return verb.tag == "VBG" and sentence.words[verb.head].i < verb.i and sentence.words[verb.i - 1].text == ","


def _opened(sentence: Sentence, verb: Word) -> frozenset[str]:
    """The words that open a clause: "while", "after", "where"."""
    below = dependents(sentence.words, verb)
    return frozenset(w.lower for w in below if w.dep == "mark" or w.tag == "WRB") - {"that"}


def _another(sentence: Sentence, subject: Word | None) -> bool:
    """Whether who or what acts, or is struck, is another one: "shelling of a nearby village", "a separate attack"."""
    below = sentence.subtree(subject.i) if subject is not None else []
    return any(word.lower in ANOTHER and word is not subject for word in below)


def _of_another(act: Frame, head: Frame) -> bool:
    """Whether two deeds of different kinds are done by two: "rebels took the port and jets bombed the barracks"."""
    deeds = act.type in DEEDS and head.type in DEEDS and act.type != head.type
    apart = {party.name for party in act.by}.isdisjoint(party.name for party in head.by)
    return deeds and bool(act.by) and bool(head.by) and apart


def _uttered(sentence: Sentence, verb: Word, head: Frame, opened: frozenset[str]) -> bool:
    """Whether a clause stands in what somebody denies, asks for or threatens with; what came before that does not."""
    above = upward(sentence, verb.i)[1:]
    content = any(word.dep in CONTENT and word.i != head.head for word in above) or not opened & AFTER
    return head.type in UTTERED and content and head.head in {word.i for word in above}


def _subject(sentence: Sentence, verb: Word) -> Word | None:
    return dependent(sentence.words, verb, *OPENING)


def _rest(whole: Span, span: Span) -> tuple[Span, Span]:
    """What stands before and behind a stretch."""
    return Span(whole.start, span.start), Span(span.end, whole.end)


def _without(sentence: Sentence, whole: Span, head: Frame, spans: Sequence[Span]) -> Span:
    """A stretch without others: what is left of it around its head, without what joined them."""
    start = max((s.end for s in spans if s.end <= head.trigger.start), default=whole.start)
    end = min((s.start for s in spans if s.start >= head.trigger.end), default=whole.end)
    if not spans:
        return whole
    words = sentence.words_in(Span(start, end))
    while words and (words[-1].tag in LOOSE or words[-1].dep in ("cc", "mark")):
        words.pop()
    while words and words[0].tag in LOOSE:
        words = words[1:]
    return Span(words[0].start, words[-1].end) if words else whole
