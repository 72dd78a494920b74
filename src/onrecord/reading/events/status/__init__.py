"""Whether an act happened: read off its own tense, negation and modals, then the words that govern it, nearest first.

The lists stand in vocabulary/acts/status.toml. A climb is at most eight heads long.
"""

from __future__ import annotations

from onrecord.model.record import EventStatus
from onrecord.reading.events.status.noun import carried_status, noun_status, own_words
from onrecord.reading.events.status.verb import verb_status
from onrecord.reading.events.status.words import StatusWords, load_status_words
from onrecord.reading.parse.words import Word

_BEFOREHAND = frozenset(("announced", "threatened", "predicted", "requested"))
"""What an adjective says that the doing overtakes: "mounted its long planned invasion"."""


def status_of(trigger: Word, verbal: bool, carrier: Word | None, words: StatusWords) -> EventStatus:
    """The status of the act that `trigger` names. `carrier`: the light verb that carries a nominal act."""
    if verbal:
        found = verb_status(trigger, words)
        return "failed" if found == "actual" and _in_vain(trigger, words) else found
    own = own_words(trigger, words)
    if carrier is None:
        return own or noun_status(trigger, words)
    carried = carried_status(trigger, carrier, words)
    return own if own is not None and not (own in _BEFOREHAND and carried == "actual") else carried


def _in_vain(verb: Word, words: StatusWords) -> bool:
    """ "staged a failed coup"."""
    return any(child.dep == "dobj" and own_words(child, words) == "failed" for child in verb.children)


__all__ = ["StatusWords", "load_status_words", "status_of"]
