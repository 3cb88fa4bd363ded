"""Pages as they are copied out of a browser: what is headline, dateline and story, and what stands around them."""

from __future__ import annotations

import json

import pytest

from dateline.model import Report
from dateline.read import read_bytes

LEAD = "Gunmen stopped a bus on the coast road near Lissen on Tuesday and took two clerks away, police said."
REST = "Nobody was hurt, and the driver reached the next town on foot before noon, the mayor told reporters."


def report(text: str, url: str | None = None) -> Report:
    """The report of a copied page."""
    row = {"text": text} | ({"url": url} if url else {})
    (found,) = read_bytes(json.dumps(row).encode(), "x", ".jsonl")
    assert isinstance(found, Report)
    return found


def parts(text: str, url: str | None = None) -> dict[str, str]:
    """Each line or piece of a page, and the part it plays."""
    found = report(text, url)
    pieces = ((p.part, line.strip()) for p in found.parts for line in found.text[p.start : p.end].split("\n"))
    return {line: part for part, line in pieces if line}


@pytest.mark.parametrize(
    ("line", "dateline", "story"),
    [
        (f"LISSEN: {LEAD}", "LISSEN:", LEAD),
        (f"LISSEN, Marenga: {LEAD}", "LISSEN, Marenga:", LEAD),
        (f"LISSEN, March 4: {LEAD}", "LISSEN, March 4:", LEAD),
        (f"Lissen, March 4: {LEAD}", "Lissen, March 4:", LEAD),
        (f"LISSEN, MARCH 4, MARPRESS. {LEAD}", "LISSEN, MARCH 4, MARPRESS.", LEAD),
        (f"LISSEN, March 4. /MAR/. {LEAD}", "LISSEN, March 4. /MAR/.", LEAD),
        (f"LISSEN:\n{LEAD}", "LISSEN:", LEAD),
        (f"Lissen, March 4\n{LEAD}", "Lissen, March 4", LEAD),
        ("LISSEN Scores of gunmen stopped a bus on the coast road on Tuesday, police said.", "LISSEN", "Scores of gunmen stopped a bus on the coast road on Tuesday, police said."),
    ],
    ids=["colon", "land", "day", "name and day", "agency", "slashes", "own line", "day on its own line", "nothing"],
)  # fmt: skip
def test_a_dateline_is_told_by_how_it_is_set_off(line: str, dateline: str, story: str) -> None:
    """A place at the head of a story is its dateline, with a colon, a day, an agency, or nothing but capitals."""
    found = parts(f"Clerks taken from bus\n\n{line}\n\n{REST}\n")
    assert (found[dateline], found[story]) == ("dateline", "body")


@pytest.mark.parametrize("opening", ["UPDATE:", "WATCH:", "NATO Two", "The mayor:"])
def test_no_other_word_is_a_dateline(opening: str) -> None:
    """Words that announce, and names that go on, are no place."""
    found = parts(f"Clerks taken from bus\n\n{opening} {LEAD}\n\n{REST}\n")
    assert "dateline" not in found.values()


def test_a_stamp_at_the_head_is_cut_off() -> None:
    """A date that a copy ran into the first line is a byline, and what follows is headline or story."""
    found = parts(f"date 2021-03-04 Clerks taken from bus\n\nBy: Ana Ruiz\n\n{LEAD}\n\n{REST}\n")
    assert (found["date 2021-03-04"], found["Clerks taken from bus"], found["By: Ana Ruiz"]) == (
        "byline", "headline", "byline",
    )  # fmt: skip
    assert parts(f"Quayman Posted March 4, 2021 {LEAD}\n{REST}\n")["Quayman Posted March 4, 2021"] == "byline"


def test_a_headline_said_twice_opens_a_page() -> None:
    """The title of a page and its headline are told apart from a caption, whatever they end with."""
    found = report(f"They took two clerks.\n\nThey took two clerks.\n\n{LEAD}\n\n{REST}\n")
    assert found.title == "They took two clerks."


