"""Every format: what it says is read, and hostile bytes in its clothes become a reason, never a crash."""

from __future__ import annotations

import gzip
import io
import json
import time
import zipfile
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecord, WarcRecordType
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from dateline.model import Report, Unread, covers
from dateline.read import read_bytes, read_kept
from dateline.read.formats.html import layer
from dateline.read.markup import layer_of

PAGE = """<!doctype html><html lang="en"><head><title>Quay shelled at dawn | Example Post</title>
<meta property="article:published_time" content="2021-03-04T06:30:00Z"><link rel="canonical" href="https://news.example.org/quay">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Quay shelled at dawn", "datePublished": "2021-03-04"}</script>
<style>p {color: red}</style></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Quay shelled at dawn</h1><figure><img src="q.jpg"><figcaption>The quay after the raid.</figcaption></figure>
<p>At least three dockers were hurt when shells fell on the quay &amp; the market, the harbour master said on Thursday.</p>
<p>He said that the fire came from the hills above the town, which rebels have held since last winter.</p>
<p>Read more: Ferries stop running</p>
<p>Nobody claimed the attack, and the army, which keeps a post on the mole, did not answer questions from reporters.</p></article>
<footer><p>Copyright Example Post. All rights reserved.</p></footer><script>evil("<p>not text</p>")</script></body></html>"""

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Example Post</title><item><title>Ferry turns back</title>
<link>https://news.example.org/f</link><pubDate>Thu, 04 Mar 2021 06:30:00 GMT</pubDate>
<description>&lt;p&gt;A ferry with sixty people turned back after a warning shot, its captain said.&lt;/p&gt;</description></item></channel></rss>"""  # fmt: skip

MAIL = b"From: Example Post <news@example.org>\r\nSubject: Bridge reopens\r\nDate: Thu, 04 Mar 2021 06:30:00 +0000\r\nContent-Type: text/plain\r\n\r\nThe bridge was opened to lorries on Thursday, the governor said.\r\n"  # fmt: skip


def report(data: bytes, hint: str) -> Report:
    """The one report in some bytes."""
    (found,) = read_bytes(data, "x", hint)
    assert isinstance(found, Report), found
    return found


def said(found: Report, name: str) -> str:
    """What a report says in parts of one name."""
    return " ".join(found.text[p.start : p.end].strip() for p in found.parts if p.part == name)


def warc(payload: bytes, headers: bytes = b"Content-Type: text/html\r\n") -> bytes:
    """An archive of one record."""
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.headers["WARC-Target-URI"] = "https://news.example.org/quay"
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(b"HTTP/1.1 200 OK\r\n" + headers + b"\r\n" + payload)
    out = io.BytesIO()
    record.write(out)
    return out.getvalue()


def test_a_page_is_told_from_what_stands_around_it() -> None:
    """Headline, caption, teaser and body play their parts; menu, footer and scripts are furniture or nothing."""
    found = report(PAGE.encode(), ".html")
    assert said(found, "headline") == "Quay shelled at dawn"
    assert said(found, "caption") == "The quay after the raid."
    assert said(found, "teaser") == "Read more: Ferries stop running"
    assert said(found, "body").startswith("At least three dockers were hurt when shells fell on the quay & the market")
    assert "Home" in said(found, "furniture")
    assert "evil" not in found.text
    assert "color" not in found.text


def test_a_page_tells_its_masthead() -> None:
    """Date, address and outlet come from the page, and the notes say which date was believed."""
    found = report(PAGE.encode(), ".html")
    assert found.published.basis == "stated"
    assert found.published.when is not None
    assert found.published.when.iso()[0].startswith("2021-03-04")
    assert (found.url, found.outlet) == ("https://news.example.org/quay", "news.example.org")
    assert "dated by its JSON-LD" in found.notes


def test_each_character_leads_back_to_its_byte() -> None:
    """A character of the text layer is the character of the source that its run points to."""
    seen, source = layer(PAGE.encode())
    for at in range(0, len(seen.text), 7):
        if seen.text[at] not in " \n&":
            assert seen.text[at] == source[seen.source(at)]


@given(st.text(alphabet="<>/=\"' &;!-abphdivscript\n#x1\u202e", max_size=200))
def test_any_markup_has_a_text_layer(source: str) -> None:
    """Blocks are in order, hold no markup that closed, and every character has a source."""
    seen = layer_of(source)
    assert all(a.end <= b.start for a, b in zip(seen.blocks, seen.blocks[1:], strict=False))
    assert all(0 <= seen.source(at) < len(source) for at in range(len(seen.text)))


@given(
    st.sampled_from([".html", ".csv", ".xml", ".warc", ".wacz", ".eml", ".pdf", ".md", ".jsonl", ".jsonl.gz"]),
    st.binary(max_size=200),
)
@settings(max_examples=200, deadline=None)
def test_any_bytes_in_any_clothes_are_read_or_refused(hint: str, data: bytes) -> None:
    """No format raises on bytes that are none of it."""
    heads = {
        ".pdf": b"%PDF-1.4\n",
        ".warc": b"WARC/1.0\r\n",
        ".wacz": b"PK\x03\x04",
        ".xml": b"<rss>",
        ".jsonl.gz": b"\x1f\x8b",
    }
    for found in read_bytes(heads.get(hint, b"") + data, "x", hint):
        assert isinstance(found, Unread) or covers(found.parts, len(found.text))


@pytest.mark.parametrize(
    "bomb",
    ["<div>" * 300_000, "<p>x" * 100_000, "<a " * 500_000, "&amp;" * 300_000, "<!--" * 300_000, "<div><b>" * 100_000 + "</x></div>" * 100_000, '<p a="' * 200_000],
    ids=["deep", "many", "open tag", "entities", "comments", "unclosed", "quotes"],
)  # fmt: skip
def test_hostile_markup_is_read_in_little_time(bomb: str) -> None:
    """A megabyte of nested, open or repeated markup costs seconds at most."""
    start = time.process_time()
    list(read_bytes(b"<html>" + bomb.encode(), "bomb", ".html"))
    assert time.process_time() - start < 20


@pytest.mark.parametrize(
    ("name", "data"),
    [("q.html", PAGE.encode()), ("q.warc", warc(PAGE.encode())), ("q.jsonl", json.dumps({"html": PAGE}).encode())],
)
def test_a_page_in_markup_comes_with_its_bytes(tmp_path: Path, name: str, data: bytes) -> None:
    """From the bytes beside a report its text is worked out again, each character at its place; plain text needs none."""
    (tmp_path / name).write_bytes(data)
    ((found, markup),) = read_kept(tmp_path / name)
    assert isinstance(found, Report)
    assert markup is not None
    seen, source = layer(markup.data, markup.hint)
    assert seen.text == found.text
    assert source[seen.source(found.text.index("dockers")) :].startswith("dockers")
    (tmp_path / "q.txt").write_text("Shells fell on the quay, the harbour master said.")
    assert [kept for _, kept in read_kept(tmp_path / "q.txt")] == [None]


def test_rows_of_a_table_are_reports() -> None:
    """Columns fill the fields they name; a row without text is told."""
    data = 'id,headline,source,date,body\n1,Ferry turns back,CNN,2021-03-04,"A ferry turned back, its captain said."\n2,,,,\n3,No text,CNN,2021-03-04,\n'
    first, second, third = read_bytes(data.encode(), "t", ".csv")
    assert isinstance(first, Report)
    assert (first.key, first.outlet, first.published.basis) == ("1", "CNN", "given")
    assert isinstance(second, Unread)
    assert isinstance(third, Unread)


def test_entries_of_a_feed_are_reports() -> None:
    """An entry brings its title, address and date; markup in its summary is read as markup."""
    found = report(FEED.encode(), ".xml")
    assert (found.title, found.url, found.outlet) == (
        "Ferry turns back",
        "https://news.example.org/f",
        "Example Post",
    )
    assert "A ferry with sixty people" in said(found, "body")
    assert "the feed carries a summary only" in found.notes


def test_an_entity_bomb_in_a_feed_stays_small() -> None:
    """Entities that expand without end are not expanded."""
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9)) + "]><rss><channel><item><title>&j;</title></item></channel></rss>"  # fmt: skip
    assert (
        sum(len(found.text) for found in read_bytes(bomb.encode(), "b", ".xml") if isinstance(found, Report)) < 10_000
    )


def test_records_of_an_archive_are_reports() -> None:
    """A page in a WARC has its address; its transport's compression is undone."""
    found = report(warc(PAGE.encode()), ".warc")
    assert found.url == "https://news.example.org/quay"
    packed = report(
        warc(gzip.compress(PAGE.encode()), b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n"), ".warc"
    )
    assert packed.text == found.text


def test_archives_in_a_zip_are_read_in_place() -> None:
    """A WACZ gives the pages of its archives, whatever its members are called."""
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as out:
        out.writestr("../../archive/data.warc", warc(PAGE.encode()))
    assert report(box.getvalue(), ".wacz").title == "Quay shelled at dawn"


def test_decompression_bombs_are_refused() -> None:
    """A few kilobytes that expand to hundreds of megabytes are told as too large."""
    bomb = gzip.compress(b" " * 100_000_000)
    (found,) = read_bytes(bomb, "b", ".txt.gz")
    assert isinstance(found, Unread)
    assert found.reason == "too_large"


def test_gzip_files_laid_one_behind_another_are_one_document() -> None:
    """What a log rotation or two downloads appended is read to its end."""
    first, second = "Shells hit the quay.\n", "The mayor counted six dead.\n"
    found = report(gzip.compress(first.encode()) + gzip.compress(second.encode()), ".txt.gz")

    assert found.text == first + second


def test_a_gzip_file_that_breaks_off_is_read_and_told() -> None:
    """What stands before the break is a report, and the break is a row of its own; broken from the start it is nothing."""
    whole = gzip.compress("".join(f"Shell {n} hit the quay at dawn, the mayor said. " for n in range(4000)).encode())
    broken, found = read_bytes(whole[: len(whole) // 2], "g", ".txt.gz")

    assert isinstance(found, Report)
    assert found.text.startswith("Shell 0 hit the quay")
    assert isinstance(broken, Unread)
    assert "breaks off" in broken.detail
    assert [type(one) for one in read_bytes(whole[:12], "g", ".txt.gz")] == [Unread]


@pytest.mark.parametrize(("name", "told"), [("[Content_Types].xml", "Office"), ("pages/a.txt", "unpack it")])
def test_a_zip_that_is_no_web_archive_says_what_to_do(name: str, told: str) -> None:
    """A document of a word processor, or pages packed by hand, are refused with a way out."""
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as out:
        out.writestr(name, PAGE)
    (found,) = read_bytes(box.getvalue(), "z", ".docx")

    assert isinstance(found, Unread)
    assert found.reason == "not_text"
    assert told in found.detail


def test_a_message_is_a_report() -> None:
    """Subject, sender and date of a newsletter are its masthead."""
    found = report(MAIL, ".eml")
    assert (found.title, found.outlet, found.published.basis) == ("Bridge reopens", "Example Post", "given")
    assert "opened to lorries" in found.text


def test_markdown_of_nothing_but_marks_is_furniture() -> None:
    """A page of two rules, with no line of its own between them, is read as that."""
    assert [(part.start, part.end, part.part) for part in report(b"---\n---\n", ".md").parts] == [(0, 8, "furniture")]


def test_markdown_is_looked_through() -> None:
    """Front matter and marks stay in the text; the heading is the headline."""
    data = "---\ntitle: Mill burns down\ndate: 2021-03-04\n---\n# Mill burns down\n\nThe **old mill** at the weir burned down in the night, neighbours said.\n"
    found = report(data.encode(), ".md")
    assert found.text == data
    assert found.title == "Mill burns down"
    assert found.published.basis == "stated"
    assert "old mill" in said(found, "body")


def test_a_pdf_without_text_says_so() -> None:
    """A PDF of blank pages is told, not read as nothing."""
    out = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(out)
    (found,) = read_bytes(out.getvalue(), "p", ".pdf")
    assert isinstance(found, Unread)
    assert found.reason == "no_text"


@pytest.mark.parametrize("odd", ["&#xD800;", "&#x110000;", "&#99999999999;"])
def test_characters_that_cannot_be_are_no_crash(odd: str) -> None:
    """A number that stands for no character, in a broken feed or a page, ends as text or as a reason."""
    broken = FEED.replace("Ferry turns back", odd).replace("</link>", "")
    assert all(isinstance(found, (Report, Unread)) for found in read_bytes(broken.encode(), "b", ".xml"))
    assert "dockers" in report(PAGE.replace("three", odd).encode(), ".html").text


def test_a_zip_whose_offsets_lie_is_refused() -> None:
    """A member that claims to begin before the file is told as malformed."""
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as out:
        out.writestr("archive/data.warc", warc(PAGE.encode()))
    data = box.getvalue()
    (found,) = read_bytes(data[:4] + data[90:], "w", ".wacz")
    assert isinstance(found, Unread)
    assert found.reason == "malformed"


@pytest.mark.parametrize("zone", ["+99999999999999999999", "+0000 99999999999999999999", ""])
def test_a_date_that_cannot_be_is_no_crash(zone: str) -> None:
    """A message whose date overflows is a report, or a reason."""
    data = MAIL.replace(b"2021 06:30:00 +0000", b"99999999999999 06:30:00 " + zone.encode())
    assert all(isinstance(found, (Report, Unread)) for found in read_bytes(data, "m", ".eml"))


def test_captions_with_and_without_a_zone_are_compared() -> None:
    """Two captions of one minute, one of them with its zone, leave a date and no error."""
    caption = "(AP Photo/Jo Mensah) The quay, March 2, 2021 10:00{}\n\n"
    text = (
        "Quay hit again\n\n"
        + caption.format("")
        + caption.format(" GMT")
        + "The quay was hit on Tuesday, the harbour master said.\n"
    )
    assert report(text.encode(), ".txt").published.basis == "caption"
