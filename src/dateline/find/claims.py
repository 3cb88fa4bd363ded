"""Claims: frames, figures and attributions put together, one assertion by one voice at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import exp
from typing import Final, TypeVar

from dateline.find.modality import modality_of
from dateline.find.notes import Frame, Notes, Sentence
from dateline.model import Actor, Attribution, Claim, Figure, Modality, Party, Place, Span, Stance, Time, content_id
from dateline.phenomena import Phenomenon, load_classes, load_phenomena
from dateline.text import trim

__all__ = ["claims"]

T = TypeVar("T", Figure, Time, Place)

STANCES: Final[dict[str, Stance]] = {
    "accusation": "accuses", "denial": "denies", "demand": "demands", "threat": "threatens", "ceasefire_violation": "accuses",
}  # fmt: skip
"""The stance that a type of claim carries by itself."""

TYPES: Final[dict[Stance, str]] = {
    "accuses": "accusation",
    "denies": "denial",
    "demands": "demand",
    "threatens": "threat",
}
"""The type that a voice's stance gives to a claim, whatever act it speaks of."""

INTENT: Final[dict[str, str]] = {
    **dict.fromkeys(("CONSULT", "COOPERATE", "AID", "SUPPORT", "CONCEDE", "RETREAT"), "AGREE"),
    **dict.fromkeys(("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"), "THREATEN"),
}
"""PLOVER's root of an act that is only intended: a visit to come is an agreement, sanctions to come are a threat."""

MEASURES: Final[dict[str, str]] = {
    "killed": "casualty_figure", "injured": "casualty_figure", "missing": "casualty_figure", "displaced": "displacement_figure",
    "evacuated": "displacement_figure", "returned": "displacement_figure", "facilities_hit": "facility_attack",
    "villages_taken": "territorial_control", "detained": "detention", "violations": "ceasefire_violation", "strikes": "airstrike",
}  # fmt: skip
"""The type of a claim whose only matter is a figure."""

VIOLENT: Final = frozenset({"armed_attack", "airstrike", "shelling", "clash", "facility_attack", "territorial_control"})
SPOKEN: Final = frozenset({"demand", "threat", "statement"})
"""Types in which an official acts for the state that he or she speaks for."""
PARTISAN: Final = frozenset({"state", "armed_group", "military"})
TIES: Final = frozenset({"despite", "since", "during", "under", "after", "amid"})
WORTH: Final[dict[str, float]] = {
    "frame": 0.5, "figures": 1.1, "to": 0.35, "by": 0.35, "place": 0.1, "speaker": 0.6, "words": 0.045, "stance": 0.2,
    "time": 0.4, "soft": -0.6, "none": -0.5, "base": -2.2,
}  # fmt: skip
"""What each thing that a claim tells adds to the log-odds that a coder would take it: measured, then rounded."""

SOFT: Final = frozenset({"statement", "support", "promise", "sanctions", "aid"})
"""Phenomena that fill the news without being its matter."""

LEAST: Final = 0.3
"""Claims less worth than this are left out."""

STRONG: Final = 0.55
"""How high a frame must stand to be a claim beside the head of its sentence."""


@dataclass(frozen=True, slots=True)
class _Group:
    """What one voice says in one sentence: its frames, best first, and the stretch it covers."""

    span: Span
    voice: Attribution | None
    frames: tuple[Frame, ...]
    figures: tuple[Figure, ...]


def claims(notes: Notes) -> Notes:
    """Notes with their claims, in order of the text."""
    found = [
        _claim(notes, sentence, group)
        for n, sentence in enumerate(notes.sentences)
        for group in _groups(notes, n, sentence)
    ]
    unique = {claim.id: claim for claim in found if claim.confidence >= LEAST}
    return replace(notes, claims=tuple(sorted(unique.values(), key=lambda c: (c.start, c.end, c.type))))


@cache
def _phenomena() -> Mapping[str, Phenomenon]:
    return {phenomenon.name: phenomenon for phenomenon in load_phenomena()}


def _within(items: Iterable[T], span: Span) -> tuple[T, ...]:
    return tuple(item for item in items if span.start <= item.start and item.end <= span.end)


def _groups(notes: Notes, n: int, sentence: Sentence) -> Iterator[_Group]:
    """One claim a sentence, unless another voice speaks of an act of its own beside the first."""
    told = sorted((f for f in notes.frames if f.sentence == n), key=lambda f: (-f.score, f.start))
    voices = _outermost([a for a in notes.attributions if a.content.overlaps(sentence.span)])
    figures = _within(notes.figures, sentence.span)
    shares: dict[int, list[Frame]] = {}
    for frame in told:
        shares.setdefault(_voice_of(voices, frame), []).append(frame)
    if not shares and (figures or voices):
        shares[0 if voices else -1] = []
    kept = {at: share for at, share in sorted(shares.items()) if _stands(share, told)}
    for at, share in kept.items():
        voice = voices[at] if at >= 0 else None
        span = sentence.span if len(kept) == 1 else _reach(sentence, voice, share)
        yield _Group(trim(notes.report.text, span), voice, tuple(share), _within(figures, span))


