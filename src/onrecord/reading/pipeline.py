"""The whole reader: one parse, then the rooms in the order that their needs allow."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from onrecord import __version__
from onrecord.codes.places import gazetteer_version
from onrecord.model.document import Document
from onrecord.model.record import ReaderInfo, Record
from onrecord.reading import actors, events, mediation, places, relations, statements, times, tolls
from onrecord.reading.finish import finish
from onrecord.reading.parse import LanguageModel, Parse, load_model
from onrecord.reading.stage import Reading, Stage, check_order
from onrecord.reading.tools import Tools
from onrecord.settings import Settings

DATA_SUFFIXES = (".toml", ".csv", ".tsv", ".npz", ".json")
"""Vocabulary and tables as data: what `reader.vocabulary` is a digest of."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads documents. Built once a process by `load_reader`; `read` is a pure function of the document."""

    model: LanguageModel
    stages: tuple[Stage, ...]
    info: ReaderInfo

    def read(self, document: Document) -> Record:
        """The record of one report."""
        return self.read_parsed(document, self.model.parse(document))

    def read_parsed(self, document: Document, parse: Parse) -> Record:
        """The record of a report that is already parsed."""
        reading = Reading(document, parse)
        for stage in self.stages:
            reading = stage.read(reading)
        return finish(reading, self.info)

    def only(self, rooms: Iterable[str]) -> Reader:
        """This reader with just the named rooms and those that they need: quicker to measure one room by itself."""
        wanted = set(rooms)
        for stage in reversed(self.stages):
            if stage.name in wanted or stage.gives & wanted:
                wanted |= stage.needs
        return Reader(self.model, tuple(stage for stage in self.stages if stage.gives & wanted or stage.name in wanted), self.info)


def load_reader(settings: Settings | None = None) -> Reader:
    """A reader with its model and vocabulary, in a few seconds. Raises ModelError when the model is missing or damaged."""
    tools = Tools(load_model(), settings or Settings())
    stages = tuple(room.build(tools) for room in (actors, times, places, statements, events, tolls, mediation, relations))
    check_order(stages)
    info = ReaderInfo(__version__, f"{tools.model.name} sha256:{tools.model.digest[:16]}", vocabulary_digest(tools.settings.acts))
    return Reader(tools.model, stages, info)


def vocabulary_digest(own: str | None = None) -> str:
    """SHA-256 (hex) over what decides a reading beside code and model: packaged data files, by name and bytes, and the gazetteer.

    `own`: a user's file of acts, of which the bytes count and the name does not.
    """
    digest = hashlib.sha256(gazetteer_version().encode())
    for name, file in _data_files():
        digest.update(name.encode())
        digest.update(file.read_bytes())
    if own is not None:
        digest.update(Path(own).read_bytes())
    return digest.hexdigest()


def _data_files() -> Sequence[tuple[str, Traversable]]:
    root = files("onrecord")
    found: list[tuple[str, Traversable]] = []
    todo = [(name, root / name) for name in ("codes", "vocabulary", "reading")]
    while todo:
        name, item = todo.pop()
        if item.is_dir():
            todo.extend((f"{name}/{child.name}", child) for child in item.iterdir())
        elif name.endswith(DATA_SUFFIXES):
            found.append((name, item))
    return sorted(found, key=lambda pair: pair[0])
