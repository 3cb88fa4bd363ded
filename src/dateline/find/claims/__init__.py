"""Claims: frames, figures and attributions put together, one assertion by one voice at a time.

Where and when it happened is settled afterwards (`find.setting`), once all claims of the report are known.

Its packages, in the order in which one may use another: `modality` (whether it happened), `groups` (which frames make one
claim), `saying` (what a voice does by its words), `matter` (what it is about), `worth` (whether it is worth telling), `roles`
(who did it to whom) and `kind` (its type and stance).

From frames, figures and attributions to one assertion by one voice at a time, `Notes.claims`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from dateline.find.claims.groups import Group, groups
from dateline.find.claims.kind import kind_of, stance_of
from dateline.find.claims.matter.known import last_blow, meant, told_before
from dateline.find.claims.matter.ties import tie_of
from dateline.find.claims.matter.upshot import upshot
from dateline.find.claims.modality import AHEAD, modality_of, proposes
from dateline.find.claims.modality.fended import fended
from dateline.find.claims.modality.unsure import asked_about
from dateline.find.claims.roles import roles_of
from dateline.find.claims.roles.resumed import resumed
from dateline.find.claims.roles.sides import opposed, told_sides
from dateline.find.claims.roles.struck import struck
from dateline.find.claims.saying import main_verbs
from dateline.find.claims.saying.asked import asked
from dateline.find.claims.saying.menace import on_condition
from dateline.find.claims.worth import told_by, worth, worth_telling
from dateline.find.claims.worth.theme import theme_of
from dateline.find.frames import CROWDS
from dateline.find.notes import Frame, Notes, Sentence
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import sentence_at
from dateline.find.voices.contents import ASKS
from dateline.model import Claim, Modality, Span, Stance, content_id
from dateline.phenomena import Phenomenon, load_phenomena
from dateline.phenomena.types import BLOWS, FOUGHT, VIOLENT
from dateline.words.speech import load_speech

__all__ = ["candidates", "claims"]

HARMFUL: Final = VIOLENT | {"protest", "detention", "other", "statement"}
"""Types of what may have killed somebody or broken something; no agreement did."""

VAGUE: Final = frozenset({"Attack", "Remote explosive/landmine/IED"})
FROM_AIR: Final = "Air/drone strike"
"""ACLED's codes of blows that may have come from the air, and of those that did."""

CLAIMED: Final = "claimed_attack"
"""The phenomenon of those who say that a blow was theirs."""

