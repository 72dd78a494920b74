"""JSON Lines: one report a line, its text taken as it is."""

from __future__ import annotations

import re

import msgspec

from onrecord.errors import InputError
from onrecord.model.document import Document
from onrecord.sources.decode import mended
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
