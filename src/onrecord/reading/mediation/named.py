"""Whom a noun phrase names: an actor of its own, the members of a grouping, or the states that stand before or behind the noun."""

from __future__ import annotations

from onrecord.model.record import Actor
from onrecord.reading.mediation.groupings import COLLECTIVE, chain, is_grouping, is_name, members_of
from onrecord.reading.mediation.index import Index
from onrecord.reading.parse.grammar import conjuncts, noun_phrase
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list

_PUBLIC = frozenset(("state", "government", "military", "armed_group", "party", "igo", "ngo", "person", "police"))
EQUALS = word_list("mediation", "named.equals")
_FACTIONS = word_list("mediation", "named.factions")
_ASSEMBLIES = word_list("mediation", "named.assemblies")
_ABROAD = word_list("mediation", "named.abroad")


def actors_of(head: Word, index: Index) -> list[Actor]:
    """The actors that a noun phrase names: its own, one beside it ("its envoy, Jane Roe"), or those it is described by."""
    if len(members := members_of(head, index)) > 1:
        return members
    if len(sides := _sides(head, index)) > 1:
        return sides
    if head.tag in ("NNS", "NNPS") and (several := _of_several(head, index)):
        return several
    for place in (head, *head.children_by("appos")):
        actor = index.actor_at(place)
        if actor is not None and actor.kind == "other" and actor.of is not None and not is_inside_a_country(actor):
            actor = index.actors.get(actor.of)
        if (
            actor is not None
            and (actor.kind in _PUBLIC or is_grouping(actor) or is_inside_a_country(actor))
            and (is_name(actor) or actor.of is not None)
        ):
            return [actor]
    return inside(head, index) or _of_several(head, index) or _under_office(head, index)


def _sides(head: Word, index: Index) -> list[Actor]:
    """ "Both sides", where a force or a party is one of them: of two states that met they are no sides of a conflict."""
    actor = index.actor_at(head)
    members = [index.actors[member] for member in actor.members] if actor is not None else []
    return members if any(is_inside_a_country(member) for member in members) else []


def _under_office(head: Word, index: Index) -> list[Actor]:
    """ "a delegation of Utopian envoys", "the Minister of Trade of Utopia Jane Roe": whoever the office or the group leads down to."""
    found = (index.actor_at(noun) for noun in chain(head))
    return [actor for actor in found if actor is not None and actor.kind in _PUBLIC and actor.of is not None][:1]


def inside(head: Word, index: Index) -> list[Actor]:
    """ "Chinese and Turkish counterparts": the states before the noun; "Somali parties" are not Somalia."""
    if head.lemma.lower() in _FACTIONS:
        return []
    parts = [word for word in noun_phrase(head) if word is not head]
    found = [one for part in parts if (one := index.actor_at(part)) is not None and one.kind in _PUBLIC and is_name(one)]
    return list({one.id: one for one in found}.values())


def _of_several(head: Word, index: Index) -> list[Actor]:
    """ "the foreign ministers of Italy and Iraq", "envoys for the lakes from five states"."""
    out: list[Actor] = []
    preps = head.children_by("prep")
    about = [noun for child in preps if child.lower in ("on", "for", "to") and (noun := child.child("pobj")) is not None]
    for child in (*preps, *(inner for noun in about for inner in noun.children_by("prep"))):
        if child.lower in ("of", "from") and (noun := child.child("pobj")) is not None:
            found = (index.actor_at(one) for one in conjuncts(noun))
            out.extend(one for one in found if one is not None and one.kind in COLLECTIVE and is_name(one))
    return list({one.id: one for one in out}.values())


def is_inside_a_country(body: Actor) -> bool:
    if body.kind in ("armed_group", "party", "military"):
        return True
    words = frozenset(body.name.lower().split())
    named = body.kind in ("government", "other") and len(words) > 1 and is_name(body)
    return named and not _ASSEMBLIES.isdisjoint(words) and _ABROAD.isdisjoint(words)
