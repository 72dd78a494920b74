"""JSON Lines, one report a line, and JSON, one report or a list of them: the text taken as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.sources.decode import decode, mended
from onrecord.sources.draft import Draft, Facts
from onrecord.sources.structure import document_of, iso_date
from onrecord.sources.text import pieces_of


class Row(msgspec.Struct, frozen=True):
    """One line of input; only `text` is required. Other keys are passed over."""

    text: str
    id: str | int | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None


_LIST = msgspec.json.Decoder(list[msgspec.Raw])
_DECODER = msgspec.json.Decoder(Row)
_HALF_PAIR = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)


def read_line(line: bytes | str, key: str) -> Document:
    """The document of one line; `key` names it where the line has no id. Raises InputError when the line is not such a row."""
    row, warnings = _row(line.encode("utf-8", "surrogatepass") if isinstance(line, str) else line, key)
    text, broken = mended(row.text)
    if broken:
        warnings += (f"{broken} code points that no text may hold (NUL or half a surrogate pair) were replaced by U+FFFD",)
    facts = Facts(
        key=key if row.id is None else mended(str(row.id))[0],
        url=_whole(row.url),
        outlet=_whole(row.outlet),
        title=_whole(row.title),
        published=_day(row.published),
        language="en",
        warnings=warnings
        if row.published is None or _day(row.published)
        else (*warnings, f"no date in published: {_whole(row.published)!r}"),
    )
    return document_of(Draft(text, pieces_of(text), facts), guess=False)


def read_rows(data: bytes, key: str) -> Iterator[Document | InputError]:
    """The documents of a file, in order; a row that is no report gives its error instead, and the rest goes on.

    Raises InputError when the file is neither lines nor JSON.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = decode(data, key).text.encode()
    for n, line in _rows(data.removeprefix(b"\xef\xbb\xbf"), key):
        try:
            yield read_line(line, f"{key}:{n}")
        except InputError as error:
            yield error


def is_whole(head: bytes) -> bool:
    """Whether a file that begins so is one JSON value rather than a line a report: a list, or an object over several lines."""
    first, _, rest = head.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    if first.startswith(b"["):
        return True
    return first.startswith(b"{") and not first.rstrip().endswith(b"}") and rest.strip() != b"" and not rest.lstrip().startswith(b"{")


def _rows(data: bytes, key: str) -> Iterator[tuple[int, bytes]]:
    """Each row with its number: of the line, or in the list."""
    if not is_whole(data):
        yield from ((n, line) for n, line in enumerate(data.split(b"\n"), 1) if line.strip())
        return
    try:
        found = _LIST.decode(data) if data.lstrip().startswith(b"[") else [msgspec.json.decode(data, type=msgspec.Raw)]
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{key}: not JSON ({error}): give an object with a text, a list of such objects, or one a line") from error
    if not found:
        raise InputError(f"{key}: an empty list: give objects with a text")
    yield from ((n, bytes(row)) for n, row in enumerate(found, 1))


def _row(line: bytes, key: str) -> tuple[Row, tuple[str, ...]]:
    try:
        return _DECODER.decode(line), ()
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        # Half a surrogate pair, written as an escape or as bytes, is no reason to lose a report.
        mend, count = _HALF_PAIR.subn(rb"\\ufffd", line)
        text = mend.decode("utf-8", "replace")
        try:
            row = _DECODER.decode(text.encode())
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise InputError(f"{key}: not a JSON object with a text: {error}") from error
        count += text.count("\ufffd")
        return row, (f"{count} code points that no text may hold (NUL or half a surrogate pair) were replaced by U+FFFD",)


def _whole(text: str | None) -> str | None:
    return mended(text)[0] if text else None


def _day(published: str | None) -> str | None:
    return iso_date(published) if published else None
