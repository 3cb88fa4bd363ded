"""Fetching: what is asked, what is refused, and what a hostile server can do."""

import gzip
import zlib
from collections.abc import Iterator

import pytest
from loopback import Host, Time, fetcher, raw, serving

from dateline.errors import Unreadable
from dateline.fetch import Failed, Fetched, Fetcher, Line, Manners, Unchanged, allowed_networks, shown, target_of
from dateline.fetch.exchange import ask
from dateline.fetch.limits import LARGEST_PAGE


@pytest.fixture
def host() -> Iterator[Host]:
    """A server without rules."""
    with serving() as told:
        yield told


def test_a_page_comes_as_it_was_sent(host: Host) -> None:
    """Body, media type, tag and final address; the server is told who asks."""
    host.has("/mill", "<p>The mill burned.", ETag='"1"')
    page = fetcher().fetch(host.url("/mill#top"))

    assert isinstance(page, Fetched)
    assert (page.url, page.data, page.state) == (host.url("/mill"), b"<p>The mill burned.", ('"1"', None))
    assert host.paths == ["/robots.txt", "/mill"]
    assert host.asked[1][1]["User-Agent"].startswith("Dateline/")
    assert host.asked[1][1]["Host"] == f"news.example:{host.port}"


def test_an_unchanged_page_is_not_sent_again(host: Host) -> None:
    """A request that names the state we know is answered with nothing."""
    host.has("/mill", "<p>The mill burned.", ETag='"1"')

    assert fetcher().fetch(host.url("/mill"), tag='"1"') == Unchanged()


def test_robots_are_heeded(host: Host) -> None:
    """What a host does not allow is not asked for; its rules are asked for once."""
    host.has("/robots.txt", "User-agent: *\nDisallow: /private", "text/plain")
    host.has("/open", "<p>Open.")
    own = fetcher()

    assert own.fetch(host.url("/private/a")) == Failed("refused", "its robots.txt does not allow it", gone=True)
    assert isinstance(own.fetch(host.url("/open")), Fetched)
    assert host.paths == ["/robots.txt", "/open"]


def test_a_host_in_trouble_is_left_alone(host: Host) -> None:
    """A server that answers its rules with an error is not asked for pages, until the rules are asked for again."""
    host.has("/robots.txt", "", status=503)
    host.has("/robots.txt", "", status=404)
    host.has("/mill", "<p>The mill burned.")
    time = Time()
    own = fetcher(time)

    assert isinstance(own.fetch(host.url("/mill")), Failed)
    time.at += 2 * 3_600
    assert isinstance(own.fetch(host.url("/mill")), Fetched)


def test_between_two_requests_lies_a_pause(host: Host) -> None:
    """Five seconds, or as many as the host asks for."""
    host.has("/robots.txt", "User-agent: Dateline\nCrawl-delay: 30", "text/plain")
    host.has("/mill", "<p>The mill burned.")
    time = Time()
    own = fetcher(time)
    own.fetch(host.url("/mill"))
    own.fetch(host.url("/mill"))

    assert time.waits == [5.0, 30.0]


def test_a_host_that_asks_to_be_left_alone_is(host: Host) -> None:
    """Retry-After holds for the whole host."""
    host.has("/mill", "", status=429, Retry_After="600")
    own = fetcher()

    assert own.fetch(host.url("/mill")) == Failed("not_found", "the server answered 429", 600.0)
    assert own.ready_in(host.url("/other")) == 600.0


def test_redirects_are_followed_a_little_way(host: Host) -> None:
    """One is; a ring of them ends."""
    host.has("/old", "", status=301, Location="/new")
    host.has("/new", "<p>New.")
    host.has("/ring", "", status=302, Location="/ring")
    own = fetcher()
    page = own.fetch(host.url("/old"))
    ring = own.fetch(host.url("/ring"))

    assert isinstance(page, Fetched)
    assert page.url == host.url("/new")
    assert ring == Failed("unreachable", "sent on more than 5 times")


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://news.example/a", "http://ana:pw@news.example/", "gopher://x", "https://", "//[::1", "data:text/html,x"])  # fmt: skip
def test_a_redirect_elsewhere_is_refused(host: Host, to: str) -> None:
    """Only http and https, without a name and a password; a password is never told."""
    host.has("/out", "", status=302, Location=to)
    told = fetcher().fetch(host.url("/out"))

    assert isinstance(told, Failed)
    assert told.reason == "refused"
    assert "pw" not in told.detail


def test_every_redirect_is_looked_up_anew(host: Host) -> None:
    """A public page that leads into a private network leads nowhere."""
    host.has("/out", "", status=302, Location="http://inside.example/admin")
    places = {"news.example": ("127.0.0.1",), "inside.example": ("10.0.0.1",)}
    told = fetcher(resolve=lambda name, port: places[name]).fetch(host.url("/out"))

    assert isinstance(told, Failed)
    assert "a private address" in told.detail


