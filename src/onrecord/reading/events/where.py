"""Where an act took place, by the grammar of its clause."""

from __future__ import annotations

from onrecord.codes.cameo import SPOKEN
from onrecord.model.record import Place
from onrecord.reading.events.arguments import arguments
from onrecord.reading.events.draft import Draft, Ground
from onrecord.reading.parse.words import Word
from onrecord.reading.places.link import PLAINLY, PlaceIndex, place_by_grammar


def place_of(one: Draft, index: PlaceIndex, ground: Ground) -> str | None:
    """The id of the place that hangs on the act ("strikes on Gaza", "talks in Doha") or on the verb that carries it; None where none does.

    What is demanded, offered or condemned may be elsewhere than the one who speaks: there only a place on the verb itself counts.
    """
    if one.root in SPOKEN:
        found = _said_at(one.trigger, index)
    else:
        found = place_by_grammar(one.trigger, index) or _of_parties(one, index) or _of_target(one, ground)
    if found is None or any(source.span == found.span for source in one.sources):
        return None
    return found.id


def _said_at(trigger: Word, index: PlaceIndex) -> Place | None:
    for prep in trigger.children_by("prep"):
        target = prep.child("pobj") if prep.lower in PLAINLY else None
        if target is not None and target.i in index.by_word:
            return index.by_word[target.i]
    return None


def _of_parties(one: Draft, index: PlaceIndex) -> Place | None:
    """ "The town, which was besieged": the target is a place; "held by rebels in Ituri": the place hangs on who acts."""
    match = one.act.match
    for word in match.targets:
        if word.i in index.by_word:
            return index.by_word[word.i]
    for word in match.anchor:
        if word is not match.trigger and (found := _said_at(word, index)) is not None:
            return found
    if match.verbal and arguments(match.trigger).passive:
        for word in match.sources:
            if word.sentence is match.trigger.sentence and (found := _said_at(word, index)) is not None:
                return found
    return None


def _of_target(one: Draft, ground: Ground) -> Place | None:
    """Whoever is hit is known by a place only: that is where."""
    if not one.placed:
        return None
    return next((place for _, place in ground.places.inside(one.targets[0].span)), None)
