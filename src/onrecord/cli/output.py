"""Printing: colour on a terminal only, plain lines into a pipe, and nothing that a report's own characters can do to a terminal."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def safe(words: str) -> str:
    """Words without the characters that steer a terminal (escape sequences, turned writing): each becomes U+FFFD."""
    return _UNSAFE.sub("\ufffd", words)


def on_terminal() -> bool:
    """True when standard output is a terminal that shows colour."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def console() -> Console:
    """Standard output for tables and marked text."""
    from rich.console import Console

    return Console(highlight=False, markup=False, emoji=False, soft_wrap=not on_terminal())


def say(words: str | Text) -> None:
    """One line (or block) on standard output: styled on a terminal, plain otherwise, never wrapped in a pipe."""
    if on_terminal():
        console().print(words)
    else:
        print(words if isinstance(words, str) else words.plain)


def complain(problem: str) -> None:
    """One line on standard error."""
    print(safe(" ".join(problem.split())), file=sys.stderr)


def write_bytes(data: bytes) -> None:
    """Data on standard output, at once, so that what reads it need not wait."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def steady_streams() -> None:
    """Any text can be printed, whatever encoding the terminal has."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]


def close_quietly() -> None:
    """After the reader of our output went away: nothing more is written, and Python says nothing of it when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
