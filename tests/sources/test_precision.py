"""A real paragraph is never taken for furniture: measured on every coded text beside the checkout."""

from __future__ import annotations

import pytest
from bench.furniture import GOLD, lost

MOST = 12
"""Spans of some 40,000 that may lie in unread blocks: bylines with places, date lines, one pointer. Seven on 2026-11-25."""


@pytest.mark.gold
def test_next_to_no_coded_span_lies_in_an_unread_block() -> None:
    missed = [(file.name, dict(found)) for file in sorted(GOLD.glob("*/*.jsonl")) if (found := lost(file)[1])]
    assert sum(sum(found.values()) for _, found in missed) <= MOST, missed
    assert not [found for _, found in missed if any(layer.startswith(("statement", "event", "toll")) for layer in found)], missed
