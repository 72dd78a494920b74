"""Pages in the styles of real outlets, and what is to be made of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sources import golden


@pytest.mark.parametrize("path", golden.files(), ids=lambda path: path.name)
def test_golden(path: Path) -> None:
    wanted = golden.expectation(path).read_text(encoding="utf-8")
    assert golden.told(path) == wanted, f"{path.name} is read differently; if rightly so: python -m tests.sources.golden"


@pytest.mark.parametrize("path", golden.files(), ids=lambda path: path.name)
def test_blocks_are_in_order_and_hold_all_the_text(path: Path) -> None:
    document = golden.document(path)
    end = 0
    for block in document.blocks:
        assert not document.text[end : block.span.start].strip(), f"text between blocks: {document.text[end : block.span.start]!r}"
        assert block.span.start >= end
        end = block.span.end
    assert not document.text[end:].strip()
    assert all(document.text[link.span.start : link.span.end].strip() for link in document.links)
