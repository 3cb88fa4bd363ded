"""The grammar of news time."""

from __future__ import annotations

from dateline.words.dates import absolute, dates

__all__ = ["absolute", "dates"]
