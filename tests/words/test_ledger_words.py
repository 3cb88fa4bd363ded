"""The words of the ledger: every cue reads, and what undoes it undoes it."""

import tomllib
from importlib.resources import files

import pytest

from dateline.errors import BadWords
from dateline.words.ledger import allowed, cue, instrument_nouns, order, pattern, phase, state_in

TABLE = tomllib.loads(files("dateline.words").joinpath("ledger.toml").read_text("utf-8"))
MOVES = tomllib.loads(files("dateline.words").joinpath("moves.toml").read_text("utf-8"))

TOLD = [
    ("extended", "the pause was extended by a week", "the pause may be extended"),
    ("collapsed", "the truce has collapsed", "the truce would collapse"),
    ("ended", "rebels called off the truce", "rebels pulled out of the truce talks"),
    ("suspended", "the junta suspended the truce", "the junta suspended talks on a truce"),
    ("expired", "the ceasefire expired at noon", "the ceasefire is about to expire"),
    ("violated", "both violated the pause", "drones violated Armenian airspace"),
    ("agreed", "they agreed to stop", "they have yet to agree to a halt"),
    ("announced", "the front declared a lull over the feast", "the front declared an end to the lull"),
    ("in_force", "the lull took effect at dawn", "the lull is due to take effect at dawn"),
    ("rejected", "the militia rejected the offer", "the militia rejected the accusation"),
]


@pytest.mark.parametrize(("state", "yes", "no"), TOLD)
def test_state_is_told_and_undone(state: str, yes: str, no: str) -> None:
    """Each state has words that tell it and words beside them that undo it."""
    assert state_in(state, yes)
    assert not state_in(state, no)


@pytest.mark.parametrize("state", sorted(TABLE["states"]))
def test_every_state_has_its_place_and_phase(state: str) -> None:
    """A state with cues stands in the order of a day and belongs to a phase."""
    assert state in order()
    assert phase(state)


@pytest.mark.parametrize("kind", sorted({e.get("kind", name) for name, e in TABLE["instruments"].items()}))
def test_moves_of_every_kind_lead_to_known_states(kind: str) -> None:
    """Every kind of instrument has a table of moves, and it names states that are there."""
    moves = allowed(kind)

    assert moves.keys() == order().keys()
    assert frozenset().union(*moves.values()) <= order().keys()


def test_unknown_kind_and_list_are_told_by_name() -> None:
    """A wrong name is refused with the place where it should stand."""
    with pytest.raises(BadWords, match=r"moves\.toml"):
        allowed("handshake")
    with pytest.raises(BadWords, match=r"phrases\.nothing"):
        cue("phrases", "nothing")


@pytest.mark.parametrize("group", ["phrases", "terms", "commitments", "duties", "outcomes"])
def test_every_phrase_finds_itself(group: str) -> None:
    """A phrase without gaps is found in itself: no typing error makes a dead cue."""
    for name, phrases in TABLE[group].items():
        for phrase in phrases:
            said = "x " + phrase.replace("*", "").replace(" .. ", " one ") + " y"
            assert pattern([phrase]).search(said), f"{group}.{name}: {phrase}"


def test_longer_noun_wins_and_weak_ones_are_marked() -> None:
    """Of nouns that overlap the longer stays; a bare deal is weak."""
    nouns = instrument_nouns("a de-escalation deal, a peace deal and a deal on tea")

    assert [(n.kind, n.weak) for n in nouns] == [
        ("de_escalation_zone", False),
        ("peace_agreement", False),
        ("ceasefire", True),
    ]


def test_gap_stops_at_the_sentence_and_at_six_words() -> None:
    """A phrase with a gap does not reach over a stop or over a long stretch."""
    gap = pattern(["broke .. truce"])

    assert gap.search("they broke the shaky new truce")
    assert not gap.search("they broke. the truce")
    assert not gap.search("they broke one two three four five six seven truce")


def test_settlements_cannot_return_from_their_end() -> None:
    """Once a peace agreement has ended, only its end may be told again."""
    assert allowed("peace_agreement")["ended"] == {"ended"}
    assert MOVES["moves"]["settlement"]["ended"] == ["ended"]
