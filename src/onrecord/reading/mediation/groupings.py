"""Groupings that mediate: a quartet, a troika, a group of seven, and who belongs to each where the report counts its members up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from onrecord.model.record import Actor
from onrecord.reading.mediation.index import Index
from onrecord.reading.parse.grammar import conjuncts
from onrecord.reading.parse.words import Word
from onrecord.reading.stage import Reading
from onrecord.vocabulary.lists import word_list

COLLECTIVE = frozenset(("state", "government", "igo", "ngo", "armed_group", "party", "military", "police"))
_NAMES = word_list("mediation", "groupings.names")
_NAMED_GROUPS = word_list("mediation", "groupings.named_groups")
_INCLUDING = frozenset(("including", "as", "like"))
_COUNTING = word_list("mediation", "groupings.counting")
_CONSISTING = word_list("mediation", "groupings.consisting")
_ABOUT = frozenset(("for", "on"))
_DEEP = 3


def chain(head: Word) -> Iterator[Word]:
    """The nouns of "of … of …" below a noun, nearest first."""
    below = head
    for _ in range(_DEEP):
        prep = next((child for child in below.children if child.dep == "prep" and child.lower == "of"), None)
        noun = prep.child("pobj") if prep is not None else None
        if noun is None:
            return
        yield noun
        below = noun


def is_name(actor: Actor) -> bool:
    return any(mention.form in ("name", "metonym", "adjective") for mention in actor.mentions)


def is_grouping(actor: Actor) -> bool:
    """ "the Quad", "the Contact Group": a grouping by its name, whoever is in it."""
    words = frozenset(actor.name.lower().split())
    named = not _NAMES.isdisjoint(words) or ("group" in words and not _NAMED_GROUPS.isdisjoint(words))
    return named and actor.kind in ("other", "igo", "unnamed") and is_name(actor)


def members_of(head: Word, index: Index) -> list[Actor]:
    """ "the Quad (A, B and C)", "states including A and B", "the group, which includes A and B": those whom a grouping is made of."""
    own = index.actor_at(head)
    if own is not None and own.id in index.groupings:
        return list(index.groupings[own.id])
    found = [index.actor_at(one) for first in _lists(head) for one in conjuncts(first)]
    return list({one.id: one for one in found if one is not None and one.kind in COLLECTIVE and is_name(one)}.values())


def with_groupings(index: Index, reading: Reading) -> Index:
    """The index with the members of each grouping that the report names and counts up once."""
    found: dict[str, tuple[Actor, ...]] = {}
    for actor in reading.actors:
        if not is_grouping(actor):
            continue
        named = [word for mention in actor.mentions for word in reading.parse.words_at(mention.span) if word.pos in ("PROPN", "NOUN")]
        same = {word.text for word in named if word.lower in _NAMES}
        again = [word for sentence in reading.parse.sentences for word in sentence.words if word.text in same] if same else []
        members = next((one for word in (*named, *again) if len(one := members_of(word, index)) > 1), None)
        if members is not None:
            found[actor.id] = tuple(members)
    return replace(index, groupings=found)


def _lists(head: Word) -> Iterator[Word]:
    """The first words of the lists that stand beside a noun or in a clause that counts up."""
    preps = head.children_by("prep")
    about = [noun for child in preps if child.lower in _ABOUT and (noun := child.child("pobj")) is not None]
    for noun in (head, *chain(head), *about):
        for child in noun.children_by("appos"):
            if noun not in about or len(conjuncts(child)) > 1:
                yield child
    yield from (noun for child in preps if child.lower in _INCLUDING and (noun := child.child("pobj")) is not None)
    for clause in head.children_by("relcl", "acl"):
        lemma = clause.lemma.lower()
        if lemma in _COUNTING and (counted := clause.child("dobj")) is not None:
            yield counted
        elif lemma in _CONSISTING:
            of = [inner for child in clause.children for inner in (child, *child.children) if inner.lower == "of"]
            yield from (noun for prep in of if (noun := prep.child("pobj")) is not None)
