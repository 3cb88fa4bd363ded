"""Whose men somebody is: told by "of", by whom they are loyal to, or by whom they are held to be."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.find.notes import Sentence
from dateline.find.sentences.dependents import children
from dateline.model import Actor
from dateline.words.mood import load_acts

__all__ = ["LOYAL", "owner"]

LOYAL = frozenset({"loyal", "faithful", "allied", "aligned"})
"""What ties somebody to whoever commands them."""

ALLIED = frozenset({"allied", "aligned"})
"""What ties men to a state or an army that commands them not: "a militia allied to the government"."""

BEING = frozenset({"be", "belong"})
"""Verbs that tell it: "suspected of being", "thought to belong to"."""


def owner(sentence: Sentence, actors: Sequence[Actor], i: int) -> Actor | None:
    """The actor whose they are: "planes of the air force", "fighters from the eastern militia", "units loyal to a king"."""
    tied = [a for a in children(sentence, i, "amod", "acl") if sentence.words[a].lower in LOYAL]
    owners = [
        o
        for at in (i, *tied)
        for c in children(sentence, at, "prep")
        if sentence.words[c].lower in (("of", "from") if at == i else ("to", "with"))
        for o in children(sentence, c, "pobj")
    ]
    found = next((a for o in owners for a in actors if a.start <= sentence.words[o].start < a.end), None)
    if found and found.kind in ("state", "military") and any(sentence.words[a].lower in ALLIED for a in tied):
        return None
    return found or _held_to_be(sentence, actors, i)


def _held_to_be(sentence: Sentence, actors: Sequence[Actor], i: int) -> Actor | None:
    """The band that somebody is held to belong to: "gunmen suspected of being part of the Dune Army", "believed to be
    Dune Army fighters", "thought to belong to it"."""
    above = sentence.words[i].head  # a participle that the parse may take for what the gunmen did
    held = [a for a in (*children(sentence, i, "acl"), above) if sentence.words[a].lemma in load_acts().supposing]
    at = [c for a in held for c in (a, *children(sentence, a, "prep"))]
    being = [b for c in at for b in children(sentence, c, "xcomp", "pcomp") if sentence.words[b].lemma in BEING]
    what = [n for b in being for n in (b, *children(sentence, b, "attr"))]
    named = [o for n in what for c in children(sentence, n, "prep") for o in children(sentence, c, "pobj")]
    bands = [a for a in actors if a.kind == "armed_group" and not a.name.islower()]
    return next((a for n in (*what, *named) for a in bands if a.start <= sentence.words[n].start < a.end), None)
