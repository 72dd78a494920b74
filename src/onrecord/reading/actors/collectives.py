"""Those who are named by number ("both sides", "the two leaders"), and whom they are where the report names them."""

from __future__ import annotations

from onrecord.reading.actors.cluster import Cluster, Clusters
from onrecord.reading.actors.phrase import THING, Phrase

SENTENCES = 8
_PARTIES = frozenset(("state", "government", "armed_group", "military", "party"))


def is_collective(phrase: Phrase) -> bool:
    """A description that counts actors instead of naming them."""
    t = phrase.traits
    if phrase.form != "description" or t.one is True or phrase.key.startswith(THING):
        return False
    if t.office == "side":
        return True
    return (
        t.number in (2, 3)
        and t.definite
        and (t.kind == "state" or t.office in ("leader", "head_of_state", "head_of_government", "foreign_minister"))
    )


def members_of(clusters: Clusters, phrase: Phrase, steps: int = 3) -> list[Cluster]:
    """The actors that a collective counts: the last pair named together before it, else the two parties named nearest before it.

    A collective before it has the same members; `steps` bounds how many of those are asked. Empty where the report does not name
    as many as are counted.
    """
    wanted = phrase.traits.number or 2
    if steps and (said := _said_before(clusters, phrase, wanted, steps - 1)) is not None:
        return said
    found: list[Cluster] = []
    here = phrase.head.sentence.index
    for n in range(phrase.n - 1, max(phrase.n - 80, -1), -1):
        other = clusters.phrases[n]
        if here - other.head.sentence.index > SENTENCES:
            break
        cluster = clusters.at(n)
        if cluster is None or cluster in found or other.form == "adjective" or not _fits(phrase, cluster):
            continue
        pair = _pair(clusters, other, phrase)
        if pair is not None and wanted == 2:
            return pair
        found.append(cluster)
        if len(found) == wanted and pair is None and here - other.head.sentence.index > 2:
            break
    found = found[:wanted]
    found.reverse()
    return found if len(found) == wanted else []


def _said_before(clusters: Clusters, phrase: Phrase, wanted: int, steps: int) -> list[Cluster] | None:
    """The members of the collective before this one: "both sides" after "the two countries" are those two."""
    for n in range(phrase.n - 1, max(phrase.n - 80, -1), -1):
        other = clusters.phrases[n]
        if other.traits.noun and is_collective(other) and (other.traits.kind == "state" or other.traits.office == "side"):
            own = members_of(clusters, other, steps)
            return own if len(own) == wanted and all(_fits(phrase, cluster) for cluster in own) else None
    return None


def _pair(clusters: Clusters, other: Phrase, phrase: Phrase) -> list[Cluster] | None:
    """ "Israel and Hamas": two parties in one coordination are what "both sides" most likely means."""
    head = other.head
    if head.dep != "conj":
        return None
    for n in range(other.n - 1, max(other.n - 5, -1), -1):
        first = clusters.phrases[n]
        if first.head is head.head:
            mine, theirs = clusters.at(other.n), clusters.at(n)
            if mine is not None and theirs is not None and mine is not theirs and _fits(phrase, theirs):
                return [theirs, mine]
    return None


def _fits(phrase: Phrase, cluster: Cluster) -> bool:
    if cluster.thing or cluster.many:
        return False
    if phrase.traits.office == "side":
        return cluster.kind in _PARTIES and bool(cluster.names)
    if phrase.traits.kind == "state":
        return cluster.kind == "state"
    return cluster.kind == "person"
