"""One question and its answer, over a connection to an address that was looked at before and is not looked up again."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from http.client import HTTPConnection, HTTPException, HTTPResponse, IncompleteRead
from threading import Timer

from dateline.errors import Unreadable
from dateline.fetch.addresses import Network, refusal
from dateline.fetch.limits import CONNECTING, PATIENCE, PORTS
from dateline.fetch.target import Target

__all__ = ["Answer", "Line", "ask", "looked_up"]

Resolve = Callable[[str, int], Sequence[str]]
PIECE = 65_536
MOST_ADDRESSES = 4
"""Addresses of one host that are tried."""


def looked_up(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, as the machine's resolver tells them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return tuple(dict.fromkeys(str(place[0]) for *_, place in found))


@dataclass(frozen=True, slots=True)
class Line:
    """How servers are reached: what else than the public internet is allowed, how names are looked up, how long we wait."""

    allowed: tuple[Network, ...] = ()
    resolve: Resolve = looked_up
    connecting: float = CONNECTING
    patience: float = PATIENCE


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer: its status line, its headers in their order, its body as sent, and the address it came from."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    address: str

    def header(self, name: str) -> str:
        """The first header of a name, or nothing."""
        return next((value for told, value in self.headers if told.lower() == name.lower()), "")


@dataclass(slots=True)
class Watchdog:
    """Whether a connection was cut for taking too long."""

    bit: bool = field(default=False)


def ask(target: Target, headers: Mapping[str, str], most: int, line: Line) -> Answer:
    """What a server answers to a GET, at most `most` bytes of it.

    Raises Unreadable: `refused` where no address of the host may be contacted, `unreachable` where none answers,
    or its answer breaks off, `too_slow` and `too_large` past the bounds.
    """
    places = _pinned(target, line)
    connection = HTTPConnection(target.host, target.port)
    watchdog = Watchdog()
    try:
        with _connected(places, target.port, line) as plain, _cut_after(plain, line.patience, watchdog):
            address = str(plain.getpeername()[0])
            connection.sock = _secured(plain, target)
            connection.request("GET", target.path, headers={"Host": target.place, "Connection": "close", **headers})
            response = connection.getresponse()
            answer = Answer(
                response.status, response.reason, tuple(response.getheaders()), _body(response, most), address
            )
    except TimeoutError:
        raise Unreadable("too_slow", f"no word for {line.connecting:.0f} seconds") from None
    except ssl.SSLError as error:
        raise _failed(watchdog, line, f"no safe connection: {error.reason or error}") from None
    except OSError as error:
        raise _failed(watchdog, line, f"the connection failed: {error.strerror or error}") from None
    except (HTTPException, ValueError) as error:
        raise _failed(watchdog, line, f"the answer breaks off, or is no HTTP: {type(error).__name__}") from None
    finally:
        connection.close()
    if watchdog.bit:
        raise _failed(watchdog, line, "")
    return answer


def _failed(watchdog: Watchdog, line: Line, why: str) -> Unreadable:
    if watchdog.bit:
        return Unreadable("too_slow", f"not done after {line.patience:.0f} seconds")
    return Unreadable("unreachable", why)


def _pinned(target: Target, line: Line) -> Sequence[str]:
    """The addresses that may be contacted, and no others. One that may not be makes the whole host refused: a name that
    leads to several places is how a guard is led astray."""
    try:
        found = line.resolve(target.host, target.port)
    except (OSError, UnicodeError) as error:
        raise Unreadable("unreachable", f"the host has no address: {getattr(error, 'strerror', error)}") from None
    if not found:
        raise Unreadable("unreachable", "the host has no address")
    for address in found:
        why = refusal(address, line.allowed)
        if why is not None:
            raise Unreadable("refused", f"the host leads to {why}")
    if target.port not in PORTS and any(refusal(address) is None for address in found):
        raise Unreadable("refused", f"port {target.port} is not one where pages are")
    return found[:MOST_ADDRESSES]


def _connected(places: Sequence[str], port: int, line: Line) -> socket.socket:
    """A connection to the first of some addresses that takes it. Raises OSError where none does."""
    for address in places[:-1]:
        with suppress(OSError):
            return socket.create_connection((address, port), timeout=line.connecting)
    return socket.create_connection((places[-1], port), timeout=line.connecting)


@contextmanager
def _cut_after(plain: socket.socket, seconds: float, watchdog: Watchdog) -> Iterator[None]:
    """Cut a connection that is still open after so many seconds, whatever is waiting for it."""
    held = plain.dup()  # a socket that is wrapped for TLS lets go of its own number

    def cut() -> None:
        watchdog.bit = True
        with suppress(OSError):
            held.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        held.close()


def _secured(plain: socket.socket, target: Target) -> socket.socket:
    return plain if target.scheme == "http" else _trust().wrap_socket(plain, server_hostname=target.host)


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _body(response: HTTPResponse, most: int) -> bytes:
    """The body of an answer as it is sent. Raises Unreadable for one larger than `most`, IncompleteRead for one cut off."""
    told = response.length
    pieces: list[bytes] = []
    size = 0
    while (told is None or told <= most) and size <= most:
        piece = response.read(min(PIECE, most + 1 - size))
        if not piece:
            if told is not None and size < told:
                raise IncompleteRead(b"", told - size)
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
    raise Unreadable("too_large", f"an answer of more than {most} bytes")
