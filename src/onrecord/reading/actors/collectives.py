"""Those who are named by number ("both sides", "the two leaders"), and whom they are where the report names them."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from onrecord.reading.actors.cluster import Cluster, Clusters
from onrecord.reading.actors.phrase import THING, Phrase
from onrecord.reading.parse.words import Word
from onrecord.vocabulary.lists import word_list

SENTENCES = 8
_LOOKS_BACK = 150
"""Phrases in which the two sides are looked for."""
_UNNAMED = word_list("actors", "collectives.unnamed")
_PARTIES_AT_MOST = 12
_TOGETHER, _ARMED = 1.5, 2.0
"""What it counts that two are named together, and that one of them alone is an armed group."""
_STEPS = 5
_BEFORE_HEAD = frozenset(("poss", "compound", "amod", "nmod", "appos"))
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


def sharers(clusters: Clusters, phrase: Phrase) -> list[Cluster]:
    """The states named together before a noun: India and Pakistan in "Indian and Pakistani soldiers"; empty for one alone."""
    found: list[Cluster] = []
    for child in phrase.head.children:
        if child.i < phrase.head.i and (others := child.children_by("conj")):
            for word in (child, *others):
                cluster = clusters.at(clusters.by_head.get(word.i))
                if cluster is not None and cluster.kind == "state" and cluster not in found:
                    found.append(cluster)
    return found if len(found) > 1 else []


def members_of(clusters: Clusters, phrase: Phrase, steps: int = 3) -> list[Cluster]:
    """The actors that a collective counts: for sides those that the report opposes, else the last pair named together or the nearest.

    A collective before it has the same members; `steps` bounds how many of those are asked. Empty where the report does not name
    as many as are counted.
    """
    wanted = phrase.traits.number or 2
    if steps and (said := _said_before(clusters, phrase, wanted, steps - 1)) is not None:
        return said
    if phrase.traits.office == "side":
        return _opposed(clusters, phrase, joined=False)
    two_states = phrase.traits.kind == "state" and wanted == 2
    return (_opposed(clusters, phrase, joined=True) if two_states else []) or _nearest(clusters, phrase, wanted)


def _opposed(clusters: Clusters, phrase: Phrase, *, joined: bool) -> list[Cluster]:
    """The two whom the report so far sets against each other: named together or one acting on the other (with `joined` only those), often,
    and best an armed group and another.
    """
    counts: dict[int, float] = {}
    parties: list[Cluster] = []
    together: Counter[tuple[int, int]] = Counter()
    doing: dict[int, Cluster] = {}
    for n in range(max(phrase.n - _LOOKS_BACK, 0), phrase.n):
        other = clusters.phrases[n]
        cluster = clusters.at(n)
        if cluster is None or not _fits(clusters, phrase, cluster) or _is_matter(other.head) or _speaks_of(other.head, phrase.head):
            continue
        if id(cluster) not in counts:
            parties.append(cluster)
        counts[id(cluster)] = counts.get(id(cluster), 0.0) + (0.5 if other.form == "adjective" else 1.0)
        pair = _pair(clusters, other, phrase) if other.form != "pronoun" else None
        if pair is not None:
            together[id(pair[0]), id(pair[1])] += 1
        verb, part = _part_in(other.head)
        if part == "subject":
            doing[verb] = cluster
        elif part == "object" and (doer := doing.get(verb)) is not None and doer is not cluster:
            together[id(doer), id(cluster)] += 1
    best: tuple[float, list[Cluster]] = (0.0, [])
    for first, second in combinations(parties[-_PARTIES_AT_MOST:], 2):
        fights = (first.kind == "armed_group") + (second.kind == "armed_group")
        said = together[id(first), id(second)] + together[id(second), id(first)]
        weight = min(counts[id(first)], counts[id(second)]) + _TOGETHER * min(said, 2) + _ARMED * (fights == 1)
        if weight > best[0] and (said or not joined):
            best = (weight, [first, second])
    return best[1]


def _is_matter(word: Word) -> bool:
    """ "The envoy for Afghanistan", "discussed Libya": what somebody deals with, no side of theirs."""
    return word.dep == "pobj" and word.head.lower in ("for", "on", "about") and word.head.head.pos in ("NOUN", "PROPN")


def _part_in(word: Word) -> tuple[int, str]:
    """The verb that whoever a word names has a part in, and which part: "UAE" is the object in "met UAE's envoy", "held talks with UAE"."""
    for _ in range(_STEPS):
        if word.dep in _BEFORE_HEAD or (word.dep == "conj" and word.head.pos in ("NOUN", "PROPN")):
            word = word.head
        elif word.dep == "nsubj":
            return word.head.i, "subject"
        elif word.dep in ("dobj", "nsubjpass"):
            return word.head.i, "object"
        elif word.dep == "pobj" and word.head.lower in ("with", "against", "on", "upon", "to", "at"):
            word = word.head.head
            if word.pos in ("VERB", "AUX"):
                return word.i, "object"
        else:
            break
    return -1, ""


def _speaks_of(word: Word, sides: Word) -> bool:
    """ "Qatar and Egypt called on both sides": whoever does something to them is none of them."""
    verb, part = _part_in(sides)
    return part == "object" and _part_in(word) == (verb, "subject")


def _nearest(clusters: Clusters, phrase: Phrase, wanted: int) -> list[Cluster]:
    """The last pair named together before the phrase, else those named nearest before it."""
    found: list[Cluster] = []
    here = phrase.head.sentence.index
    for n in range(phrase.n - 1, max(phrase.n - 80, -1), -1):
        other = clusters.phrases[n]
        if here - other.head.sentence.index > SENTENCES:
            break
        cluster = clusters.at(n)
        if cluster is None or cluster in found or other.form == "adjective" or not _fits(clusters, phrase, cluster):
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
            return own if len(own) == wanted and all(_fits(clusters, phrase, cluster) for cluster in own) else None
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
            if mine is not None and theirs is not None and mine is not theirs and _fits(clusters, phrase, theirs):
                return [theirs, mine]
    return None


def _fits(clusters: Clusters, phrase: Phrase, cluster: Cluster) -> bool:
    if cluster.thing:
        return False
    if phrase.traits.office == "side":
        return cluster.kind in _PARTIES and (bool(cluster.names) or clusters.phrases[cluster.phrases[0]].traits.noun in _UNNAMED)
    if cluster.many:
        return False
    return cluster.kind == ("state" if phrase.traits.kind == "state" else "person")
