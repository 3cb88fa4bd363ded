"""Under whose banner "the rebels" or "the militants" of a report fight, as it tells somewhere itself: "Dune Army militants"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.find.actors.names import Spot
from dateline.find.notes import Sentence
from dateline.words.actors import Known, split
from dateline.words.men import load_men

__all__ = ["banners"]


def banners(lines: Iterable[tuple[Sentence, Sequence[Spot]]]) -> Mapping[str, Known]:
    """The armed group whose men are told by each such word, where the report tells those of one group only by it; by "the"
    before a word that fits the men of any, where it tells the men of one group only by all these words; by the plural of
    the word that its name ends with: "Maoists"."""
    told: dict[str, dict[str, Known]] = {}
    for sentence, spots in lines:
        for n, spot in enumerate(spots):
            group = _group(sentence, spots, n)
            word = sentence.words[spot.head].lemma.removesuffix("s")
            if group is not None and word in load_men().sorts | load_men().doing:
                told.setdefault(word, {})[group.name] = group
            elif group is not None and word == "group":
                for man in load_men().sorts.intersection(w.lemma for w in sentence.words[spot.first : spot.last]):
                    told.setdefault(man, {})[group.name] = group
            elif spot.known is not None and spot.kind == "armed_group":
                for man in load_men().sorts.intersection(split(spot.known.name)[-1:]):
                    told.setdefault(f"{man}s", {})[spot.known.name] = spot.known  # "the Dune Party (Maoist)"
    found = {word: next(iter(groups.values())) for word, groups in told.items() if len(groups) == 1}
    every = {name: group for groups in told.values() for name, group in groups.items()}
    only = next(iter(every.values())) if len(every) == 1 else None
    return found if only is None else {**{f"the {word}": only for word in load_men().anybody}, **found}


def _group(sentence: Sentence, found: Sequence[Spot], n: int) -> Known | None:
    """The armed group that a description belongs to, or that is named right beside it: "the rebel group Dune Army"."""
    spot = found[n]
    if spot.form != "role" or spot.kind != "armed_group":
        return None
    if spot.owner is not None:
        apart = not load_men().apart.isdisjoint(spot.own.lower().split())
        return spot.owner if spot.owner.kind == "armed_group" and not apart else None
    after = found[n + 1] if n + 1 < len(found) else None
    if after is None or after.known is None or after.known.kind != "armed_group":
        return None
    gap = [word.text for word in sentence.words[spot.last : after.first]]
    single = sentence.words[spot.head].tag == "NN"
    return after.known if single and gap in ([], [","], [",", "the"]) else None
