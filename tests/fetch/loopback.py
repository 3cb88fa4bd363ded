"""A server on this machine's own loopback that answers as a test wants, and a fetcher that may speak with it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

from dateline.fetch import Clock, Fetcher, Line, Manners, allowed_networks

Says = tuple[int, dict[str, str], bytes]


@dataclass
class Host:
    """What the server has: by path, its answers in turn, the last one again and again; and what it was asked."""

    pages: dict[str, list[Says]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0

    def has(self, path: str, body: bytes | str, kind: str = "text/html", status: int = 200, **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        told = {"Content-Type": kind, **{name.replace("_", "-"): value for name, value in headers.items()}}
        self.pages.setdefault(path, []).append((status, told, data))

    def answer(self, path: str, headers: dict[str, str]) -> Says:
        self.asked.append((path, headers))
        said = self.pages.get(path)
        if said is None:
            return 404, {}, b""
        status, told, data = said.pop(0) if len(said) > 1 else said[0]
        return (304, told, b"") if headers.get("If-None-Match") == told.get("ETag", "-") else (status, told, data)

    def url(self, path: str) -> str:
        return f"http://news.example:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serving() -> Iterator[Host]:
    """A host that answers while the test runs."""
    host = Host()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = host.answer(self.path, dict(self.headers))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.port = server.server_port
    thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield host
    server.shutdown()
    server.server_close()
    thread.join()


@contextmanager
def raw(*pieces: bytes, hold: float = 0.0) -> Iterator[int]:
    """The port of a server that says these bytes to whoever comes, one after the other with a pause between, and hangs up."""
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.05)
    on = [True]

    def serve() -> None:
        while on[0]:
            try:
                caller, _ = server.accept()
            except TimeoutError:
                continue
            with caller:
                caller.recv(65_536)
                try:
                    for piece in pieces:
                        caller.sendall(piece)
                        if hold:
                            stopped.wait(hold)
                except OSError:
                    continue

    stopped = Event()
    thread = Thread(target=serve, daemon=True)
    thread.start()
    yield int(server.getsockname()[1])
    on[0] = False
    stopped.set()
    thread.join()
    server.close()


class Time:
    """A clock that a test moves; waiting moves it."""

    def __init__(self) -> None:
        self.at = 1_000_000.0
        self.waits: list[float] = []

    def now(self) -> float:
        return self.at

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.at += seconds

    def today(self) -> datetime:
        return datetime.fromtimestamp(1_614_000_000 + self.at, UTC)


def fetcher(time: Time | None = None, **line: object) -> Fetcher:
    """A fetcher for which every name leads to the loopback, and which is allowed to go there."""
    moved = time or Time()
    own = {"allowed": allowed_networks(["127.0.0.1"]), "resolve": lambda host, port: ("127.0.0.1",)}
    return Fetcher(Manners(5.0), Line(**(own | line)), Clock(moved.now, moved.wait), moved.today)  # type: ignore[arg-type]
