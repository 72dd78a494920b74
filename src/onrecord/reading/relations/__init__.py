"""How acts hang together: retaliation, cause, purpose, condition, order in time, and the same act told again."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.relations.repeats import repeats
from onrecord.reading.relations.ties import tied
from onrecord.reading.stage import Reading, Stage
from onrecord.reading.tools import Tools


def build(tools: Tools) -> Stage:
    return Stage("relations", needs=frozenset({"parse", "times", "places", "events"}), gives=frozenset({"relations"}), read=_read)


def _read(reading: Reading) -> Reading:
    return replace(reading, relations=(*tied(reading), *repeats(reading.events, reading.times, reading.places)))
