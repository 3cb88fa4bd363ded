"""The names of the days of the week and of the months, in small letters."""

from __future__ import annotations

from typing import Final

__all__ = ["MONTHS", "MONTH_NAMES", "SHORT_MONTHS", "WEEKDAYS"]

WEEKDAYS: Final = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
"""From Monday on, as `date.weekday` counts."""

MONTHS: Final = tuple("january february march april may june july august september october november december".split())

SHORT_MONTHS: Final = tuple(name[:3] for name in MONTHS)

MONTH_NAMES: Final = {name: n % 12 + 1 for n, name in enumerate((*MONTHS, *SHORT_MONTHS))} | {"sept": 9}
"""Every name of a month, long or short, and its number from 1."""
