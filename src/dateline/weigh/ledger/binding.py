"""What could be held against somebody: words in the form of a promise, a demand or a threat that bind nobody are none."""

from __future__ import annotations

import re
from typing import Final

from dateline.model import Party
from dateline.weigh.ledger.readings import Reading
from dateline.words.ledger import cue, duties

__all__ = ["SIDES", "binds", "of_the_war", "pledges_itself", "supports"]

SIDES: Final = frozenset({"state", "armed_group", "military"})
"""Kinds of those who fight."""
BODIES: Final = SIDES | {"intergovernmental"}
"""Kinds of those who are asked, besides persons of some country, where words only say that something must be."""
_AHEAD: Final = (
    r"\b(?:will|would|shall|won't|wouldn't|'ll|going to|plan(?:s|ned)? to|intend(?:s|ed)? to|due to|is to|are to)\s+"
)
_APPOINTED: Final = re.compile(_AHEAD + r"(?:not\s+)?(?:also\s+|soon\s+|later\s+|then\s+)?(?P<verb>[a-z]+)")
"""The verb of what will be done."""
_STATE: Final = re.compile(
    r"\b(?:will|would|shall|won't|wouldn't|'ll)\s+(?:not\s+|never\s+|also\s+|only\s+|surely\s+)?be\s+(?:not\s+)?(?P<word>[a-z-]+)"
)
"""What comes behind "will be": what is to be done, or how things will be."""
_DONE: Final = re.compile(
    r"\w+(?:ed|en|own|ung|ught)|sent|held|made|put|left|shot|paid|built|met|lost|free|open|back|gone|ready|done|met|cut|set|let|no|safe|able|responsible|accountable"
)
_OWN: Final = re.compile(r"\b(?:i|we)(?:\s+\w+)?\s+(?:will|would|shall|won't)\b|\b(?:i|we)'ll\b")
_TO_ONESELF: Final = re.compile(
    r"\b(?:we|i|you|us|one|everybody|everyone|nobody|no one)(?:\s+(?:all|also|now|both))?\s+(?:must|should|ought to|have to|has to|had to|needs?)\b"
)
_IMPERSONAL: Final = re.compile(r"\b(?:you|one)\s+(?:have|has|need|needs)\s+to\b")
_LETTER: Final = re.compile(r"\b(?:i|my|you|your)\b")
"""What a reader writes to somebody."""
_SUPPORT: Final = re.compile(
    r"\b(?:vow|pledg|promis)\w*\s+(?:to\s+)?(?:continue\s+(?:to\s+)?)?(?:its\s+|their\s+|his\s+|full\s+)?"
    r"(?:support|help|assist|rebuild|protect|stand by|back)\w*"
)
_VOWED: Final = re.compile(r"\b(?:vow|threat|swore|swear|pledg|ultimatum|unless|we will|we'll|i will|i'll|warn)")
_PRONOUN: Final = re.compile(r"\b(?:i|we|he|she|it|they|who|which|and|but)(?:\s+\w+ly)?$")
BESIDE: Final = 12
"""Characters that may stand between a name and its "will not"."""
_MAYBE: Final = re.compile(r"\b(?:could|may|might)\b")
_SURELY: Final = re.compile(
    r"\b(?:will|would|shall|won't|'ll|vow|threat|ready|pledg|must|unless|ultimatum|swore|swear|right to)"
)


def binds(one: Reading, kind: str) -> bool:
    """Whether somebody could be held to what a reading promises, asks or threatens."""
    if _by_onlookers(one, kind) or cue("commitments", "notices").search(one.clause):
        return False
    makers = one.claim.by or one.claim.speaker
    if kind in ("promise", "threat") and not any(map(_is_side, makers)) and not _in_its_words(one):
        return False
    if kind in ("promise", "deadline") and _only_happens(one):
        return False
    if kind == "threat" and not any(map(_is_side, makers)) and not _VOWED.search(one.clause):
        return False  # what a man of no office says will come about
    if kind in ("demand", "deadline"):
        return _asks_somebody(one)
    return kind not in ("threat", "ultimatum") or bool(_SURELY.search(one.clause)) or not _MAYBE.search(one.clause)


