"""Watching folders, feeds and pages: what is new is added once, what changed is a version, what fails is told."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback import Host, Time, fetcher, serving

from dateline.fetch import Fetcher, Shelf
from dateline.model import Report
from dateline.read import read
from dateline.record import Record
from dateline.run.visits import Visits
from dateline.run.watch import Plan, Round, Watch, addresses_in

pytestmark = pytest.mark.model

STORY = "<html><head><title>{0}</title></head><body><nav><a href=/>Home</a></nav><article><h1>{0}</h1><p>{1}</p></article><aside>{2}</aside></body></html>"
FIRST = "Shells fell on the market of Marrow in the morning and killed nine people, the governor of the province told the radio on Monday."
LATER = "Shells fell on the market of Marrow in the morning and killed six people, the governor of the province told the radio on Monday."


class Desk:
    """A record being watched, its server and its clock."""

    def __init__(self, folder: Path, host: Host, *inputs: str) -> None:
        self.host, self.time, self.folder = host, Time(), folder
        self.record, self.visits = Record.open(folder / "r.db"), Visits.open(folder / "r.db-watch")
        self.inputs = inputs

    def look(self) -> Round:
        plan = Plan(tuple(name if "/" in name[1:] else self.host.url(name) for name in self.inputs))
        return Watch(self.record, self.visits, fetcher(self.time), Shelf(self.folder / "pages"), plan).look()

    def later(self, seconds: float) -> Round:
        self.time.at += seconds
        return self.look()


@pytest.fixture
def host() -> Iterator[Host]:
    """A server."""
    with serving() as told:
        yield told


def feed(host: Host, *names: str, text: str = "") -> str:
    """A feed that leads to pages."""
    items = "".join(
        f"<item><title>{name}</title><link>{host.url('/' + name)}?utm_source=feed</link><description>{text or name}</description>"
        f"<pubDate>Mon, 22 Feb 2021 09:00:00 GMT</pubDate></item>"
        for name in names
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Delta Courier</title>{items}</channel></rss>"


def test_a_feed_leads_to_its_pages(host: Host, tmp_path: Path) -> None:
    """The page is read, not the feed's summary; it is kept as an archive, and dated by its feed where it tells no date."""
    host.has("/feed", feed(host, "market"), "application/rss+xml")
    host.has("/market?utm_source=feed", STORY.format("Market shelled", FIRST, ""))
    desk = Desk(tmp_path, host, "/feed")
    done = desk.look()
    (report,) = desk.record.reports()

    assert (done.read, done.asked, done.failed) == (1, 2, ())
    assert FIRST in report.text
    assert report.published.when is not None
    assert report.published.when.iso()[0] == "2021-02-22T09:00:00+00:00"
    (again,) = (one for file in sorted((tmp_path / "pages").iterdir()) for one in read(file))
    assert isinstance(again, Report)
    assert (again.id, again.published, again.text) == (report.id, report.published, report.text)


def test_the_same_page_again_is_nothing_new(host: Host, tmp_path: Path) -> None:
    """Asked with its tag it is unchanged; sent again with another sidebar, it is unchanged as well."""
    host.has("/market", STORY.format("Market shelled", FIRST, "Most read: one"), ETag='"1"')
    host.has("/market", STORY.format("Market shelled", FIRST, "Most read: two"), ETag='"2"')
    desk = Desk(tmp_path, host, "/market")

    assert desk.look().read == 1
    assert [desk.later(901).read, desk.later(901).unchanged] == [0, 1]
    assert len(list(desk.record.reports())) == 1
    assert host.asked[-1][1]["If-None-Match"] == '"2"'


def test_a_changed_story_is_a_version(host: Host, tmp_path: Path) -> None:
    """A toll that was lowered is a second report, and the first one stays."""
    host.has("/market", STORY.format("Market shelled", FIRST, ""))
    host.has("/market", STORY.format("Market shelled", LATER, ""))
    desk = Desk(tmp_path, host, "/market")
    desk.look()
    desk.later(901)

    assert sorted("nine" in report.text for report in desk.record.reports()) == [False, True]