@pytest.mark.parametrize("above", ["Lissen: +17 \u00b0C\nToday: 19 October 2021", "11:59 AM", "Share", "The coast we love in March!"])  # fmt: skip
def test_the_address_spells_the_headline(above: str) -> None:
    """Of the lines above a story the headline is the one whose words stand in the address."""
    url = "https://example.org/news/two-clerks-taken-from-bus-1021"
    assert (
        report(f"{above}\n\nTwo clerks taken from bus\n\n{LEAD}\n\n{REST}\n", url).title == "Two clerks taken from bus"
    )


OTHERS = (
    "Mayor of Duma kills the plan for a new port",
    "Army shells nothing but rocks",
    "Rebels to leave the valley by June",
)


@pytest.mark.parametrize("heading", ["Related Articles", "Most Read", "You may also like these stories:"])
def test_the_headlines_of_others_are_teasers(heading: str) -> None:
    """What stands below a heading for other stories is none of this one, up to the next sentence."""
    found = parts("\n".join((LEAD, REST, heading, *OTHERS, LEAD.replace("Tuesday", "Friday"))))
    assert [found[line] for line in (heading, *OTHERS)] == ["teaser"] * 4
    assert found[LEAD.replace("Tuesday", "Friday")] == "body"


def test_headlines_below_a_story_are_none_of_it() -> None:
    """Lines without an end below the last sentence are other stories', with or without the length of a film above them."""
    tail = [line for headline in OTHERS for line in ("01:14", f"{headline} after a long night of talks with the men of the quay")]  # fmt: skip
    found = report("\n".join((LEAD, REST, LEAD.replace("two", "nine"), *tail)))
    assert not found.entries
    assert {p.part for p in found.parts if "of the quay" in found.text[p.start : p.end]} == {"furniture"}


def test_a_last_sentence_may_lose_its_end() -> None:
    """One line of prose right below the story goes on with it."""
    last = "The clerks were seen on the quay of the next town with their"
    assert parts("\n".join((LEAD, REST, last)))[last] == "body"


def test_a_short_line_below_the_headline_may_be_news() -> None:
    """A subheading of a few words is read, a menu is not."""
    found = parts(
        f"Two clerks taken from a bus near Lissen\nArmy denies firing on quay\nLate City News\n{LEAD}\n{REST}\n"
    )
    assert (found["Army denies firing on quay"], found["Late City News"]) == ("standfirst", "furniture")


def test_an_archive_sets_a_semicolon_behind_a_headline() -> None:
    """The first line is the headline though a semicolon ends it, and its deck stands below."""
    found = parts(f"Army denies firing on quay;\nMayor of Lissen wants an inquiry\n{LEAD}\n{REST}\n")
    assert (found["Army denies firing on quay;"], found["Mayor of Lissen wants an inquiry"]) == (
        "headline",
        "standfirst",
    )


def test_who_asks_and_answers_is_no_dateline() -> None:
    """Names in capitals that open the lines of an interview are read with what they say; a place that opens one is not."""
    told = (
        "ANA DIAZ: Who burned the mill?",
        "OMAR KOR: My men did not burn the mill of Lissen.",
        "DIAZ: Who burned the mill, then, if they did not?",
        "KOR: Thieves did, who came by night from the far bank of the river.",
    )
    assert "dateline" not in parts("\n".join((LEAD, *told))).values()
    assert parts("\n".join((LEAD, REST, "LISSEN: The mill burned.")))["LISSEN:"] == "dateline"


def test_readers_of_a_blog_are_not_heard() -> None:
    """Nothing below the first "said..." of a blog is the outlet's."""
    found = parts(
        "\n".join(
            (
                LEAD,
                REST,
                LEAD.replace("two", "nine"),
                "quayman said...",
                "They killed all of them, my cousin saw it from the boat.",
            )
        )
    )
    assert found["They killed all of them, my cousin saw it from the boat."] == "furniture"
