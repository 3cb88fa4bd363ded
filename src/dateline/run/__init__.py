"""Where work runs, and the jobs it does: reading inputs into a record, taking claims made elsewhere, weighing."""

from dateline.run.changes import CHANGES
from dateline.run.checks import Check, checks
from dateline.run.crew import Crew
from dateline.run.fresh import fresh_record
from dateline.run.given import take_given
from dateline.run.hired import hired
from dateline.run.known import load_references
from dateline.run.local import Here, cores
from dateline.run.work import SECOND, Tally, read_into, tables, weigh_record

__all__ = [
    "CHANGES",
    "SECOND",
    "Check",
    "Crew",
    "Here",
    "Tally",
    "checks",
    "cores",
    "fresh_record",
    "hired",
    "load_references",
    "read_into",
    "tables",
    "take_given",
    "weigh_record",
]
