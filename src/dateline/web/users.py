"""The people of a shared server: hashed passwords, roles, sessions, and a log of who signed in and who wrote what.

They stand in a file of their own beside the record, so that a record can be handed on without them.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Literal, get_args

from dateline.errors import DatelineError
from dateline.rows import Row

__all__ = ["ROLES", "SESSION", "Attempts", "Misnamed", "Person", "Role", "Users"]

Role = Literal["reader", "reviewer", "admin"]
ROLES: Final[tuple[Role, ...]] = get_args(Role)
"""Each may what the ones before it may: look; decide and weigh; see and change who may."""

SESSION: Final = "dateline-session"
LASTS: Final = timedelta(hours=12)
SHORTEST: Final = 10
"""Letters a password has at least."""

COST: Final = {"n": 2**15, "r": 8, "p": 1, "maxmem": 64 * 1024 * 1024, "dklen": 32}
"""What one look at a password costs: 32 MB and about a tenth of a second, for us and for whoever guesses."""

SCHEMA: Final = """
CREATE TABLE IF NOT EXISTS person (name TEXT PRIMARY KEY, role TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS session (hash TEXT PRIMARY KEY, name TEXT NOT NULL, until TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS log (number INTEGER PRIMARY KEY, at TEXT NOT NULL, name TEXT NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL, client TEXT NOT NULL) STRICT;
CREATE TRIGGER IF NOT EXISTS log_stands BEFORE UPDATE ON log BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER IF NOT EXISTS log_stays BEFORE DELETE ON log BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
"""


TABLES: Final = "SELECT name FROM sqlite_schema WHERE type = 'table'"


class Misnamed(DatelineError):
    """A name, password or role that cannot be."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether this person may what that role may.

        >>> Person("ana", "reviewer").may("reader"), Person("ana", "reviewer").may("admin")
        (True, False)
        """
        return ROLES.index(self.role) >= ROLES.index(role)


@dataclass(slots=True)
class Attempts:
    """Failed attempts to sign in, by whom and from where: after `most` within `window` seconds, none is looked at."""

    most: int = 5
    window: float = 300.0
    failed: dict[str, list[float]] = field(default_factory=dict)

    def blocked(self, key: str, now: float) -> bool:
        """Whether there were too many of late.

        >>> few = Attempts(most=1)
        >>> few.note("ana", 0.0)
        >>> few.blocked("ana", 1.0), few.blocked("bo", 1.0), few.blocked("ana", 301.0)
        (True, False, False)
        """
        return sum(now - at < self.window for at in self.failed.get(key, ())) >= self.most

    def note(self, key: str, now: float) -> None:
        """Note a failed one; those too old to count are forgotten."""
        if len(self.failed) > 10_000:
            self.failed = {k: told for k, told in self.failed.items() if now - told[-1] < self.window}
        told = [at for at in self.failed.get(key, ()) if now - at < self.window]
        self.failed[key] = [*told[-self.most :], now]

    def forget(self, key: str) -> None:
        """Let go of a key whose owner got in."""
        self.failed.pop(key, None)


class Users:
    """The file of those who may sign in.

    Raises Misnamed where the file is something else.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._hashing = threading.Lock()
        self._dummy = (secrets.token_bytes(16), secrets.token_bytes(32))
        try:
            with self._open() as db:
                # A record named by mistake would be handed on with the passwords in it.
                if {name for (name,) in db.execute(TABLES)} - {"person", "session", "log"}:
                    raise Misnamed(
                        f"{path} is no file of users: it is a database of something else, and is left as it is"
                    )
                db.executescript(SCHEMA)
        except sqlite3.DatabaseError as error:
            raise Misnamed(f"{path} is no file of users: {error}") from error
        path.chmod(0o600)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        db = sqlite3.connect(self._path, timeout=30)
        try:
            with db:
                yield db
        finally:
            db.close()

    def add(self, name: str, role: str, password: str) -> Person:
        """Let somebody in, or give somebody who was a new password and role; what they had open is closed.

        Raises Misnamed where the name, the role or the password cannot be.
        """
        if not (name.isprintable() and name == name.strip() and 0 < len(name) <= 80):
            raise Misnamed(f"{name!r} is no name: up to 80 letters, none of them blank at the ends")
        if role not in ROLES:
            raise Misnamed(f"{role!r} is not one of {', '.join(ROLES)}")
        if not SHORTEST <= len(password) <= 1000:
            raise Misnamed(f"a password has {SHORTEST} letters or more")
        salt = secrets.token_bytes(16)
        with self._open() as db:
            db.execute("INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?)", (name, role, salt, _hash(password, salt)))
            db.execute("DELETE FROM session WHERE name = ?", (name,))
        return Person(name, role)

    def remove(self, name: str) -> bool:
        """Let somebody in no more; False where nobody has that name."""
        with self._open() as db:
            db.execute("DELETE FROM session WHERE name = ?", (name,))
            return db.execute("DELETE FROM person WHERE name = ?", (name,)).rowcount > 0

    def people(self) -> list[Person]:
        """Everybody who may sign in, by name."""
        with self._open() as db:
            return [Person(name, role) for name, role in db.execute("SELECT name, role FROM person ORDER BY name")]

    def known(self, name: str, password: str) -> Person | None:
        """Who has this name and password, or None; takes as long whether the name is known or not."""
        with self._open() as db:
            told = db.execute("SELECT role, salt, hash FROM person WHERE name = ?", (name,)).fetchone()
        role, salt, kept = told or (None, *self._dummy)
        with self._hashing:
            right = hmac.compare_digest(_hash(password[:1000], salt), kept)
        return Person(name, role) if right and role is not None else None

    def begin(self, person: Person) -> str:
        """Open a session; what is kept of its secret is a hash."""
        secret = secrets.token_urlsafe(32)
        now = datetime.now(UTC)
        with self._open() as db:
            db.execute("DELETE FROM session WHERE until < ?", (now.isoformat(),))
            db.execute("INSERT INTO session VALUES (?, ?, ?)", (_kept(secret), person.name, (now + LASTS).isoformat()))
        return secret

    def whose(self, secret: str | None) -> Person | None:
        """Whose session a secret opens, with the role they have now; None where it opens none, or no longer."""
        if not secret:
            return None
        query = "SELECT person.name, role FROM session JOIN person USING (name) WHERE session.hash = ? AND until > ?"
        with self._open() as db:
            told = db.execute(query, (_kept(secret), datetime.now(UTC).isoformat())).fetchone()
        return None if told is None else Person(*told)

    def end(self, secret: str) -> None:
        """Close a session."""
        with self._open() as db:
            db.execute("DELETE FROM session WHERE hash = ?", (_kept(secret),))

    def log(self, name: str, what: str, subject: str, client: str) -> None:
        """Add a line to the log: who did what, on what, from where. No password is ever in it."""
        at = datetime.now(UTC).isoformat(timespec="seconds")
        with self._open() as db:
            db.execute(
                "INSERT INTO log (at, name, what, subject, client) VALUES (?, ?, ?, ?, ?)",
                (at, name[:80], what, subject[:400], client),
            )

    def logged(self, most: int) -> list[Row]:
        """The last lines of the log, the latest first."""
        with self._open() as db:
            db.row_factory = sqlite3.Row
            return [dict(one) for one in db.execute("SELECT * FROM log ORDER BY number DESC LIMIT ?", (most,))]


def _hash(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, **COST)


def _kept(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
