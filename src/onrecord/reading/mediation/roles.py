"""Who is who in an act: third parties, named mediators, parties and who asked, from head words to actors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.model.record import Actor
from onrecord.reading.mediation.acts import FoundAct
from onrecord.reading.mediation.conflict import Conflict, Index
from onrecord.reading.parse.grammar import conjuncts, noun_phrase
from onrecord.reading.parse.words import Word

_PUBLIC = frozenset(("state", "government", "military", "armed_group", "party", "igo", "ngo", "person", "police"))
_BODIES = frozenset(("state", "igo", "ngo", "armed_group", "party", "military"))
_DEEP = 3
_SHORT = 3
_INCLUDING = frozenset(("including", "as", "like"))
_DIPLOMACY = frozenset(("talks", "host", "offer"))
"""What private people do all day: it counts where a state, an organisation or a side takes part."""
_CALLS = frozenset("call conversation meeting contact visit encounter conference consultation communication discussion".split())
"""Talk that anybody has; talks and negotiations are between sides."""
_SENDING = frozenset(("send", "dispatch", "appoint"))
_ASSEMBLIES = frozenset("council house assembly parliament senate congress army forces junta commission municipality".split())
_ABROAD = frozenset(("security", "white", "cooperation", "union"))
"""In the names of councils that speak for a state or a union of states."""
_EQUALS = frozenset(("counterpart", "colleague", "neighbor", "neighbour", "rival", "opponent", "host", "guest", "peer"))
_FACTIONS = frozenset(
    "party faction stakeholder people actor force group civilian community component movement protester refugee woman".split()
)
_COLLECTIVE = frozenset(("state", "government", "igo", "ngo", "armed_group", "party", "military", "police"))


@dataclass(frozen=True, slots=True)
class Roles:
    third_parties: tuple[str, ...]
    mediators: tuple[str, ...]
    parties: tuple[str, ...]
    requested_by: str | None


@dataclass(frozen=True, slots=True)
class _Someone:
    """An actor in an act, the state or organisation it serves, and the force, party or council in a country that it speaks for."""

    actor: Actor
    body: Actor | None
    faction: Actor | None = None


def roles(found: FoundAct, fight: Conflict, index: Index, states: dict[str, Actor]) -> Roles | None:
    """The roles of an act, or None when the act has nobody to do it."""
    asked_of = [head for head in found.others if found.act != "appeal" or _may_be_asked(head, index)]
    agents, others = _people(found.agents, index, states), _people(asked_of, index, states)
    between, helpers = _people(found.between, index, states), _people(found.helpers, index, states)
    asked = _people((found.requested_by,), index, states) if found.requested_by is not None else []
    if found.frame.topic == "told" and not others:
        return None
    if found.to_party and (not agents or not any(_is_party(who, fight) for who in others) or any(_is_party(who, fight) for who in agents)):
        return None
    third = _callers(between, fight) if found.anchor.lemma.lower() in _CALLS else []
    parties = [who for who in between if who not in third]
    named_sides = {_body(x) for x in parties}
    requested_by: str | None = None
    for who in (*agents, *others):
        by_frame = found.frame.does == "party" and who in agents and not _is_league(who)
        is_party = by_frame or _body(who) in named_sides or _is_party(who, fight)
        (parties if is_party else third).append(who)
    if found.act == "talks" and not parties:
        within = [who for who in third if _is_within(who)]
        if len(within) < len(third):
            third, parties = [who for who in third if who not in within], within
    if found.act == "talks" and third and not others and not between and any(_fights(who) for who in agents):
        own = [who for who in third if (who.body or who.actor).kind in ("state", "government")]
        third, parties = [who for who in third if who not in own], [*parties, *own]
    if found.frame.does == "third" and found.act in ("broker", "offer", "host") and agents and not third:
        doers = [who for who in agents if _body(who) not in named_sides and not _fights(who)]
        third, parties = doers, [who for who in parties if who not in doers]
    if found.act == "appeal" and found.asks_help and agents and others:
        third, parties, requested_by = others, [who for who in parties if who not in others], _body(agents[0])
    elif found.act == "appeal" and agents and third and all(_is_party(who, fight) or who.body is None for who in agents):
        requested_by = _body(agents[0])
    if found.act == "appeal" and not agents and (doer := _unnamed(found, index)) is not None:
        third.append(doer)
    third.extend(who for who in (*helpers, *asked) if _body(who) not in named_sides and not _is_party(who, fight))
    if found.act == "talks" and not _is_meeting(found, index):
        hosts = [who for who in _people(found.hosts, index, states) if who.actor.kind == "state"]
        if not (hosts and (third or parties)):
            return None
        third.extend(who for who in hosts if not _is_party(who, fight))
        parties.extend(who for who in hosts if _is_party(who, fight))
    if not third and not parties and found.frame.does != "party":
        return None
    if not _bodies(third) and not _bodies(parties) and (found.act in _DIPLOMACY or (found.act == "appeal" and found.agents)):
        return None
    if found.act == "appeal" and found.subject == "humanitarian_access" and not found.others and not parties:
        return None
    if found.act == "talks" and _is_among_themselves(agents, others, found):
        return None
    return Roles(
        third_parties=_bodies(third),
        mediators=tuple(dict.fromkeys(who.actor.id for who in third if who.actor.kind == "person" and _is_name(who.actor))),
        parties=tuple(name for name in _sides(parties) if name not in _bodies(third)),
        requested_by=requested_by,
    )


def _may_be_asked(head: Word, index: Index) -> bool:
    """ "urged the Utopian army", not "reiterated the Utopian commitment"."""
    return head.pos != "NOUN" or head.lemma.lower() in _EQUALS or index.actor_at(head) is not None


def _callers(between: list[_Someone], fight: Conflict) -> list[_Someone]:
    """ "a call between the envoy and the general": whoever of those who talk is no party to the conflict."""
    return [who for who in between if not _is_party(who, fight) and not _is_within(who)]


def _is_among_themselves(agents: list[_Someone], others: list[_Someone], found: FoundAct) -> bool:
    """ "told his ministers", "spoke to her lawyer", "met an adviser": whoever meets only their own people does not mediate."""
    if found.between or found.hosts or not agents or not found.others:
        return False
    if others:
        return len({_body(who) for who in (*agents, *others)}) == 1 and all(who.body is not None for who in (*agents, *others))
    return all(_is_own(head) for head in found.others)


def _is_own(head: Word) -> bool:
    """ "its partners", "her lawyer": the people of whoever does it; a counterpart or a colleague is another's."""
    return head.lemma.lower() not in _EQUALS and any(child.tag == "PRP$" for child in head.children_by("poss"))


