"""The types of the contract, and the families of them that rules of several rooms ask for."""

from __future__ import annotations

from typing import Final

__all__ = [
    "AFAR",
    "BLOWS",
    "CALLS",
    "FOUGHT",
    "INSTRUMENTS",
    "OF_TRUCES",
    "PACTS",
    "TRUCES",
    "TYPES",
    "UTTERED",
    "VIOLENT",
]

TYPES: Final = frozenset(
    "armed_attack airstrike shelling clash territorial_control facility_attack casualty_figure displacement_figure agreement "
    "ceasefire_start ceasefire_end ceasefire_violation demand threat meeting statement denial accusation protest "
    "humanitarian_aid prisoner_exchange detention other".split()
)

BLOWS: Final = frozenset({"armed_attack", "airstrike", "shelling", "facility_attack"})
"""What one side does to another one."""

AFAR: Final = frozenset({"airstrike", "shelling"})
"""Blows that are told by how they were dealt: from far off, as only those of a war are."""

VIOLENT: Final = BLOWS | {"clash", "territorial_control"}
"""What is done by force of arms."""

FOUGHT: Final = VIOLENT | {"casualty_figure"}
"""What tells where a war is fought."""

CALLS: Final = frozenset({"demand", "threat"})
"""What is asked of somebody, or else."""

UTTERED: Final = CALLS | {"accusation", "denial"}
"""What is done by saying it."""

PACTS: Final = frozenset({"agreement", "ceasefire_start"})
"""What is made by those who agree."""

TRUCES: Final = frozenset({"ceasefire_start", "ceasefire_end"})
"""What befalls a truce as a whole."""

INSTRUMENTS: Final = PACTS | TRUCES
"""What makes an event of an instrument: it stays one, however many breaches of it are told beside."""

OF_TRUCES: Final = INSTRUMENTS | {"ceasefire_violation"}
"""What an instrument and its breaches are told by."""
