"""What one room gives the next: the reading so far, and the stages that declare what they need and what they give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from onrecord.errors import OnrecordError
from onrecord.model.document import Document
from onrecord.model.record import Actor, Event, MediationAct, Mention, Place, Relation, Statement, Time, Toll
from onrecord.model.span import SpanIndex
from onrecord.reading.parse import Parse


@dataclass(frozen=True, slots=True)
class Reading:
    """A report half read. A stage takes one and returns another with its own lists filled (`dataclasses.replace`).

    Ids need only be unique and consistent inside the reading: `finish` orders the lists and numbers them anew.
    """

    document: Document
    parse: Parse
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    tolls: tuple[Toll, ...] = ()
    relations: tuple[Relation, ...] = ()
    mediation: tuple[MediationAct, ...] = ()
    warnings: tuple[str, ...] = ()

    def actor_mentions(self) -> SpanIndex[tuple[Actor, Mention]]:
        """Every mention with its actor, by place. Built on each call: ask once a stage."""
        return SpanIndex((mention.span, (actor, mention)) for actor in self.actors for mention in actor.mentions)

    def words(self, span: tuple[int, int]) -> str:
        return self.document.text[span[0] : span[1]]


@dataclass(frozen=True, slots=True)
class Stage:
    """One room's step: `needs` and `gives` name fields of Reading; `read` is a pure function."""

    name: str
    needs: frozenset[str]
    gives: frozenset[str]
    read: Callable[[Reading], Reading]


def check_order(stages: Sequence[Stage]) -> None:
    """Raises OnrecordError when a stage needs what no earlier stage gives. Called once, at start."""
    have = {"document", "parse"}
    for stage in stages:
        lacking = sorted(stage.needs - have)
        if lacking:
            raise OnrecordError(
                f"the stage {stage.name!r} needs {', '.join(lacking)}, which no stage before it gives: mend the order in pipeline.py"
            )
        have |= stage.gives
