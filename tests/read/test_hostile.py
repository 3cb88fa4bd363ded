"""Hostile inputs: each ends as a report or as a reason, in little time and memory, and nothing is written anywhere."""

import gzip
import io
import json
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from test_formats import PAGE, warc

from dateline.model import Report, Unread
from dateline.read import read_bytes


def pdf(stream: bytes) -> bytes:
    """A PDF of one page with this compressed content."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(stream) + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, told in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + told + b"\nendobj\n"
    rows = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + rows
        + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def boxed(name: str, data: bytes) -> bytes:
    """A ZIP of one member."""
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(name, data)
    return box.getvalue()


def bomb() -> bytes:
    """Some 194 kB that expand to 200 MB."""
    return gzip.compress(b"0" * 200_000_000)


BOMBS: dict[str, Callable[[], tuple[bytes, str]]] = {
    "gzip": lambda: (bomb(), ".txt.gz"),
    "gzip in gzip": lambda: (gzip.compress(bomb()), ".gz"),
    "archive's body": lambda: (warc(bomb(), b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n"), ".warc"),
    "zip": lambda: (boxed("archive/a.warc", b" " * 200_000_000), ".wacz"),
    "pdf": lambda: (pdf(zlib.compress(b" " * 200_000_000)), ".pdf"),
    "message parts": lambda: (
        b"From: a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nhi\r\n" * 100_000,
        ".eml",
    ),
    "feed": lambda: (b"<rss><channel>" + b"<item><title>A mill</title></item>" * 300_000, ".xml"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_bombs_do_not_go_off(name: str) -> None:
    """What expands beyond all measure, or never ends, is refused within seconds and a bounded memory."""
    data, hint = BOMBS[name]()
    start = time.process_time()
    tracemalloc.start()
    (found,) = read_bytes(data, "bomb", hint)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert isinstance(found, Unread)
    assert found.reason in ("too_large", "malformed")
    assert peak < 200_000_000
    assert time.process_time() - start < 20


DEEP: dict[str, tuple[bytes, str]] = {
    "elements": (b"<html>" + b"<div>" * 1_000_000 + b"The mill burned.", ".html"),
    "tables": (b"<html>" + b"<table><tr><td>" * 300_000 + b"The mill burned.", ".html"),
    "objects": (b'{"text": ' + b"[" * 1_000_000, ".jsonl"),
    "linked data": (
        b'<html><script type="application/ld+json">' + b"[" * 1_000_000 + b"</script><p>The mill burned.",
        ".html",
    ),
    "messages": (
        b"From: a\r\n"
        + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(1_500)),
        ".eml",
    ),
    "marks": (b"[" * 200_000 + b"](x)" * 100_000, ".md"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", DEEP)
def test_nesting_without_end_is_read_or_refused(name: str) -> None:
    """A million levels are no more than a page with little on it."""
    data, hint = DEEP[name]
    start = time.process_time()
    (found,) = read_bytes(data, "deep", hint)

    assert isinstance(found, (Report, Unread))
    assert time.process_time() - start < 20


@pytest.mark.parametrize("name", ["../../evil.warc", "/etc/evil.warc", "..\\evil.warc", "C:\\evil.warc"])
def test_a_zip_slips_nowhere(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A member whose name leads out of its folder is read where it is; nothing is unpacked."""
    monkeypatch.chdir(tmp_path)
    (found,) = read_bytes(boxed(name, warc(PAGE.encode())), "w", ".wacz")

    assert isinstance(found, Report)
    assert list(tmp_path.rglob("*")) == []


@pytest.mark.parametrize(
    "text", ["The mill\x00burned down.", "The mill \u202eburned\u202c down.", "The mill\ufeff burned\u200b down."]
)
@pytest.mark.parametrize("hint", [".txt", ".html", ".jsonl"])
def test_characters_that_do_not_show_are_kept_and_told(text: str, hint: str) -> None:
    """NULs, turned writing, blanks of no width stay where they are; the first two are noted."""
    data = json.dumps({"text": text}) if hint == ".jsonl" else text
    (found,) = read_bytes(data.encode(), "odd", hint)

    assert isinstance(found, Report)
    assert found.text == text
    assert any("holds" in note for note in found.notes) == any(odd in text for odd in "\x00\u202e")


@pytest.mark.parametrize(
    "data",
    [
        b"Caf\xe9 na\xefve \xe2\x82\xac",
        "The mill".encode("utf-16") + b" burned",
        b"\xff\xfeT\x00h\x00e\x00",
        b"\xef\xbb\xbfThe caf\xe9",
    ],
)
def test_mixed_encodings_are_read_or_refused(data: bytes) -> None:
    """Two encodings in one file lose a character at most, never the page, and never silently."""
    (found,) = read_bytes(data + b" mill burned down in the night, he said." * 3, "mixed", ".txt")

    assert isinstance(found, (Report, Unread))
    if isinstance(found, Report):
        assert "\ufffd" not in found.text or found.notes


def test_scripts_are_never_text() -> None:
    """What a browser would run is no word of the page, however it is written."""
    page = PAGE.replace(
        "<article>",
        '<SCRIPT>evil()</SCRIPT ><script/x>evil()</script><svg onload="evil()"></svg><a href="javascript:evil()">go</a><article>',
    )
    (found,) = read_bytes(page.encode(), "s", ".html")

    assert isinstance(found, Report)
    assert "evil" not in found.text


def test_containers_in_each_other_end() -> None:
    """An archive of an archive of an archive … is opened four deep."""
    data = b"The mill burned down."
    for _ in range(8):
        data = gzip.compress(data)
    (found,) = read_bytes(data, "g", ".gz")

    assert isinstance(found, Unread)
    assert found.reason == "malformed"


@pytest.mark.parametrize(
    ("data", "hint"),
    [(b"id,text\n", ".csv"), (b",,,\n,,,\n", ".csv"), (b"\xef\xbb\xbf\n\n", ".jsonl"), (b"<rss></rss>", ".xml")],
)
def test_nothing_is_dropped_in_silence(data: bytes, hint: str) -> None:
    """A container without anything in it says so."""
    (found,) = read_bytes(data, "n", hint)

    assert isinstance(found, Unread)
