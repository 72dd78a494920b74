"""Who is who in an act: third parties, named mediators, parties and who asked, from head words to actors."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.record import Actor
from onrecord.reading.mediation.acts import FoundAct
from onrecord.reading.mediation.conflict import Conflict
from onrecord.reading.mediation.groupings import is_name
from onrecord.reading.mediation.index import Index
from onrecord.reading.mediation.meetings import SENDING
from onrecord.reading.mediation.named import EQUALS, actors_of
from onrecord.reading.mediation.people import Someone, bodies, body_of, fights, is_league, is_within, people, sides
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list

_DIPLOMACY = frozenset(("talks", "host", "offer", "shuttle"))
"""What private people do all day: it counts where a state, an organisation or a side takes part."""
_CALLS = word_list("mediation", "roles.calls")
_GATHERINGS = word_list("mediation", "roles.gatherings")
_ALONE = frozenset(("broker", "host", "offer", "propose", "shuttle", "appeal"))
"""What a person who speaks for nobody may do as a third party: a bishop, an elder, a former president."""


@dataclass(frozen=True, slots=True)
class Roles:
    third_parties: tuple[str, ...]
    mediators: tuple[str, ...]
    parties: tuple[str, ...]
    requested_by: str | None


def roles(found: FoundAct, fight: Conflict, index: Index, states: dict[str, Actor]) -> Roles | None:
    """The roles of an act, or None when the act has nobody to do it."""
    asked_of = [head for head in found.others if found.act != "appeal" or _may_be_asked(head, index)]
    agents, others = people(found.agents, index, states), people(asked_of, index, states)
    between, helpers = people(found.between, index, states), people(found.helpers, index, states)
    asked = people((found.requested_by,), index, states) if found.requested_by is not None else []
    if found.frame.topic == "told" and not others:
        return None
    if found.to_party and (not agents or not any(_is_party(who, fight) for who in others) or any(_is_party(who, fight) for who in agents)):
        return None
    third = _callers(between, fight) if found.anchor.lemma.lower() in _CALLS else []
    parties = [who for who in between if who not in third]
    named_sides = {body_of(x) for x in parties}
    requested_by: str | None = None
    together = any(is_within(who) for who in others)
    for who in (*agents, *others):
        by_frame = found.frame.does == "party" and who in agents and not is_league(who)
        asked_to_stop = found.act == "appeal" and who in others and (found.to_talk or together)
        is_party = by_frame or asked_to_stop or body_of(who) in named_sides or _is_party(who, fight)
        (parties if is_party else third).append(who)
    if found.act in ("talks", "host"):
        within = [who for who in third if is_within(who) and (found.act == "talks" or who in others)]
        if parties or len(within) < len(third):
            third, parties = [who for who in third if who not in within], [*parties, *within]
    if found.act == "talks" and third and not others and not between and any(fights(who) for who in agents):
        own = [who for who in third if (who.body or who.actor).kind in ("state", "government")]
        third, parties = [who for who in third if who not in own], [*parties, *own]
    if found.frame.does == "third" and found.act in ("broker", "offer", "host") and agents and not third:
        doers = [who for who in agents if body_of(who) not in named_sides and not fights(who)]
        third, parties = doers, [who for who in parties if who not in doers]
    if found.act == "appeal" and found.asks_help and agents and others:
        third, parties, requested_by = others, [who for who in parties if who not in others], body_of(agents[0])
    elif found.act == "appeal" and agents and others and third and all(_is_party(who, fight) or who.body is None for who in agents):
        requested_by = body_of(agents[0])
    if found.act == "appeal" and not agents and (doer := _unnamed(found, index)) is not None:
        third.append(doer)
    third.extend(who for who in (*helpers, *asked) if body_of(who) not in named_sides and not _is_party(who, fight))
    if found.act == "talks" and not _is_meeting(found, index):
        hosts = [who for who in people(found.hosts, index, states) if who.actor.kind == "state"]
        if not (hosts and (third or parties)):
            return None
        third.extend(who for who in hosts if not _is_party(who, fight))
        parties.extend(who for who in hosts if _is_party(who, fight))
    if not third and (found.act == "shuttle" or (not parties and found.frame.does != "party")):
        return None
    mediators = tuple(dict.fromkeys(who.actor.id for who in third if who.actor.kind == "person" and is_name(who.actor)))
    alone = mediators if found.act in _ALONE and parties and not bodies(third) else ()
    if not bodies(third) and not bodies(parties) and not alone and (found.act in _DIPLOMACY or (found.act == "appeal" and found.agents)):
        return None
    if found.act == "appeal" and found.subject == "humanitarian_access" and not found.others and not parties:
        return None
    if found.act == "talks" and _is_among_themselves(agents, others, found):
        return None
    return Roles(
        third_parties=bodies(third) or alone,
        mediators=mediators,
        parties=tuple(name for name in sides(parties) if name not in bodies(third)),
        requested_by=requested_by,
    )


def _may_be_asked(head: Word, index: Index) -> bool:
    """ "urged the Utopian army", not "reiterated the Utopian commitment"."""
    return head.pos != "NOUN" or head.lemma.lower() in EQUALS or index.actor_at(head) is not None


def _callers(between: list[Someone], fight: Conflict) -> list[Someone]:
    """ "a call between the envoy and the general": whoever of those who talk is no party to the conflict."""
    callers = [who for who in between if not _is_party(who, fight) and not is_within(who)]
    return callers if len(callers) < len(between) else []


def _is_among_themselves(agents: list[Someone], others: list[Someone], found: FoundAct) -> bool:
    """ "told his ministers", "spoke to her lawyer", "met an adviser": whoever meets only their own people does not mediate."""
    if found.between or found.hosts or not agents or not found.others or found.anchor.lemma.lower() in SENDING:
        return False
    if others:
        return len({body_of(who) for who in (*agents, *others)}) == 1 and all(who.body is not None for who in (*agents, *others))
    return all(_is_own(head) for head in found.others)


def _is_own(head: Word) -> bool:
    """ "its partners", "her lawyer": the people of whoever does it; a counterpart or a colleague is another's."""
    return head.lemma.lower() not in EQUALS and any(child.tag == "PRP$" for child in head.children_by("poss"))


