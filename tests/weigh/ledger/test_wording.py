"""What is asked, promised or threatened, in the words of the claim and without the frame around them."""

import pytest

from dateline.model import Claim, Party, Span
from dateline.weigh.ledger.wording import content_of


def claim(said: str, word: str, to: str = "", speaker: str = "") -> Claim:
    """A claim told by a word, toward and by those named."""
    at = said.index(word)
    spans = [
        tuple(Party(name, name, said.index(name), said.index(name) + len(name)) for name in names.split("+") if name)
        for names in (to, speaker)
    ]
    return Claim(
        "c",
        "r",
        0,
        len(said),
        said,
        "demand",
        Span(at, at + len(word)),
        to=spans[0],
        speaker=spans[1],
        stance="demands",
    )


@pytest.mark.parametrize(
    ("told", "content"),
    [
        (claim("Chad urged Libya to free the drivers, as a convoy left Faya.", "urged", "Libya"), "free the drivers"),
        (claim("Chad called on Libya and its allies to open the road.", "called on", "Libya"), "Libya and its allies to open the road"),
        (claim("The envoy called for an end to the siege, the council said.", "called for", speaker="council"), "an end to the siege"),
        (claim("The column vowed to fight on.", "vowed to fight"), "fight on"),
        (claim("The front demanded the departure of Idris Bello.", "demanded", "Idris Bello"), "the departure of Idris Bello"),
        (claim('"The guards must go," Bello said.', "go", speaker="Bello"), '"The guards must go," Bello said.'),
        (claim("The junta has vowed to take back the whole coast.", "take back"), "take back the whole coast"),
        (claim("Chad said it would not send any troops, as rain fell.", "send"), "not send any troops"),
        (claim("Oman expects the clans to leave the port.", "expects", "clans"), "leave the port"),
        (claim("The junta pledged on Monday to hold a vote.", "pledged"), "hold a vote"),
        (claim("A threat by the guard to strike alarmed Faya.", "threat"), "A threat by the guard to strike alarmed Faya."),
        (claim("Their demand: peace.", "demand"), "Their demand: peace."),
    ],
)  # fmt: skip
def test_what_is_asked_stands_without_its_frame(told: Claim, content: str) -> None:
    """Behind the word of asking and those who are asked, up to where the sentence turns; the whole where no such word stands."""
    assert content_of(told) == content


def test_claims_made_elsewhere_may_name_parties_nowhere() -> None:
    """A party without a place in the text hides nothing."""
    said = "Oman urged the tribes to lay down arms."
    told = Claim("c", "r", 0, len(said), said, "demand", Span(5, 10), to=(Party("tribes", "tribes"),))

    assert content_of(told) == "the tribes to lay down arms"
