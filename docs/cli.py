"""The reference of the command line, from the program itself."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import typer

from onrecord.cli.program import app

OPENING = """# The command line

Built from `src/onrecord/cli` by `make docs`; do not edit.

`onrecord COMMAND --help` says the same. Exit status: **0** done; **2** something that you can mend (an argument, a file that cannot be
read, a store); **1** a fault of onrecord. A message is one line on standard error; `-v` adds the traceback of a fault. What is printed
into a pipe has no colour and is never wrapped. Without `--store`, reports are kept in one file in your data folder
(`onrecord doctor` names it).
"""


def cli_reference() -> str:
    """Every command with its arguments and options, as Markdown."""
    return OPENING + "".join(f"\n{part}\n" for part in _commands("onrecord", typer.main.get_command(app)))


def _commands(name: str, command: Any) -> Iterator[str]:
    if not hasattr(command, "commands"):
        yield _command(name, command)
        return
    if name == "onrecord":
        yield _command(name, command)
    for part in command.commands:
        yield from _commands(f"{name} {part}", command.commands[part])


def _command(name: str, command: Any) -> str:
    parameters = [x for x in command.params if x.name != "help"]
    arguments = [x for x in parameters if x.param_type_name == "argument"]
    options = [x for x in parameters if x.param_type_name == "option"]
    usage = " ".join([name, *(_argument(x) for x in arguments), *(["[OPTIONS]"] if options else [])])
    said = "\n\n".join(" ".join(part.split()) for part in (command.help or "").split("\n\n"))
    lines = [f"## `{name}`", "", f"    {usage}", "", said]
    rows = [(_argument(x), x) for x in arguments] + [(_option(x), x) for x in options]
    if rows:
        lines += ["", "| | |", "| --- | --- |", *(f"| `{words}` | {_meaning(x)} |" for words, x in rows)]
    return "\n".join(lines)


def _argument(x: Any) -> str:
    word = x.metavar or x.name.upper()
    return word if x.required else f"[{word}]"


def _option(x: Any) -> str:
    words = ", ".join([*x.opts, *x.secondary_opts])
    if x.is_flag:
        return words
    choices = "\\|".join(type(x.default)) if isinstance(x.default, StrEnum) else None
    return f"{words} {x.metavar or choices or ('NUMBER' if isinstance(x.default, int) else x.name.upper())}"


def _meaning(x: Any) -> str:
    default = x.default() if callable(x.default) else x.default
    if default in (None, False, ()) or x.required:
        return str(x.help or "")
    return f"{x.help or ''} Default: {getattr(default, 'value', default)}."
