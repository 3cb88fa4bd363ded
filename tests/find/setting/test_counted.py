"""Times counted from another happening that is told beside them."""

import pytest
from reported import claims

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "trigger", "span"),
    [
        ("The army shelled Homs a day after talks broke down on Saturday.", "shelled", "2021-05-02/2021-05-03"),
        ("The army shelled Homs three weeks before the ballot on May 2.", "shelled", "2021-04-11/2021-04-12"),
        ("A week after the April 20 truce, the army shelled Homs.", "shelled", "2021-04-27/2021-04-28"),
        ("The army shelled Homs days before the ballot on May 2.", "shelled", "2021-04-26/2021-05-03"),
        ("The army shelled Homs hours after talks broke down on Saturday.", "shelled", "2021-05-01/2021-05-02"),
        ("The army shelled Homs on May 2, two days after a bomb killed nine people in Hama.", "killed", "2021-04-30/2021-05-01"),
        ("The army shelled Homs two days after a bomb killed nine people in Hama on April 30.", "killed", "2021-04-30/2021-05-01"),
        ("The army shelled Homs for two days after talks broke down on Saturday.", "shelled", "2021-05-01/2021-05-02"),
    ],
    ids=["after", "before", "a noun", "open length", "the same day", "counted back", "a day of its own", "how long it went on"],
)  # fmt: skip
def test_a_length_of_time_counts_from_the_day_beside_it(text: str, trigger: str, span: str) -> None:
    """What came so long after another happening is dated from that one's day, and that one keeps its own."""
    told = next(claim for claim in claims(text) if text.index(trigger) in range(claim.start, claim.end))
    assert told.time is not None
    assert told.time.when is not None
    assert f"{told.time.when.start:%Y-%m-%d}/{told.time.when.end:%Y-%m-%d}" == span
    assert text[told.time.start : told.time.end] == told.time.text