def _is_meeting(found: FoundAct, index: Index) -> bool:
    """Whether two or more take part, known or not: nobody meets alone."""
    heads = dict.fromkeys((*found.agents, *found.others, *found.between))
    if any(_of_itself(head, found, index) for head in found.agents):
        return True
    if not any(actors_of(head, index) for head in found.agents):
        with_whom = [actor for head in found.others for actor in actors_of(head, index)]
        if found.anchor.dep == "nsubjpass" and any(is_name(actor) for actor in with_whom):
            return True
    return (
        sum(head.pos == "PROPN" or head.tag == "NNS" or index.actor_at(head) is not None or bool(actors_of(head, index)) for head in heads)
        > 1
    )


def _of_itself(head: Word, found: FoundAct, index: Index) -> bool:
    """Whether one noun is enough: several ("the envoys of A and B met"), a body that sits, or somebody who goes to talk about peace."""
    named = actors_of(head, index)
    if head.tag in ("NNS", "NNPS") or len(named) > 1 or any(actor.kind == "igo" for actor in named):
        return bool(named)
    if found.frame.topic == "told":
        return False
    if found.anchor.lemma.lower() in SENDING:
        return True
    goes = found.anchor.tag.startswith("V") or found.anchor.dep == "dobj"
    return goes and bool(found.hits) and any(actor.kind != "unnamed" for actor in named)


def _unnamed(found: FoundAct, index: Index) -> Someone | None:
    """ "a request from international actors": a third party without a name."""
    for head in found.agents:
        actor = index.actor_at(head)
        if actor is not None and actor.kind in ("unnamed", "population") and head.lemma.lower() not in _GATHERINGS:
            return Someone(actor, None)
    return None


def _is_party(who: Someone, fight: Conflict) -> bool:
    if who.actor.kind == "person" and who.body is not None:
        return fight.is_party(who.body) or who.actor.id in fight.sides
    return any(fight.is_party(one) for one in (who.actor, who.body, who.faction) if one is not None)


def is_known(actor: Actor) -> bool:
    """A participant with a name or a country: without one in the whole report, "the council called a truce" is no diplomacy."""
    return actor.country is not None or is_name(actor)