def test_a_page_that_a_feed_led_to_is_looked_at_again_for_a_week(host: Host, tmp_path: Path) -> None:
    """After an hour, six, a day, three days and a week; then no more."""
    host.has("/feed", feed(host, "market"), "application/rss+xml")
    host.has("/market?utm_source=feed", STORY.format("Market shelled", FIRST, ""), ETag='"1"')
    desk = Desk(tmp_path, host, "/feed")
    for hours in [0, *[1] * 24 * 9]:
        desk.later(hours * 3_600 + 1)

    assert host.paths.count("/market?utm_source=feed") == 6


def test_what_cannot_be_had_is_read_from_the_feed(host: Host, tmp_path: Path) -> None:
    """A page that its host does not let programs fetch: the feed's words are kept, and the reason is noted."""
    host.has("/robots.txt", "User-agent: *\nDisallow: /market", "text/plain")
    host.has("/feed", feed(host, "market", text=FIRST), "application/rss+xml")
    desk = Desk(tmp_path, host, "/feed")
    done = desk.look()
    (report,) = desk.record.reports()

    assert (done.read, len(done.failed)) == (1, 1)
    assert FIRST in report.text
    assert "the page itself could not be had: its robots.txt does not allow it" in report.notes


def test_what_fails_is_asked_more_rarely_and_told(host: Host, tmp_path: Path) -> None:
    """A feed that is not there is asked after 30, 60, 120 … minutes, and after three times stands in `unread`."""
    desk = Desk(tmp_path, host, "/feed?key=secret")
    for _ in range(16):
        done = desk.later(900)

    assert host.paths.count("/feed?key=secret") == 4
    assert [told["key"] for told in desk.record.rows("unread")] == [host.url("/feed?…")]
    assert "secret" not in str(done.failed)


def test_a_feed_that_never_ends_is_taken_in_turns(host: Host, tmp_path: Path) -> None:
    """Two hundred new pages at a look, and no more."""
    host.has("/feed", feed(host, *[f"p{n}" for n in range(500)]), "application/rss+xml", ETag='"1"')
    desk = Desk(tmp_path, host, "/feed")
    plan = Plan((host.url("/feed"),), every=1.0)
    Watch(desk.record, desk.visits, fetcher(desk.time), Shelf(tmp_path / "pages"), plan).look()

    assert len(desk.visits.due(desk.time.today().timestamp() + 1e9, 1_000)) == 201


def test_a_folder_is_read_as_it_fills(tmp_path: Path) -> None:
    """A new file is read, a known one passed over; one that somebody is still writing waits."""
    folder = tmp_path / "in"
    folder.mkdir()
    desk = Desk(tmp_path, Host(), str(folder))
    desk.time.at = 4e9  # well after the files were written
    (folder / "a.txt").write_text(FIRST)
    counts = [desk.look().read, desk.look().read]
    (folder / "b.txt").write_text(LATER)
    counts.append(desk.look().read)
    desk.time.at = 0.0
    (folder / "c.txt").write_text(LATER + " He said no more.")

    assert [*counts, desk.look().read] == [1, 0, 1, 0]


def test_a_list_is_lines_or_opml() -> None:
    """Both name the same feed; what is no address is left out."""
    opml = '<?xml version="1.0"?><opml><body><outline text="x" xmlUrl="https://example.org/feed?a=1&amp;b=2"/></body></opml>'

    assert addresses_in(opml) == addresses_in("# mine\nhttps://example.org/feed?a=1&b=2 # feed\nfeed.txt") != ()


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A folder misspelt, or not mounted, is named as failed, whatever else was looked at."""
    with Record.open(":memory:") as record, Visits.open(":memory:") as visits:
        watched = Watch(record, visits, Fetcher(), Shelf(tmp_path), Plan((str(tmp_path / "pgaes"),)))

        assert [told.rpartition(": ")[2] for told in watched.look().failed] == ["there is no such file or folder"]
