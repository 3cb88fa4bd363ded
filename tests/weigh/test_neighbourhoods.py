"""Which reports are weighed together: by what they share, within limits, whatever order they come in."""

import random

import pytest
from incidents import incident
from scenes import claim, report

from dateline.model import Claim, Judgement, Report
from dateline.rows import noun
from dateline.weigh.neighbourhoods import Trace, shelves, subjects, ties, together, trace_of

FOUND = [(noun(Report, told), [noun(Claim, one) for one in said]) for n in range(40) for told, _, said in incident(n)]
TRACES = [trace_of(*found) for found in FOUND]


@pytest.fixture(autouse=True)
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits that a few reports reach."""
    for name, value in (("WHOLE", 10), ("MOST", 40), ("FEWER", 20), ("SHELF", 12)):
        monkeypatch.setattr(f"dateline.weigh.neighbourhoods.{name}", value)


def test_order_plays_no_part() -> None:
    """The same neighbourhoods, whatever order the reports come in; each report stands in one."""
    near = together(TRACES)

    assert together(random.Random(1).sample(TRACES, len(TRACES))) == near
    assert sorted(name for names in near for name in names) == sorted(one.report for one in TRACES)


def test_reports_of_one_incident_stand_together() -> None:
    """They share names, a town and a day."""
    home = {name: n for n, names in enumerate(together(TRACES)) for name in names}
    stories = [[told["id"] for told, _, _ in incident(n)] for n in range(40)]

    assert sum(len({home[name] for name in names}) == 1 for names in stories) >= 38


def test_none_is_too_large() -> None:
    """The claims of a neighbourhood stay within the limit."""
    size = {one.report: one.size for one in TRACES}

    assert all(sum(size[name] for name in names) <= 40 for names in together(TRACES))


def test_a_new_incident_moves_few() -> None:
    """Reports that come leave most neighbourhoods as they are."""
    before = {tuple(names) for names in together(TRACES)}
    more = [trace_of(noun(Report, told), [noun(Claim, one) for one in said]) for told, _, said in incident(9_999)]
    after = {tuple(names) for names in together([*TRACES, *more])}

    assert len(after - before) <= 2


def test_what_people_decide_holds_together() -> None:
    """Two reports of which somebody said that they tell one thing stand together, however large that becomes."""
    near = together(TRACES)
    one, other = near[0][0], near[-1][0]

    assert any({one, other} <= set(names) for names in together(TRACES, [(one, other)]))


def test_a_few_claims_are_one_neighbourhood() -> None:
    """A small record is weighed in one go."""
    assert len(together(TRACES[:2])) == 1
    assert together([]) == []


def test_both_sides_of_a_decision_are_found() -> None:
    """By the claim, or by the claim that founds the event."""
    claims = [("c1", "r1"), ("c2", "r2"), ("c3", "r3")]
    known = subjects(claims, frozenset(("c1", "c3")))

    assert ties([Judgement("c1", "same", "ana", "2020", other="c3")], known) == [("r1", "r3")]
    assert ties([Judgement("c1", "reject", "ana", "2020")], known) == []


@pytest.mark.parametrize(("kind", "words", "shelf"), [("ceasefire_start", "A ceasefire began in Qasra.", "SY/2018/03"), ("shelling", "Shells fell on Qasra.", "")])  # fmt: skip
def test_the_ledger_reads_what_was_agreed(kind: str, words: str, shelf: str) -> None:
    """A report that tells of nothing agreed, asked or promised is on no shelf."""
    page = report(words)

    assert trace_of(page, [claim(page, words, kind, at="Qasra", day="2018-03-05")]).shelf == shelf


def test_a_full_shelf_is_parted() -> None:
    """A country by year, a year by month, where they hold too much."""
    told = [Trace(f"r{n}", 5, f"SY/{2018 + n // 3}/0{1 + n % 2}", b"") for n in range(4)]

    assert shelves(told[:2]) == {"SY": ["r0", "r1"]}
    assert shelves(told) == {"SY/2018/01": ["r0", "r2"], "SY/2018/02": ["r1"], "SY/2019": ["r3"]}
