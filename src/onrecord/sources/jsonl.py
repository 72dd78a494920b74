"""JSON Lines: one report a line, its text taken as it is."""

from __future__ import annotations

import msgspec

from onrecord.errors import InputError
from onrecord.model.document import Block, Document, document_id
from onrecord.sources.paragraphs import paragraphs


class Row(msgspec.Struct, frozen=True):
    """One line of input; only `text` is required."""

    text: str
    id: str | int | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None


_DECODER = msgspec.json.Decoder(Row)


def read_line(line: bytes | str, key: str) -> Document:
    """The document of one line; `key` names it where the line has no id. Raises InputError when the line is not such a row."""
    try:
        row = _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{key}: not a JSON object with a text: {error}") from error
    blocks = tuple(Block("paragraph", span) for span in paragraphs(row.text))
    return Document(
        id=document_id(row.text),
        key=key if row.id is None else str(row.id),
        text=row.text,
        blocks=blocks,
        url=row.url,
        outlet=row.outlet,
        title=row.title,
        published=row.published,
        language="en",
    )
