"""Where everything lies: one store of what was read, judged and derived."""

from dateline.record.sqlite import Record

__all__ = ["Record"]
