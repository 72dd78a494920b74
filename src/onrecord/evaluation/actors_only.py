"""A reader of one room: who is who and nothing else, so that a figure of that room hangs on no other."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.pipeline import Reader, load_reader


def actors_reader() -> Reader:
    """The shipped reader with the stage of actors alone."""
    reader = load_reader()
    return replace(reader, stages=tuple(stage for stage in reader.stages if stage.name == "actors"))