INTENT: Final[dict[str, str]] = {
    **dict.fromkeys(("CONSULT", "COOPERATE", "AID", "SUPPORT", "CONCEDE", "RETREAT"), "AGREE"),
    **dict.fromkeys(("SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "PROTEST"), "THREATEN"),
}
"""PLOVER's root of an act that is only intended: a visit to come is an agreement, sanctions to come are a threat."""


def claims(notes: Notes) -> Notes:
    """Notes with their claims, in order of the text."""
    told = ((claim, signs) for claim, signs in candidates(notes) if worth_telling(signs))
    unique = {claim.id: replace(claim, confidence=worth(signs)) for claim, signs in told}
    ordered = sorted(unique.values(), key=lambda c: (c.start, c.end, c.type))
    whole = list(asked(notes, list(resumed(notes, list(_continued(notes, ordered))))))
    return replace(notes, claims=tuple(opposed(list(told_sides(whole)), notes.places)))


def _continued(notes: Notes, ordered: Sequence[Claim]) -> Iterator[Claim]:
    """The claims; a count that goes on where a voice counted, in the next sentence, is that voice's too."""
    before: Claim | None = None
    for claim in ordered:
        told = claim
        if before is not None and not claim.speaker and _goes_on(notes, before, claim):
            why = f"it goes on with what {before.speaker[0].name} counts"
            told = replace(claim, speaker=before.speaker, via=before.via, because=(*claim.because, why))
        before = told
        yield told


def _goes_on(notes: Notes, before: Claim, claim: Claim) -> bool:
    """Whether a count stands in the sentence after another of its kind that somebody vouches for."""
    if not before.speaker or not (before.figures and claim.figures):
        return False
    if before.type != claim.type and not (_tolls(before) and _tolls(claim)):
        return False
    first, second = sentence_at(notes, before.start), sentence_at(notes, claim.start)
    return first is not None and second is not None and second[0] - first[0] == 1


def _tolls(claim: Claim) -> bool:
    """Whether a claim counts the dead, by itself or of a fight."""
    deadly = any(figure.measure == "killed" for figure in claim.figures)
    return deadly and claim.type in ("casualty_figure", "clash")


def candidates(notes: Notes) -> Iterator[tuple[Claim, dict[str, float]]]:
    """Every claim that could be made, and the signs that speak for or against it."""
    theme = theme_of(notes)
    for group in map(upshot, groups(notes)):
        if group.head is None and (not _asserts(group) or _dwells(group) or _hearsay(group)):
            continue
        claim = _claim(notes, group)
        if not (_only_fended(group, claim) or _opens_list(group, claim)):
            yield claim, told_by(notes, group, claim, theme)


def _only_fended(group: Group, claim: Claim) -> bool:
    """Whether a blow is named only to be kept off or ended: nobody dealt it, it struck nobody that is counted."""
    told = claim.type not in VIOLENT or claim.stance != "asserts" or claim.by or claim.figures
    return not told and group.head is not None and fended(group.sentence, group.head.head)


def _opens_list(group: Group, claim: Claim) -> bool:
    """Whether the dead are only announced, whom a list is to name: "the victims were named as:"."""
    counted = claim.figures or claim.to or claim.speaker
    return claim.type == "casualty_figure" and not counted and group.sentence.text.rstrip().endswith(":")


def _asserts(group: Group) -> bool:
    """Whether a sentence that names no act asserts anything: it has a verb, or counts people; a list of things does not."""
    people = any(figure.unit in (None, "people", "households") for figure in group.figures)
    return people or any(word.tag.startswith(("VB", "MD")) for word in group.sentence.words)


def _dwells(group: Group) -> bool:
    """Whether it is only told how many live somewhere, and nobody vouches for it: "about 900 people live in the village"."""
    counted = bool(group.figures) and all(figure.measure == "population" for figure in group.figures)
    return counted and group.voice is None


def _hearsay(group: Group) -> bool:
    """Whether nobody says what is no act and no count: "the singer reportedly left the clinic"."""
    return group.voice is not None and group.voice.speaker is None and not group.figures


def _claim(notes: Notes, group: Group) -> Claim:
    head, span, kind = group.head, group.span, kind_of(notes, group)
    stance = stance_of(kind, group)
    modality = _modality(group, kind, stance)
    by, to, speaker = roles_of(notes, group, kind)
    to = struck(group, kind, by, to, speaker)
    return Claim(
        id=content_id("claim", notes.report.id, span.start, span.end, kind),
        report=notes.report.id,
        start=span.start,
        end=span.end,
        text=notes.report.text[span.start : span.end],
        type=kind,
        trigger=_trigger(group),
        by=by,
        to=to,
        figures=group.figures,
        speaker=speaker,
        via=group.voice.via if group.voice else None,
        stance=stance,
        modality=modality,
        codes=_codes(notes, group, kind, modality, stance),
        because=_because(notes, group),
        phenomenon=head.phenomenon if head else None,
        tie=tie_of(group),
    )


def _modality(group: Group, kind: str, stance: Stance) -> Modality:
    """Whether it happened: a toll has, however it may rise; what hangs on a condition may."""
    head, sentence = group.head, group.sentence
    if kind == "casualty_figure" and any(figure.modality == "actual" for figure in group.figures):
        return "actual"
    if stance in AHEAD and on_condition(sentence, group.span):
        return "hypothetical"
    if kind == "statement" and stance not in AHEAD:
        return _of_statement(group, stance)
    if head is None:
        return "planned" if stance in AHEAD else _of_count(group, stance)
    return "actual" if _answered(group) else modality_of(sentence, head.head, stance)


def _of_count(group: Group, stance: Stance) -> Modality:
    """Whether what a bare count is of happened, by the verb that it hangs on: "could move 300 families"."""
    if not group.figures or any(figure.modality == "actual" for figure in group.figures):
        return "actual"
    first = group.figures[0]
    counted = group.sentence.words_in(Span(first.start, first.end))
    return modality_of(group.sentence, counted[-1].i, stance) if counted else "actual"


def _answered(group: Group) -> bool:
    """Whether somebody was asked whether a thing was so, and says: "Asked whether they had left, he said: “Yes.”"."""
    cue = group.cue
    asked = cue[0] if cue and group.voice is not None and group.voice.voices else None
    return asked is not None and asked.lemma in ASKS and asked.tag == "VBN"


def _of_statement(group: Group, stance: Stance) -> Modality:
    """Whether what is stated lies ahead; that somebody cannot tell of a thing has happened."""
    head, voice, sentence = group.head, group.voice, group.sentence
    if head is not None and (asked_about(sentence, head) if head.type != "statement" else _withheld(sentence, head)):
        return "actual"
    if head is not None and proposes(sentence, head.head):
        return "planned"
    own = head is None or (voice is not None and head.trigger.overlaps(voice.cue))
    verbs = main_verbs(sentence, voice) if own and voice is not None else []
    told: Modality = "actual" if head is None else modality_of(sentence, head.head, stance)
    return modality_of(sentence, verbs[0].i, stance) if verbs and told == "actual" else told


def _withheld(sentence: Sentence, head: Frame) -> bool:
    """Whether somebody was silent on a thing: "would not say who had fired", "did not specify whether it was a mine"."""
    verb = sentence.words[head.head]
    helpers = {w.lower for w in dependents(sentence.words, verb, "aux")}
    return head.negated and verb.lemma in load_speech().silent and "will" not in helpers


def _trigger(group: Group) -> Span:
    if group.head is not None:
        return group.head.trigger
    if group.figures:
        return Span(group.figures[0].start, group.figures[0].end)
    return group.voice.cue if group.voice is not None else group.span


def _codes(notes: Notes, group: Group, kind: str, modality: Modality, stance: Stance) -> dict[str, str]:
    """The codes of the head frame; what it lacks for ACLED, the means of an attack tell. Intent has codes of its own, and
    what is denied, or did not happen, is no event.
    """
    head = group.head
    if head is None:
        return {}
    codes = dict(_phenomena()[head.phenomenon].codes)
    if head.phenomenon == CLAIMED:
        codes["acled"] = _means(notes, [f for f in group.frames[1:] if f.phenomenon != CLAIMED]) or codes["acled"]
    elif "acled" not in codes and head.type in (*FOUGHT, "accusation"):
        aims = CROWDS if head.type == "facility_attack" else ()
        code = _means(notes, [f for f in group.frames[1:] if f.phenomenon not in aims and f.type in HARMFUL])
        if code is None and head.type == "facility_attack":
            code = _dealt(notes, head) or "Attack"
        codes |= {"acled": code} if code else {}
    elif (before := meant(notes, head)) is not None:
        codes["acled"] = _phenomena()[before.phenomenon].codes.get("acled", codes["acled"])
    if kind == "airstrike" and (head.type == "shelling" or codes.get("acled") in VAGUE):
        codes["acled"] = FROM_AIR
    opined = kind == "statement" and head.phenomenon != CLAIMED
    opined = opined or (head.type == "agreement" and kind in ("other", "displacement_figure"))  # no deal is told
    undone = head.negated and (head.type in BLOWS or "acled" in _phenomena()[head.phenomenon].codes)
    if opined or undone or stance in ("denies", "demands", "threatens"):
        codes.pop("acled", None)
    if modality == "planned" and head.type not in ("demand", "threat") and codes.get("plover") in INTENT:
        codes["plover"] = "REJECT" if head.negated else INTENT[codes["plover"]]
    return codes


def _dealt(notes: Notes, harm: Frame) -> str | None:
    """ACLED's code of the blow told last before what came of it: "the shock wave shattered windows" after a bombing."""
    before = last_blow(notes, harm)
    return None if before is None else _phenomena()[before.phenomenon].codes.get("acled")


def _means(notes: Notes, acts: Sequence[Frame]) -> str | None:
    """ACLED's code of the first act that has one, "the attack" by what it was."""
    coded = ((f, _phenomena()[f.phenomenon].codes.get("acled")) for f in acts)
    for act, code in coded:
        if code is not None:
            before = told_before(notes, act)
            return code if before is None else _phenomena()[before.phenomenon].codes.get("acled", code)
    return None


def _because(notes: Notes, group: Group) -> tuple[str, ...]:
    text, head, voice = notes.report.text, group.head, group.voice
    reasons = []
    if head is not None:
        named = text[head.trigger.start : head.trigger.end]
        reasons.append(f"“{named}” names {_phenomena()[head.phenomenon].label.lower()}")
    if voice is not None:
        reasons.append(f"“{text[voice.cue.start : voice.cue.end]}” attributes it")
    return tuple(reasons) or ("a figure stands in it",)


@cache
def _phenomena() -> Mapping[str, Phenomenon]:
    return {phenomenon.name: phenomenon for phenomenon in load_phenomena()}
