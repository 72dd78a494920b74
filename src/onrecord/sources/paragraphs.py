"""Where the paragraphs of a plain text are: blank lines, single lines, or lines wrapped at a fixed width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

from onrecord.model.span import Span

_CHUNK = re.compile(r"\S(?:.*\S)?(?:\r?\n(?![^\S\n]*\r?\n)[^\n]*)*", re.M)
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_WIDEST = 110


def paragraphs(text: str) -> Iterator[Span]:
    """Spans of the paragraphs, trimmed, in order. Blank lines part them; inside, a line break parts them too unless
    the lines look wrapped by a machine: none wider than 110 code points and all but the last nearly as wide as the widest.
    """
    for chunk in _CHUNK.finditer(text):
        lines = [Span(chunk.start() + m.start(), chunk.start() + m.end()).trimmed(text) for m in _LINE.finditer(chunk.group())]
        if len(lines) > 1 and not _wrapped([line.length for line in lines]):
            yield from lines
        elif lines:
            yield Span(lines[0].start, lines[-1].end)


def _wrapped(widths: list[int]) -> bool:
    widest = max(widths)
    return widest <= _WIDEST and (len(widths) == 1 or median(widths[:-1]) >= 0.75 * widest)
