"""Bytes to characters: the encoding that is declared, marked or evident, and no byte lost without a word."""

from __future__ import annotations

import codecs
import re

from resiliparse.parse.encoding import detect_encoding

from dateline.errors import Unreadable

__all__ = ["MAGIC", "decode", "is_binary", "whole"]

MAGIC = (
    (b"%PDF-", "PDF"), (b"PK\x03\x04", "ZIP"), (b"PK\x05\x06", "ZIP"), (b"\x1f\x8b", "gzip"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"), (b"\x7fELF", "ELF program"), (b"MZ\x90", "Windows program"), (b"SQLite format 3\x00", "SQLite"),
    (b"\xd0\xcf\x11\xe0", "old Office document"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"), (b"\x28\xb5\x2f\xfd", "zstd"), (b"OggS", "Ogg"),
    (b"ID3", "MP3"), (b"7z\xbc\xaf", "7-Zip"), (b"Rar!", "RAR"), (b"wOFF", "font"), (b"wOF2", "font"),
)  # fmt: skip
"""How files that are no text begin, and what they are."""

MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b\x85"))
SURROGATES = re.compile("[\ud800-\udfff]")
TRUSTED = frozenset(
    "cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 koi8-r koi8-u gb18030 gbk gb2312 big5 euc-jp euc-kr shift_jis iso8859-2 iso8859-5 "
    "iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-15 iso2022_jp".split()
)  # fmt: skip


def decode(data: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The characters of `data`, each of them kept, and a note where the encoding was not plain UTF-8.

    A byte that is no UTF-8 among some that are is read as Windows-1252: pages are patched together from both.
    Raises Unreadable for an encoding whose bytes make no characters.

    >>> decode(b"caf\\xe9 \\xe2\\x80\\x94 bar")
    ('café — bar', 'encoding: UTF-8 mixed with Windows-1252')
    """
    for mark, name in MARKS:
        if data.startswith(mark):
            return _wide(data, name)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    evident = _evident(data, declared)
    if evident is not None:
        return data.decode(evident, errors="replace"), f"encoding: {evident}"
    return data.decode("utf-8", errors="dateline-patched"), _mixed(data)


def is_binary(data: bytes) -> str | None:
    """What kind of bytes these are if they are no text, in words; None for text.

    >>> is_binary(b"\\x89PNG\\r\\n")
    'a PNG file'
    """
    for magic, name in MAGIC:
        if data.startswith(magic):
            return f"a {name} file"
    if data.startswith(tuple(mark for mark, _ in MARKS)):
        return None
    sample = data[:65536]
    control = len(sample) - len(sample.translate(None, CONTROL))
    return "control bytes throughout" if control > max(1, len(sample)) * 0.05 else None


def patched(error: UnicodeError) -> tuple[str, int]:
    """What stands for bytes that are no UTF-8: the same bytes in Windows-1252, or Latin-1 where that has none."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    bad = error.object[error.start : error.end]
    return "".join(_single(byte) for byte in bad), error.end


codecs.register_error("dateline-patched", patched)


def whole(text: str) -> str:
    """The text with half characters (lone surrogates), which no file can hold, replaced one for one."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return SURROGATES.sub("\ufffd", text)
    return text


def _single(byte: int) -> str:
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)


def _wide(data: bytes, name: str) -> tuple[str, str | None]:
    text = data.decode(name, errors="replace")
    if text.count("\ufffd") > len(text) / 10:
        raise Unreadable("encoding", f"marked as {name.upper()}, but its bytes make no characters")
    return whole(text), f"encoding: {name.upper()}"


def _evident(data: bytes, declared: str | None) -> str | None:
    """The one encoding that is declared, or that the bytes themselves show where many are not ASCII."""
    if declared is not None:
        try:
            name = codecs.lookup(declared).name
        except (LookupError, ValueError):
            name = ""
        if name in TRUSTED:
            return name
    sample = data[:65536]
    high = sum(byte > 127 for byte in sample)
    if high * 5 < len(sample):
        return None
    guess = codecs.lookup(detect_encoding(sample) or "utf-8").name
    return guess if guess in TRUSTED else None


def _mixed(data: bytes) -> str:
    has_utf8 = re.search(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}", data) is not None
    return "encoding: UTF-8 mixed with Windows-1252" if has_utf8 else "encoding: Windows-1252"
