"""Who is meant where only a place is named: "strikes on Idlib" hit those who are there, aid "for Yemen" goes to them.

The span is always that of the place.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.codes.cameo import VIOLENT
from onrecord.codes.countries import country_of_adjective
from onrecord.model.record import Actor, Place
from onrecord.model.span import Span
from onrecord.reading.actors.acting import land_is_meant
from onrecord.reading.events.arguments import arguments, noun_preps
from onrecord.reading.events.assemble import Act
from onrecord.reading.events.draft import Ground
from onrecord.reading.events.participants import Found
from onrecord.reading.parse.words import Word

_WIDE = 20
_REACHES = frozenset(("07", "13", "16", "17", "18", "19", "20"))
_REACHES_CODES = ("033", "042", "0233", "0256", "080", "081", "082", "085", "086", "151", "152", "154")
_THERE = frozenset("in to for into on onto at against over across around near of inside throughout toward towards upon".split())


def reaches_places(code: str) -> bool:
    """An act that falls on whoever is at its place: violence, aid, sanctions, coercion, what eases them, threats of these, visits."""
    return code[:2] in _REACHES or code.startswith(_REACHES_CODES)


def at_place(act: Act, sources: tuple[Found, ...], ground: Ground) -> tuple[Found, ...]:
    """Whoever the report has at the act's place, first as a state; its people where the report has nobody there."""
    for word in _where(act):
        below = word.subtree()[:_WIDE]
        owner = None if act.code.startswith("042") and land_is_meant(word) else owner_of(word, ground)
        if owner is not None and any(found.actor == owner.actor for found in sources):
            continue
        if owner is not None:
            return (owner,)
        for span, place in ground.places.inside((min(one.start for one in below), max(one.end for one in below))):
            found = _who_is_there(act, place, span, sources, ground)
            if found is not None:
                return (found,)
    return ()


def owner_of(thing: Word, ground: Ground) -> Found | None:
    """ "A Danish consulate", "Saudi oil ports": the state whose the thing is."""
    for child in thing.children:
        if child.dep == "amod" and child.entity == "NORP" and (land := country_of_adjective(child.text)) is not None:
            known = next((actor for actor in ground.by_id.values() if actor.kind == "state" and actor.country == land.iso3), None)
            name = known.id if known is not None else ground.newcomers.state(land, child.span)
            return Found(name, child.span)
    return None


def _where(act: Act) -> Iterable[Word]:
    """The words below which a place may stand, the likeliest first; few, so that cost stays that of the clause."""
    match = act.match
    words = [*match.targets, *_places_of(match.trigger)]
    for verb in match.anchor:
        if verb.pos == "VERB" and verb is not match.trigger:
            words.extend(_places_of(verb))
    complement = match.complement
    if complement is not None and complement is not match.trigger and act.code[:2] in ("03", "13"):
        words.extend(_places_of(complement))
    return words[:_WIDE]


def _places_of(word: Word) -> Iterable[Word]:
    if word.pos not in ("VERB", "AUX"):
        return [other for preposition, other in noun_preps(word) if preposition in _THERE]
    args = arguments(word)
    return [*args.objects, *(other for preposition, other in args.preps if preposition in _THERE)]


def _who_is_there(act: Act, place: Place, span: Span, sources: tuple[Found, ...], ground: Ground) -> Found | None:
    if place.country is None:
        return None
    ids = {source.actor for source in sources}
    there = [actor for actor in ground.by_id.values() if actor.country == place.country and actor.kind in _ORDER and actor.id not in ids]
    if there and not _at_home(act, place, sources, ground):
        return Found(min(there, key=lambda actor: _ORDER[actor.kind]).id, span)
    return Found(ground.newcomers.people_of(place, span), span)


_ORDER = {"state": 0, "population": 1}


def _at_home(act: Act, place: Place, sources: tuple[Found, ...], ground: Ground) -> bool:
    """What a state does in its own country falls on the people there; in a civil war the other side may be the state."""
    actors: list[Actor] = [ground.by_id[found.actor] for found in sources if found.actor in ground.by_id]
    return act.code[:2] not in VIOLENT and any(actor.country == place.country for actor in actors)
