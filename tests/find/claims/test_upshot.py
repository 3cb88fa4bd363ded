"""What a sentence comes to where its best-named act only leads up to a blow."""

import pytest
from test_kind import noted

from dateline.find.claims.groups import groups
from dateline.find.claims.matter.upshot import upshot

pytestmark = pytest.mark.model

HEADS = [
    ("Raiders surrounded the hamlet at night and shot two herders.", "armed_attack"),
    ("The militia entered the town on Sunday, two days after killing nine guards.", "territorial_control"),
    ("Gunmen killed three farmers and abducted nine women.", "armed_attack"),
    ("Gunmen abducted nine women near the mill.", "detention"),
    ("Gunmen seized nine clerks near the mill and shot them dead.", "armed_attack"),
    ("The militia shelled the fort but did not take it.", "shelling"),
    ("The militia was behind an assault on a hotel that killed six guests.", "armed_attack"),
    ("The premier said the militia was behind the assault on the hotel.", "accusation"),
    ("Gang raids forced more than 3,000 people to flee the suburb.", "displacement_figure"),
    ("Gang raids killed nine people in the suburb.", "armed_attack"),
    ("A jury convicted the sexton of the murder of a nun.", "other"),
    ("The clerk pleaded guilty to the rape of a nurse.", "other"),
    ("The trial of the colonel opened as gunmen killed nine farmers in the suburb.", "armed_attack"),
]


@pytest.mark.parametrize(("text", "kind"), HEADS, ids=[text[:40] for text, _ in HEADS])
def test_the_matter_is_what_it_came_to(text: str, kind: str) -> None:
    """Coming to a place, carrying some off, or being behind it yields to the blow; what was before it does not."""
    group = upshot(next(groups(noted(text))))
    assert group.head is not None
    assert group.head.type == kind


def test_all_frames_are_kept() -> None:
    """A blow put first loses no other act of its sentence, but for the blame that names it."""
    group = next(groups(noted("Gunmen killed three farmers and abducted nine women.")))
    assert len(upshot(group).frames) == len(group.frames)
