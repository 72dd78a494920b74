"""Places: which names in a report are places, which place each means, and where it is."""

from __future__ import annotations

from dataclasses import replace

from onrecord.codes.places import Gazetteer, open_gazetteer
from onrecord.reading.places.parties import parties_among, without_parties
from onrecord.reading.places.recognise import recognise
from onrecord.reading.places.resolve import resolve
from onrecord.reading.stage import Reading, Stage
from onrecord.reading.tools import Tools


def build(tools: Tools) -> Stage:
    """The stage. Opens the gazetteer, and builds it first where this machine has none (half a minute, once)."""
    gazetteer = open_gazetteer()
    return Stage("places", needs=frozenset({"parse"}), gives=frozenset({"places"}), read=lambda reading: _read(reading, gazetteer))


def _read(reading: Reading, gazetteer: Gazetteer) -> Reading:
    toponyms = recognise(reading.parse, gazetteer)
    parties = parties_among(toponyms)
    return replace(reading, places=without_parties(toponyms, resolve(reading, toponyms, parties), parties))
