"""How sure a coder would be to take a claim: the logistic of what it tells, each thing by its worth.

The weights are fitted by `tools/fit_worth.py`, leaving one episode out at a time to see what they are worth.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp, log
from typing import Final

from dateline.find.claims.groups import Group
from dateline.find.claims.matter import KNOWN
from dateline.find.claims.worth.theme import Theme
from dateline.find.notes import Notes
from dateline.find.sentences.dependents import dependents
from dateline.find.sentences.distance import sentence_at, within
from dateline.model import Claim, Span
from dateline.phenomena.types import BLOWS
from dateline.tables import load_table

__all__ = ["FRAMELESS", "SUREST", "told_by", "worth", "worth_telling"]

LEAST: Final = 0.24
"""Claims less worth than this are left out."""

OUTRIGHT: Final = 0.12
"""Blows and their dead that a verb tells outright are left out below this only: late in long reports others weigh little."""

SUREST: Final = 0.88
"""No claim is surer than this: of the surest that were measured, coders passed over one in seven."""

FRAMELESS: Final = 0.3
"""What a claim without a frame stands for: its figure or its saying alone."""

LONG: Final = 30
"""Words beyond which a longer claim tells no more."""

REPORT: Final = (250, 400, 1000)
"""Words of a report that is short, plain or long: of a short one coders take nearly all that is told, of a long one half."""

MAIN: Final = frozenset({"ROOT", "conj", "ccomp"})
"""How the verb stands that a clause or what somebody says is told by."""

DYING: Final = frozenset({"die", "pass"})
"""What people do of age or illness as well."""

SELF: Final = frozenset({"i", "we", "our", "my", "us", "you"})
PEOPLE: Final = frozenset(
    {"killed", "injured", "missing", "displaced", "evacuated", "sheltered", "returned", "detained"}
)
OFFICIAL: Final = ("state", "military", "armed_group", "intergovernmental")


def told_by(notes: Notes, group: Group, claim: Claim, theme: Theme) -> dict[str, float]:
    """What a claim tells that speaks for or against taking it, by name, each from 0 to about 1."""
    head, kinds = group.head, [party.kind for party in claim.speaker]
    vouching = {party.name for party in claim.speaker}
    span = Span(claim.start, claim.end)
    signs = {
        "base": 1.0,
        "frame": head.score if head else FRAMELESS,
        "words": min(LONG, claim.text.count(" ") + 1) / LONG,
        "figures": float(bool(claim.figures)),
        "killed": float(any(figure.measure == "killed" for figure in claim.figures)),
        "to": float(bool(claim.to)),
        "by": float(head is not None and any(party.name not in vouching for party in claim.by)),
        "place": float(bool(within(notes.places, span))),
        "time": float(bool(within(notes.times, span))),
        "speaker": float(bool(vouching)),
        "official": float(any(kind in OFFICIAL for kind in kinds)),
        "nameless": float(group.voice is not None and not vouching),
        "direct": float(group.voice is not None and group.voice.direct),
        "acts": min(3, len(group.frames)) / 3,
        "early": 1 / (1 + span.start / 1500),
        "armed": float(any(p.kind in ("military", "armed_group", "state") for p in (*claim.by, *claim.to))),
        "civil": float(any(p.kind == "civilians" for p in claim.to)),
        "person": float(any(p.kind == "person" for p in claim.by)),
        "numbered": float(any(f.numbered for f in claim.figures)),
        "negated": float(head is not None and head.negated),
    }
    signs |= _of_head(group) | _of_words(group) | _of_theme(notes, claim, theme)
    signs["outright"] = float(_outright(group, claim) and not signs["self"])
    named = (f"type_{claim.type}", f"part_{group.sentence.part}", f"modality_{claim.modality}")
    return signs | dict.fromkeys(named, 1.0)


def _of_theme(notes: Notes, claim: Claim, theme: Theme) -> dict[str, float]:
    """Whether the report, and the sentence, tell of a conflict, and how long it is; who counts the dead or displaced need not ask."""
    home = sentence_at(notes, claim.start)
    counted = any(f.numbered and f.measure in PEOPLE for f in claim.figures)
    return {
        "far_off": 0.0 if counted else theme.far_off(),
        "telling": float(home is not None and home[0] in theme.telling),
        "long": _long(theme.words),
    }


def _long(words: int) -> float:
    """How long a report is, by its words: 0 where it is plain, about 1 where it is long, below 0 where it is short."""
    short, plain, long = REPORT
    return log(min(max(words, short), long) / plain)


def _of_head(group: Group) -> dict[str, float]:
    """How the act is named: by a verb, at the root of its sentence, as one that is known already."""
    if group.head is None:
        return {}
    words = group.sentence.words
    word = words[group.head.head]
    return {
        "root": float(word.dep == "ROOT"),
        "aside": float(word.dep in ("relcl", "advcl", "acl", "amod", "compound")),
        "known": float(word.tag.startswith("NN") and any(w.lower in KNOWN for w in dependents(words, word))),
    }


def _of_words(group: Group) -> dict[str, float]:
    """What the words around it are like: of the past or the present, of somebody's own."""
    words = group.sentence.words_in(group.span)
    return {
        "self": float(any(word.lower in SELF for word in words)),
        "past": float(any(word.tag == "VBD" for word in words)),
        "now": float(any(word.tag in ("VBZ", "VBP") for word in words)),
    }


def _outright(group: Group, claim: Claim) -> bool:
    """Whether a main verb tells whom a blow struck or killed: "a guard was shot", "fired rockets at the port"."""
    head = group.head
    struck = claim.to or any(figure.measure in ("killed", "injured") for figure in claim.figures)
    happened = claim.stance == "asserts" and claim.modality == "actual"
    if head is None or head.negated or not struck or not happened or claim.type not in BLOWS | {"casualty_figure"}:
        return False
    verb = group.sentence.words[head.head]
    return verb.dep in MAIN and verb.tag in ("VBD", "VBN") and verb.lemma not in DYING


def worth_telling(signs: Mapping[str, float]) -> bool:
    """Whether a claim with these signs is not left out."""
    return worth(signs) >= (OUTRIGHT if signs["outright"] else LEAST)


def worth(signs: Mapping[str, float]) -> float:
    """The chance, 0 to 1, that a coder takes a claim that shows these signs."""
    weights = _weights()
    odds = sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return round(min(SUREST, 1 / (1 + exp(-odds))), 2)


@cache
def _weights() -> dict[str, float]:
    told: dict[str, float] = load_table("words/worth.toml")["worth"]
    return told
