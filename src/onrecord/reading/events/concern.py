"""Which acts are anybody's politics: crime, accidents, sport and business are no one's."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.codes.cameo import VIOLENT
from onrecord.codes.countries import country_named, country_of_adjective, country_of_people
from onrecord.model.record import Actor
from onrecord.reading.events.arguments import arguments
from onrecord.reading.events.draft import Draft, Ground
from onrecord.reading.events.participants import Found
from onrecord.vocabulary.lists import word_list

PUBLIC = frozenset(("state", "government", "military", "police", "armed_group", "party", "igo", "ngo"))
_ANYBODY = frozenset(("population", "unnamed", "person"))
_OFFICES = frozenset(
    ("GOV", "MIL", "COP", "LEG", "JUD", "SPY", "REB", "INS", "SEP", "UAF", "OPP", "PTY", "ELI", "REF", "REL", "MED", "IGO", "NGO")
)
_CRIME = frozenset(("180", "181", "182", "1821", "1823", "193", "173", "1711", "145"))


def of_public_concern(drafts: Iterable[Draft], ground: Ground) -> list[Draft]:
    """The acts that count: someone in them has a public part, or is a country's; acts of war by their own words need no such actor.

    Where the report tells of war or unrest, or of a public act with the same people in it, a crime is part of that.
    """
    drafts = [one for one in drafts if not _is_flight(one, ground)]
    public = [_is_public(one, ground) for one in drafts]
    told = [one for one, known in zip(drafts, public, strict=True) if known and one.act.code not in _CRIME]
    war = any(one.root in _WAR for one in told)
    known_there = {found.actor for one in told for found in (*one.sources, *one.targets)}
    return [
        one
        for one, known in zip(drafts, public, strict=True)
        if known or _counts(one, known_there, ground, war=war) or (told and one.act.match.alone and one.root == "16")
    ]


_DEALS = word_list("acts", "concern.deals")
_WAR = frozenset(("14", "15", "19", "20"))


def _is_public(one: Draft, ground: Ground) -> bool:
    named = one.sources if one.placed and one.root not in VIOLENT else (*one.sources, *one.targets)
    return any(_public_actor(found, ground) for found in named)


def _is_flight(one: Draft, ground: Ground) -> bool:
    """People who leave their homes yield nothing to anybody."""
    kinds = {actor.kind for found in one.sources if (actor := ground.by_id.get(found.actor)) is not None}
    return one.act.code.startswith("0874") and kinds == {"population"}


def _public_actor(found: Found, ground: Ground) -> bool:
    actor = ground.by_id.get(found.actor)
    return actor is None or has_public_part(actor) or _of_the_public(found, ground)


def _of_the_public(found: Found, ground: Ground) -> bool:
    """ "An African Union team": whose description names who has a public part."""
    if ground.by_id[found.actor].kind != "other":
        return False
    inside = (actor for actor in ground.by_id.values() if any(found.span.holds(m.span) for m in actor.mentions) and actor.id != found.actor)
    return any(has_public_part(actor) for actor in inside)


def has_public_part(actor: Actor) -> bool:
    """An office, a force, a party, or a country's; a criminal gang only where its country is known."""
    if actor.of or (actor.country and not (actor.kind in _ANYBODY and _unnamed_land(actor))):
        return True
    return (actor.kind in PUBLIC and actor.code != "CRM") or actor.code in _OFFICES


def _unnamed_land(actor: Actor) -> bool:
    """ "Four men", in a report from Nebraska: the country is the report's, no word of theirs names it."""
    if any(mention.form == "name" for mention in actor.mentions) or (actor.code or "")[3:] in _OFFICES:
        return False
    return not any(country_of_adjective(word) or country_of_people(word) or country_named(word) for word in actor.name.split())


def _counts(one: Draft, known_there: set[str], ground: Ground, *, war: bool) -> bool:
    if one.root in VIOLENT:
        ids = {found.actor for found in (*one.sources, *one.targets)}
        return war or _preys_on_many(one, ground) or one.act.code not in _CRIME or bool(ids & known_there)
    if one.sources and one.targets:
        return one.act.code not in _CRIME
    return (one.root == "14" and bool(one.sources)) or _is_freed_by_a_deal(one)


def _preys_on_many(one: Draft, ground: Ground) -> bool:
    """Bandits who carry off villagers are nobody's state, and a country's trouble all the same."""
    kinds = [{actor.kind for found in side if (actor := ground.by_id.get(found.actor)) is not None} for side in (one.sources, one.targets)]
    return "armed_group" in kinds[0] and "population" in kinds[1]


def _is_freed_by_a_deal(one: Draft) -> bool:
    """ "The exchange freed forty people": two sides have dealt, though neither is named."""
    if one.act.code[:3] != "084" or not one.act.match.verbal:
        return False
    args = arguments(one.trigger)
    deal = [args.subject] if args.subject is not None else []
    deal.extend(word for preposition, word in args.preps if preposition in ("in", "under"))
    return any(word.lemma.lower() in _DEALS for word in deal)
