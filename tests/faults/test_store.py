"""What befalls a store: full and read-only disks, damaged pages, clocks set back, other writers. A clear error, and no damage."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread

import psycopg
import pytest
from jobs import decision, pages
from kept import EVENT, everything, filled, judgement
from typer.testing import CliRunner

from dateline.cli.commands import app
from dateline.errors import BrokenRecord, Unusable
from dateline.record import Record, Where, back_up
from dateline.run import read_into
from postgresql import Server, account

pytestmark = pytest.mark.slow

RUNNER = CliRunner()
MANY = [{**EVENT, "id": f"event:{n:06}", "title": f"Shells hit town {n} " * 8} for n in range(30_000)]


@contextmanager
def disk(folder: Path, size: str) -> Iterator[Path]:
    """A small disk of its own; the test is skipped where none can be mounted."""
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size},mode=777", "tmpfs", folder], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def remounted(folder: Path, how: str) -> None:
    """The disk as read-only, or as writable again."""
    subprocess.run(["mount", "-o", f"remount,{how}", folder], check=True)


# --- full disks ----------------------------------------------------------------------------------------------------------


def test_a_full_disk_keeps_what_was_there(tmp_path: Path) -> None:
    """A weighing that does not fit is told so, and the one before it stands; a decision that fits is still taken."""
    with disk(tmp_path / "disk", "4m") as small, filled(Record.open(small / "record.db")) as record:
        before = everything(record)
        with pytest.raises(Unusable, match=r"disk is full; nothing of this step was kept"):
            record.derive({"events": MANY})

        assert (everything(record), record.check()) == (before, [])
        assert record.judge(judgement()) == 3


def test_no_room_for_a_backup(tmp_path: Path) -> None:
    """A backup that does not fit leaves nothing that looks like one."""
    with filled(Record.open(tmp_path / "record.db")) as record:
        record.derive({"events": MANY[:4000]})
    with disk(tmp_path / "disk", "1m") as small:
        with pytest.raises(Unusable):
            back_up(tmp_path / "record.db", small / "copy.db")

        assert list(small.iterdir()) == []


def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    """Where a quota ends a file's growth, the command fails in one line, and what was kept is whole."""
    filled(Record.open(tmp_path / "record.db")).close()
    given = pages(tmp_path / "pages.jsonl", 0, 40)
    limit = ((tmp_path / "record.db").stat().st_size + 20_000,) * 2
    ended = subprocess.run(
        [sys.executable, "-c", "import sys; from dateline.cli import main; main()", "read", given, "--record", tmp_path / "record.db"],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit), capture_output=True, check=False, text=True,
    )  # fmt: skip

    assert (ended.returncode, ended.stderr.strip().count("\n")) == (1, 0), ended.stderr
    with Record.open(tmp_path / "record.db") as record:
        assert record.check() == []
        assert read_into(record, [given]).read == 40


def test_a_servers_full_disk(server: Server, tmp_path: Path) -> None:
    """The same on a server whose disk is full: told, nothing half-written, and it goes on once there is a little room."""
    with disk(server.folder / "small", "22m") as small:
        ballast = server.folder / "small" / "ballast"
        subprocess.run(["chown", account() or str(os.getuid()), small], check=True)
        with psycopg.connect(server.address("postgres"), autocommit=True) as db:
            db.execute(f"CREATE TABLESPACE small LOCATION '{small}'")
            db.execute("CREATE DATABASE cramped TABLESPACE small")
            with filled(Record.open(server.address("cramped"))) as record:
                before = everything(record)
                ballast.write_bytes(bytes(2 * 1024**2))
                with pytest.raises(Unusable, match="disk is full"):
                    record.derive({"events": MANY})
                ballast.unlink()  # somebody makes a little room
                assert (everything(record), record.check()) == (before, [])
                assert record.judge(judgement()) == 3
            db.execute("DROP DATABASE cramped")
            db.execute("DROP TABLESPACE small")


# --- read-only disks -------------------------------------------------------------------------------------------------------


