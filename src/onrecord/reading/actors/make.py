"""From clusters to the actors of the record: name, kind, country, roles, whom they serve, and code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise

from onrecord.codes.actors import actor_code
from onrecord.codes.countries import country_of_code
from onrecord.codes.leaders import Office, Term, country_of, term_of, term_of_surname
from onrecord.codes.organisations import organisation_of
from onrecord.model.record import Actor, ActorKind, Mention
from onrecord.reading.actors.cluster import Cluster, Clusters
from onrecord.reading.actors.collectives import is_collective, members_of, sharers
from onrecord.reading.actors.phrase import LEADER, Phrase

ROLES: Mapping[Office, str] = {
    "army_chief": "MIL", "police_chief": "COP", "intelligence_chief": "SPY", "speaker": "LEG", "senator": "LEG", "opposition_leader": "OPP"
}  # fmt: skip
"""The CAMEO role of an office that is not the government's."""


def actors_of(clusters: Clusters) -> tuple[Actor, ...]:
    """One actor a cluster that has words of its own (a pronoun alone is none), in order of first phrase."""
    living = [cluster for cluster in clusters.living() if _is_kept(clusters, cluster)]
    ids = {id(cluster): f"a{n}" for n, cluster in enumerate(living, 1)}
    return tuple(_actor(clusters, cluster, ids) for cluster in living)


def _is_kept(clusters: Clusters, cluster: Cluster) -> bool:
    """An actor has words of its own; a thing is one only where a pronoun takes it up again ("the strike … it killed nine")."""
    forms = {clusters.phrases[n].form for n in cluster.phrases}
    taken_up = any(clusters.phrases[n].form == "pronoun" and clusters.phrases[n].key != "who" for n in cluster.phrases)
    return forms != {"pronoun"} and (not cluster.thing or taken_up)


def _actor(clusters: Clusters, cluster: Cluster, ids: dict[int, str]) -> Actor:
    phrases = [clusters.phrases[n] for n in cluster.phrases]
    own = [phrase for phrase in phrases if phrase.form != "pronoun"]
    kind = "person" if cluster.kind == "person" and not cluster.many else _kind(own)
    name = _name(own)
    country = _most(phrase.traits.country for phrase in own)
    codes = [phrase.traits.code for phrase in own if phrase.traits.code and (phrase.name or kind == "person")]
    codes += [phrase.traits.code for phrase in own if phrase.traits.code]
    code = codes[0] if codes else ""
    term = _term(name, clusters.published) if kind == "person" else None
    if term is not None and country is not None and len(term.serves) == 3 and term.serves != country and " " not in name:
        term = None
    if term is not None:
        country = country or _country_of_term(term)
        code = code or _code_of_term(term, clusters.published)
    elif kind == "person":
        country = country or country_of(name)
    owners = [owner for phrase in own if (owner := clusters.at(phrase.owner)) is not None and owner is not cluster]
    of = None if kind == "state" else next((ids[id(owner)] for owner in owners if id(owner) in ids), None)
    if of is None and kind == "person" and country is not None:
        of = _state(clusters, country, ids) if term is not None and len(term.serves) == 3 else None
    if country is None and owners:
        country = _most(clusters.phrases[n].traits.country for owner in owners for n in owner.phrases[:3])
    roles = tuple(dict.fromkeys(phrase.traits.role.lower() for phrase in own if phrase.traits.role and phrase.traits.human))
    return Actor(
        ids[id(cluster)], name, kind, country, roles, of, actor_code(kind, country, code), None,
        tuple(Mention(phrase.span, phrase.form) for phrase in phrases), _members(clusters, own, ids),
    )  # fmt: skip


def _term(name: str, published: str | None) -> Term | None:
    """The office behind a name: by full name, or by surname alone while in office."""
    return term_of(name, published) if " " in name else term_of_surname(name, published) or term_of(name, published)


def _state(clusters: Clusters, country: str, ids: dict[int, str]) -> str | None:
    """The id of a state, where the report names it."""
    found = clusters.keyed(f"state:{country}")
    return None if found is None else ids.get(id(found))


def _country_of_term(term: Term) -> str | None:
    """The state that an office serves, or the one that its organisation belongs to."""
    if len(term.serves) == 3:
        return term.serves
    organisation = organisation_of(term.serves)
    return None if organisation is None else organisation.country


def _code_of_term(term: Term, published: str | None) -> str:
    """The role of an office, or of the organisation that it serves; one that has ended makes its holder one of the elite."""
    if len(term.serves) != 3:
        organisation = organisation_of(term.serves)
        return "" if organisation is None else organisation.code
    if published is not None and not term.held_on(published) and term.office != "opposition_leader":
        return "ELI"
    return ROLES.get(term.office, "GOV")


def _members(clusters: Clusters, own: list[Phrase], ids: dict[int, str]) -> tuple[str, ...]:
    for phrase in own:
        if phrase.form == "description" and (states := sharers(clusters, phrase)):
            return tuple(ids[id(state)] for state in states if id(state) in ids)
        if is_collective(phrase):
            members = members_of(clusters, phrase)
            return tuple(ids[id(member)] for member in members if id(member) in ids)
    return ()


def _kind(own: list[Phrase]) -> ActorKind:
    named = [phrase.traits.kind for phrase in own if phrase.name and phrase.traits.kind not in (None, "other")]
    said = named or [phrase.traits.kind for phrase in own if phrase.traits.kind not in (None, "other", "unnamed")]
    if said:
        return Counter(kind for kind in said if kind is not None).most_common(1)[0][0]
    return "unnamed" if any(phrase.traits.kind == "unnamed" for phrase in own) else "other"


def _name(own: list[Phrase]) -> str:
    """The fullest name; without one, the state's usual name; else the first description in the report's own words."""
    first = own[0]
    for phrase in own:
        if phrase.key.startswith("state:"):
            land = country_of_code(phrase.key[6:])
            if land is not None:
                return land.name
        if phrase.key.startswith(LEADER):
            return phrase.key.removeprefix(LEADER)
    names = list(dict.fromkeys(phrase.name for phrase in own if phrase.name))
    if names:
        return max(names, key=lambda name: min(len(name.split()), 4))
    return _words(first)


def _words(phrase: Phrase) -> str:
    """The phrase with one space where the report has white space, and none where it has none."""
    own = [word for word in phrase.head.sentence.words if phrase.span.start <= word.start < phrase.span.end]
    gaps = [" " if after.start > word.end else "" for word, after in pairwise(own)]
    return "".join(word.text + gap for word, gap in zip(own, [*gaps, ""], strict=True))


def _most(values: Iterable[str | None]) -> str | None:
    said = [value for value in values if value]
    return Counter(said).most_common(1)[0][0] if said else None
