"""Reports written in one land of blows in another, told by whose people were hit."""

from __future__ import annotations

import pytest
from reported import claims

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("A minister spoke in London on Monday. Six Somali farmers were killed on Sunday.", "SO"),
        ("A minister spoke in London on Monday. Six Somali soldiers were killed on Sunday.", "SO"),
        ("A minister spoke in London on Monday. Gunmen killed Somalia's chief judge on Sunday.", "SO"),
        ("A minister spoke in Paris on Monday. A raid killed three Iranian scientists on Sunday.", "IR"),
        ("A minister spoke in Beirut on Monday. Jets killed six Syrian villagers on Sunday.", "SY"),
        ("A minister spoke in Mogadishu on Monday. Six Kenyan soldiers were killed on Sunday.", "SO"),
        ("A minister spoke in Baghdad on Monday. Six American soldiers were killed on Sunday.", "IQ"),
        ("A minister spoke in Kabul on Monday. Two Germans were shot dead on Sunday.", "AF"),
        ("A minister spoke in London on Monday. Three Poles were killed by a bomb on Sunday.", "GB"),
        ("A minister spoke in Berlin on Monday. A Syrian refugee was shot dead on Sunday.", "DE"),
        ("A minister spoke in Berlin on Monday. A Syrian baker was shot dead by police on Sunday.", "DE"),
        ("A minister spoke in Pretoria on Monday. A mob killed three Zimbabwean traders on Sunday.", "ZA"),
        ("Gunmen shot nine people in Leeds on Monday. Two Syrians were killed.", "GB"),
    ],
)
def test_those_hit_tell_the_land_where_a_newsroom_is_all_that_is_told(text: str, land: str) -> None:
    """News is written in lands at peace, and next to those at war; soldiers fall across a border, guests where they are, and
    where the report itself puts a blow it goes on."""
    *_, last = claims(text)

    assert last.place is not None
    assert last.place.country == land
