"""Why two events are two: what speaks for and against their being one, field by field, as weighing reckons it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from dateline.model import Claim, Report
from dateline.rows import Row, noun
from dateline.web.reader import Reader
from dateline.weigh.same.alike import BIAS, WEIGHTS, likeness
from dateline.weigh.settled import traits_of
from dateline.weigh.traits import weights

__all__ = ["NEAR_DAYS", "apart_content", "beside"]

NEAR_DAYS: Final = 2
MOST: Final = 6
FEW: Final = 40
"""Claims of each event that are compared; what forty do not show, more will not."""

LABELS: Final = {
    "kind": "what kind of thing it is",
    "time": "the days",
    "place": "the places",
    "actors": "who did it",
    "targets": "to whom",
    "speakers": "who says so",
    "figures": "the counts",
    "facility": "the building",
    "words": "the words",
    "nearness": "how close the words stand in one report",
    "leads": "what both reports begin with",
    "strangers": "nothing in common but the kind",
    "other_matter": "another matter that is named",
    "background": "whether it is news or recalled",
    "truce": "the truce it belongs to",
    "voices": "another voice on the same",
    "story": "the story that the reports tell",
    "continuity": "one sentence going on from the other",
    "matter": "the matter of what is said",
    "due": "the day by which it is asked for",
    "footing": "a thing done and one only planned or feared",
    "turned": "words that turn to something else",
    "undated": "no day said",
    "unplaced": "no place said",
}
"""What weighing compares, in words."""


def apart_content(reader: Reader, one: Row, other: Row) -> dict[str, Any]:
    """What the page tells of two events: whether anything rules out that they are one, and what each field says, from the
    heaviest; `sum` is what they come to, and would have to be above naught.

    A field's worth is the mean over all pairs of a claim of the one and a claim of the other.
    """
    ours, theirs = (_claims(reader, row["claims"][:FEW]) for row in (one, other))
    both = [*ours, *(claim for claim in theirs if claim.id not in {told.id for told in ours})]
    reports = [noun(Report, row) for row in reader.weighed(dict.fromkeys(claim.report for claim in both), "reports")]
    traits = traits_of(both, {report.id: report for report in reports})
    alike = likeness(traits, weights(traits))
    at = np.ix_(
        *([n for n, told in enumerate(traits) if told.claim.id in {c.id for c in side}] for side in (ours, theirs))
    )
    told = {name: WEIGHTS[name] * float(table[at].mean()) for name, table in alike.fields.items()}
    fields = [(LABELS.get(name, name), worth) for name, worth in told.items() if abs(worth) >= 0.005]
    return {
        "one": one,
        "other": other,
        "never": round(float(alike.never[at].mean()) * 100),
        "bias": BIAS,
        "fields": sorted(fields, key=lambda item: (-abs(item[1]), item[0])),
        "sum": BIAS + sum(told.values()),
    }


def _claims(reader: Reader, ids: Sequence[str]) -> list[Claim]:
    return [noun(Claim, row) for row in reader.weighed(ids, "claims")]


def beside(reader: Reader, event: str) -> list[Row]:
    """Events told of the same place within two days, which weighing kept apart from this one; those of its kind first."""
    shelf = reader.shelf()
    at = shelf.places.get(event)
    if at is None or shelf.first[at] < 0 or shelf.spot[at] < 0:
        return []
    near = (shelf.spot == shelf.spot[at]) & (shelf.first >= 0) & (np.abs(shelf.first - shelf.first[at]) <= NEAR_DAYS)
    near[at] = False
    found = sorted(
        np.flatnonzero(near), key=lambda n: (abs(int(shelf.first[n] - shelf.first[at])), -int(shelf.voices[n]), n)
    )
    return reader.weighed(shelf.ids[n] for n in found[:MOST])
