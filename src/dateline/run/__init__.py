"""Where work runs, and the jobs it does: reading inputs into a record, taking claims made elsewhere, weighing."""

from dateline.run.changes import CHANGES
from dateline.run.checks import Check, checks
from dateline.run.fresh import fresh_record
from dateline.run.given import take_given
from dateline.run.known import load_references
from dateline.run.local import cores, spread
from dateline.run.work import SECOND, Tally, read_into, tables, weigh_record

__all__ = [
    "CHANGES",
    "SECOND",
    "Check",
    "Tally",
    "checks",
    "cores",
    "fresh_record",
    "load_references",
    "read_into",
    "spread",
    "tables",
    "take_given",
    "weigh_record",
]