@pytest.mark.parametrize("found", [("127.0.0.1",), ("93.184.215.14", "10.0.0.1"), ("::1",), ("64:ff9b::7f00:1",), ("2002:7f00:1::",), ()])  # fmt: skip
def test_a_name_that_leads_inside_is_refused(found: tuple[str, ...]) -> None:
    """Every address of a host is looked at; without an allowance the loopback is none."""
    told = Fetcher(Manners(0.0), Line(resolve=lambda name, port: found)).fetch("http://news.example/")

    assert isinstance(told, Failed)


def test_the_address_is_pinned(host: Host) -> None:
    """A name is looked up once a request: what it leads to a moment later changes nothing."""
    host.has("/mill", "<p>The mill burned.")
    looked: list[str] = []

    def rebinding(name: str, port: int) -> tuple[str, ...]:
        looked.append(name)
        return ("127.0.0.1",) if len(looked) <= 2 else ("10.0.0.1",)

    own = fetcher(resolve=rebinding)

    assert isinstance(own.fetch(host.url("/mill")), Fetched)
    assert looked == ["news.example"] * 2  # the rules, and the page
    assert isinstance(own.fetch(host.url("/mill")), Failed)


def test_only_ports_where_pages_are() -> None:
    """A public host is not asked at a port of mail or of a shell."""
    told = Fetcher(Manners(0.0), Line(resolve=lambda name, port: ("93.184.215.14",))).fetch("http://news.example:22/")

    assert isinstance(told, Failed)
    assert "port 22" in told.detail


def test_a_bomb_does_not_go_off(host: Host) -> None:
    """A small answer that expands to 200 MB is refused."""
    host.has("/bomb", gzip.compress(b"0" * 200_000_000), Content_Encoding="gzip")
    told = fetcher().fetch(host.url("/bomb"))

    assert isinstance(told, Failed)
    assert told.reason == "too_large"


def test_packed_answers_are_unpacked(host: Host) -> None:
    """With gzip, with deflate in both of its forms; an encoding that was not asked for is refused."""
    packed = zlib.compressobj(wbits=-15)
    host.has("/gzip", gzip.compress(b"mill"), Content_Encoding="gzip")
    host.has("/deflate", packed.compress(b"mill") + packed.flush(), Content_Encoding="deflate")
    host.has("/br", b"mill", Content_Encoding="br")
    own = fetcher()
    pages = [own.fetch(host.url(path)) for path in ("/gzip", "/deflate", "/br")]

    assert [page.data for page in pages if isinstance(page, Fetched)] == [b"mill", b"mill"]
    assert isinstance(pages[2], Failed)


def test_a_packed_answer_that_breaks_off_is_told(host: Host) -> None:
    """Half a page is not kept as if it were the whole."""
    host.has("/cut", gzip.compress(b"The mill at the weir burned down in the night.")[:-12], Content_Encoding="gzip")
    told = fetcher().fetch(host.url("/cut"))

    assert isinstance(told, Failed)
    assert "breaks off" in told.detail


def answered(port: int, patience: float = 60.0) -> Unreadable:
    """Why a server's answer to one question is none."""
    line = Line(allowed_networks(["127.0.0.1"]), lambda name, at: ("127.0.0.1",), patience=patience)
    with pytest.raises(Unreadable) as told:
        ask(target_of(f"http://news.example:{port}/"), {}, LARGEST_PAGE, line)
    return told.value


@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n"]
)
def test_an_endless_answer_ends(head: bytes) -> None:
    """Whether it tells its length or not, what goes past the bound is refused."""
    piece = b"x" * 1_000_000
    with raw(head, *[piece] * (LARGEST_PAGE // len(piece) + 2)) as port:
        assert answered(port).reason == "too_large"


GOES_ON = b"HTTP/1.1 100 Continue\r\n\r\n"


@pytest.mark.parametrize(
    ("head", "drip"), [(b"HTTP/1.1 200 OK\r\n", b"A: b\r\n"), (b"HTTP/1.1 200 OK\r\n\r\n", b"x"), (GOES_ON, GOES_ON)]
)
def test_a_server_that_drips_is_cut_off(head: bytes, drip: bytes) -> None:
    """Header by header, byte by byte: the whole answer has its time, however often something comes."""
    with raw(head, *[drip] * 100, hold=0.05) as port:
        assert answered(port, 0.4).reason == "too_slow"


@pytest.mark.parametrize("said", [b"", b"\x00\xff\x16\x03", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500 + b"\r\n", b"HTTP/1.1 200 OK\r\nA: " + b"b" * 100_000 + b"\r\n\r\n"])  # fmt: skip
def test_what_is_no_answer_is_told(said: bytes) -> None:
    """Nothing, noise, a body cut short, a broken chunk, too many headers, too long a header."""
    with raw(said) as port:
        assert answered(port).reason == "unreachable"


def test_an_address_is_shown_without_secrets() -> None:
    """Name, password and query of an address stand in no message."""
    told = shown("https://ana:secret@news.example/feed?key=123")

    assert told == "https://news.example/feed?…"