def of_the_war(one: Reading) -> bool:
    """Whether a promise or a demand is of the war: of a side or to somebody, about a duty, or in its words; no gifts of donors.

    A person of no known office or country is no side.
    """
    side = any(_is_side(party) for party in one.claim.by)
    told = side or one.claim.to or one.nouns or duties(one.clause)
    return bool(told or cue("phrases", "war").search(one.sentence))


def _in_its_words(one: Reading) -> bool:
    """Whether the clause itself is about a duty, a truce or the war, or addressed to a side of it."""
    sides = any(party.kind in SIDES or party.country for party in one.claim.to)
    return bool(sides or one.nouns or duties(one.clause) or cue("phrases", "war").search(one.clause))


def _is_side(party: Party) -> bool:
    if party.kind == "person" and party.country is None and party.id is None:
        return False
    return bool(party.kind in SIDES or party.country or party.name[:1].isupper())


def _by_onlookers(one: Reading, kind: str) -> bool:
    """Whether those who say it only look on: witnesses, analysts, reporters; of a promise or a threat, crowds too."""
    makers = one.claim.by or one.claim.speaker
    if not makers:
        return False
    mute = ("media", "civilians") if kind in ("promise", "threat", "ultimatum") else ()
    return all(
        (party.kind in mute or bool(cue("phrases", "onlookers").search(party.name.lower())))
        and party.country is None
        and party.id is None
        for party in makers
    )


def _only_happens(one: Reading) -> bool:
    """Whether what lies ahead is a journey, a speech or a meeting, silence towards the press, or how things will be."""
    said = one.clause
    if cue("commitments", "mute").search(said):
        return True
    if one.nouns or one.claim.stance == "accuses":
        return False
    verbs = [hit["verb"] for hit in _APPOINTED.finditer(said)]
    if verbs and all(cue("commitments", "appointments").fullmatch(verb) for verb in verbs):
        return True
    states = [hit["word"] for hit in _STATE.finditer(said)]
    becomes = verbs and all(verb == "be" for verb in verbs) and not any(_DONE.fullmatch(word) for word in states)
    return bool(becomes) and not _OWN.search(said) and not cue("commitments", "promise").search(said)


def _asks_somebody(one: Reading) -> bool:
    """Whether a demand has somebody who makes it or is to do it; of what only must or should be, whom else than who says so."""
    claim = one.claim
    if not claim.by and not claim.speaker and (not claim.to or _LETTER.search(one.clause)):
        return False
    if cue("commitments", "asks").search(one.clause):
        return True
    if not claim.by and not claim.speaker:
        return False  # the paper's own view of what should be
    if _IMPERSONAL.search(one.clause):
        return False
    asked = [
        party
        for party in claim.to
        if party.kind in BODIES or party.country or party.id or party.kind in ("other", "person")
    ]
    if asked:
        return True
    return not _TO_ONESELF.search(one.clause) and bool(one.strong or duties(one.clause))


def pledges_itself(one: Reading, at: int) -> bool:
    """Whether who stands before "will not" at `at` is whoever speaks: named there, or "we", "he" and the like; not "the costs will not".

    A claim made elsewhere, whose parties stand nowhere, is believed.
    """
    claim = one.claim
    before = one.clause[:at].rstrip()
    if _PRONOUN.search(before):
        return True
    ends = [party.end - claim.start for party in (*claim.by, *claim.speaker) if party.end is not None]
    return not ends or any(0 <= len(before) - end <= BESIDE or len(before) <= end <= at for end in ends)


def supports(one: Reading) -> bool:
    """Whether what is vowed is for somebody, not against him."""
    return bool(_SUPPORT.search(one.clause))
