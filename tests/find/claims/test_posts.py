"""Whom somebody speaks for, as the actors of a report and the words between them tell."""

from dateline.find.claims.groups.posts import held_by, posts_of
from dateline.find.frames.parties import party_of
from dateline.find.notes import Notes
from dateline.model import Actor, Part, Published, Report


def served(text: str, *told: tuple[str, str, str], who: int = 0) -> list[str]:
    """The bodies of the actor numbered `who` of a text whose actors are given by words, name and kind."""
    report = Report("r", "r.txt", "0", text, (Part(0, len(text), "body"),), Published(None, "none"), language="en")
    actors = [Actor(text.index(w), text.index(w) + len(w), w, name, None, kind, None) for w, name, kind in told]
    posts = posts_of(Notes(report, actors=tuple(actors)))
    return [body.name for body in held_by(posts, party_of(actors[who]))]


def test_letters_before_an_office() -> None:
    """The letters that open somebody's title are the body that it is held in."""
    assert served("KLR spokesman Ben Tal spoke.", ("KLR spokesman Ben Tal", "Ben Tal", "person")) == ["KLR"]


def test_letters_mean_the_body_that_is_named() -> None:
    """Letters mean the body of the report whose words begin with them."""
    ben, reef = ("KLR spokesman Ben Tal", "Ben Tal", "person"), ("Kisra Liberty Rally", "Kisra Liberty Rally", "other")
    assert served("KLR spokesman Ben Tal left the Kisra Liberty Rally.", ben, reef) == ["Kisra Liberty Rally"]


def test_a_body_behind_a_name() -> None:
    """Who is told to be from a body speaks for it."""
    ben, reef = ("Ben Tal", "Ben Tal", "person"), ("Reef Front", "Reef Front", "armed_group")
    assert served("We fight, said Ben Tal, from the coast-backed Reef Front.", ben, reef) == ["Reef Front"]


def test_an_office_behind_a_name() -> None:
    """A commander of a band acts for it."""
    ben, reef = ("Ben Tal", "Ben Tal", "person"), ("Reef Front", "Reef Front", "armed_group")
    assert served("Ben Tal, a senior commander of the Reef Front, left.", ben, reef) == ["Reef Front"]


def test_an_office_of_a_body_behind_a_name() -> None:
    """Who is told to be a body's spokesman speaks for it; who is told to be its captive does not."""
    ben, reef = ("Ben Tal", "Ben Tal", "person"), ("Reef Front", "Reef Front", "armed_group")
    assert served("Ben Tal, Reef Front's chief military spokesman, spoke.", ben, reef) == ["Reef Front"]
    assert served("Ben Tal, Reef Front's oldest captive, spoke.", ben, reef) == []


def test_what_somebody_does_is_no_office() -> None:
    """Whose plea somebody turns down is not whom he serves."""
    ben, reef = ("Ben Tal", "Ben Tal", "person"), ("Reef Front", "Reef Front", "armed_group")
    assert served("Ben Tal rejected the plea of the Reef Front.", ben, reef) == []


def test_an_envoy_is_no_office_of_whom_he_is_sent_to() -> None:
    """The letters that open the words for an envoy may tell where he is sent; they tell no body that he serves."""
    assert served("KLR envoy Ben Tal spoke.", ("KLR envoy Ben Tal", "Ben Tal", "person")) == []


def test_an_army_source_speaks_for_the_army() -> None:
    """A source in the army means the army that the report tells of."""
    source, army = ("an army source", "army source", "person"), ("The army", "Malian armed forces", "military")
    assert served("The army left, an army source said.", army, source, who=1) == ["Malian armed forces"]


def test_one_who_is_only_described_serves_nobody_elsewhere() -> None:
    """What one spokesman is told to be, another is not."""
    told = [("rebel spokesman", "spokesman", "person"), ("another spokesman", "spokesman", "person")]
    assert served("A rebel spokesman spoke, another spokesman left.", *told, who=1) == []


def test_its_spokesman_speaks_for_the_body_before() -> None:
    """Whose spokesman somebody is, the body named last before tells, and no earlier one where a state stands between."""
    reef, ben = ("Reef Front", "Reef Front", "armed_group"), ("its spokesman Ben Tal", "Ben Tal", "person")
    assert served("The Reef Front left, its spokesman Ben Tal said.", reef, ben, who=1) == ["Reef Front"]
    mali = ("Mali", "Mali", "state")
    assert served("After the Reef Front left, Mali rejoiced, its spokesman Ben Tal said.", reef, mali, ben, who=2) == []


def test_who_is_spoken_of_behind_a_town_is_no_body_served() -> None:
    """A governor of a town who speaks of the police does not speak for them."""
    ben, police = ("The governor", "governor", "person"), ("the police", "police", "military")
    assert served("The governor of Kisra said the police had left.", ben, police) == []