def _is_meeting(found: FoundAct, index: Index) -> bool:
    """Whether two or more take part, known or not: nobody meets alone."""
    heads = dict.fromkeys((*found.agents, *found.others, *found.between))
    if any(_of_itself(head, found, index) for head in found.agents):
        return True
    return (
        sum(head.pos == "PROPN" or head.tag == "NNS" or index.actor_at(head) is not None or bool(_actors(head, index)) for head in heads)
        > 1
    )


def _of_itself(head: Word, found: FoundAct, index: Index) -> bool:
    """Whether one noun is enough: several ("the envoys of A and B met"), a body that sits, or somebody who goes to talk about peace."""
    named = _actors(head, index)
    if head.tag in ("NNS", "NNPS") or len(named) > 1 or any(actor.kind == "igo" for actor in named):
        return bool(named)
    if found.frame.topic == "told":
        return False
    if found.anchor.lemma.lower() in _SENDING:
        return True
    goes = found.anchor.tag.startswith("V") or found.anchor.dep == "dobj"
    return goes and bool(found.hits) and any(actor.kind != "unnamed" for actor in named)


def _unnamed(found: FoundAct, index: Index) -> _Someone | None:
    """ "a request from international actors": a third party without a name."""
    for head in found.agents:
        actor = index.actor_at(head)
        if actor is not None and actor.kind in ("unnamed", "population"):
            return _Someone(actor, None)
    return None


