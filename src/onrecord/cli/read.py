"""`onrecord read`: from files to records, printed and kept."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.acts import OwnFile, with_acts
from onrecord.cli.options import Format, Quiet, StoreOption, Verbose, default_store, volume_of
from onrecord.cli.output import complain, say, write_bytes
from onrecord.cli.progress import Progress
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.model.record import Record
    from onrecord.store import Store


def read(
    context: typer.Context,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, globs; - for standard input.")],
    form: Annotated[Format, typer.Option("--format", help="table for people; json, or jsonl with one record a line.")] = Format.table,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="Day of publication (2024-05-03), over what a report says.")] = None,
    store: StoreOption = None,
    no_store: Annotated[bool, typer.Option("--no-store", help="Print only; keep nothing.")] = False,
    acts: OwnFile = None,
    workers: Annotated[int, typer.Option(min=1, max=256, help="Processes to read with; each takes about 450 MB.")] = 1,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Read reports: print their records, and keep them in the store.

    A file that cannot be read is named once on standard error and passed over; the exit status is then 2.
    """
    from onrecord.api import day_of
    from onrecord.run import gather, read_all

    if store is not None and no_store:
        raise InputError("--store and --no-store: choose one")
    volume = volume_of(context)
    settings = with_acts(acts)
    inputs = gather(paths, day_of(published), sys.stdin.buffer.read() if "-" in paths else None)
    writer = _WRITERS[form](single=inputs.single)
    seen: Counter[str] = Counter()
    with ExitStack() as stack:
        keeper = None if no_store else stack.enter_context(_opened(store))
        progress = stack.enter_context(Progress(inputs.count, shown=volume.level > 0))
        for result in read_all(inputs.items, workers=min(workers, max(inputs.count, _lines_hint(paths))), settings=settings):
            progress.step(seen.total() + 1)
            if result.record is None:
                seen["faults" if result.ours else "bad"] += 1
                progress.say(result.problem or result.key)
                if volume.level > 1 and result.trace:
                    sys.stderr.write(result.trace)
                continue
            outcome = keeper.add(result.record).value if keeper else "read"
            seen[outcome] += 1
            if volume.level > 1:
                progress.say(f"{result.key}: {outcome}")
            with progress.aside():
                writer.write(result.record)
    writer.close()
    if volume.level > 0 and (keeper or seen["bad"] or seen["faults"]) and seen.total() > 1:
        complain(_summary(seen))
    return 1 if seen["faults"] else 2 if seen["bad"] else 0


def _lines_hint(paths: list[str]) -> int:
    """JSON Lines hold many reports in one file."""
    return 256 if any(path.endswith((".jsonl", ".ndjson", ".json")) or path == "-" for path in paths) else 1


def _opened(place: str | None) -> Store:
    from onrecord.store import open_store

    if place is None:
        path = default_store()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(f"{path}: no place for a store ({error.strerror}): name one with --store, or give --no-store") from error
        return open_store(path)
    return open_store(place)


_WORDS = {
    "added": "added",
    "new reading": "read anew",
    "unchanged": "unchanged",
    "read": "read",
    "bad": "could not be read",
    "faults": "met a fault of ours",
}


def _summary(seen: Counter[str]) -> str:
    return ", ".join(f"{seen[key]:,} {name}" for key, name in _WORDS.items() if seen[key])


class _Jsonl:
    def __init__(self, *, single: bool) -> None:
        self.single = single

    def write(self, record: Record) -> None:
        from onrecord.model.record import to_json

        write_bytes(to_json(record) + b"\n")

    def close(self) -> None:
        """Nothing is left open."""


class _Json(_Jsonl):
    """An object for one file, else an array."""

    count = 0

    def write(self, record: Record) -> None:
        import msgspec

        from onrecord.model.record import to_json

        data = msgspec.json.format(to_json(record), indent=2)
        write_bytes(data if self.single else (b",\n" if self.count else b"[\n") + data)
        self.count += 1

    def close(self) -> None:
        if self.single:
            write_bytes(b"\n" if self.count else b"")
        else:
            write_bytes(b"\n]\n" if self.count else b"[]\n")


class _Table(_Jsonl):
    """The whole record of a single report; a line each of several."""

    def write(self, record: Record) -> None:
        from onrecord.cli.page import record_lines, summary_line

        if self.single:
            for line in record_lines(record):
                say(line)
        else:
            say(summary_line(record))


_WRITERS: dict[Format, type[_Jsonl]] = {Format.jsonl: _Jsonl, Format.json: _Json, Format.table: _Table}
