"""The unnumbered: "a boy was killed", "X was assassinated", "the murder of X", "civilians were wounded"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.amounts import Amount
from dateline.find.counts import Counted
from dateline.find.notes import Word
from dateline.find.row import Reading, Row
from dateline.words.measures import Cue, Noun

__all__ = ["unnumbered"]

COUNTED = ("killed", "injured", "missing", "detained")
"""Measures whose victims are told without a number."""
SINGULAR, PLURAL = frozenset(("NN", "NNP")), frozenset(("NNS", "NNPS"))


def unnumbered(row: Row, taken: Sequence[Counted], read: Sequence[Reading | None]) -> Iterator[tuple[Counted, Reading]]:
    """Those killed, hurt, missing or held of whom the sentence gives no number: one each, at least two where they are many."""
    used = {how.cue for how in read if how is not None}
    for at, token in enumerate(row.tokens):
        cues = row.measures.cues.get(token)
        if cues is None or at in used:
            continue
        cue = next(
            (cue for cue in cues if cue.measure in COUNTED and (not cue.needs or row.needs(cue, at + 1, at + 3))), None
        )
        head = None if cue is None else _victim(row, cue, at)
        if cue is None or head is None or any(one.first <= head < one.last for one in taken):
            continue
        if row.tokens[head] in cue.needs:
            continue  # "claimed the lives"
        yield from _members(row, cue, at, head, taken)


def _victim(row: Row, cue: Cue, at: int) -> int | None:
    """The token of the noun that plays the cue's role."""
    words = row.sentence.words
    children = {words[child].dep: child for child in words[at].children}
    passive = "auxpass" in children or "nsubjpass" in children or row.passive(at)
    if cue.role == "of":
        return _after_of(words, at)
    if cue.role == "subject":
        return children.get("nsubj") if cue.form != "base" else None
    if cue.role in ("object", "either"):
        if passive:
            return children.get("nsubjpass", children.get("nsubj"))
        return children.get("dobj") if cue.form in ("ed", "ing", "s") else None
    return None


def _after_of(words: Sequence[Word], at: int) -> int | None:
    for child in words[at].children:
        if words[child].lower == "of":
            return next((k for k in words[child].children if words[k].dep == "pobj"), None)
    return None


def _members(row: Row, cue: Cue, at: int, head: int, taken: Sequence[Counted]) -> Iterator[tuple[Counted, Reading]]:
    """The victim and those named beside it; two names side by side are two."""
    words = row.sentence.words
    waiting = [head]
    while waiting:
        k = waiting.pop(0)
        waiting += [child for child in words[k].children if words[child].dep == "conj"]
        if any(one.first <= k < one.last for one in taken):
            continue
        amount = _amount(row, k, cue, at)
        if amount is None:
            continue
        first = min(
            [
                k,
                *(
                    child
                    for child in words[k].children
                    if child < k and words[child].dep in ("det", "compound", "amod", "poss", "nmod")
                ),
            ]
        )
        listed = row.measures.nouns.get(words[k].lower)
        noun = listed if listed is not None and listed.unit == "people" else Noun("people")
        negated = any(row.small(j, "negatives") for j in range(at - 3, at))
        yield (
            Counted(first, first, first, k + 1, k, amount, noun, words[k].lower),
            Reading(cue.measure, at, "named", False, negated),
        )


def _amount(row: Row, k: int, cue: Cue, at: int) -> Amount | None:
    """One for a person, at least two for people newly told of, None for what is neither."""
    word = row.sentence.words[k]
    if row.small(k, "nobody") or word.tag not in SINGULAR | PLURAL:
        return None
    if any(row.small(child, "nobody") for child in word.children):
        return None
    listed = row.measures.nouns.get(word.lower)
    if listed is not None and listed.unit != "people":
        return None
    if word.tag in PLURAL:
        known = any(row.small(child, "definite") for child in word.children)
        told = cue.form == "ed" or (cue.form == "ing" and row.tag(at - 1) != "IN") or cue.role == "of"
        return Amount.vague("some") if listed is not None and told and not known else None
    return (
        None
        if listed is None and word.tag == "NN" and word.lower.endswith(tuple(row.measures.glue["abstract"]))
        else Amount.told(1)
    )
