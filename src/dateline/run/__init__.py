"""Where work runs, and the jobs it does: reading inputs into a record, taking claims made elsewhere, weighing."""

from dateline.run.changes import CHANGES
from dateline.run.checks import Check, checks
from dateline.run.crew import Crew
from dateline.run.fresh import fresh_record
from dateline.run.given import take_given
from dateline.run.hired import hired
from dateline.run.known import load_references
from dateline.run.local import Here, cores
from dateline.run.log import LOG, log_to
from dateline.run.metrics import Metrics, exposed
from dateline.run.parts import SECOND
from dateline.run.report import Clock, run_report
from dateline.run.status import Status, status
from dateline.run.weighing import Weighing, weigh_record
from dateline.run.work import Tally, read_into

__all__ = [
    "CHANGES",
    "LOG",
    "SECOND",
    "Check",
    "Clock",
    "Crew",
    "Here",
    "Metrics",
    "Status",
    "Tally",
    "Weighing",
    "checks",
    "cores",
    "exposed",
    "fresh_record",
    "hired",
    "load_references",
    "log_to",
    "read_into",
    "run_report",
    "status",
    "take_given",
    "weigh_record",
]
