"""From what a user names (files, folders, globs, a dash) to tasks, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from onrecord.errors import InputError
from onrecord.run.shard import Result, Task
from onrecord.sources.decode import mended
from onrecord.sources.jsonl import is_whole
from onrecord.sources.open import ROW, SUFFIXES, is_feed, is_json, plain_reasons

_NOT_REPORTS = frozenset(
    (".css", ".js", ".map", ".woff", ".woff2", ".ttf", ".ico", ".db", ".db-wal", ".db-shm", ".db-journal", ".pyc", ".lock")
)
"""What lies about in folders of saved pages and is never a report; not worth a word to the user."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What there is to read, in order: tasks, and results already known for names that lead nowhere.

    `single` is True when the user named one file that holds one report. `count` is the least number of reports.
    """

    items: tuple[Task | Result, ...]
    single: bool

    @property
    def count(self) -> int:
        return len(self.items)


def gather(names: Iterable[str], published: str | None = None, stdin: bytes | None = None) -> Inputs:
    """Looks up every name. A folder gives all its files in order of name, inside folders too, hidden ones passed over.

    `-` stands for `stdin`. A name that leads nowhere becomes a result with its problem; nothing is raised.
    """
    items: list[Task | Result] = []
    given = list(names)
    for name in given:
        items.extend(_looked_up(name, published, stdin))
    one = items[0] if len(items) == 1 and len(given) == 1 else None
    single = isinstance(one, Task) and not Path(given[0]).is_dir() and not _holds_many(one)
    return Inputs(tuple(items), single)


def spread(task: Task) -> Iterator[Task]:
    """A file of JSON Lines as one task a line, so that several processes share it; any other task as it is."""
    if not _is_rows(task):
        yield task
        return
    path = Path(task.path or task.key)
    with plain_reasons(path), BytesIO(task.data) if task.data is not None else path.open("rb") as lines:
        head = lines.read(4096)
        lines.seek(0)
        if not head.strip() or head.startswith((b"\xff\xfe", b"\xfe\xff")) or is_whole(head):
            yield task
            return
        for n, line in enumerate(lines, 1):
            if line.strip(b" \t\r\n\xef\xbb\xbf"):
                yield Task(f"{task.key}:{n}", data=line.removeprefix(b"\xef\xbb\xbf"), suffix=ROW, published=task.published)


def _is_rows(task: Task) -> bool:
    return SUFFIXES.get(task.suffix.lower()) == "jsonl" or (task.suffix == "" and task.data is not None and is_json(task.data))


def _holds_many(task: Task) -> bool:
    named = SUFFIXES.get(task.suffix.lower()) == "feed"
    return named or _is_rows(task) or (task.suffix == "" and task.data is not None and is_feed(task.data))


def _looked_up(name: str, published: str | None, stdin: bytes | None) -> Iterator[Task | Result]:
    if name == "-":
        yield Task("-", data=stdin or b"", published=published)
        return
    path = Path(name)
    if not name:
        yield _missing("the name of a file is empty: name one, or a folder, or - for standard input")
    elif path.is_dir():
        files = list(_files(path))
        yield from (_task(file, published) for file in files)
        if not files:
            yield _missing(f"{name}: no file to read in this folder")
    elif os.path.lexists(path):
        yield _task(path, published)
    elif glob.has_magic(name):
        found = [Path(file) for file in sorted(glob.glob(name, recursive=True))]  # noqa: PTH207 - absolute patterns and `**` alike
        yield from (_task(file, published) for file in found if not file.is_dir())
        if not found:
            yield _missing(f"{name}: nothing has such a name")
    else:
        yield _missing(f"{name}: no such file or folder")


def _files(folder: Path) -> Iterator[Path]:
    """Every file that may be a report, in order of path. A folder of a saved page ("page_files") belongs to the page."""
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(x for x in folders if not x.startswith(".") and not x.endswith("_files") and x != "__pycache__")
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() not in _NOT_REPORTS:
                yield Path(where) / name


def _task(path: Path, published: str | None) -> Task:
    return Task(mended(str(path))[0], path=str(path), suffix=path.suffix, published=published)


def _missing(problem: str) -> Result:
    return Result(mended(problem.partition(":")[0])[0], problem=str(InputError(mended(problem)[0])))