def _stands(share: Sequence[Frame], told: Sequence[Frame]) -> bool:
    """Whether what one voice says is a claim of its own: the head of the sentence, or nearly as strong an act."""
    return not told or share[0] is told[0] or share[0].score >= max(STRONG, told[0].score - 0.2)


def _outermost(voices: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that are not told within another one's content."""
    return [
        a
        for a in voices
        if a.cue is None or not any(a is not b and a.cue in b.content and a.content != b.content for b in voices)
    ]


def _voice_of(voices: Sequence[Attribution], frame: Frame) -> int:
    """The number of the attribution whose content or cue holds the frame's trigger; -1 for the outlet itself."""
    best = -1
    for i, voice in enumerate(voices):
        held = voice.content.overlaps(frame.trigger) or (voice.cue is not None and voice.cue.overlaps(frame.trigger))
        if held and (best < 0 or _length(voice.content) < _length(voices[best].content)):
            best = i
    return best


def _length(span: Span) -> int:
    return span.end - span.start


def _reach(sentence: Sentence, voice: Attribution | None, share: Sequence[Frame]) -> Span:
    """The stretch of a claim that shares its sentence: what the voice says, or the clause of the act."""
    if voice is None:
        return Span(share[0].start, share[0].end)
    return Span(max(sentence.start, voice.content.start), min(sentence.end, voice.content.end))


def _claim(notes: Notes, sentence: Sentence, group: _Group) -> Claim:
    head = group.frames[0] if group.frames else None
    kind = _type(group, head)
    stance = group.voice.stance if group.voice and group.voice.stance != "asserts" else STANCES.get(kind, "asserts")
    modality = modality_of(sentence, head.head, stance) if head else "actual"
    by, to, speaker = _parties(group, head, kind)
    if kind in SPOKEN:
        by = _for_state(notes, by)
    trigger = _trigger(group, head)
    time, where = _time(notes, sentence, group.span), _place(head, notes, group.span)
    text = notes.report.text[group.span.start : group.span.end]
    return _valued(
        Claim(
            id=content_id("claim", notes.report.id, group.span.start, group.span.end, kind),
            report=notes.report.id,
            start=group.span.start,
            end=group.span.end,
            text=text,
            type=kind,
            trigger=trigger,
            by=by,
            to=to,
            place=where,
            time=time,
            figures=group.figures,
            speaker=speaker,
            via=group.voice.via if group.voice else None,
            stance=stance,
            modality=modality,
            codes=_codes(group.frames, modality),
            because=_because(notes, group, head),
            phenomenon=head.phenomenon if head else None,
            tie=_tie(sentence),
        ),
        head.score if head else 0.3,
    )


def _valued(claim: Claim, score: float) -> Claim:
    """The claim with its confidence: the logistic of what it tells, each thing by its worth."""
    vouching = {party.name for party in claim.speaker}
    told = {
        "base": 1.0,
        "frame": score,
        "none": float(claim.phenomenon is None),
        "soft": float(claim.phenomenon in SOFT),
        "figures": float(bool(claim.figures)),
        "to": float(bool(claim.to)),
        "by": float(any(party.name not in vouching for party in claim.by)),
        "place": float(claim.place is not None),
        "speaker": float(bool(vouching)),
        "words": float(min(30, claim.text.count(" ") + 1)),
        "stance": float(claim.stance != "asserts"),
        "time": float(claim.time is not None),
    }
    odds = sum(WORTH[name] * value for name, value in told.items())
    return replace(claim, confidence=round(1 / (1 + exp(-odds)), 2))


def _type(group: _Group, head: Frame | None) -> str:
    """The head frame's type; where the voice denies, accuses, demands or threatens, that saying is the claim."""
    stance = group.voice.stance if group.voice else "asserts"
    if stance == "promises" and head is not None and head.type in VIOLENT:
        return "threat"
    if head is not None and head.type == "ceasefire_violation" and stance in ("accuses", "asserts"):
        return head.type
    if stance in TYPES:
        return TYPES[stance]
    if head is None:
        return next(
            (MEASURES[f.measure] for f in group.figures if f.measure in MEASURES),
            "statement" if group.voice else "other",
        )
    if group.voice is not None and head.negated and head.type in (*VIOLENT, "casualty_figure"):
        return "denial"
    if group.voice is not None and head.type in VIOLENT and _accuses(group.voice, head):
        return "accusation"
    if head.type in VIOLENT and any(f.measure == "killed" and f.period is not None for f in group.figures):
        return "casualty_figure"
    return head.type


def _accuses(voice: Attribution, head: Frame) -> bool:
    """Whether a side to the conflict speaks of what another side did: that accuses, where a monitor reports."""
    sides = {_side(actor) for actor in voice.voices if actor.kind in PARTISAN}
    doers = {_side(party) for party in head.by if party.kind in PARTISAN}
    return bool(sides and doers) and sides.isdisjoint(doers)


def _side(actor: Actor | Party) -> str:
    """The side an actor stands on: a state's arms are its own, an armed group or an opposition stands for itself."""
    return actor.country if actor.country and actor.kind in ("state", "military") else actor.name


def _parties(
    group: _Group, head: Frame | None, kind: str
) -> tuple[tuple[Party, ...], tuple[Party, ...], tuple[Party, ...]]:
    """Who acts, who is acted on, who vouches. Of an accusation the accused acts, and the accuser vouches."""
    speaker = tuple(_party(actor) for actor in group.voice.voices) if group.voice else ()
    if head is None:
        return (speaker if kind == "statement" else ()), (), speaker
    inner = next((f for f in group.frames[1:] if f.type in VIOLENT), None)
    if kind == "accusation" and head.type == "accusation":
        return head.to or (inner.by if inner else ()), inner.to if inner else (), speaker or head.by
    if kind in ("statement", "demand", "threat") and not head.by:
        return speaker, head.to, speaker
    if kind in ("denial", "accusation") and inner is not None and not head.by:
        return inner.by, inner.to, speaker
    return head.by, head.to, speaker or (head.by if kind in ("demand", "threat", "denial") else ())


def _for_state(notes: Notes, by: tuple[Party, ...]) -> tuple[Party, ...]:
    """Officials with the state they act for, where the report names it."""
    named = {party.name for party in by}
    states = {a.country: a for a in reversed(notes.actors) if a.kind == "state" and a.country and a.name not in named}
    served = {p.country: states[p.country] for p in by if p.kind == "person" and p.country in states}
    return by + tuple(_party(actor) for actor in served.values())


def _party(actor: Actor) -> Party:
    return Party(actor.name, actor.text, actor.start, actor.end, actor.id, actor.kind, actor.country)


def _trigger(group: _Group, head: Frame | None) -> Span:
    if head is not None:
        return head.trigger
    if group.figures:
        return Span(group.figures[0].start, group.figures[0].end)
    return group.voice.cue if group.voice and group.voice.cue else group.span


def _time(notes: Notes, sentence: Sentence, span: Span) -> Time | None:
    """The time told in the clause, else in the sentence; a day before a duration."""
    for stretch in (span, sentence.span):
        told = sorted(
            _within(notes.times, stretch), key=lambda t: (t.when is None, t.type not in ("DATE", "TIME"), t.start)
        )
        if told:
            return told[0]
    return None


def _place(head: Frame | None, notes: Notes, span: Span) -> Place | None:
    if head is not None:
        return head.place
    return next((place for place in _within(notes.places, span) if not place.metonym), None)


def _codes(told: Sequence[Frame], modality: Modality) -> dict[str, str]:
    """The codes of the head frame; what it lacks for ACLED, the means of an attack tell. Intent has codes of its own."""
    if not told:
        return {}
    codes = dict(_phenomena()[told[0].phenomenon].codes)
    if "acled" not in codes and told[0].type in (*VIOLENT, "casualty_figure", "accusation"):
        means = (_phenomena()[f.phenomenon].codes.get("acled") for f in told[1:])
        code = next((m for m in means if m), "Attack" if told[0].type == "facility_attack" else None)
        codes |= {"acled": code} if code else {}
    if modality == "planned" and told[0].type not in ("demand", "threat") and codes.get("plover") in INTENT:
        codes["plover"] = "REJECT" if told[0].negated else INTENT[codes["plover"]]
    return codes


def _because(notes: Notes, group: _Group, head: Frame | None) -> tuple[str, ...]:
    text = notes.report.text
    reasons = []
    if head is not None:
        named = text[head.trigger.start : head.trigger.end]
        reasons.append(f"“{named}” names {_phenomena()[head.phenomenon].label.lower()}")
    if group.voice is not None and group.voice.cue is not None:
        reasons.append(f"“{text[group.voice.cue.start : group.voice.cue.end]}” attributes it")
    return tuple(reasons)


def _tie(sentence: Sentence) -> str | None:
    """The words that tie the act to a truce: "despite the ceasefire announced in May"."""
    truce = load_classes()["truce"].words
    for word in sentence.words:
        if word.lower in TIES and word.dep in ("prep", "mark"):
            told = sentence.subtree(word.i)
            if any(w.lemma in truce for w in told):
                return sentence.text[told[0].start - sentence.start : told[-1].end - sentence.start]
    return None
