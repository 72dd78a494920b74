"""A text with overlapping marks, cut into pieces that HTML can hold: each piece lies wholly inside or outside every mark."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.export.values import LAYERS, Layer, ValueLine
from onrecord.model.document import READ_KINDS, Block
from onrecord.model.record import Record
from onrecord.model.span import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words and the values that rest on them: `ids` in order, `layers` without repeats. `start` is in the text."""

    start: int
    words: str
    ids: tuple[str, ...]
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """One block of the report. `read` is False for what was left unread (related stories, bylines)."""

    kind: str
    read: bool
    pieces: tuple[Piece, ...]


def marked_blocks(record: Record, lines: Iterable[ValueLine]) -> tuple[MarkedBlock, ...]:
    """The report, block by block, with what was read marked in it. Linear in the text and the marks (but for their sorting)."""
    marks = sorted((span.start, span.end, line.id, line.layer) for line in lines for span in line.spans)
    blocks = record.document.blocks or (Block("paragraph", Span(0, len(record.document.text))),)
    out: list[MarkedBlock] = []
    first = 0
    for block in blocks:
        while first < len(marks) and marks[first][1] <= block.span.start:
            first += 1
        inside = []
        for n in range(first, len(marks)):
            if marks[n][0] >= block.span.end:
                break
            if marks[n][1] > block.span.start:
                inside.append(marks[n])
        out.append(MarkedBlock(block.kind, block.kind in READ_KINDS, tuple(_pieces(record.document.text, block.span, inside))))
    return tuple(out)


def _pieces(text: str, block: Span, marks: list[tuple[int, int, str, Layer]]) -> Iterable[Piece]:
    opens: dict[int, list[tuple[str, Layer]]] = {}
    shuts: dict[int, list[tuple[str, Layer]]] = {}
    for start, end, name, layer in marks:
        opens.setdefault(max(start, block.start), []).append((name, layer))
        shuts.setdefault(min(end, block.end), []).append((name, layer))
    cuts = sorted({block.start, block.end, *opens, *shuts})
    active: list[tuple[str, Layer]] = []
    for here, after in zip(cuts, cuts[1:], strict=False):
        for mark in shuts.get(here, ()):
            active.remove(mark)
        active.extend(opens.get(here, ()))
        ids = tuple(dict.fromkeys(name for name, _ in active))
        found = {layer for _, layer in active}
        yield Piece(here, text[here:after], ids, tuple(layer for layer in LAYERS if layer in found))
