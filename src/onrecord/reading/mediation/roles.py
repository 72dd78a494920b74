"""Who is who in an act: third parties, named mediators, parties and who asked, from head words to actors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.record import Actor
from onrecord.reading.mediation.acts import FoundAct
from onrecord.reading.mediation.conflict import Conflict, Index
from onrecord.reading.parse.grammar import conjuncts, noun_phrase
from onrecord.reading.parse.words import Word

_PUBLIC = frozenset(("state", "government", "military", "armed_group", "party", "igo", "ngo", "person", "police"))
_COLLECTIVE = frozenset(("state", "government", "igo", "ngo", "armed_group", "party", "military", "police"))


@dataclass(frozen=True, slots=True)
class Roles:
    third_parties: tuple[str, ...]
    mediators: tuple[str, ...]
    parties: tuple[str, ...]
    requested_by: str | None


@dataclass(frozen=True, slots=True)
class _Someone:
    """An actor in an act, with the state or organisation it serves."""

    actor: Actor
    body: Actor | None


def roles(found: FoundAct, fight: Conflict, index: Index, states: dict[str, Actor]) -> Roles | None:
    """The roles of an act, or None when nobody in public life takes part in it."""
    agents, others = _people(found.agents, index, states), _people(found.others, index, states)
    between, helpers = _people(found.between, index, states), _people(found.helpers, index, states)
    asked = _people((found.requested_by,), index, states) if found.requested_by is not None else []
    third: list[_Someone] = []
    parties: list[_Someone] = list(between)
    requested_by: str | None = None
    named_sides = {_body(x) for x in between}
    for who in (*agents, *others):
        is_party = _body(who) in named_sides or _is_party(who, fight)
        (parties if is_party else third).append(who)
    if found.frame.does == "third" and found.act in ("broker", "offer", "host") and agents and not third:
        doers = [who for who in agents if _body(who) not in named_sides]
        third, parties = doers, [who for who in parties if who not in doers]
    if found.act == "appeal" and agents and all(_is_party(who, fight) for who in agents) and third:
        requested_by = _body(agents[0])
    third.extend(who for who in (*helpers, *asked) if _body(who) not in named_sides and not _is_party(who, fight))
    if not third and not parties:
        return None
    return Roles(
        third_parties=_bodies(third),
        mediators=tuple(dict.fromkeys(who.actor.id for who in third if who.actor.kind == "person" and _is_name(who.actor))),
        parties=tuple(name for name in _bodies(parties) if name not in _bodies(third)),
        requested_by=requested_by,
    )


def _people(heads: Iterable[Word | None], index: Index, states: dict[str, Actor]) -> list[_Someone]:
    out: list[_Someone] = []
    for head in heads:
        if head is None:
            continue
        first = _before_office(head, index)
        out.extend(_Someone(actor, first or _serves(actor, index, states)) for actor in _actors(head, index))
    return out


def _actors(head: Word, index: Index) -> list[Actor]:
    """The actors that a noun phrase names: its own, or for "Chinese and Turkish counterparts" those it is described by."""
    actor = index.actor_at(head)
    if actor is not None and actor.kind in _PUBLIC and (_is_name(actor) or actor.of is not None):
        return [actor]
    inside = [word for word in noun_phrase(head) if word is not head]
    for child in head.children_by("prep"):
        if child.lower in ("of", "from") and (noun := child.child("pobj")) is not None:
            inside.extend(conjuncts(noun))
    found = [one for child in inside if (one := index.actor_at(child)) is not None and one.kind in _PUBLIC and _is_name(one)]
    return list({one.id: one for one in found}.values())


def _before_office(head: Word, index: Index) -> Actor | None:
    """ "UN special envoy for the lakes Jane Roe" serves the UN: whoever opens the phrase before an office, not whom it is for."""
    for word in noun_phrase(head):
        if word.dep == "prep" or word is head:
            return None
        actor = index.actor_at(word)
        if actor is not None and actor.kind in ("state", "igo"):
            return actor
        if word.tag not in ("DT", "JJ", "NNP", "NN", "POS"):
            return None
    return None


def _serves(actor: Actor, index: Index, states: dict[str, Actor]) -> Actor | None:
    """The state or organisation that an actor stands for: itself, whom it serves, or the state of its country."""
    if actor.kind in ("state", "igo", "ngo", "armed_group"):
        return actor
    seen = actor
    for _ in range(3):
        above = index.actors.get(seen.of) if seen.of is not None else None
        if above is None:
            break
        seen = above
        if seen.kind in ("state", "igo", "ngo", "armed_group"):
            return seen
    if actor.country is not None and actor.country in states:
        return states[actor.country]
    return seen if seen.kind in _COLLECTIVE else None


def _is_party(who: _Someone, fight: Conflict) -> bool:
    if who.actor.kind == "person" and who.body is not None:
        return fight.is_party(who.body) or who.actor.id in fight.sides
    return fight.is_party(who.actor) or (who.body is not None and fight.is_party(who.body))


def _is_name(actor: Actor) -> bool:
    return any(mention.form in ("name", "metonym", "adjective") for mention in actor.mentions)


def _body(who: _Someone) -> str:
    return who.body.id if who.body is not None else who.actor.id


def _bodies(people: Iterable[_Someone]) -> tuple[str, ...]:
    """The states and organisations; a person whom the report ties to none stands for none."""
    return tuple(dict.fromkeys(_body(who) for who in people if who.body is not None or who.actor.kind != "person"))
