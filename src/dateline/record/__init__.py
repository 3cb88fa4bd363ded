"""Where everything lies: one store of what was read, judged and derived."""

from dateline.record.record import Record
from dateline.record.where import Where, named

__all__ = ["Record", "Where", "named"]
