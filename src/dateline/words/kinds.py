"""Kinds of parties that rules of several rooms ask for together."""

from __future__ import annotations

from typing import Final

__all__ = ["ARMED", "PARTISAN", "STATELY"]

ARMED: Final = frozenset({"military", "armed_group"})
"""Those who bear arms."""

STATELY: Final = frozenset({"state", "military"})
"""Those who are a state, or serve it under arms."""

PARTISAN: Final = ARMED | STATELY
"""Those who take a side in a war."""
