"""Who was heard before and is meant again, and whose office somebody holds."""

import pytest
from heard import found

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Omar Kor said nine boats sank. “A barge sank too,” a harbour official told Interfax. The official said the lock broke.", "harbour official"),
        ("Omar Kor, Commissioner of Police in Lima, said nine boats sank. The lock broke, the Commissioner added.", "Omar Kor"),
        ("Ana Diaz, spokeswoman for the river guild, said nine boats sank. Growers said the mill burned. The guild spokesperson said the lock held.", "Ana Diaz"),
        ("A navy spokesman said nine boats sank. The police spokesman said the lock held.", "police spokesman"),
        ("Envoy Omar Kor said nine boats sank. According to him, the lock broke on Sunday.", "Omar Kor"),
        ("Human Rights Watch said nine boats sank. A Polish officer denied it. The rights group said the lock broke.", "Human Rights Watch"),
        ("Nine boats sank, according to the Lima press office. The office said the lock broke.", "Lima press office"),
        ("Mayor Omar Kor said nine boats sank. A statement from his office said the lock broke.", "Omar Kor"),
        ("Guild envoy Seyoum Worku met the millers. Seyoum said nine boats sank.", "Seyoum Worku"),
        ("Envoy Omar Kor said nine boats sank. A local man told Interfax the lock broke. “It fell at dawn,” he said.", "local man"),
        ("Nine boats sank near Odense, Petra Lindqvist from the river guild said. Two mills burned, she added.", "Petra Lindqvist"),
        ("A barge sank in the lock, the Danish navy's Task Force Baghdad said.", "Danish navy's Task Force Baghdad"),
        ("Envoy Omar Kor of the Lima council said nine boats sank. “I know no more. I will ask,” he told Interfax.", "Omar Kor"),
        ("“They took nine boats,” al Soto told Interfax. He accused the mayor of Lima of opening the lock.", "al Soto"),
        ("Envoy Omar Kor met the millers, Ana Diaz said. He swore to stay, she added, and denied that a boat had sunk.", "Omar Kor"),
        ("Hezbollah said the lock was shut. They said nine boats sank.", "Hezbollah"),
        ("Chad said the lock was shut. The country accused millers of opening it.", "Chad"),
        ("Chad said Mali sank nine boats. The country denied the charge.", "Mali"),
        ("Hezbollah said Hamas sank nine boats. The group denied it.", "Hamas"),
    ],
)  # fmt: skip
def test_who_is_meant_by_what_they_are(text: str, name: str) -> None:
    """The official is the one heard before, even where another was named; the police's spokesman is not the navy's."""
    assert [voice.name for voice in found(text)[-1].voices] == [name]


def test_an_office_tells_a_side() -> None:
    """A spokesman for an army speaks for its state, and still does when only the name is told."""
    text = "Omar Kor, spokesman for the Peruvian army, said nine boats sank. Kor said the lock broke."

    assert [voice.country for a in found(text) for voice in a.voices] == ["PE", "PE"]


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("Omar Kor told the Tern Tribune that nine boats sank.", "Tern Tribune"),
        ("Omar Kor told the council that nine boats sank.", None),
        ("Polish envoy Omar Kor denied that nine boats had sunk, according to Reuters.", "Reuters"),
    ],
)
def test_what_the_words_came_through(text: str, via: str | None) -> None:
    """An outlet is known by its name; what an agency says that somebody said came through it."""
    assert [a.via for a in found(text) if a.voices and a.voices[0].name == "Omar Kor"] == [via]


def test_a_resident_has_no_side() -> None:
    """Who holds no office stands for nobody."""
    assert [v.country for a in found("Omar Kor, a resident, said the Peruvian army had left.") for v in a.voices] == [
        None
    ]


def test_whom_only_a_quotation_names_does_not_say_it() -> None:
    """He who vows to catch somebody is not the one to be caught."""
    (told,) = found("A guard on the quay waved at the boats. “We will find Omar Kor by noon,” he told Interfax.")

    assert "Omar Kor" not in [voice.name for voice in told.voices]


def test_they_are_not_those_whom_another_told_of() -> None:
    """Of whom one alone was heard to tell, nobody knows that they spoke."""
    told = found("A miller said gunmen burned the lock. They said nine boats sank.")

    assert [[voice.name for voice in a.voices] for a in told] == [["miller"], []]
