"""By what a record was weighed: whatever weighing goes by counts among its rules."""

import re
from pathlib import Path

import dateline
from conftest import Told
from dateline.model import Claim, Report
from dateline.rows import noun
from dateline.run.parts import OF_THE_RULES, TRACED
from dateline.weigh.neighbourhoods import trace_of

HOUSE = Path(dateline.__file__).parent
IMPORTED = re.compile(r"^from dateline\.([\w.]+) import", re.MULTILINE)


def test_all_that_weighing_goes_by_is_of_the_rules() -> None:
    """A module that weighing or its words import is a rule: by other ones everything is weighed again."""
    sources = [path.read_text("utf-8") for room in ("weigh", "words") for path in (HOUSE / room).rglob("*.py")]
    used = {name for source in sources for name in IMPORTED.findall(source)}
    used -= {"errors", "tables"}  # how something is refused, or read, changes nothing that is told
    ruled = {rule.removesuffix(".py").replace("/", ".") for rule in OF_THE_RULES}

    assert not {name for name in used if not any(f"{name}.".startswith(f"{rule}.") for rule in ruled)}


def test_a_trace_follows_from_the_fields_it_is_read_from(examples: Told) -> None:
    """Every example report has the same trace, whether its claims are read whole or only by the fields of a trace."""
    for told in examples["reports"]:
        page, rows = noun(Report, told), [one for one in examples["claims"] if one["report"] == told["id"]]
        part = [noun(Claim, {name: one[name] for name in TRACED if name in one}) for one in rows]

        assert trace_of(page, part) == trace_of(page, [noun(Claim, one) for one in rows])
