"""Where the paragraphs of a plain text are: blank lines, single lines, or lines wrapped at a fixed width.

A machine that wraps puts as many words on a line as fit. So lines are wrapped when, at nearly every break, the first word of
the next line would not have fitted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.model.span import Span

_WIDEST = 160
_MISFITS = 0.1
_FORCED = 0.3
_FULL = 50


def paragraphs(text: str) -> Iterator[Span]:
    """Spans of the paragraphs, trimmed, in order. Blank lines part them; inside, a line break parts them too unless the
    lines are wrapped by a machine. Linear in the length of the text.
    """
    chunks = list(_chunks(text))
    width = max((max(line.length for line in lines) for lines in chunks if len(lines) > 2 and _are_wrapped(text, lines)), default=None)
    for lines in chunks:
        for part in _parts(text, lines, width):
            yield Span(part[0].start, part[-1].end)


def _chunks(text: str) -> Iterator[list[Span]]:
    """The lines between blank lines, each without the white space around it."""
    lines: list[Span] = []
    start = 0
    while start <= len(text):
        stop = text.find("\n", start)
        stop = len(text) if stop < 0 else stop
        line = text[start:stop]
        if line.strip():
            lines.append(Span(start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
        elif lines:
            yield lines
            lines = []
        start = stop + 1
    if lines:
        yield lines


def _parts(text: str, lines: list[Span], width: int | None) -> Iterator[list[Span]]:
    """The paragraphs of a chunk: all of it, or up to a short line that ends a sentence, or each line by itself."""
    wrapped = _pair_is_wrapped(text, lines[0], lines[1], width) if len(lines) == 2 else len(lines) == 1 or _are_wrapped(text, lines)
    if not wrapped:
        yield from ([line] for line in lines)
        return
    widest = max(line.length for line in lines)
    part = [lines[0]]
    for before, line in zip(lines, lines[1:], strict=False):
        if len(lines) > 2 and _would_fit(text, before, line, widest) and _ends_sentence(text, before):
            yield part
            part = []
        part.append(line)
    yield part


def _pair_is_wrapped(text: str, first: Span, second: Span, width: int | None) -> bool:
    if first.length > _WIDEST or second.length > _WIDEST:
        return False
    if width is not None:
        return first.length <= width and not _would_fit(text, first, second, width)
    return not _ends_sentence(text, first) and text[first.end - 1] != ":" and (text[second.start].islower() or first.length >= _FULL)


def _are_wrapped(text: str, lines: Sequence[Span]) -> bool:
    """Three lines or more: breaks that the width forced, and next to none that neither it nor a sentence's end explains."""
    widest = max(line.length for line in lines)
    if widest > _WIDEST:
        return False
    breaks = [(_would_fit(text, a, b, widest), _ends_sentence(text, a)) for a, b in zip(lines, lines[1:], strict=False)]
    forced = sum(not fit and not end for fit, end in breaks)
    return forced >= _FORCED * len(breaks) and sum(fit and not end for fit, end in breaks) <= _MISFITS * len(breaks)


def _would_fit(text: str, line: Span, following: Span, width: int) -> bool:
    return line.length + 1 + _first_word(text, following) <= width


def _ends_sentence(text: str, line: Span) -> bool:
    return text[line.start : line.end].rstrip("\"'”’»)]")[-1:] in (".", "!", "?", "…")


def _first_word(text: str, line: Span) -> int:
    return len(text[line.start : line.end].split(None, 1)[0])
