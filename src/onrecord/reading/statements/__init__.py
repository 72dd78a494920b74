"""Who said what: quotations and attributed speech, with their speakers."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reading.stage import Reading, Stage
from onrecord.reading.statements.assemble import assemble
from onrecord.reading.statements.find import find_attributions
from onrecord.reading.statements.ground import survey
from onrecord.reading.statements.speaker import with_speakers
from onrecord.reading.tools import Tools


def build(tools: Tools) -> Stage:
    """The stage: needs the parse, actors, times and places; gives statements, and actors for speakers that had none."""
    return Stage(
        "statements", needs=frozenset({"parse", "actors", "times", "places"}), gives=frozenset({"statements", "actors"}), read=_read
    )


def _read(reading: Reading) -> Reading:
    ground = survey(reading.parse)
    drafts = assemble(find_attributions(ground), ground)
    actors, statements = with_speakers(drafts, reading, ground)
    return replace(reading, actors=actors, statements=statements)
