"""Who lets somebody go, where only who held them is told."""

from __future__ import annotations

from dateline.find.frames.slots import Slots, verb_slots
from dateline.find.frames.triggers import Hit
from dateline.find.notes import Sentence
from dateline.find.sentences.dependents import children
from dateline.phenomena import words_of

__all__ = ["keepers"]


def keepers(sentence: Sentence, hit: Hit, slots: Slots) -> list[int]:
    """Those who let somebody go, where only who held them is told: "nine clerks held by the junta were released"."""
    freed = slots.get("object", ()) if hit.phenomenon.name == "release" and hit.trigger.kind == "verb" else ()
    clauses = (c for f in freed for c in children(sentence, f, "acl") if sentence.words[c].lemma in words_of("keeping"))
    return [f for c in clauses for f in verb_slots(sentence, c, True).get("subject", ()) if f not in freed]
