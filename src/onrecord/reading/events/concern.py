"""Which acts are anybody's politics."""

from __future__ import annotations

from onrecord.reading.events.draft import VIOLENT, Draft, Ground

PUBLIC = frozenset(("state", "government", "military", "police", "armed_group", "party", "igo", "ngo"))
_CRIME = ("180", "181", "182", "193", "173", "1711", "145")


def of_public_concern(one: Draft, ground: Ground) -> bool:
    """Crime, accidents, sport and business are no one's politics: an act counts when someone in it has a public part, or is a country's.

    Acts of war by their own words ("an air strike") need no such actor.
    """
    named = one.sources if one.placed and one.root not in VIOLENT else (*one.sources, *one.targets)
    actors = [ground.by_id.get(found.actor) for found in named]
    if any(actor is None or actor.kind in PUBLIC or actor.country or actor.roles or actor.of for actor in actors):
        return True
    if one.root in VIOLENT or (one.sources and one.targets):
        return not one.act.code.startswith(_CRIME)
    return one.root == "14" and bool(one.sources)
