"""Bytes to text: byte order marks, UTF-8, UTF-16, the old Western encodings; and what no text may hold.

This is the one place where code points are changed, before a document exists: line ends become line feeds, NULs and lone
surrogates become U+FFFD, and both are named in the warnings.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from onrecord.errors import InputError

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
          (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))  # fmt: skip
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
_BROKEN = re.compile("[\x00\ud800-\udfff]")
_SAMPLE = 65_536
_GUESSED = 16_384


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what had to be done to get it, in plain sentences."""

    text: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, key: str, declared: str | None = None) -> Decoded:
    """The text of a file. `declared` is the encoding that the file names itself, tried after UTF-8.

    Raises InputError for an empty file and for one that holds no text.
    """
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise InputError(f"{key}: the file is empty: give a file with a report in it")
    text, warnings = _text(data, key, declared)
    return clean(text, warnings)


def clean(text: str, warnings: tuple[str, ...] = ()) -> Decoded:
    """The text with line feeds alone as line ends, and U+FFFD for what no text may hold."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, count = mended(text)
    if count:
        warnings += (f"{count} code points that no text may hold (NUL or half a surrogate pair) were replaced by U+FFFD",)
    return Decoded(text, warnings)


def mended(text: str) -> tuple[str, int]:
    """The text with U+FFFD for NULs and lone surrogates, and how many there were."""
    return _BROKEN.subn("\ufffd", text)


def _text(data: bytes, key: str, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(name), ()
            except UnicodeDecodeError:
                return data.decode(name, "replace"), (f"some bytes are not {name.upper()} and were replaced by U+FFFD",)
    if (wide := _wide(data)) is not None:
        return data.decode(wide, "replace"), ()
    _refuse_binary(data, key)
    for name in ("utf-8", declared or "utf-8"):
        try:
            return data.decode(name), ()
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of plain English is NUL."""
    head = data[:_SAMPLE]
    half = len(head) // 2
    if half < 4:
        return None
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if odd > 0.4 * half and even < 0.02 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.02 * half else None


def _refuse_binary(data: bytes, key: str) -> None:
    head = data[:_SAMPLE]
    controls = len(head) - len(head.translate(None, _CONTROL))
    if controls > 0.02 * len(head) + 2:
        raise InputError(f"{key}: not a text (binary data): give Markdown, HTML, plain text, PDF or JSON Lines")


def _guessed(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Not UTF-8: UTF-8 with a few broken bytes, else the best guess of charset-normalizer, else Windows-1252."""
    broken = data.decode("utf-8", "replace")
    if (
        broken.count("\ufffd") <= max(2, len(broken) // 2000)
        and not broken.isascii()
        and any(ord(c) > 127 and c != "\ufffd" for c in broken)
    ):
        return broken, (f"{broken.count(chr(0xFFFD))} bytes are not UTF-8 and were replaced by U+FFFD",)
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESSED]).best()
    single = ("cp1252", "latin_1", "iso8859_15", "cp1250", "cp1258", "cp1254", "cp1257", "mac_roman")
    name = "cp1252" if best is None or best.encoding in single else best.encoding
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        name, text = "windows-1252", data.decode("cp1252", "replace")
    return text, (f"the file is not UTF-8: read as {name.replace('_', '-')}",)
