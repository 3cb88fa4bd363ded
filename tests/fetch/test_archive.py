"""Fetched pages are kept as archives that any reader of archives can read."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from protego import Protego

from dateline.errors import Unreadable
from dateline.fetch import Fetched, Shelf, member, shown, target_of
from dateline.fetch.exchange import Answer
from dateline.fetch.robots import Rules
from dateline.fetch.target import led_to
from dateline.model import Report, Unread
from dateline.read import read

AT = datetime(2021, 3, 4, 6, 30, tzinfo=UTC)


def page(url: str, body: bytes, **headers: str) -> Fetched:
    """A page as it was fetched."""
    told = (("Content-Type", "text/html; charset=utf-8"), ("Set-Cookie", "a=b\r\nX: y"), *headers.items())
    return Fetched(url, Answer(200, "OK", told, body, "192.0.2.1"), body, AT)


def test_a_page_comes_back_as_it_was(tmp_path: Path) -> None:
    """Its address, its bytes, when it was taken, and the date that its feed told."""
    file = Shelf(tmp_path / "pages").add(
        member(page("https://example.org/mill", "<p>The café burned.".encode()), "Thu, 04 Mar 2021 05:00:00 GMT"), AT
    )
    (found,) = read(file)

    assert isinstance(found, Report)
    assert (found.url, found.text) == ("https://example.org/mill", "The café burned.")
    assert "archived 2021-03-04T06:30:00Z" in found.notes
    assert found.published.when is not None
    assert found.published.when.iso()[0].startswith("2021-03-04T05:00")


def test_a_file_that_breaks_off_gives_what_it_has(tmp_path: Path) -> None:
    """A crash in the middle of a record costs that record; the next run begins another file."""
    shelf = Shelf(tmp_path)
    shelf.add(member(page("https://example.org/a", b"<p>The mill burned.")), AT)
    file = shelf.add(member(page("https://example.org/b", b"<p>The barn burned.")), AT)
    file.write_bytes(file.read_bytes()[:-40])
    first, *rest = read(file)

    assert isinstance(first, Report)
    assert all(isinstance(one, Unread) for one in rest)
    assert Shelf(tmp_path).add(member(page("https://example.org/c", b"<p>x")), AT) != file


@pytest.mark.slow
@given(st.text(max_size=80) | st.from_regex(r"https?://[ -~]{0,60}", fullmatch=True))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    """No address, however odd, ends otherwise than as one that can be asked for, or with a reason."""
    with suppress(Unreadable):
        target = target_of(text)
        assert target_of(target.url) == target
        led_to(target, text)


@given(st.from_regex(r"[a-z]{3,9}://[a-z]{1,9}:pass[a-z]{1,9}@[a-z.]{1,20}/[ -~]{0,20}", fullmatch=True))
def test_no_password_is_ever_shown(url: str) -> None:
    """Whatever stands before the host is left out of messages."""
    assert ":pass" not in shown(url).split("/", 3)[2]


@given(st.text(max_size=300))
def test_any_rules_can_be_asked(text: str) -> None:
    """A robots.txt of noise allows or forbids, and asks for a pause that is a number."""
    rules = Rules(Protego.parse(f"User-agent: *\n{text}"), 0.0)
    with suppress(Unreadable):
        rules.heed(target_of("https://example.org/a"))
    assert 0.0 <= rules.delay <= 24 * 3_600.0
