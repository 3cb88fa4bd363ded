"""A PostgreSQL server of the tests' own: Debian's, on loopback, in a folder that is gone afterwards."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest

from dateline.record import Record

OWNER = "dateline"
_numbers = count()


def programs() -> Path | None:
    """The folder of the server's programs, the newest version first; None where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    named = shutil.which("initdb")
    return found[-1].parent if found else None if named is None else Path(named).resolve().parent


def account() -> str | None:
    """The user that the server runs as: it refuses to run as root."""
    if os.getuid():
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


class Server:
    """A running server, with checksums on its pages; every database of it is for one test."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder, self._bin = folder, programs
        self._empty: str | None = None
        self._run("initdb", "-D", str(folder / "data"), "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync", "-k")  # fmt: skip
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.start()

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = ("listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "max_connections=60")
        options = [part for setting in settings for part in ("-c", setting)]
        log = (self.folder / "log").open("ab")
        command = [self._bin / "postgres", "-D", self.folder / "data", "-p", str(self.port), *options]
        self.process = subprocess.Popen(command, stdout=log, stderr=log, user=account(), cwd=self.folder)
        log.close()
        for _ in range(200):
            try:
                psycopg.connect(self.address("postgres")).close()
                return
            except psycopg.OperationalError:
                assert self.process.poll() is None, (self.folder / "log").read_text()
                time.sleep(0.05)
        raise AssertionError("the server does not answer")

    def address(self, database: str) -> str:
        """The address of a database."""
        return f"postgresql://{OWNER}@127.0.0.1:{self.port}/{database}"

    def database(self, like: str = "template1") -> str:
        """The address of a fresh database, with nothing in it or as another one is."""
        name = f"record_{next(_numbers)}"
        with psycopg.connect(self.address("postgres"), autocommit=True) as db:
            db.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
        return self.address(name)

    def record(self) -> str:
        """The address of a fresh record with nothing in it; the first is made from nothing, each other one as a copy of it."""
        if self._empty is None:
            address = self.database()
            Record.open(address).close()
            self._empty = address.rsplit("/", 1)[1]
        return self.database(like=self._empty)

    def stop(self) -> None:
        """End it at once, as a machine that loses its power ends it."""
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait()

    def _run(self, program: str, *words: str) -> None:
        subprocess.run([self._bin / program, *words], check=True, user=account(), cwd=self.folder, capture_output=True)


def served() -> Iterator[Server]:
    """A server while the tests last. Where PostgreSQL is not installed they are skipped, but never in CI."""
    found = programs()
    if found is None:
        assert "CI" not in os.environ, "CI tests both stores: PostgreSQL is not installed"
        pytest.skip("PostgreSQL is not installed")
    folder = Path(tempfile.mkdtemp(prefix="dateline-postgresql-"))
    if account():
        shutil.chown(folder, account())
    server = Server(folder, found)
    yield server
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)
