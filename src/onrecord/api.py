"""What `import onrecord` gives, and all that the command line uses: read reports, keep them, ask for them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from onrecord.errors import InputError
from onrecord.model.record import Record
from onrecord.reading.pipeline import Reader, load_reader
from onrecord.run import Result, gather, read_all
from onrecord.sources.open import SUFFIXES, read_path, read_words
from onrecord.sources.structure import iso_date
from onrecord.store import Store, open_store

__all__ = ["Reader", "Result", "Store", "load_reader", "open_store", "read", "read_many"]


def read(source: str | os.PathLike[str], *, published: str | date | None = None, reader: Reader | None = None) -> Record:
    """Reads one report, given as a path or as its text.

    A string is a path when a file has that name, or when it looks like the name of one (no white space, a suffix that onrecord
    reads); otherwise it is the text itself. `published` is the day (ISO) against which "Friday" is understood; it is taken
    over what the report says. `reader` is made on the first call and kept, unless you give one.

    Raises InputError when there is no such file, when it holds no report or several, or `published` is no date; ModelError when the
    language model is missing or not the one measured.
    """
    day = day_of(published)
    reader = reader or _reader()
    if isinstance(source, str) and not _names_a_file(source):
        return reader.read(read_words(source, published=day))
    found = list(read_path(Path(source), day))
    if len(found) != 1:
        raise InputError(f"{source}: holds {len(found)} reports: use read_many")
    if isinstance(found[0], InputError):
        raise found[0]
    return reader.read(found[0])


def read_many(
    paths: Iterable[str | os.PathLike[str]], *, published: str | date | None = None, workers: int = 1, reader: Reader | None = None
) -> Iterator[Result]:
    """Reads files, folders and globs, in order. A report that cannot be read gives a `Result` with its `problem`; the others go on.

    With more than one worker each process loads a reader of its own (about 450 MB), and the call must stand under
    `if __name__ == "__main__":`, as Python's `multiprocessing` asks. Raises as `read` for `published` and the model.
    """
    inputs = gather((os.fspath(path) for path in paths), day_of(published))
    yield from read_all(inputs.items, workers=workers, reader=reader or (_reader() if workers <= 1 else None))


def day_of(published: str | date | None) -> str | None:
    """The ISO day, or date-time with offset, of what a user gave. Raises InputError when it is no date."""
    if published is None:
        return None
    day = iso_date(published if isinstance(published, str) else published.isoformat())
    if day is None:
        raise InputError(f"published {published!r} is not a date: write it as 2024-05-03")
    return day


@cache
def _reader() -> Reader:
    return load_reader()


def _names_a_file(source: str) -> bool:
    if "\n" in source or len(source) > 4096 or "\0" in source:
        return False
    try:
        exists = Path(source).exists()
    except (OSError, ValueError):
        return False
    return exists or (not any(c.isspace() for c in source) and Path(source).suffix.lower() in SUFFIXES.keys() - {""})