def _people(heads: Iterable[Word | None], index: Index, states: dict[str, Actor]) -> list[_Someone]:
    out: list[_Someone] = []
    for head in (one for several in heads if several is not None for one in _each(several)):
        before = _before_office(head, index)
        for actor in _actors(head, index):
            whole = _whole_of(actor, head, index)
            body = (
                whole
                or before
                or _serves(actor, index, states)
                or _described(head, index)
                or _of_land(head, index)
                or _of_secretary(head, index)
            )
            out.append(_Someone(actor, body, _faction(actor, index)))
    return list({who.actor.id: who for who in out}.values())


def _each(head: Word) -> list[Word]:
    """ "Presidents Roe of one land and Doe of another" are two people, not one office."""
    names = [one for child in head.children if child.dep == "appos" for one in conjuncts(child)]
    return names if head.tag in ("NNS", "NNPS") and len(names) > 1 and all(name.entity == "PERSON" for name in names) else [head]


def _chain(head: Word) -> Iterator[Word]:
    """The nouns of "of … of …" below a noun, nearest first."""
    below = head
    for _ in range(_DEEP):
        prep = next((child for child in below.children if child.dep == "prep" and child.lower == "of"), None)
        noun = prep.child("pobj") if prep is not None else None
        if noun is None:
            return
        yield noun
        below = noun


def _of_land(head: Word, index: Index) -> Actor | None:
    """ "President Roe of Utopia", "the minister of trade of Utopia, Jane Roe" serve Utopia."""
    found = (index.actor_at(noun) for noun in _chain(head))
    return next((actor for actor in found if actor is not None and actor.kind in ("state", "igo")), None)


def _of_secretary(head: Word, index: Index) -> Actor | None:
    """ "the Special Representative of the Secretary-General" serves the United Nations, where the report names no other organisation."""
    if not any(noun.lower == "general" for noun in _chain(head)):
        return None
    organisations = [actor for actor in index.actors.values() if actor.kind == "igo"]
    return organisations[0] if len(organisations) == 1 else None


def _actors(head: Word, index: Index) -> list[Actor]:
    """The actors that a noun phrase names: its own, one beside it ("its envoy, Jane Roe"), or those it is described by."""
    if len(members := _members(head, index)) > 1:
        return members
    if head.tag in ("NNS", "NNPS") and (several := _of_several(head, index)):
        return several
    for place in (head, *head.children_by("appos")):
        actor = index.actor_at(place)
        if actor is not None and actor.kind == "other" and actor.of is not None and not _is_inside_a_country(actor):
            actor = index.actors.get(actor.of)
        if actor is not None and (actor.kind in _PUBLIC or _is_inside_a_country(actor)) and (_is_name(actor) or actor.of is not None):
            return [actor]
    return _inside(head, index) or _of_several(head, index) or _under_office(head, index)


def _under_office(head: Word, index: Index) -> list[Actor]:
    """ "a delegation of Utopian envoys", "the Minister of Trade of Utopia Jane Roe": whoever the office or the group leads down to."""
    found = (index.actor_at(noun) for noun in _chain(head))
    return [actor for actor in found if actor is not None and actor.kind in _PUBLIC and actor.of is not None][:1]


def _inside(head: Word, index: Index) -> list[Actor]:
    """ "Chinese and Turkish counterparts": the states before the noun; "Somali parties" are not Somalia."""
    if head.lemma.lower() in _FACTIONS:
        return []
    parts = [word for word in noun_phrase(head) if word is not head]
    found = [one for part in parts if (one := index.actor_at(part)) is not None and one.kind in _PUBLIC and _is_name(one)]
    return list({one.id: one for one in found}.values())


def _of_several(head: Word, index: Index) -> list[Actor]:
    """ "the foreign ministers of Italy and Iraq", "envoys for the lakes from five states"."""
    out: list[Actor] = []
    preps = head.children_by("prep")
    about = [noun for child in preps if child.lower in ("on", "for", "to") and (noun := child.child("pobj")) is not None]
    for child in (*preps, *(inner for noun in about for inner in noun.children_by("prep"))):
        if child.lower in ("of", "from") and (noun := child.child("pobj")) is not None:
            found = (index.actor_at(one) for one in conjuncts(noun))
            out.extend(one for one in found if one is not None and one.kind in _COLLECTIVE and _is_name(one))
    return list({one.id: one for one in out}.values())


