"""From the words that fill a role to actors with their spans."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from onrecord.model.record import Actor
from onrecord.model.span import Span
from onrecord.reading.events.arguments import lends_subject, noun_preps
from onrecord.reading.events.match import PLACES
from onrecord.reading.parse.grammar import conjuncts
from onrecord.reading.parse.words import Word
from onrecord.reading.stage import Reading
from onrecord.vocabulary.lists import word_list

_DEEP = 3
_SIDES = 6
_LOYAL = word_list("acts", "participants.loyal")
_MADE = word_list("acts", "participants.made")
_INSIDE = frozenset(("by", "of", "from", "in", "against", "on", "between", "among", "with", "including"))


@dataclass(frozen=True, slots=True)
class Found:
    """An actor in a role, with the words that name it there."""

    actor: str
    span: Span


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Actors by the word that heads each mention, and every word inside a mention."""

    heads: Mapping[int, tuple[Actor, Span]]
    words: frozenset[int]

    def of(self, word: Word) -> list[Found]:
        """The actors that a phrase names, a collective as its members: its head and its conjuncts, else whoever is named inside it."""
        found: list[Found] = []
        for one in conjuncts(word)[:12]:
            if one is word or not lends_subject(one):
                found.extend(self._one(one, 0))
        return list({item.actor: item for item in reversed(found)}.values())[::-1]

    def _one(self, word: Word, depth: int) -> list[Found]:
        here = self.heads.get(word.i)
        if here is not None:
            actor, span = here
            members = [Found(member, span) for member in actor.members]
            return members or self._sides(word, actor) or [Found(actor.id, span), *self._shared(word, actor)]
        if depth >= _DEEP or (word.pos == "PROPN" and word.entity in PLACES):
            return []
        for group in self._inside(word) if word.pos != "PROPN" else [list(word.children_by("poss", "amod", "compound", "nmod"))]:
            found = [item for inner in group for one in conjuncts(inner)[:12] for item in self._one(one, depth + 1)]
            if found:
                return found
        return []

    def _sides(self, word: Word, actor: Actor) -> list[Found]:
        """ "Delegations of the government and the rebels", "the presidents of Kenya and Uganda": those whose they are, if several."""
        if word.tag != "NNS" or actor.kind == "population":
            return []
        for owner in (other for preposition, other in noun_preps(word) if preposition in ("of", "from")):
            sides = [self.heads.get(side.i) for side in conjuncts(owner)[:_SIDES]]
            known = [Found(side[0].id, side[1]) for side in sides if side is not None]
            if len(known) > 1 and len(known) == len(sides):
                return known
        return []

    def _shared(self, word: Word, actor: Actor) -> Iterable[Found]:
        """ "U.S. and Russian negotiators" are of both countries: those that the description does not itself stand for."""
        for child in word.children:
            sides = conjuncts(child)[:_SIDES] if child.dep in ("amod", "nmod", "compound", "poss") else []
            for known in (self.heads.get(side.i) for side in sides if len(sides) > 1):
                if known is not None and known[0].kind == "state" and known[0].country != actor.country:
                    yield Found(known[0].id, known[1])

    def _inside(self, word: Word) -> Iterable[list[Word]]:
        """Whose a thing is, nearest the head first: possessor, "by …", modifier, "loyal to …", "of …", apposition."""
        preps = noun_preps(word)
        yield [child for child in word.children if child.dep == "poss"]
        yield [other for preposition, other in preps if preposition == "by"]
        yield [child for child in word.children if child.dep in ("amod", "compound", "nmod")]
        loyal = [child for child in word.children if child.lemma in _LOYAL]
        yield [lord for child in loyal for preposition, lord in noun_preps(child) if preposition in ("to", "with")]
        yield [other for preposition, other in preps if preposition in ("of", "from")]
        yield [child for child in word.children if child.dep == "appos"]
        made = [child for child in word.children if child.dep == "acl" and child.lemma in _MADE]
        yield [doer for child in made for agent in child.children_by("agent") for doer in agent.children]
        yield [other for preposition, other in preps if preposition in _INSIDE]


def unique(found: Iterable[Found]) -> tuple[Found, ...]:
    """Each actor once, as first named."""
    first: dict[str, Found] = {}
    for item in found:
        first.setdefault(item.actor, item)
    return tuple(first.values())


def without(found: tuple[Found, ...], others: tuple[Found, ...]) -> tuple[Found, ...]:
    """Those of the first who are not among the others."""
    ids = {other.actor for other in others}
    return tuple(item for item in found if item.actor not in ids)


def actor_words(reading: Reading, acts: Container[str] = frozenset()) -> ActorWords:
    """The index of a reading's mentions. Linear in their words. `acts`: nouns that name acts: a description headed by one ("the release",
    "strikes") is nobody.
    """
    heads: dict[int, tuple[Actor, Span]] = {}
    inside: set[int] = set()
    for actor in reading.actors:
        for mention in actor.mentions:
            words = reading.parse.words_at(mention.span)
            numbers = {word.i for word in words}
            head = next((word for word in words if word.is_root or word.head.i not in numbers), None)
            if head is None or (actor.kind == "other" and mention.form == "description" and head.lemma.lower() in acts):
                continue
            inside |= numbers
            known = heads.get(head.i)
            if known is None or mention.span.length > known[1].length:
                heads[head.i] = (actor, mention.span)
    return ActorWords(heads, frozenset(inside))
