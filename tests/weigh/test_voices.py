"""Who is behind a claim: voices counted, not outlets."""

from dataclasses import replace

from scenes import claim, event_of, report, strike_pages

from dateline.model import Part
from dateline.weigh import weigh
from dateline.weigh.voices import voices_of

WORDS = "Planes bombed a market in Harmin"


def keys(page, **more) -> set[str]:
    """The keys of the voices behind one claim of a page."""
    return {voice.key for voice in voices_of(claim(page, WORDS, "airstrike", **more), {page.id: page}, {})}


def test_two_outlets_that_quote_one_monitor_are_one_voice() -> None:
    """Its full name and its short one mean the same monitor."""
    one, other = report(WORDS, outlet="A"), report(WORDS, outlet="B")

    assert keys(one, speaker="Syrian Observatory for Human Rights") == keys(other, speaker="SOHR")


def test_two_ministries_of_one_government_are_one_voice() -> None:
    """The foreign and the defence ministry of a country speak for it."""
    page = report(WORDS)

    assert keys(page, speaker="Russian foreign ministry") == keys(page, speaker="Russian defence ministry") == {"RU"}


def test_state_media_speak_for_the_state() -> None:
    """State television is no second witness beside the army of its country; a private channel is one."""
    page = report(WORDS)

    assert keys(page, speaker="state television", at="Harmin") == keys(page, speaker="Syrian army") == {"SY"}
    assert keys(page, speaker="Orient television", at="Harmin") != {"SY"}


def test_page_without_an_outlet_speaks_under_its_files_name() -> None:
    """No reader is shown where a file lies."""
    page = report(WORDS, outlet=None, key="some/folder/page.txt")

    assert {voice.name for voice in voices_of(claim(page, WORDS, "airstrike"), {page.id: page}, {})} == {"page.txt"}


def test_unattributed_claim_is_the_agencys_where_one_is_credited() -> None:
    """An outlet that prints a wire lends the agency its page, not a second voice."""
    assert keys(report(WORDS, outlet="A", wire="AFP")) == keys(report(WORDS, outlet="B", wire="AFP")) == {"afp"}


def test_own_correspondent_is_the_outlets_voice() -> None:
    """Its own reporter on the spot makes the outlet a voice, whatever agency the page credits."""
    page = report(WORDS, outlet="The Courier", wire=None)

    assert keys(page, speaker="a Courier correspondent in Harmin") == {"the courier"}


def test_teaser_is_nobodys_voice() -> None:
    """What a page says of another page is no witness."""
    page = report(WORDS)
    teaser = replace(page, parts=(Part(0, len(WORDS), "teaser"),))

    assert keys(teaser) == set()


def test_event_counts_voices_not_outlets() -> None:
    """Three pages, two of them with one monitor: two voices."""
    reports, claims = strike_pages()
    page = report(
        "Twelve people died when planes hit the market of Harmin on Tuesday, the Observatory said.",
        "2018-03-06",
        "Gulf Mail",
    )
    again = claim(
        page,
        page.text[:-1],
        "airstrike",
        at="Harmin",
        day="2018-03-06",
        to="market",
        figures=[("killed", 12)],
        speaker="SOHR",
    )
    event = event_of(weigh([*reports, page], [*claims, again]), again)

    assert len(event.outlets) == 3
    assert len(event.voices) == 2
