"""Who and where is named, by place in the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.model.record import Actor, Mention, Place
from onrecord.model.span import SpanIndex
from onrecord.reading.parse.words import Word
from onrecord.reading.stage import Reading
from onrecord.vocabulary.lists import word_list

_LANDS = word_list("mediation", "index.lands")


@dataclass(frozen=True, slots=True)
class Index:
    """Who and where, by place in the text. Built once a report."""

    actors: dict[str, Actor]
    mentions: SpanIndex[tuple[Actor, Mention]]
    places: SpanIndex[Place]
    groupings: Mapping[str, tuple[Actor, ...]]
    """The members of each grouping that the report counts up, by the grouping's id."""

    @staticmethod
    def of(reading: Reading) -> Index:
        return Index(
            {actor.id: actor for actor in reading.actors}, reading.actor_mentions(), SpanIndex((p.span, p) for p in reading.places), {}
        )

    def actor_at(self, word: Word) -> Actor | None:
        """The actor whose mention ends with this word, else the shortest that holds it."""
        found = [(span.end != word.end, span.length, actor.id, actor) for span, (actor, _) in self.mentions.overlapping(word.span)]
        return min(found)[3] if found else None

    def country_at(self, word: Word) -> str | None:
        """The country of the place or the actor that a word names; not of what is only called "the country"."""
        for _, place in self.places.overlapping(word.span):
            if place.country is not None:
                return place.country
        if word.lower in _LANDS:
            return None
        actor = self.actor_at(word)
        return actor.country if actor is not None else None
