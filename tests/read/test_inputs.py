"""What a path may name: a file, a folder, a pattern, standard input; and each format's plain case."""

import gzip
import io
import sys
import zlib
from pathlib import Path

import pytest
from test_formats import FEED, PAGE, warc
from test_hostile import boxed, pdf

from dateline.model import Report, Unread
from dateline.read import listed, read, read_bytes, read_kept

SAID = "The mill at the weir burned down in the night, the fire brigade said."
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Example Post</title><entry><title>Mill burns down</title>
<link href="https://news.example.org/mill"/><id>tag:news.example.org,2021:mill</id><published>2021-03-04T06:30:00Z</published>
<content type="html">&lt;p&gt;{SAID}&lt;/p&gt;</content></entry></feed>"""
INPUTS: dict[str, bytes] = {
    "mill.txt": SAID.encode(),
    "mill.html": PAGE.encode(),
    "mill.md": f"# Mill burns down\n\n{SAID}\n".encode(),
    "mill.jsonl": f'{{"text": "{SAID}"}}\n'.encode(),
    "mill.csv": f'url,text\nhttps://news.example.org/mill,"{SAID}"\n'.encode(),
    "mill.tsv": f"url\ttext\nhttps://news.example.org/mill\t{SAID}\n".encode(),
    "feed.rss": FEED.encode(),
    "feed.atom": ATOM.encode(),
    "mill.warc": warc(PAGE.encode()),
    "mill.warc.gz": gzip.compress(warc(PAGE.encode())),
    "mill.wacz": boxed("archive/data.warc.gz", gzip.compress(warc(PAGE.encode()))),
    "mill.eml": f"From: Example Post <a@example.org>\r\nSubject: Mill\r\n\r\n{SAID}\r\n".encode(),
    "mill.pdf": pdf(zlib.compress(f"BT /F1 12 Tf 20 100 Td ({SAID}) Tj ET".encode())),
    "mill.jsonl.gz": gzip.compress(f'{{"text": "{SAID}"}}\n'.encode()),
    "mill": PAGE.encode(),
}


@pytest.mark.parametrize("name", INPUTS)
def test_each_format_is_read_from_its_file(name: str, tmp_path: Path) -> None:
    """One file of each, one report of each, with its words."""
    (tmp_path / name).write_bytes(INPUTS[name])
    (found,) = read(tmp_path / name)

    assert isinstance(found, Report), found
    assert "mill" in found.text or "dockers" in found.text or "ferry" in found.text


def test_what_is_kept_apart_is_no_input(tmp_path: Path) -> None:
    """A file that the record writes is passed over in a folder, and read where somebody names it; links to it are told."""
    (tmp_path / "mine.txt").write_text(SAID)
    (tmp_path / "page.txt").write_text(f"{SAID} Nobody was hurt.")
    mine = {(tmp_path / "mine.txt").resolve()}

    assert [Path(found.key).name for found, _ in read_kept(tmp_path, apart=mine)] == ["page.txt"]
    assert [path.name for path in listed(tmp_path, mine)] == ["page.txt"]
    assert len(list(read_kept(tmp_path / "mine.txt", apart=mine))) == 1


def test_an_empty_name_names_nothing() -> None:
    """A variable that was never set does not stand for the folder one is in."""
    (found,) = read("")

    assert isinstance(found, Unread)
    assert found.reason == "missing"


@pytest.mark.parametrize("wrong", ['["a"]', '{"x": 1}', "null", '""'])
def test_a_masthead_that_is_no_text_is_none(wrong: str) -> None:
    """What a row gives as outlet and title counts where it is text or a number; nothing is made of lists and objects."""
    (found,) = read_bytes(f'{{"text": "{SAID}", "outlet": {wrong}, "title": {wrong}}}'.encode(), "x", ".jsonl")

    assert isinstance(found, Report)
    assert (found.outlet, found.title) == (None, None)


def test_an_entry_of_atom_has_its_masthead() -> None:
    """Title, address, outlet and date of an entry with its content."""
    (found,) = read_bytes(ATOM.encode(), "a", ".atom")

    assert isinstance(found, Report)
    assert (found.title, found.url, found.outlet) == (
        "Mill burns down",
        "https://news.example.org/mill",
        "Example Post",
    )
    assert found.published.basis == "given"
    assert "read from its feed, not from its page" in found.notes


def test_a_folder_and_a_pattern_name_files(tmp_path: Path) -> None:
    """All below a folder in sorted order, what is hidden left out; a pattern names its own."""
    (tmp_path / "b" / ".hidden").mkdir(parents=True)
    for name in ("b/two.txt", "a.txt", "b/.hidden/three.txt", "note.md"):
        (tmp_path / name).write_text(f"{SAID} {name}")

    assert [Path(one.key).name for one in read(tmp_path)] == ["a.txt", "two.txt", "note.md"]
    assert [Path(one.key).name for one in read(f"{tmp_path}/**/*.txt")] == ["a.txt", "two.txt"]
    assert [path.name for path in listed(tmp_path)] == ["a.txt", "two.txt", "note.md"]


def test_standard_input_is_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes through a pipe is known by what it looks like."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PAGE.encode())))
    (found,) = read("-")

    assert isinstance(found, Report)
    assert (found.key, found.title) == ("-", "Quay shelled at dawn")


@pytest.mark.parametrize(
    ("name", "word"), [("none.txt", "no such file"), ("https://news.example.org/mill", "dateline watch")]
)
def test_what_is_not_there_is_told(name: str, word: str) -> None:
    """A path that leads nowhere, and an address, which another command fetches."""
    (found,) = read(name)

    assert isinstance(found, Unread)
    assert word in found.detail


def test_a_row_with_an_address_alone_is_told_where_to_go() -> None:
    """A spreadsheet of links holds no pages yet."""
    (found,) = read_bytes(b"url,outlet\nhttps://news.example.org/mill,Example Post\n", "links", ".csv")

    assert isinstance(found, Unread)
    assert "dateline watch --list" in found.detail
