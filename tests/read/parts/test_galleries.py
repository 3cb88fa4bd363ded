"""Galleries beside a story are other news: their slides are read by nobody; a page that is a gallery keeps its pictures."""

from dateline.model import Report
from dateline.read import read_bytes

STORY = (
    "Gunmen burned the mill of Tel Zamar on Friday, its owner said. Two guards were hurt, a nurse told the Hill Post. "
)
SLIDES = "".join(
    f"{n}/4 {head}\n{told}\nHill Agency\n"
    for n, head, told in (
        (1, "Flood", "Soldiers carry a boy out of a flooded school in Oran Dagh on 3 May 2021."),
        (2, "March", "Police fired at a march in Belt Hara on 9 June 2021, and three were killed."),
        (4, "Frost", "A shell lies in a frozen pond near Dubrin on 1 January 2021."),
    )
)


def parts_of(text: str) -> dict[str, str]:
    """The words of each part of a plain text."""
    (report,) = read_bytes(text.encode(), "k", ".txt")
    assert isinstance(report, Report)
    told: dict[str, str] = {"notes": " ".join(report.notes)}
    for part in report.parts:
        told[part.part] = told.get(part.part, "") + text[part.start : part.end]
    return told


def test_slides_beside_a_story_are_no_news_of_it() -> None:
    """A heading says that pictures follow; up to the line below the last number all is other news, and a note says that it was left."""
    told = parts_of(
        f"Mill burns in Tel Zamar\n\n{STORY * 6}\nWorld news in pictures\n{SLIDES}The owner of the mill wept on Friday.\n"
    )
    assert "flooded school" in told["teaser"]
    assert "three were killed" in told["teaser"]
    assert "frozen pond" in told["teaser"]
    assert "Tel Zamar on Friday" in told["body"]
    assert "gallery" in told["notes"]


def test_numbers_without_pictures_stay() -> None:
    """What counts points of a plan, below no heading of pictures, is the story."""
    told = parts_of(f"Mill burns in Tel Zamar\n\n{STORY * 6}\nThe plan has four points.\n{SLIDES}")
    assert "teaser" not in told
    assert "three were killed" in told["body"]


def test_a_page_that_is_a_gallery_is_read() -> None:
    """Where hardly anything else stands, the slides are the story."""
    assert "teaser" not in parts_of(f"Tel Zamar in pictures\n\nThe year in pictures\n{SLIDES}")


def test_videos_to_play_are_other_stories() -> None:
    """A title with its length and its source is a player's entry, and their clocks are no live blog; a clock alone is one."""
    heads = ("Troops enter Oran Dagh at dawn", "Mayor of Belt Hara flees his town", "Four hurt as shells hit Dubrin")
    player = "".join(f"Video\n{head}\n0{n}:16\nNow playing\n- Source: Hill TV\n" for n, head in enumerate(heads, 1))
    told = parts_of(f"Mill burns in Tel Zamar\n\n{STORY * 6}\n{player}")
    assert all(head in told["teaser"] for head in heads)
    assert "Tel Zamar on Friday" in told["body"]
    assert "live blog" not in told["notes"]


def test_a_clock_without_a_source_stays_an_entry() -> None:
    """A live blog's lines keep their clocks."""
    blog = "".join(f"{n}:16\n{STORY}\n" for n in (12, 11, 10))
    assert "Gunmen burned" not in parts_of(f"Mill burns in Tel Zamar\n\n{STORY}\n{blog}").get("teaser", "")
