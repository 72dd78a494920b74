"""To be built."""

from __future__ import annotations

from onrecord.reading.stage import Reading, Stage
from onrecord.reading.tools import Tools


def build(tools: Tools) -> Stage:
    return Stage("places", needs=frozenset({"parse", "actors"}), gives=frozenset({"places"}), read=_read)


def _read(reading: Reading) -> Reading:
    return reading
