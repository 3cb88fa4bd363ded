"""Whether what is condemned, or called bad, is told to be anybody's."""

from __future__ import annotations

from dateline.find.claims.groups import Group
from dateline.find.claims.roles.accused import charged
from dateline.find.claims.saying import main_verbs, of_mishap
from dateline.find.claims.saying.branding import brands
from dateline.find.claims.saying.disowned import calls_false
from dateline.find.claims.saying.standing import side_of
from dateline.phenomena.types import BLOWS

__all__ = ["charges_nobody"]


def charges_nobody(group: Group) -> bool:
    """Whether an act is condemned of which nobody is told to be the doer: "condemned the killing of two nurses"."""
    head = group.head
    if head is not None and ((group.voice is not None and _only_branded(group)) or of_mishap(group)):
        return True
    blame = next((f for f in group.frames if f.phenomenon == "condemnation"), None)
    told = group.voice is not None and group.voice.stance == "accuses" and head is not None and head.type in BLOWS
    if head is None or blame is None or not (head is blame or told):
        return False
    if blame.to or charged(group, blame.head):
        return False
    voices = group.voice.voices if group.voice is not None else ()
    own = {side_of(actor) for actor in voices} | {side_of(party) for party in blame.by}
    parties = (party for f in group.frames for party in (*f.by, *(f.to if f.type == "accusation" else ())))
    return all(side_of(party) in own for party in parties)


def _only_branded(group: Group) -> bool:
    """Whether a thing is called bad that nobody is told to have done: "described the attack as cowardly"."""
    voice = group.voice
    if voice is None or voice.stance != "asserts":
        return False
    verbs = main_verbs(group.sentence, voice)
    if not brands(group.sentence, voice, verbs) or calls_false(group.sentence, voice, verbs):
        return False  # "rejected the accusation as baseless" denies
    told = any(voice.content.start <= a.start < voice.content.end for a in group.actors)
    return not told and not any(frame.by for frame in group.frames if frame.type in BLOWS)
