"""What a commitment is to, in the words of its claim: what is asked, promised or threatened, without who says so and to whom."""

from __future__ import annotations

import re
from typing import Final

from dateline.model import Claim, Party
from dateline.weigh.ledger.readings import Reading
from dateline.words.ledger import cue

__all__ = ["DULL", "condition_of", "content_of", "follows"]

DULL: Final = frozenset(
    "against all also and any are been between but can come day for from give had has have her his into its make more must new "
    "not one out over said says should take than that the their them they this told two under was were when which who will with would".split()
)
"""Words that tell nothing of what is to be done."""

_VERB: Final = re.compile(
    r"(?:call|ask|urg|demand|expect|want|wait|appeal|request|press|order|implor|plead|beg|vow|pledg|promis|under(?:t|took)"
    r"|threat|swor|swear)\w*",
    re.IGNORECASE,
)
"""A word of asking, vowing or threatening, behind which stands what to."""
_AHEAD: Final = re.compile(
    _VERB.pattern + r"\s+to\s+(?:\w+ly\s+)?$|\b(?:will|would|shall)\s+(?P<not>not\s+)?(?:\w+ly\s+)?$", re.IGNORECASE
)
"""What stands before the word for what will be done: "vowed to", "would not"."""
_LINK: Final = re.compile(r"\s*(?:(?:on\s+)?\w+day\s+)?(?:(?:on|upon|for|that|to)\s+)?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"[\s,]*(?:\b(?:on|upon|for|and|the|both|all|of|its|their)\b[\s,]*)*", re.IGNORECASE)
"""What may stand between a word of asking and those who are asked."""
_TURN: Final = re.compile(
    r"\s*(?:;|,\s+(?:as|while|after|saying|adding|but|according|despite|hours|days|when)\b).*", re.DOTALL
)
"""Where a sentence goes on to something else than what is asked."""
_STOP: Final = re.compile(r"[.;]|,?[\"\u201d](?:\s|$)|,\s")
_EDGE: Final = " \t\n,.;:\"'\u201c\u201d\u2018\u2019"
LEAST: Final = 2
"""Fewer words than these do not tell what is asked."""


def content_of(claim: Claim) -> str:
    """What is asked, promised or threatened; the whole claim where no word of asking or vowing stands before it.

    >>> from dateline.model import Claim, Party, Span
    >>> said = "The mayor called on both guilds to reopen the gate, as snow fell."
    >>> asked = Claim("c", "r", 0, len(said), said, "demand", Span(10, 16), to=(Party("guilds", "guilds", 25, 31),))
    >>> content_of(asked)
    'reopen the gate'
    """
    start = _begun(claim)
    if start is None:
        return _plain(claim.text)
    rest = claim.text[start : _voiced(claim, start)]
    told = _TURN.sub("", rest[_link(rest) :]).strip(_EDGE)
    whole = len(told.split()) < LEAST or told.startswith("by ")  # "the threat by the guard to strike"
    return _plain(claim.text if whole else told)


def _begun(claim: Claim) -> int | None:
    """Where what is asked or promised begins: behind a word of asking and those asked, or with the act that somebody vowed to do."""
    at = claim.trigger.start - claim.start
    if at < 0:
        return None
    verb = _VERB.match(claim.text, at)
    if verb is not None:
        return _addressed(claim, verb.end())
    ahead = _AHEAD.search(claim.text[:at])
    if ahead is None:
        return None
    return ahead.start("not") if ahead["not"] else at


def _addressed(claim: Claim, behind: int) -> int:
    """Where the words for those who are asked end; where the verb does if what is asked does not follow them."""
    end = behind
    for at, after in _named(claim, claim.to):
        if at >= end and _BETWEEN.fullmatch(claim.text, end, at):
            end = after
    return end if re.match(r"\s*(?:to|that|not to)\b", claim.text[end:]) else behind


def _voiced(claim: Claim, behind: int) -> int:
    """Where what is said ends: before the comma behind which its speaker is named."""
    speakers = [at for at, _ in _named(claim, claim.speaker) if at > behind]
    comma = claim.text.rfind(",", behind, min(speakers)) if speakers else -1
    return comma if comma > behind else len(claim.text)


def _named(claim: Claim, parties: tuple[Party, ...]) -> list[tuple[int, int]]:
    """Where in the claim's text parties are named; those of claims made elsewhere may stand nowhere."""
    spans = [(one.start - claim.start, one.end - claim.start) for one in parties if one.start is not None and one.end]
    return sorted(span for span in spans if span[0] >= 0)


def _link(rest: str) -> int:
    found = _LINK.match(rest)
    return found.end() if found is not None else 0


def _plain(said: str) -> str:
    return " ".join(said.split())


def condition_of(one: Reading) -> str | None:
    """The words from "if" or "unless" to the next stop, or None."""
    hit = cue("commitments", "condition").search(one.clause)
    if hit is None:
        return None
    said = _plain(one.claim.text)
    at = hit.start() if len(said) == len(one.clause) else 0
    return _STOP.split(said[at:], maxsplit=1)[0].strip() or None


def follows(one: Reading) -> str:
    """What is threatened: the content of a threat without its condition, where something is left of it."""
    said, condition = content_of(one.claim), condition_of(one)
    left = said.replace(condition, "").strip(_EDGE) if condition is not None else said
    return left if len(left.split()) >= LEAST else said
