"""What happened: who did what to whom, and whether it happened. See docs/explanation/events.md."""

from __future__ import annotations

from onrecord.reading.events.find import find_acts
from onrecord.reading.events.learned import load_head
from onrecord.reading.events.read import EventReader
from onrecord.reading.stage import Stage
from onrecord.reading.tools import Tools
from onrecord.vocabulary.acts.frames import load_lexicon


def build(tools: Tools) -> Stage:
    """The events stage. Raises ValueError when a user's own file of acts is not in form."""
    reader = EventReader(find_acts(load_lexicon(tools.settings.acts)), load_head(), tools.model.vector)
    needs = frozenset({"parse", "actors", "times", "places", "statements"})
    return Stage("events", needs=needs, gives=frozenset({"events", "actors"}), read=reader.read)


__all__ = ["build", "find_acts"]