def test_a_read_only_disk_can_be_read(tmp_path: Path) -> None:
    """Reading commands work from it; writing ones fail with code 1 and say why; nothing changes."""
    with disk(tmp_path / "disk", "8m") as folder:
        filled(Record.open(folder / "record.db")).close()
        before = (folder / "record.db").read_bytes()
        remounted(folder, "ro")
        where = ["--record", str(folder / "record.db")]
        read = [
            ["check"],
            ["tell", "jsonl", "--out", str(tmp_path / "told")],
            ["backup", str(tmp_path / "copy.db")],
        ]
        assert [RUNNER.invoke(app, [*words, *where]).exit_code for words in read] == [0] * 3

        with pytest.raises(Unusable, match="read-only"):
            Record.open(folder / "record.db").judge(judgement())
        assert (folder / "record.db").read_bytes() == before


def test_an_unwritable_record_ends_with_code_1(tmp_path: Path) -> None:
    """From the shell, too: one line and code 1, whether the disk cannot be written or the folder is not there."""
    with disk(tmp_path / "disk", "8m") as folder:
        filled(Record.open(folder / "record.db")).close()
        remounted(folder, "ro")
        for words in (["judge", "accept", "event:1", "--record", folder / "record.db"], ["weigh", "--record", folder / "new.db"], ["weigh", "--record", tmp_path / "no" / "new.db"]):  # fmt: skip
            run = [sys.executable, "-c", "from dateline.cli import main; main()", *words]
            ended = subprocess.run(run, capture_output=True, check=False, text=True)
            assert (ended.returncode, ended.stderr.strip().count("\n")) == (1, 0), ended.stderr


def test_a_server_that_only_reads(server: Server) -> None:
    """On a standby or a locked server a decision is refused in plain words, and pages are still read."""
    address = server.database()
    filled(Record.open(address)).close()
    with psycopg.connect(address, autocommit=True) as db:
        db.execute(f"ALTER DATABASE {address.rsplit('/', 1)[1]} SET default_transaction_read_only = on")
    with Record.open(address) as record, pytest.raises(Unusable, match="may only read"):
        record.judge(judgement())

    with Record.reading(address) as record:
        assert [told["id"] for told in record.rows("events")] == ["event:1"]


# --- damage ----------------------------------------------------------------------------------------------------------------


