"""Parses kept on disk, so that a room can be measured again and again without parsing again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from onrecord.model.document import Document
from onrecord.reading.parse import LanguageModel, Parse
from onrecord.reading.parse.model import read_blocks
from onrecord.reading.parse.words import Columns, build_parse

_DECODER = msgspec.msgpack.Decoder(list[tuple[int, int, Columns]])


@dataclass(frozen=True, slots=True)
class KeptParses:
    """A folder of parses, named by the digest of the model, the text and its blocks. Safe to share between processes."""

    folder: Path

    def parse(self, model: LanguageModel, document: Document) -> Parse:
        """The kept parse, or a new one, which is then kept."""
        blocks = read_blocks(document)
        seed = msgspec.json.encode([2, model.digest, document.text, blocks])
        file = self.folder / f"{hashlib.sha256(seed).hexdigest()[:32]}.msgpack"
        if file.exists():
            return build_parse(document.text, blocks, _DECODER.decode(file.read_bytes()))
        columns = model.columns(document)
        self.folder.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(f".{id(columns)}.part")
        part.write_bytes(msgspec.msgpack.encode(columns))
        part.replace(file)
        return build_parse(document.text, blocks, columns)
