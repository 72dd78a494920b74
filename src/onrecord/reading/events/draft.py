"""An act on its way to an event, and what its makers look things up in."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.record import Actor, Place, Statement
from onrecord.model.span import SpanIndex
from onrecord.reading.events.assemble import Act
from onrecord.reading.events.participants import ActorWords, Found
from onrecord.reading.parse.words import Word

VIOLENT = frozenset(("18", "19", "20"))


@dataclass(frozen=True, slots=True)
class Draft:
    """An act with its actors so far. `statement`: the statement it is told in. `placed`: its target is known by a place only."""

    act: Act
    sources: tuple[Found, ...]
    targets: tuple[Found, ...]
    statement: Statement | None
    placed: bool = False

    @property
    def root(self) -> str:
        return self.act.code[:2]

    @property
    def trigger(self) -> Word:
        return self.act.match.trigger


@dataclass(frozen=True, slots=True)
class Ground:
    """What the passes look things up in."""

    actors: ActorWords
    by_id: dict[str, Actor]
    places: SpanIndex[Place]