def damaged(path: Path, at: int, size: int = 64) -> None:
    """Garbage over some bytes of a file."""
    with path.open("r+b") as file:
        file.seek(at)
        file.write(b"\xde\xad" * (size // 2))


@pytest.mark.parametrize("page", range(1, 14))
def test_a_damaged_page_is_told(tmp_path: Path, page: int) -> None:
    """Whichever page is hit, the check ends with code 4, a backup is refused, and the file is left as it is."""
    path = tmp_path / "record.db"
    with filled(Record.open(path)) as record:
        record.derive({"events": MANY[:40]})
    assert path.stat().st_size // 4096 > 14
    damaged(path, page * 4096 + 8, 4000)
    before = path.read_bytes()
    ended = RUNNER.invoke(app, ["check", "--record", str(path)])

    assert ended.exit_code == 4 or isinstance(ended.exception, BrokenRecord), ended.output
    with pytest.raises((BrokenRecord, Unusable)):
        back_up(path, tmp_path / "copy.db")
    assert (path.read_bytes(), (tmp_path / "copy.db").exists()) == (before, False)


def test_a_flipped_letter_is_told(tmp_path: Path) -> None:
    """Damage that the store itself cannot see, one letter of a report, is seen by its digest."""
    path = tmp_path / "record.db"
    filled(Record.open(path)).close()
    data = path.read_bytes()
    path.write_bytes(data.replace(b"a.txt", b"b.txt"))
    with Record.open(path) as record:
        assert any("report:1 is not as it was read" in line for line in record.check())


def test_a_servers_damaged_page_is_told(server: Server) -> None:
    """A page that does not match its checksum: code 4, in plain words; the other tables are still read."""
    address = server.database()
    with filled(Record.open(address)) as record:
        ((name,),) = record.store.execute("SELECT pg_relation_filepath('report')")
        record.store.execute("CHECKPOINT")
    server.stop()
    damaged(server.folder / "data" / name, 4096, 512)
    server.start()
    with Record.reading(address) as record:
        assert any("damaged" in line for line in record.check())
        with pytest.raises(BrokenRecord, match="dateline restore"):
            list(record.reports())
        assert [one.verdict for one in record.judgements()] == ["accept", "reject"]


# --- clocks and other writers ----------------------------------------------------------------------------------------------


def test_a_clock_set_back_changes_no_order(where: Where) -> None:
    """Decisions count in the order they were made, though the later one bears the earlier time."""
    with filled(Record.open(where)) as record:
        for at, verdict in (("2031-01-01T00:00:00+00:00", "reject"), ("1999-01-01T00:00:00+00:00", "withdraw")):
            record.judge(judgement(at, verdict))

        assert [one.verdict for one in record.judgements()][2:] == ["reject", "withdraw"]
        assert (record.decided("event:1"), record.check()) == (4, [])


def test_two_readers_at_once(where: Where, tmp_path: Path) -> None:
    """Two processes that read overlapping pages into one record leave what one alone leaves."""
    first, second, every = (
        pages(tmp_path / f"{n}.jsonl", *span) for n, span in enumerate(((0, 30), (15, 45), (0, 45)))
    )
    run = "import sys; from dateline.record import Record; from dateline.run import read_into; read_into(Record.open(sys.argv[1]), [sys.argv[2]])"
    both = [subprocess.Popen([sys.executable, "-c", run, str(where), str(given)]) for given in (first, second)]
    assert [one.wait() for one in both] == [0, 0]
    with Record.open(tmp_path / "alone.db") as alone, Record.open(where) as record:
        read_into(alone, [every])

        assert record.check() == []
        assert [told["id"] for told in record.as_read("reports")] == [told["id"] for told in alone.as_read("reports")]
        assert [told["id"] for told in record.as_read("claims")] == [told["id"] for told in alone.as_read("claims")]


def test_many_deciders_at_once(where: Where) -> None:
    """Every decision of four people at once has a number of its own, and the chain holds."""

    def decide(first: int) -> None:
        with Record.open(where) as mine:
            for n in range(first, first + 10):
                mine.judge(decision(n))

    with Record.open(where) as record:
        people = [Thread(target=decide, args=(10 * n,)) for n in range(4)]
        for one in people:
            one.start()
        for one in people:
            one.join()

        assert (record.decided(), record.check()) == (40, [])
        assert {one.subject for one in record.judgements()} == {decision(n).subject for n in range(40)}


def test_a_second_writer_is_told(where: Where, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits too long for another writer is told so, and can still read; afterwards all goes on."""
    monkeypatch.setattr("dateline.record.sqlite.PATIENCE", 0.2)
    monkeypatch.setattr("dateline.record.postgresql.PATIENCE", 1)
    with filled(Record.open(where)) as one, Record.open(where) as other:
        with one.together():
            one.note("half", "done")
            with pytest.raises(Unusable, match="another process"):
                other.derive({"events": []})
            assert [told["id"] for told in other.rows("events")] == ["event:1"]
            assert other.noted("half") is None
        other.derive({"events": []})

        assert (list(one.rows("events")), one.noted("half"), one.check()) == ([], "done", [])


def test_a_decision_waits_for_no_weighing(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a server people decide while a weighing is being written."""
    monkeypatch.setattr("dateline.record.postgresql.PATIENCE", 1)
    address = server.database()
    with filled(Record.open(address)) as one, Record.open(address) as other, one.together():
        one.derive({"events": []})

        assert other.judge(judgement()) == 3


def test_a_server_that_dies(server: Server) -> None:
    """Every decision that was acknowledged before the server was killed is there when it is back, and the chain holds."""
    address, told = server.database(), []
    Record.open(address).close()

    def decide() -> None:
        with suppress(Unusable), Record.open(address) as record:
            told.extend(record.judge(decision(n)) for n in range(100_000))

    person = Thread(target=decide)
    person.start()
    time.sleep(1)
    server.stop()
    person.join()
    server.start()
    with Record.reading(address) as record:
        assert told
        assert len(told) <= record.decided() <= len(told) + 1
        assert record.check() == []


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    """An address where nothing answers ends with code 1 and one line, in which no password stands."""
    run = [
        sys.executable,
        "-c",
        "from dateline.cli import main; main()",
        "check",
        "--record",
        "postgresql://ana:secret@127.0.0.1:1/desk",
    ]
    ended = subprocess.run(run, capture_output=True, check=False, text=True)

    assert (ended.returncode, ended.stderr.strip().count("\n")) == (1, 0)
    assert "secret" not in ended.stderr
    assert "cannot be reached" in ended.stderr
