"""By what a record was weighed: whatever weighing goes by counts among its rules."""

import re
from pathlib import Path

import dateline
from dateline.run.parts import OF_THE_RULES

HOUSE = Path(dateline.__file__).parent
IMPORTED = re.compile(r"^from dateline\.([\w.]+) import", re.MULTILINE)


def test_all_that_weighing_goes_by_is_of_the_rules() -> None:
    """A module that weighing or its words import is a rule: by other ones everything is weighed again."""
    sources = [path.read_text("utf-8") for room in ("weigh", "words") for path in (HOUSE / room).rglob("*.py")]
    used = {name for source in sources for name in IMPORTED.findall(source)}
    used -= {"errors"}  # how something is refused changes nothing that is told
    ruled = {rule.removesuffix(".py").replace("/", ".") for rule in OF_THE_RULES}

    assert not {name for name in used if not any(f"{name}.".startswith(f"{rule}.") for rule in ruled)}
