"""E-mail newsletters and saved pages in MIME (.eml, .mhtml): the fullest body, with what the headers tell; and mailboxes of them (.mbox)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from dateline.errors import Unreadable
from dateline.model import Unread
from dateline.read.decode import decode, whole
from dateline.read.limits import MOST_MEMBERS, MOST_MIME_PARTS
from dateline.read.source import Page, Source, digest

__all__ = ["read_mail", "read_mailbox"]

POSTMARK = re.compile(rb"(?m)^From \S[^\n]{0,200}\d{4}\r?\n(?=[A-Za-z-]{1,60}:)")
"""The line before a message in a mailbox: who sent it, and when."""


def read_mailbox(source: Source) -> Iterator[Source | Unread]:
    """The messages of a mailbox, each a source of its own."""
    marks = list(POSTMARK.finditer(source.data))
    for number, (mark, after) in enumerate(zip(marks, [*marks[1:], None], strict=True), 1):
        if number > MOST_MEMBERS:
            yield Unread(source.key, "too_large", f"more than {MOST_MEMBERS} messages; the rest was left")
            return
        message = source.data[mark.end() : after.start() if after else None]
        yield Source(f"{source.key}:{number}", message.replace(b"\n>From ", b"\nFrom "), ".eml")
    if not marks:
        yield Unread(source.key, "malformed", "a mailbox without a message")


def read_mail(source: Source) -> Iterator[Source | Unread]:
    """The body of a message as a source. Raises Unreadable for a message without one."""
    marks = source.data.count(b"\n--")
    if marks > MOST_MIME_PARTS:
        raise Unreadable("too_large", f"a message with {marks} lines that may part it; the most is {MOST_MIME_PARTS}")
    try:
        message = message_from_bytes(source.data, policy=policy.default)
        body = message.get_body(("html", "plain")) if isinstance(message, EmailMessage) else None
        if body is None:
            raise Unreadable("malformed", "a message without a body")
        data = body.get_payload(decode=True)
        told = {name: str(message.get(name) or "") for name in ("Subject", "From", "Date", "Snapshot-Content-Location")}
        kind, charset = body.get_content_type(), body.get_content_charset()
        attached = sum(1 for _ in message.iter_attachments())
    except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable("malformed", f"not a message that can be read: {error}"[:200]) from None
    if not isinstance(data, bytes):
        raise Unreadable("malformed", "a body that cannot be decoded")
    text, _ = decode(data, charset)
    plain = whole(text).encode()
    notes = (f"{attached} attachments were not read",) if attached else ()
    page = Page(
        source.key,
        sha256=digest(source.data),
        title=whole(told["Subject"]).strip() or None,
        url=told["Snapshot-Content-Location"] or None,
        outlet=whole(parseaddr(told["From"])[0]).strip() or None,
        published=told["Date"] or None,
        notes=notes,
    )
    yield Source(source.key, plain, "text/html; charset=utf-8" if kind == "text/html" else ".txt", page)
