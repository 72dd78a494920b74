"""Marks may nest and overlap; the text comes out whole, each piece with just the values that rest on it."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.export.values import LAYERS, ValueLine
from onrecord.model.document import Block
from onrecord.model.record import Record
from onrecord.model.span import Span
from onrecord.web.marks import marked_blocks

TEXT = "abcdefghijklmnopqrst"
SPANS = st.tuples(st.integers(0, 19), st.integers(1, 20)).filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Span(*pair))
LINES = st.lists(st.tuples(st.sampled_from(LAYERS), st.lists(SPANS, min_size=1, max_size=4)), max_size=12)
_KEPT: list[Record] = []


def empty_record(read: Callable[..., Record]) -> Record:
    if not _KEPT:
        _KEPT.append(read("Nothing."))
    return _KEPT[0]


@given(LINES, st.lists(st.integers(1, 19), max_size=3))
def test_every_character_carries_exactly_its_values(
    read: Callable[..., Record], drawn: list[tuple[str, list[Span]]], cuts: list[int]
) -> None:
    lines = [ValueLine(layer, f"v{n}", "", tuple(spans)) for n, (layer, spans) in enumerate(drawn)]  # type: ignore[arg-type]
    edges = sorted({0, 20, *cuts})
    blocks = tuple(Block("paragraph", Span(a, b)) for a, b in zip(edges, edges[1:], strict=False))
    record = empty_record(read)
    record = replace(record, document=replace(record.document, text=TEXT, blocks=blocks))
    marked = marked_blocks(record, lines)
    assert "".join(piece.words for block in marked for piece in block.pieces) == TEXT
    for block in marked:
        for piece in block.pieces:
            for at in range(piece.start, piece.start + len(piece.words)):
                wanted = {line.id for line in lines if any(span.start <= at < span.end for span in line.spans)}
                assert set(piece.ids) == wanted
