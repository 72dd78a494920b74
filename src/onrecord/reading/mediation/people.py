"""Who takes part in an act: actors by their head words, each with the state, organisation or faction that it stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model.record import Actor
from onrecord.reading.mediation.groupings import COLLECTIVE, chain, is_name
from onrecord.reading.mediation.index import Index
from onrecord.reading.mediation.named import actors_of, inside, is_inside_a_country
from onrecord.reading.parse.grammar import conjuncts, noun_phrase
from onrecord.reading.parse.words import Word

_BODIES = frozenset(("state", "igo", "ngo", "armed_group", "party", "military"))
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Someone:
    """An actor in an act, the state or organisation it serves, and the force, party or council in a country that it speaks for."""

    actor: Actor
    body: Actor | None
    faction: Actor | None = None


def people(heads: Iterable[Word | None], index: Index, states: dict[str, Actor]) -> list[Someone]:
    """The people and bodies that head words name, each once, with whom they stand for."""
    out: list[Someone] = []
    for head in (one for several in heads if several is not None for one in _each(several)):
        found = actors_of(head, index)
        for actor in found:
            body = _serves(actor, index, states) if len(found) > 1 else _stands_for(actor, head, index, states)
            out.append(Someone(actor, body, _faction(actor, index)))
    return list({who.actor.id: who for who in out}.values())


def _stands_for(actor: Actor, head: Word, index: Index, states: dict[str, Actor]) -> Actor | None:
    """The state or organisation of the one actor that a phrase names: by the phrase first, then by what is known of the actor."""
    return (
        _whole_of(actor, head, index)
        or (None if actor.kind in _BODIES and is_name(actor) else _before_office(head, index))
        or _serves(actor, index, states)
        or _described(head, index)
        or _of_land(head, index)
        or _of_secretary(head, index)
    )


def _each(head: Word) -> list[Word]:
    """ "Presidents Roe of one land and Doe of another" are two people, not one office."""
    names = [one for child in head.children if child.dep == "appos" for one in conjuncts(child)]
    return names if head.tag in ("NNS", "NNPS") and len(names) > 1 and all(name.entity == "PERSON" for name in names) else [head]


def _of_land(head: Word, index: Index) -> Actor | None:
    """ "President Roe of Utopia", "the minister of trade of Utopia, Jane Roe" serve Utopia."""
    found = (index.actor_at(noun) for noun in chain(head))
    return next((actor for actor in found if actor is not None and actor.kind in ("state", "igo")), None)


def _of_secretary(head: Word, index: Index) -> Actor | None:
    """ "the Special Representative of the Secretary-General" serves the United Nations, where the report names no other organisation."""
    if not any(noun.lower == "general" for noun in chain(head)):
        return None
    organisations = [actor for actor in index.actors.values() if actor.kind == "igo"]
    return organisations[0] if len(organisations) == 1 else None


def _described(head: Word, index: Index) -> Actor | None:
    """ "his British counterpart, John Roe" serves Britain: the one state named before the noun."""
    found = [one for one in inside(head, index) if one.kind in ("state", "igo")]
    return found[0] if len(found) == 1 else None


def _whole_of(actor: Actor, head: Word, index: Index) -> Actor | None:
    """ "the Council of the League" acts for the League, when the phrase says so; a body known by a name of its own acts for itself."""
    above = index.actors.get(actor.of) if actor.of is not None else None
    if above is None or above.kind != "igo" or actor.kind not in ("igo", "government", "other"):
        return None
    named = [noun for child in head.children_by("prep") if child.lower == "of" and (noun := child.child("pobj")) is not None]
    return above if any(index.actor_at(noun) is above for noun in named) else None


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
    if actor.kind in _BODIES:
        return actor
    seen = actor
    for _ in range(3):
        above = index.actors.get(seen.of) if seen.of is not None else None
        if above is None:
            break
        seen = above
        if seen.kind in _BODIES:
            return seen
    if actor.country is not None and actor.country in states:
        return states[actor.country]
    return seen if seen.kind in COLLECTIVE or (seen is not actor and _is_acronym(seen)) else None


def _is_acronym(actor: Actor) -> bool:
    """A body that no table knows, by its letters: "the head of UNITAX"."""
    return actor.kind == "other" and len(actor.name) > _SHORT and actor.name.isupper()


def _faction(actor: Actor, index: Index) -> Actor | None:
    """The movement, army or council that an actor is or, by its office, speaks for: "the deputy head of the Transitional Council"."""
    seen: Actor | None = actor
    for _ in range(3):
        if seen is None or seen.kind in ("state", "igo"):
            return None
        if is_inside_a_country(seen):
            return seen
        seen = index.actors.get(seen.of) if seen.of is not None else None
    return None


def is_within(who: Someone) -> bool:
    """A side inside a country: whoever from abroad talks with a movement, an army or an assembly talks with a party."""
    body = who.body if who.body is not None else who.actor
    return is_inside_a_country(body) or (who.faction is not None and who.faction.kind != "military")


def is_league(who: Someone) -> bool:
    """An organisation of states: what it agrees or declares is agreed by a third party."""
    return (who.body if who.body is not None else who.actor).kind == "igo"


def fights(who: Someone) -> bool:
    return "armed_group" in (who.actor.kind, who.body.kind if who.body is not None else None)


def body_of(who: Someone) -> str:
    return who.body.id if who.body is not None else who.actor.id


def sides(people: Iterable[Someone]) -> tuple[str, ...]:
    """The parties: a side inside a country is a party by its own name, not by that of the state."""
    return tuple(dict.fromkeys(name for who in people for name in ((who.faction.id,) if who.faction is not None else bodies((who,)))))


def bodies(people: Iterable[Someone]) -> tuple[str, ...]:
    """The states and organisations; a person whom the report ties to none stands for none."""
    return tuple(dict.fromkeys(body_of(who) for who in people if who.body is not None or who.actor.kind != "person"))