def _members(head: Word, index: Index) -> list[Actor]:
    """ "the Quad (A, B and C)", "states including A and B", "the guarantors, A and B": those whom a grouping is made of."""
    lists = [child for noun in (head, *_chain(head)) for child in noun.children if child.dep == "appos"]
    preps = head.children_by("prep")
    lists.extend(noun for child in preps if child.lower in _INCLUDING and (noun := child.child("pobj")) is not None)
    found = [index.actor_at(one) for first in lists for one in conjuncts(first)]
    return list({one.id: one for one in found if one is not None and one.kind in _COLLECTIVE and _is_name(one)}.values())


def _described(head: Word, index: Index) -> Actor | None:
    """ "his British counterpart, John Roe" serves Britain: the one state named before the noun."""
    found = [one for one in _inside(head, index) if one.kind in ("state", "igo")]
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
    return seen if seen.kind in _COLLECTIVE or (seen is not actor and _is_acronym(seen)) else None


def _is_acronym(actor: Actor) -> bool:
    """A body that no table knows, by its letters: "the head of UNITAX"."""
    return actor.kind == "other" and len(actor.name) > _SHORT and actor.name.isupper()


def _faction(actor: Actor, index: Index) -> Actor | None:
    """The movement, army or council that an actor is or, by its office, speaks for: "the deputy head of the Transitional Council"."""
    seen: Actor | None = actor
    for _ in range(3):
        if seen is None or seen.kind in ("state", "igo"):
            return None
        if _is_inside_a_country(seen):
            return seen
        seen = index.actors.get(seen.of) if seen.of is not None else None
    return None


def _is_inside_a_country(body: Actor) -> bool:
    if body.kind in ("armed_group", "party", "military"):
        return True
    words = frozenset(body.name.lower().split())
    named = body.kind in ("government", "other") and len(words) > 1 and _is_name(body)
    return named and not _ASSEMBLIES.isdisjoint(words) and _ABROAD.isdisjoint(words)


def _is_within(who: _Someone) -> bool:
    """A side inside a country: whoever from abroad talks with a movement, an army or an assembly talks with a party."""
    body = who.body if who.body is not None else who.actor
    return _is_inside_a_country(body) or (who.faction is not None and who.faction.kind != "military")


def _is_league(who: _Someone) -> bool:
    """An organisation of states: what it agrees or declares is agreed by a third party."""
    return (who.body if who.body is not None else who.actor).kind == "igo"


def _fights(who: _Someone) -> bool:
    return "armed_group" in (who.actor.kind, who.body.kind if who.body is not None else None)


def _is_party(who: _Someone, fight: Conflict) -> bool:
    if who.actor.kind == "person" and who.body is not None:
        return fight.is_party(who.body) or who.actor.id in fight.sides
    return any(fight.is_party(one) for one in (who.actor, who.body, who.faction) if one is not None)


def _is_name(actor: Actor) -> bool:
    return any(mention.form in ("name", "metonym", "adjective") for mention in actor.mentions)


def is_known(actor: Actor) -> bool:
    """A participant with a name or a country: without one in the whole report, "the council called a truce" is no diplomacy."""
    return actor.country is not None or _is_name(actor)


def _body(who: _Someone) -> str:
    return who.body.id if who.body is not None else who.actor.id


def _sides(people: Iterable[_Someone]) -> tuple[str, ...]:
    """The parties: a side inside a country is a party by its own name, not by that of the state."""
    return tuple(dict.fromkeys(name for who in people for name in ((who.faction.id,) if who.faction is not None else _bodies((who,)))))


def _bodies(people: Iterable[_Someone]) -> tuple[str, ...]:
    """The states and organisations; a person whom the report ties to none stands for none."""
    return tuple(dict.fromkeys(_body(who) for who in people if who.body is not None or who.actor.kind != "person"))
