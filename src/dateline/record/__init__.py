"""Where everything lies: one store of what was read, judged and derived."""

from dateline.record.backup import back_up, bring_back
from dateline.record.decisions import FIELDS, MOST_LETTERS, PAIRED, SAYS, made_sense
from dateline.record.derived import Part, encoded, patch
from dateline.record.record import Record
from dateline.record.where import Where, files_of, named, on_a_server, place

__all__ = [
    "FIELDS",
    "MOST_LETTERS",
    "PAIRED",
    "SAYS",
    "Part",
    "Record",
    "Where",
    "back_up",
    "bring_back",
    "encoded",
    "files_of",
    "made_sense",
    "named",
    "on_a_server",
    "patch",
    "place",
]
