"""Which language a report is in."""

import pytest

from dateline.read.language import language

TOLD = [
    ("Boko Haram gunmen shot nine fishermen near Damasak in Borno state, Nigeria.", "en"),
    ("Gunmen seized a bus near Owerri, Imo state; police say 4 traders missing.", "en"),
    ("Pipo wey dey inside di market sey soldier don shoot two trader for Owerri.", "pcm"),
    ("Les soldats ont repris la ville et le pont, dit le maire, qui est dans la capitale.", "fr"),
    ("", None),
]


@pytest.mark.parametrize(("text", "code"), TOLD)
def test_language(text: str, code: str | None) -> None:
    """A few lines of English full of names are English; Pidgin is told by its own small words."""
    assert language(text, ()) == code
