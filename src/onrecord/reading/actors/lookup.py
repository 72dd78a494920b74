"""For the other rooms: the actor at a word, at a span, behind a noun phrase."""

from __future__ import annotations

from onrecord.model.record import Actor, Mention
from onrecord.model.span import SpanIndex
from onrecord.reading.parse import Parse, Word
from onrecord.reading.stage import Reading
from onrecord.vocabulary.lists import word_list

_PART_OF = word_list("actors", "lookup.part_of")


class ActorIndex:
    """The mentions of a reading, found by word. Build it once a stage."""

    __slots__ = ("_by_id", "_mentions", "_parse")

    def __init__(self, reading: Reading) -> None:
        self._mentions: SpanIndex[tuple[Actor, Mention]] = reading.actor_mentions()
        self._parse: Parse = reading.parse
        self._by_id = {actor.id: actor for actor in reading.actors}

    def at(self, word: Word) -> tuple[Actor, Mention] | None:
        """The actor whose mention is the smallest around this word: at "leader" in "the Russian leader" the leader, at "Russian" Russia."""
        found = [pair for span, pair in self._mentions.overlapping(word.span) if span.holds(word.span)]
        return min(found, key=lambda pair: (pair[1].span.length, pair[1].span, pair[0].id)) if found else None

    def in_span(self, span: tuple[int, int]) -> list[tuple[Actor, Mention]]:
        """Every mention wholly inside a span, in order."""
        return [pair for _, pair in self._mentions.inside(span)]

    def for_span(self, span: tuple[int, int]) -> tuple[Actor, Mention] | None:
        """The actor that a span as a whole names: the one at the span's grammatical head, else its longest mention."""
        words = self._parse.words_at(span)
        if not words:
            return None
        inside = {word.i for word in words}
        head = next((word for word in words if word.is_root or word.head.i not in inside), words[-1])
        found = self.for_head(head)
        if found is not None:
            return found
        within = self.in_span(span)
        return max(within, key=lambda pair: (pair[1].span.length, -pair[1].span.start)) if within else None

    def for_head(self, head: Word) -> tuple[Actor, Mention] | None:
        """The actor behind a noun phrase with this head: itself, else what stands in it ("dozens of soldiers", "members of the union")."""
        found = self.at(head)
        if found is not None and found[0].kind != "other":
            return found
        deeper = self._part_of(head) if head.lemma.lower() in _PART_OF or head.tag == "CD" else None
        if deeper is not None:
            return deeper
        if found is None:
            for child in head.children:
                if child.dep == "appos" and (other := self.at(child)) is not None:
                    return other
        return found

    def _part_of(self, head: Word) -> tuple[Actor, Mention] | None:
        for child in head.children:
            if child.dep == "prep" and child.lower in ("of", "from", "among"):
                for grandchild in child.children:
                    if grandchild.dep == "pobj":
                        return self.at(grandchild) or self._part_of(grandchild)
        return None

    def owner(self, noun: Word) -> tuple[Actor, Mention] | None:
        """Who has or does what a noun names: "Israel" in "Israel's offer", "Israeli strikes", "Hamas attacks"; the nearest."""
        for child in reversed(noun.children):
            if child.i < noun.i and child.dep in ("poss", "compound", "amod", "nmod", "npadvmod") and (found := self.at(child)) is not None:
                return found
        return None

    def members(self, actor: Actor) -> list[Actor]:
        """The actors that a collective counts ("both sides"), where the report names them; else just the actor itself."""
        return [self._by_id[member] for member in actor.members] or [actor]

    def by_id(self, actor: str) -> Actor:
        """The actor of this id. Raises KeyError when there is none."""
        return self._by_id[actor]
