"""`onrecord acts`: check a file of acts of your own, and see what is read in a sentence and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import Quiet, Verbose
from onrecord.cli.output import complain, safe, say
from onrecord.errors import InputError

if TYPE_CHECKING:
    from onrecord.model.record import Record
    from onrecord.reading.pipeline import Reader
    from onrecord.settings import Settings
    from onrecord.vocabulary.acts.frames import ActRow

acts = typer.Typer(name="acts", help="The words that name an act: check a file of your own, try a sentence.", no_args_is_help=True)
OwnFile = Annotated[Path | None, typer.Option("--acts", metavar="FILE", help="A file of acts of your own, read after the packaged ones.")]


@acts.command("check")
def check(
    file: Annotated[Path, typer.Argument(help="A TOML file of [[act]] rows.", metavar="FILE")],
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Check a file of acts: its form first, then the sentences under `is` and `not` in it. Exit status 1 when any fails."""
    from onrecord.reading.events.check import check_rows
    from onrecord.vocabulary.acts.frames import build_lexicon, load_sets

    rows = _rows(file)
    size = build_lexicon(rows, load_sets()).size
    reader = _reader(file)
    failures = list(check_rows(rows, lambda text: tuple(event.cameo for event in _read(reader, text).events)))
    for failure in failures:
        complain(safe(str(failure)))
    tests = sum(len(row.is_) + len(row.not_) for _, row in rows)
    say(f"{file}: {len(rows)} rows, {size} frames, {tests - len(failures)} of {tests} sentences read as they should be")
    return 1 if failures else 0


@acts.command("try")
def try_(
    sentence: Annotated[str, typer.Argument(help="A sentence, in quotation marks.")],
    own: OwnFile = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> int:
    """Show which acts are read in a sentence: the frame that fired, the words that fill it, the status, the codes."""
    from onrecord.reading.events.check import explain

    if not sentence.strip():
        raise InputError("nothing to try: give a sentence, in quotation marks")
    reader = _reader(own)
    record = _read(reader, sentence)
    names = {actor.id: actor.name for actor in record.actors}
    frames = explain(reader.model, sentence, str(own.resolve()) if own is not None else None)
    for event in record.events:
        doer = ", ".join(names[name] for name in event.sources) or "nobody named"
        other = ", ".join(names[name] for name in event.targets) or "nobody named"
        mode = f"/{event.plover.mode}" if event.plover.mode else ""
        say(safe(f"{event.cameo} {event.plover.event}{mode}  {event.status}  {record.words(event.anchor)!r}"))
        say(safe(f"      {doer} -> {other}    {frames.get(event.anchor, '')}"))
    if not record.events:
        say("no act")
        for words in sorted(frames.items()):
            say(safe(f"      {words[1]} fired, but no actor of public concern stands with it"))
    return 0


def _rows(file: Path) -> list[tuple[str, ActRow]]:
    from onrecord.vocabulary.acts.frames import read_acts

    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{file} cannot be read: it is not UTF-8 text") from error
    except OSError as error:
        raise InputError(f"{file} cannot be read: {error.strerror}") from error
    try:
        return [(file.name, row) for row in read_acts(text, file.name)]
    except ValueError as error:
        raise InputError(str(error)) from error


def with_acts(own: Path | None) -> Settings:
    """The settings of a reader that knows the acts of a user's file too. Raises InputError when the file is not in form."""
    from onrecord.settings import Settings

    if own is not None:
        _rows(own)
    return Settings(acts=str(own.resolve()) if own is not None else None)


def _reader(own: Path | None) -> Reader:
    from onrecord.reading.pipeline import load_reader

    return load_reader(with_acts(own)).only(["events"])


def _read(reader: Reader, text: str) -> Record:
    import msgspec

    from onrecord.sources.jsonl import read_line

    return reader.read(read_line(msgspec.json.encode({"text": text}), "a sentence"))
